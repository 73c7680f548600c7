"""The inside of the bot without its edge: store, library, dialogs, turns and worker, put together."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import AsyncIterator, Collection, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.clock import SystemClock
from bot.delivery.errand import Otherwise
from bot.delivery.retention import Keep, delete_what_is_due
from bot.delivery.rounds import make_rounds
from bot.delivery.settings import DeliverySettings
from bot.delivery.worker import Alert, OutboxWorker
from bot.domain.case import Case, Pace
from bot.domain.errors import CaseNotFound, CaseUnreadable
from bot.domain.files import FileRoom
from bot.domain.outbox import OutboxRow
from bot.domain.ports import Clock, Messenger, UnitOfWork
from bot.domain.reply import Reply, shortened, with_words
from bot.domain.turn import Person, Place, PlaceKind
from bot.settings import Settings
from bot.store.encryption import KeyNotSet, KeyRing, new_key
from bot.store.sql_store import SqlStore
from bot.teams.edge import TeamsEdge
from bot.turns.library import Library, Shelf, StaffRoles, read_folder
from bot.turns.one_turn import Turns
from bot.turns.publishing import PublishingDesk
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router
from bot.turns.staff import Staff, forget_former_staff
from bot.usecases.tell_admins import tell_admins
from dialogs.cases.deliver import words_for
from dialogs.cases.meeting import last_moment, moved_to


class MunicipalityUnknown(Exception):
    """The settings name a municipality that has no profile: nobody could choose it, and the welcome would break."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(self.__doc__)
        self.said = f"«{name}»"
        self.known = tuple(sorted(known))


@dataclass(frozen=True)
class Inside:
    """The bot without its edge: what Teams and the terminal are put around."""

    store: SqlStore
    library: Library
    turns: Turns
    worker: OutboxWorker
    desk: PublishingDesk
    messenger: Messenger
    clock: Clock
    staff: Staff
    keep: Keep

    async def keep_house(self) -> None:
        """Do once what the bot does every hour: delete what is due, and look after cases, cards and channels."""
        await delete_what_is_due(self.store, self.clock, self.keep)
        await make_rounds(self.store, self.messenger, self.clock, self.next_meeting, self.moved_to)

    def next_meeting(self, team: str, at: datetime) -> datetime | None:
        """Return until when a case can be put on the meeting that is the team's next one at that time."""
        return last_moment(team, self.library.knowledge, at)

    def moved_to(self, team: str, on: date | None, at: datetime) -> tuple[date | None, time | None]:
        """Return when a case is taken up that is on a meeting of the team that day, or on one whose day was not known,
        as the team meets now."""
        return moved_to(team, self.library.knowledge, on, at)


def key_ring(settings: Settings) -> KeyRing:
    """Return the key ring of the installation; in development one is made once and kept in the data folder.

    Nowhere else: a database sealed with a key nobody chose opens with no key that is chosen later. Raises KeyNotSet or
    KeyRingInvalid.
    """
    setting = settings.key()
    if setting:
        return KeyRing.parse(setting)
    if not settings.development:
        raise KeyNotSet(KeyNotSet.__doc__)
    path = settings.data / "development.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(f"development:{base64.b64encode(new_key()).decode()}", encoding="ascii")
    return KeyRing.parse(path.read_text(encoding="ascii"))


def staff_roles(settings: Settings, staff: Staff) -> StaffRoles:
    """Return who is what besides staff. On a laptop everybody may connect a channel, so that all can be tried."""

    def roles(person: Person, place: Place) -> frozenset[str]:
        is_tried_out = settings.development and place.kind is not PlaceKind.GROUP
        return staff.roles_of(person.id) | ({"owner"} if is_tried_out else frozenset())

    return roles


def _delivery(settings: Settings) -> DeliverySettings:
    return DeliverySettings(visibility_lag=settings.visibility_seconds)


def _alert(store: SqlStore, clock: Clock) -> Alert:
    """Return what tells the administrators that a row needs a person. What tells of a parked row is not told
    about when it is parked itself."""

    async def alert(row: OutboxRow, code: str) -> None:
        if row.item.dedupe_key.startswith("admin:parked:"):
            return
        async with store.unit_of_work() as uow:
            case_code = await _case_code(row, uow)
            key = "team.admin_parked_case" if case_code else "team.admin_parked"
            await tell_admins(key, f"parked:{row.id}", uow, clock.now(), code=code, case=case_code)
            await uow.commit()

    return alert


async def _case_code(row: OutboxRow, uow: UnitOfWork) -> str:
    """Return the code of the case a row is about, so that somebody can ask the team about it; empty when about none."""
    try:
        return (await uow.cases.get(row.item.case_id)).code if row.item.case_id else ""
    except CaseNotFound:
        return ""
    except CaseUnreadable as error:
        return error.code


def _worker(
    store: SqlStore, messenger: Messenger, clock: Clock, library: Library, delivery: DeliverySettings
) -> OutboxWorker:
    """Return what delivers the outbox, in the words that are published when it does."""

    def present(row: OutboxRow, case: Case | None) -> Reply:
        return words_for(row.item, case, library.around_delivery())

    def as_repeat(reply: Reply) -> Reply:
        return with_words(reply, library.around_delivery().text("teams.may_have_come"))

    def shorter(reply: Reply) -> Reply:
        return shortened(reply, f" … {library.around_delivery().text('teams.cut')}")

    return OutboxWorker(store, messenger, clock, present, delivery, _alert(store, clock), Otherwise(as_repeat, shorter))


@asynccontextmanager
async def open_inside(
    settings: Settings,
    messenger: Messenger,
    clock: Clock,
    delivery: DeliverySettings | None = None,
    files: FileRoom | None = None,
    edge: TeamsEdge | None = None,
    shelf: Shelf | None = None,
) -> AsyncIterator[Inside]:
    """Open the store (migrated), read the knowledge (unless it is read: `shelf`) and put the inside together.
    Entra groups, and who owns a channel, are looked up over the edge."""
    staff = Staff(settings.role_rules(), edge.groups if edge else None, clock)
    shelf = shelf or read_folder(settings.knowledge)
    async with _open_store(settings, clock) as store:
        await forget_former_staff(store, staff)
        keep, roles = Keep(unused=timedelta(days=settings.unused_days)), staff_roles(settings, staff)
        library = Library(settings.knowledge, shelf, settings.municipalities, roles, clock, keep.unused)
        roster = ChannelRoster(messenger, clock, shelf.knowledge.texts, edge.owners if edge else None)
        desk = PublishingDesk(store, library, clock, settings.data / "editions")
        turns = Turns(store, Router(), library, roster, clock, desk, files)
        await desk.start()
        _require_known(settings.municipalities, {*shelf.knowledge.profiles, *library.knowledge.profiles})
        worker = _worker(store, messenger, clock, library, delivery or _delivery(settings))
        try:
            keep = replace(keep, unreadable_in=partial(_kept_for, library))
            yield Inside(store, library, turns, worker, desk, messenger, clock, staff, keep)
        finally:
            with contextlib.suppress(Exception):  # a database that is away costs a quarter of an hour of counts
                await turns.shown.keep(store)


def _kept_for(library: Library, municipality: str) -> timedelta:
    profile = library.knowledge.profiles.get(municipality)
    return timedelta(days=profile.retention_days if profile else Pace().retention_days)


def _require_known(municipalities: Iterable[str], profiles: Collection[str]) -> None:
    """Refuse a name nobody has described. One that only an edition lacks never keeps the bot from starting."""
    for one in municipalities:
        if one not in profiles:
            raise MunicipalityUnknown(one, profiles)


@asynccontextmanager
async def _open_store(settings: Settings, clock: Clock) -> AsyncIterator[SqlStore]:
    """Open the store, and close it again whatever goes wrong, while it opens too."""
    store = SqlStore(settings.url, key_ring(settings), now=clock.now, accepts=settings.newer_database)
    try:
        await store.open()
        if isinstance(clock, SystemClock):  # a clock that is moved by hand is nobody else's
            await clock.follow(store.time)
        yield store
    finally:
        await store.close()
