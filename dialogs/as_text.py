"""Any reply as plain text with numbered buttons: the terminal, transcripts and every card's `fallbackText` use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.content.texts import Texts
from bot.domain.choices import chosen_in
from bot.domain.reply import (
    Bars,
    Block,
    Box,
    Bullets,
    Button,
    Card,
    ChoiceInput,
    DateInput,
    Facts,
    File,
    Folded,
    Line,
    MarkedText,
    Paragraph,
    Reply,
    Rows,
    TextInput,
    UserText,
)
from dialogs.days import long_day


def as_text(reply: Reply, texts: Texts) -> str:
    """Return everything the reply shows, line by line, then its buttons with their numbers."""
    lines = list(_lines(reply))
    buttons = " ".join(f"[{number} {button.title}]" for number, button in enumerate(all_buttons(reply), 1))
    doors = texts("common.doors_typed") if isinstance(reply, Card) and reply.doors else ""
    last = "   ".join(part for part in (buttons, doors) if part)
    return "\n".join([*lines, *([last] if last else [])]).replace("**", "")


def all_buttons(reply: Reply) -> Sequence[Button]:
    """Return the buttons in the order of their numbers: rows that can be pressed first, then the buttons.

    What only works in a window of its own can't be typed, and is left out.
    """
    if isinstance(reply, File):
        return ()
    if isinstance(reply, Line):
        return reply.buttons
    return (*_row_buttons(reply.blocks), *(one for one in reply.buttons if one.dialog != "only"))


def inputs_of(blocks: Sequence[Block]) -> Iterator[TextInput | ChoiceInput | DateInput]:
    """Yield every field of the card, also those in boxes and folded parts."""
    for block in blocks:
        if isinstance(block, TextInput | ChoiceInput | DateInput):
            yield block
        elif isinstance(block, Box | Folded):
            yield from inputs_of(block.blocks)


def _row_buttons(blocks: Sequence[Block]) -> Iterator[Button]:
    for block in blocks:
        if isinstance(block, Rows):
            yield from (row.press for row in block.rows if row.press is not None)
        elif isinstance(block, Box | Folded):
            yield from _row_buttons(block.blocks)


def _lines(reply: Reply) -> Iterator[str]:
    match reply:
        case Line(text=text, mentions=mentions):
            called = ", ".join(f"@{one.name}" for one in mentions)
            yield f"{called}: {text}" if called else text
        case File(about=about, name=name):
            yield from (about, name)
        case Card():
            yield from _card_lines(reply)


def _card_lines(card: Card) -> Iterator[str]:
    where, step = card.header  # always two: Teams draws them side by side
    header = " · ".join(part for part in (where, step) if part)
    yield from (part for part in (header, card.title, card.intro) if part)
    for block in card.blocks:
        yield from _block_lines(block)
    yield from card.footnote


def _block_lines(block: Block) -> Iterator[str]:  # noqa: C901  (one case a block, each one line)
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from ([block.title] if block.title else [])
            marks = (f"{number}." if block.numbered else "·" for number in range(1, len(block.items) + 1))
            yield from (f"{mark} {item}" for mark, item in zip(marks, block.items, strict=True))
        case Facts():
            yield from (f"{title}: {value}" for title, value in block.pairs)
        case Bars():
            yield from (f"{title}: {value}" for title, value, _ in block.bars)
        case Rows():
            yield from (_row_line(row.left, row.title, row.note) for row in block.rows)
        case MarkedText():
            yield f"{block.before}»{block.marked}«{block.after}"
        case UserText():
            yield f"{block.label}: {block.text}" if block.label else block.text
        case Box():
            for inner in block.blocks:
                yield from _block_lines(inner)
        case Folded():
            yield block.title
            for inner in block.blocks:
                yield from _block_lines(inner)
        case TextInput() | ChoiceInput() | DateInput():
            yield from _input_lines(block)


def _row_line(left: str, title: str, note: str) -> str:
    return "  ".join(part for part in (left, title, note) if part)


def _day_in_words(value: str) -> str:
    """Return the day of a field as it is said, with its weekday; what is no date stands as it was written."""
    try:
        return long_day(date.fromisoformat(value))
    except ValueError:
        return value


def _input_lines(field: TextInput | ChoiceInput | DateInput) -> Iterator[str]:
    star = "*" if field.required else ""
    if isinstance(field, ChoiceInput):
        titles = {choice.value: choice.title for choice in field.choices}
        chosen = ", ".join(titles.get(value, value) for value in chosen_in(field.value))
        how_many = " (velg én eller flere)" if field.several else ""
        yield f"{field.label}{star}{how_many}: {chosen}  ‹{' / '.join(titles.values())}›".replace(":   ", ": ")
    else:
        value = _day_in_words(field.value) if isinstance(field, DateInput) else field.value
        yield f"{field.label}{star}: {value}".rstrip()
    if field.error:
        yield f"  ! {field.error}"
