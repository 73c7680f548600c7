"""Whatever is changed in what Teams sends, the bot never breaks, and nobody gets in who may not."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, cast

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.texts import load_texts
from bot.domain.ports import Messenger
from bot.domain.turn import Turn
from bot.teams.adapter import TeamsAdapter
from bot.teams.cards import CardWriter
from bot.teams.connector import Connector
from bot.teams.gate import Gate
from bot.teams.invoke_answers import InvokeAnswers
from bot.teams.reply_post import ReplyPost
from bot.teams.taking_turns import Send
from bot.teams.teams_bot import TeamsBot
from bot.teams.teams_settings import TeamsSettings
from bot.teams.uploads import Uploads
from bot.teams.web import Web
from bot.teams.write_activity import ActivityWriter
from tests.fakes.entra import good_claims
from tests.fakes.times import times
from tests.teams.conftest import KNOWLEDGE, StoppedClock
from tests.teams.door import FORGER, OURS, OneKey
from tests.teams.recorded import APP_ID, SERVICE_URL, TENANT, all_names, recorded

ACTIVITIES = [recorded(name) for name in all_names()]
GOOD = f"Bearer {OURS.sign(good_claims(APP_ID, SERVICE_URL))}"
TOKENS = {GOOD: 8, f"Bearer {FORGER.sign(good_claims(APP_ID, SERVICE_URL))}": 1, "Bearer x.y.z": 1, "": 1}
EXAMPLES = times(600)


@dataclass
class Door:
    """The door and what came through it."""

    runner: asyncio.Runner
    client: TestClient[web.Request, web.Application]
    turns: list[Turn] = field(default_factory=list)

    def knock(self, token: str, body: bytes) -> int:
        return self.runner.run(self._knock(token, body))

    async def _knock(self, token: str, body: bytes) -> int:
        headers = {"Authorization": token, "Content-Type": "application/json"}
        response = await self.client.post("/api/messages", data=body, headers=headers)
        await response.read()
        return response.status


class Deaf:
    """A messenger nobody hears."""

    async def update(self, *_: object) -> None:
        """Update nothing."""


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    texts = load_texts(KNOWLEDGE)
    turns: list[Turn] = []

    async def take(turn: Turn, send: Send) -> None:
        turns.append(turn)
        await send([])

    async def ready() -> bool:
        return True

    async def start() -> TestClient[web.Request, web.Application]:
        edge_settings = TeamsSettings(app_id=APP_ID, tenants=frozenset({TENANT}))
        writer = ActivityWriter(CardWriter(texts, lambda _reply: ""), texts)
        post = ReplyPost(cast(Messenger, None), texts)
        uploads = Uploads(cast(ClientSession, None), edge_settings, cast(Messenger, Deaf()), texts)
        bot = TeamsBot(take, post, writer, InvokeAnswers(writer, texts), uploads, StoppedClock())
        adapter = TeamsAdapter(cast(Connector, None), bot)
        client = TestClient(TestServer(Web(Gate(edge_settings, OneKey()), adapter, ready).app()))
        await client.start_server()
        return client

    with asyncio.Runner() as runner:
        client = runner.run(start())
        yield Door(runner, client, turns)
        runner.run(client.close())


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=40),
    st.sampled_from(["\x00", "\ud83d", "x" * 3000, SERVICE_URL, TENANT, "add", "message", "invoke", "channelDeleted"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)


def paths(node: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if here:
        yield here
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in pairs:
        yield from paths(value, (*here, name))


@st.composite
def changed_activities(draw: st.DrawFn) -> dict[str, Any]:
    activity = copy.deepcopy(draw(st.sampled_from(ACTIVITIES)))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(list(paths(activity))))
        parent = activity
        for name in path[:-1]:
            parent = parent[name]
        if draw(st.booleans()):
            parent[path[-1]] = draw(VALUES)
        elif isinstance(parent, dict):
            del parent[path[-1]]
        if not activity:
            break
    return activity


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    activity=changed_activities(),
    token=st.sampled_from([token for token, share in TOKENS.items() for _ in range(share)]),
)
def test_no_changed_activity_breaks_the_bot_or_gets_in_without_right(
    door: Door, activity: dict[str, Any], token: str
) -> None:
    door.turns.clear()
    status = door.knock(token, json.dumps(activity).encode())
    assert status < 500
    for turn in door.turns:
        assert token == GOOD
        assert turn.place.reference["service_url"].rstrip("/") == SERVICE_URL.rstrip("/")
        assert turn.place.reference["tenant_id"] == TENANT
        assert turn.person.id or activity["type"] == "conversationUpdate"
        kept = json.dumps(asdict(turn), default=str, ensure_ascii=False)
        assert "\\u0000" not in kept, "PostgreSQL refuses it"
        kept.encode("utf-8")


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2_000))
def test_no_bytes_break_the_door(door: Door, body: bytes) -> None:
    assert 400 <= door.knock(GOOD, body) < 500


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, st.sampled_from(["value", "channelData", "entities", "conversation", "from", "text"]))
def test_any_value_in_any_part_is_answered(door: Door, value: Any, part: str) -> None:
    for activity in (recorded("invoke_execute"), recorded("message_submit"), recorded("invoke_search")):
        assert door.knock(GOOD, json.dumps({**activity, part: value}).encode()) < 500
