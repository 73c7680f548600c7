"""A document library outside the bot where editors keep knowledge files. Must not know whose library it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.domain.turn import Person

ItemKind = Literal["root", "folder", "file", "gone"]


@dataclass(frozen=True)
class LibraryItem:
    """One folder or file as the library last described it. Followed by `id`: names and places change."""

    id: str
    kind: ItemKind
    name: str = ""
    parent: str = ""
    """Id of the folder it lies in."""
    tag: str = ""
    """Changes with every save; compared, never understood."""


@dataclass(frozen=True)
class LibraryLook:
    """What has changed since a cursor."""

    items: tuple[LibraryItem, ...]
    """The last word about each item, in no particular order; a renamed folder comes without what lies in it."""
    cursor: str = field(repr=False)
    """Where to go on the next time; opaque."""
    is_whole: bool = False
    """Everything there is, from scratch: what is not among the items does not exist."""


@dataclass(frozen=True)
class LibraryFile:
    """A whole file: what was announced and what came are the same."""

    raw: bytes = field(repr=False)
    by: Person | None = None
    """Who saved it last; None when the library does not tell."""


class LibraryError(Exception):
    """The library did not give what was asked for. `code` is a status or a fixed word, safe to log."""

    def __init__(self, code: str, *, after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.after = after
        """Seconds the library asked us to stay away; None when it did not say."""


class LibraryAway(LibraryError):
    """Try again later; nothing is wrong with the files."""


class LibraryClosed(LibraryError):
    """It will not work until somebody changes a permission or a setting: tell the administrators."""


class FileGone(LibraryError):
    """The file is no longer there; the next look says so too."""


class FileTooLarge(LibraryError):
    """The file is larger than any knowledge file may be."""


class DocumentLibrary(Protocol):
    """The library, read-only."""

    async def look(self, cursor: str) -> LibraryLook:
        """Return what changed since the cursor (empty = everything). Raises LibraryAway and LibraryClosed."""

    async def read(self, item_id: str) -> LibraryFile:
        """Return the file as it is now, whole. Raises LibraryError."""
