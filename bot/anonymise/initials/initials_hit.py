"""The finding that initials are, whichever rule sees them."""

from bot.anonymise.finding import Hit, direct
from bot.anonymise.words import whys


def initials_hit(start: int, end: int, certainty: float, replacement: str = "[barnet]") -> Hit:
    """Return letters that stand for somebody, with what to write instead."""
    return direct(start, end, "initialer", whys.INITIALS, certainty, replacement)
