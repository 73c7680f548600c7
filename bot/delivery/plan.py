"""What a row asks for now: post, replace, or nothing any more. Reads the store; sends and changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.case import Case, Member, Status
from bot.domain.conversation import ConversationState
from bot.domain.evaluation import BEGINS, BUSY
from bot.domain.event_log import EventLog
from bot.domain.follow_up import FollowUp, is_overdue, is_overtaken
from bot.domain.outbox import ANEW, LEFT, POSTED_AS, WRITTEN_IN, Kind, OutboxRow, Payload
from bot.domain.ports import CardPosted, Requester, StoreAway, UnitOfWork
from bot.domain.reply import Reply
from bot.domain.trend import POSTED
from bot.domain.turn import Place, PlaceKind
from bot.usecases.case_change import again_key
from bot.usecases.erase_messages import chat_of
from bot.usecases.still_so import is_still_so, is_still_theirs
from bot.usecases.tell_on_duty import ON_DUTY, on_duty_for, reminder_of
from bot.usecases.tell_trend import trend_of
from bot.usecases.unreached import STANDING, how_it_stands, how_the_answer_stands

log = EventLog(__name__)

REQUESTER_FORGOTTEN = "requester_forgotten"

IN_THE_MIDDLE = ("guide", "case")
"""Dialogs that one is led through step by step."""
Present = Callable[[OutboxRow, Case | None], Reply]
"""Makes the words of a row at delivery time, from the case as it then is."""


@dataclass(frozen=True)
class Post:
    """Send something new. `version` is the version of the case that it shows (card only)."""

    place: Place
    reply: Reply
    reply_to: str | None = None
    member: Member | None = None
    """Whom to open a personal chat with; `place` is then the channel of their team."""
    version: int = 0
    is_repeat: bool = False
    """An earlier send may have landed, and nobody could look."""


@dataclass(frozen=True)
class Replace:
    """Bring the card in the channel up to date."""

    place: Place
    activity_id: str
    reply: Reply
    version: int


@dataclass(frozen=True)
class Settled:
    """Nothing needs to be sent: it is there already."""

    activity_id: str | None = None


@dataclass(frozen=True)
class Obsolete:
    """Nothing can or should be sent any more; `code` says why."""

    code: str
    place: Place | None = None
    """Where an earlier send may still have landed."""


@dataclass(frozen=True)
class Unreachable:
    """No way to the receiver until somebody changes something; `code` says why."""

    code: str


@dataclass(frozen=True)
class Waits:
    """The channel is known to be out of reach; the row waits, untried, until it is back."""

    code: str


Plan = Post | Replace | Settled | Obsolete | Unreachable | Waits


@dataclass(frozen=True)
class Planner:
    """Makes plans. `present` makes the words."""

    present: Present = field(repr=False)

    async def plan(self, row: OutboxRow, uow: UnitOfWork, now: datetime) -> Plan:
        """Return what the row asks for now."""
        if row.item.kind is Kind.REMINDER:
            return Post(chat_of(row.item.payload), self.present(row, None))
        if row.item.kind is Kind.TEAM_POST or POSTED_AS in row.item.payload:
            return await self._team_post(row, uow)
        case = await uow.cases.get(row.item.case_id or "")
        if (reason := _needless(row, case, now)) is not None:
            return Obsolete(reason)
        if row.item.conversation == f"requester:{case.id}":
            return await self._to_requester(row, case, uow)
        if row.item.conversation.startswith(LEFT):
            return self._erase(row, case, chat_of(row.item.payload))
        return await self._to_team(row, case, uow, now)

    async def _to_requester(self, row: OutboxRow, case: Case, uow: UnitOfWork) -> Plan:
        requester = await uow.cases.requester_of(case.id)
        if requester is None:
            return Obsolete(REQUESTER_FORGOTTEN)
        if row.item.kind is Kind.ERASE:
            return self._erase(row, case, requester.place)
        if not is_still_theirs(case, row.item.payload, requester.person.id):
            return Obsolete("handled")
        row = _with(row, await _told_of_requester(row, requester, uow))
        if row.item.kind is Kind.RECEIPT_UPDATE and not requester.receipt_id:
            return Obsolete("no_receipt")  # it stands in a chat that its owner no longer has
        if row.item.kind is Kind.RECEIPT_UPDATE:
            return Replace(requester.place, requester.receipt_id, self.present(row, case), 0)
        return Post(requester.place, self.present(row, case))

    async def _to_team(self, row: OutboxRow, case: Case, uow: UnitOfWork, now: datetime) -> Plan:
        link, card = await uow.channels.of_team(case.team), await uow.channels.card_of(case.id)
        if link is not None and link.problem:
            return Waits("channel_out_of_reach")
        channel = link.place if link is not None else (card.place if card else None)
        if channel is None:
            return Unreachable("team_not_connected")
        card = _as_reached_now(card, channel)
        if card is not None and await _comes_again(row, card, uow):
            return Obsolete("told_under_the_new_card")
        told = await _told_besides(row, case, uow, now)
        if told is None:
            return Obsolete("not_on_duty")
        if row.item.kind is Kind.MEMBER_NOTICE:
            return Post(channel, self.present(_with(row, told), case), member=_member(row))
        return self._in_channel(_with(row, told), case, channel, card, now)

    def _erase(self, row: OutboxRow, case: Case, place: Place) -> Plan:
        """Empty a message where it was sent. It shows no version of the case."""
        return Replace(place, row.item.payload["activity_id"], self.present(row, case), 0)

    async def _team_post(self, row: OutboxRow, uow: UnitOfWork) -> Plan:
        link = await uow.channels.of_team(row.item.payload["team"])
        if link is None:
            return Obsolete("team_not_connected")
        if link.problem:
            return Waits("channel_out_of_reach")
        if POSTED_AS in row.item.payload:
            posted, place = await uow.outbox.activity_of(row.item.payload[POSTED_AS]), _left(row) or link.place
            return Replace(place, posted, self.present(row, None), 0) if posted else Obsolete("not_posted")
        if row.item.payload.get("card") == POSTED and await trend_of(row, uow) is None:
            return Obsolete("withdrawn", link.place)
        return Post(link.place, self.present(row, None), member=_member(row) if is_for_member(row) else None)

    def _in_channel(self, row: OutboxRow, case: Case, channel: Place, card: CardPosted | None, now: datetime) -> Plan:
        """Plan for the channel of the team, or of a disconnected team the one where its closed case was left."""
        if row.item.kind is Kind.ERASE:
            return self._erase(row, case, _left(row) or (card.place if card else channel))
        if row.item.kind is Kind.CASE_CARD:
            return Settled(card.activity_id) if card else self._new_card(row, case, channel, now)
        if card is None:
            return Obsolete("no_card")
        if row.item.kind in (Kind.THREAD_LINE, Kind.RELAYED_LINE):
            return Post(card.place, self.present(row, case), reply_to=card.activity_id)
        if card.version >= case.version and ANEW not in row.item.payload:
            return Settled(card.activity_id)
        return Replace(card.place, card.activity_id, self.present(row, case), case.version)

    def _new_card(self, row: OutboxRow, case: Case, channel: Place, now: datetime) -> Plan:
        if case.status is Status.WITHDRAWN:
            return Obsolete("withdrawn", channel)
        shown = as_posted(case, now)
        return Post(channel, self.present(row, shown), version=shown.version)


def _as_reached_now(card: CardPosted | None, channel: Place) -> CardPosted | None:
    """Return the card as its channel is reached now: Teams may have moved since it was posted. One that another bot has
    posted stays as it is, for it gets a new card."""
    if card is None or card.place.room != channel.room or card.place.is_with_another_bot(channel):
        return card
    reference = {**card.place.reference, **channel.reference}
    return replace(card, place=replace(card.place, reference=reference))


def _needless(row: OutboxRow, case: Case, now: datetime) -> str | None:
    """Return why a row need not be sent any more; None when it must."""
    payload = row.item.payload
    if not is_still_so(case, payload):
        return "handled"
    if payload.get("follow_up") == FollowUp.UNTOUCHED and is_overdue(case, now):
        return "overdue"  # «svar innen …» would name a time that is over; another line tells that
    return "overtaken" if is_overtaken(payload, now) else None


async def _comes_again(row: OutboxRow, card: CardPosted, uow: UnitOfWork) -> bool:
    """Tell whether words that waited while the card was replaced are told with all others under the new one."""
    if row.item.kind is not Kind.RELAYED_LINE:
        return False
    key = again_key(card.case_id, card.activity_id, row.item.payload.get("message", ""))
    return key != row.item.dedupe_key and await uow.outbox.is_known(key)


def as_posted(case: Case, at: datetime) -> Case:
    """Return the case as it is once its card is in the channel; a withdrawn case was never posted."""
    over = case.posted_at is not None or case.status is Status.WITHDRAWN
    return case if over else case.changed(posted_at=at)


def is_for_member(row: OutboxRow) -> bool:
    """Return whether the row goes to one member of the team, in a chat of their own."""
    return row.item.kind is Kind.MEMBER_NOTICE or "member_id" in row.item.payload


def _member(row: OutboxRow) -> Member:
    return Member(row.item.payload["member_id"], row.item.payload.get("member_name", ""))


async def _told_besides(row: OutboxRow, case: Case, uow: UnitOfWork, now: datetime) -> Payload | None:
    """Return what the words of a row to the team also depend on: who has duty, and whether something has reached the
    requester. None when it is for somebody who has no duty any more."""
    notice = row.item.payload.get("notice", "")
    if reminder_of(row) or notice.startswith(ON_DUTY):
        members = await on_duty_for(case, uow, now)
        if notice:
            return {} if any(one.id == _member(row).id for one in members) else None
        return {ON_DUTY: json.dumps([[one.id, one.name] for one in members])}
    if row.item.kind is Kind.MEMBER_NOTICE:
        return {STANDING: await how_it_stands(case, row.item.payload.get("follow_up", ""), uow)}
    if row.item.kind in (Kind.CASE_CARD, Kind.CASE_CARD_UPDATE):
        return {STANDING: await how_the_answer_stands(case, uow)}
    return {}


async def _told_of_requester(row: OutboxRow, requester: Requester, uow: UnitOfWork) -> Payload:
    """Return what the words to the requester also depend on: how they want it written, and that nobody is given a
    whole form in the middle of something else.

    A conversation that cannot be opened (a damaged row, one of a newer version) keeps no answer from them.
    """
    try:
        state = await uow.conversations.get(requester.person, requester.place)
    except StoreAway:
        raise
    except Exception as error:
        log.warning("delivery.conversation_not_opened", row=row.id, error=type(error).__name__)
        state = ConversationState()
    is_form = row.item.payload.get("notice", "").startswith(BEGINS)
    busy: Payload = {BUSY: BUSY} if is_form and state.active in IN_THE_MIDDLE else {}
    return {WRITTEN_IN: state.profile.standard, **busy}


def _with(row: OutboxRow, told: Payload) -> OutboxRow:
    return replace(row, item=replace(row.item, payload={**row.item.payload, **told}))


def _left(row: OutboxRow) -> Place | None:
    """Return the channel that a message stands in, where the row tells it: its team may be in another one by now."""
    payload = row.item.payload
    if "conversation_id" not in payload:
        return None
    there, reference = payload["conversation_id"], json.loads(payload.get("reference") or "{}")
    return Place(
        PlaceKind.CHANNEL, there, reference, payload.get("teams_team_id") or None, payload.get("channel_id") or None
    )
