"""Gives the tests the labelled sets and the counting of `bench/anonymise`, and what is found in them."""

from functools import cache
from pathlib import Path

import pytest

from bench.anonymise.labels import Labelled
from bench.anonymise.labels import read_set as _read_set
from bench.anonymise.letters_left import letters_left
from bench.anonymise.measure import Figures, measure
from bot.anonymise import Anonymiser, Finding

BENCH = Path(__file__).resolve().parents[2] / "bench" / "anonymise"
SETS = tuple(path.stem for path in sorted((BENCH / "sets").glob("*.txt")))
READS_SETS = pytest.mark.xdist_group("labelled sets")
"""For files that ask what is found in whole sets: in one worker, where each text is read once for all of them."""
__all__ = ["Figures", "Labelled", "found_in", "letters_left", "measure", "read_set"]


@cache
def read_set(name: str) -> list[Labelled]:
    """Return the texts of one set by name."""
    return _read_set(BENCH / "sets" / f"{name}.txt")


@cache
def found_in(anonymiser: Anonymiser, name: str) -> dict[str, list[Finding]]:
    """Return what is found in each text of one set. It is not changed by anybody."""
    return {item.text: anonymiser.find(item.text) for item in read_set(name)}


def found_in_some(anonymiser: Anonymiser) -> dict[str, list[Finding]]:
    """Return what is found in every third text of all sets, for what reads each of them anew."""
    found = [pair for name in SETS for pair in found_in(anonymiser, name).items()]
    return dict(found[::3])
