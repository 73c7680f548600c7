"""The team answers a case."""

from __future__ import annotations

from typing import Final

from bot.domain.case import Member, TeamAnswer
from bot.domain.case_actions import answered
from bot.domain.commands import AnswerCase
from bot.domain.follow_up import FollowUp
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, save_and_show, tell_requester, tell_thread
from bot.usecases.follow_ups import until

REPLACES: Final = "replaces"


async def answer_case(command: AnswerCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Give the recommendation: every part is there, or the dialog does not get this far."""
    before, member = await case_for_team(command, uow)
    after = answered(before, _answer(command, member, clock))
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    is_anew = before.answer is not None
    await tell_thread(after, "answered_anew" if is_anew else "answered", uow, clock, who=member.name)
    await tell_requester(after, "answered", uow, clock, **({REPLACES: "yes"} if is_anew else {}))
    if before.answered_at is None:
        reminder = until(after, FollowUp.EVALUATE_AGAIN, clock.now())
        await tell_requester(after, "evaluate_now", uow, clock, **reminder)
    return CaseIs(command, after)


def _answer(command: AnswerCase, member: Member, clock: Clock) -> TeamAnswer:
    return TeamAnswer(
        advice=command.advice,
        why=command.why,
        tasks=command.tasks,
        come_back=command.come_back,
        answered_by_role=command.answered_by_role,
        by=member,
        at=clock.now(),
        needs_decision=command.needs_decision,
        extended_meeting=command.extended_meeting,
    )
