"""Each kind of finding has the words people are shown, each trait its share and advice, and no words lie there for a
kind that nobody finds."""

from __future__ import annotations

import ast
from pathlib import Path

import yaml

from bot.anonymise.risk.risk import _ADVICE
from bot.content.texts import load_texts

ROOT = Path(__file__).parents[2]
SOURCES = [ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "bot" / "anonymise").rglob("*.py"))]
TEXTS = {key.partition(".")[2] for key in load_texts(ROOT / "knowledge") if key.startswith("findings.")}


def literals_of(tree: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def kinds_made_by(*makers: str) -> set[str]:
    """Return the kinds that are written where a finding is made; some are handed on in a variable."""
    calls = [one for tree in SOURCES for one in ast.walk(tree) if isinstance(one, ast.Call) and len(one.args) > 3]
    made = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id in makers]
    given = [arg.value for one in made for arg in one.args[2:4] if isinstance(arg, ast.Constant)]
    return {one for one in given if isinstance(one, str) and one.isidentifier()}


def test_each_kind_that_is_found_has_its_words() -> None:
    assert len(kinds_made_by("direct", "quasi")) > 20
    assert kinds_made_by("direct", "quasi") - TEXTS == set()


def test_no_words_are_kept_for_a_kind_that_nobody_finds() -> None:
    assert TEXTS - set().union(*(literals_of(tree) for tree in SOURCES)) == set()


def test_each_trait_has_its_share_of_people_and_its_advice() -> None:
    traits = kinds_made_by("quasi")
    assert len(traits) > 10
    population = yaml.safe_load((ROOT / "knowledge" / "anonymising" / "befolkning.yaml").read_text("utf-8"))
    assert traits - {*population["traits"], *population["municipalities"]["frosta"]["units"]} == set()
    assert traits - {*_ADVICE} == set()
