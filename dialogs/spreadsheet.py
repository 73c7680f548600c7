"""Rows as Excel with Norwegian settings opens them: semicolons, a byte order mark, and no cell it would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this is run by a spreadsheet."""


def rows_written(rows: Iterable[Sequence[str]], end: str) -> str:
    """Return the rows, one on each line, with `end` after each."""
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=";", lineterminator=end).writerows([_tame(cell) for cell in row] for row in rows)
    return made.getvalue()


def file_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the file, with the names of the columns first and æ, ø and å as they are."""
    return (";".join(columns) + "\r\n" + rows_written(rows, "\r\n")).encode("utf-8-sig")


def _tame(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
