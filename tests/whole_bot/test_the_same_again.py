"""Teams delivers again what it thinks was not answered, also to another replica: it has one effect (promise P5)."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.end_to_end.traffic import button_data
from tests.fakes.connector import FakeConnector
from tests.fakes.postgres import new_migrated_database
from tests.turns.desk import WORDS
from tests.whole_bot.service import MEMBERS, Service, connect_the_channel, serving, until

TRIALS = 60


@pytest.fixture
async def replicas(tmp_path: Path, connector: FakeConnector) -> AsyncIterator[list[Service]]:
    url = await new_migrated_database()
    async with AsyncExitStack() as stack:
        running = [await stack.enter_async_context(serving(tmp_path, connector, url)) for _ in range(3)]
        await connect_the_channel(running[0])
        yield running


@pytest.mark.postgres
@pytest.mark.slow
async def test_an_activity_delivered_up_to_ten_times_at_once_to_three_replicas_is_answered_once(
    replicas: list[Service],
) -> None:
    dice = random.Random(5)
    for trial in range(TRIALS):
        activity = replicas[0].message(f"person-{trial}", "hei")
        copies = dice.randint(2, 10)
        answers = await asyncio.gather(*(dice.choice(replicas).deliver(activity) for _ in range(copies)))
        assert [status for status, _ in answers] == [200] * copies
    connector = replicas[0].connector
    await until(lambda: len(connector.visible()) >= TRIALS)
    await asyncio.sleep(0.3)
    seen = Counter(kept.conversation for kept in connector.visible())
    assert seen == {f"a:person-{trial}": 1 for trial in range(TRIALS)}


@pytest.mark.postgres
@pytest.mark.slow
async def test_a_case_sent_in_many_deliveries_at_once_is_one_case_with_one_card(replicas: list[Service]) -> None:
    first = replicas[0]
    await first.go_to_the_form("kari")
    _, body = await first.deliver(first.press("kari", "case_review", WORDS))
    send = next(data for title, data in button_data(body["value"]).items() if "send" in title.lower())
    activity = first.press("kari", send["verb"], send)
    answers = await asyncio.gather(*(service.deliver(activity) for service in replicas for _ in range(3)))
    assert {status for status, _ in answers} == {200}
    await until(first.cards)
    await asyncio.sleep(1.5)
    assert len(first.cards()) == 1


@pytest.mark.postgres
@pytest.mark.slow
async def test_of_two_who_take_a_case_at_two_replicas_one_gets_it_and_the_other_is_told_who(
    replicas: list[Service],
) -> None:
    first, second, _ = replicas
    await first.send_a_case("kari")
    (card,) = await until(first.cards)
    data = button_data(card.card)["Ta saken"]
    presses = (first.press_in_channel(member, card.id, data) for member in MEMBERS)
    answers = await asyncio.gather(*(one.deliver(it) for one, it in zip((first, second), presses, strict=True)))
    late = [body for _, body in answers if "har tatt" in str(body["value"])]
    assert len(late) == 1
    await until(lambda: "Tatt" in card.text)
