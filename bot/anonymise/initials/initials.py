"""Finds initials: "J.H.", "elev K", "MK slo". Common abbreviations are left alone."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.anonymise.finding import SENDER, Hit, direct
from bot.anonymise.initials.letters_explained import (
    is_a_thing,
    is_labelled,
    is_practised,
    letters_that_begin_words,
    numbers_things,
)
from bot.anonymise.initials.letters_in_slots import (
    has_age_or_kin,
    letters_beside_a_stroke,
    letters_in_slots,
    letters_with_what_is_theirs,
    who_dictated,
)
from bot.anonymise.initials.letters_told_of import letters_told_of
from bot.anonymise.initials.lone_letters import lone_letters
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_CAPITAL_ALONE, needs_of, needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DOTTED = re.compile(
    r"(?<![\w.])(?:[A-ZÆØÅ]\.?-)?(?:[A-ZÆØÅ]|Aa|Th|Kj|Chr|Sv|Tr|Gr|Br|St)\. ?(?:[A-ZÆØÅ]|Aa)(?:\. ?[A-ZÆØÅ])?"
    r"(?:\.?s(?= [a-zæøå])|\.?)(?![\wæøå])"
)
_INITIAL = re.compile(r"\.(?:(?<=[A-ZÆØÅ]\.)|(?<=(?:Aa|Th|Kj|Sv|Tr|Gr|Br|St)\.)|(?<=Chr\.))")
"""The full stop of an initial: looked for by the stop, as there are few of those."""
_BOTH = re.compile(r"[A-ZÆØÅ](?<![\w.].)\. (?:og|and|&) [A-ZÆØÅ](?:\.|(?![\w.]))(?!\w)")
_BOTH_SMALL = re.compile(
    r"(?<![\w.,\-] )(?<![\w.\-])([b-df-hj-mp-tvw]) og ([b-df-hj-mp-tvw]) (?=(?:i|på|fra) \d|[a-zæøå]+)"
)
"""Two small letters tied at the start of a sentence: "s og b i 5c har"."""
_SPOKEN_OF = re.compile(
    r"\b(?:omtales|omtalt|omtaler|omtalast|heretter|kalles|kalt|kaller|kallar|kall|kalle|"
    r"initial(?:en)?) (?:(?:han|ho|barnet|eleven|gutten|jenta|ham|henne) )?"
    r"(?:som|med|er|for)? ?[«\"“']?([B-WÆØ])[»\"”']?(?!\w|\.\w)"
)
_TWO_LETTERS_ACT = re.compile(r"([A-HJ-UW-ZÆØ](?<![\w.].)) og ([A-HJ-UW-ZÆØ]) ([a-zæøå]{2,14})")
"""Two letters that do what only people do: "A og B sloss"."""
_BETWEEN = re.compile(r"\b(?:mellom|imellom) ([D-HJ-UWÆØ])\.? og ([D-HJ-UWÆØ])(?![\wæøå])")
"""Two letters that something is between: "slagsmål mellom T og R"."""
_TIED_BY_A_HYPHEN = re.compile(r"([A-ZÆØÅ](?<![\w.\-/].))-([A-ZÆØÅ])(?![\w\-/])")
"""The letters of a double name: "J-E sier han falt"."""
_NEXT_WORD = re.compile(r" ([a-zæøå]+)")
_SAID_OF_IT = re.compile(r" (?:er|e|var|va|betyr)\b")
"""What may be said of a thing that a letter names: "filmen M er for gammel", not "planen K fikk"."""
_WHO_IN_BRACKETS = re.compile(
    r"\b(?:ene|eine|andre|tredje|eleven|elev|gutten|guten|gutt|jenta|jente|barnet|ungen|mor|far|broren|søsteren) \($",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"(?<=[a-zæøå] )([A-WÆØ])\.(?! coli)(?= [a-zæøå]|[?!,:]| \(|s )")
"""One letter and a full stop that ends no sentence: "kom V. bort", "vente med A.?", "R.s mor"."""
_OWNED = re.compile(r"([A-ZÆØÅ](?<![\w.\-/].))[.:'’]?s(?= [a-zæøå])")
_OWNS_KIN = re.compile(
    r"(?<![\w.\-/])([B-HJ-UW-ZÆØ])(?= (?:sin|si|sitt|sine) (?:mor|far|mamma|pappa|bror|søster|syster|besteforeldre|"
    r"bestemor|bestefar|tante|onkel|foreldre|familie|kontaktlærer)\b)"
)
"""One letter that owns a relative: "T sin mor ringte"."""
_DOTTED_SMALL = re.compile(r"(?<![\w.])[a-zæøå]\.[a-zæøå]\.(?:[a-zæøå]\.)?(?!\w)")
_ONE = re.compile(r"([A-ZÆØÅ](?<![\w.\-/].))(?:\.{1,3}(?=[\s,)'’?!»”\"]|$)|(?![\w.\-/]))")
_SECOND_LETTER = re.compile(r" ([B-HJ-UW-ZÆØ])\.?(?= [a-zæøå])")
"""The letter of a surname, after that of the given name: "T H har"."""
_GREETED = re.compile(r"\b(?i:hei|kjære|hallo) ([D-HJ-UW-ZÆØ])(?=[!,.]|\n)")
_TALKED_ABOUT = re.compile(
    r"\b(?:snakket|snakka|snakke|bekymret|bekymra|samtale|samtalen|møte|møtet|saken|saka|drøfte|drøftet|drøfta|uroleg|urolig|"
    r"uro|melding|meldt) (?:[\wæøåÆØÅ]+ ){0,3}om ([D-HJ-UW-ZÆØ])(?=[.,!?]|$| (?:i|på|og|som)\b)"
)
"""One letter that is talked about: "snakka med SO om T"."""
_TIED_LETTER = re.compile(r" (?:og|å|eller) ([B-HJ-UW-ZÆØ])(?![\w.\-/])")
_AGED = re.compile(r" ?\(\d{1,2}(?: år)?\)|,? \d{1,2} år\b|, (?:på )?\d{1,2}(?=, [a-zæøå])")
_SIGNED = re.compile(
    r"\b(?:hilsen|helsing|mvh|vh|hils)[ ,:\n]{1,3}"
    r"([A-ZÆØÅ](?:(?:(?:\.? |-)[A-ZÆØÅ]){0,2}|\.?(?-i:[A-ZÆØÅ])|(?-i:[a-zæøå]))\.?)"
    r"(?= [A-ZÆØÅ][a-zæøå]{2,20}\b|\s*$|\n|,)",
    re.IGNORECASE,
)
"""A greeting and the letters somebody signs with: "vh K.", "hilsen K L Berg"."""
_BETWEEN_COMMAS = re.compile(r", ([A-ZÆØÅ])\.?, ")
"""A letter framed by commas, as after who it is: "Stefaren, R., slår"."""
_LAST_WORD = re.compile(r"([\wæøåÆØÅ]{2,20})$")
_LABELLED = re.compile(
    r"\b(?:elev|eleven|pasient|klient|barn|barnet|barnets navn|foresatte?|foreldre|forelder|søsken|bror|søster|"
    r"initial(?:er|ar|en)?|navn|namn|gjelder|gjeld)(?: er)?: ?"
    r"((?-i:[A-ZÆØÅ])\.?(?:[ \-]?(?-i:[A-ZÆØÅ])\.?){0,2})(?=[\s,;)]|$)",
    re.IGNORECASE,
)
"""Letters alone after what they stand for: "Elev: E.", "Initialer: E P", "Barn: E-L."."""
_SAID = re.compile(
    r"\b[Ii]nitial(?:er|ene|ar|ane)(?: er|,|:)? ?([A-ZÆØÅ]-[A-ZÆØÅ](?: [A-ZÆØÅ])?|(?:[a-zæøå] "
    r"){1,3}[a-hj-zæø])(?![\wæøå])"
)
"""Letters in odd forms that are said to be initials: "initialer s a n", "initialene er M-L K"."""
_ROLE_BEFORE = re.compile(r"(?<![\w\-])([\w\-]{2,20}) \(?$")
_OPENS = re.compile(r"(?:^|\n|[.,:;!?] |\b(?:og|at|har|er|når) )$")
_LISTED = re.compile(
    r"\b(?:vedlegg(?:ene)?|punkt(?:ene)?|del(?:ene)?|alternativ(?:ene)?|gruppe(?:ne)?|plan|fase|nivå|bokstav|rom) "
    r"(?:[A-ZÆØÅ], ){0,4}$",
    re.IGNORECASE,
)
"""Letters that number things: "vedlegg A, B og C."."""
_LETTERS = frozenset("abcdefghjklmnopqrstuvwxyzæø")
"""The letters that stand alone only when they mean something; "i" and "å" are everyday words."""
_OWNERS = frozenset(f"{letter}{end}" for letter in _LETTERS for end in ("s", "'s", "’s"))
_PAIR = 2
_BEFORE_SOMEONE = words("til med m fra hos av")
_LEADS = words("og eller til i")  # what stands before those tells
_ONE_CHILD = words("elev eleven gutt gutten jente jenta")
_WORDS_AS_WELL = frozenset("IÅ")
_NEUTRAL = frozenset("ABCXYZ")
_ALPHABET = ("a b c", "x y", "x y z")
"""Letters that only show where initials are written."""
_LONGEST_ROLE = len("søsteren (") + 1
_SMALL_D = re.compile(r"(?<![\w.])d(?= [a-zæøå])")
_BE_NEXT = re.compile(
    r" (?:e|er|va|var|ble|blei|blir|bi|vart|vært|ska|skal|må|kan|kainn|hi|ha|har|hadd|holder|hold|funker|stemmer|"
    r"kjæm|kjem|hend|hende|virke|virka|hjelp|hjelpe)\b"
)
_IS = words("er e var va har hadde")
_NEITHER = frozenset("ABCEHVXYZ")
"""Letters that two things, two sides or two parties are often called by."""
_NOT_SOMEONE = frozenset("ABCXYZIÅÆØEV")
_INITIAL_AND_NAME = re.compile(r"([\wæøåÆØÅ]{2,25}),? ([A-ZÆØÅ]\. ?[A-ZÆØÅ][\wæøåé\-]{1,25})(?!\w)")
_GREETINGS = words("hilsen helsing mvh vh hilsning vennlig beste fra")
_SMALL_DOTS = words(
    "b.l. f.e. p.g. m.m. o.l. i.h. d.v. s.u. t.d. m.a. o.a. f.o. m.v. d.e. d.y. e.l. a.a. p.t. n.n. i.f. s.k. p.d. "
    "m.t. o.k. e.k. f.d. f.k. v.g. i.v. n.v. i.o. o.s. d.d. d.s. d.å. f.eks. m.h. f.n. p.m. a.m. e.g. i.e. p.s. "
    "p.p.s. n.b. r.i.p. o.s.v. i.f.t. f.o.m. t.o.m. p.g.a. m.t.p. i.h.t. m.a.o. a.k.a. d.v.s. u.t. u.a."
)
_KNOWN_DOTS = words(
    "F.EKS P.G.A BL.A M.M O.L D.V.S S.U I.F.T P.T N.N PGA USA U.S T.D O.S.V I.H.T M.T.P J.F E.L N.B P.S P.P.S P.O T.V "
    "R.I.P OK U.K E.G I.E"
)
_SIGNED_NEEDS = needs_of("hils", "helsing", "mvh", "vh")
_NEEDS = _SIGNED_NEEDS | needs_of("-", "/", ":", "initial")


@needing(A_CAPITAL_ALONE | _NEEDS | needs_one_of(_LETTERS | _OWNERS | words("aa th kj chr sv tr gr br st")))
def find_initials(document: Document) -> Iterator[Hit]:
    """Yield initials."""
    if _INITIAL.search(document.text) is not None:
        yield from _with_dots(document)
    yield from _announced(document)
    if "-" in document.text:
        yield from _double_names(document)
        yield from (_initials(start, end, 0.6, "") for start, end in letters_with_what_is_theirs(document))
    if not _LETTERS.isdisjoint(document.words) or not _OWNERS.isdisjoint(document.words) or "Å" in document.text:
        yield from _in_small_letters(document)
        if not document.shouts:
            yield from _single_letters(document)
            yield from (_initials(start, end, 0.6) for start, end in letters_beside_a_stroke(document))


def _announced(document: Document) -> Iterator[Hit]:
    """Yield what a greeting, a label or "initialer" announces."""
    for match in () if document.lacks(_SIGNED_NEEDS) else _SIGNED.finditer(document.text):
        if match.group(1)[0].isupper() or _signs_in_small_letters(document, match):
            yield _initials(match.start(1), match.end(1), 0.7, SENDER)
    yield from (_initials(start, end, 0.7, SENDER) for start, end in who_dictated(document))
    for match in document.scan(_SAID, "initial"):
        if match.group(1) not in _ALPHABET:
            yield _initials(*match.span(1), 0.8)
    for match in document.scan(_LABELLED) if ":" in document.words else ():
        if match.group(1).strip(".") not in _NEUTRAL:
            yield _initials(match.start(1), match.end(1), 0.75)


def _signs_in_small_letters(document: Document, match: re.Match[str]) -> bool:
    """Tell whether two small letters that are no word end a line behind a greeting: "mvh tl"."""
    letters = match.group(1)
    is_free = letters.isalpha() and len(letters) == _PAIR and not document.flags_of(letters)
    return is_free and not document.is_known(letters) and document.text[match.end() : match.end() + 1] in ("", "\n")


def _with_dots(document: Document) -> Iterator[Hit]:
    """Yield "J.H.", "A. og B." and "Hilsen K. Prøve"."""
    for match in _DOTTED.finditer(document.text):
        letters = match.group().replace(" ", "").rstrip(".")
        if letters not in _KNOWN_DOTS or _of_somebody(document, match):
            yield _initials(match.start(), match.end(), 0.85, "[barnets]" if letters.endswith("s") else "[barnet]")
    for match in _tied(document.text):
        yield _initials(match.start(), match.end(), 0.75)
    yield from _signed(document)


def _of_somebody(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a child or "mor til" stands before letters that mean something else too, or an age after them."""
    start = match.start()
    before = _ROLE_BEFORE.search(document.text, max(0, start - 24), start)
    word = before.group(1).lower() if before is not None else ""
    if word in ("til", "te", "åt"):
        kin = _LAST_WORD.search(document.text, max(0, start - 24), start - len(word) - 2)
        return kin is not None and bool(document.flags_of(kin.group(1)) & Word.KIN)
    return word in _ONE_CHILD or has_age_or_kin(document, match.end())


def _tied(text: str) -> Iterator[re.Match[str]]:
    """Yield two letters that "og" ties, but not those that number things."""
    for match in _BOTH.finditer(text):
        if not _LISTED.search(text[max(0, match.start() - 20) : match.start()]):
            yield match


def _in_small_letters(document: Document) -> Iterator[Hit]:
    """Yield "j.h." and the two in "s og b i 5c har"."""
    text = document.text
    for match in document.scan(_DOTTED_SMALL, "."):
        if match.group() not in _SMALL_DOTS:
            yield _initials(match.start(), match.end(), 0.6)
    for match in document.scan(_BOTH_SMALL, " og "):
        if _does(document, match.end(2)) or text[match.end(2) + 1 : match.end(2) + 3] in ("i ", "på"):
            yield _initials(match.start(1), match.end(1), 0.6)
            yield _initials(match.start(2), match.end(2), 0.6)


def _signed(document: Document) -> Iterator[Hit]:
    """Yield an initial and a surname after a greeting or a role: "Hilsen K. Prøve", "lærer B. Stein"."""
    for match in document.scan(_INITIAL_AND_NAME, "."):
        word = match.group(1).lower()
        if word in _GREETINGS or document.flags_of(word) & (Word.STAFF | Word.KIN):
            yield direct(match.start(2), match.end(2), "navn", "En initial og et etternavn.", 0.85, "[en person]")


def _initials(start: int, end: int, certainty: float, replacement: str = "[barnet]") -> Hit:
    return direct(start, end, "initialer", whys.INITIALS, certainty, replacement)


def _single_letters(document: Document) -> Iterator[Hit]:
    """A single capital after a person word or used as the one who acts: "elev K", "K. slår"; and the letters that stand
    beside one of those ("A slår B").
    """
    text = document.text
    persons = {match.group(1) for match in _ONE.finditer(text) if _is_a_letter_person(document, match)}
    persons.update(match.group(1) for match in document.scan(_SPOKEN_OF, "omtal", "heretter", "kal", "initial"))
    persons.update(m.group(1) for m in document.scan(_BETWEEN_COMMAS, ", ") if _is_behind_a_role(document, m.start()))
    people = document.vocabulary.classes["menneskeverb"]
    for match in document.scan(_TWO_LETTERS_ACT, " og "):
        if match.group(3) in people or (
            not is_labelled(document, match.start())
            and _NEITHER.isdisjoint(match.group(1, 2))
            and document.flags_of(match.group(3)) & Word.VERB
        ):
            persons.update(match.group(1, 2))
    persons.update(letters_in_slots(document))
    persons.update(letters_told_of(document))
    persons.update(lone_letters(document, persons))
    persons.update(
        m.group(1) for m in document.scan(_LABELLED, ":") if len(m.group(1)) == 1 and m.group(1) not in _NEUTRAL
    )
    persons.update(match.group(1) for match in document.scan(_OWNS_KIN, " si"))
    persons.update(letter for match in document.scan(_BETWEEN, "mellom ") for letter in match.groups())
    inside = (m for m in document.scan(_INSIDE, ".") if not text.endswith((" og ", " eller ", " til "), 0, m.start()))
    persons.update(match.group(1) for match in inside if not is_labelled(document, match.start()))
    persons.update(m.group(1) for m in document.scan(_GREETED, "hei ", "kjære ", "hallo "))
    persons.update(m.group(1) for m in document.scan(_TALKED_ABOUT, " om "))
    persons.update(letter for match in _tied(text) for letter in match.group() if letter.isupper())
    if persons:
        persons |= {m.group(1) for m in _ONE.finditer(text) if _stands_beside(document, m, persons)} - _WORDS_AS_WELL
    grown_up = {m.group(1) for m in _ONE.finditer(text) if _bears_a_role(document, m)} if persons else set()
    for match in _OWNED.finditer(text) if persons else ():
        if match.group(1) in persons:
            owner = "[en persons]" if match.group(1) in grown_up else "[barnets]"
            yield _initials(match.start(), match.end(), 0.7, owner)
    for match in _ONE.finditer(text) if persons else ():
        if match.group(1) in persons and (
            match.group(1) not in _WORDS_AS_WELL or _is_this_one(document, match, persons)
        ):
            yield _initials(match.start(), match.end(), 0.75, _of_whom(document, match, grown_up))


def _double_names(document: Document) -> Iterator[Hit]:
    """Yield "J-E" wherever it stands, when it does what people do or somebody is called so in brackets."""
    found = list(document.scan(_TIED_BY_A_HYPHEN, "-"))
    people = {m.group() for m in found if _is_a_double_name(document, m)}
    for match in found:
        if match.group() in people:
            yield _initials(match.start(), match.end(), 0.7)


def _is_a_double_name(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the letters stand for somebody here: "(J-E)" behind who it is, "J-E sier", "J-E (7)"."""
    follow = _NEXT_WORD.match(document.text, match.end())
    does = follow is not None and follow.group(1) in document.vocabulary.classes["menneskeverb"]
    if follow is not None and follow.group(1) not in _IS and _NEITHER.isdisjoint(match.groups()):
        does = does or _does(document, match.end())
    if does and not is_labelled(document, match.start()):
        return True
    head = document.text[max(0, match.start() - _LONGEST_ROLE) : match.start()]
    return _has_an_age(document.text, match) or _WHO_IN_BRACKETS.search(head) is not None


def _is_behind_a_role(document: Document, at: int) -> bool:
    word = _LAST_WORD.search(document.text, max(0, at - 20), at)
    return word is not None and bool(document.flags_of(word.group(1)) & (Word.KIN | Word.CHILD))


def _bears_a_role(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a letter stands behind who somebody is that is no child: "far P.", "stefar (R.)", "lærer K"."""
    before = _ROLE_BEFORE.search(document.text, max(0, match.start() - 24), match.start())
    flags = document.flags_of(before.group(1)) if before is not None else 0
    return bool(flags & (Word.KIN | Word.STAFF)) and not flags & Word.CHILD


def _of_whom(document: Document, match: re.Match[str], grown_up: AbstractSet[str]) -> str:
    """Return what to write instead of a letter: "" right behind a role, which says it already."""
    if _bears_a_role(document, match):
        return ""
    return "[en person]" if match.group(1) in grown_up else "[barnet]"


def _is_a_letter_person(document: Document, match: re.Match[str]) -> bool:
    text, letter = document.text, match.group(1)
    before = re.search(r"([\wæøå]+) [(«\"“']?$", text[max(0, match.start() - 20) : match.start()])
    word = before.group(1).lower() if before else ""
    if (
        (word in _BEFORE_SOMEONE or document.flags_of(word) & (Word.KIN | Word.CHILD))
        and letter not in _NEUTRAL
        and not is_practised(text, match.start())
        and (letter not in "IÅ" or (letter == "Å" and word in _ONE_CHILD))
        and not re.match(r"[ .]*[-/]", text[match.end() : match.end() + 3])
    ):
        return True
    if _has_an_age(text, match):
        return True
    if document.is_english and letter != "I" and word not in _LEADS and not numbers_things(word) and _goes_on(match):
        return True
    role = re.match(r" ?\(([a-zæøå]+)", text[match.end() : match.end() + 16])
    if role is not None and document.flags_of(role.group(1)) & (Word.CHILD | Word.KIN):
        return True
    return (match.group().endswith(".") and letter not in "IÅX" and _acts(document, match.end())) or (
        letter not in _NOT_SOMEONE
        and _does(document, match.end())
        and word not in _LEADS
        and not is_labelled(document, match.start())
        and not (is_a_thing(document, word) and _SAID_OF_IT.match(text, match.end()))
        and letter not in letters_that_begin_words(text)
        and not _is_that(document, letter, match.end())
    )


def _is_that(document: Document, letter: str, end: int) -> bool:
    """Tell whether "D" is "det" in quick writing: "D va ei mor", "d e sånn. D går bra"."""
    return letter == "D" and ("d" in _SMALL_D.findall(document.text) or _BE_NEXT.match(document.text, end) is not None)


def _has_an_age(text: str, match: re.Match[str]) -> bool:
    """Tell whether an age in brackets follows a letter that no label explains: "E (4) har", "og V (6)"."""
    if match.group(1) in "IÅ" or _AGED.match(text, match.end()) is None:
        return False
    return _OPENS.search(text[max(0, match.start() - 8) : match.start()]) is not None


def _is_this_one(document: Document, match: re.Match[str], persons: AbstractSet[str]) -> bool:
    """Tell whether a letter that is a word or a figure as well stands for somebody here."""
    return (
        _is_a_letter_person(document, match)
        or _stands_beside(document, match, persons)
        or _INSIDE.match(document.text, match.start()) is not None
    )


def _goes_on(match: re.Match[str]) -> bool:
    """Tell whether the sentence goes on in small letters after a letter and a full stop: "J. denies", "J. = fight"."""
    is_abbreviated = match.group().endswith(".")
    return is_abbreviated and re.match(r" [a-z=+]|['’]s ", match.string[match.end() : match.end() + 3]) is not None


def _stands_beside(document: Document, match: re.Match[str], persons: AbstractSet[str]) -> bool:
    """Tell whether "og", a comma or one verb ties the letter to one that is a person."""
    tied = _TIED_LETTER.match(document.text, match.end())
    if tied is not None and tied.group(1) in persons:
        return True
    near = re.search(
        r"([A-ZÆØÅ])\.?(?: og| å| eller|,| \w{2,12}) $", document.text[max(0, match.start() - 18) : match.start()]
    )
    if near is not None and near.group(1) in persons:
        return True
    last = _SECOND_LETTER.match(document.text, match.end())
    return last is not None and last.group(1) in persons


def _does(document: Document, end: int) -> bool:
    follow = re.match(r"[»\"”']? ([a-zæøå]+)", document.text[end : end + 20])
    return follow is not None and bool(document.vocabulary.flags.get(follow.group(1)) & Word.VERB)


def _acts(document: Document, end: int) -> bool:
    follow = re.match(r" ([\wæøå]+)", document.text[end : end + 20])
    return (
        follow is not None
        and bool(document.vocabulary.flags.get(follow.group(1)) & Word.VERB)
        and follow.group(1)[0].islower()
    )
