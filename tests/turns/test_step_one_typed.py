"""What step 1 of a case asks, typed with nothing under way, begins the case or the search, also behind who one is."""

from __future__ import annotations

import pytest

from dialogs.cases.about import answered
from tests.turns.desk import KARI, Desk, kinds


async def about(desk: Desk) -> dict[str, str]:
    state = await desk.state(KARI)
    return {name: value for name, value in answered(state).items() if value}


@pytest.mark.parametrize(
    "said",
    [
        "8 år, skole, atferd, anonymt",
        "jeg vil ta opp: gutt 8 år, skole, utagering, anonymt",
        "anonym sak: 8 år, skole, atferd",
        "vil drøfte 8 år, skole, atferd uten navn",
    ],
)
async def test_all_of_step_one_typed_begins_the_case_with_it(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert "Tverrfaglig kompetanseteam 0–18 år" in desk.words(shown), "to which team it may go"
    state = await desk.state(KARI)
    assert (state.active, state.case.age, state.case.arena, state.case.themes) == ("case", "6-9", "skole", ("atferd",))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("jeg vil drøfte en elev på 12 år med fravær", {"age": "10-12", "themes": "fravaer"}),
        ("jeg vil drøfte et barn i barnehagen", {"arena": "barnehage"}),
        ("vil drøfte 14 år psykisk helse", {"age": "13-15", "themes": "psykisk_helse"}),
    ],
)
async def test_a_wish_with_a_part_of_it_begins_the_case_with_that(desk: Desk, said: str, known: dict[str, str]) -> None:
    assert kinds(await desk.say(KARI, said)) == ["case_about"]
    assert await about(desk) == known


@pytest.mark.parametrize(
    "said",
    [
        "jeg er styrer i en privat barnehage og vil drøfte et barn",
        "hei, jeg jobber på helsestasjonen og vil drøfte en sak",
        "jeg er helsesykepleier, trenger råd fra teamet",
        "drøft",
        "drøfte en elev",
    ],
)
async def test_a_wish_behind_who_one_is_or_in_one_word_begins_the_case(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["case_about"]


@pytest.mark.parametrize("said", ["drøfte anonymt", "opp", "drøfte anonymt i drøftingsteam?", "12 år, skole"])
async def test_what_asks_for_the_rule_or_says_too_little_begins_no_case(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active != "case"


@pytest.mark.parametrize("said", ["13 år, skole, fravær", "10-12 skole mobbing", "4 år, barnehage, språk"])
async def test_the_same_without_the_way_asks_where_to_go(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["where_result"]


async def test_danger_in_it_is_heard_first(desk: Desk) -> None:
    assert "acute" in kinds(await desk.say(KARI, "jeg er lærer og far slår eleven med belte, 12 år, skole, anonymt"))


@pytest.mark.parametrize("said", ["3 barn, fravær", "fravær 20 %", "15 % fravær, anonymt", "2 jenter, fravær"])
async def test_how_many_or_how_much_is_no_age(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert "age" not in await about(desk)


@pytest.mark.parametrize("said", ["jente 14, fravær", "14 jente, fravær"])
async def test_a_number_beside_one_child_is_its_age(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert (await about(desk))["age"] == "13-15"
