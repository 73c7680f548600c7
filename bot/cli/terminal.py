"""A stand-in for Teams in the terminal: prints what each person receives under their name, and keeps their screens."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.cli.terminal_people import CHANNEL, CHANNEL_NAME, PEOPLE, who_is
from bot.cli.terminal_screen import Screen
from bot.content.texts import Texts
from bot.domain.case import Member
from bot.domain.reply import Card, File, Reply
from bot.domain.turn import Place, PlaceKind
from dialogs.as_text import as_text

Print = Callable[[str], None]


class Terminal:
    """The messenger of the terminal chat."""

    def __init__(self, texts: Texts, write: Print, files: Path | None = None) -> None:
        self._texts = texts
        self._write = write
        self._files = files
        """Where files people accept are saved; None = nowhere."""
        self.screens: dict[str, Screen] = {}
        self._numbers = itertools.count(1)
        self._markers: dict[tuple[str, str], str] = {}

    def screen(self, place: Place) -> Screen:
        """Return what the place shows."""
        return self.screens.setdefault(place.conversation_id, Screen())

    def only_for(self, who: str) -> Screen:
        """Return what the channel shows to one person only: what took the place of a card they pressed."""
        return self.screens.setdefault(f"{CHANNEL.conversation_id}#{who}", Screen())

    def show(self, place: Place, reply: Reply, who: str) -> None:
        """Print a reply of a turn under the name of who receives it, and put it on their screen."""
        screen = self.only_for(who) if place.kind is PlaceKind.CHANNEL else self.screen(place)
        screen.add(f"m{next(self._numbers)}", reply)
        self._print(PEOPLE[who].chat, reply, " (bare for deg, i kanalen)" if place.kind is PlaceKind.CHANNEL else "")

    def note(self, what: str) -> None:
        """Print what the client itself has to say, such as which field was filled."""
        self._write(f"  ({what})")

    def continue_numbers(self, after: int) -> None:
        """Number messages after those of an earlier run."""
        self._numbers = itertools.count(after + 1)

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str:
        """Print the reply; a line in a thread says so."""
        message_id = f"m{next(self._numbers)}"
        if reply_to is None:
            self.screen(place).add(message_id, reply)
        self._print(place, reply, " (tråden)" if reply_to else "")
        if marker:
            self._markers[(place.conversation_id, marker)] = message_id
        return message_id

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        """Put the reply in the place of what was sent, and print it again."""
        if not self.screen(place).replace(activity_id, reply):
            self.screen(place).add(activity_id, reply)
        self._print(place, reply, " (kortet er oppdatert)")

    async def delete(self, place: Place, activity_id: str) -> None:
        """Take a message off the screen."""
        screen = self.screen(place)
        screen.shown = [one for one in screen.shown if one.id != activity_id]

    async def find(self, place: Place, marker: str) -> str | None:
        """Return the message that carries the marker."""
        return self._markers.get((place.conversation_id, marker))

    async def members(self, place: Place) -> Sequence[Member]:
        """Return the roster of the channel."""
        if place.kind is not PlaceKind.CHANNEL:
            return ()
        return [Member(role.person.id, role.person.name) for role in PEOPLE.values() if role.member]

    async def open_personal(self, place: Place, member: Member) -> Place:  # noqa: ARG002  (the port's signature)
        """Return the member's own chat."""
        return PEOPLE[who_is(member.id)].chat

    def _print(self, place: Place, reply: Reply, note: str) -> None:
        if place.conversation_id == CHANNEL.conversation_id:
            to = f"{CHANNEL_NAME}{note}"
        else:
            to = f"Til @{place.conversation_id.removeprefix('terminal:')}{note}"
        body = as_text(reply, self._texts)
        lines = [line for line in body.splitlines() if line.strip()]
        if isinstance(reply, File) and self._files is not None:
            self._files.mkdir(parents=True, exist_ok=True)
            (self._files / Path(reply.name).name).write_bytes(reply.content)
            lines.append(str(self._files / Path(reply.name).name))
        rule = "─" * 4 if isinstance(reply, Card) else ""
        self._write("\n".join((f"{to}:", *(f"  {line}" for line in lines), *([f"  {rule}"] if rule else []))))
