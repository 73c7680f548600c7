"""Tells quickly that a text names nobody: no direct finding can come of it, whatever else the rules find there.

Below every question somebody is told not to write names; traits, such as an age or a school, are no matter there. Only
the rules that can give a direct finding are asked, and names are sought as if no word were explained by a trait: that
can only find more. Must not tell what is found.
"""

from collections.abc import Sequence, Set

from bot.anonymise.direct_detectors import MAY_BE_DIRECT
from bot.anonymise.names.person import find_persons
from bot.anonymise.reading.detector import hits_of
from bot.anonymise.reading.document import Document, Token

_SHORTEST = 3
_TWICE = 2


def names_nobody(document: Document) -> bool:
    """Tell whether nothing in the text is direct. Yes is sure, no is not."""
    if any(hit.cls == "direct" for hit in hits_of(MAY_BE_DIRECT, document)):
        return False
    return not _repeats_an_unlisted_word(document.tokens) and next(find_persons(document), None) is None


def holds_none_of(types: Set[str], document: Document) -> bool:
    """Tell whether the text has nothing direct of these types, of which none is a name. Yes is sure, no is not."""
    return not any(hit.type in types for hit in hits_of(MAY_BE_DIRECT, document))


def _repeats_an_unlisted_word(tokens: Sequence[Token]) -> bool:
    """Tell whether a word comes twice that no list knows: all its places are weighed together, and some of them may be
    explained by a trait (`repeated_subject.hinted_twice`)."""
    unlisted = [token.lower for token in tokens if not token.flags and len(token.text) >= _SHORTEST]
    return len(set(unlisted)) <= len(unlisted) - _TWICE + 1
