"""The composition root: the only file that names concrete classes and puts them together."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.delivery.settings import DeliverySettings
from bot.delivery.worker import OutboxWorker
from bot.domain.case import Case
from bot.domain.outbox import OutboxRow
from bot.domain.ports import Clock, Messenger
from bot.domain.reply import Reply
from bot.domain.turn import Person, Place, PlaceKind
from bot.settings import Settings
from bot.store.encryption import KeyRing, new_key
from bot.store.sql_store import SqlStore
from bot.turns.library import Library, StaffRoles, read_shelf
from bot.turns.one_turn import Turns
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router, begin_case
from dialogs.acute import ACUTE
from dialogs.answers.dialog import ANSWERS
from dialogs.cases.deliver import words_for
from dialogs.cases.dialog import CASES, TEAM
from dialogs.guide.dialog import GUIDE, start_worried
from dialogs.start import START


class SystemClock:
    """The time of the machine."""

    def now(self) -> datetime:
        """Return the time now, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class Inside:
    """The bot without its edge: what Teams and the terminal are put around."""

    store: SqlStore
    library: Library
    turns: Turns
    worker: OutboxWorker


def build_router() -> Router:
    """Return the router with every dialog, and what the menu leads to."""
    intents = {"worried": start_worried, "submit": begin_case}
    return Router((START, ACUTE, ANSWERS, GUIDE, CASES, TEAM), intents)


def key_ring(settings: Settings) -> KeyRing:
    """Return the key ring of the installation; in development one is made once and kept in the data folder."""
    setting = settings.key()
    if setting:
        return KeyRing.parse(setting)
    path = settings.data / "development.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(f"development:{base64.b64encode(new_key()).decode()}", encoding="ascii")
    return KeyRing.parse(path.read_text(encoding="ascii"))


def staff_roles(settings: Settings) -> StaffRoles:
    """Return who is what besides staff. On a laptop everybody may connect a channel, so that all can be tried."""
    listed = {"admin": settings.admins, "editor": settings.editors, "leader": settings.leaders}

    def roles(person: Person, place: Place) -> frozenset[str]:
        own = frozenset(role for role, ids in listed.items() if person.id in ids)
        is_tried_out = settings.development and place.kind is PlaceKind.CHANNEL
        return own | {"owner"} if is_tried_out else own

    return roles


def _delivery(settings: Settings) -> DeliverySettings:
    return DeliverySettings(visibility_lag=settings.visibility_seconds)


@asynccontextmanager
async def open_inside(
    settings: Settings, messenger: Messenger, clock: Clock, delivery: DeliverySettings | None = None
) -> AsyncIterator[Inside]:
    """Open the store (migrated), read the knowledge and put the inside together."""
    shelf = read_shelf(settings.knowledge)
    store = SqlStore(settings.url, key_ring(settings), now=clock.now)
    await store.open()
    library = Library(settings.knowledge, shelf, settings.municipalities, staff_roles(settings), clock)

    def present(row: OutboxRow, case: Case | None) -> Reply | None:
        return words_for(row.item, case, library.around_delivery())

    roster = ChannelRoster(messenger, clock, shelf.knowledge.texts)
    try:
        yield Inside(
            store=store,
            library=library,
            turns=Turns(store, build_router(), library, roster, clock),
            worker=OutboxWorker(store, messenger, clock, present, delivery or _delivery(settings)),
        )
    finally:
        await store.close()
