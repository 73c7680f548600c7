"""The quick question asked of a text before the rules are run never hides a finding."""

import re
from collections.abc import Iterator, Set
from itertools import chain

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.reading import document as document_module
from bot.anonymise.reading.document import Document, read_document
from bot.anonymise.reading.needs import IN_ENGLISH, Needs, Sought, needs_of, sought
from bot.anonymise.words.phrases import PhraseBook
from bot.anonymise.words.places import read_places
from bot.anonymise.words.vocabulary import read_vocabulary
from tests.anonymise.bench_sets import READS_SETS, found_in_some
from tests.anonymise.conftest import KNOWLEDGE
from tests.anonymise.test_quick_questions_cover import FOUND

pytestmark = READS_SETS


def test_no_finding_is_lost_because_a_text_seems_to_lack_the_words_a_rule_needs(
    anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = found_in_some(anonymiser) | {text: anonymiser.find(text) for text, *_ in FOUND}

    def holds_everything(_lower: str, _words: Set[str]) -> Needs:
        return ~IN_ENGLISH  # which is a rule, and no quick question

    def scan_always(document: Document, pattern: re.Pattern[str], *_needs: str) -> Iterator[re.Match[str]]:
        return pattern.finditer(document.text)

    def scan_each_always(document: Document, *rows: Sought) -> Iterator[re.Match[str]]:
        return chain.from_iterable(one.pattern.finditer(document.text) for one in rows)

    monkeypatch.setattr(document_module, "held_by", holds_everything)
    monkeypatch.setattr(Document, "scan", scan_always)
    monkeypatch.setattr(Document, "scan_each", scan_each_always)
    lost = [text for text, found in asked.items() if anonymiser.find(text) != found]
    assert not lost


def test_a_text_lacks_words_only_when_not_even_their_beginnings_stand_in_it() -> None:
    lists = (*read_vocabulary(KNOWLEDGE), read_places(KNOWLEDGE))
    needs = needs_of("brannen", "tv")
    lacking = {
        text: read_document(text, *lists).lacks(needs)
        for text in ("Brannen i fjor.", "De leker med brannbilen.", "Han så det på TV.", "Hun er trist.", "bra")
    }
    assert lacking == {
        "Brannen i fjor.": False,
        "De leker med brannbilen.": False,
        "Han så det på TV.": False,
        "Hun er trist.": True,
        "bra": True,
    }


def test_a_pattern_is_searched_for_where_one_of_its_words_stands_also_in_a_text_cut_before_it_was_asked_for() -> None:
    lists = (*read_vocabulary(KNOWLEDGE), read_places(KNOWLEDGE))
    texts = ("Han sa «zzyq» og “zzyq”.", "Ћћ zzyq 😀", "Hun er trist.", "zzyq", "zz q")
    before = [read_document(text, *lists) for text in texts]
    pattern = re.compile("zzyq")
    found = [sum(1 for _ in one.scan(pattern, "zzyqqs", "zzyq")) for one in before]
    again = [sum(1 for _ in read_document(text, *lists).scan(pattern, "zzyqqs", "zzyq")) for text in texts]
    assert found == again == [2, 1, 0, 1, 0]
    assert [sum(1 for _ in read_document(text, *lists).scan(pattern, "q")) for text in texts] == [2, 1, 0, 1, 0]


def test_a_book_of_phrases_is_opened_where_a_word_of_it_or_a_stem_begins_one_also_in_a_text_cut_before() -> None:
    lists = (*read_vocabulary(KNOWLEDGE), read_places(KNOWLEDGE))
    texts = ("Per zzybakke kom.", "Hun har zzyqsykdom.", "Hun er trist.", "zzybakke per", "Et ord: ezzyq.")
    book = PhraseBook({"per zzybakke": "sted", "zzyq*": "diagnose"})
    before = [read_document(text, *lists) for text in texts]
    found = [[kind for *_, kind in one.phrases_of(book)] for one in before]
    again = [[kind for *_, kind in read_document(text, *lists).phrases_of(book)] for text in texts]
    assert found == again == [["sted"], ["diagnose"], [], [], []]


def test_of_several_patterns_those_are_searched_for_whose_words_stand_in_the_text_in_their_own_order() -> None:
    lists = (*read_vocabulary(KNOWLEDGE), read_places(KNOWLEDGE))
    rows = (sought(re.compile("mor"), "mor"), sought(re.compile(r"\w+"), "brannen"), sought(re.compile("er"), " er "))
    found = [match.group() for match in read_document("Her er mor.", *lists).scan_each(*rows)]
    assert found == ["mor", "er", "er"]
