"""What is Norwegian about time: the zone every clock and date of the bot is read in, and the days of a week."""

from __future__ import annotations

from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
"""As `date.weekday()` numbers them."""
