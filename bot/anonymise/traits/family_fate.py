"""Finds what happened to a child's closest: a parent or a sibling who is dead, in prison or gravely ill."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import IN_ENGLISH, needs_of
from bot.anonymise.traits.known_fate import KNOWN
from bot.anonymise.words.word_classes import Word

_CLOSE = (
    r"\b(?:(?:bio(?:logiske?)? ?|ste|bonus|foster|adoptiv)?(?:mor|mora|moren|mamma|mammaen|mammo|far|faren|pappa|"
    r"pappaen|papp|"
    r"foreldrene|foreldra|begge foreldrene)|(?:store|lille|vesle|halv|ste|tvilling)?(?:bror|broren|brora|søster|"
    r"søsteren|søstera|søstra|syster|systera|systra))"
    r"(?: (?:hans|hass|hannes|hennes|hennar|deres|sin|si|min|mi|dems|(?:til|te|åt) [\wæøåÆØÅ\-]{2,20}))?"
)
_LATELY = r"(?:(?:nå|no|nylig|nyleg|nettopp|plutselig|brått|akkurat|også|òg|visst|dessverre|jo|vel|da|dag) ){0,2}"
_PRISON = re.compile(
    rf"{_CLOSE} ((?:sitter|sit|sitt|sett|sete|satt|sat|er|e|var|va|har sittet|har vært|har vore|havna|havnet|kom|"
    rf"skal|ska|må) "
    rf"{_LATELY}(?:inne )?(?:i|inn i|til) (?:fengsel|fengslet|fengselet|fængsel|varetekt|kasjotten)|"
    rf"(?:ble|blei|vart|er|e|har blitt) {_LATELY}(?:fengslet|fengsla|varetektsfengslet|innsatt|straffedømt|domfelt)|"
    r"(?:soner|sonar|sona|sonet)(?: (?:en |ein )?(?:dom|straff|fengselsstraff))?)(?!\w)",
    re.IGNORECASE,
)
_DEAD = re.compile(
    rf"{_CLOSE} ((?:er|e|var|va) {_LATELY}(?:død|dø|daud|dau|gått bort(?! (?:i|til|på|med|å|og)))(?! (?:for|på|"
    rf"av (?:lengsel|trøtthet)|sliten|trøtt))|"
    rf"(?:har |hadde )?{_LATELY}(?:døde|døydde|dødde|dødd|døydd|omkom|gikk bort|gjekk bort|gått bort(?! (?:i|til|på|"
    rf"med|å|og))|mistet livet|"
    r"mista livet))(?!\w)",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b((?:mistet|mista|miste|mistar) (?:(?:en|ein|ei|både) )?(?:mor|mora|moren|mamma|mammaen|far|faren|pappa|"
    r"pappaen|"
    r"begge foreldrene|foreldrene|bror|broren|søster|søsteren|søstera|søsken)"
    r"(?: (?:sin|si|sine|og far|og mor))?)(?! av syne)(?!\w)",
    re.IGNORECASE,
)
_WIDOWED = re.compile(
    r"\b(?:mor|mora|moren|mamma|far|faren|pappa) (?:er|e|ble|blei|vart|har blitt) ((?:enke|enkje|enkemann|"
    r"enkjemann))(?!\w)",
    re.IGNORECASE,
)
_ILLNESS = (
    r"(?:[a-zæøå]{0,14}kreft(?:en|diagnose)?|MS|ALS|multippel sklerose|parkinsons?|hjernesvulst|svulst|hjerneslag|"
    r"hjerneblødning|hjerneskade|hjerteinfarkt|infarkt|hjertesvikt|leukemi|demens|alzheimer|psykose|schizofreni|"
    r"bipolar[a-zæøå ]{0,9}|"
    r"hiv|kols|nyresvikt|leversvikt)"
)
_ILL = re.compile(
    rf"{_CLOSE} ((?:har|ha|hi|hadde|fikk|fekk|fætt|lider av|er rammet av|er sjuk (?:med|av)|er syk (?:med|av)|"
    rf"e sjuk me|"
    rf"behandles for|er behandla for) (?:(?:nå|no|nylig|nettopp|også|akkurat|fått|hatt|ein|en|et|eit|alvorlig|"
    rf"alvorleg|uhelbredelig) ){{0,3}}"
    rf"{_ILLNESS})(?!\w)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:mum|mom|mother|dad|father|brother|sister|stepdad|stepmum|parents)(?:['’]s)? "
    r"((?:(?:is|was|has been|got|went) )?(?:in|to|sent to) (?:prison|jail)|(?:is|was) (?:dead|jailed|imprisoned)|"
    r"(?:recently |just )?(?:died|passed away)|(?:has|got|had) (?:breast |lung )?(?:cancer|MS|ALS|dementia|"
    r"a stroke))(?!\w)",
    re.IGNORECASE,
)
_PRISONS = ("fengs", "varetekt", "innsatt", "sone", "sona", "dømt", "felt", "kasjott", "fængs")
_DEATHS = ("død", " dø", "døy", " dau", "omkom", "bort", "vekk", "livet")
_LOSSES = ("mist",)
_ILLNESSES = (
    *("kreft", " ms", " als", "skleros", "parkins", "svulst", "hjerne", "infarkt", "hjerte", "leukemi"),
    *("demens", "alzheim", "psykose", "schizo", "bipol", "hiv", "kols", "svikt"),
)
_ROWS = (
    (_PRISON, _PRISONS, "er borte"),
    (_DEAD, _DEATHS, "er borte"),
    (_LOST, _LOSSES, "mistet en nær"),
    (_WIDOWED, ("enk",), "alene"),
    (_ILL, _ILLNESSES, "er syk"),
)
_SAID_IN_ENGLISH = ("prison", "jail", "dead", "died", "passed", "cancer", " ms", " als", "dementia", "stroke")
_STATES = re.compile(r"(?:er|e|var|va|har|hadde)\b", re.IGNORECASE)
_NEEDS = needs_of(
    *(
        "fengs",
        "varet",
        "inns",
        "sone",
        "sona",
        "dømt",
        "domf",
        "kasj",
        "fæng",
        "død",
        "dø",
        "døy",
        "dau",
        "omko",
        "bort",
    ),
    *("vekk", "livet", "mist", "enke", "enkj", "kreft", "ms", "als", "mult", "parki", "svul", "slag", "hjern", "infa"),
    *("hjert", "leuk", "demen", "alzh", "psyko", "schiz", "bipo", "hiv", "kols", "nyre", "leve"),
)


@needing(_NEEDS | IN_ENGLISH)
def find_family_fates(document: Document) -> Iterator[Hit]:
    """Yield that a parent or a sibling is dead, in prison or gravely ill: "far sitter i fengsel", "mor har fått MS"."""
    for match in document.scan(_ENGLISH, *_SAID_IN_ENGLISH) if document.is_english else ():
        yield quasi(match.start(1), match.end(1), "hendelse", KNOWN, 0.6, "is away")
    if not document.flags & (Word.PARENT | Word.KIN) or document.lacks(_NEEDS):
        return
    for pattern, needs, replacement in _ROWS:
        for match in document.scan(pattern, *needs):
            told = "ble borte" if pattern is _DEAD and not _STATES.match(match.group(1)) else replacement
            yield quasi(match.start(1), match.end(1), "hendelse", KNOWN, 0.6, told)
