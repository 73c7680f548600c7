"""Points for a word being a name by what only people do: "juni har sagt", "august kom ikke på skolen", "spør dag selv".
Holds no names.
"""

from bot.anonymise.evidence.chat_slot import MASS
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.small_words import HAVE, ONESELF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_BINDS = words("at og når fordi men hvis viss siden sidan da om så mens for")
_TO_SOMEBODY = words("spør spørre spurt spurte spørr snakke snakka snakk ring ringe ringte hør høre si få la med til")
_GOES = words("kom kommer kjem kjæm gikk går gjekk dro drar løp sprang møtte møter reiste sovnet sovna")
_HOME = words(
    "hjem heim hit gråtende gråtande løpende løpande springende haltende blødende syngende smilende bort opp inn "
    "sint sinna full rusa alene åleine aleine uten"
)
_WHERE = frozenset(
    (link, place)
    for link in ("på", "til", "i", "fra", "frå", "te")
    for place in words(
        "skolen skulen skola skoln sfo barnehagen timen meg mæg oss åss jobb møtet avtalen trening treninga legen bup "
        "bhg gangen "
        "garderoben klasserommet senga sengen seng do toalettet rektor kontoret"
    )
) | frozenset((("for", "sent"), ("for", "seint"), ("for", "tidlig"), ("for", "tidleg")))
_NOT = words("ikke ikkje itj itte aldri også òg alltid bare berre nesten")
_OUT_OF = words("fra frå")
_AT = words("på i ved hos")
_LEFT = words(
    "sluttet slutta sluttar slutter sagt fortalt ringt ringer ringte vært begynt begynte fått tatt sett spurt bedt "
    "skrevet skreve meldt kommer sier seier mener meiner tror trur spør skriver snakka snakket følger følgjer passer"
)
_SO = words("ikke ikkje itj så veldig ganske litt skikkelig ordentlig alltid aldri kjempe egentlig nok")
_HAS_IT = words("bra fint godt vondt vanskelig vanskeleg tøft greit leit dårlig dårleg tungt ille trygt travelt")
_NEEDS = words("trenger treng trenge må skal bør får kan vil")
_LED = words("da så nå no derfor men og")
_SOMEBODY = words("noen nokon nån en ein hjelp tilsyn oppfølging")
_THINGS = words("ro liv bo sol storm tale mer fin vår dag stein bjørn ask rose jul")


def has_said(slot: Slot) -> int:
    """ "juni har sagt til meg at": a bare subject that has done what only people do."""
    verb, done, token = slot.after, slot.document.after(slot.at, 2), slot.token
    if verb is None or done is None or not token.flags & Word.FIRST or verb.lower not in HAVE:
        return 0
    if token.flags & Word.VERB or not _opens_a_clause(slot):
        return 0
    step = 2
    while done is not None and done.lower in _NOT:
        step += 1
        done = slot.document.after(slot.at, step)
    return 4 if done is not None and done.lower in slot.document.vocabulary.classes["har_gjort"] else 0


def asked_in_person(slot: Slot) -> int:
    """ "spør juni selv", "hør med dag sjøl": somebody to ask who is no month and no day."""
    verb = slot.before
    if verb is None or not slot.token.flags & Word.FIRST or slot.token.flags & Word.VERB:
        return 0
    return 4 if slot.is_followed_by(*ONESELF) and verb.lower in _TO_SOMEBODY else 0


def comes_or_goes(slot: Slot) -> int:
    """ "august kom ikke på skolen", "da dag kom hjem": a bare subject that comes or goes as people do."""
    verb, token = slot.after, slot.token
    if verb is None or verb.lower not in _GOES or not token.flags & Word.FIRST or not _opens_a_clause(slot):
        return 0
    step = 2
    where = slot.document.after(slot.at, step)
    while where is not None and where.lower in _NOT:
        step += 1
        where = slot.document.after(slot.at, step)
    place = slot.document.after(slot.at, step + 1)
    if where is None:
        return 0
    return 4 if where.lower in _HOME or (place is not None and (where.lower, place.lower) in _WHERE) else 0


def from_a_room(slot: Slot) -> int:
    """ "Helle fra Revehiet har sluttet": somebody of a place that has a name, and what people do."""
    token, place, document = slot.token, slot.document.after(slot.at, 2), slot.document
    if place is None or not token.has_capital or not token.flags & Word.FIRST or not place.has_capital:
        return 0
    if token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH) or token.lower in _THINGS or place.opens_sentence:
        return 0
    if not slot.is_followed_by(*_OUT_OF, *_AT):
        return 0
    verb, done = document.after(slot.at, 3), document.after(slot.at, 4)
    if verb is None:
        return 0
    does = verb.lower in document.vocabulary.classes["menneskeverb"] or verb.lower in _LEFT
    has_done = verb.lower in HAVE and done is not None and done.lower in _LEFT
    return 4 if does or has_done else 0


def has_it(slot: Slot) -> int:
    """ "tind har det ikke bra": how only somebody has it."""
    verb, it = slot.after, slot.document.after(slot.at, 2)
    if verb is None or it is None or verb.lower not in HAVE or it.lower not in ("det", "d"):
        return 0
    step = 3
    how = slot.document.after(slot.at, step)
    while how is not None and how.lower in _SO:
        step += 1
        how = slot.document.after(slot.at, step)
    is_led = _opens_a_clause(slot) or (slot.before is not None and slot.before.lower in ("tror", "trur", "at"))
    return 4 if how is not None and how.lower in _HAS_IT and is_led and slot.token.flags & Word.FIRST else 0


def needs_somebody(slot: Slot) -> int:
    """ "da trenger sol noen til ungen", "da må storm ha noen": whoever needs somebody is somebody."""
    verb, lead, what = slot.before, slot.document.before(slot.at, 2), slot.after
    if verb is None or lead is None or what is None or not slot.token.flags & Word.FIRST:
        return 0
    if verb.lower not in _NEEDS or lead.lower not in _LED or slot.token.flags & Word.VERB:
        return 0
    if what.lower in ("ha", "få"):
        what = slot.document.after(slot.at, 2)
    elif not verb.lower.startswith("treng"):
        return 0
    return 4 if what is not None and what.lower in _SOMEBODY else 0


def found_somewhere(slot: Slot) -> int:
    """ "fant gro på do", "fant storm gråtende i gangen": whoever is found where people are, or as only people are."""
    link, place, token = slot.after, slot.document.after(slot.at, 2), slot.token
    if slot.before is None or slot.before.lower not in _FOUND or link is None or not token.flags & Word.FIRST:
        return 0
    if link.lower in _FOUND_SO:
        return 4
    if token.flags & (Word.FUNCTION | Word.VERB) or token.lower in MASS or place is None:
        return 0
    return 4 if (link.lower, place.lower) in _FOUND_IN else 0


_FOUND = words("fant fann finner finn funnet funne")
_FOUND_SO = words("gråtende gråtande bevisstløs livløs sovende sovande blødende blødande skjelvende skjelvande alene")
_FOUND_IN = frozenset(
    (link, place) for link in ("på", "i") for place in words("do doen doa dass toalettet badet dusjen garderoben senga")
)


def _opens_a_clause(slot: Slot) -> bool:
    """Tell whether the word is the first of its sentence or clause, so that it can only be who does it."""
    before = slot.before
    return slot.token.opens_sentence or before is None or before.lower in _BINDS or before.text in ",("
