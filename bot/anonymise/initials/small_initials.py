"""Finds initials in small letters and letters with a figure: "m/ a.k og b.r.j", "p spiste, l sov", "om ø, 10", "M3"."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.anonymise.finding import Hit
from bot.anonymise.initials.capital_owner import does_what_a_body_does
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.letters_in_slots import is_how_somebody_is
from bot.anonymise.initials.lone_letters import lone_letters
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import ANYTHING, needs_one_of
from bot.anonymise.replacing.child_phrases import AFTER_CHILD
from bot.anonymise.words.number_patterns import FIRST_TO_TENTH
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DOTTED = re.compile(r"(?<![\w.@/])[a-zæøå](?:\.[a-zæøå]){1,2}(?![\w.]*[\w@])")
_KNOWN = words(
    "pga mtp mht mhp ift iht ifm ifb ihf osv dvs fom tom fks fek mao mm ol oa el da eks ok sk fk mv bla po mfl pt td "
    "su pm am eg ie nb ps pps aka asap mo tv pc ca vg em fm jf id nn np ih dd ds då åm fe pd mt ek fd vgs iv nv io "
    "os mh fn pdf hr fr dr st gt ev vs dj it bl pg ma dy de aa"
)
"""Abbreviations that people write with one full stop after each letter."""
_NEAR_A_CLASS = words("kl tr nr st vg lg pk pb md ms ml")
"""Abbreviations that a class may follow and are no child: "kl på 8. trinn", "tr i 5b"."""
_SERVICES = words("bv pp ppt bvt kv fvk pbl hv hvt psl pst sl sp nk kp bk tk vd kd")
"""Offices in short."""
SHORTENED = _KNOWN | _NEAR_A_CLASS | _SERVICES
_TO_SOMEONE = words("med til fra frå hos av om mot for gjelder gjeld og samt m v at når ang vedr")
_DONE_TO = words(
    "ta tok tar hente henta henter hentet passe passa passer følge følger kontakte kontakta spørre spurte møtte"
)
"""What is done to somebody: "kan noen ta j.h på mandag"."""
_LETTER = "[bcdfghjklmnprstvwæøzq]"
_SINGLE = frozenset("abcdfghjklmnpqrstuvwxzæø")
_SINGLE_NEEDED = needs_one_of(_SINGLE)
_LONELY = frozenset("bcfgklpqrtwxz")
_VOWELS = frozenset("aeiouyæøå0123456789")
_LONGEST = 6
_ACTING = re.compile(rf"(?:^|[\n.,:;!?»\"](?: |(?<=\n))|\b(?:at|og|når|da|men|fordi) )({_LETTER}) ([a-zæøå]{{2,14}})\b")
_ACTING_AFTER = re.compile(rf"\b(?:da|så|nå|no|dag|går|plutselig) (?=[a-zæøå]+ ({_LETTER})\b)([a-zæøå]{{2,14}}) ")
_LONE = "[bcfgklpqrtwxz]"
"""Consonants that stand for no word: neither "j" (jeg), "v" (vi), "h" (har), "d" (det) nor "s" (seg)."""
_DOES_NOT = re.compile(
    rf"\b(?:at|om|når|fordi|hvis|viss|med|til|hos|for) ({_LONE}) "
    r"(?:ikke|ikkje|itj|har|hadde|er|kommer|kjem|sier|seier|vil|skal|må)(?= [a-zæøå])"
)
"""One letter where somebody stands: "at k ikke spiser", "når b kommer"."""
_CHILD_AND_LETTER = re.compile(
    rf"\b(?:elev|eleven|barnet|gutten|guten|jenta|ungen|Elev|Eleven|Barnet|Gutten|Guten|Jenta|Ungen) ({_LONE}|[mnds]) "
    r"(?=(?:er|e|var|har|hadde|sier|sa|seier|sei|vil|kommer|kom|går|skal|gråter|gråt|gret|slår|slo|ble|bit|biter|bet|"
    r"nekter|nektar|sover|søv|skriker|skrik)\b)"
)
"""One small letter right behind who it is: "Elev t er ofte borte"."""
_KIN_OF = re.compile(
    r"\b(?:mor|mora|moren|mamma|far|faren|pappa|foreldrene|foreldra|bror|broren|søster|søsteren|søstera) (?:til|te) "
    r"([bcdfghjklmpqrstvwxz])(?=[ ,.!?]|$)"
)
"""One small letter behind a relative: "ringte mor til k"."""
_PLACED = re.compile(
    r"\b(?:for|før|førr|på|hos|til|te|om|med|me|av) (?:([bcfghj-mprstvwz]) (?:i|på|fra|frå) "
    rf"(?:\d{{1,2}} ?[a-h]\b|\d{{1,2}}\.? ?(?:trinn|klasse)|(?:{FIRST_TO_TENTH})(?: trinn| klasse|(?=[,.!?]|$)))"
    r"|([bcfgj-mprstvwz]) (?:når|fordi|hvis|viss) (?:han|hun|ho|hu|hainn)\b)"
)
"""One small letter of a class, or of whom the sentence goes on: "ser på s i 4c", "gjør med t når han"."""
_OPENS = re.compile(r"(?:^|[\n.!?] ?|\bhei[,.!]? )([bcfgklprtwzø])(?= [a-zæøå]{2})")
"""One letter that opens a sentence: it is somebody when what follows is said of a person: "k kom for seint"."""
_HAS_TOLD = re.compile(
    r"(?:^|[\n.!?] ?)([bdfgklmprst]) (?:har|hadde) (?:fortalt|sagt|betrodd|innrømma|innrømmet|vist|skrevet) "
    r"(?:meg|mæ|oss|til|at|noe|noko|nåkka)\b"
)
"""One letter that has told something: "m har fortalt meg noe stygt"."""
_STAYS = re.compile(
    r" (?:kom (?:ikke|ikkje|for|ti|te|til|på|i|uten|utan|inn|hjem|gråtende)|"
    r"(?:sitter|satt|sit|sat|ligger|låg|lå|står|sto) (?:alene|aleine|åleine|bare|berre|i|på|og|å|under|bak|stille)|"
    r"gikk (?:hjem|heim|ut|fra|rett)|løp |"
    r"vil (?:ikke |ikkje |itj |aldri |bare )?(?:hjem|heim|inn|ut|spise|ete|snakke|prate|være|sove|leke|bytte|sitte|ha))"
)
_TIED_PAIR = re.compile(
    r"\b(?:møte|prat|snakk\w{0,2}|prat\w{0,2}|samtale|bekymr\w{1,3}|uroa|uro|krangel|bråk|slåssing|hent\w{0,3}|"
    r"følg\w{0,2}|"
    r"vondt|hils\w{0,2}|trøst\w{0,2}|spør|ringte?) "
    r"(?:(?:om|med|m|for|mellom|av|til|på) )?([b-df-hj-mp-tvw]) (?:og|å) ([b-df-hj-mp-tvw])(?= [a-zæøå]|[.,!?]|$)"
)
"""Two letters that somebody meets, fetches or is worried about: "møte om t og m"."""
_GOES_BY = re.compile(
    r"\b(?i:ang|angående|vedr|vedrørende|gjelder|gjeld)[.:]? ([bcdfghjklmnprstvwxz])(?= (?:som|i|på|og)\b|[.,:]|$)"
    r"|\b(?:til|hos) (j)(?= (?:når|om|at|i|på|for)\b|[.,?!]|$)"
)
"""One letter a note is about, or with whom somebody is: "ang n som", "si til j når"."""
_ARE_KIN = re.compile(
    r"(?<![\w.\-])([a-zæø]) og ([a-zæø]) (?:er|e|var|va) (?:hel|halv|ste)?(?:søsken|søskenbarn|brødre|søstre|venner|"
    r"uvenner|kjærester|tvillinger|fettere|kusiner|naboer)(?!\w)"
)
"""Two that are something to each other: "m og p er søsken"."""
_OPENS_TOO = re.compile(r"(?:^|[\n.!?] ?)([abdfgklmnprst])(?= [a-zæøå]{2})")
"""One letter that opens a sentence where another is somebody: "a har fått b til å spise jord"."""
_LAST = re.compile(rf"(?<!\ba )(?<!\bstaves )(?<!\bstedet )(?<! [a-zæøå] )\b(?:med|om|for|hos) ({_LONE})(?=[.,!?]|$)")
"""One at the end: "hva gjør vi med b?"."""
_CHILD_AND_LETTERS = re.compile(
    r"\b(?:elev(?:en)?|gutt(?:en)?|guten|jent[ea]|barnet|pasient(?:en)?|initial(?:er|ene)|(?:mor|far|foreldrene) til|"
    r"(?:lille|store)?(?:søster|bror)) ((?-i:[bcdfghjklmnprstvwxzq]{2,3}))(?= [a-zæøå]| ?[.,!?;]|$)",
    re.IGNORECASE,
)
"""Two or three letters right behind who it is: "Eleven kh kom for sent"."""
_TALKED_WITH = re.compile(
    r"\b(?:(?:snakka|snakket|snakke|snakk|prata|pratet|møte|møtte|jobber|samtale|tok opp|tatt opp|avtalt|avtale) "
    r"(?:m|med)|(?:bekymra|bekymret|uroa|urolig|redd|ræd) (?:for|før|førr)) ([bcdfghjklmnprstvwxz]{2,3})"
    r"(?= (?:at|om|i|på|og|da|nå|no|igjen|før|etter)\b|[.,!?]|$)"
)
"""Two or three letters that are talked with: "snakka m hk om saken"."""
_NAMED_SO = re.compile(
    rf"\b(?:heretter(?: kalt| kalla| bare)?|(?:kaller|kallar|omtaler|omtalar) (?:jeg |eg |vi )?"
    rf"(?:ham|han|henne|ho|barnet|eleven)(?: bare| som| for)?) ({_LETTER}|[xy])\b(?!\.\w)"
)
_OWNS = re.compile(r"(?<![\w.@/\-])([bcdfghjklmnprstvwxz]{2,3}|[a-zæøå]\.[a-zæøå])(?:['’]s|s| sin| si) ([a-zæøå]+)")
_WRITTEN_SO = re.compile(
    r"\b(?:[Ss]kriv|[Ss]kriver|[Ss]kriva|[Ss]krev|[Ss]kreiv|[Ss]kreve|[Ss]krevet|[Ss]krive|[Ss]krivi)"
    r"(?: (?:bare|berre|bærre|kun|navnet som|henne som|ham som|han som|ho som)){0,2} ([a-zæøå])\.(?= [a-zæøå])"
)
"""One small letter that is written instead of a name: "har berre skreve m. i dei"."""
_SHORTENED = re.compile(
    r"(?<![\w.])(?:[Mm]ed|[Ff]or|[Hh]os|[Oo]m|[Aa]t|[Nn]år|mens|fordi|og|til|fra|frå|av|[Dd]a|så|mot|[Hh]an|"
    r"[Hh]un|[Hh]o|[Hh]u|[Hh]ainn) "
    r"([a-hj-zæø]|(?<=til )i)\. (?=([a-zæøå]{1,12})\b)"
)
"""One small letter with a full stop where somebody stands, and the sentence goes on: "hva gjør vi med a. når"."""
_HAS_KIN = re.compile(
    r"(?:^|(?<=\n)|(?<=[\w.!?,] ))([a-df-hj-zæø])\.? (?:sin|si|sitt|sine) "
    r"(?=(?:mor|mora|mamma|far|faren|pappa|bror|søster|syster|foreldre|lærer|stefar|stemor|bestemor|bestefar)\b)"
)
"""One small letter that owns a relative: "n. sin far har ikke svart"."""
_ABBREVIATED = words("eks fl osv dvs klasse trinn etasje kl nr ca pr etc")
_TWO_LETTERS = re.compile(
    r"(?<![\w.])([A-ZÆØÅ][hjklnrtv])\. (?=(?:og|å) [A-ZÆØÅ][hjklnrtv]?\. |(?:vil|har|hadde|sier|seier|sa|ble|"
    r"blir|gråter|gråt|"
    r"gret|slo|slår|nekter|kommer|kom|bet|biter|trenger|skal|må|ringte) )|"
    r"(?<=\. og )([A-ZÆØÅ][hjklnrtv])\. (?=[a-zæøå])"
)
"""How a name of two consonants begins: "Kj. vil ikke hjem", "St. og Bj. er uvenner"."""
_SECOND_LETTERS = tuple(f"{letter}. " for letter in "hjklnrtv")
_TITLES = words("dr nr kl fr hr mr tr kr")
_SPOKEN_FOR = words("n d h e s")
"""Letters that stand for a word in quick writing: "n" (han), "d" (det), "m" (med), "h" (har), "s" (side)."""
_OF_AGE = re.compile(
    r"\b(?:om|for|gjelder|gjeld|gjel|gjæld|angående|ang|vedr|med|hos|elev|barn|gutt|jente|"
    r"(?<= år )og)[.:]? ([b-hj-np-zæø])"
    r"(?:, (?:gutt|gut|jente)(?: (?:på )?\d{1,2}|(?= (?:i|på) \d))|"
    r" ?, ?\d{1,2}(?= ?(?:år|,|\.|\)|og |i |på |$|\n))| ?\(\d{1,2}(?: år)?\)| \d{1,2} ?år)"
)
"""Somebody by one letter and an age: "om ø , 10, 5 trinn", "gjelder k (9)", "hos t 8 år"."""
_IN_A_CLASS = re.compile(
    r"(?<![\w.@/\-])([bcdfghjklmnprstvwxz]{2}) (?:i|på|fra|frå) "
    r"(?:(?:klasse )?\d{1,2} ?[a-h]\b|\d{1,2}\. ?(?:trinn|klasse))"
)
"""Two letters with a class: "ks i 9b"."""
_PAIR = 2
_NO_WORD = re.compile(r"[bcdfghjklmnprstvwxz]{2,3}")
_CODE = re.compile(r"([A-ZÆØÅ](?<![\w.\-/§].)\d)(?![\w\-/:]|\.\d|,\d)")
_CODE_SAYS = re.compile(r" (?:er|e) \d{1,2} år|s (?:mor|mamma|far|pappa|bror|søster)\b| (?:sin|si|sitt|sine) [a-zæøå]+")
_CODE_STANDS_FOR = re.compile(
    r"\b(?:skriver|skriv|skriva|kaller|kallar|kalt|kalla|bruker|brukar|omtaler|omtales som|heretter|heretter kalt)"
    r"(?: (?:jeg|eg|vi|æ|her|bare|for|som|ham|han|henne|ho|hun|barnet|eleven|gutten|jenta)){0,3} [«\"(]?$"
)


@needing(ANYTHING)
def find_small_initials(document: Document) -> Iterator[Hit]:
    """Yield initials in small letters, and a letter with a figure that stands for somebody."""
    if document.holds & _SINGLE_NEEDED:
        if "." in document.text:
            yield from _with_dots(document)
        yield from _lone(document)
        yield from _alone(document)
    if [word for word in document.words if 1 < len(word) < _LONGEST and _VOWELS.isdisjoint(word)]:
        yield from _without_a_vowel(document)
    if document.has_digit:
        yield from _codes(document)
    yield from _of_two_consonants(document)


def _lone(document: Document) -> Iterator[Hit]:
    """Yield one letter with a full stop where somebody stands, one that is written for a name, one that has kin."""
    for match in document.scan(_SHORTENED, ". "):
        follow = match.group(2)
        if document.flags_of(follow) & (Word.VERB | Word.FUNCTION) and follow not in _ABBREVIATED:
            yield initials_hit(*match.span(1), 0.6)
    written = document.scan(_WRITTEN_SO, "skriv", "skrev", "skreiv")
    for match in (*written, *document.scan(_HAS_KIN, " sin ", " si ", " sitt ", " sine ")):
        yield initials_hit(*match.span(1), 0.6)


def _of_two_consonants(document: Document) -> Iterator[Hit]:
    """Yield "Kj." and "Bj." where somebody does something."""
    for match in document.scan(_TWO_LETTERS, *_SECOND_LETTERS):
        group = match.lastindex or 1
        if match.group(group).lower() not in _TITLES:
            yield initials_hit(*match.span(group), 0.65)


def _with_dots(document: Document) -> Iterator[Hit]:
    """Yield "a.k" and "b.r.j" where somebody stands, then the same letters everywhere."""
    persons: set[str] = set()
    found: list[re.Match[str]] = []
    for match in document.matches(_DOTTED):
        goes_on = _goes_on_as_somebody(document, match) or _is_a_child_before(document, match.start())
        if goes_on or match.group().replace(".", "") not in _KNOWN or _is_told_to_act(document, match):
            found.append(match)
            if goes_on or _stands_as_someone(document, match.start(), match.end()):
                persons.add(match.group())
    owners = [m for m in document.scan(_OWNS, " si", "s ") if "." in m.group(1) and _owns_a_relative(document, m)]
    for match in owners:
        yield initials_hit(*match.span(1), 0.6)
    for match in found:
        if match.group() in persons:
            yield initials_hit(match.start(), match.end(), 0.6)


def _is_a_child_before(document: Document, start: int) -> bool:
    """Tell whether a child is named right before the letters: "elev: s.k."."""
    before = re.search(r"([a-zæøå]+)(?: |: ?)$", document.text[max(0, start - 18) : start], re.IGNORECASE)
    return before is not None and bool(document.flags_of(before.group(1)) & Word.CHILD)


def _goes_on_as_somebody(document: Document, match: re.Match[str]) -> bool:
    """Tell whether what follows letters with full stops is said of somebody: "har m.h. han ville", "a.m og l.m er",
    "m.t. født", "e.k., 9c". Abbreviations of common phrases are left.
    """
    if match.group().replace(".", "") in _PHRASES or len(match.group()) > _LONGEST_DOTTED:
        return False
    return _OF_SOMEBODY.match(document.text, match.end()) is not None


_LONGEST_DOTTED = 5
_PHRASES = words(
    "pga mtp mht mhp ift iht ifm ifb ihf osv dvs fom tom fks fek mao ol el da mm ok po ie eg bla mfl pt td ea os "
    "ps oa sk ev evt eks jf dd nå db va dl mv ma nn de"
)
_OF_SOMEBODY = re.compile(
    r"\.? (?:han|hun|ho|hu|hainn) (?:har|ha|er|e|var|vil|ville|skal|må|kan|kom|sier|sa|går|gikk|slo|sov|gråt|ble|"
    r"bor|bur)\b"
    r"|\.? (?:og|å) [a-zæøå]\.[a-zæøå]\.? (?:er|e|var|har|ha|kom|slo|vil|går|gikk|ble|sier|sa)\b"
    r"|\.? (?:har|hadde|er|var|ble|blir|kom|kommer|slo|vil|skal|må|sier|sa|sov|gråt|knuste|rømte) (?:ikke|ikkje|"
    r"itj|aldri|"
    r"alltid|ofte|vært|hatt|byttet|fått|sluttet|begynt|blitt|syk|borte|redd|sint|trist|hjem|heim|på (?:skolen|"
    r"do)|seg|han|"
    r"ham|henne|en|ei|et|flere|mange|[a-zæøå]{2,12}et)\b"
    r"|\.? (?:født|fødd|f\.? ?\d|\(\d{1,2} ?år|\(gutt|\(jente)|\.?, (?:gutt|jente|\d{1,2} ?år|\d{1,2} ?[a-h]\b|"
    r"\d{1,2}\. (?:tr|kl))"
)
"""What is told of somebody right behind the letters."""


def _is_told_to_act(document: Document, match: re.Match[str]) -> bool:
    """Tell whether letters that may be an abbreviation do something right behind "at": "avtalt at e.l. skal sitte"."""
    return document.text.endswith((" at ", " fordi ", " når "), 0, match.start()) and _acts(
        document, match.end() + document.text.startswith(".", match.end())
    )


def _stands_as_someone(document: Document, start: int, end: int) -> bool:
    before = re.search(r"([a-zæøå]+)[ /:]{1,2}$", document.text[max(0, start - 18) : start], re.IGNORECASE)
    word = before.group(1).lower() if before else ""
    if word in _DONE_TO:
        return True
    if word in _TO_SOMEONE or document.flags_of(word) & (Word.KIN | Word.CHILD | Word.STAFF):
        return True
    return _acts(document, end) and not before


def _acts(document: Document, end: int) -> bool:
    follow = re.match(r" ([a-zæøå]+)", document.text[end : end + 18])
    return follow is not None and bool(document.flags_of(follow.group(1)) & Word.VERB)


def _alone(document: Document) -> Iterator[Hit]:
    """Yield single small letters that do twice what only people do, or that have an age."""
    people = document.vocabulary.classes["menneskeverb"]
    acting = [m for m in document.matches(_ACTING) if m.group(2) in people]
    acting += [m for m in document.matches(_ACTING_AFTER) if m.group(2) in people]
    letters = {m.group(1) for m in acting} if len(acting) > 1 else set()
    letters = set() if letters <= _SPOKEN_FOR else letters
    letters |= _told_of(document) if "s" in document.words else set()
    letters |= {m.group(1) for m in document.scan(_NAMED_SO, "heretter", "kal", "omtal")}
    letters |= {m.group(1) for m in document.scan(_KIN_OF, " til ", " te ")}
    letters |= {
        m[1] or m[2] for m in document.scan(_PLACED, " i ", " på ", " fra ", " frå ", " når ", " fordi ", "vis")
    }
    if document.words & _LONELY:
        letters |= {m.group(1) for one in (_DOES_NOT, _CHILD_AND_LETTER, _LAST) for m in document.matches(one)}
        letters |= {m.group(1) for m in document.matches(_OPENS) if _is_told_of(document, m, people)}
    letters |= {m.group(1) for m in document.scan(_HAS_TOLD, " har ", " hadde ")}
    letters |= {one for m in document.scan(_TIED_PAIR, " og ", " å ") for one in m.groups() if m.group(1) != m.group(2)}
    letters |= {letter for letter in lone_letters(document) if letter.islower()}
    letters |= {m[1] or m[2] for m in document.scan(_GOES_BY, "ang", "vedr", "gjeld", "til j", "hos j")}
    letters |= {letter for m in document.scan(_ARE_KIN, " og ") for letter in m.groups()}
    if letters:
        letters |= {m.group(1) for m in document.matches(_OPENS_TOO) if _acts(document, m.end(1))}
    aged = {m.group(1) for m in document.matches(_OF_AGE)}
    for match in document.matches(_OF_AGE) if aged else ():
        yield initials_hit(match.start(1), match.end(1), 0.7)
    for at, token in enumerate(document.tokens) if letters else ():
        follow = document.after(at)
        if token.text in letters and (follow is None or follow.is_word or follow.text in ".,;!?)"):
            yield initials_hit(token.start, token.end, 0.6)


def _is_told_of(document: Document, match: re.Match[str], people: AbstractSet[str]) -> bool:
    """Tell whether what only somebody does or is follows a letter that opens a sentence."""
    verb = document.text[match.end() + 1 : match.end() + 20].split(" ", 1)[0].strip(".,!?")
    if verb in people and verb not in document.vocabulary.classes["sieverb"]:
        return True
    return _STAYS.match(document.text, match.end()) is not None or is_how_somebody_is(
        document, match.end(), match.group(1)
    )


def _told_of(document: Document) -> set[str]:
    """Return "s" when it twice opens what is said of a child: "s var trist. s ville ikke spise"."""
    told = [m for m in document.matches(_ACTING) if m.group(1) == "s" and AFTER_CHILD.match(document.lower, m.end(1))]
    return {"s"} if len(told) > 1 else set()


def _without_a_vowel(document: Document) -> Iterator[Hit]:
    """Yield two or three small letters that make no word and do what only people do: "tl gråt", then everywhere."""
    letters = {match.group(1) for match in document.scan(_OWNS, " si", "s ") if _owns_a_relative(document, match)}
    talked = {m.group(1) for m in document.scan(_TALKED_WITH, " m ", " med ", "bekymr", "uroa", "redd", "ræd")}
    letters |= {one for one in talked if not document.flags_of(one)} - _KNOWN - _NEAR_A_CLASS - _SERVICES
    behind = list(document.matches(_CHILD_AND_LETTERS))
    behind = [m for m in behind if not document.flags_of(m.group(1)) or _acts(document, m.end(1))]
    letters |= {m.group(1) for m in behind} - _KNOWN - _NEAR_A_CLASS
    letters |= {
        token.text
        for token in document.tokens
        if _NO_WORD.fullmatch(token.text)
        and not token.flags
        and not document.is_known(token.text)
        and does_what_a_body_does(document, token.end)
    }
    letters |= {document.tokens[at].text for at in _opening(document)} - _KNOWN - _NEAR_A_CLASS - _SERVICES
    in_a_class = document.scan(_IN_A_CLASS, " i ", " på ", " fra ", " frå ") if document.has_digit else ()
    letters |= {match.group(1) for match in in_a_class if match.group(1) not in _NEAR_A_CLASS}
    for token in document.tokens if letters else ():
        if token.text in letters or token.text.replace("’", "'").removesuffix("'s") in letters:
            yield initials_hit(token.start, token.end, 0.6)


def _opening(document: Document) -> Iterator[int]:
    """Yield two letters that open a sentence and do what people do: "ts sier at"."""
    people = document.vocabulary.classes["menneskeverb"]
    for at, token in enumerate(document.tokens):
        if len(token.text) == _PAIR and token.opens_sentence and _NO_WORD.fullmatch(token.text) and not token.flags:
            verb = document.after(at)
            if verb is not None and verb.lower in people:
                yield at


def _owns_a_relative(document: Document, match: re.Match[str]) -> bool:
    """Tell whether letters that are no word have a mother: "tk sin mor", "m.h sin far"."""
    letters = match.group(1).replace(".", "")
    is_free = letters not in _KNOWN and not document.flags_of(letters) and not document.is_known(letters)
    return (is_free or "." in match.group(1)) and bool(document.flags_of(match.group(2)) & Word.KIN)


def _codes(document: Document) -> Iterator[Hit]:
    """Yield "M3" when the text tells that it stands for somebody, or it has an age or a mother."""
    found = list(document.matches(_CODE))
    persons = {match.group() for match in found if _is_a_person(document, match)}
    for match in found:
        if match.group() in persons:
            yield initials_hit(match.start(), match.end(), 0.7)


def _is_a_person(document: Document, match: re.Match[str]) -> bool:
    head = document.text[max(0, match.start() - 40) : match.start()].lower()
    return _CODE_SAYS.match(document.text, match.end()) is not None or _CODE_STANDS_FOR.search(head) is not None
