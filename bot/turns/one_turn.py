"""Takes one turn: once, one at a time per conversation, with state and effects in one commit."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.domain.again import TRIES
from bot.domain.case import Member
from bot.domain.commands import AsMember, Command, ForgetPerson, OnCase, SeeIfAllowed, SetReminder, SubmitCase
from bot.domain.conversation import ConversationState
from bot.domain.errors import CaseChanged, DomainError, NotAMember, RosterAway
from bot.domain.event_log import EventLog
from bot.domain.files import FileRoom
from bot.domain.outcomes import Outcome, Refused
from bot.domain.ports import Clock, Store, StoreCollided, TakenIn, UnitOfWork
from bot.domain.published import (
    CheckDraft,
    ListQuestions,
    NoteEditing,
    PublishError,
    PublishKnowledge,
    RemoveQuestions,
    ShowEditions,
)
from bot.domain.reply import Card, Line
from bot.domain.roles import ADMIN, Ownership, is_editor
from bot.domain.turn import Place, PlaceKind, Pressed, Removed, Said, Searched, Turn
from bot.turns.carry import carry
from bot.turns.case_at_hand import at_case
from bot.turns.last_shown import chosen_from, remember_shown, without_sent
from bot.turns.library import Trial
from bot.turns.listed_words import with_listed_words
from bot.turns.looking_first import (
    AskOwnershipFirst,
    AskRosterFirst,
    CarryFirst,
    CheckChannelFirst,
    First,
    LookFirst,
    Prepared,
    ReadDraftFirst,
    look_first,
)
from bot.turns.perform import perform
from bot.turns.publishing import PublishingDesk
from bot.turns.refused import refused
from bot.turns.routed import Routed
from bot.turns.router import Router
from bot.turns.shown import ShownCount
from bot.turns.turn_answer import TurnAnswer
from bot.usecases.month_figures import count_guides
from bot.usecases.unreached import reach_here, try_again
from dialogs.cases.requester_card import case_card
from dialogs.cases.team_card import team_card
from dialogs.dialog import Around, Step
from dialogs.way_back import with_way_back

EDITING = (CheckDraft, PublishKnowledge, ShowEditions, ListQuestions, RemoveQuestions, NoteEditing)
SENDING = (SubmitCase, SetReminder)
"""What an invented case could become, and so is never done while one is practised on. All else that reaches somebody is
about a case that is sent, which is real also then: its team may ask in the middle of a practice."""
log = EventLog(__name__)


class Surroundings(Protocol):
    """Gives the knowledge as it is now, and what the person is besides staff."""

    def around(self, turn: Turn, trial: Trial | None = None) -> Around:
        """Return what dialogs may look at in this turn: for an editor who tries a draft, as it would be."""


class Roster(Protocol):
    """Who is in a channel, and whether the channel works."""

    async def is_member(self, place: Place, person_id: str) -> bool | None:
        """Return whether the person is on the roster (looked up at most once a minute); None when Teams can't tell."""

    async def members(self, place: Place) -> Sequence[Member]:
        """Return the roster (looked up at most once a minute); empty when Teams can't tell."""

    @property
    def ownership_at_first(self) -> Ownership:
        """Return what is known about owners before anybody is asked."""

    async def ownership(self, place: Place, person_id: str) -> Ownership:
        """Return whether the person owns the channel (looked up at most once a minute)."""

    async def check(self, place: Place) -> str:
        """Post, update and read the roster; return the text key of what failed, or an empty string."""


@dataclass(frozen=True)
class _Company:
    """Who is in the channel a turn comes from, looked up before the commit."""

    is_outsider: bool = False
    is_roster_away: bool = False
    members: Sequence[Member] = ()


class Turns:
    """The inside of the bot, as the Teams edge and the terminal see it."""

    def __init__(
        self,
        store: Store,
        router: Router,
        surroundings: Surroundings,
        roster: Roster,
        clock: Clock,
        desk: PublishingDesk | None = None,
        files: FileRoom | None = None,
    ) -> None:
        self._store = store
        self._router = router
        self._surroundings = surroundings
        self._roster = roster
        self._clock = clock
        self._desk = desk
        self._files = files
        self.shown = ShownCount()

    async def take(self, turn: Turn) -> TurnAnswer:
        """Take the turn and return what to show. A repeated activity id has no second effect."""
        company = await self._company(turn)
        prepared = Prepared()
        changed = 0
        async with self._store.one_turn(turn.person, turn.place):
            while True:
                try:
                    return await self._once(turn, company, prepared)
                except First as first:  # each thing is looked up once, so this ends
                    try:
                        prepared = await self._prepare(first, turn, prepared)
                    except PublishError as error:
                        return await self._refused(error, turn)
                except CaseChanged as error:  # somebody else was first
                    changed += 1
                    if changed == TRIES:
                        return await self._refused(error, turn)
                    await asyncio.sleep(0.01 * changed)
                except StoreCollided:
                    changed += 1
                    if changed == TRIES:
                        raise

    async def _prepare(self, first: First, turn: Turn, prepared: Prepared) -> Prepared:
        """Look up, outside the commit, what the turn asked for."""
        if isinstance(first, AskOwnershipFirst):
            return replace(prepared, ownership=await self._roster.ownership(turn.place, turn.person.id))
        if isinstance(first, AskRosterFirst):
            known = await self._roster.is_member(first.channel, turn.person.id)
            return replace(prepared, is_member=bool(known), is_roster_away=known is None)
        if isinstance(first, CarryFirst):
            return replace(prepared, carried=await carry(first.command, self._files))
        if isinstance(first, CheckChannelFirst):
            return replace(prepared, channel_problem=await self._roster.check(turn.place))
        if self._desk is None or not isinstance(first, LookFirst):
            raise AssertionError("no desk to check drafts at")
        if isinstance(first, ReadDraftFirst):
            trial = await self._desk.trial(first.draft)
            return replace(prepared, trial=trial, may_try=trial is not None)
        return replace(prepared, looked=await self._desk.look(first.draft))

    async def _company(self, turn: Turn) -> _Company:
        """Ask Teams, before the commit, whether somebody who acts in a channel is on its roster, and who else is."""
        if turn.place.kind is not PlaceKind.CHANNEL or not isinstance(turn.what, Pressed | Said | Searched):
            return _Company()
        known = await self._roster.is_member(turn.place, turn.person.id)
        return _Company(not known, known is None, await self._roster.members(turn.place) if known else ())

    async def _refused(self, error: DomainError, turn: Turn) -> TurnAnswer:
        """Say why nothing is done; whatever is written on the card stays on it."""
        async with self._store.unit_of_work(turn.person) as uow:
            state = await uow.conversations.get(turn.person, turn.place)
        step = refused(error, turn, state, self._surroundings.around(turn).written_in(state.profile.standard))
        return TurnAnswer(tuple(step.replies), keeps_card=step.keeps_card)

    async def _once(self, turn: Turn, company: _Company, prepared: Prepared) -> TurnAnswer:
        async with self._store.unit_of_work(turn.person) as uow:
            kept = await uow.inbox.take_in(turn.activity_id, turn.person, turn.place, turn.at)
            if kept is None:
                return TurnAnswer(is_repeat=True)
            before = _as_it_stands(kept, self._clock.now())
            around = replace(
                self._around(turn, company, prepared, before),
                has_cases=kept.has_cases,
                is_told_since=kept.is_told_since,
            )
            turn, before, around = await at_case(turn, before, around, uow, is_outsider=company.is_outsider)
            route = self._router.route_outsider if company.is_outsider else self._router.route
            routed = route(turn, _not_trying(before) if _is_over(before, around) else before, around)
            look_first(routed.step.commands, prepared)
            if turn.place.kind is PlaceKind.PERSONAL and not isinstance(turn.what, Removed | Searched):
                await _keep_staff_chat(turn, around.staff_roles, uow)
                await self._send_what_was_given_up(turn, kept, uow)
            step = _still_trying(await self._perform(turn, routed, before, around, uow, prepared), before, around)
            if turn.place.kind is PlaceKind.PERSONAL and not isinstance(turn.what, Searched):
                step = with_way_back(step, before, around)
            after = before
            if not isinstance(turn.what, Searched):
                shown, among = (
                    remember_shown(step, step.state or before, turn.at, turn.thread),
                    chosen_from(routed, before),
                )
                shown = without_sent(routed, step, before, with_listed_words(shown, step))
                after = shown if shown.shown_before == among else replace(shown, shown_before=among)
            if after != kept.conversation or kept.is_long_ago:
                counted = await count_guides(before, after, uow, self._clock.now())
                await uow.conversations.save(turn.person, turn.place, counted)
            await uow.commit()
        if _is_for_work(turn, before):
            self.shown.note((*step.replies, *([step.replaces] if step.replaces else [])), turn.at)
        if self._desk is not None and any(isinstance(one, PublishKnowledge) for one in routed.step.commands):
            await _take_up(self._desk)
        return TurnAnswer(tuple(step.replies), step.replaces, step.collapses_to, step.keeps_card)

    async def _send_what_was_given_up(self, turn: Turn, kept: TakenIn, uow: UnitOfWork) -> None:
        is_new_chat = kept.conversation == ConversationState()  # whoever has no case may have a reminder
        if kept.has_unreached or is_new_chat:
            now = self._clock.now()
            await reach_here(turn.person, turn.place, uow, now, unreached=kept.has_unreached)
        if kept.has_unreached:
            await try_again(turn.person, uow, self._clock.now())

    def _around(self, turn: Turn, company: _Company, prepared: Prepared, before: ConversationState) -> Around:
        around = replace(
            self._surroundings.around(turn, prepared.trial),
            channel_problem=prepared.channel_problem or "",
            members=company.members,
            is_roster_away=company.is_roster_away,
            looked=prepared.looked,
            carried=prepared.carried,
            ownership=prepared.ownership or self._roster.ownership_at_first,
        )
        may_try = prepared.trial is None and prepared.may_try and self._desk is not None
        if before.draft is not None and before.is_trying and may_try and not _is_over(before, around):
            raise ReadDraftFirst(before.draft)
        return around.written_in(before.profile.standard)

    async def _perform(
        self,
        turn: Turn,
        routed: Routed,
        before: ConversationState,
        around: Around,
        uow: UnitOfWork,
        prepared: Prepared,
    ) -> Step:
        """Do the commands of the step in order, and let the dialog tell what came of each."""
        if not routed.step.commands:
            return routed.step
        step = replace(routed.step, commands=())
        waiting = list(routed.step.commands)
        while waiting:
            command = waiting.pop(0)
            if _is_only_tried(command, before):
                step = replace(step, replies=(*step.replies, Line(around.text("editors.try_sends_nothing"))))
                continue
            if before.practised and isinstance(command, SENDING):  # the dialogs never get here; this is the last door
                step = replace(step, replies=(*step.replies, Line(around.text("practice.nothing_sent"))))
                continue
            outcome = await _refused_to_outsiders(command, prepared, uow) or await perform(command, uow, self._clock)
            if isinstance(outcome, Refused):  # what is refused once is not refused again for the next one like it
                waiting = [one for one in waiting if type(one) is not type(command)]
                step = replace(step, replies=(), replaces=None) if isinstance(command, SeeIfAllowed) else step
            told = self._told(command, outcome, turn, routed, step.state or before, around)
            step = replace(
                step,
                replies=(*step.replies, *told.replies),
                state=told.state or step.state,
                replaces=told.replaces or step.replaces,
                collapses_to=told.collapses_to or step.collapses_to,
                keeps_card=told.keeps_card or step.keeps_card,
            )
            waiting = [*told.commands, *waiting]
        return step

    def _told(
        self, command: Command, outcome: Outcome, turn: Turn, routed: Routed, state: ConversationState, around: Around
    ) -> Step:
        if isinstance(outcome, Refused):
            refusal = _refusal(outcome, turn, state, around)
            further = routed.dialog.refused.get(type(command)) if routed.dialog else None
            below = further(turn, outcome, state, around) if further else Step()
            return replace(refusal, replies=(*refusal.replies, *below.replies))
        teller = routed.dialog.told.get(type(command)) if routed.dialog else None
        return teller(turn, outcome, state, around) if teller else Step()


def _as_it_stands(kept: TakenIn, now: datetime) -> ConversationState:
    """Return the conversation without what is over; what was delivered unasked stands below what was shown last."""
    state = kept.conversation.without_what_is_over(now)
    return replace(state, said_since=True) if kept.is_told_since and state.shown else state


async def _refused_to_outsiders(command: Command, prepared: Prepared, uow: UnitOfWork) -> Refused | None:
    """Refuse what only a member of the team may ask for in their own chat; the roster is asked once, outside."""
    if not isinstance(command, AsMember):
        return None
    link = await uow.channels.of_team(command.team)
    if link is not None and prepared.is_member is None:
        raise AskRosterFirst(link.place)
    if link is not None and prepared.is_member:
        return None
    return Refused(command, RosterAway() if prepared.is_roster_away else NotAMember())


async def _take_up(desk: PublishingDesk) -> None:
    """Take what is published into use here at once. When the database is away just now, the next look does it."""
    try:
        await desk.follow()
    except Exception as error:  # it is published: saying that something broke would be untrue
        log.warning("editions_not_read", error=type(error).__name__)


async def _keep_staff_chat(turn: Turn, roles: frozenset[str], uow: UnitOfWork) -> None:
    """Remember where administrators and editors can be told what needs a person: in their chat with the bot. A search
    from the compose box tells of a chat between two people as one that is personal too, and nothing can be sent there.
    """
    if ADMIN in roles:
        await uow.admin_chats.keep(turn.person, turn.place)
    if is_editor(roles):
        await uow.editor_chats.keep(turn.person, turn.place)


def _is_over(before: ConversationState, around: Around) -> bool:
    """Tell whether a draft is tried by somebody who is no editor any more: nobody else may meet the bot like that."""
    return before.is_trying and not is_editor(around.staff_roles)


def _not_trying(state: ConversationState) -> ConversationState:
    return replace(state, draft=state.draft and replace(state.draft, trying=False, as_of=None))


def _still_trying(step: Step, before: ConversationState, around: Around) -> Step:
    """Remind an editor that only they meet the bot like this, and tell whoever is none any more that it is over."""
    after = step.state or before
    if _is_over(before, around):
        over = Line(around.text("editors.trying_is_over"))
        return replace(step, replies=(*step.replies, over), state=_not_trying(after))
    if not (before.is_trying and after.is_trying):
        return step
    return replace(step, replies=(*step.replies, Line(around.text("editors.still_trying"))))


def _is_only_tried(command: Command, before: ConversationState) -> bool:
    """Tell whether the command would do something real while an editor only tries a draft. To be forgotten is meant."""
    return before.is_trying and not isinstance(command, (*EDITING, ForgetPerson))


def _is_for_work(turn: Turn, before: ConversationState) -> bool:
    """Tell whether what is shown is read by somebody at work: not a list of hits, and not an editor's own draft."""
    return not before.is_trying and not isinstance(turn.what, Searched)


def _refusal(outcome: Refused, turn: Turn, state: ConversationState, around: Around) -> Step:
    """Say why, and show the case as it is now to those who may see it."""
    card: Card | None = None
    if outcome.case is not None and isinstance(outcome.command, OnCase):
        is_team = turn.place.kind is PlaceKind.CHANNEL
        case, standing, reader = outcome.case, outcome.standing, turn.person.id
        now = team_card(case, around.knowledge, around.now, standing=standing, reader=reader) if is_team else None
        card = now or case_card(case, around)
    return refused(outcome.error, turn, state, around, card)
