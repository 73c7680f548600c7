"""Plays a transcript through the whole bot: real router, dialogs, knowledge, SQLite and delivery; only Teams is the
terminal's stand-in, the clock is frozen, and case codes come from a list."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

import bot.inside
import bot.usecases.submit_case
from bot.cli.chat import NO_LIMIT, Chat, MovableClock, prepare
from bot.cli.terminal import Terminal
from bot.cli.terminal_people import CHANNEL_NAME, PEOPLE
from bot.content.texts import load_texts
from bot.delivery.settings import DeliverySettings
from bot.settings import Settings
from tests.fakes.knowledge import KNOWLEDGE, files_parsed_once, read_once
from tests.fakes.logs import capture_logs
from tests.fakes.stores import _sqlite_template
from tests.transcripts.script import SPEAKERS, Move, Script

CODES = ("K7M-42P", "H3N-88T", "R4V-63C", "D9F-25X")
FAST = DeliverySettings(conversation_windows=NO_LIMIT, app_windows=NO_LIMIT, visibility_lag=0.0)
NAMES = {who: name for name, who in SPEAKERS.items()}
LONG_ENOUGH_TO_KNOW = 25
"""Characters of a typed line from which finding it again in a file or a log means that it was kept."""


class FrozenClock(MovableClock):
    """Stands still until it is moved; each turn takes a second, so that what came first is first."""

    def __init__(self, starts_at: datetime) -> None:
        super().__init__(timedelta())
        self._starts_at = starts_at.astimezone(UTC)

    def now(self) -> datetime:
        return self._starts_at + self.ahead


class Stage:
    """One play of one transcript."""

    def __init__(self, script: Script, folder: Path) -> None:
        self.script = script
        self.folder = folder
        self.clock = FrozenClock(script.starts_at)
        self.written: list[str] = []
        self.terminal = Terminal(load_texts(KNOWLEDGE), self.written.append)
        editors = (PEOPLE["redaktor"].person.id,)
        self.settings = Settings(_env_file=None, development=True, data=folder, knowledge=KNOWLEDGE, editors=editors)

    async def play(self) -> list[tuple[str, ...]]:
        """Play every move; return what came of each. The bot is closed and opened again at a restart."""
        outcomes: list[tuple[str, ...]] = []
        shutil.copy(await asyncio.to_thread(_sqlite_template), self.folder / "veilederen.db")
        for scene in _scenes(self.script.moves):
            async with bot.inside.open_inside(self.settings, self.terminal, self.clock, FAST) as inside:
                settings = self.script.settings
                connected = () if settings.get("Kanal") == "nei" else inside.library.knowledge.served()
                await prepare(inside, connected, self.clock, settings.get("Kommune"), settings.get("Rolle"))
                chat = Chat(inside, self.terminal, self.clock, number=len(outcomes) * 100)
                outcomes += [await self._move(chat, move) for move in scene]
        return outcomes

    async def _move(self, chat: Chat, move: Move) -> tuple[str, ...]:
        self.clock.ahead += timedelta(minutes=move.minutes, seconds=1)
        self.written.clear()
        for who in move.who:
            for part in move.said.split(" · "):
                await chat._act(PEOPLE[who], part.strip())
        await chat.inside.worker.deliver_due()
        return tuple(line for message in self.written for line in _as_written(message, move))


def _scenes(moves: Sequence[Move]) -> Iterator[list[Move]]:
    """Yield the moves between restarts; a restart begins a scene."""
    scene: list[Move] = []
    for move in moves:
        if move.is_restart and scene:
            yield scene
            scene = []
        scene.append(move)
    yield scene


def _as_written(message: str, move: Move) -> Iterator[str]:
    """Yield a printed message as it stands in a transcript: who gets it, then its lines."""
    head, *lines = message.split("\n")
    if head.startswith("  ("):
        return  # the client's own note about a filled field
    yield _heading(head, move)
    yield from (f"  {line}" for line in lines if line.strip() != "────")


def _heading(head: str, move: Move) -> str:
    to, _, note = head.rstrip(":").partition(" (")
    note = f" ({note}" if note else ""
    if to.startswith(CHANNEL_NAME):
        return "Tråden:" if "tråden" in note else f"{CHANNEL_NAME}{note}:"
    who = to.removeprefix("Til @")
    name = "Bot" if move.who == (who,) else f"Bot til {NAMES[who]}"
    return f"{name}{note}:"


@contextmanager
def frozen_surroundings() -> Iterator[None]:
    """Read the knowledge once for all transcripts, and draw case codes from a list."""
    codes = itertools.cycle(CODES)
    with (
        files_parsed_once(),
        mock.patch.object(bot.inside, "read_folder", read_once),
        mock.patch.object(bot.usecases.submit_case, "new_code", side_effect=codes),
    ):
        yield


def play(script: Script, folder: Path) -> list[tuple[str, ...]]:
    """Play the script in an empty folder; afterwards nothing typed may stand in a log or in the database's files."""
    with frozen_surroundings(), capture_logs() as logged:
        outcomes = asyncio.run(Stage(script, folder).play())
    _nothing_typed_is_kept(script, folder, repr(logged))
    return outcomes


def _nothing_typed_is_kept(script: Script, folder: Path, logged: str) -> None:
    typed = {part.partition(": ")[2] or part for move in script.moves for part in move.said.split(" · ")}
    telling = [one for one in typed if len(one) >= LONG_ENOUGH_TO_KNOW]
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    for one in telling:
        assert one not in logged, "a typed line stands in the log"
        assert not any(one.encode() in kept for kept in files), "a typed line stands readable in a file"
