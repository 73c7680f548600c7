"""Who wonders why it is asked where they work, or will not say, is told, and keeps the worry that led there."""

from __future__ import annotations

import pytest

from bot.domain.turn import Person
from tests.turns.desk import Desk, kinds

NEW = Person("person-ny", "Ny Prøve")
WONDERING = [
    "hva mener du",
    "hvorfor spør du om det",
    "koffer spør du",
    "hæ",
    "skjønner ikke spørsmålet",
    "må jeg si det?",
    "kan jeg hoppe over",
    "kan vi hoppe over dette?",
]
UNWILLING = ["nei", "vet ikke", "det vil jeg ikke si", "vil itj svar"]


@pytest.mark.parametrize("said", WONDERING + UNWILLING)
async def test_who_wonders_why_it_is_asked_is_told_and_keeps_the_worry(desk: Desk, said: str) -> None:
    await desk.say(NEW, "jeg er bekymret")
    await desk.say(NEW, "nei, ikke nå")
    shown = await desk.say(NEW, said)
    assert kinds(shown) == ["line", "profile"]
    assert desk.text("start.profile_why") in desk.words(shown)
    await desk.say(NEW, "stjørdal, skole")
    assert (await desk.state(NEW)).active == "guide"


async def test_on_the_way_to_a_case_nobody_is_told_that_it_goes_on_without(desk: Desk) -> None:
    await desk.say(NEW, "drøft en sak")
    assert desk.text("start.profile_why_case") in desk.words(await desk.say(NEW, "hvorfor det"))


async def test_a_worry_of_their_own_is_still_heard_there(desk: Desk) -> None:
    await desk.say(NEW, "jeg er bekymret")
    await desk.say(NEW, "nei, ikke nå")
    assert "acute" in kinds(await desk.say(NEW, "nei, han har ei kniv og truer de andre"))


async def test_the_way_back_stands_below_what_is_asked_in_between(desk: Desk) -> None:
    await desk.say(NEW, "jeg er bekymret")
    await desk.say(NEW, "nei, ikke nå")
    await desk.say(NEW, "hva er taushetsplikt")
    assert "guide_go_on" in {one.verb for one in (await desk.state(NEW)).shown}
