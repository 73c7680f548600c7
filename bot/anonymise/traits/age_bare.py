"""Finds ages without "år" and without a person beside them: "Helmer, åtte,", "Mio og Lea, fire og ni", "ei på ti"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_one_of, sought
from bot.anonymise.traits.exact_age import told_age
from bot.anonymise.words.months import MONTHS
from bot.anonymise.words.proposals import AGE_WORDS, OVER_TWO
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WORD = rf"(?:to|{OVER_TWO})"
_AGE_WORDS_NEEDED = needs_one_of(AGE_WORDS)
_NUMBER = rf"(?:1?\d|{_WORD})"
_ENDS = r"(?=[.,;:!?)\n]|$)"
_HALF = re.compile(
    rf"(?<![\w.,])({_NUMBER} (?:og |å )(?:et |eit |ett |en |ei )?(?:halvt|halv|halvannet|trekvart|kvart))"
    rf"(?=[.,;:!?)\n]|$| (?:og|å|men|som|når|no|nå|da)\b)",
    re.IGNORECASE,
)
_WHO = (
    "ei|en|ein|han|ho|hu|hun|den|mor|kvinne|mann|pike|piken|kar|karen|krabat|krabaten|frøken|tenåring|tenåringen|"
    "rakker|"
    "[a-zæøå]{0,12}unge|[a-zæøå]{0,12}ungen|tass|tassen|ungdom|ungdommen|person|liten|lita|rolling|rollingen|"
    "(?:ste|halv|foster|bonus)(?:bror(?:en|a)?|søster(?:en|a)?|søstra|syster(?:a)?|sønn(?:en)?|datter(?:en|a)?)"
)
_ONE_OF = re.compile(
    rf"\b(?:{_WHO}) på ({_NUMBER})"
    rf"(?:{_ENDS}|(?= (?:som|og|å|men|med|uten|fra|frå|hos)\b|(?P<does> [a-zæøå]+)))",
    re.IGNORECASE,
)
"""Who is of an age, at the end or before what is said: "ei på ti", "han på 4 slår alle"."""
_BOTH = re.compile(
    rf"(?:(?<=, )|(?<=er )|(?<=e )|(?<=\())({_NUMBER})(?: år)?,? (?:begge|begge to|både to|både) ?(?=[.,;!?)\n]|$)|"
    rf"\bbegge (?:er |e |var |på )({_NUMBER}){_ENDS}",
    re.IGNORECASE,
)
_NAMED = r"[A-ZÆØÅ][\wæøåéÆØÅ\-]{1,25}"
_WHOLE_NAME = r"[A-ZÆØÅ](?<!\w.)[\wæøåéÆØÅ\-]{1,25}"
"""The same where a word begins: the capital is asked for first, for a text holds few."""
_ROW = re.compile(
    rf"({_WHOLE_NAME}) (1\d|[1-9])(?:, | og | & |, og )(?:{_NAMED} (?:1\d|[1-9])(?:, | og | & |, og "
    rf")){{0,6}}{_NAMED} "
    rf"1?\d(?![\d/:]|[.,]\d)"
)
_IN_A_ROW = re.compile(rf"{_NAMED} (1?\d)")
_AFTER_NAMES = re.compile(
    rf"({_WHOLE_NAME}),? (?:og|å|&) ({_NAMED}),? \(?({_NUMBER} (?:og|å|&) {_NUMBER})(?=[.;:!?)\n]|$|, )"
)
_LIST = re.compile(
    rf"\b(?:er|e|på|barn|barna|borna|ungene|søsken|gutter|jenter|alder|,|:) ((?:{_NUMBER}, ){{1,6}}{_NUMBER} (?:og|"
    rf"å) {_NUMBER}"
    rf"(?: år| måneder| mnd)?)(?![\w])(?! (?:prosent|timer|ganger|minutter|uker|dager|trinn|klasse|elever|barn|poeng))",
    re.IGNORECASE,
)
_IS_LIST = frozenset(["og", "å"])
_IS_LIST_NEEDED = needs_one_of(_IS_LIST)
_ABOUT_CHILDREN = re.compile(
    r"\b(?:barn|barna|born|borna|unger|ungene|onga|søsken|gutter|jenter|elever) ", re.IGNORECASE
)
_NAME_COMMA = re.compile(rf"({_WHOLE_NAME}), ({_WORD})(?=[,.;)]| år\b)")
_NAME_IS = re.compile(rf"({_WHOLE_NAME}), (?:er|e|blir) ({_NUMBER})(?=, |[.;]|$| og )")
"""The same with a verb: "Jenta heter Emma Ås, er 14, og"."""
_OPENS = re.compile(
    r"(?<![\wæøå-])(?<![a-zæøå,] )(Fire|Fem|Seks|Sju|Syv|Åtte|Ni|Ti|Elleve|Tolv|Tretten|Fjorten|Femten|Seksten|"
    r"Sytten)(?: år)?"
    r"(?=, (?:og|men|eldst|yngst|går|bor|bur|har|hadde|alene|åleine|aleine|midt|snart|født|stor|liten|kjører|kjøre)\b)"
)
_OPENS_IN_FIGURES = re.compile(
    rf"(?:(?<=[.!?] )|^)({_NUMBER} år)(?=, (?:far|mor|foreldre|søsken|bror|søster|går|bor|bur|har|i|eldst|yngst)\b)"
)
"""The same with "år": "Hvor er han? 15 år, far er lensmann"."""
_ORDER = re.compile(
    rf"\b(?:den|han|ho|hun) (?:første|fyrste|andre|ene|eine|eldste|yngste|minste|største|mellomste) (?:er|e|var|va|"
    rf"bare|berre|på) ({_NUMBER})"
    rf"(?=[,.;!?)]|$| (?:og|men|år)\b)",
    re.IGNORECASE,
)
_NICKNAMED = re.compile(rf"(?<![\w])([a-zæøå]{{4,20}}) (?:er|e|fyller|blir) ({_WORD}){_ENDS}")
_SMALL_SON = re.compile(
    rf"\b(?:sonen|dotter|dottera|sønen|yngstesønnen|eldstesønnen|yngstemann|minstemann|eldstemann|veslebror|"
    rf"småsøster|minsten|"
    rf"eldsten|yngsten)(?: (?:hans|hennes|min|mi|vår))? (?:på|er|e) ({_NUMBER}(?: år)?)(?![\w,]\d|\w)",
    re.IGNORECASE,
)
_GRADE = r"\d{1,2}(?:[a-e]\b|\.? ?(?:trinn|klasse|kl)\b)"
_AND_YEARS = re.compile(
    rf"\b(?:er|e|går|bor|bur|heter|heiter|hos|adoptert|født|lærling|elev)\b(?:[^.!?,;\n\d]|{_GRADE}){{2,50}} (?:og|å) "
    rf"(?:nå |no |snart )?({_NUMBER} år)(?=[.,;!?\n]|$)",
    re.IGNORECASE,
)
"""An age behind where somebody goes or lives: "går på skolen og 8 år", "e i 6b på Prøve skole å 11 år"."""
_NAME_AND_YEARS = re.compile(
    rf"(?<![\w]){_NAMED} (?:og|å) (?:er |e |nå |no |snart |nesten |bare |bærre )?({_NUMBER} (?:år|mnd|måneder))"
    rf"(?=[.,;:!?)\n]|$| (?:og|å|men|som (?:er|e|har|går|bor|ikke|ikkje|itj))\b|(?P<does> [a-zæøå]+))"
)
"""An age behind a name or a place, which is none of a length of time: "på Prøvefjell og 11 år, kommer sjelden"."""
_CHILD_YEARS = re.compile(
    rf"\b(?:jente|jenta|gutt|gut|gutten|guten|barn) ({_NUMBER} år) (?:på|i|fra|frå|som|med)\b", re.IGNORECASE
)
_BABY = re.compile(
    rf"(?<!sett )(?<!sjett )(?<!møtt )(?<!hørt fra )(?<!besøkt )(?<!truffet )\b(?:baby|babyen|barn|barnet|"
    rf"spedbarn|spedbarnet|gutt|gutten|jente|jenta|lillebror|lillesøster|"
    rf"tvillinger)(?: på | |, )"
    rf"({_NUMBER} (?:uker|veker|måneder|månader|mnd))(?! (?:siden|før|etter|med|uten|på rad|i strekk))(?!\w)|"
    rf"\b(?:gutt|gut|jente|barn|han er|hun er|ho er) (?:på )?(\d{{1,2}} 1/2)(?![\w/])",
    re.IGNORECASE,
)
"""A baby by its weeks, and a half year in figures: "babyen på ti uker", "jente 3 1/2"."""
_EITHER = re.compile(
    rf"\b(?:[Hh]an|[Hh]un|[Hh]o|[Hh]u|[Bb]arnet|[Gg]utten|[Jj]enta) "
    rf"(?:er|e|var) (?:vel |kanskje |nok )?({_NUMBER} eller {_NUMBER})(?: år)?{_ENDS}"
)
"""One age or the next: "han er sju eller åtte"."""
_AND_IS = re.compile(r"(?: å| og) e (1?\d)(?=[.,;!?]|$)", re.IGNORECASE)
_BIRTHDAY = re.compile(
    r"\b(?:bursdag|gebursdag|geburtsdag|fødselsdag)(?:en|a)?(?: [a-zæøå]{1,10}){0,2} \((1?\d)[!?. ]{0,4}\)",
    re.IGNORECASE,
)
_DAY_OF = re.compile(rf"(?<![\w\-])({_NUMBER}-?års-?dag)(?:en|a)?(?: sin| si|en sin|a si)?(?!\w)", re.IGNORECASE)
"""A birthday that tells which: "har 4-årsdag på fredag"."""
_IN_THE_CLUB = re.compile(
    r"\([A-ZÆØÅ][^()\n\d]{0,30}(?:klubb|lag|skole|skule|korps|kor|\b(?:IL|FK|BK|SK|IF))[^()\n\d]{0,12}, (1?\d)\)"
)
"""An age behind where somebody belongs: "Emma (Prøve skilag, 14)"."""
_TO_BE = re.compile(
    rf"\b(?:henne|ham|han|ho|hun|barnet|jenta|gutten|guten) (?:være|vere|bli|fylle|vær) ({_NUMBER}){_ENDS}",
    re.IGNORECASE,
)
_TENS = r"(?:tjue|tyve|tretti|tredve|førti|femti|seksti|sytti|åtti)(?:en|én|to|tre|fire|fem|seks|sju|syv|åtte|ni)?"
_GROWN = (
    r"(?:mor|mora|moren|far|faren|mamma|mammaen|pappa|pappaen|stemor|stefar|fostermor|fosterfar|bestemor|bestefar|"
    r"mormor|"
    r"morfar|farmor|farfar|tante|onkel|storebror|storesøster|kjæresten|kjærasten|samboeren)"
)
_GROWN_AGE = re.compile(r"(?<=[ (])[1-9]\d(?=[,;)!?]|\.(?!\d)| og (?:mor|far|mamma|pappa)\b|$)")
_THE_GROWN = re.compile(rf"\b{_GROWN}(?: (?:snart|nå|no|bare|berre))?,? \(?$", re.IGNORECASE)
"""The age of a grown-up in figures, and who stands before it: "mor 19 år, far 24"."""
_GROWN_AGE_SAID = re.compile(
    rf"\b{_GROWN} (?:er|e|fyller|blir|fylte|ble|vart) (?:snart |nå |no |bare |berre |nettopp )?({_TENS}(?: år)?)(?!\w)",
    re.IGNORECASE,
)
"""The same in words: "far fyller førti"."""
_SIBLINGS_OF = re.compile(
    rf"\b(?:trillinger|trillingene|trillingar|tvillinger|tvillingene|tvillingar|babyer) på "
    rf"({_NUMBER}(?: ?(?:måneder|månader|mnd|uker|veker|år)))(?!\w)",
    re.IGNORECASE,
)
"""Children of one birth and their age: "trillinger på ti måneder"."""
_SAYS_OLD = re.compile(
    r"\b(?:hun|ho|hu|han|hainn) (?:er|e) ([4-9]\d)(?= (?:sa|sier|seier|år)|[,.!?\n]|$)", re.IGNORECASE
)
"""The age of somebody old who tells it: "hu e 74 sa hu"."""
_TURNED = re.compile(
    rf"\b(?:nå|no|da|snart|i dag|i år|til uka|neste år) (?:er|e|var|blir|vert|fyller) (?:han|hun|ho|hu|jenta|gutten|"
    rf"guten|barnet|"
    rf"eleven) (?:nesten |bare |berre |snart )?({_NUMBER})(?: år)?(?=[.,;:!?)\n]|$| (?:og|å|men)\b)",
    re.IGNORECASE,
)
"""The number after the one it is about: "nå er han ni"."""
_IN_WEEKS = re.compile(
    rf"({_WHOLE_NAME})(?:, | \()({_NUMBER}(?:,5)? (?:uker|veker|måneder|månader|mnd|dager|dagar)(?: gammel|"
    rf" gammal)?)"
    rf"(?=[.,;)!?\n]|$)"
)
_SOON = re.compile(
    rf"({_WHOLE_NAME}) (?:snart|nesten|bare|berre|straks|nettopp|så vidt) ({_NUMBER})(?!\. [a-zæøå]){_ENDS}"
)
"""The second of two: "Vår er tre, Dag snart seks"."""
_FILLS = re.compile(
    r"\bfyl(?:ler|te|t|le) (?!(?:15|16|18|atten|seksten|femten)[.,;:!?)\n])(?:(?:hun|han|ho|hu|hen|hainn|"
    rf"jenta|gutten|guten|barnet|eleven) )?({_NUMBER})(?=[.,;:!?)\n]|$| (?:den|neste|no|nå|da|når|om|skal|"
    rf"i (?:dag|går|morgen|helga|{MONTHS}|år|sommer|høst|vinter|vår)|(?:man|tirs|ons|tors|fre|lør|søn|lau|"
    r"mån|tys)dag|på (?:\w{3,12}dag(?:en)?|\w{2,9}aften|\d))\b)",
    re.IGNORECASE,
)
"""A birthday: "i går fylte hun 13", "hun fyller åtte på fredag"."""
_HEDGES = (" snart ", " nesten ", " bare ", " berre ", " straks ", " nettopp ", " så vidt ")
_SMALL_UNITS = (" uker", " veker", " måne", " måna", " mnd", " dag")
_IN_WEEKS_OR_SOON = (sought(_IN_WEEKS, *_SMALL_UNITS), sought(_SOON, *_HEDGES))
_NOT_AGED = words(
    "klokka klokken tida tiden svaret summen antallet prisen det dette alle noen temaet sida siden resultatet "
    "poenget målet vinduet "
    "halvparten fristen starten rommet gruppa gruppen nummeret sist først snittet karakteren laget timene dagene "
    "vennene"
)


_TENS_WORDS = words("tjue tyve tretti tredve førti femti seksti sytti åtti") | frozenset(
    ten + one
    for ten in words("tjue tretti førti femti seksti sytti åtti")
    for one in words("en én to tre fire fem seks sju syv åtte ni")
)
_TENS_WORDS_NEEDED = needs_one_of(_TENS_WORDS)


@needing(A_DIGIT | needs_one_of(AGE_WORDS | _TENS_WORDS))
def find_bare_ages(document: Document) -> Iterator[Hit]:
    """Yield ages told by a number alone."""
    is_said = document.holds & (_AGE_WORDS_NEEDED | _TENS_WORDS_NEEDED)
    if not (is_said or document.has_digit):
        return
    yield from _simple(document)
    yield from _of_the_grown(document)
    if document.digits > 1:
        yield from _rows(document)
    yield from _beside_names(document)
    for match in document.scan(_LIST, ", ") if document.holds & _IS_LIST_NEEDED else ():
        near = document.text[max(0, match.start() - 12) : match.start(1)]
        if match.group(1).endswith(("år", "mnd", "måneder")) or _ABOUT_CHILDREN.search(near):
            yield told_age(document.text, match.start(1), match.end(1))
    if is_said:
        yield from _said(document)


def _of_the_grown(document: Document) -> Iterator[Hit]:
    """Yield the ages of parents, grandparents and grown siblings."""
    if not document.flags & Word.KIN:
        return
    for match in document.scan(_GROWN_AGE) if document.digits > 1 else ():
        if _THE_GROWN.search(document.text[max(0, match.start() - 24) : match.start()]):
            yield told_age(document.text, match.start(), match.end())
    said = document.scan(_GROWN_AGE_SAID) if document.holds & _TENS_WORDS_NEEDED else ()
    for match in said:
        yield told_age(document.text, match.start(1), match.end(1))


def _beside_names(document: Document) -> Iterator[Hit]:
    """Yield "Mio og Lea, fire og ni", "Freyja, ni uker" and "Dag snart seks"."""
    for match in document.scan(_AFTER_NAMES):
        if _is_a_name(document, match.group(1)) and _is_a_name(document, match.group(2)):
            yield told_age(document.text, match.start(3), match.end(3))
    for match in document.scan(_NAME_IS, ", er ", ", e ", ", blir "):
        if document.flags_of(match.group(1)) & (Word.FIRST | Word.SURNAME):
            yield told_age(document.text, match.start(2), match.end(2))
    for match in document.scan_each(*_IN_WEEKS_OR_SOON):
        if _is_a_name(document, match.group(1)):
            yield told_age(document.text, match.start(2), match.end(2))


def _simple(document: Document) -> Iterator[Hit]:
    """Yield what the words around the number say by themselves."""
    for match in document.scan_each(*_SIMPLE):
        if "does" in match.re.groupindex and not _does_something(document, match.group("does")):
            continue
        group = next(g for g in range(1, match.re.groups + 1) if match.group(g))
        yield told_age(document.text, match.start(group), match.end(group))


def _does_something(document: Document, word: str | None) -> bool:
    """Tell whether a verb follows the number, or nothing that could be counted."""
    return word is None or bool(document.flags_of(word.strip()) & Word.VERB)


_NOW = tuple(
    f"{when} {verb} "
    for when, verbs in (
        ("nå", "er e var blir fyller"),
        ("no", "er vert blir fyller"),
        ("da", "er var ble"),
        ("snart", "er blir vert fyller"),
        ("i dag", "er blir fyller"),
        ("år", "blir vert fyller"),
        ("uka", "blir fyller"),
    )
    for verb in verbs.split()
)
_WHEN = (
    r"(?:våren|vår|vårren|høsten|haust|hausten|høst|jul|jula|påske|påska|romjula|sommeren|sommer|sommaren|"
    rf"vinteren|nyttår|{MONTHS}|(?:man|tirs|ons|tors|fre|lør|søn)dag)"
)
_WHEN_STARTS = words(
    "vår høst haust jul påsk romjul sommer sommar vinter nyttår januar februar mars april mai jun august september "
    "oktober november desember man tirs ons tors fre lør søn"
)
"""How each of these begins."""
_SOMEBODY = r"(?:han|hun|ho|hu|hen|barnet|gutten|guten|jenta|eleven|ungen)"
_NOT_COUNTING = "".join(rf"(?<!\b{word}, )" for word in sorted(AGE_WORDS))
"""No other number before the comma: "vi var ti, åtte i mars"."""
_SOON_OR_SINCE = re.compile(
    rf"(?:^|[.!?,;] |\b{_SOMEBODY} )(?:er |e )?(?:bli|blir|vert|fyller|fylte|fylt|snart|nesten|straks) ({_NUMBER}) "
    rf"(?:til|te|i|på|over|etter|før|siden|sia) {_WHEN}(?!\w)"
    rf"|(?:(?<=, ){_NOT_COUNTING}|(?<=– )|(?<=\()|\b{_SOMEBODY} (?:er|e) )"
    rf"({_NUMBER}(?: år)?) (?:til|te|i|på|siden|sia) {_WHEN}(?!\w)"
    rf"|\b(?:nett|nettopp|akkurat|nylig|så vidt) (?:fylt|blitt|vorte) ({_NUMBER})(?![\wæøå])(?! (?:uker|dager|"
    rf"timer|mål))",
    re.IGNORECASE,
)
"""An age that comes or has come: "blir sju til våren", "tretten siden påske", "nett fylt elleve"."""
_SPEECH_AGE = re.compile(
    r"(?<!vant )(?<!tapte )(?<!ble )(?<!blei )(?<!vart )(?<!står )(?<!mot )(?<![\d;:])([1-6];(?:1[01]|\d))(?![\d;])"
)
"""Years and months as they are written where speech is tested: "2;4"."""
_ON_A_NUMBER = tuple(f" på {number}" for number in (*"123456789", *sorted(AGE_WORDS)))
_WHENS = tuple(f" {link} {when}" for link in words("til te i på over etter før siden sia") for when in _WHEN_STARTS)
_SIMPLE = (
    sought(_SOON_OR_SINCE, *_WHENS, " fylt ", " blitt ", " vorte "),
    sought(_SPEECH_AGE, ";"),
    sought(_HALF, "halv", "kvart"),
    sought(_ONE_OF, *_ON_A_NUMBER),
    sought(_BOTH, "begge", "både"),
    sought(_ORDER, *(f"{end} {link} " for end in ("ste", "dre", "ne") for link in words("er e var va bare berre på"))),
    sought(_SMALL_SON, "son", "søn", "dott", "mann", "bror", "småsøster", "sten"),
    sought(_AND_YEARS, " år"),
    sought(_NAME_AND_YEARS, " år", " mnd", " måneder"),
    sought(_CHILD_YEARS, " år "),
    sought(_OPENS_IN_FIGURES, " år, "),
    sought(_EITHER, " eller "),
    sought(_AND_IS, " å e ", " og e "),
    sought(_BABY, " uker", " veker", " måned", " månad", " mnd", " 1/2"),
    sought(_BIRTHDAY, "bursdag", "burtsdag", "fødselsdag"),
    sought(_TURNED, *_NOW),
    sought(_DAY_OF, "årsdag", "års-dag"),
    sought(_IN_THE_CLUB, ")"),
    sought(_SIBLINGS_OF, "trilling", "tvilling", "babyer"),
    sought(_SAYS_OLD, " er ", " e "),
    sought(_FILLS, "fyller ", "fylte ", "fylt ", "fylle "),
    sought(_TO_BE, "være", "vere", "fylle", " bli ", "vær "),
)


def _rows(document: Document) -> Iterator[Hit]:
    """Yield the numbers in "Fredrikke 7, Ferdinand 5 og Filippa 2" when the first is a name."""
    for row in document.scan(_ROW):
        if _is_a_name(document, row.group(1)):
            for match in _IN_A_ROW.finditer(document.text, row.start(), row.end()):
                yield told_age(document.text, match.start(1), match.end(1))


def _said(document: Document) -> Iterator[Hit]:
    """Yield "Helmer, åtte, tegner", "Åtte år, og redd" and "tjorven er tolv"."""
    for match in document.scan(_OPENS, ","):
        yield told_age(document.text, match.start(1), match.end(1))
    for match in document.scan(_NAME_COMMA):
        if _is_a_name(document, match.group(1)):
            yield told_age(document.text, match.start(2), match.end(2))
    for match in document.scan(_NICKNAMED):
        who = match.group(1)
        barred = Word.FUNCTION | Word.VERB | Word.SAFE
        if who not in _NOT_AGED and not document.flags_of(who) & barred and not document.is_known(who):
            yield told_age(document.text, match.start(2), match.end(2))


def _is_a_name(document: Document, word: str) -> bool:
    flags = document.flags_of(word)
    if flags & (Word.MONTH | Word.SAFE | Word.STAFF):
        return False
    return bool(flags & Word.FIRST) or not (flags or document.is_known(word.lower()))
