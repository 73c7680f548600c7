"""Every way into the knowledge meets here: checks a change, publishes it, and takes up what any replica has published.

Must not know Teams, SharePoint or cards.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files, changed, differing, folder_of, manifest_of, read_files, version_of
from bot.content.versions_check import Checked, check_change
from bot.content.versions_guides import with_kept_guides
from bot.content.versions_merge import merged, on_top_of, with_new_sentences
from bot.content.versions_safety import problems_with_safety
from bot.content.versions_sentences import problems_with_sentences
from bot.domain.event_log import EventLog
from bot.domain.ports import Clock, Store
from bot.domain.published import Draft, Edition, KnowledgeChanged, PublishKnowledge, Way
from bot.domain.turn import Person
from bot.turns.effects import effects_of
from bot.turns.library import Library, Shelf, Trial, read_shelf
from bot.usecases.publish_knowledge import publish_knowledge
from dialogs.dialog import Looked
from dialogs.guide.rules import RULES, TEAM_RULES

FOLDER: Way = "mappe"
"""Name under which the state of the knowledge folder is remembered."""
KEPT_SEEN = 50
TRIES = 3

log = EventLog(__name__)


@dataclass(frozen=True)
class Published:
    """What came of a change that no person is waiting for."""

    edition: Edition | None
    problems: tuple[Problem, ...] = ()
    kept: tuple[str, ...] = ()
    """Files where an editor's own version was kept."""


@dataclass(frozen=True)
class NotInUse:
    """A published edition that this version of the program cannot read, and why."""

    number: int
    problems: tuple[Problem, ...]


class PublishingDesk:
    """The one door to the knowledge. `shelves` is a folder of this process where editions are unpacked."""

    def __init__(self, store: Store, library: Library, clock: Clock, shelves: Path) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._shelves = shelves
        self._one_at_a_time = asyncio.Lock()
        self._trials: dict[str, Shelf] = {}
        self._broken: NotInUse | None = None
        """The newest edition this version of the program could not read, so that it is not tried every time."""

    @property
    def files(self) -> Files:
        """Return the files in use."""
        return self._library.shelf.files

    @property
    def edition(self) -> int:
        """Return the number of the edition in use, 0 = the folder."""
        return self._library.edition

    @property
    def not_in_use(self) -> NotInUse | None:
        """Return the newest edition when it could not be read, so that what was in use before still is."""
        return self._broken if self._broken and self._broken.number > self._library.edition else None

    async def follow(self) -> bool:
        """Take up the newest edition; return whether it is new here. One that cannot be read leaves the old in use."""
        async with self._one_at_a_time:
            async with self._store.unit_of_work() as uow:
                number = await uow.editions.head_number()
                known = (self._library.edition, self._broken.number if self._broken else 0)
                if number in known or not number:
                    return False
                edition = await uow.editions.edition(number)
                files = await uow.editions.contents(edition)
            try:
                shelf = await asyncio.to_thread(self._read, files, edition.version)
            except KnowledgeError as error:
                self._broken = NotInUse(number, error.problems)
                log.error("edition_not_in_use", version=edition.version, count=number)
                _log_problems(error.problems)
                return False
            self._library.put_up(shelf, number)
            log.info("knowledge_in_use", version=edition.version, count=number)
            return True

    def _read(self, files: Files, version: str) -> Shelf:
        folder = folder_of(files, version, self._shelves)
        return read_shelf(folder, self._library.shelf)

    async def look(self, draft: Draft) -> Looked:
        """Hold a draft against every check and against what others have published meanwhile."""
        await self.follow()
        number, files = self._library.edition, self._library.shelf.files
        changes, newer, clashes = await self._changes_of(draft, number, files)
        check = self._check_sentences if draft.roll_back_to else self._check_edited
        checked = await asyncio.to_thread(check, files, changes)
        effects = await asyncio.to_thread(self._effects, checked) if checked.is_sound else ()
        return Looked(checked, number, newer, clashes, effects, self.folder_notes())

    async def _changes_of(
        self, draft: Draft, number: int, files: Files
    ) -> tuple[dict[str, bytes | None], tuple[Edition, ...], tuple[str, ...]]:
        own = {path: None if text is None else text.encode() for path, text in draft.changes}
        async with self._store.unit_of_work() as uow:
            if draft.roll_back_to:
                earlier = await uow.editions.contents(await uow.editions.edition(draft.roll_back_to))
                own = _with_todays_sentences(files, differing(files, earlier))
            between = await uow.editions.newest(number - draft.after) if number > draft.after else ()
            # edition 1 is what was in use before anything was published
            base = await uow.editions.contents(await uow.editions.edition(draft.after or 1)) if between else {}
        newer = tuple(one for one in between if one.number > draft.after and one.changes)
        if not newer or draft.roll_back_to:
            return own, newer, ()
        together, clashes = on_top_of(base, own, files)
        return together, newer, clashes

    def _check(self, files: Files, changes: Mapping[str, bytes | None]) -> Checked:
        today = self._clock.now().date()
        complete = with_kept_guides(files, changes, today)
        return check_change(files, complete, today=today, rules={*RULES, *TEAM_RULES})

    def _check_edited(self, files: Files, changes: Mapping[str, bytes | None]) -> Checked:
        """Check what an editor wants: also that nothing people's safety hangs on is taken away."""
        checked = self._check_sentences(files, changes)
        errors = (*checked.errors, *problems_with_safety(files, checked.files))
        return replace(checked, errors=tuple(dict.fromkeys(errors)))

    def _check_sentences(self, files: Files, changes: Mapping[str, bytes | None]) -> Checked:
        """Check that the sentences the program needs stay, and that everything can be read and built.

        Enough for the way back: what was published once has been through all the checks, and there is always a way.
        """
        checked = self._check(files, changes)
        errors = [*checked.errors, *problems_with_sentences(files, checked.files)]
        if not errors:
            try:
                self._read(checked.files, checked.version)
            except KnowledgeError as error:
                errors = list(error.problems)
        return replace(checked, errors=tuple(dict.fromkeys(errors)))

    def _effects(self, checked: Checked) -> tuple[str, ...]:
        if not any(one.file.startswith(("words/", "articles/")) for one in checked.differences):
            return ()
        shelf = self._read(checked.files, checked.version)
        return effects_of(self._library.shelf, shelf)

    async def trial(self, draft: Draft) -> Trial | None:
        """Return the draft as a shelf to try; None when it cannot be read any more."""
        files = self._library.shelf.files
        changes, _, _ = await self._changes_of(draft, self._library.edition, files)
        proposed = changed(files, changes)
        version = version_of(proposed)
        try:
            kept = self._trials.get(version)
            shelf = kept if kept is not None else await asyncio.to_thread(self._read, proposed, version)
        except (KnowledgeError, ValueError):
            return None
        self._trials = {version: shelf}
        now = datetime.combine(draft.as_of, time(10), UTC) if draft.as_of else None
        return Trial(shelf, now)

    def folder_notes(self) -> tuple[tuple[str, str], ...]:
        """Return what the first edition must remember about the folder it grew out of."""
        if self._library.edition:
            return ()
        manifest = manifest_of(self._library.shelf.files)
        return ((FOLDER, _folder_state([self._library.knowledge.version], manifest)),)

    async def bring(
        self,
        way: Way,
        changes: Mapping[str, bytes | None],
        why: str,
        notes: tuple[tuple[str, str], ...] = (),
        by: Person | None = None,
    ) -> Published:
        """Check and publish a change no person is waiting for. Nothing of it is published when any of it is wrong."""
        for _ in range(TRIES):
            await self.follow()
            number, files = self._library.edition, self._library.shelf.files
            check = self._check if way == FOLDER else self._check_edited
            checked = await asyncio.to_thread(check, files, changes)
            if checked.errors:
                _log_problems(checked.errors)
                return Published(None, checked.errors)
            if not checked.differences:
                await self._note(notes)
                return Published(None)
            command = PublishKnowledge(
                by,
                number,
                checked.files,
                checked.version,
                checked.is_sound,
                tuple(str(one) for one in checked.differences),
                way,
                why,
                (*self.folder_notes(), *notes),
                {} if number else files,
            )
            try:
                edition = await self._publish(command)
            except KnowledgeChanged:
                continue
            await self.follow()
            return Published(edition)
        return Published(None)

    async def _publish(self, command: PublishKnowledge) -> Edition:
        async with self._store.unit_of_work() as uow:
            outcome = await publish_knowledge(command, uow, self._clock)
            await uow.commit()
        return outcome.edition

    async def _note(self, notes: tuple[tuple[str, str], ...]) -> None:
        if notes:
            async with self._store.unit_of_work() as uow:
                for source, state in notes:
                    await uow.editions.note_seen(source, state)
                await uow.commit()

    async def take_folder(self, *, is_edited: bool) -> Published:
        """Bring what is new in the knowledge folder into the next edition, when editions are in use.

        A folder seen before is left alone (an old replica must not undo a new one), unless a file was edited just now.
        Where an editor has changed the same file, the editor's version stays; new sentences are still taken in.
        """
        if not self._library.edition:
            return Published(None)
        folder = await asyncio.to_thread(read_files, self._library.directory)
        version = version_of(folder)
        async with self._store.unit_of_work() as uow:
            state = json.loads(await uow.editions.seen(FOLDER) or '{"seen": [], "manifest": {}}')
        if version in state["seen"] and not is_edited:
            return Published(None)
        changes, kept = merged(state["manifest"], folder, self._library.shelf.files)
        note = _folder_state([*state["seen"], version][-KEPT_SEEN:], manifest_of(folder))
        brought = await self.bring(FOLDER, changes, "", ((FOLDER, note),))
        for path in kept:
            log.warning("folder_file_not_taken", file=path)
        return replace(brought, kept=tuple(kept))


def _with_todays_sentences(files: Files, earlier: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """Return an earlier version with the sentences that only today's program asks for."""
    return {path: with_new_sentences(path, old, files.get(path)) or old for path, old in earlier.items()}


def _folder_state(seen: list[str], manifest: Mapping[str, str]) -> str:
    return json.dumps({"seen": seen, "manifest": dict(manifest)})


def _log_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:20]:
        log.warning("knowledge_problem", file=problem.file, where=problem.where, line=problem.line)
