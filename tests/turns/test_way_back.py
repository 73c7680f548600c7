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


async def test_a_service_asked_for_in_a_case_leads_back_to_the_case(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.say(KARI, "nummeret til ppt")
    assert kinds(shown) == ["where_service"]
    assert desk.text("common.way_back", title=desk.text("common.way_back_case")) in desk.words(shown)
    assert kinds(await desk.say(KARI, "fortsett"))[-1] == "case_form"


async def test_one_asked_for_in_a_guide_leaves_the_floor_to_the_guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    before = (await desk.state(KARI)).active
    await desk.say(KARI, "nummeret til ppt")
    assert (await desk.state(KARI)).active == before


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
    assert "står lenger opp" in desk.words(shown)


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


async def test_vet_ikke_to_a_whole_checklist_keeps_what_is_filled_in(desk: Desk) -> None:
    await at_step_three(desk)
    await desk.say(KARI, "1")
    shown = await desk.say(KARI, "14 år")
    assert kinds(shown)[-1] == "guide_step"
    shown = await desk.say(KARI, "vet ikke")
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    about = dict(concern.answers)["om_barnet"]
    assert about["alder"] == "13-15"


async def test_words_that_are_not_known_take_nothing_away_from_a_checklist(desk: Desk) -> None:
    await at_step_three(desk)
    await desk.say(KARI, "1")
    await desk.say(KARI, "14 år")
    for said in ("blablabla", "han sier at han ikke vil leve lenger"):
        shown = await desk.say(KARI, said)
        if kinds(shown) == ["acute"]:
            shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
        assert "Alder*: 13–15 år" in desk.words(shown)


async def test_vet_ikke_where_it_is_no_answer_is_met_with_help_to_choose(desk: Desk) -> None:
    await at_step_three(desk)
    for _ in range(4):
        shown = await desk.say(KARI, "vet ikke")
        assert desk.text("guide.no_doubt_here") in desk.words(shown)
        assert kinds(shown) == ["line", "guide_choices"]


@pytest.mark.parametrize("said", ["svarene mine", "mine svar", "jeg vil endre noe", "endre"])
async def test_the_own_answers_are_found_in_the_middle_of_a_guide(desk: Desk, said: str) -> None:
    await at_step_three(desk)
    assert kinds(await desk.say(KARI, said)) == ["guide_answers"]


async def test_a_wrong_level_is_taken_back_in_words(desk: Desk) -> None:
    await at_step_three(desk)
    await desk.say(KARI, "1")
    assert kinds(await desk.say(KARI, "gikk feil, endre svaret på nivå")) == ["guide_offer_change"]


@pytest.mark.parametrize("no", ["nei", "Nei.", "nei ikke akutt", "nei, ikke nå"])
async def test_a_no_to_the_acute_card_is_no_answer_to_the_question_about_reporting(desk: Desk, no: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "Nei, ikke nå")
    assert kinds(await desk.say(KARI, "vent, eleven blir slått hjemme")) == ["acute"]
    assert kinds(await desk.say(KARI, no)) == ["line", "guide_choices"]
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert [name for name, _ in concern.answers] == ["trygg_na"]


async def test_a_second_concern_can_be_begun_in_the_middle_of_the_first(desk: Desk) -> None:
    await at_step_three(desk)
    assert "Sak Lilla" in desk.words(await desk.say(KARI, "ny bekymring"))
    assert "Sak Blå, steg" not in desk.words(await desk.say(KARI, "hva er taushetsplikt?"))
    assert "Sak Blå" in desk.words(await desk.say(KARI, "Sak Blå"))


@pytest.mark.parametrize("said", ["eg er uroa for eit barn", "uroleg for ein elev", "æ e uroa for en onge"])
async def test_a_worry_in_nynorsk_and_dialect_begins_the_guide(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said))[-1] == "guide_step"


async def test_back_from_the_acute_card_leads_to_where_the_person_was_and_hears_the_danger_again(desk: Desk) -> None:
    await at_step_three(desk)
    await desk.say(KARI, "vent, eleven blir slått hjemme")
    shown = await desk.say(KARI, "tilbake")
    assert kinds(shown) == ["line", "guide_choices"]
    assert "Hvor langt har dere kommet?" in desk.words(shown)
    assert kinds(await desk.say(KARI, "eleven blir slått hjemme")) == ["acute"]


@pytest.mark.parametrize("asked", ["hva er taushetsplikt?", "hjelp", "meny"])
async def test_back_below_what_was_asked_aside_leads_to_where_the_person_was(desk: Desk, asked: str) -> None:
    here = await at_step_three(desk)
    await desk.say(KARI, asked)
    back = await desk.say(KARI, "tilbake")
    assert isinstance(back[-1], Card)
    assert isinstance(here[-1], Card)
    assert (back[-1].kind, back[-1].title) == (here[-1].kind, here[-1].title)


async def test_back_below_an_answer_in_the_middle_of_a_case_leads_to_the_case(desk: Desk) -> None:
    await desk.to_gate()
    await desk.say(KARI, "hva er meldeplikt?")
    assert kinds(await desk.say(KARI, "tilbake")) == ["case_gate"]


@pytest.mark.parametrize("asked", ["hvor var vi", "Hvor er jeg?", "kor va vi", "hvilket steg er jeg på"])
async def test_who_asks_where_they_are_sees_the_step_again(desk: Desk, asked: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    for beside in ("", "hva betyr mishandling"):
        if beside:
            await desk.say(KARI, beside)
        words = desk.words(await desk.say(KARI, asked))
        assert words.startswith(desk.text("common.here_we_were"))
        assert "Steg 2 av" in words


async def test_who_asks_where_they_are_in_a_case_sees_its_form_and_in_nothing_the_menu(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, "hvor er jeg")) == ["line", "case_about"]
    await desk.say(KARI, "avbryt")
    shown = await desk.say(KARI, "hvor er jeg")
    assert desk.text("common.in_the_middle_of_nothing") in desk.words(shown)
    assert kinds(shown) == ["line", "menu"]


async def test_where_was_i_below_the_card_about_danger_is_no_way_past_it(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "far slår henne med belte")
    assert kinds(await desk.say(KARI, "hvor var vi")) == ["acute"]


@pytest.mark.parametrize("between", [["hvor var vi"], ["far slår henne", "fortsett"], ["hva er taushetsplikt"]])
async def test_a_yes_below_the_question_drawn_again_never_confirms_the_no_of_before(
    desk: Desk, between: list[str]
) -> None:
    for said in ("jeg er bekymret", "3", "hva betyr mishandling", "nei"):
        await desk.say(KARI, said)
    for said in between:
        await desk.say(KARI, said)
    assert "Steg 2 av" in desk.words(await desk.say(KARI, "ja"))


@pytest.mark.parametrize("said", ["jeg har bare en magefølelse", "han sa far drikker litt", "kan jeg ringe skolen"])
async def test_what_is_told_or_asked_beside_the_search_is_answered(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hvor går jeg")
    assert not {"where", "where_result"} & {*kinds(await desk.say(KARI, said))}


@pytest.mark.parametrize(("searched", "shown"), [("hvor går jeg", "where"), ("rus, 16 år", "where_result")])
async def test_below_the_acute_card_the_search_is_shown_again(desk: Desk, searched: str, shown: str) -> None:
    await desk.say(KARI, searched)
    for said in ("nei", "tilbake"):
        await desk.say(KARI, "pappa slår henne")
        assert kinds(await desk.say(KARI, said))[-1] == shown
