"""Sentences of danger are looked for by their telling words: that overlooks none, and leaves ordinary texts alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

import pytest

from bot.answers.acute_sentences import AcuteSentences, Sentence
from bot.answers.acute_sentences_file import SENTENCES, load_sentences
from bot.answers.acute_words import KINDS
from bot.answers.own_danger import WORDS, load_own_danger
from tests.answers.conftest import KNOWLEDGE

MOST = 40
"""Ways of saying one sentence that are tried; the largest group has some hundred and thirty expressions."""

ORDINARY = "hva skal jeg gjøre når det er en elev som ikke vil på skolen og vi har sagt det til mor"
MOST_IN_VAIN = 8
"""Sentences that are looked at in an ordinary text and do not stand there."""


def ways_of_saying(sentence: Sentence) -> Iterator[list[str]]:
    """Yield the words of a sentence, each time with other expressions of its groups."""
    groups = [sorted(part.group.expressions()) for part in sentence.parts if part.is_needed and part.group.is_looked_up]
    if all(groups):
        for said in islice(zip(*map(cycle, groups), strict=False), min(MOST, max(map(len, groups), default=0))):
            yield [word for expression in said for word in expression]


@pytest.fixture(scope="module", params=[SENTENCES, WORDS])
def sentences(request: pytest.FixtureRequest) -> AcuteSentences:
    return (
        load_sentences(KNOWLEDGE, KINDS, SENTENCES)
        if request.param == SENTENCES
        else load_own_danger(KNOWLEDGE)._sentences
    )


def test_no_way_of_saying_a_sentence_is_overlooked(sentences: AcuteSentences) -> None:
    tried = 0
    for all_of_them, sought in ((sentences.told, sentences._told), (sentences.apart, sentences._apart)):
        for sentence in all_of_them:
            for words in ways_of_saying(sentence):
                found = [(at, end) for what, at, end in sought.spans(words, sentences._marks_of(words))]
                assert {*sentence.spans(words)} <= {*found}, sentence.what
                tried += 1
    assert tried > 2_000


def test_an_ordinary_text_has_hardly_any_sentence_looked_at(sentences: AcuteSentences) -> None:
    words = ORDINARY.split()
    marks, sought = sentences._marks_of(words), sentences._told
    led_to = set().union(*(sought._by_word.get(word, ()) for word in words))
    looked_at = [sentences.told[place] for place in led_to if sought._needs[place] & marks == sought._needs[place]]
    assert len([one for one in looked_at if not [*one.spans(words)]]) <= MOST_IN_VAIN
