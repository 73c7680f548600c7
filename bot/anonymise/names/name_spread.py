"""Finds a name that is found once everywhere else in the text, in any case, inflected or one letter wrong."""

from bot.anonymise.evidence.name_evidence import ENOUGH, evidence
from bot.anonymise.names.judge_english import may_be_the_same_name
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import is_one_edit_from
from bot.anonymise.reading.name_search import NOT_NAME, Search, base_of
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.reading.order import opens_an_order
from bot.anonymise.words.small_words import QUOTES
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_MOST_NAMES = 200
_QUOTES_NEEDED = needs_one_of(QUOTES)
_NO_SPELLING = Word.ORDINARY | NOT_NAME | Word.SAFE | Word.VERB
"""What a word is that is no name written one letter wrong."""
_SHORTEST_SPELLING = 4
_ENDS = frozenset("s'’")
"""What a name ends in where something is put behind it."""
_NEAR = 3
"""One wrong letter and a genitive s change the length of a name by two at most."""
_SAME_LETTERS = 3
"""The letters a pet form has in common with the name."""
_LONGEST_PET_FORM = 8
_PET_ENDS = ("le", "sen", "se", "pe", "y", "i", "mann", "mor", "ern", "is", "ken", "kis")
_TWO_LETTER_WORDS = words("jo la so lo mo da no na si om su de du ti to tu me ma pa ta va an al el io ja he ho hu")
_DAYS = frozenset(["dag", "vår"])
_ASKING = frozenset(
    ["hvorfor", "korfor", "kvifor", "når", "hvordan", "korleis", "korsen", "åssen", "hvem", "kem", "hva"]
)
_WEEKDAYS = frozenset(["tors"])
"""Names in the genitive that are a day in short as well."""


def spread(search: Search, taken: frozenset[int], called: frozenset[str]) -> None:
    """Find the same names elsewhere in the text, in any case, inflected, compound or one letter wrong."""
    document = search.document
    names = {base_of(document, document.tokens[at].lower)[0] for at in search.found}
    names = {n for n in names | called if len(n) > 2 or _is_a_short_name(document, n)}
    strange = {document.tokens[at].lower for at in search.strange}
    if not names and not strange:
        return
    long_names = sorted(n for n in names if len(n) > 3)[:_MOST_NAMES]
    nearly = _Nearly(long_names)
    has_quotes = document.holds & _QUOTES_NEEDED
    for at, token in enumerate(document.tokens):
        lower = token.lower
        may_be = lower in names or lower in called or lower[-1] in _ENDS or "-" in lower
        if not (may_be or token.has_capital) and (token.flags & _NO_SPELLING or len(lower) < _SHORTEST_SPELLING):
            continue
        if at in search.found or at in taken or not token.is_word or len(token.text) < 2:
            continue
        is_called = token.lower in called and _is_called_here(document, at, token)
        if (
            is_called
            or (has_quotes and _shortens(document, at, token, names | strange))
            or (token.has_capital and _is_a_pet_form(document, at, token, long_names))
            or (token.has_capital and _is_of_their_kin(document, token, long_names))
            or (_is_same_name(search, at, token, names, nearly) and may_be_the_same_name(document, at, token))
        ):
            search.found[at] = (0.8, "Samme navn som et annet sted i teksten.")


def _is_called_here(document: Document, at: int, token: Token) -> bool:
    """Tell whether a word that is somebody's nickname is that here: as the first word, "tulla bare lo", or where a name
    can stand.
    """
    return token.opens_sentence or evidence(document, at, seen_before=True) > 0


def _shortens(document: Document, at: int, token: Token, names: set[str]) -> bool:
    """Tell whether the word stands alone in quotation marks and is the beginning of a name: "Nat" of Nattapong."""
    before, after = document.before(at), document.after(at)
    if before is None or after is None or before.text not in QUOTES or after.text not in QUOTES:
        return False
    lower = token.lower
    return token.has_capital and any(name.startswith(lower) and len(name) > len(lower) for name in names)


def _is_of_their_kin(document: Document, token: Token, long_names: list[str]) -> bool:
    """Tell whether a name and a relative are one word: "Snorremammaen"."""
    lower = token.lower
    return any(lower.startswith(name) and document.flags_of(lower[len(name) :]) & Word.KIN for name in long_names)


def _is_a_pet_form(document: Document, at: int, token: Token, long_names: list[str]) -> bool:
    """Tell whether a word with a capital inside a sentence begins as a name does and ends as pet names do: "Julle" of
    Julianne, "Mattisen" of Mathias.
    """
    if token.opens_sentence or token.is_caps or document.shouts:
        return False
    before, lower = document.before(at), token.lower
    if before is None or not before.is_word or not lower.endswith(_PET_ENDS) or len(lower) > _LONGEST_PET_FORM:
        return False
    if token.flags & (_NO_SPELLING & ~Word.ORDINARY) or lower in document.places.single:
        return False
    return any(lower[:_SAME_LETTERS] == name[:_SAME_LETTERS] and len(name) > len(lower) for name in long_names)


class _Nearly:
    """Tells which words are a name one letter wrong: each word of the text is asked about once."""

    def __init__(self, long_names: list[str]) -> None:
        self._names = long_names
        self._told: dict[str, bool] = {}

    def is_one(self, stem: str) -> bool:
        """Tell whether the word, with or without a genitive s, is one of the names with a letter wrong."""
        if stem not in self._told:
            near = [name for name in self._names if abs(len(name) - len(stem)) < _NEAR]
            self._told[stem] = any(
                is_one_edit_from(one, name) for one in {stem, stem.removesuffix("s")} for name in near
            )
        return self._told[stem]


def _is_same_name(search: Search, at: int, token: Token, names: set[str], nearly: _Nearly) -> bool:
    document = search.document
    lower = token.lower
    stem = lower.rstrip("'’")
    bare = stem.removesuffix("s")
    is_named = stem in names or bare in names or ("-" in stem and not names.isdisjoint(stem.split("-")))
    if not is_named and (token.flags & _NO_SPELLING or len(lower) < _SHORTEST_SPELLING or document.is_known(lower)):
        return False
    if token.has_capital and token.opens_sentence and opens_an_order(document, at):
        return False
    if is_named:
        if lower in _DAYS and not token.has_capital and _is_when(document, at):
            return False
        if lower in _WEEKDAYS and not _is_followed_by_a_relative(document, at):
            return False
        is_word = token.flags & (Word.ORDINARY | Word.FUNCTION | Word.VERB) or document.is_known(lower)
        return bool(
            (token.has_capital and not document.shouts)
            or not is_word
            or _is_called_out(document, at, token)
            or _is_asked_of(document, at, token)
            or evidence(document, at, seen_before=True) >= ENOUGH
        )
    return nearly.is_one(stem)


def _is_when(document: Document, at: int) -> bool:
    """Tell whether "i", "en" or "hver" stands before the word, so that it tells when: "i dag", "i vår"."""
    before = document.before(at)
    return before is not None and before.lower in ("i", "en", "ein", "hver", "kvar", "neste", "per")


def _is_a_short_name(document: Document, name: str) -> bool:
    """Tell whether a name of two letters is no small word: My and Bo, but not Jo or Vi."""
    flags = document.flags_of(name)
    is_small_word = name in _TWO_LETTER_WORDS or flags & (NOT_NAME | Word.VERB)
    return len(name) > 1 and bool(flags & Word.FIRST) and not is_small_word


def _is_called_out(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word is cried alone: "vilde! kom hit"."""
    after = document.after(at)
    return token.opens_sentence and after is not None and after.text == "!" and after.start == token.end


def _is_followed_by_a_relative(document: Document, at: int) -> bool:
    after = document.after(at)
    return after is not None and bool(after.flags & (Word.KIN | Word.STAFF))


def _is_asked_of(document: Document, at: int, token: Token) -> bool:
    """Tell whether a question and its verb stand before and no number after: "hvorfor fikk dag is"."""
    verb, asking, after = document.before(at), document.before(at, 2), document.after(at)
    if verb is None or asking is None or not verb.flags & Word.VERB or asking.lower not in _ASKING:
        return False
    is_counted = after is not None and (after.text[0].isdigit() or bool(after.flags & Word.NUMBER))
    return bool(token.flags & Word.FIRST) and not is_counted
