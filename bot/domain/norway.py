"""What is Norwegian about time: the zone every clock and date of the bot is read in, and the days of a week."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
"""As `date.weekday()` numbers them."""


def day_of(at: datetime) -> date:
    """Return which day it is in Norway then; at night it is another than the clock's own, which may be UTC."""
    return at.astimezone(OSLO).date()


def hour_of(at: datetime) -> time:
    """Return what the clock shows in Norway then."""
    return at.astimezone(OSLO).time()
