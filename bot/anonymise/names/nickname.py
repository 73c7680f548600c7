"""Finds what somebody is called: nicknames, and the word after "heter" or "navn"."""

import re
from collections.abc import Iterator

from bot.anonymise.evidence.name_subject import are_many, is_somebody, is_something, is_what_many_call
from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_NICK = re.compile(
    r"\b(?i:kalles|kalte|kallet|kalt|kalla|omtales som|omtaler|omtalar|svarer bare på|svarar berre på|"
    r"svarer kun på|lystrer bare|"
    r"kallar|kallast|kaller|kallenavn(?:et)?|kallenamn(?:et)?|"
    r"klengenavn(?:et)?|økenavn(?:et)?|tilnavn(?:et)?|alias|a\.?k\.?a\.?|går under(?: navnet)?|kjent som|"
    r"presenter\w+ seg som|introdus\w+ seg som|(?:heter|heiter) (?:han|hun|ho|hu)(?= (?:bare|berre|ofte|for|"
    r"gjerne) )|blir kalt|blir kalla|kalles bare|blir bare kalt|"
    r"kall(?:e|er|ar|te|a)['’]?(?:n|na|a)|kail+(?:er?|a|t|te)?|til daglig|alle sier|kjælenavn(?:et)?|oppnavn(?:et)?)"
    r"(?: (?:bare|berre|ofte|for|er|e|var|gjerne|hverandre|kvarandre|av alle|ham|han|henne|ho|hu|seg|sæ|seg selv|"
    r"sæ sjøl|som|hjemme|barnet|"
    r"eleven|gutten|jenta|sønnen|datteren|dattera|broren|søsteren|lillebror|sin|si|sitt|"
    r"(?:vi|de|dei|alle) (?:ham|han|henne|ho|hu|hun)|også|hans|hannes|hennes|hennar|deres|på skolen|i gjengen|i "
    r"klassen)){0,3}"
    r"[ :]{1,2}[«\"'“]?([A-ZÆØÅ][\wæøåÆØÅ\-]{1,20}(?: [A-ZÆØÅ][\wæøåÆØÅ\-]{1,20})?|"
    r"(?<=[«\"'“])[\wæøå\-]{2,20})"
)
_NICK_FIRST = re.compile(
    r"[«\"“]([^\W\d_][\w\-]{2,20})[»\"”],? (?:kaller|kallar|kalte|kalla|blir|bliver|vert|er det) (?:de|dei|vi|alle|"
    r"han|hun|ho|jeg)\b"
    r"|[«\"“]([^\W\d_][\w\-]{2,20})[»\"”] (?:er|e|var|som) (?:også )?"
    r"(?:kallenavn|kallenamn|kjælenavn|klengenavn|økenavn)"
    r"|(?<=[a-zæøå] )([A-ZÆØÅ][\wæøå\-]{2,20}), som (?:han|hun|ho|hen|de|barnet|eleven) (?:kaller|kallar|kalte) "
    r"(?:seg|[a-zæøå]{3,20})\b"
    r"|(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20}) (?:er|e|var|va) det (?:\w+ )?\w+ (?:kaller|kallar|kalte|kalla) "
    r"(?:ham|han|henne|ho|hu|hun|barnet|eleven|gutten|jenta|guten)\b"
    r"|(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20}),? som (?:alle|de|dei|vi|jeg|eg|æ|mor|far|hun|ho|bestemor|ungene|barna|"
    r"elevene|klassen) "
    r"(?:kaller|kallar|kalte|kalla) (?:ham|han|henne|ho|hu|hun)\b(?! [«\"“]?[A-ZÆØÅ])"
    r"|(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20})(?:,| –| -) (?:alle|de|dei|vi|folk|mange|ungene|barna|elevene|klassen) "
    r"(?:kaller|kallar|kalte|kalla) (?:ham|han|henne|ho|hu|hun) (?:bare |berre )?det\b"
    r"|(?<=[a-zæøå] )(?<!på )(?<!i )(?<!fra )(?<!ved )"
    r"([A-ZÆØÅ][\wæøå\-]{2,20}(?: [A-ZÆØÅ][\wæøå\-]{2,20})?), som (?:egentlig |eigentleg |jo )?"
    r"(?:heter|heiter) (?=[A-ZÆØÅ])"
    r"|(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20}) (?:kalles|kallast|blir kalt|heter|heiter)(?= (?:han|hun|ho|"
    r"hu) (?:blant|hos|i|hjemme|heime|på)\b|(?<!heter)(?<!heiter)) (?:han|hun|ho|hu|hen|barnet|gutten|jenta|"
    r"guten)\b"
    r"|(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20}),? (?:sier|seier|roper|ropar) (?:de|dei|alle|noen|barna|"
    r"ungene)(?: andre)? "
    r"(?:til|etter|åt) (?:ham|han|henne|ho)\b"
    r"|(?<![\w\-])([\wæøåÆØÅ\-]{3,20}) \([\wæøåÆØÅ\-]{2,20} (?:heter|heiter|het|hete) (?:han|hun|ho|hu|hainn)\b"
    r"|(?<=[a-zæøå] \()([A-ZÆØÅ][\wæøå\-]{2,20}) (?:hjemme|heime|til daglig|til dagleg|blant venner|på nett|"
    r"på snap|i gjengen)\)"
    r"|(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20}) (?:er|e|var|va) (?:[a-zæøå]+ )?"
    r"(?:navnet|namnet|kallenavnet|kallenamnet|kjælenavnet|klengenavnet|økenavnet|oppnavnet) "
    r"(?:på|til|hans|hennes|hennar)\b(?! (?:[\wæøå]{2,5} )?(?:ny[ea]?(?:ste)? )?[\wæøå]*"
    r"(?:app(?:en)?|system(?:et)?|program(?:met)?|verktøy(?:et)?|robot(?:en)?|rom(?:met)?|prosjekt(?:et)?|plan(?:en)?)\b)"
)
_IS_CALLED = re.compile(r"(?:kalles|kallast|kalt|kalla|blir kalt|blir kalla)(?!\w)", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r" (?:ham|han|henne|ho|hun|hu|hainn)\b")
_TELLS = re.compile(
    r"\b(?:går under navnet|kallenavn\w*|kallenamn\w*|klengenavn\w*|økenavn\w*|oppnavn\w*|(?:kall\w+|kalt) (?:ham|"
    r"han|henne|ho|seg|hverandre|kvarandre))"
    r"(?= [«\"'“]?(?!ikke|ikkje)[A-ZÆØÅ])"
)
"""What says so plainly that somebody is called something that a film or a brand may be it: "kaller ham Shrek"."""
_NAME_BEFORE = re.compile(r"(?<![\w\-])([A-ZÆØÅ][\w\-]{1,25}),? (?:bare |ofte |også )?$")
_PASSING = r"(?:egentlig|eigentleg|visst|bare|berre|foreløpig|førebels|midlertidig|fortsatt|framleis|offisielt)"
"""What may stand between "heter" and the name."""
_CALLED = re.compile(
    r"\b(?i:heter|heiter|het|heite|hete|hetter|hette|navnet er|ved navn|navngitt|(?<!uten )(?<!med )navn:|namn:|"
    r"navn er|"
    rf"døpt|namnet er) (?:(?:{_PASSING}|forresten|nemlig|altså|kanskje|sikkert) ){{0,2}}"
    r"((?:[^\W\d_][\wæøå'\-]{1,30})(?: [A-ZÆØÅ][\wæøå'\-]{1,30}){0,3})"
)
_KIN_IS_CALLED = re.compile(
    r"\b(?i:mor|far|mamma|pappa|stefar|stemor|stepappa|stemamma|fosterfar|fostermor|bror|søster|onkel|tante|bestefar|"
    r"bestemor|morfar|mormor|farfar|farmor|kjæreste|samboer|barn|barnet|elev|eleven|gutt|jente)(?:en|a)? ?(?:=|:|–|-) ?"
    r"[«\"“]([^\W\d_][\w\-]{2,20})[»\"”](?= ?(?:[.,;\n(]|$))"
)
"""A role and what stands for its name in a row of such: "Stefar = «Bamsen»."; what is said goes on."""
_REALLY = re.compile(r" (?:på ordentlig|på ordentleg|på ekte|på papiret|i passet|i virkeligheten|til fornavn)(?!\w)")
_NICK_SMALL = re.compile(
    r"\b(?i:kallenavn|kallenamn|klengenavn|økenavn|kjælenavn|oppnavn)(?:et)?"
    r"(?: (?:hans|hannes|hennes|hennar|deres|på (?:ham|henne|han|ho|hun)))?(?: (?:er|e|var)|:) "
    r"([a-zæøå][\wæøå\-]{2,20})(?!\w)"
)
_CALLED_SMALL = re.compile(
    r"\b(?i:kalles|kallast|kalt|kalla|kaller vi|kaller de)(?: (?:bare|berre|ofte|for|gjerne|ham|henne|han)){0,2} "
    r"([a-zæøå]{3,20})(?= (?:av|på|i|hjemme|heime)\b|[.,;!?)]|$)"
)
"""A name that is also an ordinary word, in small letters: "kalles sol av alle"."""
_CALLED_UNKNOWN = re.compile(
    r"\b(?i:(?:kaller|kallar|kalle|kalte|kalla|kaille|kailler) (?:(?:de|dei|vi|alle|jeg|eg) )?"
    r"(?:ham|han|henne|ho|hun|hu)|(?:han|hun|ho|gutten|guten|jenta) (?:kalles|kallast|blir kalt|vert kalla))"
    r"(?: (?:bare|berre|ofte|for|gjerne|også)){0,2} ([a-zæøå]{4,16})"
    r"(?= (?:og|men|fordi|her|av|på|i|hjemme|heime)\b|[.,;!?)]|$)"
)
"""What somebody is called, in small letters: "kaller ham tarzan"."""
_CALLED_BY_TWO = re.compile(
    r"\b(?i:kalles|kallast|kalt|kalla|kallt|går under navnet|heter bare)(?: (?:bare|berre|ofte|for|gjerne|henne|"
    r"ham|han|ho))? "
    r"(([a-zæøå]{3,15}) ([a-zæøå\-]{3,15}))(?= (?:av|på|i|her|blant|hjemme|heime)\b|[.,;:!?)\n»]|$)"
)
"""Two words in small letters, one of them a name: "kalles radio randi", "kalt per snusk"."""
_CALLED_IN_QUOTES = re.compile(
    rf"\b(?:heter|heiter|het|hette|heit)(?: (?:han|hun|ho|hen))?(?: (?:også|alltid|{_PASSING})){{0,2}} "
    r"[«\"“]([A-ZÆØÅ][\wæøå\-]{2,20})[»\"”]"
)
"""What somebody is called, in quotation marks: "hun heter «Bjørnen» hjemme"."""
_OTHER_SURNAME = re.compile(
    r"\b(?:etternavn|etternamn|pikenavn)(?:et)?(?: (?:er|var|fra|frå|til)|:) "
    r"([\wæøåÆØÅ\-]{3,30})(?: til ([\wæøåÆØÅ\-]{3,30}))?"
)
_ENGLISH = re.compile(
    r"\b(?i:nickname is|nicknamed|is called|is named|goes by|name is|known as|answers to|"
    r"(?:we|they|friends|everyone|everybody|others|children|kids|pupils|students|classmates|boys|girls|"
    r"people) calls? (?:him|"
    r"her)) [\"“']?([A-Z][\w\-]{1,20})"
    r"|\b([A-Z][\w\-]{1,20})[\"”']?, as (?:the |his |her |all |we|they|everyone|"
    r"everybody)(?:[a-z]+ ){0,2}calls? (?:him|her)\b"
    r"|\b(?i:shouts?|yells?|shouted|yelled) [\"“']?([A-Z][\w\-]{1,20})[\"”']? (?:at|to|after) (?:him|her)\b"
    r"|[\"“']([A-Z][\w\-]{1,20})[\"”'] is what (?:they|the others|everyone) (?:shouts?|says?|yells?|calls?)\b"
    r"|\b(?:knows?|knew) (?:him|her) as [\"“']?([A-Z][\w\-]{1,20})"
    r"|\bcall(?:s|ed)? (?:him|her) [\"“]([A-Z][\w\-]{1,20})[\"”]"
    r"|\b(?:boy|girl|one|child|kid|pupil) (?:we|they|everyone|the others) (?:all )?calls? [\"“']?([A-Z][\w\-]{1,20})"
    r"|\b([A-Z][\w\-]{1,20})[\"”']?,? is what (?:[a-z]+ ){1,3}calls? (?:him|her)\b"
)
_THING = re.compile(
    r"\b(?:noe|noko|nåkka|[a-zæøå]*(?:spill|spillet|spel|spelet|film|filmen|bok|boka|boken|app|appen|program|"
    r"programmet|metode|"
    r"metoden|rom|rommet|sang|sangen|serie|serien|kurs|kurset|verktøy|verktøyet|prosjekt|prosjektet|side|nettside|"
    r"nettsida|"
    r"system|systemet|sykdom|sjukdom|tilstand|lek|leken|gruppe|gruppa|kanal|kanalen)) som $",
    re.IGNORECASE,
)
"""A thing and no person "som heter" what follows."""
_SAID_TO = re.compile(
    r" (?:sier|seier|sei|sa|si|roper|ropar|ropte|ropa|skriker|skrik|skreik|hyler)(?: alltid| bare| berre| aldri)? "
    r"[«\"“']?([A-ZÆØÅ][\wæøå\-]{2,20}(?: [A-ZÆØÅ][\wæøå\-]{2,20})?)[»\"”']? (?:til|te|åt|etter|om) (?:meg|mæ|henne|"
    r"hainn|hannom|han|ham|ho|hu|hun|guten|"
    r"gutten|jenta|barnet|eleven)(?! at\b| om\b|:)(?!\w)"
)
"""What somebody is called by another: "Hun sier Spretten til meg"."""
_SPEAKER = re.compile(r"(?<![\w\-])[\w\-]{2,20}$")
_SAYS = words(
    "han hun ho hu hainn hain de dei dæm alle noen nokon nån folk ungene ungan barna elevene elevane guttene "
    "jentene vi jeg klassen gruppa gruppen gjengen avdelinga"
)
_MANY = ("ene", "ane", "erne")
"""How many people end: "Klassekameratene roper"."""
_WHOM_THEY_CALL = re.compile(
    r"\b(?:[Hh]an|[Hh]un|[Hh]o|[Ee]n|[Ee]in|[Ff]yr(?:en)?|[Mm]ann(?:en)?|[Kk]ar(?:en)?|[Tt]ype|[Gg]utt(?:en)?|"
    r"[Gg]ut(?:en)?|"
    r"[Jj]ent[ea]|[Vv]oksen|[Vv]aksen|[Kk]jæreste(?:n)?|[Vv]enn(?:en)?|[Kk]ompis(?:en)?|[Nn]abo(?:en)?|"
    r"[Pp]erson(?:en)?)"
    r"(?:,? som)? (?:(?:de|dei|dæm|vi|alle|han|hun|ho|jeg|eg|æ|ungene|barna|mor|far)(?: andre)? )"
    r"(?:kaller|kallar|kalte|kalla|kaille|kjenner som|kjenner bare som) (?:for )?[«\"“]([A-ZÆØÅ][\w\-]{1,20})[»\"”]"
)
"""Somebody whom others call so, in quotation marks: "en voksen han kaller «Boss»"."""
_AFTER_HETER = "Ordet står etter «heter» eller «navn»."
_HETER = ("het", "heit", "døpt")
_SECOND = re.compile(r" og ([a-zæøå]{3,20})(?![\w\-])")
_NO_NAMES = words(
    "noe noko nåkka det dette samme same ingenting ikkje ikke egentlig eigentleg visst vel nemlig nemleg faktisk "
    "ting kanskje sikkert fortsatt framleis omtrent altså forresten også òg jo nok bare berre akkurat likt ulikt annet "
    "anna noen nesten litt like alltid ofte aldri stadig heldigvis dessverre forskjellig rart mange mer begge enten "
    "verken så som når om hva ka kva"
)
"""What stands after "heter" and names nobody: "hun heter det samme"."""
_ADVERBS = ("lig", "vis", "leg")
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE | Word.NUMBER
_AT_HOME = ("hjemme)", "heime)", "daglig)", "dagleg)", "venner)", "nett)", "snap)", "gjengen)")
"""What closes the brackets behind a name that hold another: "Tuva (Tuppa hjemme)"."""
_NAMING = (
    *(
        "kall",
        "kalt",
        "kail",
        "navn",
        "namn",
        "het",
        "heit",
        "kjent som",
        "døpt",
        "daglig",
        *_AT_HOME,
        "sier",
        "omtal",
        "svar",
        "lystr",
        " si ",
        "shout",
        "yell",
        "know",
        "knew",
        "name",
        "call",
        "goes by",
    ),
    *("seier", "roper", "ropar", "ropte", "ropa", " sa ", " sei ", "skrik", "skreik", "hyler"),
    *("alias", "aka", "a.k", "går under", "presenter", "introdus"),
    *("= «", ": «", '= "', ': "'),
)
_NEEDS = needs_as_sought(*_NAMING)
_NAME = ("navn", "namn")
_CALL = ("kall", "kalt", "kail")
_ALSO = ("alias", "aka", "a.k", "går under", "presenter", "introdus")
_MANY_SAY = tuple(
    f"{verb} {who}" for verb in words("sier seier roper ropar") for who in words("de dei alle noen barna ungene")
)
_NICKNAMES = (
    (_NICK_SMALL, 0.8, _NAME),
    (_NICK_FIRST, 0.8, (*_CALL, *_NAME, *_AT_HOME, " het", " heit", *_MANY_SAY, "«", '"', "“")),
    (
        _NICK,
        0.85,
        (*_CALL, *_NAME, *_ALSO, "heter h", "heiter h", "omtal", "svar", "lystr", "kjent som", "daglig", "alle sier"),
    ),
    (_ENGLISH, 0.8, ("name", "call", "goes by", "known as", "answers to", "shout", "yell", " as ")),
)


@needing(_NEEDS)
def find_nicknames(document: Document) -> Iterator[Hit]:
    """Yield nicknames and the names after "heter"."""
    for pattern, certainty, needs in _NICKNAMES:
        for match in document.scan(pattern, *needs):
            called = match.lastindex or 1
            word = match.group(called).split()[0]
            is_told = _TELLS.search(match.group()) is not None or _is_short_for_a_name(document, match.start())
            is_told = is_told and not word.isupper()
            if _is_said_of_a_thing(document.text, match):
                continue
            if (is_told or _may_be_a_nickname(document, word)) and not _is_an_insult(document, match.group(), word):
                yield direct(
                    match.start(called), match.end(called), "kallenavn", whys.NICKNAME, certainty, "[kallenavn]"
                )
    for match in document.scan(_SAID_TO, "sier", "seier", " sei ", " sa ", " si ", "rop", "skri", "skre", "hyl"):
        speaker = _SPEAKER.search(document.text[max(0, match.start() - 21) : match.start()])
        if speaker is not None and _is_said_to_somebody(document, speaker.group(), match.group(1)):
            yield direct(*match.span(1), "kallenavn", whys.NICKNAME, 0.75, "[kallenavn]")
    yield from _in_small_letters(document)
    yield from _said_names(document)


def _is_said_of_a_thing(text: str, match: re.Match[str]) -> bool:
    """Tell whether a thing is called so: "spillet kalles Jungel", "rommet vi kaller Båten"."""
    if _IS_CALLED.match(match.group()) and is_something(text, match.start()):
        return True
    return is_what_many_call(text, match.start()) and not _OF_SOMEBODY.search(match.group())


def _is_short_for_a_name(document: Document, start: int) -> bool:
    """Tell whether a name and a comma stand before "kalt": "Nattapong Haugen, kalt Nat"."""
    named = _NAME_BEFORE.search(document.text, max(0, start - 30), start)
    barred = Word.SAFE | Word.FUNCTION
    return named is not None and bool(document.flags_of(named.group(1)) & (Word.FIRST | Word.SURNAME) & ~barred)


def _said_names(document: Document) -> Iterator[Hit]:
    for match in document.scan(_OTHER_SURNAME, *_NAME):
        for group in range(1, (match.lastindex or 1) + 1):
            if document.flags_of(match.group(group)) & (Word.KIN | Word.CHILD | Word.STAFF):
                continue  # "etternavnet til bestemor"
            why = "Ordet står etter «etternavn»."
            yield direct(match.start(group), match.end(group), "navn", why, 0.85, "[navn]")
    yield from _in_quotes(document)
    for match in document.scan(_CALLED, "het", "heit", "døpt", *_NAME):
        if _THING.search(document.text[max(0, match.start() - 40) : match.start()]):
            continue
        word = match.group(1).split()[0]
        is_real = _REALLY.match(document.text, match.end(1)) and is_somebody(document, match.start())
        if is_real and not document.flags_of(word) & _BARRED & ~Word.SAFE:  # though a film or a singer bears it too
            yield direct(match.start(1), match.end(1), "navn", _AFTER_HETER, 0.9, "[navn]")
        if _is_said_name(document, match.group(1), match.start()) or _is_an_ordinary_name(document, match, word):
            yield direct(match.start(1), match.end(1), "navn", _AFTER_HETER, 0.9, "[navn]")
            yield from _and_another(document, match)


def _in_quotes(document: Document) -> Iterator[Hit]:
    """Yield what somebody is called in quotation marks."""
    for match in document.scan(_KIN_IS_CALLED, "«", '"', "“"):
        if _may_be_a_nickname(document, match.group(1)):
            yield direct(*match.span(1), "kallenavn", whys.NICKNAME, 0.7, "[kallenavn]")
    for match in document.scan(_WHOM_THEY_CALL, " «", ' "', " “"):
        yield direct(*match.span(1), "kallenavn", whys.NICKNAME, 0.75, "[kallenavn]")
    for match in document.scan(_CALLED_IN_QUOTES, " «", ' "', " “"):
        is_one = " h" in match.group() or is_somebody(document, match.start())
        if is_one and _may_be_a_nickname(document, match.group(1).split()[0]):
            yield direct(*match.span(1), "kallenavn", whys.NICKNAME, 0.75, "[kallenavn]")


def _is_an_ordinary_name(document: Document, match: re.Match[str], word: str) -> bool:
    """Tell whether an ordinary word is what a person "heter": "hun heter glede", "gutten som heter sky"."""
    barred = _BARRED if document.flags_of(word) & Word.FIRST else _BARRED | Word.VERB
    if word.lower() in _NO_NAMES or word.endswith(_ADVERBS) or document.flags_of(word) & barred:
        return False
    return match.group().lower().startswith(_HETER) and is_somebody(document, match.start())


def _and_another(document: Document, match: re.Match[str]) -> Iterator[Hit]:
    """Yield the second of two that "heter": "søsknene heter tiger og løve"."""
    other = _SECOND.match(document.text, match.end())
    if other is not None and are_many(document.text, match.start()):
        word = other.group(1)
        if word not in _NO_NAMES and not document.flags_of(word) & _BARRED:
            yield direct(other.start(1), other.end(1), "navn", _AFTER_HETER, 0.8, "[navn]")


def _may_be_a_nickname(document: Document, word: str) -> bool:
    """Tell whether the word can be what somebody is called: no small word and no service."""
    return not document.flags_of(word) & (Word.SAFE | Word.FUNCTION)


def _is_an_insult(document: Document, said: str, word: str) -> bool:
    """Tell whether somebody was called an ordinary word: "ble kalt «terrorist»"."""
    return said.lower().startswith(("kalt", "blir kalt")) and word[0].islower() and document.lexicon.is_headword(word)


def _is_said_to_somebody(document: Document, speaker: str, called: str) -> bool:
    """Tell whether a person says the word, and the word is no greeting, no role and no service."""
    flags = document.flags_of(speaker)
    speaks = speaker.lower() in _SAYS or bool(flags & (Word.KIN | Word.STAFF | Word.CHILD | Word.FIRST))
    barred = Word.SAFE | Word.SAFE_IN_CAPS | Word.FUNCTION | Word.KIN | Word.STAFF | Word.CHILD | Word.MONTH
    is_someone = speaks or (speaker[0].isupper() and not document.is_known(speaker.lower()))
    return (
        (is_someone or speaker.endswith(_MANY))
        and called.lower() not in document.vocabulary.classes["sagt_hoyt"]
        and not document.flags_of(called) & barred
    )


def _in_small_letters(document: Document) -> Iterator[Hit]:
    """Yield a name that is also a word, and a word nobody knows: "kalles sol av alle", "kaller ham tarzan"."""
    for match in document.scan(_CALLED_UNKNOWN, *_CALL):
        word = match.group(1)
        if not (document.flags_of(word) or document.is_known(word)):
            yield direct(*match.span(1), "kallenavn", whys.NICKNAME, 0.7, "[kallenavn]")
    for match in document.scan(_CALLED_BY_TWO, *_CALL, "går under", "heter bare"):
        both = [document.flags_of(match.group(one)) for one in (2, 3)]
        is_named = any(one & Word.FIRST and not one & (Word.ORDINARY | Word.FUNCTION | Word.VERB) for one in both)
        if is_named and not any(one & (Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF) for one in both):
            yield direct(*match.span(1), "kallenavn", whys.NICKNAME, 0.7, "[kallenavn]")
    for match in document.scan(_CALLED_SMALL, *_CALL):
        flags = document.flags_of(match.group(1)) if match.group(1) not in _NO_NAMES else 0
        if flags & Word.FIRST and not flags & (Word.FUNCTION | Word.VERB | Word.KIN | Word.CHILD):
            yield direct(match.start(1), match.end(1), "kallenavn", whys.NICKNAME, 0.7, "[kallenavn]")


def _is_said_name(document: Document, called: str, start: int) -> bool:
    """Tell whether what is `called` after "heter", which stands at `start`, names somebody: any capital that is no
    service or abbreviation, nor the word for a thing, or a word in small letters that is unknown or a name.
    """
    word = called.split()[0]
    flags = document.flags_of(word)
    if flags & (Word.SAFE | Word.SAFE_IN_CAPS):
        said = document.text[max(0, start - 4) : start].lower().split()
        return word.istitle() and bool(said) and said[-1] in ("han", "hun", "ho", "hu")  # "han heter Batman"
    is_listed = flags & (Word.FIRST | Word.SURNAME | Word.AMBIGUOUS)
    is_a_word = bool(flags & Word.ORDINARY) or document.is_known(word.lower())
    if is_a_word and is_something(document.text, start) and not (word[0].isupper() and is_listed):
        return called != word and word[0].isupper()  # "gruppa heter Foreldre 5B", not "Skolen heter Tunet Montessori"
    if word[0].isupper():
        return True
    is_ordinary = document.is_known(word.lower()) and not flags & (Word.FIRST | Word.AMBIGUOUS)
    return not is_ordinary and not flags & (Word.FUNCTION | Word.CHILD)
