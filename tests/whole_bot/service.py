"""The whole bot as it is served, in this process: real door, turns, store, worker; Teams is a fake over HTTP."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import aiohttp

import bot.inside
import bot.main
from bot.clock import SystemClock
from bot.delivery import DeliverySettings
from bot.domain.ports import ChannelLink
from bot.domain.turn import Place, PlaceKind
from bot.settings import Settings
from bot.store import SqlStore
from tests.end_to_end.traffic import Json, button_data
from tests.fakes.connector import FakeConnector
from tests.fakes.knowledge import KNOWLEDGE, read_once
from tests.fakes.ports import free_port
from tests.turns.desk import ABOUT, TEAM, WORDS

TENANT = "11111111-1111-4111-8111-111111111111"
CHANNEL = "19:saker@thread.tacv2"
MEMBERS = [
    {"id": f"29:member-{number}", "aadObjectId": f"aaaaaaaa-0000-4000-8000-{number:012d}", "name": name}
    for number, name in enumerate(("Ole Prøve", "Siri Prøve"), 1)
]
QUICK = DeliverySettings(client_timeout=2.0, lease=4.0, visibility_lag=0.2)
"""As in production, but a row that was on its way when the database went is taken up again within seconds."""
_numbers = itertools.count(1)


@dataclass
class Service:
    """One running replica."""

    settings: Settings
    connector: FakeConnector
    http: aiohttp.ClientSession
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    async def deliver(self, activity: Mapping[str, Any]) -> tuple[int, Any]:
        """Deliver one activity as the channel does; returns status and body."""
        async with self.http.post(f"{self.url}/api/messages", json=dict(activity)) as response:
            return response.status, (await response.json() if response.content_length else None)

    def message(self, person: str, text: str, **changes: Any) -> Json:
        """A message as Teams sends it, from that person's own chat."""
        return {**self._base(person), "type": "message", "text": text, "textFormat": "plain", **changes}

    def press(self, person: str, verb: str, data: Mapping[str, Any] | None = None, **changes: Any) -> Json:
        """A press on a card in the person's own chat."""
        action = {"type": "Action.Execute", "verb": verb, "data": {"version": 1, **(data or {}), "verb": verb}}
        value = {"action": action, "trigger": "manual"}
        return {
            **self._base(person),
            "type": "invoke",
            "name": "adaptiveCard/action",
            "replyToId": "card-1",
            "value": value,
            **changes,
        }

    def press_in_channel(self, member: Mapping[str, str], card_id: str, data: Mapping[str, Any]) -> Json:
        """A press on the card of a case by somebody in the channel."""
        changes = {
            "from": dict(member),
            "replyToId": card_id,
            "conversation": {
                "id": f"{CHANNEL};messageid={card_id}",
                "conversationType": "channel",
                "isGroup": True,
                "tenantId": TENANT,
            },
            "channelData": {"tenant": {"id": TENANT}, "team": {"id": "19:lag"}, "channel": {"id": CHANNEL}},
        }
        return self.press("nobody", str(data["verb"]), data, **changes)

    async def go_to_the_form(self, person: str) -> None:
        """Go through steps 1 and 2 of a case."""
        for text in ("hei", "Stjørdal", "skole", "drøft en sak"):
            assert (await self.deliver(self.message(person, text)))[0] == 200
        await self.deliver(self.press(person, "case_about", ABOUT))
        _, body = await self.deliver(self.press(person, "case_team", {"id": "komp_0_18"}))
        no = button_data(body["value"])["Nei på alle"]
        await self.deliver(self.press(person, "case_gate", {**no, "first": "hv_niva_0,hv_niva_1"}))

    async def send_a_case(self, person: str) -> None:
        """Go through the whole way of a case."""
        await self.go_to_the_form(person)
        _, body = await self.deliver(self.press(person, "case_review", WORDS))
        buttons = button_data(body["value"])
        send = next(data for title, data in buttons.items() if "send" in title.lower())
        status, _ = await self.deliver(self.press(person, send["verb"], send))
        assert status == 200

    def cards(self) -> list[Any]:
        """The cards that stand in the channel."""
        return [kept for kept in self.connector.visible(CHANNEL) if kept.thread is None]

    def _base(self, person: str) -> Json:
        return {
            "id": f"activity-{next(_numbers)}",
            "timestamp": "2026-11-22T10:15:30Z",
            "serviceUrl": self.connector.url,
            "channelId": "msteams",
            "from": {"id": f"29:{person}", "name": "Test Ansatt", "aadObjectId": f"object-{person}"},
            "recipient": {"id": "28:bot", "name": "Veilederen"},
            "conversation": {"id": f"a:{person}", "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            "locale": "nb-NO",
        }


@asynccontextmanager
async def serving(folder: Path, connector: FakeConnector, database_url: str = "") -> AsyncIterator[Service]:
    """Serve one replica until left."""
    settings = Settings(
        _env_file=None,
        development=True,
        data=folder,
        database_url=database_url,
        knowledge=KNOWLEDGE,
        port=free_port(),
        playground_ports=(str(connector.port),),
    )
    with (
        mock.patch.object(bot.main, "read_folder", read_once),
        mock.patch.object(bot.main.gc, "freeze"),  # would keep for ever what the tests before this one left
        mock.patch.object(bot.inside, "_delivery", return_value=QUICK),
    ):
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
            service = Service(settings, connector, http)
            running = asyncio.create_task(bot.main.serve(settings, service.stop))
            try:
                await _until_ready(service, running)
                yield service
            finally:
                service.stop.set()
                await running


async def _until_ready(service: Service, running: asyncio.Task[None]) -> None:
    while True:
        if running.done():
            running.result()
        try:
            async with service.http.get(f"{service.url}/readyz") as response:
                if response.status == 200:
                    return
        except aiohttp.ClientError:
            await asyncio.sleep(0.02)


async def connect_the_channel(service: Service) -> None:
    """Tell where the team works."""
    store = SqlStore(service.settings.url, bot.inside.key_ring(service.settings))
    await store.open()
    reference = {"service_url": service.connector.url, "bot_id": "28:bot", "tenant_id": TENANT, "group_id": "group"}
    async with store.unit_of_work() as uow:
        place = Place(PlaceKind.CHANNEL, CHANNEL, reference, "19:lag", CHANNEL)
        await uow.channels.link(ChannelLink(TEAM, place, SystemClock().now()))
        await uow.commit()
    await store.close()


async def until(look: Any, seconds: float = 20.0) -> Any:
    """Wait until there is something, at most so long."""
    async with asyncio.timeout(seconds):
        seen = look()
        while not seen:
            await asyncio.sleep(0.01)
            seen = look()
        return seen
