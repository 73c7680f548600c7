"""A file an editor sends: what is fetched, and what may go wrong. Must not know how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bot.domain.commands import Command
from bot.domain.errors import DomainError
from bot.domain.turn import Person

MAX_FILE = 4 * 1024 * 1024
"""Bytes of a file that is looked at: a Word document; knowledge files have a smaller limit of their own."""


class FileError(DomainError):
    """The file could not be fetched. Nothing is changed; tell the editor what to do instead."""

    text_key = "editors.file_failed"


class FileTooLarge(FileError):
    """The file is larger than any document of ours."""

    text_key = "editors.file_too_large"


class FilePlaceUnsafe(FileError):
    """The file does not lie where Teams keeps files."""

    text_key = "editors.file_unsafe"


@dataclass(frozen=True)
class FetchFile(Command):
    """Fetch what an editor has sent. Slow, so it is done before the commit: the step is then taken again."""

    by: Person
    name: str
    link: str = field(repr=False)


@dataclass(frozen=True)
class Carried:
    """What came of fetching."""

    name: str
    content: bytes = field(default=b"", repr=False)
    problem: str = ""
    """Text key of what went wrong."""


class FileRoom(Protocol):
    """Where files of a chat are kept."""

    async def fetch(self, file: FetchFile) -> bytes:
        """Return the file; raises FileError."""
