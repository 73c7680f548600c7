"""Finds what everybody in a small place knows of a family: a violent death, a sentence, a rare body or family."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of, sought
from bot.anonymise.words.months import MONTHS

_KIN = (
    r"\b(?:(?:ste|bonus|foster|farmor|mormor)?(?:mor|mora|moren|far|faren|mamma|mammaen|pappa|pappaen)|"
    r"(?:store|lille|halv|ste|tvilling)?(?:bror|broren|brora|søster|søsteren|søstera|søstra|syster|systera)|"
    r"beste(?:far|faren|mor|mora|moren)|onkel|onkelen|tante|tanta|tanten|fetter|fetteren|kusine|kusina|sønnen|sonen|"
    r"dattera|datteren|dottera|kjæresten|kjærasten|kameraten|venninna|venninnen|bestevennen)"
    r"(?: hans| hennes| hennar| deres| min| mi| sin| si| til (?:barnet|eleven|gutten|guten|jenta|ham|henne|han))?"
)
_WHEN = (
    r"(?: (?:i fjor(?: (?:vinter|vår|sommer|sommar|høst|haust|jul|påske))?|i (?:19|20)\d\d|i (?:vinter|"
    rf"vår|sommer|sommar|høst|haust|jula|påska|påsken|{MONTHS})|for [a-zæøå0-9]{{1,4}} (?:år|uker|veker|"
    r"måneder|månader) (?:siden|sidan)|\d{1,2}\. ?[a-zæøå]{3,9}|under [a-zæøå]{4,20}))"
)
_FATES = re.compile(
    rf"{_KIN} (?:(?:ble|blei|vart|er|var|har blitt|har vorte) (?:(?:drept|drepen|myrdet|myrda|skutt|knivstukket|"
    rf"knivdrept)(?:{_WHEN}|(?! i ))|funn?et død{_WHEN}|meldt savnet{_WHEN})|(?:har )?(?:(?:druknet|drukna|omkom|"
    r"omkommet|forulykket|forulykka|frøs i hjel|brant inne|brann inne)|(?:tok|tatt|teke) (?:sitt eget liv|livet sitt|"
    r"livet av seg|sitt eige liv)|(?:begikk|begått|gjorde) (?:selvmord|sjølvmord|drap)|(?:hengte|skjøt|hengt|skutt) "
    rf"seg){_WHEN})(?!\w)",
    re.IGNORECASE,
)
"""A death needs a time to point to one family, a killing does not."""
_SENTENCED = re.compile(
    r"\b(?:dømt|dømd|domfelt|siktet|sikta|tiltalt|etterlyst|varetektsfengslet|fengslet|soner|straffet|tatt|teken) for "
    r"(?:drap|mord|mordbrann|dobbeltdrap|drapsforsøk|overlagt drap|voldtekt|valdtekt|ran|bankran|terror|brannstiftelse|"
    rf"ildspåsettelse|menneskehandel|overgrep mot barn){_WHEN}?(?!\w)",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"\b(?:han|hun|ho|mannen|kvinnen|kvinna|dama|gutten|guten) som (?:drepte|myrda|myrdet|knivstakk|voldtok|ranet|"
    r"rana|tente på) "
    r"[\wæøå]+(?: (?:sin|si))?(?!\w)|"
    rf"{_KIN} (?:har )?(?:drepte|drept|myrda|myrdet|knivstakk|knivstukket) (?!av\b)(?:en|ei|ein|kona|mannen|faren|"
    rf"moren|mora|noen|"
    r"nokon|naboen|broren|søsteren|to)\b|"
    r"\b(?:drap|mord|voldtekt|terror|overgrep)s?(?:dømt|dømd|siktet|sikta|tiltalt|mistenkt)(?!\w)|\bdrapsmann(?:en)?(?!\w)",
    re.IGNORECASE,
)
"""A killing told by who did it: "han som drepte kona", "søster er drapsdømt"."""
_TRIAL = re.compile(
    r"\b(?:etter|under|før) ((?:retts|straffe|drap|draps|voldtekts|overgreps)saken?"
    r"(?: mot [\wæøåÆØÅ]+)?)(?!\w)",
    re.IGNORECASE,
)
_PRISON = re.compile(r"\b(?-i:[A-ZÆØÅ])[\wæøå]{2,20} (?:kvinne)?(?:fengsel|fengslet)(?!\w)")
_ACCIDENT = re.compile(
    r"\b(?!(?:u|trafikk)lykk)[a-zæøå]{3,20}(?:ulykken|ulykka|ulukka|ulykkene)(?: (?:i fjor|i (?:19|20)\d\d))?(?!\w)|"
    r"\b(?:ulykken|ulykka|ulukka) med (?!(?:at|det|den|ham|han|hun|henne|ho|barna)\b)[a-zæøå]{4,20}"
    r"(?: i [a-zæøå]{4,6})?(?!\w)|"
    r"\b(?:(?:kjørt|køyrt|køyrd) ned|påkjørt|påkøyrd) (?:av|ta|tå) (?:en|ein|ei|et) [a-zæøå]{3,15}(?!\w)",
    re.IGNORECASE,
)
_RARE_PERSON = re.compile(
    r"\b(?:er|var|e|som|lever som|står fram som|kom ut som) ((?:en |ei |ein |et )?"
    r"(?:transgutt|transgut|transjente|transperson|transkjønnet|transkjønna|interkjønn|interkjønnet|ikke-?binær|"
    r"ikkje-?binær)(?:en|a|t)?)(?!\w)",
    re.IGNORECASE,
)
_TWO_OF_A_KIND = re.compile(
    r"\b(?:har|med|hos|hadde|fått|får|bor med|bur med) ((?:to|2) (?:mammaer|mødre|mødrer|mødrar|mammaar|pappaer|fedre|"
    r"fedrar|pappaar))(?!\w)",
    re.IGNORECASE,
)
_BODY = r"(?:arm|hånd|hand|ben|bein|fot|øye|auge|øre|øyre|finger|fingre|fingrer|tommel|lunge|armer|hender|føtter)"
_BORN_SO = re.compile(
    rf"\b(?:født|fødd|føst) (med (?:bare |berre |kun )?(?:én|en|ein|ett|et|eitt|ei|1|to|2|tre|fire|seks) {_BODY}|"
    rf"(?:uten|utan) (?:den |en |ei |sin |venstre |høyre |høgre ){{0,2}}{_BODY})"
    rf"|\b(?:mangler|manglar|har (?:bare|berre|kun)) (?:én|en|ein|ett|et|eitt|1|venstre|høyre|høgre|den ene) {_BODY}"
    r"(?:en|a|et)?(?!\w)",
    re.IGNORECASE,
)
_WORKS_HERE = re.compile(
    rf"{_KIN} ((?:jobber|jobbar|jobba|jobbet|arbeider|arbeidar|er ansatt|er tilsett|er lærer|er assistent|er vikar|"
    r"vikarierer) (?:også )?(?:hos oss|her(?: (?:på|i|ved) (?:skolen|skulen|barnehagen|sfo|huset|avdelingen|"
    r"helsestasjonen|trinnet|klubben))?|(?:på|i|ved) (?:samme|den samme|same|vår) (?:skole|skule|barnehage|avdeling|"
    r"sfo)))(?!\w)",
    re.IGNORECASE,
)
_NEAR = (
    r"(?:jul|jula|julaften|julaftan|juleferien|nyttår|påske|påsken|påska|pinse|pinsa|sankthans|st\.? ?hans|olsok|"
    r"17\. ?mai|skolestart|skulestart|sommerferien|høstferien|vinterferien|halloween|månedsskiftet)"
)
_BORN_ABOUT = re.compile(
    r"\b(?:født|fødd|føst|bursdag(?:en)?|fødselsdag(?:en)?|til verden|fødtes)(?: (?!uke|veke)[\wæøå]{1,9}){0,4}? "
    r"((?:(?:en|ei|to|tre|fire|\d{1,2}) (?:uke|uker|veke|veker|dag|dager|dagar) |rett |like |dagen |natta? |natten )?"
    rf"(?:før|etter|rundt|omkring|i|ved|på) (?:{_NEAR}(?:,? (?:i )?(?:19|20)\d\d)?|"
    r"(?:uke|veke) \d{1,2},? (?:i )?(?:19|20)\d\d))(?!\w)",
    re.IGNORECASE,
)
"""A week needs a year: "født i uke 27" says how early somebody came."""
_SEEN_BY_ALL = re.compile(
    r"\b(?:bor|bur|bodde|budde) i (?:en |ei |et )?((?:campingvogn|bobil|husbåt|telt|brakke|container|garasje|"
    r"bil)(?:a|en|et)?)"
    r"(?!\w| (?:på|i|under|hele) (?:en |et )?(?:leir|tur|sommer|ferie|speider|festival|camping|stevne))"
    r"|\b(?:[Hh]un|[Hh]an|[Hh]o|[Mm]or|[Ff]ar|[Ff]amilien|[Dd]e|[Jj]enta|[Gg]utten|[Ee]leven|[Ss]øsknene) "
    r"(?:har|fikk|fekk) "
    r"((?:hemmelig|hemmeleg|sperret|sperra|skjult|skjermet) (?:adresse|nummer)|kode (?:6|7|seks|sju)|voldsalarm)(?!\w)"
    r"|\b(gravid i (?:uke|veke) \d{1,2})"
    r"|\b((?:kjent|kjend) (?:fra|frå|for|på) (?:en |ei |et )?[a-zæøå]{0,12}(?:serie|serien|tv|TV|film|filmen|"
    r"reklame|reklamen|tiktok|"
    r"TikTok|YouTube|youtube|Idol|programmet)(?: på [\wæøå]+)?)(?!\w)"
)
"""How few live, and what everybody has seen or will see: "bor i campingvogn", "kjent fra en realityserie"."""
_SEEN = (
    "campingv",
    "bobil",
    "husbåt",
    "telt",
    "brakk",
    "container",
    "garasje",
    "i bil",
    "adresse",
    "nummer",
    "kode ",
    "voldsal",
    "gravid i",
    "kjent f",
    "kjend f",
    "kjent på",
)
_FATE_NEEDS = needs_of(
    *("drept", "drepte", "drapsm", "mistenkt", "voldt", "ranet", "rana", "tente", "mord", "terror", "overgrep"),
    *("rettssak", "straffesak", "draps", "drapsak"),
    *("drepen", "myrd", "skutt", "knivst", "knivdr", "funne", "savnet", "drukn", "omkom", "forulyk"),
    *("i hjel", "inne", "livet", "eget liv", "eige liv", "selvmord", "sjølvmord", "begi", "gjorde", "skjøt", "hengt"),
    *(
        "dømt",
        "dømd",
        "domfelt",
        "sikt",
        "tiltalt",
        "etterlys",
        "fengsl",
        "soner",
        "straff",
        "fengsel",
        "ulykk",
        "ulukk",
        "kjørt",
        "køyr",
        "tatt for",
        "teken for",
    ),
)
_TRAIT_NEEDS = needs_of(
    *("trans", "interkj", "binær", "mammaer", "mødre", "mammaar", "pappaer", "fedre", "fedrar", "pappaar"),
    *("født", "fødd", "føst", "mangl", "bare", "berre", "kun ", "hos oss", "samme", "same ", "vår ", "her"),
    *("bursdag", "fødsel", "verden"),
    *_SEEN,
)
_FATE_WORDS = (
    *("drept", "drepen", "myrd", "skutt", "knivst", "knivdr", "t død", "savnet", "drukn", "omkom", "forulyk", "i hjel"),
    *("brant inne", "brann inne", "eget liv", "eige liv", "livet sitt", "livet av", "selvmord", "sjølvmord", " drap"),
    *("hengt", "skjøt"),
)
_VIOLENCE = (
    sought(_FATES, *_FATE_WORDS),
    sought(_SENTENCED, " for "),
    sought(
        _KILLED,
        *("drep", "myrd", "knivst", "voldt", "rane", "rana", "tente på", "dømt", "dømd", "sikt", "tiltalt"),
        *("drapsm", "mistenkt"),
    ),
    sought(_PRISON, "fengs"),
    sought(_ACCIDENT, "ulykk", "ulukka", "kjørt ", "køyrt ", "køyrd "),
)
_WORK = needs_of("jobb", "arbeid", "ansatt", "tilsett", "lærer", "assistent", "vikar")
_TRIED = sought(_TRIAL, "saken", "sak ")
KNOWN = "I en liten kommune vet mange hvem det gjelder."


@needing(_FATE_NEEDS | _TRAIT_NEEDS)
def find_known_fates(document: Document) -> Iterator[Hit]:
    """Yield what a small municipality recognises a family by."""
    if not document.lacks(_FATE_NEEDS):
        yield from _fates(document)
    if not document.lacks(_TRAIT_NEEDS):
        yield from _traits(document)


def _fates(document: Document) -> Iterator[Hit]:
    """Yield a violent death, a sentence for a grave crime, a prison and an accident that has its own word."""
    for match in document.scan_each(*_VIOLENCE):
        yield quasi(match.start(), match.end(), "hendelse", KNOWN, 0.7, "[en hendelse]")
    for match in document.scan_each(_TRIED):
        yield quasi(*match.span(1), "hendelse", KNOWN, 0.7, "[en hendelse]")


def _traits(document: Document) -> Iterator[Hit]:
    for match in document.scan(_RARE_PERSON, "trans", "interkj", "binær"):
        yield quasi(match.start(1), match.end(1), "eneste", KNOWN, 0.7, "et barn")
    for match in document.scan(_SEEN_BY_ALL, *_SEEN):
        yield quasi(*match.span(match.lastindex or 0), "eneste", KNOWN, 0.7, "i en særlig situasjon")
    for match in document.scan(_TWO_OF_A_KIND, "mamma", "mødr", "pappa", "fedr"):
        yield quasi(match.start(1), match.end(1), "eneste", KNOWN, 0.65, "foreldre")
    for match in document.scan(_BORN_SO, "fød", "føst", "mangl", "bare ", "berre ", "kun "):
        replacement = "har [en diagnose]" if match.group(1) is None else "med [en diagnose]"
        yield quasi(*match.span(1 if match.group(1) else 0), "diagnose", KNOWN, 0.75, replacement)
    works_here = (
        () if document.lacks(_WORK) else document.scan(_WORKS_HERE, "hos oss", " her", "samme ", "same ", "vår ")
    )
    for match in works_here:
        yield quasi(match.start(1), match.end(1), "arbeidsgiver", KNOWN, 0.75, "har en jobb")
    for match in document.scan(_BORN_ABOUT, "født", "fødd", "føst", "bursdag", "fødselsdag", "til verden"):
        yield quasi(match.start(1), match.end(1), "dato", "En nøyaktig dato kan kobles til barnet.", 0.75, "en dag")
