"""In memory: which channel belongs to which team, and the cards in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.ports import CardPosted, ChannelLink
from bot.domain.turn import Place


class FakeChannels:
    def __init__(self, links: dict[str, ChannelLink], cards: dict[str, CardPosted]) -> None:
        self.links = links
        self.cards = cards

    async def of_team(self, team: str, *, stays: bool = False) -> ChannelLink | None:
        return self.links.get(team)

    async def at(self, place: Place, *, to_unlink: bool = False) -> Sequence[ChannelLink]:
        root = _root(place)
        return [link for _, link in sorted(self.links.items()) if _root(link.place) == root]

    async def all(self) -> Sequence[ChannelLink]:
        return [link for _, link in sorted(self.links.items())]

    async def link(self, link: ChannelLink) -> None:
        self.links[link.team] = link

    async def note_problem(self, link: ChannelLink, problem: str) -> bool:
        known = self.links.get(link.team)
        if known is None or _root(known.place) != _root(link.place) or known.problem != link.problem:
            return False
        self.links[link.team] = replace(known, problem=problem)
        return True

    async def reach_at(self, link: ChannelLink, place: Place) -> bool:
        known = self.links.get(link.team)
        if known is None or _root(known.place) != _root(link.place):
            return False
        self.links[link.team] = replace(known, place=place)
        return True

    async def unlink(self, team: str) -> None:
        self.links.pop(team, None)

    async def card_of(self, case_id: str) -> CardPosted | None:
        return self.cards.get(case_id)

    async def case_of_card(self, activity_id: str) -> str | None:
        return next((card.case_id for card in self.cards.values() if card.activity_id == activity_id), None)

    async def keep_card(self, card: CardPosted) -> None:
        self.cards[card.case_id] = card

    async def retire_card(self, case_id: str) -> None:
        self.cards.pop(case_id, None)


def _root(place: Place) -> str:
    return place.channel_id or place.conversation_id.split(";", 1)[0]
