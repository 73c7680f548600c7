"""Finds names of schools and kindergartens: "Fjellglimt skole", "Solsikken barnehage", "Barnehage: Solgløtt"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_of, needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_UNITS = {
    **dict.fromkeys(
        words(
            "skole skule skula skolen skoles skoleområde barneskole barneskule ungdomsskole ungdomsskule "
            "grunnskole friskole montessoriskole steinerskole oppvekstsenter oppvekstsentrum oppveksttun "
            "skolesenter landbruksskole landbruksskule vgs videregående vidaregåande privatskole grendaskole "
            "grendeskole skolesfo skolekrets sfo "
            "barneskolen ungdomsskolen"
        ),
        "skole",
    ),
    **dict.fromkeys(
        words(
            "barnehage barnehagen bhg barnehager barnehages naturbarnehage gårdsbarnehage familiebarnehage "
            "friluftsbarnehage kulturbarnehage idrettsbarnehage andelsbarnehage foreldrelagsbarnehage barnehagens "
            "barnehagene"
        ),
        "barnehage",
    ),
}
_BEFORE_UNIT = words(
    "barne- barne og ungdomsskole videregående vidaregåande ungdoms- ungdoms private kommunale "
    "montessori- natur- idretts"
)
_LABELLED = re.compile(
    r"\b(?i:(barnehage|barnehagen|skole|skolen|skule|skulen)(?: ?/ ?[a-zæøå]{2,12})?): ?([A-ZÆØÅ][\wæøå\-]{2,30})(?!\w)"
)
_NOT_DEFINITE = words(
    "byttet bytta skiftet skifta "
    "egen annen ingen noen hvilken denne den sin min din liten åpen ein eigen inga en annan vår allmen "
    "nåværende heltids gammel tidligere forrige neste moderne vaksen voksen mellom siden uten innen før "
    "etter også samtidig ofte aldri hele ute inne hjemme fremme alle mange andre barnas elevens jenta "
    "gutten elven foreldrene barnet eleven barna mamma pappa ta ha ga la da fra hva så men kan igjen "
    "sammen alene via gratis kommunens lokal stor små god trygg ny egnet lang byens skolens valgfri "
    "offentlig"
)
_HALVES = words("barne ungdoms skole skule")
_AT_HOME = frozenset(["heim", "hjem", "familie", "foreldre"])
_REACH = 8
_CHAINS = words("læringsverkstedet espira norlandia kanvas kidsa fus trygge ulna gnist akasia cas")
_NAMING = _CHAINS.union(_UNITS)
_GOING = frozenset(["går", "gikk", "gjekk"])
_GOING_NEEDED = needs_one_of(_GOING)
_JOINED_NEEDS = needs_of("skol", "skul", "barnehag")


@needing(_JOINED_NEEDS | needs_of("hage", "bhg", "sfo") | needs_one_of(_NAMING | _GOING))
def find_schools(document: Document) -> Iterator[Hit]:
    """Yield named schools and kindergartens."""
    tokens = document.tokens
    has_joined = not document.lacks(_JOINED_NEEDS)
    may_name_one = has_joined or not _NAMING.isdisjoint(document.words)
    for at, token in enumerate(tokens) if may_name_one else ():
        kind = _UNITS.get(token.lower)
        if kind is not None and at > 0 and not token.opens_sentence:
            start = _name_start(document, at)
            if start is not None:
                replacement = "[skolen]" if kind == "skole" else "[barnehagen]"
                yield quasi(
                    tokens[start].start,
                    _unit_end(document, at),
                    kind,
                    f"Navnet på en {kind} viser hvor barnet er.",
                    0.9,
                    replacement,
                )
        elif has_joined and token.lower.endswith(_JOINED) and _is_joined_to_a_place(document, token):
            yield _joined(token)
        elif token.lower in _CHAINS and (chain := _chain(document, at)) is not None:
            yield chain
    for match in document.scan(_LABELLED, "hage", "skole", "skule") if ":" in document.text else ():
        if not _is_said(document, match):
            kind = "barnehage" if match.group(1).lower().startswith("barn") else "skole"
            replacement = "[skolen]" if kind == "skole" else "[barnehagen]"
            yield quasi(
                match.start(2), match.end(2), kind, f"Navnet på en {kind} viser hvor barnet er.", 0.7, replacement
            )
    yield from _on_a_line(document)
    yield from _by_its_place(document)
    yield from _named_behind(document)


_ON_A_LINE = re.compile(
    r"(?:^|\n)[ •\-]*(?:navn på )?(?P<unit>(?i:barnehage|bhg|skole|skule))(?:n|ns navn)?(?: ?[:=] ?|"
    r" )([a-zæøå]{4,20})(?=[ ,]*(?:\n|$))"
)
"""A field of a form, filled in in small letters: "barnehage: blåklokka"."""


def _on_a_line(document: Document) -> Iterator[Hit]:
    classes = document.vocabulary.classes
    for match in document.scan(_ON_A_LINE, "hage", "bhg", "skole", "skule") if "\n" in document.text else ():
        word, kind = match.group(2), "barnehage" if match.group("unit").lower().startswith("b") else "skole"
        is_room = word in classes["avdelingsnavn"] or word in classes["avdelingsord"]
        is_name = not (document.flags_of(word) or document.is_known(word)) or _ends_like_a_place(document, word)
        if is_room or word in document.places.single or (is_name and word not in _NOT_DEFINITE):
            replacement = "[skolen]" if kind == "skole" else "[barnehagen]"
            yield quasi(*match.span(2), kind, f"Navnet på en {kind} viser hvor barnet er.", 0.7, replacement)


_NOT_LABELLED = Word.SAFE | Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF
_NEXT_WORD = re.compile(r" ([a-zæøå]+)(?!\w)")


def _is_said(document: Document, match: re.Match[str]) -> bool:
    """Tell whether minutes go on after the colon and no name stands there: "Skolen: Mor ringte", "Skolen: Stort
    fravær".
    """
    word = match.group(2)
    if document.flags_of(word) & _NOT_LABELLED or word.lower() in document.vocabulary.classes["sagt_hoyt"]:
        return True
    follow = _NEXT_WORD.match(document.text, match.end())
    if follow is None or follow.group(1) in _UNITS or document.flags_of(follow.group(1)) & (Word.FUNCTION | Word.SAFE):
        return False
    return document.lexicon.is_headword(match.group(2).lower()) and document.lexicon.is_headword(follow.group(1))


def _by_its_place(document: Document) -> Iterator[Hit]:
    for match in document.scan(_GOES_TO, "går ", "gikk ", "gjekk ") if document.holds & _GOING_NEEDED else ():
        place = match.group(1)
        is_word = document.flags_of(place) & ~(Word.FIRST | Word.SURNAME) or document.lexicon.is_headword(place)
        if not is_word and _ends_like_a_place(document, place):
            yield quasi(*match.span(1), "skole", whys.SCHOOL, 0.7, "[skolen]")


_BEHIND = re.compile(
    r"\b(?:(?:(?:i|på|ved|fra|frå|til) (?P<b>barnehagen|skolen|skulen)|(?P<o>(?i:skolen|skulen|sfo|sfo-en|barnehagen)) "
    r"(?:på|ved)) (?P<name>[A-ZÆØÅ][a-zæøå]{3,20}))(?=[.,;!?)\n]|$| (?:er|har|og|som|sier|ringte|i|på)\b)"
)
"""A name behind what it is: "i barnehagen Tårnet", "SFO på Fjellsiden"."""
_NO_NAMES_BEHIND = Word.SAFE | Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.VERB | Word.MONTH
_ARTICLES = ("en", "et", "a", "ene", "n")


def _named_behind(document: Document) -> Iterator[Hit]:
    """Yield an ordinary word with its article and a capital there; places and unknown words others find."""
    for match in document.scan(_BEHIND, "hagen ", "skolen ", "skulen ", "sfo ", "sfo-en "):
        word = match.group("name").lower()
        is_noun = word.endswith(_ARTICLES) and document.is_known(word)
        if is_noun and not document.flags_of(word) & _NO_NAMES_BEHIND and word not in document.places.single:
            kind = "barnehage" if (match.group("b") or match.group("o")).lower().startswith("barn") else "skole"
            replacement = "" if match.group("b") else "[stedet]"
            why = f"Navnet på en {kind} viser hvor barnet er."
            yield quasi(*match.span("name"), kind, why, 0.7, replacement)


_JOINED = ("skolen", "skola", "skulen", "skula", "barnehagen", "barnehaga", "skoln")
"""A school written together with its place: "Rørosskolen"."""
_SHORTEST_STEM = 2


def _is_joined_to_a_place(document: Document, token: Token) -> bool:
    """Tell whether a place, or a name nobody knows with a capital, is written together with "skolen"."""
    stem = next(token.lower.removesuffix(end) for end in _JOINED if token.lower.endswith(end))
    if stem in document.places.single or stem.removesuffix("s") in document.places.single:
        return True
    if token.flags or document.is_known(token.lower):
        return False
    is_name = token.has_capital and not token.opens_sentence and not document.shouts and len(stem) > _SHORTEST_STEM
    return is_name or _ends_like_a_place(document, stem)


def _ends_like_a_place(document: Document, lower: str) -> bool:
    """Tell whether the word ends as places in the names of schools do: "Prøvegrenda"."""
    return lower.endswith(tuple(document.vocabulary.classes["stedsendelser"]))


def _joined(token: Token) -> Hit:
    kind, replacement = ("barnehage", "[barnehagen]") if "hage" in token.lower else ("skole", "[skolen]")
    return quasi(token.start, token.end, kind, f"Navnet på en {kind} viser hvor barnet er.", 0.8, replacement)


def _chain(document: Document, at: int) -> Hit | None:
    """A chain of kindergartens and the name that follows: "Espira Grønberg"."""
    name = document.after(at)
    if document.tokens[at].has_capital and name is not None and name.is_word and name.has_capital:
        return quasi(
            document.tokens[at].start,
            name.end,
            "barnehage",
            whys.KINDERGARTEN,
            0.8,
            "[barnehagen]",
        )
    return None


def _unit_end(document: Document, at: int) -> int:
    """Include a following "og barnehage", "vgs" or "skole" that belongs to the same name."""
    follow, second = document.after(at), document.after(at, 2)
    if follow is not None and second is not None and follow.lower == "og" and second.lower in _UNITS:
        return second.end
    return document.tokens[at].end


def _name_start(document: Document, at: int) -> int | None:
    """Return where the name of the school begins, None when it is only "en skole"."""
    tokens = document.tokens
    start = at - 1
    lowest = max(0, at - _REACH)
    while start > lowest and tokens[start].lower in _BEFORE_UNIT and tokens[start].is_word:
        start -= 1
    if start > 0 and tokens[start].text == "-" and tokens[start - 1].is_word:
        start -= 1
        if start > lowest and tokens[start].lower in _HALVES and tokens[start - 1].is_word:
            start -= 1  # "halsen barne- og ungdomsskole"
    word = tokens[start]
    if word.text in _AT_HOME and tokens[start + 1].lower == "og":
        return None  # "heim og skule", though Heim is a municipality
    if not word.is_word or not _names_a_unit(document, word, tokens[at]):
        return None
    while start > lowest and _belongs_to_name(document, tokens[start - 1]):
        start -= 1
    return start


def _belongs_to_name(document: Document, token: Token) -> bool:
    """Tell whether the word before belongs to the name: capital inside a sentence, or a local place."""
    if not token.is_word or token.flags & (Word.FUNCTION | Word.STAFF | Word.CHILD | Word.KIN | Word.SAFE):
        return False
    if token.lower in _UNITS:
        return False
    return token.has_capital and not token.opens_sentence and not document.shouts


def _names_a_unit(document: Document, word: Token, unit: Token) -> bool:
    """Tell whether the word before "skole" is a name: a place, a capital inside a sentence, an unknown word."""
    lower, flags = word.lower, word.flags
    if (
        _is_named_after_nature(document, lower, unit)
        or lower in document.places.single
        or lower in document.places.posted
        or (lower.endswith("s") and lower[:-1] in document.places.single)
    ):
        return True
    if flags & _SMALL_WORDS and not flags & (Word.FIRST | Word.SURNAME):
        return False
    if word.has_capital and not word.opens_sentence and not document.shouts:
        return not flags & Word.SAFE or lower in ("steiner", "montessori")
    if flags & Word.SAFE or lower in _NOT_DEFINITE:
        return False
    return (
        _is_named_after_a_place(document, word, unit)
        or _is_unusual(document, word, unit)
        or _is_led_and_no_kind_of_school(document, word, unit)
    )


def _is_led_and_no_kind_of_school(document: Document, word: Token, unit: Token) -> bool:
    """Tell whether the word in small letters is a surname, or built as a place is, right behind what leads to a school
    by its name: "på vik skole", "ved vestbygd skule", "klasse 3b, bjørnsund skole". No kind of school is built so.
    """
    lower = word.lower
    if unit.lower in _WITH_ARTICLE or word.has_capital or lower.endswith(_NO_NAMES_OF_SCHOOLS):
        return False
    is_built = lower.endswith(_BUILT_AS_PLACES) and len(lower) >= _LONG_ENOUGH
    is_named = bool(word.flags & Word.SURNAME) and not word.flags & ~(Word.SURNAME | Word.ORDINARY | Word.AMBIGUOUS)
    head = document.lower[max(0, word.start - len(" frå ")) : word.start]
    leads = head.endswith(("på ", "ved ", "fra ", "frå ", "til ", "i "))
    if is_built and not leads:
        leads = not head.strip(" ") or head.rstrip(" ").endswith((",", ":", "(", "\n", "/", "-"))
    return leads and (is_built or (is_named and lower not in _KINDS_OF_SCHOOLS))


def _is_named_after_nature(document: Document, lower: str, unit: Token) -> bool:
    """Tell whether an animal or a plant stands before "barnehage", or the ground with its article: "tusenbein
    barnehage", "myra skole".
    """
    classes = document.vocabulary.classes
    if unit.lower in ("barnehage", "bhg") and (lower in classes["avdelingsord"] or lower in classes["avdelingsnavn"]):
        return True
    is_ground = lower in classes["stedsendelser"] and lower.endswith(("a", "en", "et", "an"))
    return is_ground and unit.lower in ("barnehage", "bhg", "skole", "skule")


def _is_named_after_a_place(document: Document, word: Token, unit: Token) -> bool:
    """Tell whether the word ends like a place, or is what nobody writes before "bhg" unless it is a name: "tua bhg"."""
    lower = word.lower
    is_compound = _ends_like_a_place(document, lower) and not document.lexicon.is_headword(lower)
    if is_compound and (word.has_capital or _is_told_where(document, word)):
        return True
    return unit.lower == "bhg" and not lower.endswith(("e", "t", "ig", "sk", "or", "bi", "ved", "bak", "rundt"))


def _is_told_where(document: Document, word: Token) -> bool:
    """Tell whether a small word of place stands before the word in small letters: "på lillevoll skole"."""
    head = document.lower[max(0, word.start - len(" frå ")) : word.start]
    return len(word.text) >= _LONG_PLACE and head.endswith(("på ", "ved ", "fra ", "frå ", "til "))


_LONG_PLACE = 7
_LONG_ENOUGH = 6
_WITH_ARTICLE = frozenset(
    unit for unit in _UNITS if unit.endswith(("skolen", "skulen", "hagen", "hagene", "es", "sfo"))
)
_BUILT_AS_PLACES = tuple(
    words(
        "bygd bygda berg borg voll vold lund land ås åsen dal dalen haug haugen bakk bakken moen mo vik vika nes "
        "neset nesset "
        "heim sund strand fjord fjell hauge rud tun vang set å øy øya lia li moan bukt bukta hammer foss fossen gard "
        "gård bekk bekken sletta grend grenda myra vatn vatnet"
    )
)
_NO_NAMES_OF_SCHOOLS = ("også", "utland", "hjemland", "heimland", "fosterland", "på", "nå", "få", "små", "mellomrud")
_KINDS_OF_SCHOOLS = words("god fri ren rik from stor ny lang hard bra sand norsk dansk")
_HIGHER_UNITS = frozenset(["ungdomsskole", "barneskole", "vgs", "ungdomsskule", "barneskule"])
_GOES_TO = re.compile(
    r"\b(?:går|gjekk|gikk)(?: (?:i|på) \d{1,2}\.? ?[a-g]?)? (?:på|ved) ([a-zæøå]{5,20})(?=[.,;!?\n]|$)"
)
"""A school in small letters by its place alone: "går i 7a på nordlia"."""
_SMALL_WORDS = Word.FUNCTION | Word.STAFF | Word.KIN | Word.CHILD | Word.VERB | Word.NUMBER


def _is_unusual(document: Document, word: Token, unit: Token) -> bool:
    """Tell whether an ordinary noun cannot stand before "skole" unless it is a name: unknown, or definite."""
    if not document.is_known(word.lower):
        return unit.lower != "sfo" or word.has_capital
    is_free = unit.lower in ("barnehage", "bhg") and not word.lower.endswith(_NO_NAMES_IN_A)
    if is_free and _is_a_compound_with_its_article(document, word.lower):
        return True
    if unit.lower in _HIGHER_UNITS and word.lower.endswith(("a", "en")) and not word.flags:
        return not document.lexicon.is_headword(word.lower) and word.lower not in _NOT_DEFINITE
    return not unit.lower.endswith(("en", "a", "ene", "sfo", "er")) and _is_definite(word.lower, document)


def _is_a_compound_with_its_article(document: Document, lower: str) -> bool:
    """Tell whether two words are joined and end in "a": "fjellrosa barnehage". What describes one seldom does."""
    return len(lower) >= _REACH and lower.endswith("a") and not document.lexicon.is_plain_form(lower)


_NO_NAMES_IN_A = ("bra", "lilla", "ekstra", "skjema", "tema", "firma", "data", "media")


def _is_definite(lower: str, document: Document) -> bool:
    """Tell whether the word is a definite noun: nobody says "solsikken barnehage" unless it is a name."""
    if lower in _NOT_DEFINITE or lower.endswith(_NO_NAMES_IN_A) or document.lexicon.is_headword(lower):
        return False
    if lower.endswith(("en", "et")):
        return document.lexicon.is_headword(lower[:-2]) or document.lexicon.is_headword(lower[:-1]) or len(lower) > 8
    return (
        lower.endswith("a")
        and len(lower) > 5
        and not any(document.lexicon.is_headword(lower[at:]) for at in range(1, len(lower) - 3))
        and (document.is_known(lower[:-1]) or document.is_known(lower[:-1] + "e"))
    )
