"""«Minn meg på evaluering 14. januar»: a reminder is asked for in words, of the concern that is meant."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("minn meg på evaluering 14. januar", "14. januar"),
        ("Kan du minne meg på Sak Blå 14. januar?", "14. januar"),
        ("minn mæ på det 14.1", "14. januar"),
    ],
)
async def test_a_reminder_is_set_for_the_concern_that_is_under_way(desk: Desk, said: str, day: str) -> None:
    for before in ("jeg er bekymret", "3"):
        await desk.say(KARI, before)
    told = desk.words(await desk.say(KARI, said))
    assert "Jeg minner deg på Sak Blå" in told
    assert day in told


async def test_without_a_day_it_is_asked_for(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, "minn meg på dette")) == ["guide_reminder"]
    assert "20. desember" in desk.words(await desk.say(KARI, "20. desember"))


async def test_without_a_concern_it_is_told_what_can_be_reminded_of(desk: Desk) -> None:
    assert desk.text("guide.reminder_nothing") in desk.words(await desk.say(KARI, "minn meg på evaluering 14. januar"))


async def test_the_concern_that_is_named_is_meant(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3", "ny bekymring"):
        await desk.say(KARI, said)
    assert "Jeg minner deg på Sak Blå" in desk.words(await desk.say(KARI, "minn meg på Sak Blå 14. januar"))


@pytest.mark.parametrize("said", ["han minner meg om meg selv som barn", "minn meg på at far slår ham 14. januar"])
async def test_a_story_sets_no_reminder(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "Jeg minner deg på" not in desk.words(await desk.say(KARI, said))
