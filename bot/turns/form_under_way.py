"""Hears the fields of the form of a case that is being written when something else was shown last.

«Hva har du sett?: …», typed below an answer that was read on the way, is no question.
"""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed, Turn
from bot.turns.last_shown import remember_shown
from bot.turns.typed import typed_form
from dialogs.cases.duty import FORM
from dialogs.cases.form import form_card
from dialogs.cases.review import chosen_values, under_way
from dialogs.dialog import Around, Step
from dialogs.fields import field_named


def typed_in_form_under_way(turn: Turn, said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return the form pressed with the fields that were typed; None when the first line names none of them."""
    label, colon, _ = said.partition(":")
    if not colon or state.case.step != FORM or not under_way(state, around):
        return None
    form = remember_shown(Step((form_card(chosen_values(state), state, around),)), state, turn.at)
    return typed_form(said, form) if field_named(label, form.fields) is not None else None
