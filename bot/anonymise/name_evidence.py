"""Weighs whether a word that could be a name is one here, by what stands before and after it. Holds no names."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_OPENERS = words(
    "at når fordi hvis om da mens og men som for så , ( : - – • ; dersom viss ettersom siden etter_at "
    "hvor der eller enn"
)
_ARTICLES = words("ho hu han hun hain hainn hannj n 'n a")
_POSSESSIVE = words("sin sitt sine si sie")
_GREETINGS = words("hilsen helsing mvh vh hei heisann hallo hilsning hilsner kjære beste hilsn vhilsen venleg")
_PREPOSITIONS = words("med til fra frå hos av mot for om på ved te")
_CLOSERS = frozenset('.,;:!?)»"”(–-')
_NEVER_SMALL = words(
    "jo var van my kan en ei one men som ane bo bor la si so lo sen tale er om par su mo on det da na nor "
    "tom are anna vera mina dina sina lova villa tor tar bror del ro dag vår liv sol odd glad mai juni "
    "juli august april jul ting hang gift nok son bak tung park lam rim mang hope fang sana rand kant mais trang tan "
    "andre vold finne finn ring luke sanne helga lenka"
)
_AGE_NEXT = re.compile(r"[ ,(]{1,3}(?:på )?\d{1,2}(?: ?(?:år|mnd|\)|,))")
_ABOUT = words("gjelder gjeld gjelde angående vedrørende ang vedr")
_FOCUS = frozenset(
    (verb, preposition)
    for verbs, preposition in (
        ("bekymra bekymret bekymring bekymringa bekymringen uroleg urolig uro redd ræd engstelig", "for"),
        ("snakka snakket prata pratet snakker prate prater pratar samtale samtalen møtt kontakt kontakta", "med"),
        ("snakka snakket prata pratet snakker lurer lure undersøker bekymringsmelding melding meldt", "om"),
    )
    for verb in verbs.split()
)
_WEAK_VERBS = words(
    "er e var va blir ble vert vart kan må skal vil bør får kommer ligger står går kjem gir ga hjelper "
    "virker fungerer varer tar"
)
_ROLE = Word.KIN | Word.STAFF | Word.CHILD
_NOT_OWNER = _ROLE | Word.FUNCTION
_SPEAKERS = words("jeg eg æ vi du han hun ho de dei")
_MEETING = words(
    "traff treffer møtte møter kjenner kjenn kjente besøkte henta hentet fulgte savner elsker hater passet passa"
)
_TO_SOMEBODY = words(
    "ikke ikkje du kan kom jeg eg æ vil hvor kor hva ka kva når si sei hør ring hjelp vær ver takk husk slutt"
)
_WHOSE = words("hans hennes hannes hennar deres min mi vår din si sin hass hennj")
_INTRODUCES = words("her dette jeg eg æ det navnet")
_INTRODUCED_WITH = words(
    "jobber jobbar jobbe arbeider arbeidar skriver skriv ringer ringjer sfo ppt nav bup helsestasjonen"
)
_LABELS = words(
    "ansvarlig ansvarleg deltakere deltakarar deltagere stede tilstede møtte møtt referent kopi kontakt avsender "
    "innmelder melder konstituert stedfortreder vara til fra frå frå navn namn ordstyrer skrevet"
)
_LONGEST_ASIDE = 14
ENOUGH = 2


def evidence(document: Document, at: int, *, seen_before: bool = False) -> int:
    """Return points for the word being a name; ENOUGH points are enough.

    `seen_before` tells that it is a name elsewhere in the text: then small everyday words count as well.
    """
    token = document.tokens[at]
    before, after = document.before(at), document.after(at)
    if before is not None and before.text in "«\"“'":
        before = document.before(at, 2)
    place = _Place(document, at, token, before, after)
    points = max(rule(place) for rule in _BEFORE) + max(rule(place) for rule in _AFTER)
    if points and token.lower in _NEVER_SMALL and not token.has_capital and not seen_before:
        return points - 2
    return points


@dataclass(frozen=True, slots=True)
class _Place:
    """A word and its neighbours."""

    document: Document
    at: int
    token: Token
    before: Token | None
    after: Token | None

    @property
    def acts(self) -> bool:
        """Tell whether a verb follows."""
        return self.after is not None and (bool(self.after.flags & Word.VERB) or self.after.lower == "e")

    @property
    def ends(self) -> bool:
        """Tell whether a sign that closes, or nothing, follows."""
        return self.after is None or self.after.text[0] in _CLOSERS

    def is_followed_by(self, *choices: str) -> bool:
        """Tell whether one of the words follows."""
        return self.after is not None and self.after.lower in choices


def _named(place: _Place) -> int:
    """ "heter Emma", "hilsen Kari"."""
    before = place.before
    return (
        4
        if before and (before.lower in place.document.vocabulary.classes["navneord"] or before.lower in _GREETINGS)
        else 0
    )


def _after_role(place: _Place) -> int:
    """ "læreren Dag sier", "mor liv er", "lærer moen med"."""
    before, token = place.before, place.token
    if before is None or not before.flags & _ROLE or before.flags & Word.FUNCTION:
        return 0
    if token.has_capital:
        return 2
    if before.flags & Word.STAFF and token.flags & Word.SURNAME and not before.lower.endswith(("en", "a")):
        return 2
    if token.lower in ("vår", "min", "din"):
        return 0
    if place.acts and before.flags & Word.KIN:
        return 4
    return 2 if place.acts or place.ends or place.is_followed_by("og", "som", "i", "på", "til", "ved") else 0


def _after_whose_role(place: _Place) -> int:
    """ "læreren hennes tone er", "broren min storm"."""
    noun = place.document.before(place.at, 2)
    if place.before is None or place.before.lower not in _WHOSE or noun is None or not place.token.flags & Word.FIRST:
        return 0
    if not noun.flags & (Word.KIN | Word.STAFF):
        return 0
    return 2 if place.acts or place.ends or place.token.has_capital or place.is_followed_by("og", "som") else 0


def _introduced(place: _Place) -> int:
    """ "her er even fra ppt", "jeg er line og jobber i barnehage"."""
    verb, who = place.before, place.document.before(place.at, 2)
    if verb is None or who is None or verb.lower not in ("er", "e") or not place.token.flags & Word.FIRST:
        return 0
    if who.lower not in _INTRODUCES:
        return 0
    second = place.document.after(place.at, 2)
    is_placed = place.is_followed_by("fra", "frå") or (
        second is not None and place.is_followed_by("og", "som", "på") and second.lower in _INTRODUCED_WITH
    )
    return 4 if is_placed else 0


def _labelled(place: _Place) -> int:
    """ "Ansvarlig: Tone", "mor: liv", "til stede: per, gry"."""
    if not (place.token.flags & Word.FIRST and is_labelled(place.document, place.at)):
        return 0
    return 2 if place.token.has_capital or place.ends or place.is_followed_by("og") else 0


def _in_apposition(place: _Place) -> int:
    """ "gutten, storm, har"."""
    noun = place.document.before(place.at, 2)
    is_framed = place.before is not None and place.before.text == "," and place.after is not None
    return 4 if is_framed and place.is_followed_by(",", ".", ")") and noun and noun.flags & _ROLE else 0


def _mother_of(place: _Place) -> int:
    """ "mor til mai ringte", "læreren til per"."""
    noun = place.document.before(place.at, 2)
    if place.before is None or place.before.lower not in ("til", "te", "åt") or noun is None:
        return 0
    if not noun.flags & (Word.KIN | Word.STAFF):
        return 0
    stands = place.acts or place.ends or place.token.has_capital
    return 4 if stands or place.is_followed_by("og", "som", "i", "på", "ikke", "itj") else 0


def _after_article(place: _Place) -> int:
    """Trøndersk: "ho emma gret", "n jonas slo"."""
    if place.before is None or place.before.lower not in _ARTICLES:
        return 0
    if place.acts and not place.token.flags:
        return 4
    if place.token.has_capital or (place.acts and not place.token.flags & Word.VERB):
        return 2
    return 1 if place.ends else 0


def _one_who_acts(place: _Place) -> int:
    """ "Dag sier", "når liv kommer"; a word that is only a surname and ordinary needs more than "er" and "har"."""
    token, before, after = place.token, place.before, place.after
    if after is None or not place.acts:
        return 0
    if before is not None and not token.opens_sentence and before.lower not in _OPENERS:
        return 0
    if not token.has_capital and token.flags & Word.FIRST and _only_people_do(place):
        return 4
    if token.flags & Word.MONTH and not token.has_capital:
        return 2 if after.lower in ("har", "hadde", "er", "vil") else 0
    if after.lower in ("er", "e") and (second := place.document.after(place.at, 2)) and second.lower in ("det", "noe"):
        return 0
    is_only_surname = token.flags & Word.SURNAME and not token.flags & Word.FIRST
    return 1 if is_only_surname and (after.lower in _WEAK_VERBS or not token.has_capital) else 2


def _only_people_do(place: _Place) -> bool:
    """Tell whether what follows is done by people and never by spring, May or the sun: "mai sier at"."""
    after = place.after
    return after is not None and after.lower in place.document.vocabulary.classes["menneskeverb"]


def _after_opening_pronoun(place: _Place) -> int:
    """ "hain jo sa at", "ho liv har": the verb is the second part of a Norwegian sentence, so a word between an opening
    pronoun and the verb belongs to the pronoun.
    """
    token, before = place.token, place.before
    if before is None or not before.opens_sentence or before.lower not in _ARTICLES or not token.flags & Word.FIRST:
        return 0
    if token.flags & Word.VERB or not place.acts:
        return 0
    return 4 if not token.flags & Word.FUNCTION or _only_people_do(place) else 0


def _told(place: _Place) -> int:
    """ "hun sa til even at", "fortalte til mai om"."""
    verb = place.document.before(place.at, 2)
    if place.before is None or place.before.lower not in ("til", "te") or verb is None:
        return 0
    if verb.lower not in place.document.vocabulary.classes["sieverb"] or not place.token.flags & Word.FIRST:
        return 0
    return 4 if place.ends or place.is_followed_by("at", "om", "og", "når") else 0


def _acts_after_an_aside(place: _Place) -> int:
    """ "Malala (ja, som hun den kjente) kaster": a capital, an aside in parentheses and a verb."""
    token, document = place.token, place.document
    if not token.has_capital or place.after is None or place.after.text != "(":
        return 0
    for step in range(2, _LONGEST_ASIDE):
        sign, verb = document.after(place.at, step), document.after(place.at, step + 1)
        if sign is None or verb is None or sign.text in ".!?":
            return 0
        if sign.text == ")":
            return 2 if verb.flags & Word.VERB else 0
    return 0


def _after_preposition(place: _Place) -> int:
    if place.before is None or place.before.lower not in _PREPOSITIONS:
        return 0
    return 1 if place.ends or place.is_followed_by("og", "om", "i", "på", "sin", "si") else 0


def _in_focus(place: _Place) -> int:
    """ "bekymret for edon", "gjelder edon", "snakka med edon"."""
    before = place.before
    if before is None:
        return 0
    verb = place.document.before(place.at, 2)
    if before.lower not in _ABOUT and (verb is None or (verb.lower, before.lower) not in _FOCUS):
        return 0
    if place.token.flags & (Word.ORDINARY | Word.AMBIGUOUS):
        return 2 if place.token.flags & Word.FIRST and place.ends else 0
    return 2 if before.lower in _ABOUT else 4


def _said_by(place: _Place) -> int:
    """ "... kan vente, sier Treider.", "spurte Edon om"."""
    before, token = place.before, place.token
    if before is None or not token.has_capital or before.lower not in place.document.vocabulary.classes["sieverb"]:
        return 0
    return 2 if place.ends or place.is_followed_by("at", "om", "og", "til", "som") or place.acts else 0


def _met(place: _Place) -> int:
    """ "i går traff jeg Regn", "kjenner du Storm": a capital after meeting, knowing or fetching somebody."""
    before = place.before
    if before is None or not place.token.has_capital or place.token.flags & _NOT_OWNER:
        return 0
    if before.lower in _SPEAKERS and (earlier := place.document.before(place.at, 2)) is not None:
        before = earlier
    return 2 if before.lower in _MEETING and (place.ends or place.acts) else 0


def _addressed(place: _Place) -> int:
    """ "Tone, ikke si det", "Liv, du må": a capital, a comma and words to somebody."""
    token, after, second = place.token, place.after, place.document.after(place.at, 2)
    if after is None or second is None or after.text != "," or not token.has_capital or not token.flags & Word.FIRST:
        return 0
    return 2 if second.lower in _TO_SOMEBODY else 0


def _owner(place: _Place) -> int:
    """ "Livs mor", "Emma si mor"."""
    token, after = place.token, place.after
    if after is None:
        return 0
    if token.lower.endswith("s") and len(token.text) > 3 and after.flags & _ROLE and not token.flags & _NOT_OWNER:
        return 2
    second = place.document.after(place.at, 2)
    if after.lower not in _POSSESSIVE or second is None or not second.is_word:
        return 0
    return 4 if second.flags & Word.PARENT and not token.flags else 2


def _said_who(place: _Place) -> int:
    """ "edon, en gutt i femte", "storm, ei jente"."""
    article, noun = place.document.after(place.at, 2), place.document.after(place.at, 3)
    if place.after is None or place.after.text != "," or article is None or noun is None:
        return 0
    return 4 if article.lower in ("en", "ei", "et", "ein", "eit") and noun.flags & (Word.CHILD | Word.STAFF) else 0


def _with_age(place: _Place) -> int:
    """ "Liv (8)", "Dag, 9 år", "edon (sjette klasse)", "storm (mor: ...)"."""
    if _AGE_NEXT.match(place.document.text, place.token.end):
        return 2
    inside = place.document.after(place.at, 2)
    if place.after is None or place.after.text != "(" or inside is None:
        return 0
    return (
        2
        if inside.flags & (_ROLE | Word.NUMBER) or inside.lower in place.document.vocabulary.classes["ordenstall"]
        else 0
    )


def _beside_a_name(place: _Place) -> int:
    """ "liv og emma", "Moen og Haugen"."""
    document, token = place.document, place.token
    second = document.after(place.at, 2)
    if place.is_followed_by("og", "eller", "&", "/") and second is not None:
        if is_sure_name(second):
            return 4
        if token.has_capital and second.has_capital and second.flags & (Word.FIRST | Word.SURNAME):
            return 2
    link, earlier = document.before(place.at), document.before(place.at, 2)
    if link is None or earlier is None or link.lower not in ("og", "eller", "&", "/", ",") or not is_sure_name(earlier):
        return 0
    return 4 if token.has_capital or link.lower != "," else 1


def _before_a_surname(place: _Place) -> int:
    """ "Liv Hansen", "Haugen, Ole"."""
    token, after = place.token, place.after
    if after is None:
        return 0
    if after.text == ",":
        given = place.document.after(place.at, 2)
        return 2 if token.has_capital and given is not None and is_sure_name(given) else 0
    if not after.has_capital and is_sure_name(after) and token.flags & Word.FIRST and not token.has_capital:
        return 4  # "odd arne", "liv grete"
    is_name = after.flags & (Word.SURNAME | Word.FIRST) and not after.flags & Word.SAFE
    if not (after.has_capital and is_name and after.start == token.end + 1):
        return 0
    return 2 if token.has_capital or is_sure_name(after) else 0


def is_labelled(document: Document, at: int) -> bool:
    """Tell whether a role and a colon stand right before: "Konstituert: ", "mor: ", "til stede: "."""
    colon, label = document.before(at), document.before(at, 2)
    if colon is None or label is None or colon.text != ":":
        return False
    return bool(label.flags & _ROLE) or label.lower in _LABELS


def is_sure_name(token: Token) -> bool:
    """Tell whether the word is a name whatever stands around it."""
    flags = token.flags
    return bool(flags & Word.FIRST) and not flags & (Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE | Word.FUNCTION)


_Rule = Callable[[_Place], int]
_BEFORE: tuple[_Rule, ...] = (
    _named, _after_role, _after_whose_role, _introduced, _labelled,
    _in_apposition, _mother_of, _after_article, _one_who_acts, _after_preposition, _in_focus,
    _said_by, _met, _after_opening_pronoun, _told,
)  # fmt: skip
_AFTER: tuple[_Rule, ...] = (
    _addressed,
    _owner,
    _said_who,
    _with_age,
    _acts_after_an_aside,
    _beside_a_name,
    _before_a_surname,
)
