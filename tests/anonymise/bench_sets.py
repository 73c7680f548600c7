"""Gives the tests the labelled sets and the counting of `bench/anonymise`."""

from pathlib import Path

from bench.anonymise.labels import Labelled
from bench.anonymise.labels import read_set as _read_set
from bench.anonymise.letters_left import letters_left
from bench.anonymise.measure import Figures, measure

BENCH = Path(__file__).resolve().parents[2] / "bench" / "anonymise"
__all__ = ["Figures", "Labelled", "letters_left", "measure", "read_set"]


def read_set(name: str) -> list[Labelled]:
    """Return the texts of one set by name."""
    return _read_set(BENCH / "sets" / f"{name}.txt")
