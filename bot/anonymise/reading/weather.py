"""Tells whether a word that is a name as well is the weather, by the words it stands in a row with."""

from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_lists import words

_WEATHER = words("storm torden lyn regn vind snø sol uvær uvêr hagl tåke mørke frost")
_ALSO_NAMES = words("storm sol frost snø vind")
"""Children are called so: two of these in a row may be two children."""
_NO_NAMES = _WEATHER - _ALSO_NAMES
_TIES = frozenset((",", "og", "å", "eller"))


def is_weather_in_a_row(document: Document, at: int) -> bool:
    """Tell whether a word of the weather is tied to another that nobody is called: "redd for storm, torden og lyn"."""
    if document.tokens[at].lower not in _WEATHER:
        return False
    for step in (document.before, document.after):
        tie, other = step(at), step(at, 2)
        if tie is not None and other is not None and tie.lower in _TIES and other.lower in _NO_NAMES:
            return True
    return False
