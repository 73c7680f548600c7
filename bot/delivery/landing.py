"""What is written down once a card has landed, in one commit: card, case, and the rows that follow from it."""

from __future__ import annotations

from datetime import datetime

from bot.delivery.plan import Replace, as_posted
from bot.domain.case import Case
from bot.domain.outbox import Kind, OutboxItem, OutboxRow
from bot.domain.ports import CardPosted, UnitOfWork
from bot.domain.turn import Place
from bot.usecases.case_change import tell_again_under
from bot.usecases.move_cases import empty_left, move_case
from bot.usecases.tell_on_duty import tell_of_urgent


async def note_card_landed(
    row: OutboxRow, place: Place, activity_id: str, shown_version: int, uow: UnitOfWork, now: datetime
) -> str | None:
    """Keep the card, note that the case is posted, queue what follows.

    Returns the activity id when the case already has another card, so that this one can be taken back. One that was
    found where the team is no longer goes along to its channel.
    """
    case = await uow.cases.get(row.item.case_id or "")
    there = await uow.channels.card_of(case.id)
    if there is not None and there.activity_id != activity_id:
        return activity_id
    posted = as_posted(case, now)
    await uow.channels.keep_card(CardPosted(case.id, place, activity_id, min(shown_version, posted.version)))
    if posted is not case:
        await uow.cases.save(posted)
        await uow.outbox.add(_posted_notice(posted, now))
        await tell_of_urgent(posted, uow, now)
    elif there is None:
        await tell_again_under(activity_id, case, uow, now)
    team = await uow.channels.of_team(case.team)
    has_left = case.ended_at is None and team is not None and await move_case(posted, team.place, uow, now)
    if posted.version != shown_version and not has_left:
        await uow.outbox.add(_card_update(posted, shown_version, now))
    return None


async def note_line_landed(row: OutboxRow, place: Place, activity_id: str, uow: UnitOfWork, now: datetime) -> None:
    """Empty a line that was found in a channel which its case has left meanwhile, as the others there were."""
    case = await uow.cases.get(row.item.case_id or "")
    card, team = await uow.channels.card_of(case.id), await uow.channels.of_team(case.team)
    home = card.place if card else team.place if team else place
    if home.room != place.room:
        await empty_left(case, activity_id, place, uow, now)


async def note_replaced(row: OutboxRow, plan: Replace, uow: UnitOfWork) -> None:
    """Remember which version the card shows, unless the case has got another card meanwhile."""
    case_id = row.item.case_id or ""
    card = await uow.channels.card_of(case_id)
    if card is not None and card.activity_id == plan.activity_id:
        await uow.channels.keep_card(CardPosted(case_id, plan.place, plan.activity_id, plan.version))


async def note_card_gone(row: OutboxRow, gone_activity_id: str, uow: UnitOfWork, now: datetime) -> None:
    """The card is not in the channel any more: retire it and, while the case is open, queue a new one, which shows the
    case as it is. A post about no case that was to be emptied is gone, as it should be."""
    if row.item.case_id is None:
        await uow.queue.drop(row.id, "post_gone", now)
        return
    case = await uow.cases.get(row.item.case_id or "")
    card = await uow.channels.card_of(case.id)
    if card is not None and card.activity_id == gone_activity_id:
        await uow.channels.retire_card(case.id)
        if case.ended_at is None:  # else it comes when somebody opens the case again
            key = f"card:{case.id}:after:{gone_activity_id}"
            await uow.outbox.add(OutboxItem(Kind.CASE_CARD, key, now, f"team:{case.team}", case.id))
    await uow.queue.drop(row.id, "card_gone", now)


def _card_update(case: Case, shown_version: int, now: datetime) -> OutboxItem:
    key = f"card:{case.id}:v{shown_version}to{case.version}"
    return OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case.id)


def _posted_notice(case: Case, now: datetime) -> OutboxItem:
    key, conversation = f"notice:{case.id}:posted", f"requester:{case.id}"
    return OutboxItem(Kind.REQUESTER_NOTICE, key, now, conversation, case.id, {"notice": "posted"})
