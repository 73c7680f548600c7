"""The lists of words that rules are made of say each word once, and none that no text can hold."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.anonymise.words.vocabulary import read_words

ROOT = Path(__file__).parents[3]
PAIRS = "faste_par"
"""The one list of two words at a time, tied by «_»."""


def _in_code() -> Iterator[tuple[str, list[str]]]:
    for path in sorted((ROOT / "bot" / "anonymise").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_list = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words"
            if is_list and isinstance(given := node.args[0], ast.Constant):
                yield f"{path.name}:{node.lineno}", str(given.value).split()


def _in_knowledge(file: str) -> Iterator[tuple[str, list[str]]]:
    listed = yaml.safe_load((ROOT / "knowledge" / "anonymising" / file).read_text("utf-8"))
    yield from ((name, str(words).split()) for name, words in listed.items())


@pytest.mark.parametrize("where", ["code", "ord.yaml", "engelsk.yaml"])
def test_a_list_says_each_word_once_and_only_words(where: str) -> None:
    lists = list(_in_code() if where == "code" else _in_knowledge(where))
    assert len(lists) > 10
    twice = {name: [one for one, count in Counter(words).items() if count > 1] for name, words in lists}
    assert {name: words for name, words in twice.items() if words} == {}
    assert {name: words for name, words in lists if name != PAIRS and any("_" in one for one in words)} == {}


def test_words_of_a_file_are_set_apart_by_spaces_commas_and_lines(tmp_path: Path) -> None:
    (tmp_path / "ord.txt").write_text("# to, tre\r\nfire,fem ,\u00a0seks\t sju\n\n ,\n  # åtte\nni#ti\n", "utf-8")
    assert read_words(tmp_path / "ord.txt") == ["fire", "fem", "seks", "sju", "ni#ti"]
