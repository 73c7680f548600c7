"""A case that was nearly sent: offered again for a day, checked again when it is taken up."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.conversation import DRAFT_FOR, CaseDraft, ConversationState
from bot.domain.reply import Button, Card
from bot.domain.turn import Pressed, Turn
from dialogs.cases import about
from dialogs.cases.form import errors_in, team_of
from dialogs.cases.gate import RESUMED, gate_again
from dialogs.cases.review import NAME, check_texts, confirm_card, review_card, under_way
from dialogs.cases.words import day_and_time
from dialogs.dialog import Around, Step


def offer_draft(draft: CaseDraft, around: Around) -> Card:
    """Ask whether to go on with a case that was nearly sent."""
    text = around.text
    return Card(
        kind="case_draft",
        header=(text("case.header"), ""),
        title=text("case.draft_title"),
        intro=text("case.draft_intro", until=day_and_time(draft.kept_at + DRAFT_FOR)),
        buttons=(
            Button(text("case.draft_go_on"), "case_draft", style="positive"),
            Button(text("case.draft_new"), "case_draft_new"),
        ),
    )


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin a case, or offer the draft of one."""
    if state.case_draft is not None:
        return Step((offer_draft(state.case_draft, around),), state.in_dialog(None))
    return about.start(turn, pressed, state, around)


def go_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the draft as it was, checked again: what is found today may be more than yesterday."""
    draft = state.case_draft
    if draft is None:
        return about.start(turn, pressed, state, around)
    resumed = state.in_dialog(NAME, **{**draft.data, RESUMED: True})
    if team_of(resumed, around) is None:
        step = about.start(turn, pressed, state, around)
        return replace(step, state=about.with_data(step.state, **{RESUMED: True}) if step.state else None)
    if not under_way(resumed, around):
        return gate_again(turn, pressed, resumed, around)
    checked = check_texts(draft.texts, resumed, around)
    if checked.failed or checked.must_go or errors_in(checked.fields, around):
        return Step(replaces=review_card(checked, resumed, around), state=resumed)
    return Step(replaces=confirm_card(checked, resumed, around), state=resumed)


def new(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let the draft go and begin a new case."""
    return about.start(turn, pressed, replace(state, case_draft=None), around)
