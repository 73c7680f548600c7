"""Step 4 of a case: what was found, the text as the team will get it, and the sender's own yes. Then it is sent.

The text as it was typed is never kept: the card carries it between tries. Kept, as a draft for a day, is only text that
passed the check and that its writer has been shown whole (decision 4). There is one draft, of the newest text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.anonymise import POSSIBLE_NAME
from bot.domain.case_under_way import CASE
from bot.domain.choices import as_value, chosen_in
from bot.domain.conversation import CaseDraft, ConversationState
from bot.domain.reply import Button, Card, Line, Paragraph
from bot.domain.turn import Pressed, Turn
from dialogs.cases.confirm import circle_of, confirm_card
from dialogs.cases.duty import FORM, REVIEWED
from dialogs.cases.form import (
    LONGEST,
    PROMPTS,
    PROTECTIVE,
    RISKS,
    TEXTS,
    draft_of,
    errors_in,
    form_card,
    submission_of,
    team_of,
)
from dialogs.cases.gate import asked_as
from dialogs.cases.meter import meter
from dialogs.cases.old_card import expired
from dialogs.checked_text import KEEP, CheckedText, check, finding_blocks, keep_field, with_suggestions
from dialogs.dialog import Around, Step

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
        risk=tuple(one for one in chosen_in(values.get("risk", "")) if one in RISKS),
        protective=tuple(one for one in chosen_in(values.get("protective", "")) if one in PROTECTIVE),
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
            meter(checked, circle_of(state), around),
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
    draft = CaseDraft(around.now, state.case, dict(checked.fields) | {KEEP: as_value(sorted(checked.kept))})
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
    return {"risk": as_value(case.risk), "protective": as_value(case.protective), "urgency": case.urgency}


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


def under_way(state: ConversationState, around: Around, pressed: Pressed | None = None) -> bool:
    """Tell whether a case is being written that has come through the gate, by the same workplace and role as now.

    The card `pressed` must be one of its own: a card of another case, left open in another window, is never sent with
    this one's answers.
    """
    is_its_card = pressed is None or pressed.id in ("", submission_of(state))
    is_through = state.case.levels is not None and state.case.asked_as == asked_as(state)
    is_begun = state.active == CASE and bool(submission_of(state))
    return is_its_card and is_begun and is_through and team_of(state, around) is not None
