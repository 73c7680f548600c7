"""Points for a word being a name by the place it has in the sentence: "da kasta odd". Holds no names."""

from bot.anonymise.evidence.chat_slot import is_no_noun
from bot.anonymise.reading.document import Token
from bot.anonymise.reading.name_slot import ROLE, Slot
from bot.anonymise.words.small_words import BE, HAVE
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_FRONTED = words(
    "da så nå no derfor etterpå deretter plutselig heldigvis dessverre dag går gård morges morgen kveld fredag mandag "
    "tirsdag onsdag torsdag først stadig ofte alltid her der friminuttet timen garderoben samlinga hjemme"
)
_AFTER_I = words("dag går gård morges morgen kveld")
_OPENERS = words("at når fordi hvis om da mens og men som for så , ( : - – • ; dersom viss ettersom siden")
_CONTRAST = words("derimot altså forresten også òg óg")
_ADVERBS = words(
    "ikke ikkje itj itte nå no også òg alltid ofte fortsatt framleis enda ennå igjen igjæn veldig så litt ganske mest "
    "bare berre sjelden aldri jo visst helt heilt dessverre kjempe skikkelig"
)
_STATES = words(
    "her med hjemme heime hos borte vekk syk sjuk sint sinna redd rædd trist trøtt urolig sulten alene åleine aleine "
    "fraværende våken forelska forelsket sur utafor utenfor eldst yngst sjalu tvilling storebror lillebror "
    "storesøster lillesøster"
)
_BEEN = words("vært vore vørri vøri vårri")
_BETWEEN = _ADVERBS | _BEEN
_PLACES = words("skolen skulen skola skoln barnehagen barnehage sfo ungdomsskolen avlastning avlastninga trening")
_BY_SOMEBODY = words(
    "hentet henta hentes levert leveres fulgt følges slått slåes dyttet dytta mobbet mobba plaget plaga ertet erta "
    "passet passa skrevet skreve skrive meldt ringt kontaktet kontakta innkalt hjulpet hjelpt trøstet trøsta "
    "sparket sparka klort klorte bitt lugget lugga spyttet signert ført notert observert truet trua skjelt kjørt "
    "kjøres undervist fotografert filmet filma"
)
_NOT_HERE = words("vår jul helg vinter sommer høst haust")
"""What two people are to each other: "vår og sol er uvenner"."""
_DOUBLED_BEFORE = words("ikke ikkje itj itte sa sier seier og å / har er")
_MOVING = words(
    "flytter flytta flyttet kommer kom går gikk må skal vil fikk begynner begynte slutter slutta løp sitter satt"
)
"""What "ask og bjørk" do when they are two children."""
_NEAR = 5


def inverted(slot: Slot) -> int:
    """ "da kasta odd grus": after a fronted word and what only people do, the next word is the one who does it."""
    verb, fronted = slot.before, slot.document.before(slot.at, 2)
    if verb is None or fronted is None or verb.lower not in slot.document.vocabulary.classes["menneskeverb"]:
        return 0
    if fronted.lower not in _FRONTED or slot.token.flags & (Word.FUNCTION | Word.VERB):
        return 0
    if fronted.lower in _AFTER_I and ((i := slot.document.before(slot.at, 3)) is None or i.lower != "i"):
        return 0  # "dag kasta stein" tells of Dag
    return 4 if slot.token.flags & Word.FIRST else 0


def somewhere(slot: Slot) -> int:
    """ "tor er ikke her", "dag derimot er syk": what is said of people and seldom of things."""
    token, document, at = slot.token, slot.document, slot.at
    before = slot.before
    if not token.flags & Word.FIRST or token.flags & Word.MONTH or token.lower in _NOT_HERE:
        return 0
    if before is not None and not token.opens_sentence and before.lower not in _OPENERS:
        return 0
    if slot.after is not None and slot.after.lower in _CONTRAST:
        at += 1
    verb = document.after(at)
    if verb is None or verb.lower not in (HAVE if _has_been(slot, at) else BE):
        return 0
    for step in (2, 3, 4, 5):
        word = document.after(at, step)
        if word is None or word.lower not in _BETWEEN:
            return 4 if word is not None and _is_a_state(slot, word.lower, at, step) else 0
    return 0


def _has_been(slot: Slot, at: int) -> bool:
    near = (slot.document.after(at, step) for step in (2, 3, 4))
    return any(one is not None and one.lower in _BEEN for one in near)


def _is_a_state(slot: Slot, word: str, at: int, step: int) -> bool:
    """Tell whether the word is a state, or begins "på skolen" or "i barnehagen"."""
    place = slot.document.after(at, step + 1)
    return word in _STATES or (word in ("på", "i") and place is not None and place.lower in _PLACES)


def done_by(slot: Slot) -> int:
    """ "blir hentet kl 13 av per": somebody who fetches, hits or writes."""
    if slot.before is None or slot.before.lower != "av" or not slot.token.flags & Word.FIRST:
        return 0
    if not (slot.ends or slot.is_followed_by("og", "i", "på", "ved", "kl", "klokka", "hver")):
        return 0
    near = (slot.document.before(slot.at, step) for step in range(2, _NEAR + 1))
    return 4 if any(one is not None and one.lower in _BY_SOMEBODY for one in near) else 0


def in_brackets(slot: Slot) -> int:
    """ "mormor (Gullborg, i rød jakke)", "assistenten (Liv)"."""
    role = slot.document.before(slot.at, 2)
    if slot.before is None or slot.before.text != "(" or role is None or not slot.token.has_capital:
        return 0
    return 2 if role.flags & ROLE and (slot.ends or slot.is_followed_by("og", "fra", "i", "på", "som")) else 0


def doubled(slot: Slot) -> int:
    """ "vilde vilde ikke": the same word twice, where the second one is a word of its own."""
    if slot.after is None or slot.after.lower != slot.token.lower or not slot.token.flags & Word.FIRST:
        return 0
    if slot.token.flags & (Word.FUNCTION | Word.VERB) or slot.after.start != slot.token.end + 1:
        return 0
    follow = slot.document.after(slot.at, 2)
    return 4 if follow is not None and follow.lower in _DOUBLED_BEFORE else 0


def singled_out(slot: Slot) -> int:
    """ "det var tor som slo": who it was that did what only people do."""
    be, it, doing = slot.before, slot.document.before(slot.at, 2), slot.document.after(slot.at, 2)
    if be is None or it is None or doing is None or not slot.token.flags & Word.FIRST or not slot.is_followed_by("som"):
        return 0
    if be.lower not in BE or it.lower not in ("det", "d", "de"):
        return 0
    return 4 if doing.lower in slot.document.vocabulary.classes["menneskeverb"] else 0


def _beside_a_bare_word(slot: Slot, other: Token) -> int:
    """ "eik og stjerne nekter": the second is no role and no noun with its article."""
    doing, barred = slot.document.after(slot.at, 3), ROLE | Word.FUNCTION | Word.VERB | Word.NUMBER
    if doing is None or other.flags & barred or slot.token.flags & (Word.FUNCTION | Word.VERB):
        return 0
    acts = doing.lower in slot.document.vocabulary.classes["menneskeverb"] and slot.token.opens_sentence
    return 4 if acts and not other.lower.endswith(("en", "a", "et", "er")) else 0


def _is_asked_which(slot: Slot) -> bool:
    """Tell whether two names that are words end a question: "hvem er på jobb, stein eller gro?"."""
    document, at = slot.document, slot.at
    first = slot.is_followed_by("eller", "el")
    comma, link = (slot.before, slot.after) if first else (document.before(at, 3), slot.before)
    other, mark = (document.after(at, 2), document.after(at, 3)) if first else (document.before(at, 2), slot.after)
    if comma is None or link is None or other is None or mark is None or link.lower not in ("eller", "el"):
        return False
    is_small = (slot.token.flags | other.flags) & (Word.FUNCTION | Word.VERB)
    return (
        comma.text in ",:" and mark.text == "?" and bool(slot.token.flags & other.flags & Word.FIRST) and not is_small
    )


def two_of_them(slot: Slot) -> int:
    """ "odd og stein slåss", "odd/stein må skilles": two words that are names as well, and what only people do."""
    document, at = slot.document, slot.at
    first = slot.is_followed_by("og", "å", "/", "&")
    link, other = (document.after(at), document.after(at, 2)) if first else (slot.before, document.before(at, 2))
    if _is_asked_which(slot):
        return 4
    is_tied = link is not None and other is not None and link.lower in ("og", "å", "/", "&")
    doing, state = document.after(at, 3 if first else 1), document.after(at, 4 if first else 2)
    if not is_tied or other is None or doing is None or not slot.token.flags & Word.FIRST:
        return 0
    if not other.flags & Word.FIRST:
        return _beside_a_bare_word(slot, other) if first else 0
    if doing.lower in BE and state is not None and state.lower in slot.document.vocabulary.classes["til_hverandre"]:
        return 4
    is_small = (slot.token.flags | other.flags) & Word.FUNCTION
    if not is_small and doing.lower in _MOVING and not (slot.token.has_capital or other.has_capital):
        return 4 if is_no_noun(slot.token) else 2
    return 4 if not is_small and doing.lower in document.vocabulary.classes["menneskeverb"] else 0


def two_given_names(slot: Slot) -> int:
    """ "tor even bet", "da tor bjørn snakka": two names that are words as one name, and what only people do."""
    document, at, token = slot.document, slot.at, slot.token
    if token.has_capital or not _is_free_first(token):
        return 0
    if slot.after is not None and _is_free_first(slot.after) and not slot.after.has_capital:
        first, doing = at, document.after(at, 2)
    elif slot.before is not None and _is_free_first(slot.before) and not slot.before.has_capital:
        first, doing = at - 1, slot.after
    else:
        return 0
    if doing is None or doing.lower not in document.vocabulary.classes["menneskeverb"]:
        return 0
    opener = document.before(first)
    is_led = document.tokens[first].opens_sentence or opener is None or opener.lower in _OPENERS
    return 4 if is_led else 0


def cried_by_two_names(slot: Slot) -> int:
    """ "i dag gråt liv tone": the same after what only people do."""
    if slot.token.has_capital or not _is_free_first(slot.token):
        return 0
    people = slot.document.vocabulary.classes["menneskeverb"]
    earlier = slot.document.before(slot.at, 2)
    if slot.before is not None and slot.before.lower in people:
        return 4 if slot.after is not None and _is_free_first(slot.after) else 0
    if slot.before is None or earlier is None or not _is_free_first(slot.before):
        return 0
    return 4 if earlier.lower in people else 0


def _is_free_first(token: Token) -> bool:
    return bool(token.flags & Word.FIRST) and not token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH)
