"""Reads since when something has lasted, «siden høsten», «hele uka», as about how long that is."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.norway import MONTHS, WEEKDAYS

_SEASONS = {
    "jul": 12, "jula": 12, "julen": 12, "nyttår": 1, "vinteren": 12, "vinter": 12, "våren": 3, "vår": 3, "påske": 4,
    "påska": 4, "påsken": 4, "sommeren": 6, "sommer": 6, "sommaren": 6, "sommar": 6, "høsten": 8, "høst": 8,
    "hausten": 8, "haust": 8, "skolestart": 8, "skulestart": 8, "barnehagestart": 8,
}  # fmt: skip
"""The month in which it began that has lasted since then, at the earliest: «siden høsten» may be since August."""
_IN_MONTH = _SEASONS | {name: number for number, name in enumerate(MONTHS, 1)}
_FAR = ("i fjor", "fjoråret", "barnehagen", "barneskolen", "sist skoleår", "forrige skoleår")
_DAYS = ("i går", "i forgårs", "helga", "helgen", "forrige uke", "forrige veke", "sist uke", "sist veke", *WEEKDAYS)
_WEEKS = ("forrige måned", "forrige månad", "sist måned")
_WHEN = "|".join(sorted((*_IN_MONTH, *_FAR, *_DAYS, *_WEEKS), key=len, reverse=True))
_SINCE = re.compile(
    r"\b(?:(?:helt|heilt)\s)?(?:siden|sidan|sia|hele|heile)\s(?:(?:i|på|før|forrige|sist)\s)??"
    rf"(?P<when>{_WHEN})(?P<year>\s(?:i fjor|20\d\d))?(?=\s{{0,3}}(?:$|[,.;·!\n]|og\b|men\b))",
    re.IGNORECASE,
)


def since_as_long(said: str, today: date) -> str:
    """Return what is said with since when as how long: «fravær siden høsten» in November is «fravær i 3 måneder»."""
    return _SINCE.sub(lambda since: _long(since, today), said)


def _long(since: re.Match[str], today: date) -> str:
    """Return about how long it has lasted; a season that is now began the last time it came."""
    when = since["when"].casefold()
    if since["year"] or when in _FAR:
        return "i 3 måneder"
    if when in _DAYS:
        return "i 7 dager"
    if when in _WEEKS:
        return "i 4 uker"
    month = _IN_MONTH[when]
    began = date(today.year if month <= today.month else today.year - 1, month, 1)
    weeks = (today - began).days // 7
    return f"i {weeks} uker" if weeks > 1 else "i 7 dager"
