"""Every screen is drawn by Microsoft's own renderer, on a phone and on a desktop, and fits."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.content.texts import load_texts
from bot.domain.reply import Card
from bot.teams.cards import CardWriter
from dialogs.as_text import as_text
from tests.teams.conftest import KNOWLEDGE
from tests.teams.sample_cards import ALL
from tests.teams.test_cards import HOSTILE, with_text

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
ARTEFACTS = HERE.parents[1] / "artefacts" / "cards"
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
PHONE, DESKTOP = 320, 560
HARMLESS = ("lang",)
"""Warnings of the renderer that mean nothing: it does not know that `nb` is a language."""

ALIVE = ", ".join(
    f"#card {tag}" for tag in ("a", "img", "script", "b", "em", "s", "code", "at", "table:not(.ac-factset)")
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("renderer"),  # one worker: two installing at once take each other's folder away
    pytest.mark.skipif(shutil.which("npm") is None, reason="Node (npm) is not installed"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]
TEXTS = load_texts(KNOWLEDGE)
WRITER = CardWriter(TEXTS, functools.partial(as_text, texts=TEXTS))


@pytest.fixture(scope="module")
def renderer() -> Path:
    """Install what the lock file names, once."""
    if not (MODULES / "adaptivecards" / "package.json").exists():
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True, timeout=300)
    return MODULES


@asynccontextmanager
async def page_of_width(modules: Path, width: int) -> AsyncIterator[Any]:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": width + 24, "height": 800}, device_scale_factor=1.5)
        await page.route("http*://**", lambda route: route.abort())
        await page.goto((HERE / "page.html").as_uri())
        for script in ("adaptivecards/dist/adaptivecards.js", "markdown-it/dist/markdown-it.min.js"):
            await page.add_script_tag(path=modules / script)
        yield page
        await browser.close()


async def draw(page: Any, card: Card) -> list[str]:
    config = json.loads((HERE / "host_config.json").read_text(encoding="utf-8"))
    problems: list[str] = await page.evaluate("([card, config]) => draw(card, config)", [WRITER.write(card), config])
    return [problem for problem in problems if not any(word in problem.lower() for word in HARMLESS)]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
async def test_every_screen_is_drawn_and_fits(renderer: Path, width: int) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    async with page_of_width(renderer, width) as page:
        for kind, card in ALL.items():
            assert await draw(page, card) == [], kind
            await page.locator("#card").screenshot(path=ARTEFACTS / f"{kind}.{width}.png")
            shown = await page.inner_text("#card")
            assert card.title in shown
            assert "**" not in shown, f"{kind}: unread Markdown"
            too_wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert too_wide <= 0, f"{kind} is {too_wide} px too wide"
            heading = page.get_by_role("heading", name=card.title)
            assert await heading.count() == 1, f"{kind}: the title is a heading for screen readers"
            for button in card.buttons:
                assert await page.get_by_role("button", name=button.title, exact=True).count() >= 1 or button.url


async def test_nothing_people_write_comes_alive_in_the_renderer(renderer: Path) -> None:
    async with page_of_width(renderer, PHONE) as page:
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        for text in HOSTILE:
            assert await draw(page, with_text(text)) == []
            assert await page.locator(ALIVE).count() == 0, text[:40]
        assert dialogs == []


async def test_the_test_would_notice_a_link(renderer: Path) -> None:
    async with page_of_width(renderer, PHONE) as page:
        config = json.loads((HERE / "host_config.json").read_text(encoding="utf-8"))
        block = {"type": "TextBlock", "text": "[x](https://evil.example) **b**", "wrap": True}
        await page.evaluate(
            "([c, g]) => draw(c, g)", [{"type": "AdaptiveCard", "version": "1.5", "body": [block]}, config]
        )
        assert await page.locator("#card a").count() == 1
