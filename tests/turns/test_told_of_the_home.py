"""Who is asked whether they may talk with the parents answers in words, and is asked whether that is right."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds


async def at_which(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "usikker", "de sa vi skulle følge med"):
        shown = await desk.say(KARI, said)
    assert desk.text("guide.told_which") in desk.words(shown)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ja vi kan snakke med foreldrene", "Jeg kan snakke med foreldrene"),
        ("vi kan ta det opp med mor", "Jeg kan snakke med foreldrene"),
        ("nei, vi skal vente", "Vent med foreldrene"),
        ("de ba oss vente med foreldrene", "Vent med foreldrene"),
        ("vi skal ikke snakke med foreldrene", "Vent med foreldrene"),
    ],
)
async def test_the_answer_is_understood_and_asked_about(desk: Desk, said: str, meant: str) -> None:
    await at_which(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1:] == ["guide_confirm"]
    assert meant in desk.words(shown)


@pytest.mark.parametrize("said", ["vi kan snakke med foreldrene", "mor er sint"])
async def test_said_without_being_asked_it_tells_nothing_of_what_they_said(desk: Desk, said: str) -> None:
    for before in ("jeg er bekymret", "nei, ikke nå", "usikker"):
        await desk.say(KARI, before)
    assert "guide_confirm" not in kinds(await desk.say(KARI, said))
