"""Every way into the knowledge meets here: publishes a change, and takes up what any replica has published.

Must not know Teams, SharePoint or cards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from bot.content.problem import KnowledgeError, Problem
from bot.content.profile_file import load_profiles
from bot.content.versions import Files, changed, differing, read_files, version_of
from bot.content.versions_check import Checked
from bot.content.versions_diff import gathered
from bot.content.versions_merge import on_top_of, with_todays_sentences
from bot.content.versions_upgrade import Fitted, fit
from bot.domain.event_log import EventLog
from bot.domain.ports import Clock, Store
from bot.domain.published import Draft, Edition, EditionDamaged, KnowledgeChanged, PublishError, PublishKnowledge, Way
from bot.domain.turn import Person
from bot.turns.change_checks import ChangeChecks
from bot.turns.edition_not_in_use import DAMAGED, NotInUse
from bot.turns.folder_state import FOLDER, FolderState, listed, notes_of, old_texts, tell_what_stands
from bot.turns.library import Library, Shelf, Trial
from bot.turns.still_needed import teams_gone
from bot.usecases.publish_knowledge import publish_knowledge
from bot.usecases.tell_editors import tell_editors
from dialogs.dialog import Looked

TRIES = 3
TRIALS = 3
"""So many drafts stay built: two editors who try at once would else build each other's away."""

log = EventLog(__name__)


@dataclass(frozen=True)
class Published:
    """What came of a change that no person is waiting for."""

    edition: Edition | None
    problems: tuple[Problem, ...] = ()
    kept: tuple[str, ...] = ()
    """Files where an editor's own version was kept."""


class PublishingDesk:
    """The one door to the knowledge. `shelves` is a folder of this process where editions are unpacked."""

    def __init__(self, store: Store, library: Library, clock: Clock, shelves: Path) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._checks = ChangeChecks(library, clock, shelves)
        self._one_at_a_time = asyncio.Lock()
        self._trials: dict[str, Shelf] = {}
        self.not_in_use: NotInUse | None = None
        """The newest edition, when this version of the program cannot read it. Nothing is published meanwhile but a way
        back: what is in use then is not what a change would be put on top of."""

    @property
    def files(self) -> Files:
        """Return the files in use."""
        return self._library.shelf.files

    @property
    def edition(self) -> int:
        """Return the number of the edition in use, 0 = the folder."""
        return self._library.edition

    async def follow(self) -> bool:
        """Take up the newest edition; return whether it is new here. One that cannot be read leaves the old in use."""
        async with self._one_at_a_time:
            async with self._store.unit_of_work() as uow:
                number = await uow.editions.head_number()
                if self._is_settled(number):
                    return False
            version, shelf, problems = await self._unpacked(number)
            if shelf is None:
                self.not_in_use = NotInUse(number, problems)
                log.error("edition_not_in_use", version=version, count=number)
                _log_problems(problems)
                return False
            self.not_in_use = None
            self._library.put_up(shelf, number)
            log.info("knowledge_in_use", version=version, count=number)
            return True

    async def _unpacked(self, number: int) -> tuple[str, Shelf | None, tuple[Problem, ...]]:
        """Return the version of an edition and its files as a shelf, or what keeps them from being used."""
        try:
            async with self._store.unit_of_work() as uow:
                edition = await uow.editions.edition(number)
                files = await uow.editions.contents(edition)
        except EditionDamaged:
            return "", None, (DAMAGED,)
        return edition.version, *await asyncio.to_thread(self._checks.tried, files, edition.version)

    def _is_settled(self, number: int) -> bool:
        if self.not_in_use is not None and self.not_in_use.number == number:
            return not self.not_in_use.may_pass
        return number in (0, self._library.edition)

    async def look(self, draft: Draft) -> Looked:
        """Hold a draft against every check and against what others have published meanwhile. Raises EditionUnknown or
        EditionDamaged for a way back to no edition, or to one that is not what was published."""
        await self.follow()
        files = self._library.shelf.files
        number = self.not_in_use.number if self.not_in_use is not None else self._library.edition
        changes, newer, clashes = await self._changes_of(draft, number, files)
        check = self._checks.earlier if draft.roll_back_to else self._checks.edited
        checked = await asyncio.to_thread(check, files, changes)
        if not draft.roll_back_to:
            checked = replace(checked, errors=(*self._in_the_way(), *checked.errors))
        effects = await asyncio.to_thread(self._checks.effects, checked) if checked.is_sound else ()
        left = await self._teams_gone(checked)
        return Looked(checked, number, newer, clashes, effects, self.folder_notes(), left)

    async def _changes_of(
        self, draft: Draft, number: int, files: Files
    ) -> tuple[dict[str, bytes | None], tuple[Edition, ...], tuple[str, ...]]:
        own = {path: None if text is None else text.encode() for path, text in draft.changes}
        async with self._store.unit_of_work() as uow:
            if draft.roll_back_to:
                earlier = await uow.editions.contents(await uow.editions.edition(draft.roll_back_to))
                own = with_todays_sentences(files, differing(files, earlier))
            between = await uow.editions.newest(number - draft.after) if number > draft.after else ()
            # edition 1 is what was in use before anything was published
            base = await uow.editions.contents(await uow.editions.edition(draft.after or 1)) if between else {}
        newer = tuple(one for one in between if one.number > draft.after and one.changes)
        if not newer or draft.roll_back_to:
            return own, newer, ()
        together, clashes = on_top_of(base, own, files)
        return together, newer, clashes

    async def _teams_gone(self, checked: Checked) -> tuple[Problem, ...]:
        if not checked.is_sound or not any(one.file.startswith("kommuner/") for one in checked.differences):
            return ()
        folder = await asyncio.to_thread(self._checks.unpacked, checked.files, checked.version)
        after = await asyncio.to_thread(load_profiles, folder)
        return await teams_gone(self._library.knowledge.profiles, after, self._store)

    async def trial(self, draft: Draft) -> Trial | None:
        """Return the draft as a shelf to try; None when it cannot be read any more."""
        files = self._library.shelf.files
        try:
            changes, _, _ = await self._changes_of(draft, self._library.edition, files)
            version = version_of(changed(files, changes))
            kept = self._trials.get(version)
            shelf = kept if kept is not None else await asyncio.to_thread(self._checks.read_draft, files, changes)
        except (KnowledgeError, PublishError, ValueError):
            return None
        kept_before = [(one, other) for one, other in self._trials.items() if one != version]
        self._trials = dict([*kept_before, (version, shelf)][-TRIALS:])
        now = datetime.combine(draft.as_of, time(10), UTC) if draft.as_of else None
        return Trial(shelf, now)

    def _in_the_way(self) -> tuple[Problem, ...]:
        """Return why nothing can be published on top of what is in use."""
        if self.not_in_use is None:
            return ()
        newest = f"Utgave {self.not_in_use.number} er den nyeste, men denne versjonen av boten kan ikke lese den."
        way = "Gå tilbake til en utgave før den i «Historikk», eller spør den som drifter boten."
        return (Problem("", "", f"{newest} {way}"),)

    def folder_notes(self) -> tuple[tuple[str, str], ...]:
        """Return what the first edition must remember about the folder it grew out of."""
        if self._library.edition:
            return ()
        files = self._library.shelf.files
        return ((FOLDER, FolderState.of(files, self._library.knowledge.version).to_text()),)

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
            if self.not_in_use is not None:
                return Published(None, self._in_the_way())
            number, files = self._library.edition, self._library.shelf.files
            checked = await asyncio.to_thread(self._checks.edited, files, changes)
            if wrong := checked.errors or await self._teams_gone(checked):  # nobody sees a warning here
                _log_problems(wrong)
                return Published(None, wrong)
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
                    await uow.remembered.keep(source, state)
                await uow.commit()

    async def start(self) -> None:
        """Take up what is published, with what this version of the program brings. An edition that cannot be read never
        keeps the bot from starting: then the folder is in use, with what editors changed in it as far as it fits."""
        with suppress(EditionDamaged):
            await self.take_folder(is_edited=False)
        await self.follow()
        if self.not_in_use is not None:
            await self._make_do(self.not_in_use)

    async def take_folder(self, *, is_edited: bool) -> Published:
        """Bring what is new in the knowledge folder into the next edition, when editions are in use.

        A folder seen before is left alone (an old replica must not undo a new one), unless a file was edited just now.
        What an editor has changed stays; one file that does not fit does not keep the others out.
        """
        for _ in range(TRIES):
            number, files = await self._newest()
            if not number:
                return Published(None)
            folder = await asyncio.to_thread(read_files, self._library.directory)
            async with self._store.unit_of_work() as uow:
                state = FolderState.from_text(await uow.remembered.of(FOLDER))
            if version_of(folder) in state.seen and not is_edited:
                return Published(None)
            fitted, bases = await self._fitted(state, folder, files)
            try:
                edition = await self._take(fitted, number, notes_of(state.after(folder, fitted), folder, fitted, bases))
            except KnowledgeChanged:
                continue
            await tell_what_stands(fitted, folder, number, edition, self._store, self._clock)
            _log_what_stands(fitted)
            await self.follow()
            return Published(edition, fitted.problems, fitted.kept)
        return Published(None)

    async def _newest(self) -> tuple[int, Files]:
        """Return the number and files of the newest edition, also of one that this program cannot read."""
        async with self._store.unit_of_work() as uow:
            number = await uow.editions.head_number()
            if not number or (number == self._library.edition and self.not_in_use is None):
                return number, self._library.shelf.files
            return number, await uow.editions.contents(await uow.editions.edition(number))

    async def _fitted(self, state: FolderState, folder: Files, files: Files) -> tuple[Fitted, Files]:
        async with self._store.unit_of_work() as uow:
            bases = await old_texts(state, folder, files, uow)
        check = partial(self._checks.known, files)
        return await asyncio.to_thread(fit, state.manifest, folder, files, bases, check), bases

    async def _take(self, fitted: Fitted, number: int, notes: tuple[tuple[str, str], ...]) -> Edition | None:
        checked = fitted.checked
        if checked.errors:
            return None
        if not checked.differences:
            await self._note(notes)
            return None
        changes = tuple(gathered(checked.differences))
        command = PublishKnowledge(
            None, number, checked.files, checked.version, checked.is_sound, changes, FOLDER, "", notes
        )
        return await self._publish(command)

    async def _make_do(self, not_in_use: NotInUse) -> None:
        """Put up the folder, with what editors changed in it when that can be read, for an edition that cannot."""
        folder = await asyncio.to_thread(read_files, self._library.directory)
        try:
            _, files = await self._newest()
        except EditionDamaged:
            files = folder
        async with self._store.unit_of_work() as uow:
            state = FolderState.from_text(await uow.remembered.of(FOLDER))
        fitted, _ = await self._fitted(state, folder, files)
        shelf, _ = (
            (None, ())
            if fitted.checked.errors
            else await asyncio.to_thread(self._checks.tried, fitted.checked.files, fitted.checked.version)
        )
        self._library.put_up(shelf or self._library.shelf, not_in_use.number)
        log.warning("edition_made_to_fit" if shelf else "folder_in_use", version=self._library.knowledge.version)
        key = "library.edition_made_to_fit" if shelf else "library.edition_not_in_use"
        await self._tell_not_in_use(key, not_in_use, version_of(folder))

    async def _tell_not_in_use(self, key: str, not_in_use: NotInUse, folder: str) -> None:
        lines = listed([str(one) for one in not_in_use.problems])
        about = f"{key}:{not_in_use.number}:{folder}"
        async with self._store.unit_of_work() as uow:
            await tell_editors(key, about, uow, self._clock.now(), number=str(not_in_use.number), lines=lines)
            await uow.commit()


def _log_what_stands(fitted: Fitted) -> None:
    _log_problems(fitted.problems)
    for path in (*fitted.kept, *fitted.left_out):
        log.warning("folder_file_not_taken", file=path)
    for path in fitted.set_aside:
        log.warning("edited_file_set_aside", file=path)


def _log_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:20]:
        log.warning("knowledge_problem", file=problem.file, where=problem.where, line=problem.line)
