"""Ages in months: the bands people choose from, and the ranges teams and services are for. Knows no birth date."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from bot.content.strict import Strict
from bot.domain.case import AGE_BANDS

Fit = Literal["yes", "partly", "no"]
"""Whether everybody, somebody or nobody in an age band is inside a range."""

_NO_LIMIT = 1440
OLDEST = 110
"""A higher number of years is no age."""
BAND_MONTHS: dict[str, tuple[int, int]] = dict(
    zip(
        AGE_BANDS,
        ((0, 19), (19, 72), (72, 120), (120, 156), (156, 192), (192, 216), (216, 252), (252, _NO_LIMIT)),
        strict=True,
    )
)
"""First month in, first month out. `0-18-mnd` counts a child until it turns 19 months; no band overlaps another."""


class AgeRange(Strict):
    """Who something is for. Whole years, both ends count: `to_years: 16` lasts until the seventeenth birthday."""

    from_months: int | None = Field(default=None, ge=0, le=_NO_LIMIT)
    below_months: int | None = Field(default=None, ge=1, le=_NO_LIMIT)
    up_to_and_including_months: int | None = Field(default=None, ge=0, le=_NO_LIMIT)
    from_years: int | None = Field(default=None, ge=0, le=120)
    to_years: int | None = Field(default=None, ge=0, le=120)

    @model_validator(mode="after")
    def _is_one_range(self) -> AgeRange:
        if self.from_months is not None and self.from_years is not None:
            raise ValueError("Skriv enten from_months eller from_years, ikke begge.")
        if sum(end is not None for end in (self.below_months, self.up_to_and_including_months, self.to_years)) > 1:
            raise ValueError("Skriv bare én øvre grense: below_months, up_to_and_including_months eller to_years.")
        if self.first >= self.past:
            raise ValueError("Nedre aldersgrense er høyere enn den øvre.")
        return self

    @property
    def first(self) -> int:
        """Return the first month that is inside."""
        return self.from_months or (self.from_years or 0) * 12

    @property
    def past(self) -> int:
        """Return the first month that is outside."""
        if self.below_months is not None:
            return self.below_months
        if self.up_to_and_including_months is not None:
            return self.up_to_and_including_months + 1
        return (self.to_years + 1) * 12 if self.to_years is not None else _NO_LIMIT

    def fits(self, band: str) -> Fit:
        """Tell how much of the age band is inside; an unknown band fits partly, because the age is not known."""
        if band not in BAND_MONTHS:
            return "partly"
        first, past = BAND_MONTHS[band]
        if past <= self.first or first >= self.past:
            return "no"
        return "yes" if self.first <= first and past <= self.past else "partly"


def band_of(months: int) -> str:
    """Return the age band of a child of that many whole months."""
    return next(band for band, (first, past) in BAND_MONTHS.items() if first <= months < past)


def band_of_years(years: int) -> str | None:
    """Return the age band of a child of that many years; None when it may be two: the first band ends at 19 months."""
    if not 0 <= years <= OLDEST:
        return None
    first, last = band_of(12 * years), band_of(12 * years + 11)
    return first if first == last else None
