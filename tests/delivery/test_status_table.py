"""Microsoft's whole status table for bot messages: for each row, what the bot did with a child's case, over real HTTP.

`Did` says what people see in the channel in the end, how often the bot posted, and what the administrator was told.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

import aiohttp
import pytest

from bot.domain.outbox import Kind
from bot.domain.ports import ChannelLink
from bot.domain.turn import Place, PlaceKind
from bot.teams.access_tokens import NoTokens
from bot.teams.cards import CardWriter
from bot.teams.connector import Connector
from bot.teams.graph import ChannelReader
from bot.teams.messenger import TeamsMessenger
from bot.teams.teams_settings import TeamsSettings
from bot.teams.write_activity import ActivityWriter
from bot.usecases.note_channel import note_back
from tests.delivery.team import AT, Team
from tests.fakes.connector import TABLE, FakeConnector, Fault
from tests.fakes.knowledge import shelf
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock

ROOM = "19:0123456789abcdef0123456789abcdef@thread.tacv2"


@dataclass(frozen=True)
class Did:
    """What the bot did about one row of the table."""

    cards: int
    posts: int
    told: str = ""
    """Part of what the administrator was told; empty = nothing needed a person."""


ONCE_AGAIN = Did(cards=1, posts=2)
"""Nothing had landed: waited as told, and sent once more."""
FOUND = Did(cards=1, posts=1)
"""It had landed in spite of the answer: looked, found it, and sent nothing."""
LOOKED = Did(cards=1, posts=2)
"""Nobody could know: waited, looked in vain, and sent."""

BY_ROW = {
    "400 BadSyntax": Did(0, 1, "400:BadSyntax"),
    "401 BotNotRegistered": Did(0, 2, "401:BotNotRegistered"),
    "403 BotDisabledByAdmin": Did(0, 1, "403:Forbidden:BotDisabledByAdmin"),
    "403 BotNotInConversationRoster": Did(0, 1, "403:BotNotInConversationRoster"),
    "403 ConversationBlockedByUser": Did(0, 1, "403:ConversationBlockedByUser"),
    "403 InvalidBotApiHost": Did(0, 1, "403:InvalidBotApiHost"),
    "403 NotEnoughPermissions": Did(0, 1, "403:NotEnoughPermissions"),
    "403 MessageWritesBlocked": Did(0, 1, "403:Forbidden:MessageWritesBlocked"),
    "404 ConversationNotFound": Did(0, 1, "404:ConversationNotFound"),
    "404 ActivityNotFoundInConversation": Did(0, 1, "404:ActivityNotFoundInConversation"),
    "412 PreconditionFailed": ONCE_AGAIN,
    "413 MessageSizeTooBig": Did(0, 1, "413:MessageSizeTooBig"),
    "429 seconds": ONCE_AGAIN,
    "429 absent": ONCE_AGAIN,
    "429 garbage": ONCE_AGAIN,
    "500 InternalServerError": LOOKED,
    "502 landed": FOUND,
    "502 lost": LOOKED,
    "503 ServiceUnavailable": ONCE_AGAIN,
    "504 landed": FOUND,
    "504 lost": LOOKED,
}


@dataclass
class Line:
    """A team whose cards go to the fake connector."""

    team: Team
    fake: FakeConnector

    @property
    def posts(self) -> int:
        return sum(call.method == "POST" and call.path.endswith("/v3/conversations") for call in self.fake.calls)


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with AsyncExitStack() as stack:
        fake = await stack.enter_async_context(FakeConnector())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        settings = TeamsSettings(development=True, development_ports=frozenset({fake.port}), send_timeout=10.0)
        texts = shelf().knowledge.texts
        writer = ActivityWriter(CardWriter(texts, lambda _reply: ""), texts)
        reader = ChannelReader(session, fake.graph_url, NoTokens(), "graph")
        messenger = TeamsMessenger(Connector(session, settings, NoTokens()), writer, reader)
        clock = MovableClock()
        team = Team(FakeStore(clock.now), clock, messenger)
        team.settings = replace(team.settings, client_timeout=5.0)
        reference = {"service_url": fake.url, "bot_id": "28:bot", "tenant_id": "t", "group_id": "g"}
        async with team.store.unit_of_work() as uow:
            place = Place(PlaceKind.CHANNEL, ROOM, reference, "19:team", ROOM)
            await uow.channels.link(ChannelLink("drofting", place, AT))
            await uow.commit()
        yield Line(team, fake)


def faults_of(name: str) -> list[Fault | None]:
    """Return the row as answers; a token that is not taken is tried once with a new one."""
    return [TABLE[name]] * (2 if name.startswith("401") else 1)


def test_every_row_of_the_table_is_here() -> None:
    assert set(BY_ROW) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
async def test_what_the_bot_does_when_a_case_is_posted(line: Line, name: str) -> None:
    await _submitted(line)
    line.fake.faults = faults_of(name)
    await line.team.deliver(8, seconds=61)
    did = BY_ROW[name]
    assert len(line.fake.visible(ROOM)) == did.cards
    assert line.posts == did.posts
    assert bool(line.team.alerts) is bool(did.told)
    assert did.told in "".join(line.team.alerts)
    case, card = await line.team.case(), await line.team.card_of()
    assert (case.posted_at is not None) is (card is not None) is bool(did.cards), "never ahead of the facts"
    told = [
        row.item.dedupe_key.rpartition(":")[2] for row in await _rows(line) if row.item.kind is Kind.REQUESTER_NOTICE
    ]
    assert told == (["posted"] if did.cards else ["not_posted"]), "«lagt i kanalen» is told only when it is"
    if not did.cards:
        assert (await line.team.counts())["parked"] == 1, "the case waits for a person, and is not lost"
        await _mended(line)
        assert len(line.fake.visible(ROOM)) == 1


@pytest.mark.parametrize("name", TABLE)
async def test_what_the_bot_does_when_a_card_is_brought_up_to_date(line: Line, name: str) -> None:
    await _submitted(line)
    await line.team.deliver(2)
    (first,) = line.fake.visible(ROOM)
    await line.team.change(seen_at=AT)
    line.fake.faults = faults_of(name)
    await line.team.deliver(8, seconds=61)
    case, card = await line.team.case(), await line.team.card_of()
    if name.startswith("404"):
        assert card.activity_id != first.id, "posted anew, the old one retired"
        assert card.version == case.version
        assert (await line.team.card_of()).activity_id in {kept.id for kept in line.fake.visible(ROOM)}
    elif BY_ROW[name].told:
        assert line.team.alerts
        await _mended(line)
        assert (await line.team.card_of()).version == case.version
    else:
        assert (card.activity_id, card.version) == (first.id, case.version)
        assert line.team.alerts == []


async def _submitted(line: Line) -> None:
    """Send a case whose requester can be reached."""
    case = await line.team.submit()
    kept = line.team.store.data.requesters
    place = Place(PlaceKind.PERSONAL, "a:1-personal", {"service_url": line.fake.url})
    kept[case.id] = replace(kept[case.id], place=place)


async def _rows(line: Line) -> list[object]:
    return [kept.row for kept in line.team.store.data.rows.values()]


async def _mended(line: Line) -> None:
    """Let somebody mend what was wrong, such as to add the bot to the channel again, and try the row again, as
    `python -m bot outbox` does."""
    async with line.team.store.unit_of_work() as uow:
        for link in await uow.channels.all():
            await note_back(link, uow, line.team.clock)
        for row in await uow.outbox.parked():
            await uow.queue.retry(row.id, line.team.clock.now())
        await uow.commit()
    await line.team.deliver(3, seconds=61)
