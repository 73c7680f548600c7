"""Finds how many children there are where few words tell of a family, and which of them somebody is: "far snekker, seks
barn, nr fem har", "Berg har fire onga", "barn nr. 4". Knows numbers and phrases, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_as_sought, needs_of, needs_one_of, sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_MANY_CHILDREN = (
    r"(?:(?:fire|fem|fæm|seks|sæks|sju|syv|åtte|ni|ti|elleve|tolv|[4-9]|1[0-2]) (?:andre |små |store )?"
    r"(?:barn|unger|ungar|ungan|onga|ongan|onger|born|bån|døtre|døtrer|sønner|søner))"
)
_LISTED = re.compile(
    rf"(?<=[,.;:–\-(] )({_MANY_CHILDREN})(?=[,.;)\n]|$| (?:hjemme|heime)\b)|"
    rf"(?:^|(?<=\n))({_MANY_CHILDREN})(?=, (?:alle|begge|mor|far|alene|aleine|åleine|eldst|yngst|hvorav|derav|"
    rf"trang|bor|bur)\b)",
    re.IGNORECASE,
)
_ABOUT_A_FAMILY = re.compile(
    r"\b(?:mor|mora|moren|mamma|far|faren|pappa|foreldre|foreldrene|foreldra|familie|familien|alene|aleine|åleine|"
    r"enslig|enke|enkemann|bor|bur|husstand)\b[^.!?\n]*$",
    re.IGNORECASE,
)
"""How many children there are, in a row of what is told of a family: "mor ufør, far snekker, seks barn, nr fem har"."""
_WHO_HAS = re.compile(
    r"\b(?:mor|mora|moren|mamma|far|faren|pappa|kvinne|mann|familie|dame|foreldre|enke|"
    r"enkemann)(?: [^\W\d_]{2,20}){0,2},? "
    rf"(?:som|og(?: (?:hun|han|ho|de|dei))?) (?:har|hadde|hi) ({_MANY_CHILDREN})(?!\w| (?:i|på|ved|her|med)\b)|"
    r"\b(?:mor|mora|moren|mamma|far|faren|pappa|kvinne|mann|familie|familien|enke|enkemann|ekteparet?|par) med "
    rf"({_MANY_CHILDREN})(?!\w| (?:i|på|ved|her|som)\b)|"
    rf"\b(?-i:[A-ZÆØÅ])[\wæøå\-]{{1,20}} sine ({_MANY_CHILDREN})(?!\w)|"
    rf"\b(?:hun|ho|han|de|dei|dæm|familien|mor|mora|far|faren) (?:har|hi|hadde) ({_MANY_CHILDREN})(?=[,.;!?)\n]|"
    rf"$| og | å )",
    re.IGNORECASE,
)
"""Who has many: "en far Ali som har sju barn", "mor med åtte barn", "Jorunn sine fire ungar"."""
_NAMED_WITH = re.compile(
    rf"(?<![\wæøå\-])([A-ZÆØÅ][\wæøå\-]{{1,20}}) (?:har|hi|hadde|med) ({_MANY_CHILDREN})(?!\w| (?:i|på|ved|her|"
    r"som|til)\b)"
)
"""The same of a name: "Berg har fire onga"."""
_NUMBERED_CHILD = re.compile(
    r"\b(barn (?:nr\.?|nummer) ?(?:[3-9]|1\d|tre|fire|fem|seks|sju|syv|åtte|ni|ti))(?!\w)|"
    r"\b((?:nr\.?|nummer) ?(?:[2-9]|to|tre|fire|fem|seks|sju|syv|åtte)) (?:av barna|av borna|av søsknene|"
    r"av ungene|i "
    r"søskenrekken)(?!\w)|(?:(?<=barn,)|(?<=born,)|(?<=unger,)|(?<=ungar,)|(?<=søsken,)) ((?:nr\.?|"
    r"nummer) ?(?:[2-9]|to|tre|fire|fem|seks|sju|syv|åtte)) "
    r"(?:har|er|e|går|gjeng|sliter|strever|heter|heiter|kan|snakker)(?!\w)",
    re.IGNORECASE,
)
"""Which child of the family it is: "barn nr. 4", "seks barn, nr fem har"; "barn nr. 1 slo barn nr. 3" tells apart."""
_TELLS_APART = re.compile(r"\b(?:barn|gutt|jente|elev) (?:nr\.?|nummer) ?(?:1|en|én|ein)\b", re.IGNORECASE)
_NTH_CHILD = re.compile(
    r"\b((?:tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende) barn(?:et)?) (?:i (?:familien|flokken|"
    r"søskenflokken|rekka|rekken)|av )|\b((?:barn|unger|ungar|born) med (?:to|tre|fire|fem|seks|\d) (?:ulike |"
    r"forskjellige |"
    r"forskjellege )?(?:fedre|fedrar|menn|mødre|mødrer))(?!\w)|"
    r"\b(alle (?:fire|fem|seks|sju|syv|åtte|ni|ti))(?= (?:sover|søv|bor|bur|deler|delar) (?:i|på) (?:stua|samme|"
    r"same|ett|eitt|"
    r"et|eit|to|gulvet|kjelleren|kjellaren)\b)",
    re.IGNORECASE,
)
"""Which child in words, many fathers, and many in one room: "sjuende barn i familien", "alle sju sover i stua"."""
_FOSTERED = re.compile(
    r"\b((?:foster|adoptiv)(?:brødre|brør|brødrene|søsken|sysken|søskena|søstre|systrer|"
    r"søstrene))(?!\w)",
    re.IGNORECASE,
)
_HAS_MANY = sought(_WHO_HAS, " med ", " sine ", " har ", " hi ", " hadde ")
_FOSTERS = sought(_FOSTERED, "fosterb", "fosters", "adoptivb", "adoptivs")
_IN_WORDS = sought(_NTH_CHILD, " barn", " ungar", " unger", " born", "barn med", "alle ")
_NUMBERED = needs_as_sought(" nr", " nummer", "nr ")
_CHILDREN = needs_of("barn", "unger", "ungar", "ungan", "onga", "onger", "born", "bån", "døtr", "sønner", "søner")
_NUMBERS = words("fire fem fæm seks sæks sju syv åtte ni ti elleve tolv")
_NOBODY = Word.FUNCTION | Word.SAFE | Word.STAFF


@needing(A_DIGIT | needs_one_of(_NUMBERS) | _FOSTERS.needs | _NUMBERED | _IN_WORDS.needs)
def find_counted_children(document: Document) -> Iterator[Hit]:
    """Yield "sju barn" where a family is told of, "barn nr. 4", "fosterbrødre"."""
    for match in (*_counted(document), *_numbered(document), *document.scan_each(_FOSTERS, _IN_WORDS)):
        replacement = "flere barn" if match.re not in (_FOSTERED, _NUMBERED_CHILD) else "[søsken]"
        yield quasi(*match.span(match.lastindex or 0), "sosken", whys.MANY_CHILDREN, 0.7, replacement)


def _counted(document: Document) -> Iterator[re.Match[str]]:
    """Yield how many children there are where a family is told of, or somebody by name has them."""
    if document.lacks(_CHILDREN) or not (document.has_digit or not _NUMBERS.isdisjoint(document.words)):
        return
    yield from document.scan_each(_HAS_MANY)
    for match in document.scan(_LISTED):
        if match.group(2) or _ABOUT_A_FAMILY.search(document.text, max(0, match.start() - 60), match.start()):
            yield match
    for match in document.scan(_NAMED_WITH, " har ", " hi ", " hadde ", " med "):
        flags = document.flags_of(match.group(1))
        if flags & (Word.FIRST | Word.SURNAME) and not flags & _NOBODY:
            yield match


def _numbered(document: Document) -> Iterator[re.Match[str]]:
    """Yield which child of the family somebody is, unless the text only tells children apart by numbers."""
    if not document.lacks(_NUMBERED) and _TELLS_APART.search(document.text) is None:
        yield from document.scan(_NUMBERED_CHILD)
