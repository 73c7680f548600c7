"""Asks every detector about one reading of a text, and tells what their hits are together.

Most texts are questions that name nobody, and need none of this: the program imports it when it is ready for them.
"""

from collections.abc import Iterable

from bot.anonymise.asking.between_names import between_names
from bot.anonymise.asking.clear_slot import find_in_clear_slots
from bot.anonymise.asking.possible_name import find_possible_names
from bot.anonymise.asking.said_of_things import as_things
from bot.anonymise.asking.strange_word import strange_asked
from bot.anonymise.asking.whole_asked import wholes
from bot.anonymise.asking.work_told import as_works
from bot.anonymise.detectors import DETECTORS
from bot.anonymise.finding import Hit
from bot.anonymise.identifiers.electronic import harmless_addresses
from bot.anonymise.merge import merge
from bot.anonymise.names.person import find_persons
from bot.anonymise.names.place import find_places
from bot.anonymise.reading.detector import hits_of
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.safe_spans import safe_spans
from bot.anonymise.replacing.initials_whose import with_initials_told_apart
from bot.anonymise.traits.age_of_named import find_ages_of_named
from bot.anonymise.words.word_classes import Word


def hits_in(document: Document, municipality: str | None, *, asks: bool) -> list[Hit]:
    """Return what the detectors find, merged; without `asks` not what only may be a name."""
    hits = list(hits_of(DETECTORS, document))
    guard, addresses = safe_spans(document), harmless_addresses(document)
    hits.extend(find_places(document, municipality))
    taken = _positions(
        document,
        [(h.start, h.end) for h in hits if h.type not in ("sted", "opprinnelse", "initialer", "navn")]
        + guard
        + addresses,
    )
    placed = _positions(document, [(h.start, h.end) for h in hits if h.type in ("sted", "opprinnelse")])
    hits.extend(find_persons(document, taken | placed, _nicknames(document, hits)))
    hits.extend(find_ages_of_named(document, hits))
    hits = with_initials_told_apart(document, merge(hits, guard, addresses)) if hits else []
    if any(hit.type == "navn" for hit in hits):
        hits = strange_asked(document, hits) if asks else hits
        hits = as_things(document, as_works(document, hits, asks=asks), asks=asks)
    if not asks:
        return hits
    possible = list(find_possible_names(document, hits, guard + addresses))
    possible += find_in_clear_slots(document, [*hits, *possible], guard + addresses)
    possible = list(wholes(document, possible))
    possible += between_names(document, [*hits, *possible])
    return merge([*hits, *possible, *find_ages_of_named(document, possible)]) if possible else hits


def _nicknames(document: Document, hits: Iterable[Hit]) -> frozenset[str]:
    """Return the words somebody is called by, in small letters; the small words among them are no names."""
    words = {w.lower() for h in hits if h.type == "kallenavn" for w in document.text[h.start : h.end].split()}
    return frozenset(word for word in words if not document.flags_of(word) & (Word.FUNCTION | Word.VERB | Word.KIN))


def _positions(document: Document, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the token positions that lie in any of the spans (one walk through both, so linear)."""
    found: set[int] = set()
    reach, waiting = 0, sorted(spans, reverse=True)
    if not waiting:
        return frozenset()
    for at, token in enumerate(document.tokens):
        while waiting and waiting[-1][0] < token.end:
            reach = max(reach, waiting.pop()[1])
        if token.start < reach:
            found.add(at)
    return frozenset(found)
