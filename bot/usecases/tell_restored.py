"""Tell the teams and the administrators that the database is put back: what was done since is known to nobody else.

Cases that were sent since are gone, their cards stand in the channels, and who sent them waits for an answer.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import UnitOfWork
from bot.usecases.monthly_meeting import takes_cases
from bot.usecases.tell_admins import tell_admins

RESTORED: Final = "restored"
"""What the post in the channel is called in its payload, and the moment the database is put back to."""


async def tell_restored(to: datetime, uow: UnitOfWork, now: datetime) -> int:
    """Queue it to every channel that takes cases, and to the administrators; return to how many channels. Twice is the
    same as once."""
    links = [link for link in await uow.channels.all() if takes_cases(link.team)]
    for link in links:
        payload: Payload = {"card": RESTORED, "team": link.team, RESTORED: to.isoformat()}
        key = f"{RESTORED}:{link.team}:{to.isoformat()}"
        await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, now, f"team:{link.team}", None, payload))
    await tell_admins("team.admin_restored", f"{RESTORED}:{to.isoformat()}", uow, now, at=to.isoformat())
    return len(links)
