"""Finds departments and groups: "avdeling Maurtua", "på Revehiet", "gul base", "Kari, Ekornstua"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import ANYTHING, needs_of, needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.room_words import NO_ROOM, SURE_TAILS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DEPARTMENT = words(
    "avdeling avdelinga avdelingen avd base basen avdelingane stua småbarnsavdelingen småbarnsavdeling "
    "storbarnsavdeling storbarnsavdelingen storbarnsavdelinga småbarnsavdelinga storavdeling storavdelinga "
    "storavdelingen "
    "småbarnsgruppa storbarnsgruppa førskolegruppa gruppa gruppen"
)
_DEPARTMENT_NEEDED = needs_one_of(_DEPARTMENT)
_LABELS = frozenset(["avd", "avdeling"])
_UNITS = frozenset(["barnehage", "bhg", "skole", "skule"])
_NOT_DEPARTMENT = words(
    "barn familie og for med på i som er har til av oppvekst helse skole hvor der psykisk rus ved vi de"
)
_COLOURED = re.compile(
    r"\b(?:gul|gult|rød|raud|rødt|blå|blått|grønn|grøn|grønt|lilla|oransje|hvit|kvit|rosa) "
    r"(?:base|gruppe|avdeling|sone|stue|fløy|gjeng|hus)(?!\w)"
    r"|\b(?:gruppe|base|avdeling|avd\.?|stue|team) (?:gul|rød|raud|blå|grønn|grøn|lilla|oransje|hvit|kvit|rosa)(?!\w)",
    re.IGNORECASE,
)
_ZONES = words(
    "sonene sonane sonen soner zones reguleringssonene zonesplakaten zonesplakat følelser kjensler regulering"
)
"""Words of a method about feelings, in which a zone has a colour and is no place."""
_COLOURS = words("gul gult rød raud rødt blå blått grønn grøn grønt lilla oransje hvit kvit rosa")
_COLOURS_NEEDED = needs_one_of(_COLOURS)
_ON_A_COLOUR = re.compile(
    r"(?:\b([\wæøåÆØÅ]{2,15})|^|[,.!?\n]) ?(?:(er|e|jobber|vikar|hjelper til) )?på (gul|rød|raud|blå|grønn|grøn|lilla|"
    r"oransje)"
    r"(?=[,.!?;\n]|$| (?:har|er|kan|må|skal|vil|sier|kom|kommer|ring|trenger|treng|mangler|og|nå|no|i dag|som|"
    r"hadde)\b)",
    re.IGNORECASE,
)
"""A department called by its colour alone: "Renate på rød har", "de på gul". What a child is "på" is a mood."""
_AT = frozenset(["på", "ved", "fra", "frå", "i", "til", "innom"])
_AT_NEEDED = needs_one_of(_AT)
_ON_DUTY = words("de dei dæm dem dere vi vikar ansatte personalet voksne jobber vakt noen ungene barna folk")
_PARTS = words(
    "trappa trappen gangen døra døren porten garderoben kjøkkenet gruppa gruppen barna ungene onga voksne foreldrene "
    "stua bordet badet rommet personalet assistenten vikaren turen møtet"
)
_GROUPS = ("gruppa", "gruppen", "rommet")
_LINKED = ("", "a", "en", "et")
_SIZES = words("lille vesle store stor mini maxi maksi midi mellom")
"""How groups are called by who is in them: "Lillegruppa"."""
_OTHERS = needs_of("resten av", " andre ", "team", "lag", " (")
_GREETINGS = needs_of("hilsen", "helsing", "vegne", "vh")
_LAST_WORDS = 100
_SIGNED = re.compile(r"(?:^|[\n.!?] ?|(?i:mvh|hilsen|helsing)[ \n])([A-ZÆØÅ][\wæøå\-]+), ([A-ZÆØÅ][a-zæøå]{3,25})\s*$")
"""A name, a comma and the name of a department as the last words of a text."""
_FROM_A_ROOM = re.compile(
    r"\b(?i:(?:hilsen|helsing|mvh|vh)(?: oss)?(?: alle)?(?: (?:på|fra|frå|i))?|på vegne av|på vegner av)[ \n]"
    r"([A-ZÆØÅ][a-zæøå]{3,25})(?=[.!,]|\s*(?:$|\n)| [a-zæøå])"
)
"""A department that writes: "Hilsen fra Stjerneskudd", "på vegne av Bekkeblom"."""


_REST_OF = re.compile(
    r"\b(?i:resten av|(?:de|dei|alle de|alle dei) andre (?:på|i|fra|frå)) ([A-ZÆØÅ][a-zæøå]{3,24})"
    r"(?=[.,;!?\n]|$| (?:står|stod|sto|sitter|sov|sover|er|var|har|hadde|vil|går|gikk|spiser|og|som|når|skal|må|"
    r"leker|ikke|ikkje)\b)"
)
"""Those whom a child is among: "resten av Tyttebær", "de andre i Skogtroll"."""
_TEAM = re.compile(
    r"\b(?:i|fra|frå|på|hos) ((?i:team) (?:Nord|Sør|Øst|Vest|Sentrum|Midt|Indre|Ytre|Øvre|Nedre|nord|sør|øst|vest|"
    r"[1-9])(?!\w|[.,]\d))|"
    r"(?<![\w])[A-ZÆØÅa-zæøå][a-zæøå]{2,20} fra (lag [1-9])(?!\w|[.,]\d)"
)
"""A team of a service or a school by its part of the town or its number: "Vi i Team Vest"."""
_BRACKETED = re.compile(r"(?<![\w])([A-ZÆØÅa-zæøå][a-zæøå\-]{1,20}) \(([a-zæøå]{4,24})\)")


@needing(ANYTHING)
def find_departments(document: Document) -> Iterator[Hit]:
    """Yield named departments, groups and rooms."""
    has_room = document.holds & (_AT_NEEDED | _DEPARTMENT_NEEDED)
    if has_room or "-" in document.text or "grupp" in document.lower or "rommet" in document.lower:
        yield from _rooms(document)
    if document.holds & _COLOURS_NEEDED:
        yield from _coloured(document)
    if not document.lacks(_OTHERS):
        yield from _beside_others(document)
    if ", " in document.text:
        yield from _signed(document)
    for match in () if document.lacks(_GREETINGS) else document.scan(_FROM_A_ROOM):
        if _may_be_a_room(document, match.group(1)):
            yield _hit(match.start(1), match.end(1), 0.6)


def _beside_others(document: Document) -> Iterator[Hit]:
    """Yield what the others are in, a team by its number, and the room in brackets behind a name."""
    for match in document.scan(_REST_OF, "resten av", " andre ") if not document.shouts else ():
        if not document.flags_of(match.group(1)) & NO_ROOM and match.group(1).lower() not in document.places.single:
            yield _hit(*match.span(1), 0.6)
    for match in document.scan(_TEAM, "team", "lag"):
        yield _hit(*match.span(match.lastindex or 1), 0.6)
    for match in document.scan(_BRACKETED, " ("):
        word = match.group(2)
        is_room = word in document.vocabulary.classes["avdelingsnavn"] or _is_built_of_one(document, word)
        if is_room and document.flags_of(match.group(1)) & Word.FIRST:
            yield _hit(*match.span(2), 0.6)


def _rooms(document: Document) -> Iterator[Hit]:
    before = ""
    has_hyphen, has_group = "-" in document.text, "grupp" in document.lower or "rommet" in document.lower
    for at, token in enumerate(document.tokens):
        lower = token.lower
        if lower in _DEPARTMENT:
            yield from _department(document, at)
        elif (
            (before in _AT and _is_a_named_room(document, at))
            or (has_hyphen and "-" in lower and _is_part_of_a_room(document, token))
            or (has_group and lower.endswith(_GROUPS) and _is_a_named_group(document, token, is_led=before in _AT))
        ):
            yield _hit(token.start, token.end, 0.6)
        before = lower


def _is_a_named_group(document: Document, token: Token, *, is_led: bool) -> bool:
    """Tell whether a department's name and a capital inside a sentence make one of a group: "være med Bjørkegruppa"."""
    is_written_so = token.has_capital and not token.opens_sentence and not token.is_caps and not document.shouts
    if token.lower in _DEPARTMENT:
        return False
    stem = next(token.lower.removesuffix(end) for end in _GROUPS if token.lower.endswith(end))
    names, indefinite = document.vocabulary.classes["avdelingsnavn"], document.vocabulary.classes["avdelingsord"]
    if stem in _SIZES and is_written_so:
        return True
    if stem in indefinite:
        return is_led or is_written_so  # "gutten i elefantgruppa"
    if not is_written_so:
        return is_led and stem in names
    return any(part + end in names for part in (stem, stem.removesuffix("e")) for end in _LINKED)


def _is_part_of_a_room(document: Document, token: Token) -> bool:
    """Tell whether the name of a department stands before the stairs, the door or the children: "Maurtua-trappa"."""
    head, _, tail = token.text.partition("-")
    names = document.vocabulary.classes["avdelingsnavn"] | document.vocabulary.classes["avdelingsord"]
    return head[:1].isupper() and tail in _PARTS and head.lower() in names


def _coloured(document: Document) -> Iterator[Hit]:
    """Yield "gul base", and who works "på gul"."""
    for match in document.scan(_COLOURED):
        if match.group().lower().endswith("sone") and (_ZONES & document.words or len(_COLOURS & document.words) > 2):
            continue
        yield _hit(match.start(), match.end(), 0.6)
    for match in document.scan(_ON_A_COLOUR, "på "):
        if _works_on_a_colour(document, match):
            yield _hit(match.start(3), match.end(3), 0.6)


def _works_on_a_colour(document: Document, match: re.Match[str]) -> bool:
    """Tell whether one of the staff, "de" or a name is on that colour, or the writer, who leaves out the subject."""
    who, works = match.group(1), match.group(2)
    if who is None:
        return works is not None
    flags = document.flags_of(who)
    if works is not None and works.lower() in ("er", "e"):
        return bool(flags & Word.STAFF) or bool(flags & Word.FIRST and not flags & Word.FUNCTION)
    return (
        who.lower() in _ON_DUTY
        or bool(flags & Word.STAFF)
        or bool(flags & Word.FIRST and not flags & (Word.FUNCTION | Word.VERB))
    )


def _signed(document: Document) -> Iterator[Hit]:
    skipped = max(0, len(document.text) - _LAST_WORDS)
    signed = _SIGNED.search(document.text, skipped)
    if (
        signed is not None
        and document.flags_of(signed.group(1)) & Word.FIRST
        and _may_be_a_room(document, signed.group(2))
    ):
        yield _hit(signed.start(2), signed.end(2), 0.6)


def _may_be_a_room(document: Document, word: str) -> bool:
    if document.flags_of(word) or (names_an_institution(word.lower()) and not word.endswith("klubben")):
        return False
    return word.endswith(("a", "en", "et", "ene")) or word.lower() in document.vocabulary.classes["avdelingsord"]


def _hit(start: int, end: int, certainty: float) -> Hit:
    return quasi(start, end, "avdeling", whys.DEPARTMENT, certainty, "[avdelingen]")


_HOUSES = ("basen", "stubben", "hiet", "gjengen", "reiret", "bolet", "tua", "stua", "hula", "hulen", "toppen", "tunet")
_SHORTEST_STEM = 1
_SHORTEST_ROOM = 6
_SHORTEST_OF_SOMEBODY = 4
_TOUCHES = words(
    "hoppet hoppa hoppar hopper tråkket tråkka tråkker trampet trampa satt sitter sit klatret klatra klatrer falt datt "
    "så tittet titta kikket kikka pirket pirka spark sparket sparka peker pekte pekt redd glad"
)
_OUTDOORS = ("skogen", "lia", "månen", "sola", "skyen", "vinden", "lyset", "bekken", "dammen")
_WHERE_CHILDREN_GO = words("bekk elv foss tjern gapahuk lavvo perle krystall sopp lyng mose bregne måne")
_MANY = ("ene", "ane", "an", "a")
_WE = words("vi oss dere dykk ansatte personalet voksne barna onga ungene assistent assistenten vikar vikaren pedleder")


def _is_a_named_room(document: Document, at: int) -> bool:
    """Tell whether a definite noun with a capital after "på" names a department: "på Revehiet"."""
    token = document.tokens[at]
    names = document.vocabulary.classes["avdelingsnavn"]
    lower = token.lower
    is_one = lower in _with_and_without_article(names)
    is_one = is_one or (lower.endswith(_MANY) and _are_many_of_a_room(document, lower))
    is_listed = lower in names or lower in document.vocabulary.classes["avdelingsord"]
    is_inside, is_built = _is_capital_inside(document, token), _is_built_of_one(document, lower)
    if not (is_one or is_listed or is_inside or is_built):
        return False  # most words are ordinary ones
    if is_one and _works_in(document, at):
        return True
    ways = (_is_left_or_reached, _is_where_a_child_is, _is_somebody_in_it)
    if (
        (is_built and (is_inside or _works_in(document, at)))
        or ((is_listed or is_built) and any(way(document, at) for way in ways))
        or (is_inside and _is_an_indefinite_room(document, at))
    ):
        return True
    if (
        not is_inside
        or token.flags
        or len(token.text) < (_SHORTEST_OF_SOMEBODY if _is_of_somebody(document, at) else _SHORTEST_ROOM)
    ):
        return False
    if (
        "-" in token.text
        or not token.lower.endswith(("en", "et", "a", "ene", "ane"))
        or names_an_institution(token.lower)
    ):
        return False
    return document.is_known(token.lower) and token.lower not in document.places.single


@cache
def _with_and_without_article(names: frozenset[str]) -> frozenset[str]:
    """Return the names, and what they are without their article: "revehiet", "revehi"."""
    return names | {name.removesuffix(end) for name in names for end in ("en", "a", "n", "et")}


def _is_built_of_one(document: Document, lower: str) -> bool:
    """Tell whether an animal or a plant is joined to a place to be: "ekornbasen", "bjørnehiet"."""
    if not lower.endswith(_HOUSES):
        return False
    stem = next(lower.removesuffix(end) for end in _HOUSES if lower.endswith(end))
    classes = document.vocabulary.classes["avdelingsord"]
    return len(stem) > _SHORTEST_STEM and any(part in classes for part in (stem, stem.removesuffix("e"), stem + "e"))


def _is_of_somebody(document: Document, at: int) -> bool:
    """Tell whether somebody by name is "på" it: "Hilde på Lerka"."""
    preposition, who = document.before(at), document.before(at, 2)
    if preposition is None or who is None or preposition.lower != "på":
        return False
    return who.has_capital and bool(who.flags & Word.FIRST) and not who.flags & (Word.FUNCTION | Word.VERB)


def _are_many_of_a_room(document: Document, lower: str) -> bool:
    """Tell whether it is many of what departments are called, as they are spoken of: "småtrollan", "ekornungene"."""
    stem = next((lower.removesuffix(end) for end in _MANY if lower.endswith(end)), "")
    for first in ("", "små", "lille", "vesle", "skogs", "fjell"):
        if first and stem.startswith(first) and stem.removeprefix(first) in document.vocabulary.classes["avdelingsord"]:
            return True
    return stem.endswith("ung") and stem.removesuffix("ung") in document.vocabulary.classes["avdelingsord"]


def _is_left_or_reached(document: Document, at: int) -> bool:
    """Tell whether somebody comes from or to a name that hardly is anything else: "rømte fra skogstua"."""
    lower, preposition, who = document.tokens[at].lower, document.before(at), document.before(at, 2)
    if preposition is None or who is None or preposition.lower not in ("på", "fra", "frå", "til"):
        return False
    is_sure = lower.endswith(SURE_TAILS) and lower in document.vocabulary.classes["avdelingsnavn"]
    return is_sure and who.lower not in _TOUCHES


def _is_somebody_in_it(document: Document, at: int) -> bool:
    """Tell whether a child or somebody by name is "i" it: "jenta i tyttebæret", "maryam i blåklokka"."""
    lower, preposition, who = document.tokens[at].lower, document.before(at), document.before(at, 2)
    if preposition is None or who is None or preposition.lower != "i" or lower.endswith(_OUTDOORS):
        return False
    is_somebody = who.flags & (Word.CHILD | Word.FIRST) and not who.flags & (Word.FUNCTION | Word.VERB)
    is_there = bool(is_somebody) or who.lower in ("ny", "vikar", "jobber", "begynt", "begynte", "byrja")
    classes = document.vocabulary.classes
    is_bare = lower in classes["avdelingsord"] and lower not in _WHERE_CHILDREN_GO and not who.flags & Word.CHILD
    return is_there and (lower in classes["avdelingsnavn"] or is_bare or _is_built_of_one(document, lower))


def _is_where_a_child_is(document: Document, at: int) -> bool:
    """Tell whether a child or "vi" stands before "på" and an animal or a plant: "gutten på gaupe", "vi på humle"."""
    token, preposition, who = document.tokens[at], document.before(at), document.before(at, 2)
    if preposition is None or who is None or preposition.lower != "på" or token.flags & Word.FIRST:
        return False
    is_word = token.lower in document.vocabulary.classes["avdelingsord"]
    return is_word and bool(who.flags & (Word.CHILD | Word.STAFF) or who.lower in _WE)


def _is_capital_inside(document: Document, token: Token) -> bool:
    return token.has_capital and not (token.opens_sentence or token.is_caps or document.shouts)


def _is_an_indefinite_room(document: Document, at: int) -> bool:
    """Tell whether a bare noun with a capital names a department: "på Kvitveis", "flytte til Ekorn"."""
    token, before = document.tokens[at], document.before(at)
    if token.lower in document.vocabulary.classes["avdelingsord"]:
        return not token.flags & Word.FIRST
    is_plain = not token.flags and document.lexicon.is_headword(token.lower) and not names_an_institution(token.lower)
    is_led = before is not None and before.lower == "på" and _works_in(document, at)
    return is_plain and is_led and token.lower not in document.places.single


def _works_in(document: Document, at: int) -> bool:
    """Tell whether somebody is "på" it and nobody plays with it: "ho på blåklokka", "begynt på humla"."""
    preposition, who = document.before(at), document.before(at, 2)
    classes = document.vocabulary.classes
    if preposition is not None and preposition.lower == "innom":
        return document.tokens[at].lower in classes["avdelingsnavn"]
    if preposition is None or who is None or preposition.lower not in ("på", "ved", "fra", "frå", "til"):
        return False
    if preposition.lower == "til":
        return who.lower in classes["flytter_til_avdeling"]
    return bool(who.flags & _PEOPLE) or who.has_capital or who.lower in classes["er_pa_avdeling"]


def _names_a_department(document: Document, lower: str) -> bool:
    """Tell whether a word in small letters after "avdeling" is its name: a definite noun, or one they often bear."""
    return lower.endswith(("a", "en", "et", "ene")) or lower in document.vocabulary.classes["avdelingsord"]


_PEOPLE = Word.STAFF | Word.CHILD | Word.KIN | Word.FIRST


def _is_in_a_kindergarten(document: Document, at: int, name: Token) -> bool:
    """Tell whether a kindergarten stands right before, so that a name it shares with a park is its own: "Prøve
    barnehage, avdeling Tusenfryd".
    """
    near = document.tokens[max(0, at - 3) : at]
    is_written_so = name.has_capital and not name.is_caps and document.tokens[at].lower != "gruppa"
    return is_written_so and any(one.lower in ("barnehage", "barnehagen", "bhg") for one in near)


def _department(document: Document, at: int) -> Iterator[Hit]:
    tokens = document.tokens
    opening = '.:«"“' if tokens[at].lower == "avd" else ':«"“' if tokens[at].lower in _LABELS else '«"“'
    step = 2 if (sign := document.after(at)) is not None and sign.text in opening else 1
    if step == 2 and tokens[at].lower == "avd" and (colon := document.after(at, 2)) is not None and colon.text == ":":
        step = 3  # "avd.: Humla"
    name = document.after(at, step)
    unit = document.after(at, step + 1)
    if (
        name is None
        or not name.is_word
        or (unit is not None and unit.lower in _UNITS)
        or name.lower in _NOT_DEPARTMENT
        or (name.flags & Word.SAFE and not _is_in_a_kindergarten(document, at, name))
        or name.flags & (Word.FUNCTION | Word.VERB | Word.MONTH)
    ):
        return
    is_group = tokens[at].lower in ("gruppa", "gruppen", "base", "basen", "stua")
    if (
        (name.has_capital and not document.shouts)
        or (not is_group and not document.is_known(name.lower))
        or (tokens[at].lower in _LABELS and _names_a_department(document, name.lower))
    ):
        yield _hit(tokens[at].start, name.end, 0.8)
