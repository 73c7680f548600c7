"""Who is in a channel, remembered for a minute, and the self-check of a channel that is being connected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.content.texts import Texts
from bot.domain.case import Member
from bot.domain.ports import Clock, Messenger
from bot.domain.reply import Line
from bot.domain.sending import SendError
from bot.domain.turn import Place

REMEMBERED = timedelta(seconds=60)
"""A member who is removed can act for at most this long (reliability.md case 58)."""


@dataclass(frozen=True)
class _Looked:
    at: datetime
    members: Sequence[Member]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(member.id for member in self.members)


class ChannelRoster:
    """Asks Teams for the roster through the messenger. Fails closed: when Teams can't tell, nobody is a member."""

    def __init__(self, messenger: Messenger, clock: Clock, texts: Texts) -> None:
        self._messenger = messenger
        self._clock = clock
        self._texts = texts
        self._looked: dict[str, _Looked] = {}

    async def is_member(self, place: Place, person_id: str) -> bool:
        """Return whether the person is on the roster of the channel."""
        known = self._looked.get(place.conversation_id)
        if known is None or self._clock.now() - known.at >= REMEMBERED or person_id not in known.ids:
            known = await self._look(place)
        return known is not None and person_id in known.ids

    async def members(self, place: Place) -> Sequence[Member]:
        """Return the roster of the channel, as it was at most a minute ago; empty when Teams can't tell."""
        known = self._looked.get(place.conversation_id)
        if known is None or self._clock.now() - known.at >= REMEMBERED:
            known = await self._look(place)
        return known.members if known else ()

    async def _look(self, place: Place) -> _Looked | None:
        try:
            members = await self._messenger.members(place)
        except SendError:
            self._looked.pop(place.conversation_id, None)
            return None
        looked = _Looked(self._clock.now(), tuple(members))
        self._looked[place.conversation_id] = looked
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
