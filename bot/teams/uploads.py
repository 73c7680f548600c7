"""Puts a file a person has accepted into their own OneDrive, and shows it in the chat. Must not know what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.domain.event_log import EventLog
from bot.domain.reply import File, Line
from bot.domain.sending import SendError
from bot.domain.turn import Place
from bot.teams.file_cards import Upload, kept
from bot.teams.file_room import is_file_place
from bot.teams.messenger import TeamsMessenger
from bot.teams.sentences import Sentences
from bot.teams.teams_settings import TeamsSettings

SECONDS = 30.0

log = EventLog(__name__)


class Uploads:
    """Carries accepted files."""

    def __init__(
        self, session: aiohttp.ClientSession, settings: TeamsSettings, messenger: TeamsMessenger, words: Sentences
    ) -> None:
        self._session = session
        self._settings = settings
        self._messenger = messenger
        self._words = words

    async def keep(self, place: Place, card_id: str | None, file: File, upload: Upload | None) -> None:
        """Upload the file and show it in the place of the question; say so when it does not succeed."""
        done = (
            upload is not None
            and is_file_place(upload.url, self._settings)
            and await self._put(upload.url, file.content)
        )
        try:
            if done and upload is not None and card_id:
                await self._messenger.update_written(place, card_id, kept(upload))
            else:
                await self._messenger.send(place, Line(self._words("teams.file_kept" if done else "teams.file_failed")))
        except SendError as error:
            log.warning("file_not_shown", code=error.code)

    async def declined(self, place: Place, card_id: str | None) -> None:
        """Put a word in the place of the question."""
        if card_id is None:
            return
        try:
            await self._messenger.update(place, card_id, Line(self._words("teams.file_declined")))
        except SendError as error:
            log.info("file_question_stays", code=error.code)

    async def _put(self, url: str, content: bytes) -> bool:
        headers: Mapping[str, Any] = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}",
        }
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with self._session.put(
                url, data=content, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                log.info("file_uploaded", status=answer.status)
                return 200 <= answer.status < 300
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            log.warning("file_not_uploaded", error=type(error).__name__)
            return False
