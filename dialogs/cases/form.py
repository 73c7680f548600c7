"""Step 3 of a case: the four prompts, shown again with everything kept when something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields

from bot.content.team import Team
from bot.domain.case import CaseForm, CaseText
from bot.domain.conversation import CaseDraft, ConversationState
from bot.domain.reply import Box, Button, Card, Choice, ChoiceInput, Folded, Paragraph, TextInput
from bot.domain.turn import Pressed
from dialogs.cases.meeting import promised
from dialogs.dialog import Around

TEXTS = tuple(one.name for one in fields(CaseText))
"""Every field of the text of a case."""
PROMPTS = tuple(one.name for one in fields(CaseText) if one.default is MISSING)
"""Those that must be filled in, the prompts consultation teams use; facts, the child's words and the own worry are kept
apart."""
REASON = "reason"
"""The field that is asked for at the gate, and stands in the form only when there was something to say."""
QUESTION = "advice_wanted"
"""The prompt that a question without an answer is taken along in."""
LONGEST = 1200
RISKS = ("bosituasjon", "lav_inntekt", "laering_sprak", "helse", "rus", "annet")
PROTECTIVE = ("trygg_voksen", "venner", "fritid", "mestring", "foreldre_hjelp")


def team_of(state: ConversationState, around: Around) -> Team | None:
    """Return the team the case under way is for; None when it takes no cases in a channel, or not any more, or is of
    another municipality than the one chosen now: several have a team of the same id."""
    profile, case = around.municipality(state), state.case
    municipality, _, id = case.team.rpartition("/")
    of = municipality or next(iter(case.asked_as), "")  # before 29 November 2026 the id was kept alone
    team = profile.team(id) if profile and of in ("", profile.id) else None
    return team if team and team.takes_in_channel else None


def submission_of(state: ConversationState) -> str:
    """Return the id of the case being written: each of its cards carries it."""
    return state.case.submission


def draft_of(state: ConversationState) -> CaseDraft | None:
    """Return the draft of the case being written; None when there is none, or it is another case's."""
    return state.case_draft if state.is_draft_of(submission_of(state)) else None


def choices_of(state: ConversationState) -> CaseForm:
    """Return the fixed choices of the case being written, as its team will get them."""
    case = state.case
    return CaseForm(
        age_band=case.age,
        arena=case.arena,
        themes=case.themes,
        urgency=case.urgency,
        risk=case.risk,
        protective=case.protective,
        levels_done=case.levels or (),
    )


def question_in(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the question that a card carries to the form, for the next card to carry."""
    return ((QUESTION, values[QUESTION]),) if values.get(QUESTION) else ()


def is_its_card(pressed: Pressed, state: ConversationState) -> bool:
    """Tell whether the card that was pressed belongs to the case being written. A word that was typed («tilbake») names
    no card, and means that case."""
    is_word = pressed.card_id is None and not pressed.id
    return is_word or pressed.id == submission_of(state)


def form_card(
    values: Mapping[str, str], state: ConversationState, around: Around, errors: Mapping[str, str] | None = None
) -> Card:
    """Return the form with everything the person had written."""
    text, wrong = around.text, errors or {}
    team = team_of(state, around)
    return Card(
        kind="case_form",
        header=(text("case.header_team", team=team.name if team else ""), text("case.step", number=3)),
        title=text("case.form_title"),
        intro=text("case.form_intro"),
        blocks=(
            Box((Paragraph(text("case.form_warning")),), "warning"),
            *([Paragraph(summary_of(wrong, around))] if wrong else []),
            *inputs(values, around, wrong),
            _urgency(values, team, around),
            Folded(
                text("case.more_fields"),
                (_several("risk", RISKS, values, around), _several("protective", PROTECTIVE, values, around)),
            ),
            Paragraph(text("case.kept"), subtle=True),
        ),
        buttons=(
            Button(text("case.look_over"), "case_review", submission_of(state), style="positive"),
            Button(text("case.own_window"), "case_form", submission_of(state), dialog="only", submits_inputs=False),
            Button(text("common.back"), "case_gate_again", submission_of(state)),
            Button(text("common.cancel"), "case_cancel", submission_of(state), submits_inputs=False),
        ),
        in_dialog=True,
    )


def inputs(values: Mapping[str, str], around: Around, errors: Mapping[str, str] | None = None) -> Iterator[TextInput]:
    """Yield the fields to write the text in, with what is written."""
    for name in PROMPTS:
        yield _prompt(name, values, errors or {}, around)
    if values.get(REASON):
        yield TextInput(REASON, around.text("case.reason"), values[REASON], max_length=300)


def _prompt(name: str, values: Mapping[str, str], errors: Mapping[str, str], around: Around) -> TextInput:
    return TextInput(
        name,
        around.text(f"case.{name}"),
        values.get(name, ""),
        multiline=True,
        required=True,
        max_length=LONGEST,
        hint=around.text(f"case.{name}_hint"),
        error=errors.get(name, ""),
    )


def summary_of(errors: Mapping[str, str], around: Around) -> str:
    """Say what is missing in one line, for screen readers and for the terminal."""
    if all(errors.get(name) == around.text("case.missing") for name in PROMPTS):
        return around.text("case.fields_missing_all")
    if len(errors) == 1 and next(iter(errors.values())) == around.text("case.missing"):
        return around.text("case.field_missing", field=around.text(f"case.{next(iter(errors))}"))
    return around.text("case.fields_missing", number=len(errors)) if len(errors) > 1 else next(iter(errors.values()))


def errors_in(values: Mapping[str, str], around: Around) -> dict[str, str]:
    """Return what must be mended before the text can be checked, by field."""
    errors = {}
    for name in PROMPTS:
        said = values.get(name, "").strip()
        if not said:
            errors[name] = around.text("case.missing")
        elif len(said) > LONGEST:
            errors[name] = around.text("case.too_long", number=LONGEST)
    return errors


def _urgency(values: Mapping[str, str], team: Team | None, around: Around) -> ChoiceInput:
    hours = team.clock.urgent_office_hours if team else 4
    days = team.clock.ordinary_working_days if team else 2
    meeting = promised(team, around)
    ordinary = around.text("case.urgency_meeting", meeting=meeting) if meeting else ""
    choices = (
        Choice("vanlig", ordinary or around.text("case.urgency_vanlig", days=days)),
        Choice("haster", around.text("case.urgency_haster", hours=hours)),
    )
    return ChoiceInput("urgency", around.text("case.urgency"), choices, values.get("urgency") or "vanlig")


def _several(name: str, options: tuple[str, ...], values: Mapping[str, str], around: Around) -> ChoiceInput:
    choices = tuple(Choice(one, around.text(f"names.{name}_{one}")) for one in options)
    return ChoiceInput(name, around.text(f"case.{name}"), choices, values.get(name, ""), several=True)
