"""The program that is killed: takes submissions over HTTP and delivers them with the real store, worker and messenger.

Run by `tests.delivery.kill_harness`; prints its port when it is ready.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any

import aiohttp
from aiohttp import web

from bot.delivery import DeliverySettings, OutboxWorker
from bot.delivery.errand import Otherwise
from bot.domain.case import Case, CaseForm, CaseText
from bot.domain.commands import SubmitCase
from bot.domain.event_log import EVENTS
from bot.domain.outbox import Kind, OutboxItem, OutboxRow
from bot.domain.outcomes import CaseIs
from bot.domain.ports import Messenger
from bot.domain.reply import Line, Reply, with_words
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import KeyRing, SqlStore
from bot.teams.access_tokens import NoTokens
from bot.teams.cards import CardWriter
from bot.teams.connector import Connector
from bot.teams.graph import ChannelReader
from bot.teams.messenger import TeamsMessenger
from bot.teams.teams_settings import TeamsSettings
from bot.teams.write_activity import ActivityWriter
from bot.usecases.submit_case import submit_case

RING = KeyRing({"kill": b"K" * 32}, "kill")
CLIENT_TIMEOUT = 1.0
REPEAT = "(kan ha kommet før)"
ASKED_ABOUT = 5
"""The team asks back about every fifth case."""
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
    what = row.item.payload.get("notice", str(case.status) if case else "")
    return Line(f"{row.item.kind} {what} number {number}.")


def as_repeat(reply: Reply) -> Reply:
    """Say that it may have come before."""
    return with_words(reply, REPEAT)


def submission(number: int, teams: int, connector_url: str, receipt_id: str) -> SubmitCase:
    person = Person(f"person-{number}", "Test Ansatt")
    place = Place(PlaceKind.PERSONAL, f"a:person-{number}", {"service_url": connector_url, "bot_id": "28:bot"})
    form = CaseForm("6-9", "skole", ("hjemmeforhold",))
    text = CaseText(str(number), "-", "-", "-")
    at = datetime.now(UTC)
    return SubmitCase(
        person, place, "stjordal", f"team{number % teams}", form, text, f"press-{number}", at, receipt_id=receipt_id
    )


def question(case: Case, now: datetime) -> OutboxItem:
    """A question of the team, which the requester must not miss."""
    to, payload = f"requester:{case.id}", {"notice": "question"}
    return OutboxItem(Kind.RELAYED_NOTICE, f"question:{case.id}", now, to, case.id, payload)


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
    logging.getLogger(EVENTS).setLevel(logging.CRITICAL)
    connector_url = f"http://127.0.0.1:{connector_port}/"
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        store = SqlStore(url, RING)
        await store.open()
        stack.push_async_callback(store.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        worker = OutboxWorker(
            store,
            messenger(session, connector_url, connector_port),
            clock,
            present,
            QUICK,
            otherwise=Otherwise(as_repeat),
        )

        async def take(request: web.Request) -> web.Response:
            number = int(request.query["number"])
            command = submission(number, teams, connector_url, request.query["receipt"])
            async with store.unit_of_work() as uow:
                outcome: Any = await submit_case(command, uow, clock)
                assert isinstance(outcome, CaseIs)
                if number % ASKED_ABOUT == 0:
                    await uow.outbox.add(question(outcome.case, clock.now()))
                await uow.commit()
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
