"""The composition root: the only file that names concrete classes and puts them together."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from bot.content.versions import saved_stamp
from bot.delivery.again import again_and_again
from bot.delivery.retention import delete_what_is_due, run_retention
from bot.delivery.rounds import make_rounds, run_rounds
from bot.delivery.settings import DeliverySettings
from bot.delivery.worker import Alert, OutboxWorker
from bot.domain.case import Case
from bot.domain.event_log import EventLog
from bot.domain.files import FileRoom
from bot.domain.knowledge_library import KnowledgeLibrary
from bot.domain.outbox import OutboxRow
from bot.domain.ports import Clock, Messenger
from bot.domain.reply import Line, Reply, with_words
from bot.domain.turn import Person, Place, PlaceKind, Turn
from bot.memory import settle_memory
from bot.settings import Settings
from bot.store.encryption import KeyRing, new_key
from bot.store.sql_store import SqlStore
from bot.teams.edge import TeamsEdge, open_edge
from bot.teams.link_probe import open_link_probe
from bot.teams.taking_turns import IsReady, Send, TakeTurn
from bot.teams.teams_settings import TeamsSettings, refuse_unsafe
from bot.turns.digest import send_digest
from bot.turns.library import Library, Shelf, StaffRoles, read_shelf
from bot.turns.library_rounds import LibraryRounds
from bot.turns.link_rounds import check_links_tonight
from bot.turns.one_turn import Turns
from bot.turns.publishing import PublishingDesk
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router, begin_case
from bot.turns.shared_library import SharedLibrary
from bot.turns.staff import Staff, forget_former_staff
from bot.usecases.tell_admins import tell_admins
from dialogs.acute import ACUTE
from dialogs.answers.dialog import ANSWERS
from dialogs.as_text import as_text
from dialogs.cases.cases_out import ASK, CASES_OUT
from dialogs.cases.deliver import words_for
from dialogs.cases.dialog import CASES, TEAM
from dialogs.cases.evaluation import EVALUATION
from dialogs.cases.files import FILES
from dialogs.editor.dialog import EDITOR
from dialogs.figures import FIGURES
from dialogs.guide.dialog import GUIDE
from dialogs.guide.keeping import begin_guide
from dialogs.practice.dialog import COURSE
from dialogs.practice.dialog import begin as begin_course
from dialogs.start import START
from dialogs.where.dialog import WHERE, start_where

FOLLOW_SECONDS = 2.0
"""How often a replica asks whether another one has published, and whether a file has been saved in its folder."""
QUARTER_SECONDS = 900.0
"""How often counts are kept, and it is asked whether the nightly links or the monthly overview are due."""

SETTLE_SECONDS = 1.0

log = EventLog(__name__)


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
    desk: PublishingDesk
    messenger: Messenger
    clock: Clock
    staff: Staff

    async def keep_house(self) -> None:
        """Do once what the bot does every hour: delete what is due, and look after cases, cards and channels."""
        await delete_what_is_due(self.store, self.clock)
        await make_rounds(self.store, self.messenger, self.clock)


def build_router() -> Router:
    """Return the router with every dialog, and what the menu leads to."""
    intents = {
        "worried": begin_guide,
        "where": lambda _turn, state, around: start_where(state, around),
        "submit": begin_case,
        "newcomer": begin_course,
    }
    return Router(
        (START, ACUTE, ANSWERS, GUIDE, COURSE, WHERE, CASES, TEAM, FILES, ASK, CASES_OUT, EVALUATION, FIGURES, EDITOR),
        intents,
    )


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


def staff_roles(settings: Settings, staff: Staff) -> StaffRoles:
    """Return who is what besides staff. On a laptop everybody may connect a channel, so that all can be tried."""

    def roles(person: Person, place: Place) -> frozenset[str]:
        is_tried_out = settings.development and place.kind is not PlaceKind.GROUP
        return staff.roles_of(person.id) | ({"owner"} if is_tried_out else frozenset())

    return roles


def _delivery(settings: Settings) -> DeliverySettings:
    return DeliverySettings(visibility_lag=settings.visibility_seconds)


def _alert(store: SqlStore, clock: Clock) -> Alert:
    """Return what tells the administrators that a row needs a person. A message to them is not told about again."""

    async def alert(row: OutboxRow, code: str) -> None:
        if row.item.dedupe_key.startswith("admin:"):
            return
        async with store.unit_of_work() as uow:
            await tell_admins("team.admin_parked", f"parked:{row.id}", uow, clock.now(), code=code)
            await uow.commit()

    return alert


def _worker(
    store: SqlStore, messenger: Messenger, clock: Clock, library: Library, delivery: DeliverySettings
) -> OutboxWorker:
    """Return what delivers the outbox, in the words that are published when it does."""

    def present(row: OutboxRow, case: Case | None) -> Reply:
        return words_for(row.item, case, library.around_delivery())

    def as_repeat(reply: Reply) -> Reply:
        return with_words(reply, library.around_delivery().text("teams.may_have_come"))

    return OutboxWorker(store, messenger, clock, present, delivery, _alert(store, clock), as_repeat)


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
    shelf = shelf or read_shelf(settings.knowledge)
    async with _open_store(settings, clock) as store:
        await forget_former_staff(store, staff)
        library = Library(settings.knowledge, shelf, settings.municipalities, staff_roles(settings, staff), clock)
        roster = ChannelRoster(messenger, clock, shelf.knowledge.texts, edge.owners if edge else None)
        desk = PublishingDesk(store, library, clock, settings.data / "editions")
        turns = Turns(store, build_router(), library, roster, clock, desk, files)
        await desk.follow()
        await desk.take_folder(is_edited=False)
        worker = _worker(store, messenger, clock, library, delivery or _delivery(settings))
        try:
            yield Inside(store, library, turns, worker, desk, messenger, clock, staff)
        finally:
            with contextlib.suppress(Exception):  # a database that is away costs a quarter of an hour of counts
                await turns.shown.keep(store)


@asynccontextmanager
async def _open_store(settings: Settings, clock: Clock) -> AsyncIterator[SqlStore]:
    """Open the store, and close it again whatever goes wrong, while it opens too."""
    store = SqlStore(settings.url, key_ring(settings), now=clock.now)
    try:
        await store.open()
        yield store
    finally:
        await store.close()


def teams_settings(settings: Settings) -> TeamsSettings:
    """Return what the Teams edge needs to know."""
    return TeamsSettings(
        development=settings.development,
        app_id=settings.app_id,
        tenants=frozenset(settings.tenants),
        client_secret=settings.secret(),
        certificate_key=settings.certificate(),
        certificate_thumbprint=settings.certificate_thumbprint,
        host=settings.host,
        port=settings.port,
        development_ports=frozenset(int(port) for port in settings.playground_ports),
        graph=settings.graph,
        dialogs=not settings.development,
    )


async def serve(settings: Settings, stop: asyncio.Event | None = None, shelf: Shelf | None = None) -> None:
    """Run the bot until told to stop. Raises UnsafeSettings, EncryptionError or KnowledgeError before it listens."""
    gc.freeze()  # what is imported and read so far stays: nobody need look through it any more
    edge_settings = teams_settings(settings)
    refuse_unsafe(edge_settings, has_encryption_key=bool(settings.key()))
    clock, stopped = SystemClock(), stop or _stop_on_signal()
    shelf = shelf or read_shelf(settings.knowledge)
    texts = shelf.knowledge.texts

    async with (
        open_edge(edge_settings, words=texts, as_text=partial(as_text, texts=texts), clock=clock) as edge,
        open_inside(settings, edge.messenger, clock, files=edge.files, edge=edge, shelf=shelf) as inside,
        edge.listen(_take(inside), _is_ready(inside)) as port,
        asyncio.TaskGroup() as tasks,
    ):
        log.info("listening", host=settings.host, port=port, knowledge=inside.library.knowledge.version)
        tasks.create_task(_settle(stopped))
        tasks.create_task(inside.worker.run(stopped))
        tasks.create_task(run_retention(inside.store, clock, stopped))
        tasks.create_task(run_rounds(inside.store, inside.messenger, clock, stopped))
        look = _folder_watch(settings, inside, shelf.saved)
        tasks.create_task(again_and_again(look, stopped, FOLLOW_SECONDS, "knowledge_not_taken"))
        tasks.create_task(again_and_again(inside.desk.follow, stopped, FOLLOW_SECONDS, "editions_not_read"))
        tasks.create_task(inside.staff.keep_reading(inside.store, stopped))
        for do in (_counts, _overview, _links):
            every_quarter = partial(do, settings, inside)
            tasks.create_task(again_and_again(every_quarter, stopped, QUARTER_SECONDS, "editors_round_failed"))
        if settings.sharepoint_drive:
            rounds = library_rounds(settings, inside, edge.library(settings.sharepoint_drive))
            tasks.create_task(rounds.run(stopped, settings.sharepoint_minutes * 60))
        await stopped.wait()
        log.info("stopping")


def library_rounds(settings: Settings, inside: Inside, library: KnowledgeLibrary) -> LibraryRounds:
    """Return what looks after the library where editors keep knowledge files."""
    shared = SharedLibrary(
        library, inside.desk, inside.store, inside.clock, settings.sharepoint_folder, inside.staff.roles_of
    )
    return LibraryRounds(shared, inside.store, inside.clock)


async def _counts(_settings: Settings, inside: Inside) -> None:
    await inside.turns.shown.keep(inside.store)


async def _overview(settings: Settings, inside: Inside) -> None:
    if settings.digest:
        await send_digest(inside.store, inside.library.knowledge, inside.clock)


async def _links(settings: Settings, inside: Inside) -> None:
    if settings.link_check and not settings.development:
        async with open_link_probe() as probe:
            await check_links_tonight(probe, inside.desk.files, inside.store, inside.clock)


def _take(inside: Inside) -> TakeTurn:
    async def take_turn(turn: Turn, send: Send) -> None:
        try:
            answer = await inside.turns.take(turn)
        except Exception as error:  # a fault of ours or a database away: nothing was done, and the person is told so
            log.error("turn.failed", error=type(error).__name__)
            await send((Line(inside.library.knowledge.texts("common.something_broke")),))
            return
        await send(answer.shown(turn))

    return take_turn


def _is_ready(inside: Inside) -> IsReady:
    async def is_ready() -> bool:
        async with asyncio.timeout(3), inside.store.unit_of_work() as uow:
            await uow.outbox.parked()
        return True

    return is_ready


async def _settle(stop: asyncio.Event) -> None:
    """Settle what was read at start, when whoever waited for the bot has been answered."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SETTLE_SECONDS):
            await stop.wait()
            return
    await asyncio.to_thread(settle_memory)


def _folder_watch(settings: Settings, inside: Inside, seen: int) -> Callable[[], Awaitable[None]]:
    """Return what takes knowledge files into use when they have been saved; broken ones are reported and the last good
    version stays. When the database is away, the next look tries again. `seen` is the stamp of the folder before it was
    read at start, which takes seconds: what was saved meanwhile is noticed too."""

    async def look() -> None:
        nonlocal seen
        stamp = await asyncio.to_thread(saved_stamp, settings.knowledge)
        if stamp != seen:
            await _take_saved(inside)
            seen = stamp

    return look


async def _take_saved(inside: Inside) -> None:
    library = inside.library
    if library.edition:
        await inside.desk.take_folder(is_edited=True)
        return
    if await asyncio.to_thread(library.read_again):
        log.info("knowledge_in_use", version=library.knowledge.version)
    for problem in library.problems[:20]:
        log.warning("knowledge_problem", file=problem.file, where=problem.where, line=problem.line)


def _stop_on_signal() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
