"""Files in the terminal chat: `last opp <path>` reads from this machine."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.domain.files import MAX_FILE, FetchFile, FileError, FileTooLarge


class TerminalFiles:
    """The file room of the terminal."""

    async def fetch(self, file: FetchFile) -> bytes:
        """Return the file on this machine; raises FileError."""
        return await asyncio.to_thread(self._read, file.link)

    def _read(self, link: str) -> bytes:
        path = Path(link).expanduser()
        try:
            if path.stat().st_size > MAX_FILE:
                raise FileTooLarge
            return path.read_bytes()
        except OSError:
            raise FileError from None
