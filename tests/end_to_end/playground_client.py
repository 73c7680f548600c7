"""One browser window on an Agents Playground: what a person at the screen does and sees."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as BrowserTimeout

from tests.end_to_end.playground_card import PATIENCE, Card, PlaygroundError, wait_until
from tests.end_to_end.playground_server import PlaygroundServer
from tests.end_to_end.traffic import Json, Traffic

T = TypeVar("T")
WHOLE_CARD = ".ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)"
EDITOR = '[data-lexical-editor="true"]'
POST = 'div[role="group"].fui-Card'
NOT_DRAWN = re.compile(r"[Uu]nsupported|not supported|[Ff]ailed to render|[Ii]nvalid card")
LOCAL = re.compile(r"^https?://(127\.0\.0\.1|localhost)[:/]")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
SECONDS = 120.0
TRIES = 3


def chromium() -> str | None:
    """Return the browser of this machine, if any."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


class PlaygroundClient:
    """A person's window. `faults` collects errors of the page, cards that were not drawn, answers with an error."""

    def __init__(self, browser: Browser, server: PlaygroundServer, *, card_width: int | None = None) -> None:
        """Open the window. With `card_width` every card is drawn so many pixels wide, as on a phone."""
        self.server = server
        self._errors: list[str] = []
        self._context = browser.new_context(
            viewport={"width": 1400, "height": 1500}, locale="nb-NO", timezone_id="Europe/Oslo"
        )
        self._context.set_default_timeout(PATIENCE)
        self._context.route(lambda url: not LOCAL.match(url), lambda route: route.abort())
        self.page: Page = self._context.new_page()
        self.page.on("pageerror", lambda error: self._errors.append(f"page: {error}"))
        self.traffic = Traffic(self.page)
        self.page.goto(server.url, wait_until="load", timeout=90_000)
        self.page.locator('[role="treeitem"]').first.wait_for(timeout=90_000)
        if card_width is not None:
            self.page.add_style_tag(content=f".ac-adaptiveCard {{ width: {card_width}px; box-sizing: border-box; }}")

    def faults(self) -> list[str]:
        """Return everything that went wrong so far, in the page or between it and the bot."""
        shown = NOT_DRAWN.findall(self.page.inner_text("body"))
        return [*self._errors, *self.traffic.failures(), *(f"not drawn: {one}" for one in shown)]

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def open(self, conversation: str) -> None:
        """Open `Personal Chat` or a channel such as `Saker`."""
        exact = self.page.locator(f'[role="treeitem"][aria-label="{conversation}"]')
        ending = self.page.locator(f'[role="treeitem"][aria-label$=" - {conversation}"]')
        exact.or_(ending).first.click()
        self.page.locator(EDITOR).first.wait_for()

    def send(self, text: str) -> None:
        """Send a message in the open chat."""
        self._write(self.page.locator(EDITOR).first, text, self.page.get_by_label("Send Message").first)

    def post(self, text: str) -> None:
        """Start a post in the open channel; `@{Veilederen}` mentions the bot."""
        button = self.page.get_by_role("button", name="Post", exact=True)
        composer = self.page.locator(POST).filter(has=button).first
        self._write(composer.locator(EDITOR).first, text, composer.get_by_role("button", name="Post", exact=True))

    def search(self, words: str) -> list[str]:
        """Search in the message extension of the open chat (+ beside the compose box); return the titles it finds."""
        self.page.get_by_label("Trigger Message Extension App").first.click()
        self.page.locator('[role^="menuitem"]').filter(has_text="Search Command").first.click()
        box = self.page.get_by_placeholder("Enter a search term")
        box.fill(words)
        box.press("Enter")
        pane = self.page.get_by_text("Search-Based Message Extension").locator("xpath=ancestor::div[.//input][1]")
        titles = pane.get_by_role("heading", level=1)
        self.wait(lambda: titles.count() or None, f"something to be found for {words!r}")
        return titles.all_inner_texts()

    def insert(self, title: str) -> Card:
        """Put what was found into the compose box, and return its card there."""
        self.page.get_by_role("heading", level=1, name=title, exact=True).last.click()
        place = self.page.locator(EDITOR).first.locator(WHOLE_CARD)
        place.wait_for(timeout=SECONDS * 1000)
        return Card(self.page, place)

    def send_inserted(self) -> None:
        """Send what was put into the compose box, which is empty again afterwards."""
        self.page.get_by_label("Send Message").first.click()
        self.page.locator(EDITOR).first.locator(WHOLE_CARD).wait_for(state="detached")

    def card(self, pattern: str) -> Card:
        """Return the newest card whose text matches (spaces and line breaks count as one space); waits for it."""
        place = self.page.locator(WHOLE_CARD).filter(has_text=re.compile(pattern)).last
        try:
            place.wait_for(timeout=SECONDS * 1000)
        except BrowserTimeout:
            shown = [one[:60] for one in self.page.locator(WHOLE_CARD).all_inner_texts()]
            last = self.traffic.newest_requests()
            raise PlaygroundError(f"no card with /{pattern}/; shown: {shown}; last requests: {last}") from None
        return Card(self.page, place)

    def wait_for_text(self, pattern: str) -> None:
        """Wait until the open conversation shows the words."""
        self.wait(lambda: re.search(pattern, self.page.inner_text("body"), re.DOTALL), f"/{pattern}/")

    def message(self, words: str) -> Json:
        """Return the newest message with the words; waits for it, as what is drawn may be seen before it is told."""
        return self.wait(lambda: self.traffic.newest(words), f"a message with {words!r}")

    def case_card(self, code: str) -> tuple[str, Json]:
        """Return the message id and the card of a case in the channel, as everybody sees it now; waits for it."""
        return self.wait(lambda: self.traffic.case_card(code), f"the card of {code} in the channel")

    def wait_for_answer(self, activity_id: str) -> Json:
        """Wait for what the bot answers to a press by somebody else."""
        return self.wait(lambda: self.traffic.answer_to(activity_id), "the answer to a press")

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """Wait until there is something, while the browser goes on."""
        found = wait_until(look, SECONDS, what, pause=lambda: self.page.wait_for_timeout(50))
        assert found is not None
        return found

    def shows(self, words: str) -> bool:
        """Tell whether the open conversation shows the words."""
        return words in self.page.inner_text("body")

    def screenshot(self, path: Path) -> None:
        """Save a picture of the window."""
        self.page.screenshot(path=str(path))

    def _write(self, editor: Locator, text: str, button: Locator) -> None:
        """Type the words, send them and see them leave: a card drawn meanwhile may take the keyboard or the press."""
        asked = re.sub(r"@\{([^}]+)\}", r"\1", text)
        sent = self.traffic.said(asked)
        for _ in range(TRIES):
            self._type(editor, text)
            if _one_space(editor.inner_text()) == _one_space(asked):
                break
            editor.fill("")
        button.click()
        self.wait(lambda: self.traffic.said(asked) > sent, f"{asked!r} to leave the client")

    def _type(self, editor: Locator, text: str) -> None:
        editor.click()
        for part in re.split(r"(@\{[^}]+\})", text):
            mention = re.fullmatch(r"@\{([^}]+)\}", part)
            if mention:
                self._mention(mention[1])
            elif part:
                self.page.keyboard.type(part)

    def _mention(self, name: str) -> None:
        self.page.keyboard.type("@" + name.split()[0])
        offered = self.page.locator('[role="listbox"] li, [role="option"], [role="menuitem"], ul li')
        try:
            offered.filter(has_text=name).first.click(timeout=PATIENCE)
        except BrowserTimeout:
            raise PlaygroundError(f"the mention of {name} is not offered") from None


def _one_space(words: str) -> str:
    return " ".join(words.split())
