"""One Adaptive Card as Microsoft's Agents Playground draws it: read it, fill it in, press it."""

from __future__ import annotations

import calendar
import re
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as BrowserTimeout

T = TypeVar("T")
Value = str | bool | date | Sequence[str]
PATIENCE = 60_000
"""Milliseconds for something to appear; the machine may be slow and busy."""
BUTTONS = '.ac-actionSet button, .ac-actionSet a, .ac-selectable[role="button"]'
OPTIONS = '[role="option"], [role="menuitemcheckbox"]'


class PlaygroundError(AssertionError):
    """The Playground does not show what was expected."""


def wait_until(look: Callable[[], T], seconds: float, what: str, pause: Callable[[], object] | None = None) -> T:
    """Look until there is something; raise with what was waited for. `pause` lets a browser go on meanwhile."""
    end = time.monotonic() + seconds
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise PlaygroundError(f"waited {seconds} s for {what}")
        pause() if pause else time.sleep(0.1)


class Card:
    """A drawn card. Looked up anew at each call, because the Playground draws it anew at every update."""

    def __init__(self, page: Page, place: Locator) -> None:
        self.page = page
        self.place = place

    def text(self) -> str:
        """Return what can be read on the card."""
        return self.place.inner_text()

    def buttons(self) -> list[str]:
        """Return the titles of the visible buttons."""
        seen = [button for button in self.place.locator(BUTTONS).all() if button.is_visible()]
        return [button.get_attribute("aria-label") or button.inner_text().strip() for button in seen]

    def value(self, label: str) -> str:
        """Return what stands in a field."""
        return self._field(label).input_value()

    def fill(self, values: Mapping[str, Value]) -> Card:
        """Fill fields by label: text, a day, the title(s) of choices, True for a box to tick."""
        for label, value in values.items():
            self._fill(self._field(label), value)
        return self

    def click(self, title: str) -> Card:
        """Press a button by its title."""
        button = self.place.get_by_role("button", name=title, exact=True)
        try:
            button.first.click(timeout=PATIENCE)
        except BrowserTimeout:
            raise PlaygroundError(f"{title!r} cannot be pressed; there are {self.buttons()}") from None
        return self

    def screenshot(self, path: Path) -> None:
        """Save a picture of the card."""
        self.place.screenshot(path=str(path))

    def _field(self, label: str) -> Locator:
        """Return the field, waiting while the client draws the card."""
        try:
            return wait_until(lambda: self._find(label), PATIENCE / 1000, label, lambda: self.page.wait_for_timeout(50))
        except PlaygroundError:
            shown = self.place.locator("label").all_inner_texts()
            raise PlaygroundError(f"no field {label!r}; labels are {shown}") from None

    def _find(self, label: str) -> Locator | None:
        labels = self.place.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))
        for number in range(labels.count()):
            owner = labels.nth(number).get_attribute("for")
            if owner and self.place.locator(f'[id="{owner}"]').count():
                return self.place.locator(f'[id="{owner}"]').first
        named = self.place.get_by_label(label, exact=True)
        return named.first if named.count() else None

    def _fill(self, field: Locator, value: Value) -> None:
        if field.get_attribute("type") in ("radio", "checkbox"):
            field.set_checked(bool(value), force=True)
        elif isinstance(value, date):
            self._pick(field, value)
        elif field.get_attribute("role") == "combobox":
            self._choose(field, [value] if isinstance(value, str) else list(value))
        else:
            field.fill(str(value))
            field.blur()

    def _choose(self, field: Locator, titles: Sequence[str]) -> None:
        for title in titles:
            if field.get_attribute("aria-expanded") != "true":
                field.click()
            option = self.page.locator(OPTIONS).filter(has_text=re.compile(rf"^\s*{re.escape(title)}\s*$")).first
            try:
                option.click(timeout=PATIENCE)
            except BrowserTimeout:
                offered = self.page.locator(OPTIONS).all_inner_texts()
                raise PlaygroundError(f"choice {title!r} is not offered: {offered}") from None
        if field.get_attribute("aria-expanded") == "true":
            field.press("Escape")

    def _pick(self, field: Locator, day: date) -> None:
        """Leaf through the calendar to the month, and press the day: the first days of the next month may stand behind
        what is shown of this one."""
        field.click()
        month = f"{calendar.month_name[day.month]} {day.year}"
        name = f"{day.day}, {calendar.month_name[day.month]}, {day.year}"
        cell = self.page.locator(f'table[aria-label^="{month}"] [role="gridcell"] button[aria-label="{name}"]')
        self.page.locator('[role="gridcell"] button').first.wait_for(timeout=PATIENCE)
        for _ in range(12):
            if cell.count():
                cell.first.click()
                return
            self.page.locator('button[title^="Next month"], button[aria-label^="Next month"]').first.click()
        raise PlaygroundError(f"the calendar does not show {name}")
