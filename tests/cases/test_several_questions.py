"""A team that asks again before it is answered: who sent the case reads all of it, and one answer is given to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.case import MOST_ASKED, Case
from tests.turns.desk import CHANNEL, KARI, OLE, Desk

FIRST, SECOND = "Er fraværet likt alle dager?", "Hvor lenge har det vart?"


async def asked(desk: Desk) -> Case:
    case = await desk.taken()
    for question in (FIRST, SECOND):
        desk.clock.advance(minutes=1)
        await desk.press(OLE, "case_ask_send", case.id, {"question": question}, CHANNEL)
    return await desk.case(case.id)


async def test_both_questions_stand_where_they_are_answered(desk: Desk) -> None:
    case = await asked(desk)
    for shown in (await desk.press(KARI, "my_case", case.id), await desk.press(KARI, "my_reply", case.id)):
        words = desk.words(shown)
        assert words.index(FIRST) < words.index(SECOND)
        assert desk.text("case.several_questions") in words


async def test_an_answer_is_to_all_of_it_and_the_next_question_stands_alone(desk: Desk) -> None:
    case = await asked(desk)
    await desk.press(KARI, "my_reply_send", case.id, {"text": "Mest mandager, siden høsten"})
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier barnet?"}, CHANNEL)
    words = desk.words(await desk.press(KARI, "my_reply", case.id))
    assert FIRST not in words
    assert SECOND not in words
    assert desk.text("case.several_questions") not in words


async def test_no_more_than_the_last_few_are_shown_together(desk: Desk) -> None:
    case = await asked(desk)
    last = case.messages[-1]
    more = tuple(replace(last, text=f"Spørsmål {n}?", at=last.at + timedelta(minutes=n)) for n in range(1, 6))
    case = replace(case, messages=(*case.messages, *more))
    assert [one.text for one in case.asked_with(more[-1])] == [f"Spørsmål {n}?" for n in (3, 4, 5)]
    assert len(case.asked_with(more[-1])) == MOST_ASKED
