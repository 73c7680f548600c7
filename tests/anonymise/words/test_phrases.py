"""Listed phrases are found in texts as they are written, whatever signs stand in them."""

from __future__ import annotations

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.reading.document import _tokens
from bot.anonymise.words.phrases import PhraseBook, split_phrase

WRITTEN = (
    "tydal barne- og ungdomsskole",
    "leppe- kjeve- ganespalte",
    "ben & jerry's",
    "williams' syndrom",
    "erasmus+",
    "d.a. zzyby",
    "nord-zzyby og sør-zzyby",
)


@pytest.mark.parametrize("phrase", WRITTEN)
def test_a_phrase_is_cut_as_the_text_it_stands_in(phrase: str) -> None:
    assert list(split_phrase(phrase)) == [one.lower for one in _tokens(phrase, lambda _: 0)]


@pytest.mark.parametrize(("phrase", "length"), [("harry potter-*", 2), ("zzyfrykt*", 1)])
def test_a_star_is_any_ending_also_behind_a_hyphen(phrase: str, length: int) -> None:
    tokens = _tokens("harry potter-bok zzyfrykten", lambda _: 0)
    at = 0 if length == 2 else 2
    assert PhraseBook({phrase: "x"}).at(tokens, at) == (length, "x")


def test_a_school_with_a_hyphen_in_its_name_is_found_whole(anonymiser: Anonymiser) -> None:
    text = "Gutten går på Tydal barne- og ungdomsskole."
    found = [text[one.start : one.end] for one in anonymiser.find(text)]
    assert "Tydal barne- og ungdomsskole" in found
