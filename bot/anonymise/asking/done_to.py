"""Asks about names that are words in small letters where somebody has something done to them, says it or is looked for:
"emil dytta hauk i trappa", "det var ikke meg, sa stein", "vet dere hvor storm er".

Knows verbs and what belongs to a child, no names.
"""

from collections.abc import Iterator

from bot.anonymise.asking.felt_for import SEEN, is_seen_doing
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.small_words import OF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_HURT = words(
    "dytta dyttet dytter slo slår sleit beit biter bet sparka sparket sparker lugga lugget lugger klorte klorer kløp "
    "kleip klemte klemmer trøsta trøstet trøster trøste mobba mobbet mobber mobbe erta ertet erter erte plaga plaget "
    "plager plage beskylder beskyldte skylder skyldte kyssa kysset filma filmet filmer filme stengte stenger "
    "hold holdt holde"
)
_FETCH = words("hente henter hentet henta følge følger fulgte passe passer passet passa trøste kle kledde vekke vekket")
_AT = words("spytta spyttet spytter skreik skrek skriker hylte roper ropte pekte peker lo ler")
_THEN = words("i på med til te for fordi når da så og men hardt fast igjen ned over under bak ved fra midt inn ut")
_WHEN = words("klokka kl tidlig seint sent til i fra på hjem etter før nå no selv")
_WHERE = words("hvor kor")
_IS = words("er e var va ble blei")
_FOR_GOOD = words("blitt nå no i hen henne av")
_TO = words("meg mæ oss henne han ham ho hun deg")
_CHILDS_THINGS = words(
    "håret hånda handa armen foten beinet jakka jakken lua sekken buksa genseren skoene skoan støvlene dressen "
    "vottene matboksen matpakka plassen knagga knaggen mappa boka mobilen tegninga tegningen pulten stolen smokken"
)
_TELLING = _HURT | _FETCH | _AT | _WHERE | _CHILDS_THINGS | SEEN
_TELLING_NEEDED = needs_one_of(_TELLING)
_BARRED = (
    Word.FUNCTION
    | Word.VERB
    | Word.KIN
    | Word.CHILD
    | Word.STAFF
    | Word.SAFE
    | Word.NUMBER
    | Word.MONTH
    | Word.OCCUPATION
)


@needing(Word.FIRST)
def done_to(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    if not document.holds & _TELLING_NEEDED and document.vocabulary.classes["sieverb"].isdisjoint(document.words):
        return
    for at, token in enumerate(document.tokens):
        if token.has_capital or not token.flags & Word.FIRST or token.flags & _BARRED or at == 0:
            continue
        before, after = document.tokens[at - 1], document.after(at)
        if (
            _says(document, at, before, after)
            or _is_hurt(document, at, before, after)
            or _is_where(before, document, at)
            or is_seen_doing(document, at)
        ):
            yield at


def _says(document: Document, at: int, before: Token, after: Token | None) -> bool:
    """Tell whether somebody says it at the end: "…, sa stein", "sa liv til meg"."""
    if before.lower not in document.vocabulary.classes["sieverb"] or before.opens_sentence or before.has_capital:
        return False
    if _ends(after):
        return True
    whom = document.after(at, 2)
    return after is not None and after.lower in OF and whom is not None and whom.lower in _TO


def _is_hurt(document: Document, at: int, before: Token, after: Token | None) -> bool:
    """Tell whether something is done to somebody: "dytta hauk i", "spytta på hauk", "hente storm klokka to"."""
    verb = document.before(at, 2)
    if before.lower in _HURT and not before.opens_sentence:
        return _ends(after) or (after is not None and after.lower in _THEN)
    if before.lower in _FETCH and verb is not None:
        return after is not None and after.lower in _WHEN
    if verb is None or not _ends(after):
        return False
    is_at = before.lower in ("på", "til", "etter", "av") and verb.lower in _AT
    return is_at or (before.lower in OF and verb.lower in _CHILDS_THINGS)


def _is_where(before: Token, document: Document, at: int) -> bool:
    """Tell whether somebody is looked for: "hvor storm er", "hvor sol er blitt av"."""
    verb, then = document.after(at), document.after(at, 2)
    is_asked = before.lower in _WHERE and verb is not None and verb.lower in _IS
    return is_asked and (_ends(then) or (then is not None and then.lower in _FOR_GOOD))


def _ends(token: Token | None) -> bool:
    return token is None or token.opens_sentence or token.text[0] in ".,!?;:)\n"
