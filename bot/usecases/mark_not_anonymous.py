"""Somebody could be recognised: the text goes at once."""

from __future__ import annotations

from bot.domain.case_actions import looked_at, redacted
from bot.domain.commands import MarkNotAnonymous
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.usecases.case_change import case_for_team, due_again, save_and_show, tell_requester, tell_thread
from bot.usecases.erase_messages import erase_messages


async def mark_not_anonymous(command: MarkNotAnonymous, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Take the text away everywhere the bot can, and ask the requester for a new one."""
    before, member = await case_for_team(command, uow)
    now = clock.now()
    after = looked_at(redacted(before, member, now, due_again(before, now)), now)
    if not await save_and_show(before, after, uow, clock):
        return CaseIs(command, after)
    await uow.cases.destroy_text(after.id)
    await erase_messages(after, uow, now)
    await tell_thread(after, "redacted", uow, clock, who=member.name)
    await tell_requester(after, "redacted", uow, clock)
    return CaseIs(command, after)
