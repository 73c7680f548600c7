"""A case that is left in the middle for something else: what is told then, and how its own cards take it up again.

Knows the fixed choices only. What was written lies on the form, and as a draft once its writer has read it whole.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case_under_way import CASE
from bot.domain.commands import ForgetPerson
from bot.domain.conversation import DRAFT_FOR, CaseLeft, ConversationState
from bot.domain.reply import Card, Line
from bot.domain.turn import Pressed
from dialogs.cases.duty import AFTER_GATE, FORM, GATE
from dialogs.cases.form import draft_of
from dialogs.cases.words import day_and_time
from dialogs.dialog import ACUTE_CARD, Around, Step

TELLS = (ACUTE_CARD, "case_draft")
"""Cards beside which nothing of the case is told: danger goes first, and the draft tells it itself."""

ENDING = ("case_cancel", "case_discard")
"""Buttons that leave a case, and take up none."""


def put_aside(step: Step, owner: str, before: ConversationState, around: Around) -> Step:
    """Keep the fixed choices of a case that something else takes the floor from, and tell where its words are. A button
    of the case itself (`owner`) that ends it keeps nothing."""
    after = step.state
    if after is None or any(isinstance(one, ForgetPerson) for one in step.commands):
        return step
    if after.active == CASE:
        return replace(step, state=replace(after, case_left=None)) if after.case_left is not None else step
    if before.active != CASE or owner == CASE or not before.case.step:
        return step
    draft = draft_of(before)
    kept = replace(after, case_left=CaseLeft(draft.kept_at if draft else around.now, before.case))
    return replace(step, state=kept, replies=(*_told(step, before, around), *step.replies))


def _told(step: Step, before: ConversationState, around: Around) -> tuple[Line, ...]:
    shown = (*step.replies, step.replaces)
    if before.case.step not in AFTER_GATE or any(isinstance(one, Card) and one.kind in TELLS for one in shown):
        return ()
    draft = draft_of(before)
    until = day_and_time((draft.kept_at if draft else around.now) + DRAFT_FOR)
    key = "case.draft_kept" if draft else "case.left_form" if before.case.step == FORM else "case.left_review"
    return (Line(around.text(key, until=until)),)


def pausing(said: str, state: ConversationState, around: Around) -> Step | None:
    """Tell whoever leaves in the middle of a case what is kept, for how long, and how they come back; None when
    anything else is said. The case keeps the floor."""
    if not (around.answers.is_leaving(said) or around.answers.is_pause(said)):
        return None
    step, draft = state.case.step, draft_of(state)
    key = "draft" if draft else step if step in AFTER_GATE else "gate" if step == GATE else "about"
    until = day_and_time((draft.kept_at if draft else around.now) + DRAFT_FOR)
    return Step((Line(around.text(f"case.pausing_{key}", until=until)),))


def taken_up(pressed: Pressed, state: ConversationState) -> ConversationState:
    """Return the state with the case that was left under way again, when it goes on from one of its own cards."""
    goes_on = pressed.verb.startswith("case_") and pressed.verb not in ENDING
    is_its_card = goes_on and state.is_left(pressed.id.rpartition(".")[2])
    return back_in(state) if is_its_card and state.active != CASE else state


def back_in(state: ConversationState) -> ConversationState:
    """Return the state with the case that was left under way again; as it is when none was."""
    left = state.case_left
    return state if left is None else replace(state.writing(left.data), case_left=None)
