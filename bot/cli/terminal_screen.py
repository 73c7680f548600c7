"""What each person in the terminal chat has on the screen: cards with buttons and fields, filled in as they type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.conversation import ShownButton, ShownField
from bot.domain.reply import Block, Box, Button, Card, ChoiceInput, File, Folded, Line, Reply, Rows
from bot.domain.turn import Pressed
from bot.turns.typed import typed_button
from dialogs.as_text import all_buttons, inputs_of
from dialogs.fields import field_named, field_value

LONGEST_PLAIN = 3
"""Letters of a word that is said in a chat, and elsewhere presses a button of the newest card only."""
KEPT = 40
"""Cards remembered for each place; older ones have scrolled away."""
_FIELD = re.compile(r"^\s*([^:\n]{2,90}?)\s*:(?:\s(.*)|)$", re.DOTALL)


@dataclass
class OnScreen:
    """One thing shown, with what is filled into its fields so far (kept in memory only)."""

    id: str
    reply: Reply
    filled: dict[str, str] = field(default_factory=dict)
    earlier: list[Reply] = field(default_factory=list)
    """What it showed before it was updated: somebody may still have that on their phone."""

    def becomes(self, reply: Reply) -> None:
        """Show something else in the same place."""
        self.earlier, self.reply, self.filled = [*self.earlier[-3:], self.reply], reply, {}

    @property
    def buttons(self) -> Sequence[Button]:
        """Return the buttons in the order of their numbers."""
        return all_buttons(self.reply)

    @property
    def fields(self) -> Sequence[ShownField]:
        """Return the fields by label."""
        blocks = self.reply.blocks if isinstance(self.reply, Card) else ()
        return tuple(
            ShownField(
                one.id,
                one.label,
                tuple((choice.value, choice.title) for choice in one.choices) if isinstance(one, ChoiceInput) else (),
                isinstance(one, ChoiceInput) and one.several,
            )
            for one in inputs_of(blocks)
        )

    def fill(self, line: str) -> str | None:
        """Fill a field from `Felt: verdi`; return its label, or None when no field has that name."""
        match = _FIELD.match(line)
        found = field_named(match[1], self.fields) if match else None
        if match is None or found is None:
            return None
        self.filled[found.id] = field_value(match[2] or "", found)
        return found.label

    def press(self, typed: str) -> Pressed | None:
        """Return the button whose number or label was typed, with all field values as a client sends them."""
        shown = tuple(ShownButton(one.title, str(number), "") for number, one in enumerate(self.buttons))
        hit = typed_button(typed, shown)
        if hit is None or hit.is_loose:
            return None  # what is only nearly a button goes to the bot as words, as in Teams: it may be a command
        button = self.buttons[int(hit.verb)]
        blocks = self.reply.blocks if isinstance(self.reply, Card) else ()
        values = {one.id: one.value for one in inputs_of(blocks)} | self.filled if button.submits_inputs else {}
        return Pressed(button.verb, button.id, button.version, dict(button.carries) | values, self.id)


class Screen:
    """Everything one place shows, newest last."""

    def __init__(self) -> None:
        self.shown: list[OnScreen] = []
        self._being_filled: OnScreen | None = None

    def add(self, message_id: str, reply: Reply) -> None:
        """Show something new."""
        self.shown = [*self.shown[-KEPT + 1 :], OnScreen(message_id, reply)]

    def replace(self, message_id: str, reply: Reply) -> bool:
        """Show something else in the place of what has that id."""
        for one in self.shown:
            if one.id == message_id:
                one.becomes(reply)
                return True
        return False

    def press(self, typed: str, named: str = "", *, is_chat: bool = False) -> Pressed | None:
        """Return the newest button with that label or number; `named` limits it to cards that show these words.

        In a chat (`is_chat`) «ja» and «nei» are words, as in Teams, where the bot may ask what they are about. Other
        bare titles answer the newest card, or the one that is being filled in; `[Tilbake]` in brackets is a press on
        any card that has it.
        """
        if is_chat and _is_plain_word(typed) and not typed.strip().isdecimal():
            return None
        cards = [one for one in reversed(self.shown) if one.buttons or one.earlier]
        if named:
            cards = [one for one in cards if named.casefold() in _headline(one.reply)]
        elif typed.strip("[] ").isdecimal() or _is_plain_word(typed):
            cards = cards[:1]
        elif is_chat and "[" not in typed:
            cards = [one for one in cards if one is cards[0] or one is self._being_filled]
        pressed = next((hit for one in cards if (hit := one.press(typed))), None) or self._press_as_it_was(typed, cards)
        self._being_filled = None if pressed else self._being_filled
        return pressed

    def _press_as_it_was(self, typed: str, cards: Sequence[OnScreen]) -> Pressed | None:
        """Return the button on a card as it looked before it was updated, as on a phone that lags behind."""
        old = (OnScreen(one.id, reply) for one in cards for reply in reversed(one.earlier))
        return next((hit for one in old if (hit := one.press(typed))), None)

    def fill(self, line: str) -> str | None:
        """Fill the field with that label on the newest card that has it."""
        for one in reversed(self.shown):
            label = one.fill(line)
            if label is not None:
                self._being_filled = one
                return label
        return None


def _is_plain_word(typed: str) -> bool:
    """Tell whether «ja» or «nei» was typed, an answer to what is asked now; `[Nei]` may stand on an older card."""
    return "[" not in typed and len(typed.strip()) <= LONGEST_PLAIN


def _headline(reply: Reply) -> str:
    return " ".join((*reply.header, reply.title)).casefold() if isinstance(reply, Card) else ""


def without_text(reply: Reply) -> Reply:
    """Return the reply as it may be kept on disk between runs: what can be pressed, and no text that anybody wrote."""
    match reply:
        case File():
            return replace(reply, content=b"")
        case Line():
            return replace(reply, in_window=None)
        case Card():
            bare = tuple(replace(button, carries=()) for button in reply.buttons)
            return replace(reply, intro="", blocks=tuple(_rows(reply.blocks)), buttons=bare, beside_window=None)


def _rows(blocks: Sequence[Block]) -> Iterator[Rows]:
    """Yield the rows that can be pressed, for their numbers are typed."""
    for block in blocks:
        if isinstance(block, Rows):
            yield replace(block, rows=tuple(row for row in block.rows if row.press is not None))
        elif isinstance(block, Box | Folded):
            yield from _rows(block.blocks)
