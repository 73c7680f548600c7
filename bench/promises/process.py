"""The bot as `python -m bot serve` runs it, for measuring from outside: started, listened to, ended."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from bot.settings import Settings
from tests.fakes.connector import FakeConnector
from tests.fakes.ports import free_port
from tests.whole_bot.service import KNOWLEDGE, Service


@dataclass
class Running:
    """A bot under load."""

    process: asyncio.subprocess.Process
    service: Service
    log: Path

    def rss_mib(self) -> float:
        """Return the memory it holds now."""
        return float(psutil.Process(self.process.pid).memory_info().rss) / 2**20

    def complaints(self) -> int:
        """Return how many turns failed, by the log."""
        lines = self.log.read_text().splitlines()
        return sum("failed" in line or "Traceback" in line for line in lines)

    async def end(self) -> int:
        """Tell it to stop; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), 60)


@asynccontextmanager
async def bot_under_load(folder: Path, connector: FakeConnector) -> AsyncIterator[Running]:
    """Start the bot on SQLite in the folder and wait until it is ready."""
    port = free_port()
    own = {
        "VEILEDEREN_DEVELOPMENT": "true",
        "VEILEDEREN_DATA": str(folder),
        "VEILEDEREN_PORT": str(port),
        "VEILEDEREN_PLAYGROUND_PORTS": str(connector.port),
    }
    log = folder / "bot.log"
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "serve"),
            cwd=KNOWLEDGE.parent,
            env={**os.environ, **own},
            stdout=written,
            stderr=written,
        )
    settings = Settings(_env_file=None, development=True, data=folder, port=port)
    try:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
            service = Service(settings, connector, http)
            await _until_ready(service)
            yield Running(process, service, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _until_ready(service: Service) -> None:
    async with asyncio.timeout(90):
        while True:
            try:
                async with service.http.get(f"{service.url}/readyz") as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
