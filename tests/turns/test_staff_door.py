"""Below the door about a member of staff a few words go on there, and are never searched for or thanked for."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

ASKED = "Har du grunn til å tro at et barn er i fare nå?"


@pytest.mark.parametrize(
    "said",
    [
        "ja",
        "ja det gjør det",
        "det gjelder en assistent",
        "det er sjefen min",
        "rektor",
        "usikker",
        "nei jeg er ikke sikker",
        "vet ikke om det er noe",
        "jeg tror det er en lærer på skolen",
    ],
)
async def test_a_yes_doubt_or_who_it_is_goes_on_step_by_step(desk: Desk, said: str) -> None:
    await desk.say(KARI, "ansatt")
    assert ASKED in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["nei", "fortsett", "hva er taushetsplikt", "hva gjør rektor?", "mor drikker"])
async def test_other_words_are_heard_as_always(desk: Desk, said: str) -> None:
    await desk.say(KARI, "ansatt")
    assert ASKED not in desk.words(await desk.say(KARI, said))


async def test_the_door_asks_no_question_that_it_takes_no_answer_to(desk: Desk) -> None:
    (card,) = await desk.say(KARI, "ansatt")
    assert "?" not in getattr(card, "title", "?")


@pytest.mark.parametrize("said", ["det er sjefen", "det gjelder rektor", "sjefen"])
async def test_who_it_is_may_be_said_in_a_sentence(desk: Desk, said: str) -> None:
    await desk.say(KARI, "ansatt")
    await desk.say(KARI, "Gå steg for steg")
    assert "Hvem gjelder det?" in desk.words(await desk.say(KARI, "Nei, ikke nå"))
    assert "Kan det være vold" in desk.words(await desk.say(KARI, said))


async def test_in_the_middle_of_a_guide_the_door_takes_no_answer_from_it(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    before = (await desk.state(KARI)).active
    assert kinds(await desk.say(KARI, "ansatt")) == ["staff"]
    await desk.say(KARI, "usikker")
    assert (await desk.state(KARI)).active == before


@pytest.mark.parametrize("said", ["det er rektor", "rektoren", "det er sjefen min"])
@pytest.mark.parametrize("way", [[], ["gå steg for steg"]])
async def test_who_it_is_said_too_early_is_remembered_and_not_asked_again(
    desk: Desk, said: str, way: list[str]
) -> None:
    for word in ("ansatt", *way):
        await desk.say(KARI, word)
    first = desk.words(await desk.say(KARI, said))
    assert ASKED in first
    assert "Rektor, styrer eller en annen leder" in first
    assert "vold, trusler eller seksuelle overgrep" in desk.words(await desk.say(KARI, "Nei, ikke nå"))


@pytest.mark.parametrize(
    "said",
    [
        "jeg er bekymret for en ansatt",
        "jeg er bekymret for en kollega",
        "bekymra for vikaren",
        "jeg har mistanke om en ansatt",
        "æ e uroli for læreren",
    ],
)
@pytest.mark.parametrize("before", [(), ("jeg er bekymret",), ("drøft en sak",)])
async def test_a_worry_about_staff_is_led_to_their_door_from_everywhere(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    for typed in before:
        await desk.say(KARI, typed)
    assert "staff" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "jeg er bekymret for en elev",
        "læreren er bekymret for en elev",
        "læreren er bekymret",
        "vi ansatte er bekymret",
        "jeg er en bekymret lærer",
    ],
)
async def test_a_worry_about_a_child_is_not(desk: Desk, said: str) -> None:
    assert "staff" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["vold", "trusler", "overgrep", "seksuelle overgrep"])
async def test_what_it_may_be_is_a_yes_to_whether_it_may_be_that(desk: Desk, said: str) -> None:
    for typed in ("ansatt", "gå steg for steg", "nei", "en kollega"):
        await desk.say(KARI, typed)
    assert "Ring barnevernet eller politiet" in desk.words(await desk.say(KARI, said))
