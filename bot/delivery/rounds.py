"""The hourly rounds: cases and cards compared, channels looked at, cards that stand where their team was, holders who
left, who else can read the cases, meetings that were moved, cases nobody takes or can take, the yearly question."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.delivery.reconcile import Found, reconcile
from bot.domain.again import again_and_again, unless_collided
from bot.domain.errors import CaseChanged
from bot.domain.event_log import EventLog
from bot.domain.month_report import gets_figures
from bot.domain.ports import CardPosted, ChannelLink, Clock, Messenger, Store, StoreAway, StoreCollided, UnitOfWork
from bot.domain.sending import Gone, Refused, SendError
from bot.usecases.follow_moved_meetings import MovedTo, follow_moved_meetings, not_moved
from bot.usecases.month_figures import post_figures
from bot.usecases.monthly_meeting import is_reminded, remind_of_meeting
from bot.usecases.move_cases import move_cases
from bot.usecases.note_channel import note_back, note_out_of_reach
from bot.usecases.redraw_overdue import NextMeeting, not_known, redraw_overdue
from bot.usecases.release_departed import release_departed
from bot.usecases.tell_admins import tell_admins
from bot.usecases.tell_nobody_able import tell_nobody_able
from bot.usecases.tell_not_posted import tell_of_all_not_posted
from bot.usecases.tell_of_waiting import tell_of_waiting
from bot.usecases.try_refused_again import try_channel_again, try_everybody_again
from bot.usecases.watch_readers import watch_readers
from bot.usecases.year_evaluation import ask_about_the_year

log = EventLog(__name__)
EVERY_SECONDS = 3600.0


async def make_rounds(
    store: Store,
    messenger: Messenger,
    clock: Clock,
    next_meeting: NextMeeting = not_known,
    moved_to: MovedTo = not_moved,
) -> Found:
    """Look after everything once. Twice is the same as once, and several replicas may do it."""
    found = await unless_collided(lambda: reconcile(store, clock))
    links, orphans = await unless_collided(lambda: _tell_of(found, store, clock))
    for card in orphans:
        await _remove(card, store, messenger)
    for link in links:
        try:
            await _look_after(link, store, messenger, clock, next_meeting)
            await _changed_cases(partial(follow_moved_meetings, link.team, clock=clock, moved_to=moved_to), store)
        except StoreCollided:  # each time it was tried; the next round looks anew
            log.info("rounds.collided", where=link.team)
        except StoreAway:
            raise
        except Exception as error:  # whatever is wrong with this team, the others are looked after
            log.error("rounds.team_failed", where=link.team, error=type(error).__name__)
    return found


async def _tell_of(found: Found, store: Store, clock: Clock) -> tuple[Sequence[ChannelLink], Sequence[CardPosted]]:
    """Tell the administrators of what was found. Returns the channels to look at, and the cards that no case has."""
    async with store.unit_of_work() as uow:
        for code in await uow.cases.unreadable():
            await tell_admins("team.admin_unreadable", f"unreadable:{code}", uow, clock.now(), case=code)
        if not found.is_clean:
            counts = {
                "missing": str(len(found.cases_without_card)),
                "orphans": str(len(found.cards_without_case)),
                "parked": str(found.parked),
            }
            about = f"reconciled:{clock.now():%Y-%m-%d}:{':'.join(counts.values())}"
            await tell_admins("team.admin_reconciled", about, uow, clock.now(), **counts)
        await try_everybody_again(uow, clock.now())
        links = await uow.channels.all()
        orphans = [card for one in found.cards_without_case if (card := await uow.channels.card_of(one)) is not None]
        await uow.commit()
    return links, orphans


async def _remove(card: CardPosted, store: Store, messenger: Messenger) -> None:
    """Take back a card that no case has; when Teams cannot now, the next round tries again."""
    try:
        await messenger.delete(card.place, card.activity_id)
    except Gone:
        pass
    except SendError as error:
        log.warning("rounds.orphan_stays", code=error.code)
        return
    async with store.unit_of_work() as uow:
        await uow.channels.retire_card(card.case_id)
        await uow.commit()


async def _look_after(
    link: ChannelLink, store: Store, messenger: Messenger, clock: Clock, next_meeting: NextMeeting
) -> None:
    try:
        roster = frozenset(member.id for member in await messenger.members(link.place))
    except (Gone, Refused) as error:
        log.warning("rounds.channel_out_of_reach", code=error.code)
        async with store.unit_of_work() as uow:
            await note_out_of_reach(link, "team.gone_removed", uow, clock)
            await tell_of_all_not_posted(link.team, uow, clock.now())
            await uow.commit()
        return
    except SendError as error:  # Teams cannot tell now; the next round asks again
        log.info("rounds.roster_unknown", code=error.code)
        async with store.unit_of_work() as uow:
            await tell_of_all_not_posted(link.team, uow, clock.now())
            await uow.commit()
        return
    await unless_collided(lambda: _note(link, roster, store, clock, next_meeting))
    if roster:
        await _changed_cases(partial(_bring_along, link, clock), store)
    await _release(link, roster, store, clock)


async def _note(
    link: ChannelLink, roster: frozenset[str], store: Store, clock: Clock, next_meeting: NextMeeting
) -> None:
    """Note what the roster tells of the channel, and queue what is due of the team."""
    async with store.unit_of_work() as uow:
        if not await _is_there(link, uow):
            return
        if roster:
            await note_back(link, uow, clock)
            await try_channel_again(link, uow, clock.now())
            await watch_readers(link.team, len(roster), uow, clock.now())
        else:
            await note_out_of_reach(link, "team.gone_nobody", uow, clock)
        if gets_figures(link.team):
            await post_figures(link, uow, clock.now())
        elif is_reminded(link.team):
            await remind_of_meeting(link, uow, clock.now())
        else:
            await ask_about_the_year(link, uow, clock.now())
        if roster:
            await uow.on_duty.end_all_but(link.team, roster)
        await redraw_overdue(link.team, uow, clock.now(), next_meeting)
        await tell_of_waiting(link.team, uow, clock.now())
        await tell_nobody_able(link.team, roster, uow, clock.now())
        await tell_of_all_not_posted(link.team, uow, clock.now())
        await uow.commit()


async def _bring_along(link: ChannelLink, clock: Clock, uow: UnitOfWork) -> None:
    """Let cards that stand where the team was come to where it is. Twice is the same as once."""
    now = await uow.channels.of_team(link.team)
    if now is not None and now.place.room == link.place.room:  # reached by another bot since the look began, perhaps
        await move_cases(replace(link, problem=""), now.place, uow, clock.now())


async def _is_there(link: ChannelLink, uow: UnitOfWork) -> bool:
    """Tell whether the team is still where the roster is of: Teams may take its time, and somebody connects another
    channel meanwhile."""
    now = await uow.channels.of_team(link.team)
    return now is not None and now.place.room == link.place.room


async def _release(link: ChannelLink, roster: frozenset[str], store: Store, clock: Clock) -> None:
    async def release(uow: UnitOfWork) -> None:
        if not await _is_there(link, uow):
            return
        count = await release_departed(link.team, roster, uow, clock)
        if count:
            about = f"departed:{link.team}:{clock.now():%Y-%m-%dT%H}"
            values = {"number": str(count), "team": link.team}
            await tell_admins("team.admin_departed", about, uow, clock.now(), **values)

    await _changed_cases(release, store)


async def _changed_cases(change: Callable[[UnitOfWork], Awaitable[None]], store: Store) -> None:
    """Change cases of a team in a commit of its own."""
    try:
        async with store.unit_of_work() as uow:
            await change(uow)
            await uow.commit()
    except (CaseChanged, StoreCollided):  # somebody pressed a button in the same moment; the next round looks anew
        log.info("rounds.case_changed")


async def run_rounds(
    store: Store,
    messenger: Messenger,
    clock: Clock,
    stop: asyncio.Event,
    next_meeting: NextMeeting,
    moved_to: MovedTo,
) -> None:
    """Make the rounds every hour until `stop` is set."""
    make = partial(make_rounds, store, messenger, clock, next_meeting, moved_to)
    await again_and_again(make, stop, EVERY_SECONDS, "rounds.failed")
