"""What dialects and nynorsk are read as, before danger is looked for and where an answer is searched."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.acute import AcuteDetector
from bot.answers.acute_model import load_model, stamp_of
from bot.answers.acute_words import load_acute_words
from bot.answers.dialect import DIALECT, also_in_bokmal, in_bokmal
from bot.answers.lexicon import Lexicon, load_lexicon
from bot.content.problem import KnowledgeError


@pytest.fixture
def copied(tmp_path: Path, knowledge: Path) -> Path:
    shutil.copytree(knowledge / "words", tmp_path / "words")
    shutil.copy(knowledge / "topics.tsv", tmp_path)
    return tmp_path


def test_each_word_of_a_text_is_written_in_bokmal_and_nothing_else_is_touched(lexicon: Lexicon) -> None:
    told = "ongin kjæm itj, «søstra» søv – 2 gonger"
    assert in_bokmal(told, lexicon.dialect).endswith("itj, «søsteren» sover – 2 ganger")
    assert in_bokmal(told, {}) == told


def test_no_word_leads_to_a_word_that_leads_on_or_stands_among_the_spellings(lexicon: Lexicon) -> None:
    assert len(lexicon.dialect) > 4000
    assert {word for word, to in lexicon.dialect.items() if to in lexicon.dialect} == set()
    assert lexicon.dialect.keys() & lexicon.spellings.keys() == set()
    assert lexicon.for_search().spellings.items() >= lexicon.spellings.items()


def test_an_expression_listed_in_dialect_is_heard_though_the_text_is_read_in_bokmal(
    knowledge: Path, lexicon: Lexicon
) -> None:
    words = load_acute_words(knowledge, lexicon, with_examples=False)
    assert "kjæm" in lexicon.dialect
    text = "no kjæm grønn beredskap her"
    model = load_model(stamp_of(words))
    listed = replace(words, expressions={"livsfare": ("kjæm grønn beredskap",)})
    assert AcuteDetector(replace(words, expressions={}), model).detect(text) is None
    assert AcuteDetector(listed, model).detect(text) is not None
    assert also_in_bokmal({"en": ("kjæm her",)}, lexicon.dialect) == {"en": ("kjæm her", "kommer her")}


def test_lists_published_before_there_were_dialect_words_are_whole(copied: Path) -> None:
    (copied / DIALECT).unlink()
    assert load_lexicon(copied).dialect == {}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("uten tabulator", "tabulator"),
        ("to ord\tett", "tabulator"),
        ("likt\tlikt", "tabulator"),
        ("kjæm\tkommer\nkjæm\tkom", "«kjæm» står også som «kommer»"),
    ],
)
def test_a_broken_line_is_named(copied: Path, line: str, told: str) -> None:
    (copied / DIALECT).write_text(f"# Dialekt\n\n{line}\n", "utf-8")
    with pytest.raises(KnowledgeError, match=told):
        load_lexicon(copied)
