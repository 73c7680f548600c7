"""Finds two or three capitals that stand for a person: "MK slo", "elev HB", "AM og TB", "mor til KLM"."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from bot.anonymise.finding import Hit
from bot.anonymise.initials.capital_owner import is_said_to_be_somebody, people_in_a_row
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.letters_in_slots import is_how_somebody_is, pairs_in_slots
from bot.anonymise.initials.letters_of_roles import may_be_somebody, people_by_role
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_CAPITAL_INSIDE
from bot.anonymise.words.small_words import CAPITAL_VOWELS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_PAIR = re.compile(r"(?<![\w.§])(?<![\w.][\-/])[A-ZÆØÅ]{2,3}(?=s?(?![\w\-/]))s?")
_BEFORE_A_HYPHEN = re.compile(r"(?<![\w.\-/])[A-ZÆØÅ]{2,3}(?=-[a-zæøå]{3})")
"""What belongs to somebody who is found elsewhere: "HN-mappa"."""
_TIE = re.compile(r" ?(?:og|&|\+|/|eller|mot|med|til|,) ?")
_WEAK_VERBS = words("er var har ble blir kan skal må vil bør får gir viser følger hjelper kommer")
_SLOT = words(
    "elev eleven gutt gutten jente jenta barn barnet unge ungen mor far pasient pasienten bruker brukeren "
    "klient klienten sønnen datteren dattera broren søsteren søstera"
)
_PUPIL = re.compile(
    r"\b(?:elev(?:en)?|gutt(?:en)?|guten|jent[ea]|barn|pasient(?:en)?|initial(?:er|ene|ar|ane)(?: er)?)\d{0,2} "
    r"?[:(]? ?[«\"“']?$",
    re.IGNORECASE,
)
"""Right before somebody: here even a known abbreviation stands for a person ("elev KS")."""
_SIGNED_BY = re.compile(
    r"\b(?:(?:tatt imot|mottatt|ført|skrevet|skrive|notert|loggført|signert|meldt) av|sign\.?|ref\.?|referent|v/|"
    r"mvh|vh|hilsen|helsing) ?:? ?$",
    re.IGNORECASE,
)
_SIGNS_OFF = re.compile(r"(?:\b(?:mvh|vh|hilsen|helsing)[ ,\n]{1,3}|(?:^|\n|[.!?] )[/–\-]{1,2} ?)$", re.IGNORECASE)
_LAST_OF_ALL = re.compile(r"(?:[.!?)\d] ?[\n ]|\n) *[/–\-]? ?$")
_TITLED = re.compile(
    r"(?:\b|^)(?:mvh|vh|hilsen|helsing|hils)[ ,.\n]{1,3}(?:[^\W\d_][\w\-]{2,40} ){1,3}$", re.IGNORECASE
)
"""A greeting and the title of who writes: "Mvh barnevernskonsulent ØBN"."""
_NOT_AFTER = re.compile(r"[ .]*(?:$|\n\s*\n)")
_CRIED = words(
    "nei hei faq pls plz aku hib usa kks tls tid ous hus crp mri btw ift ifm iht sos obs fri bra fin hva vet nå fyi "
    "nok hjp tak jah dr st fb oi ah eh oh åh åå hm mm hæ jo ja ne no du vi me de ho on of as au uf æh hø ha he hi "
    "ring hjem akutt pdf doc jpg png url app pin bpa sfs hvb ppu bpt abc xyz aaa xxx hhh wow stø asp"
)
"""What people write in capitals at the end and is no signature."""
_ENDS_THERE = re.compile(r"[ .]*(?:$|\n|, ?[a-zæøå]{3,})")
"""A text signed by two letters: "Mvh BA", "/BA", "- BA, kontaktlærer"."""
_NUMBERED = re.compile(r"(?<![\w.\-/])([A-ZÆØÅ]{2})([1-9])(?![\w\-/])")
"""Two children with the same initials: "MA1 og MA2"."""
_STROKE = re.compile(r"(?<![\w.\-/])([A-ZÆØÅ]{2})/([A-ZÆØÅ]{2})(?![\w\-/])")
_ROLE = re.compile(r"(?<![\w\-])([\w\-]{3,30}|k\.l|ktl|ped\.? ?leder)\.? $", re.IGNORECASE)
_SHORT_ROLES = words("ktl kl.l k.l ped.leder pedleder spesped kontaktlærar")
_PRESENT = re.compile(
    r"\b(?:til ?stede|deltakere|deltakarar|deltagere|deltok|møtte|møtt|oppmøtte|fremmøtte|frammøtte|forfall|fravær|"
    r"fråvær|referent|"
    r"ansvarlige?|ansvarleg|kopi til|team|teamet|teamdeltakere|medlemmer|medlemer|present|attending|attendees)"
    r"(?: (?:på møtet|fra oss|frå oss|i møtet|i dag|meldt))?[:.]? ?"
    r"(?:[a-zæøå]{3,15}, ?){0,3}((?-i:[A-ZÆØÅ]{2,3})(?:(?:, ?| og | & |/|, og |; "
    r"?)(?-i:[A-ZÆØÅ]{2,3})(?!\w)){1,12})(?!\w)",
    re.IGNORECASE,
)
"""Those who were at a meeting, by their initials: "Til stede: MS, TBL, HK"."""
_LABELLED = re.compile(
    r"\b(?i:ansv\.?|ansvar|ansvarlig|ansvarleg|kontakt|kontaktperson|oppfølging|oppfølgjing|saksbehandler|saksbehandlar|møteleder|"
    r"utført av|fordelt til|tildelt|følges opp av|undertegnede|underteikna)(?:: ?| ?\()"
    r"([A-ZÆØÅ]{2,3}(?: ?(?:,|/|&|og|\+) ?[A-ZÆØÅ]{2,3}){0,4})(?![\wæøå\-])"
)
"""Whoever takes on a task, by initials: "Ansvar: KSM", "undertegnede (KB)"."""
_AND_ME = re.compile(r"\b([A-ZÆØÅ]{2,3}(?:, ?[A-ZÆØÅ]{2,3}){0,6}) og (?:undertegnede|underteikna|jeg|eg|meg)\b")
"""Who was there besides the one who writes: "ML, KJ og undertegnede"."""
_BESIDE_KIN = re.compile(
    r"(?<![\w.\-/])([A-ZÆØÅ]{2,3})/(?:mor|far|foreldre|foresatte|lærer|læraren|kontaktlærer)(?!\w)"
)
"""Somebody by initials, with kin beside it: "samtale LH/mor"."""
_ATTENDED = (
    "stede",
    "delta",
    "delto",
    "møtt",
    "forfall",
    "fravær",
    "fråvær",
    "referent",
    "ansvarl",
    "kopi til",
    "team",
    "medlem",
    "present",
    "attend",
)
_TWO_OR_THREE = re.compile(r"[A-ZÆØÅ]{2,3}")
_SERVICES = words("bv pp hr ks it tv pc ps ok ai sv ap vg nb")
_PAIR_SIZE = 2
_THREE = 3


@needing(A_CAPITAL_INSIDE)
def find_capital_pairs(document: Document) -> Iterator[Hit]:
    """Yield two capitals that are no known abbreviation, and three where a person stands; then the same letters
    wherever they stand, and those that "og" ties to them.
    """
    persons = people_by_role(document)
    if document.shouts:
        yield from (_hit(match) for match in document.matches(_PAIR) if _letters(match) in persons)
        return
    yield from _numbered(document)
    yield from _beside_a_stroke(document)
    found = [match for match in document.matches(_PAIR) if not _is_a_mail_prefix(document.text, match)]
    has_pair = any(len(m.group()) == _PAIR_SIZE and not document.flags_of(m.group()) for m in found)
    persons |= {_letters(m) for m in found if _is_person(document, m, has_pair)}
    persons |= {_letters(m) for m in found if is_said_to_be_somebody(document, m.start(), _letters(m))}
    pairs = [(m.start() + _PAIR_SIZE, _letters(m)) for m in found if len(_letters(m)) == _PAIR_SIZE]
    persons |= {letters for end, letters in pairs if is_how_somebody_is(document, end, letters)}
    persons |= _present(document) | _labelled(document) | set(pairs_in_slots(document))
    persons |= _tied(document, found, persons)
    for match in document.matches(_BEFORE_A_HYPHEN) if persons else ():
        if match.group() in persons:
            yield _hit(match)
    for match in found:
        is_signed = _is_a_signature(document.text, match) or _stands_last_of_all(document, match)
        if _letters(match) in persons or is_signed or _is_a_pupil(document.text, match):
            yield _hit(match)


def _hit(match: re.Match[str], group: int = 0) -> Hit:
    return initials_hit(*match.span(group), 0.7)


def _numbered(document: Document) -> Iterator[Hit]:
    """Yield initials with a figure when the same letters stand with two figures."""
    found = list(document.scan(_NUMBERED)) if document.has_digit else []
    figures: dict[str, set[str]] = {}
    for match in found:
        figures.setdefault(match.group(1), set()).add(match.group(2))
    for match in found:
        if len(figures[match.group(1)]) > 1 and not document.flags_of(match.group(1)) & Word.SAFE:
            yield _hit(match)


def _beside_a_stroke(document: Document) -> Iterator[Hit]:
    """Yield both of "AH/JB" when neither is a known abbreviation and one of them is no word."""
    for match in document.scan(_STROKE, "/"):
        pair = match.groups()
        is_free = not any(document.flags_of(one) or one.lower() in _SERVICES for one in pair)
        if is_free and not all(document.lexicon.is_headword(one.lower()) for one in pair):
            yield from (_hit(match, group) for group in (1, 2))


def _is_a_mail_prefix(text: str, match: re.Match[str]) -> bool:
    """Tell whether the letters open the subject of an answer: "SV: VS: møte"."""
    return match.group() in ("SV", "VS", "RE", "FW", "FS") and text[match.end() : match.end() + 1] == ":"


def _letters(match: re.Match[str]) -> str:
    return match.group().rstrip("s")


def _is_person(document: Document, match: re.Match[str], has_pair: bool) -> bool:
    """Tell whether the capitals stand for a person here: two that nothing explains, or any that act like one."""
    letters = _letters(match)
    barred = Word.SAFE | Word.SAFE_IN_CAPS
    if document.flags_of(letters) & (barred if len(letters) == _PAIR_SIZE else barred | Word.FIRST | Word.SURNAME):
        return False
    if document.is_english and _is_a_thing_in_english(document, match):
        return False
    if document.lexicon.is_headword(letters.lower()):
        return len(letters) == _PAIR_SIZE and (
            _bears_a_role(document, match.start(), letters)
            or _stands_as_person(document.text, match.start())
            or _acts(document, match)
            or _OPENS_A_CASE.search(document.text[max(0, match.start() - 24) : match.start()]) is not None
            or _TALKED_WITH.search(document.text[max(0, match.start() - 24) : match.start()]) is not None
            or _IS_A_CHILD.match(document.text, match.end()) is not None
        )
    return len(letters) == _PAIR_SIZE or _is_someone(document, match, has_pair)


def _bears_a_role(document: Document, start: int, letters: str) -> bool:
    """Tell whether one of the staff stands right before two letters: "kontaktlærer MB"."""
    role = _ROLE.search(document.text, max(0, start - 30), start)
    if role is None or letters.lower() in _SERVICES:
        return False
    return role.group(1).lower() in _SHORT_ROLES or bool(document.flags_of(role.group(1)) & Word.STAFF)


def _is_a_thing_in_english(document: Document, match: re.Match[str]) -> bool:
    """Tell whether they are known ("PE"), or an article stands before, or a word that is no verb follows: "FM aids"."""
    text, classes = document.text, document.vocabulary.classes
    if _letters(match).lower() in classes["engelske_forkortelser"]:
        return True
    if re.search(r"\b(?:an?|the|our|your|no) $", text[max(0, match.start() - 5) : match.start()]):
        return True
    follow = re.match(r" ([a-z]{2,20})", text[match.end() : match.end() + 22])
    acts = classes["engelske_menneskeverb"] | classes["engelske_boyde_verb"] | classes["engelske_smaord"]
    return follow is not None and follow.group(1) not in acts


def _present(document: Document) -> set[str]:
    """Return the initials of those who were at a meeting. In a row where some letters are nothing else, two letters "
    "that
    mean something else as well ("MS") are somebody too; services ("PPT, BUP") are nobody.
    """
    persons: set[str] = set()
    for match in document.scan(_PRESENT, *_ATTENDED):
        row = _TWO_OR_THREE.findall(match.group(1))
        if any(not document.flags_of(one) and one.lower() not in _SERVICES for one in row):
            persons.update(one for one in row if may_be_somebody(document, one))
    return persons


def _labelled(document: Document) -> set[str]:
    """Return the initials behind what somebody is responsible for: "Ansvar: KSM", "Kontakt: TMB / EH", "LH/mor"."""
    persons: set[str] = set()
    persons |= people_in_a_row(document)
    for match in document.scan(_LABELLED, ":", "undertegnede", "underteikna"):
        persons.update(one for one in _TWO_OR_THREE.findall(match.group(1)) if _may_attend(document, one))
    for match in document.scan(_AND_ME, " og under", " og jeg", " og eg", " og meg"):
        persons.update(one for one in _TWO_OR_THREE.findall(match.group(1)) if _may_attend(document, one))
    for match in document.scan(_BESIDE_KIN, "/"):
        if _may_attend(document, match.group(1)):
            persons.add(match.group(1))
    return persons


def _may_attend(document: Document, letters: str) -> bool:
    if len(letters) == _PAIR_SIZE:
        return letters.lower() not in _SERVICES
    return not document.flags_of(letters) & (Word.SAFE | Word.SAFE_IN_CAPS) and not document.lexicon.is_headword(
        letters.lower()
    )


def _tied(document: Document, found: Sequence[re.Match[str]], persons: AbstractSet[str]) -> set[str]:
    """Return the pairs that "og", a comma, a stroke or what only people do ties to a person: "AM og TB", "TH slo MB",
    where AM and MB are units as well; a whole row from one of them.
    """
    tied: set[str] = set()
    people = document.vocabulary.classes["menneskeverb"]
    pairs = list(pairwise(found))
    for left, right in (*pairs, *reversed(pairs)):
        pair = {_letters(left), _letters(right)}
        between = document.text[left.end() : right.start()]
        if pair.isdisjoint(persons | tied) or not (_TIE.fullmatch(between) or between.strip() in people):
            continue
        tied.update(p for p in pair if len(p) == _PAIR_SIZE and p.lower() not in _SERVICES)
    return tied


def _is_a_pupil(text: str, match: re.Match[str]) -> bool:
    """Tell whether two capitals stand right after "elev" or "initialer", whatever else they may mean."""
    head = text[max(0, match.start() - 24) : match.start()]
    return len(_letters(match)) == _PAIR_SIZE and _PUPIL.search(head) is not None


def _is_a_signature(text: str, match: re.Match[str]) -> bool:
    """Tell whether two capitals sign the text, whatever else they may mean."""
    if len(_letters(match)) != _PAIR_SIZE or _letters(match).lower() in _SERVICES:
        return False
    head = text[max(0, match.start() - 12) : match.start()]
    return _SIGNS_OFF.search(head) is not None and _ENDS_THERE.match(text, match.end()) is not None


def _stands_last_of_all(document: Document, match: re.Match[str]) -> bool:
    """Tell whether two or three capitals that are no known abbreviation stand last of all, after a sentence or a title:
    "Neste time 15.1. GAL", "Mvh konsulent ØBN", "Hva gjør vi nå? KJ"."""
    if match.group().lower() in _SERVICES or _NOT_AFTER.match(document.text, match.end()) is None:
        return False
    barred = Word.SAFE | Word.SAFE_IN_CAPS | Word.FUNCTION | Word.VERB | Word.KIN | Word.MONTH | Word.STAFF
    if match.group().lower() in _CRIED or document.flags_of(match.group()) & barred or document.is_english:
        return False
    head = document.text[max(0, match.start() - 60) : match.start()]
    return _LAST_OF_ALL.search(head[-4:]) is not None or _TITLED.search(head) is not None


def _is_someone(document: Document, match: re.Match[str], has_pair: bool) -> bool:
    """Tell whether three capitals stand like a person: "elev KLM", "Gjelder HJK", "HJK på 10. trinn", "KLM slo"."""
    text, start = document.text, match.start()
    return (
        _stands_as_person(text, start)
        or _is_named_behind_a_role(document, match)
        or _SIGNED_BY.search(text[max(0, start - 16) : start]) is not None
        or _OPENS_A_CASE.search(text[max(0, start - 16) : start]) is not None
        or _IN_A_CLASS.match(text, start + len(match.group().rstrip("s"))) is not None
        or _IS_A_CHILD.match(text, start + len(match.group())) is not None
        or _stands_among_names(document, start)
        or (_IN_TOUCH.search(text[max(0, start - 34) : start]) is not None and _is_no_word(match.group()))
        or _slot_of_three(document, match, has_pair)
    )


def _is_named_behind_a_role(document: Document, match: re.Match[str]) -> bool:
    """Tell whether three letters stand between commas behind one of the staff: "saksbehandleren, ØBK, skrev"."""
    is_between = document.text[match.start() - 2 : match.start()] == ", " and document.text[match.end() :][:1] == ","
    role = _BEFORE_A_COMMA.search(document.text, max(0, match.start() - 32), match.start()) if is_between else None
    return role is not None and bool(document.flags_of(role.group(1)) & Word.STAFF) and _is_no_word(match.group())


_BEFORE_A_COMMA = re.compile(r"([\wæøå]{3,30}), $")
_OPENS_A_CASE = re.compile(
    r"(?:^|\n)(?:sak|re): $|\b(?:gjelder|gjeld|vedr(?:ørende|\.)?|ang(?:ående|\.)?|elev|eleven|"
    r"(?:bekymring|uro)(?:smelding)?(?: for)?):? $",
    re.IGNORECASE,
)
_IN_A_CLASS = re.compile(
    r"s? (?:\(\d|(?:på|i|fra|frå) (?:\d{1,2} ?[a-d]\b|\d{1,2}\. (?:trinn|klasse)|vg[123s]))", re.IGNORECASE
)


_IS_A_CHILD = re.compile(
    r",? \(?(?:gutt|jente|gut|jenta|gutten|\d{1,2} ?år|\d{1,2}(?=, [a-zæøå])|født|fødd|f\. ?\d|"
    r"\d{1,2}\. (?:trinn|klasse)|\d{1,2} ?[a-d]\b)(?!\w)"
)
"""A child told of right behind the letters: "Bekymring: EMK, gutt, 6B"."""
_TALKED_WITH = re.compile(
    r"\b(?:snakket|snakka|snakker|pratet|prata|samtaler?|samtalen|telefonsamtale|møter?|møtet|lekte|leker|krangler|"
    r"kranglet|snakke) (?:med|m|me|mæ) $|"
    r"\b(?:hos|saken til|(?:bekymret|bekymra|bekymring|uroa|uro|urolig|uroleg|redd|rædd|ræd) (?:for|før|førr)|"
    r"(?:møte|møtet|drøfte) om) $",
    re.IGNORECASE,
)
_IN_TOUCH = re.compile(
    r"\b(?:(?:spør|spurte|hils|hent|hentet|fulgte|trøst|trøstet|svar (?:fra|frå)|beskjed (?:fra|frå|til)) |"
    r"[a-zæøå]*(?:jakka|jakken|lua|sekken|sekk|ipaden|pcen|"
    r"matboksen|matpakka|buksa|genseren|skoene|støvlene|dressen|vottene|plassen|knaggen|mappa|mappen|boka|mobilen|"
    r"telefonen|tegninga|tegningen|håret|hånda|handa|armen|bursdagen|foreldrene|mora|moren|faren|timen) (?:til|te|"
    r"åt) )$",
    re.IGNORECASE,
)
"""What is asked of somebody or belongs to somebody: "spør KLH", "ipaden til EMT"."""


def _is_no_word(letters: str) -> bool:
    """Tell whether three letters cannot be read as a word: services are mostly called by ones that can ("NAV")."""
    return len(letters) == _THREE and CAPITAL_VOWELS.isdisjoint(letters[1])


_COPIED_TO = re.compile(
    r"\b(?:kopi|cc|til ?stede|deltok|deltakere|møtte|sendt til)\b([^\n]{2,60})(?:,| og) ?$", re.IGNORECASE
)


def _stands_among_names(document: Document, start: int) -> bool:
    """Tell whether the letters follow names in a row of people: "Kopi: Hanne W., Jørn-Erik, AKL"."""
    row = _COPIED_TO.search(document.text[max(0, start - 80) : start])
    words = () if row is None else re.findall(r"[A-ZÆØÅ][\w\-]{1,20}", row.group(1))
    return any(document.flags_of(word) & Word.FIRST for word in words)


def _slot_of_three(document: Document, match: re.Match[str], has_pair: bool) -> bool:
    """Tell whether three capitals act like a person: "KLM slo", "AKH har snakket med LB"."""
    follow = re.match(r" ([a-zæøå]+)", document.text[match.end() : match.end() + 20])
    if follow is None or not document.flags_of(follow.group(1)) & Word.VERB:
        return False
    return follow.group(1) not in _WEAK_VERBS or has_pair or _STATE.match(document.text, match.end()) is not None


_STATE = re.compile(
    r" (?:har|hadde) (?:ikke |ikkje |aldri |nesten ikke )?(?:møtt|kommet|spist|sovet|vært (?:her|på skolen|"
    r"i barnehagen|hjemme)|"
    r"grått|grett|sagt|fortalt|slått)\b| (?:kommer|kjem|kom) (?:[a-zæøå0-9]{1,9} ){0,3}for (?:sent|seint)\b|"
    r" (?:er|e|var|blir|ble|har vært) (?:så |veldig |ofte |mye |nå |blitt )?"
    r"(?:redd|sint|trist|glad|lei|sliten|syk|sjuk|stille|urolig|borte|alene|åleine|aleine|utsatt|gravid|sulten|trøtt|"
    r"mobbet|"
    r"utagerende|innesluttet|fraværende|hjemme|født)\b"
)
"""What is said of a person and never of a service."""


def _stands_as_person(text: str, start: int) -> bool:
    head = text[max(0, start - 24) : start]
    before = re.search(r"([\wæøå]+) [(«\"“]?$", head)
    return before is not None and (before.group(1).lower() in _SLOT or _KIN_OF.search(head) is not None)


_KIN_OF = re.compile(
    r"\b(?:foreldre(?:ne)?|foreldra|foresatte|mor|mora|moren|mamma|far|faren|pappa|bror|broren|brora|søster|søstera|"
    r"søsteren|søsken(?:et)?|besteforeldre(?:ne)?|verge(?:n)?) (?:til|te|åt) $",
    re.IGNORECASE,
)
"""A relative of somebody: the word after it is that somebody, also when it is three capitals."""


def _acts(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a verb that says something about a person follows: "HB slo"."""
    follow = re.match(r" ([a-zæøå]+)", document.text[match.end() : match.end() + 20])
    return (
        follow is not None
        and bool(document.flags_of(follow.group(1)) & Word.VERB)
        and (follow.group(1) not in _WEAK_VERBS)
    )
