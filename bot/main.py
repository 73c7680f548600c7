"""The composition root: puts the inside and the edge together, and runs what runs beside the turns."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterator
from functools import partial
from typing import Any

from bot.anonymise import import_rules
from bot.clock import SystemClock
from bot.content.problem import Problem
from bot.content.versions import saved_stamp
from bot.delivery.retention import run_retention
from bot.delivery.rounds import run_rounds
from bot.domain.again import again_and_again
from bot.domain.document_library import DocumentLibrary
from bot.domain.event_log import EventLog
from bot.domain.ports import StoreAway
from bot.domain.turn import Turn
from bot.inside import Inside, open_inside
from bot.memory import settle_memory
from bot.ready import Ready
from bot.settings import Settings
from bot.store.sql_store import SqlStore
from bot.teams.edge import TeamsEdge, open_edge
from bot.teams.link_probe import open_link_probe
from bot.teams.reply_post import Note
from bot.teams.taking_turns import Send, TakeTurn
from bot.teams.teams_settings import TeamsSettings, refuse_unsafe
from bot.turns.digest import send_digest
from bot.turns.document_library import LibraryReader
from bot.turns.document_library_rounds import DocumentLibraryRounds
from bot.turns.library import Shelf, read_folder
from bot.turns.link_rounds import check_links_tonight
from bot.turns.refused import broken
from bot.usecases.note_copy import note_copy
from dialogs.as_text import as_text

FOLLOW_SECONDS = 2.0
"""How often a replica asks whether another one has published, and whether a file has been saved in its folder."""
MINUTE_SECONDS = 60.0
"""How often it is looked whether something can be kept, and whether the clock is right."""
QUARTER_SECONDS = 900.0
"""How often counts are kept, and it is asked whether the nightly links or the monthly overview are due."""

LOOKED_THROUGH = 20_000
"""New objects before they are looked through for something to throw away: hardly anything of a turn has to be."""
SETTLE_SECONDS = 1.0
LEAVE_SECONDS = 5.0
"""How long what is under way may take when the bot is told to stop."""

NOTE_AGAIN_AFTER = (1.0, 4.0, 15.0, 60.0, 120.0)
"""Seconds between tries to note which message shows a case, while the database is away: what is not noted is never
emptied, and a server in Azure that is mended or moved is away for a minute or two."""

log = EventLog(__name__)


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
    """Run the bot until told to stop. Raises UnsafeSettings, EncryptionError, KnowledgeError or MunicipalityUnknown
    before it listens."""
    gc.freeze()  # what is imported and read so far stays: nobody need look through it any more
    gc.set_threshold(LOOKED_THROUGH)
    edge_settings = teams_settings(settings)
    refuse_unsafe(edge_settings, has_encryption_key=bool(settings.key()))
    clock, stopped = SystemClock(), stop or _stop_on_signal()
    shelf = shelf or read_folder(settings.knowledge)
    _log_problems(shelf.lacking)
    texts = shelf.knowledge.texts

    async with (
        open_edge(edge_settings, words=texts, as_text=partial(as_text, texts=texts), clock=clock) as edge,
        open_inside(settings, edge.messenger, clock, files=edge.files, edge=edge, shelf=shelf) as inside,
        edge.listen(_take(inside), (ready := Ready(inside.store, inside.desk, clock)), _note(inside)) as port,
        asyncio.TaskGroup() as tasks,
    ):
        log.info("listening", host=settings.host, port=port, knowledge=inside.library.knowledge.version)
        tasks.create_task(_settle_down(stopped))
        tasks.create_task(inside.worker.run(stopped))
        rounds = [tasks.create_task(one) for one in _rounds(settings, inside, edge, ready, shelf.saved, stopped)]
        follow = partial(clock.follow, inside.store.time)
        rounds.append(tasks.create_task(again_and_again(follow, stopped, MINUTE_SECONDS, "clock_not_compared")))
        await stopped.wait()
        log.info("stopping")
        await _leave(rounds)


def _rounds(
    settings: Settings, inside: Inside, edge: TeamsEdge, ready: Ready, seen: int, stopped: asyncio.Event
) -> Iterator[Coroutine[Any, Any, None]]:
    """Yield everything that runs again and again beside the turns, until the bot stops."""
    yield run_retention(inside.store, inside.clock, stopped, inside.keep)
    yield run_rounds(inside.store, inside.messenger, inside.clock, stopped, inside.next_meeting, inside.moved_to)
    yield again_and_again(_folder_watch(settings, inside, seen), stopped, FOLLOW_SECONDS, "knowledge_not_taken")
    yield again_and_again(inside.desk.follow, stopped, FOLLOW_SECONDS, "editions_not_read")
    yield inside.staff.keep_reading(inside.store, stopped)
    yield again_and_again(ready.look, stopped, MINUTE_SECONDS, "not_looked_at")
    wrap = partial(wrap_keys_anew, inside.store)
    yield again_and_again(wrap, stopped, QUARTER_SECONDS, "case_keys_not_wrapped")
    for do in (_counts, _overview, _links):
        every_quarter = partial(do, settings, inside)
        yield again_and_again(every_quarter, stopped, QUARTER_SECONDS, "editors_round_failed")
    if settings.sharepoint_drive:
        rounds = document_library_rounds(settings, inside, edge.document_library(settings.sharepoint_drive))
        yield rounds.run(stopped, settings.sharepoint_minutes * 60)


async def _leave(rounds: Collection[asyncio.Task[None]]) -> None:
    """Let the rounds under way come to their end, and give up those that take long, such as trying hundreds of links:
    all of them bear being cut off, for a process may be killed, and somebody waits for this one to stop."""
    _, late = await asyncio.wait(rounds, timeout=LEAVE_SECONDS)
    for one in late:
        one.cancel()
    if late:
        log.info("rounds_given_up", count=len(late))


def document_library_rounds(settings: Settings, inside: Inside, library: DocumentLibrary) -> DocumentLibraryRounds:
    """Return what looks after the document library where editors keep knowledge files."""
    shared = LibraryReader(
        library, inside.desk, inside.store, inside.clock, settings.sharepoint_folder, inside.staff.roles_of
    )
    return DocumentLibraryRounds(shared, inside.store, inside.clock)


async def wrap_keys_anew(store: SqlStore) -> None:
    """After a change of the encryption key, wrap the keys of the cases with the new one, and name what is to be sent by
    keyed hashes. At start, and again for what a replica that still has the old key, or an earlier version, adds until
    it is gone. Raises KeyMissing when one of those keys is not in the ring."""
    await store.name_lanes_anew()
    changed = await store.rewrap_case_keys()
    if changed:
        log.info("case_keys_wrapped", count=changed)
    await store.require_unwrappable()


async def _counts(_settings: Settings, inside: Inside) -> None:
    await inside.turns.shown.keep(inside.store)


async def _overview(settings: Settings, inside: Inside) -> None:
    if settings.digest:
        await send_digest(inside.store, inside.library.knowledge, inside.library.shelf.files, inside.clock)


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
            await send((broken(turn, inside.library.around(turn)),))
            return
        await send(answer.shown(turn))

    return take_turn


def _note(inside: Inside) -> Note:
    async def note(turn: Turn, case_id: str, activity_id: str) -> None:
        for pause in (*NOTE_AGAIN_AFTER, None):
            try:
                async with inside.store.unit_of_work() as uow:
                    await note_copy(case_id, activity_id, turn.place, uow, inside.clock.now())
                    await uow.commit()
            except StoreAway as error:
                if pause is None:
                    log.error("copy_not_noted", row=case_id, error=type(error).__name__)
                    return
                await asyncio.sleep(pause)
            else:
                return

    return note


async def _settle_down(stop: asyncio.Event) -> None:
    """Import what the first answers do not need, then settle what was read at start, when whoever waited for the bot
    has been answered."""
    try:
        await asyncio.to_thread(import_rules)
    except Exception as error:  # a text that cannot be checked is not sent, and its sender is told; all else goes on
        log.error("rules_not_imported", error=type(error).__name__)
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
    is_new = await library.read_again()
    if library.edition:
        await inside.desk.take_folder(is_edited=True)
        return
    if is_new:
        log.info("knowledge_in_use", version=library.knowledge.version)
    _log_problems(library.problems)


def _log_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:20]:
        log.warning("knowledge_problem", file=problem.file, where=problem.where, line=problem.line)


def _stop_on_signal() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
