"""Who hears what is typed, and what is said then: `python -m bench.turn.heard_by "hei" "kan jeg drøfte en elev"`.

For whoever is to change what a message leads to. The messages are typed in turn to the bot of the terminal; of the last
it prints the functions that decided, the innermost first, the lists of words that heard something in it, and the
sentences that are said, with where each is asked for. It prints what it is given: only for texts of one's own.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from bot.cli.chat import NO_LIMIT, Chat, prepare
from bot.cli.terminal import Terminal
from bot.clock import SystemClock
from bot.content.texts import Texts, load_texts
from bot.delivery import DeliverySettings
from bot.domain.turn import Pressed
from bot.inside import open_inside
from bot.settings import Settings
from bot.turns.log import quiet_logs
from bot.turns.routed import Routed
from bot.turns.router import Router
from dialogs.by_words import words_of
from dialogs.dialog import Step
from dialogs.verbs import COMMANDS

CODE = (str(Path("bot", "turns")) + "/", "dialogs/")
ROUTER = str(Path("bot", "turns", "router.py"))
ASKS_THE_EARS = ("_hear", "_hear_spelt_right")
"""Functions of the router that ask one ear after another."""
HEARD = (Router._hear.__code__,)
"""What it returns is all that was decided."""
KNOWLEDGE = Path("knowledge")


@dataclass
class Heard:
    """What was noted while one message was answered."""

    decided: list[str] = field(default_factory=list)
    """`bot/turns/router.py:197 _hear_command`, the innermost first; of a command also which: `submit`."""
    lists: list[str] = field(default_factory=list)
    """`commands.discuss_about: elev`, each list with the words of the message it holds."""
    sentences: dict[str, list[str]] = field(default_factory=dict)
    """The keys asked for at `dialogs/cases/about.py:88`."""


class Listener:
    """Notes what happens between two calls of `sys.setprofile`."""

    def __init__(self, said: str) -> None:
        self.heard = Heard()
        self._words = {*words_of(said), said.casefold()}
        self._is_over = False

    def look(self, frame: FrameType, event: str, given: Any) -> None:
        """Note what a function of the conversation returned; what an ear that left it to the next saw is forgotten."""
        if frame.f_code is Texts.__call__.__code__ and event == "call":
            _add(self.heard.sentences.setdefault(_place(frame.f_back), []), frame.f_locals["key"])
        if event != "return" or self._is_over:
            return
        if frame.f_code in (Texts.words.__code__, Texts.listed.__code__):
            self._note_lists(frame)
        elif _is_decision(given) and frame.f_code.co_name != "<genexpr>" and (place := _place(frame)):
            which = f": {given}" if isinstance(given, str) else ""
            _add(self.heard.decided, f"{place} {frame.f_code.co_name}{which}")
        if _is_ear(frame) and given is None:
            self.heard = Heard()
        elif _is_ear(frame) or frame.f_code in HEARD:
            self._is_over = True

    def _note_lists(self, frame: FrameType) -> None:
        texts, keys = frame.f_locals["self"], frame.f_locals.get("keys") or (frame.f_locals["key"],)
        for key in keys:
            if own := sorted(self._words.intersection(texts.listed(key))):
                _add(self.heard.lists, f"{key}: {', '.join(own)}")


def _is_decision(given: object) -> bool:
    return isinstance(given, Routed | Step | Pressed) or (isinstance(given, str) and given in COMMANDS)


def _add(noted: list[str], one: str) -> None:
    if one not in noted:
        noted.append(one)


def _is_ear(frame: FrameType) -> bool:
    asking = frame.f_back
    while asking is not None and asking.f_code.co_name == "<genexpr>":
        asking = asking.f_back
        if asking is not None and asking.f_code.co_filename.endswith(ROUTER):
            return asking.f_code.co_name in ASKS_THE_EARS
    return False


def _place(frame: FrameType | None) -> str:
    """Return the file and line of what belongs to the conversation; empty for all else."""
    file = frame.f_code.co_filename if frame is not None else ""
    start = next((file.rindex(part) for part in CODE if part in file), None)
    return f"{file[start:]}:{frame.f_lineno}" if frame is not None and start is not None else ""


async def heard_by(messages: Sequence[str], kommune: str = "stjordal", rolle: str = "skole") -> tuple[Heard, list[str]]:
    """Type the messages to a bot that knows nobody yet; return who heard the last, and what was shown for it."""
    shown: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(development=True, data=Path(folder), knowledge=KNOWLEDGE)
        terminal, clock = Terminal(load_texts(KNOWLEDGE), shown.append), SystemClock()
        fast = DeliverySettings(conversation_windows=NO_LIMIT, app_windows=NO_LIMIT, visibility_lag=0.0)
        async with open_inside(settings, terminal, clock, fast) as inside:
            await prepare(inside, inside.library.knowledge.served(), clock, kommune, rolle)
            chat = Chat(inside, terminal, clock)
            for before in messages[:-1]:
                await chat.take(before)
            shown.clear()
            listener = Listener(messages[-1])
            sys.setprofile(listener.look)
            try:
                await chat.take(messages[-1])
            finally:
                sys.setprofile(None)
    return listener.heard, shown


def main() -> None:
    """Print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("messages", nargs="+", metavar="MESSAGE")
    parser.add_argument("--kommune", default="stjordal")
    parser.add_argument("--rolle", default="skole")
    given = parser.parse_args()
    quiet_logs()
    heard, shown = asyncio.run(heard_by(given.messages, given.kommune, given.rolle))
    says = [f"{place}  {', '.join(keys)}" for place, keys in heard.sentences.items()]
    for title, lines in (("decided", heard.decided), ("words", heard.lists), ("says", says)):
        print(f"{title}:", *lines, sep="\n  ")
    print("", *shown, sep="\n")


if __name__ == "__main__":
    main()
