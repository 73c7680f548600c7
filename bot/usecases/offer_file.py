"""A member wants a document: Teams gives files in personal chats only, so the button for it is sent there."""

from __future__ import annotations

from bot.domain.commands import OfferFile
from bot.domain.errors import NotPermitted
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork


async def offer_file(command: OfferFile, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Queue the button to the member; from the team's own channel only, whose roster is checked before."""
    if command.team not in {link.team for link in await uow.channels.at(command.place)}:
        raise NotPermitted
    payload: Payload = {
        "card": command.what,
        "team": command.team,
        "about": command.case_id,
        "member_id": command.by.id,
        "member_name": command.by.name,
    }
    minute = f"{clock.now():%Y-%m-%dT%H:%M}"
    key = f"file:{command.what}:{command.team}:{command.case_id}:{command.by.pseudonym}:{minute}"
    await uow.outbox.add(OutboxItem(Kind.TEAM_POST, key, clock.now(), f"team:{command.team}", None, payload))
    return Done(command)
