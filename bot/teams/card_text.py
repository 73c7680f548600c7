"""Text on a card: ours may be bold, all else stands as written. Must not know which card it stands on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

Element = dict[str, Any]

MAX_USER_LINES = 40
MAX_USER_CHARACTERS = 6_000

_ALIVE = re.compile(
    r"[\[\]<>`_~\\|#@]|\w://|www\.|^\s*(?:\d+[.)]|[-+*>=])(?:\s|$)|^(?: {4}|\t)|\{\{", re.IGNORECASE | re.MULTILINE
)
"""What a Markdown reader, a link finder or a mention could act on."""
_MANY_BREAKS = re.compile(r"\n\s*\n")
_SECTION = re.compile(r"(§§?)[ \u00a0](\d+)((?:[ \u00a0][a-z]\b)?)(?:-(\d+))?")
_AGE = re.compile(r"\d+(?:–\d+)? (?:år|måneder)\b")
_LINE_ENDS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_NO_ELEMENTS = str.maketrans("<>", "‹›")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_NEVER_DRAWN = re.compile("[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""What Unicode has not given away yet and asks everybody not to draw. The rest of that is shown: a new picture is among
it, and so is a sign that parts a word in two for whoever reads it."""


def keep_sections_together(text: str) -> str:
    """Return the text with a hard space after § and a hard hyphen in its number, so that it never breaks there."""

    def joined(match: re.Match[str]) -> str:
        sign, number, letter, part = match.groups()
        return f"{sign}\u00a0{number}{letter.replace(' ', chr(0xA0))}" + (f"\u2011{part}" if part else "")

    return _SECTION.sub(joined, text)


def keep_ages_together(text: str) -> str:
    """Return the text with «0–18 år» as one word: a word joiner on each side of the dash, a hard space before «år».

    For what nobody types after us, such as the grey row of a card.
    """
    return _AGE.sub(lambda age: age[0].replace("–", "\u2060–\u2060").replace(" ", "\u00a0"), text)


def one_line(text: str) -> str:
    """Return our text on one line, ready for a title, a fact or a list item."""
    return keep_sections_together(" ".join(part for part in _LINE_ENDS.split(text) if part.strip()))


def own_text(text: str, **style: Any) -> Element:
    """Return an element for a text of ours: `**bold**` works; what else could come alive is shown literally."""
    text = _MANY_BREAKS.sub("\n\n", keep_sections_together(text))
    if is_tame(text):
        return {"type": "TextBlock", "text": text, "wrap": True, **style}
    return _literal_with_bold(text, **style)


def is_tame(text: str) -> bool:
    """Tell whether a card's Markdown would do nothing with the text except bold."""
    has_hidden_signs = not text.replace("\u00a0", "").replace("\n", "").isprintable()
    has_odd_stars = "*" in text.replace("**", "") or text.count("**") % 2 == 1
    return not (has_hidden_signs or has_odd_stars or _ALIVE.search(text))


def _literal_with_bold(text: str, **style: Any) -> Element:
    spacing: Element = {name: style.pop(name) for name in ("spacing", "id", "horizontalAlignment") if name in style}
    style.pop("style", None)  # a run cannot be a heading
    pieces = text.split("**") if text.count("**") % 2 == 0 else [text]
    runs: list[Element] = []
    for number, piece in enumerate(pieces):
        weight = {"weight": "Bolder"} if number % 2 else {}
        runs.append(_run(clean_line(piece), {**style, **weight}))
    return _rich(runs, **spacing)


def user_text(text: str, **style: Any) -> list[Element]:
    """Return elements that show somebody's text literally: no Markdown, link, mention, hidden or turned-around sign."""
    lines = list(user_lines(text))
    return [_rich([_run(line, style)], spacing="None" if number else "Small") for number, line in enumerate(lines)]


def user_lines(text: str) -> Iterator[str]:
    """Yield the lines of somebody's text without empty ones, bounded in number and length."""
    shortened = text if len(text) <= MAX_USER_CHARACTERS else text[:MAX_USER_CHARACTERS] + " …"
    lines = [
        line for line in (clean_line(part) for part in re.split(r"[\r\n\v\f\x85\u2028\u2029]+", shortened)) if line
    ]
    yield from lines[: MAX_USER_LINES - 1]
    if rest := lines[MAX_USER_LINES - 1 :]:
        yield " ".join(rest)


def clean_line(text: str) -> str:
    """Return the text without control, direction and invisible signs, and with at most three marks on one letter."""
    if text.isprintable() and not any(map(unicodedata.combining, text)):
        return text  # as nearly all are: nothing in it is invisible, breaks a line or is a mark
    visible = (
        sign
        for sign in _NEVER_DRAWN.sub("", _LINE_ENDS.sub(" ", text)).replace("\t", " ")
        if unicodedata.category(sign) not in _INVISIBLE
    )
    return "".join(_few_marks(visible))


def lifeless(text: str) -> str:
    """Return a text of several lines in which no link, mention, element or date function comes alive where a client
    reads it as Markdown (`fallbackText`)."""
    shown = "\n".join(clean_line(line) for line in text.split("\n"))
    return shown.replace("](", "] (").replace("{{", "{ {").translate(_NO_ELEMENTS)


def _few_marks(signs: Iterator[str]) -> Iterator[str]:
    marks = 0
    for sign in signs:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= 3:
            yield sign


def marked_text(before: str, marked: str, after: str) -> Element:
    """Return one sentence of somebody's with a part of it marked, in colour and bold."""
    runs = [_run(clean_line(before), {}), _run(clean_line(marked), {"weight": "Bolder", "highlight": True})]
    runs.append(_run(clean_line(after), {}))
    return _rich(runs, spacing="Small")


def _rich(runs: Sequence[Element], **style: Any) -> Element:
    shown = [run for run in runs if run["text"]]
    return {"type": "RichTextBlock", "inlines": shown or [_run(" ", {})], **style}


def _run(text: str, style: dict[str, Any]) -> Element:
    return {"type": "TextRun", "text": text, **style}


def listed(items: Sequence[str], *, numbered: bool) -> list[Element]:
    """Return a list of ours: Markdown when every item is tame, else rows, so that nothing comes alive."""
    items = [one_line(item) for item in items]
    signs = [f"{number}." if numbered else "•" for number in range(1, len(items) + 1)]
    if all(is_tame(item) for item in items):
        marks = signs if numbered else ["-"] * len(items)
        text = "\n".join(f"{mark} {item}" for mark, item in zip(marks, items, strict=True))
        return [{"type": "TextBlock", "text": text, "wrap": True, "spacing": "Small"}]
    marked = zip(signs, items, strict=True)
    return [row(clean_line(sign), [own_text(item)], spacing="Small", width="20px") for sign, item in marked]


def row(sign: str, texts: list[Element], *, spacing: str, width: str, **style: Any) -> Element:
    """Return something short at the left and texts beside it."""
    return {
        "type": "ColumnSet",
        "spacing": spacing,
        "columns": [
            {"type": "Column", "width": width, "items": [own_text(sign, **style)]},
            {"type": "Column", "width": "stretch", "items": texts},
        ],
    }
