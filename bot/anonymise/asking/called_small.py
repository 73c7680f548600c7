"""Asks about what somebody is called in small letters where an ordinary word is it: "vi kaller han pusen", "alle sier
bamsen", "ho nusset, som vi si". With a capital, or as no word at all, the rules for nicknames have found it.

Knows phrases, no names. It only warns: "de kaller ham dum" stands in the same way.
"""

import re
from collections.abc import Iterator
from functools import reduce
from operator import or_

from bot.anonymise.evidence.name_subject import is_something, is_what_many_call
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CALL = r"(?:kaller|kallar|kalle|kalte|kalla|kallet|kaille|kailler|kaill|kall)"
_WHOM = r"(?:seg|sæ|ham|han|henne|ho|hu|hun|hainn|hannom|hannj|barnet|jenta|gutten|guten|eleven)"
_MANY = (
    r"(?:de|dei|dæm|vi|me|my|alle|folk|mange|noen|nån|ungene|ungan|onga|ongan|barna|elevene|elevane|guttene|guttan|"
    r"gutane|jentene|jentan|klassen|gjengen|laget|fotballaget|mor|mora|far|faren|mamma|pappa|bestemor|bestemora|"
    r"bestefar|besteforeldrene|farmor|farfar|mormor|morfar|søsteren|søstera|broren|broen|læreren|vikaren)"
)
_HOW = (
    r"(?: (?:bare|bærre|berre|bære|for|førr|ofte|alltid|gjerne|også|òg|visst|jo|no|nå|andre|til daglig|te dagle|i dag))"
)
_WORD = r"([a-zæøå]{3,16}(?:['’]n)?)(?![\w\-])"
_CALLS_HIM = re.compile(
    rf"\b{_CALL}(?:['’]?(?:n|a|na))?{_HOW}?(?: {_MANY})?{_HOW}? {_WHOM}{_HOW}{{0,2}} [«\"]?{_WORD}"
    rf"(?: (?:og|å) {_WORD}(?=[.,;!?)]|$))?"
    rf"|(?<!som vi )(?<!som de )(?<!som dæm )\b{_CALL}['’](?:n|a|na){_HOW}{{0,2}} {_WORD}"
    rf"|\b(?:en|ei|ein|dem|han|ho|hun|hainn|der|noen|nån|dama|mannen|fyren|gutten|guten|jenta|eleven),? (?:som )?"
    rf"{_MANY} {_CALL}{_HOW}{{0,2}} (?!{_WHOM}\b){_WORD}"
    rf"|\b(?:[Gg]utten|[Gg]uten|[Jj]enta|[Ee]leven|[Bb]arnet|[Ff]aren|[Mm]oren|[Mm]ora|[Bb]roren|[Nn]aboen)"
    rf"(?: [a-zæøå]{{1,12}}){{0,4}},? {_CALL} (?:de|dei|dæm|vi|alle){_HOW}{{0,2}} (?!{_WHOM}\b){_WORD}"
)
"""Who calls whom what, and the second of two: "de kaller henne tykka og grisen", "ei dæm kalle mosemor"."""
_SAID_TO_ONE = re.compile(
    rf" (?:sier|seier|sei|roper|ropar|rope) {_WORD} (?:til|te|etter|åt|ætte) {_WHOM}(?=[.,!?]|$| (?:og|å|når|men)\b)"
)
"""What many say to one: "dæm sei stubben te hainn"; who says it stands before."""
_MANY_SAY = re.compile(rf"\b{_MANY}$")
_LONGEST_MANY = 16
_IS_CALLED = re.compile(
    rf"(?:\b(?:kalles|kallast|(?:blir|vert|bli) (?:bare |berre |ofte |stadig )?(?:kalt|kalla|kallt)|"
    rf"omtal\w{{1,3}} (?:ham|han|henne|ho|hun)(?: (?:bare|berre|alltid))? som|går under (?:navnet|namnet)|"
    rf"(?:sier|seier|sei) alle|alle (?:sier|seier|sei)(?: bare| berre| bærre)?|(?:kjenner|kjenn) (?:han|"
    rf"ho) seier berre|"
    rf"svarer (?:bare|kun) på|svarar berre på|lyder (?:bare )?navnet|forkortet til|forkorta til|under navnet|"
    rf"heter bare|{_WHOM} (?:er|e|var|va|blir) (?:best |bare |berre |bærre )?kjent som|"
    rf"(?:kjenner|kjenn) (?:ham|han|henne|ho|hun|hainn)(?: bare| berre| bærre)? som|"
    rf"(?:bare|berre|bærre) (?:kalt|kalla)|(?:alias|aka)|(?:kalle|opp|økle|klenge|kjæle|til)na[vm]n(?:et)?"
    rf"(?: er| hans er|"
    rf" hennes er|:)?)|,(?: også| best)? (?:kalt|kalla))"
    rf"(?: (?:han|hun|ho|hu|for|som)){{0,2}}{_HOW}{{0,2}} [«\"]?{_WORD}"
    rf"(?= (?:av|på|i|hos|her|heime|hjemme|hæme|blant|som|og|men|fordi|til (?:ham|han|henne|ho)|te (?:hainn|ho)|åt|når|"
    rf"hver|kvar)\b|[.,;:!?)»\"\n]|$)"
)
"""What somebody is called, told of whom it is done to: "blir kalt knoll av alle", "alle sier gubben"."""
_TOLD_BEHIND = re.compile(
    rf"(?:(?<=[.!?\n,:] )|(?<=\n)|^|\b(?:han|hun|ho|hu|hainn|det er|det e|gjelder|gjeld|for|med|og|"
    rf"at|du|den) )[«\"]?{_WORD}[»\"]?"
    rf"(?:,? (?:som|såmm|so) (?:{_MANY}|han|hun|ho)(?: andre| alle)? (?:bruker å |bruka å |pleier å )?"
    rf"(?:{_CALL}|sier|seier|sei|si)\b"
    rf"|,? (?:{_CALL} (?:{_MANY}|han|hun|ho) {_WHOM}|(?:kalles|kallast) (?:ho|han|hun|hu|hainn)|"
    rf"(?:bli|blir|ble|vart) (?:ho|han|hun|hu|hainn) (?:kalla|kalt))\b"
    rf"|,? (?:er|e|va|var) (?:kalle|kjæle|øke)?na[vm]net\b"
    rf"|(?:,| –| -) (?:{_MANY}) {_CALL} {_WHOM} det\b"
    rf"|(?<!\w\w\w\w\w\w\w\w\w\w\w\w\w) (?:fekk|fikk|fækk) (?:han|hun|ho|hainn) (?:til|te|som) (?:kalle)?na[vm]n\b)"
)
"""The same with the word first: "lurven, som alle sier", "solla bli ho kalla"."""
_AT_HOME = re.compile(r"(?<=[a-zæøå] \()([a-zæøå]{3,16}) (?:hjemme|heime|hæme|til daglig|blant venner|i gjengen)\)")
_NAMELY = re.compile(
    r"\b(?:er|e|gjelder|gjeld|gjæld|veit|vet) "
    r"(?:han|ho|hun|hu|hainn) ([a-zæøå]{3,14}(?:en|n|a|ern))(?=[.,;!?)\n]| (?:har|ha|hadde|som|e|er|vi|me|de|dei|dæm|"
    r"sin|si|vil|ville|kom|slo|bit|beit|græt|gråt)\b|$)"
)
"""Somebody pointed at by a noun with its article: "det e han raringen", "ho snuppa e så trøtt"."""
_JUNIOR = re.compile(r"(?<![\w\-])([a-zæøå]{4,16}) (?:junior|senior)(?![\w\-])")
_CALLING = ("kall", "kaill", "kalt")
_NAMING = ("navnet", "namnet", " navn", " namn")
_ALL_SAY = ("alle sier", "alle seier", "alle sei", "sier alle", "seier alle", "sei alle", "seier berre")
_SAYING = (" sier", " seier", " sei", " si")
_BY_WHICH = ("omtal", "svarer bare", "svarer kun", "svarar berre", "heter bare", "navnet", "namnet", "forkort")
_KNOWN_AS = (
    "jent som",
    "jende som",
    "n som ",
    "o som ",
    "m som ",
    "e som ",
    "alias",
    "aka ",
    "navn ",
    "namn ",
    "navn:",
    "are kal",
    "rre kal",
)
_POINTING = ("er han ", "e han ", "er ho ", "e ho ", "er hun ", "ld han ", "ld ho ", "t han ", "t ho ")
_ROWS = (
    sought(_CALLS_HIM, *_CALLING),
    sought(_SAID_TO_ONE, *_SAYING, "rop"),
    sought(_IS_CALLED, *_CALLING, *_ALL_SAY, *_BY_WHICH, *_KNOWN_AS),
    sought(_TOLD_BEHIND, *_CALLING, *_NAMING, *_SAYING),
    sought(_AT_HOME, "hjemme)", "heime)", "daglig)", "venner)", "gjengen)"),
    sought(_JUNIOR, " junior", " senior"),
    sought(_NAMELY, *_POINTING),
)
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.MONTH | Word.OCCUPATION
_SAID = words(
    "kjerring kjerringa ku kua gris grisunge noe noko nåkka ting tingen dette det sånn slik alt alle stygt "
    "stygge stygg styggen dum dumme dumt feit feite teit teite tjukk tykk lat late slem slemme snill snille rar "
    "rare ekkel ekle gal gale sinnssyk psyko idiot idioten idioter hore hora horer homo homse soper taper "
    "taperen tapere jævel jævla drittunge dritt faen svarting neger terrorist apekatt mongo retard spasser svin "
    "grisete løgner løgneren tyv tyven baby babyen barnslig flink flinkest best søt pen lei redd sint trist syk "
    "sjuk ikke ikkje itj ja nei hei takk stopp hade unnskyld sorry gratulerer sannheten ordet navnet namnet opp "
    "inn ned frem fram hjem heim inne ute ofra ifra frå imot mot til saken sak sakene bære bærre prins prinsen "
    "prinsesse masse mye mykje mer meir nok ofte alltid aldri kanskje senere etterpå fortsatt bare berre godt "
    "bra fint rett feil galt sant klart enig uenig samme same hva ka kva hvem hvor når hvorfor koffer hvordan "
    "åssen koss problem problemet utfordring utfordringen utfordringa krise krisen uro uroen tilbud tiltak vold "
    "omsorgssvikt mobbing erting erfaring praksis opplæring fravær møte møtet samtale samtalen orden kaos "
    "hverdag hverdagen skole skolen"
)
_ANYBODY = words(
    "dama damen dame mannen kona karen fyren kjerringa gubben sjefen naboen venninna kjæresten fremmede ukjente "
    "kompisen kameraten bestisen bestevennen vennen gamle yngste eldste minste største mellomste lille store nye "
    "andre ene første siste voksne egen eigen sjøl selv inga ingen annen anna noen nokon sama samme fosterhjemmet"
)
"""What "han" and "ho" stand before without naming anybody."""
_ADJECTIVE = ("lig", "leg", "som", "ende", "ande", "ig", "sk", "vis")


@needing(reduce(or_, [row.needs for row in _ROWS]))
def called_small(document: Document) -> Iterator[int]:
    """Yield the positions of such words, and of the same words elsewhere in the text."""
    starts = set(_starts(document))
    said = {token.lower for token in document.tokens if token.start in starts} if starts else ()
    for at, token in enumerate(document.tokens) if said else ():
        if token.lower in said:
            yield at


def _starts(document: Document) -> Iterator[int]:
    """Yield where such words start, as they are told of."""
    for match in document.scan_each(*_ROWS):
        if match.re is not _NAMELY and not _WHO_IS_IT.search(match.group()) and _is_a_thing(document, match):
            continue
        said_from = max(0, match.start() - _LONGEST_MANY)
        if match.re is _SAID_TO_ONE and not _MANY_SAY.search(document.text, said_from, match.start()):
            continue
        for group in range(1, match.re.groups + 1):
            if match.group(group) and _may_be_called(document, match.group(group), is_pointed_at=match.re is _NAMELY):
                yield match.start(group)


_WHO_IS_IT = re.compile(rf" {_WHOM}\b|['’]n?a?\b")


def _is_a_thing(document: Document, match: re.Match[str]) -> bool:
    return is_something(document.text, match.start()) or is_what_many_call(document.text, match.start())


def _may_be_called(document: Document, word: str, *, is_pointed_at: bool) -> bool:
    """Tell whether somebody can be called that: no small word, no role, nothing that is only said of somebody."""
    flags = document.flags_of(word)
    if flags & _BARRED or word in _SAID or word.endswith(_ADJECTIVE):
        return False
    if is_pointed_at:
        return not ("jent" in word or "gutt" in word or word in _ANYBODY) and not flags & (Word.VERB | Word.SAFE)
    return not flags & Word.VERB or bool(flags & Word.FIRST)
