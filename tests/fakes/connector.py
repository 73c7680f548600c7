"""A fake Bot Connector (and the Graph listing of its channels) over real HTTP, with Microsoft's whole status table.

It keeps what lands, so that a test can ask what people would see, and answers with any fault on demand.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

CHANNEL_ROOT = ";messageid="
SIZE_LIMIT = 100 * 1024
"""Bytes of UTF-16, as Teams counts."""


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong with one request."""

    status: int = 500
    code: str = ""
    sub_code: str = ""
    retry_after: str | None = None
    lands: bool = False
    """The message is stored although the answer says otherwise."""
    waits: float = 0.0
    """Seconds before the answer."""
    resets: bool = False
    """Cut the connection instead of answering."""
    body: bytes | None = None
    """Answer with this instead of JSON."""
    content_type: str = "application/json"
    redirect_to: str = ""


TABLE: Mapping[str, Fault] = {
    "400 BadSyntax": Fault(400, "BadSyntax"),
    "401 BotNotRegistered": Fault(401, "BotNotRegistered"),
    "403 BotDisabledByAdmin": Fault(403, "Forbidden", "BotDisabledByAdmin"),
    "403 BotNotInConversationRoster": Fault(403, "BotNotInConversationRoster"),
    "403 ConversationBlockedByUser": Fault(403, "ConversationBlockedByUser"),
    "403 InvalidBotApiHost": Fault(403, "InvalidBotApiHost"),
    "403 NotEnoughPermissions": Fault(403, "NotEnoughPermissions"),
    "403 MessageWritesBlocked": Fault(403, "Forbidden", "MessageWritesBlocked"),
    "404 ConversationNotFound": Fault(404, "ConversationNotFound"),
    "404 ActivityNotFoundInConversation": Fault(404, "ActivityNotFoundInConversation"),
    "412 PreconditionFailed": Fault(412, "PreconditionFailed"),
    "413 MessageSizeTooBig": Fault(413, "MessageSizeTooBig"),
    "429 seconds": Fault(429, "TooManyRequests", retry_after="2"),
    "429 absent": Fault(429, "TooManyRequests"),
    "429 garbage": Fault(429, "TooManyRequests", retry_after="soon; please"),
    "500 InternalServerError": Fault(500, "ServiceError"),
    "502 landed": Fault(502, "BadGateway", lands=True),
    "502 lost": Fault(502, "BadGateway"),
    "503 ServiceUnavailable": Fault(503, "ServiceUnavailable"),
    "504 landed": Fault(504, "GatewayTimeout", lands=True),
    "504 lost": Fault(504, "GatewayTimeout"),
}
"""Microsoft's status table for bot messages, as answers."""


@dataclass
class Kept:
    """One message as it stands in a conversation."""

    id: str
    conversation: str
    """The chat, or the channel without the thread."""
    thread: str | None
    activity: dict[str, Any]
    updates: int = 0
    deleted: bool = False
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    forwarded_by: str = ""
    """Who copied it there, where it is no message of the bot's."""

    @property
    def card(self) -> dict[str, Any] | None:
        """The Adaptive Card in the message."""
        attachments = self.activity.get("attachments") or []
        return attachments[0].get("content") if attachments else None

    @property
    def text(self) -> str:
        """All words of the message, as JSON, to search in."""
        return json.dumps(self.activity, ensure_ascii=False)


@dataclass(frozen=True)
class Call:
    """One request that came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any


class FakeConnector:
    """Bot Connector and Graph on loopback. `faults` are used first, then `chance` decides."""

    def __init__(self, *, port: int | None = None) -> None:
        self.messages: dict[str, Kept] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault | None] = []
        self.chance: Callable[[web.Request], Fault | None] = lambda request: None
        self.people: list[dict[str, Any]] = []
        self.groups: dict[str, str] = {}
        """Entra group of each team, for /v3/teams/{id}."""
        self.graph_status = 200
        self.graph_body: dict[str, Any] | None = None
        """What is listed instead of the messages of a channel."""
        self.page_size = 50
        self.port = 0
        self._next_id = 1_700_000_100_000
        self._threads: defaultdict[tuple[str, str | None], list[Kept]] = defaultdict(list)
        self._personal: dict[str, str] = {}
        app = web.Application(client_max_size=2 * 1024 * 1024)
        app.router.add_post("/v3/conversations", self._guarded(self._create))
        app.router.add_post("/v3/conversations/{conversation}/activities", self._guarded(self._send))
        app.router.add_put("/v3/conversations/{conversation}/activities/{activity}", self._guarded(self._update))
        app.router.add_delete("/v3/conversations/{conversation}/activities/{activity}", self._guarded(self._delete))
        app.router.add_get("/v3/conversations/{conversation}/pagedmembers", self._guarded(self._members))
        app.router.add_get("/v3/teams/{team}", self._guarded(self._team))
        app.router.add_get("/graph/teams/{group}/channels/{channel}/messages", self._graph)
        self.server = TestServer(app, port=port)

    async def __aenter__(self) -> FakeConnector:
        await self.server.start_server()
        assert self.server.port is not None
        self.port = self.server.port
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.server.close()

    @property
    def url(self) -> str:
        """The serviceUrl of this connector."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def graph_url(self) -> str:
        """Where Graph answers for the same messages."""
        return f"{self.url}graph"

    def visible(self, conversation: str | None = None, *, thread: str | None = None) -> list[Kept]:
        """What people see: of one chat or channel, or of one thread in it."""
        return [
            kept
            for kept in self.messages.values()
            if not kept.deleted
            and (conversation is None or kept.conversation == conversation)
            and (thread is None or kept.thread == thread)
        ]

    def plant(self, conversation: str, thread: str | None, activity: dict[str, Any]) -> Kept:
        """Put a message there as if it had landed."""
        self._next_id += 1
        kept = Kept(str(self._next_id), conversation, thread, activity)
        self.messages[kept.id] = kept
        self._threads[conversation, thread].append(kept)
        return kept

    def _guarded(self, handle: Callable[[web.Request, Any], Answer]) -> Callable[[web.Request], Any]:
        async def guarded(request: web.Request) -> web.StreamResponse:
            body = await _body(request)
            self.calls.append(Call(request.method, request.path, dict(request.headers), body))
            fault = self.faults.pop(0) if self.faults else self.chance(request)
            if fault is None:
                status, answer = handle(request, body)
                return web.json_response(answer, status=status) if answer is not None else web.Response(status=status)
            return await _faulty(request, fault, lambda: handle(request, body))

        return guarded

    def _create(self, request: web.Request, body: Any) -> tuple[int, Any]:
        if body.get("isGroup"):
            if _utf16(body["activity"]) > SIZE_LIMIT:
                return 413, {"error": {"code": "MessageSizeTooBig"}}
            channel = body["channelData"]["channel"]["id"]
            kept = self.plant(channel, None, body["activity"])
            return 201, {"id": f"{channel}{CHANNEL_ROOT}{kept.id}", "activityId": kept.id}
        member = body["members"][0]["id"]
        if member not in {person["id"] for person in self.people}:
            return 404, {"error": {"code": "ConversationNotFound"}}
        return 201, {"id": self._personal.setdefault(member, f"a:personal-{member}")}

    def _send(self, request: web.Request, body: Any) -> tuple[int, Any]:
        if _utf16(body) > SIZE_LIMIT:
            return 413, {"error": {"code": "MessageSizeTooBig"}}
        conversation, _, thread = request.match_info["conversation"].partition(CHANNEL_ROOT)
        kept = self.plant(conversation, thread or None, body)
        if body.get("text") and body.get("attachments"):
            return 202, None  # Teams splits text and card and gives no id
        return 201, {"id": kept.id}

    def _update(self, request: web.Request, body: Any) -> tuple[int, Any]:
        kept = self.messages.get(request.match_info["activity"])
        if kept is None or kept.deleted or not request.match_info["conversation"].startswith(kept.conversation):
            return 404, {"error": {"code": "ActivityNotFoundInConversation"}}
        kept.activity, kept.updates = body, kept.updates + 1
        return 200, {"id": kept.id}

    def _delete(self, request: web.Request, body: Any) -> tuple[int, Any]:
        kept = self.messages.get(request.match_info["activity"])
        if kept is None or kept.deleted:
            return 404, {"error": {"code": "ActivityNotFoundInConversation"}}
        kept.deleted = True
        return 200, None

    def _members(self, request: web.Request, body: Any) -> tuple[int, Any]:
        start = int(request.query.get("continuationToken", "0"))
        page: dict[str, Any] = {"members": self.people[start : start + self.page_size]}
        if start + self.page_size < len(self.people):
            page["continuationToken"] = str(start + self.page_size)
        return 200, page

    def _team(self, request: web.Request, body: Any) -> tuple[int, Any]:
        group = self.groups.get(request.match_info["team"])
        return (200, {"id": request.match_info["team"], "aadGroupId": group}) if group else (404, {"error": {}})

    async def _graph(self, request: web.Request) -> web.Response:
        self.calls.append(Call(request.method, request.path, dict(request.headers), None))
        if self.graph_status != 200:
            return web.json_response({"error": {"code": "Forbidden"}}, status=self.graph_status)
        if self.graph_body is not None:
            return web.json_response(self.graph_body)
        channel = request.match_info["channel"]
        roots = self._threads[channel, None][::-1]
        start, size = int(request.query.get("$skiptoken", "0")), int(request.query.get("$top", "20"))
        page: dict[str, Any] = {"value": [self._as_graph(kept, channel) for kept in roots[start : start + size]]}
        if start + size < len(roots):
            next_page = request.url.update_query({"$skiptoken": str(start + size)})
            page["@odata.nextLink"] = str(next_page)
        return web.json_response(page)

    def _as_graph(self, kept: Kept, channel: str) -> dict[str, Any]:
        replies = self._threads[channel, kept.id]
        return {**_graph_message(kept), "replies": [_graph_message(reply) for reply in replies]}


Answer = tuple[int, Any]


def share_of_faults(rates: Mapping[str, float], *, seed: int) -> Callable[[web.Request], Fault | None]:
    """Return a chance for `FakeConnector`: each named row of TABLE (or `hang`) with its share of the requests."""
    dice = random.Random(seed)
    hang = Fault(504, "GatewayTimeout", lands=True, waits=2.0)

    def chance(request: web.Request) -> Fault | None:
        throw = dice.random()
        for name, share in rates.items():
            throw -= share
            if throw < 0:
                return hang if name == "hang" else TABLE[name]
        return None

    return chance


async def _faulty(request: web.Request, fault: Fault, handle: Callable[[], Answer]) -> web.StreamResponse:
    if fault.lands:
        handle()
    if fault.waits:
        await asyncio.sleep(fault.waits)
    if fault.resets:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    headers = {"Retry-After": fault.retry_after} if fault.retry_after is not None else {}
    if fault.redirect_to:
        headers["Location"] = fault.redirect_to
    if fault.body is not None:
        return web.Response(status=fault.status, body=fault.body, content_type=fault.content_type, headers=headers)
    error = {
        "code": fault.code,
        "message": "told by the fake",
        **({"subCode": fault.sub_code} if fault.sub_code else {}),
    }
    return web.json_response({"error": error}, status=fault.status, headers=headers)


async def _body(request: web.Request) -> Any:
    raw = await request.read()
    return json.loads(raw) if raw else None


def _utf16(activity: Any) -> int:
    return len(json.dumps(activity, ensure_ascii=False).encode("utf-16"))


def _graph_message(kept: Kept) -> dict[str, Any]:
    attachments = [
        {"id": "1", "contentType": one["contentType"], "content": json.dumps(one["content"])}
        for one in kept.activity.get("attachments") or []
    ]
    deleted = kept.at.isoformat() if kept.deleted else None
    body = {"contentType": "html", "content": kept.activity.get("text", "")}
    bot = {"application": {"id": "bot", "applicationIdentityType": "bot"}, "user": None}
    sender = {"application": None, "user": {"displayName": kept.forwarded_by}} if kept.forwarded_by else bot
    return {"id": kept.id, "deletedDateTime": deleted, "from": sender, "body": body, "attachments": attachments}


def people(count: int) -> Iterator[dict[str, Any]]:
    """Yield invented members of a team."""
    for number in range(1, count + 1):
        yield {
            "id": f"29:1-member-{number}",
            "aadObjectId": f"aaaaaaaa-0000-4000-8000-{number:012d}",
            "name": f"Test Medlem {number}",
        }
