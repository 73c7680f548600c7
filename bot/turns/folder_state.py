"""What is remembered about the program's own knowledge folder between versions of the program, and who is told when a
new one does not fit. Must not decide which file stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from bot.content.problem import Problem
from bot.content.versions import Files, manifest_of, version_of
from bot.content.versions_diff import Difference, differences
from bot.content.versions_merge import merged
from bot.content.versions_upgrade import Fitted
from bot.domain.ports import Clock, Store, UnitOfWork
from bot.domain.published import Edition, EditionDamaged, Way
from bot.usecases.tell_editors import tell_editors

FOLDER: Way = "mappe"
"""Name under which the state of the knowledge folder is remembered; `mappe:<path>` holds the old text of one file."""
KEPT_SEEN = 50
SHOWN = 8
LOOKED_BACK = 50
"""Editions that are looked through for the old text of a file both have changed."""


@dataclass(frozen=True)
class FolderState:
    """The folder as it was when it was last taken in."""

    seen: tuple[str, ...] = ()
    """Versions of the folder that have been taken in: a replica of an older program must not undo a newer one."""
    manifest: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)
    """Hash of the text editors began from, where it is older than the folder."""

    @classmethod
    def from_text(cls, text: str | None) -> FolderState:
        """Read what was remembered; nothing is an empty state."""
        kept = json.loads(text or "{}")
        return cls(tuple(kept.get("seen", ())), kept.get("manifest", {}), kept.get("bases", {}))

    @classmethod
    def of(cls, files: Files, version: str) -> FolderState:
        """Return the state of a folder that is taken in whole."""
        return cls((version,), manifest_of(files))

    def to_text(self) -> str:
        """Write it down."""
        return json.dumps({"seen": self.seen, "manifest": dict(self.manifest), "bases": dict(self.bases)})

    def base_of(self, path: str) -> str | None:
        """Return the hash of the text that both the editors and the folder have changed since."""
        return self.bases.get(path, self.manifest.get(path))

    def after(self, folder: Files, fitted: Fitted) -> FolderState:
        """Return the state once the folder is taken in. What was left out is asked for again by the next version."""
        manifest = manifest_of(folder)
        for path in fitted.left_out:
            manifest.pop(path, None)
            if path in self.manifest:
                manifest[path] = self.manifest[path]
        bases = {path: base for path in fitted.kept if (base := self.base_of(path))}
        seen = tuple(dict.fromkeys([*self.seen, version_of(folder)]))[-KEPT_SEEN:]
        return FolderState(seen, manifest, bases)


async def old_texts(state: FolderState, folder: Files, published: Files, uow: UnitOfWork) -> dict[str, bytes]:
    """Return the text that the editors' and the folder's version of a file have in common, where it is still known."""
    _, both = merged(state.manifest, folder, published)
    wanted = {path: digest for path in both if (digest := state.base_of(path))}
    found: dict[str, bytes] = {}
    for path, digest in wanted.items():
        text = await uow.remembered.of(f"{FOLDER}:{path}")
        if text is not None and hashlib.sha256(text.encode()).hexdigest() == digest:
            found[path] = text.encode()
    if wanted.keys() - found.keys():
        for edition in await _looked_through(uow):
            here = {path: one for path, one in wanted.items() if path not in found and edition.files.get(path) == one}
            with suppress(EditionDamaged):  # then the text is not known any more
                found |= await uow.editions.contents(replace(edition, files=here))
    return found


async def _looked_through(uow: UnitOfWork) -> Sequence[Edition]:
    """Return the newest editions and the first one, without those that are damaged."""
    newest = await uow.editions.newest(LOOKED_BACK)
    try:
        return (*newest, await uow.editions.edition(1))
    except EditionDamaged:
        return newest


def notes_of(state: FolderState, folder: Files, fitted: Fitted, bases: Files) -> tuple[tuple[str, str], ...]:
    """Return what to remember: the state, and the old texts of the files that are partly the editors'."""
    texts = {path: folder[path] for path in fitted.joined} | {
        path: bases[path] for path in fitted.kept if path in bases
    }
    return ((FOLDER, state.to_text()), *((f"{FOLDER}:{path}", text.decode()) for path, text in texts.items()))


async def tell_what_stands(
    fitted: Fitted, folder: Files, before: int, edition: Edition | None, store: Store, clock: Clock
) -> None:
    """Tell editors and administrators what of a new folder is not in use, and what of theirs is not. Each told once."""
    version = version_of(folder)
    number = str(edition.number if edition else before)
    told: list[tuple[str, Sequence[object]]] = []
    if fitted.checked.errors:
        told.append(("library.folder_not_taken", fitted.problems))
    else:
        theirs = {path: fitted.checked.files[path] for path in fitted.kept if path in fitted.checked.files}
        new = {path: folder[path] for path in theirs if path in folder}
        told.append(("library.folder_kept", _told(differences(theirs, new))))
        told.append(("library.folder_set_aside", fitted.set_aside))
        told.append(("library.folder_left_out", _of(fitted.left_out, fitted.problems)))
    async with store.unit_of_work() as uow:
        for key, found in told:
            if found:
                about = f"{key}:{version}"
                lines = listed([str(one) for one in found])
                await tell_editors(key, about, uow, clock.now(), number=number, before=str(before), lines=lines)
        await uow.commit()


def _told(found: Sequence[Difference]) -> list[Difference]:
    return [one for one in found if not one.file.startswith("guides/archive/")]


def _of(paths: Sequence[str], problems: Sequence[Problem]) -> list[object]:
    return [next((one for one in problems if one.file == path), path) for path in paths]


def listed(lines: Sequence[str]) -> str:
    """Return the first of the lines as points, and how many there are more."""
    more = [f"… (+{len(lines) - SHOWN})"] if len(lines) > SHOWN else []
    return "\n".join(f"- {line}" for line in [*lines[:SHOWN], *more])
