"""Whoever is in the middle of something and asks about something else is told the way back, and it leads there."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pytest

from bot.domain.reply import Card, Reply
from bot.teams.cards import CardWriter
from bot.teams.write_activity import ActivityWriter
from dialogs.as_text import all_buttons, as_text
from tests.turns.desk import ABOUT, CHANNEL, KARI, NILS, OLE, Desk, kinds

ASIDE = (
    "hva er taushetsplikt?",
    "hva er meldeplikt",
    "hvor går jeg",
    "mine saker",
    "innstillinger",
    "hjelp",
    "meny",
    "hvilken farge har månen over Selbu?",
    "mistanke mot en ansatt",
)
SAID = "Skriv «fortsett», så er du tilbake i Sak Blå, steg 3."


async def at_step_three(desk: Desk) -> list[Reply]:
    """Answer both questions about safety exactly."""
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "Nei, ikke nå")
    return await desk.say(KARI, "Nei")


def titles(shown: Sequence[Reply]) -> list[str]:
    return [one.title for reply in shown for one in all_buttons(reply)]


@pytest.mark.parametrize("asked", ASIDE)
async def test_what_is_shown_in_the_middle_of_a_guide_tells_the_way_back(desk: Desk, asked: str) -> None:
    here = await at_step_three(desk)
    shown = await desk.say(KARI, asked)
    assert desk.words(shown).count(SAID) == 1
    label = "Sak Blå" if asked == "mine saker" else "Tilbake til Sak Blå"
    assert titles(shown).count(label) == 1
    assert kinds(await desk.push(KARI, shown, label))[-1] == kinds(here)[-1]
    assert kinds(await desk.say(KARI, "fortsett")) == kinds(here)


@pytest.mark.parametrize("asked", ASIDE)
async def test_a_paused_concern_is_not_forgotten(desk: Desk, asked: str) -> None:
    here = await at_step_three(desk)
    await desk.say(KARI, "pause")
    assert SAID in desk.words(await desk.say(KARI, asked))
    assert kinds(await desk.say(KARI, "fortsett"))[-1] == kinds(here)[-1]


async def test_the_way_back_takes_no_number_from_the_answer(desk: Desk) -> None:
    before = titles(await desk.say(KARI, "hva er taushetsplikt?"))
    await at_step_three(desk)
    shown = await desk.say(KARI, "hva er taushetsplikt?")
    assert titles(shown) == [*before, "Tilbake til Sak Blå"]
    assert kinds(await desk.say(KARI, "1"))[-1] == "answer_more"


async def test_nobody_is_told_a_way_back_to_nothing(desk: Desk) -> None:
    for asked in ASIDE:
        assert "«fortsett»" not in desk.words(await desk.say(KARI, asked))


async def test_the_guide_itself_is_not_told_the_way_back_to_itself(desk: Desk) -> None:
    assert "«fortsett»" not in desk.words(await at_step_three(desk))


async def test_a_remembered_answer_card_carries_nobodys_way_back(desk: Desk) -> None:
    """Answers are written once for all who get them; the one with the way back is written for one person."""
    texts = desk.library.knowledge.texts
    shown_as = functools.partial(as_text, texts=texts)
    writer = ActivityWriter(CardWriter(texts, shown_as, dialogs=True), texts)
    await at_step_three(desk)
    own = [one for one in await desk.say(KARI, "hva er taushetsplikt?") if isinstance(one, Card)][-1]
    others = [one for one in await desk.say(NILS, "hva er taushetsplikt?") if isinstance(one, Card)][-1]
    for _ in range(2):
        assert b"Sak Bl" in writer.as_json(own)
        assert b"Sak Bl" not in writer.as_json(others)
    assert writer._known.cache_info().currsize == 1


async def test_the_way_back_is_never_said_in_a_channel(desk: Desk) -> None:
    await at_step_three(desk)
    assert "«fortsett»" not in desk.words(await desk.say(OLE, "hjelp", place=CHANNEL))


async def test_a_case_that_is_written_is_gone_back_to(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.say(KARI, "hva er taushetsplikt?")
    assert "tilbake i saken du skriver" in desk.words(shown)
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_about"]
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_gate"]
    await desk.press(KARI, "case_gate", "all_no", {"first": "hv_niva_0,hv_niva_1"})
    shown = await desk.say(KARI, "fortsett")
    assert kinds(shown) == ["line", "case_form"]
    assert "står i skjemaet lenger opp" in desk.words(shown)


async def test_the_introduction_is_gone_back_to(desk: Desk) -> None:
    await desk.say(KARI, "ny her")
    here = await desk.press(KARI, "course_go_on")
    shown = await desk.say(KARI, "hva er taushetsplikt?")
    assert "så er du tilbake i opplæringen" in desk.words(shown)
    assert kinds(await desk.push(KARI, shown, "Tilbake til opplæringen")) == kinds(here) == ["course_chapter"]


async def test_not_acute_shows_the_question_again_with_its_answers(desk: Desk) -> None:
    here = await at_step_three(desk)
    shown = await desk.say(KARI, "han sier at han ikke vil leve lenger")
    assert kinds(shown) == ["acute"]
    shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert kinds(shown) == ["line", "guide_choices"]
    card, asked = shown[-1], here[-1]
    assert isinstance(card, Card)
    assert isinstance(asked, Card)
    assert card.title == asked.title
    assert set(titles([card])) == set(titles([asked]))
