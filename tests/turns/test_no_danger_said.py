"""In the middle of nothing it is said that there is no danger, or help is cried for in nearly the same words."""

from __future__ import annotations

import pytest

from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds


@pytest.mark.parametrize(
    "said",
    [
        *("nei, ikke akutt", "det haster ikke", "ingen fare", "det er ikke noe fare her nå", "er ikke akutt"),
        *("nei, det er ikke så farlig", "it is not an emergency", "barnet er ikke i fare"),
    ],
)
async def test_who_says_that_there_is_no_danger_is_met_with_that(desk: Desk, said: str) -> None:
    assert desk.text("answers.no_danger") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        *("det haster, ingen er her nå", "fare nå, ingen er her", "krise nå ingen er her for barnet"),
        *("ingen er her, det haster", "er det ikke akutt", "er han ikke farlig", "det haster, ingen er i barnet"),
        "ikke her, det er akutt",
    ],
)
async def test_who_cries_for_help_or_asks_is_never_told_that_it_is_well(desk: Desk, said: str) -> None:
    assert desk.text("answers.no_danger") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["nei, det haster ikke", "ingen fare", "nei, ikke akutt"])
async def test_it_may_be_the_answer_a_team_waits_for(desk: Desk, said: str) -> None:
    await desk.sent()
    (case,) = await desk.cases_of(KARI)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Haster det?"}, CHANNEL)
    assert kinds(await desk.say(KARI, said)) == ["my_own_words"]
