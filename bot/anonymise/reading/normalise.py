"""Reads text the way a person sees it: one code point per letter, no hidden characters, and a map back to the input.

Knows nothing about names or rules. Linear in the length of the text.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.anonymise.reading.seams import broken_lines, cuts, emphasis, entities

MAX_LENGTH = 30_000
"""Signs of a text, and of what is seen of it: one sign of the input can show eighteen."""
MOST_GROWTH, _SHORT = 3, 200
"""How many letters a sign may stand for on average, in all but short texts: a ligature stands for two or three."""
_ODD = re.compile(r"[^\n\x20-\x7eÆØÅæøåÉéÈèÊêËëÀàÁáÄäÖöÜüÇçÑñÓóÒòÔôÍíÚúŠšŽžŁłĆćČčĐđÝý§«»–—’‘“”…°•·]")
_AS_IT_STANDS = re.compile(r"[\n\x20-\x7eÆØÅæøåÉéÈèÊêËëÀàÁáÄäÖöÜüÇçÑñÓóÒòÔôÍíÚúŠšŽžŁłĆćČčĐđÝý«»–—’‘“”°•·]+")
"""Signs that are read as they stand also where others are not."""
_LATIN = re.compile(r"[A-Za-zÆØÅæøå]")
_WORD = re.compile(r"\w+")
_UNSEEN_MARKS = frozenset(
    map(chr, (0x034F, 0x2065, *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)))
)
"""Signs that show nothing: the grapheme joiner, the variation selectors, and those Unicode has not given away yet and
asks everybody not to draw."""
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Me"})
"""Kinds of signs that are not seen, or are drawn around a letter: what stands on each side of one is one word."""
_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоѕіјкрсухһԁɡΑΒΕΖΗΙΚΜΝΟΡΤΥΧαογινρυıƖɑοᴏ",
    "ABESIJKMHOPCTYXaeosijkpcyxhdgABEZHIKMNOPTYXaoyivpuilaoo",
)
_IN_A_SHAPE = {first + at: chr(ord("A") + at) for first in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
"""White letters in a dark ring or square and the letters of flags, which look like letters and count as pictures."""
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = {"\t": " ", "\u2800": " ", **dict.fromkeys(_LINE_ENDS, "\n")}


class TooLong(ValueError):
    """What is seen of the text is longer than `MAX_LENGTH`, or than the text by more than `MOST_GROWTH`."""


class Normalised(NamedTuple):
    """The cleaned text; `starts[i]` and `ends[i]` bound in the input what position i of `text` came from (None:
    the same).
    """

    text: str
    length: int
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a half-open span of the cleaned text back to the input."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end or end > len(self.text):
            return 0, self.length
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=4096)
def _clean(cluster: str) -> str:
    """Return what one base character with its marks looks like, "" when it is invisible."""
    if cluster in _SPACES:
        return _SPACES[cluster]
    shown = unicodedata.normalize("NFKC", cluster).translate(_IN_A_SHAPE)
    kept: list[str] = []
    for char in shown:
        category = unicodedata.category(char)
        if (category in _UNSEEN and char != "\n") or char in _UNSEEN_MARKS:
            continue
        if category == "Zs":
            char = " "
        elif category == "Nd":
            char = str(unicodedata.digit(char))
        elif category == "Pd" or char == "\u2212":
            char = "-" if char not in "–—" else char
        kept.append(char)
    return "".join(kept)


def _clusters(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Split a part into base characters with the combining marks (at most eight) and hidden characters that follow."""
    found: list[tuple[int, int]] = []
    start = first
    for at in range(first + 1, last + 1):
        if at < last and unicodedata.combining(text[at]) and at - start < 9:
            continue
        found.append((start, at))
        start = at
    return found if first < last else []


def _kept(text: str, instead: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of the text that are read as they stand, and last its end; a letter that a mark follows is in
    none."""
    places = sorted(instead)
    for run in _AS_IT_STANDS.finditer(text):
        first, last = run.span()
        if last < len(text) and unicodedata.combining(text[last]):
            last -= 1
        for place in places[bisect_left(places, first) : bisect_left(places, last)]:
            if first < place:
                yield first, place
            first = place + 1
        if first < last:
            yield first, last
    yield len(text), len(text)


def _without_marks(cluster: str) -> str:
    """Return the cluster cleaned; stray marks that no letter takes up are dropped."""
    shown = _clean(cluster) if len(cluster) == 1 else _clean.__wrapped__(cluster)
    return (
        "".join(c for c in shown if not unicodedata.combining(c))
        if len(shown) > 1 or unicodedata.combining(shown or "a")
        else shown
    )


def normalise(text: str) -> Normalised:
    """Return the text as it is seen: NFKC, no zero-width characters, plain digits and spaces, look-alike letters
    made Latin, no emphasis marks around words. Raises TooLong as soon as that is longer than may be read.
    """
    return _read(text, dict.fromkeys(_positions(emphasis(text)), ""))


def normalise_joined(text: str) -> tuple[Normalised, frozenset[int]] | None:
    """Return the text as if words and numbers were not cut by markup, emoji or the end of a line, with the places in
    the input where something was left out; None when nothing is cut.
    """
    gone, lines = _positions(cuts(text)), broken_lines(text)
    if not gone and not lines:
        return None
    left_out = dict.fromkeys(_positions(emphasis(text)) + gone, "")
    for start, end in lines:
        if start not in left_out and end - 1 not in left_out:
            left_out.update(dict.fromkeys(range(start, end), ""))
            left_out[start] = " "
    return _read(text, left_out), frozenset(gone).union(start for start, _ in lines)


def _positions(spans: Iterable[tuple[int, int]]) -> list[int]:
    return [at for start, end in spans for at in range(start, end)]


def _decoded(coded: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    """Return what to read at each position of the coded letters: the letter at the first, nothing at the others."""
    found: dict[int, str] = {}
    for start, end, shown in coded:
        found.update(dict.fromkeys(range(start, end), ""))
        found[start] = _without_marks(shown)
    return found


def _read(text: str, instead: Mapping[int, str]) -> Normalised:
    """Return the cleaned text; `instead` says what to read in place of the character at a position of the input."""
    coded = entities(text)
    if not instead and not coded and _ODD.search(text) is None:
        return Normalised(text, len(text))
    reach = {start: end for start, end, _ in coded}
    instead = {**_decoded(coded), **instead} if coded else instead
    longest = min(MAX_LENGTH, len(text) * MOST_GROWTH + _SHORT)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for first, last in _kept(text, instead):
        for start, end in _clusters(text, done, first):
            shown = instead[start] if start in instead else _without_marks(text[start:end])
            out.append(shown)
            starts.extend([start] * len(shown))
            ends.extend([reach.get(start, end)] * len(shown))
        out.append(text[first:last])
        starts.extend(range(first, last))
        ends.extend(range(first + 1, last + 1))
        done = last
        if len(starts) > longest:
            raise TooLong
    return Normalised(_latin_words("".join(out)), len(text), tuple(starts), tuple(ends))


def _latin_words(text: str) -> str:
    """Replace Cyrillic and Greek twins in words that also hold Latin letters (same length)."""
    if text.isascii():
        return text

    def swap(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(_LOOKS_LIKE) if not word.isascii() and _LATIN.search(word) else word

    return _WORD.sub(swap, text)
