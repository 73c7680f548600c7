"""What is typed after a case was stopped because it must be reported gets an answer that is true where it stands."""

from __future__ import annotations

import pytest

from bench.answers.questions import read_questions
from tests.turns.desk import KARI, Desk, kinds

STORIES = [question.text for question in read_questions("dev_calm") if question.slug == "bek-larevansker"]


async def stopped(desk: Desk) -> None:
    await desk.to_gate()
    await desk.press(KARI, "case_gate", "yes", {"points": "omsorgssvikt"})


async def below(desk: Desk, said: str) -> str:
    return desk.words(await desk.say(KARI, said))


async def test_the_card_is_named_where_it_stands_right_above(desk: Desk) -> None:
    await stopped(desk)
    assert await below(desk, "mor sa at alt er bra") == desk.text("case.report_below")


async def test_below_an_article_the_card_is_not_said_to_be_above_and_tilbake_shows_it(desk: Desk) -> None:
    await stopped(desk)
    await desk.press(KARI, "article", "melding-hvordan")
    assert await below(desk, "mor sa at alt er bra") == desk.text("case.report_aside")
    assert kinds(await desk.say(KARI, "tilbake")) == ["case_report"]


@pytest.mark.parametrize("said", ["takk", "takk for hjelpen", "ok", "ha det"])
async def test_thanks_are_no_reason_to_say_it_again(desk: Desk, said: str) -> None:
    await stopped(desk)
    assert "meld" not in (await below(desk, said)).casefold()


@pytest.mark.parametrize(
    "said", ["jeg har meldt", "har meldt", "æ har meldt i dag", "vi sendte bekymringsmelding i går", "meldte nå"]
)
async def test_whoever_has_reported_is_not_told_to(desk: Desk, said: str) -> None:
    await stopped(desk)
    assert (await below(desk, said)).startswith(desk.text("case.reported"))
    assert (await desk.state(KARI)).active is None


@pytest.mark.parametrize(
    "said",
    [
        "jeg har ikke meldt ennå",
        "jeg skal melde i morgen",
        "jeg burde ha meldt",
        "mor har fått melding",
        "jeg sendte en e-post til mor",
        "andre har meldt før",
    ],
)
async def test_a_report_that_is_not_made_is_not_taken_for_one(desk: Desk, said: str) -> None:
    await stopped(desk)
    assert await below(desk, said) == desk.text("case.report_below")


@pytest.mark.parametrize("story", STORIES)
async def test_a_story_typed_below_is_answered_and_says_which_child_must_be_reported(desk: Desk, story: str) -> None:
    await stopped(desk)
    shown = await desk.say(KARI, story)
    assert desk.words(shown).startswith(desk.text("case.report_or_other"))
    assert kinds(shown)[1] in ("answer", "did_you_mean")


REPORTED_ELSEWHERE = (
    "jeg har meldt fra til rektor",
    "vi har meldt fra til kontaktlærer og avventer",
    "jeg har sendt melding til helsesykepleier",
    "jeg har meldt meg syk",
    "vi meldte i fjor",
    "har sendt bekymringsmelding, men de avviste den",
    "jeg har nesten meldt",
    "vi har meldt oss på kurs",
    "har meldt dette før, men det ble henlagt",
)


@pytest.mark.parametrize("said", REPORTED_ELSEWHERE)
async def test_a_report_to_somebody_else_or_of_another_time_ends_nothing(desk: Desk, said: str) -> None:
    await stopped(desk)
    assert await below(desk, said) == desk.text("case.reported_where")
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize(
    "said", ["jeg har meldt", "har meldt det nå", "jeg har meldt til barnevernet", "har sendt bekymringsmelding"]
)
async def test_a_report_to_barnevernet_ends_the_case(desk: Desk, said: str) -> None:
    await stopped(desk)
    assert (await below(desk, said)).startswith(desk.text("case.reported"))
    assert (await desk.state(KARI)).active is None
