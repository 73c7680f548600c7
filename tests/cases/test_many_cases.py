"""Somebody with many cases: every list of them fits, a page at a time, and every case is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.case import Case
from bot.domain.conversation import ConversationState
from bot.domain.reply import Reply
from bot.teams.connector import MAX_PAYLOAD
from dialogs.as_text import all_buttons
from dialogs.cases.requester_card import my_cases_card
from dialogs.cases.which_case import ADD, REPLY, SHOW, WITHDRAW, Leafed, which_card
from dialogs.pages import PAGE
from tests.cases.test_longest_form import size
from tests.cases.test_own_words import SAID, asked
from tests.turns.desk import KARI, Desk, kinds

MANY = 59
"""As many as a team had in a year."""

NOTHING_BEGUN = ConversationState()


def alike(case: Case) -> list[Case]:
    return [replace(case, id=f"{case.id}-{number}", code=f"A{number:02}-B{number:02}") for number in range(MANY)]


@pytest.mark.parametrize("page", range(5))
async def test_no_list_of_many_cases_is_too_large(desk: Desk, page: int) -> None:
    cases, around = alike(await asked(desk)), desk.library.around_delivery()
    said = (("text", SAID),)
    lists = [which_card(verb, cases, around, Leafed(page, said)) for verb in (REPLY, ADD, SHOW, WITHDRAW)]
    assert max(size(desk, one) for one in (*lists, my_cases_card(cases, NOTHING_BEGUN, around, page))) <= MAX_PAYLOAD


async def test_every_case_stands_on_one_page_of_the_list(desk: Desk) -> None:
    cases, around = alike(await asked(desk)), desk.library.around_delivery()
    for shown in (
        [my_cases_card(cases, NOTHING_BEGUN, around, page) for page in range(4)],
        [which_card(WITHDRAW, cases, around, Leafed(page)) for page in range(4)],
    ):
        ids = [one.id for card in shown for one in all_buttons(card) if one.id in {case.id for case in cases}]
        assert sorted(ids) == sorted(case.id for case in cases)


async def send_many(desk: Desk) -> list[str]:
    """Send two more cases than a page takes; return their codes, the newest first."""
    for _ in range(PAGE + 2):
        await desk.sent()
        desk.clock.advance(minutes=1)
    return [case.code for case in sorted(await desk.cases_of(KARI), key=lambda one: one.created_at, reverse=True)]


def codes_on(desk: Desk, shown: Sequence[Reply], codes: Sequence[str]) -> list[str]:
    return [code for code in codes if code in desk.words(shown)]


@pytest.mark.parametrize(
    ("said", "listed", "opened"),
    [
        ("mine saker", "my_cases", "my_case"),
        ("trekk saken", "my_which", "my_withdraw"),
        ("legg til noe", "my_which", "my_add"),
    ],
)
async def test_the_pages_are_leafed_through_by_words_and_by_buttons(
    desk: Desk, said: str, listed: str, opened: str
) -> None:
    codes = await send_many(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == [listed]
    assert codes_on(desk, shown, codes) == codes[:PAGE]
    assert "1–15 av 17" in desk.words(shown)
    second = await desk.say(KARI, "neste")
    assert kinds(second) == [listed]
    assert codes_on(desk, second, codes) == codes[PAGE:]
    assert codes_on(desk, await desk.say(KARI, "forrige 15"), codes) == codes[:PAGE]
    (leaf,) = [one for one in all_buttons(shown[0]) if one.verb == "my_page"]
    pressed = await desk.push(KARI, shown, leaf.title)
    assert codes_on(desk, pressed, codes) == codes[PAGE:]
    one = await desk.say(KARI, "2")
    assert kinds(one) == [opened]
    assert codes[PAGE + 1] in desk.words(one)


async def two_cases(desk: Desk) -> tuple[Case, Case]:
    """Send one about absence, and a newer one about bullying; return them in this order."""
    await desk.sent()
    desk.clock.advance(minutes=1)
    await desk.sent(themes="mobbing")
    newest, oldest = sorted(await desk.cases_of(KARI), key=lambda one: one.created_at, reverse=True)
    return oldest, newest


@pytest.mark.parametrize(
    ("said", "kind", "row"),
    [
        ("trekk den andre", "my_withdraw", 1),
        ("jeg vil trekke den første", "my_withdraw", 0),
        ("legg til på den siste", "my_add", 1),
        ("trekk fraværssaken", "my_withdraw", 1),
        ("trekk den om fraværet", "my_withdraw", 1),
    ],
)
async def test_below_the_list_a_case_is_named_by_its_row_or_what_it_is_about(
    desk: Desk, said: str, kind: str, row: int
) -> None:
    absence, newest = await two_cases(desk)
    await desk.say(KARI, "mine saker")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == [kind]
    assert (newest, absence)[row].code in desk.words(shown)


@pytest.mark.parametrize(
    ("said", "row"), [("legg til på den første: mer uro", 0), ("legg til i saken om fravær: mer uro", 1)]
)
async def test_what_is_written_behind_the_name_of_a_case_is_offered_to_be_added(
    desk: Desk, said: str, row: int
) -> None:
    absence, newest = await two_cases(desk)
    await desk.say(KARI, "mine saker")
    shown = desk.words(await desk.say(KARI, said))
    assert f"Vil du legge dette til i {(newest, absence)[row].code}?" in shown
    assert "mer uro" in shown


async def test_with_several_cases_what_is_to_be_added_comes_along_to_the_one_that_is_chosen(desk: Desk) -> None:
    absence, _newest = await two_cases(desk)
    shown = await desk.say(KARI, "legg til noe: mer uro")
    assert kinds(shown) == ["line", "my_which"]
    assert "svar på" not in desk.words(shown)
    chosen = desk.words(await desk.push(KARI, shown, absence.code))
    assert absence.code in chosen
    assert "mer uro" in chosen


async def test_something_else_is_no_theme_of_a_case(desk: Desk) -> None:
    await two_cases(desk)
    assert kinds(await desk.say(KARI, "legg til noe annet i saken")) == ["my_which"]


async def test_a_case_named_by_its_row_that_nothing_is_asked_about_is_said_to_wait_for_no_answer(desk: Desk) -> None:
    _absence, newest = await two_cases(desk)
    await desk.say(KARI, "mine saker")
    shown = desk.words(await desk.say(KARI, "svar på den første"))
    assert desk.text("case.code_no_question", code=newest.code) in shown
