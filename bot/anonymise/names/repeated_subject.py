"""Finds a word that does again and again what only people do: "jojo rømte i går. jojo sier ..." is about a person."""

from collections import Counter
from collections.abc import Collection, Container, Iterator

from bot.anonymise.evidence.name_evidence import ENOUGH, evidence
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import looks_like_dialect
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_OPENERS = words("at når da og men for fordi hvis viss om så , ; - – = (")
_ARTICLES = words("en ei et ein eit den det de dei denne dette disse ingen noen hver kvar alle min mi din si sin vår")
_GROUPS = words(
    "folk mange noen nokon få flere fleire begge andre voksne vaksne ansatte tilsette personale barn ungdom ungdommer "
    "elever elevar jenter gutter gutar unger venner lærere lærarar foreldre barna mennesker menneske politi klassen "
    "hund katt hest bamse dukke dokke "
    "telefon mobil alarm klokke dyr fugl kanin hamster robot figur drage dinosaur troll spøkelse monster nisse"
)
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE | Word.NUMBER | Word.MONTH | Word.OCCUPATION
_PLACED = words("på i ved om av under over gjennom")
_ENDINGS = ("ene", "ane", "en", "et", "a", "er", "ar", "e", "s")
_SHORTEST = 3
_TWICE = 2


def repeated_subjects(document: Document, found: Collection[int], taken: Container[int]) -> Iterator[int]:
    """Yield every place of a word that at least twice opens a clause and does what only people do."""
    people = document.vocabulary.classes["menneskeverb"]
    if people.isdisjoint(document.words):
        return
    acts: Counter[str] = Counter()
    for at, follow in enumerate(document.tokens[1:]):
        if follow.lower not in people or at in taken or at in found:
            continue
        token = document.tokens[at]
        if _opens_a_clause(document, at, token) and _may_be_somebody(document, token):
            acts[token.lower] += 1
    somebody = {word for word, times in acts.items() if times >= _TWICE}
    for at, token in enumerate(document.tokens) if somebody else ():
        before = document.before(at)
        if token.lower in somebody and at not in taken and (before is None or before.lower not in _ARTICLES):
            yield at


def hinted_twice(document: Document, found: Collection[int], taken: Container[int]) -> Iterator[int]:
    """Yield every place of an unknown word that comes twice and stands where somebody could: a slip of the hand
    seldom comes twice.
    """
    hints: dict[str, list[int]] = {}
    if False not in document.known.values():
        return  # no word was unknown
    for at, token in enumerate(document.tokens):
        if token.flags or token.has_capital or at in found or at in taken or len(token.text) < _SHORTEST:
            continue
        if document.known.get(token.lower) is False and token.text.isalpha():  # judged before, so it is remembered
            hints.setdefault(token.lower, []).append(at)
    for word, places in hints.items():
        if len(places) < _TWICE or looks_like_dialect(document, word):
            continue
        if sum(evidence(document, at) for at in places if not _is_a_place(document, at)) >= ENOUGH:
            yield from places


def _is_a_place(document: Document, at: int) -> bool:
    before = document.before(at)
    return before is not None and before.lower in _PLACED


def _opens_a_clause(document: Document, at: int, token: Token) -> bool:
    before = document.before(at)
    return token.opens_sentence or before is None or before.lower in _OPENERS


def _may_be_somebody(document: Document, token: Token) -> bool:
    """Tell whether the word can be a name: no role, no group, no noun with its article."""
    if not token.is_word or len(token.text) < _SHORTEST or token.flags & _BARRED or token.lower in _GROUPS:
        return False
    if token.flags & Word.VERB and not token.flags & Word.FIRST:
        return False
    lexicon, lower = document.lexicon, token.lower
    if lexicon.is_headword(lower) and not lower.endswith(_ENDINGS[:4]):
        return True
    stems = [lower.removesuffix(end) for end in _ENDINGS if lower.endswith(end)]
    return not any(lexicon.is_headword(stem) or lexicon.is_headword(stem + "e") for stem in stems)
