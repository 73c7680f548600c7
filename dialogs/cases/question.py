"""A question without an answer that somebody takes to a team: carried by their cards to the form, and never stored.

Names and traits are taken out before the first card has it. In the form it is a text like any other: its writer sees
it, may change it, and it is checked before anybody else can read it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.draft import start
from dialogs.cases.form import LONGEST, QUESTION
from dialogs.checked_text import check
from dialogs.dialog import Around, Step


def take_along(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin a case with the question the card carries; typed, the button carries none, and the form is empty."""
    asked = _without_names(pressed.values, state, around)
    values = {QUESTION: asked} if asked else {}
    step = start(turn, Pressed("menu_submit", values=values), state, around)
    return step.below((Line(around.text("case.question_taken")),)) if asked else step


def _without_names(values: Mapping[str, str], state: ConversationState, around: Around) -> str:
    """Return the question with what was found in it put in other words; nothing when it could not be checked."""
    asked = values.get("asked", "").strip()[:LONGEST]
    checked = check({"asked": asked}, state.profile.municipality, around)
    return "" if checked.failed else checked.suggestion["asked"].strip()[:LONGEST]
