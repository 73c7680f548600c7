"""Finds school years and classes: "7. trinn", "sjuende klasse", "7b", "VG2". "Mellomtrinnet" and "9 A-sak" are
left alone.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of
from bot.anonymise.words import whys
from bot.anonymise.words.number_patterns import FIRST_TO_TENTH, SPOKEN_TOO
from bot.anonymise.words.proposals import coarse_grade
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ORDINAL = rf"(?:{SPOKEN_TOO}|tiande|sjætte|tredj)"
_NOUN = (
    r"(?:klassetrinn(?:et)?|årstrinn(?:et)?|trinn(?:et)?|klasse(?:n|trinn|trinnet)?|(?:klasse|trinns?)elev(?:en|er|"
    r"ene)?|klassing(?:en|a|er|ene)?|"
    r"klassinger|trinning(?:en|er)?|kl\.?|tr\.?|trinns|klassens)"
)
_LATE = (
    r"(?:femte|fæmte|sjette|sjætte|sjuende|sjuande|sjuanne|syvende|åttende|åttande|åttanne|niende|niande|tiende|tiande)"
)
_NOT_A_GRADE = (
    r"(?:rad|runde|gang|gong|etasje|time|kapittel|forsøk|uke|veke|plass|måned|månad|trinn|klasse|ledd|avsnitt|"
    r"rekke|rekkje|"
    r"generasjon|år|nummer|avdeling|dag|bok|bind|bursdag|divisjon|barn|barnet|mann)"
)
_NO_PAIR = rf"(?! (?:og|eller|til) [a-zæøå]+ {_NOT_A_GRADE})"
"""Not two lessons, floors or rows: "i femte og sjette time"."""
_STAGE_ALONE = re.compile(
    rf"\b(?:på|i|fra|frå|med|hele|heile) ({_LATE}){_NO_PAIR}(?= (?:vet|er|har|som|og|går|sliter|"
    r"strever|ble|"
    r"sier|tør|vil|skal|kan|kom|sitter|slår|gråter|spiser|nekter|i år|nå|no)\b|[,.?!]|$)",
    re.IGNORECASE,
)
_PUPIL_IN = re.compile(
    rf"(?<![\w\-])(?:(?P<who>[^\W\d_]{{2,25}})(?: (?:hans|hennes|min|mi|vår|deres|sin|si))?|"
    rf"(?:han|hun|ho|hu|hainn|hen|jenta|gutten|guten|barnet|eleven) (?:er|e|va|var)(?: nå| no| bare)?) "
    rf"(?:på|i|fra|frå) (?P<stage>{_ORDINAL}){_NO_PAIR}(?:(?=[.,;!?)\n]|$)|(?= (?P<does>[^\W\d_]+)))",
    re.IGNORECASE,
)
"""Who is in a grade, and what is said of them: "sonen hans på tredje byrja", "elev i tredje som", "han e i andre."."""
_NO_GRADE = re.compile(rf"{_NOT_A_GRADE}|trimester|semester|omgang|del|klasser|og|å|eller|til")
_TO_NO_GRADE = re.compile(rf" (?:og|å|på|ved) \w+ {_NOT_A_GRADE}\b", re.IGNORECASE)
_TIES = words("som og å med på ved har er e var va kan må vil skal")
_EARLY_IN = re.compile(
    r"(?<![\wæøå\-])(?!Vi |De |Det |Der |Da |Nå )[A-ZÆØÅ][a-zæøå]{2,20} i "
    rf"({FIRST_TO_TENTH})"
    r"(?= (?:som|har|er|e|vil|sier|seier|sei|sa|slo|slår|kom|gråt|gråter|ble|må|går|spør|spurte|fortalte|"
    r"på)\b(?! \w+ (?:time|gang|etasje|rad))|[,.?!]|$)"
    r"|\b(?:[Gg]år|gå|gikk|gjekk|begynner|begynne|begynt|begynte|starta|elev|[A-ZÆØÅ][a-zæøå]+) (?:nå |no )?(?:i|på) "
    r"(førsten|andren|tredjen|fjerden|sjetten)(?= (?:på|ved|nå|no|og|å)\b|[,.?!]|$)"
)
"""Somebody by name in a grade: "Ola i tredje har", "Ola i førsten på"."""
_GOES_IN = re.compile(
    r"\b(?:går|gå|gjekk|gikk|begynner|begynte|begynt|starter|starta|startet|byrja|byrjar) (?:nå |no |jo )?(?:i|på) "
    rf"({SPOKEN_TOO}|tiande)"
    r"(?! (?:rad|runde|gang|etasje|time|kapittel|forsøk|uke|plass|måned|året?|trinn|klasse|dag|skole|barnehage|vis)|-)",
    re.IGNORECASE,
)
_STAGE_SAID = re.compile(
    rf"\b(?:på|i|fra|frå|hi|har|til|hele|heile|ferdig med|gått|går) ({_LATE}){_NO_PAIR}"
    rf"(?= (?!{_NOT_A_GRADE})[a-zæøå']+)|(?<=, )({_LATE})(?=, )|"
    rf"(?:^|(?<=[.!?\n] ))({_LATE})(?= (?:er|e|blir|var|va|går|begynner|starter) (?:snart|nå|no|nesten|ferdig|"
    rf"over|tung|vanskelig|"
    rf"verst|hard|i gang)\b)",
    re.IGNORECASE,
)
_LAST_STAGE = re.compile(r"\b(?:i|på|fra|frå) (avgangs(?:klass(?:en|a)|trinnet|kullet))\b", re.IGNORECASE)
_STAGE_LABELLED = re.compile(
    r"\b(?:klasse|skole|skule)?(?:trinn|steg|klasse|kl)(?:et|en)?: ?((?:10|[1-9])(?:\.|[ .]?[A-Ga-g])?)"
    r"(?!\w|[.,]\d|\))",
    re.IGNORECASE,
)
_STAGE_DOT = re.compile(
    r"[1-9](?<![\w./,\-].)(?:(?<=1)0)?\.(?=,|\.(?!\d)|(?: (?:og|å|som|men|har|er|går|vil|nå|no|skal|må|"
    r"kan))(?! \d)\b)(?:(?=,| (?:og|å) "
    r"[A-ZÆØÅ])()|)"
)
_BEFORE_STAGE = re.compile(r"(?:\b(?:på|i|går|begynner|starter|fra|frå)|[.!?,]|\n)[ \n]$")
_NAME_BEFORE = re.compile(r"(?<![\wæøå])[A-ZÆØÅ][a-zæøå]{1,20} $")
_EVERYONE = re.compile(
    r"(?<![–,\-] )\b(?:alle(?: elever| elevene| barn| barna)?|foreldre|alle foreldre) (?:i|på) $", re.IGNORECASE
)
_STEP = re.compile(
    r"\b(?:lærar(?:en)?|lærer(?:en)?|kontaktlærar(?:en)?|kontaktlærer(?:en)?|elev(?:en|ar|er|ane|ene)?|jent[ea]|guten?|"
    r"gutt(?:en)?|foreldra|foreldre|barn|går|gjekk|gikk|begynt|byrja) (?:på|i|frå|fra) "
    r"((?:10|[1-9])\. ?steg(?:et)?)(?! i)(?!\w)|, ((?:10|[1-9])\. ?steg(?:et)?)(?=[,.;\n]|$| (?:på|ved)\b)",
    re.IGNORECASE,
)
"""The Nynorsk word for a school year: "lærar på 2. steget"."""
_TWO_STAGES = re.compile(
    r"\b(?:går i|går på|begynner i|søstre|brødre|søsken|sysken|tvillinger|de to|begge),? (?:i |på )?"
    r"((?:10|[1-9])\. og (?:10|[1-9])\. ?(?:trinn|klasse|steg))(?!\w)",
    re.IGNORECASE,
)
"""Two siblings, each in a grade: "søstre, 6. og 9. trinn"."""
_STAGES_TOGETHER = re.compile(
    r"\b(?:klassen|klassa|gruppa|gruppen|fådelt(?:e)?)\b[^.!?;\n\d]{0,24} "
    r"((?:10|[1-9])\.(?: trinn| klasse)?(?:, (?:10|[1-9])\.){0,2}(?: og |/|, | til )(?:10|[1-9])\. ?(?:trinn|"
    r"klasse|steg))(?!\w)|"
    r"(?<![\w.])((?:10|[1-9])\. (?:og|til) (?:10|[1-9])\. ?(?:trinn|klasse|steg))"
    r"(?= (?:er |går |sit |sitter )?(?:saman|sammen|i lag|slått sammen|slått saman|i ett rom|i same rom|"
    r"i samme rom)\b)",
    re.IGNORECASE,
)
"""Grades that are one class in a small school: "klassen har 6. og 7. trinn", "1. og 2. trinn sammen"."""
_SINCE_STAGE = re.compile(
    rf"\b(?:siden|sidan|sia) (?:(?:han|hun|ho|hu|jenta|gutten|guten|eleven) (?:gikk|gjekk|var|begynte) (?:i|på) )?"
    rf"({_ORDINAL})(?=[.,;!?)\n]|$| (?:og|men)\b)|\b(?:hadde|har hatt) (?:henne|ham|han|ho|hu|hun|hainn|jenta|gutten|"
    rf"guten|eleven) (?:i|på) ({_ORDINAL})(?=[.,;!?)\n]|$| (?:og|men)\b)",
    re.IGNORECASE,
)
"""A grade somebody was in: "ikke snakket siden sjuende", "jeg hadde henne i fjerde"."""
_GOES_WITH_US = re.compile(
    r"\bgår hos oss (?:nå |no )?(?:i|på) ((?:10|[1-9])\.)(?= [a-zæøå]|$|\n)(?! ?(?:etasje|januar|mai|juni))"
)
_DIGIT = re.compile(rf"[1-9](?<![\d/.,–\-§]\d)(?:(?<=1)0)?(?:\.| )?(?: )?-?{_NOUN}(?!\w)", re.IGNORECASE)
_WRITTEN = re.compile(rf"\b{_ORDINAL}[ \-]?{_NOUN}(?!\w)", re.IGNORECASE)
_GRADE_LAST = re.compile(
    r"\b(?:trinn|klassetrinn|årstrinn) (?:10|[1-9])(?![\d.,]\d|\d| ?(?:i|på|av) (?:tiltak|trapp|handling|stigen|bti\b|"
    r"\w{0,20}(?:plan|veileder|rettleiar|modell|prosess|program|metode|kurs)))(?=\b)",
    re.IGNORECASE,
)
_CLASS = re.compile(r"[1-9](?<![\w§.,/]\d)(?:(?<=1)0)? ?[A-Ga-gXx](?![\w\-]|\.\w)")
_UPPER_CLASS = re.compile(
    r"[1-3](?<![\w\-/].) ?(?:ST|ID|MD|KD|MK|PB|BA|EL|FD|HS|HO|IM|NA|RM|SS|TP|HT|DH|SR)[A-H](?![\w\-/])"
)
"""A class of upper secondary school by its programme (the codes of Utdanningsdirektoratet) and a letter: "2STA"."""
_SMALL_UPPER = re.compile(
    r"(?=[1-3][a-z]{3}(?![\w\-/]))"
    r"(?:(?<=\bi )|(?<=\bpå )|(?<=\bfra )|(?<=klasse: )|(?<=elev )|(?<=, ))[1-3](?:st|id|md|kd|mk|pb|ba|el|fd|hs|"
    r"ho|im|na|rm|ss|tp|ht|dh|sr)"
    r"[a-h](?![\w\-/])"
)
"""The same in small letters: "vegard i 3stc"."""
_CLASS_LOOSE = re.compile(r"\bklasse(?:n)? (?:10|[1-9]) ?[A-Ga-gXx]?(?!\w)", re.IGNORECASE)
_UPPER = re.compile(
    r"\b(?:VG ?[123]|vg ?[123]|(?:første|andre|tredje) år(?:et)? på (?:videregående|vgs))\b(?: [a-zæøå]+fag)?",
    re.IGNORECASE,
)
_SPARE = re.compile(
    r"(?:§ ?|kapittel ?|kap\.? ?|paragraf ?|pkt\.? ?|punkt ?|vedlegg ?|ledd ?|bokstav ?|tabell ?|figur ?|nivå ?|"
    r"fase ?|steg ?|nr\.? ?|rom ?|oppgave ?|versjon ?|side ?|s\. ?|kl\.? ?|kanal ?|tiltakstrappa ?|tiltakstrappen ?|"
    r"skjema ?|perm ?|[–\-] ?|type ?|modul ?|alternativ ?)$",
    re.IGNORECASE,
)
_NOT_CLASS_AFTER = re.compile(r" ?(?:-sak|-vitamin|grader|kommune|etasje|§|\(|prosent|%|av |er )", re.IGNORECASE)

_ORDINALS = needs_of(
    *("ørste", "andre", "tredj", "fjerde", "femte", "sjette", "sjætte", "ende", "fyrste", "ande", "anne", "fæmte")
)
"""What every ordinal holds."""
_ORDINAL_STARTS = words("før and tre fje fem sje sju syv ått nie tie fyr sjæ nia tia")


@needing(A_DIGIT | _ORDINALS | needs_of("avgangs"))
def find_grades(document: Document) -> Iterator[Hit]:
    """Yield grades and classes."""
    text = document.text
    if not document.lacks(_ORDINALS):
        yield from _written_out(document)
        yield from _said_alone(document)
    for match in document.scan(_LAST_STAGE, "avgangs"):
        yield _grade(document, *match.span(1))
    if not document.has_digit:
        return
    for match in (
        *document.scan(_STEP, "steg"),
        *document.scan(_TWO_STAGES, ". og "),
        *document.scan(_STAGES_TOGETHER, ". og ", ". til ", "trinn og ", "klasse og ", "./"),
        *document.scan(_GOES_WITH_US, "går "),
    ):
        group = match.lastindex or 1
        yield _grade(document, match.start(group), match.end(group))
    yield from _numbered_alone(document)
    for pattern, needs in ((_DIGIT, ()), (_GRADE_LAST, ("trinn ",)), (_UPPER, ("vg", "år på ", "året på "))):
        for match in document.scan(pattern, *needs):
            if not (
                _is_spare(text, match.start()) or _is_band(text, match.start()) or _is_general(text, match.start())
            ):
                yield _grade(document, match.start(), match.end())
    yield from _classes(document)


def _said_alone(document: Document) -> Iterator[Hit]:
    """Yield an ordinal without its noun: "han er 13 år, åttende, og", "går i sjette"."""
    text, verb = document.text, Word.FUNCTION | Word.VERB
    for match in document.scan(_PUPIL_IN, " på ", " i ", " fra ", " frå "):
        if _is_a_pupil(document, match):
            yield _grade(document, *match.span("stage"))
    for match in (
        *document.scan(_STAGE_ALONE, "ende", "ande", "anne", "femte", "sjette", "æmte", "jætte"),
        *document.scan(_GOES_IN, "går", "gå ", "gikk", "gjekk", "begyn", "byrja", "start"),
    ):
        yield _grade(document, match.start(1), match.end(1))
    for match in document.scan(_SINCE_STAGE, "siden ", "sidan ", "sia ", "hadde ", "hatt "):
        yield _grade(document, *match.span(match.lastindex or 1))
    for match in document.scan(_EARLY_IN, "rste", "andre", "tredje", "fjerde", "sjette", "femte", "ende"):
        group = match.lastindex or 1
        yield _grade(document, match.start(group), match.end(group))
    for match in document.scan(_STAGE_SAID, "ende", "ande", "femte", "sjette", "anne", "æmte", "jætte"):
        group = next(g for g in (1, 2, 3) if match.group(g))
        follow = _NEXT_WORD.match(text, match.end())
        if group != 1 or (follow is not None and (follow.group(1) == "å" or document.flags_of(follow.group(1)) & verb)):
            yield _grade(document, match.start(group), match.end(group))


def _is_a_pupil(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a child, a relative or a teacher is in the grade, and what follows is no row, floor or lesson."""
    who, does = (match.group("who") or "").lower(), (match.group("does") or "").lower()
    is_early = match.group("stage").lower() in ("første", "fyrste", "andre")
    is_one = not is_early and who in ("en", "ei", "ein")
    if who and not is_one and not document.flags_of(who) & (Word.CHILD | Word.KIN | Word.STAFF):
        return False
    if does in ("og", "å", "på", "ved") and _TO_NO_GRADE.match(document.text, match.end()):
        return False
    if not does or does in _TIES or document.flags_of(does) & Word.VERB:
        return True
    return bool(who) and not is_early and _NO_GRADE.fullmatch(does) is None


def _numbered_alone(document: Document) -> Iterator[Hit]:
    """Yield a number without its noun: "Trinn: 5", "7. og leser"."""
    text = document.text
    for match in document.scan(_STAGE_LABELLED, ":"):
        yield _grade(document, match.start(1), match.end(1))
    for match in document.scan(_STAGE_DOT, "."):
        before = text[max(0, match.start() - 22) : match.start()]
        is_led = _BEFORE_STAGE.search(before) or (match.group(1) is not None and _NAME_BEFORE.search(before))
        if is_led and not _is_spare(text, match.start()) and not _AMONG_POINTS.search(text):
            yield _grade(document, match.start(), match.end())


_NEXT_WORD = re.compile(r" ([\wæøå']+)")
_AMONG_POINTS = re.compile(r"(?:^|\n) ?[1-9]\. ")


def _written_out(document: Document) -> Iterator[Hit]:
    """Yield "sjuende klasse", "femte trinn"."""
    for token in document.tokens:
        written = _WRITTEN.match(document.text, token.start) if token.lower[:3] in _ORDINAL_STARTS else None
        if written is not None and not _is_general(document.text, written.start()):
            yield _grade(document, written.start(), written.end())


def _classes(document: Document) -> Iterator[Hit]:
    why = "En klasse er som regel under tretti barn."
    for pattern, needs in ((_CLASS, ()), (_UPPER_CLASS, ()), (_SMALL_UPPER, ()), (_CLASS_LOOSE, ("klasse",))):
        for match in document.scan(pattern, *needs):
            if not _is_spare(document.text, match.start()) and not _is_other(document.text, match):
                yield quasi(match.start(), match.end(), "klasse", why, 0.85, "[klassen]")


def _is_spare(text: str, start: int) -> bool:
    """Tell whether the number belongs to a paragraph, a point, a level."""
    return _SPARE.search(text[max(0, start - 16) : start]) is not None


def _is_general(text: str, start: int) -> bool:
    """Tell whether everyone of a grade is meant, in all schools: "alle elever i 4. trinn"."""
    return _EVERYONE.search(text[max(0, start - 28) : start]) is not None


def _is_band(text: str, start: int) -> bool:
    return re.search(r"\d\.? ?(?:[–\-]|til|og) ?$", text[max(0, start - 7) : start]) is not None


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Tell a class from "9 A" (the old chapter), "3 e" and units."""
    found = match.group()
    if found.replace(" ", "").upper() == "9A" and " " in found:
        return True
    if " " in found and found[-1].islower():
        if text[max(0, match.start() - 7) : match.start()].lower() == "klasse ":
            return False
        return found[-1] in "ae" or not re.search(r"\bi $", text[max(0, match.start() - 2) : match.start()])
    rest = text[match.end() : match.end() + 8]
    return _NOT_CLASS_AFTER.match(rest) is not None and not rest.startswith((" er", " av"))


_AT_UPPER = re.compile(r",? (?:på|ved) (?:vgs|vg|videregående(?: skole)?|vidaregåande(?: skule)?)(?!\w)", re.IGNORECASE)
_NOUN_BEFORE = re.compile(r"([\wæøåÆØÅ]+) (?:på|i|fra|ved) $")


def _grade(document: Document, start: int, end: int) -> Hit:
    """Propose to take the grade away after a noun ("Emil på 6. trinn"), else the stage ("går på mellomtrinnet")."""
    text = document.text
    found = text[start:end]
    noun = _NOUN_BEFORE.search(text[max(0, start - 30) : start])
    if "klassing" in found.lower() or "trinning" in found.lower():
        replacement = "[barnet]"
    elif noun is not None and not document.flags_of(noun.group(1)) & (Word.VERB | Word.FUNCTION):
        replacement = ""
    else:
        replacement = coarse_grade(found)
        if (upper := _AT_UPPER.match(text, end)) is not None:
            end, replacement = upper.end(), "på videregående"
    return quasi(start, end, "trinn", whys.GRADE, 0.85, replacement)
