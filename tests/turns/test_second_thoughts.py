"""Who thinks again: another answer was meant, a sent case is to be cancelled or withdrawn, children must be fetched."""

from __future__ import annotations

import pytest

from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds


@pytest.mark.parametrize(
    "said", ["jeg mente ja", "beklager, jeg mente ja", "feil, det skulle vært ja", "oi trykket feil"]
)
async def test_another_answer_leads_back_to_the_question_of_danger(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    asked = desk.words(await desk.say(KARI, "3"))
    assert "fare nå?" not in asked
    again = desk.words(await desk.say(KARI, said))
    assert desk.text("guide.meant_another") in again
    assert "Har du grunn til å tro at barnet er i fare nå?" in again


async def test_a_story_with_such_a_word_is_none(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3"):
        await desk.say(KARI, said)
    assert desk.text("guide.meant_another") not in desk.words(await desk.say(KARI, "han mente at mor var lei seg"))


@pytest.mark.parametrize("said", ["ja, trekk den", "ja trekk den tilbake", "ja, trekk saken i morgen"])
async def test_a_yes_with_a_word_of_the_title_says_what_must_be_typed(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.say(KARI, "trekk saken")
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("common.say_it_whole", title=desk.text("case.withdraw_yes")) in told
    assert (await desk.case(case.id)).status == case.status


async def test_cancel_below_the_receipt_tells_how_what_is_sent_is_taken_back(desk: Desk) -> None:
    await desk.sent()
    assert desk.text("case.cancel_when_sent") in desk.words(await desk.say(KARI, "avbryt"))


async def test_fetching_children_may_answer_a_team_that_waits(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hvem henter?"}, place=CHANNEL)
    shown = await desk.say(KARI, "jeg må hente barna")
    assert kinds(shown)[:1] != ["acute"]
    assert case.code in desk.words(shown)
