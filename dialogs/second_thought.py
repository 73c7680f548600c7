"""Hears an answer that is put right in the same breath: «12 år, nei 13 år», «sfo, jeg mente skole». The later holds.

Without it the «nei» is heard as the answer to something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

_TAKEN_BACK = re.compile(
    r"[\s,.;:(…–-]*\b(?:(?:eller\s+)?nei|vent|beklager|sorry|(?:jeg|eg|æ|je)\s+me(?:i)?nte?)\b"
    r"(?:[\s,.!]+(?:nei|vent|vænt|feil|oi|litt|beklager|sorry|(?:jeg|eg|æ|je)\s+me(?:i)?nte?|mente|skulle være"
    r"|(?:det|han|hun|ho|hu|barnet)\s+er)\b)*[\s,.!:]*",
    re.IGNORECASE,
)
_BEGINS_SO = re.compile(
    r"^\W*(?P<no>nei\b[\s,.!]*)?(?P<more>(?:(?:vent|vænt|oi|ups|æsj|feil|galt|beklager|sorry|unnskyld|litt"
    r"|(?:det )?(?:var|va|vart|ble|blei) (?:feil|galt)|(?:jeg|eg|æ|je)\s+me(?:i)?nte?|skulle være)\b[\s,.!:]*)*)"
    r"(?=\S)",
    re.IGNORECASE,
)
_UNIT = r"\s*(?:(?P<unit>år(?:\s+gammel)?|mnd|måneder|uker|trinn|klasse)\b)?"
_COUNT = r"(?P<count>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\.?"
_NUMBER_LAST = re.compile(rf"(?<![\d.,]){_COUNT}{_UNIT}$", re.IGNORECASE)
_NUMBER_FIRST = re.compile(rf"^{_COUNT}{_UNIT}", re.IGNORECASE)
LONGEST = 200
"""Characters of an answer that is put right; a longer text tells something, and each of its words would be tried."""
_COUNTED = re.compile(r"[^\W\d_]+")
"""A word right behind a number: «2 ganger»."""
_GOES_ON = ("og", "men", "i", "på", "eller", "takk")
_PART_LAST = re.compile(r"[^,·;\n]*$")
_PART_FIRST = re.compile(r"^[^,·;\n)]*")


def put_right(said: str, field_of: Callable[[str], str | None]) -> str:
    """Return what is said without what is taken back: a number before a number, or a choice before another one of the
    same field, as `field_of` tells. Anything else stands as it was said: a «nei» may answer something."""
    while len(said) <= LONGEST and (kept := _put_right_once(said, field_of)) is not None:
        said = kept
    return said


def _put_right_once(said: str, field_of: Callable[[str], str | None]) -> str | None:
    for taken in _TAKEN_BACK.finditer(said):
        before, after = said[: taken.start()], said[taken.end() :]
        kept = _another_number(before, after, field_of) or _another_choice(before, after, field_of)
        if kept is not None:
            return kept
    return None


def begun_anew(said: str, field_of: Callable[[str], str | None], answered: Collection[str]) -> str:
    """Return what stands behind the words that take an answer back, «nei vent, 13 år», where it is of one field and
    nothing else; a bare «nei» takes back only what is `answered` already, and may else be an answer by itself."""
    begun = _BEGINS_SO.match(said)
    rest = said[begun.end() :].strip(" .!") if begun is not None and begun.end() else ""
    of = field_of(rest) if rest else None
    is_taken_back = begun is not None and (bool(begun["more"]) or of in answered)
    return rest if of is not None and is_taken_back else said


def _another_number(before: str, after: str, field_of: Callable[[str], str | None]) -> str | None:
    last, first = _NUMBER_LAST.search(before), _NUMBER_FIRST.match(after)
    if last is None or first is None or (last["unit"] and first["unit"] and last["unit"] != first["unit"]):
        return None
    counted = None if first["unit"] else _COUNTED.match(after, first.end())
    if counted is not None and counted[0].casefold() not in _GOES_ON and field_of(counted[0]) is None:
        return None  # «12 år, nei 2 ganger» counts something else
    unit = f" {last['unit']}" if last["unit"] and not first["unit"] else ""
    return f"{before[: last.start()]}{first[0].rstrip()}{unit}{after[first.end() :]}"


def _another_choice(before: str, after: str, field_of: Callable[[str], str | None]) -> str | None:
    ends = _PART_LAST.search(before)
    start = ends.start() if ends is not None else 0
    begins = _PART_FIRST.match(after)
    first = begins[0] if begins is not None else ""
    for at in _word_starts(before, start):  # «gutt 12 år skole, nei sfo»: the last words of a row may be the choice
        of = field_of(before[at:].strip())
        if of is not None and of == field_of(first.strip()):
            return f"{before[:at]}{after}"
    return None


def _word_starts(before: str, start: int) -> Iterator[int]:
    """Yield where the words of the last part begin, from the first: «videregående skole» is one choice."""
    yield from (start + one.start() for one in re.finditer(r"\S+", before[start:]))
