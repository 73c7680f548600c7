"""Who sends faster than the bot answers is told so, and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.content.texts import Texts
from bot.domain.reply import Line
from bot.domain.turn import Turn
from bot.teams import teams_bot
from bot.teams.taking_turns import Send
from bot.teams.waiting_turns import MOST_UNSENT, MOST_WAITING
from tests.fakes.connector import TABLE, Fault
from tests.teams.conftest import Running
from tests.teams.recorded import recorded
from tests.whole_bot.service import until

_numbers = itertools.count()


def sent(what: str, by: str = "en", **changes: Any) -> dict[str, Any]:
    """Return an activity of somebody, each with an id of its own."""
    one = recorded(what)
    return {**one, "id": f"a{next(_numbers)}", "from": {**one["from"], "aadObjectId": f"person-{by}"}, **changes}


@pytest.fixture
async def let_go(running: Running) -> AsyncIterator[asyncio.Event]:
    """Somebody has as many turns waiting as anybody may have; the event lets them go on."""
    let_go = asyncio.Event()

    async def slow(turn: Turn, send: Send) -> None:
        await let_go.wait()
        await send([Line("svar")])

    running.inside.instead = slow
    under_way = [asyncio.create_task(running.deliver(sent("message_personal"))) for _ in range(MOST_WAITING)]
    await until(lambda: len(running.inside.turns) == MOST_WAITING)
    yield let_go
    let_go.set()
    assert {status for status, _ in await asyncio.gather(*under_way)} == {200}
    await running.settled()


def said_to(running: Running) -> list[str]:
    return [kept.activity["text"] for kept in running.connector.visible()]


async def test_what_comes_beyond_is_not_read_and_its_sender_is_told_once_where_to_call(
    running: Running, let_go: asyncio.Event, texts: Texts
) -> None:
    for _ in range(5):
        assert await running.deliver(sent("message_personal")) == (200, None)
    await until(lambda: said_to(running))
    await asyncio.sleep(0.05)
    assert said_to(running) == [texts("teams.too_many")]
    assert "112" in texts("teams.too_many")
    assert len(running.inside.turns) == MOST_WAITING


@pytest.mark.parametrize("name", ["invoke_execute", "invoke_search", "invoke_task_submit"])
async def test_who_presses_or_searches_reads_it_in_the_answer_each_time_and_nothing_is_sent(
    running: Running, let_go: asyncio.Event, texts: Texts, name: str
) -> None:
    for _ in range(3):
        status, body = await running.deliver(sent(name))
        assert status == 200
        assert texts("teams.too_many") in str(body)
    assert said_to(running) == []


async def test_nobody_else_is_turned_away_and_what_teams_tells_of_a_place_is_heard(
    running: Running, let_go: asyncio.Event
) -> None:
    other = asyncio.create_task(running.deliver(sent("message_personal", by="annen")))
    place = asyncio.create_task(running.deliver(sent("installed_personal")))
    await until(lambda: len(running.inside.turns) == MOST_WAITING + 2)
    let_go.set()
    assert (await other)[0] == (await place)[0] == 200


async def test_replies_that_teams_does_not_take_yet_keep_their_places(running: Running, texts: Texts) -> None:
    """However fast turns are: what waits to be sent would else fill the memory, and be read by nobody."""
    running.connector.chance = lambda _request: TABLE["429 seconds"]
    running.inside.replies = [Line("svar")]
    for _ in range(MOST_UNSENT + 15):
        assert (await running.deliver(sent("message_personal")))[0] == 200
    assert len(running.inside.turns) == MOST_UNSENT
    running.connector.chance = lambda _request: None
    await running.edge.post.drain(0.01)
    await asyncio.sleep(0)
    assert await running.deliver(sent("message_personal")) == (200, None)
    assert len(running.inside.turns) == MOST_UNSENT + 1


async def test_a_thousand_times_no_to_a_file_makes_no_thousand_calls(running: Running) -> None:
    running.connector.chance = lambda _request: Fault(200, waits=5.0)
    no = {"action": "decline", "type": "fileUpload"}
    for _ in range(100):
        assert (await running.deliver(sent("invoke_execute", name="fileConsent/invoke", value=no)))[0] == 200
    await asyncio.sleep(0.2)
    assert len(running.connector.calls) == MOST_WAITING
    await running.edge.post.drain(0.01)


async def test_whoever_writes_while_it_is_slow_is_told_once_whom_to_ring_and_answered_all_the_same(
    running: Running, let_go: asyncio.Event, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teams_bot, "MESSAGE_SECONDS", 0.05)
    for round_number in (1, 2):
        for what in ("message_personal", "message_personal", "message_channel_mention"):
            await running.deliver(sent(what, "to"))
        assert said_to(running).count(texts("teams.slow")) == round_number
        let_go.set()
        await until(lambda expected=3 * round_number + 20: said_to(running).count("svar") == expected)
        let_go.clear()
    assert "112" in texts("teams.slow")
    let_go.set()
