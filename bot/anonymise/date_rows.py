"""Tells dates of two numbers apart from decimals and clock times by the row they stand in: the days of a log, "fra 1.12
til 3.12", "1/9-5/9". Knows numbers, no names.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_HIGH = 31
_MONTHS = 12
_LATE = 12
_FEWEST = 2
_HEADINGS = 4
_SUMMER = 7
_CLOCK = re.compile(r"\b(?:kl|klokka|klokken)\.? ?$", re.IGNORECASE)
_NO_DATE_AFTER = re.compile(
    r" ?(?:prosent|%|år|timer|t\b|time|meter|kg|cm|mg|ml|dl|poeng|mill|km|ganger|grader|liter|g\b|kr|\d|[–\-] ?\d)"
)
_NO_DATE_BEFORE = re.compile(
    r"\b(?:punkt|pkt|kapittel|kap|versjon|avsnitt|del|figur|tabell|vedlegg|side|skår|score|snitt\w*|karakter\w*|"
    r"bmi|ca|kl|klokka|klokken|kapitel|oppgave|vers|crp|temp\w*|feber|stanine|skalert|verdi\w*|mellom)[.:]? ?$|"
    r"(?:§|\d[–\-]) ?$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|\n)[ •*–\-]{0,3}$")
_RANGE = re.compile(r"(?<![\d/.,\-§:])(\d{1,2})([./])(\d{1,2})\.? ?[–\-] ?(\d{1,2})\2(\d{1,2})(?![\d/]|[.:]\d)")


def dates_in_a_row(text: str, found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the matches of two numbers that can only be days: two or more of them, in the order of the
    calendar, none of them a clock time, a share or a heading.
    """
    if len(found) < _FEWEST or tells_time(found):
        return
    days = [match for match in found if _may_be_a_day(text, match)]
    if len(days) >= _FEWEST and _in_order(days) and not _are_headings(days) and _are_months(days):
        yield from days


def tells_time(found: Sequence[re.Match[str]]) -> bool:
    """Tell whether clock times are written with a full stop in this text."""
    return any(_is_a_time(match) for match in found)


def _is_a_time(match: re.Match[str]) -> bool:
    """Tell whether no month has that number and "kl" does not explain it: where one is a clock time, the others are."""
    if match.group(2) != "." or int(match.group(3)) <= _MONTHS:
        return False
    return _CLOCK.search(match.string[max(0, match.start() - 10) : match.start()]) is None


def _may_be_a_day(text: str, match: re.Match[str]) -> bool:
    if not (0 < int(match.group(1)) <= _HIGH and 0 < int(match.group(3)) <= _MONTHS):
        return False
    if match.group().startswith("24/7") or _NO_DATE_AFTER.match(text, match.end()) is not None:
        return False
    return _NO_DATE_BEFORE.search(text[max(0, match.start() - 14) : match.start()]) is None


def _in_order(days: Sequence[re.Match[str]]) -> bool:
    """Tell whether no day lies before the one before it, but for the turn of one year."""
    order = [(int(day.group(3)), int(day.group(1))) for day in days]
    has_new_year = order[0][0] > _SUMMER > order[-1][0]
    return sum(later < earlier for earlier, later in pairwise(order)) <= has_new_year


def _are_headings(days: Sequence[re.Match[str]]) -> bool:
    """Tell whether the numbers count sections: 1.1, 1.2, 2.1."""
    order = [(int(day.group(1)), int(day.group(3))) for day in days]
    return order[0][1] == 1 and all(first <= _HEADINGS and second <= _HEADINGS for first, second in order)


def _are_months(days: Sequence[re.Match[str]]) -> bool:
    """Tell whether the second numbers look like months and not like tenths: of two figures, after a day that no clock
    has, or at the start of lines.
    """
    if any(int(day.group(1)) > _LATE for day in days) or all(len(day.group(3)) > 1 for day in days):
        return True
    return sum(_OPENS.search(day.string[max(0, day.start() - 4) : day.start()]) is not None for day in days) > 1


def ranges(text: str) -> Iterator[re.Match[str]]:
    """Yield "1/9-5/9" and "10.11-12.11"; with full stops only within one month, for else it may be hours."""
    for match in _RANGE.finditer(text):
        first, month, last, other = (int(match.group(group)) for group in (1, 3, 4, 5))
        is_date = 0 < first <= _HIGH and 0 < last <= _HIGH and 0 < month <= _MONTHS and 0 < other <= _MONTHS
        if is_date and (match.group(2) == "/" or (month == other and first < last)):
            yield match
