"""Microsoft 365 Agents Playground in headless Chromium: a real Teams client, as far as one runs without the cloud."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import yaml
from playwright.sync_api import Browser, Locator, Page, Playwright, sync_playwright
from playwright.sync_api import TimeoutError as BrowserTimeout

from tests.end_to_end.playground_card import Card, PlaygroundError, wait_until

ROOT = Path(__file__).resolve().parents[2]
PLAYGROUND = ROOT / "playground"
PROGRAM = PLAYGROUND / "node_modules/.bin/agentsplayground"
CONFIG = PLAYGROUND / "m365agentsplayground.yml"
WHOLE_CARD = ".ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)"
EDITOR = '[data-lexical-editor="true"]'
MESSAGE = 'div:has(> div[aria-label="Message header"])'
POST = 'div[role="group"].fui-Card'
LOCAL = re.compile(r"^https?://(127\.0\.0\.1|localhost)[:/]")


def chromium() -> str | None:
    """Return the browser of this machine, if any."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class PlaygroundServer:
    """One Playground server of our own, on a free port, with the invented people of `playground/`."""

    def __init__(self, endpoint: str, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self.folder = Path(tempfile.mkdtemp(prefix="playground-"))
        shutil.copy(CONFIG, self.folder / ".m365agentsplayground.yml")
        self.config: dict[str, Any] = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
        command = [str(PROGRAM), "start", "-e", endpoint, "-c", "msteams", "-p", str(port), "--dt"]
        env = {**os.environ, "TEAMSAPPTESTER_BROWSER": "none", "BROWSER": "none", "TZ": "Europe/Oslo"}
        with (self.folder / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=self.folder, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        wait_until(self._answers, 60, "the Playground server")

    def _answers(self) -> bool:
        if self._process.poll() is not None:
            raise PlaygroundError("the Playground server ended; see devTools/m365agentsplayground.log")
        with suppress(OSError), urllib.request.urlopen(self.url + "_debug/ping", timeout=2) as answer:
            return bool(answer.read() == b"pong")
        return False

    def say_as(self, user: dict[str, str], conversation_id: str, **fields: Any) -> None:
        """Do something as another person: a press (invoke), a message, an event."""
        person = {"id": user["id"], "name": user["name"], "aadObjectId": user["aadObjectId"]}
        activity = {
            "type": "message",
            "id": str(time.time_ns()),
            "channelId": "msteams",
            "serviceUrl": self.url.replace("127.0.0.1", "localhost") + "_connector",
            "from": person,
            "recipient": self.config["bot"],
            "conversation": {"id": conversation_id},
            "channelData": {"tenant": {"id": self.config["tenantId"]}},
            **fields,
        }
        request = urllib.request.Request(
            self.url + "_internal/v1/customActivities",
            json.dumps(activity).encode(),
            {"content-type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=15) as answer:
            answer.read()

    def stop(self) -> None:
        """End the server and take its folder away."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)


class PlaygroundClient:
    """One browser window on a Playground server."""

    def __init__(self, server: PlaygroundServer, *, width: int = 1400, height: int = 1500) -> None:
        self.server = server
        self._playwright: Playwright = sync_playwright().start()
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
        self._browser: Browser = self._playwright.chromium.launch(executable_path=chromium(), args=flags)
        size = {"width": width, "height": height}
        context = self._browser.new_context(viewport=size, locale="nb-NO", timezone_id="Europe/Oslo")  # type: ignore[arg-type]
        context.route(lambda url: not LOCAL.match(url), lambda route: route.abort())
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(server.url, wait_until="load")
        self.page.locator('[role="treeitem"]').first.wait_for(state="visible", timeout=60_000)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._browser.close()
        self._playwright.stop()

    def open(self, conversation: str) -> None:
        """Open `Personal Chat` or a channel such as `Saker`."""
        exact = self.page.locator(f'[role="treeitem"][aria-label="{conversation}"]')
        ending = self.page.locator(f'[role="treeitem"][aria-label$=" - {conversation}"]')
        (exact if exact.count() else ending).first.click()
        self.page.wait_for_timeout(800)

    def send(self, text: str) -> None:
        """Send a message in the open chat."""
        self._type(self.page.locator(EDITOR).first, text)
        self.page.get_by_label("Send Message").first.click()

    def post(self, text: str) -> None:
        """Start a post in the open channel; `@{Veilederen}` mentions the bot."""
        has_button = self.page.get_by_role("button", name="Post", exact=True)
        composer = self.page.locator(POST).filter(has=has_button).first
        self._type(composer.locator(EDITOR).first, text)
        composer.get_by_role("button", name="Post", exact=True).click()

    def cards(self) -> list[Card]:
        """Return every card in the open conversation, from top to bottom."""
        return [Card(self.page, place) for place in self.page.locator(WHOLE_CARD).all()]

    def card(self, pattern: str, *, seconds: float = 20, newest_last: bool = True) -> Card:
        """Return the newest card whose text matches; waits for it."""

        def look() -> Card | None:
            cards = self.cards()
            ordered = reversed(cards) if newest_last else iter(cards)
            return next((card for card in ordered if re.search(pattern, card.text(), re.DOTALL)), None)

        found = wait_until(
            look, seconds, f"a card with /{pattern}/; shown: {[card.text()[:60] for card in self.cards()]}"
        )
        assert found is not None
        return found

    def wait_for_text(self, pattern: str, seconds: float = 20) -> None:
        """Wait until the open conversation shows the words."""
        wait_until(lambda: re.search(pattern, self.page.inner_text("body"), re.DOTALL), seconds, f"/{pattern}/")

    def shows(self, words: str) -> bool:
        """Tell whether the open conversation shows the words."""
        return words in self.page.inner_text("body")

    def screenshot(self, path: Path) -> None:
        """Save a picture of the window."""
        self.page.screenshot(path=str(path))

    def _type(self, editor: Locator, text: str) -> None:
        editor.click()
        for part in re.split(r"(@\{[^}]+\})", text):
            mention = re.fullmatch(r"@\{([^}]+)\}", part)
            if mention:
                self.page.keyboard.type("@" + mention[1].split()[0])
                offered = self.page.locator('[role="listbox"] li, [role="option"], [role="menuitem"], ul li')
                try:
                    offered.filter(has_text=mention[1]).first.click(timeout=5000)
                except BrowserTimeout:
                    raise PlaygroundError(f"the mention of {mention[1]} is not offered") from None
            elif part:
                self.page.keyboard.type(part)
