"""A document library as a way into the knowledge: looks what changed, reads whole files, and brings them to the door.

What is good is published, what is not stays as it was and its editor is told once per version. Must not know
SharePoint.
"""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.content import document_library_problems as wrong
from bot.content.editing_rights import may_edit
from bot.content.file_names import as_kept
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files, problem_with_path
from bot.content.versions_guides import with_kept_guides
from bot.domain.document_library import DocumentLibrary, FileGone, FileTooLarge, LibraryAway, LibraryFile
from bot.domain.event_log import EventLog
from bot.domain.norway import day_of
from bot.domain.ports import Clock, Store
from bot.domain.published import Edition, Way
from bot.domain.roles import UNCHECKED
from bot.domain.turn import Person
from bot.turns.document_library_mirror import WORD, Mirror, Pending, Taken, clashes, pending
from bot.turns.folder_state import listed
from bot.turns.publishing import PublishingDesk
from bot.usecases.tell_editors import tell_editors

SHAREPOINT: Way = "sharepoint"
"""Name under which the state of the library is remembered, too."""
ROUND = "library-round"
"""The lease of a round, so that replicas take turns and each begins where the one before ended."""
HELD = timedelta(minutes=10)
"""A replica that dies in the middle leaves the library alone that long. Taken anew before anything is published."""
GONE = "gone"
PARTIAL = "partial_download"

log = EventLog(__name__)


@dataclass(frozen=True)
class Proposal:
    """What one file of the library asks for."""

    id: str
    path: str
    tag: str
    target: str
    changes: Mapping[str, bytes | None] = field(repr=False)
    by: Person | None = None


@dataclass
class Refusal:
    """Why one file waits."""

    path: str
    tag: str
    problems: tuple[Problem, ...]


@dataclass
class Rounded:
    """What one round did."""

    edition: Edition | None = None
    refused: dict[str, Refusal] = field(default_factory=dict)
    """By id of the item."""
    warned: dict[str, str] = field(default_factory=dict)
    is_unfinished: bool = False
    """A file did not come whole: the next round asks for it again."""


class _NotNow(Exception):
    """One file did not come whole; the others go on."""


class LibraryReader:
    """Looks after one library. `roles_of` says what a person may edit."""

    def __init__(
        self,
        library: DocumentLibrary,
        desk: PublishingDesk,
        store: Store,
        clock: Clock,
        folder: str,
        roles_of: Callable[[str], frozenset[str]],
    ) -> None:
        self._library = library
        self._desk = desk
        self._store = store
        self._clock = clock
        self._folder = folder.strip("/")
        self._roles_of = roles_of

    async def round(self) -> Rounded:
        """Take in what has changed. Raises LibraryAway and LibraryClosed; then nothing has happened."""
        owner = uuid.uuid4().hex
        if not await self._hold(owner):
            return Rounded()
        try:
            return await self._round(owner)
        finally:
            async with self._store.unit_of_work() as uow:
                await uow.leases.give_back(ROUND, owner)
                await uow.commit()

    async def _round(self, owner: str) -> Rounded:
        await self._desk.follow()
        before = await self._remembered()
        mirror = before.after(await self._library.look(before.cursor))
        todo = pending(mirror, self._folder)
        name = f"{self._desk.edition}:{todo.name}"
        if todo and name != mirror.waiting:
            proposals, rounded = await self._saved(mirror, todo, self._desk.files)
            if not await self._goes_on(owner, before):
                return Rounded(is_unfinished=True)
            return await self._take(mirror, todo, proposals, rounded)
        if mirror != before and await self._goes_on(owner, before):
            await self._remember(mirror)
        return Rounded()

    async def _hold(self, owner: str) -> bool:
        """Take the round, or go on with it; no connection is held meanwhile. False when it is another replica's."""
        now = self._clock.now()
        async with self._store.unit_of_work() as uow:
            is_ours = await uow.leases.take(ROUND, owner, now, now + HELD)
            await uow.commit()
        return is_ours

    async def _goes_on(self, owner: str, before: Mirror) -> bool:
        """Tell whether the round is still ours after a slow network: nobody else has it, or has had it meanwhile."""
        return await self._hold(owner) and await self._remembered() == before

    async def _remembered(self) -> Mirror:
        async with self._store.unit_of_work() as uow:
            return Mirror.from_text(await uow.remembered.of(SHAREPOINT))

    async def _remember(self, mirror: Mirror) -> None:
        async with self._store.unit_of_work() as uow:
            await uow.remembered.keep(SHAREPOINT, mirror.to_text())
            await uow.commit()

    async def _take(self, mirror: Mirror, todo: Pending, proposals: list[Proposal], rounded: Rounded) -> Rounded:
        dropped = self._gone(todo, self._desk.files, proposals, rounded)
        mirror = replace(
            mirror,
            taken={key: one for key, one in mirror.taken.items() if key not in dropped},
            warned={**mirror.warned, **rounded.warned},
        )
        mirror = await self._bring(mirror, proposals, rounded)
        await self._finish(mirror, rounded)
        return rounded

    async def _saved(self, mirror: Mirror, todo: Pending, files: Files) -> tuple[list[Proposal], Rounded]:
        twins = set(clashes(mirror.files(self._folder)))
        found: list[Proposal] = []
        rounded = Rounded()
        for key, (path, item) in sorted(todo.saved.items(), key=lambda one: one[1][0]):
            target = _target(path)
            known = mirror.taken.get(key) or next((one for one in todo.gone.values() if one.target == target), None)
            try:
                _refuse([wrong.twins(path)] if key in twins else _path_problems(path, target))
                file = await self._read(key, path)
                content = await asyncio.to_thread(_content, file.raw, path, target, files)
                _refuse([] if self._may(file.by, target, files, content) else [wrong.not_an_editor(path)])
                is_saved_again = mirror.warned.get(key, item.tag) != item.tag
                if not is_saved_again and _is_foreign(content, path, known, files):
                    rounded.warned[key] = item.tag
                    _refuse([wrong.not_from_here(path, target)])
            except FileGone:
                continue
            except _NotNow:
                rounded.is_unfinished = True
                continue
            except KnowledgeError as error:
                rounded.refused[key] = Refusal(path, item.tag, error.problems)
                continue
            changes = {target: content, **_moved(known, target, files)}
            found.append(Proposal(key, path, item.tag, target, changes, file.by))
        return found, rounded

    async def _read(self, key: str, path: str) -> LibraryFile:
        try:
            return await self._library.read(key)
        except FileTooLarge:
            raise KnowledgeError([wrong.too_large(path)]) from None
        except LibraryAway as error:
            if error.code != PARTIAL:
                raise
            log.warning("library_file_not_whole", file=self._in_log(path))
            raise _NotNow from None

    def _in_log(self, path: str) -> str:
        """Return the path of a knowledge file there is; any other was named by somebody, perhaps after a child."""
        return path if _target(path) in self._desk.files else "unknown"

    def _may(self, by: Person | None, target: str, files: Files, content: bytes) -> bool:
        roles = self._roles_of(by.id) if by else frozenset()
        may = may_edit(target, roles, files, {target: content})
        if UNCHECKED in roles and not may:
            raise LibraryAway("roles_unchecked")
        return may

    def _gone(self, todo: Pending, files: Files, proposals: list[Proposal], rounded: Rounded) -> set[str]:
        """Add what must be taken away; return the ids there is nothing more to do about."""
        saved = {_target(path) for path, _ in todo.saved.values()}
        gone = {key: taken for key, taken in todo.gone.items() if taken.target not in saved}
        leave = {
            key: taken
            for key, taken in gone.items()
            if taken.path == taken.target and _hash(files.get(taken.target)) == taken.hash
        }
        for key, taken in leave.items():
            if len(leave) > wrong.MOST_GONE:
                rounded.refused[key] = Refusal(taken.path, GONE, (wrong.too_many_gone(taken.path, len(leave)),))
            elif not taken.target.startswith(wrong.DELETABLE):
                rounded.refused[key] = Refusal(taken.path, GONE, (wrong.may_not_vanish(taken.path),))
            else:
                proposals.append(Proposal(key, taken.path, GONE, taken.target, {taken.target: None}))
        return set(gone) - set(leave)

    async def _bring(self, mirror: Mirror, proposals: list[Proposal], rounded: Rounded) -> Mirror:
        """Publish what passes the door together; what is blamed for an error waits, and the rest is tried again."""
        left = proposals
        while left:
            changes = {path: content for one in left for path, content in one.changes.items()}
            after = _with_taken(mirror, left, with_kept_guides(self._desk.files, changes, day_of(self._clock.now())))
            people = {one.by for one in left}
            by = next(iter(people)) if len(people) == 1 else None
            published = await self._desk.bring(SHAREPOINT, changes, "", ((SHAREPOINT, after.to_text()),), by)
            if not published.problems:
                rounded.edition = published.edition
                return after
            blamed = {problem.file for problem in published.problems}
            bad = [one for one in left if blamed & set(one.changes)]
            bad = bad or [one for one in left if one.tag == GONE] or left
            for one in bad:
                own = tuple(problem for problem in published.problems if problem.file in one.changes)
                rounded.refused[one.id] = Refusal(one.path, one.tag, own or published.problems)
            left = [one for one in left if one not in bad]
        return mirror

    async def _finish(self, mirror: Mirror, rounded: Rounded) -> None:
        """Tell the editors, and remember what waits, in one commit."""
        now = self._clock.now()
        still = pending(mirror, self._folder)
        waits = f"{self._desk.edition}:{still.name}" if still and not rounded.is_unfinished else ""
        mirror = replace(mirror, waiting=waits)
        async with self._store.unit_of_work() as uow:
            for key, refusal in rounded.refused.items():
                about = f"library:{key}:{refusal.tag}"
                await tell_editors("library.refused", about, uow, now, file=refusal.path, problems=_listed(refusal))
            if rounded.edition is not None:
                changes = listed(rounded.edition.changes)
                number = str(rounded.edition.number)
                await tell_editors("library.published", f"library:{number}", uow, now, number=number, changes=changes)
            await uow.remembered.keep(SHAREPOINT, mirror.to_text())
            await uow.commit()
        for refusal in rounded.refused.values():
            log.warning("library_file_refused", file=self._in_log(refusal.path), count=len(refusal.problems))


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise KnowledgeError(problems)


def _path_problems(path: str, target: str) -> list[Problem]:
    is_strange_word = path.endswith(WORD) and not target.startswith("articles/")
    words = problem_with_path(path if is_strange_word else target)
    return [Problem(path[:80], "", words)] if words else []


def _target(path: str) -> str:
    """Return the knowledge file that a file of the library becomes."""
    return f"{path.removesuffix(WORD)}.md" if path.endswith(WORD) else path


def _content(raw: bytes, path: str, target: str, files: Files) -> bytes:
    """Return the knowledge file. What Windows does to the ends of lines is no change."""
    if not path.endswith(WORD):
        return as_kept(raw)
    article = files.get(target)
    if article is None:
        raise KnowledgeError([wrong.no_such_article(path, target)])
    from bot.content.docx_text import article_text_from_docx, with_article_text  # megabytes, needed with the first one

    return with_article_text(article, article_text_from_docx(raw, path), path)


def _is_foreign(content: bytes, path: str, known: Taken | None, files: Files) -> bool:
    """Tell whether what is in use is neither what the file grew out of nor what it says.

    A Word file met for the first time is taken: it can only be there because somebody wrote it for this.
    """
    now = files.get(_target(path))
    if now == content:
        return False
    if known is None or known.target != _target(path):
        return now is not None and not path.endswith(WORD)
    return _hash(now) != known.hash


def _moved(known: Taken | None, target: str, files: Files) -> dict[str, bytes | None]:
    """Return what must go because the file has another name now."""
    if known is None or known.target in ("", target) or known.path != known.target:
        return {}
    return {known.target: None} if _hash(files.get(known.target)) == known.hash else {}


def _with_taken(mirror: Mirror, left: Sequence[Proposal], made: Mapping[str, bytes | None]) -> Mirror:
    """Return the mirror as it is once these are published; `made` holds the files as they will be."""
    done, targets = {one.id for one in left}, {one.target for one in left}
    taken = {key: one for key, one in mirror.taken.items() if key not in done and one.target not in targets}
    taken |= {
        one.id: Taken(one.path, one.tag, one.target, _hash(made.get(one.target))) for one in left if one.tag != GONE
    }
    return replace(mirror, taken=taken, warned={key: tag for key, tag in mirror.warned.items() if key not in done})


def _hash(content: bytes | None) -> str:
    return hashlib.sha256(content).hexdigest() if content is not None else ""


def _listed(refusal: Refusal) -> str:
    return listed([str(problem) for problem in refusal.problems])
