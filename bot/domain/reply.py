"""What the bot shows: a semantic card or a line of text. Must not know Adaptive Cards, Teams or the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.domain.case import Member

Tone = Literal["default", "accent", "good", "warning", "attention", "emphasis"]
Style = Literal["default", "positive", "destructive"]
Window = Literal["no", "yes", "only"]
"""Accent = for you / taken, warning = new / take care, attention = danger / removed, good = done, emphasis = quiet."""


@dataclass(frozen=True)
class Paragraph:
    """One or two sentences of ours. `**bold**` is allowed."""

    text: str
    strong: bool = False
    subtle: bool = False


@dataclass(frozen=True)
class Bullets:
    """A short list under an optional heading; `numbered` when the order matters."""

    items: Sequence[str]
    title: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Pairs of title (≤ 10 characters) and value."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Bars:
    """Counts as bars under each other: (what, count as it may be shown, how long). What is read is the words."""

    bars: Sequence[tuple[str, str, int]]


@dataclass(frozen=True)
class Row:
    """One row of a Rows block: what stands big at the left, a title, a quiet note; `press` makes the row a button."""

    left: str
    title: str
    note: str = ""
    press: Button | None = None


@dataclass(frozen=True)
class Rows:
    """Rows with something short and large at the left: a phone number, a choice number, a tick (one tone for all)."""

    rows: Sequence[Row]
    tone: Tone = "accent"


@dataclass(frozen=True)
class MarkedText:
    """A sentence somebody wrote with one part marked, shown exactly as it stands (nothing comes alive)."""

    before: str = field(repr=False)
    marked: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True)
class UserText:
    """Text somebody wrote, shown exactly as it stands: no Markdown, link, mention or HTML comes alive."""

    text: str = field(repr=False)
    label: str = ""


@dataclass(frozen=True)
class Box:
    """The coloured box for what matters most on the card."""

    blocks: Sequence[Block]
    tone: Tone = "accent"


@dataclass(frozen=True)
class Folded:
    """Rare detail behind a button named `title`."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Choice:
    """One option of a ChoiceInput."""

    value: str
    title: str


@dataclass(frozen=True)
class TextInput:
    """A text field. `value` is kept when the form is shown again; `error` says what to do."""

    id: str
    label: str
    value: str = field(default="", repr=False)
    multiline: bool = False
    required: bool = False
    max_length: int = 1000
    hint: str = ""
    error: str = ""


@dataclass(frozen=True)
class ChoiceInput:
    """One or several of a few options. How several stand in one value: `choices.py`."""

    id: str
    label: str
    choices: Sequence[Choice]
    value: str = ""
    several: bool = False
    required: bool = False
    compact: bool = False
    error: str = ""


@dataclass(frozen=True)
class DateInput:
    """A date (ISO 8601)."""

    id: str
    label: str
    value: str = ""
    required: bool = False
    error: str = ""


Input = TextInput | ChoiceInput | DateInput
Block = (
    Paragraph
    | Bullets
    | Facts
    | Bars
    | Rows
    | MarkedText
    | UserText
    | Box
    | Folded
    | TextInput
    | ChoiceInput
    | DateInput
)


@dataclass(frozen=True)
class Button:
    """A button; typed, its number or its label does the same.

    The payload is `{verb, id, version}` (and `carries`); nothing in it is trusted.
    """

    title: str
    verb: str
    id: str = ""
    version: int = 0
    style: Style = "default"
    submits_inputs: bool = True
    carries: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Text of the presser's own that the card carries between tries; comes back in `Pressed.values`, untrusted."""
    url: str = ""
    """Opens a web page instead of sending anything."""
    dialog: Window = "no"
    """`yes`: what it leads to opens in a window of its own where the client has one, else like any other button.
    `only`: shown only where there are windows."""


@dataclass(frozen=True)
class Card:
    """One screen. Order on the card: header, title, intro, blocks, buttons, footnote, doors."""

    kind: str
    """Stable name of the screen, e.g. `guide_step`; names golden files and is safe to log."""
    title: str
    header: tuple[str, str] = ("", "")
    """Where am I (left), step or case code (right)."""
    intro: str = ""
    blocks: Sequence[Block] = ()
    buttons: Sequence[Button] = ()
    footnote: Sequence[str] = ()
    """Sources, who checked and when."""
    doors: bool = True
    """Show the two doors that are always open: Akutt, and Mistanke mot en ansatt."""
    speak: str = ""
    summary: str = ""
    """Text of the notification; never anything about a case."""
    in_place: bool = False
    """Takes the place of the card whose button was pressed (next step, form shown again, review once approved).
    In a channel only the person who pressed sees it there. Typed instead of pressed: a new message."""
    in_dialog: bool = False
    """Opened in a window of its own it goes on there; any other card closes the window."""
    beside_window: Card | None = None
    """Shown in a window, what the chat behind it gets instead; None = the same card."""
    is_own: bool = False
    """Says where this person is, such as the way back to a concern: never written once for several."""
    case_shown: str = ""
    """Id of the case that is sent and whose words stand here: what is shown is emptied when they must go. Empty where
    none of them stands: whoever writes a new text would lose it."""


@dataclass(frozen=True)
class Line:
    """One plain line of text, with optional quick buttons (at most three, personal chat only)."""

    text: str
    buttons: Sequence[Button] = ()
    in_window: Card | None = None
    """In a window of its own, what keeps it open and says the same: what is written in it would be gone with it."""
    mentions: Sequence[Member] = field(default=(), repr=False)
    """Members of the team called by name before the text, so that Teams tells them of it (channel only)."""


@dataclass(frozen=True)
class File:
    """A document for one person, kept where they choose and nowhere by the bot: once they accept it, `verb` and `id`
    make it anew. Only in a personal chat."""

    name: str
    about: str
    """What it is, in one sentence."""
    verb: str
    id: str
    content: bytes = field(repr=False)


Reply = Card | Line | File


def with_words(reply: Reply, said: str) -> Reply:
    """Return the reply with a sentence about the message itself, e.g. that it may have come before."""
    match reply:
        case Card():
            return replace(reply, intro=f"{said} {reply.intro}".strip())
        case Line():
            return replace(reply, text=f"{reply.text} {said}")
        case File():
            return replace(reply, about=f"{reply.about} {said}")


LEAST_OF_A_TEXT = 150
"""So many letters of what somebody wrote are always shown; of short lines, as many as take that room: five."""
_A_LINE = 30
"""A line takes as much room on a card as so many letters, however short it is."""


def shortened(reply: Reply, said: str) -> Reply:
    """Return the card with the longest of what people wrote cut by a third, and `said` behind each that is cut; the
    very same reply where nothing long is left to cut."""
    if not isinstance(reply, Card):
        return reply
    longest = max((_length(text.removesuffix(said)) for text in _written(reply.blocks)), default=0)
    room = longest * 2 // 3
    return reply if room < LEAST_OF_A_TEXT else replace(reply, blocks=_cut(reply.blocks, room, said))


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, UserText):
            yield block.text
        elif isinstance(block, Box | Folded):
            yield from _written(block.blocks)


def _cut(blocks: Sequence[Block], room: int, said: str) -> Sequence[Block]:
    return tuple(_cut_block(block, room, said) for block in blocks)


def _cut_block(block: Block, room: int, said: str) -> Block:
    if isinstance(block, Box | Folded):
        return replace(block, blocks=_cut(block.blocks, room, said))
    if isinstance(block, UserText) and _length(block.text.removesuffix(said)) > room:
        lines = block.text[:room].split("\n")[: room // _A_LINE]
        return replace(block, text="\n".join(lines).rstrip() + said)
    return block


def _length(text: str) -> int:
    return max(len(text), _A_LINE * (text.count("\n") + 1))
