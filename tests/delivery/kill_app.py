"""The program that is killed: takes submissions over HTTP and delivers them with the real store, worker and messenger.

Run by `tests.delivery.kill_harness`; prints its port when it is ready.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any

import aiohttp
import structlog
from aiohttp import web

from bot.delivery import DeliverySettings, OutboxWorker
from bot.domain.case import Case, CaseForm, CaseText
from bot.domain.commands import SubmitCase
from bot.domain.outbox import OutboxRow
from bot.domain.outcomes import CaseIs
from bot.domain.ports import Messenger
from bot.domain.reply import Line, Reply
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import KeyRing, SqlStore
from bot.teams.cards import CardWriter
from bot.teams.connector import Connector
from bot.teams.graph import ChannelReader
from bot.teams.messenger import TeamsMessenger
from bot.teams.teams_settings import TeamsSettings
from bot.teams.tokens import NoTokens
from bot.teams.write_activity import ActivityWriter
from bot.usecases.submit_case import submit_case

RING = KeyRing({"kill": b"K" * 32}, "kill")
CLIENT_TIMEOUT = 1.0
QUICK = DeliverySettings(
    client_timeout=CLIENT_TIMEOUT,
    lease=2.5,
    visibility_lag=1.0,
    poll_every=0.1,
    backoff_cap=5,
    conversation_windows=(),
    app_windows=((1.0, 100),),
)


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def channel(team: str, connector_url: str) -> Place:
    """The invented channel of a team."""
    reference = {"service_url": connector_url, "bot_id": "28:bot", "tenant_id": "t", "group_id": f"group-{team}"}
    return Place(PlaceKind.CHANNEL, f"19:{team}@thread.tacv2", reference, f"19:{team}", f"19:{team}@thread.tacv2")


def present(row: OutboxRow, case: Case | None) -> Reply:
    """Words with the number of the submission, so that the harness can count what is visible."""
    number = case.text.seen if case and case.text else "?"
    return Line(f"{row.item.kind} number {number}.")


def submission(number: int, teams: int, connector_url: str) -> SubmitCase:
    person = Person(f"person-{number}", "Test Ansatt")
    place = Place(PlaceKind.PERSONAL, f"a:person-{number}", {"service_url": connector_url, "bot_id": "28:bot"})
    form = CaseForm("6-9", "skole", ("hjemmeforhold",))
    text = CaseText(str(number), "-", "-", "-")
    at = datetime.now(UTC)
    return SubmitCase(person, place, "stjordal", f"team{number % teams}", form, text, f"press-{number}", at)


def messenger(session: aiohttp.ClientSession, connector_url: str, port: int) -> Messenger:
    settings = TeamsSettings(development=True, development_ports=frozenset({port}), send_timeout=CLIENT_TIMEOUT)

    def words(key: str, **values: object) -> str:
        return key

    def as_text(reply: Reply) -> str:
        return ""

    writer = ActivityWriter(CardWriter(words, as_text), words)
    reader = ChannelReader(session, f"{connector_url}graph", NoTokens(), "graph")
    return TeamsMessenger(Connector(session, settings, NoTokens()), writer, reader)


async def run(url: str, connector_port: int, teams: int) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    connector_url = f"http://127.0.0.1:{connector_port}/"
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        store = SqlStore(url, RING)
        await store.open()
        stack.push_async_callback(store.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        worker = OutboxWorker(store, messenger(session, connector_url, connector_port), clock, present, QUICK)

        async def take(request: web.Request) -> web.Response:
            command = submission(int(request.query["number"]), teams, connector_url)
            async with store.unit_of_work() as uow:
                outcome: Any = await submit_case(command, uow, clock)
                await uow.commit()
            assert isinstance(outcome, CaseIs)
            return web.Response(text=json.dumps({"case": outcome.case.id}))

        app = web.Application()
        app.router.add_post("/submit", take)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        sys.stdout.write(f"{runner.addresses[0][1]}\n")
        sys.stdout.flush()
        await worker.run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
