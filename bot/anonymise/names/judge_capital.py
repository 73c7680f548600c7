"""Judges a word with a capital: listed names, names that are also words, unknown words."""

import re

from bot.anonymise.evidence.name_evidence import ENOUGH, evidence
from bot.anonymise.names.month_told import is_month_told
from bot.anonymise.names.place import is_surname_here
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_in_an_english_title
from bot.anonymise.reading.likeness import is_a_name_mistyped, looks_like_dialect
from bot.anonymise.reading.name_search import (
    AROUND,
    DEFINITE,
    LONG_ENOUGH,
    LONGEST_NAME,
    NAME,
    NOT_NAME,
    STRANGE,
    UNPROVEN,
    Judged,
    Search,
    is_plainly_a_surname,
    is_typo,
)
from bot.anonymise.reading.name_slot import is_labelled, is_labelled_as_new
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_NEVER_ALONE = words(
    "vår var vi du de den det kan for om en et ei som men da er har ha ta la se si så mitt min din sin"
)
_ROADS = ("gata", "gaten", "vegen", "veien")
_BEFORE_MONTH = words(
    "i til fra frå før etter siden sidan mot innen innan medio primo ultimo av og hele heile denne gjennom ut"
)
_FIRST_IN_A_SENTENCE = tuple(
    words(
        "stad heim vold rud tveit seth sæther sæter dahl vik vang berg haug lund dal land bakk gård gard flått fall "
        "regd rein fjell mark brekke"
    )
)
"""Ends of surnames that no inflected noun has, as "Nordnes" has in "lærerinnes"."""
_SPEAKERS = words("jeg eg æ vi me du han hun ho hu hain hainn n a de dei det man ingen")
_DONE_BY_SOMEBODY = words(
    "deler delte delar bor bodde bur budde går gikk gjekk sitter satt sit jobber jobba jobbar leker leika leikar "
    "pleier pleide plar kjører kjørte henter hentet hentar leverer leverte følger fulgte begynte startet sluttet "
    "flyttet flytta passer passet passar hjelper hjalp treffer traff møter møtte kjenner kjente sover liker "
    "likte likar trenger trengte treng heter heiter vikarierer"
)
_REGISTER_LABELS = words("gjelder gjeld navn namn elev barn pasient bruker ang vedr angående vedrørende søker sak")
_SHORTEST_IN_CAPS, _LONG_IN_CAPS = 4, 6
"""Letters of a word in capitals that may be a name, and of one that is no abbreviation."""
_NORWEGIAN = frozenset("abcdefghijklmnopqrstuvwxyzæøå")
_PET_NAMES = ("lille", "vesl", "store", "små")
"""How pet names begin: "Lillegutt", "Veslejenta". Norwegian writes them with a capital only as names."""
_GROUPS = ("barn", "barna", "ungene", "ungan", "elevene", "guttene", "gutane", "jentene")
"""What a pet name for one child does not end in: "på Småbarn" is a room."""
_PLURAL = ("ene", "ane", "ne", "er", "ar", "a", "e", "s")
_HAS_AN_AGE = re.compile(r" \((?:på |snart )?\d{1,2} ?(?:år|mnd|måneder|månader)(?:\)|, ?[a-zæøå])")
_LIMITS = tuple(words("alder grense start slutt gruppe tilbud trinn kull rett plikt tid tider er ene et en a ing"))
"""How things that have an age in brackets end: "Lavalder (16 år)", "Kartleggingen (5 år)"."""


def judge_capital(search: Search, at: int, token: Token, name: str, flags: int) -> Judged:
    """Judge a word that begins with a capital."""
    document = search.document
    is_a_word = token.lower != name and document.lexicon.is_headword(token.lower)
    unsure = is_a_word or bool(flags & (Word.AMBIGUOUS | Word.ORDINARY | NOT_NAME))
    if (
        flags & NAME
        and not unsure
        and (flags & Word.FIRST or not token.opens_sentence or is_plainly_a_surname(document, name))
    ):
        return 0.95, f"«{name.capitalize()}» står i lista over navn."
    if flags & (NAME | Word.AMBIGUOUS):
        return _judge_unsure_capital(document, at, token, flags)
    if token.lower in document.places.single:
        return (0.7, "Et sted rett bak et fornavn er et etternavn.") if is_surname_here(document, at) else None
    if "-" in token.text and (_is_a_pair_of_names(document, token) or _names_its_owner(document, at, token)):
        return 0.85, "Et dobbelt navn, eller et navn foran en bindestrek."
    is_ordinary = document.lexicon.is_plain_form(token.lower) or not is_a_name_mistyped(document, token.lower)
    if is_ordinary and document.is_known(token.lower) and not _is_spelled_as_abroad(document, token):
        return _judge_known_capital(document, at, token)
    return _judge_unknown_capital(search, at, token)


def _is_spelled_as_abroad(document: Document, token: Token) -> bool:
    """Tell whether the word has an accent that no everyday word has, whatever the dictionary holds: "Lóve og"."""
    if _ACCENTS.isdisjoint(token.lower) or token.is_caps or len(token.text) < _SHORTEST_ACCENTED:
        return False
    return not token.flags and not document.is_english and token.text.isalpha()


_ACCENTS = frozenset("áíóúýàìùâîûäëïöü")
_SHORTEST_ACCENTED = 4


def is_a_pet_name(document: Document, token: Token) -> bool:
    """Tell whether a word for a child has a capital inside a sentence: "har slått Lillegutt"."""
    is_written_so = token.has_capital and not token.is_caps and not token.opens_sentence and not document.shouts
    is_one = token.lower.startswith(_PET_NAMES) and not token.lower.endswith(_GROUPS)
    return is_written_so and bool(token.flags & Word.CHILD) and is_one


def _is_a_pair_of_names(document: Document, token: Token) -> bool:
    """Tell whether a hyphen joins a listed name to another capital: "Lille-Anna", "Store-Per"."""
    parts = token.text.split("-")
    if not all(len(part) > 1 and part[0].isupper() and part[1:].islower() for part in parts):
        return False
    if all(document.flags_of(part) & NAME for part in parts):
        return True
    return any(document.flags_of(part) & Word.FIRST and not document.flags_of(part) & Word.SAFE for part in parts)


def _names_its_owner(document: Document, at: int, token: Token) -> bool:
    """Tell whether a name stands before the hyphen or on both sides of it: "Testesen-familien", "Ni-Va har"."""
    head, _, tail = token.text.partition("-")
    if len(head) < 2 or not head[1:].islower() or document.flags_of(head) & (Word.SAFE | Word.FUNCTION | Word.STAFF):
        return False
    if document.lexicon.is_headword(token.lower):
        return False
    if tail in document.vocabulary.classes["det_en_familie_har"]:
        return not document.is_known(head.lower()) or bool(document.flags_of(head) & Word.SURNAME)
    return tail[:1].isupper() and tail[1:].islower() and evidence(document, at) >= ENOUGH


_TELLS_HOW = tuple(
    words("basert baserte orientert orienterte sentrert sentrerte fokusert fokuserte sensitiv sensitivt")
)
"""How a word ends that tells of a method: "Lekbasert læring"."""


def _judge_known_capital(document: Document, at: int, token: Token) -> Judged:
    """Judge a capital on a word that only looks ordinary: "Jolene" (jol + ene), "mot Blakemore", "Glede sier".

    Norwegian writes nouns in small letters, so such a capital is a name unless the word is a headword, a service or a
    definite noun ("Ungdomsenheten").
    """
    if token.flags or "-" in token.text or names_an_institution(token.lower) or token.lower.endswith(_ROADS):
        return None
    is_headword = document.lexicon.is_headword(token.lower)
    if token.opens_sentence:
        return None if is_headword else _judge_known_opener(document, at, token)
    is_bracketed = not is_headword and _is_after_a_bracket(document, at)
    if not is_bracketed and not _follows_a_word(document, at):
        return None
    if (points := evidence(document, at)) >= ENOUGH:
        is_plain = is_headword and points < 2 * ENOUGH and _is_a_thing_by_its_form(document, at)
        return UNPROVEN if is_plain else 0.6, "Et ord med stor bokstav, brukt som et navn."
    if not is_headword and not token.lower.endswith(_TELLS_HOW) and _is_odd(document, token):
        return UNPROVEN, STRANGE
    return None


def _is_a_thing_by_its_form(document: Document, at: int) -> bool:
    """Tell whether the word is long or an article is put behind it, and "ho" does not stand before: "Juleverksted",
    "Pandemien"; "ho Besta" is somebody.
    """
    token, before = document.tokens[at], document.before(at)
    if before is not None and before.lower in _SPEAKERS:
        return False
    knows = document.lexicon.is_headword
    stems = [token.lower[: -len(end)] for end in DEFINITE if token.lower.endswith(end)]
    is_definite = any(knows(stem) or knows(stem + "e") for stem in stems if len(stem) >= LONG_ENOUGH)
    return is_definite or len(token.text) >= LONGEST_NAME


def _judge_known_opener(document: Document, at: int, token: Token) -> Judged:
    """Judge the same first in a sentence: "Jolene sier", "Konstituert: Aril."."""
    if _is_reversed(document, at):
        return 0.7, "Et ord foran komma og fornavn er ofte et etternavn."
    if (is_labelled(document, at) or is_labelled_as_new(document, at)) and _stands_alone(document, at):
        return 0.6, "Et ord med stor bokstav etter en rolle og kolon."
    if _HAS_AN_AGE.match(document.text, token.end) and not token.lower.endswith(_LIMITS):
        return 0.6, "Et ord med en alder i parentes er ofte et navn."
    follow, classes = document.after(at), document.vocabulary.classes
    says = follow is not None and follow.lower in classes["sieverb"]
    acts = says or (follow is not None and follow.lower in classes["menneskeverb"])
    is_short = not token.lower.endswith(_PLURAL) and len(token.text) <= LONGEST_NAME
    is_farm = len(token.text) >= _LONG_IN_CAPS and token.lower.endswith(_FIRST_IN_A_SENTENCE)
    is_name = (acts and is_farm) or (says and is_short and _is_odd(document, token))
    return (0.55, "Et ord først i setningen, brukt som et navn.") if is_name else None


def _is_reversed(document: Document, at: int) -> bool:
    """Tell whether a comma and a sure given name follow as in a register: "Gjelder: Olander, Mina (f. 2013)"."""
    label, colon = document.before(at, 2), document.before(at)
    comma, given, end = (document.after(at, step) for step in (1, 2, 3))
    if comma is None or given is None or comma.text != "," or not given.has_capital or not given.flags & Word.FIRST:
        return False
    if colon is None or colon.text != ":" or label is None:
        return False
    is_label = label.lower in _REGISTER_LABELS or bool(label.flags & (Word.KIN | Word.CHILD | Word.STAFF))
    ends = end is None or end.text in "(,.;" or end.opens_sentence or end.has_capital
    return is_label and ends


def _stands_alone(document: Document, at: int) -> bool:
    """Tell whether the sentence ends after the word, or after it and one more with a capital."""
    after, second = document.after(at), document.after(at, 2)
    if after is not None and after.has_capital and after.is_word:
        after = second
    return after is None or after.text in ".,;()\n" or after.opens_sentence


def _is_odd(document: Document, token: Token) -> bool:
    """Tell whether the word is led back to a headword in a way that nouns with a capital seldom are: neither a
    definite noun nor a long compound.
    """
    lexicon = document.lexicon
    if not lexicon.is_common_form(token.lower):
        return True
    stems = [token.lower[: -len(ending)] for ending in DEFINITE if token.lower.endswith(ending)]
    return len(token.text) <= LONGEST_NAME and not any(
        lexicon.is_headword(stem.removesuffix("e")) or lexicon.is_headword(stem + "e") for stem in stems
    )


def _is_after_a_bracket(document: Document, at: int) -> bool:
    before = document.before(at)
    return before is not None and before.text == "("


def _follows_a_word(document: Document, at: int) -> bool:
    """Tell whether a word stands right before: after a colon a sentence often begins ("Spørsmål: Kva er")."""
    before = document.before(at)
    return before is not None and before.is_word


def _judge_unknown_capital(search: Search, at: int, token: Token) -> Judged:
    document = search.document
    if names_an_institution(token.lower) and len(token.text) > LONGEST_NAME:
        return None
    if is_in_an_english_title(document, at) or _is_a_thing_with_a_name(document, token):
        return None
    is_labelled_name = token.opens_sentence and is_labelled(document, at) and _stands_alone(document, at)
    is_shown = is_labelled_name or (token.opens_sentence and _is_reversed(document, at))
    if is_shown or evidence(document, at) >= ENOUGH:
        return 0.75, "Et ukjent ord med stor bokstav, brukt som et navn."
    return None if token.opens_sentence and _may_be_a_word(search, token) else (UNPROVEN, STRANGE)


def _may_be_a_word(search: Search, token: Token) -> bool:
    """Tell whether the word may be an ordinary one that is misspelt, in dialect or too short to tell."""
    document, plain = search.document, token.lower.replace("'", "").replace("’", "")
    is_misspelt = is_typo(search, token.lower) or looks_like_dialect(document, plain)
    return len(token.text) < 3 or (is_misspelt and not is_a_name_mistyped(document, plain))


def _is_a_thing_with_a_name(document: Document, token: Token) -> bool:
    """Tell whether an English word stands before a hyphen and an ordinary noun: "Fair Play-reglene"."""
    head, _, tail = token.lower.partition("-")
    if not tail or tail in document.vocabulary.classes["det_en_familie_har"] or tail.startswith("sak"):
        return False
    is_name = document.flags_of(head) & NAME
    return head in document.vocabulary.english and not is_name and document.is_known(tail) and token.text[1:].islower()


def _is_told_of(document: Document, at: int) -> bool:
    """Tell whether ", som" and what only people do follow a word that opens a sentence: "Jo, som deler plass med"."""
    comma, som, verb, after = (document.after(at, step) for step in range(1, 5))
    if comma is None or som is None or verb is None or comma.text != "," or som.lower != "som":
        return False
    if after is not None and after.lower in _SPEAKERS:
        return False
    return verb.lower in _DONE_BY_SOMEBODY or verb.lower in document.vocabulary.classes["menneskeverb"]


def _judge_unsure_capital(document: Document, at: int, token: Token, flags: int) -> Judged:
    """Judge Dag, Liv, Berg: a capital inside a sentence is enough; first in a sentence it takes evidence."""
    if flags & (Word.STAFF | Word.KIN | Word.CHILD) and evidence(document, at) < 2 * ENOUGH:
        return None
    if flags & Word.KIN and token.opens_sentence and _is_somewhere(document, at):
        return None
    if _opens_a_pair(document, at):
        return None
    return _judge_name_that_is_a_word(document, at, token, flags)


def _is_somewhere(document: Document, at: int) -> bool:
    """Tell whether a class or a place follows a relative that is a name as well: "Bror i 7a følger med"."""
    after = document.after(at)
    return after is not None and after.lower in ("i", "på")


def _judge_name_that_is_a_word(document: Document, at: int, token: Token, flags: int) -> Judged:
    """Judge the same when neither a role nor half a compound explains the word."""
    if token.opens_sentence and flags & Word.FIRST and not flags & NOT_NAME and _is_told_of(document, at):
        return 0.8, AROUND
    if flags & Word.SURNAME and _is_explained_as_a_parent(document, at):
        return 0.8, AROUND
    if flags & Word.FUNCTION and (not flags & Word.AMBIGUOUS or (token.opens_sentence and token.lower == "andre")):
        return None
    if (
        not token.opens_sentence
        and token.lower not in _NEVER_ALONE
        and not (flags & Word.MONTH and _is_month_here(document, at))
    ):
        return 0.85, "Et navn som også er et vanlig ord, men med stor bokstav midt i setningen."
    is_time = flags & Word.MONTH and is_month_told(document, at)
    return (0.85, AROUND) if not is_time and evidence(document, at) >= ENOUGH else None


def _is_explained_as_a_parent(document: Document, at: int) -> bool:
    """Tell whether brackets say that a surname is a parent's: "Heim (far)"."""
    opens, role, closes = (document.after(at, step) for step in (1, 2, 3))
    if opens is None or role is None or closes is None:
        return False
    return opens.text == "(" and bool(role.flags & (Word.PARENT | Word.KIN)) and closes.text in "),"


def _opens_a_pair(document: Document, at: int) -> bool:
    """Tell whether the word shares its ending with the next one: "Vold- og overgrepslinjen"."""
    hyphen, link = document.after(at), document.after(at, 2)
    is_tied = hyphen is not None and hyphen.text == "-" and hyphen.start == document.tokens[at].end
    return is_tied and link is not None and link.lower in ("og", "eller", "å")


def _is_month_here(document: Document, at: int) -> bool:
    """Tell whether "Mai" or "August" is the month: after a preposition of time or a number, or before a year."""
    if is_month_told(document, at):
        return True
    before, after = document.before(at), document.after(at)
    ahead = [document.after(at, step) for step in range(1, 5)]
    if any(one is not None and one.lower in ("måned", "månad", "måneden", "månaden") for one in ahead):
        return True
    if before is not None and before.lower in _BEFORE_MONTH and evidence(document, at) < ENOUGH:
        return True
    return any(t is not None and t.text[0].isdigit() for t in (before, after)) or (
        before is not None
        and before.text == "."
        and (number := document.before(at, 2)) is not None
        and number.text.isdigit()
    )


def _opens_a_heading(document: Document, at: int, token: Token) -> bool:
    """Tell whether an ordinary word opens a line in capitals and a small word follows: "STORM I MAGEN", not "ROSE I
    3A", where a class follows."""
    link, last = document.after(at), document.after(at, 2)
    if not token.opens_sentence or link is None or last is None or not (last.is_caps and last.is_word):
        return False
    return link.text.isupper() and link.lower in ("i", "på", "om", "med", "for", "under", "over", "mot")


def judge_caps(search: Search, at: int, token: Token, flags: int) -> Judged:
    """Judge a word in capitals: names from the lists, and unknown words that cannot be abbreviations: long ones, and
    those with a letter no Norwegian word has ("RÁSTE"). The others are asked about (`in_capitals`)."""
    document = search.document
    is_long = len(token.text) >= _SHORTEST_IN_CAPS and "-" not in token.text
    is_strange = is_long and not document.is_known(token.lower)
    if flags & Word.ORDINARY and _opens_a_heading(document, at, token):
        return None
    if flags & NAME and len(token.text) > 2:
        if not flags & (Word.AMBIGUOUS | Word.ORDINARY) or evidence(document, at) >= ENOUGH:
            return 0.85, "Et navn skrevet med store bokstaver."
        return (UNPROVEN, STRANGE) if is_strange and not flags & Word.ORDINARY else None
    is_foreign = token.text.isalpha() and not _NORWEGIAN.issuperset(token.lower)
    is_no_abbreviation = is_foreign or len(token.text) >= _LONG_IN_CAPS
    return (UNPROVEN, STRANGE) if is_strange and is_no_abbreviation else None
