"""What a turn shows, and in which order. Must not know how Teams draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.reply import Card, Line, Reply
from bot.domain.turn import PlaceKind, Pressed, Turn


@dataclass(frozen=True)
class TurnAnswer:
    """What to show: new messages, and what the pressed card turns into."""

    replies: Sequence[Reply] = ()
    replaces: Reply | None = None
    collapses_to: str = ""
    keeps_card: bool = False
    """The pressed card stays as it is, and everything is shown below it."""
    is_repeat: bool = False
    """Teams delivered the same activity again; nothing was done this time."""

    def shown(self, turn: Turn) -> tuple[Reply, ...]:
        """Return everything to show, what takes the pressed card's place first.

        In a channel the words are for the one who pressed only, so they stand on the card that takes its place there.
        """
        if self.keeps_card:
            return (*self.replies, *([self.replaces] if self.replaces is not None else []))
        if turn.place.kind is PlaceKind.CHANNEL and isinstance(turn.what, Pressed):
            return self._shown_in_channel()
        if self.replaces is not None:
            return (_in_place(self.replaces), *self.replies)
        if self.collapses_to and isinstance(turn.what, Pressed) and turn.what.card_id:
            return (_in_place(Line(self.collapses_to)), *self.replies)
        return tuple(self.replies)

    def _shown_in_channel(self) -> tuple[Reply, ...]:
        words = " ".join(reply.text for reply in self.replies if isinstance(reply, Line))
        rest = tuple(_in_place(reply) for reply in self.replies if isinstance(reply, Card))
        if isinstance(self.replaces, Card):
            return (_in_place(replace(self.replaces, intro=words or self.replaces.intro)), *rest)
        said = self.replaces or (Line(words) if words else None)
        return (_in_place(said), *rest) if said else rest


def _in_place(reply: Reply) -> Card:
    if isinstance(reply, Card):
        return replace(reply, in_place=True)
    said = reply.text if isinstance(reply, Line) else reply.about
    buttons = reply.buttons if isinstance(reply, Line) else ()
    return Card(kind="told", title="", intro=said, buttons=buttons, doors=False, in_place=True)
