"""What is written in a form is heard, and no more than a form can hold."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from bot.turns.written import MOST_WRITTEN, written


def test_every_field_of_a_full_form_is_heard_by_itself() -> None:
    fields = {f"field_{number}": f"{number} " * 500 for number in range(10)}
    assert written(Pressed("case_review", values=fields), ConversationState()) == tuple(fields.values())


def test_fields_put_in_by_tampering_take_no_more_time_than_a_full_form() -> None:
    fields = {f"field_{number}": "x" * 3_000 for number in range(78)}
    assert sum(map(len, written(Pressed("case_review", values=fields), ConversationState()))) == MOST_WRITTEN
