"""The ways out of a case that is not sent yet: unsure, back a step, and cancelled."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case_under_way import CASE
from bot.domain.conversation import DRAFT_FOR, CaseDraft, ConversationState
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.about import about_again
from dialogs.cases.confirm import ring_buttons
from dialogs.cases.duty import FORM, GATE, REPORTED, REVIEWED, RING_FIRST
from dialogs.cases.form import TEXTS, draft_of, is_its_card
from dialogs.cases.gate import gate_again
from dialogs.cases.old_card import expired
from dialogs.cases.review import edit, is_typed, texts_of, under_way
from dialogs.cases.words import day_and_time
from dialogs.contacts import contact
from dialogs.dialog import Around, Step
from dialogs.menu import menu_card


def unsure(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Unsure whether it fits four or five: make it coarser, or ring somebody. Where the card asks about the duty to
    report as well, that may be what is in doubt: barnevernet is rung first."""
    if not under_way(state, around, pressed):
        return expired(turn, pressed, state, around)
    step = edit(turn, pressed, state, around)
    profile = around.municipality(state)
    one = contact(profile.dont_know_contact, state, around) if profile else None
    advice = around.text("case.unsure_advice", who=one.name if one else around.text("common.your_municipality"))
    texts = texts_of(pressed, state)
    ring_first = ring_buttons("\n".join(texts.get(name, "") for name in TEXTS), state, around)
    of_duty = (Line(around.text("case.unsure_duty"), ring_first),) if ring_first else ()
    return replace(step, replies=(Line(advice), *of_duty, *step.replies))


def back(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go one step back. From the review only the card's own buttons lead back: the text lies nowhere else."""
    if not is_its_card(pressed, state):
        return expired(turn, pressed, state, around)
    step = state.case.step
    if step == REVIEWED:
        is_kept = bool(texts_of(pressed, state))
        return edit(turn, pressed, state, around) if is_kept else Step((Line(around.text("case.back_from_review")),))
    if step in (FORM, REPORTED, RING_FIRST):
        return gate_again(turn, pressed, state, around)
    if step == GATE:
        return about_again(state, around, pressed)
    return Step((menu_card(state, around, first=False),), state.in_dialog(None))


def cancel(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Leave the case whose card it is, and keep nothing of it. Another case goes on, and so does another dialog. The
    card of a case that is no longer being written may be of one that was sent: nobody is told that it was not."""
    is_its_own, is_of_draft = state.active == CASE and is_its_card(pressed, state), state.is_draft_of(pressed.id)
    if not (is_its_own or is_of_draft or state.is_left(pressed.id)):
        return expired(turn, pressed, state, around)
    is_kept = state.case.step != REVIEWED and _own_draft(state) is not None  # «Avbryt» says nothing of deleting
    if is_its_own and ((is_typed(pressed) and not pressed.id) or is_kept):
        return _go_out(state, around)
    left = (state.in_dialog(None) if is_its_own else state).without_left(pressed.id)
    if is_of_draft or (is_its_own and _own_draft(state) is not None):
        left = replace(left, case_draft=None)
    is_deleted = state.case_draft is not None and left.case_draft is None
    key = "case.cancelled_deleted" if is_deleted else "common.cancelled"
    return Step(state=left, replaces=Line(around.text(key)))


def _own_draft(state: ConversationState) -> CaseDraft | None:
    """Return the draft of the case being written, also of one that was taken up again and has begun anew."""
    return state.case_draft if state.case.resumed else draft_of(state)


def _go_out(state: ConversationState, around: Around) -> Step:
    """Leave the case after a bare «avbryt», which says nothing of the text: a draft is kept for its day, and what is
    written and not kept is told to stand on the card only."""
    draft, left = _own_draft(state), state.in_dialog(None)
    if draft is not None:
        said = around.text("case.cancelled_draft", until=day_and_time(draft.kept_at + DRAFT_FOR))
        go_on = Button(around.text("start.submit"), "menu_submit")  # what is typed next is not about the card left
        return Step(state=left, replaces=Line(said, (go_on,)))
    key = "case.cancelled_written" if state.case.step in (FORM, REVIEWED) else "common.cancelled"
    return Step(state=left, replaces=Line(around.text(key)))
