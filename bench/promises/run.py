"""Promises P3 and P11 at full size: `python -m bench.promises.run fuzz|ack`. Exit code 1 when one is broken."""

from __future__ import annotations

import argparse
import asyncio
import copy
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.promises.process import Running, bot_under_load
from tests.fakes.connector import FakeConnector, Fault
from tests.teams.recorded import all_names, recorded
from tests.whole_bot.service import TENANT, connect_the_channel, until

ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1.5,
    "",
    "\x00",
    "x" * 3000,
    "<at>alle</at>",
    "\u202e",
    [],
    {},
    [[[]]],
    {"id": {"id": []}},
    "../../x",
    "add",
    "invoke",
    "message",
    TENANT,
    "channelDeleted",
)
WORDS = (
    "hei",
    "mine saker",
    "hva er taushetsplikt?",
    "jeg er bekymret",
    "1",
    "tilbake",
    "koble til",
    "Far slår barnet",
)


def places(node: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the way to every value in the activity."""
    if here:
        yield here
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in pairs:
        yield from places(value, (*here, name))


def changed(dice: random.Random, number: int, service_url: str) -> dict[str, Any]:
    """Return something Teams really sends, with a new id, and up to four values changed, added or gone."""
    activity = copy.deepcopy(dice.choice(ACTIVITIES))
    activity |= {"id": f"fuzz-{number}", "serviceUrl": service_url}
    if activity.get("type") == "message":
        activity["text"] = dice.choice(WORDS)
    for _ in range(dice.choice((0, 1, 1, 2, 4))):
        every = list(places(activity))
        if not every:
            break
        way = dice.choice(every)
        parent = activity
        for name in way[:-1]:
            parent = parent[name]
        if isinstance(parent, dict) and dice.random() < 0.3:
            del parent[way[-1]]
        else:
            parent[way[-1]] = copy.deepcopy(dice.choice(ODD))
    return activity


ACTIVITIES = [recorded(name) for name in all_names()]


async def fuzz(running: Running, count: int, seed: int) -> bool:
    """P3: no 5xx, no effect on the case of somebody else, memory that stays, quick answers."""
    service, statuses, took = running.service, Counter[int](), list[float]()
    await connect_the_channel(service)
    await service.send_a_case("kari")
    (card,) = await until(service.cards)
    await asyncio.sleep(2)
    before, warm = card.text, count // 5
    dice = random.Random(seed)

    async def knock(numbers: Iterator[int]) -> None:
        for number in numbers:
            began = time.monotonic()
            status, _ = await service.deliver(changed(dice, number, service.connector.url))
            took.append(time.monotonic() - began)
            statuses[status] += 1

    began = time.monotonic()
    memory = []
    for part in (iter(range(warm)), iter(range(warm, count))):
        await asyncio.gather(*(knock(part) for _ in range(4)))
        await _until_quiet(service.connector)
        memory.append(running.rss_mib())
    seconds, grown = time.monotonic() - began, memory[1] - memory[0]
    p99 = statistics.quantiles(took, n=100)[98]
    untouched = len(service.cards()) == 1 and card.text == before
    code = await running.end()
    print(
        f"{count} activities in {seconds:.0f} s: {dict(sorted(statuses.items()))}, failed turns {running.complaints()}"
    )
    print(f"p99 {p99 * 1000:.0f} ms with four at once, memory after the first fifth {grown:+.1f} MiB, exit code {code}")
    print(f"the case of somebody else is {'untouched' if untouched else 'CHANGED'}")
    return untouched and code == 0 and not running.complaints() and not any(status >= 500 for status in statuses)


async def _until_quiet(connector: FakeConnector) -> None:
    """Wait until the replies under way are sent: they are memory in use, not memory lost."""
    seen = -1
    while seen != len(connector.calls):
        seen = len(connector.calls)
        await asyncio.sleep(2)


async def ack(running: Running, seconds: int, rate: int) -> bool:
    """P11: every POST is answered within a second (p99) while every send to Teams takes half a second."""
    service = running.service
    service.connector.chance = lambda _request: Fault(200, lands=True, waits=0.5, body=b'{"id": "1"}')
    took, statuses, dice = list[float](), Counter[int](), random.Random(1)

    async def one(number: int) -> None:
        await asyncio.sleep(number / rate)
        began = time.monotonic()
        message = service.message(f"person-{number % 200}", dice.choice(WORDS))
        status, _ = await service.deliver(message)
        took.append(time.monotonic() - began)
        statuses[status] += 1

    await asyncio.gather(*(one(number) for number in range(seconds * rate)))
    p50, p99 = statistics.median(took), statistics.quantiles(took, n=100)[98]
    print(f"{len(took)} messages at {rate}/s, each send 0.5 s: {dict(statuses)}")
    print(
        f"answered after {p50 * 1000:.0f} ms (median), {p99 * 1000:.0f} ms (p99), {max(took) * 1000:.0f} ms (longest)"
    )
    return p99 < 1.0 and max(took) < 5.0 and set(statuses) == {200}


async def measure(given: argparse.Namespace) -> bool:
    """Run one promise at a fresh process."""
    with tempfile.TemporaryDirectory(prefix="promise") as folder:
        async with FakeConnector() as connector, bot_under_load(Path(folder), connector) as running:
            if given.promise == "fuzz":
                return await fuzz(running, given.count, given.seed)
            return await ack(running, given.seconds, given.rate)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("promise", choices=("fuzz", "ack"))
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=50)
    return 0 if asyncio.run(measure(parser.parse_args())) else 1


if __name__ == "__main__":
    raise SystemExit(main())
