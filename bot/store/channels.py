"""Which channel belongs to which consultation team, and where the card of each case is. Places are sealed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from pydantic import TypeAdapter

from bot.domain.ports import CardPosted, ChannelLink
from bot.domain.turn import Place
from bot.store.database import Run
from bot.store.keys import Keys, Purpose
from bot.store.moments import from_number, to_number
from bot.store.readable import readable

_PLACE: TypeAdapter[Place] = TypeAdapter(Place)


class SqlChannels:
    """Channels and cards in the database."""

    def __init__(self, run: Run, keys: Keys, now: Callable[[], datetime]) -> None:
        self._run = run
        self._keys = keys
        self._sealer = keys.sealer(Purpose.CHANNEL)
        self._now = now

    async def of_team(self, team: str, *, stays: bool = False) -> ChannelLink | None:
        """Return the team's channel; with `stays` it is not given up before the unit ends: whoever gives it up sees the
        case that is sent meanwhile."""
        rows = await self._run("channel_that_stays" if stays else "channel_of_team", team=team)
        return next(iter(readable(rows, self._link, "channels")), None)

    async def at(self, place: Place, *, to_unlink: bool = False) -> Sequence[ChannelLink]:
        """Return the teams that work in this channel; `to_unlink` waits for those who need it to stay."""
        rows = await self._run("channels_to_unlink" if to_unlink else "channels_at", place=self._index(place))
        links = readable(rows, self._link, "channels")
        return [
            one for one in links if self._index(one.place) == self._index(place)
        ]  # as sealed, whatever the row says

    async def all(self) -> Sequence[ChannelLink]:
        """Return every connected channel."""
        return readable(await self._run("all_channels"), self._link, "channels")

    async def link(self, link: ChannelLink) -> None:
        """Connect, or change, a team's channel."""
        await self._run(
            "link_channel",
            team=link.team,
            place_index=self._index(link.place),
            place=self._seal(link.place, f"channels|{link.team}|place"),
            problem=link.problem,
            at=to_number(link.connected_at),
        )

    async def note_problem(self, link: ChannelLink, problem: str) -> bool:
        """Note what is wrong with the channel of the link; False when it is not as the link says any more."""
        known = {"team": link.team, "place": self._index(link.place), "before": link.problem}
        return bool(await self._run("note_channel_problem", problem=problem, **known))

    async def reach_at(self, link: ChannelLink, place: Place) -> bool:
        """Keep how the channel of the link is reached now; False when the team has another one, or none, meanwhile."""
        sealed = self._seal(place, f"channels|{link.team}|place")
        before = self._index(link.place)
        return bool(await self._run("reach_channel_at", team=link.team, before=before, place=sealed))

    async def unlink(self, team: str) -> None:
        """Forget which channel the team has."""
        await self._run("unlink_channel", team=team)

    async def card_of(self, case_id: str) -> CardPosted | None:
        """Return the card of the case that is in the channel now."""
        rows = await self._run("card", case_id=case_id)
        if not rows:
            return None
        activity_id, sealed, version = rows[0]
        return CardPosted(case_id, self._open(sealed, _card_place(case_id, activity_id)), activity_id, version)

    async def case_of_card(self, activity_id: str) -> str | None:
        """Return the id of the case whose card the message is now."""
        rows = await self._run("case_of_card", activity_id=activity_id)
        return str(rows[0][0]) if rows else None

    async def keep_card(self, card: CardPosted) -> None:
        """Remember the card; another card of the case is retired."""
        at = to_number(self._now())
        await self._run("retire_cards", case_id=card.case_id, at=at, except_id=card.activity_id)
        await self._run(
            "keep_card",
            case_id=card.case_id,
            activity_id=card.activity_id,
            place=self._seal(card.place, _card_place(card.case_id, card.activity_id)),
            version=card.version,
            at=at,
        )

    async def retire_card(self, case_id: str) -> None:
        """Remember that the case has no card in the channel."""
        await self._run("retire_cards", case_id=case_id, at=to_number(self._now()), except_id="")

    def _index(self, place: Place) -> str:
        return self._keys.index("place", place.channel_id or place.conversation_id.split(";", 1)[0])

    def _link(self, team: str, sealed: bytes, problem: str, connected_at: int) -> ChannelLink:
        return ChannelLink(team, self._open(sealed, f"channels|{team}|place"), from_number(connected_at), problem)

    def _seal(self, place: Place, where: str) -> bytes:
        return self._sealer.seal(_PLACE.dump_json(place), where)

    def _open(self, sealed: bytes, where: str) -> Place:
        return _PLACE.validate_json(self._sealer.open(sealed, where))


def _card_place(case_id: str, activity_id: str) -> str:
    return f"cards|{case_id}|{activity_id}|place"
