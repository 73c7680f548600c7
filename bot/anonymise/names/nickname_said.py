"""Finds nicknames by who calls whom what: "de roper knotten etter ham", "mor bruker Gullet om henne"."""

import re
from collections.abc import Iterator

from bot.anonymise.evidence.name_subject import is_something
from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of, sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WHOM = r"(?:ham|han|henne|ho|hu|hun|hainn|hannom|hannj|'n)"
_MANY = (
    r"(?:de|dei|dæm|vi|me|alle|noen|nokon|nån|folk|ungene|ungan|onga|ongan|barna|guttene|gutane|guttan|jentene|"
    r"jentan|elevene|elevane|klassen|gjengen|vennene|vennan|venene)"
)
_ONE = r"(?i:mor|far|mamma\w?|pappa\w?|[a-zæøå]{0,6}(?:mor|far|mora|faren|tante|tanta|onkel|bror|søster))"
_KIN = r"(?:bror|broren|brora|søster|søsteren|søstera|syster|systera|lillebror|storebror|lillesøster|storesøster)"
_CALL = r"(?:kaller|kallar|kalle|kalte|kalla|kaille|kailler)"
_CAP = r"([A-ZÆØÅ][\wæøå\-]{2,20})"
_SMALL = r"([a-zæøå]{4,20}(?:['’]n)?)"
_NAMED = r"(?:navn|namn|kallenavn|kallenamn|økenavn|klengenavn|oppnavn)"
_SAY = re.compile(
    rf"\b{_MANY}(?: andre| i [\wæøå.]{{1,12}}| her| bare| alltid){{0,2}} (?:sier|seier|sei|sa|roper|ropar|rope|ropte) "
    rf"{_SMALL} (?:til|te|om|etter|mot|åt) {_WHOM}(?! (?:er|e|har|skal|kan|vil|at)\b)(?!\w)",
    re.IGNORECASE,
)
"""What many say of one, in small letters: "de sier snorkelen til henne"."""
_USE = re.compile(
    rf"\b(?:{_ONE}|{_MANY}) (?:bruker|brukar|bruke|brukte) {_CAP} om {_WHOM}"
    rf"(?=$|[.,;!?\n]|,? (?:og|å|men|når|i|på|hjemme|heime|hæme)\b)(?: (?:og|å) {_CAP} om {_KIN}(?!\w))?"
)
_AS_A_NAME = re.compile(
    rf"{_CAP} (?:fikk|fekk|fækk|har|hadde) (?:han|hun|ho|hainn|hu) (?:til|te|som) {_NAMED}\b"
    rf"|\b(?:fikk|fekk|fækk|fått|gitt|ga|gav)(?: (?:ham|han|henne|ho|hainn|hannom))? {_CAP} (?:til|te|som) {_NAMED}\b"
    rf"|\b(?:[Gg]jengen|[Kk]lassen|[Ee]lev(?:ene|ane)|[Gg]utt(?:ene|an)|[Gg]utane|[Jj]ent(?:ene|an)|[Uu]ng(?:ene|an)|"
    rf"[Oo]nga|[Dd]e andre|[Dd]æm anner|[Dd]ei andre)(?: \w+)? har (?:funnet|funne|fonne) på (?:navnet |namnet )?{_CAP}"
    rf"|{_CAP} (?:er|e|var|va) (?:kalle)?(?:navnet|namnet) (?:(?:han|hun|ho|hainn|hu) (?:har fått|fikk|fekk|går under|"
    rf"lyder|liker|svare)|(?:de|dei|dæm|vi|alle) (?:andre )?(?:bruke[r]?|brukar|har gitt|roper?|ropar) "
    rf"(?:på |om |til )?"
    rf"{_WHOM}(?!\w))"
)
"""What is said to be a name: "Kalven fekk han til namn", "Krølla er navnet ho har fått"."""
_OF_WHOM = re.compile(
    rf"\b(?:[Gg]utten|[Gg]uten|[Jj]enta|[Ee]leven|[Bb]arnet|[Ff]aren|[Mm]oren|[Mm]ora|[Bb]roren|[Nn]aboen)"
    rf"(?: (?:vi|det|som|i|på|fra) [\wæøå ]{{1,20}}?)?,? {_CALL} (?:de|dei|dæm|vi|alle) (?:bare |berre |for )?{_CAP}"
)
"""Who is called something, named first: "gutten vi skriver om, kaller de Presten"."""
_CALL_HIM = re.compile(
    rf"\b(?:[Vv]i|[Dd]e|[Dd]ei|[Dd]æm|[Aa]lle|[Uu]ngan|[Oo]nga) {_CALL} (?:hainn|hannom|hannj) {_CAP}"
)
_BEFORE = re.compile(
    rf"(?:(?<=[.!?\n,] )|(?<=\n)|^)([a-zæøå]{{4,20}}) {_CALL} (?:de|dei|dæm|vi|alle|ungene|ungan|onga) {_WHOM}"
    rf"(?= (?:fordi|førr|for|når|men|og|å)\b|[.,!?]|$)"
)
_JUNIOR = re.compile(
    rf"\b(?:kalt|kalla|kalles|kallast|{_CALL} {_WHOM}) ([A-ZÆØÅ][\wæøå\-]{{2,20}} (?:junior|senior))\b"
)
_FOR_OTHERS = re.compile(
    rf"\b(?:[Hh]an|[Hh]un|[Hh]o|[Hh]ainn|[Hh]u) (?:er|e) [A-ZÆØÅ][\w\-]{{1,20}} for [\wæøå ]{{2,20}}? (?:og|å) "
    rf"{_CAP} for (?:resten|andre|oss|de|dei|dæm|venn|ven|familie|mor|far)"
)
_BUT_THEY_WRITE = re.compile(
    r"\b(?:han|hun|ho|hu|hainn|jenta|gutten|guten|eleven) (?:heter|heiter|heite|het) (?:egentlig |eigentleg )?"
    r"(?:noe|noko|nå) (?:helt |heilt )?(?:annet|anna|anner),? men (?:alle|de|dei|dæm|vi|folk|ungene) "
    rf"(?:skriver|skriv|bruker|brukar|bruke|roper|ropar) {_SMALL}(?! (?:det|den|at|om)\b)"
)
_QUOTED_FIRST = re.compile(
    rf"[«\"“]([A-ZÆØÅ][\wæøå\- ]{{2,20}})[»\"”],? (?:som )?(?:de|dei|dæm|vi|alle|ungene|noen|mange) (?:andre )?{_CALL} "
    rf"{_WHOM}(?!\w)"
)
_ONE_WHO = re.compile(
    rf"\b(?:en|ein|ei|noen|nokon|nån) (?:som|såmm) (?:kaller|kallar|kalle|kalte) (?:seg|sæ) (?:for )?[«\"“]?{_SMALL}"
)
_NOTHING_ELSE = re.compile(
    r"\b(?:kalles|kallast|kalt|kalla|hete|heite|heter|heiter|(?:svarer|svarar|svare|reagerer|lystrer)(?: bare|"
    r" kun)? på)"
    r"(?: for)? (?:noe|noko|nåkka|nå) (?:annet|anna|aent|anner) (?:enn|enn bare) "
    r"[«\"“]?([a-zæøåA-ZÆØÅ\-]{3,20}(?: (?!(?:og|å|på|i|når|men|for|av|er|hjemme|her)\b)[a-zæøå]{2,15})?)(?![\w\-])"
)
"""All that somebody wants to be called: "vil ikke kalles noe annet enn prinsesse pus"."""
_SEVERAL = rf"{_CAP}(?:, {_CAP})? (?:og|å) {_CAP}"
_NICKNAMES = r"(?:[Kk]alle|[Kk]jæle|[Øø]ke|[Kk]lenge|[Oo]pp)(?:navn|namn)(?:a|ene|ane|an)?(?!\w)"
_ARE_NICKNAMES = re.compile(
    rf"{_SEVERAL}(?:,? (?:det|som|dette))? (?:er|e|var|va) (?:bare |jo |også )?{_NICKNAMES}"
    rf"|{_NICKNAMES}(?: (?:vi bruker|vi bruke|deres|deira|på [\wæøå]{{2,15}}))?(?: (?:er|e|var|va)|:) {_SEVERAL}"
    rf"|\b{_CALL} (?:(?:vi|de|dei|dæm|alle) )?(?:dem|dæm|dei|begge|tvillingene|tvillingan|guttene|guttan|jentene|"
    rf"jentan) (?:for |bare |berre )?{_SEVERAL}"
)
"""Several at once: "Kallenavna er Stump og Snåle", "vi kaller dem Stump og Snåle"."""
_CALLS = ("kall", "kail", "kalt")
_ROWS = (
    sought(_USE, " bruk"),
    sought(_AS_A_NAME, "navn", "namn", "funne", "fonne"),
    sought(_OF_WHOM, *_CALLS),
    sought(_CALL_HIM, "hainn", "hannom", "hannj"),
    sought(_JUNIOR, "junior", "senior"),
    sought(_FOR_OTHERS, " for "),
    sought(_ARE_NICKNAMES, *_CALLS, "navn", "namn"),
    sought(_QUOTED_FIRST, *_CALLS),
)
"""Patterns whose word has a capital, and what must be in the text."""
_SAYING = (" sier ", " seier ", " sei ", " sa ", " rope", " ropa")
_SAID_BY_MANY = sought(_SAY, *_SAYING)
_BY_NOTHING_ELSE = sought(_NOTHING_ELSE, " enn ")
_NO_NICKNAME = words(
    "navnet namnet navn namn fornavn fornavnet etternavn etternavnet kallenavn kallenavnet det dette den"
)
_CALLED_OR_WRITTEN = (sought(_BEFORE, *_CALLS), sought(_BUT_THEY_WRITE, " men "))
_OF_ONESELF = sought(_ONE_WHO, *_CALLS)
_NEEDS = needs_of("kall", "kail", "kalt", "bruk", "navn", "namn", "funne", "fonne", " men ", " sier", " seie", " rope")
_NEEDS |= needs_of(" ropa", " sei ", " sa ", " for ", " enn ")
_SAID_EVERY_DAY = words(
    "sannheten sanninga sannhet meningen meninga navnet namnet ordet beskjeden setningen setninga teksten grunnen "
    "løgner alt ting ingenting ingen noe noko takk velkommen unnskyld orsak morna hadet hade stopp klart mye mykje "
    "bare ofte stygt pent fint tøft rett sant rart skjellsord stikkord beskjed ifra frå imot mange masse dette samme "
    "same sånt sånn slikt historien historia greia tingen problemet svaret spørsmålet gratulerer hurra heia skynd kom "
    "slutt vent"
)
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.MONTH | Word.VERB
_DEFINITE = ("en", "et", "a", "n", "'n", "’n")


@needing(_NEEDS)
def find_said_nicknames(document: Document) -> Iterator[Hit]:
    """Yield what somebody is called, by who says it of whom."""
    for match in document.scan_each(*_ROWS):
        yield from (
            nickname_hit(match, group)
            for group in range(1, match.re.groups + 1)
            if match.group(group) and _is_free(document, match.group(group).split()[0])
        )
    for match in document.scan_each(_SAID_BY_MANY):
        if _is_said_of_one(document, match.group(1)):
            yield nickname_hit(match, 1)
    yield from _in_small_letters(document)


def _in_small_letters(document: Document) -> Iterator[Hit]:
    """Yield what is told of one whom all call so, and of one who calls himself so."""
    for match in document.scan_each(*_CALLED_OR_WRITTEN):
        flags, word = document.flags_of(match.group(1)), match.group(1)
        if not flags & _BARRED and (flags & Word.SAFE or not document.lexicon.is_headword(word)):  # a film may be it
            yield nickname_hit(match, 1)
    for match in document.scan_each(_BY_NOTHING_ELSE):
        first = match.group(1).split()[0].lower()
        if first not in _NO_NICKNAME and not document.flags_of(first) & _BARRED:
            yield nickname_hit(match, 1)
    for match in document.scan_each(_OF_ONESELF):
        is_role = document.flags_of(match.group(1)) & (_BARRED | Word.OCCUPATION)
        if not is_role and not is_something(document.text, match.start()):
            yield nickname_hit(match, 1)


def _is_free(document: Document, word: str) -> bool:
    """Tell whether a word with a capital is none of the small words, roles and months."""
    return not document.flags_of(word) & (_BARRED & ~Word.VERB) and not word.isupper()


def _is_said_of_one(document: Document, word: str) -> bool:
    """Tell whether what is said is a thing with its article or a word that no list holds: no greeting and no insult."""
    lower = word.lower()
    if lower in _SAID_EVERY_DAY or document.flags_of(word) & (_BARRED | Word.SAFE):
        return False
    if lower in document.vocabulary.classes["sagt_hoyt"]:
        return False
    return not document.lexicon.is_headword(lower) and (lower.endswith(_DEFINITE) or not document.flags_of(word))


def nickname_hit(match: re.Match[str], group: int) -> Hit:
    """Return that group of a match as what somebody is called."""
    return direct(match.start(group), match.end(group), "kallenavn", whys.NICKNAME, 0.75, "[kallenavn]")
