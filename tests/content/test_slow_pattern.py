"""An expression an editor writes in the list of words not to be used cannot make the whole bot stand still."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.content.problem import KnowledgeError
from bot.content.slow_pattern import is_slow
from bot.content.words import DEAD_REFERENCES, DeadReference, load_dead_references
from tests.fakes.knowledge import KNOWLEDGE

SLOW = (
    r"(a+)+b",
    r"(\w+\s*)+ lov",
    r"(?:a|ab)*c",
    r"(.*)*",
    r"(a?){20}b",
    r"x(?=(a+)+b)",
    r"((ab?)*)*c",
    r"(\w)\1",
    r"(?:(?>a+)b?)*c",
    r"\w*\w*\w*!",
    r"\s*[\s,]*§",
    r"a.*b.*c",
    r"\w+ ?\w+!",
    r"[^.]*\blov\b.*x",
    r"(a+|b)A*c",
    r"\d{1,90}(x?)\d*y",
    r"(?=.*.*!)x",
    r"\w+(x?)(y?)\w+!",
    r"(a*|lov){1,3}!",
    r"(.|[^b]*){2}b!",
    r"\d*(?>\d+)\w!",
    r"(?>(?>[ab]*\w*)+§)!",
    "a?" * 27 + "b",
    "(a?){3}" * 9 + "b",
    "a{0,3}" * 12 + "b",
    "(?:a|a)" * 25 + "b",
    "(?:a|aa)" * 25 + "b",
    r"(?:\w{1,3}){1,3}" * 4 + "b",
    r"(?:b){3,}(?:b++ )",
    r"\w+(?!\w*ikke)!",
    r"(?=\w+x)*\w+(?=[^.]*lov)!",
    r"(?:\w(?!\w*§))++!",
    r"[^§]+\s++§",
)
QUICK = (
    r"§+\s*15-3\b",
    r"\w+\s+\w+",
    r"(?:ab)*c",
    r"(?>a+)*b",
    r"(?:a++)*b",
    r"(?>\d+\s?(,|og)\s*)*45",
    r"(er |var |blitt )?i kraft",
    r"(a{2})*",
    r"\s*§+\s*\d+\s*[a-e]?",
    r"(?>\w+)\w*!",
    r"[a-c]+[x-z]+[a-c]+",
    r"ny[\s,]+(lov\s+)?(av\s+)?i",
    r"[^.:]*\.[^.:]*",
    r"(a|b|c)(d|e|f)" * 15,
    r"lov(en)?s? ?" * 9,
    r"(tidligere|gamle|gammel) " * 5,
    r"\w+(?= lov)",
    r"(?<=§ )\d+\s+(?!ledd)",
)


@pytest.mark.parametrize("pattern", SLOW)
def test_what_tries_every_way_to_divide_a_text_is_slow(pattern: str) -> None:
    assert is_slow(pattern)


@pytest.mark.parametrize("pattern", QUICK)
def test_what_goes_back_into_nothing_that_is_repeated_is_quick(pattern: str) -> None:
    assert not is_slow(pattern)


def test_a_slow_expression_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    entry = "dead_references:\n  - id: lov\n    pattern: '(\\w+\\s*)+ lov'\n    instead: loven\n    why: Prøve.\n"
    (tmp_path / DEAD_REFERENCES).write_text(entry, "utf-8")
    with pytest.raises(KnowledgeError) as refused:
        load_dead_references(tmp_path)
    (problem,) = refused.value.problems
    assert "stå stille" in problem.message
    assert "pattern" in problem.where


@pytest.mark.parametrize("pattern", QUICK)
@pytest.mark.parametrize("filled", ["a", "ab", "x", " ", "§ 1", "1", "ny , ", "lov av "])
def test_what_is_taken_for_quick_is(pattern: str, filled: str) -> None:
    began = time.process_time()
    re.search(pattern + "!!", filled * (2000 // len(filled)), re.IGNORECASE)
    assert time.process_time() - began < 1


def test_a_sentence_that_never_ends_keeps_nobody_waiting() -> None:
    reference = DeadReference.model_validate(
        {"id": "x", "pattern": r"\w+!", "instead": "y", "why": "Prøve."}, context={"where": "x"}
    )
    began = time.process_time()
    assert reference.found_in("a" * 250_000) is None
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "unit", ["§ 25, ", "25 a og ", "§ ", "1", "ny ", "forvaltningslov § 1 ", "grunn til å tro ", "9 "]
)
def test_the_list_we_have_is_quick_on_a_sentence_made_to_be_slow(unit: str) -> None:
    listed = load_dead_references(KNOWLEDGE)
    sentence = "helsepersonelloven " + unit * (2000 // len(unit)) + "!"
    began = time.process_time()
    for one in listed:
        one.found_in(sentence)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("helsepersonelloven §§ 21, 25 a og 45", True),
        ("hpl § 45", True),
        ("§ 25 eller 45 i helsepersonelloven", True),
        ("helsepersonelloven §§ 21, 25 og 46", False),
        ("helsepersonelloven § 450", False),
    ],
)
def test_the_section_that_is_gone_is_found_among_others(said: str, found: bool) -> None:
    (listed,) = [one for one in load_dead_references(KNOWLEDGE) if one.id == "hpl-45"]
    assert isinstance(listed.pattern, re.Pattern)
    assert (listed.found_in(f"Dette står i {said}.") is not None) is found


@pytest.mark.parametrize("letters", ["a?", "ab", "a{0,2}b"])
def test_whether_many_repeats_inside_each_other_are_slow_is_told_at_once(letters: str) -> None:
    began = time.process_time()
    assert is_slow("(?:" * 25 + letters + "c){0,2}" * 25)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("pattern", ["(" * 500 + "a" + ")" * 500, "(" * 9000 + "a" + ")" * 9000, "a{9999999999999}"])
def test_an_expression_that_cannot_be_looked_through_is_a_problem_and_stops_nothing(pattern: str) -> None:
    told = {"id": "x", "pattern": pattern, "instead": "y", "why": "Prøve."}
    with pytest.raises(ValidationError):
        DeadReference.model_validate(told, context={"where": "x"})


def test_two_thousand_words_are_looked_through_at_once() -> None:
    words = (f"{a}{b}{c}lov" for a, b, c in itertools.product("abcdefghijklm", repeat=3))
    pattern = "|".join(itertools.islice(words, 2000))
    began = time.process_time()
    assert not is_slow(pattern)
    assert time.process_time() - began < 1
