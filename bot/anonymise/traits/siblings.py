"""Finds rows of siblings, twins and triplets: few families have them. Knows numbers and kin words, no jobs."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, IN_ENGLISH, needs_as_sought, needs_of, needs_one_of, sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_COUNT = (
    r"(?:[3-9]|1\d|to(?= (?:eldre|yngre|tvilling|trilling|halv|små|store))|tre|fire|fem|seks|sju|syv|åtte|ni|ti|"
    r"elleve|tolv|fir|fæm|sæks|sjy)"
)
_SIBLINGS = (
    r"(?:søsken|søskjen|søsknan|sysken|søsknene|søskena|syskena|søskener|søskena|brødre|brør|søstre|søstrer|"
    r"systre|systrer|"
    r"småsøsken|småsøstre|småbrødre|småsystre|småsystrene|småsøstrene|småbrødrene|småbrørne|"
    r"søskn|søsknan|søskjn|søstra|"
    r"halvsøsken|stesøsken|storesøsken|storesøstre|storebrødre|lillesøstre|lillebrødre|tvillingsøstre|"
    r"tvillingbrødre)"
)
_TWINS = re.compile(
    rf"\b(?:(?:ei|en|ein|et|ett|eitt|to|{_COUNT}|én|ett) av )?(?:en|et|to|tre|{_COUNT})? ?(?:eneggede |eneggete |"
    rf"enegga |toeggede |toeggete |toegga |tvieggede "
    rf")?(?:trilling|tvilling|firling|femling)(?:er|ene|en|a|ane|ar|par|paret|bror|broren|søster|søsteren|søstera|"
    rf"søstrene|brødrene|søstre|brødre|syster|systera|gutter|jenter|guttene|jentene|søsken|gruppe|gruppen|gruppa|"
    rf"flokk|flokken)?\b",
    re.IGNORECASE,
)
_SIBLING = re.compile(
    rf"\b(?:yngst|eldst|midterst|nest yngst|nest eldst|yngste|eldste|midterste|nr\.? ?\d|nummer \w{{2,6}}|"
    rf"mellomst) (?:barnet |jenta |gutten |ungen )?(?:av|i (?:ei |en )?(?:søskenflokk|syskenflokk)(?: på)?|i en "
    rf"flokk på) ?(?:en |ei )?(?:søskenflokk |syskenflokk )?(?:på )?{_COUNT}?(?: (?:søsken|sysken|barn|brødre|"
    rf"søstre|born))?\b"
    rf"|\b(?:{_COUNT}) (?:andre |yngre |eldre |små |voksne |mindre )?{_SIBLINGS}\b|\bein?ebarn(?:et)?\b|"
    rf"\benebarn(?:et)?\b|\beineborn\b|"
    rf"\b(?:to|ein|en|tvi)-?egg(?:ede|ete|a|ja|et)\b|"
    rf"\bmellombarn(?:et)?\b|"
    rf"\battpåkl[ai]tt(?:en)?\b|\battpåsleng(?:en)?\b|"
    rf"\bsøskenflokk(?:en)? på {_COUNT}\b|\bsyskenflokk(?:en)? på {_COUNT}\b",
    re.IGNORECASE,
)
_ROW_PLACE = re.compile(
    rf"\b(?:yngst|eldst|midterst|yngste|eldste|midterste|mellomst|mellomste|nummer (?:to|tre|fire|fem|seks|sju|åtte)|"
    rf"nr\.? ?(?:[2-9]|1(?=, | og |-|/))(?:(?:, | og |-|/)[2-9]){{0,3}}|"
    rf"nummer (?:en|to|tre|fire|fem|1|2|3|4|5) og (?:to|tre|fire|fem|seks|[2-6])) "
    rf"(?:av|tå|ta|åv|ut av) (?:to|{_COUNT})(?: (?:søsken|sysken|søskjen|barn|brødre|brør|søstre|"
    rf"systre|born|"
    rf"onga|unger))?(?!\w)|\b(?:nummer \w{{2,6}}|nr\.? ?\d|eldst|yngst|midterst|mellomst) i (?:søskenflokken|"
    rf"syskenflokken|"
    rf"søskenrekka|søskenrekken|flokken)(?!\w)|\b(?:eldst og yngst|yngst og eldst|eldste og yngste|yngste og "
    rf"eldste)(?!\w)|"
    rf"\bnest (?:eldst|yngst)(?!\w)|"
    rf"\b(?:midt i|midten av|midt blant) (?:en |ein |ei )?(?:søsken|sysken|barne)?flokk(?:en)? på {_COUNT}(?!\w)|"
    rf"\b(?:den|det) (?:mellomste|midterste) (?:barnet|bånet|ungen|jenta|gutten|guten|sønnen|dattera|datteren)(?!\w)|"
    rf"\b(?:den|han|ho|hun|guten|gutten|jenta|de|dei|dæm) (?:(?:tre|fire|fem) )?(?:mellomste|midterste|(?:i|på) "
    rf"midten)(?! (?:av|på|i)|\w)|"
    rf"\b(?:brødre|brør|søstre|systre|søstrer|søsken|sysken|søskjen) med (?:[a-zæøå\d½]{{1,9}} ){{1,3}}"
    rf"(?:mellomrom|mellom seg|imellom|i mellom)(?!\w)|\b(?:to|{_COUNT}) (?:[a-zæøå]{{3,8}} )?"
    rf"(?:barn|unger|ungar|born|bån|onga|søsken|sysken) under (?:{_COUNT}|skolealder|skulealder)(?: år)?(?!\w)|"
    rf"\b(?:to|{_COUNT}) (?:gutter|gutar|jenter|barn|unger) (?:på )?under {_COUNT} år(?!\w)",
    re.IGNORECASE,
)
_KIN = (
    r"(?:halv|ste|bonus|foster|lille|store|vesle|små|tvilling)?(?:bror|broren|brora|brødre|søster|søsteren|søstera|søstra|"
    r"syster|systera|søstre|søsken|sysken)"
)
_ORDINAL = r"(?:andre|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende)"
_ENDS = r"(?=[.,;:!?)\n]|$| (?:søsken|sysken|barn|brødre|søstre|som|og|i))"
_MORE_ROWS = (
    (
        rf"{_KIN} (?:i (?:parallellklassen|samme barnehage|same barnehage|barnehagen)|på (?:begge|kvar|hver) sider?)",
        ("parallellk", "barnehage", " side"),
    ),
    (
        rf"(?:minst|størst|minste|største|nest \w{{4,6}}st|{_ORDINAL}) av (?:{_COUNT}|to){_ENDS}",
        ("st av ", "ste av ", "dre av ", "dje av ", "rde av ", "mte av ", "tte av ", "nde av "),
    ),
    (
        rf"(?:nummer \w{{2,6}}|nr\.? ?\d|{_ORDINAL}) i (?:rekka|rekken|rekkja|søskenrekka|søskenflokken|syskenflokken|"
        rf"flokken)",
        (" rekk", "søskenr", "flokken"),
    ),
    (
        rf"(?:de |dei )?(?:er )?{_COUNT} (?:gutter|jenter|barn|unger|born|bån|stykker|søsken)(?: og (?:ei|en|ett|to|"
        rf"tre) (?:jente|gutt|jenter|gutter))? (?:hjemme|heime|i (?:huset|familien|heimen)|under samme tak)"
        rf"(?! (?:i dag|i går|med|denne|fra|frå|hos|når|på))",
        (" hjemme", " heime", " i huset", " i familien", " i heimen", "samme tak"),
    ),
    (rf"{_COUNT} (?:gutter|gutar|jenter) på rad", ("på rad",)),
    (
        rf"(?:de |dei |dæm )(?:to |{_COUNT} )(?:søstrene|brødrene|systrene|søsknene)"
        rf"(?! (?:i|fra|frå) (?:eventyret|boka|boken|filmen|sangen|serien|fortellingen))",
        ("søstrene", "brødrene", "systrene", "søsknene"),
    ),
    (
        r"(?<!var )(?<!er )(?<!til )(?:den|han|ho|hun) (?:eldste|yngste|minste)"
        r"(?=,? (?:er|e|går|kjører|kjøre|følge|følger|seksten|femten|fjorten)\b)",
        (" eldste", " yngste", " minste"),
    ),
    (
        rf"(?:et|to|{_COUNT}) år (?:yngre|eldre|yngere) enn (?:(?:den )?(?:nest|neste) \w{{3,7}}st(?:e|emann)?|"
        rf"(?:de|dei) andre søsknene|{_KIN})",
        (" yngre enn", " eldre enn"),
    ),
    (
        rf"(?:alle|begge)(?: (?:to|{_COUNT}))?(?: er| e)? (?:født|fødd|født i|fødd i) (?:samme|same) år|"
        rf"{_KIN} (?:er|e) (?:nesten |nokså )?(?:jevngam|jamgam)\w+",
        ("født", "fødd", "jevngam", "jamgam"),
    ),
    (
        rf"(?:et|ett|eitt|to|{_COUNT}) hver(?:,| og|, og) (?:et|ett|eitt|to|{_COUNT}) (?:sammen|i lag|felles)",
        (" hver",),
    ),
    (
        rf"(?:venter|ventar|fikk|fekk|fått) (?:sitt |barn )?(?:nummer |nr\.? ?)?(?!andre){_ORDINAL} barn(?:et)?",
        ("dje barn", "rde barn", "mte barn", "tte barn", "nde barn"),
    ),
)
"""Places in a row, and many at home: "syvende av syv", "seks unger i huset", "fire gutter på rad". Each with what it
needs, which few texts hold."""
_MORE_PATTERNS = tuple(sought(re.compile(rf"\b{said}(?!\w)", re.IGNORECASE), *needs) for said, needs in _MORE_ROWS)
_ROW_PLACES = ("yngst", "eldst", "midt", "mellom", "nummer", "nr", " under ")
_MANY = re.compile(
    r"\b(?:familien?|mor|far|foreldrene|huslyden|ekteparet|de|dei|dæm|kona|(?:hun|ho|hu|han)(?= (?:har|hadde) "
    r"(?:fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|[5-9]|1[0-2]) [^.!?\n]{0,14}(?:barn|unger|born|bån)\b"
    r"(?! (?:i|på|ved) )))(?: og far)?(?: (?:på|i|fra|frå|hans|hennes|"
    r"deres) ?\w{0,20}){0,2} (?:har|hadde|fikk|venter) ((?:fire|"
    r"fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|[4-9]|1[0-2]) (?:andre |små |store |voksne )?(?:barn|unger|born|bån|"
    r"gutter|gutar|jenter|døtre|døtrer|sønner|søner|sønnar)(?:,? og \w+ venter \w+ \w+)?)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:mor|far|mora|moren|faren|hun|ho|hu|han|foreldrene|familien)\b[^.!?\n]{1,60}?(?:,| og| å) (?:har|hadde) "
    r"((?:fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|[4-9]|1[0-2]) (?:andre |små |store )?(?:barn|unger|born|bån|"
    r"onga))(?=[,.!?]| og\b)|(?:^|[.!?\n] ?(?:[•*–\-] ?)?)((?:fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|[4-9]) "
    r"(?:barn|unger|born))"
    r"(?=,[^.!?\n]{1,40}\b(?:eldst|yngst|mellomst|midt))|"
    r"\b((?:tre|fire|fem|seks|sju|syv|åtte|ni|ti|[3-9]) (?:barn|unger|ungar|born))(?=, (?:(?:de[nt] |han )?"
    r"(?:minst|yngst|eldst|størst)e?|hvorav|derav)\b)",
    re.IGNORECASE,
)
"""The same further on in a sentence, or alone before who is which: "Fem barn, Ida er eldst", "• 4 barn, yngst"."""
_THE_SMALL = re.compile(
    r"\b(?:mor|mora|moren|mamma|far|faren|pappa|kona|mannen|foreldrene|foreldra|bestemor|mormor|farmor)\b"
    r"[^.!?;\n]{1,70} ((?:de|dei|dæm) (?:to|tre|fire|fem|seks) (?:minste|yngste|yngre|eldste))"
    r"(?= ?[.,;:!?)\n]|$| (?:og|men|hjem|heim|hjemme|heime|til|hos|når|mens)\b)",
    re.IGNORECASE,
)
"""Some of a row, said of a family: "mor har reist med de tre minste"."""
_AMONG = re.compile(
    r"\b(?:med|blant|av) ((?:fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|[4-9]|1[0-2]) (?:andre|små|mindre|yngre|"
    r"eldre) "
    r"(?:barn|unger|born|bån))(?= hos| i (?:huset|heimen|hjemmet|leiligheten|familien)| hjemme| heime)",
    re.IGNORECASE,
)
_ALONE_WITH = re.compile(
    r"\b(?:alene|åleine|aleine|aleina|alenemor|alenemora|aleinemor|alenefar|aleinefar|enslig)(?: (?:hjemme|heime|nå|"
    r"no))? "
    r"(?:med|for|til|me|mæ) ((?:tre|fire|fem|seks|sju|syv|åtte|ni|ti|[3-9]) (?:små |andre |store |små)?"
    r"(?:barn|unger|born|bån|onga|gutter|gutar|jenter)|(?:tre|fire|fem|seks|[3-6]) små)(?!\w| (?:på|i|ute|inne|her)\b)",
    re.IGNORECASE,
)
"""A parent alone with many: "hjemme alene med fire barn"."""
_KEEPERS = (
    r"(?:besteforeldre(?:ne)?|besteforeldra|bestefar(?:en)?|bestemor(?:a|en)?|mormor|farmor|morfar|farfar|onkel(?:en)?|"
    r"tante|tanta|tanten)(?!\w)"
)
_WITH_OTHERS = re.compile(
    rf"\b(?:bor|bur|bodd|budd|bodde) (?:[a-zæøå]{{2,6}} ){{0,2}}?((?:alene|åleine|aleine) (?:med|hos) {_KEEPERS})|"
    rf"\b((?:vokser opp|veks opp|vokst opp|vakse opp|oppvokst|oppvaksen) (?:med|hos) {_KEEPERS})",
    re.IGNORECASE,
)
"""Who grows up with others than the parents: "bor alene med bestefar", "oppvokst hos besteforeldre"."""
_SAME_AGE = re.compile(
    r"\b(?:halv|ste|bonus|foster|adoptiv|små|lille|store)?(?:søster|bror|søsken|sysken|brødre|søstre|syster) (?:på|"
    r"i) "
    r"(?:samme|same) "
    r"(?:alder|trinn|klasse|årskull|skole)(?!\w)|\b(?:to|tre|fire|fem) (?:søsken|sysken|brødre|søstre) i (?:samme|"
    r"same) "
    r"(?:barnehage|avdeling|gruppe|klasse|trinn)(?!\w)",
    re.IGNORECASE,
)
_FAMILY_OF = re.compile(
    r"\b(?:familie|barneflokk|søskenflokk|husstand) på ((?:fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|[5-9]|"
    r"1[0-5]))(?!\w)",
    re.IGNORECASE,
)
_OF_A_FAMILY = re.compile(
    r"\b(?:familien?|huslyden|mor|far|mora|moren|bor|bur)\b[^.!?\n]{0,50} med "
    r"((?:fire|fem|seks|sju|syv|åtte|ni|ti|[4-9]) (?:små |andre )?(?:barn|unger|born|bån))(?=[.,;!?\n]|$)",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"\b((?:fire|fem|seks|sju|syv|åtte|ni|ti|[4-9]) (?:barn|unger|born|bån)) "
    r"(?:deler|delar|sover|søv) (?:på )?(?:ett|et|eitt|to|tre|fire|samme|same|rom|seng|hus|leilighet)\b",
    re.IGNORECASE,
)
"""Many who live in a few rooms: "sju barn deler to rom"."""
_SO_MANY = re.compile(rf"\b(?:er|e) {_COUNT} (?:i familien|i huset|i heimen|i søskenflokken)(?!\w)", re.IGNORECASE)
"""How many they are: "de er sju i familien"."""
_UNDER_ONE_ROOF = re.compile(
    r"\b(?:er|e|bor|bur|bodde|budde|sover) "
    r"((?:fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|[5-9]|1\d) (?:stykker|stykka|stykk|personer))"
    r"(?= (?:i|på) (?:en |et |ett |ei |eit |samme |same |to )?(?:hus|leilighet|rom|hytte|hybel|kjeller|toroms|"
    r"treroms|madrass))",
    re.IGNORECASE,
)
"""Many in one home: "De er fjorten stykker i ett hus"."""
_ALL_OF_THEM = re.compile(
    r"\b[Aa]lle ((?:fire|fem|seks|sju|syv|åtte|ni|ti) (?:barna|borna|ungene|ungane|søsknene|syskena|guttene|jentene))"
    r"(?= (?:sover|søv|bor|bur|er hjemme|er heime|deler|kom (?:uten|utan)|har samme|går (?:uten|alene))\b)"
)
"""All children of a home: "Alle fem barna sover i stua"."""
_ENGLISH_CHILDREN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) ((?:three|four|five|six|seven|eight|nine|[3-9]) (?:young |small |little )?"
    r"(?:children|kids|brothers|sisters|siblings|sons|daughters))\b|"
    r"\b(?:[Ff]amily|[Mm]other|[Mm]um|[Ff]ather|[Dd]ad|[Pp]arents) (?:has|have|had) "
    r"((?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|1\d) (?:young |small |little )?"
    r"(?:children|kids|sons|daughters))\b"
)
_EXPECTED = re.compile(r"\b(?:gravid|venter|ventar)(?: med)? (nummer \w{2,6}|nr\.? ?\w{1,5})(?!\w)", re.IGNORECASE)
_ROW_PARTS = tuple(
    words(
        "illing irling emling søsken sysken søskener yngst eldst midterst mellomst "
        "eneg toeg einegg tviegg -egg "
        "nebarn neborn mellombarn søskn søskj syskn "
        "brødre brør søstre "
        "systre nummer nr attpå"
    )
)
_BORN_TOGETHER = sought(_TWINS, "illing", "irling", "emling")
_ALL_SIBLINGS = sought(_SIBLING, *_ROW_PARTS)
_NEEDS = needs_as_sought(*_ROW_PARTS, *_ROW_PLACES)
_CHILDREN = needs_of("barn", "unger", "born", "bån", "gutt", "gutar", "jenter", "døtr", "sønn", "søner")
_ALONE = needs_as_sought("alene", "leine", "aleina", "enslig")
_EXPECTING = needs_as_sought("gravid", "vent")
_HOMES = (" i familien", " i huset", " i heimen", " i søskenflokken")
_AT_HOME = needs_of(*(home.removeprefix(" i ") for home in _HOMES))
_FLOCK = needs_as_sought("familie på", "flokk på", "husstand på")
_WHICH = (", minst", ", størst", ", hvorav", ", derav")
_AMONG_OTHERS = sought(_WITH_OTHERS, "beste", "mormor", "farmor", "morfar", "farfar", "onkel", "tante", "tanta")
_IN_ONE_HOME = (
    sought(_UNDER_ONE_ROOF, " stykk", " personer"),
    sought(_ALL_OF_THEM, "alle f", "alle s", "alle å", "alle n", "alle t"),
)
_MANY_WORDS = words("tre fire fem seks sju syv åtte ni ti elleve tolv")
"""What four children or more are counted by."""
_MANY_WORDS_NEEDED = needs_one_of(_MANY_WORDS)


_ASKED = (
    A_DIGIT
    | IN_ENGLISH
    | (_NEEDS | _AT_HOME | _EXPECTING | _ALONE | _FLOCK | _AMONG_OTHERS.needs)
    | needs_as_sought(" samme ", " same ", " minste", " yngste", " yngre", " eldste")
    | needs_as_sought(*(word for one in (*_MORE_PATTERNS, *_IN_ONE_HOME) for word in one.words))
    | needs_one_of(_MANY_WORDS)
)
"""What any of them needs."""


@needing(_ASKED)
def find_siblings(document: Document) -> Iterator[Hit]:
    """Yield "trillinger", "nummer fire av sju", "fem søsken", "de har seks barn"."""
    if not document.lacks(_NEEDS):
        yield from _rows(document)
    for match in document.scan_each(*_MORE_PATTERNS):
        yield _row(match.start(), match.end(), 0.7)
    for match in document.scan(_SAME_AGE, " samme ", " same ") if document.flags & Word.KIN else ():
        yield _row(match.start(), match.end(), 0.7)
    so_many = () if document.lacks(_AT_HOME) else document.scan(_SO_MANY, *_HOMES)
    for match in so_many:
        yield _row(match.start(), match.end(), 0.7)
    for match in document.scan_each(_AMONG_OTHERS):
        yield _row(*match.span(match.lastindex or 0), 0.65)
    for match in _counted(document):
        group = match.lastindex or 1
        yield quasi(match.start(group), match.end(group), "sosken", whys.MANY_CHILDREN, 0.8, "flere barn")


def _counted(document: Document) -> Iterator[re.Match[str]]:
    """Yield what counts the children of a family: the last group is what to take away."""
    yield from document.scan_each(*_IN_ONE_HOME)
    if document.is_english:
        yield from document.scan(_ENGLISH_CHILDREN)
    is_counted = document.has_digit or document.holds & _MANY_WORDS_NEEDED
    if is_counted and not document.lacks(_CHILDREN):
        yield from document.scan(_MANY, " har ", " hadde ", " fikk ", " venter ")
        yield from document.scan(_AMONG, "andre", "små", "mindre", "yngre", "eldre")
        yield from document.scan(_OF_A_FAMILY, " med ")
        yield from document.scan(_SHARES, " del", " sover", " søv")
        yield from document.scan(_GOES_ON, " har ", " hadde ", "eldst", "yngst", "mellomst", *_WHICH)
    if not document.lacks(_EXPECTING):
        yield from document.scan(_EXPECTED, "gravid", "vent")
    if document.flags & Word.KIN:
        yield from document.scan(_THE_SMALL, " minste", " yngste", " yngre", " eldste")
    if not document.lacks(_ALONE):
        yield from document.scan(_ALONE_WITH, "alene", "leine", "aleina", "enslig")
    if not document.lacks(_FLOCK):
        yield from document.scan(_FAMILY_OF, "familie på", "flokk på", "husstand på")


def _rows(document: Document) -> Iterator[Hit]:
    for match in document.scan_each(_BORN_TOGETHER, _ALL_SIBLINGS):
        blank = len(match.group()) - len(match.group().lstrip())
        is_alone = match.group().lower().endswith(("nebarn", "nebarnet"))
        yield _row(match.start() + blank, match.end(), 0.85, "et barn i familien" if is_alone else "[søsken]")
    for match in document.scan(_ROW_PLACE, *_ROW_PLACES):
        yield _row(match.start(), match.end(), 0.7)


def _row(start: int, end: int, certainty: float, replacement: str = "[søsken]") -> Hit:
    return quasi(start, end, "sosken", whys.SIBLINGS, certainty, replacement)
