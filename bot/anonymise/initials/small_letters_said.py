"""Finds one or two small letters where only somebody can stand and no full stop shows it: "mor til e, altså",
"hilsen m»", "t (gutt)", "s, 8 år:", "j's mor", "ts informerer foreldrene". Knows phrases, no letters.
"""

import re
from collections.abc import Iterator
from itertools import product

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.initials_noted import may_be_initials
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_CAPITAL_INSIDE, ANYTHING
from bot.anonymise.words.small_words import HE_OR_SHE_SPOKEN, SINGLE_LETTERS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ONE = "[a-hj-zæø]"
"""Neither "i" nor "å", which stand alone in every text."""
_FREE = r"(?<![\w.@/\-'’])"
_KIN = (
    r"(?:mor|mora|moren|mamma|mammaen|far|faren|pappa|pappaen|bror|broren|lillebror|storebror|søster|søsteren|søstera|"
    r"lillesøster|storesøster|foreldre|foreldrene|besteforeldrene|bestemor|bestefar|farmor|mormor|morfar|farfar|tante|"
    r"onkel|lærer|læreren)"
)
_KIN_OF = re.compile(
    r" til ([eouæø]|[a-hj-zæø](?=,? ?\())(?=[,;:!?)\n]|$| \("
    r"| (?:er|var|har|hadde|ringte|ringer|sier|sa|vil|ville)\b)"
)
"""A vowel behind a relative, or any letter with an age in brackets: "mor til e, altså", "faren til m (9 år)"."""
_SIGNED = re.compile(r"\b(?:hilsen|hilser|helsing|klem fra|klem|mvh|vh) ([a-hj-zæø])\.?(?=[»\".,!?)\n]|$)")
"""How somebody signs what is quoted: "«jeg er lei, hilsen m» i postkassa"."""
_OF_A_SEX = re.compile(rf"{_FREE}({_ONE})\.? \((?:gutt|gut|jente|gutten|jenta)[,) ]")
_OF_AN_AGE = re.compile(rf"(?:^|(?<=[.!?\n] )|(?<=\n))({_ONE}),? \d{{1,2}} (?:år|mnd|måneder|månader)(?![\wæøå])")
"""One letter that opens a sentence, and an age: "s, 8 år: sovner ikke"."""
_OWNS = re.compile(rf"{_FREE}({_ONE})['’]s (?:{_KIN}|kontaktlærer|klasse|venner|foreldre)\b")
_HENCE = re.compile(
    rf"\bheretter(?: kalt| kalla| kalles| kallast| bare| berre| omtalt som){{0,2}} [«\"]?({_ONE})(?!\w)"
)
_AT_WORK = re.compile(
    rf"{_FREE}([bcdfghjklmnprstvwxz]{{2}}) (?:informerer|informerte|orienterer|orienterte|følger opp|følgjer opp|"
    r"tar kontakt|tek kontakt|tok kontakt|kontakter|kontaktar|sjekker|sjekkar|innkaller|kaller inn|avklarer|"
    r"tar referat|skriver referat|noterer|melder fra|kommer (?:kl\.? ?)?\d|ønsker drøfting|"
    r"snakker med|ringer (?:mor|far|hjem))\b"
)
"""Two letters that do what those who meet about a child do: "ts informerer foreldrene"."""
_LAST = re.compile(rf"[.!?\wæøå] (?:/ ?|sign\.? ?)({_ONE}{{2,3}})\.?\s*$")
"""Whoever signs at the end: "hun sa ingenting /gl", "alt stille. sign gk"."""
_SPOKEN = frozenset("adehjmnostv")
_GROUPED = re.compile(
    r"\b(?:gruppe|bord|lag|par|bil|pulje) \d{1,2}: ?((?:[a-hj-zæø](?:, ?| og | \+ )){1,9}[a-hj-zæø])(?=[.;\n]|$)"
)
"""A row of letters in a group: "gruppe 1: k, m, t"."""
_ON_SHIFT = re.compile(
    rf"{_FREE}([a-zæøå]{{2,3}}) (?:tidlig|tidleg|sein|seint|senvakt|seinvakt|fri|kveld|kveldsvakt|natt|nattvakt|"
    r"dagvakt|syk|sjuk|avspaserer)(?![\wæøå])"
)
"""Letters on a rota, where two or more of them stand: "hb tidlig mm sein øk fri"."""
_LETTER_AND_LETTER = re.compile(r"[A-ZÆØÅ](?<![\w\-].)-[A-ZÆØÅ](?![\w\-])")
_LEADS_TO_LETTERS = re.compile(
    r"\b(?:uroa|uro|bekymr\w{1,3}|redd|ræd|mor|mora|moren|far|faren|foreldra|foreldrene|søster|bror|saka|saken|møte|"
    r"samtale|snakk\w{0,2}|prat\w{0,2}|hentet?|henta|ringte|plan) (?:(?:for|til|te|om|med|rundt) )?$"
)
"""What stands before the letters of a double name: "uroa for J-M"."""
_BEHIND_ARTICLES = words(
    "gå går gikk e er va var har ha hadde vil tør tørr sei sier sa slo kom kjem kommer får fikk som på i å og itj "
    "ikkje ikke . , ; ! ?"
)
"""What follows letters behind the article of a name, as dialect has it: "no tør itj ho HB gå på skolen"."""
_OF_ONE = (
    (_SIGNED, ("hils", "helsing", "klem", "mvh", "vh")),
    (_OF_A_SEX, ("(gut", "(jent")),
    (_OF_AN_AGE, (" år", " mnd", " måne", " måna")),
    (_HENCE, ("heretter",)),
)
"""Patterns of one letter, and what stands in the text too: few texts have a letter alone, so it is looked for then."""
_ENDS_IN_KIN = re.compile(rf"\b{_KIN}$")
_LONGEST_KIN, _LONGEST_LEAD, _LONGEST_SIGN = 18, 26, 14
_PAIRS = frozenset(map("".join, product("bcdfghjklmnprstvwxz", repeat=2)))
_CAPITALS = range(2, 4)


@needing(ANYTHING)
def find_small_letters_said(document: Document) -> Iterator[Hit]:
    """Yield such letters, and the same letter elsewhere where a verb follows it."""
    for start, end in _spans(document):
        letters = document.text[start:end]
        if may_be_initials(document, letters.lower()) and not _is_a_service(document, letters):
            yield initials_hit(start, end, 0.6)
            yield from _again(document, letters)


def _spans(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the letters stand. Nearly every text lacks what each of these begins with."""
    text, held = document.text, document.words
    if not held.isdisjoint(SINGLE_LETTERS):
        for pattern, held_too in _OF_ONE:
            if any(word in document.lower for word in held_too):
                yield from (match.span(1) for match in document.matches(pattern))
        for match in document.matches(_KIN_OF):
            if _ENDS_IN_KIN.search(text, max(0, match.start() - _LONGEST_KIN), match.start()):
                yield match.span(1)
        yield from _grouped(document) if document.has_digit else ()
    if not held.isdisjoint(_PAIRS):
        yield from (match.span(1) for match in document.matches(_AT_WORK))
        yield from _on_shift(document)
        signed = _LAST.search(text, max(0, len(text) - _LONGEST_SIGN))
        yield from [signed.span(1)] if signed is not None else []
    if "'s " in text or "’s " in text:
        yield from (match.span(1) for match in document.matches(_OWNS))
    yield from _in_capitals(document)


def _in_capitals(document: Document) -> Iterator[tuple[int, int]]:
    """Yield "J-M" behind what leads to somebody, and capitals behind the article of a name."""
    text = document.text
    if "-" in text:
        for match in document.matches(_LETTER_AND_LETTER):
            if _LEADS_TO_LETTERS.search(text, max(0, match.start() - _LONGEST_LEAD), match.start()):
                yield match.span()
    if not document.lacks(A_CAPITAL_INSIDE):
        yield from _behind_articles(document)


def _behind_articles(document: Document) -> Iterator[tuple[int, int]]:
    for at, token in enumerate(document.tokens):
        if not token.is_caps or len(token.text) not in _CAPITALS or not token.text.isalpha():
            continue
        article, follow = document.before(at), document.after(at)
        if (
            article is not None
            and article.lower in HE_OR_SHE_SPOKEN
            and (follow is None or follow.lower in _BEHIND_ARTICLES)
        ):
            yield token.start, token.end


def _grouped(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the letters of a group: "gruppe 1: k, m, t"."""
    for match in document.matches(_GROUPED):
        for one in re.finditer(r"[a-zæø](?![a-zæø])", match.group(1)):
            if one.group() not in "og":
                yield match.start(1) + one.start(), match.start(1) + one.end()


def _on_shift(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the letters on a rota where two or more stand."""
    shifts = [m for m in document.matches(_ON_SHIFT) if may_be_initials(document, m.group(1))]
    if len(shifts) > 1:
        yield from (match.span(1) for match in shifts)


def _is_a_service(document: Document, letters: str) -> bool:
    """Tell whether capitals are a known abbreviation: "han BUP"."""
    return letters.isupper() and bool(document.flags_of(letters) & (Word.SAFE | Word.SAFE_IN_CAPS))


def _again(document: Document, letter: str) -> Iterator[Hit]:
    """Yield the same letter where it does something; those that stand for a word in quick writing are left."""
    if letter in _SPOKEN:
        return
    for at in document.where(letter.lower()):
        token, follow = document.tokens[at], document.after(at)
        acts = follow is not None and follow.flags & Word.VERB and not follow.opens_sentence
        if token.text == letter and (acts or letter.isupper()):
            yield initials_hit(token.start, token.end, 0.6)
