"""Finds two small letters that are set apart before a class, and two or three consonants somebody is told by: "t k i 4b
har", "e.l og n h i 7 trinn", "vi snakka om rk i går". Knows phrases, no letters.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.initials_noted import may_be_initials
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought, sought
from bot.anonymise.words.number_patterns import FIRST_TO_TENTH

_CLASS = (
    r"(?:i|på|fra|frå) (?:(?:klasse )?\d{1,2} ?[a-h](?!\w)|\d{1,2}\.? ?(?:trinn|klasse)|"
    rf"(?:{FIRST_TO_TENTH})(?: trinn| klasse)?(?!\w))"
)
_CONSONANT = "[bcdfghjklmnprstvwxz]"
_APART = re.compile(
    rf"(?<![\w.@/\-'’])(?:([a-zæøå](?:\.| |\. ?)[a-zæøå]\.?|{_CONSONANT}{{2}}) (?:og|å) )?"
    rf"({_CONSONANT}\.? {_CONSONANT}\.?) {_CLASS}"
)
"""Two consonants before a class, and whom "og" ties to them: nobody writes two words of one consonant in a row."""
_ABOUT = re.compile(
    rf"\b(?:snakk\w{{0,3}}|prat\w{{0,2}}|drøft\w{{0,3}}|møt\w{{1,2}}|sak\w{{0,2}}|spør|spurte?|spurt|hørt|nytt|bekymr\w{{1,4}}|"
    rf"uroa?|melding\w{{0,2}}|referat\w{{0,2}}|notat\w{{0,2}}|info|telefon|sagt|fortalt|fortalte|lurer|lure|tenk\w{{1,2}}|"
    rf"samtale\w?|rapport\w{{0,2}}|epikrise\w?|plan\w{{0,2}}) "
    rf"(?:om|rundt|vedr\.?|ang\.?) ({_CONSONANT}{{2,3}})"
    r"(?=[.,!?;)]|$|\n| (?:i|på) (?:går|dag|morgen|kveld|morges|mandag|tirsdag|onsdag|torsdag|fredag|skolen|sfo)\b"
    r"| (?:og|å) (?:mor|far|foreldr\w{1,3}|mora|familien|søster\w{0,2}|bror\w{0,2})\b"
    r"| (?:kl|da|når|nå|no|igjen|siden|som|sin|si|har|er|e)\b)"
)
"""Who is talked or written of by letters: "møte om hb kl 13", "meldingen om rk"."""
OFFICES = frozenset(
    (
        *("bv", "pp", "ppt", "bvt", "kv", "fvk", "pbl", "hv", "hvt", "psl", "pst", "bk", "kp", "nk", "vd", "kd", "td"),
        *("dvs", "mht", "mtp", "ift", "pga", "mp", "fv", "kr", "st", "nr", "tv", "pc", "vg", "vgs", "sk", "tlf", "kl"),
        *("dr", "hr", "fr", "jf", "pm", "nb", "ps", "cv", "gk", "sms", "mms", "dt", "rt", "fn", "bpa", "bft", "sfs"),
    )
)
"""What stands for an office, a law or a thing in short."""
_ROWS = (sought(_ABOUT, " om ", " rundt ", " vedr", " ang"),)


@needing(_ROWS[0].needs | needs_as_sought(" i ", " på ", " fra ", " frå "))
def find_letters_apart(document: Document) -> Iterator[Hit]:
    """Yield such letters, and the same letters apart wherever they stand."""
    if not document.words.isdisjoint(_SINGLE):
        yield from _before_a_class(document)
    for match in document.scan_each(*_ROWS):
        letters = match.group(1)
        if letters not in OFFICES and may_be_initials(document, letters):
            yield initials_hit(*match.span(1), 0.6)


_SINGLE = frozenset("bcdfghjklmnprstvwxz")


def _before_a_class(document: Document) -> Iterator[Hit]:
    seen: set[str] = set()
    for match in document.scan(_APART, " i ", " på ", " fra ", " frå "):
        for group in (1, 2):
            if match.group(group):
                seen.add(match.group(group))
                yield initials_hit(*match.span(group), 0.6)
    for letters in seen:
        again = re.compile(rf"(?<![\w.@/\-]){re.escape(letters)}(?![\w\-]|\.\w)")
        yield from (initials_hit(*match.span(), 0.6) for match in document.matches(again))
