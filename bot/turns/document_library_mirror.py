"""What the bot remembers of a document library: where everything lies, and what of it is in the knowledge.

Pure data in and out; must not know how the library is reached nor what a file may say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace

from bot.content.versions import SUFFIXES
from bot.domain.document_library import LibraryItem, LibraryLook

WORD = ".docx"
DEEPEST = 12
"""Folders inside folders; deeper is a loop or a mistake."""


@dataclass(frozen=True)
class Taken:
    """A file of the library whose content is in the knowledge."""

    path: str
    """Where it lay below the folder of the library."""
    tag: str
    target: str = ""
    """The knowledge file it became; the same as `path` except for Word files."""
    hash: str = ""
    """SHA-256 of the knowledge file as it then was; empty = nothing was taken, only told about."""


@dataclass(frozen=True)
class Mirror:
    """Everything remembered. `waiting` names what was refused, so that it is not read again until something changes."""

    cursor: str = field(default="", repr=False)
    items: Mapping[str, LibraryItem] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict)
    warned: Mapping[str, str] = field(default_factory=dict)
    """Files that did not grow out of what is in use, by id: the tag an editor was told about."""
    waiting: str = ""

    def after(self, look: LibraryLook) -> Mirror:
        """Return the mirror with what has changed."""
        items = {} if look.is_whole else dict(self.items)
        for one in look.items:
            items.pop(one.id, None)
            if one.kind != "gone":
                items[one.id] = one
        return replace(self, cursor=look.cursor, items=items)

    def files(self, folder: str) -> dict[str, tuple[str, LibraryItem]]:
        """Return path and item of every knowledge or Word file below the folder, by id."""
        top = "".join(f"{part}/" for part in folder.split("/") if part)
        found = ((one, self._path(one)) for one in self.items.values() if one.kind == "file")
        inside = ((one, path.removeprefix(top)) for one, path in found if path and path.startswith(top))
        return {one.id: (path, one) for one, path in inside if _is_knowledge(path)}

    def _path(self, item: LibraryItem) -> str:
        """Return where it lies below the root; empty when that is not known. A name cannot lead anywhere else."""
        parts: list[str] = []
        while item.kind != "root":
            parts.append(item.name.replace("/", "\\"))
            above = self.items.get(item.parent)
            if above is None or len(parts) > DEEPEST:
                return ""
            item = above
        return "/".join(reversed(parts))

    def to_text(self) -> str:
        """Return it as it is kept."""
        plain = {
            "cursor": self.cursor,
            "items": [[one.id, one.kind, one.name, one.parent, one.tag] for one in self.items.values()],
            "taken": {key: asdict(one) for key, one in self.taken.items()},
            "warned": dict(self.warned),
            "waiting": self.waiting,
        }
        return json.dumps(plain, ensure_ascii=False)

    @staticmethod
    def from_text(text: str | None) -> Mirror:
        """Read what was kept; nothing yet is an empty mirror."""
        if not text:
            return Mirror()
        plain = json.loads(text)
        return Mirror(
            cursor=plain["cursor"],
            items={one[0]: LibraryItem(*one) for one in plain["items"]},
            taken={key: Taken(**one) for key, one in plain["taken"].items()},
            warned=plain["warned"],
            waiting=plain["waiting"],
        )


@dataclass(frozen=True)
class Pending:
    """What differs between the library and what was taken from it."""

    saved: Mapping[str, tuple[str, LibraryItem]]
    """New, changed, moved or renamed files, by id."""
    gone: Mapping[str, Taken]
    """Taken files that are no longer there."""

    @property
    def name(self) -> str:
        """Return the same words for the same differences."""
        parts = [f"{key}={path}@{item.tag}" for key, (path, item) in sorted(self.saved.items())]
        return "|".join([*parts, *(f"-{key}" for key in sorted(self.gone))])

    def __bool__(self) -> bool:
        return bool(self.saved or self.gone)


def pending(mirror: Mirror, folder: str) -> Pending:
    """Return what is to be looked at."""
    files = mirror.files(folder)

    def is_new(key: str, path: str, item: LibraryItem) -> bool:
        known = mirror.taken.get(key)
        return known is None or (known.path, known.tag) != (path, item.tag)

    saved = {key: (path, item) for key, (path, item) in files.items() if is_new(key, path, item)}
    return Pending(saved, {key: one for key, one in mirror.taken.items() if key not in files})


def clashes(files: Mapping[str, tuple[str, LibraryItem]]) -> Iterator[str]:
    """Yield the ids of Word files that stand beside the same article as text, and of those articles."""
    paths = {path.casefold() for path, _ in files.values()}
    for key, (path, _) in files.items():
        stem, _, ending = path.casefold().rpartition(".")
        other = {"docx": "md", "md": "docx"}.get(ending)
        if other and f"{stem}.{other}" in paths:
            yield key


def _is_knowledge(path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    is_temporary = name.startswith(("~$", "."))
    return not is_temporary and name.casefold().endswith((*SUFFIXES, WORD))
