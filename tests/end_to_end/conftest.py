"""Starts the real bot and two real clients once for the whole story. Skipped only where Node or Chromium is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.end_to_end.bot_process import ROOT, BotProcess
from tests.end_to_end.playground_client import FLAGS, PlaygroundClient, chromium
from tests.end_to_end.playground_server import (
    PLAYGROUND,
    PROGRAM,
    PlaygroundServer,
    staff_config,
    team_config,
)
from tests.end_to_end.screen import Album
from tests.fakes.ports import free_port

SCREENSHOTS = ROOT / "tests" / "artefacts" / "playground"
ON_A_PHONE = 348
"""Pixels a phone of 380 leaves for a card in Teams, beside the margins of the bubble."""
README_PICTURES = ROOT / "docs" / "screenshots"


@dataclass(frozen=True)
class World:
    """The bot, Kari Prøve's Playground (a teacher's chat) and Ole Prøve's (the team's channel)."""

    bot: BotProcess
    staff: PlaygroundServer
    team: PlaygroundServer
    drive_port: int
    """Where a test may keep files the way OneDrive does; the bot trusts it as it trusts the Playground."""


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
def world(real_client: None, tmp_path: Path) -> Iterator[World]:
    """The bot and the two Playground servers that talk to it."""
    ports = (free_port(), free_port(), free_port())
    editor = str(team_config()["currentUser"]["aadObjectId"])
    bot = BotProcess(tmp_path / "bot", free_port(), ports, (editor,))
    servers: list[PlaygroundServer] = []
    try:
        servers += [PlaygroundServer(bot.endpoint, ports[0], staff_config())]
        servers += [PlaygroundServer(bot.endpoint, ports[1], team_config())]
        bot.wait()
        for server in servers:
            server.wait()
        yield World(bot, servers[0], servers[1], ports[2])
    finally:
        for server in servers:
            server.stop()
        bot.stop()


@pytest.fixture
def browser(real_client: None) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def teacher(world: World, browser: Browser, screenshots: Path) -> Iterator[PlaygroundClient]:
    """The window of Kari Prøve, who works at a school. She sees cards as wide as on a phone."""
    yield from _window(browser, world.staff, screenshots / "last-seen-teacher.png", ON_A_PHONE)


@pytest.fixture
def member(world: World, browser: Browser, screenshots: Path) -> Iterator[PlaygroundClient]:
    """The window of Ole Prøve, a member of the team."""
    yield from _window(browser, world.team, screenshots / "last-seen-member.png")


def _window(
    browser: Browser, server: PlaygroundServer, last_seen: Path, card_width: int | None = None
) -> Iterator[PlaygroundClient]:
    window = PlaygroundClient(browser, server, card_width=card_width)
    yield window
    window.screenshot(last_seen)
    window.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder pictures are saved in."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS


@pytest.fixture
def editors_album(screenshots: Path, pytestconfig: pytest.Config) -> Album:
    """The pictures of the editors' story, in a folder of their own."""
    readme = README_PICTURES if pytestconfig.getoption("--renew-screenshots") else None
    return Album(screenshots / "editor", readme)


@pytest.fixture
def album(screenshots: Path, pytestconfig: pytest.Config) -> Album:
    """Keeps a picture of every screen; with `--renew-screenshots` also those the README shows."""
    return Album(screenshots, README_PICTURES if pytestconfig.getoption("--renew-screenshots") else None)
