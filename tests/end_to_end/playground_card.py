"""One Adaptive Card as Microsoft's Agents Playground draws it: read it, fill it in, press it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any, TypeVar

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as BrowserTimeout

T = TypeVar("T")
TEXTS = ".ac-textBlock, .ac-richTextBlock, .ac-fact-title, .ac-fact-value, .ac-factset td"
BUTTONS = '.ac-actionSet button, .ac-actionSet a, .ac-selectable[role="button"]'


class PlaygroundError(AssertionError):
    """The Playground does not show what was expected."""


def wait_until(look: Callable[[], T], seconds: float, what: str) -> T:
    """Look until there is something; raise with what was waited for."""
    end = time.monotonic() + seconds
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise PlaygroundError(f"waited {seconds} s for {what}")
        time.sleep(0.1)


class Card:
    """A drawn card. Found again at each call, because the Playground draws anew at every update."""

    def __init__(self, page: Page, place: Locator) -> None:
        self.page = page
        self.place = place

    def texts(self) -> list[str]:
        """Return every text, in the order of the card."""
        return [text.strip() for text in self.place.locator(TEXTS).all_inner_texts() if text.strip()]

    def text(self) -> str:
        """Return the card as one text."""
        return self.place.inner_text()

    def buttons(self) -> list[str]:
        """Return the titles of the visible buttons."""
        seen = [button for button in self.place.locator(BUTTONS).all() if button.is_visible()]
        return [button.get_attribute("aria-label") or button.inner_text().strip() for button in seen]

    def value(self, label: str) -> str:
        """Return what stands in a field."""
        return self._field(label).input_value()

    def fill(self, values: dict[str, Any]) -> Card:
        """Fill fields by label: text, a date (ISO), or the title(s) of choices."""
        for label, value in values.items():
            self._fill(label, value)
        return self

    def click(self, title: str) -> Card:
        """Press a button by its title."""
        button = self.place.get_by_role("button", name=title, exact=True)
        if not button.count():
            raise PlaygroundError(f"no button {title!r}; there are {self.buttons()}")
        button.first.click()
        return self

    def screenshot(self, path: str) -> None:
        """Save a picture of the card."""
        self.place.scroll_into_view_if_needed()
        self.place.screenshot(path=path)

    def _field(self, label: str) -> Locator:
        labels = self.place.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))
        for number in range(labels.count()):
            owner = labels.nth(number).get_attribute("for")
            if owner and self.place.locator(f'[id="{owner}"]').count():
                return self.place.locator(f'[id="{owner}"]').first
        named = self.place.get_by_label(label, exact=True)
        if named.count():
            return named.first
        raise PlaygroundError(f"no field {label!r}; labels are {self.place.locator('label').all_inner_texts()}")

    def _fill(self, label: str, value: Any) -> None:
        field = self._field(label)
        kind, role = field.get_attribute("type"), field.get_attribute("role")
        if kind in ("radio", "checkbox"):
            field.check(force=True) if value else field.uncheck(force=True)
        elif field.evaluate("e => !!e.closest('.fui-DatePicker')"):
            self._pick_date(field, str(value))
        elif role == "combobox":
            self._choose(field, value if isinstance(value, list) else [value])
        else:
            field.fill(str(value))
            field.blur()

    def _choose(self, field: Locator, titles: list[str]) -> None:
        for title in titles:
            field.click()
            option = self.page.locator('[role="option"], [role="menuitemcheckbox"]')
            option = option.filter(has_text=re.compile(rf"^\s*{re.escape(title)}\s*$"))
            try:
                option.first.wait_for(state="visible", timeout=5000)
            except BrowserTimeout:
                offered = self.page.locator("[role=option]").all_inner_texts()
                raise PlaygroundError(f"choice {title!r} is not offered: {offered}") from None
            option.first.click()
        self.page.keyboard.press("Escape")

    def _pick_date(self, field: Locator, iso: str) -> None:
        """Leaf through the calendar to the day."""
        year, month, day = (int(part) for part in iso.split("-"))
        field.click()
        cell = self.page.locator('[role="gridcell"] button').filter(has_text=re.compile(rf"^\s*{day}\s*$"))
        shown = self.page.locator('[role="gridcell"] button').first
        shown.wait_for(state="visible", timeout=5000)
        today = time.localtime()
        for _ in range((year - today.tm_year) * 12 + month - today.tm_mon):
            forward = self.page.locator('button[title^="Next month"], button[aria-label^="Next month"]')
            (forward if forward.count() else self.page.locator('button[title*="neste måned" i]')).first.click()
            self.page.wait_for_timeout(150)
        cell.last.click() if day > 20 else cell.first.click()
