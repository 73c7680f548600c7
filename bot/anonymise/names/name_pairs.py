"""Finds two everyday words that are two people: "stein og sol er syke", "per l. og kari m.", "trille og lena". Holds no
names.
"""

from collections.abc import Container, Iterator

from bot.anonymise.evidence.chat_slot import ADVERBS, HUMAN_DOING
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_search import Search
from bot.anonymise.reading.name_slot import is_sure_name
from bot.anonymise.words.small_words import BE, OF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_TIES = frozenset(["og", "å", "&", "/", "+", "eller"])
_SMALL_NAMES = words("hans dag vår anna")
"""Small words that are names, when the other of the two is one."""
_BARRED = (
    Word.FUNCTION
    | Word.KIN
    | Word.CHILD
    | Word.STAFF
    | Word.SAFE
    | Word.NUMBER
    | Word.OCCUPATION
    | Word.VERB
    | Word.MONTH
)
_ENDINGS = ("ene", "ane", "en", "et", "a", "er", "ar")
_WEATHER = words("sol regn snø vind storm vår høst sommer vinter frost torden lyn tåke sludd hagl måne")
_STATES = words(
    "syke sjuke sinte redde triste slitne trøtte sultne urolige urolege sure leie alene åleine aleine ferdige venner "
    "sammen uvenner hjemme heime borte vekk her fraværende forelska glade lei"
)
_ALSO_OF_THINGS = words("hjemme heime borte vekk her sammen ferdige")
"""States of the sun and the rain as well."""
_MODALS = words("må skal kan bør vil får kunne skulle ville måtte fikk")
_TOGETHER = words(
    "skilles skiljast sitte sitje leke leike hentes hentast følges holdes være vere gå snakke få dele ha bli møtes "
    "samarbeide sees bytte"
)
_DONE = words("vært vore vørri sittet sitte fått gått kommet hatt blitt gjort")
_PLACED = words("ute inne sammen syke sjuke her hjemme heime borte uvenner venner med")
_STAY = words("sitter satt sit bor bodde bur leker lekte går gikk jobber henger sover sov")
_HAVE = words("har hadde")
_COME = words("kommer kom kjem kjæm gikk går gjekk løp dro")
_COMING = words("ikke ikkje itj for hjem heim alene til ned inn ut på sent seint")
_CLAUSES = words("at når da hvis fordi om og men så både mens viss dersom siden")
_ASKING = words("hvorfor når hvordan og men så da nå korfor kvifor ka hva")
_SIBLINGS = words(
    "søsknene søskena søsken brødrene brødrane søstrene søstrane tvillingene tvillingane tvillingan søskenparet"
)
_SHORTEST = 3
_NEAR = 6


def paired(search: Search, taken: Container[int]) -> Iterator[int]:
    """Yield both words of a pair, of which one may be a name, when they are told of as two people are."""
    document = search.document
    if not document.flags & Word.FIRST:
        return
    for at in document.where_any(_TIES):
        if not 0 < at < len(document.tokens) - 1:
            continue
        left, right = document.tokens[at - 1], document.tokens[at + 1]
        if not (left.flags | right.flags) & Word.FIRST or (at - 1 in search.found and at + 1 in search.found):
            continue
        if at - 1 in taken or at + 1 in taken or not _may_be_two(document, left, right):
            continue
        if _are_two_people(document, at) or _is_a_tale(search, at):
            yield from (at - 1, at + 1)


def _may_be_two(document: Document, left: Token, right: Token) -> bool:
    """Tell whether both can be what somebody is called, and are written alike."""
    is_alike = left.has_capital == right.has_capital or left.opens_sentence
    return is_alike and all(_may_be_called(document, one, other) for one, other in ((left, right), (right, left)))


def _may_be_called(document: Document, token: Token, other: Token) -> bool:
    if not token.is_word or len(token.text) < 2 or token.is_caps:
        return False
    if token.flags & Word.FIRST:
        return not token.flags & (Word.FUNCTION | Word.VERB | Word.KIN) or (
            token.lower in _SMALL_NAMES and bool(other.flags & Word.FIRST or document.lexicon.is_headword(other.lower))
        )
    if token.flags & _BARRED or len(token.text) < _SHORTEST:
        return False
    if is_sure_name(other) and not document.lexicon.is_headword(token.lower):
        return True
    stems = [token.lower.removesuffix(end) for end in _ENDINGS if token.lower.endswith(end)]
    return not any(document.lexicon.is_headword(stem) or document.lexicon.is_headword(stem + "e") for stem in stems)


def _are_two_people(document: Document, at: int) -> bool:
    """Tell whether what stands around the pair is said of two people only."""
    left, right = document.tokens[at - 1], document.tokens[at + 1]
    after = _past_names(document, at + 2)
    is_weather = left.lower in _WEATHER and right.lower in _WEATHER
    if (given := document.before(at, 2)) is not None and _is_given(given) and given.has_capital == left.has_capital:
        left, at = given, at - 1
    before, earlier = document.before(at, 2), document.before(at, 3)
    opens = left.opens_sentence or before is None or before.text in ",:;(-–" or before.lower in _CLAUSES
    if opens and _do_what_people_do(document, after, is_weather=is_weather):
        return True
    if before is None:
        return False
    if before.lower in OF and earlier is not None and earlier.flags & (Word.KIN | Word.STAFF):
        return True
    if before.lower in _SIBLINGS:
        return True
    if before.lower in ("både", "at", "begge"):
        return _do_what_people_do(document, after, is_weather=is_weather)
    is_asked = before.lower in (*_MODALS, *BE, "har") and (before.opens_sentence or _leads(earlier))
    return is_asked and _is_asked_of_people(document, after, before.lower)


def _past_names(document: Document, at: int) -> int:
    """Return where the words go on after the second of two given names: "hamsa og nora emilie har"."""
    return at + 1 if at < len(document.tokens) and _is_given(document.tokens[at]) else at


def _is_given(token: Token) -> bool:
    return bool(token.flags & Word.FIRST) and not token.flags & (Word.FUNCTION | Word.VERB)


def _leads(token: Token | None) -> bool:
    return token is None or token.lower in _ASKING


def _is_asked_of_people(document: Document, at: int, verb: str) -> bool:
    """Tell whether "kan", "er" or "har" goes on as it does of people: "kan ... sitte sammen", "er ... syke"."""
    doing = _past_adverbs(document, at)
    if doing is None:
        return False
    if verb in BE:
        return doing.lower in _STATES - _ALSO_OF_THINGS
    if verb == "har":
        return doing.lower in document.vocabulary.classes["har_gjort"] or doing.lower in HUMAN_DOING
    return doing.lower in _TOGETHER or doing.lower in HUMAN_DOING


def _past_adverbs(document: Document, at: int) -> Token | None:
    for step in range(at, min(at + _NEAR, len(document.tokens))):
        if document.tokens[step].lower not in ADVERBS:
            return document.tokens[step]
    return None


def _do_what_people_do(document: Document, at: int, *, is_weather: bool) -> bool:
    """Tell whether the verb at `at` says of the two what is said of people: "sloss", "er syke", "må skilles"."""
    verb, doing = (document.tokens[at] if at < len(document.tokens) else None), _past_adverbs(document, at + 1)
    if verb is None or doing is None:
        return verb is not None and verb.lower in document.vocabulary.classes["menneskeverb"]
    if verb.lower in document.vocabulary.classes["menneskeverb"] or _are_together(document, at):
        return True
    if verb.lower in _MODALS:
        return doing.lower in _TOGETHER or doing.lower in HUMAN_DOING
    if verb.lower in BE:
        both = document.tokens[at - 1].flags & document.tokens[at - 3].flags & Word.FIRST
        is_vague = doing.lower in _ALSO_OF_THINGS and (is_weather or not both)
        is_state = doing.lower in _STATES and not is_vague
        return is_state or doing.lower in document.vocabulary.classes["til_hverandre"]
    return _have_done(document, at) if verb.lower in _HAVE else _come(document, at) and not is_weather


def _are_together(document: Document, at: int) -> bool:
    """Tell whether "sitter alltid sammen" or "var hos meg" follows."""
    place = _past_adverbs(document, at + 1)
    return place is not None and (
        (document.tokens[at].lower in _STAY and place.lower in ("sammen", "saman", "sammens", "alene"))
        or (document.tokens[at].lower in (*_STAY, *BE) and place.lower == "hos")
    )


def _have_done(document: Document, at: int) -> bool:
    """Tell whether "har grått", "har feber" or "har vært ute" follows."""
    doing, place = document.after(at), document.after(at, 2)
    if doing is None:
        return False
    is_placed = doing.lower in _DONE and place is not None and place.lower in _PLACED
    return doing.lower in document.vocabulary.classes["har_gjort"] or doing.lower in HUMAN_DOING or is_placed


def _come(document: Document, at: int) -> bool:
    """Tell whether the verb at `at` says that they come or go as people do: "kommer ikke", "gikk hjem"."""
    after = document.after(at)
    return document.tokens[at].lower in _COME and after is not None and after.lower in _COMING


def _is_a_tale(search: Search, at: int) -> bool:
    """Tell whether the pair is one from a tale and one word a sure name: as a rule these are two children."""
    document = search.document
    listed = document.vocabulary.phrases.at(document.tokens, at - 1)
    left, right = document.tokens[at - 1], document.tokens[at + 1]
    if listed is None or listed[0] != _SHORTEST or (left.flags | right.flags) & Word.SAFE:
        return False
    return is_sure_name(left) or is_sure_name(right)
