"""Starts the real bot and the real client once for the whole story. Skipped only where Node or Chromium is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.bot_process import BotProcess
from tests.end_to_end.playground_client import (
    PLAYGROUND,
    PROGRAM,
    ROOT,
    PlaygroundClient,
    PlaygroundServer,
    chromium,
    free_port,
)

SCREENSHOTS = ROOT / "tests" / "artefacts" / "playground"


def _what_is_missing() -> str:
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "Node and npm are not installed here"
    return "" if chromium() else "Chromium is not installed here"


@pytest.fixture(scope="session")
def real_client() -> None:
    """Have the Playground at hand, or skip with the reason (never in CI)."""
    missing = _what_is_missing()
    if missing:
        if os.environ.get("VEILEDEREN_REQUIRE_BROWSER"):
            pytest.fail(f"{missing}, but this run may not skip the real client")
        pytest.skip(missing)
    if not PROGRAM.exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=PLAYGROUND, check=True, timeout=300)


@pytest.fixture
def server(real_client: None, tmp_path: Path) -> Iterator[PlaygroundServer]:
    """The bot and a Playground server that talks to it."""
    bot_port, playground_port = free_port(), free_port()
    bot = BotProcess(tmp_path / "bot", bot_port, playground_port)
    try:
        playground = PlaygroundServer(bot.endpoint, playground_port)
        try:
            yield playground
        finally:
            playground.stop()
    finally:
        bot.stop()


@pytest.fixture
def window(server: PlaygroundServer) -> Iterator[PlaygroundClient]:
    """One browser window."""
    with PlaygroundClient(server) as client:
        yield client


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder pictures are saved in."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS
