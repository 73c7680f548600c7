"""Finds one or two small letters where only somebody can stand and no full stop shows it: "mor til e, altså",
"hilsen m»", "t (gutt)", "s, 8 år:", "j's mor", "ts informerer foreldrene". Knows phrases, no letters.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.initials_noted import may_be_initials
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of, sought
from bot.anonymise.words.word_classes import Word

_ONE = "[a-hj-zæø]"
"""Neither "i" nor "å", which stand alone in every text."""
_FREE = r"(?<![\w.@/\-'’])"
_KIN = (
    r"(?:mor|mora|moren|mamma|mammaen|far|faren|pappa|pappaen|bror|broren|lillebror|storebror|søster|søsteren|søstera|"
    r"lillesøster|storesøster|foreldre|foreldrene|besteforeldrene|bestemor|bestefar|farmor|mormor|morfar|farfar|tante|"
    r"onkel|lærer|læreren)"
)
_KIN_OF = re.compile(
    rf"\b{_KIN} til ([eouæø]|[a-hj-zæø](?=,? ?\())(?=[,;:!?)\n]|$| \("
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
_SHIFTS = (" tidl", " sein", " sen", " fri", " kveld", " natt", " dagv", " syk", " sjuk", " avsp")
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
_LETTER_AND_LETTER = re.compile(
    r"\b(?:uroa|uro|bekymr\w{1,3}|redd|ræd|mor|mora|moren|far|faren|foreldra|foreldrene|søster|bror|saka|saken|møte|"
    r"samtale|snakk\w{0,2}|prat\w{0,2}|hentet?|henta|ringte|plan) "
    r"(?:(?:for|til|te|om|med|rundt) )?([A-ZÆØÅ]-[A-ZÆØÅ])(?![\w\-])"
)
"""The letters of a double name: "uroa for J-M"."""
_BY_ARTICLE = re.compile(
    r"\b(?:ho|hun|hu|han|hainn|hannj) ([A-ZÆØÅ]{2,3})(?= (?:gå|går|gikk|e|er|va|var|har|ha|hadde|vil|tør|tørr|sei|"
    r"sier|sa|slo|kom|kjem|kommer|får|fikk|som|på|i|å|og|itj|ikkje|ikke)\b|[.,;!?]|$)"
)
"""Letters behind the article of a name, as dialect has it: "no tør itj ho HB gå på skolen"."""
_ROWS = (
    sought(_LETTER_AND_LETTER, "-"),
    sought(_BY_ARTICLE, "ho ", "hun ", "hu ", "han ", "hainn ", "hannj "),
    sought(_KIN_OF, " til "),
    sought(_SIGNED, "hils", "helsing", "klem", "mvh", "vh"),
    sought(_OF_A_SEX, "(gut", "(jent"),
    sought(_OF_AN_AGE, " år", " mnd", " måne", " måna"),
    sought(_OWNS, "'s ", "’s "),
    sought(_HENCE, "heretter"),
    sought(
        _AT_WORK,
        "inform",
        "orient",
        "følg",
        "kontakt",
        "sjekk",
        "kall",
        "klare",
        "refer",
        "noter",
        "melder",
        "kommer",
        "drøft",
        "snakker",
        "ringer",
    ),
    sought(_LAST, " /", "sign"),
)
_NEEDS = needs_of(
    " til ", "hils", "helsing", "klem", "mvh", "vh", "(gut", "(jent", " år", " mnd", " måne", " måna", "'s ", "’s "
)
_NEEDS |= needs_of(*_SHIFTS, ":")
_NEEDS |= needs_of("-", "ho ", "hun ", "hu ", "han ", "hainn ", "hannj ")
_NEEDS |= needs_of(
    "heretter", "inform", "orient", "følg", "kontakt", "sjekk", "kall", "klare", "refer", "noter", "melder"
)
_NEEDS |= needs_of("kommer", "drøft", "snakker", "ringer", " /", "sign")


@needing(_NEEDS)
def find_small_letters_said(document: Document) -> Iterator[Hit]:
    """Yield such letters, and the same letter elsewhere where a verb or a sign follows it."""
    yield from _in_rows(document)
    for match in document.scan_each(*_ROWS):
        is_free = may_be_initials(document, match.group(1).lower()) and not _is_a_service(document, match.group(1))
        if is_free:
            yield initials_hit(*match.span(1), 0.6)
            yield from _again(document, match.group(1))


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


def _in_rows(document: Document) -> Iterator[Hit]:
    """Yield the letters of a group, and those on a rota."""
    for match in document.scan(_GROUPED, ": ", ":"):
        for one in re.finditer(r"[a-zæø](?![a-zæø])", match.group(1)):
            if one.group() not in "og":
                yield initials_hit(match.start(1) + one.start(), match.start(1) + one.end(), 0.6)
    shifts = [m for m in document.scan(_ON_SHIFT, *_SHIFTS) if may_be_initials(document, m.group(1))]
    if len(shifts) > 1:
        yield from (initials_hit(*match.span(1), 0.6, "[initialer]") for match in shifts)
