"""Fetches files outside the commit. A failure is something to tell, never something to stop at."""

from __future__ import annotations

from bot.domain.files import Carried, FetchFile, FileError, FileRoom


async def carry(command: FetchFile, files: FileRoom | None) -> Carried:
    """Return the file, or the text key of what went wrong."""
    if files is None:
        return Carried(command.name, problem=FileError.text_key)
    try:
        return Carried(command.name, await files.fetch(command))
    except FileError as error:
        return Carried(command.name, problem=error.text_key)
