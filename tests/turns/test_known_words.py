"""Most questions hold a word no command is made of: the rules of nothing but known words are then not asked at all."""

from __future__ import annotations

import ast
import inspect
from types import ModuleType

import pytest

from bot.turns import asked, asked_of_answer, asked_of_case, asked_who_sees, leaders, own_worry, wants_to_discuss
from bot.turns.known_words import DENY, are_listened_for
from dialogs.by_words import words_of
from tests.turns.desk import KARI, Desk

BEHIND = (asked, asked_of_answer, asked_of_case, asked_who_sees, leaders, own_worry, wants_to_discuss)
"""Modules whose rules are asked only of messages of such words."""


def keys_in(module: ModuleType) -> set[str]:
    """Return how the keys begin of the lists of words that a module looks into."""
    called = (node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call))
    looking = [one for one in called if isinstance(one.func, ast.Attribute) and one.func.attr in ("words", "listed")]
    given = [argument for one in looking for argument in one.args]
    told = [argument.values[0] if isinstance(argument, ast.JoinedStr) else argument for argument in given]
    return {str(one.value) for one in told if isinstance(one, ast.Constant)}


@pytest.mark.parametrize("module", BEHIND)
def test_they_hear_words_of_commands_and_of_denial_alone(module: ModuleType) -> None:
    assert keys_in(module)
    assert [key for key in keys_in(module) if not key.startswith("commands.") and key != DENY] == []


def test_a_word_of_no_list_ends_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(asked_of_case, "asks_if_sent", lambda words, *_, **__: tried.append(" ".join(words)))
    around = desk.library.around_delivery()
    for said in ("er saken sendt", "er saken om taushetsplikt sendt"):
        asked.asked_command(said, around)
    assert tried == ["er saken sendt"]


@pytest.mark.parametrize(
    ("said", "is_known"),
    [("har de svart på saken min", True), ("har de svart på taushetsplikten min", False), ("til 'n", True), ("", True)],
)
def test_words_of_phrases_count_one_by_one(desk: Desk, said: str, *, is_known: bool) -> None:
    assert are_listened_for(words_of(said), desk.library.knowledge.texts) is is_known


async def test_who_takes_over_is_heard_behind_a_name(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "jeg overtar etter Kvasir, hva hadde hun av saker"))
    assert "Kvasir" not in shown
    assert shown == desk.words(await desk.say(KARI, "hva hadde hun av saker"))
