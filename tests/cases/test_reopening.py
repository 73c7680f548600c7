"""A requester asks in words that a closed case is opened again: it is asked first, and never guessed which."""

from __future__ import annotations

import pytest

from bot.content.texts import load_texts
from bot.delivery.retention import delete_what_is_due
from bot.domain.case import Case, Status
from dialogs.cases.which_case import asks_to_reopen, typed_code
from tests.fakes.knowledge import KNOWLEDGE
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, all_buttons, kinds

TEXTS = load_texts(KNOWLEDGE)


async def closed(desk: Desk) -> Case:
    before = {one.id for one in await desk.cases_of(KARI)}
    await desk.sent()
    (case,) = [one for one in await desk.cases_of(KARI) if one.id not in before]
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    return await desk.case(case.id)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("jeg vil åpne den igjen", True),
        ("åpne igjen", True),
        ("gjenåpne saken", True),
        ("kan saken åpnes på nytt?", True),
        ("kan dere åpne saken min igjen", True),
        ("åpne saken", False),
        ("igjen", False),
        ("han åpner seg igjen", False),
        ("barnehagen åpner igjen", False),
        ("jeg vil åpne den igjen og si at han gråter", False),
    ],
)
def test_only_the_whole_message_asks_for_it(said: str, asks: bool) -> None:
    assert asks_to_reopen(said, TEXTS) is asks


@pytest.mark.parametrize(
    ("said", "verb"),
    [("åpne K7M-42P igjen", "my_reopen"), ("gjenåpne K7M-42P", "my_reopen"), ("åpne K7M-42P", "my_case")],
)
def test_a_code_tells_which(said: str, verb: str) -> None:
    assert typed_code(said, TEXTS) == (verb, "K7M-42P")


@pytest.mark.parametrize("said", ["jeg vil åpne den igjen", "åpne igjen", "gjenåpne saken"])
async def test_the_only_closed_case_is_asked_about_and_opened_by_its_button(desk: Desk, said: str) -> None:
    case = await closed(desk)
    await desk.say(KARI, "hva er taushetsplikt")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_reopen"]
    assert case.code in desk.words(shown)
    for word in ("ja", "1", "nei vent", "vet ikke"):
        told = desk.words(await desk.say(KARI, word))
        asked = desk.text("common.say_it_whole", title=desk.text("case.open_again"))
        assert told == (desk.text("case.left_undone") if word == "nei vent" else asked), word
    assert (await desk.case(case.id)).status is Status.CLOSED
    await desk.say(KARI, "åpne igjen")
    assert (await desk.case(case.id)).status is Status.CLAIMED


async def test_with_two_closed_cases_it_is_asked_which_and_then_whether(desk: Desk) -> None:
    first, second = await closed(desk), await closed(desk)
    shown = await desk.say(KARI, "jeg vil åpne den igjen")
    assert kinds(shown) == ["my_which"]
    assert kinds(await desk.push(KARI, shown, second.code)) == ["my_reopen"]
    assert (await desk.case(first.id)).status is Status.CLOSED
    assert (await desk.case(second.id)).status is Status.CLOSED


async def test_without_a_closed_case_that_is_said(desk: Desk) -> None:
    await desk.sent()
    assert desk.text("case.none_closed") in desk.words(await desk.say(KARI, "åpne igjen"))


async def test_a_withdrawn_case_is_said_to_be_gone_and_how_it_is_sent_anew(desk: Desk) -> None:
    first = await desk.sent()
    await desk.press(KARI, "my_withdraw_yes", first.id)
    told = desk.words(await desk.say(KARI, "åpne igjen"))
    assert desk.text("case.none_reopened", code=first.code) in told
    await desk.sent()
    for case in await desk.cases_of(KARI):
        await desk.press(KARI, "my_withdraw_yes", case.id)
    assert desk.text("case.none_reopened_many") in desk.words(await desk.say(KARI, "åpne den igjen"))


@pytest.mark.parametrize("said", ["nei det var feil, det er ikke løst", "det var feil, vi trenger mer hjelp"])
async def test_whoever_says_that_it_was_closed_wrongly_is_asked_whether_to_open_it_again(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_close_send", case.id, {"reason": "elsewhere"}, CHANNEL)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_reopen"]
    assert case.code in desk.words(shown)


async def test_a_case_whose_text_is_deleted_is_opened_by_nobody_and_its_requester_is_told_how_to_go_on(
    desk: Desk,
) -> None:
    case = await closed(desk)
    desk.clock.advance(days=case.pace.retention_days, hours=1)
    assert (await delete_what_is_due(desk.store, desk.clock)).texts == 1
    gone = desk.text("case.none_reopened", code=case.code)
    shown = await desk.press(KARI, "my_case", case.id)
    assert "my_reopen" not in {one.verb for reply in shown for one in all_buttons(reply)}
    assert "«drøft en sak»" in desk.words(shown)
    assert gone in desk.words(await desk.say(KARI, "åpne den igjen"))
    assert gone in desk.words(await desk.say(KARI, f"åpne sak {case.code} igjen"))
    await desk.press(KARI, "my_reopen", case.id)
    await desk.press(OLE, "case_reopen", case.id, place=CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLOSED
