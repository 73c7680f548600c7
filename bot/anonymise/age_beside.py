"""Finds ages told by a number beside a name or a child where no verb leads to it: "Benji på 15", "Rima, syrisk, 17,",
"som jeg tror er 12", "Isak og Elias er 4 år". Knows numbers and phrases, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.document import Document
from bot.anonymise.finding import Hit, quasi
from bot.anonymise.needs import needs_of
from bot.anonymise.proposals import coarse_age
from bot.anonymise.word_classes import Word

_NAMED = r"[A-ZÆØÅ][\wæøåéÆØÅ\-]{1,25}"
_WORD = r"(?:tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten)"
_YEARS = r"(?:1\d|[1-9])"
_NOT_YEARS = (
    r"(?! ?(?:min|minutt|minutter|time|timer|prosent|%|kr|kroner|kg|elever|barn|plass|trinn|av|poeng|ganger|dager|uker|"
    r"m|meter|km|stk|\d)\b|[\d/:]|[.,]\d)"
)
_ON = re.compile(rf"(?<![\w])({_NAMED}) på ((?:1\d|[2-9])){_NOT_YEARS}(?= [a-zæøå]|[.,;!?)]|$)")
_ASIDE = re.compile(rf"(?<![\w])({_NAMED}), [a-zæøå]{{3,14}}, ({_YEARS})(?=[,;]|\.(?!\d))")
_LAST = re.compile(rf"(?:(?<=, )|(?<=\. )|(?<=\n)|^)({_NAMED}) ({_YEARS})(?=\. [A-ZÆØÅ]|\.?$)")
_BOTH = re.compile(
    rf"(?<![\w])({_NAMED}) (?:og|å) {_NAMED} (?:er|e|var|blir) ((?:{_YEARS}|{_WORD}) (?:år|mnd|måneder))\b"
)
_UNSURE = re.compile(rf"(?<![\w])({_NAMED}) \(({_YEARS}/{_YEARS}\??)(?: år)?\)")
_ALSO = re.compile(
    rf"\b(?:er|e|var|blir|fyller|på) (?:{_YEARS}|{_WORD})(?: år)?(?:,| og| å|, og| mens| men) "
    rf"([\wæøåÆØÅ\-]{{2,25}})(?: er| e)? ({_YEARS}|{_WORD}){_NOT_YEARS}(?=[.,;!?)\n]|$| (?:år|og|men)\b)"
)
"""The second of two, where the verb is left out: "jonas er 11 og silje 9"."""
_NEAR_NAMES = (_ON, _ASIDE, _LAST, _BOTH, _UNSURE)
_BELIEVED = re.compile(
    rf"\bsom (?:jeg|eg|æ|vi|de|mor|far) (?:tror|trur|mener|meiner) (?:er|e) ({_YEARS}|{_WORD})(?=[.,;!?\n]|$| og| år)",
    re.IGNORECASE,
)
_A_CHILD = re.compile(rf"\b(?:jente|gutt|gut)[.,] ({_YEARS})(?=[.;]|, [a-zæøå])(?!\.\d)", re.IGNORECASE)
_IS = re.compile(
    rf"\b(?:gutn|guten|gutten|jenta|jenten|ungen|ho|han|hun|hainn|hain) (?:er|e) ({_WORD})"
    r"(?= (?:å|og|men) |[.,;!?\n]|$)",
    re.IGNORECASE,
)
_CHILD_ON = re.compile(
    rf"\b(?:gutn|guten|gutten|jenta|jenten|ungen|sønnen|sonen|dattera|datteren|dottera) på ({_WORD})"
    r"(?= (?:som|og|å|bor|bur|har|er|e|går|slår|vil|gråter|biter|sover)\b|[.,;!?\n]|$)",
    re.IGNORECASE,
)
"""A child's age in words: "guten på sju bur"."""
_TURNS = re.compile(r"\bblir (1?\d) (?=\d{1,2}\. ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))", re.IGNORECASE)
_TWINS = re.compile(
    rf"\b(?:tvillingene|tvillingane|trillingene|søsknene|brødrene|søstrene) (?:er|e|blir) ({_YEARS}|{_WORD})"
    r"(?= (?:å|og|men) |[.,;!?\n]|$)",
    re.IGNORECASE,
)
"""Siblings of one age: "Tvillingene er 7."."""
_IN_ORDER = re.compile(
    rf"\b(?:eldst|yngst|minst|mellomst)(?:e|emann)? (?:er|e|på) ({_YEARS}|{_WORD})"
    r"(?!\.\d)(?=[.,;!?)\n]|$| (?:og|men|år)\b)",
    re.IGNORECASE,
)
"""One of a row of children: "fire barn, eldst er 13"."""
_SAID = (
    (_BELIEVED, (" som ",)),
    (_A_CHILD, ("jente", "gut")),
    (_IS, (" e ", " er ")),
    (_TURNS, ("blir ",)),
    (
        _CHILD_ON,
        ("gutn på", "guten på", "gutten på", "jenta på", "jenten på", "ungen på", "nen på", "tera på", "ren på"),
    ),
    (_IN_ORDER, ("st er ", "ste er ", "st e ", "ste e ", "ste på ")),
    (_TWINS, ("tvilling", "trilling", "søskn", "brødr", "søstr")),
)
_SAID_NEEDS = needs_of(*(word for _, needs in _SAID for word in needs))
_ALSO_VERBS = (" er ", " e ", " var ", " blir ", " fyller ", " på ")
_WHY = "Nøyaktig alder gjør kretsen av barn liten. Aldersgruppen er nok."


def find_ages_beside(document: Document) -> Iterator[Hit]:
    """Yield ages that stand beside a name or a child."""
    if not (document.has_digit or document.flags & Word.NUMBER):
        return
    near = [match for pattern in _NEAR_NAMES for match in document.scan(pattern)] if document.has_digit else []
    for match in (*near, *document.scan(_ALSO, *_ALSO_VERBS)):
        if _is_a_name(document, match.group(1)):
            yield _age(document, *match.span(2))
    for pattern, needs in () if document.lacks(_SAID_NEEDS) else _SAID:
        for match in document.scan(pattern, *needs):
            yield _age(document, *match.span(1))


def _is_a_name(document: Document, word: str) -> bool:
    flags = document.flags_of(word.partition("-")[0])
    barred = Word.MONTH | Word.SAFE | Word.STAFF | Word.FUNCTION | Word.VERB | Word.NUMBER
    return bool(flags & Word.FIRST) and not flags & barred


def _age(document: Document, start: int, end: int) -> Hit:
    return quasi(start, end, "alder", _WHY, 0.7, coarse_age(document.text[start:end]))
