"""A star in the words of danger means any ending of a word, and makes no message slow to read."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from bot.answers.acute_words import load_acute_words, pattern_of
from bot.answers.lexicon import load_lexicon
from bot.content.problem import KnowledgeError
from tests.fakes.knowledge import KNOWLEDGE


@pytest.mark.parametrize("star", ["a*a*a*b", "*slår", "slå**", "slår * meg", "*"])
def test_a_star_in_the_middle_of_a_word_or_alone_is_refused(tmp_path: Path, star: str) -> None:
    shutil.copytree(KNOWLEDGE / "words", tmp_path / "words")
    words = tmp_path / "words/acute.yaml"
    words.write_text(words.read_text("utf-8").replace("vold: [", f'vold: ["{star}", ', 1), "utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_acute_words(tmp_path, load_lexicon(KNOWLEDGE), with_examples=False)
    assert any("må stå sist i et ord" in one.message and star in one.message for one in caught.value.problems)


def test_no_expression_is_slow_whatever_is_written() -> None:
    pattern = pattern_of(("a*a*a*a*a*b", "slå* meg*", "pappa* slå*"))
    assert pattern is not None
    began = time.process_time()
    for said in ("a" * 20_000, "slå" * 6_000, "slår " * 4_000, "pappaaaa " * 2_000):
        assert pattern.search(said) is None
    assert time.process_time() - began < 1
    assert pattern.search("i går slåss megetsterk") is not None
