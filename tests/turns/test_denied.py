"""A message that does nothing but deny that anybody hits is answered, with what to do in danger said beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.texts import load_texts
from bot.turns.denied import only_denies_blows, only_denies_it_was_said
from tests.turns.desk import KARI, Desk, kinds

TEXTS = load_texts(Path("knowledge"))
DENIALS = (
    "far slår ikke",
    "nei, far slår ikke",
    "Nei, mor slår henne ikke!",
    "far slår ikke ungene",
    "nei, ingen slår henne",
    "nei ingen slår ham hjemme",
    "hun blir ikke slått hjemme",
    "ho blir ikkje slått",
    "faren slår itj",
    "han har aldri slått noen",
    "far er ikke voldelig",
)
DANGERS = (
    "far slår ikke lenger så hardt",
    "han slår ikke bare mor",
    "far slår ikke henne",
    "far slår ikke mor",
    "han slår, ikke far",
    "jeg tror ikke far slår, men blåmerkene sier noe annet",
    "jeg tror ikke far slår",
    "vet ikke om far slår",
    "hun blir ikke slått av far, men av mor",
    "han sier at far ikke slår",
    "slår far ikke?",
    "far slår ikke hver dag",
    "far slår ikke så ofte",
    "det er ikke sant at ingen slår henne",
    "ingen slår henne nå",
)


@pytest.mark.parametrize("said", DENIALS)
async def test_a_plain_denial_is_no_alarm_and_says_beside_it_what_to_do_in_danger(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert "acute" not in kinds(shown)
    assert desk.text("acute.faint") in desk.words(shown)


@pytest.mark.parametrize("said", DANGERS)
def test_what_says_anything_beside_the_denial_is_none(said: str) -> None:
    assert not only_denies_blows(said, TEXTS)


@pytest.mark.parametrize("said", DANGERS[:8])
async def test_danger_that_holds_a_denial_is_heard(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["acute"]


def test_no_danger_that_was_learned_from_is_a_denial() -> None:
    lines = Path("knowledge/words/acute_examples.tsv").read_text("utf-8").splitlines()
    dangers = [one.split("\t")[2] for one in lines if one.startswith("akutt\t")]
    assert len(dangers) > 1000
    assert not [one for one in dangers if only_denies_blows(one, TEXTS)]


async def test_a_denial_in_the_guide_is_asked_about_and_never_taken_as_it_stands(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    shown = await desk.say(KARI, "nei, far slår ikke")
    assert "acute" not in kinds(shown)
    assert desk.text("acute.faint") in desk.words(shown)
    assert "Steg 2 av" in desk.words(shown)


@pytest.mark.parametrize("said", ["nei det er ikke fare", "Det er ingen fare.", "nei, barnet er ikke i fare"])
async def test_that_there_is_no_danger_said_whole_is_the_way_past_the_card(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "far slår henne med belte")
    assert desk.text("acute.went_on") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["nei det er ikke fare nå, men i kveld", "nei, er det ikke fare?", "ikke fare for meg"]
)
async def test_anything_beside_it_is_none(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "far slår henne med belte")
    assert desk.text("acute.went_on") not in desk.words(await desk.say(KARI, said))


async def test_a_denial_below_the_card_about_blows_leads_on_and_below_another_danger_does_not(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "far slår henne med belte")
    shown = await desk.say(KARI, "nei, far slår ikke")
    assert desk.text("acute.went_on") in desk.words(shown)
    await desk.say(KARI, "hun vil ta livet sitt i natt")
    assert kinds(await desk.say(KARI, "ingen slår henne")) == ["acute"]


NOT_SAID = (
    "he didnt say he hits",
    "He didn't say that he hits.",
    "i did not say dad hits him",
    "she never said he hits her",
    "jeg sa ikke at han slår",
    "nei, hun sa ikke at far slår",
    "jeg har aldri sagt at han har slått noen",
    "gutten sa ikke at han blir slått",
)
STILL_SAID = (
    "hun ville ikke si at far slår",
    "hun tør ikke si at han slår",
    "han sier ikke at han slår",
    "jeg sa ikke at han slår hver dag",
    "he didnt say he hits hard",
    "hun sa ikke at far slår, men hun har blåmerker",
    "sa hun ikke at han slår?",
    "han sa at han slår",
)


@pytest.mark.parametrize("said", NOT_SAID)
@pytest.mark.parametrize("before", [(), ("far slår henne",), ("jeg er bekymret", "nei")])
async def test_that_nobody_said_it_stops_nobody_and_tells_what_to_do_in_danger(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    for one in before:
        await desk.say(KARI, one)
    shown = await desk.say(KARI, said)
    assert "acute" not in kinds(shown)
    assert desk.text("acute.faint") in desk.words(shown)


@pytest.mark.parametrize("said", STILL_SAID)
def test_what_is_said_beside_it_or_not_dared_is_heard_as_always(said: str) -> None:
    assert not only_denies_it_was_said(said, TEXTS)


def test_no_danger_that_was_learned_from_was_never_said() -> None:
    lines = Path("knowledge/words/acute_examples.tsv").read_text("utf-8").splitlines()
    dangers = [one.split("\t")[2] for one in lines if one.startswith("akutt\t")]
    assert not [one for one in dangers if only_denies_it_was_said(one, TEXTS)]
