"""Keep what people think of the help they got, without who they are."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.errors import CaseNotFound, NotPermitted
from bot.domain.evaluation import Evaluation, EvaluationKind, KeepEvaluation, KeepYearEvaluation, is_complete
from bot.domain.follow_up import FollowUp
from bot.domain.outcomes import CaseIs, Done, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import PlaceKind
from bot.usecases.case_change import case_for_requester
from bot.usecases.follow_ups import stop_evaluations

STOPS = {
    EvaluationKind.NOW: frozenset({FollowUp.EVALUATE_AGAIN}),
    EvaluationKind.LATER: frozenset({FollowUp.EVALUATE_LATER, FollowUp.EVALUATE_LATER_AGAIN}),
    EvaluationKind.TEAM: frozenset({FollowUp.EVALUATE_TEAM, FollowUp.EVALUATE_TEAM_AGAIN}),
}
"""What is not asked about any more once a form is filled in."""


async def keep_evaluation(command: KeepEvaluation, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep the form by case code. Raises CaseNotFound for others than those asked, NotPermitted for a half form."""
    if command.kind not in STOPS or not is_complete(command.kind, command.answers):
        raise NotPermitted
    if command.kind is EvaluationKind.TEAM:
        case = await _case_answered_by(command, uow)
    else:
        case = await case_for_requester(command, uow)
    if case.answer is None and case.answered_at is None:
        raise CaseNotFound
    form = Evaluation(command.kind, case.municipality, case.team, clock.now(), command.answers, case.code)
    await uow.evaluations.keep(form, command.by)
    await stop_evaluations(case, STOPS[command.kind], uow)
    return CaseIs(command, case)


async def _case_answered_by(command: KeepEvaluation, uow: UnitOfWork) -> Case:
    case = await uow.cases.get(command.case_id)
    answered_by = case.answer.by if case.answer else case.claimed_by
    if command.place.kind is not PlaceKind.PERSONAL or answered_by is None or answered_by.id != command.by.id:
        raise CaseNotFound
    return case


async def keep_year_evaluation(command: KeepYearEvaluation, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep a member's form about the team's year; only from the team's own channel, whose roster is checked before."""
    own = {link.team for link in await uow.channels.at(command.place)}
    if command.team not in own or not is_complete(EvaluationKind.YEAR, command.answers):
        raise NotPermitted
    municipality = command.team.partition("/")[0]
    form = Evaluation(EvaluationKind.YEAR, municipality, command.team, clock.now(), command.answers)
    await uow.evaluations.keep(form, command.by)
    return Done(command)
