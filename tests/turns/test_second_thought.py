"""An answer that is put right in the same breath, or right below: the later holds, and its «nei» answers nothing."""

from __future__ import annotations

import time

import pytest

from dialogs.second_thought import begun_anew, put_right
from tests.turns.desk import KARI, Desk

PLACES = {"sfo": "arena", "skole": "arena", "videregående skole": "arena"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("12 år, nei 13 år", "13 år"),
        ("12 nei vent 13", "13"),
        ("13 år jeg mente 14", "14 år"),
        ("6-9 nei 10-12", "10-12"),
        ("jente 12 nei 13, fravær", "jente 13, fravær"),
        ("3. trinn, nei 4. trinn", "4. trinn"),
        ("12 år, nei 13, nei 14", "14 år"),
        ("sfo nei skole", "skole"),
        ("gutt 12 år skole, nei sfo", "gutt 12 år sfo"),
        ("sfo, eller nei vent jeg mente videregående skole, 3 uker", "videregående skole, 3 uker"),
    ],
)
def test_the_later_of_two_holds(said: str, meant: str) -> None:
    assert put_right(said, PLACES.get) == meant


@pytest.mark.parametrize("bit", [" ", "nei ", "1 nei 2 ", "vent,", "oi ", "sfo, nei skole "])
def test_a_long_text_is_read_at_once_and_left_as_it_is(bit: str) -> None:
    long = bit * (10_000 // len(bit)) + "x"
    began = time.process_time()
    assert put_right(long, PLACES.get) == long
    assert begun_anew(long, PLACES.get, PLACES.values()) == long
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "said",
    ["12 år, skole, nei", "12 år, nei", "12 år, nei, skole", "12 år, nei 2 uker", "12 år, nei 5 dager", "nei 13 år"],
)
def test_a_no_that_may_answer_something_stands(said: str) -> None:
    assert put_right(said, PLACES.get) == said


async def about_the_child(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "nei", "1"):
        await desk.say(KARI, said)


@pytest.mark.parametrize("said", ["12 år, nei 13 år", "hun er 12, nei 13", "12 nei vent 14", "hun er 13"])
async def test_in_the_guide_the_no_says_nothing_of_help_from_before(desk: Desk, said: str) -> None:
    await about_the_child(desk)
    told = desk.words(await desk.say(KARI, said))
    assert "«Alder: 13–15 år»" in told


@pytest.mark.parametrize("said", ["nei 13 år", "nei vent, 14", "jeg mente 14 år", "oi feil, hun er 15"])
async def test_an_age_told_anew_in_the_guide_changes_that_alone(desk: Desk, said: str) -> None:
    await about_the_child(desk)
    await desk.say(KARI, "12 år")
    assert "«Alder: 13–15 år»" in desk.words(await desk.say(KARI, said))


async def test_a_no_with_an_age_not_told_before_is_an_answer(desk: Desk) -> None:
    await about_the_child(desk)
    assert "Har barnet hjelp fra før: Nei" in desk.words(await desk.say(KARI, "nei, 13 år"))


@pytest.mark.parametrize(("said", "shown"), [("12 år, nei 13 år", "13-15"), ("jente 12 nei 13, fravær", "13-15")])
async def test_at_the_first_step_of_a_case_as_well(desk: Desk, said: str, shown: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).case.age == shown


async def test_a_place_put_right_there_is_the_later_one(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "sfo nei skole")
    assert (await desk.state(KARI)).case.arena == "skole"


@pytest.mark.parametrize("said", ["14 år", "hun er 13", "hun er 12, nei 13", "jente 14 år", "14 år gammel gutt"])
async def test_an_age_told_too_early_is_remembered_for_when_it_is_asked(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "«Alder: 13–15 år»" in desk.words(await desk.say(KARI, said))
    for answer in ("nei, ikke nå", "nei"):
        await desk.say(KARI, answer)
    assert "13–15 år  ‹" in desk.words(await desk.say(KARI, "1"))


@pytest.mark.parametrize(
    "said",
    [
        "9",
        "det skjedde for 2 år siden",
        "vet ikke",
        "moren er 15 år yngre",
        "hun er 12 år eldre enn ham",
        "han er 35",
        "hun er 15 og livredd",
    ],
)
async def test_what_may_be_anything_else_is_no_age(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "«Alder" not in desk.words(await desk.say(KARI, said))


async def test_an_age_told_with_a_place_too_early_passes_no_question_over(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    for said in ("14 år, grunnskole", "nei, ikke nå", "nei"):
        await desk.say(KARI, said)
    shown = desk.words(await desk.say(KARI, "1"))
    assert "13–15 år  ‹" in shown
    assert "Har barnet hjelp fra før" in shown


async def test_where_nothing_is_asked_of_safety_it_is_not_said_to_come_first(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, said)
    assert "trygghet" not in desk.words(await desk.say(KARI, "14 år")).partition("\n")[0]
