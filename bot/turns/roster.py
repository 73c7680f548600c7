"""Who is in a channel and who owns it, remembered for a minute, and the self-check of a channel being connected."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from bot.content.texts import Texts
from bot.domain.case import Member
from bot.domain.event_log import EventLog
from bot.domain.lately import is_lately
from bot.domain.ports import Clock, Messenger
from bot.domain.reply import Line
from bot.domain.roles import GroupsAway, OwnerDirectory, Ownership
from bot.domain.sending import SendError
from bot.domain.turn import Place

REMEMBERED = timedelta(seconds=60)
"""A member who is removed can act for at most this long (reliability.md case 58); an owner too."""
BELIEVED = timedelta(seconds=10)
"""For so long somebody who was not there when they asked is believed not to be: whoever is no member and writes again
and again has Teams asked once."""
BELIEVED_OF_ALL = timedelta(seconds=1)
"""For so long a look is believed of anybody: a crowd has Teams asked once a second, and who has just been added to the
channel is not taken for a stranger because a colleague pressed something before."""
FOR_GOOD = frozenset({"401", "403", "404", "no_team", "no_group"})
"""Answers that stay the same until somebody changes what the app may see."""

log = EventLog(__name__)


@dataclass(frozen=True)
class _Looked:
    at: datetime
    members: Sequence[Member]

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(member.id for member in self.members)


class ChannelRoster:
    """Asks Teams for the roster through the messenger. Fails closed: when Teams can't tell, nobody may act as a member,
    and nobody is said not to be one."""

    def __init__(self, messenger: Messenger, clock: Clock, texts: Texts, owners: OwnerDirectory | None = None) -> None:
        self._messenger = messenger
        self._clock = clock
        self._texts = texts
        self._owners = owners
        self._looked: dict[str, _Looked] = {}
        self._looking: dict[str, asyncio.Task[_Looked | None]] = {}
        self._owned: dict[tuple[str, str], datetime] = {}
        self._strangers: dict[tuple[str, str], datetime] = {}
        """Who was not there when they asked, by channel, and when Teams was looked at."""

    @property
    def ownership_at_first(self) -> Ownership:
        """Return what is known about owners before anybody is asked."""
        return Ownership.NOT_ASKED if self._owners else Ownership.CANNOT_ASK

    async def ownership(self, place: Place, person_id: str) -> Ownership:
        """Return whether the person owns the channel, as it was at most a minute ago. Fails closed."""
        if self._owners is None:
            return Ownership.CANNOT_ASK
        key, now = (place.room, person_id), self._clock.now()
        if (at := self._owned.get(key)) is not None and is_lately(at, now, REMEMBERED):
            return Ownership.OWNER
        self._owned.pop(key, None)
        try:
            owns = await self._owners.owns(place, person_id)
        except GroupsAway as away:
            log.warning("roster.owners_not_read", code=away.code)
            return Ownership.DENIED if away.code.partition(":")[0] in FOR_GOOD else Ownership.AWAY
        if owns:
            self._owned = {one: at for one, at in self._owned.items() if is_lately(at, now, REMEMBERED)} | {key: now}
        return Ownership.OWNER if owns else Ownership.NOT_OWNER

    async def is_member(self, place: Place, person_id: str) -> bool | None:
        """Return whether the person is on the roster of the channel; None when Teams can't tell."""
        known = self._known(place)
        if known is None or not (person_id in known.ids or self._is_believed(known, place, person_id)):
            known = await self._look(place)
        if known is None:
            return None
        if person_id not in known.ids:
            self._strangers[place.room, person_id] = known.at
        return person_id in known.ids

    def _is_believed(self, known: _Looked, place: Place, person_id: str) -> bool:
        """Tell whether somebody who was not there at the last look is still believed not to be."""
        has_asked = self._strangers.get((place.room, person_id)) == known.at
        return is_lately(known.at, self._clock.now(), BELIEVED if has_asked else BELIEVED_OF_ALL)

    async def members(self, place: Place) -> Sequence[Member]:
        """Return who of the roster of the channel may act, as it was at most a minute ago; empty when Teams can't
        tell."""
        known = self._known(place) or await self._look(place)
        return [one for one in known.members if not one.is_from_outside] if known else ()

    def _known(self, place: Place) -> _Looked | None:
        known = self._looked.get(place.room)
        return known if known is not None and is_lately(known.at, self._clock.now(), REMEMBERED) else None

    async def _look(self, place: Place) -> _Looked | None:
        """Ask Teams; all who want to know of the same channel meanwhile get the same answer."""
        asking = self._looking.get(place.room)
        if asking is None:
            asking = self._looking[place.room] = asyncio.create_task(self._ask(place))
            asking.add_done_callback(lambda _: self._looking.pop(place.room, None))
        return await asyncio.shield(asking)

    async def _ask(self, place: Place) -> _Looked | None:
        now = self._clock.now()
        try:
            members = await self._messenger.members(place)
        except SendError:
            self._looked.pop(place.room, None)
            return None
        looked = _Looked(now, tuple(members))
        self._looked = {room: one for room, one in self._looked.items() if is_lately(one.at, now, REMEMBERED)}
        self._looked[place.room] = looked
        self._strangers = {one: at for one, at in self._strangers.items() if is_lately(at, now, BELIEVED)}
        return looked

    async def check(self, place: Place) -> str:
        """Post, update and read the roster; return the text key of what failed, or an empty string."""
        try:
            posted = await self._messenger.send(place, Line(self._texts("team.self_check")))
        except SendError:
            return "team.problem_post"
        try:
            if posted is None:
                return "team.problem_update"
            await self._messenger.update(place, posted, Line(self._texts("team.self_check_ok")))
        except SendError:
            return "team.problem_update"
        looked = await self._look(place)
        return "" if looked and looked.ids else "team.problem_roster"
