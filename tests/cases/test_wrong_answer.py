"""Whoever says soon after that what the team was told is wrong is asked whether it is to be put right in that case."""

from __future__ import annotations

import pytest

from bot.content.texts import load_texts
from bot.domain.case import Case
from bot.domain.reply import Card
from dialogs.as_text import all_buttons, inputs_of
from dialogs.cases.taken_back import takes_back, what_is_right
from tests.cases.test_own_words import asked, texts_of
from tests.each import each
from tests.fakes.knowledge import KNOWLEDGE
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

TEXTS = load_texts(KNOWLEDGE)
RIGHT = "nei vent det va feil, vi har snakka med helsesykepleier"


async def answered(desk: Desk) -> Case:
    case = await asked(desk)
    await desk.press(KARI, "my_reply_send", case.id, {"text": "Nei, det har vi ikke."})
    return await desk.case(case.id)


@each(
    ("said", "is_taken_back"),
    [
        (RIGHT, True),
        ("beklager feil svar", True),
        ("jeg svarte feil til teamet", True),
        ("oi, jeg skrev feil. Det er faren som henter.", True),
        ("jeg glemte å si at vi har hatt møte", True),
        ("nei vent, vi har hatt møte", True),
        ("nei vent", False),
        ("vent litt", False),
        ("han sier at alt er feil", False),
        ("hun sa feil ting på skolen", False),
        ("svarte jeg feil?", False),
        ("hva gjør jeg når jeg svarte feil", False),
        ("nei", False),
        ("", False),
        ("jeg tok feil av barnet, det er et annet barn", True),
        ("trekk svaret", True),
        ("nei ikke trekk saken, bare svaret", True),
        ("trekk saken", False),
        ("kan jeg trekke svaret?", False),
        ("han svarte ikke på svaret", False),
    ],
)
def test_only_who_begins_with_it_says_that_something_was_wrong(said: str, is_taken_back: bool) -> None:
    assert takes_back(said, TEXTS) is is_taken_back


def test_words_that_only_say_that_it_was_wrong_are_nothing_to_send() -> None:
    assert what_is_right("beklager, jeg svarte feil til teamet", TEXTS) == ""
    assert what_is_right("trekk svaret", TEXTS) == ""
    assert what_is_right(RIGHT, TEXTS) == RIGHT


async def test_the_receipt_of_an_answer_has_a_button_that_adds_to_it(desk: Desk) -> None:
    case = await asked(desk)
    shown = await desk.press(KARI, "my_reply_send", case.id, {"text": "Nei."})
    button = all_buttons(shown[0])[0]
    assert (button.verb, button.id) == ("my_add", case.id)
    assert kinds(await desk.press(KARI, button.verb, button.id)) == ["my_add"]


async def test_what_is_right_is_offered_to_the_case_and_sent_by_a_press_only(desk: Desk) -> None:
    case = await answered(desk)
    before = await texts_of(desk, case)
    shown = await desk.say(KARI, RIGHT)
    assert kinds(shown) == ["my_own_add"]
    assert case.code in desk.words(shown)
    assert isinstance(shown[0], Card)
    assert [one.value for one in inputs_of(shown[0].blocks)] == [RIGHT]
    for said in ("ja", "send", "1", "vet ikke"):
        assert "Ingenting er sendt ennå" in desk.words(await desk.say(KARI, said)), said
    assert await texts_of(desk, case) == before
    await desk.push(KARI, shown, desk.text("case.wrong_send"), {"text": RIGHT})
    assert await texts_of(desk, case) == [*before, RIGHT]


async def test_a_name_in_what_is_right_is_found_before_it_is_sent(desk: Desk) -> None:
    case = await answered(desk)
    before = await texts_of(desk, case)
    said = "nei vent det var feil, Jonas Prøve har snakket med henne"
    shown = await desk.say(KARI, said)
    assert desk.text("answers.names_warning") in desk.words(shown)
    again = await desk.push(KARI, shown, desk.text("case.wrong_send"), {"text": said})
    assert kinds(again) == ["my_add"]
    assert await texts_of(desk, case) == before


@pytest.mark.parametrize("said", ["beklager feil svar", "jeg svarte feil til teamet"])
async def test_who_only_says_that_it_was_wrong_is_asked_what_is_right(desk: Desk, said: str) -> None:
    case = await answered(desk)
    shown = await desk.say(KARI, said)
    assert desk.text("case.wrong_title_empty", code=case.code) in desk.words(shown)
    assert kinds(await desk.push(KARI, shown, desk.text("common.cancel"))) == ["my_case"]


async def test_a_sentence_to_the_bot_is_answered_after_a_no(desk: Desk) -> None:
    case = await answered(desk)
    before = await texts_of(desk, case)
    shown = await desk.say(KARI, "jeg glemte å spørre om taushetsplikten min")
    assert kinds(shown) == ["my_own_add"]
    assert kinds(await desk.push(KARI, shown, desk.text("case.own_words_no"))) != ["my_own_add"]
    assert await texts_of(desk, case) == before


async def test_with_two_cases_it_is_asked_which(desk: Desk) -> None:
    await answered(desk)
    await answered(desk)
    shown = await desk.say(KARI, RIGHT)
    assert kinds(shown) == ["line", "my_which"]
    (form,) = await desk.push(KARI, shown, (await desk.cases_of(KARI))[0].code)
    assert isinstance(form, Card)
    assert [one.value for one in inputs_of(form.blocks)] == [RIGHT]


async def test_in_a_guide_it_is_said_beside_that_nothing_is_sent(desk: Desk) -> None:
    case = await answered(desk)
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("case.wrong_aside", code=case.code) in desk.words(await desk.say(KARI, RIGHT))


async def test_a_day_later_and_after_the_case_is_closed_it_is_a_question_as_any(desk: Desk) -> None:
    case = await answered(desk)
    desk.clock.advance(hours=25)
    assert "my_own_add" not in kinds(await desk.say(KARI, RIGHT))
    again = await answered(desk)
    await desk.press(OLE, "case_close_send", again.id, {"reason": "meeting"}, CHANNEL)
    assert "my_own_add" not in kinds(await desk.say(KARI, RIGHT))
    assert len(await texts_of(desk, case)) == 2


async def test_danger_in_what_is_right_is_heard_first(desk: Desk) -> None:
    await answered(desk)
    assert kinds(await desk.say(KARI, "nei vent det var feil, faren slår ham"))[:1] == ["acute"]


WRONG_TEXT = "jeg tok feil av barnet, det er et annet barn"


@pytest.mark.parametrize("said", [WRONG_TEXT, "nei det var feil det jeg skrev, vi har ikke laget plan", "trekk svaret"])
async def test_who_sent_a_wrong_text_is_told_how_it_is_put_right(desk: Desk, said: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_wrong"]
    assert [one.verb for one in all_buttons(shown[0])][:3] == ["my_change", "my_add_this", "my_withdraw"]
    assert await desk.case(case.id) == case


async def test_a_text_that_somebody_has_taken_is_added_to_and_not_changed(desk: Desk) -> None:
    await desk.taken()
    shown = await desk.say(KARI, WRONG_TEXT)
    assert [one.verb for one in all_buttons(shown[0])][:2] == ["my_add_this", "my_withdraw"]
    (form,) = await desk.push(KARI, shown, desk.text("case.add"))
    assert isinstance(form, Card)
    assert [one.value for one in inputs_of(form.blocks)] == [WRONG_TEXT]


async def test_of_two_cases_it_is_asked_which_text_was_wrong(desk: Desk) -> None:
    await desk.sent()
    await desk.sent()
    assert kinds(await desk.say(KARI, WRONG_TEXT)) == ["line", "my_which"]


async def test_words_for_all_that_may_be_done_with_a_wrong_text_ask_first(desk: Desk) -> None:
    case = await desk.sent()
    for said, kind in (("trekk saken", "my_withdraw"), ("endre teksten", "my_renew"), ("legg til noe", "my_add")):
        await desk.say(KARI, WRONG_TEXT)
        assert kinds(await desk.say(KARI, said)) == [kind], said
    assert await desk.case(case.id) == case


async def test_a_no_that_goes_on_below_an_answer_is_offered_to_it(desk: Desk) -> None:
    await answered(desk)
    assert kinds(await desk.say(KARI, "nei det er bestefar")) == ["my_own_add"]


async def test_a_no_to_the_bot_below_an_answer_is_answered(desk: Desk) -> None:
    await answered(desk)
    assert kinds(await desk.say(KARI, "nei, jeg lurer på taushetsplikten min")) == ["answer"]
    assert kinds(await desk.say(KARI, "nei")) == ["line"]


async def test_a_wrong_text_is_nothing_in_a_guide_and_a_day_later(desk: Desk) -> None:
    await desk.sent()
    desk.clock.advance(hours=25)
    assert "case_wrong" not in kinds(await desk.say(KARI, WRONG_TEXT))
    await desk.sent()
    await desk.say(KARI, "jeg er bekymret")
    assert "case_wrong" not in kinds(await desk.say(KARI, WRONG_TEXT))


@pytest.mark.parametrize("said", ["slett det jeg skrev", "slett det jeg sendte"])
async def test_whoever_wants_what_was_sent_deleted_is_shown_how(desk: Desk, said: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_wrong"]
    assert case.code in desk.words(shown)


async def test_a_line_typed_below_the_form_for_adding_is_what_is_added(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "legg til noe")
    said = "Barnet hermer nå etter andre barn"
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_own_add"]
    assert said in desk.words(shown)
    await desk.push(KARI, shown, desk.text("case.wrong_send"), {"text": said})
    assert said in await texts_of(desk, case)


@pytest.mark.parametrize("said", ["ja", "ja takk", "nei"])
async def test_a_bare_word_below_the_form_for_adding_is_said_to_send_nothing(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, "legg til noe")
    words = desk.words(await desk.say(KARI, said))
    assert "sender ingenting" in words or "Ingenting er sendt ennå" in words


async def test_a_question_below_the_form_for_adding_is_answered(desk: Desk) -> None:
    await desk.sent()
    await desk.say(KARI, "legg til noe")
    assert kinds(await desk.say(KARI, "hva er samtidighetsansvar?"))[0] == "answer"


@pytest.mark.parametrize("said", ["glemte å si at mor er syk", "jeg glemte å skrive at de har hatt møte"])
async def test_what_was_forgotten_in_a_case_a_team_has_is_no_fault_and_is_offered_to_be_added(
    desk: Desk, said: str
) -> None:
    case = await desk.taken()
    shown = await desk.say(KARI, said)
    assert desk.text("case.wrong_title", code=case.code) in desk.words(shown)
    assert said in desk.words(shown)


async def test_what_is_forgotten_is_added_to_the_case_whose_card_was_shown_last_however_old(desk: Desk) -> None:
    case = await answered(desk)
    desk.clock.advance(days=20)
    await desk.press(KARI, "my_case", case.id)
    (shown,) = await desk.say(KARI, "glemte å si at hun har en lillebror")
    assert isinstance(shown, Card)
    assert case.code in desk.words([shown])
    assert [one.value for one in inputs_of(shown.blocks)] == ["glemte å si at hun har en lillebror"]


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("legg til at hun nå er borte hele uka", "hun nå er borte hele uka"),
        ("Kan du legge til at mor har ringt", "mor har ringt"),
        ("jeg vil gjerne legge til at vi har hatt møte", "vi har hatt møte"),
    ],
)
async def test_what_stands_behind_legg_til_at_is_offered_to_be_added(desk: Desk, said: str, added: str) -> None:
    await desk.sent()
    shown = (await desk.say(KARI, said))[0]
    assert isinstance(shown, Card)
    assert [one.value for one in inputs_of(shown.blocks)] == [added]


@pytest.mark.parametrize("said", ["kan jeg legge til at hun er 12?", "legg til rette for henne"])
async def test_what_asks_of_adding_or_is_something_else_is_not_added(desk: Desk, said: str) -> None:
    await desk.sent()
    shown = (await desk.say(KARI, said))[0]
    assert not isinstance(shown, Card) or not [one for one in inputs_of(shown.blocks) if one.value]
