"""Starts the real bot and the real clients of a story. Skipped only where Node or Chromium is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
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


AT_THE_SCREEN = {"teacher": staff_config, "member": team_config}
"""Who may have a window: Kari Prøve in her chat, and Ole Prøve in the channel of his team."""


@dataclass(frozen=True)
class World:
    """The bot, and a Playground server for each window the test has. They are starting when the test is set up."""

    bot: BotProcess
    servers: Mapping[str, PlaygroundServer]
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
def world(real_client: None, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The bot and the Playground servers that talk to it, all started at once."""
    ports = {name: free_port() for name in (*AT_THE_SCREEN, "drive")}
    editor = str(team_config()["currentUser"]["aadObjectId"])
    with ExitStack() as running:
        bot = BotProcess(tmp_path / "bot", free_port(), list(ports.values()), (editor,))
        running.callback(bot.stop)
        servers = {}
        for name in AT_THE_SCREEN.keys() & set(request.fixturenames):
            servers[name] = PlaygroundServer(bot.endpoint, ports[name], AT_THE_SCREEN[name]())
            running.callback(servers[name].stop)
        yield World(bot, servers, ports["drive"])


@pytest.fixture(scope="package")  # one that outlives this folder would be in the way of other tests' event loops
def browser(real_client: None) -> Iterator[Browser]:
    """A headless Chromium. Windows in it know nothing of each other."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def teacher(world: World, browser: Browser, screenshots: Path) -> Iterator[PlaygroundClient]:
    """The window of Kari Prøve, who works at a school. She sees cards as wide as on a phone."""
    yield from _window(world, "teacher", browser, screenshots, ON_A_PHONE)


@pytest.fixture
def member(world: World, browser: Browser, screenshots: Path) -> Iterator[PlaygroundClient]:
    """The window of Ole Prøve, a member of the team."""
    yield from _window(world, "member", browser, screenshots)


def _window(
    world: World, name: str, browser: Browser, pictures: Path, card_width: int | None = None
) -> Iterator[PlaygroundClient]:
    world.bot.wait()
    world.servers[name].wait()
    window = PlaygroundClient(browser, world.servers[name], card_width=card_width)
    yield window
    window.screenshot(pictures / f"last-seen-{name}.png")
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
    """Keeps a picture of every card; with `--renew-screenshots` also those the README shows."""
    return Album(screenshots, README_PICTURES if pytestconfig.getoption("--renew-screenshots") else None)
