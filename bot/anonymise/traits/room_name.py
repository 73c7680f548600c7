"""Finds the names of departments where no "avdeling" or "på" leads to them: "Abel Humla", "ny avdeling no, Tussa"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import ANYTHING, needs_of
from bot.anonymise.words import whys
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.room_words import NO_ROOM, SURE_TAILS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CAPITAL = r"[A-ZÆØÅ][a-zæøå]{2,24}"
_AFTER_COMMA = re.compile(
    rf"\b(?i:avdeling|avdelinga|avdelingen|avdelingar|avdelinger|base|basen|gruppe|småbarn)(?: (?:no|nå|nu|her|"
    rf"hos oss))?(?:, | \(|: ?| – ?)"
    rf"({_CAPITAL})(?:,? (?:og|å) ({_CAPITAL}))?(?=[.,;:)!?\n]|$| (?:og|å|men|som)\b)"
)
_SPEAKS_FROM = re.compile(rf"(?<![\wæøå])({_CAPITAL}) her,? (?:på|fra|frå|ved|i) ({_CAPITAL})(?=[.,;:)!?\n]|$)")
_MOVES = re.compile(
    rf"({_CAPITAL}) ?(?:→|->|–>|=>) ?({_CAPITAL})(?= (?:barne|ungdoms)?(?:skole|skule|barnehage|bhg|oppvekst))"
)
_ON_A_ROOM = re.compile(rf" på ({_CAPITAL})(?![\wæøå\-])")
_SOMEBODY = re.compile(
    r"(?<![\wæøå])(?:jenta|gutten|guten|jente|gutt|gut|barn|barnet|ungen|hilsen \w{2,15}|helsing \w{2,15}|plass|"
    r"begynt|jobber|"
    r"vikar|assistent|pedleder|pedagog|ansatt)$",
    re.IGNORECASE,
)
_SHORTEST_ROOM = 5
_AT = frozenset(["på", "i", "fra", "frå", "ved"])
_WHO = words("begge går år avdeling plass begynt gått starta startet byrja barn ungene ungan alle måneder mnd åring")
_TO = frozenset(["til", "på", "fra", "frå", "ved", "at", "i", "te"])


_LED_NEEDS = needs_of("avdeling", "base", "gruppe", "småbarn", " her", "→", "->", "–>", "=>")


@needing(ANYTHING)
def find_room_names(document: Document) -> Iterator[Hit]:
    """Yield names of departments that stand alone."""
    names = document.vocabulary.classes["avdelingsnavn"]
    if not names.isdisjoint(document.words):
        yield from _listed(document, names)
    if not document.lacks(_LED_NEEDS):
        yield from _led_to(document)
    for match in document.scan(_ON_A_ROOM) if "på" in document.words and not document.is_english else ():
        is_said = _SOMEBODY.search(document.text[max(0, match.start() - 26) : match.start()])
        if is_said and _is_nothing_else(document, match.group(1).lower()):
            yield _room(match.start(1), match.end(1))


def _listed(document: Document, names: frozenset[str]) -> Iterator[Hit]:
    for at, token in enumerate(document.tokens):
        if token.lower not in names:
            continue
        before, who, after = document.before(at), document.before(at, 2), document.after(at)
        if not token.text[0].isalpha():
            continue
        is_led = before is not None and before.lower in _AT and who is not None and who.lower in _WHO
        if document.shouts:
            is_named = before is not None and before.lower in _TO and (after is None or after.text in ".!?")
        else:
            is_sure = not token.opens_sentence or token.lower.endswith(SURE_TAILS)
            is_named = token.has_capital and is_sure and not token.is_caps
        if is_named or (is_led and token.lower.endswith(SURE_TAILS)):
            yield _room(token.start, token.end)


def _led_to(document: Document) -> Iterator[Hit]:
    """Yield "ny avdeling no, Tusseladdan", "Jostein her, frå Fjøra" and "Skjermvegen → Flora skole"."""
    for match in document.scan(_AFTER_COMMA, "avdeling", "base", "gruppe", "småbarn"):
        for group in (1, 2):
            if match.group(group) and _may_be_a_room(document, match.group(group)):
                yield _room(match.start(group), match.end(group))
    for match in document.scan(_SPEAKS_FROM, " her"):
        if document.flags_of(match.group(1)) & Word.FIRST and _may_be_a_room(document, match.group(2)):
            yield _room(match.start(2), match.end(2))
    for match in document.scan(_MOVES, "→", "->", "–>", "=>"):
        yield quasi(match.start(1), match.end(1), "barnehage", whys.KINDERGARTEN, 0.7, "[barnehagen]")


def _is_nothing_else(document: Document, word: str) -> bool:
    """Tell whether the word after "gutten på" is in no list: no app, no place, no name, no service."""
    is_listed = bool(document.flags_of(word)) or word in document.places.single
    return len(word) >= _SHORTEST_ROOM and not is_listed and not names_an_institution(word)


def _may_be_a_room(document: Document, word: str) -> bool:
    return not document.flags_of(word) & NO_ROOM and not names_an_institution(word.lower())


def _room(start: int, end: int) -> Hit:
    return quasi(start, end, "avdeling", whys.DEPARTMENT, 0.6, "[avdelingen]")
