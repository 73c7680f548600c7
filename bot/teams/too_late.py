"""What becomes of an answer that was for one person alone, in a channel, when it comes too late to be shown to them.

Posted in the channel it would be everybody's: a refusal, a list, a form with what somebody wrote in it. In their own
chat nothing on it can be pressed, and no word of the case stands there: it would not be emptied with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.reply import (
    Block,
    Box,
    Card,
    ChoiceInput,
    DateInput,
    Folded,
    Line,
    MarkedText,
    Reply,
    Rows,
    TextInput,
    UserText,
)

_FIELDS = (TextInput, ChoiceInput, DateInput)
_WORDS = (MarkedText, UserText)


def for_own_chat(replies: Sequence[Reply], *, in_window: bool = False) -> tuple[Reply, ...]:
    """Return what is told to whoever pressed, in their own chat; nothing of what the channel shows by itself. What was
    written in a window is gone with it, so it is among what is told; on a card it stands there still."""
    return tuple(told for reply in replies for told in _told(reply, in_window=in_window))


def with_windows(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Return the replies to what was written in a window of one's own chat that has closed meanwhile: what would have
    kept it open stands below, with what was written in it."""
    windows = ((reply, getattr(reply, "in_window", None)) for reply in replies)
    return tuple(one for pair in windows for one in pair if one is not None)


def _told(reply: Reply, *, in_window: bool) -> Iterator[Reply]:
    if isinstance(reply, Line):
        kept = _written(reply.in_window) if in_window and reply.in_window is not None else None
        yield kept or Line(reply.text)
    elif isinstance(reply, Card):
        yield from _of_card(reply, in_window=in_window)


def _of_card(card: Card, *, in_window: bool) -> Iterator[Reply]:
    is_form, written = any(_fields(card.blocks)), _written(card)
    if written is not None and in_window:
        yield written
    elif (written is not None or card.case_shown) and card.intro:
        yield Line(card.intro)
    elif not (is_form or card.case_shown):
        yield _still(card, tuple(_without_words(card.blocks)))


def _written(card: Card) -> Card | None:
    """Return the texts that stand in the fields of a form, to be copied from there; None when none does."""
    texts = tuple(one for one in _fields(card.blocks) if isinstance(one, TextInput) and one.value)
    return _still(card, texts) if texts else None


def _still(card: Card, blocks: Sequence[Block]) -> Card:
    links = tuple(one for one in card.buttons if one.url)
    return replace(card, blocks=blocks, buttons=links, in_place=False, in_dialog=False, case_shown="")


def _fields(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Box | Folded):
            yield from _fields(block.blocks)
        elif isinstance(block, _FIELDS):
            yield block


def _without_words(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Box | Folded):
            yield replace(block, blocks=tuple(_without_words(block.blocks)))
        elif isinstance(block, Rows):
            yield replace(block, rows=tuple(replace(one, press=None) for one in block.rows))
        elif not isinstance(block, _WORDS):
            yield block
