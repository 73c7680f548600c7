"""What every change to a case shares: find it, check who may, save it, queue what the others see."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Unpack

from bot.content.working_time import due_at
from bot.domain.case import Case, Member
from bot.domain.commands import OnCase
from bot.domain.errors import CaseNotFound
from bot.domain.outbox import Kind, OutboxItem, Payload
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import Person, PlaceKind
from bot.usecases.follow_ups import keep_follow_ups

RELAYED = ("question", "answered")
"""Notices to the requester with words the team wrote."""
TO_HOLDER = frozenset({"replied", "added", "renewed", "opened_again"})
"""What whoever has a case is told that its requester has done, as long as they have it and it is open."""
TAKEN_OVER: Final = "taken_over"
"""What the thread, whoever had the case and a requester who waits are told when another member has taken it over."""
_LINES = {"question": "asked", "reply": "replied", "information": "added"}
"""The line under the card that tells a message of each kind."""


async def case_for_team(command: OnCase, uow: UnitOfWork) -> tuple[Case, Member]:
    """Return the case and the member, when the command comes from the channel of the case's own team.

    The roster itself is checked before the turn is decided. Raises CaseNotFound from any other conversation.
    """
    case = await uow.cases.get(command.case_id)
    link = await uow.channels.of_team(case.team)
    here = command.place
    if here.kind is not PlaceKind.CHANNEL or link is None or link.place.room != here.room:
        raise CaseNotFound
    return case, Member(command.by.id, command.by.name)


async def case_for_requester(command: OnCase, uow: UnitOfWork) -> Case:
    """Return the case when the person is the one who sent it; raises CaseNotFound for everybody else."""
    case = await uow.cases.get(command.case_id)
    requester = await uow.cases.requester_of(case.id)
    if requester is None or requester.person.id != command.by.id or command.place.kind is not PlaceKind.PERSONAL:
        raise CaseNotFound
    return case


async def is_their_own(case: Case, member: Member, uow: UnitOfWork) -> bool:
    """Tell whether the member is the one who sent the case: nobody but they may be told."""
    requester = await uow.cases.requester_of(case.id)
    return requester is not None and requester.person.id == member.id


async def own_case_by_code(code: str, person: Person, uow: UnitOfWork) -> Case:
    """Return the person's own case with that code; CaseNotFound for all others, whether they exist or not."""
    case = await uow.cases.by_code(code)
    requester = await uow.cases.requester_of(case.id)
    if requester is None or requester.person.id != person.id:
        raise CaseNotFound
    return case


def due_again(case: Case, now: datetime) -> datetime:
    """Return until when the team answers a case that begins to wait for an answer now."""
    return due_at(now, urgent=case.form.urgency == "haster", clock=case.pace)


async def save_and_show(before: Case, after: Case, uow: UnitOfWork, clock: Clock) -> bool:
    """Save a changed case, queue the new card and keep its follow-ups.

    Returns False, and does nothing, when nothing changed.
    """
    if after.version == before.version:
        return False
    await uow.cases.save(after)
    key = f"card:{after.id}:v{after.version}"
    await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, clock.now(), f"team:{after.team}", after.id))
    await keep_follow_ups(before, after, uow, clock.now())
    return True


async def tell_thread(case: Case, line: str, uow: UnitOfWork, clock: Clock, /, **values: Unpack[Payload]) -> None:
    """Queue a line under the card; `line` is a key in texts, `team.thread_<line>`."""
    key = f"thread:{case.id}:v{case.version}:{line}"
    payload: Payload = {"line": line, **values}
    kind = Kind.RELAYED_LINE if "message" in values else Kind.THREAD_LINE
    await uow.outbox.add(OutboxItem(kind, key, clock.now(), f"team:{case.team}", case.id, payload))


async def tell_again_under(card_id: str, case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Queue what the team and the requester have written to each other, under a card that came in place of another one:
    nothing else in the channel shows it, and a line that was on its way had no card to stand under."""
    for number, message in enumerate(case.messages):
        about: Payload = {
            "line": _LINES[message.kind],
            "who": message.by.name if message.by else "",
            "message": str(number),
        }
        key = again_key(case.id, card_id, str(number))
        await uow.outbox.add(OutboxItem(Kind.RELAYED_LINE, key, now, f"team:{case.team}", case.id, about))


def again_key(case_id: str, card_id: str, message: str) -> str:
    """Return the dedupe key of a message that is told again under a card."""
    return f"thread:{case_id}:under:{card_id}:{message}"


async def tell_member(
    case: Case, to: Member, notice: str, uow: UnitOfWork, clock: Clock, /, **values: Unpack[Payload]
) -> None:
    """Queue a message to one member of the team, in a chat of their own."""
    key = f"member:{case.id}:v{case.version}:{notice}"
    payload: Payload = {"notice": notice, "member_id": to.id, "member_name": to.name, **values}
    await uow.outbox.add(OutboxItem(Kind.MEMBER_NOTICE, key, clock.now(), f"member:{case.id}", case.id, payload))


async def tell_holder(case: Case, notice: str, uow: UnitOfWork, clock: Clock) -> None:
    """Queue to whoever has the case that its requester has done something: a line in the channel calls nobody. Whoever
    has a case of their own has done it themselves."""
    holder = case.claimed_by
    if holder is not None and not await is_their_own(case, holder, uow):
        await tell_member(case, holder, notice, uow, clock)


async def tell_requester(case: Case, notice: str, uow: UnitOfWork, clock: Clock, /, **values: Unpack[Payload]) -> None:
    """Queue a message to the requester; `notice` names a card made at delivery time."""
    key = f"notice:{case.id}:v{case.version}:{notice}"
    payload: Payload = {"notice": notice, **values}
    kind = Kind.RELAYED_NOTICE if notice in RELAYED else Kind.REQUESTER_NOTICE
    await uow.outbox.add(OutboxItem(kind, key, clock.now(), f"requester:{case.id}", case.id, payload))
