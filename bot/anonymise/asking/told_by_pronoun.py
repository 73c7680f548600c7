"""Asks about a noun with a capital inside a sentence where somebody is played with, laughed at or told of ("ved siden
av Mygga", "sier at Sjefen selv får velge"), and about one in quotation marks that the sentence goes on to call "han" or
"hun" («Rampen» er ikke rampete lenger, han sitter bare).

Norwegian writes nouns in small letters and calls no thing "hun". Knows verbs and small words, no names.
"""

from collections.abc import Iterator

from bot.anonymise.evidence.chat_slot import HUMAN_DOING
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import ANYTHING, needs_one_of
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.small_words import HE_OR_SHE, ONESELF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WHO_NEEDED = needs_one_of(HE_OR_SHE)
_VERBS = words("er e var va har hadde hi blir ble blei vart kan vil skal må får fikk kom kommer sitter satt går gikk")
_BARRED = (
    Word.SAFE | Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.MONTH | Word.OCCUPATION
    | Word.SAFE_IN_CAPS
)  # fmt: skip
_PEOPLE = Word.KIN | Word.CHILD | Word.STAFF | Word.OCCUPATION | Word.FIRST | Word.PARENT
_OTHERS = ("ene", "ane", "er", "ar", "eren", "aren", "far", "mor", "ren", "sjefen", "isten", "tjenesten", "tenesta")
"""How many and those who work end, who are told of by "hun" as well."""
_ARTICLES = ("a", "en", "et")
_BESIDE = words("av til te med me hos for førr mot etter")
_LEADS = words(
    "siden sida ler lo flirer flirte leker lekte leke leikar plager plaget plage erter ertet erte redd bekymret "
    "bekymra "
    "slåss krangler kranglet krangle snakker snakket snakka snakke prate prata pratet roper ropte peker pekte "
    "hysjer moren mora faren broren søsteren foreldrene mamma pappa mor far venn venner bestevenn hjemme heime"
)
_SEES = words("så såg ser hørte høyrde plager plaget plaga erter erta ertet trøstet trøsta sparket sparka slo dyttet")
_TO = words("til te")
_CLOSES = frozenset('»"”')
_CLOSES_NEEDED = needs_one_of(_CLOSES)
_TWO_BEFORE = 2
_SHORTEST = 3


@needing(ANYTHING)
def told_by_pronoun(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    calls = document.holds & _WHO_NEEDED and document.holds & _CLOSES_NEEDED
    for at in document.capitals:
        token = document.tokens[at]
        if token.opens_sentence:
            stands = calls and _is_called(document, at)
        else:
            stands = _is_a_single_word(document, at) and _stands_as_somebody(document, at)
        if stands and _may_be_called(document, token):
            yield at


def _may_be_called(document: Document, token: Token) -> bool:
    """Tell whether the word is a noun that is no role, no office and not many."""
    if not token.is_word or token.is_caps or token.flags & _BARRED or len(token.text) < _SHORTEST:
        return False
    lower = token.lower
    if not token.text.isalpha() or lower in document.places.single or names_an_institution(lower):
        return False
    if token.opens_sentence and (lower.endswith(_OTHERS) or not lower.endswith(_ARTICLES)):
        return False
    return document.is_known(lower)


def _is_called(document: Document, at: int) -> bool:
    """Tell whether a verb follows the opening word in quotation marks and "hun" does something later, with nobody
    else told of before it.
    """
    tokens, step = document.tokens, at + 1
    if step < len(tokens) and tokens[step].text in _CLOSES:
        step += 1
    else:
        return False  # "Matpakka er borte, og hun": without the marks it is a thing as often
    if any(token.flags & _PEOPLE for token in tokens[:at]) or step + 1 >= len(tokens):
        return False
    verb = tokens[step]
    if not (verb.flags & Word.VERB or verb.lower in _VERBS) or tokens[at].flags & Word.VERB:
        return False
    for place in range(step + 2, len(tokens)):
        token = tokens[place]
        if token.opens_sentence or token.flags & _PEOPLE or token.lower in ("som", "når", "hvis"):
            return False
        if token.lower in HE_OR_SHE:
            return _is_subject(document, place)
    return False


def _is_subject(document: Document, at: int) -> bool:
    """Tell whether the pronoun does something: "hun gråter", "nå gråter hun"; and no preposition stands before it."""
    before, after = document.tokens[at - 1], document.after(at)
    if before.flags & Word.VERB or before.lower in _VERBS:
        return True
    leads = before.text == "," or before.lower in ("og", "men", "at", "for", "så", "fordi", "da")
    return leads and after is not None and bool(after.flags & Word.VERB or after.lower in _VERBS)


def _is_a_single_word(document: Document, at: int) -> bool:
    """Tell whether the words on both sides are small ones: two words with capitals are a title or a firm."""
    before, after = document.tokens[at - 1], document.after(at)
    return before.is_word and not before.has_capital and (after is None or not after.has_capital)


def _goes_on_of_somebody(document: Document, at: int) -> bool:
    """Tell whether the sentence ends there and the next begins with "han" or "hun": "Sjå no te Stumpen. Han står"."""
    stop, who = document.after(at), document.after(at, 2)
    is_definite = document.tokens[at].lower.endswith(("en", "a"))
    return is_definite and stop is not None and stop.text == "." and who is not None and who.lower in HE_OR_SHE


def _stands_as_somebody(document: Document, at: int) -> bool:
    """Tell whether the word is laughed at, seen or told of: "ler av Melkeveien", "så Bamsefar slå", "at Sjefen "
    "selv"."""
    before, earlier, after = document.tokens[at - 1], document.before(at, _TWO_BEFORE), document.after(at)
    if before.lower in _BESIDE:
        is_led = earlier is not None and earlier.lower in _LEADS
        return is_led or (before.lower in _TO and _goes_on_of_somebody(document, at))
    if after is None or after.opens_sentence:
        return False
    acts = after.lower in document.vocabulary.classes["menneskeverb"]
    if before.lower in _SEES:
        return acts or after.lower in HUMAN_DOING
    return before.lower in ("at", "da", "når", "fordi") and (acts or after.lower in ONESELF)
