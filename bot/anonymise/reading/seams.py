"""Where a name or a number may be cut in pieces: markup, emoji, a line that was broken. Knows signs, no names.

The engine reads such a text twice: as it stands, and once more as if the signs were not there. What the second reading
finds across a cut counts, so that the whole piece goes and nothing of it is left.
"""

import re
from html import unescape

_TAG = r"</?[a-zA-Z]{1,8}(?: [^<>\n]{0,80})?/?>"
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_EMPHASIS = re.compile(
    rf"(?<![\w*])(?:\*{{1,3}}|~~|`{{1,3}}|{_TAG})(?=[^\W_])|(?<=[^\W_])(?:\*{{1,3}}|~~|`{{1,3}}|"
    rf"{_TAG})(?![\w*])"
)
_PICTURE = (
    "\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u2022\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\u20e3"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f"
    "\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U0010ffff"
)
"""The last row: signs of a font of one's own, as a bullet or a ligature copied from a PDF, which are not shown on a
card, and what stands for a picture or a sign that was lost."""
_INSIDE = re.compile(rf"(?<=[^\W_])(?:\*{{1,3}}|~~|`{{1,3}}|__|{_TAG}|[{_PICTURE}]|-\r?\n){{1,12}}(?=[^\W_])")
_BROKEN_LINE = re.compile(r"(?<=[^\W_]|[.,\-–/])[ \t]{0,3}\r?\n[ \t]{0,3}(?=[^\W_])")
_SIGNS = re.compile("[*~`<_]")
_CUTS = re.compile(f"[*~`<_\\-{_PICTURE}]")
"""The signs of which one opens whatever cuts a word."""


def emphasis(text: str) -> list[tuple[int, int]]:
    """Return the spans of emphasis marks that stand on one side of a word: "**Kari** Nordmann"."""
    return [m.span() for m in _EMPHASIS.finditer(text)] if _SIGNS.search(text) else []


def cuts(text: str) -> list[tuple[int, int]]:
    """Return the spans of the signs that stand inside a word or a number: "Ka**ri", "4🙂1 23", "Nord-\\nmann"."""
    return [m.span() for m in _INSIDE.finditer(text)] if _CUTS.search(text) else []


def entities(text: str) -> list[tuple[int, int, str]]:
    """Return the spans of letters and spaces written in the way of web pages, with what they show: "K&aring;re"."""
    found = [(*m.span(), unescape(m.group())) for m in _ENTITY.finditer(text)] if "&" in text else []
    return [one for one in found if len(one[2]) == 1 and one[2] not in "<>&"]


def broken_lines(text: str) -> list[tuple[int, int]]:
    """Return the line breaks that may stand in the middle of a name, a number or an address."""
    return [m.span() for m in _BROKEN_LINE.finditer(text)] if "\n" in text else []
