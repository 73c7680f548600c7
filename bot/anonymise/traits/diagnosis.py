"""Finds rare diagnoses, and the aids that everybody sees (a wheelchair). Common ones (ADHD, Down) are in no list."""

from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import ANYTHING
from bot.anonymise.words.word_lists import words

_IN_CAPITALS = words("charge pku hiv fas pans pandas")
_SHORT_WORDS = _IN_CAPITALS | words("blind blindt blinde døv døvt døve")
_TOLD = {
    "diagnose": ("En sjelden diagnose peker på svært få barn.", "[en diagnose]"),
    "hjelpemiddel": ("Et hjelpemiddel som alle ser, peker på svært få barn.", "[et hjelpemiddel]"),
}
"""Why it is shown and what is written instead."""
_OF_ILLNESS = words("syndrom syndromet sykdom sjukdom muskeldystrofi muskelsykdom")


@needing(ANYTHING)
def find_diagnoses(document: Document) -> Iterator[Hit]:
    """Yield rare diagnoses and aids; a word that has other uses only where somebody has it."""
    tokens = document.tokens
    for at, count, told in document.phrases_of(document.places.diagnoses):
        if tokens[at].lower in _SHORT_WORDS and not _is_diagnosis(document, at):
            continue
        last, (why, instead) = at + count - 1, _TOLD[told]
        follow = document.after(last)
        if follow is not None and "vaksin" in follow.lower:
            continue  # "hepatitt B-vaksinen"
        if follow is not None and follow.lower in _OF_ILLNESS:
            last += 1
        yield quasi(tokens[at].start, tokens[last].end, "diagnose", why, 0.85, instead)


def _is_diagnosis(document: Document, at: int) -> bool:
    before = document.before(at)
    if document.tokens[at].lower in _IN_CAPITALS:
        return document.tokens[at].is_caps
    after = document.after(at)
    return (
        before is not None
        and before.lower in ("er", "e", "var", "født", "nesten", "delvis", "en", "både")
        and (after is None or after.lower not in ("for", "på", "vold", "tillit", "flekk", "og"))
    )
