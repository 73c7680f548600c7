"""Too long an answer, one that nobody can see, and one with the code of its case before it: nothing is lost or sent
by itself, and no card grows past what Teams takes."""

from __future__ import annotations

import pytest

from bot.domain.case import CaseText, Member, Status, Task, TeamAnswer
from bot.domain.reply import Card, Reply, Rows
from bot.teams.connector import MAX_PAYLOAD
from dialogs.as_text import inputs_of
from dialogs.cases.form import LONGEST
from dialogs.cases.team_card import team_card
from tests.cases.test_longest_form import TOLD, size
from tests.cases.test_own_words import ASKED, SAID, asked, texts_of
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds
from tests.turns.test_guarded_texts import ANSWER

PICTURE = "😀"
"""Four bytes for one character: the most that a card can grow by."""
CALM = "Vi har hatt mange gode samtaler med barnet om å være på skolen. "
INVISIBLE = ["\u200b", " \u200b\u2060 ", "\ufeff", "\u2800", "\u034f"]


def value(shown: Reply) -> str:
    assert isinstance(shown, Card)
    return next(one.value for one in inputs_of(shown.blocks))


async def test_own_words_that_are_too_long_are_said_not_to_be_sent_and_what_to_do(desk: Desk) -> None:
    case = await asked(desk)
    for number in (LONGEST + 1, 11_000):
        shown = await desk.say(KARI, (CALM * 200)[:number])
        assert "my_own_words" not in kinds(shown)
        assert desk.text("case.own_words_long", code=case.code, number=LONGEST) in desk.words(shown)
        assert max(size(desk, one) for one in shown) <= MAX_PAYLOAD
    assert await texts_of(desk, case) == [ASKED]


async def test_the_longest_words_that_are_offered_fit_into_the_card(desk: Desk) -> None:
    await asked(desk)
    said = (CALM * 200)[: LONGEST - 100].strip() + PICTURE * 100
    (shown,) = await desk.say(KARI, said)
    assert value(shown) == said
    assert size(desk, shown) <= MAX_PAYLOAD


@pytest.mark.parametrize("number", [300, LONGEST])
async def test_the_list_that_asks_which_of_six_cases_is_never_too_large(desk: Desk, number: int) -> None:
    for one in range(6):
        await asked(desk, f"Hva sier skolen om dette, spørsmål {one}?")
    said = "Vi " + PICTURE * (number - 10)
    shown = await desk.say(KARI, said)
    which = next(one for one in shown if isinstance(one, Card) and one.kind == "my_which")
    assert size(desk, which) <= MAX_PAYLOAD
    rows = next(block for block in which.blocks if isinstance(block, Rows)).rows
    is_carried = all(row.press is not None and row.press.carries for row in rows)
    line = desk.text("case.own_words_not_sent" if is_carried else "case.own_words_copy")
    assert (is_carried, line in desk.words(shown)) == (number == 300, True)


async def test_an_answer_far_too_long_stays_where_it_was_written(desk: Desk) -> None:
    case = await asked(desk)
    for verb in ("my_reply_send", "my_add_send"):
        shown = await desk.press(KARI, verb, case.id, {"text": CALM * 200})
        assert kinds(shown) == ["line"], "the card that was pressed stays, with what is written on it"
        assert desk.words(shown) == desk.text("case.far_too_long", number=LONGEST)
        (again,) = await desk.press(KARI, verb, case.id, {"text": PICTURE * 4_800})
        assert value(again) == PICTURE * 4_800
        assert size(desk, again) <= MAX_PAYLOAD
    assert await texts_of(desk, case) == [ASKED]


async def test_the_teams_question_and_answer_are_refused_when_they_are_too_long_and_kept(desk: Desk) -> None:
    case = await asked(desk)
    long = (CALM * 30)[: LONGEST + 1]
    (shown,) = await desk.press(OLE, "case_ask_send", case.id, {"question": long}, CHANNEL)
    assert kinds([shown]) == ["team_ask"]
    assert value(shown) == long.strip()
    assert desk.text("case.too_long", number=LONGEST) in desk.words([shown])
    (shown,) = await desk.press(OLE, "case_answer_send", case.id, ANSWER | {"why": long}, CHANNEL)
    assert kinds([shown]) == ["team_answer"]
    assert long.strip() in [one.value for one in inputs_of(getattr(shown, "blocks", ()))]
    assert desk.text("team.field_too_long", field=desk.text("team.answer_why"), number=LONGEST) in desk.words([shown])
    for verb, values in (
        ("case_ask_send", {"question": CALM * 200}),
        ("case_answer_send", ANSWER | {"why": CALM * 300}),
    ):
        shown_far = await desk.press(OLE, verb, case.id, values, CHANNEL)
        assert desk.text("case.far_too_long", number=LONGEST) in desk.words(shown_far)
    after = await desk.case(case.id)
    assert (after.answer, [one.text for one in after.messages]) == (None, [ASKED])


@pytest.mark.parametrize("said", INVISIBLE)
async def test_an_answer_that_nobody_can_see_is_no_answer(desk: Desk, said: str) -> None:
    case = await asked(desk)
    for verb in ("my_reply_send", "my_add_send"):
        shown = await desk.press(KARI, verb, case.id, {"text": said})
        assert desk.text("case.missing") in desk.words(shown)
    await desk.press(OLE, "case_ask_send", case.id, {"question": said}, CHANNEL)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER | {"why": said}, CHANNEL)
    after = await desk.case(case.id)
    assert (after.answer, [one.text for one in after.messages]) == (None, [ASKED])
    assert after.open_question is not None


@pytest.mark.parametrize("begins", ["svar {}: ", "Svar på sak {} – ", "{}: ", "svar {} "])
async def test_the_code_before_an_answer_chooses_the_case_and_is_no_part_of_it(desk: Desk, begins: str) -> None:
    await asked(desk)
    second = await asked(desk, "Hva sier barnet?")
    (shown,) = await desk.say(KARI, begins.format(second.code) + SAID)
    assert kinds([shown]) == ["my_own_words"]
    assert value(shown) == SAID
    assert second.code in desk.words([shown])


@pytest.mark.parametrize("said", ["vet ikke", "jeg er usikker", "veit ikkje"])
async def test_doubt_below_the_offer_sends_nothing_and_is_asked_about(desk: Desk, said: str) -> None:
    case = await asked(desk)
    await desk.say(KARI, SAID)
    send, no = desk.text("case.own_words_send"), desk.text("case.own_words_no")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.own_words_doubt", button=send, no=no)
    assert await texts_of(desk, case) == [ASKED]


@pytest.mark.parametrize("sentence", [TOLD, "åå øåø æåå ", f"{PICTURE * 9} "])
async def test_the_longest_answer_to_the_longest_case_reaches_the_card_everybody_sees(
    desk: Desk, sentence: str
) -> None:
    said = (sentence * 300)[: LONGEST - 1].strip() + "."
    case = await asked(desk)
    answer = TeamAnswer(
        said, said, (Task(said, said, None),) * 3, said, said, Member(OLE.id, OLE.name), case.created_at
    )
    words = (TOLD * 20)[: LONGEST - 1].strip() + "."
    case = case.changed(text=CaseText(words, words, words, words), answer=answer, answered_at=desk.clock.now())
    card = team_card(case, desk.library.knowledge, desk.clock.now(), posted=True)
    assert size(desk, card) <= MAX_PAYLOAD
    shown = desk.words([card])
    assert words in shown, "the words of the case are whole"
    assert case.status is Status.ANSWERED
    assert desk.text("team.answer_cut_open", button=desk.text("team.change_answer")) in shown
    assert " …" in shown


async def test_an_ordinary_answer_is_shown_whole(desk: Desk) -> None:
    case = await asked(desk)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER | {"why": (CALM * 20)[: LONGEST - 1]}, CHANNEL)
    shown = desk.words([team_card(await desk.case(case.id), desk.library.knowledge, desk.clock.now(), posted=True)])
    assert "…" not in shown
    assert desk.text("team.answer_cut") not in shown
