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
