"""Finds the number right behind somebody whom another rule has found: "Mina, 9, slår", "OJ 14 år", "tor 8 og liv 6".

Whose name, nickname or initials stand before is the evidence, so any number that counts nothing is an age. Knows no
names.
"""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import POSSIBLE_NAME, Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.traits.exact_age import told_age
from bot.anonymise.words.proposals import OVER_TWO
from bot.anonymise.words.word_classes import Word

_SOMEBODY = frozenset(("navn", "kallenavn", "initialer", POSSIBLE_NAME))
_BEHIND = re.compile(
    rf"(?:,? |(?P<open> ?\()|, \w{{3,14}}, )(?:er |e )?(?:på |snart |nå |no |bare |berre |nesten ){{0,2}}"
    rf"(?P<age>(?:1\d|[1-9]|to|{OVER_TWO})(?: ?(?:år|åra|mnd))?)(?![\wæøå])"
    rf"(?=(?(open)\)|(?:[,;!?\n]|\.(?![\d,]| ?[a-zæøå]| [A-ZÆØÅ]{{2}})|$))| (?P<next>[a-zæøå]+))"
)
_GOES_ON = frozenset(("og", "å", "men", "som"))


def find_ages_of_named(document: Document, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the ages behind the names, nicknames and initials among what is found."""
    if not (document.has_digit or document.flags & Word.NUMBER):
        return
    numbered = document.vocabulary.classes["nummererte_ting"]
    somebody = [
        hit for hit in found if hit.type in _SOMEBODY and document.text[hit.start : hit.end].lower() not in numbered
    ]
    matches = [_BEHIND.match(document.text, hit.end) for hit in somebody]
    told = [match for match in matches if match is not None]
    if not all(_goes_on(document, match.group("next")) for match in told):
        return  # a list of what is counted: "Malin 3 dager, Jakub 5"
    for match in told:
        yield told_age(document.text, *match.span("age"))


def _goes_on(document: Document, word: str | None) -> bool:
    """Tell whether what follows the number is nothing that is counted: a sign, "og", or what somebody does."""
    return word is None or word in _GOES_ON or bool(document.flags_of(word) & Word.VERB)
