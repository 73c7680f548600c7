"""Two teams that wait at once: words of our own buttons, and what names a case, are never taken for the answer."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from dialogs.as_text import all_buttons
from tests.cases.test_own_words import SAID, asked, texts_of
from tests.turns.desk import ABOUT, KARI, WORDS, Desk, kinds


@pytest.mark.parametrize("said", ["Send som svar til teamet", "send svaret", "har ikke tid"])
async def test_words_about_sending_below_the_form_keep_what_is_written_in_it(desk: Desk, said: str) -> None:
    first = await asked(desk)
    second = await asked(desk, "Hva sier barnet?")
    shown = await desk.say(KARI, SAID)
    choice = next(one for one in all_buttons(shown[1]) if one.id == second.id)
    form = await desk.press(KARI, choice.verb, choice.id, dict(choice.carries))
    assert kinds(form) == ["my_reply"]
    told = await desk.say(KARI, said)
    assert kinds(told) == ["line"]
    assert "Ingenting er sendt" in desk.words(told)
    await desk.push(KARI, form, desk.text("case.send_text"), {"text": SAID})
    assert SAID in await texts_of(desk, second)
    assert SAID not in await texts_of(desk, first)


@pytest.mark.parametrize("said", ["Send som svar til teamet", "send det", "Bruk forslagene"])
@pytest.mark.parametrize("number", [1, 2])
async def test_a_title_of_our_own_is_no_answer_wherever_it_is_typed(desk: Desk, said: str, number: int) -> None:
    for one in range(number):
        await asked(desk, f"Hva er prøvd, spørsmål {one}?")
    await desk.say(KARI, "meny")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_reply" if number == 1 else "my_which"]
    assert shown[0].text == desk.text("case.own_words_send_nothing")
    assert not any(one.carries and dict(one.carries).get("text") for one in all_buttons(shown[1]))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("trekk saken om skolefravær", "my_withdraw"),
        ("trekk den om skolefravær", "my_withdraw"),
        ("trekk saken om mobbing", "my_withdraw"),
        ("svar på saken om mobbing", "my_reply"),
    ],
)
async def test_a_case_is_named_by_what_it_is_about(
    desk: Desk, said: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    absence = await asked(desk)
    monkeypatch.setitem(ABOUT, "themes", "mobbing")
    bullying = await asked(desk, "Hva sier barnet?")
    await desk.say(KARI, SAID)
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1] == kind
    meant, other = (bullying, absence) if "mobbing" in said else (absence, bullying)
    assert meant.code in desk.words(shown)
    assert other.code not in desk.words(shown)


@pytest.mark.parametrize(("theme", "named"), [("mobbing", "mobbing"), ("rus", "rus")])
@pytest.mark.parametrize("verb", ["trekk", "endre", "vis"])
async def test_a_theme_that_no_case_has_is_answered_with_the_list_and_never_with_another_case(
    desk: Desk, theme: str, named: str, verb: str
) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, f"{verb} saken om {theme}")
    assert kinds(shown) == ["line", "my_cases"]
    assert desk.text("case.theme_unknown", theme=named) in desk.words(shown)
    assert case.code in desk.words(shown)


async def test_a_theme_of_a_case_that_is_not_sent_is_told_to_be_a_draft(desk: Desk) -> None:
    await desk.sent()
    await desk.to_form(KARI)
    await desk.press(KARI, "case_review", values=WORDS)
    shown = await desk.say(KARI, "meny") and await desk.say(KARI, "trekk saken om mobbing")
    assert kinds(shown) == ["line", "line", "my_cases"]
    assert desk.text("case.draft_not_sent") in desk.words(shown)


async def test_a_case_of_the_theme_that_has_no_question_is_shown_and_no_other_is_answered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = await asked(desk)
    monkeypatch.setitem(ABOUT, "themes", "mobbing")
    await desk.sent()
    silent = next(one for one in await desk.cases_of(KARI) if one.id != asking.id)
    shown = await desk.say(KARI, "svar på saken om mobbing")
    assert kinds(shown) == ["line", "my_case"]
    assert silent.code in desk.words(shown)
    assert asking.code not in desk.words(shown)


async def test_the_question_of_withdrawing_tells_what_the_case_is_about(desk: Desk) -> None:
    await desk.sent()
    assert "Trekke saken om skolefravær (" in desk.words(await desk.say(KARI, "trekk saken"))


async def two_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> tuple[Case, Case]:
    absence = await asked(desk)
    monkeypatch.setitem(ABOUT, "themes", "mobbing")
    return absence, await asked(desk, "Hva sier barnet?")


@pytest.mark.parametrize("named", ["den om mobbing", "mobbing", "nei den om mobbing", "saken om mobbing"])
async def test_below_the_list_a_case_is_chosen_by_what_it_is_about(
    desk: Desk, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    absence, bullying = await two_asked(desk, monkeypatch)
    await desk.say(KARI, SAID)
    shown = await desk.say(KARI, named)
    assert kinds(shown) == ["line", "my_reply"]
    assert desk.text("case.which_copy") in desk.words(shown)
    assert bullying.code in desk.words(shown)
    assert absence.code not in desk.words(shown)


@pytest.mark.parametrize("first", [SAID, "trekk den"])
@pytest.mark.parametrize("no", ["nei", "Ingen av dem"])
async def test_a_no_below_the_list_does_nothing_and_is_no_answer(
    desk: Desk, first: str, no: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = await two_asked(desk, monkeypatch)
    assert kinds(await desk.say(KARI, first))[-1] == "my_which"
    shown = await desk.say(KARI, no)
    assert desk.text("case.which_left") in desk.words(shown)
    assert kinds(await desk.say(KARI, "1")) == ["menu"]
    for case in cases:
        assert len(await texts_of(desk, case)) == 1


async def test_words_for_sending_below_the_list_draw_no_other_list(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await two_asked(desk, monkeypatch)
    await desk.say(KARI, SAID)
    shown = await desk.say(KARI, "send som svar")
    assert desk.words(shown) == desk.text("case.which_first")


async def test_a_yes_below_the_form_of_one_case_is_offered_to_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    absence, _ = await two_asked(desk, monkeypatch)
    await desk.press(KARI, "my_reply", absence.id)
    assert desk.words(await desk.say(KARI, "ja")) == desk.text("case.own_words_send_nothing")


@pytest.mark.parametrize("number", [1, 2])
async def test_a_case_that_is_said_to_be_wrong_by_its_theme_is_no_answer(
    desk: Desk, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    absence = await asked(desk)
    if number == 2:
        await two_asked(desk, monkeypatch)
    shown = await desk.say(KARI, "det var feil i saken om mobbing")
    assert kinds(shown) == (["case_wrong"] if number == 2 else ["line", "my_cases"])
    told = "case.wrong_text_title" if number == 2 else "case.theme_unknown"
    code = next((one.code for one in await desk.cases_of(KARI) if "mobbing" in one.form.themes), absence.code)
    assert desk.text(told, code=code, theme="mobbing") in desk.words(shown)


@pytest.mark.parametrize("said", ["nei den andre", "nei, en annen sak", "nei feil sak"])
@pytest.mark.parametrize("number", [1, 2])
async def test_another_case_is_no_answer_to_the_team_of_this_one(
    desk: Desk, said: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(desk)
    if number == 2:
        await two_asked(desk, monkeypatch)
    await desk.say(KARI, SAID)
    assert kinds(await desk.say(KARI, said)) == ["my_cases"]


@pytest.mark.parametrize(
    ("first", "left"),
    [(SAID, "case.own_words_ask_again"), ("det var feil i saken om skolefravær", "case.wrong_left")],
)
async def test_cancel_below_what_asks_leaves_it_and_tells_of_no_withdrawal(desk: Desk, first: str, left: str) -> None:
    await asked(desk)
    await desk.say(KARI, first)
    assert desk.text(left) in desk.words(await desk.say(KARI, "avbryt"))


async def test_cancel_below_the_list_leaves_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await two_asked(desk, monkeypatch)
    await desk.say(KARI, SAID)
    assert desk.text("case.which_left") in desk.words(await desk.say(KARI, "avbryt"))
