"""How long it has lasted, said as people say it, is the answer to «hvor lenge har det vart»."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from dialogs.guide.lasting import as_lasting
from tests.fakes.knowledge import shelf
from tests.turns.desk import KARI, Desk

TODAY = date(2026, 11, 30)
STEPS = shelf().knowledge.guides["bekymring"].steps


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("tre måneder", "flere måneder"),
        ("språk tre måneder", "språk, flere måneder"),
        ("uro, har vart i et par uker", "uro, noen uker"),
        ("språk, 2 dager", "språk, noen dager"),
        ("i et halvt år nå", "flere måneder"),
        ("14 dager", "noen uker"),
        ("språk, lenge", "språk, lenge"),
        ("fravær, siden høsten", "fravær, flere måneder"),
        ("uro siden august", "uro, flere måneder"),
        ("helt siden i fjor", "flere måneder"),
        ("uro siden november", "uro, noen uker"),
        ("uro, siden i går", "uro, noen dager"),
        ("fravær siden forrige måned", "fravær, noen uker"),
        ("mobbing siden skolestart i fjor", "mobbing, flere måneder"),
        ("siden august har hun vært borte", "siden august har hun vært borte"),
        ("i 3-4 uker", "noen uker"),
        ("uro i 1,5 år", "uro, flere måneder"),
        ("Hvor lenge har det vart: tre uker", "Hvor lenge har det vart:noen uker"),
        ("mobbing\ntre uker", "mobbing\nnoen uker"),
        ("det begynte for tre uker siden", "det begynte, noen uker"),
    ],
)
def test_a_time_is_the_choice_it_is(said: str, named: str) -> None:
    assert as_lasting(said, STEPS["hva_har_du_sett"], TODAY) == named


@pytest.mark.parametrize(
    "said",
    [
        "gutten er 12 år og har fravær",
        "jente 14 år, rus",
        "jente på 4 år, språk",
        "14 år, rus",
        "mobbing siden han var 6 år",
        "broren er 8 måneder",
        "fravær 2 dager i uka",
        "fravær tre dager hver uke",
        "borte en dag per uke",
        "foreldrene ble skilt for 2 år siden, fravær",
        "starter om to uker",
        "ikke tre uker",
        "søsteren er 3 år eldre",
    ],
)
def test_an_age_how_often_how_long_ago_and_what_is_to_come_are_no_such_time(said: str) -> None:
    assert as_lasting(said, STEPS["hva_har_du_sett"], TODAY) == said


def test_a_long_row_of_small_words_is_read_at_once() -> None:
    began = process_time()
    as_lasting("i " * 10_000, STEPS["hva_har_du_sett"], TODAY)
    as_lasting("det har vart i" * 1_500 + " " * 20_000, STEPS["hva_har_du_sett"], TODAY)
    assert process_time() - began < 2


def test_an_age_is_no_time_that_something_has_lasted() -> None:
    assert as_lasting("3 år, barnehage", STEPS["om_barnet"], TODAY) == "3 år, barnehage"


async def to_what_was_seen(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "nei", "2", "12 år, skole"):
        await desk.say(KARI, said)


async def test_a_theme_and_a_time_are_both_heard(desk: Desk) -> None:
    await to_what_was_seen(desk)
    assert "Hvor lenge har det vart: noen uker»" in desk.words(await desk.say(KARI, "mobbing tre uker"))


async def test_a_time_put_right_in_the_same_breath_is_the_later(desk: Desk) -> None:
    await to_what_was_seen(desk)
    assert "«Hvor lenge har det vart: flere måneder»" in desk.words(await desk.say(KARI, "tre uker, nei to måneder"))


async def test_a_time_said_after_the_theme_is_added_to_that_answer(desk: Desk) -> None:
    await to_what_was_seen(desk)
    await desk.say(KARI, "mobbing")
    assert "«Hvor lenge har det vart: flere måneder»" in desk.words(await desk.say(KARI, "tre måneder"))


@pytest.mark.parametrize("said", ["må jeg det", "er det nødvendig", "må æ virkelig det?"])
async def test_who_asks_whether_a_step_must_be_answered_is_told(desk: Desk, said: str) -> None:
    await to_what_was_seen(desk)
    assert desk.text("guide.no_skipping_list") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["må jeg ringe", "haster det", "må jeg si det til foreldrene?"])
async def test_who_asks_whether_something_else_must_be_is_not(desk: Desk, said: str) -> None:
    await to_what_was_seen(desk)
    assert desk.text("guide.no_skipping_list") not in desk.words(await desk.say(KARI, said))
