"""Writes the text anew with the findings replaced, so that it still reads as Norwegian. Knows findings and signs, no rules."""

import re
from collections.abc import Sequence

from bot.anonymise.finding import Finding

_EMPTY_PAIR = re.compile(r"\(\s{0,20}[.,;:]?\s{0,20}\)|«\s{0,20}»|\"\s{0,5}\"|\[\s{0,5}\]")
_SPACE_BEFORE_SIGN = re.compile(r"[ ]{1,20}([,.;:!?)])")
_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}")
_DOUBLE_COMMA = re.compile(r",(?: ?,)+")
_COMMA_STOP = re.compile(r",\s?([.;:!?])")
_OPEN_SPACE = re.compile(r"([(«]) {1,20}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s{1,3}|\n\s{0,3})$")


def rewritten(text: str, findings: Sequence[Finding], keep: frozenset[int] = frozenset()) -> str:
    """Return `text` with every finding replaced except the kept ones; a finding that may not be kept is always replaced."""
    pieces: list[str] = []
    at = 0
    changed = False
    for index, finding in enumerate(findings):
        if finding.start < at or (index in keep and finding.may_keep):
            continue
        pieces.append(text[at : finding.start])
        pieces.append(_fitting("".join(pieces[-1:]) if at or pieces[-1] else "", finding, at == 0 and finding.start == 0))
        at, changed = finding.end, True
    if not changed:
        return text
    pieces.append(text[at:])
    return _tidied("".join(pieces))


def _fitting(before: str, finding: Finding, opens_text: bool) -> str:
    """Return the replacement, with a capital where a sentence begins."""
    replacement = finding.replacement
    if not replacement or not (opens_text or (before and _SENTENCE_START.search(before[-6:]) and before.strip() != "")):
        return replacement
    if replacement.startswith("["):
        return "[" + replacement[1:2].upper() + replacement[2:]
    return replacement[:1].upper() + replacement[1:]


def _tidied(text: str) -> str:
    """Close the holes left by what was taken away."""
    text = _EMPTY_PAIR.sub("", text)
    text = _OPEN_SPACE.sub(r"\1", text)
    text = _SPACE_BEFORE_SIGN.sub(r"\1", text)
    text = _DOUBLE_COMMA.sub(",", text)
    text = _COMMA_STOP.sub(r"\1", text)
    return _DOUBLE_SPACE.sub(" ", text)
