"""What the rules for ages share: words for years, ages in laws, and the finding with the band to write instead."""

import re

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.words import whys
from bot.anonymise.words.proposals import OVER_TWO, coarse_age, coarse_person
from bot.anonymise.words.word_lists import words

WORD = rf"(?:ett|eit|et|en|to|{OVER_TWO}|tjue)"
LEGAL_AGES = words("15 16 18 20 23 24 25 femten seksten atten tjue")
_ARTICLE = re.compile(r"(?:^|[\s(«])(en|ei|ein|et|eit) $")
_IS_THIS_OLD = re.compile(r" ([a-zæøå]{3,25})(?![\w-])")
"""Who is of that age, right after it: "ei 18 år gammel jente"."""


def exact_age(text: str, start: int, end: int) -> Hit:
    """Return an age that is told in the usual words, with what to write instead of it and of who is that old."""
    found, before = text[start:end], text[max(0, start - 16) : start].lower()
    if (who := _IS_THIS_OLD.match(text, end)) and (article := _ARTICLE.search(before)) and "gam" in found:
        words = f"{article.group(1)} {who.group(1)} {coarse_age(found)}"
        return quasi(start, who.end(), "alder", whys.AGE, 0.85, words)
    if re.search(r"\bfyl(?:l|ler|te|t) (?:snart |nettopp )?$", before):
        replacement = "år"
    elif re.search(r"år(?:ing|sing)", found.lower()):
        replacement = coarse_person(found)
    else:
        replacement = coarse_age(found)
    return quasi(start, end, "alder", whys.AGE, 0.85, replacement)


def told_age(text: str, start: int, end: int) -> Hit:
    """Return an age that is told without its usual words, with the band to write instead."""
    return quasi(start, end, "alder", whys.AGE, 0.7, coarse_age(text[start:end]))
