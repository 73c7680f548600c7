"""Looks through a channel for a marker, by Microsoft Graph with the RSC permission ChannelMessage.Read.Group."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from typing import Any

import aiohttp

from bot.domain.sending import CannotLook, SendError
from bot.teams.access_tokens import Tokens
from bot.teams.fetch import FetchFailed, fetch_json
from bot.teams.place_in_teams import quoted

PAGES = 20
PER_PAGE = 50
"""Together the last 1 000 posts with their replies: more than half an hour at the most a channel can take."""
SECONDS = 20.0


class ChannelReader:
    """Reads the messages of a channel. Only what carries a marker is kept, and of that only the id."""

    def __init__(self, session: aiohttp.ClientSession, graph_url: str, tokens: Tokens, scope: str) -> None:
        self._session = session
        self._graph_url = graph_url.rstrip("/")
        self._tokens = tokens
        self._scope = scope

    async def find(self, group_id: str, channel_id: str, marker: str) -> str | None:
        """Return the id of the message that carries the marker; None when it is not there. Raises CannotLook."""
        url: str | None = (
            f"{self._graph_url}/teams/{quoted(group_id)}/channels/{quoted(channel_id)}/messages"
            f"?$top={PER_PAGE}&$expand=replies"
        )
        for _ in range(PAGES):
            if url is None:
                break
            page = await self._page(url)
            if not isinstance(page.get("value"), list):
                raise CannotLook("graph:not_a_list")  # nobody knows what is there
            for message in _messages(page):
                if _carries(message, marker):
                    return str(message.get("id"))
            url = self._next(page)
        return None

    async def _page(self, url: str) -> dict[str, Any]:
        try:
            token = await self._tokens.get(self._scope)
            async with asyncio.timeout(SECONDS):
                return await fetch_json(self._session, url, headers={"Authorization": f"Bearer {token}"})
        except FetchFailed as error:
            if error.code == "401":
                self._tokens.forget(self._scope)
            raise CannotLook(f"graph:{error.code}") from None
        except TimeoutError:
            raise CannotLook("graph:timeout") from None
        except SendError as error:
            raise CannotLook(error.code, after=error.after) from None

    def _next(self, page: Mapping[str, Any]) -> str | None:
        """Return the next page's address, but only on the same server: the token goes with it."""
        url = page.get("@odata.nextLink")
        return url if isinstance(url, str) and url.startswith(f"{self._graph_url}/") else None


def _messages(page: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for post in page["value"]:
        if isinstance(post, dict):
            yield post
            replies = post.get("replies")
            yield from (reply for reply in (replies if isinstance(replies, list) else ()) if isinstance(reply, dict))


def _carries(message: Mapping[str, Any], marker: str) -> bool:
    """Tell whether a message of a bot's holds the marker: what a person has forwarded or copied is no card of ours, and
    can neither be changed nor emptied."""
    if message.get("deletedDateTime") or _is_a_persons(message):
        return False
    attachments = message.get("attachments")
    quoted_marker = json.dumps(marker)
    for attachment in attachments if isinstance(attachments, list) else ():
        content = attachment.get("content") if isinstance(attachment, dict) else None
        text = content if isinstance(content, str) else json.dumps(content)
        if quoted_marker in text:
            return True
    return False


def _is_a_persons(message: Mapping[str, Any]) -> bool:
    sender = message.get("from")
    return isinstance(sender, dict) and bool(sender.get("user"))
