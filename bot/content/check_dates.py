"""When something was read and is to be read again: no day that has not been, and the next after the last.

What users read as «sist kontrollert» is never a day nobody has lived through. Must not know what was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

AHEAD = "Datoen er fram i tid. Skriv dagen kilden ble lest."


def wrong_dates(checked_on: date, review_by: date | None, today: date) -> Iterator[tuple[str, str]]:
    """Yield each field that cannot be right, with why. `review_by` is None where nothing says when it is read again."""
    if checked_on > today:
        yield "checked_on", AHEAD
    elif review_by is not None and review_by <= checked_on:
        yield "review_by", f"Neste kontroll må være etter checked_on ({checked_on:%d.%m.%Y})."
