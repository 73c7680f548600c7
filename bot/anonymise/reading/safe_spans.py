"""Finds what is never flagged: fixed phrases and the replacements the anonymiser itself writes."""

import re

from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.reading.norse_gods import gods
from bot.anonymise.reading.placeholders import placeholders
from bot.anonymise.reading.safe_phrases import safe_phrases
from bot.anonymise.words.months import MONTHS
from bot.anonymise.words.word_classes import Word

REPLACEMENTS = (
    "barnet",
    "kommunen",
    "barnets",
    "et annet barn",
    "et annet barns",
    "mor",
    "mors",
    "far",
    "fars",
    "en kollega",
    "kollegaens",
    "en i familien",
    "årstall",
    "årskull",
    "av en annen bakgrunn",
    "den som skriver",
    "skolen",
    "barnehagen",
    "avdelingen",
    "stedet",
    "adressen",
    "bilskilt",
    "saksnummer",
    "brukernavn",
    "en fil",
    "en nettside",
    "en dag",
    "dato",
    "en jobb",
    "en voksen",
    "dette barnet",
    "arbeidsplassen",
    "et annet land",
    "en diagnose",
    "foreningen",
    "en hendelse",
    "søsken",
    "initialer",
    "en familie",
    "klassen",
    "i barneskolealder",
    "i ungdomsskolealder",
    "i barnehagealder",
    "i ungdomsalder",
    "et annet språk",
    "forelderen",
    "fødselsdato",
    "kallenavn",
    "en person",
    "navn",
    "en persons",
    "et sted",
    "et barn",
    "voksen",
    "ung voksen",
    "i tenårene",
    "noen år",
    "en alder",
)
_OURS = re.compile(r"\[(?:" + "|".join(re.escape(r) for r in REPLACEMENTS) + r")\]", re.IGNORECASE)
_LAW = re.compile(
    r"§{1,2} ?\d{1,3}(?: ?[-–] ?\d{1,3})?(?: ?[a-zA-Z](?![\w]))?(?: (?:første|andre|tredje|fjerde) ledd)?(?: "
    r"(?:bokstav|nr\.?) ?[a-z0-9])?"
)

_PUBLISHED = re.compile(
    r"\b(?:(?:IS|HR|NOU|LOV|FOR|Q|G|I|Udir|Rt|LB|LA|LF|TOSLO)-? ?(?:(?:19|"
    r"20)\d\d[-: ]\d{1,5}(?:-[A-Z])?|\d{1,2}[-/](?:19|20)?\d{2})|NOU (?:19|20)\d\d ?: ?\d{1,2}|"
    r"(?:Prop|Meld|Innst|Ot\.? ?prp|St\.? ?meld)\.? ?(?:St\.? ?|S ?|L ?|"
    r"nr\.? ?){0,2}\d{1,3} ?(?:[SL] )?\((?:19|20)\d\d[–-](?:19|20)?\d\d\))|\b(?i:lov(?:en)?|"
    rf"forskrift(?:en)?)(?: av)? \d{{1,2}}\. (?:{MONTHS}) (?:19|20)?\d\d(?: nr\.? ?\d{{1,4}})?"
)
"""Circulars, court decisions, reports, bills and acts by their date, which anyone can look up."""


_FICTION = re.compile(
    r"(?<![\w\-])([^\W\d_][\w\-]{1,20}) \((?:(?:redningsskøyt|tegnefilm|tegneserie|barne-?tv|dataspill|"
    r"superhelt|eventyr|film|serie|roman)(?:figur)?)"
    r"\w{0,3}\)"
)
"""A name that the brackets after it explain as one from a film or a game: "Elias (redningsskøyta)"."""
_READ_AT_SCHOOL = re.compile(
    r"\b(?:lest|leser|lese|les|leste|lesing av|tekst av|dikt av|roman av|novelle av) ([A-ZÆØÅ][\w\-]{2,20}) "
    r"(?:i|på) (?:norsken|norsk|norsktimen|engelsken|engelsk|engelsktimen|litteraturen)(?!\w)"
)
"""A writer who is read in a subject: "de har lest Poe i norsken"."""
_BEARS_A_TITLE = (
    r"(?:[a-zæøå]{0,20}(?:bok|boka|boken|film|filmen|plan|planen|opplegg|opplegget|program|programmet|kurs|kurset|hefte|"
    r"heftet|metode|metoden|sang|sangen|spill|spillet|prosjekt|prosjektet|verktøy|verktøyet|serie|serien|app|appen))"
)
_TITLED = re.compile(
    rf"\b{_BEARS_A_TITLE},? (?:som )?(?:heter|heiter|heite|hete|het|kalles|kalt) ([A-ZÆØÅ][\w\-]{{1,20}})"
    r"(?= (?:i|på|for|av|med|uten|under|over) [a-zæøå]{2,20}\b)"
)
"""A word that opens the title of a thing: "en plan som heter Storm i magen"."""
_TOLD_IN_A_BOOK = re.compile(rf"\b{_BEARS_A_TITLE} om ([A-ZÆØÅ][\w\-]{{2,20}})(?= [a-zæøå]{{3,20}} [a-zæøå]{{3,20}}\b)")
"""The same of what a book is about: "boka om Bjørnens store sorg"."""
_A_WORD = re.compile(
    r"(?:^|[.!?\n] ?)([A-ZÆØÅ][\w\-]{1,20}) (?:er|e|var) (?:et|eit) (?:[a-zæøå]{3,15} )?"
    r"(?:ord|verb|begrep|uttrykk|adjektiv|substantiv|adverb)(?= (?:som|på|for|i|og|med)\b|[.,!?])"
)
"""What is said of a word, not of somebody: "Even er et ord som"."""
_TITLE_NEEDS = needs_of(
    *("bok", "film", "plan", "opplegg", "program", "kurs", "hefte", "metode", "sang", "spill", "prosjekt", "verktøy"),
    *("serie", "app"),
)
_A_WORD_NEEDS = needs_of(" ord", " verb", "begrep", "uttrykk", "adjektiv", "substantiv", "adverb")
_DIGITS_OF_A_CIRCULAR = 3
"""The fewest any of these has: "Q-1/07"."""


def _is_a_plain_word(document: Document, word: str) -> bool:
    """Tell whether no list calls the word, or the word it is a form of, a name."""
    lower = word.lower()
    forms = (lower, lower.removesuffix("s"))
    return document.is_known(lower) and not any(document.flags_of(form) & _NAME for form in forms)


_NAME = Word.FIRST | Word.SURNAME | Word.AMBIGUOUS


def safe_spans(document: Document) -> list[tuple[int, int]]:
    """Return the spans to leave alone."""
    text = document.text
    spans = [match.span() for match in _OURS.finditer(text)] if "[" in text else []
    if "§" in text:
        spans.extend(match.span() for match in _LAW.finditer(text))
    if document.digits >= _DIGITS_OF_A_CIRCULAR:
        spans.extend(match.span() for match in _PUBLISHED.finditer(text))
    if "(" in text:
        spans.extend(match.span(1) for match in _FICTION.finditer(text))
    if "norsk" in document.lower or "engelsk" in document.lower or "litterat" in document.lower:
        read = _READ_AT_SCHOOL.finditer(text)
        spans.extend(match.span(1) for match in read if not document.flags_of(match.group(1)) & Word.FIRST)
    if not document.lacks(_TITLE_NEEDS):
        titled = document.scan(_TITLED, " het", " heit", " kal")
        spans.extend(m.span(1) for m in titled if document.flags_of(m.group(1)) & Word.ORDINARY)
        about = document.scan(_TOLD_IN_A_BOOK, " om ")
        spans.extend(m.span(1) for m in about if _is_a_plain_word(document, m.group(1)))
    if not document.lacks(_A_WORD_NEEDS):
        spans.extend(m.span(1) for m in document.scan(_A_WORD))
    spans.extend(safe_phrases(document))
    spans.extend(gods(document))
    spans.extend(placeholders(document))
    return spans
