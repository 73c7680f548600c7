"""The figures of the labelled sets hold the goals, and every weakness is pinned by its id in `known_failures.yaml`."""

from functools import partial
from pathlib import Path

import pytest

from bench.anonymise.labels import parse
from bot.anonymise import POSSIBLE_NAME, Anonymiser
from bot.content.yaml_file import read_yaml
from tests.anonymise.bench_sets import READS_SETS, Figures, found_in, letters_left, measure, read_set

pytestmark = READS_SETS
PINNED = read_yaml(Path(__file__).with_name("known_failures.yaml"), "known_failures.yaml").data


def figures_of(anonymiser: Anonymiser, name: str) -> Figures:
    """Return the figures of the rules and the questions («mulig navn») together."""
    return both_figures_of(anonymiser, name)[0]


def both_figures_of(anonymiser: Anonymiser, name: str) -> tuple[Figures, Figures]:
    """Return the figures with the questions, and those of the rules alone."""
    texts = read_set(name)
    found = found_in(anonymiser, name)

    def spans(text: str, *, asked: bool) -> list[tuple[int, int, str]]:
        left_out = ("feil",) if asked else ("feil", POSSIBLE_NAME)
        return [(one.start, one.end, one.cls) for one in found[text] if one.type not in left_out]

    return measure(texts, partial(spans, asked=True)), measure(texts, partial(spans, asked=False))


@pytest.mark.parametrize("name", sorted(PINNED))
def test_the_weaknesses_are_exactly_the_pinned_ones(anonymiser: Anonymiser, name: str) -> None:
    figures, by_rules = both_figures_of(anonymiser, name)
    assert sorted(figures.leaking) == sorted(PINNED[name]["leaking"])
    assert sorted(by_rules.leaking) == sorted(PINNED[name]["leaking_by_rules"])
    assert sorted(figures.untouched) == sorted(PINNED[name]["untouched"])
    assert sorted(set(figures.false_alarms)) == sorted(PINNED[name]["false_alarms"])


@pytest.mark.parametrize("name", sorted(PINNED))
def test_no_letter_of_a_name_that_was_found_is_written_back(anonymiser: Anonymiser, name: str) -> None:
    found = found_in(anonymiser, name)
    count = letters_left(read_set(name), lambda text: anonymiser.rewrite(text, found[text]))
    assert set(count.texts) <= set(PINNED[name]["leaking"])


def test_letters_that_are_written_back_are_counted() -> None:
    texts = [parse("a", "nb", "{n:Ida-Vårsol} er vårsol for {n:Ida}.")]
    assert letters_left(texts, lambda _: "Vårsol er vårsol for [barnet].").left == len("vårsol")
    assert letters_left(texts, lambda _: "[Barnet] er vårsol for [barnet].").left == 0


def test_the_held_back_set_keeps_its_size_and_its_clean_texts() -> None:
    texts = read_set("held_back")
    assert len(texts) >= 300
    assert sum(not item.spans for item in texts) >= 80


def test_the_figures_hold_on_the_held_back_set(anonymiser: Anonymiser) -> None:
    figures = figures_of(anonymiser, "held_back")
    assert figures.direct_recall >= 0.975
    assert len(figures.leaking) / figures.texts_with_direct <= 0.025
    assert figures.quasi_recall >= 0.90
    assert figures.precision >= 0.85
    assert len(figures.clean_blocked) / figures.clean <= 0.05
    assert len(figures.clean_flagged) / figures.clean <= 0.15
