"""What is Norwegian about time: the zone every clock and date of the bot is read in, and days and months by name."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
"""As `date.weekday()` numbers them."""
MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
"""What each is cut to, and what every form of it begins with."""


def day_of(at: datetime) -> date:
    """Return which day it is in Norway then; at night it is another than the clock's own, which may be UTC."""
    return at.astimezone(OSLO).date()


def hour_of(at: datetime) -> time:
    """Return what the clock shows in Norway then."""
    return at.astimezone(OSLO).time()
