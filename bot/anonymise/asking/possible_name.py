"""A second opinion on words the rules leave alone, learned from labelled texts: does a name usually stand so?

What can be told of a word (`possible_name_facts`) has a weight for each fact, and the weights are added up. It only
warns, and it never takes away or changes what a rule found. A fact is kept as a number made of its letters, so the file
of weights holds no words. `python -m bench.anonymise.learn_names` writes it.
"""

import hashlib
import sys
from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from bot.anonymise.asking import possible_name_facts
from bot.anonymise.asking.ordinary_opener import is_an_ordinary_opener
from bot.anonymise.asking.possible_name_facts import (
    SIZE,
    Candidate,
    Written,
    base_of_word,
    candidates,
    facts,
    is_never,
    written_in,
)
from bot.anonymise.finding import POSSIBLE_NAME, Hit, quasi
from bot.anonymise.names.month_told import is_month_told
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_english_kin
from bot.anonymise.reading.likeness import is_a_verb_cut_off
from bot.anonymise.reading.name_search import NAME, base_of_token
from bot.anonymise.reading.order import is_an_order, is_asked_to, opens_an_order
from bot.anonymise.reading.weather import is_weather_in_a_row
from bot.anonymise.replacing.name_whose import as_somebody, replacements_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

FILE = Path(__file__).with_name("possible_names.bin")
STAMP = 32
"""The bytes of one digest. Three stand before the weights: of what facts are, of the texts that were learned from, and
of all the rest of the file.
"""
ONE = 4096
"""What stands in the file for a weight of 1: whole numbers of two bytes, smallest byte first."""
SURE = -3 * ONE // 10
"""Chosen on texts that were not learned from: see decision 29. At 0 a name is as likely as not."""
ALSO = SURE - 6 * ONE // 10
"""What the same word must reach elsewhere in a text where one place is sure."""
CERTAINTY = 0.3
_NONE: Counter[str] = Counter()
_ROW = 5
_BEFORE_NAMES = frozenset(("vesle", "lille", "stakkars", "cc", "takk"))
_WHOM = words("meg mæ deg dæ ham han henne ho hu hun seg sæ oss dem dei dæm det den")
_LABELS = words(
    "svar punkt pkt navn namn tema dato sted stad status tiltak vurdering bakgrunn konklusjon kommentar merknad "
    "vedlegg skjema avsnitt dagsorden deltakere referent epikrise referat notat rapport logg utdrag innkalling journal"
)
"""What opens a line of a form: "Svar:", "Punkt 5", "Navn på elev:"."""
_SUBJECT_LINES = words("sv re vs fwd fw emne tittel overskrift")
_ANSWERS = words("flott fint supert topp greit bra perfekt kjempefint kjempebra strålende herlig klart enig ferdig")
"""What opens an answer and is what nobody is called: "Flott, da ses vi"."""
_CLOCK = words("klokka klokken klokkå kl")
_LONG = 9
"""The letters of a word that is no nickname."""
WHY = "Ordet står der et navn pleier å stå."


class WeightsMissing(OSError):
    """The file of weights is missing, damaged or of another version. Run `python -m bench.anonymise.learn_names`."""


def find_possible_names(document: Document, found: Sequence[Hit], safe: Iterable[tuple[int, int]]) -> Iterator[Hit]:
    """Yield words that stand as names do, and the same words where they nearly do. `found` is what the rules found,
    `safe` the spans to leave alone.
    """
    asked = list(candidates(document))
    if not asked:
        return
    taken = sorted([*[(hit.start, hit.end) for hit in found], *safe])
    positions = _positions(document, list(outside(document, asked, taken)), taken)
    if not positions:
        return
    at_names = {at for hit in found if hit.type == "navn" for at in (hit.start, hit.end)}
    spans = list(_rows(document, positions))
    for (first, last), replacement in zip(spans, replacements_of(document, spans), strict=True):
        start, end = document.tokens[first].start, document.tokens[last].end
        is_half = start - 1 in at_names or end + 1 in at_names  # of a name whose other half is replaced
        yield quasi(start, end, POSSIBLE_NAME, WHY, CERTAINTY, "" if is_half else as_somebody(replacement))


def words_written(document: Document, positions: Iterable[int]) -> Written:
    """Return how often the words there stand in the text, for `likeliness`: read once for all of them."""
    return written_in(document, {base_of_word(document.tokens[at].lower) for at in positions})


def likeliness(document: Document, at: int, written: Written) -> int:
    """Return how much the word there stands as names do: see `SURE`."""
    token, weights = document.tokens[at], read_weights()
    one = Candidate(at, base_of_token(document, token)[1])
    return sum([weights[fact] for fact in facts(document, one, written)], weights[SIZE])


def outside(document: Document, asked: Iterable[Candidate], spans: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """Yield the candidates that lie in none of the sorted spans (one walk through both, so linear)."""
    reach = next_span = 0
    for one in asked:
        token = document.tokens[one.at]
        while next_span < len(spans) and spans[next_span][0] < token.end:
            reach = max(reach, spans[next_span][1])
            next_span += 1
        if token.start >= reach:
            yield one


def _positions(document: Document, asked: Sequence[Candidate], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the positions that reach `SURE`, and those of the same words that reach `ALSO`."""
    if not asked:
        return []
    tokens, weights = document.tokens, read_weights()
    written = written_in(document, {base_of_word(tokens[one.at].lower) for one in asked})
    once = written._replace(times=_NONE)

    def score(one: Candidate) -> int:
        is_plain = is_an_ordinary_opener(document, one)
        told = facts(document, one, once if is_plain else written)
        return sum([weights[fact] for fact in told], weights[SIZE] + (SURE if is_plain else 0))

    scores = {one.at: score(one) for one in asked}
    if max(scores.values()) < SURE:
        return []
    sure = {base_of_word(tokens[at].lower) for at, reached in scores.items() if reached >= SURE}
    same = [Candidate(at, base_of_token(document, t)[1]) for at, t in enumerate(tokens) if _is_one_of(t, sure)]
    again = outside(document, same, spans)
    return [
        one.at
        for one in again
        if (scores[one.at] if one.at in scores else score(one)) >= ALSO and not _opens_as_words_do(document, one.at)
    ]


def _opens_as_words_do(document: Document, at: int) -> bool:
    """Tell whether a note begins with a verb ("Ringte BUP", "Snakket hjemme"), or a sentence in English with a word
    that is a name as well ("Hope is not a plan"), or "vesle" or "kalles" stands before a name: the rules have weighed
    what follows.
    """
    token = document.tokens[at]
    if (
        token.lower in _BEFORE_NAMES
        or token.text == "fru"
        or (token.text == "kalle" and (whom := document.after(at)) is not None and whom.lower in _WHOM)
        or (not token.has_capital and token.lower in document.vocabulary.classes["navneord"])
        or _is_a_thing_here(document, at)
        or is_an_order(document, at)
        or is_asked_to(document, at)
        or opens_an_order(document, at)
        or is_a_verb_cut_off(document, token)
        or is_english_kin(document, token.lower)
        or (token.lower in _CLOCK and (hour := document.after(at)) is not None and hour.text[0].isdigit())
    ):
        return True
    if token.flags & Word.MONTH and is_month_told(document, at):
        return True
    if not token.opens_sentence:
        return False
    if token.lower in _LABELS and (colon := document.after(at)) is not None and not colon.flags & Word.VERB:
        return True
    if document.is_english:
        return token.lower in document.vocabulary.classes["engelske_navneord"]
    is_no_name = not token.flags & NAME and (
        bool(token.flags & Word.VERB) or _is_a_long_word(document, token) or _heads_a_message(document, at)
    )
    return is_no_name or _is_lettered(document, at, token)


def _is_a_long_word(document: Document, token: Token) -> bool:
    """Tell whether the word is too long for a nickname and has no article: "Bleiebytte", "Ungdommane"."""
    is_definite = token.lower.endswith(("en", "a", "et"))
    return token.has_capital and len(token.text) >= _LONG and not is_definite and document.is_known(token.lower)


def _heads_a_message(document: Document, at: int) -> bool:
    """Tell whether an ordinary word opens a subject line or an answer: "SV: Fravær Emilie", "Flott, da ses vi"."""
    token, before, comma = document.tokens[at], document.before(at), document.after(at)
    if comma is not None and comma.text == "," and token.lower in _ANSWERS:
        return True
    label = document.before(at, 2)
    is_subject = before is not None and before.text == ":" and label is not None and label.lower in _SUBJECT_LINES
    return is_subject and document.lexicon.is_headword(token.lower)


_BY_THE_WATER = words("kaia brygga elva")
_WHERE = words("på ved til te langs nedpå utpå bortpå over i nedi uti")
"""Where everybody goes, though children are called so as well: "på kaia", "langs elva"."""


def _is_a_thing_here(document: Document, at: int) -> bool:
    """Tell whether plants stand around a word, or the sentence says what it means; a capital inside is no thing."""
    token = document.tokens[at]
    is_plain = not token.has_capital or token.opens_sentence
    if is_plain and token.lower in _BY_THE_WATER and (before := document.before(at)) is not None:
        return before.lower in _WHERE
    return is_plain and (
        _is_one_of_many_plants(document, at) or _is_told_what_it_is(document, at) or is_weather_in_a_row(document, at)
    )


def _is_told_what_it_is(document: Document, at: int) -> bool:
    """Tell whether the sentence says what a word means: "Lykke er å få gå først"."""
    verb, link = document.after(at), document.after(at, 2)
    return verb is not None and link is not None and verb.lower in ("er", "e") and link.lower == "å"


def _is_one_of_many_plants(document: Document, at: int) -> bool:
    """Tell whether two other plants or animals stand in the same row: "ask, bjørk, rogn og hassel"."""
    near = [token.lower for token in document.tokens[max(0, at - _ROW) : at + _ROW + 1]]
    others = [word for word in near if word in document.vocabulary.classes["avdelingsord"]]
    return len(set(others) - {document.tokens[at].lower}) > 1 and any(word in (",", "og", "å") for word in near)


def _is_lettered(document: Document, at: int, token: Token) -> bool:
    """Tell whether a letter or a number and a colon make a label of an ordinary word: "Gruppe A:"."""
    letter, colon = document.after(at), document.after(at, 2)
    is_one = letter is not None and (len(letter.text) == 1 or letter.text.isdigit())
    return is_one and colon is not None and colon.text == ":" and document.lexicon.is_headword(token.lower)


def _is_one_of(token: Token, words: Container[str]) -> bool:
    return token.is_word and base_of_word(token.lower) in words and not is_never(token.flags)


def _rows(document: Document, positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join positions right beside each other, with a space between, into spans from first to last."""
    first = last = -1
    for at in positions:
        if last >= 0 and at == last + 1 and document.text[document.tokens[last].end : document.tokens[at].start] == " ":
            last = at
            continue
        if last >= 0:
            yield first, last
        first = last = at
    if last >= 0:
        yield first, last


@cache
def read_weights(path: Path = FILE) -> "array[int]":
    """Return the weights, read once. Raises WeightsMissing."""
    try:
        held = path.read_bytes()
    except OSError as error:
        raise WeightsMissing(path.name) from error
    stamps, weights_held = held[: 2 * STAMP], held[3 * STAMP :]
    is_whole = len(weights_held) == 2 * (SIZE + 1) and held == whole_file(stamps, weights_held)
    if not is_whole or stamps[:STAMP] != stamp_of_facts():
        raise WeightsMissing(path.name)
    weights = array("h", weights_held)
    if sys.byteorder == "big":
        weights.byteswap()
    return weights


def whole_file(stamps: bytes, weights: bytes) -> bytes:
    """Return what the file of weights holds: its two stamps, a digest of all the rest, and the weights."""
    return stamps + hashlib.sha256(stamps + weights).digest() + weights


def stamp_of_facts(path: Path = Path(possible_name_facts.__file__)) -> bytes:
    """Return a digest of the file that says what facts are: weights of other facts say nothing of these. How its lines
    end does not count.
    """
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest()
