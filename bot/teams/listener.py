"""One connection to the door: how long its caller may take to ask, and what is answered to what is not HTTP.

aiohttp waits an hour for a head that never comes, and its own page repeats what the caller sent. Must not know the
addresses behind the door.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

HEAD_SECONDS = 20.0
"""A caller that has not said what it wants by then is hung up on. A body has its own limit (`body.READ_SECONDS`)."""
KEPT_SECONDS = 75.0
"""How long a connection is kept for another question after an answer; aiohttp keeps one for an hour."""
LINGER_SECONDS = 2.0
"""How long what is still sent after an answer is listened to, so that the answer is not lost on its way."""
MOST_SILENT = 500
"""Connections that have not said what they want, or want nothing more. A process may have a thousand files open, the
database among them, so whoever has been silent longest is hung up on: Teams says at once what it wants."""
BACKLOG = 128
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Server": "veilederen",
}


def short_answer(status: int) -> web.Response:
    """Return an answer that tells nothing but its status."""
    return web.json_response({"error": "http"}, status=status, headers=SAFE_HEADERS)


Silent = dict["Listener", None]
"""The connections that have not said what they want, the oldest first."""


class Listener(web.RequestHandler):
    """aiohttp's connection, which hangs up on the silent and repeats nothing."""

    __slots__ = ("_answering", "_hang_up", "_is_kept", "_silent")

    def __init__(self, *args: Any, silent: Silent, **options: Any) -> None:
        super().__init__(*args, **options)
        self._silent = silent
        self._answering = self._is_kept = False
        self._hang_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._wait_for_a_head()

    def data_received(self, data: bytes) -> None:
        """Take what came. The first bytes of a new head must be followed by the rest of it."""
        if not self._answering and (self._hang_up is None or self._is_kept):
            self._wait_for_a_head()
        super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Wait for nothing more."""
        self._stop_waiting()
        super().connection_lost(exc)

    @asynccontextmanager
    async def answering(self) -> AsyncIterator[None]:
        """Keep the line while a request whose head has come is answered."""
        self._stop_waiting()
        self._answering = True
        try:
            yield
        finally:
            self._answering = False

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what is not HTTP, or could not be handled, with its status alone, and hang up."""
        self._stop_waiting()
        super().handle_error(request, status, exc, message)  # logs the kind; raises when an answer is under way
        answer = short_answer(status)
        answer.force_close()
        return answer

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send the answer; a page of aiohttp's own, such as of an unknown `Expect`, as its status alone."""
        self._stop_waiting()
        own = short_answer(resp.status) if isinstance(resp, web.HTTPException) else resp
        finished = await super().finish_response(request, own, start_time)
        if self.transport is not None:
            self._wait_for_a_head(is_kept=True)
        return finished

    def _wait_for_a_head(self, *, is_kept: bool = False) -> None:
        self._stop_waiting()
        seconds = KEPT_SECONDS if is_kept else HEAD_SECONDS
        self._hang_up = asyncio.get_running_loop().call_later(seconds, self.force_close)
        self._is_kept = is_kept
        self._silent[self] = None
        if len(self._silent) > MOST_SILENT:
            oldest = next(iter(self._silent))
            oldest._stop_waiting()
            oldest.force_close()

    def _stop_waiting(self) -> None:
        self._silent.pop(self, None)
        if self._hang_up is not None:
            self._hang_up.cancel()
            self._hang_up = None


@asynccontextmanager
async def listening(
    app: web.Application, host: str, port: int, shutdown_timeout: float, **options: Any
) -> AsyncIterator[int]:
    """Take requests for `app` until left; gives the port. Leaving takes no new ones and waits for those under way."""
    runner = web.AppRunner(app, shutdown_timeout=shutdown_timeout, handler_cancellation=False)
    await runner.setup()
    try:
        door = await asyncio.get_running_loop().create_server(_connection(runner, options), host, port, backlog=BACKLOG)
        try:
            yield door.sockets[0].getsockname()[1]
        finally:
            door.close()
    finally:
        await runner.cleanup()


def _connection(runner: web.AppRunner, options: dict[str, Any]) -> Callable[[], Listener]:
    # nothing is unpacked: whatever is small and becomes large would be unpacked before anybody asks whose it is
    given = {"access_log": None, "auto_decompress": False, "lingering_time": LINGER_SECONDS, **options}
    loop, silent = asyncio.get_running_loop(), Silent()
    return lambda: Listener(runner.server, loop=loop, silent=silent, **given)
