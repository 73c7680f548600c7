"""Finds single capitals that are somebody, and "J-E": what stands beside one tells, and the others of it follow."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.anonymise.finding import Hit
from bot.anonymise.initials.beside_letters import (
    ONE_CHILD,
    acts,
    bears_a_role,
    does,
    goes_on,
    has_an_age,
    is_behind_a_role,
)
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.letters_explained import (
    is_a_thing,
    is_labelled,
    is_practised,
    letters_that_begin_words,
    numbers_things,
)
from bot.anonymise.initials.letters_in_slots import (
    letters_in_slots,
)
from bot.anonymise.initials.letters_told_of import letters_told_of
from bot.anonymise.initials.lone_letters import lone_letters
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

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
_BETWEEN_COMMAS = re.compile(r", ([A-ZÆØÅ])\.?, ")
"""A letter framed by commas, as after who it is: "Stefaren, R., slår"."""
_BEFORE_SOMEONE = words("til med m fra hos av")
_LEADS = words("og eller til i")  # what stands before those tells
_WORDS_AS_WELL = frozenset("IÅ")
NEUTRAL = frozenset("ABCXYZ")
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


def single_letters(document: Document, told: AbstractSet[str]) -> Iterator[Hit]:
    """Yield a single capital after a person word or used as the one who acts: "elev K", "K. slår"; and the letters that
    stand beside one of those ("A slår B"). `told` are letters that something else in the text shows to be somebody.
    """
    text = document.text
    ones = list(document.matches(_ONE))
    persons = {match.group(1) for match in ones if _is_a_letter_person(document, match)}
    persons.update(match.group(1) for match in document.scan(_SPOKEN_OF, "omtal", "heretter", "kal", "initial"))
    persons.update(m.group(1) for m in document.scan(_BETWEEN_COMMAS, ", ") if is_behind_a_role(document, m.start()))
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
    persons.update(told)
    persons.update(match.group(1) for match in document.scan(_OWNS_KIN, " si"))
    persons.update(letter for match in document.scan(_BETWEEN, "mellom ") for letter in match.groups())
    inside = (m for m in document.scan(_INSIDE, ".") if not text.endswith((" og ", " eller ", " til "), 0, m.start()))
    persons.update(match.group(1) for match in inside if not is_labelled(document, match.start()))
    persons.update(m.group(1) for m in document.scan(_GREETED, "hei ", "kjære ", "hallo "))
    persons.update(m.group(1) for m in document.scan(_TALKED_ABOUT, " om "))
    if persons:
        persons |= {m.group(1) for m in ones if _stands_beside(document, m, persons)} - _WORDS_AS_WELL
    grown_up = {m.group(1) for m in ones if bears_a_role(document, m)} if persons else set()
    for match in document.matches(_OWNED) if persons else ():
        if match.group(1) in persons:
            owner = "[en persons]" if match.group(1) in grown_up else "[barnets]"
            yield initials_hit(match.start(), match.end(), 0.7, owner)
    for match in ones if persons else ():
        if match.group(1) in persons and (
            match.group(1) not in _WORDS_AS_WELL or _is_this_one(document, match, persons)
        ):
            yield initials_hit(match.start(), match.end(), 0.75, _of_whom(document, match, grown_up))


def double_names(document: Document) -> Iterator[Hit]:
    """Yield "J-E" wherever it stands, when it does what people do or somebody is called so in brackets."""
    found = list(document.scan(_TIED_BY_A_HYPHEN, "-"))
    people = {m.group() for m in found if _is_a_double_name(document, m)}
    for match in found:
        if match.group() in people:
            yield initials_hit(match.start(), match.end(), 0.7)


def _is_a_double_name(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the letters stand for somebody here: "(J-E)" behind who it is, "J-E sier", "J-E (7)"."""
    follow = _NEXT_WORD.match(document.text, match.end())
    acts_so = follow is not None and follow.group(1) in document.vocabulary.classes["menneskeverb"]
    if follow is not None and follow.group(1) not in _IS and _NEITHER.isdisjoint(match.groups()):
        acts_so = acts_so or does(document, match.end())
    if acts_so and not is_labelled(document, match.start()):
        return True
    head = document.text[max(0, match.start() - _LONGEST_ROLE) : match.start()]
    return has_an_age(document.text, match) or _WHO_IN_BRACKETS.search(head) is not None


def _of_whom(document: Document, match: re.Match[str], grown_up: AbstractSet[str]) -> str:
    """Return what to write instead of a letter: "" right behind a role, which says it already."""
    if bears_a_role(document, match):
        return ""
    return "[en person]" if match.group(1) in grown_up else "[barnet]"


def _is_a_letter_person(document: Document, match: re.Match[str]) -> bool:
    text, letter = document.text, match.group(1)
    before = re.search(r"([\wæøå]+) [(«\"“']?$", text[max(0, match.start() - 20) : match.start()])
    word = before.group(1).lower() if before else ""
    if (
        (word in _BEFORE_SOMEONE or document.flags_of(word) & (Word.KIN | Word.CHILD))
        and letter not in NEUTRAL
        and not is_practised(text, match.start())
        and (letter not in "IÅ" or (letter == "Å" and word in ONE_CHILD))
        and not re.match(r"[ .]*[-/]", text[match.end() : match.end() + 3])
    ):
        return True
    if has_an_age(text, match):
        return True
    if document.is_english and letter != "I" and word not in _LEADS and not numbers_things(word) and goes_on(match):
        return True
    role = re.match(r" ?\(([a-zæøå]+)", text[match.end() : match.end() + 16])
    if role is not None and document.flags_of(role.group(1)) & (Word.CHILD | Word.KIN):
        return True
    return (match.group().endswith(".") and letter not in "IÅX" and acts(document, match.end())) or (
        letter not in _NOT_SOMEONE
        and does(document, match.end())
        and word not in _LEADS
        and not is_labelled(document, match.start())
        and not (is_a_thing(document, word) and _SAID_OF_IT.match(text, match.end()))
        and letter not in letters_that_begin_words(text)
        and not _is_that(document, letter, match.end())
    )


def _is_that(document: Document, letter: str, end: int) -> bool:
    """Tell whether "D" is "det" in quick writing: "D va ei mor", "d e sånn. D går bra"."""
    return letter == "D" and ("d" in _SMALL_D.findall(document.text) or _BE_NEXT.match(document.text, end) is not None)


def _is_this_one(document: Document, match: re.Match[str], persons: AbstractSet[str]) -> bool:
    """Tell whether a letter that is a word or a figure as well stands for somebody here."""
    return (
        _is_a_letter_person(document, match)
        or _stands_beside(document, match, persons)
        or _INSIDE.match(document.text, match.start()) is not None
    )


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
