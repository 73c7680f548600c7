"""Thousands of random steps of several people at the real process, among faults of Teams; then it must all add up."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import bot.inside
from bot.clock import SystemClock
from bot.delivery.reconcile import reconcile
from bot.domain.case import Status
from bot.domain.turn import Person
from bot.settings import Settings
from bot.store import SqlStore
from tests.end_to_end.traffic import Json, button_data
from tests.fakes.connector import FakeConnector, share_of_faults
from tests.fakes.ports import free_port
from tests.fakes.times import times
from tests.turns.desk import ABOUT, TEAM, WORDS
from tests.turns.test_any_press import FIELDS, GIVEN
from tests.whole_bot.service import CHANNEL, KNOWLEDGE, MEMBERS, Service, connect_the_channel

STEPS = times(1200)
FAULTS = {"429 seconds": 0.02, "502 landed": 0.02, "500 InternalServerError": 0.02, "503 ServiceUnavailable": 0.02}
STAFF = ("kari", "nils", "uvedkommende")
TYPED = (
    *(
        "hei",
        "hjelp",
        "meny",
        "tilbake",
        "avbryt",
        "start på nytt",
        "mine saker",
        "ja",
        "nei",
        "1",
        "2",
        "3",
        "usikker",
    ),
    *(
        "Stjørdal",
        "Melhus",
        "skole",
        "barnehage",
        "jeg er bekymret",
        "drøft en sak",
        "hvor går jeg?",
        "øv",
        "statistikk",
    ),
    *("hva er taushetsplikt?", "kan jeg melde anonymt?", "Far slår barnet", "koble til", "saker", "slett alt", "akutt"),
    *("Hva har du sett?: Kommer sent", "minn meg på evaluering 14. januar", "innstillinger", "\u202e\x00<at>alle</at>"),
)


@dataclass
class Crowd:
    """Three staff, two members of the team and one who is none, each doing whatever is possible, also what is not."""

    service: Service
    dice: random.Random
    seen: list[tuple[str, Json]] = field(default_factory=list)
    """Every button ever shown, with the message it stood on: old cards are pressed too."""
    statuses: Counter[int] = field(default_factory=Counter)

    async def step(self) -> None:
        await self.dice.choice((self._says, self._says, *(self._presses,) * 5, self._sends))()

    async def _says(self) -> None:
        text = self.dice.choice(TYPED)
        if self.dice.random() < 0.2:
            await self._deliver(self._in_channel(self.service.message("x", f"<at>Veilederen</at> {text}")))
        else:
            await self._deliver(self.service.message(self.dice.choice(STAFF), text))

    async def _presses(self) -> None:
        self._look()
        if not self.seen:
            return
        recent = self.seen[-60:] if self.dice.random() < 0.7 else self.seen
        card_id, data = self.dice.choice(recent)
        values = {name: self.dice.choice(GIVEN) for name in self.dice.sample(FIELDS, 4)}
        if self.dice.random() < 0.15:
            data = {**data, "id": self.dice.choice(("", "../x", "' OR 1=1", *(one[1].get("id", "") for one in recent)))}
        pressed = {**values, **data}
        if self.dice.random() < 0.5:
            member = self.dice.choice([*MEMBERS, {"id": "29:x", "aadObjectId": "object-utenfor", "name": "Utenfor"}])
            await self._deliver(self.service.press_in_channel(member, card_id, pressed))
        else:
            person = self.dice.choice(STAFF)
            await self._deliver(self.service.press(person, str(data["verb"]), pressed, replyToId=card_id))

    async def _sends(self) -> None:
        """Go the whole way of a case, or the beginning of it; others of the same person come in between."""
        person = self.dice.choice(STAFF[:2])
        way = (
            ("menu_submit", {}),
            ("case_about", ABOUT),
            ("case_team", {"id": "komp_0_18"}),
            ("case_gate", {"first": "hv_niva_0,hv_niva_1"}),
            ("case_review", WORDS),
        )
        shown: dict[str, Any] = {}
        for verb, values in way[: self.dice.choice((2, 5, 5, 5))]:
            carried = shown.get("Nei på alle", {}) if verb == "case_gate" else {}
            body = await self._deliver(self.service.press(person, verb, {**carried, **values}))
            shown = button_data(body.get("value") if isinstance(body, dict) else None)
        for data in shown.values():
            if data["verb"] == "case_send":
                await self._deliver(self.service.press(person, "case_send", data))

    def _look(self) -> None:
        for kept in list(self.service.connector.messages.values())[-30:]:
            self._note(kept.id, kept.card)

    def _note(self, card_id: str, card: Any) -> None:
        self.seen += [(card_id, data) for data in button_data(card).values()]
        del self.seen[:-4000]

    def _in_channel(self, message: Json) -> Json:
        base = self.service.press_in_channel(self.dice.choice(MEMBERS), "1", {"verb": ""})
        room = {
            "id": CHANNEL,
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": base["channelData"]["tenant"]["id"],
        }
        mention = {
            "type": "mention",
            "text": "<at>Veilederen</at>",
            "mentioned": {"id": "28:bot", "name": "Veilederen"},
        }
        return {
            **message,
            "from": base["from"],
            "channelData": base["channelData"],
            "conversation": room,
            "entities": [mention],
        }

    async def _deliver(self, activity: Mapping[str, Any]) -> Any:
        status, body = await self.service.deliver(activity)
        self.statuses[status] += 1
        if isinstance(body, dict):
            self._note(str(activity.get("replyToId", "")), body.get("value"))
        return body


@pytest.mark.slow
async def test_after_thousands_of_random_steps_everything_adds_up_and_the_process_ends_well(
    tmp_path: Path, connector: FakeConnector
) -> None:
    port = free_port()
    own = {
        "VEILEDEREN_DEVELOPMENT": "true",
        "VEILEDEREN_DATA": str(tmp_path),
        "VEILEDEREN_PORT": str(port),
        "VEILEDEREN_PLAYGROUND_PORTS": str(connector.port),
    }
    settings = Settings(_env_file=None, development=True, data=tmp_path, port=port)
    command = (sys.executable, "-m", "tests.whole_bot.quick_bot")
    with (tmp_path / "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=KNOWLEDGE.parent, env={**os.environ, **own}, stdout=log, stderr=log
        )
    try:
        async with aiohttp.ClientSession() as http:
            service = Service(settings, connector, http)
            await _until_it_answers(service)
            await connect_the_channel(service)
            await service.send_a_case("kari")
            connector.chance = share_of_faults(FAULTS, seed=11)
            crowd = Crowd(service, random.Random(11))
            await _act(crowd)
            connector.chance = lambda _request: None
            await _until_everything_is_sent(service)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 60) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert set(crowd.statuses) == {200}, crowd.statuses
    logged = (tmp_path / "bot.log").read_text()
    assert [line for line in logged.splitlines() if "failed" in line or "Traceback" in line or "broken" in line] == []
    await _adds_up(settings, connector)


async def _act(crowd: Crowd) -> None:
    async def some(number: int) -> None:
        for _ in range(number):
            await crowd.step()

    await asyncio.gather(*(some(STEPS // 6) for _ in range(6)))


async def _until_it_answers(service: Service) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                async with service.http.get(f"{service.url}/readyz") as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)


async def _until_everything_is_sent(service: Service) -> None:
    store = SqlStore(service.settings.url, bot.inside.key_ring(service.settings))
    await store.open()
    async with asyncio.timeout(120):
        while True:
            async with store.unit_of_work() as uow:
                waiting = [row for row in await uow.queue.waiting(1000) if row.item.due_at <= SystemClock().now()]
            if not waiting:
                break
            await asyncio.sleep(0.3)
    await store.close()


async def _adds_up(settings: Settings, connector: FakeConnector) -> None:
    """Every case has one card that shows it as it is, nothing is stuck, and the audit trail fits."""
    store = SqlStore(settings.url, bot.inside.key_ring(settings))
    await store.open()
    async with store.unit_of_work() as uow:
        assert await uow.audit.verify() is None
        assert await uow.outbox.parked() == []
        cases = [*await uow.cases.open_in(TEAM), *await uow.cases.closed_in(TEAM)]
        cards = {case.id: await uow.channels.card_of(case.id) for case in cases}
        people = [Person(f"object-{name}", "") for name in STAFF]
        sent = {case.id for person in people for case in await uow.cases.sent_by(person)}
    assert len(cases) > 3, "too few cases came to be, so this run shows little"
    assert {case.id for case in cases} <= sent, "every case has the person who sent it"
    in_channel = {kept.id for kept in connector.visible(CHANNEL) if kept.thread is None}
    for case in cases:
        card = cards[case.id]
        assert card is not None or case.status is Status.WITHDRAWN
        assert card is None or (card.version, card.activity_id in in_channel) == (case.version, True)
    assert (await reconcile(store, SystemClock())).is_clean
    await store.close()
