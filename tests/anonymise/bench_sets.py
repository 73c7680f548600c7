"""Gives the tests the labelled sets and the counting of `bench/anonymise`, a folder of scripts and no package."""

import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench" / "anonymise"
sys.path.insert(0, str(BENCH))

from labels import Labelled  # noqa: E402
from labels import read_set as _read_set  # noqa: E402
from measure import Figures, measure  # noqa: E402

__all__ = ["Figures", "Labelled", "measure", "read_set"]


def read_set(name: str) -> list[Labelled]:
    """Return the texts of one set by name."""
    return _read_set(BENCH / "sets" / f"{name}.txt")
