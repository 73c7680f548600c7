"""Step 4 of a case: what was found, the text as the team will get it, and the sender's own yes. Then it is sent.

The text as it was typed is never kept: the card carries it between tries. Kept, as a draft for a day, is only text that
passed the check and that its writer has been shown whole (decision 4). There is one draft, of the newest text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.anonymise import POSSIBLE_NAME
from bot.domain.case_under_way import CASE
from bot.domain.conversation import DRAFT_FOR, CaseDraft, ConversationState
from bot.domain.reply import Block, Box, Button, Card, Facts, Line, Paragraph, UserText
from bot.domain.turn import Pressed, Turn
from dialogs.cases.about import about_again
from dialogs.cases.duty import FORM, GATE, REPORTED, REVIEWED, RING_FIRST, danger_box, is_about_adult, neglect_box
from dialogs.cases.fixed_choices import about_line, facts_of, signs_of
from dialogs.cases.form import (
    LONGEST,
    PROMPTS,
    PROTECTIVE,
    RISKS,
    TEXTS,
    choices_of,
    draft_of,
    errors_in,
    form_card,
    is_its_card,
    submission_of,
    team_of,
)
from dialogs.cases.gate import UNSURE, answer_id, asked_as, gate_again
from dialogs.cases.meter import Circle, meter, risk_of
from dialogs.cases.old_card import expired
from dialogs.cases.words import day_and_time
from dialogs.checked_text import KEEP, CheckedText, check, finding_blocks, keep_field, narrowing, with_suggestions
from dialogs.contacts import contact
from dialogs.dialog import Around, Step
from dialogs.menu import menu_card

REVIEW = "case_review"
"""The button of the form."""
ROUNDS, MOST_ROUNDS = "rounds", 2
"""What «Bruk forslagene» carries: how often something was found only when the suggestions had been put in. What is
found after so many rounds is told on the last card; nobody is asked for ever."""


def review(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Read the form; show it again with errors, or show what was found."""
    if not under_way(state, around, pressed):
        return expired(turn, pressed, state, around)
    values = pressed.values
    errors = errors_in(values, around)
    if errors:
        shown = form_card(values, state, around, errors)
        return Step(replaces=shown, state=without_draft(_at(FORM, state)))
    changed = _with_choices(values, state)
    checked = check_texts(values, changed, around)
    if checked.failed:
        return not_checked(values, changed, around)
    if not (checked.must_go or checked.should_go):
        return _confirm(checked, changed, around)
    return Step(replaces=review_card(checked, changed, around), state=without_draft(changed))


def _with_choices(values: Mapping[str, str], state: ConversationState) -> ConversationState:
    """Keep the fixed choices of a form that is looked over; they are no free text."""
    case = replace(
        state.case,
        step=REVIEWED,
        urgency="haster" if values.get("urgency") == "haster" else "vanlig",
        risk=tuple(one for one in values.get("risk", "").split(",") if one in RISKS),
        protective=tuple(one for one in values.get("protective", "").split(",") if one in PROTECTIVE),
    )
    return state.writing(case)


def _at(step: str, state: ConversationState) -> ConversationState:
    return state.writing(replace(state.case, step=step))


def check_texts(values: Mapping[str, str], state: ConversationState, around: Around) -> CheckedText:
    """Check every field of the form together, as somebody who reads the card will read them."""
    fields = {name: values.get(name, "")[: LONGEST * 2] for name in TEXTS}
    return check(fields, state.profile.municipality, around, values.get(KEEP, ""))


def review_card(
    checked: CheckedText, state: ConversationState, around: Around, note: str = "", rounds: int = 0
) -> Card:
    """Return every finding in its sentence with its suggestion, and the risk before and after."""
    text = around.text
    carried = (*checked.fields.items(), (ROUNDS, str(rounds)))
    return Card(
        kind="case_review",
        header=(text("case.review_header"), text("case.step", number=4)),
        title=_review_title(checked, around),
        intro=note,
        blocks=(
            meter(checked, _circle(state), around),
            *finding_blocks(checked, around),
            *keep_field(checked, around),
            Paragraph(text("case.review_limits"), subtle=True),
        ),
        buttons=(
            Button(text("case.use"), "case_use", submission_of(state), style="positive", carries=carried),
            Button(text("case.edit"), "case_edit", submission_of(state), carries=tuple(checked.suggestion.items())),
            Button(text("case.cancel_unsaved"), "case_discard", submission_of(state), submits_inputs=False),
        ),
        footnote=(text("case.review_footnote"),),
        in_dialog=True,
    )


def _review_title(checked: CheckedText, around: Around) -> str:
    """Say how much may point to the child; what only may be a name is no more than that."""
    found = (*checked.must_go, *checked.should_go)
    key = "review_title_name" if all(one.type == POSSIBLE_NAME for one in found) else "review_title"
    return around.text(f"case.{key}_one" if len(found) == 1 else f"case.{key}", number=len(found))


def _circle(state: ConversationState) -> Circle:
    case = state.case
    return Circle(state.profile.municipality, case.age, case.arena, case.themes, case.told, case.follows)


def use(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Put the suggestions in, check the result again, and show the whole text."""
    if not under_way(state, around, pressed):
        return expired(turn, pressed, state, around)
    if is_typed(pressed) and state.case.step == FORM:
        return edit(turn, pressed, state, around)
    values = texts_of(pressed, state)
    if not any(values.get(name) for name in PROMPTS):
        on_card = Step((Line(around.text("case.only_on_card")),))
        return on_card if pressed.card_id is None else expired(turn, pressed, state, around)
    again = _with_suggestions(values, state, around)
    if again is None:
        return not_checked(values, state, around)
    asked = not_to_send(again, state, around) or _found_only_now(again, pressed, state, around)
    return asked or _confirm(again, state, around)


def _found_only_now(checked: CheckedText, pressed: Pressed, state: ConversationState, around: Around) -> Step | None:
    """Show what was found only when the suggestions had been put in, like any other finding: a name that is gone
    lets the age behind it be read. None when there is nothing more to propose, or it was asked often enough."""
    said = pressed.values.get(ROUNDS, "")
    rounds = int(said) if said.isdecimal() and len(said) == 1 else 0
    if not checked.should_go or checked.suggestion == checked.fields or rounds >= MOST_ROUNDS:
        return None
    shown = review_card(checked, state, around, around.text("case.found_only_now"), rounds + 1)
    return Step(replaces=shown, state=without_draft(_at(REVIEWED, state)))


def not_checked(values: Mapping[str, str], state: ConversationState, around: Around) -> Step:
    """Say that the text could not be checked, on the form with all that is written: it lies nowhere else."""
    written = {**{name: values.get(name, "") for name in TEXTS}, **chosen_values(state)}
    shown = form_card(written, state, around, {"check": around.text("case.check_failed")})
    return Step(replaces=shown, state=without_draft(_at(FORM, state)))


def not_to_send(checked: CheckedText, state: ConversationState, around: Around) -> Step | None:
    """Show what must be mended before the text can be sent, and let go of any other text that was kept; None when
    nothing must."""
    errors = errors_in(checked.fields, around)
    if checked.must_go:
        shown = review_card(checked, state, around, around.text("case.still_there"))
        return Step(replaces=shown, state=without_draft(_at(REVIEWED, state)))
    if errors:
        shown = form_card({**checked.fields, **chosen_values(state)}, state, around, errors)
        return Step(replaces=shown, state=without_draft(_at(FORM, state)))
    return None


def _confirm(checked: CheckedText, state: ConversationState, around: Around) -> Step:
    """Show the whole text, and keep it as a draft: it has passed the check."""
    shown = _at(REVIEWED, state)
    return Step(replaces=confirm_card(checked, shown, around, around.now), state=_with_draft(checked, shown, around))


def _with_draft(checked: CheckedText, state: ConversationState, around: Around) -> ConversationState:
    draft = CaseDraft(around.now, state.case, dict(checked.fields) | {KEEP: ",".join(sorted(checked.kept))})
    return replace(state, case_draft=draft, draft_gone=None)


def without_draft(state: ConversationState) -> ConversationState:
    """Let go of the draft of this case: its writer has written something newer that may not be kept."""
    return state if draft_of(state) is None else replace(state, case_draft=None)


def when_stopped(pressed: Pressed, state: ConversationState, around: Around) -> ConversationState:
    """Return the state of somebody whose form danger stopped. What they wrote lies on the card only, and an older text
    of the same case goes, so that it does not come back as if it were this one."""
    if pressed.verb != REVIEW or not under_way(state, around, pressed):
        return state
    return without_draft(_with_choices(pressed.values, state))


def _with_suggestions(values: Mapping[str, str], state: ConversationState, around: Around) -> CheckedText | None:
    """Return the text with the suggestions put in, checked again; None when it could not be checked."""
    again = with_suggestions(check_texts(values, state, around), state.profile.municipality, around)
    return None if again.failed else again


def edit(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Back to the form with the suggestions put in; an empty one below the card where the text lies on it only."""
    if not under_way(state, around, pressed):
        return expired(turn, pressed, state, around)
    carried = texts_of(pressed, state)
    if any(carried.get(name) for name in PROMPTS):
        values = {name: carried.get(name, "") for name in TEXTS} | chosen_values(state)
        return Step(replaces=form_card(values, state, around), state=_in_form(carried, state))
    if pressed.card_id is None:
        return Step((Line(around.text("case.only_on_card")),))
    return form_again(state, around)


def form_again(state: ConversationState, around: Around) -> Step:
    """Show an empty form below the card on which the words are."""
    form = form_card(chosen_values(state), state, around)
    return Step((Line(around.text("case.form_again")), form), _at(FORM, state))


def _in_form(carried: Mapping[str, str], state: ConversationState) -> ConversationState:
    """Return the state of somebody who has these words in the form: kept as such, they are shown again before anything
    can be sent."""
    changed, draft = _at(FORM, state), draft_of(state)
    if draft is not None and all(draft.texts.get(name, "") == carried.get(name, "") for name in TEXTS):
        return replace(changed, case_draft=replace(draft, data=replace(draft.data, step=FORM)))
    return without_draft(changed)


def open_form(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the form in a window of its own."""
    if not under_way(state, around, pressed):
        return expired(turn, pressed, state, around)
    draft = draft_of(state)
    changed = _in_form(draft.texts if draft else {}, state)
    return Step(replaces=form_card(chosen_values(state), state, around), state=changed)


def chosen_values(state: ConversationState) -> dict[str, str]:
    """Return the fixed choices of the form as its fields have them."""
    case = state.case
    return {"risk": ",".join(case.risk), "protective": ",".join(case.protective), "urgency": case.urgency}


def confirm_card(checked: CheckedText, state: ConversationState, around: Around, kept_at: datetime) -> Card:
    """Return the text as the team will get it, the question of the four or five persons, and until when it waits."""
    text = around.text
    profile = around.municipality(state)
    risk = risk_of(checked.joined, _circle(state), around)
    carried = (*checked.fields.items(), (KEEP, ",".join(sorted(checked.kept))))
    danger = danger_box(state.case.not_acute, state, around)
    neglect = neglect_box(checked.joined, state, around)
    small_place = text("case.confirm_small_place", municipality=profile.name if profile else "")
    warnings = (*narrowing(checked, around), Paragraph(small_place))
    return Card(
        kind="case_confirm",
        header=(text("case.review_header"), text("case.step", number=4)),
        title=text("case.confirm_title"),
        intro=text("case.confirm_intro"),
        blocks=(
            about_line(choices_of(state), text),
            Facts(facts_of(choices_of(state), text)),
            *(UserText(said, text(f"case.{name}")) for name, said in checked.fields.items() if said),
            *signs_of(choices_of(state), text),
            *_linked(state, around),
            *danger,
            *neglect,
            Box((Paragraph(text("case.confirm_question"), strong=True), Paragraph(risk.words), *warnings), "warning"),
            Paragraph(text("case.confirm_until", until=day_and_time(kept_at + DRAFT_FOR)), subtle=True),
        ),
        buttons=(
            Button(text("case.send"), "case_send", submission_of(state), style="positive", carries=carried),
            *_ring_first(checked.joined, state, around),
            Button(text("case.coarser"), "case_edit", submission_of(state)),
            Button(text("case.unsure"), "case_unsure", submission_of(state)),
            Button(text("case.cancel_unsaved"), "case_discard", submission_of(state), submits_inputs=False),
        ),
        footnote=(text("case.review_footnote"),),
        in_dialog=True,
    )


def _linked(state: ConversationState, around: Around) -> tuple[Block, ...]:
    """Name the earlier case that the team will read as the same child's, and how the link is taken away."""
    code, field = state.case.follows, around.text("case.earlier")
    return (Paragraph(around.text("case.confirm_linked", code=code, field=field)),) if code else ()


def _ring_first(said: str, state: ConversationState, around: Around) -> tuple[Button, ...]:
    """Return the way to barnevernet where the text may tell of what its writer must report themselves."""
    is_danger = bool(danger_box(state.case.not_acute, state, around)) and not is_about_adult(state)
    if not (is_danger or neglect_box(said, state, around)):
        return ()
    return (Button(around.text("case.ring_first"), "case_gate", answer_id(UNSURE, state), submits_inputs=False),)


def texts_of(pressed: Pressed, state: ConversationState) -> Mapping[str, str]:
    """Return the texts the button carries. Typed it carries none, and neither do those that lead back from the last
    card, which would be too large: then the draft is meant, which has what the card shows."""
    draft = None if _carries_text(pressed) else draft_of(state)
    return draft.texts if draft is not None else pressed.values


def _carries_text(pressed: Pressed) -> bool:
    return any(pressed.values.get(name) for name in PROMPTS)


def is_typed(pressed: Pressed) -> bool:
    """Tell whether a button was typed: it comes from no card and carries nothing."""
    return pressed.card_id is None and not pressed.values


def is_unseen(pressed: Pressed, state: ConversationState) -> bool:
    """Tell whether «send» was typed without the card that asks for the last yes having shown the draft as it is, or
    pressed on a card that carries no text, which may show another one: then there is nothing it can mean."""
    draft = draft_of(state)
    is_shown = is_typed(pressed) and draft is not None and draft.data.step != FORM
    return not (_carries_text(pressed) or is_shown)


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
    ring_first = _ring_first("\n".join(texts.get(name, "") for name in TEXTS), state, around)
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


def under_way(state: ConversationState, around: Around, pressed: Pressed | None = None) -> bool:
    """Tell whether a case is being written that has come through the gate, by the same workplace and role as now.

    The card `pressed` must be one of its own: a card of another case, left open in another window, is never sent with
    this one's answers.
    """
    is_its_card = pressed is None or pressed.id in ("", submission_of(state))
    is_through = state.case.levels is not None and state.case.asked_as == asked_as(state)
    is_begun = state.active == CASE and bool(submission_of(state))
    return is_its_card and is_begun and is_through and team_of(state, around) is not None
