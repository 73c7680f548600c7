"""Submits cases to real processes that are killed with -9 about every second, and counts what people see afterwards."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.domain.ports import ChannelLink, StoreAway
from bot.store import SqlStore
from tests.delivery.kill_app import ASKED_ABOUT, REPEAT, RING, SystemClock, channel
from tests.fakes.connector import FakeConnector, share_of_faults
from tests.fakes.postgres import restart_server

ROOT = Path(__file__).parents[2]
FAULTS = {
    "429 seconds": 0.10,
    "500 InternalServerError": 0.05,
    "502 landed": 0.03,
    "hang": 0.02,
}
"""10 % refused for now, 5 % errors, 5 % ambiguous: landed, but the answer says otherwise or comes too late."""


@dataclass(frozen=True)
class Plan:
    """One run."""

    submissions: int
    replicas: int = 1
    teams: int = 20
    kill_after: tuple[float, float] = (0.6, 1.4)
    """Seconds between `ready` and kill -9."""
    restart_after: tuple[float, float] | None = None
    """Seconds between two restarts of PostgreSQL, cut off without a word; None leaves it alone."""
    faults: dict[str, float] = field(default_factory=lambda: dict(FAULTS))
    seed: int = 7
    patience: float = 600.0
    """Seconds after which the run counts as failed."""


@dataclass
class Result:
    """What people see, and what it took."""

    accepted: int = 0
    kills: int = 0
    restarts: int = 0
    """Of the database."""
    posts: int = 0
    lost: int = 0
    duplicates: int = 0
    told_nowhere: int = 0
    """Cases of which neither a notice nor the receipt tells that they are in the channel."""
    notices_twice: int = 0
    questions_lost: int = 0
    questions_twice: int = 0
    """Seen twice, with nothing on the second that says so."""
    said_again: int = 0
    """Questions that came once more with a note that they may have come before; half of the first ones never landed."""
    not_drained: int = 0
    seconds: float = 0.0


@dataclass
class Replica:
    """One process; while it is down, `port` is None."""

    port: int | None = None
    kills: int = 0
    lives_longer: float = 1.0
    """Grows while nothing is sent between start and kill: on a machine too busy for that a run would never end."""


async def run(plan: Plan, url: str) -> Result:
    """Submit everything, kill all along, wait until the outbox is empty, count."""
    result, started, dice = Result(), time.monotonic(), random.Random(plan.seed)
    async with AsyncExitStack() as stack:
        connector = await stack.enter_async_context(FakeConnector())
        connector.chance = share_of_faults(plan.faults, seed=plan.seed)
        store = SqlStore(url, RING)
        await store.open()
        stack.push_async_callback(store.close)
        await _connect_channels(store, plan, connector.url)
        replicas = [Replica() for _ in range(plan.replicas)]
        drained = asyncio.Event()
        lives = [
            asyncio.create_task(_live_and_die(replica, plan, url, connector, dice, drained)) for replica in replicas
        ]
        restarting = asyncio.create_task(_restart_now_and_then(plan, dice, drained))
        async with asyncio.timeout(plan.patience), aiohttp.ClientSession() as session:
            result.accepted = await _submit_all(session, replicas, plan, connector)
            result.not_drained = await _wait_until_drained(store)
        drained.set()
        await asyncio.gather(*lives)
        result.restarts = await restarting
        result.kills = sum(replica.kills for replica in replicas)
        _count(result, connector, plan)
    result.seconds = time.monotonic() - started
    return result


async def _connect_channels(store: SqlStore, plan: Plan, connector_url: str) -> None:
    async with store.unit_of_work() as uow:
        for number in range(plan.teams):
            place = channel(f"team{number}", connector_url)
            await uow.channels.link(ChannelLink(f"team{number}", place, SystemClock().now()))
        await uow.commit()


async def _live_and_die(
    replica: Replica, plan: Plan, url: str, connector: FakeConnector, dice: random.Random, stop: asyncio.Event
) -> None:
    while not stop.is_set():
        async with _process(url, connector.port, plan) as (process, port):
            if port is None:  # the database was away just then; whoever keeps it running starts it again
                await asyncio.sleep(0.2)
                continue
            replica.port = port
            before = len(connector.calls)
            try:
                async with asyncio.timeout(dice.uniform(*plan.kill_after) * replica.lives_longer):
                    await stop.wait()
            except TimeoutError:
                replica.kills += 1
            replica.port = None
            os.kill(process.pid, signal.SIGKILL)
            replica.lives_longer = 1.0 if len(connector.calls) > before else replica.lives_longer * 1.5


async def _restart_now_and_then(plan: Plan, dice: random.Random, stop: asyncio.Event) -> int:
    """Cut the database off and start it again until the run is over; return how often."""
    restarts = 0
    while plan.restart_after is not None and not stop.is_set():
        try:
            async with asyncio.timeout(dice.uniform(*plan.restart_after)):
                await stop.wait()
        except TimeoutError:
            await restart_server()
            restarts += 1
    return restarts


@asynccontextmanager
async def _process(
    url: str, connector_port: int, plan: Plan
) -> AsyncIterator[tuple[asyncio.subprocess.Process, int | None]]:
    # Without compiled modules a process takes seconds to start, and start-up time is part of crash safety.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.delivery.kill_app",
        url,
        str(connector_port),
        str(plan.teams),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL if plan.restart_after else None,
    )
    assert process.stdout is not None
    try:
        ready = await process.stdout.readline()
        yield process, int(ready) if ready or not plan.restart_after else None
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _submit_all(
    session: aiohttp.ClientSession, replicas: list[Replica], plan: Plan, connector: FakeConnector
) -> int:
    numbers = iter(range(plan.submissions))

    async def submit_next() -> int:
        accepted = 0
        for number in numbers:
            receipt = connector.plant(f"a:person-{number}", None, {"text": f"receipt number {number}."})
            while not await _submitted(session, replicas, number, receipt.id):  # noqa: ASYNC110 - a person presses again
                await asyncio.sleep(0.05)
            accepted += 1
        return accepted

    return sum(await asyncio.gather(*(submit_next() for _ in range(10))))


async def _submitted(session: aiohttp.ClientSession, replicas: list[Replica], number: int, receipt: str) -> bool:
    ports = [replica.port for replica in replicas if replica.port]
    if not ports:
        return False
    address = f"http://127.0.0.1:{ports[number % len(ports)]}/submit?number={number}&receipt={receipt}"
    try:
        async with session.post(address, timeout=aiohttp.ClientTimeout(total=5)) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def _wait_until_drained(store: SqlStore) -> int:
    """Wait until nothing is due any more (follow-ups lie days ahead); return how many rows are parked."""
    while True:
        with contextlib.suppress(StoreAway):
            async with store.unit_of_work() as uow:
                earliest, parked = await uow.queue.waiting(1), await uow.outbox.parked()
            if all(row.item.due_at > SystemClock().now() + timedelta(minutes=10) for row in earliest):
                return len(parked)
        await asyncio.sleep(0.3)


def _count(result: Result, connector: FakeConnector, plan: Plan) -> None:
    seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for kept in connector.visible():
        found = re.search(
            r"(case_card|requester_notice|receipt_update|relayed_notice)\w* \w+ number (\d+)\.", kept.text
        )
        if found:
            again = " again" if REPEAT in kept.text else ""
            seen[found[1] + again][int(found[2])] += 1
    cards, notices, receipts = seen["case_card"], seen["requester_notice"], seen["receipt_update"]
    questions, repeats = seen["relayed_notice"], seen["relayed_notice again"]
    numbers, asked = range(plan.submissions), range(0, plan.submissions, ASKED_ABOUT)
    result.posts = sum(call.method == "POST" for call in connector.calls)
    result.lost = sum(cards[number] == 0 for number in numbers)
    result.duplicates = _surplus(cards)
    result.told_nowhere = sum(notices[number] + receipts[number] == 0 for number in numbers)
    result.notices_twice = _surplus(notices)
    result.questions_lost = sum(questions[number] + repeats[number] == 0 for number in asked)
    result.questions_twice = _surplus(questions)
    result.said_again = repeats.total()


def _surplus(seen: Counter[int]) -> int:
    return sum(max(0, count - 1) for count in seen.values())
