"""Every card of the consultation team is drawn by Microsoft's own renderer, on a phone and on a desktop, and fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.reply import Card
from tests.teams.render.team_screens import team_screens
from tests.teams.render.test_render import ARTEFACTS, DESKTOP, PHONE, draw, page_of_width, pytestmark, renderer

LONGEST_TITLE = 60
"""Characters: a title is one short sentence; what else is to be said stands under it."""
MOST_BUTTONS = 6

__all__ = ["pytestmark", "renderer"]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
async def test_every_card_of_the_team_is_drawn_and_fits(renderer: Path, width: int) -> None:
    folder = ARTEFACTS.parent / "team"
    folder.mkdir(parents=True, exist_ok=True)
    async with page_of_width(renderer, width) as page:
        for name, card in (await team_screens()).items():
            assert await draw(page, card) == [], name
            await page.locator("#card").screenshot(path=folder / f"{name}.{width}.png")
            assert "**" not in await page.inner_text("#card"), f"{name}: unread Markdown"
            too_wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert too_wide <= 0, f"{name} is {too_wide} px too wide"


LEFT_EDGES = """[...document.querySelectorAll(".ac-actionSet")].map(set => {
  const edges = [...set.querySelectorAll(".ac-pushButton")].map(one => one.getBoundingClientRect());
  const rows = Object.groupBy(edges, one => Math.round(one.top));
  return Object.values(rows).map(row => Math.round(Math.min(...row.map(one => one.left))));
})"""
"""Where each row of buttons begins."""


@pytest.mark.parametrize("width", [PHONE, 430, DESKTOP])
async def test_every_row_of_buttons_begins_at_the_edge(renderer: Path, width: int) -> None:
    async with page_of_width(renderer, width) as page:
        for name, card in (await team_screens()).items():
            await draw(page, card)
            for rows in await page.evaluate(LEFT_EDGES):
                assert len({*rows}) <= 1, f"{name}: a row of buttons stands indented"


async def test_titles_are_short_and_buttons_few() -> None:
    cards = await team_screens()
    assert len(cards) > 40, "the whole life of a case"
    assert [name for name, card in cards.items() if not _is_short(card.title)] == []
    assert [name for name, card in cards.items() if len(card.buttons) > MOST_BUTTONS] == []


async def test_what_was_done_before_is_said_once_and_never_as_a_bare_level() -> None:
    card: Card = (await team_screens())["04-posted.team_case_lagt_i_kanalen"]
    facts = repr(card.blocks)
    assert facts.count("Handlingsveilederen") == 1
    assert "0\\xa0og\\xa01" in facts


def _is_short(title: str) -> bool:
    """Tell whether the title is one sentence; a code after a full stop («Mottatt. Koden er …») is one too."""
    return len(title) <= LONGEST_TITLE and title.rstrip("?!").count(". ") <= 1
