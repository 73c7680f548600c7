"""Points for a word being a name by what stands before it: "hun heter Liv", "bekymret for edon". Holds no names."""

from bot.anonymise.evidence.name_subject import is_something
from bot.anonymise.evidence.subject import only_people_do
from bot.anonymise.reading.document import Token
from bot.anonymise.reading.name_slot import NOT_OWNER, ROLE, Slot, is_labelled
from bot.anonymise.reading.order import is_asked_to
from bot.anonymise.words.small_words import CONCERNING, HE_OR_SHE_SPOKEN, SIGNS_OFF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ARTICLES = HE_OR_SHE_SPOKEN | words("n 'n a")
_BEFORE_ARTICLES = words("med me mæ til te åt av hos frå fra om for førr og å samt mot")
_GREETINGS = SIGNS_OFF | words("hei heisann hallo kjære beste venleg")
_AFTER_ONE = ("og", "om", "i", "på", "sin", "si", "ikke", "men", "alene", "igjen", "nå", "når", "er", "har", "selv")
_OF = ("til", "te", "åt", "t")
_PREPOSITIONS = words("med til fra frå hos av mot for om på ved te")
_FOCUS = frozenset(
    (verb, preposition)
    for verbs, preposition in (
        ("bekymra bekymret bekymring bekymringa bekymringen uroleg urolig uro redd ræd engstelig", "for"),
        (
            "snakka snakket snakke prata pratet snakker prate prater pratar samtale samtalen møtt kontakt kontakta",
            "med",
        ),
        ("drøfting drøfte drøftet drøfta veiledning råd tips møte samtale", "rundt"),
        ("gjør gjøre gjer gjere hjelp hjelpe jobbe jobber", "med"),
        ("snakka snakket prata pratet snakker lurer lure undersøker bekymringsmelding melding meldt", "om"),
        ("sinna sint sur forbanna forbannet irritert grinete sjalu misunnelig lei", "på"),
        ("forelska forelsket", "i"),
    )
    for verb in verbs.split()
)
_FRIENDS = words(
    "bestevenn bestevennen bestevenninne bestevenninna bestevenninnen bestisen bestekompisen venninne "
    "venninna venninnen venninnene venninnan vennen vennene vennan kompisen kompisn kompisene kameraten kameratene "
    "kjæresten kjærasten naboen"
)
_FEARS = words("redd ræd engstelig")
_FEARED = words("helga jul natta")
"""What people fear or wait for that is a name as well: "redd for helga"."""
_ASKING = words("hva ka kva hvorfor kvifor korfor hvordan korsen korleis åssen")
_SPEAKERS = words("jeg eg æ vi du han hun ho de dei")
_MEETING = words(
    "traff treffer møtte møter kjenner kjenn kjente besøkte henta hentet fulgte savner elsker hater passet passa"
)
_LISTED = Word.FIRST | Word.SURNAME | Word.AMBIGUOUS
_MOODS = words("glad tom trygg ro lei fin god nok jo no nei ja borte blid lykke fryd håp nå da")
"""What is said of a relative after a colon: "mor: glad"."""
_WHOSE = words("hans hennes hannes hennar deres min mi vår din si sin hass hennj")
_INTRODUCES = words("her dette jeg eg æ det navnet")
_INTRODUCED_WITH = words(
    "jobber jobbar jobbe arbeider arbeidar skriver skriv ringer ringjer sfo ppt nav bup helsestasjonen"
)


def named(slot: Slot) -> int:
    """ "heter Emma", "hilsen Kari"."""
    before = slot.before
    if before is None:
        return 0
    if before.lower in slot.document.vocabulary.classes["navneord"]:
        is_small = slot.token.flags & Word.ORDINARY and not slot.token.has_capital
        return 0 if is_small and _names_something(slot, before.start) else 4
    return 4 if before.lower in _GREETINGS else 0


def _names_something(slot: Slot, start: int) -> bool:
    """Tell whether a thing bears the word as its name, or it is told in a language: "heter storm på engelsk"."""
    tongue = slot.document.after(slot.at, 2)
    is_told = slot.is_followed_by("på") and tongue is not None and tongue.lower.endswith("sk")
    return is_told or is_something(slot.document.text, start)


def after_role(slot: Slot) -> int:
    """ "læreren Dag sier", "mor liv er", "lærer moen med"."""
    before, token = slot.before, slot.token
    if before is None or not before.flags & ROLE or before.flags & Word.FUNCTION:
        return 0
    if token.has_capital:
        return 2
    if before.flags & Word.STAFF and token.flags & Word.SURNAME and not before.lower.endswith(("en", "a")):
        return 0 if _is_half_of_something(slot) else 2
    if (
        token.lower in ("vår", "min", "din")
        or _is_asked_of_a_child(slot, before)
        or is_asked_to(slot.document, slot.at)
    ):
        return 0
    if before.flags & Word.KIN and (slot.acts or _is_led_to(slot)):
        return 4
    return 2 if slot.acts or slot.ends or slot.is_followed_by("og", "som", "i", "på", "til", "ved") else 0


def _is_asked_of_a_child(slot: Slot, child: Token) -> bool:
    """Tell whether the word is how the child is: "hvem er barnet trygg på?"."""
    verb = slot.document.before(slot.at, 2)
    return bool(child.flags & Word.CHILD) and verb is not None and verb.lower in ("er", "e", "var", "blir", "ble")


def _is_half_of_something(slot: Slot) -> bool:
    """Tell whether a hyphen or "og" and a plain word go on: "rektor skog- og turdag", "lærer hage og kjøkken"."""
    other = slot.document.after(slot.at, 2)
    if slot.after is None or other is None:
        return False
    if slot.after.text == "-" and slot.after.start == slot.token.end:
        return True
    is_plain = not other.has_capital and not other.flags & (ROLE | Word.FIRST | Word.SURNAME | Word.FUNCTION)
    return slot.is_followed_by("og") and is_plain and slot.document.lexicon.is_headword(other.lower)


def _is_led_to(slot: Slot) -> bool:
    """Tell whether a preposition stands before the relative and a sign after the name: "nr til mor liv:"."""
    link = slot.document.before(slot.at, 2)
    is_free = slot.token.flags & Word.FIRST and not slot.token.flags & (Word.FUNCTION | Word.MONTH)
    return bool(is_free) and slot.ends and link is not None and link.lower in _PREPOSITIONS


def after_whose_role(slot: Slot) -> int:
    """ "læreren hennes tone er", "broren min storm"."""
    noun = slot.document.before(slot.at, 2)
    if slot.before is None or slot.before.lower not in _WHOSE or noun is None or not slot.token.flags & Word.FIRST:
        return 0
    if not noun.flags & (Word.KIN | Word.STAFF):
        return 0
    return 2 if slot.acts or slot.ends or slot.token.has_capital or slot.is_followed_by("og", "som") else 0


def introduced(slot: Slot) -> int:
    """ "her er even fra ppt", "jeg er line og jobber i barnehage"."""
    verb, who = slot.before, slot.document.before(slot.at, 2)
    if verb is None or who is None or verb.lower not in ("er", "e") or not slot.token.flags & Word.FIRST:
        return 0
    if who.lower not in _INTRODUCES:
        return 0
    second = slot.document.after(slot.at, 2)
    is_placed = slot.is_followed_by("fra", "frå") or (
        second is not None and slot.is_followed_by("og", "som", "på") and second.lower in _INTRODUCED_WITH
    )
    return 4 if is_placed else 0


def labelled(slot: Slot) -> int:
    """ "Ansvarlig: Tone", "mor: liv", "til stede: per, gry"."""
    if not (slot.token.flags & (Word.FIRST | Word.SURNAME) and is_labelled(slot.document, slot.at)):
        return 0
    label = slot.document.before(slot.at, 2)
    if label is not None and label.flags & Word.KIN and slot.ends and slot.token.lower not in _MOODS:
        return 4
    return 2 if slot.token.has_capital or slot.ends or slot.is_followed_by("og") else 0


def in_apposition(slot: Slot) -> int:
    """ "gutten, storm, har"."""
    noun = slot.document.before(slot.at, 2)
    is_framed = slot.before is not None and slot.before.text == "," and slot.after is not None
    if _is_listed(slot):
        return 0
    return 4 if is_framed and slot.is_followed_by(",", ".", ")") and noun and noun.flags & ROLE else 0


def _is_listed(slot: Slot) -> bool:
    """Tell whether a word in small letters is one of a row of things: "elev, vold, rømming, ny skole"."""
    next_one, comma = slot.document.after(slot.at, 2), slot.document.after(slot.at, 3)
    if slot.token.has_capital or slot.token.flags & Word.FIRST or next_one is None or comma is None:
        return False
    headwords = slot.document.lexicon.is_headword
    return comma.text == "," and all(
        headwords(one.lower) and not one.flags & Word.VERB for one in (slot.token, next_one)
    )


def mother_of(slot: Slot) -> int:
    """ "mor til mai ringte", "læreren til per"."""
    noun = slot.document.before(slot.at, 2)
    if slot.before is None or noun is None:
        return 0
    links, nouns = (
        (("for", "førr"), Word.STAFF) if slot.before.lower in ("for", "førr") else (_OF, Word.KIN | Word.STAFF)
    )
    if slot.before.lower not in links or not (noun.flags & nouns or noun.lower in _FRIENDS):
        return 0
    is_free = slot.token.flags & Word.FIRST and not slot.token.flags & (Word.FUNCTION | Word.MONTH)
    stands = slot.acts or slot.ends or slot.token.has_capital or (is_free and noun.flags & Word.KIN)
    return 4 if stands or slot.is_followed_by("og", "som", "i", "på", "ikke", "itj") else 0


def is_of_kin_and_acts(slot: Slot) -> bool:
    """Tell whether a relative or a friend is that one's, and does something: "bestevenninna til vår sier"."""
    noun = slot.document.before(slot.at, 2)
    if slot.before is None or noun is None or slot.before.lower not in _OF or not slot.acts:
        return False
    is_staff = noun.flags & Word.STAFF and noun.lower.endswith(("en", "a", "n")) and only_people_do(slot)
    return bool(noun.flags & Word.KIN or is_staff) or noun.lower in _FRIENDS


def after_article(slot: Slot) -> int:
    """Trøndersk: "ho emma gret", "n jonas slo"; and "han nye aras"."""
    if _is_the_new_one(slot):
        return 4
    if slot.before is None or slot.before.lower not in _ARTICLES:
        return 0
    if slot.acts and not slot.token.flags:
        return 4
    if _has_its_article(slot) or _is_placed(slot):
        return 4
    if slot.token.has_capital or (slot.acts and not slot.token.flags & Word.VERB):
        return 2
    return 1 if slot.ends else 0


def _is_the_new_one(slot: Slot) -> bool:
    """Tell whether "han nye" stands before a word that is no noun: "hun nye mirel spiser ikke"."""
    who, token = slot.document.before(slot.at, 2), slot.token
    if slot.before is None or who is None or slot.before.lower not in ("nye", "nyaste") or who.lower not in _ARTICLES:
        return False
    is_noun = token.flags & ~(Word.FIRST | Word.SURNAME) or slot.document.lexicon.is_headword(token.lower)
    return who.lower not in ("den", "det", "de") and not is_noun


def _is_placed(slot: Slot) -> bool:
    """Tell whether an opening article, a name and a place stand there: "ho unn på kontoret"."""
    is_free = slot.token.flags & Word.FIRST and not slot.token.flags & (Word.FUNCTION | Word.VERB)
    opens = slot.before is not None and slot.before.opens_sentence
    return bool(is_free) and opens and slot.is_followed_by("på", "i", "fra", "frå", "ved", "som")


def _has_its_article(slot: Slot) -> bool:
    """Tell whether the article of a name stands after a preposition: "me n odd", "til han per"."""
    link = slot.document.before(slot.at, 2)
    is_free = slot.token.flags & Word.FIRST and not slot.token.flags & (Word.FUNCTION | Word.VERB)
    return bool(is_free) and link is not None and link.lower in _BEFORE_ARTICLES


def asked_about(slot: Slot) -> int:
    """ "lurer på hva tone mente", "spør hvorfor liv gråter": somebody after a word that asks."""
    before, after = slot.before, slot.after
    if before is None or after is None or before.lower not in _ASKING or not slot.token.flags & Word.FIRST:
        return 0
    speaks = after.lower in slot.document.vocabulary.classes["sieverb"]
    return 4 if speaks or only_people_do(slot) else 0


def after_opening_pronoun(slot: Slot) -> int:
    """ "hain jo sa at", "ho liv har": the verb is the second part of a Norwegian sentence, so a word between an opening
    pronoun and the verb belongs to the pronoun.
    """
    token, before = slot.token, slot.before
    if before is None or not before.opens_sentence or before.lower not in _ARTICLES or not token.flags & Word.FIRST:
        return 0
    if token.flags & Word.VERB or not slot.acts:
        return 0
    return 4 if not token.flags & Word.FUNCTION or only_people_do(slot) else 0


def told(slot: Slot) -> int:
    """ "hun sa til even at", "fortalte til mai om"."""
    verb = slot.document.before(slot.at, 2)
    if slot.before is None or slot.before.lower not in ("til", "te") or verb is None:
        return 0
    says = verb.lower in slot.document.vocabulary.classes["sieverb"] or verb.lower in (
        "si",
        "sagt",
        "fortelle",
        "fortalt",
    )
    if not says or not slot.token.flags & Word.FIRST:
        return 0
    return 4 if slot.ends or slot.is_followed_by("at", "om", "og", "når") else 0


def after_preposition(slot: Slot) -> int:
    """ "snakket med liv." A preposition alone says little."""
    if slot.before is None or slot.before.lower not in _PREPOSITIONS:
        return 0
    if slot.before.lower == "hos" and slot.ends and _is_named_so(slot.token):
        return 2
    if (
        slot.is_followed_by("og")
        and (other := slot.document.after(slot.at, 2)) is not None
        and not slot.token.has_capital
    ):
        return 0 if slot.document.is_known(other.lower) and not other.flags & (Word.FIRST | ROLE) else 1
    return 1 if slot.ends or slot.is_followed_by(*_AFTER_ONE) else 0


def _is_named_so(token: Token) -> bool:
    """Tell whether the word is listed as a name and is no headword: "hjemmebesøk hos fjeld, det luktet"."""
    return bool(token.flags & (Word.FIRST | Word.SURNAME)) and not token.flags & (Word.ORDINARY | Word.FUNCTION)


def in_focus(slot: Slot) -> int:
    """ "bekymret for edon", "gjelder edon", "snakka med edon"."""
    before = slot.before
    if before is None:
        return 0
    verb = slot.document.before(slot.at, 2)
    if before.lower not in CONCERNING and (verb is None or (verb.lower, before.lower) not in _FOCUS):
        return 0
    if slot.token.flags & (Word.ORDINARY | Word.AMBIGUOUS):
        is_free = slot.token.flags & Word.FIRST and not slot.token.flags & Word.FUNCTION
        if not is_free or not (slot.ends or (slot.after is not None and slot.after.text[0].isdigit())):
            return 0
        is_feared = slot.token.lower in _FEARED or (verb is not None and verb.lower in _FEARS)
        is_feared = is_feared and not slot.is_followed_by(*HE_OR_SHE_SPOKEN)  # "redd for sol hun kommer"
        return 4 if before.lower in ("for", "med") and not is_feared else 2
    is_feared = verb is not None and verb.lower in _FEARS
    return 2 if before.lower in CONCERNING or is_feared else 4


def said_by(slot: Slot) -> int:
    """ "... kan vente, sier Treider.", "spurte Edon om"."""
    before, token = slot.before, slot.token
    classes = slot.document.vocabulary.classes
    if before is None or not token.has_capital or before.lower not in classes["sieverb"]:
        return 0
    if token.lower in classes["sagt_hoyt"] and not (slot.ends and token.flags & _LISTED):
        return 0
    return 2 if slot.ends or slot.is_followed_by("at", "om", "og", "til", "som") or slot.acts else 0


def met(slot: Slot) -> int:
    """ "i går traff jeg Regn", "kjenner du Storm": a capital after meeting, knowing or fetching somebody."""
    before = slot.before
    if before is None or not slot.token.has_capital or slot.token.flags & NOT_OWNER:
        return 0
    if before.lower in _SPEAKERS and (earlier := slot.document.before(slot.at, 2)) is not None:
        before = earlier
    return 2 if before.lower in _MEETING and (slot.ends or slot.acts) else 0
