"""A long list a page at a time: a card holds only so many rows. The page is the version of the button to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Button, Card, Paragraph, Row, Rows
from bot.domain.turn import Pressed
from dialogs.dialog import Around

PAGE = 15
"""Rows on a card. The longest of ours take 1.6 kB each with their button; Teams takes 25 kB."""

PAGED = ("edit_pick", "edit_list", "edit_history", "my_page")


@dataclass(frozen=True)
class Page:
    """Which page of which list: what its buttons lead back to."""

    verb: str
    id: str = ""
    number: int = 0
    carries: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def paged(card: Card, rows: Sequence[Row], page: Page, around: Around) -> Card:
    """Return the card with the rows of the page below what stands on it, and the ways to the other pages before its
    own buttons. Rows that are numbered begin with 1 on every page, as the numbers that are typed do."""
    last = max(0, (len(rows) - 1) // PAGE)
    number = min(page.number, last)
    first = number * PAGE
    shown = tuple(
        replace(row, left=str(at)) if row.left == str(first + at) else row
        for at, row in enumerate(rows[first : first + PAGE], 1)
    )
    blocks: tuple[Block, ...] = (Rows(shown),) if shown else ()
    if last:
        said = around.text("common.page", first=first + 1, last=first + len(shown), count=len(rows))
        blocks += (Paragraph(said, subtle=True),)
    ways = _ways(number, last, len(rows), page, around)
    return replace(card, blocks=(*card.blocks, *blocks), buttons=(*ways, *card.buttons))


def _ways(number: int, last: int, count: int, page: Page, around: Around) -> tuple[Button, ...]:
    ways: list[Button] = []
    if number < last:
        title = around.text("common.next_page", number=min(PAGE, count - (number + 1) * PAGE))
        ways.append(Button(title, page.verb, page.id, number + 1, carries=page.carries))
    if number:
        ways.append(
            Button(around.text("common.page_before", number=PAGE), page.verb, page.id, number - 1, carries=page.carries)
        )
    return tuple(ways)


def leafed_to(said: str, state: ConversationState) -> Pressed | None:
    """Return the way to another page whose first word was typed, «neste»."""
    typed = said.strip(" .!").casefold()
    for one in state.shown:
        word, _, number = one.title.partition(" ")
        if one.verb in PAGED and number.isdigit() and word.casefold() == typed:
            return Pressed(one.verb, one.id, one.version)
    return None
