"""Writes the text anew with the findings replaced, so that it still reads as Norwegian. Knows findings and signs,
no rules.
"""

import re
from collections.abc import Sequence

from bot.anonymise.finding import POSSIBLE_NAME, SENDER, Finding
from bot.anonymise.words.word_lists import words

_EMPTY_PAIR = re.compile(r"\([ .,;:/]{0,20}\)|«[ .,]{0,20}»|“[ ]{0,5}”")
_SPACE_BEFORE_SIGN = re.compile(r"[ ]{1,20}(?=[,.;:!?)](?:[ \n)]|$))")
_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_DOUBLE_COMMA = re.compile(r",(?: ?,)+")
_COMMA_STOP = re.compile(r",\s?(?=[.;!?](?:\s|$))")
_OPEN_SPACE = re.compile(r"([(«]) {1,20}")
_SENTENCE_START = re.compile(r"(?:^|(?:[^\W_]{4} ?\.|[)\]»\"]\.|[!?])\s{1,3}|\n[ \-•*]{0,4})$")
_SHORT_LAST_WORD = re.compile(r"(?:^|[\s(«])([a-zæøå]{2,3})\.\s{1,3}$")
_ABBREVIATED = words(
    "kl ca nr mnd tlf mob evt osv ev vs jf jfr pga ift mht mtp iht adr avd dr fr hr frk st min sek stk kr tr "
    "ped ref ass spl hs obs vdr ang vg ff fnr inkl dvs mm mfl kap pkt fl bl eks fam vik bhg tj pol psyk ktl"
)
_SWALLOWED = {
    "trinn": re.compile(r"\b(?:på|i|fra|ved|til) $", re.IGNORECASE),
    "klasse": re.compile(r"\b(?:på|i|fra|ved|til) $", re.IGNORECASE),
    "dato": re.compile(r"\bden $", re.IGNORECASE),
    "yrke": re.compile(r"\bsom $"),
    "alder": re.compile(r"(?:\b(?:på|en|ei|ein|et|eit)| ?,) $", re.IGNORECASE),
}
_LABEL = re.compile(
    r"(?:,? ?\b(?:tlf|tlfnr|telefon|telefonnummer|telefonen|mobil|mobilen|mobilnr|mobilnummer|mob|nummer|nummeret|"
    r"nr|e-post|epost|e-postadresse|mail|fnr|f\.nr|fødselsnr|fødselsnummer|fødselsnummeret|personnr|personnummer|"
    r"pnr|dnr|id)"
    r"\.?(?: er| til)?:? ?)$",
    re.IGNORECASE,
)
_LEFT_HANGING = re.compile(r" (?:på|til|fra|frå|via|med) ?$", re.IGNORECASE)
_ENDS_HERE = re.compile(r"\s*$|\s*\n|\s+[A-ZÆØÅ]")
_LABELLED = frozenset(("telefon", "epost", "fodselsnummer", "personnummer"))
_NAMES = frozenset(("navn", POSSIBLE_NAME))
_TIE = re.compile(r" ?(?:,|/|&|\+|og|å|samt|eller) ?", re.IGNORECASE)
_LAST_COMMA = re.compile(r"[ ,]{1,10}(?=\n|$)")
_OUR_BRACKET = re.compile(r"^\[.+\]$")


def rewritten(text: str, findings: Sequence[Finding], keep: frozenset[int] = frozenset()) -> str:
    """Return `text` with every finding replaced except the kept ones; a finding that may not be kept is always
    replaced.
    """
    out, at, changed = "", 0, False
    for index, finding in enumerate(findings):
        row_end = findings[index - 1].end if index and _is_a_row(text, findings[index - 1], finding) else -1
        if finding.start < at:
            continue
        if index in keep and finding.may_keep:
            at = finding.start if row_end == at else at
            continue
        before = out + text[at : row_end if row_end >= at else finding.start]
        before, at = _joined(text, before, finding)
        out = before + _fitting(before, finding) + _stop(text, finding)
        changed = True
    return _tidied(out + text[at:]) if changed else text


def _is_a_row(text: str, left: Finding, right: Finding) -> bool:
    """Tell whether only "og" or a comma stands between two names that are taken away: it goes with them."""
    is_taken_away = not left.replacement and not right.replacement and right.type in _NAMES and left.type in _NAMES
    return is_taken_away and _TIE.fullmatch(text, left.end, right.start) is not None


def _joined(text: str, before: str, finding: Finding) -> tuple[str, int]:
    """Drop the preposition or the pair of commas that would be left hanging; return the text before and where to
    go on.
    """
    swallowed = _SWALLOWED.get(finding.type)
    if (
        swallowed is not None
        and not (finding.type == "yrke" and finding.replacement)
        and not _OUR_BRACKET.match(finding.replacement)
    ):
        head, tail = before[:-12], before[-12:]
        before = head + swallowed.sub(" " if tail.endswith(", ") and finding.replacement else "", tail)
    if finding.type in _LABELLED and not finding.replacement:
        before = before[:-32] + _LABEL.sub("", before[-32:])
        before = before[:-8] + _LEFT_HANGING.sub("", before[-8:])
    end = finding.end
    if not finding.replacement and before.endswith(", ") and text[end : end + 1] in (",", "."):
        return before[:-2], end + (text[end] == ",")
    opens_line = not before or before.endswith("\n")
    return before, end + (opens_line and not finding.replacement and text[end : end + 1] == " ")


def _stop(text: str, finding: Finding) -> str:
    """Return the full stop that ends the sentence when the finding took it with it: "i 2. klasse.", "Ida K. Hun"."""
    took = text[finding.end - 1 : finding.end] == "." and finding.replacement not in ("", SENDER)
    return "." if took and _ENDS_HERE.match(text, finding.end) is not None else ""


def _fitting(before: str, finding: Finding) -> str:
    """Return the replacement, with a capital where a sentence begins."""
    replacement = finding.replacement
    if not replacement or (before.strip() and not _opens_sentence(before[-9:])):
        return replacement
    if replacement.startswith("["):
        return "[" + replacement[1:2].upper() + replacement[2:]
    return replacement[:1].upper() + replacement[1:]


def _opens_sentence(before: str) -> bool:
    """Tell whether a sentence ends with these signs: a short word and a full stop, but no abbreviation."""
    if _SENTENCE_START.search(before):
        return True
    last = _SHORT_LAST_WORD.search(before)
    return last is not None and last.group(1) not in _ABBREVIATED


def _tidied(text: str) -> str:
    """Close the holes left by what was taken away."""
    text = _EMPTY_PAIR.sub("", text)
    text = _OPEN_SPACE.sub(r"\1", text)
    text = _SPACE_BEFORE_SIGN.sub("", text)
    text = _DOUBLE_COMMA.sub(",", text)
    text = _COMMA_STOP.sub("", text)
    text = _LAST_COMMA.sub("", text)
    return _DOUBLE_SPACE.sub(" ", text)
