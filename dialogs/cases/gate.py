"""Step 2 of a case: preconditions, and the duty to report asked in the law's own points. A yes stops the case here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.guide import Criterion
from bot.content.team import Team
from bot.domain.case import code_in
from bot.domain.case_under_way import CASE
from bot.domain.choices import as_value, chosen_in
from bot.domain.commands import FindOwnCase
from bot.domain.conversation import ConversationState
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.reply import Block, Box, Bullets, Button, Card, Choice, ChoiceInput, Line, Paragraph, TextInput
from bot.domain.turn import Pressed, Said, Turn
from dialogs.by_words import plain_words
from dialogs.cases.after_report import is_said_to_be_reported
from dialogs.cases.duty import (
    AFTER_GATE,
    FORM,
    GATE,
    REPORTED,
    RING_FIRST,
    footnote,
    is_about_adult,
    own_law,
    report_card,
    stopped_card,
    unsure_card,
)
from dialogs.cases.form import REASON, TEXTS, draft_of, form_card, is_its_card, question_in, submission_of, team_of
from dialogs.cases.linked import told_before
from dialogs.cases.meeting import promised
from dialogs.cases.old_card import expired
from dialogs.dialog import Around, Step
from dialogs.guide.sitting import DUTY_STEP
from dialogs.where.team_words import meets_words

GUIDE = "bekymring"
DANGER = "fare_na"
POINTS = "points"
EARLIER = "earlier"
YES, UNSURE, NO = "yes", "unsure", "all_no"
"""The three answers to the duty to report. A tick stops the case whichever of them is pressed."""
WRITTEN = (*(name for name in TEXTS if name != REASON), "urgency", "risk", "protective")
"""Fields of the form that the cards of the gate carry, so that going back to it takes away nothing that was written.
The reason stands on them to be changed."""


def criteria(around: Around) -> tuple[Criterion, ...]:
    """Return the points of the duty to report (bvl. § 13-2), the same for every role."""
    return around.knowledge.guides[GUIDE].steps[DUTY_STEP].criteria


def gate_card(team: Team, values: Mapping[str, str], state: ConversationState, around: Around, note: str = "") -> Card:
    """Return the team, its conditions and the points of the duty to report."""
    text = around.text
    whom, clock = team_told(team, around)
    blocks: list[Block] = [Paragraph(whom), Paragraph(clock, subtle=True)]
    if conditions(team):
        blocks.append(_conditions_field(team, {**_ticked(state), **values}, around))
    if team.may_send_anyway and conditions(team):
        hint = text("case.reason_hint")
        blocks.append(TextInput("reason", text("case.reason"), values.get("reason", ""), max_length=300, hint=hint))
    about = "case.gate_duty_adult" if is_about_adult(state) else "case.gate_duty"
    duty = (Paragraph(text(about), strong=True), Paragraph(text("case.gate_duty_note")))
    blocks += [Box(duty, "warning"), Paragraph(own_law(state.profile.role, around), subtle=True)]
    blocks += [_points_field(values, state, around), _earlier_field(values, state, around)]
    return Card(
        kind="case_gate",
        header=(text("case.header_team", team=team.name), text("case.step", number=2)),
        title=text("case.gate_title"),
        intro=note,
        blocks=blocks,
        buttons=_gate_buttons(values, state, around),
        footnote=(footnote(state, around),),
    )


def team_told(team: Team, around: Around) -> tuple[str, str]:
    """Return where the case goes and when the team meets, and how soon it answers."""
    text, times, meeting = around.text, team.clock, promised(team, around)
    meets = meets_words(team.meets, around) if team.meets else ""
    key = "case.gate_clock_meeting" if meeting else "case.gate_clock"
    clock = text(key, days=times.ordinary_working_days, hours=times.urgent_office_hours, meeting=meeting)
    return text("case.gate_team", team=team.name, meets=meets), clock


def _gate_buttons(values: Mapping[str, str], state: ConversationState, around: Around) -> tuple[Button, ...]:
    text = around.text
    answers = (
        Button(text(f"case.gate_{one}"), "case_gate", answer_id(one, state), carries=_written(values))
        for one in (NO, UNSURE, YES)
    )
    case = submission_of(state)
    back = Button(text("common.back"), "case_back", case, submits_inputs=False, carries=question_in(values))
    return (*answers, back, Button(text("common.cancel"), "case_cancel", case, submits_inputs=False))


def answer_id(answer: str, state: ConversationState) -> str:
    """Return the id of a button of the gate: the answer, and the case it is given for."""
    return f"{answer}.{submission_of(state)}"


def _written(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, values[name]) for name in WRITTEN if values.get(name))


def _ticked(state: ConversationState) -> dict[str, str]:
    return {"first": as_value(state.case.said_done)}


def _earlier_field(values: Mapping[str, str], state: ConversationState, around: Around) -> TextInput:
    """Return the field for an own earlier code, with the one the case is linked to: emptied, it is linked to none.
    Nothing ever matches cases across people."""
    label, hint = around.text("case.earlier"), around.text("case.earlier_hint")
    return TextInput(EARLIER, label, values.get(EARLIER, state.case.follows), max_length=12, hint=hint)


def conditions(team: Team) -> tuple[str, ...]:
    """Return what must be done first; consent belongs to the other way and is not a condition of an anonymous case."""
    return (
        tuple(one for one in team.must_be_done_first if one != "samtykke")
        if isinstance(team.must_be_done_first, tuple)
        else ()
    )


def _conditions_field(team: Team, values: Mapping[str, str], around: Around) -> ChoiceInput:
    choices = tuple(Choice(one, around.text(f"names.precondition_{one}")) for one in conditions(team))
    return ChoiceInput("first", around.text("case.gate_first"), choices, values.get("first", ""), several=True)


def _points_field(values: Mapping[str, str], state: ConversationState, around: Around) -> ChoiceInput:
    """Return every point to tick. Not required: the three buttons are the answer, and no client may hold them back."""
    danger = Choice(DANGER, around.text("case.gate_danger"))
    choices = (danger, *(Choice(one.id, one.say) for one in criteria(around)))
    return ChoiceInput(POINTS, around.text("case.gate_points"), choices, values.get(POINTS, ""), several=True)


def gate(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Read step 2. The answer counts for the case whose card it was given on, and for no other."""
    answer = pressed.id.partition(".")[0]
    team = team_of(state, around)
    if state.active != CASE or team is None or pressed.id != answer_id(answer, state):
        return expired(turn, pressed, state, around)
    return _answered(team, turn, replace(pressed, id=answer), state, around)


def _answered(team: Team, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on from the answer: a yes ends in a report, unsure in a call, an unmet condition in what to do first."""
    points = {DANGER: True} | {one.id: one.violence for one in criteria(around)}
    ticked = [one for one in chosen_in(pressed.values.get(POINTS, "")) if one in points]
    is_outside = bool(ticked) and set(ticked) <= _outside_own_law(state.profile.role, around)
    kept = state.writing(replace(state.case, said_done=_said_done(team, pressed, state)))
    carried = _written(pressed.values)
    if not is_outside and (ticked or pressed.id == YES):
        violence = any(points[one] for one in ticked or points)
        stopped = _not_through(kept, REPORTED, violence=violence)
        return _said_back(pressed, Step(replaces=report_card(violence, state, around, carried), state=stopped), around)
    if is_outside or pressed.id == UNSURE:
        card = unsure_card(state, around, carried)
        return _said_back(pressed, Step(replaces=card, state=_not_through(kept, RING_FIRST)), around)
    before = stopped_card(state, around, carried)
    if before is not None:
        return Step((before,))
    if pressed.id != NO:
        return Step(replaces=gate_card(team, pressed.values, state, around))
    if pressed.is_loose or pressed.is_fields_only:
        return _ask_exactly(turn, team, pressed, state, around)
    return _conditions_met(team, turn, pressed, state, around)


def _said_back(pressed: Pressed, step: Step, around: Around) -> Step:
    """Say first what was understood, when the answer was typed in other words than the ones on the card."""
    if not pressed.is_loose or step.replaces is None or pressed.id not in (YES, UNSURE):
        return step
    line = Line(around.text("case.understood", answer=around.text(f"case.gate_{pressed.id}")))
    return replace(step, replies=(line, step.replaces), replaces=None)


def _ask_exactly(turn: Turn, team: Team, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the answer word for word: no case passes the duty to report on words that were nearly typed, or on fields
    alone. What is filled in stands on the card; the conditions, fixed choices, also count for an answer typed next.
    """
    key = "case.gate_answer" if pressed.is_fields_only and not pressed.is_loose else "case.gate_exactly"
    if isinstance(turn.what, Said) and plain_words(turn.what.text) == plain_words(around.text(f"case.gate_{NO}")):
        key = "case.gate_aside"  # word for word, but below something else that was read
    return ask_again(key, team, pressed, state, around)


def ask_again(key: str, team: Team, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask the same again, and say in the note with that key how it can be answered."""
    text, done = around.text, _said_done(team, pressed, state)
    answers = {answer: text(f"case.gate_{answer}") for answer in (NO, UNSURE, YES)}
    note = text(key, no=answers[NO], unsure=answers[UNSURE], yes=answers[YES])
    note = f"{text('case.gate_ticked')} {note}" if done else note
    values = {**pressed.values, POINTS: "", "first": as_value(done)}
    kept = state.writing(replace(state.case, said_done=done))
    return Step(replaces=gate_card(team, values, kept, around, note), state=kept)


def _said_done(team: Team, pressed: Pressed, state: ConversationState) -> tuple[str, ...]:
    """Return the conditions that are said to be done: now, or just before in words that left the answer open."""
    before = state.case.said_done if pressed.card_id is None else ()
    said = {*chosen_in(pressed.values.get("first", "")), *before}
    return tuple(one for one in conditions(team) if one in said)


def _conditions_met(team: Team, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    done = _said_done(team, pressed, state)
    unmet = [one for one in conditions(team) if one not in done]
    reason = pressed.values.get("reason", "").strip()
    if unmet and not (team.may_send_anyway and reason):
        kept = state.writing(replace(state.case, said_done=done))
        return Step(replaces=unmet_card(team, unmet, kept, around, pressed.values), state=kept)
    unlinked = replace(state.case, follows="", told=())
    changed = state.writing(replace(unlinked, step=FORM, levels=done, asked_as=asked_as(state), said_done=()))
    linked = state.case.follows if pressed.card_id is None else ""  # a typed answer leaves the field as it is shown
    code = read_code(pressed.values.get(EARLIER, linked))
    if code:
        return Step(state=changed, commands=(FindOwnCase(turn.person, code),))
    return _to_form(pressed, changed, around)


def asked_as(state: ConversationState) -> tuple[str, str]:
    """Return as whom somebody passes the gate: other workplaces have other teams, other roles other laws."""
    return state.profile.municipality or "", state.profile.role or ""


def _to_form(pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the form with what its writer came back to the gate with, or else the words of this case's draft.

    In a form the draft is no longer what was read whole: it is looked over again before it can be sent.
    """
    draft, reason = draft_of(state), pressed.values.get("reason", "").strip()
    texts = dict(_written(pressed.values))
    if not texts and draft is not None:
        texts = dict(draft.texts)
        data = replace(draft.data, step=FORM, follows=state.case.follows, told=state.case.told)
        state = replace(state, case_draft=replace(draft, data=data))
    shown = form_card(texts | ({"reason": reason} if reason else {}), state, around)
    left = (Line(around.text("case.question_left")),) if state.case.brings and not question_in(texts) else ()
    return Step(left, replaces=shown, state=state.writing(replace(state.case, brings=False)))


def read_code(said: str) -> str:
    """Return a case code as it is written on cards, however it was typed: `k7m 42p` is `K7M-42P`."""
    return code_in(said) or said.strip().upper()


def tell_own_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Go on to the form, linked to the person's own earlier case. One that its team has said must be
    reported is told to be so: it may be discussed once more, and the report waits for nobody."""
    if not isinstance(outcome, CaseIs):
        return Step()
    known = told_before(outcome.case, state, around)
    linked = state.writing(replace(state.case, follows=outcome.case.code, told=known))
    pressed = turn.what if isinstance(turn.what, Pressed) else Pressed("case_gate", NO)
    step = _to_form(pressed, linked, around)
    if not is_said_to_be_reported(outcome.case, around):
        return step
    return replace(step, replies=(Line(around.text("case.linked_reported", code=outcome.case.code)), *step.replies))


def _outside_own_law(role: str | None, around: Around) -> frozenset[str]:
    """Return the points the guide says do not stand in the role's own law: they lead to a call, never to the team."""
    noted = (one for one in criteria(around) if one.note_for is not None)
    return frozenset(one.id for one in noted if one.note_for is not None and role in one.note_for.role)


def unmet_card(
    team: Team, unmet: Sequence[str], state: ConversationState, around: Around, values: Mapping[str, str]
) -> Card:
    """Return what must be done before the team can help; never before a report."""
    text = around.text
    return Card(
        kind="case_unmet",
        header=(text("case.header"), ""),
        title=text("case.unmet_title"),
        intro=text("case.unmet_intro", team=team.name),
        blocks=(
            Bullets(tuple(text(f"names.precondition_{one}") for one in unmet)),
            Box((Paragraph(text("case.unmet_next")),), "warning"),
        ),
        buttons=(
            Button(text("case.unmet_start"), "menu_worried", style="positive"),
            Button(text("common.back"), "case_gate_again", submission_of(state), carries=_written(values)),
        ),
    )


def gate_again(turn: Turn, pressed: Pressed, state: ConversationState, around: Around, note: str = "") -> Step:
    """Show step 2 again, with a note on why. What was written on the card that was pressed is carried on, not kept."""
    team = team_of(state, around)
    if state.active != CASE or team is None or not is_its_card(pressed, state):
        return expired(turn, pressed, state, around)
    asked = _not_through(state)
    values = {name: said for name, said in pressed.values.items() if name in (*WRITTEN, REASON)}
    is_above = state.case.step in AFTER_GATE and pressed.card_id is None and state.case_draft is None
    lines = (Line(around.text("case.form_above")),) if is_above else ()
    return Step(lines, replaces=gate_card(team, values, asked, around, note), state=asked)


def _not_through(state: ConversationState, step: str = GATE, *, violence: bool = False) -> ConversationState:
    """Return the state of somebody who must pass the gate again: a form from before it can't be sent. The conditions
    that were ticked stay ticked."""
    done = state.case.said_done or state.case.levels or ()
    case = replace(state.case, step=step, said_done=done, levels=None, violence=violence)
    return _draft_asks_again(state).writing(case)


def _draft_asks_again(state: ConversationState) -> ConversationState:
    """Return the state with the words of the draft, but without its way past the gate: they come back as a form."""
    draft = state.case_draft
    if draft is None:
        return state
    return replace(state, case_draft=replace(draft, data=replace(draft.data, step=FORM, levels=None)))
