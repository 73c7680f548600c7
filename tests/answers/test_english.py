"""English is told from Norwegian, and read as the Norwegian words the articles have."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.english import COMMON, English, with_endings
from bot.answers.index import AnswerIndex
from bot.answers.lexicon import Lexicon
from bot.answers.wording import Reader


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon.for_search())


def test_small_english_words_are_known_to_the_search_only() -> None:
    lexicon = Lexicon(english={"child": "barn"}, small_english={"we": "vi", "child": "unge", "have to": "må"})
    known = lexicon.for_search()
    assert (known.english["child"], known.english["we"]) == ("unge", "vi")
    assert known.english_expressions == {"have to": "må"}
    assert (lexicon.english, lexicon.english_expressions) == ({"child": "barn"}, {})


def test_an_expression_goes_before_its_words_and_the_longest_first() -> None:
    english = English({"health": "helse", "visitor": "gjest"}, {"health visitor": "helsesykepleier", "don't": "ikke"})
    assert english.read(["health", "visitor", "health"]) == ["helsesykepleier", "helse"]
    assert english.read(["don", "t", "visitor"]) == ["ikke", "gjest"]
    longest = English({}, {"duty to": "plikt til å", "duty to report": "meldeplikt"})
    assert longest.read(["duty", "to", "report"]) == ["meldeplikt"]


def test_regular_forms_are_made_of_a_word_and_never_take_the_place_of_a_listed_one() -> None:
    made = with_endings(
        {"report": "melde", "stop": "stoppe", "worry": "bekymring", "worried": "bekymret", "hit": "slå"}
    )
    assert {made[form] for form in ("reports", "reported", "reporting")} == {"melde"}
    assert made["stopped"] == "stoppe"
    assert (made["worries"], made["worried"]) == ("bekymring", "bekymret")
    assert made["hitting"] == "slå"


@pytest.mark.parametrize(
    "text",
    [
        "truancy",
        "helplines for kids",
        "safeguarding concern",
        "confidentiality nurses",
        "boss disagrees about reporting",
    ],
)
def test_a_short_question_without_small_words_is_known_as_english(reader: Reader, text: str) -> None:
    assert reader.read(text).is_english


@pytest.mark.parametrize(
    "text", ["plan", "team møte", "foster", "gang", "student i praksis", "send mail", "system for post", "mental helse"]
)
def test_norwegian_words_that_are_english_too_are_not_taken_for_english(reader: Reader, text: str) -> None:
    assert not reader.read(text).is_english


def test_english_words_that_are_norwegian_too_are_listed(lexicon: Lexicon, knowledge: Path) -> None:
    """Add those named here to `words/engelsk_og_norsk.txt`."""
    norwegian = set((knowledge / "anonymising" / "ordliste.txt").read_text("utf-8").split("\n"))
    assert sorted(lexicon.for_search().english_marks & norwegian - COMMON) == []


@pytest.mark.parametrize(
    ("english", "norwegian"),
    [
        ("She is a sixteen-year-old.", "Hun er sekstenåring."),
        ("He is in 8th grade", "Han er i åttende klasse"),
        ("What is the duty to report?", "Hva er meldeplikt?"),
    ],
)
def test_english_is_read_as_the_same_in_norwegian(reader: Reader, english: str, norwegian: str) -> None:
    marks = [word for word in reader.read(norwegian).words if word.startswith(("alder_", "meldeplikt"))]
    assert marks
    assert set(marks) <= set(reader.read(english).words)


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("truancy", "bek-skolefravar"),
        ("helplines for teenagers", "hjelpetelefoner"),
        ("health visitor confidentiality", "yrke-helsesykepleier"),
        ("Who is a mandatory reporter?", "meldeplikt-hvem"),
        ("My head teacher says I can't report it", "meldeplikt-personlig"),
        ("do i need to sign a confidentiality agreement", "taushetsplikt-erklaering"),
        ("the parents won't agree to a referral", "samtykke-nekter"),
        ("they don't have joint custody", "samtykke-begge-foreldre"),
        ("out of hours child welfare", "akutt-barnevernvakt"),
        ("Can foster parents see the notes?", "foreldre-uten-ansvar"),
        ("special needs", "bek-larevansker"),
    ],
)
def test_an_everyday_english_question_finds_its_answer(index: AnswerIndex, question: str, slug: str) -> None:
    result = index.search(question)
    assert result.is_english
    assert slug in result.suggestions


@pytest.mark.parametrize(
    "question",
    [
        "what's the wifi password",
        "when do I get paid",
        "where can I park my car",
        "what's for lunch",
        "I need a day off on Friday",
        "How do I renew my residence permit?",
        "the printer doesn't work",
        "What is the weather like today?",
    ],
)
def test_english_off_topic_is_refused_and_known_as_english(index: AnswerIndex, question: str) -> None:
    result = index.search(question)
    assert result.refused
    assert result.is_english


@pytest.mark.parametrize("text", ["to gutter sloss i friminuttet", "to barn sloss i friminuttet i dag"])
def test_two_small_words_of_both_languages_make_no_english(reader: Reader, text: str) -> None:
    assert not reader.read(text).is_english
