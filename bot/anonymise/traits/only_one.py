"""Finds "den eneste ..." and other words that say that there is just one of a kind."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_MOST = re.compile(
    r"\b(?:den|det) (?:aller )?(?:yngste|eldste|største|minste|første|fyrste|tyngste|høyeste|sykeste|sterkeste|"
    r"dårligste|flinkeste|beste) (?:[\wæøå]{2,20} ){0,3}?(?:(?:i|på|ved) (?:hele |heile |heila )?"
    r"(?:kommunen|bygda|bygden|skolen|skulen|barnehagen|"
    r"kullet|trinnet|avdelingen|grenda)|kommunen har|bygda har|skolen har|som noen gang|noensinne|noen gang i)"
    r"(?: [a-zæøå]{2,12}){0,2}"
    r"|\b(?:den|det) (?:første|fyrste) (?:jenta|jente|gutten|guten|eleven|innvandreren|flyktningen|kvinna|familien)"
    r" (?:på|i) (?:[a-zæøå]{2,15}(?:laget|korpset|klubben|skolen|skulen|bygda|kommunen|klassen|linja|kullet))"
    r"|\b(?:den|det) (?:yngste|eldste|første|fyrste|verste|eneste) som [^.!?;,\n]{3,60} (?:i|på) "
    r"(?:kommunen|bygda|skolen|skulen|barnehagen|grenda)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:er |var |blir )?(?:(?:den|det|de|dei|kun|bare|berre|som|som de|min|hans|hennes|vår) )?(?:den |det |de |"
    r"dei )?(?:aller )?eneste (?:[\wæøå\-]{2,30} ){0,1}?"
    r"(?:(?:med|fra|frå|i|på|ved|av|som|uten|hjemme|her)\b|(?:familien|familie|gutten|gutt|guten|jenta|jente|jenten|"
    r"elev|eleven|barn|barnet|ungen|unge|ungdommen|innvandrer|innvandrerfamilien|flyktning|flyktningen|mora|moren|"
    r"faren|søskenparet|tvillingene|forelder|muslimen|muslim|mørkhudete|mørkhuda|adoptert|adopterte|rullestolbruker|"
    r"døve|blinde)\b|[\wæøå]{2,20}(?:familien|gutten|jenta|guten|eleven|barnet|ungen|søskenparet|innvandreren)\b)",
    re.IGNORECASE,
)
_NYNORSK_ONLY = re.compile(
    r"\b(?:den|det|dei|de) (?:einaste|enaste)\b[^.!?;,\n]{3,70}|"
    r"\b(?:einaste|enaste) (?:jent|gut|elev|barn|born|ung|ong|famil|innvandr|flyktning|førskule|skule)\w*(?: i | på |"
    r" med | frå | som )"
    r"[^.!?;,\n]{3,60}",
    re.IGNORECASE,
)
"""The same in Nynorsk, also without an article: "Einaste jenta på fotballaget"."""
_ONLY_HERE = re.compile(
    r"\b(?:bygdas|bygdens|bygda sin|kommunens|kommunas|øyas|grendas|byens|byas|stedets|dalens|skolens|skulens|"
    r"barnehagens) "
    r"(?:eneste|einaste|enaste|(?:yngste|eldste)(?= (?:mor|far|gut|jent|elev|barn|ung|forelder|"
    r"lær))) (?!(?:skole|skule|barnehage|butikk|kirke|kyrkje|buss|"
    r"veg|vei|hall|bank|kafe|kino|kiosk|"
    r"tilbud|sfo|klubb|"
    r"arbeidsplass|lekeplass|lekeplassen|legekontor|bensinstasjon)(?!\w))[a-zæøå]{3,25}(?!\w)",
    re.IGNORECASE,
)
"""The only one of a place: "bygdas einaste snikkar"."""
_ONLY_WHO = re.compile(
    r"\bden (?:aller )?(?:eneste|einaste|enaste|enest) som (?!(?:ikke |ikkje |itj |aldri )?(?:vil|får|kan|tør|skal|må|"
    r"bør|orker|klarer|klarar|greier|nekter|gråter|gret|hjelper|hjelp|forstår)\b)[^.!?;,\n]{3,70}",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:én|en|ei|ett|1|èn) (?:eneste )?(?:jente|gutt|familie|elev|barn|unge)(?: (?:fra|frå|med|som)) "
    r"[A-ZÆØÅ]?[\wæøå]+ (?:på|i) (?:skolen|skulen|bygda|kommunen|trinnet|klassen|barnehagen)",
    re.IGNORECASE,
)
_NO_OTHERS = re.compile(
    r"\bingen andre (?:på|i) (?:skolen|skulen|klassen|bygda|trinnet|kommunen|barnehagen|bygden|grenda)\b[^.!?\n]{0,60}"
    r"|\b(?:bare|berre|kun) (?:én|en|ett|ei|to|tre|fire|fem|\d) (?:[\wæøå]{2,15} )?(?:elever|elev|barn|gutter|gutt|"
    r"jenter|jente|familier|"
    r"familie|born)(?: (?:fra|med|som) [\wæøåÆØÅ]+)? (?:på|i) (?:hele |heile )?(?:skolen|skulen|klassen|bygda|"
    r"trinnet|kommunen|"
    r"barnehagen|"
    r"kullet|grenda|avdelingen)\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:bare|berre|kun) (?:én|èn|ett|éin|to) (?:[a-zæøå]{2,15} )?(?:[a-zæøå]{0,12}familien?|"
    r"[a-zæøå]{0,8}familiar|barn|"
    r"elev|jente|gutt|ungdom)(?= her|[.,]| med (?:barn|hijab|turban|rullestol|sonde|insulinpumpe|hørsel|høreapparat|"
    r"førerhund|kors|nikab|skaut)| som)",
    re.IGNORECASE,
)
_NOT_PERSON = words(
    "som måten måte gangen gang tingen ting grunnen grunn løsningen løsning stedet sted tiden leken lek "
    "maten mat tiltaket tiltak timen faget fag aktiviteten dagen dag muligheten mulighet alternativet "
    "hjelpen metoden tingene faktoren hun han vi jeg de du ho"
)
_JUST = ("bare ", "berre ", "kun ")
_PLACES = ("skolen", "skulen", "bygda", "ommunen", "trinnet", "lassen", "nehagen")
"""Places, some without the first letters, as many other words begin with those."""
_NEEDS = needs_of("ste ", "einaste", "enaste", "enest ", "ingen andre", *_JUST, *_PLACES)
_SUBJECT_NOUNS = words("barnet eleven gutten jenta mor far læreren skolen")
_MAX_ONLY = 90
_HEAD = re.compile(
    r"(?P<lead>(?:(?:er|e|var|va|blir|ble) |som ){0,2})(?:(?:den|det|de|dei|kun|bare|berre|min|hans|hennes|vår) ){0,2}"
    r"(?:aller )?(?:eneste|einaste|enaste|enest)"
    r"(?: (?P<noun>(?!(?:med|fra|frå|i|på|ved|av|som|uten|hjemme|her)(?!\w))[\wæøå\-]{2,30}))?",
    re.IGNORECASE,
)
_SECOND_NOUN = re.compile(
    r" ([\wæøå\-]*(?:barn|gut|jent|elev|unge|ungdom|tvilling|søsken|famili)[\wæøå]*)(?!\w)", re.IGNORECASE
)
_CHILD = re.compile(r"barn|gut|jent|elev|ung|tvilling|søsken|adopt")
_NEGATED = re.compile(r"\b(?:ikke|ikkje|itj|neppe|langt fra|ei|aldri) (?:(?:er|e|var) )?$")
_BE = ("er ", "var ", "blir ", "ble ", " e ", " som ", " men ")


@needing(_NEEDS)
def find_only_ones(document: Document) -> Iterator[Hit]:
    """Yield "den eneste ..." and "ingen andre på skolen"."""
    text = document.text
    yield from _only_ones(document)
    yield from _nynorsk_only_ones(document)
    for match in document.scan(_ONLY_HERE, "eneste", "naste", "ngste", "ldste", "ørste", "yrste"):
        yield _only(text, match.start(), match.end())
    for match in document.scan(_MOST, "ste "):
        yield _only(text, match.start(), match.end())
    for match in document.scan(_ALONE, *_PLACES) if document.words & {"én", "en", "ei", "ett", "1"} else ():
        yield _only(text, match.start(), match.end())
    for match in document.scan(_FEW, *_JUST):
        yield _only(text, match.start(), match.end())
    yield from _only_ones_who(document)
    for match in document.scan(_NO_OTHERS, "ingen andre", *_JUST):
        yield _only(text, match.start(), match.end())


def _only_ones(document: Document) -> Iterator[Hit]:
    """Yield "den eneste jenta med ..."."""
    text = document.text
    for match in document.scan(_ONLY, "eneste"):
        words = match.group().lower().split()
        following = words[words.index("eneste") + 1]
        is_many = following == "som" and words[0] in ("de", "dei", "dem", "er") and "de" in words[:3]
        if (following not in _NOT_PERSON or is_many) and not (
            "det" in words[:3]
            and following in _SUBJECT_NOUNS
            and not re.match(r" ?(?:på|i|med|fra|som|uten|ved)\b", text[match.end() : match.end() + 6])
        ):
            yield from _less(text, match)


def _only_ones_who(document: Document) -> Iterator[Hit]:
    """Yield "den eneste som ukependler", when the sentence before it says a child or a name."""
    for match in document.scan(_ONLY_WHO, "neste som", "naste som", "enest som"):
        before = _LAST_SENTENCE.split(document.text[max(0, match.start() - 60) : match.start()])[-1]
        said = before.split()
        if said and said[-1].lower() in _IS_OR_AND and any(_is_a_child(document, word) for word in said):
            yield from _less(document.text, match)


_HAS = (" har ", " hadde ", " fikk ", " fekk ", " får ")
_SOMEBODY = re.compile(r"barn|jent|gut|elev|famil|ung|født|søsken|venn|forelder|mor|far|bror|søster")
_LAST_SENTENCE = re.compile(r"[.!?;\n]")
_IS_OR_AND = words("er e var va vart blir ble blei og å men")
_ONE_CHILD = words("han hun ho hu hainn hain hann guten gutten jenta jento barnet eleven")


def _is_a_child(document: Document, word: str) -> bool:
    lower = word.strip(',()«»"').lower()
    flags = document.flags_of(lower)
    return lower in _ONE_CHILD or bool(flags & Word.CHILD) or (bool(flags & Word.FIRST) and word[0].isupper())


def _nynorsk_only_ones(document: Document) -> Iterator[Hit]:
    text = document.text
    for match in document.scan(_NYNORSK_ONLY, "einaste", "enaste"):
        words = match.group().lower().split()
        if words[1 if words[0].endswith("naste") else 2] not in _NOT_PERSON:
            yield from _less(text, match)


def _less(text: str, match: re.Match[str]) -> Iterator[Hit]:
    """Yield what singles out, "den eneste" and its noun, so that the rest of the sentence stands; nothing where the
    text says that somebody is not the only one.
    """
    head = _HEAD.match(text, match.start())
    before = text[max(0, match.start() - 12) : match.start()].lower()
    if head is None or _NEGATED.search(before + head.group("lead").lower()):
        return
    if before.endswith(_HAS):
        yield _only(text, match.start(), _clause_end(text, match.end()))
        return
    noun, is_predicate = (head.group("noun") or "").lower(), head.group("lead") or before.endswith(_BE)
    start, end = head.end("lead"), head.end()
    if noun and (second := _SECOND_NOUN.match(text, end)):
        noun, end = second.group(1).lower(), second.end()
    if "famili" in noun or _CHILD.search(noun):
        replacement = "en familie" if "famili" in noun else "et barn"
    elif noun and not is_predicate:
        start, replacement = match.start(), "[en person]"
    else:
        replacement = "en av dem" if is_predicate else "[en person]"
    yield quasi(start, end, "eneste", whys.ONLY_ONE, 0.85, replacement)


def _clause_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and end - start < _MAX_ONLY and text[end] not in ".!?;,\n)":
        end += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _only(text: str, start: int, end: int) -> Hit:
    verb = re.match(r"(?:er|var|blir|ble) ", text[start:end], re.IGNORECASE)
    start += verb.end() if verb else 0
    found, before = text[start:end].lower(), text[max(0, start - 5) : start].lower()
    if before.endswith(("er ", "var ", "blir ", "ble ")):
        replacement = "en av flere"
    elif text[max(0, start - 7) : start].lower().endswith(_HAS) and _SOMEBODY.search(found) is None:
        replacement = "[noe få har]"
    else:
        replacement = "en familie" if "famili" in found else "et barn"
    return quasi(start, end, "eneste", whys.ONLY_ONE, 0.85, replacement)
