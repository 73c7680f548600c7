"""Who is too tired to read on is told what to do; danger goes first, and what is asked of parents finds its answer."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

TIRED = [
    "orker ikke mer i dag, kan du bare si hva jeg skal gjøre",
    "orkar ikkje meir i dag, kan du berre seie kva eg skal gjere",
    "æ orke itj mer i dag, ka ska æ gjør",
    "orker ikke å lese mer, bare si hva jeg gjør",
    "kan du bare si hva jeg skal gjøre, jeg er så sliten",
]


@pytest.mark.parametrize("said", TIRED)
async def test_who_is_too_tired_to_read_on_is_shown_the_way_to_the_guide(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "menu"]
    assert desk.text("answers.tired_asks") in desk.words(shown)


@pytest.mark.parametrize("said", TIRED)
async def test_in_the_middle_of_something_it_is_what_is_asked_there(desk: Desk, said: str) -> None:
    for begun in ("jeg er bekymret", "drøft en sak"):
        await desk.say(KARI, begun)
        floor = (await desk.state(KARI)).active
        shown = await desk.say(KARI, said)
        assert desk.text("answers.tired_asks_here") in desk.words(shown)
        assert len(shown) > 1
        assert (await desk.state(KARI)).active == floor


@pytest.mark.parametrize(
    "said",
    [
        "orker ikke mer i dag, vil ikke leve",
        "jeg orker ikke mer, vil bare dø, hva skal jeg gjøre",
        "hun orker ikke mer i dag, hva skal jeg gjøre",
        "orker ikke mer i dag, hun blør, hva skal jeg gjøre",
        "orker ikke mer i dag, han slår meg nå, hva gjør jeg",
    ],
)
async def test_danger_beside_it_goes_first(desk: Desk, said: str) -> None:
    assert "acute" in kinds(await desk.say(KARI, said))


async def test_who_only_cannot_go_on_is_not_taken_for_tired(desk: Desk) -> None:
    shown = await desk.say(KARI, "orker ikke mer, hva skal jeg gjøre")
    assert desk.text("answers.tired_asks") not in desk.words(shown)


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("mor ringer og spør, hva sier jeg", "foreldre-ikke-informere"),
        ("mora ringer nå, hva skal jeg si", "foreldre-ikke-informere"),
        ("mor spør om vi har meldt, hva svarer jeg", "foreldre-ikke-informere"),
        ("avisa ringer og spør, hva sier jeg", "taushetsplikt-media"),
        ("og hvis mor ikke samtykker", "samtykke-nekter"),
        ("og hvis far ikke samtykker", "samtykke-nekter"),
    ],
)
async def test_what_parents_ask_and_refuse_finds_its_answer_below_another(desk: Desk, said: str, slug: str) -> None:
    await desk.say(KARI, "hva er taushetsplikt")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article == slug


@pytest.mark.parametrize("said", ["usikker", "vet ikke"])
async def test_who_is_unsure_below_an_outcome_is_told_with_whom_to_talk(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "3", "2"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line"]
    assert desk.text("guide.unsure_outcome") in desk.words(shown)
