"""The fixed evaluation forms: the requester at once and after two months, the team after two months and yearly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.texts import Texts
from bot.domain.case import Case
from bot.domain.commands import ListMyCases
from bot.domain.conversation import ConversationState, Done
from bot.domain.evaluation import (
    QUESTIONS,
    Answers,
    EvaluationKind,
    KeepEvaluation,
    KeepYearEvaluation,
    ShowEvaluations,
    forms_in,
    is_complete,
)
from bot.domain.outcomes import CaseIs, CasesAre, EvaluationsAre, Outcome
from bot.domain.reply import Block, Button, Card, Choice, ChoiceInput, Facts, Line, Paragraph
from bot.domain.turn import PlaceKind, Pressed, Turn
from dialogs.cases.evaluation_words import BADLY, HEARD, HOW, NO, SEND, SKIP, Asked, asked_by, choice_key
from dialogs.cases.which_team import name_of_team
from dialogs.dialog import Around, Dialog, Handler, Step, Typed, Verb

LONGEST_CODE = 8
FEWEST = 5
"""With fewer forms than this nothing is counted out: one answer could be recognised."""


def evaluation_card(
    kind: EvaluationKind,
    asked: Asked,
    text: Texts,
    *,
    again: bool = False,
    told: str = "",
) -> Card:
    """Return a form, with what was answered of it and what is said of that (key of a text)."""
    given, code = dict(asked.given), asked.code
    fields = tuple(_question(kind, name, choices, given, text) for name, choices in QUESTIONS[kind].items())
    above = (Paragraph(text(told, example=_example(kind, text))),) if told else ()
    title = text(f"evaluation.{kind}_title", code=code)
    return Card(
        kind=f"evaluation_{kind}",
        header=(text("team.header_code", code=code) if code else text("evaluation.header"), text("evaluation.minute")),
        title=text("evaluation.again", title=title[0].lower() + title[1:]) if again else title,
        intro=text(f"evaluation.{kind}_intro", code=code),
        blocks=(*above, *fields, Paragraph(text(f"evaluation.{kind}_after"), subtle=True)),
        buttons=(
            Button(text("evaluation.send"), f"evaluate_{kind}", asked.id, style="positive", carries=(("code", code),)),
            Button(text("evaluation.not_now"), SKIP, asked.about, submits_inputs=False),
        ),
        doors=kind is not EvaluationKind.YEAR,
        summary=text("team.summary"),
    )


def _question(
    kind: EvaluationKind, name: str, choices: Sequence[str], given: Mapping[str, str], text: Texts
) -> ChoiceInput:
    options = tuple(Choice(one, text(choice_key(kind, name, one))) for one in choices)
    return ChoiceInput(
        name,
        text(f"evaluation.{kind}_{name}"),
        options,
        given.get(name, ""),
        required=True,
        compact=name == "score",
        error=text("evaluation.choose") if given and not given.get(name) else "",
    )


def _send(kind: EvaluationKind) -> Handler:
    """Return the handler of one form's send button."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        asked = _asked(kind, pressed)
        answers = dict(asked.given)
        if not is_complete(kind, answers):
            # the yearly form lies in a channel: nobody is asked to write there what they answer
            missing = "evaluation.missing_year" if kind is EvaluationKind.YEAR else "evaluation.missing"
            return Step(replaces=evaluation_card(kind, asked, around.text, told=missing))
        if kind is EvaluationKind.YEAR:
            return Step(commands=(KeepYearEvaluation(turn.person, turn.place, asked.about, answers),))
        return Step(commands=(KeepEvaluation(asked.about, turn.person, turn.place, kind, answers),))

    return handler


def _asked(kind: EvaluationKind, pressed: Pressed) -> Asked:
    """Return the form that was pressed, with what is answered on it, and before in words."""
    asked = asked_by(pressed.id)
    code = asked.code or pressed.values.get("code", "")[:LONGEST_CODE]
    values = {name: pressed.values.get(name, "") for name in QUESTIONS[kind]}
    known = {name: choice for name, choice in values.items() if choice}
    return replace(asked, code=code).with_more(known)


def hear(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the form with what was answered in words, to be looked over; it is sent by its button, typed or pressed."""
    name, _, id = pressed.id.partition("|")
    if name not in [*EvaluationKind]:
        return Step((Line(around.text("common.unknown_button")),))
    kind = EvaluationKind(name)
    asked = _asked(kind, replace(pressed, id=id))
    if state.has_done(f"{SEND}{kind}", asked.about) and not is_complete(kind, dict(asked.given)):
        return Step((Line(around.text(f"case.done_{SEND}{kind}", code=asked.code)),))
    told = "understood" if is_complete(kind, dict(asked.given)) else "missing"
    told = "change" if NO in pressed.values else next((how for how in (HOW, BADLY) if how in pressed.values), told)
    is_opened = isinstance(turn.what, Pressed) and not asked.given  # by the line that offers it: nothing is missing yet
    return Step((evaluation_card(kind, asked, around.text, told="" if is_opened else f"evaluation.{told}"),))


def _example(kind: EvaluationKind, text: Texts) -> str:
    """Return how the whole form may be answered in words: the second answer to each question."""
    return ", ".join(text(choice_key(kind, name, choices[1])).lower() for name, choices in QUESTIONS[kind].items())


def tell_kept(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Thank in the form's place. What was answered is not kept with who answered it: of the form, it is only known that
    it was sent."""
    command = outcome.command if isinstance(outcome, CaseIs) else None
    if not isinstance(outcome, CaseIs) or not isinstance(command, KeepEvaluation):
        thanks = Line(around.text(f"evaluation.{EvaluationKind.YEAR}_thanks"))
        return Step(replaces=thanks, state=_without_form(state))
    done = Done(f"{SEND}{command.kind}", command.case_id, outcome.case.code)
    thanks = Line(around.text(f"evaluation.{command.kind}_thanks"))
    return Step(replaces=thanks, state=replace(_without_form(state), done=done))


def skip(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """«Ikke nå»: the one reminder comes later."""
    return Step(replaces=Line(around.text("evaluation.skipped")), state=_without_form(state))


def _without_form(state: ConversationState) -> ConversationState:
    """Let go of the form if it was shown last: its button knows what was answered on it."""
    is_last = any(one.verb == SKIP for one in state.shown)
    return replace(state, shown=(), fields=()) if is_last else state


def show(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the results of the year; in one's own chat, open the form that waits."""
    if turn.place.kind is PlaceKind.PERSONAL:
        return Step(commands=(ListMyCases(turn.person),))
    return Step(commands=(ShowEvaluations(turn.person, turn.place, around.today.year),))


def tell_waiting(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Open the form that was asked for last about one's cases and is not sent; say where the results are if none
    waits."""
    cases = {case.id: case for case in outcome.cases} if isinstance(outcome, CasesAre) else {}
    id, kind = next(iter(outcome.forms.items()), ("", "")) if isinstance(outcome, CasesAre) else ("", "")
    if id not in cases:
        return Step((Line(around.text("evaluation.none_waits")),))
    form = Pressed(HEARD, f"{kind}|{Asked(id, cases[id].code).id}")
    return hear(turn, form, state, around)


def tell_results(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show what people answered about the teams in the channel this year; early in a year, what they did last year."""
    if not isinstance(outcome, EvaluationsAre) or not isinstance(outcome.command, ShowEvaluations):
        return Step()
    year = outcome.command.year
    answered = {team: answers for team, answers in outcome.answers.items() if answers}
    if answered:
        return Step(tuple(_results(team, answers, year, around) for team, answers in answered.items()))
    if year == around.today.year:
        return Step(commands=(replace(outcome.command, year=year - 1),))
    return Step((Line(around.text("evaluation.none")),))


def _results(team: str, answers: Answers, year: int, around: Around) -> Card:
    text = around.text
    blocks: list[Block] = []
    for kind in EvaluationKind:
        number = forms_in(answers, kind)
        if number < FEWEST:
            few = text("evaluation.too_few", number=number, fewest=FEWEST)
            blocks.append(Paragraph(f"**{text(f'evaluation.{kind}_name')}** {few}"))
            continue
        blocks.append(Paragraph(text("evaluation.answers", name=text(f"evaluation.{kind}_name"), number=number)))
        blocks += [_counted(kind, name, answers, text) for name in QUESTIONS[kind]]
    return Card(
        kind="evaluation_results",
        header=(name_of_team(team, around.knowledge), str(year)),
        title=text(
            "evaluation.results_title" if year == around.today.year else "evaluation.results_of_title", year=year
        ),
        intro=text("evaluation.results_intro"),
        blocks=blocks,
        doors=False,
    )


def _counted(kind: EvaluationKind, name: str, answers: Answers, text: Texts) -> Facts:
    counts = ", ".join(
        f"{text(choice_key(kind, name, choice))}: {answers.get((kind, name, choice), 0)}"
        for choice in QUESTIONS[kind][name]
    )
    return Facts(((text(f"evaluation.{kind}_{name}"), counts),))


def case_evaluation(kind: EvaluationKind, case: Case, text: Texts, *, again: bool) -> Card:
    """Return the form about one case."""
    return evaluation_card(kind, Asked(case.id, case.code), text, again=again)


def offered_evaluation(kind: EvaluationKind, case: Case, text: Texts) -> Line:
    """Return one line that opens the form, for who is in the middle of something else."""
    said = text("evaluation.offered", code=case.code)
    return Line(said, (Button(text("evaluation.open"), HEARD, f"{kind}|{Asked(case.id, case.code).id}"),))


EVALUATION = Dialog(
    name="evaluation",
    verbs={
        **{f"evaluate_{kind}": Verb(_send(kind), Typed.NEARLY, means="yes") for kind in EvaluationKind},
        HEARD: Verb(hear, Typed.NEARLY),
        SKIP: Verb(skip, Typed.NEARLY),
        "evaluations": Verb(show, Typed.NEARLY, is_command=True),
    },
    told={
        ShowEvaluations: tell_results,
        ListMyCases: tell_waiting,
        KeepEvaluation: tell_kept,
        KeepYearEvaluation: tell_kept,
    },
    place="both",
)
