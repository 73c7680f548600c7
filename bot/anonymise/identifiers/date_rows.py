"""Tells dates of two numbers apart from decimals and clock times by the row they stand in: the days of a log, "fra 1.12
til 3.12", "1/9-5/9". Knows numbers, no names.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_HIGH = 31
_MONTHS = 12
_LATE = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
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
_AMOUNT_BEFORE = re.compile(
    r"\b(?:kr|kroner|kosta|kostar|kostet|koster|koste|prisen?|taxi(?:en)?|drosj[ea]n?|billett(?:en)?|betalte?|betaler|"
    r"betalar|sum(?:men)?|beløpet?|regning(?:en|a)?|vekt(?:en|a)?|veier|veide|veg|høyden?|temp\w*|feber(?:en)?|snittet?|"
    r"skår|score)[.:]?(?: (?:på|var|er|ble|vart|kr\.?|bare|berre|om lag|ca\.?|til|for|nå|no|i)){0,2} ?$",
    re.IGNORECASE,
)
_AMOUNT_AFTER = re.compile(r" ?(?:kr\b|kroner|,-|prosent|%|meter|kg|cm|mg|ml|dl|liter|grader|poeng|mill|km\b|g\b)")
_OPENS = re.compile(r"(?:^|\n)[ •*–\-]{0,3}$")
_RANGE = re.compile(r"(?<![\d/.,\-§:])(\d{1,2})([./])(\d{1,2})\.? ?[–\-] ?(\d{1,2})\2(\d{1,2})(?![\d/]|[.:]\d)")


def dates_in_a_row(text: str, found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the matches of two numbers that can only be days: two or more of them, in the order of the
    calendar, none of them a clock time, a share or a heading.
    """
    if len(found) < _FEWEST:
        return
    times, silent = [match for match in found if _is_a_time(match)], beside_times(text, found)
    may_stand_inside = not times
    if any(_opens_a_line(time) for time in times):
        return
    days = [
        match
        for match in found
        if match.start() not in silent and (may_stand_inside or _opens_a_line(match)) and _may_be_a_day(text, match)
    ]
    if len(days) >= _FEWEST and _in_order(days) and not _are_headings(days) and _are_months(days):
        yield from days


def beside_times(text: str, found: Sequence[re.Match[str]]) -> frozenset[int]:
    """Return where the matches begin that share their line with a clock time written with a full stop: where one is a
    clock time, the others are.
    """
    lines: list[int] = []
    at = 0
    for match in found:
        lines.append((lines[-1] if lines else 0) + text.count("\n", at, match.start()))
        at = match.start()
    timed = {line for line, match in zip(lines, found, strict=True) if _is_a_time(match)}
    return frozenset(match.start() for line, match in zip(lines, found, strict=True) if line in timed)


def _is_a_time(match: re.Match[str]) -> bool:
    """Tell whether a clock has that hour and minute, no month has that number, and it is no amount and has no "kl"."""
    hour, minute = int(match.group(1)), int(match.group(3))
    if match.group(2) != "." or hour > _LAST_HOUR or not _MONTHS < minute <= _LAST_MINUTE:
        return False
    before = match.string[max(0, match.start() - 30) : match.start()]
    is_amount = _AMOUNT_BEFORE.search(before) is not None or _AMOUNT_AFTER.match(match.string, match.end()) is not None
    return not is_amount and _CLOCK.search(before) is None


def _opens_a_line(match: re.Match[str]) -> bool:
    return _OPENS.search(match.string[max(0, match.start() - 4) : match.start()]) is not None


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
    return sum(_opens_a_line(day) for day in days) > 1


def ranges(text: str) -> Iterator[re.Match[str]]:
    """Yield "1/9-5/9" and "10.11-12.11"; with full stops only within one month, for else it may be hours."""
    for match in _RANGE.finditer(text):
        first, month, last, other = (int(match.group(group)) for group in (1, 3, 4, 5))
        is_date = 0 < first <= _HIGH and 0 < last <= _HIGH and 0 < month <= _MONTHS and 0 < other <= _MONTHS
        if is_date and (match.group(2) == "/" or (month == other and first < last)):
            yield match
