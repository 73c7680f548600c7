"""An answer is bound to the question it was read with: an old card in another window answers no newer question."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.domain.case import Case
from bot.domain.reply import Card, Reply
from dialogs.as_text import inputs_of
from dialogs.cases.deliver import requester_notice
from dialogs.dialog import Around
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

FIRST, SECOND = "Har du snakket med barnet?", "Er det trygt for barnet å dra hjem i dag?"


async def asked(desk: Desk) -> Case:
    case = await desk.taken()
    return await ask(desk, case, FIRST)


async def ask(desk: Desk, case: Case, question: str) -> Case:
    await desk.press(OLE, "case_ask_send", case.id, {"question": question}, CHANNEL)
    return await desk.case(case.id)


def delivered(case: Case, around: Around) -> Sequence[Reply]:
    """Return the card of the last question, as it is put into the requester's chat."""
    number = str(len(case.messages) - 1)
    return [requester_notice(case, {"notice": "question", "message": number}, around)]


async def said_in(desk: Desk, case: Case) -> list[str]:
    return [one.text for one in (await desk.case(case.id)).messages]


@pytest.fixture
def around(desk: Desk) -> Around:
    return desk.library.around_delivery()


def written(shown: Sequence[Reply]) -> list[str]:
    assert isinstance(shown[-1], Card)
    return [one.value for one in inputs_of(shown[-1].blocks)][:1]


async def test_an_old_card_pressed_again_is_no_answer_to_the_newer_question(desk: Desk, around: Around) -> None:
    case = await asked(desk)
    old = delivered(case, around)
    await desk.push(KARI, old, desk.text("case.send_text"), {"reply": "Nei."})
    await ask(desk, case, SECOND)
    again = await desk.push(KARI, old, desk.text("case.send_text"), {"reply": "Nei."})
    assert await said_in(desk, case) == [FIRST, "Nei.", SECOND]
    assert kinds(again) == ["my_reply"]
    assert SECOND in desk.words(again)
    assert desk.text("case.another_question") in desk.words(again)
    assert written(again) == ["Nei."], "what was written is kept"
    await desk.push(KARI, again, desk.text("case.send_text"), {"text": "Ja, i dag."})
    assert await said_in(desk, case) == [FIRST, "Nei.", SECOND, "Ja, i dag."]


async def test_an_old_i_do_not_know_is_no_answer_to_the_newer_question(desk: Desk, around: Around) -> None:
    case = await asked(desk)
    old = delivered(case, around)
    await desk.push(KARI, old, desk.text("case.dont_know"))
    await ask(desk, case, SECOND)
    again = await desk.push(KARI, old, desk.text("case.dont_know"))
    assert await said_in(desk, case) == [FIRST, desk.text("case.dont_know_text"), SECOND]
    assert SECOND in desk.words(again)
    assert written(again) == [""]


async def test_old_own_words_are_no_answer_to_the_newer_question(desk: Desk) -> None:
    case = await asked(desk)
    old = await desk.say(KARI, "Nei, ikke ennå i alle fall.")
    await desk.press(KARI, "my_reply_send", case.id, {"text": "Nei."})
    await ask(desk, case, SECOND)
    again = await desk.push(KARI, old, desk.text("case.own_words_send"), {"text": "Nei, ikke ennå i alle fall."})
    assert await said_in(desk, case) == [FIRST, "Nei.", SECOND]
    assert written(again) == ["Nei, ikke ennå i alle fall."]


async def test_an_answer_typed_below_the_first_question_is_no_answer_to_the_newer_one(desk: Desk) -> None:
    case = await asked(desk)
    await desk.press(KARI, "my_reply", case.id)
    await ask(desk, case, SECOND)
    again = await desk.say(KARI, f"{desk.text('case.reply_field')}: Nei.")
    assert await said_in(desk, case) == [FIRST, SECOND]
    assert SECOND in desk.words(again)
    assert written(again) == ["Nei."]


@pytest.mark.parametrize("question", ["", "0-0", "9-1"])
async def test_a_press_that_tells_no_question_or_an_unknown_one_sends_nothing(desk: Desk, question: str) -> None:
    case = await asked(desk)
    shown = await desk.press(KARI, "my_reply_send", f"{case.id}.{question}", {"text": "Nei."})
    assert await said_in(desk, case) == [FIRST]
    assert kinds(shown) == ["my_reply"]


async def test_the_same_question_asked_again_is_another_one(desk: Desk, around: Around) -> None:
    case = await asked(desk)
    old = delivered(case, around)
    await desk.push(KARI, old, desk.text("case.send_text"), {"reply": "Nei."})
    await ask(desk, case, FIRST)
    await desk.push(KARI, old, desk.text("case.send_text"), {"reply": "Nei."})
    assert await said_in(desk, case) == [FIRST, "Nei.", FIRST]


async def test_a_double_press_is_sent_once_and_said_to_be_sent(desk: Desk, around: Around) -> None:
    case = await asked(desk)
    old = delivered(case, around)
    for _ in range(2):
        done = await desk.push(KARI, old, desk.text("case.send_text"), {"reply": "Nei."})
        assert desk.text("case.replied", code=case.code, name=desk.text("case.name_hidden")) in desk.words(done)
    assert await said_in(desk, case) == [FIRST, "Nei."]


async def test_a_closed_case_waits_for_nobody(desk: Desk) -> None:
    case = await asked(desk)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "elsewhere"}, CHANNEL)
    assert (await desk.case(case.id)).open_question is None
    for shown in (await desk.say(KARI, "mine saker"), await desk.press(KARI, "my_case", case.id)):
        assert desk.text("case.waits_for_you") not in desk.words(shown)
        assert desk.text("case.my_title_waiting") not in desk.words(shown)
    await desk.press(KARI, "my_reopen", case.id)
    assert (await desk.case(case.id)).open_question is not None, "it waits again once it is open again"
