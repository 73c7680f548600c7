"""The HTTP side: three addresses, bounded bodies, quiet logs. Must not know what is behind the door."""

from __future__ import annotations

import logging
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.domain.event_log import EventLog
from bot.teams.adapter import TeamsAdapter
from bot.teams.body import MAX_BYTES
from bot.teams.denied import Denied
from bot.teams.gate import Gate
from bot.teams.json_bytes import json_bytes
from bot.teams.listener import SAFE_HEADERS, Listener, short_answer
from bot.teams.seldom import Seldom
from bot.teams.taking_turns import IsReady
from bot.teams.teams_bot import TurnFailed

JSON = {"Content-Type": "application/json; charset=utf-8"}

log = EventLog(__name__)
server_logger = logging.getLogger("veilederen.http")


class QuietLogger(logging.LoggerAdapter):  # type: ignore[type-arg]
    """aiohttp's own error log would quote bad requests; this keeps only that something happened, once a minute."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__(logger, {})
        self._seldom = Seldom()

    def log(self, level: int, msg: object, *args: object, **kwargs: Any) -> None:  # noqa: ARG002  (that is the point)
        """Log the kind of event without what the caller sent."""
        if self.isEnabledFor(level) and self._seldom.times(level):
            self.logger.log(level, "bad_http_request")


class Web:
    """The three addresses of the bot."""

    def __init__(self, gate: Gate, adapter: TeamsAdapter, is_ready: IsReady, *, tells_why: bool = False) -> None:
        self._gate = gate
        self._adapter = adapter
        self._is_ready = is_ready
        self._tells_why = tells_why
        self._denied = Seldom()

    def app(self) -> web.Application:
        """Return the web application."""
        app = web.Application(client_max_size=MAX_BYTES, middlewares=[never_tell])
        app.router.add_route("*", "/api/messages", self.messages)
        app.router.add_get("/healthz", self.healthz)
        app.router.add_get("/readyz", self.readyz)
        return app

    async def messages(self, request: web.Request) -> web.Response:
        """Let one activity in and answer for its turn."""
        try:
            admitted = await self._gate.admit(request)
        except Denied as no:
            if count := self._denied.times((no.status, no.reason)):
                log.info("denied", status=no.status, reason=no.reason, count=count)
            return web.json_response({"error": no.reason}, status=no.status)
        try:
            answer = await self._adapter.process(admitted.activity)
        except TurnFailed:
            return web.json_response({"error": "not_now"}, status=503)
        if answer.body is None:
            return web.Response(status=answer.status)
        body = answer.body if isinstance(answer.body, bytes) else json_bytes(answer.body)
        return web.Response(body=body, status=answer.status, headers=JSON)

    async def healthz(self, _request: web.Request) -> web.Response:
        """Answer that the process is alive."""
        return web.Response(text="ok")

    async def readyz(self, _request: web.Request) -> web.Response:
        """Answer whether the bot can work now; on a laptop also what somebody should look at, on the lines below.

        Anywhere else anybody on the internet may ask: what is wrong stands in the log, and `doctor` tells it in words.
        """
        ready = await self._is_ready()
        text = "\n".join(("ready" if ready.can_work else "not ready", *(ready.remarks if self._tells_why else ())))
        return web.Response(text=text, status=200 if ready.can_work else 503)


@web.middleware
async def never_tell(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Put safe headers on every answer and let no traceback reach the log or the caller."""
    try:
        response = await _answered(request, handler)
    except web.HTTPException as error:
        response = short_answer(error.status)
        if allow := error.headers.get("Allow"):
            response.headers["Allow"] = allow
    except Exception as error:  # a fault of ours: its type is enough to find it, its text may hold content
        log.error("request_failed", error=type(error).__name__)
        response = web.json_response({"error": "internal"}, status=500)
    response.headers.update(SAFE_HEADERS)
    return response


async def _answered(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Return the answer; while it is made, the connection does not count as silent."""
    if not isinstance(request.protocol, Listener):
        return await handler(request)
    async with request.protocol.answering():
        return await handler(request)
