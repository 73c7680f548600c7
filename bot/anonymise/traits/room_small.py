"""Finds departments in small letters by who is there: "vi har en på marihøna", "kusiner på regnbuen", "i gruppa
skjæra", "på vegne av revehiet". Knows who and what leads to one; the names are plants, animals and houses of the lists.
"""

from collections.abc import Iterator
from functools import cache

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_of, needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.room_words import SURE_TAILS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_AT = frozenset(("på", "fra", "frå", "ifra", "ved", "innom"))
_WHO = words(
    "en ei ein kusiner fettere søskenbarn syskenbarn tvillinger tvillingene tvillingan tvillingane trillinger "
    "trillingene "
    "trillingane søsken sysken brødre søstre andre oss vi me dere de dei dem dæm ny nye leder leiar pedleder pedleiar "
    "avdelingsleder avdelingsleiar barnehagelærer barnehagelærar vikar vikaren begge alle alt barnet barn ungene ungan "
    "ongan onga unger personalet ansatte tilsette voksne vaksne folk begynt begynne begynner begynte byrja går "
    "gått gjekk "
    "gikk jobber jobba jobbar jobbe plass plassen tilvenning tilvennes vært vore år måneder månader mnd måneden "
    "vakt vakta "
    "alene åleine aleine urolig uro yngste eldste yngst eldst minste største roligste femåringen fireåringen "
    "treåringen "
    "toåringen observasjon økter dagen morgenen mistet"
)
_GROUPS = words(
    "gruppa gruppen gruppe avdeling avdelinga avdelingen avdelingene småbarnsavdelinga småbarnsavdelingen "
    "småbarnsavdeling storbarnsavdelinga storbarnsavdelingen base basen småbarnsbasen storbarnsgruppa småbarnsgruppa"
)
_LEADER = words("pedagogisk ped avdelings")
_OUTDOORS = words(
    "elv elva foss fossen bekk bekken tjern tjernet fjære fjæra myr myra kilde kilden bølge bølgen flo floa "
    "lavvo lavvoen "
    "gapahuk gapahuken lyng lyngen mose mosen måne månen stjerne stjerna stjernen sola skyen vinden skogen lia hulder "
    "and anda ape apa apen mus musa drage dragen rein reinen laks laksen sei seien torsk torsken hyse hysa hest hesten "
    "sopp nøtt perle perla isbjørnen troll nisse nissen varde varden knerten osp eika gran grana furu furua løve "
    "løva sel "
    "selen elg rev ulv ulven gaupe tiger tigeren elefant elefanten rips espen piraten pirat diamant måken sild "
    "silda reke "
    "reka tiur elgen bjørka bjørk bjørnen haren hare solbakken solsida solhaug lunden selja selje linnea maurtua "
    "edderkoppen"
)
"""What children go to, sit in, look at or eat as well, and what somebody is called: other rules see to these."""
_BARRED = Word.FUNCTION | Word.VERB | Word.MONTH


@needing(needs_one_of(_AT | _GROUPS | {"av", "i"}) | needs_of("gruppa", "gruppen"))
def find_small_rooms(document: Document) -> Iterator[Hit]:
    """Yield such departments."""
    classes = document.vocabulary.classes
    rooms = _rooms(classes["avdelingsnavn"], classes["avdelingsord"])
    for at in document.where_any(rooms):
        token = document.tokens[at]
        if at and not token.has_capital and not token.opens_sentence and _is_led(document, at, token):
            yield _room(token.start, token.end)
    if "grupp" in document.lower:
        yield from (
            _room(one.start, one.end) for at, one in enumerate(document.tokens) if _is_a_group(document, at, one)
        )


@cache
def _rooms(names: frozenset[str], indefinite: frozenset[str]) -> frozenset[str]:
    """Return the names, and the plants and animals as they are and with their articles, but what is found outdoors."""
    articles = ("en", "et", "a", "n", "ane", "ene", "an")
    stems = {word.removesuffix("e") for word in indefinite if len(word.removesuffix("e")) > len("and")}
    cut_short = {f"{word[:-2]}rene" for word in indefinite if word.endswith("er")}  # "tigrene", "bevrene"
    return (names | indefinite | {stem + one for stem in stems for one in articles} | cut_short) - _OUTDOORS


def _is_led(document: Document, at: int, token: Token) -> bool:
    lead, who = document.tokens[at - 1], document.before(at, 2)
    if lead.lower in _GROUPS or who is None:
        return lead.lower in _GROUPS and not token.flags & (_BARRED | Word.FIRST)
    if lead.lower in _AT:
        is_somebody = who.flags & (Word.CHILD | Word.STAFF | Word.FIRST) and not who.flags & (_BARRED | Word.NUMBER)
        return bool(is_somebody) or who.lower in _WHO
    if lead.lower == "av":
        is_rest = who.lower == "resten" and token.lower.endswith((*SURE_TAILS, "bær", "bæret"))
        return is_rest or who.lower in ("vegne", "vegner")
    if lead.lower in ("leder", "leiar") and who.lower in _LEADER | {"."}:
        return True
    return lead.lower == "i" and token.lower.endswith(SURE_TAILS) and bool(who.flags & (Word.CHILD | Word.STAFF))


_FLOWERS = tuple(
    f"{stem}{end}" for stem in ("blomster", "stjerne", "måne", "sommerfugl") for end in ("gruppa", "gruppen")
)
_IN = frozenset(("i", "på", "fra", "frå"))


def _is_a_group(document: Document, at: int, token: Token) -> bool:
    """Tell whether a group is called by flowers or stars: "rose og iris i blomstergruppa"."""
    return token.lower in _FLOWERS and at > 0 and document.tokens[at - 1].lower in _IN


def _room(start: int, end: int) -> Hit:
    return quasi(start, end, "avdeling", whys.DEPARTMENT, 0.6, "[avdelingen]")
