"""Where the guide asks how far one has come, the answer is heard also among small words, and misspelt."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk


async def level(desk: Desk, said: str) -> object:
    for line in ("jeg er bekymret", "nei, ikke nå", "nei", said):
        await desk.say(KARI, line)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return dict(concern.answers).get("hvor_langt")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("har akkurat blitt urolig", "ny"),
        ("akuratt blitt urolig", "ny"),
        ("prøver egentlig bare tiltak nå", "niva_1"),
        ("ingen tiltak hos oss", None),
        ("vi prøver ikke tiltak", None),
    ],
)
async def test_it_is_the_answer_it_names(desk: Desk, said: str, meant: str | None) -> None:
    assert await level(desk, said) == meant


@pytest.mark.parametrize("said", ["gidder ikke mer", "fortsetter senere"])
async def test_who_has_had_enough_goes_on_later(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("guide.paused", title="Sak Blå").split(".")[0] in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hva skal jeg svare her", "kva skal eg skrive", "hva skal jeg svare?"])
async def test_who_asks_what_to_answer_has_the_question_explained(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("guide.explained") in desk.words(await desk.say(KARI, said))


async def test_doubt_at_a_plan_is_met_kindly(desk: Desk) -> None:
    for line in ("jeg er bekymret", "nei, ikke nå", "nei", "vi prøver tiltak hos oss", "14 år, skole", "fravær"):
        await desk.say(KARI, line)
    assert desk.text("guide.no_doubt_here") in desk.words(await desk.say(KARI, "vet ikke"))


async def test_an_answer_is_taken_back_with_another_behind_it(desk: Desk) -> None:
    for line in ("jeg er bekymret", "nei, ikke nå", "nei", "vi prøver tiltak hos oss", "14 år, skole", "fravær"):
        await desk.say(KARI, line)
    await desk.say(KARI, "kontaktlærer, om tre uker")
    shown = desk.words(await desk.say(KARI, "nei vent, rektor"))
    assert "Hvem har stafettpinnen nå?" in shown


@pytest.mark.parametrize(
    "said",
    [
        "samtidig er jeg bekymret for søsteren hennes",
        "nå ble jeg bekymret for en elev",
        "i dag er jeg urolig for et barn",
    ],
)
async def test_a_worry_said_with_another_word_first_begins_the_guide(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize("said", ["når er jeg bekymret nok", "hva blir jeg bedt om"])
async def test_a_question_with_the_same_order_begins_none(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active is None
