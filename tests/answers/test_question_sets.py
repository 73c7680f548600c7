"""The question sets of the benchmark are large, of all kinds, and not copied from what is searched."""

from __future__ import annotations

import pytest

from bench.answers.questions import KINDS, read_acute, read_danger, read_questions
from bench.answers.run import SETS
from bot.answers.index import phrasings
from bot.answers.lexicon import Lexicon
from bot.content.article import Article
from bot.content.check_articles import plain

SEARCHED_IN_DEV = frozenset({
    "samarbeidende personell", "hva er anonym drøfting", "hva gjør jeg på handlingsveilederen nivå 0",
    "hvordan melder jeg sak til drøftingsteamet i melhus", "hvem er slt koordinator i melhus",
    "når har ppt konsultasjonstid", "hva gjør kommuneoverlegen", "kva gjer det barnepalliative teamet",
    "hva er styrk møtet", "tror du på gud", "hva er meningen med livet", "kan du synge",
})  # fmt: skip
"""Development questions that stand word for word in what is searched. Accepted as they are; no more may come."""
SEARCHED_UNREAD = {
    "test_2": 1,
    "test_4": 1,
    "test_5": 1,
    "test_6": 2,
    "test_8": 1,
    "test_9": 2,
    "test_10": 3,
    "test_11": 2,
    "test_12": 4,
}
"""How many do so of the sets that nobody reads."""
NEWER = {"inhabil", "klage-barnevern", "meldeplikt-frivillig", "meldeplikt-ordene", "skjermet-adresse"}
"""Answers written after the questions were: tests of their own ask for them."""


@pytest.mark.parametrize("name", ["dev", "test"])
def test_a_set_has_five_hundred_questions_of_all_kinds_about_every_topic(
    name: str, articles: dict[str, Article]
) -> None:
    questions = read_questions(name)
    assert len(questions) >= 500
    assert {question.kind for question in questions} == set(KINDS)
    assert {question.slug for question in questions} - {""} == set(articles) - NEWER
    assert sum(question.kind == "x" for question in questions) >= 80


@pytest.mark.parametrize("name", SETS)
def test_no_question_of_several_words_is_searched_but_those_known(
    name: str, articles: dict[str, Article], lexicon: Lexicon
) -> None:
    searched = {plain(text) for _, text in phrasings(articles.values(), lexicon, {})}
    asked = {plain(q.text) for q in read_questions(name) if q.kind != "m"}
    known = SEARCHED_IN_DEV if name == "dev" else frozenset()
    count = sum(" " in text for text in (asked & searched) - known)
    assert count <= SEARCHED_UNREAD.get(name, 0)  # a number, so that a failure shows nobody a question held back


def test_development_and_held_back_questions_are_different() -> None:
    dev = {plain(question.text) for question in read_questions("dev")}
    same = [q.text for q in read_questions("test") if q.kind != "m" and plain(q.text) in dev and " " in q.text]
    assert same == []


def test_held_back_dangers_are_not_among_the_examples(acute_texts: set[str]) -> None:
    held = read_acute()
    assert sum(acute for acute, _ in held) >= 100
    assert [text for _, text in held if plain(text) in acute_texts] == []


def test_every_question_read_as_danger_is_a_held_back_question_and_no_example(acute_texts: set[str]) -> None:
    labels = read_danger()
    assert set(labels.values()) == {"akutt", "grense"}
    assert set(labels) <= {question.text for question in read_questions("test")}
    assert [text for text in labels if plain(text) in acute_texts] == []


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("dev_2", 290),
        ("dev_calm", 40),
        ("dev_english", 75),
        ("test_2", 290),
        ("test_3", 230),
        ("test_4", 330),
        ("test_5", 190),
        ("test_6", 80),
        ("test_7", 150),
        ("test_8", 190),
        ("test_9", 170),
        ("test_10", 170),
        ("test_11", 230),
        ("test_12", 230),
        ("test_english", 75),
    ],
)
def test_a_further_set_is_large_and_holds_nothing_that_is_held_back(name: str, at_least: int) -> None:
    outside = {plain(q.text) for q in read_questions(name) if " " in q.text and q.kind != "m"}
    held = {plain(q.text) for q in read_questions("test")}
    assert len(outside) >= at_least
    assert outside & held == set()


@pytest.fixture
def acute_texts(knowledge: object, lexicon: Lexicon) -> set[str]:
    from pathlib import Path

    from bot.answers.acute_words import load_acute_words

    assert isinstance(knowledge, Path)
    return {plain(example.text) for example in load_acute_words(knowledge, lexicon).examples}
