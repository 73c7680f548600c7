"""Danger first: nobody who is worried is asked where they work before the question whether the child is in danger."""

from __future__ import annotations

import pytest

from bot.domain.turn import Person
from tests.turns.desk import Desk, kinds

STRANGER = Person("00000000-0000-4000-8000-0000000000f7", "Nina Ny")
FIRST = "i fare nå"
WORRIES = (
    "jeg er bekymret for et barn",
    "jeg er bekymret",
    "æ e bekymra for en elev",
    "en elev er ofte trist og vil ikke hjem",
)


@pytest.mark.parametrize("said", WORRIES)
async def test_the_question_about_danger_comes_before_where_somebody_works(desk: Desk, said: str) -> None:
    shown = await desk.say(STRANGER, said)
    assert "profile" not in kinds(shown)
    if "guide_step" in kinds(shown):
        assert FIRST in desk.words(shown)


async def test_the_button_of_the_menu_leads_there_too(desk: Desk) -> None:
    shown = await desk.press(STRANGER, "menu_worried")
    assert kinds(shown)[-1] == "guide_step"
    assert FIRST in desk.words(shown)


@pytest.mark.parametrize("way", [("nei, ikke nå",), ("usikker", "Følg med, snakk hjemme")])
@pytest.mark.parametrize("told", ["Stjørdal, skole", "hopp over"])
async def test_where_somebody_works_is_asked_once_danger_is_settled_and_the_guide_goes_on(
    desk: Desk, way: tuple[str, ...], told: str
) -> None:
    await desk.say(STRANGER, "jeg er bekymret for et barn")
    for line in way[:-1]:
        assert "profile" not in kinds(await desk.say(STRANGER, line))
    assert kinds(await desk.say(STRANGER, way[-1]))[-1] == "profile"
    shown = await desk.say(STRANGER, told)
    assert kinds(shown)[-1] == "guide_step"
    assert "noe av dette gjelder barnet" in desk.words(shown)
    state = await desk.state(STRANGER)
    assert state.active == "guide"
    (concern,) = state.concerns
    assert len(concern.answers) == len(way)
    assert "profile" not in kinds(await desk.say(STRANGER, "Nei")), "it is asked once"


async def test_who_says_yes_to_danger_gets_the_numbers_at_once_and_may_see_those_of_their_own(desk: Desk) -> None:
    await desk.say(STRANGER, "jeg er bekymret for et barn")
    shown = await desk.say(STRANGER, "ja")
    assert kinds(shown) == ["guide_outcome"]
    assert "112" in desk.words(shown)
    assert kinds(await desk.say(STRANGER, desk.text("guide.say_where"))) == ["profile"]
    shown = await desk.say(STRANGER, "Melhus, skole")
    assert kinds(shown)[-1] == "guide_outcome"
    assert desk.text("guide.say_where") not in desk.words(shown)
    assert (await desk.state(STRANGER)).profile.municipality == "melhus"


async def test_what_was_said_ahead_is_kept_over_the_question_where_somebody_works(desk: Desk) -> None:
    await desk.say(STRANGER, "jeg er bekymret for en elev, vi er på nivå 2 allerede")
    (concern,) = (await desk.state(STRANGER)).concerns
    assert concern.ahead, "it is remembered for when it is asked"
    await desk.say(STRANGER, "nei, ikke nå")
    await desk.say(STRANGER, "Stjørdal, skole")
    assert (await desk.state(STRANGER)).concerns[0].ahead == concern.ahead


async def test_danger_told_on_the_question_where_somebody_works_stops_everything(desk: Desk) -> None:
    await desk.say(STRANGER, "jeg er bekymret for et barn")
    await desk.say(STRANGER, "nei, ikke nå")
    assert kinds(await desk.say(STRANGER, "far slår henne")) == ["acute"]


async def test_the_same_worry_said_again_there_begins_no_second_one(desk: Desk) -> None:
    for line in ("jeg er bekymret", "nei, ikke nå", "jeg er bekymret"):
        shown = await desk.say(STRANGER, line)
    assert kinds(shown) == ["line", "profile"]
    assert len((await desk.state(STRANGER)).concerns) == 1


async def test_back_from_there_asks_the_question_about_danger_again(desk: Desk) -> None:
    for line in ("jeg er bekymret", "nei, ikke nå", "tilbake"):
        shown = await desk.say(STRANGER, line)
    assert kinds(shown) == ["guide_step"]
    assert FIRST in desk.words(shown)


@pytest.mark.parametrize("id", ["publish", "forget_yes.x", "guide_delete_yes.k1", "case_send.x"])
async def test_a_forged_settings_button_leads_on_to_nothing(desk: Desk, id: str) -> None:
    await desk.press(STRANGER, "settings", id)
    assert (await desk.state(STRANGER)).data.get("then") == ""


async def test_where_somebody_works_may_be_said_at_the_question_about_danger(desk: Desk) -> None:
    await desk.say(STRANGER, "jeg er bekymret")
    shown = await desk.say(STRANGER, "Stjørdal, skole")
    assert "Lagret: Stjørdal, skole" in desk.words(shown)
    assert FIRST in desk.words(shown)
    assert "profile" not in kinds(await desk.say(STRANGER, "nei, ikke nå"))
