"""The button of the guide below a story carries on what the story tells of the guide's later questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.reply import Block, Button, Card, Reply, Rows
from dialogs.dialog import Step
from dialogs.guide.told_story import told_in

BUTTON = "menu_worried"


def carrying(step: Step, story: str) -> Step:
    """Return the step with its buttons of the guide carrying what the story tells, as ids of fixed choices. Below most
    answers there is none, and the story is not read for it."""
    if not any(button.verb == BUTTON for one in step.replies if isinstance(one, Card) for button in _buttons(one)):
        return step
    id = told_in(story)
    return replace(step, replies=tuple(_with_id(one, id) for one in step.replies)) if id else step


def _buttons(card: Card) -> Iterator[Button]:
    yield from card.buttons
    for block in card.blocks:
        if isinstance(block, Rows):
            yield from (row.press for row in block.rows if row.press is not None)


def _with_id(reply: Reply, id: str) -> Reply:
    if not isinstance(reply, Card):
        return reply
    return replace(
        reply,
        buttons=tuple(_button(one, id) for one in reply.buttons),
        blocks=tuple(_block(one, id) for one in reply.blocks),
    )


def _block(block: Block, id: str) -> Block:
    if not isinstance(block, Rows):
        return block
    pressed = (replace(row, press=_button(row.press, id)) if row.press is not None else row for row in block.rows)
    return replace(block, rows=tuple(pressed))


def _button(button: Button, id: str) -> Button:
    return replace(button, id=id) if button.verb == BUTTON else button
