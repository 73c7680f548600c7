"""Deletes what has been kept long enough. Run every hour; running it twice is the same as once.

How long is the municipality's decision (archive law asks for one); these are the figures until it decides otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.audit_trail import first_misfit
from bot.delivery.forgetting import forget_sender
from bot.domain.again import again_and_again, unless_collided
from bot.domain.case import Case, Pace
from bot.domain.case_actions import text_deleted
from bot.domain.conversation import DRAFT_FOR, FORGET_AFTER, TOUCHED_EVERY, UNUSED_FOR
from bot.domain.errors import CaseChanged, CaseNotFound, CaseUnreadable
from bot.domain.evaluation import EvaluationKind
from bot.domain.event_log import EventLog
from bot.domain.norway import OSLO, day_of
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import Clock, Store, StoreAway, StoreCollided, UnitOfWork
from bot.domain.upkeep_ports import Retention
from bot.usecases.erase_messages import erase_copies, erase_messages
from bot.usecases.follow_ups import stop_evaluations
from bot.usecases.keep_evaluation import STOPS
from bot.usecases.tell_admins import tell_admins

Forget = Callable[[str, UnitOfWork, datetime], Awaitable[bool]]
"""Forgets who sent a case; False when somebody else has done it."""
Delete = Callable[[Retention, datetime, "Keep"], Awaitable[int]]
"""Deletes what is due of one kind, and returns how much."""

log = EventLog(__name__)


@dataclass(frozen=True)
class Keep:
    """How long things are kept.

    The text of a case goes by its own `Pace.retention_days`: what its municipality said when it was sent (90 days
    unless it says otherwise, the figure GlobaLeaks uses).
    """

    unreadable_in: Callable[[str], timedelta] = lambda _: timedelta(days=Pace().retention_days)
    """Text of a case that cannot be opened, after it was closed or withdrawn: as long as its municipality says now."""
    requester: timedelta = timedelta(days=90, hours=12)
    """Who sent a case, after it was closed: as long as the evaluation after two months may need it, and half a day
    more than the text, so that the copy in their own chat can be emptied first."""
    requester_who_asked: timedelta = FORGET_AFTER
    """Who sent a case, after it was closed, when they asked to be forgotten while it was open: until they have read
    the answer. For a case that was over when they asked, until the copies in their chat are emptied."""
    case: timedelta = timedelta(days=90)
    """What is left of a case after its text was deleted: fixed choices, times and its card. Never less than until the
    year it was sent in is counted; then it is a count among others."""
    evaluation: timedelta = timedelta(days=90)
    """A form about a case, which may be filled in anew; then it is counted. Forms about a team's year: to its end."""
    draft: timedelta = timedelta(hours=24)
    """What is under way in a conversation nobody touches. The draft of a case goes by its own time, and never later
    than its card says."""
    unused: timedelta = UNUSED_FOR
    """Everything kept of somebody's conversation, profile and concerns too, after they wrote last."""
    inbox: timedelta = timedelta(days=7)
    """Ids of what Teams delivered; it delivers again within minutes."""
    finished_rows: timedelta = timedelta(days=90)
    """Delivered rows, without content: their keys keep the same thing from being sent twice. As long may a reminder
    stand fast."""
    questions: timedelta = timedelta(days=365)
    """Questions without a good answer, anonymised; the editors' list shows half a year of them."""
    trends: timedelta = timedelta(days=730)
    """What teams have told the samordningsteam: words about many, and nobody in them."""
    counts: timedelta = timedelta(days=730)
    """Thumbs, and how often each answer was shown: numbers by day and month, without people."""
    audit: timedelta = timedelta(days=730)
    """The audit trail, which has no content."""


_A_DAY = timedelta(days=1)
_FIGURES_WAIT = timedelta(days=31)
"""How long after New Year the figures of December may still be asked of the cases themselves."""
_VERIFIED_AT = 2
"""The hour (UTC) of the run that looks through the audit trail: once a night."""
_UNREACHED_FOR = timedelta(days=7)
"""How long the link to who sent a case waits for copies in a chat that cannot be reached: who runs the bot is told, and
may mend it. Who has blocked the bot is let go of all the same. As long waits what `forget` has queued."""
SHORTEST = timedelta(days=1)
"""No municipality may choose less."""


@dataclass(frozen=True)
class Deleted:
    """What one run deleted."""

    texts: int = 0
    requesters: int = 0
    drafts: int = 0
    conversations: int = 0
    inbox: int = 0
    rows: int = 0
    questions: int = 0
    trends: int = 0
    counts: int = 0
    duties: int = 0
    audit: int = 0
    cases: int = 0
    evaluations: int = 0


async def delete_what_is_due(store: Store, clock: Clock, keep: Keep | None = None) -> Deleted:
    """Delete everything whose time is up, note in the audit trail what was deleted, leave no traces on the disk."""
    keep, now = keep or Keep(), clock.now()
    texts = await _delete_texts(store, now, keep)
    requesters = await _forget_requesters(store, now, now - keep.requester)
    requesters += await _forget_those_who_asked(store, now, now - keep.requester_who_asked)
    counts = {"texts": texts, "requesters": requesters}
    for kind, delete in _DUE.items():
        counts[kind] = await _of_kind(kind, delete, store, now, keep)
    await unless_collided(lambda: _note(store, now, counts))
    await store.erase_traces()
    if now.hour == _VERIFIED_AT:
        await _verify_audit(store)
    log.info("retention.done", count=sum(counts.values()))
    return Deleted(**counts)


async def _of_kind(kind: str, delete: Delete, store: Store, now: datetime, keep: Keep) -> int:
    """Delete what is due of one kind, in a commit of its own, and return how much: whatever is wrong with one, the
    others are deleted all the same, and none waits for a turn while it has what the turn needs."""

    async def once() -> int:
        async with store.unit_of_work() as uow:
            count = await delete(uow.retention, now, keep)
            await uow.commit()
        return count

    try:
        return await unless_collided(once)
    except StoreCollided:  # each time it was tried; the next run looks anew
        log.info("retention.collided", kind=kind)
    except StoreAway:
        raise
    except Exception as error:
        log.error("retention.kind_failed", kind=kind, error=type(error).__name__)
    return 0


async def _drafts(of: Retention, now: datetime, keep: Keep) -> int:
    idle = await of.delete_idle_conversations(now - keep.draft)
    return idle + await of.delete_old_drafts(now - min(keep.draft, DRAFT_FOR))


async def _rows(of: Retention, now: datetime, keep: Keep) -> int:
    finished = await of.delete_finished_rows(now - keep.finished_rows)
    late = await of.give_up_on_reminders(now - keep.finished_rows)
    return finished + late + await of.give_up_on_chats(now - _UNREACHED_FOR)


async def _cases(of: Retention, now: datetime, keep: Keep) -> int:
    """Of years that are over only counts are left, and of those the small ones go a year later."""
    year = _first_day(now - _FIGURES_WAIT)
    await of.drop_small_counts(f"{year - _A_DAY:%Y}")
    return await of.count_and_delete_cases(now - keep.case, year)


_DUE: Mapping[str, Delete] = {
    "drafts": _drafts,
    "conversations": lambda of, now, keep: of.delete_unused_conversations(now - keep.unused - TOUCHED_EVERY),
    "inbox": lambda of, now, keep: of.delete_inbox(now - keep.inbox),
    "rows": _rows,
    "questions": lambda of, now, keep: of.delete_questions(now - keep.questions),
    "trends": lambda of, now, keep: of.delete_trends(day_of(now - keep.trends)),
    "counts": lambda of, now, keep: of.delete_counts(now - keep.counts),
    "duties": lambda of, now, _: of.delete_ended_duties(day_of(now)),
    "audit": lambda of, now, keep: of.delete_audit(now - keep.audit),
    "cases": _cases,
    "evaluations": lambda of, now, keep: of.count_and_delete_evaluations(now - keep.evaluation),
}
"""How each kind is deleted, besides what goes case by case."""


async def _note(store: Store, now: datetime, counts: Mapping[str, int]) -> None:
    """Note in the audit trail what was deleted."""
    counted = {name: count for name, count in counts.items() if count}
    if not counted:
        return
    what = " ".join(f"{name}={count}" for name, count in counted.items())
    async with store.unit_of_work() as uow:
        await uow.audit.note(f"retention {what}", now)
        await uow.commit()


async def _verify_audit(store: Store) -> None:
    """Tell the log when somebody has changed the trail, and where it ends: the log is out of reach for who can write
    in the database, so a trail that is wound back no longer holds what was told here."""
    misfit = await first_misfit(store)
    async with store.unit_of_work() as uow:
        seq, link = await uow.audit.head()
    if misfit is not None:
        log.error("audit.broken", row=misfit)
    log.info("audit.head", row=seq, head=link)


async def _delete_texts(store: Store, now: datetime, keep: Keep) -> int:
    async with store.unit_of_work() as uow:
        case_ids = await uow.retention.closed_with_text(now - SHORTEST)
    return await _of_each(case_ids, lambda case_id: _delete_text(store, case_id, now, keep))


async def _of_each(case_ids: Sequence[str], do: Callable[[str], Awaitable[bool]]) -> int:
    """Do it for each case, and return for how many it was done: whatever is wrong with one, what is due of the others
    is deleted all the same."""
    count = 0
    for case_id in case_ids:
        try:
            count += await do(case_id)
        except StoreCollided:  # somebody had the case just now; the next run looks anew
            log.info("retention.collided", row=case_id)
        except StoreAway:
            raise
        except Exception as error:
            log.error("retention.case_failed", row=case_id, error=type(error).__name__)
    return count


async def _delete_text(store: Store, case_id: str, now: datetime, keep: Keep) -> bool:
    """Delete the text of one case, who had it and whom it showed; what was sent about it is emptied too."""
    async with store.unit_of_work() as uow:
        try:
            bare = await _without_text(case_id, uow, now, keep)
        except (CaseChanged, CaseNotFound):  # somebody opened it again just now; the next run looks anew
            return False
        if bare is None:
            return False
        key = f"card:{case_id}:v{bare.version}"
        await uow.outbox.add(OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{bare.team}", case_id))
        await erase_messages(bare, uow, now)
        await stop_evaluations(bare, STOPS[EvaluationKind.TEAM], uow)  # nobody is known any more who could answer
        await uow.commit()
    return True


async def _without_text(case_id: str, uow: UnitOfWork, now: datetime, keep: Keep) -> Case | None:
    """Delete the text and its key, and return what is left of the case; None when its time is not up.

    One that cannot be opened goes by what stands beside its text, and the administrators are told of it."""
    try:
        before = await uow.cases.get(case_id)
    except CaseUnreadable as error:
        if not _is_due(error.ended_at, keep.unreadable_in(error.municipality), now):
            return None
        log.error("retention.case_unreadable", row=case_id)
        await tell_admins("team.admin_unreadable_deleted", f"emptied:{case_id}", uow, now, case=error.code)
        return await uow.cases.empty_unreadable(case_id, now)
    kept_for = timedelta(days=before.pace.retention_days)
    if before.text_deleted_at is not None or not _is_due(before.ended_at, kept_for, now):
        return None
    bare = text_deleted(before, now)
    await uow.cases.save(bare)
    await uow.cases.destroy_text(case_id)
    return bare


def _is_due(ended_at: datetime | None, kept_for: timedelta, now: datetime) -> bool:
    return ended_at is not None and ended_at < now - kept_for


async def _forget_requesters(store: Store, now: datetime, before: datetime) -> int:
    async with store.unit_of_work() as uow:
        case_ids = await uow.retention.closed_with_requester(before)
    return await _of_each(case_ids, lambda case_id: _let_go(store, case_id, now, _forget_link))


async def _forget_those_who_asked(store: Store, now: datetime, before: datetime) -> int:
    async with store.unit_of_work() as uow:
        case_ids = await uow.retention.over_and_to_be_forgotten(before)
    return await _of_each(case_ids, lambda case_id: _let_go(store, case_id, now, forget_sender))


async def _forget_link(case_id: str, uow: UnitOfWork, _now: datetime) -> bool:
    return await uow.retention.forget_requester(case_id)


async def _let_go(store: Store, case_id: str, now: datetime, forget: Forget) -> bool:
    """Empty the copies in the chat of who sent the case; when that is done, forget who it was: nobody could empty them
    afterwards. A bot that was away has not done so in time."""
    async with store.unit_of_work() as uow:
        try:
            if await _waits(case_id, uow, now):
                await uow.commit()
                return False
            if not await forget(case_id, uow, now):
                return False
        except (CaseChanged, CaseNotFound):
            return False
        await uow.audit.note("case.requester_forgotten", now, case_id=case_id)
        await uow.commit()
    return True


async def _waits(case_id: str, uow: UnitOfWork, now: datetime) -> bool:
    """Queue the emptying of the copies; tell whether any of it, or the case itself, is not over."""
    try:
        case = await uow.cases.get(case_id)
    except CaseUnreadable:  # which copies there are cannot be told; who sent it is let go of all the same
        return False
    if case.ended_at is None:  # somebody opened it again just now
        return True
    await erase_copies(case, uow, now)
    return await uow.retention.waits_for_requester(case_id, now, now - _UNREACHED_FOR)


def _first_day(at: datetime) -> datetime:
    """Return the beginning of the year, Norwegian time."""
    return datetime(at.astimezone(OSLO).year, 1, 1, tzinfo=OSLO)


async def run_retention(
    store: Store, clock: Clock, stop: asyncio.Event, keep: Keep | None = None, every_seconds: float = 3600.0
) -> None:
    """Delete every hour until `stop` is set. Several replicas may run it: each case is deleted once."""
    await again_and_again(lambda: delete_what_is_due(store, clock, keep), stop, every_seconds, "retention.failed")
