"""Each invented text in `marked_texts.txt` gives just the findings that are marked in it."""

from pathlib import Path

import pytest

from bench.anonymise.labels import Labelled, read_set
from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.anonymise.bench_sets import measure

TEXTS = read_set(Path(__file__).with_name("marked_texts.txt"))


@pytest.mark.parametrize("item", TEXTS, ids=[item.id for item in TEXTS])
def test_the_marks_are_found_and_nothing_else(anonymiser: Anonymiser, item: Labelled) -> None:
    found = anonymiser.find(item.text)
    figures = measure([item], lambda _: [(one.start, one.end, one.cls) for one in found])
    by_rules = measure([item], lambda _: [(one.start, one.end, one.cls) for one in found if one.type != POSSIBLE_NAME])
    assert not figures.leaking, item.text
    assert not figures.untouched, item.text
    assert not by_rules.false_alarms, item.text
