"""What is found so far in one text, and what the lists say about a single name."""

from dataclasses import dataclass, field

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import looks_like_a_typo
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

NAME = Word.FIRST | Word.SURNAME
NOT_NAME = Word.FUNCTION | Word.KIN | Word.STAFF | Word.CHILD | Word.NUMBER
_MAX_TYPO_CHECKS = 25
LONG_ENOUGH = 4
LONGEST_NAME = 10
AROUND = "Et navn som også er et vanlig ord. Ordene rundt viser at det er en person."
Judged = tuple[float, str] | None
UNPROVEN, STRANGE = 0.5, "Boten kjenner ikke ordet. Er det et navn, må det bort."
"""Certainty and reason of a word that nothing shows to be a name but that no list knows it. Of 138 such in labelled
texts 22 were names: it leads to no other name, and `strange_word` says where it is only asked about."""
_METHODS = words(
    "prøve prosjekt modell program skjema metod test kurs konsept verktøy opplegg pakke kort sirkel stiftelse juice "
    "saft iste brus is sjokolade kaffe ketchup syltetøy kjeks yoghurt pålegg julekalender adventskalender "
    "lov app bok bøker bøke film lek leke leik skala programm mal kartlegging screening tolkning"
)
_ENDINGS = ("", "a", "e", "en", "ene", "ens", "er", "et", "n", "ne", "r", "s")
METHOD_TAILS = frozenset(word + end for word in _METHODS for end in _ENDINGS)
"""What stands after the name of a method, a book or a test: "Wechsler-testen", "Olweus-programmet"."""
TOLD_BY_TAILS = frozenset(word + end for word in words("opplegg kartlegging screening tolkning") for end in _ENDINGS)
"""Those of them that a case is told by as well: "Jonas-opplegget" is of Jonas, unless it is a method's."""
DEFINITE = ("ene", "ane", "en", "et", "a", "n")
INFLECTED = ("s", "'", "’", "'n", "’n")
"""What a name ends in when something is put behind it: "Emmas", "Emma'n", "Jonas'"."""
SURNAME_ENDS = tuple(words("sen son stad heim vold rud nes tveit seth sæther dahl vik"))
FARM_ENDS = tuple(
    words(
        "vang berg berget haug haugen lund dal dalen land landet moen lien bakk bakke bakken sand sandvik voll vollen "
        "vollan gård gard garden holm holmen hus mark strand set sett sæter seter ås åsen eid eide fjord fjell brekke "
        "brekken hagen stuen stua løkken løkka kvern hammer nygård tangen nesset neset viken fossen mo tveitane kleiv "
        "ved nakk by anger gjerd gjerdet stokken em bu bø øy øyen rud myr myren skog elv bråten plassen tveit "
        "nes botn heim rø tun torp tveiten ran klev lykkja vatn bekk bekken foss hole holt kil kjos krok lid lie mel "
        "mæl nos odden rabbe rist skar skard skei sletta stad sta strøm sund tange teig teigen tjern tjønn trø utne "
        "fall flått regd rein slien vold vær våg vågen erud myhr moe rød hov hovden nabb gjerde tvedt sveen bråthen"
    )
)
"""How a surname from a farm ends, beside `SURNAME_ENDS`."""


@dataclass(slots=True)
class Search:
    """What is found so far: certainty and reason per token, and what the typo checks said of each word."""

    document: Document
    found: dict[int, tuple[float, str]] = field(default_factory=dict)
    strange: dict[int, tuple[float, str]] = field(default_factory=dict)
    """Words that are `UNPROVEN`."""
    checks_left: int = _MAX_TYPO_CHECKS
    checked: dict[str, bool] = field(default_factory=dict)


def base_of(document: Document, lower: str) -> tuple[str, int]:
    """Return the name without genitive s or the first part of a hyphen word, and its flags."""
    flags_of = document.vocabulary.flags.get
    own = flags_of(lower)
    if own & NAME or not (lower.endswith(INFLECTED) or "-" in lower):
        return lower, own
    stem = lower.rstrip("'’")
    for ending in ("s", "'s", "’s", "'n", "’n"):
        if stem.endswith(ending) and (flags := flags_of(stem[: -len(ending)])) & NAME:
            return stem[: -len(ending)], flags
    if "-" in stem and (is_of_one := _is_of_one(document, stem)) is not None:
        for part in stem.split("-") if not is_of_one else stem.split("-")[:1]:
            name, found = base_of(document, part) if "-" not in part else (part, 0)
            if found & NAME and not found & (Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE):
                return name, found
    return lower, own


def _is_of_one(document: Document, stem: str) -> bool | None:
    """Tell whether a given name stands before what a case is told by as a method is; None of any other method."""
    head, _, tail = stem.rpartition("-")
    if tail not in METHOD_TAILS:
        return False
    return True if tail in TOLD_BY_TAILS and document.flags_of(head) & Word.FIRST else None


def base_of_token(document: Document, token: Token) -> tuple[str, int]:
    """Return the same of a word in the text, whose flags are looked up already: most words have nothing to take off."""
    lower = token.lower
    return base_of(document, lower) if lower.endswith(INFLECTED) or "-" in lower else (lower, token.flags)


def is_listed_first(document: Document, token: Token, name: str, flags: int) -> bool:
    """Tell whether it is a given name that is no ordinary word, as it stands or with a genitive s."""
    if not flags & Word.FIRST or flags & (Word.AMBIGUOUS | Word.ORDINARY | NOT_NAME | Word.MONTH | Word.VERB):
        return False
    return token.lower == name or not document.lexicon.is_headword(token.lower)


def is_plainly_a_surname(document: Document, name: str) -> bool:
    """Tell whether a listed surname cannot be an ordinary word: no form of one, or with an ending that only
    surnames have.
    """
    lexicon = document.lexicon
    is_definite = any(name.endswith(end) and lexicon.is_headword(name[: -len(end)]) for end in ("en", "et"))
    if lexicon.is_headword(name) or (is_definite and not document.flags_of(name[:-2]) & Word.FIRST):
        return False
    return name.endswith(SURNAME_ENDS) or not lexicon.is_plain_form(name)


def is_typo(search: Search, lower: str) -> bool:
    """Tell whether the word is a misspelt ordinary word; after 25 different words in one text the next is taken as a
    name.
    """
    answer = search.checked.get(lower)
    if answer is None:
        if search.checks_left <= 0:
            return False
        search.checks_left -= 1
        answer = search.checked[lower] = looks_like_a_typo(search.document, lower)
    return answer
