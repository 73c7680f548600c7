"""A button is described in one place, the table of its dialog: what is missing there is found here."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from bot.content.texts import load_texts
from bot.turns.said_whole import NEVER_BY_NUMBER
from dialogs.by_words import MENU
from dialogs.dialog import Typed
from dialogs.verbs import COMMANDS, DIALOGS, INTENTS, VERBS, WAYS_OUT
from tests.each import each
from tests.fakes.knowledge import KNOWLEDGE

TEXTS = load_texts(KNOWLEDGE)
ROOT = Path(__file__).resolve().parents[2]
IN_MENU = {f"{MENU}{intent}" for intent in (*INTENTS, "question")}


def _buttons() -> Iterator[tuple[ModuleType, ast.expr]]:
    """Yield the module and the verb of every button that is drawn; a link presses nothing."""
    for path in sorted((ROOT / "dialogs").rglob("*.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_button = isinstance(one, ast.Call) and getattr(one.func, "id", "") == "Button"
            if is_button and len(one.args) > 1 and all(given.arg != "url" for given in one.keywords):
                yield module, one.args[1]


def _drawn() -> set[str]:
    """Return the verbs that are written out where the button is drawn, or as a constant of its module."""
    verbs = {one.value for _, one in _buttons() if isinstance(one, ast.Constant)}
    named = {vars(module).get(one.id) for module, one in _buttons() if isinstance(one, ast.Name)}
    return verbs | {one for one in named if isinstance(one, str)}


def test_every_button_that_is_drawn_does_something() -> None:
    assert _drawn() <= {*VERBS} | IN_MENU


def test_a_verb_belongs_to_one_dialog() -> None:
    owned = Counter(verb for dialog in DIALOGS for verb in dialog.verbs)
    assert [verb for verb, owners in owned.items() if owners > 1] == []


@each("verb", sorted(VERBS))
def test_words_that_are_listed_for_a_button_press_it(verb: str) -> None:
    """Words under its name in the texts, and a row of its own that says so, come together or not at all."""
    listed = {key.removeprefix("commands.") for key in TEXTS}
    assert (verb in listed) == VERBS[verb].is_command
    assert (f"team_{verb}" in listed) == (VERBS[verb].in_channel == "meant")


@each("verb", sorted(verb for verb, one in VERBS.items() if one.is_command))
def test_a_command_is_pressed_without_its_title_and_so_does_nothing_that_counts(verb: str) -> None:
    assert VERBS[verb].typed is Typed.NEARLY


@pytest.mark.parametrize("verb", sorted(verb for verb in VERBS if verb.endswith("_yes")))
def test_the_yes_to_what_cannot_be_taken_back_is_typed_in_full(verb: str) -> None:
    assert VERBS[verb].typed is Typed.SURE


def test_what_is_asked_for_in_words_has_a_way_out_and_is_not_done_by_a_number() -> None:
    asked = {verb: one.asked_beside for verb, one in VERBS.items() if one.asked_beside}
    assert {*asked.values()} <= {*VERBS}
    assert {*asked} <= NEVER_BY_NUMBER


def test_every_command_is_a_button_begins_something_or_leads_out() -> None:
    assert {*COMMANDS} - {*VERBS} == {*INTENTS, *WAYS_OUT, "question", "came_back", "where_we_were"}
