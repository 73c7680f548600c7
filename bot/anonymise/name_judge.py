"""Judges whether one word is a name: the lists first, then what stands around it, then whether it is unknown."""

from dataclasses import dataclass, field

from bot.anonymise.document import Document, Token
from bot.anonymise.institution import names_an_institution
from bot.anonymise.likeness import looks_like_a_typo, looks_like_dialect
from bot.anonymise.name_evidence import ENOUGH, evidence, is_labelled
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_NAME = Word.FIRST | Word.SURNAME
NOT_NAME = Word.FUNCTION | Word.KIN | Word.STAFF | Word.CHILD | Word.NUMBER
_NEVER_ALONE = words(
    "vår var vi du de den det kan for om en et ei som men da er har ha ta la se si så mitt min din sin"
)
_MAX_TYPO_CHECKS = 25
_LONG_ENOUGH = 4
_ROADS = ("gata", "gaten", "vegen", "veien")
_LEARNED_ENDS = tuple(
    words(
        "sjon sjonen sjoner isk iske ologi ologien opati grafi grafien skopi trofi isme ismen itet iteten ering "
        "eringen "
        "eringer ær ært ære iell ielt ielle pati logi logisk metri plasi fobi praksi leksi kalkuli fasi terapi "
        "terapien "
        "fenidat azol pram zepam idon apin oksetin tidin testet screening pedagogisk psykologisk medisinsk sosial"
    )
)
_SHORTEST = 3
_LONGEST_NAME = 10
_AROUND = "Et navn som også er et vanlig ord. Ordene rundt viser at det er en person."
_Judged = tuple[float, str] | None
_METHOD_TAILS = tuple(
    words(
        "prøve prosjekt modell program skjema metod test kurs konsept verktøy opplegg pakke kort sirkel stiftelse "
        "lov appen bøkene boka boken filmen skala"
    )
)
_BEFORE_MONTH = words(
    "i til fra frå før etter siden sidan mot innen innan medio primo ultimo av og hele heile denne gjennom ut"
)
_DEFINITE = ("ene", "ane", "en", "et", "a", "n")
_PLURAL = ("ene", "ane", "ne", "er", "ar", "a", "e", "s")
_BEINGS = words("nisse troll alve")
_FARM_ENDS = tuple(words("vang berg haug lund dal land moen lien bakk bakken sand voll gård gard"))
_SURNAME_ENDS = tuple(words("sen son stad heim vold rud nes tveit seth sæther dahl vik"))


@dataclass(slots=True)
class Search:
    """What is found so far: certainty and reason per token, and how many typo checks are left."""

    document: Document
    found: dict[int, tuple[float, str]] = field(default_factory=dict)
    checks_left: int = _MAX_TYPO_CHECKS


def base_of(document: Document, lower: str) -> tuple[str, int]:
    """Return the name without genitive s or the first part of a hyphen word, and its flags."""
    flags = document.vocabulary.flags
    own = flags.get(lower, 0)
    if own & _NAME:
        return lower, own
    stem = lower.rstrip("'’")
    for ending in ("s", "'s", "’s"):
        if stem.endswith(ending) and flags.get(stem[: -len(ending)], 0) & _NAME:
            return stem[: -len(ending)], flags[stem[: -len(ending)]]
    if "-" in stem and not stem.rsplit("-", 1)[1].startswith(_METHOD_TAILS):
        for part in stem.split("-"):
            name, found = base_of(document, part) if "-" not in part else (part, 0)
            if found & _NAME and not found & (Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE):
                return name, found
    return lower, own


def judge(search: Search, at: int, token: Token) -> _Judged:
    """Return (certainty, reason) when the word is a name here."""
    document = search.document
    name, flags = base_of(document, token.lower)
    if _is_ruled_out(document, token, name, flags):
        return None
    if not token.has_capital and _hides_a_capital(document, token):
        return 0.7, "Et ord med stor bokstav etter en bindestrek er ofte et navn."
    if document.is_english and _is_english(document, token, flags):
        return None
    if document.shouts or not token.has_capital:
        return _judge_small(search, at, token, name, flags)
    if token.is_caps:
        return _judge_caps(search, at, token, flags)
    return _judge_capital(search, at, token, name, flags)


def _is_english(document: Document, token: Token, flags: int) -> bool:
    """Tell whether the word is ordinary in an English text: listed, or in small letters (names are not)."""
    classes = document.vocabulary.classes
    if token.lower in classes["engelske_smaord"] or token.lower in classes["engelske_ord"]:
        return True
    return not token.has_capital and not _is_listed_first(document, token, token.lower, flags)


def _hides_a_capital(document: Document, token: Token) -> bool:
    """Tell whether a small part and an unknown part with a capital are joined: "al-Gaddafi", "n'Ola"."""
    head, sign, tail = token.text.partition("-")
    if not sign:
        head, _, tail = token.text.replace("’", "'").partition("'")
    return (
        len(tail) > 2
        and tail[0].isupper()
        and tail[1:].islower()
        and len(head) <= 3
        and (not document.is_known(tail.lower()) or bool(document.flags_of(tail) & _NAME))
    )


def _is_ruled_out(document: Document, token: Token, name: str, flags: int) -> bool:
    """Tell whether the lists say that it is no name: safe words, role words, inflected ordinary words."""
    if "-" in token.text and _is_a_method(document, token, name, flags):
        return True
    if token.lower.endswith("s") and document.flags_of(token.lower[:-1]) & Word.SAFE and not flags & _NAME:
        return True
    if (flags | token.flags) & Word.SAFE or (flags & Word.SAFE_IN_CAPS and token.is_caps):
        return True
    if token.lower != name and token.flags & (Word.ORDINARY | NOT_NAME) and not token.has_capital:
        return True
    return bool(flags & NOT_NAME) and not flags & _NAME


def _is_a_method(document: Document, token: Token, name: str, flags: int) -> bool:
    """Tell whether a word with a hyphen is a method, a test or a technical word: "Wechsler-testen", "ICD-kontroll"."""
    if token.text.split("-")[0].isupper() and len(name) < _LONG_ENOUGH:
        return True
    if not flags & _NAME and token.lower.rsplit("-", 1)[1].startswith(_METHOD_TAILS):
        return True
    return _is_a_technical_compound(document, token, flags)


def _is_a_technical_compound(document: Document, token: Token, flags: int) -> bool:
    """Tell whether capitals or a code stand before an ordinary word: "ICD-kontroll", "MYH7-mutasjon"; a case named by
    initials ("KLM-saken") is none.
    """
    first, _, tail = token.text.partition("-")
    if not tail or not first.isupper() or len(first) < 2 or flags & _NAME or document.flags_of(first) & _NAME:
        return False
    return tail.islower() and not tail.startswith("sak") and document.is_known(tail)


def _judge_capital(search: Search, at: int, token: Token, name: str, flags: int) -> _Judged:
    document = search.document
    is_a_word = token.lower != name and document.lexicon.is_headword(token.lower)
    unsure = is_a_word or bool(flags & (Word.AMBIGUOUS | Word.ORDINARY | NOT_NAME))
    if (
        flags & _NAME
        and not unsure
        and (flags & Word.FIRST or not token.opens_sentence or _is_plainly_a_surname(document, name))
    ):
        return 0.95, f"«{name.capitalize()}» står i lista over navn."
    if flags & (_NAME | Word.AMBIGUOUS):
        return _judge_unsure_capital(document, at, token, flags)
    if token.lower in document.places.single:
        return None
    if _is_a_pair_of_names(document, token):
        return 0.85, "Et dobbelt navn med bindestrek."
    if document.is_known(token.lower):
        return _judge_known_capital(document, at, token)
    return _judge_unknown_capital(search, at, token)


def _is_a_pair_of_names(document: Document, token: Token) -> bool:
    """Tell whether a hyphen joins a listed name to another capital: "Lille-Anna", "Store-Per"."""
    parts = token.text.split("-")
    if len(parts) == 1 or not all(len(part) > 1 and part[0].isupper() and part[1:].islower() for part in parts):
        return False
    if all(document.flags_of(part) & _NAME for part in parts):
        return True
    return any(document.flags_of(part) & Word.FIRST and not document.flags_of(part) & Word.SAFE for part in parts)


def _judge_known_capital(document: Document, at: int, token: Token) -> _Judged:
    """Judge a capital on a word that only looks ordinary: "Jolene" (jol + ene), "mot Blakemore", "Glede sier".

    Norwegian writes nouns in small letters, so such a capital is a name unless the word is a headword, a service or a
    definite noun ("Ungdomsenheten").
    """
    if token.flags or "-" in token.text or names_an_institution(token.lower) or token.lower.endswith(_ROADS):
        return None
    is_headword = document.lexicon.is_headword(token.lower)
    if token.opens_sentence:
        return None if is_headword else _judge_known_opener(document, at, token)
    if not _follows_a_word(document, at):
        return None
    if evidence(document, at) >= ENOUGH:
        return 0.6, "Et ord med stor bokstav, brukt som et navn."
    if not is_headword and _is_odd(document, token):
        return 0.55, "Et ord med stor bokstav midt i en setning kan være et navn."
    return None


def _judge_known_opener(document: Document, at: int, token: Token) -> _Judged:
    """Judge the same first in a sentence: "Jolene sier", "Konstituert: Aril."."""
    if is_labelled(document, at) and _stands_alone(document, at):
        return 0.6, "Et ord med stor bokstav etter en rolle og kolon."
    acts = (follow := document.after(at)) is not None and follow.lower in document.vocabulary.classes["sieverb"]
    is_short = not token.lower.endswith(_PLURAL) and len(token.text) <= _LONGEST_NAME
    odd = is_short and _is_odd(document, token)
    return (0.55, "Et ord først i setningen, brukt som et navn.") if acts and odd else None


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
    stems = [token.lower[: -len(ending)] for ending in _DEFINITE if token.lower.endswith(ending)]
    return len(token.text) <= _LONGEST_NAME and not any(
        lexicon.is_headword(stem.removesuffix("e")) or lexicon.is_headword(stem + "e") for stem in stems
    )


def _follows_a_word(document: Document, at: int) -> bool:
    """Tell whether a word stands right before: after a colon a sentence often begins ("Spørsmål: Kva er")."""
    before = document.before(at)
    return before is not None and before.is_word


def _judge_unknown_capital(search: Search, at: int, token: Token) -> _Judged:
    document = search.document
    if names_an_institution(token.lower) and len(token.text) > _LONGEST_NAME:
        return None
    if not token.opens_sentence:
        return 0.75, "Et ukjent ord med stor bokstav midt i en setning er ofte et navn."
    if evidence(document, at) >= ENOUGH or (is_labelled(document, at) and _stands_alone(document, at)):
        return 0.75, "Et ukjent ord først i setningen, brukt som et navn."
    if len(token.text) < 3 or _is_typo(search, token.lower) or looks_like_dialect(document, token.lower):
        return None
    return 0.6, "Et ukjent ord med stor bokstav kan være et navn."


def _judge_unsure_capital(document: Document, at: int, token: Token, flags: int) -> _Judged:
    """Judge Dag, Liv, Berg: a capital inside a sentence is enough; first in a sentence it takes evidence."""
    if flags & (Word.STAFF | Word.KIN | Word.CHILD) and evidence(document, at) < 2 * ENOUGH:
        return None
    if _opens_a_pair(document, at):
        return None
    if flags & Word.FUNCTION and (not flags & Word.AMBIGUOUS or (token.opens_sentence and token.lower == "andre")):
        return None
    if (
        not token.opens_sentence
        and token.lower not in _NEVER_ALONE
        and not (flags & Word.MONTH and _is_month_here(document, at))
    ):
        return 0.85, "Et navn som også er et vanlig ord, men med stor bokstav midt i setningen."
    if evidence(document, at) >= ENOUGH:
        return 0.85, _AROUND
    return None


def _opens_a_pair(document: Document, at: int) -> bool:
    """Tell whether the word shares its ending with the next one: "Vold- og overgrepslinjen"."""
    hyphen, link = document.after(at), document.after(at, 2)
    is_tied = hyphen is not None and hyphen.text == "-" and hyphen.start == document.tokens[at].end
    return is_tied and link is not None and link.lower in ("og", "eller", "å")


def _is_month_here(document: Document, at: int) -> bool:
    """Tell whether "Mai" or "August" is the month: after a preposition of time or a number, or before a year."""
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


def _judge_caps(search: Search, at: int, token: Token, flags: int) -> _Judged:
    """Judge a word in capitals: names from the lists, and long unknown words that cannot be abbreviations."""
    document = search.document
    if flags & _NAME and len(token.text) > 2:
        if not flags & (Word.AMBIGUOUS | Word.ORDINARY) or evidence(document, at) >= ENOUGH:
            return 0.85, "Et navn skrevet med store bokstaver."
        return None
    if len(token.text) >= 6 and not document.is_known(token.lower) and "-" not in token.text:
        return 0.55, "Et ukjent ord i store bokstaver kan være et navn."
    return None


def _judge_small(search: Search, at: int, token: Token, name: str, flags: int) -> _Judged:
    """Judge a word in small letters: listed names, names that are also words, then unknown words."""
    document = search.document
    if _is_an_inflected_word(document, at, token):
        return None
    if _is_listed_first(document, token, name, flags):
        return 0.85, f"«{name.capitalize()}» står i lista over navn."
    if flags & (_NAME | Word.AMBIGUOUS) and flags & (Word.AMBIGUOUS | Word.ORDINARY):
        return _judge_small_ambiguous(document, at, token, name, flags)
    if flags & Word.SURNAME and not flags & NOT_NAME and _is_plainly_a_surname(document, name):
        return 0.7, f"«{name.capitalize()}» står i lista over etternavn."
    return _judge_small_unlisted(search, at, token)


def _judge_small_ambiguous(document: Document, at: int, token: Token, name: str, flags: int) -> _Judged:
    """Judge a listed name in small letters that is an ordinary word as well: it takes evidence."""
    before = document.before(at)
    describes = before is not None and before.lower in ("de", "dei", "den", "det")  # "dei frode", "de liv"
    is_free = token.lower == name and not flags & (Word.FUNCTION | Word.VERB) and not describes
    return (0.7, _AROUND) if is_free and evidence(document, at) >= ENOUGH else None


def _judge_small_unlisted(search: Search, at: int, token: Token) -> _Judged:
    """Judge a word in small letters that no list makes a name."""
    document = search.document
    if token.lower in document.places.single or not token.text.isalpha() or document.lexicon.is_headword(token.lower):
        return None
    if _is_a_titled_surname(document, at, token):
        return 0.6, "Et ord som ligner et etternavn, rett etter en tittel."
    if document.is_known(token.lower):
        return _judge_derived(document, at, token)
    return _judge_unknown(search, at, token)


def _judge_derived(document: Document, at: int, token: Token) -> _Judged:
    """Judge a word in small letters that only looks ordinary ("florene"): it takes strong evidence."""
    if token.flags or not _SHORTEST < len(token.text) <= _LONGEST_NAME or document.lexicon.is_common_form(token.lower):
        return None
    return (0.5, "Et ord som er brukt som et navn.") if evidence(document, at) >= 2 * ENOUGH else None


def _is_an_inflected_word(document: Document, at: int, token: Token) -> bool:
    """Tell whether a listed name in small letters is a form of an ordinary word here: "nissen", "de andres"."""
    before = document.before(at)
    if before is not None and before.lower in ("de", "dei", "dem") and document.is_known(token.lower.removesuffix("s")):
        return True
    return token.lower.endswith("en") and token.lower[:-1] in _BEINGS


def _is_a_titled_surname(document: Document, at: int, token: Token) -> bool:
    """Tell whether a compound that ends like a surname stands after a bare title: "rektor nordvang"."""
    before = document.before(at)
    if before is None or token.flags or not before.flags & Word.STAFF or before.lower.endswith(("en", "a", "et")):
        return False
    return token.lower.endswith(_SURNAME_ENDS + _FARM_ENDS)


def _is_listed_first(document: Document, token: Token, name: str, flags: int) -> bool:
    """Tell whether it is a given name that is no ordinary word, as it stands or with a genitive s."""
    if not flags & Word.FIRST or flags & (Word.AMBIGUOUS | Word.ORDINARY | NOT_NAME | Word.MONTH | Word.VERB):
        return False
    return token.lower == name or not document.lexicon.is_headword(token.lower)


def _judge_unknown(search: Search, at: int, token: Token) -> _Judged:
    """Unknown unless known safe: a word that is no ordinary, misspelt or dialect word may be a name."""
    points = evidence(search.document, at)
    if len(token.text) < _SHORTEST or (points < ENOUGH and len(token.text) < _LONG_ENOUGH):
        return None
    is_variant = (
        token.lower.endswith(_LEARNED_ENDS)
        or _is_typo(search, token.lower)
        or looks_like_dialect(search.document, token.lower)
    )
    if points < 2 * ENOUGH and is_variant:
        return None
    if points >= ENOUGH:
        return 0.6, "Et ukjent ord som er brukt som et navn."
    return 0.5, "Ordet er ukjent for boten. Er det et navn, må det bort."


def _is_plainly_a_surname(document: Document, name: str) -> bool:
    """Tell whether a listed surname cannot be an ordinary word: no form of one, or with an ending that only
    surnames have.
    """
    if document.lexicon.is_headword(name):
        return False
    return name.endswith(_SURNAME_ENDS) or not document.lexicon.is_plain_form(name)


def _is_typo(search: Search, lower: str) -> bool:
    """Tell whether the word is a misspelt ordinary word; after 25 checks in one text it is taken as a name."""
    if search.checks_left <= 0:
        return False
    search.checks_left -= 1
    return looks_like_a_typo(search.document, lower)
