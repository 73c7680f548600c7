"""What waits for the bot does not wait long: Teams for its answer, the team for the card it has pressed."""

from __future__ import annotations

import asyncio
import statistics
import time

from tests.end_to_end.traffic import button_data
from tests.fakes.connector import Fault
from tests.whole_bot.service import MEMBERS, Service, until

SECONDS_FOR_A_CARD = 0.5
"""A form that opens in the card's place is drawn over by a later update: the update must come before anyone types."""


async def test_the_shared_card_is_brought_up_to_date_at_once_after_a_press_and_before_the_line(
    service: Service,
) -> None:
    await service.send_a_case("kari")
    (card,) = await until(service.cards)
    took = []
    verbs = ("Ta saken", "Gi saken fra deg") * 3
    for title in verbs:
        data = button_data(card.card)[title]
        before, began = card.updates, time.monotonic()
        status, answered = await service.deliver(service.press_in_channel(MEMBERS[0], card.id, data))
        assert status == 200
        if title == "Gi saken fra deg":  # opens a form first
            form = next(iter(button_data(answered["value"]).values()))
            began = time.monotonic()
            await service.deliver(service.press_in_channel(MEMBERS[0], card.id, form))
        await until(lambda seen=before: card.updates > seen)
        took.append(time.monotonic() - began)
        await asyncio.sleep(1.1)
    assert statistics.median(took) < SECONDS_FOR_A_CARD, took
    sent = [(call.method, "messageid" in call.path) for call in service.connector.calls]
    first_update = sent.index(("PUT", True)) if ("PUT", True) in sent else [method for method, _ in sent].index("PUT")
    lines = [number for number, (method, in_thread) in enumerate(sent) if method == "POST" and in_thread]
    assert first_update < lines[0], "the card first, then the line about it"


async def test_teams_gets_its_answer_while_the_channel_is_slow_and_many_write_at_once(service: Service) -> None:
    """A hundred messages, fifty a second, while every send to Teams takes half a second: nobody waits for it."""
    service.connector.chance = lambda _request: Fault(200, lands=True, waits=0.5, body=b'{"id": "1"}')

    async def one(number: int) -> float:
        await asyncio.sleep(number * 0.02)
        began = time.monotonic()
        status, _ = await service.deliver(service.message(f"person-{number % 40}", "hva er taushetsplikt?"))
        assert status == 200
        return time.monotonic() - began

    took = await asyncio.gather(*(one(number) for number in range(100)))
    assert max(took) < 5.0
    assert statistics.median(took) < 1.0
