"""Finds one or two small letters where somebody stands, most with full stops: "e. vil ikke hjem", "elev: e.", "rektor
(k. t.)", "eleven, n, kaster". In texts without a capital nothing but the place and the stop tells. Knows no letters.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_one_of, sought
from bot.anonymise.words.small_words import SINGLE_LETTERS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_OPENS = re.compile(r"(?:^|\n|[.!?:] )([a-hj-zæø])\. (?=([a-zæøå]{1,14})\b)")
"""One letter and its stop first in a sentence, and what it does: "m. ropar i søvne"."""
_TWO = re.compile(r"(?<![\w.])(?<!\w\. )((?:[a-zæøå]\.-?){1,2} [a-zæøå]\.)(?! ?[a-zæøå]\.)(?=[\s,);:]|$)")
"""Two letters with a space between: "drøftet: j. h., gutt"."""
_KIN_OF = re.compile(
    r"\b(?:[a-zæøå]*(?:mor|mora|moren|mamma|far|faren|pappa|bror|broren|søster|søsteren|søstera|foreldre|foreldrene)"
    r"|tante|onkel|søsknene|saken|tiltak|plan) (?:til|te|åt|for) ([a-hj-zæø]|(?<=for )i)(?=[.:])"
)
"""One letter and a sign behind a relative or a plan: "bestemor til e. ringjer", "tiltak for i.: fast plass"."""
_WHO = re.compile(
    r"\b(?:eleven|barnet|gutten|guten|jenta|ungen|pasienten|rektor|læreren|søsteren|broren), ([a-hj-zæø]),(?= [a-zæøå])"
    r"|\b(?:mor|far|elev|søster|bror) ([a-hj-zæø])\.(?=,| og )"
    r"|\b(?:elev|eleven|barnet|gutten|guten|jenta|ungen) ([aehjvøæ]) (?=(?:har|hadde|sier|sa|seier|vil|kommer|kom|går|"
    r"skal|gråter|gråt|gret|slår|slo|bit|biter|bet|nekter|nektar|sover|søv|skriker)\b)"
)
"""One letter between commas behind who it is: "eleven, n, kaster stoler", "mor s., far o. og deres barn"."""
_LABELLED = re.compile(
    r"\b(?:elev|eleven|elevens navn|pasient|klient|barn|barnets navn|navn|namn|initial(?:er|ar)?): ?"
    r"([a-hj-zæø](?:(?:\.|\.?[ \-]|\.-)[a-zæøå](?!\w)){0,2}\.?)(?=[\s,;)]|$)"
)
"""What stands behind a label of a form: "elev: e.", "barn: e-l."."""
_BY_ARTICLE = re.compile(
    r"\b(?:han|hainn|hannj|ho|hun) ([bcfgjklmnprstvwz]) (?:(?=(?:å|og) (?:ho|han|hainn)\b)|([a-zæøå]+)\b)"
)
"""One letter behind the article of a name, as dialect has it: "hainn j klatra over gjerdet"."""
_ROWS = (
    sought(_KIN_OF, " til ", " te ", " åt ", " for "),
    sought(_WHO, ",", ".", "elev", "barnet", "gut", "jenta", "ungen"),
    sought(_LABELLED, ":"),
)
_NUMBERS = frozenset("abcd")
"""Letters that number points: these are somebody only where they do what only people do."""
_ABBREVIATED = frozenset(
    one.replace(".", "")
    for one in words(
        "m.m. o.l. t.d. d.v. s.u. b.l. f.o. d.y. e.l. p.g. i.h. m.a. o.a. d.e. a.a. m.v. n.n. t.o. i.f. p.t."
    )
)


@needing(needs_one_of(SINGLE_LETTERS))
def find_small_letters_placed(document: Document) -> Iterator[Hit]:
    """Yield such letters; first in a sentence where a verb follows."""
    if "." in document.words:
        yield from (_hit(match) for match in document.matches(_OPENS) if _acts(document, *match.groups()))
        yield from (_hit(match) for match in document.matches(_TWO) if not _is_abbreviated(match.group(1)))
    for match in document.scan_each(*_ROWS):
        yield _hit(match)
    for match in document.scan(_BY_ARTICLE, "han ", "hainn ", "hannj ", "ho ", "hun "):
        is_dialect = match.group().startswith(("hainn", "hannj")) or match.group(2) in (None, "itj")
        if is_dialect or document.flags_of(match.group(2) or "") & Word.VERB:
            yield _hit(match)


def _acts(document: Document, letter: str, verb: str) -> bool:
    """Tell whether a letter does something; one that may number a point, what only people do: "a. skriv navn b. lever"
    numbers."""
    if letter in _NUMBERS:
        return verb in document.vocabulary.classes["menneskeverb"] and not document.words >= {"a", "b"}
    return bool(document.flags_of(verb) & Word.VERB)


def _is_abbreviated(letters: str) -> bool:
    """Tell whether two letters are a phrase in short: "o. l."."""
    return "".join(sign for sign in letters if sign.isalpha()) in _ABBREVIATED


def _hit(match: re.Match[str]) -> Hit:
    group = next(at for at in range(1, match.re.groups + 1) if match.group(at) is not None)
    return initials_hit(*match.span(group), 0.6)
