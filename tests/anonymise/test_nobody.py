"""What is told quickly to name nobody holds nothing direct: no warning about names is lost by it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.detectors import TRAITS
from tests.anonymise.bench_sets import READS_SETS, found_in_some
from tests.anonymise.test_quick_questions_cover import FOUND

pytestmark = READS_SETS
_NO_NAMES = frozenset(["fodselsnummer", "personnummer", "fodselsdato", "bilskilt", "initialer"])


def test_the_direct_findings_are_those_of_the_whole_reading(
    anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = found_in_some(anonymiser) | {text: anonymiser.find(text) for text, *_ in FOUND}
    direct = {text: [one for one in them if one.cls == "direct"] for text, them in found.items()}
    monkeypatch.setattr(
        Anonymiser, "find", lambda _self, text, *_, **__: found[text]
    )  # what was read is not read again
    wrong = [text for text, them in direct.items() if them and anonymiser.find_direct(text) != them]
    of_numbers = {text: [one for one in them if one.type in _NO_NAMES] for text, them in direct.items()}
    wrong += [text for text, them in of_numbers.items() if them and anonymiser.find_of(_NO_NAMES, text) != them]
    assert (wrong, any(of_numbers.values()), all(direct.values())) == ([], True, False)  # where none is, none is told


@pytest.mark.parametrize(
    ("text", "are_names"),
    [
        ("Hva gjør jeg når en elev på 9 år ved Halsen skole forteller om vold?", False),
        ("Vi er bekymret for Kaja Testesen, som er 9 år og går på Halsen skole.", True),
        ("ring meg på 40 00 12 34 om eleven på 9 år", True),
        ("", False),
    ],
)
def test_traits_alone_name_nobody(anonymiser: Anonymiser, text: str, are_names: bool) -> None:
    assert bool(anonymiser.find_direct(text)) is are_names


def test_a_text_that_cannot_be_read_is_told_of_as_in_the_whole_reading(
    anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.anonymise.anonymiser.read_document", fails)
    assert [one.type for one in anonymiser.find_direct("Kaja Testesen er 9 år.")] == ["feil"]
    assert [one.type for one in anonymiser.find_direct("a " * 500_000)] == ["feil"]
    assert [one.type for one in anonymiser.find_of(_NO_NAMES, "Kaja Testesen er 9 år.")] == ["feil"]


def test_a_detector_of_traits_cannot_make_a_direct_hit() -> None:
    assert not [one for one in TRAITS if hasattr(sys.modules[one.__module__], "direct")]


def test_a_question_that_names_nobody_needs_only_a_part_of_the_rules() -> None:
    """They are imported beside the first answers: the bot is ready a third of a second earlier."""
    asks = (
        "import sys; from pathlib import Path; from bot.anonymise import import_rules, load_anonymiser; "
        "anonymiser = load_anonymiser(Path('knowledge/anonymising')); "
        "rules = ('bot.anonymise.hits', 'bot.anonymise.rewriting', 'bot.anonymise.risk.risk'); "
        "assert anonymiser.find_direct('Hva er taushetsplikt?') == []; "
        "assert not any(one in sys.modules for one in rules); "
        "import_rules(); assert all(one in sys.modules for one in rules)"
    )
    subprocess.run([sys.executable, "-c", asks], check=True)
