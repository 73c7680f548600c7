"""Asks about a name instead of stopping it where what is said fits a month, the weather, an animal or a tool and hardly
anybody: "Mai er alltid travel", "Helga gikk bra", "Bjørn er sett bak skolen", "Teamet bruker Mandometer".

Only where the same name stands nowhere else in the text as somebody. Knows phrases, no persons.
"""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.chat_slot import HUMAN_DOING
from bot.anonymise.document import Document
from bot.anonymise.finding import Hit
from bot.anonymise.word_lists import words
from bot.anonymise.work_told import as_a_question

_TIMES = words("vår helga april mai juni juli august")
_MONTHS = words("vår april mai juni august")
_WILD = words("storm regn snø sol vind bjørn bjørnen ulv gaupe rev hauk ravn ørn elg hjort lin rune")
_IS = r"(?:er|e|blir|bli|ble|blei|vart|var|va) (?:alltid |nå |så |ofte |som regel |allerede |jo )?"
_OF_TIME = re.compile(
    rf" (?:{_IS}(?:travel|full|hektisk|lang|kort|høysesong|måned|månad|årstid|tida|tiden|over\b|forbi|fin\b|best\b|"
    r"verst\b|alt anna|alt annet|årets|perioden)"
    r"|(?:har vært|har vore|ha vørri) (?:\w{2,9} )?(?:alt annet|(?:tøff|tung|lang|travel|rolig|hektisk|fin|slitsom|"
    r"full|"
    r"stille)(?: for (?:hele|heile|oss|alle|personal|avdeling)|,? takk|[.!]|$))"
    r"|(?:går|gikk|gjekk) (?:med til|(?:bra|fint|greit|dårlig|itj bra|ikke bra|ikkje bra|over)\b)"
    r"|betyr |startet? med |starter med |byr på |forsvant|kommer, og da|nærmer seg|står for døra)"
)
"""What is said of a month, a season or the days off, and hardly of anybody."""
_OF_A_MONTH = words(
    "er e blir bli vert ble blei vart var va kommer kjem kjæm kom går gikk gjekk gir gjev "
    "passer passar fungerer fungerar krever krev inneholder inneheld brukes brukas byr starter startar begynner "
    "bynne byrjar holder rekker nærmer eller"
)
"""What a month or a season does as well as somebody."""
_OF_SOMEBODY = words(
    "han hun ho hu ham henne hen hans hannes hennes hennar mor mora moren mamma far faren pappa bror broren søster "
    "søsteren søstera foreldrene foreldra jenta gutten guten eleven barnet år åring klasse trinn"
)
"""Words beside which "Mai" is a child: nothing of it is said of a month."""
_HOW_ONE_IS = re.compile(
    r" \w{1,9} (?:(?:så|veldig|ofte|alltid|mye|nå|litt|ikke|ikkje|itj|svært|helt|jo|igjen|også) ){0,2}"
    r"(?:redd|ræd|sint|sinna|trist|lei|sliten|syk|sjuk|sulten|svolten|trøtt|borte|hjemme|heime|alene|aleine|åleine|"
    r"stille|"
    r"urolig|uroleg|utrygg|født|fødd|snill|glad|flink|alvorlig|innlagt|vant|autist\w*|blind|døv|gravid|adoptert|ny|"
    r"tvilling|tynn|"
    r"uten|utan|for (?:sen|sein)\w*|sammen|inn|hjem|heim|ut|sent|seint|\w{2,12}(?:ende|ande)|"
    r"på|i (?:\d|gruppe|klassen|barnehagen|terapi)|til (?:log|leg|psyk|tann|fys|bup|ppt|helse)\w*|fr[aå] (?:en|ein|"
    r"et) |"
    r"med (?:blå|mat|skit|hull|far|mor|en|ein|sin)\w*|bekymringsfull\w*|"
    r"\w{3,12}(?:et|a|ert|gt|dd|tt)|mobbing\w*)\b"
)
"""How it is with somebody: states, what is done to one, where one goes."""
_HAS_A_MONTH = re.compile(
    r" (?:har|hadde|tar|tek|får|bruker|brukar) (?:vi|me|dere|de fleste|alle) |"
    r" (?:har|hadde|inneholder) (?:alltid |bare |så |for )?(?:\d|to|tre|fire|fem|mange|få|flere|fleire|nok|mye) "
    r"(?:\w{2,12} )?(?:møt|fridag|helligdag|dag|uke|veke|tim|ting|avbrudd)"
)
"""What a month has, and what is done in it: "August har vi planleggingsdager"."""
_OF_NATURE = re.compile(
    r" (?:(?:er|e|ble|blei|vart|var) (?:meldt|varslet|varsla|sett (?:bak|oppe|ved|i|på|nær|nede|av)|observert|skutt|"
    r"årets|"
    r"vanlig|fredet|(?:et|eit|en|ei) (?:skrifttegn|dyr|rovdyr|fugl|rovfugl|tre|plante|blomst|ord)\b)"
    r"|har lagt seg(?: litt| nå| no| igjen| helt)?(?: nå| no| igjen)?[.,!]|har lagt seg (?:litt|nå) nå"
    r"|har løyet|har herjet|(?:sover|søv) (?:om vinteren|i hi|på hi)|går i hi|ligger i hi)"
)
"""What is said of the weather, of animals and of signs."""
_TOOL_BEFORE = re.compile(
    r"\b(?:bruk(?:er|ar|te|e|t|a)?|ta i bruk|tatt i bruk|innfør\w{1,4}|kjøp\w{1,4} inn|lisens(?:er)? (?:på|til)|"
    r"skrevet ut|skriver ut|forskrevet|foreskrevet|resept på|dosen?(?: med)?|medisinen|tabletter|spill(?:er|e|te)|"
    r"spelar|speler|last\w{1,4} ned|lasta ned|(?:kurs|kurset|opplæring|opplæringa|sertifisert|sertifisering|"
    r"skolering) i|"
    r"erfaring(?:er)? med|anbefaler|tilrår|prøvde|prøvd|vurderer|får|går på) $",
    re.IGNORECASE,
)
"""What is done with a tool, a game or a medicine: "bruker Mandometer", "skrevet ut Zomranol"."""
_WEAK_BEFORE = ("får ", "går på ", "anbefaler ", "prøvde ", "prøvd ", "vurderer ", "erfaring med ", "erfaringer med ")
_TOOL_AFTER = re.compile(
    r" (?:i (?:\w{2,9} )?(?:dager|uker|måneder|timer|ganger|behandling|undervisning|spesialundervisning|samling|norsk|"
    r"matte|leseopplæring)\w*|\d|mot |for |til |på (?:\w{2,9} )?(?:trinn|avdeling|skole|iPad|nettbrett|pc|mobil)|"
    r"daglig|morgen og kveld|hele natt)"
)
_AS_SOMEBODY = re.compile(
    r"s\b|,? som\b| på telefon| på \d| ?\(| til å |,? (?:han|hun|ho|faren|moren|mora|far|mor)\b| (?:sin|si|sitt|fra|"
    r"frå) |"
    r" i (?:\d|klasse)|\? (?:[Ff]ar|[Mm]or|[Hh]an|[Hh]un)| og [A-ZÆØÅ]"
)
"""What makes it somebody after all: "brukte Okonkwo som tolk"."""
_EXAMPLES = re.compile(
    r"(?:(?:, | og | eller )[A-ZÆØÅ][\wæøå]{1,15}){0,3} (?:er|e) (?:jo )?(?:bare|berre|bærre|kun) (?:eksempel|"
    r"eksempler|døme|"
    r"navn|namn|oppdikta|oppdiktede)"
)
"""Names that are said to be examples: "Kari, Ola og Per er bare eksempler"."""
_HALF = re.compile(r"- (?:og|eller|å|samt) [a-zæøå]{3}")
"""The first half of a compound: "Arbeids- og velferdsetaten"."""
_NEXT = re.compile(r" ([a-zæøå]{1,14})\b")
_OPENS = re.compile(r"(?:^|[.!?:\n•–-] ?)$")
_REACH = 24
_FAR = 40
_FEW = 4


def as_things(document: Document, hits: Sequence[Hit], *, asks: bool) -> list[Hit]:
    """Return the hits with such names turned into questions, or left out when nothing is to be asked."""
    names = [hit for hit in hits if hit.type == "navn"]
    told = {hit.start for hit in names if _is_a_thing(document, hit)} if names else set()
    if not told:
        return list(hits)
    real = {_word(document, hit) for hit in names if hit.start not in told}
    told -= {hit.start for hit in names if _word(document, hit) in real}
    return list(_turned(hits, told, asks=asks))


def _turned(hits: Sequence[Hit], told: set[int], *, asks: bool) -> Iterator[Hit]:
    for hit in hits:
        if hit.start not in told or hit.type != "navn":
            yield hit
        elif asks:
            yield as_a_question(hit)


def _word(document: Document, hit: Hit) -> str:
    return document.text[hit.start : hit.end].lower()


def _is_a_thing(document: Document, hit: Hit) -> bool:
    word, text = _word(document, hit), document.text
    if " " in word:
        return False
    if word in _TIMES and _OF_TIME.match(text, hit.end):
        return True
    if word in _MONTHS and _may_be_a_month(document, hit):
        return True
    if word in _WILD and _OF_NATURE.match(text, hit.end):
        return True
    if _HALF.match(text, hit.end) or _EXAMPLES.match(text, hit.end):
        return True
    return not document.flags_of(word) and _is_a_tool(document, hit)


def _may_be_a_month(document: Document, hit: Hit) -> bool:
    """Tell whether a month or a season may be meant first in a sentence: nothing there or elsewhere in the text is said
    of a person.
    """
    verb = _NEXT.match(document.text, hit.end)
    if verb is None or not _OF_SOMEBODY.isdisjoint(document.words):
        return False
    if not _OPENS.search(document.text, max(0, hit.start - 3), hit.start) or _HOW_ONE_IS.match(document.text, hit.end):
        return False
    if _HAS_A_MONTH.match(document.text, hit.end):
        return True
    if verb.group(1) not in _OF_A_MONTH:
        return False
    done = [word for word in document.lower[hit.end : hit.end + _FAR].split() if word.isalpha()][:_FEW]
    return HUMAN_DOING.isdisjoint(done[1:]) and document.vocabulary.classes["har_gjort"].isdisjoint(done[1:])


def _is_a_tool(document: Document, hit: Hit) -> bool:
    """Tell whether a word that no list knows is used, bought, played or swallowed."""
    before = _TOOL_BEFORE.search(document.text, max(0, hit.start - _REACH), hit.start)
    if before is None or _AS_SOMEBODY.match(document.text, hit.end):
        return False
    is_weak = document.lower.endswith(_WEAK_BEFORE, 0, hit.start)
    return not is_weak or _TOOL_AFTER.match(document.text, hit.end) is not None
