"""A fake Microsoft Graph over real HTTP: one drive with delta queries and downloads, groups, and
members of channels. Faults on demand.

It behaves as the documentation says SharePoint does: deltas name no paths, a renamed folder comes without what lies in
it, deleted items have no name, downloads lead to another host without the token, and an old cursor gives 410.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.teams.quick_xor import quick_xor_hash

DRIVE = "b!drive-of-the-knowledge"
ROOT = "item-root"
EDITOR = ("00000000-0000-4000-8000-00000000000a", "Rita Prøve")


@dataclass
class FakeItem:
    id: str
    name: str
    parent: str
    content: bytes | None
    """None = a folder."""
    etag: int
    by: tuple[str, str] | None
    is_deleted: bool = False


@dataclass(frozen=True)
class GraphFault:
    """One thing that goes wrong with one request."""

    status: int = 503
    retry_after: str | None = None
    path: str = ""
    """Only where the path contains this."""
    location: str = ""
    body: bytes = b'{"error": {"code": "told by the fake"}}'
    resets: bool = False
    waits: float = 0.0
    """Seconds before the answer."""


class FakeGraph:
    """Graph on loopback; `url` is its address, `origin` where downloads come from."""

    def __init__(self) -> None:
        self.items: dict[str, FakeItem] = {ROOT: FakeItem(ROOT, "root", "", None, 1, None)}
        self.changes: list[str] = [ROOT]
        """Ids in the order they changed; a cursor is a place in this list."""
        self.oldest_cursor = 0
        self.page_size = 3
        self.groups: dict[str, list[str]] = {}
        self.groups_status = 200
        self.channels: dict[tuple[str, str], list[dict[str, Any]]] = {}
        """Members by group and channel, as Graph shows them: userId, roles, tenantId."""
        self.private: set[str] = set()
        """Channels whose members the permission granted per team does not reach."""
        self.faults: list[GraphFault] = []
        self.cut_downloads = 0
        """So many downloads end too early."""
        self.damaged_downloads = 0
        """So many downloads have the right length and wrong bytes."""
        self.refused_tokens: set[str] = set()
        self.gives_download_url = True
        self.redirects_to = ""
        self.tells_size: int | None = None
        self.calls: list[tuple[str, str]] = []
        """Path with query, and the Authorization header, of every request."""
        self._numbers = itertools.count(1)
        app = web.Application()
        app.router.add_get("/v1.0/drives/{drive}/root/delta", self._guarded(self._delta))
        app.router.add_get("/v1.0/drives/{drive}/items/{item}", self._guarded(self._about))
        app.router.add_get("/v1.0/drives/{drive}/items/{item}/content", self._guarded(self._content))
        app.router.add_get("/v1.0/groups/{group}/transitiveMembers", self._guarded(self._members))
        app.router.add_get("/v1.0/teams/{group}/channels/{channel}/members", self._guarded(self._in_channel))
        app.router.add_get("/download/{item}", self._guarded(self._download))
        self.server = TestServer(app)

    async def __aenter__(self) -> FakeGraph:
        await self.server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.server.close()

    @property
    def origin(self) -> str:
        return str(self.server.make_url("")).rstrip("/")

    @property
    def url(self) -> str:
        return f"{self.origin}/v1.0"

    def put(self, path: str, content: bytes, by: tuple[str, str] | None = EDITOR) -> str:
        """Save a file, as an editor does; return its id."""
        *folders, name = path.split("/")
        parent = ROOT
        for folder in folders:
            parent = self._child(parent, folder) or self._add(folder, parent, None, by)
        known = self._child(parent, name)
        if known is None:
            return self._add(name, parent, content, by)
        item = self.items[known]
        item.content, item.by = content, by
        return self._touch(item)

    def id_of(self, path: str) -> str:
        """Return the id of what lies there."""
        found: str | None = ROOT
        for part in path.split("/"):
            found = self._child(found or "", part)
        assert found is not None, path
        return found

    def rename(self, path: str, name: str) -> None:
        item = self.items[self.id_of(path)]
        item.name = name
        self._touch(item)

    def move(self, path: str, folder: str) -> None:
        item = self.items[self.id_of(path)]
        item.parent = self.id_of(folder)
        self._touch(item)

    def delete(self, path: str) -> None:
        """Delete a file, or a folder with all that lies in it."""
        item = self.items[self.id_of(path)]
        for below in [one for one in self.items.values() if one.parent == item.id and not one.is_deleted]:
            below.is_deleted = True
            self._touch(below)
        item.is_deleted = True
        self._touch(item)

    def forget_cursors(self) -> None:
        """Let every cursor given so far be too old."""
        self.oldest_cursor = len(self.changes)

    def _child(self, parent: str, name: str) -> str | None:
        found = (one for one in self.items.values() if one.parent == parent and one.name == name)
        return next((one.id for one in found if not one.is_deleted), None)

    def _add(self, name: str, parent: str, content: bytes | None, by: tuple[str, str] | None) -> str:
        item = FakeItem(f"item-{next(self._numbers)}", name, parent, content, 0, by)
        self.items[item.id] = item
        return self._touch(item)

    def _touch(self, item: FakeItem) -> str:
        item.etag += 1
        self.changes.append(item.id)
        return item.id

    def _guarded(self, handle: Any) -> Any:
        async def guarded(request: web.Request) -> web.StreamResponse:
            token = request.headers.get("Authorization", "")
            self.calls.append((str(request.rel_url), token))
            fault = next((one for one in self.faults if one.path in request.path), None)
            if fault is not None:
                self.faults.remove(fault)
                await asyncio.sleep(fault.waits)
                return _faulty(request, fault)
            is_download = request.path.startswith("/download/")
            if not is_download and (not token.startswith("Bearer ") or token[7:] in self.refused_tokens):
                return web.json_response({"error": {"code": "InvalidAuthenticationToken"}}, status=401)
            if is_download and token:
                return web.json_response({"error": {"code": "the token leaked"}}, status=400)
            if not is_download and request.match_info.get("drive", DRIVE) != DRIVE:
                return web.json_response({"error": {"code": "itemNotFound"}}, status=404)
            return await handle(request)

        return guarded

    async def _delta(self, request: web.Request) -> web.Response:
        base = f"{self.url}/drives/{DRIVE}/root/delta"
        token = request.query.get("token", "")
        since, _, offset = token.partition(".")
        is_full = since in ("", "full")
        start = 0 if is_full else int(since)
        if not is_full and start < self.oldest_cursor:
            return web.json_response(
                {"error": {"code": "resyncChangesApplyDifferences"}},
                status=410,
                headers={"Location": f"{base}?fresh=1"},
            )
        wanted = list(dict.fromkeys(reversed(self.changes[start:])))
        ids = [one for one in wanted if not is_full or not self.items[one].is_deleted]
        at = int(offset or 0)
        page: dict[str, Any] = {"value": list(self._described(ids[at : at + self.page_size]))}
        if at + self.page_size < len(ids):
            page["@odata.nextLink"] = f"{base}?token={since or 'full'}.{at + self.page_size}"
        else:
            page["@odata.deltaLink"] = f"{base}?token={len(self.changes)}"
        return web.json_response(page)

    def _described(self, ids: list[str]) -> Iterator[dict[str, Any]]:
        for one in ids:
            item = self.items[one]
            if item.id == ROOT:
                yield {"id": ROOT, "name": "root", "root": {}, "folder": {}}
            elif item.is_deleted:
                yield {"id": item.id, "deleted": {"state": "deleted"}, "parentReference": {"id": item.parent}}
            else:
                yield {
                    name: value
                    for name, value in self._whole(item).items()
                    if name not in ("lastModifiedBy", "@microsoft.graph.downloadUrl")
                }

    def _whole(self, item: FakeItem) -> dict[str, Any]:
        about: dict[str, Any] = {
            "id": item.id,
            "name": item.name,
            "eTag": f'"{{{item.id}}},{item.etag}"',
            "parentReference": {"driveId": DRIVE, "id": item.parent},
        }
        if item.by is not None:
            about["lastModifiedBy"] = {"user": {"id": item.by[0], "displayName": item.by[1]}}
        if item.content is None:
            return {**about, "folder": {"childCount": 1}}
        about["size"] = len(item.content) if self.tells_size is None else self.tells_size
        about["file"] = {"hashes": {"quickXorHash": quick_xor_hash(item.content)}}
        if self.gives_download_url:
            about["@microsoft.graph.downloadUrl"] = self._download_url(item)
        return about

    def _download_url(self, item: FakeItem) -> str:
        return self.redirects_to or f"{self.origin}/download/{item.id}?tempauth=opaque"

    async def _about(self, request: web.Request) -> web.Response:
        item = self.items.get(request.match_info["item"])
        if item is None or item.is_deleted:
            return web.json_response({"error": {"code": "itemNotFound"}}, status=404)
        return web.json_response(self._whole(item))

    async def _content(self, request: web.Request) -> web.Response:
        item = self.items[request.match_info["item"]]
        return web.Response(status=302, headers={"Location": self._download_url(item)})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        item = self.items[request.match_info["item"]]
        content = item.content or b""
        if self.cut_downloads > 0:
            self.cut_downloads -= 1
            response = web.StreamResponse(headers={"Content-Length": str(len(content))})
            await response.prepare(request)
            await response.write(content[: len(content) // 2])
            assert request.transport is not None
            request.transport.abort()
            return response
        if self.damaged_downloads > 0:
            self.damaged_downloads -= 1
            content = b"x" * len(content)
        return web.Response(body=content)

    async def _members(self, request: web.Request) -> web.Response:
        group = request.match_info["group"]
        if self.groups_status != 200 or group not in self.groups:
            return web.json_response(
                {"error": {"code": "told"}}, status=self.groups_status if group in self.groups else 404
            )
        start = int(request.query.get("$skiptoken", "0"))
        shown = self.groups[group][start : start + self.page_size]
        page: dict[str, Any] = {"value": [{"@odata.type": "#microsoft.graph.user", "id": one} for one in shown]}
        if start + self.page_size < len(self.groups[group]):
            page["@odata.nextLink"] = f"{self.url}/groups/{group}/transitiveMembers?$skiptoken={start + self.page_size}"
        return web.json_response(page)

    async def _in_channel(self, request: web.Request) -> web.Response:
        key = (request.match_info["group"], request.match_info["channel"])
        if key[1] in self.private:
            return web.json_response({"error": {"code": "Forbidden"}}, status=403)
        if key not in self.channels:
            return web.json_response({"error": {"code": "NotFound"}}, status=404)
        start = int(request.query.get("$skiptoken", "0"))
        page: dict[str, Any] = {"value": self.channels[key][start : start + self.page_size]}
        if start + self.page_size < len(self.channels[key]):
            base = f"{self.url}{request.path.removeprefix('/v1.0')}"
            page["@odata.nextLink"] = f"{base}?$skiptoken={start + self.page_size}"
        return web.json_response(page)


def _faulty(request: web.Request, fault: GraphFault) -> web.StreamResponse:
    if fault.resets:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    headers = {"Retry-After": fault.retry_after} if fault.retry_after is not None else {}
    if fault.location:
        headers["Location"] = fault.location
    return web.Response(status=fault.status, body=fault.body, headers=headers, content_type="application/json")


@dataclass
class FakeTokens:
    """Tokens numbered 1, 2, 3 …; a new one after each that was forgotten."""

    number: int = 1
    problem: Exception | None = None
    forgotten: list[str] = field(default_factory=list)

    async def get(self, scope: str) -> str | None:
        if self.problem is not None:
            raise self.problem
        return f"token-{self.number}"

    def forget(self, scope: str) -> None:
        self.forgotten.append(scope)
        self.number += 1

    def why_not(self, _scope: str) -> str:
        return ""
