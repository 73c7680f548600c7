"""Fetches files of a 1:1 chat from where Teams keeps them: the person's own OneDrive, and nowhere else.

Source: learn.microsoft.com, "Send and receive files through a bot". Must not know what is in a file.
"""

from __future__ import annotations

import aiohttp

from bot.domain.event_log import EventLog
from bot.domain.files import MAX_FILE, FetchFile, FileError, FilePlaceUnsafe, FileTooLarge
from bot.teams.fetch import FetchFailed, read_at_most
from bot.teams.teams_settings import TeamsSettings
from bot.teams.web_address import is_playground, read_address

SECONDS = aiohttp.ClientTimeout(total=30)
LONGEST_ADDRESS = 4000

log = EventLog(__name__)


class TeamsFileRoom:
    """The addresses Teams gives carry their own right to read once; no token of ours is ever sent there."""

    def __init__(self, session: aiohttp.ClientSession, settings: TeamsSettings) -> None:
        self._session = session
        self._settings = settings

    async def fetch(self, file: FetchFile) -> bytes:
        """Return the file; raises FileError. Never follows a redirect, never reads more than a document may hold."""
        link = self._safe(file.link)
        try:
            async with self._session.get(link, allow_redirects=False, timeout=SECONDS) as response:
                if response.status != 200:
                    raise FetchFailed(str(response.status))
                if (response.content_length or 0) > MAX_FILE:
                    raise FileTooLarge
                return await read_at_most(response, MAX_FILE)
        except FetchFailed as error:
            log.warning("file_not_fetched", code=error.code)
            raise (FileTooLarge if error.code == "too_large" else FileError) from None
        except (aiohttp.ClientError, OSError) as error:
            log.warning("file_not_fetched", code=type(error).__name__)
            raise FileError from None

    def _safe(self, link: str) -> str:
        if not is_file_place(link, self._settings):
            raise FilePlaceUnsafe
        return link


def is_file_place(link: str, settings: TeamsSettings) -> bool:
    """Tell whether an address lies where Teams keeps files of this kind of installation."""
    address = read_address(link, LONGEST_ADDRESS)
    if address is None:
        return False
    if settings.development:
        return is_playground(address, settings)
    return address.is_on_the_web and any(address.host.endswith(f".{one}") for one in settings.file_hosts)
