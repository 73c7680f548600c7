"""Names of the months, as alternatives of a pattern."""

from bot.domain import norway

MONTHS = "|".join(norway.MONTHS)
MONTHS_OR_SHORT = f"{MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|des"
"""The same, and as they are shortened: a longer one before what it begins with."""
