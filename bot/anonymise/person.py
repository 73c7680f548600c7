"""Finds names of persons: lists, unknown words with a capital, ambiguous names with evidence, then everywhere in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.anonymise.document import Document, Token
from bot.anonymise.finding import Hit, direct
from bot.anonymise.name_evidence import (
    ENOUGH,
    evidence,
    is_one_edit_from,
    is_sure_name,
    looks_like_a_typo,
    looks_like_dialect,
)
from bot.anonymise.name_role import replacement_for
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_NAME = Word.FIRST | Word.SURNAME
_NOT_NAME = Word.FUNCTION | Word.KIN | Word.STAFF | Word.CHILD | Word.NUMBER
_PARTICLES = words("van von de der den del della da di dos el al bin ben abu ibn la le af zu ter mc")
_NEVER_ALONE = words(
    "vår var vi du de den det kan for om en et ei som men da er har ha ta la se si så mitt min din sin"
)
_MAX_TYPO_CHECKS = 25
_LONG_ENOUGH = 4
_OTHERS = {"[barnet]": "[et annet barn]", "[barnets]": "[et annet barns]"}
_METHOD_TAILS = tuple(
    words(
        "prosjekt modell program skjema metod test kurs konsept verktøy opplegg pakke kort sirkel stiftelse "
        "lov appen bøkene boka boken filmen skala"
    )
)
_SMALL_LETTER_WORDS = frozenset("iåeæøanou")
_BEFORE_MONTH = words(
    "i til fra frå før etter siden sidan mot innen innan medio primo ultimo av og hele heile denne gjennom ut"
)
_SURNAME_ENDS = tuple(words("sen son stad heim vold rud nes tveit seth sæther dahl vik"))
_GROW_MAX = 5


@dataclass(slots=True)
class _Search:
    """What is found so far: certainty and reason per token, and how many typo checks are left."""

    document: Document
    found: dict[int, tuple[float, str]] = field(default_factory=dict)
    checks_left: int = _MAX_TYPO_CHECKS


def find_persons(document: Document, taken: frozenset[int] = frozenset()) -> Iterator[Hit]:
    """Yield names. `taken` holds token positions that other detectors explain (places, schools, safe phrases)."""
    search = _Search(document)
    for at, token in enumerate(document.tokens):
        if token.is_word and at not in taken and len(token.text) > 1:
            judged = _judge(search, at, token)
            if judged is not None:
                search.found[at] = judged
    _spread(search, taken)
    spans = _grown(search, taken)
    main = _main_name(document, spans)
    for first, last in spans:
        certainty, why = max(search.found[at] for at in range(first, last + 1) if at in search.found)
        start, end = document.tokens[first].start, _name_end(document, last)
        replacement = replacement_for(document, first, last)
        if replacement in _OTHERS and main and main not in _names_in(document, first, last):
            replacement = _OTHERS[replacement]
        yield direct(start, end, "navn", why, certainty, replacement)


def _names_in(document: Document, first: int, last: int) -> set[str]:
    return {base_of(document, document.tokens[at].lower)[0] for at in range(first, last + 1)}


def _main_name(document: Document, spans: list[tuple[int, int]]) -> str:
    """Return the name that is "barnet": the first given name that no role word explains and that is used most."""
    counts: dict[str, int] = {}
    for first, last in spans:
        if replacement_for(document, first, last) in _OTHERS:
            name = base_of(document, document.tokens[first].lower)[0]
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""


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


def _judge(search: _Search, at: int, token: Token) -> tuple[float, str] | None:
    """Return (certainty, reason) when the word is a name here."""
    document = search.document
    name, flags = base_of(document, token.lower)
    if flags & Word.SAFE or token.flags & Word.SAFE or (flags & Word.SAFE_IN_CAPS and token.is_caps):
        return None
    if token.lower != name and token.flags & (Word.ORDINARY | _NOT_NAME) and not token.has_capital:
        return None
    if flags & _NOT_NAME and not flags & _NAME:
        return None
    if document.shouts or not token.has_capital:
        return _judge_small(search, at, token, name, flags)
    if token.is_caps:
        return _judge_caps(search, at, token, flags)
    return _judge_capital(search, at, token, name, flags)


def _judge_capital(search: _Search, at: int, token: Token, name: str, flags: int) -> tuple[float, str] | None:
    document = search.document
    unsure = bool(flags & (Word.AMBIGUOUS | Word.ORDINARY)) or (bool(flags & _NOT_NAME))
    if (
        flags & _NAME
        and not unsure
        and (flags & Word.FIRST or not token.opens_sentence or not document.lexicon.is_plain_form(token.lower))
    ):
        return 0.95, f"«{name.capitalize()}» står i lista over navn."
    if flags & (_NAME | Word.AMBIGUOUS):
        return _judge_unsure_capital(document, at, token, flags)
    if token.lower in document.places.single or document.is_known(token.lower):
        return None
    if not token.opens_sentence:
        return 0.75, "Et ukjent ord med stor bokstav midt i en setning er ofte et navn."
    if evidence(document, at) >= ENOUGH:
        return 0.75, "Et ukjent ord først i setningen, brukt som et navn."
    if len(token.text) < 3 or _is_typo(search, token.lower) or looks_like_dialect(document, token.lower):
        return None
    return 0.6, "Et ukjent ord med stor bokstav kan være et navn."


def _judge_unsure_capital(document: Document, at: int, token: Token, flags: int) -> tuple[float, str] | None:
    """Judge Dag, Liv, Berg: a capital inside a sentence is enough; first in a sentence it takes evidence."""
    if flags & (Word.STAFF | Word.KIN | Word.CHILD) and evidence(document, at) < 2 * ENOUGH:
        return None
    if flags & Word.FUNCTION and not flags & Word.AMBIGUOUS:
        return None
    if (
        not token.opens_sentence
        and token.lower not in _NEVER_ALONE
        and not (flags & Word.MONTH and _is_month_here(document, at))
    ):
        return 0.85, "Et navn som også er et vanlig ord, men med stor bokstav midt i setningen."
    if evidence(document, at) >= ENOUGH:
        return 0.85, "Et navn som også er et vanlig ord. Ordene rundt viser at det er en person."
    return None


def _is_month_here(document: Document, at: int) -> bool:
    """Tell whether "Mai" or "August" is the month: after a preposition of time or a number, or before a year."""
    before, after = document.before(at), document.after(at)
    if before is not None and before.lower in _BEFORE_MONTH and evidence(document, at) < ENOUGH:
        return True
    return any(t is not None and t.text[0].isdigit() for t in (before, after)) or (
        before is not None
        and before.text == "."
        and (number := document.before(at, 2)) is not None
        and number.text.isdigit()
    )


def _judge_caps(search: _Search, at: int, token: Token, flags: int) -> tuple[float, str] | None:
    """Judge a word in capitals: names from the lists, and long unknown words that cannot be abbreviations."""
    document = search.document
    if flags & _NAME and len(token.text) > 2:
        if not flags & (Word.AMBIGUOUS | Word.ORDINARY) or evidence(document, at) >= ENOUGH:
            return 0.85, "Et navn skrevet med store bokstaver."
        return None
    if len(token.text) >= 6 and not document.is_known(token.lower) and "-" not in token.text:
        return 0.55, "Et ukjent ord i store bokstaver kan være et navn."
    return None


def _judge_small(search: _Search, at: int, token: Token, name: str, flags: int) -> tuple[float, str] | None:
    document = search.document
    if flags & Word.FIRST and not flags & (Word.AMBIGUOUS | Word.ORDINARY | _NOT_NAME | Word.MONTH | Word.VERB):
        if token.lower == name or not document.lexicon.is_headword(token.lower):
            return 0.85, f"«{name.capitalize()}» står i lista over navn."
    if flags & (_NAME | Word.AMBIGUOUS) and flags & (Word.AMBIGUOUS | Word.ORDINARY):
        if token.lower == name and not flags & (Word.FUNCTION | Word.VERB) and evidence(document, at) >= ENOUGH:
            return 0.7, "Et navn som også er et vanlig ord. Ordene rundt viser at det er en person."
        return None
    if flags & Word.SURNAME and not flags & _NOT_NAME and _is_plainly_a_surname(document, name):
        return 0.7, f"«{name.capitalize()}» står i lista over etternavn."
    if (
        token.lower in document.places.single
        or document.is_known(token.lower)
        or len(token.text) < 3
        or not token.text.isalpha()
    ):
        return None
    points = evidence(document, at)
    if points < ENOUGH and len(token.text) < _LONG_ENOUGH:
        return None
    if points < 2 * ENOUGH and (_is_typo(search, token.lower) or looks_like_dialect(document, token.lower)):
        return None
    if points >= ENOUGH:
        return 0.6, "Et ukjent ord som er brukt som et navn."
    return 0.5, "Ordet er ukjent for boten. Er det et navn, må det bort."


def _is_plainly_a_surname(document: Document, name: str) -> bool:
    """Tell whether a listed surname cannot be an ordinary word: no form of one, or with an ending that only surnames have."""
    if document.lexicon.is_headword(name):
        return False
    return name.endswith(_SURNAME_ENDS) or not document.lexicon.is_plain_form(name)


def _is_typo(search: _Search, lower: str) -> bool:
    """Tell whether the word is a misspelt ordinary word; after 25 checks in one text it is taken as a name."""
    if search.checks_left <= 0:
        return False
    search.checks_left -= 1
    return looks_like_a_typo(search.document, lower)


def _spread(search: _Search, taken: frozenset[int]) -> None:
    """Find the same names elsewhere in the text, in any case, inflected, compound or one letter wrong."""
    document = search.document
    names = {base_of(document, document.tokens[at].lower)[0] for at in search.found}
    names = {n for n in names if len(n) > 2}
    if not names:
        return
    long_names = [n for n in names if len(n) > 3]
    for at, token in enumerate(document.tokens):
        if at in search.found or at in taken or not token.is_word or len(token.text) < 3:
            continue
        if _is_same_name(search, at, token, names, long_names):
            search.found[at] = (0.8, "Samme navn som et annet sted i teksten.")


def _is_same_name(search: _Search, at: int, token: Token, names: set[str], long_names: list[str]) -> bool:
    document = search.document
    lower = token.lower
    stem = lower.rstrip("'’")
    parts = {stem, stem.removesuffix("s"), *stem.split("-")}
    if parts & names:
        is_word = token.flags & (Word.ORDINARY | Word.FUNCTION | Word.VERB) or document.is_known(lower)
        return bool(
            (token.has_capital and not document.shouts)
            or not is_word
            or evidence(document, at, seen_before=True) >= ENOUGH
        )
    if token.flags & (Word.ORDINARY | _NOT_NAME | Word.SAFE | Word.VERB) or len(lower) < 4 or document.is_known(lower):
        return False
    return any(is_one_edit_from(stem, n) or is_one_edit_from(stem.removesuffix("s"), n) for n in long_names[:40])


def _grown(search: _Search, taken: frozenset[int]) -> list[tuple[int, int]]:
    """Join neighbours into full names: given names, particles, initials, surnames."""
    spans: list[tuple[int, int]] = []
    for at in sorted(search.found):
        if spans and at <= spans[-1][1]:
            continue
        last = _grow_right(search, at, taken)
        first = _grow_left(search, at, spans[-1][1] if spans else -1)
        spans.append((first, last))
    return spans


def _is_beside(document: Document, left: int, right: int) -> bool:
    gap = document.text[document.tokens[left].end : document.tokens[right].start]
    return gap in (" ", "", "  ") and not document.tokens[right].opens_sentence


def _grow_right(search: _Search, at: int, taken: frozenset[int]) -> int:
    document, last = search.document, at
    tokens = document.tokens
    while (
        last - at < _GROW_MAX
        and last + 1 < len(tokens)
        and last + 1 not in taken
        and _is_beside(document, last, last + 1)
    ):
        follow = tokens[last + 1]
        if last + 1 in search.found:
            last += 1
        elif follow.lower in _PARTICLES and last + 2 in search.found:
            last += 2
        elif len(follow.text) == 1 and follow.text.isupper() and follow.is_word and follow.lower not in ("i", "å"):
            last += 2 if last + 2 < len(tokens) and tokens[last + 2].text == "." and last + 3 in search.found else 1
        elif (
            follow.is_word
            and len(follow.text) == 1
            and follow.lower not in _SMALL_LETTER_WORDS
            and not tokens[last].has_capital
        ) or _continues(document, tokens[last], follow, last + 1):
            last += 1
        else:
            break
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].text == ","
        and last + 2 in search.found
        and last == at
        and _is_reversed(document, last)
    ):
        return last + 2
    return last


def _is_reversed(document: Document, at: int) -> bool:
    """Tell whether a surname, a comma and a given name follow each other: "Haugen, Ole"."""
    surname, given = document.tokens[at], document.tokens[at + 2]
    return (
        surname.has_capital
        and given.has_capital
        and bool(surname.flags & Word.SURNAME)
        and not surname.flags & Word.FIRST
        and bool(given.flags & Word.FIRST)
    )


def _continues(document: Document, name: Token, follow: Token, at: int) -> bool:
    """Tell whether a word that is also ordinary is the surname after a given name."""
    if follow.flags & (_NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH) and not (
        follow.flags & Word.SURNAME and follow.has_capital
    ):
        return False
    if follow.has_capital and name.has_capital and not document.shouts:
        return not follow.is_caps or name.is_caps
    if not follow.flags & Word.SURNAME or follow.flags & Word.VERB:
        return False
    second = document.after(at)
    closes = (
        second is None
        or second.text[0] in ".,;:!?()"
        or bool(second.flags & Word.VERB)
        or second.lower in ("og", "som", "på", "i")
    )
    return not name.has_capital and is_sure_name(document, name) and closes


def _grow_left(search: _Search, at: int, floor: int) -> int:
    """Take in a single initial in front of the name: "J. Hansen"."""
    document = search.document
    tokens = document.tokens
    if (
        at - 2 > floor
        and tokens[at - 1].text == "."
        and len(tokens[at - 2].text) == 1
        and tokens[at - 2].text.isupper()
        and _gap_is_small(document, at - 2, at)
    ):
        return at - 2
    return at


def _gap_is_small(document: Document, left: int, right: int) -> bool:
    return document.tokens[right].start - document.tokens[left].end <= 2


def _name_end(document: Document, last: int) -> int:
    """Include the apostrophe of a genitive ("Jonas' mor") and the full stop of a last initial ("Emma H.")."""
    end = document.tokens[last].end
    if document.text[end : end + 1] in ("'", "’") and document.text[end + 1 : end + 2] in ("", " "):
        return end + 1
    if len(document.tokens[last].text) == 1 and document.text[end : end + 1] == ".":
        return end + 1
    return end
