"""The search in the compose box of Microsoft's own client: an article is found, put into a message, and sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.screen import Album

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

QUESTION = "kan jeg snakke med en kollega om en elev?"
TITLE = "Kan jeg dele opplysninger med kolleger på egen arbeidsplass?"


@pytest.fixture
def shared(screenshots: Path) -> Album:
    """An album of its own, beside that of the story."""
    return Album(screenshots / "shared")


def test_an_article_is_found_by_a_question_and_shared_with_others_and_is_no_cry_for_help_in_the_bots_own_chat(
    teacher: PlaygroundClient, shared: Album
) -> None:
    teacher.open("Gruppe")
    teacher.wait_for_text("Jeg svarer ikke i gruppechatter")
    assert teacher.search(QUESTION)[0] == TITLE
    teacher.insert(TITLE)
    teacher.send_inserted()
    card = shared.add(teacher.card("Kilder:.*Sist kontrollert"), "article-in-a-group")
    assert TITLE in card.text()
    assert card.buttons() == [], "nobody who is not talking to the bot is given something to press"
    assert "innstillinger" not in card.text(), "the others have no settings to change"

    teacher.open("Personal Chat")
    teacher.card("Hva trenger du hjelp til")
    teacher.search(QUESTION)
    teacher.insert(TITLE)
    teacher.send_inserted()
    teacher.card("(?<!Hei! )Hva trenger du hjelp til")
    assert not teacher.shows("Er barnet i fare nå?")
    assert teacher.faults() == []
