"""A case is to be taken back because it is reported: the reason in the same sentence hides the wish for nobody."""

from __future__ import annotations

import pytest

from bot.domain.case import Case, Status
from dialogs.cases.requester_card import text_deleted_on
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

BECAUSE = [
    "trekk saken, den skal meldes",
    "trekk saken fordi den skal meldes",
    "vi melder, trekk saken",
    "jeg har meldt, så trekk saken",
    "da trekker jeg saken, for vi har meldt",
    "trekk saken. jeg melder selv",
    "skal jeg trekke saken da",
    "kan jeg trekke saken?",
]


@pytest.mark.parametrize("said", BECAUSE)
@pytest.mark.parametrize("is_asked", [False, True])
async def test_a_reason_beside_it_asks_whether_the_case_is_taken_back(desk: Desk, said: str, is_asked: bool) -> None:
    case = await desk.sent()
    if is_asked:
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
        await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva er prøvd?"}, place=CHANNEL)
    before = await desk.case(case.id)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_withdraw"]
    assert desk.text("case.withdraw_title", code=case.code, themes="skolefravær") in desk.words(shown)
    assert await desk.case(case.id) == before


@pytest.mark.parametrize(
    "said",
    [
        "ikke trekk saken, den skal drøftes",
        "mor vil trekke saken",
        "foreldrene trekker samtykket, hva nå",
        "kan jeg trekke saken hvis vi melder?",
        "trekk svaret",
        "mor sier at vi må trekke saken",
    ],
)
async def test_another_wish_or_somebody_elses_is_none(desk: Desk, said: str) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, said))[:1] != ["my_withdraw"]


async def test_danger_in_the_reason_is_heard_first(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, "trekk saken, han blir slått")) == ["acute"]


@pytest.mark.parametrize("said", ["jeg angrer på at jeg sendte", "jeg angrer på at jeg sendte saken"])
async def test_regret_of_sending_says_how_it_is_taken_back(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert desk.text("case.cancel_when_sent") in desk.words(await desk.say(KARI, said))
    assert (await desk.case(case.id)).text is not None


async def test_a_case_taken_back_is_at_no_team(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "mine saker")
    await desk.press(KARI, "my_withdraw_yes", case.id)
    told = desk.words(await desk.say(KARI, "mine saker"))
    assert desk.text("case.my_title_none") in told
    assert desk.text("case.my_withdrawn_intro") in told
    assert case.code in told


@pytest.mark.parametrize("said", ["angre", "jeg angrer"])
async def test_who_regrets_that_a_case_is_withdrawn_is_told_that_it_is_gone(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.say(KARI, "trekk saken")
    await desk.say(KARI, "Ja, trekk saken")
    told = desk.words(await desk.say(KARI, said))
    assert told == desk.text("case.done_my_withdraw_yes", code=case.code)


async def _closed(desk: Desk) -> Case:
    case = await desk.taken()
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    return await desk.case(case.id)


@pytest.mark.parametrize("said", ["trekk saken", "ja, trekk saken", "skal jeg trekke saken da"])
async def test_a_closed_case_is_said_not_to_be_taken_back_and_when_its_text_goes(desk: Desk, said: str) -> None:
    case = await _closed(desk)
    told = desk.text("case.closed_not_withdrawn", code=case.code, date=text_deleted_on(case))
    assert told in desk.words(await desk.say(KARI, said))
    assert (await desk.case(case.id)).status is Status.CLOSED


async def test_what_it_says_can_be_done_can_be_done(desk: Desk) -> None:
    case = await _closed(desk)
    await desk.say(KARI, "trekk saken")
    assert kinds(await desk.say(KARI, "åpne igjen")) == ["my_reopen"]
    await desk.say(KARI, "ja, åpne den igjen")
    assert (await desk.case(case.id)).status is Status.CLAIMED
    assert kinds(await desk.say(KARI, "trekk saken")) == ["my_withdraw"]
    await desk.say(KARI, "ja, trekk saken")
    assert (await desk.case(case.id)).status is Status.WITHDRAWN


async def test_something_to_add_to_a_closed_case_is_said_to_need_it_open(desk: Desk) -> None:
    case = await _closed(desk)
    told = desk.words(await desk.say(KARI, "legg til noe"))
    assert desk.text("case.code_closed_open", code=case.code) in told
