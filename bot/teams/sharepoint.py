"""A SharePoint document library through Microsoft Graph: delta queries and whole downloads.

Delta is asked of the drive's root, because SharePoint supports it nowhere else, and says nothing about paths: items are
followed by id (learn.microsoft.com/graph/api/driveitem-delta). Must not know what the files are for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.domain.document_library import (
    FileGone,
    FileTooLarge,
    ItemKind,
    LibraryAway,
    LibraryClosed,
    LibraryError,
    LibraryFile,
    LibraryItem,
    LibraryLook,
)
from bot.domain.files import MAX_FILE
from bot.domain.turn import Person
from bot.teams.fetch import FetchFailed, read_at_most
from bot.teams.graph_client import GraphClient, GraphProblem
from bot.teams.place_in_teams import quoted
from bot.teams.quick_xor import quick_xor_hash

MAX_PAGES = 200
PER_PAGE = 100
DOWNLOAD_TRIES = 3
DOWNLOAD_SECONDS = 60.0
REDIRECTS = 2
DOWNLOAD_HOSTS = frozenset({".sharepoint.com"})
"""Where a download may lead: `.name` = any host below it over https; else a whole origin, such as `http://127.0.0.1:1`."""

_FACETS: Mapping[str, ItemKind | None] = {
    "deleted": "gone",
    "root": "root",
    "remoteItem": None,
    "folder": "folder",
    "file": "file",
}
"""What makes an item what it is, the strongest first; a remote item is a shortcut to another library."""


class SharePointLibrary:
    """One drive (document library)."""

    def __init__(self, graph: GraphClient, drive_id: str, hosts: frozenset[str] = DOWNLOAD_HOSTS) -> None:
        self._graph = graph
        self._drive = f"{graph.url}/drives/{quoted(drive_id)}"
        self._hosts = hosts

    async def look(self, cursor: str) -> LibraryLook:
        """Return what changed since the cursor; a cursor that has grown too old gives everything from scratch."""
        start = f"{self._drive}/root/delta?$top={PER_PAGE}"
        try:
            if cursor:
                try:
                    return await self._all_pages(cursor, is_whole=False)
                except GraphProblem as problem:
                    if problem.code != "410":
                        raise
                    start = problem.location if self._graph.is_own(problem.location) else start
            return await self._all_pages(start, is_whole=True)
        except GraphProblem as problem:
            raise _as_library_error(problem) from None

    async def _all_pages(self, url: str, *, is_whole: bool) -> LibraryLook:
        items: dict[str, LibraryItem] = {}
        cursor = ""
        async for page in self._graph.pages(url, MAX_PAGES):
            found = page.get("value")
            for one in found if isinstance(found, list) else ():
                if (item := _item(one)) is not None:
                    items[item.id] = item  # the last word counts
            cursor = str(page.get("@odata.deltaLink") or "")
        if not self._graph.is_own(cursor):
            raise GraphProblem("no_delta_link")
        return LibraryLook(tuple(items.values()), cursor, is_whole)

    async def read(self, item_id: str) -> LibraryFile:
        """Return the file as it is now. What does not fit its announced size or hash is fetched again."""
        url = f"{self._drive}/items/{quoted(item_id)}"
        for attempt in range(DOWNLOAD_TRIES):
            try:
                about = await self._graph.get(url)
                raw = await self._download(about, f"{url}/content")
            except GraphProblem as problem:
                raise _as_library_error(problem, of_file=True) from None
            except (TimeoutError, aiohttp.ClientError, OSError):
                raw = None
            if raw is not None and _is_whole(raw, about, is_last=attempt == DOWNLOAD_TRIES - 1):
                return LibraryFile(raw, _saved_by(about))
            await self._graph.sleep(1.0 + attempt)
        raise LibraryAway("partial_download")

    async def _download(self, about: Mapping[str, Any], content_url: str) -> bytes | None:
        """Return the bytes, or None when they did not come. The token is never sent to where the download leads."""
        size = about.get("size")
        if isinstance(size, int) and size > MAX_FILE:
            raise FileTooLarge("too_large")
        url = about.get("@microsoft.graph.downloadUrl")
        headers: Mapping[str, str] = {} if isinstance(url, str) else await self._graph.bearer()
        address = url if isinstance(url, str) else content_url
        async with asyncio.timeout(DOWNLOAD_SECONDS):
            for _ in range(REDIRECTS + 1):
                if not (headers or self._may_lead_to(address)):
                    raise LibraryClosed("download_host")
                async with self._graph.session.get(address, headers=headers, allow_redirects=False) as response:
                    if response.status == 200:
                        return await _bounded(response)
                    if response.status not in (301, 302, 303, 307, 308):
                        return None
                    address, headers = response.headers.get("Location", ""), {}
        return None

    def _may_lead_to(self, url: str) -> bool:
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" in self._hosts:
            return True
        is_plain = parts.scheme == "https" and parts.netloc == parts.hostname
        return is_plain and any(host.startswith(".") and parts.netloc.endswith(host) for host in self._hosts)


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    try:
        return await read_at_most(response, MAX_FILE)
    except FetchFailed:
        raise FileTooLarge("too_large") from None


def _as_library_error(problem: GraphProblem, *, of_file: bool = False) -> LibraryError:
    if problem.code == "404" and of_file:
        return FileGone("404")
    kind = LibraryAway if problem.may_pass else LibraryClosed
    return kind(problem.code, after=problem.after)


def _item(data: object) -> LibraryItem | None:
    """Return the item; shortcuts to other libraries, notebooks and the like are left out."""
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        return None
    kind = next((kind for facet, kind in _FACETS.items() if facet in data), None)
    if kind is None:
        return None
    if kind in ("gone", "root"):
        return LibraryItem(data["id"], kind)
    above = data.get("parentReference")
    parent = str(above.get("id", "")) if isinstance(above, dict) else ""
    tag = str(data.get("eTag") or f"{_hash(data)}|{data.get('size')}") if kind == "file" else ""
    return LibraryItem(data["id"], kind, str(data.get("name") or ""), parent, tag)


def _hash(about: Mapping[str, Any]) -> str:
    file = about.get("file")
    hashes = file.get("hashes") if isinstance(file, dict) else None
    return str(hashes.get("quickXorHash") or "") if isinstance(hashes, dict) else ""


def _is_whole(raw: bytes, about: Mapping[str, Any], *, is_last: bool) -> bool:
    """Tell whether what came is what was announced.

    SharePoint rewrites Office files a while after they are saved, so that their figures may be old: the last try lets
    them through, because a Word file that is cut off cannot be opened and is refused at the door.
    """
    announced, size = _hash(about), about.get("size")
    fits = quick_xor_hash(raw) == announced if announced else not isinstance(size, int) or len(raw) == size
    return fits or (is_last and str(about.get("name", "")).casefold().endswith(".docx"))


def _saved_by(about: Mapping[str, Any]) -> Person | None:
    saved = about.get("lastModifiedBy")
    user = saved.get("user") if isinstance(saved, dict) else None
    if not isinstance(user, dict) or not isinstance(user.get("id"), str):
        return None
    return Person(user["id"], str(user.get("displayName") or ""))
