"""Tells which names the text tells of as children among children: "Jonas plager Emma", "Elias er utagerende mot Noah".
Hitting is left out, as grown-ups hit too. Knows phrases, no names.
"""

from collections.abc import Container, Sequence
from itertools import pairwise

from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_lists import words

Span = tuple[int, int]
_PLAGUES = words(
    "plager plaga plaget plagar mobber mobba mobbet mobbar erter erta ertet ertar fryser frøs stenger stengte krangler "
    "krangla kranglet kranglar"
)
_IS = words("er e var va ble blir har")
_TOWARDS = words("mot med ut på")
_ROUGH = words("utagerende slem slemme stygg ekkel utagert utagerande")
_OFTEN = words("ofte stadig alltid mye veldig svært også ganske ikke ikkje daglig")


def act_as_peers(
    document: Document, spans: Sequence[Span], names: Sequence[str], children: Container[str], grown_up: Container[str]
) -> set[str]:
    """Return the names of who plagues one of the children as only another child does; nobody of the grown-up."""
    found: set[str] = set()
    for place, (name, other) in enumerate(pairwise(names)):
        is_told = name != other and other in children and name not in grown_up
        if is_told and _does_to(document, spans[place][1], spans[place + 1][0]):
            found.add(name)
    return found


def _does_to(document: Document, last: int, first: int) -> bool:
    """Tell whether only what children do to each other stands between the two names."""
    between = [token.lower for token in document.tokens[last + 1 : first] if token.lower not in _OFTEN]
    if between and between[-1] in _TOWARDS:
        between.pop()
    if len(between) == 1:
        return between[0] in _PLAGUES
    return len(between) == 2 and between[0] in _IS and between[1] in (*_ROUGH, *_PLAGUES)
