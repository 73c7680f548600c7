"""A case that was written and not sent: offered again for a day, checked again when it is taken up."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case_under_way import CASE
from bot.domain.conversation import DRAFT_FOR, CaseDraft, ConversationState
from bot.domain.reply import Button, Card, Line
from bot.domain.turn import Pressed, Said, Turn
from dialogs.by_words import says_only, words_of
from dialogs.cases import about
from dialogs.cases.about_words import begun_with
from dialogs.cases.confirm import confirm_card
from dialogs.cases.duty import ABOUT, AFTER_GATE, FORM, REPORTED, REVIEWED, stopped_card
from dialogs.cases.form import draft_of, errors_in, form_card, question_in, team_of
from dialogs.cases.gate import gate_again
from dialogs.cases.left import back_in
from dialogs.cases.review import check_texts, chosen_values, form_again, review_card, under_way
from dialogs.cases.words import day, day_and_time
from dialogs.dialog import ACUTE_CARD, Around, Step
from dialogs.guide.prefill import outcome_of

SEND = "case_send"
"""The verb of the last yes to a case."""


def offer_draft(
    draft: CaseDraft, around: Around, carries: tuple[tuple[str, str], ...] = (), begun_from: str = ""
) -> Card:
    """Ask whether to go on with a case that was nearly sent; a new one may have a question that is taken along, and be
    begun from the outcome of a concern."""
    text = around.text
    return Card(
        kind="case_draft",
        header=(text("case.header"), ""),
        title=text("case.draft_title"),
        intro=text("case.draft_intro", until=day_and_time(draft.kept_at + DRAFT_FOR)),
        buttons=(
            Button(text("case.draft_go_on"), "case_draft", style="positive"),
            Button(text("case.draft_new"), "case_draft_new", begun_from, carries=carries),
            Button(text("case.draft_delete"), "case_draft_delete"),
        ),
    )


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin a case, or offer the draft of one, or the one that is under way: nothing that was begun is lost unasked.
    «Send saken» below the card that asks for the last yes is about that one, and sends nothing."""
    send = next((one for one in state.shown if one.verb == SEND), None)
    if state.active == CASE and send is not None and _says_send_it(turn, around):
        return Step((Line(around.text("common.say_it_whole", title=send.title)),))
    if state.active == CASE and draft_of(state) is None and state.case.step:
        return _begun(turn, pressed, state, around)
    if state.case_draft is not None:
        offered = offer_draft(state.case_draft, around, question_in(pressed.values), outcome_of(turn, state))
        return Step((offered,), state.in_dialog(None))
    if state.case_left is not None and state.active != CASE:
        return _begun(turn, pressed, back_in(state), around)
    begun = about.start(turn, pressed, state, around)
    return begun_with(begun, turn.what.own_words, around) if isinstance(turn.what, Said) else begun


def _says_send_it(turn: Turn, around: Around) -> bool:
    """Tell whether «send saken» was typed, and not a button pressed or another wish for a case."""
    words = words_of(turn.what.own_words) if isinstance(turn.what, Said) else []
    return says_only(words, around.text, "case.words_send_it", beside=("commands.case_words", "guide.words_small"))


def told_of_the_gone(step: Step, state: ConversationState, around: Around) -> Step:
    """Say once, above whatever is answered next, that a draft, or a case that was only begun, was deleted and that
    nothing of it was sent; danger goes first."""
    text, after = around.text, step.state or state
    if state.draft_gone is not None and after.draft_gone is not None:
        said = Line(text("case.draft_gone", date=day(state.draft_gone)))
    elif state.case_gone is not None and after.case_gone is not None:
        said = Line(text("case.begun_gone"))
    else:
        return step
    if any(isinstance(one, Card) and one.kind == ACUTE_CARD for one in (*step.replies, step.replaces)):
        return step
    return replace(step, replies=(said, *step.replies), state=replace(after, draft_gone=None, case_gone=None))


def without_what_its_card_tells(pressed: Pressed, state: ConversationState) -> ConversationState:
    """Return the state without what a card of a case says itself when it is pressed: that it is too old."""
    return replace(state, case_gone=None) if pressed.verb.startswith("case_") else state


def _begun(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    if state.case.step == ABOUT:
        return go_on_here(turn, pressed, state, around)
    text, is_written = around.text, state.case.step in AFTER_GATE
    card = Card(
        kind="case_begun",
        header=(text("case.header"), ""),
        title=text("case.begun_title"),
        intro=text("case.begun_form" if is_written else "case.begun_intro"),
        buttons=(
            Button(text("case.begun_go_on"), "case_go_on", style="positive"),
            Button(
                text("case.draft_new"), "case_draft_new", outcome_of(turn, state), carries=question_in(pressed.values)
            ),
        ),
    )
    return Step((card,))


def go_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the draft as it was, checked again: what is found today may be more than yesterday."""
    draft = state.case_draft
    if draft is None:
        return about.start(turn, pressed, state, around)
    resumed = state.writing(replace(draft.data, resumed=True))
    if team_of(resumed, around) is None:
        begun = _as_resumed(about.start(turn, pressed, state, around))
        until = day_and_time(draft.kept_at + DRAFT_FOR)
        return begun.below((Line(around.text("case.draft_elsewhere", until=until)),))
    if not under_way(resumed, around):
        return gate_again(turn, Pressed(""), resumed, around)
    if draft.data.step == FORM:
        form = form_card({**draft.texts, **chosen_values(resumed)}, resumed, around)
        return Step((Line(around.text("case.form_back")),), resumed, replaces=form)
    checked = check_texts(draft.texts, resumed, around)
    if checked.failed or checked.must_go or errors_in(checked.fields, around):
        return Step(replaces=review_card(checked, resumed, around), state=resumed)
    return Step(replaces=confirm_card(checked, resumed, around, draft.kept_at), state=resumed)


def _as_resumed(step: Step) -> Step:
    """Remember that what is begun anew is a draft; not where the workplace is asked for first."""
    begun = step.state if step.state is not None and step.state.active == CASE else None
    return replace(step, state=begun.writing(replace(begun.case, resumed=True))) if begun else step


def go_on_here(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show again the step of the case that is being written, below whatever was read in between."""
    state = back_in(state) if state.active != CASE and state.case_draft is None else state
    if _is_elsewhere(state, around) and draft_of(state) is None:
        begun = about.start(turn, pressed, state.in_dialog(None), around)
        return replace(begun, replies=(Line(around.text("case.other_workplace")), *begun.replies))
    step = _here(turn, pressed, state, around)
    step = step if step.state is not None else replace(step, state=state)
    shown = (step.replaces,) if step.replaces is not None else ()
    return replace(step, replies=(*step.replies, *shown), replaces=None)


def _is_elsewhere(state: ConversationState, around: Around) -> bool:
    """Tell whether the team of the case is none of the workplace that is chosen now."""
    is_chosen = state.active == CASE and bool(state.case.team)
    return is_chosen and team_of(state, around) is None


def _here(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    step = state.case.step
    if step == ABOUT or (state.case.offered and not state.case.team):
        return about.first_again(state, around, pressed)
    stopped = stopped_card(state, around)
    if step == REPORTED and stopped is not None:
        return Step(replaces=stopped)
    is_kept = draft_of(state) is not None and _is_elsewhere(state, around)  # and says so
    if not is_kept and (step not in AFTER_GATE or not under_way(state, around)):
        return gate_again(turn, Pressed(""), state, around) if step else start(turn, pressed, state, around)
    if draft_of(state) is not None:
        return go_on(turn, pressed, state, around)
    if step == REVIEWED:
        return Step((Line(around.text("case.only_on_card")),))
    return form_again(state, around)


def new(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let the draft go and begin a new case."""
    return about.start(turn, pressed, state.without_any_case(), around)


def ask_delete(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask before the draft is deleted; say that there is none, and where the words of a form are."""
    text = around.text
    if state.case_draft is None:
        is_left = state.active != CASE and state.case_left is not None
        key = "draft_none_left" if is_left else "draft_none_form" if state.active == CASE else "draft_none"
        return Step((Line(text(f"case.{key}")),))
    card = Card(
        kind="case_draft_delete",
        header=(text("case.header"), ""),
        title=text("case.draft_delete_title"),
        intro=text("case.draft_delete_intro"),
        buttons=(
            Button(text("case.draft_keep"), "case_draft_keep"),
            Button(text("case.draft_delete_yes"), "case_draft_delete_yes", style="destructive"),
        ),
    )
    return Step((card,))


def keep(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Keep the draft, and say for how long."""
    draft = state.case_draft
    if draft is None:
        return ask_delete(turn, pressed, state, around)
    return Step(replaces=Line(around.text("case.draft_kept", until=day_and_time(draft.kept_at + DRAFT_FOR))))


def delete(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Delete the draft, and leave the case it is of."""
    draft = state.case_draft
    if draft is None:
        return ask_delete(turn, pressed, state, around)
    after = state.in_dialog(None) if state.active == CASE and draft_of(state) is not None else state
    after = replace(after, case_draft=None).without_left(draft.data.submission)
    return Step(state=after, replaces=Line(around.text("case.draft_deleted")))
