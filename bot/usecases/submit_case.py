"""Send an approved case to its team: case and outbox row in one commit."""

from __future__ import annotations

import secrets
import uuid
from datetime import timedelta

from bot.domain.case import CODE_DIGITS, CODE_LETTERS, Case
from bot.domain.case_actions import meeting_facts
from bot.domain.commands import SubmitCase
from bot.domain.errors import CaseNotFound, TeamNotConnected
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, Requester, UnitOfWork
from bot.usecases.case_change import own_case_by_code, tell_requester
from bot.usecases.follow_ups import keep_follow_ups
from bot.usecases.tell_admins import tell_admins

MANY = 10
"""Cases of one person in a day and night that administrators are told of: nobody who works with children writes so many
by hand, but who has got hold of an account, or bears a grudge, could. None is refused: one of them may be true."""
A_DAY = timedelta(days=1)


async def submit_case(command: SubmitCase, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Keep the case and queue its card. The same submission pressed twice makes one case.

    An earlier code that is not theirs, or not any more, links it to nothing: it is not what the case was written for.
    Raises TeamNotConnected when the team has no working channel.
    """
    link = await uow.channels.of_team(command.team, stays=True)
    if link is None or link.problem:
        raise TeamNotConnected(team=command.team)
    earlier = await _own_earlier(command, uow)
    wanted = Case(
        id=uuid.uuid4().hex,
        code=await _free_code(uow),
        municipality=command.municipality,
        team=command.team,
        form=command.form,
        text=command.text,
        created_at=clock.now(),
        due_at=command.due_at,
        pace=command.pace,
        follows=earlier,
        told=command.told if earlier else (),
        on_next_meeting=command.to_meeting,
        **meeting_facts(command.meeting_at),
    )
    requester = Requester(command.requester, command.place, command.receipt_id)
    case = await uow.cases.add(wanted, requester, command.submission_id)
    if case.id == wanted.id:
        row = OutboxItem(Kind.CASE_CARD, f"card:{case.id}", clock.now(), f"team:{case.team}", case.id)
        await uow.outbox.add(row)
        await keep_follow_ups(None, case, uow, clock.now())
        if await uow.cases.number_sent_by(command.requester, clock.now() - A_DAY) == MANY:
            await tell_admins("team.admin_many_cases", f"many:{case.id}", uow, clock.now(), number=str(MANY))
        if case.meeting_on is not None:
            await tell_requester(case, "meeting", uow, clock)
    return CaseIs(command, case)


async def _own_earlier(command: SubmitCase, uow: UnitOfWork) -> str:
    try:
        return (await own_case_by_code(command.follows, command.requester, uow)).code if command.follows else ""
    except CaseNotFound:
        return ""


async def _free_code(uow: UnitOfWork) -> str:
    code = new_code()
    while await uow.cases.code_exists(code):
        code = new_code()
    return code


def new_code() -> str:
    """Return an opaque code that can be said on the phone, like K7M-42P: no look-alikes, no order, no date."""
    pattern = (CODE_LETTERS, CODE_DIGITS, CODE_LETTERS, None, CODE_DIGITS, CODE_DIGITS, CODE_LETTERS)
    return "".join(secrets.choice(part) if part else "-" for part in pattern)
