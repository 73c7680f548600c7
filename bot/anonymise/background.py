"""Finds origin, rare diagnoses, clubs, events and "den eneste ...": traits that few share."""

import re
from collections.abc import Iterator

from bot.anonymise.document import Document
from bot.anonymise.finding import Hit, quasi
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_SUBJECTS = words("tysk spansk fransk samisk finsk")
_SUBJECT_WORDS = words(
    "fag faget timen timene timer karakter karakteren prøve prøven prøver undervisning undervisningen "
    "lekser leksene gloser lærer læreren lærar språkfag valgfag fordypning time lekse skriftlig muntlig "
    "eksamen karakterer ordbok"
)
_SPEAKS = words(
    "snakker snakkar pratar prater snakke snakka talar taler tale forstår forstå språket morsmål morsmålet lærer og er"
)
_FAITH = re.compile(
    r"\b(?:[Pp]insemenigheten|[Mm]enigheten|[Mm]oskeen|[Ff]rikirken|[Mm]isjonsforbundet|[Ss]ynagogen)(?: "
    r"[A-ZÆØÅ][\wæøå]{2,25})?|\b(?:[Jj]ehovas vitner?|[Ss]miths venner|[Bb]runstad(?: [Cc]hristian [Cc]hurch)?|"
    r"[Ll]æstadian\w*|[Aa]dventist\w*|[Mm]ormon\w*|[Ss]cientolog\w*|[Pp]insevenn\w*)(?!\w)"
)
_FAITH_PARTS = tuple(
    words(
        "menighet mosk frikirk misjonsforb synagog jehova venner brunstad æstadian adventist mormon scientolog pinseven"
    )
)
_NEAR = 4
_PEOPLE_ONLY = words("finne same rom inder chin tamil dari tigre kven thai danske svenske mandarin")
_CLUB = re.compile(
    r"(?<![\w])(?:[A-ZÆØÅ][\wæøåÆØÅ\-]{1,30}[ \-]){1,3}(?:IL|FK|HK|IF|SK|BK|TIL|IK|BBK|idrettslag|ballklubb|"
    r"fotballklubb|håndballklubb|skiklubb|skilag|skolekorps|musikkorps|korps|turnforening|turn|svømmeklubb|"
    r"danseklubb|danseskole|speidergruppe|speidere|ungdomslag|bygdekvinnelag|"
    r"skytterlag|rideklubb|kampsportklubb|karateklubb|taekwondoklubb|judoklubb|bryteklubb|motorklubb|trialklubb|kor|"
    r"barnekor|jentekor|guttekor|teaterlag|revylag|sykkelklubb|orienteringslag|4H|bowlingklubb|sjakklubb|bandyklubb|"
    r"innebandy|friidrett|misjonshus|menighet|bedehus|moské|frikirke|pinsemenighet)(?!\w)"
    r"|\b(?:IL|FK|IF|SK) [A-ZÆØÅ][\wæøå\-]{2,30}|\b4H-?klubben [A-ZÆØÅ«][\wæøå»\-]{2,30}|\b(?:spiller|spelar|trener|"
    r"går|danser|synger|spilte|begynt|meldt|sluttet) (?:[a-zæøå]+ ){0,2}(?:på|i|for|hos|med) "
    r"([A-ZÆØÅ][\wæøå\-]{1,30}(?:[ \-][A-ZÆØÅ][\wæøå\-]{1,20})? ?(?:IL|FK|fotball|håndball|ski|turn|G\d\d|J\d\d|"
    r"gutter|jenter)?)(?!\w)"
)
_LOWER_CLUB = re.compile(
    r"(?<![\w])[a-zæøå]{3,20}(?:ing|dal|vik|strand|øy|bygd|rand|ås|sund)?s? (?:idrettslag|skolekorps|fotballklubb|"
    r"håndballklubb|skiklubb|turnforening|skytterlag|rideklubb|skolemusikk|il)(?!\w)"
)
_OUR_CLUB = re.compile(
    r"\b(?:bygdas|bygdens|grendas|kommunens|stedets|den lokale|det lokale|bygda sitt|bygda sin) "
    r"(?:[a-zæøå]{0,20}(?:lag|laget|korps|korpset|kor|koret|klubb|klubben|forening|foreningen|trupp|gruppe|"
    r"gruppa))(?!\w)",
    re.IGNORECASE,
)
_SPORT_SCHOOL = re.compile(
    r"\b(?:ride|danse|ski|svømme|bokse|turn|ballett|teater|motor|golf|tennis|segl|seil)"
    r"(?:skol|skul)(?:en|a)(?: (?:på|i) [A-ZÆØÅ][\wæøå]+)(?!\w)",
    re.IGNORECASE,
)
_MEMBER_OF = re.compile(
    r"\b(?:på|i|med i|styrer|leder|leiar|driver|fra|frå) ((?:skole|skule|bygde|"
    r"jente|gutte|barne|ungdoms)(?:korpset|koret)|"
    r"(?:speidar|speider)(?:troppen|gruppa|gruppen)|(?:bokse|ride|skøyte|svømme|bryte|sjakk|judo|"
    r"karate|turn|ski)klubben|4H(?=[ .,]))(?!\w)",
    re.IGNORECASE,
)
_LOCAL_FEAST = re.compile(
    r"\b(?:bygde?|grende|bygda|sogne|krets)(?:dagen|dagan|dagane|mesterskapet|meisterskapet|festen|revyen|spelet|marknaden|martnaden|konkurransen|kampen|stevnet)"
    r"(?: (?:i|på) [a-zæøå]+)?(?!\w)|\b(?:havariet|forliset)\b",
    re.IGNORECASE,
)
_ENGLISH_EVENT = re.compile(
    r"\bthe (?:[a-z]+ )?(?:accident|fire|murder|shooting|landslide|avalanche|crash|drowning|stabbing) "
    r"(?:at|in|near|on) [A-ZÆØÅ][\wæøå]+"
)
_ENGLISH_ONLY = re.compile(r"\bthe only (?:[a-z]+ ){1,3}(?:in|at|from|on|with|who) [^.!?,;\n]{3,50}")
_TEAM = re.compile(r"\b[GJ] ?(?:1[0-9]|[6-9])(?:-laget)?\b")
_EVENT = re.compile(
    r"\b(?:(?:dødsbrannen|brannen|ulykken|ulykka|dødsulykken|bussulykken|bussulykka|bilulykken|bilulykka|"
    r"trafikkulykken|båtulykken|drukningsulykken|drukningsulykka|skredet|raset|snøskredet|leirskredet|"
    r"kvikkleireskredet|drapet|drapssaken|knivstikkingen|skuddepisoden|skytingen|flommen|togulykken|"
    r"helikopterulykken|"
    r"snøscooterulykken|scooterulykken|traktorulykken|eksplosjonen|ranet|voldtektssaken|overgrepssaken|selvmordet|"
    r"dødsfallet|låvebrannen|husbrannen|hyttebrannen|skolebrannen|razziaen)"
    r"(?: (?:på|i|ved|utenfor|fra|til) (?:[A-ZÆØÅ]?[\wæøåÆØÅ\-]{2,25})(?: (?:i|på|ved) (?:fjor|[\wæøå]{3,12}))?| "
    r"sist [a-zæøå]+| i fjor(?: [a-zæøå]+)?)?"
    r"|(?:huset|låven|hytta|fjøset|gården|skolen|butikken|naustet) (?:deres |hans |hennes )?(?:brant|brann|ble "
    r"tatt)(?: (?:ned|i [a-zæøå]+))?"
    r"|(?:stod|sto|står|omtalt|skrevet om|var|vært|på forsida|skrev om|skreiv om)"
    r"(?: (?:det|saken|han|hun|ho|vi|dei|de|mye))? (?:i|på|av) (?:avisen?|avisa|"
    r"lokalavisa|lokalavisen|Adressa|Adresseavisen|Stjørdalens Blad|Nea Radio|Selbyggen|Trønderbladet|Bladet|"
    r"nyhetene|NRK|TV|media|Dagsrevyen|riksmedia)(?!\w)(?: (?:etter|på grunn av|fordi|da) [\wæøå]+(?: (?:på|i|ved) "
    r"[\wæøå]+)?)?"
    r"|kåret til [\wæøåÆØÅ]+(?: [\wæøåÆØÅ]+){0,4}|på (?:forsiden|forsida) av [\wæøåÆØÅ]+|vant [A-ZÆØÅ][\wæøå]+(?: "
    r"[A-ZÆØÅ][\wæøå]+){1,3}|viral(?:t)? på (?:TikTok|Snap|Facebook|nett))",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b[a-zæøå]{0,20}(?:festen|festivalen|dagene|dagane|mesterskapet|cupen|revyen|turneringen|turneringa|leiren|"
    r"leiran|"
    r"konserten|rittet|rennet|spelet|stevnet|stemnet|marknaden|messa|løpet) (?:på|i|ved) [A-ZÆØÅ][\wæøå\-]{1,30}"
)
_FEAST_PARTS = tuple(
    words(
        "festen festival dagene dagane mesterskap cupen revyen turnering leiren leiran konserten rittet rennet spelet "
        "stevnet stemnet marknaden messa løpet"
    )
)
_MOST = re.compile(
    r"\b(?:den|det) (?:aller )?(?:yngste|eldste|største|minste|første|fyrste|tyngste|høyeste|sykeste|sterkeste|"
    r"dårligste|flinkeste|beste) (?:[\wæøå]{2,20} ){0,3}?(?:(?:i|på) (?:kommunen|bygda|bygden|skolen|skulen|barnehagen|"
    r"kullet|trinnet|avdelingen|grenda)|kommunen har|bygda har|skolen har|som noen gang|noensinne|noen gang i)"
    r"(?: [a-zæøå]{2,12}){0,2}"
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
    r"døve|blinde)\b)",
    re.IGNORECASE,
)
_NYNORSK_ONLY = re.compile(r"\b(?:den|det|dei|de) (?:einaste|enaste)\b[^.!?;,\n]{3,70}", re.IGNORECASE)
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
    r"elev|jente|gutt|ungdom)(?= her|[.,]| med barn| som)",
    re.IGNORECASE,
)
_NOT_PERSON = words(
    "som måten måte gangen gang tingen ting grunnen grunn løsningen løsning stedet sted tiden leken lek "
    "maten mat tiltaket tiltak timen faget fag aktiviteten dagen dag muligheten mulighet alternativet "
    "hjelpen metoden tingene faktoren hun han vi jeg de du ho"
)
_SUBJECT_NOUNS = words("barnet eleven gutten jenta mor far læreren skolen")
_MAX_ONLY = 90


_CLUB_WORDS = words(
    "il fk hk if sk bk til ik bbk tif idrettslag ballklubb fotballklubb håndballklubb skiklubb skilag "
    "skolekorps musikkorps korps turnforening turn svømmeklubb danseklubb danseskole speidergruppe "
    "ungdomslag skytterlag rideklubb skolemusikk motorklubb trialklubb kor barnekor 4h-klubben 4hklubben "
    "spiller spelar trener går danser synger spilte begynt meldt sluttet menighet bedehus"
)
_CLUB_PARTS = ("klubb", "lag", "korps", "forening", "menighet", "4h")
_EVENT_PARTS = tuple(
    words(
        "kåret forsid vant brann brant ulykk skred raset drap stikking skudd skyting flom eksplosjon ranet saken "
        "selvmordet "
        "dødsfall avis adressa blad selbyggen nrk tv media viral nyhet razzia radio"
    )
)


def find_background(document: Document) -> Iterator[Hit]:
    """Yield origins, rare diagnoses, clubs, events and only-ones."""
    yield from _origins(document)
    tokens = document.tokens
    for at, count, _ in document.places.diagnoses.find(tokens):
        if tokens[at].lower not in (
            "charge",
            "blind",
            "blindt",
            "blinde",
            "døv",
            "døvt",
            "døve",
            "pku",
            "hiv",
        ) or _is_diagnosis(document, at):
            last = at + count - 1
            if (follow := document.after(last)) is not None and follow.lower in (
                "syndrom",
                "syndromet",
                "sykdom",
                "sjukdom",
                "muskeldystrofi",
                "muskelsykdom",
            ):
                last += 1
            yield quasi(
                tokens[at].start,
                tokens[last].end,
                "diagnose",
                "En sjelden diagnose peker på svært få barn.",
                0.85,
                "[en diagnose]",
            )
    yield from _clubs_and_events(document)
    yield from _only_ones(document)


def _is_diagnosis(document: Document, at: int) -> bool:
    before = document.before(at)
    if document.tokens[at].lower in ("charge", "pku", "hiv"):
        return document.tokens[at].is_caps
    after = document.after(at)
    return (
        before is not None
        and before.lower in ("er", "e", "var", "født", "nesten", "delvis", "en", "både")
        and (after is None or after.lower not in ("for", "på", "vold", "tillit", "flekk", "og"))
    )


def _origins(document: Document) -> Iterator[Hit]:
    tokens = document.tokens
    for at, count, kind in document.places.origins.find(tokens):
        token = tokens[at]
        before, after = document.before(at), document.after(at + count - 1)
        if (
            kind == "land"
            and (token.has_capital or (before is not None and before.lower in ("fra", "frå", "i", "til")) or count > 1)
            and not _is_school_thing(document, at)
        ):
            yield _origin(document, at, at + count - 1)
        elif kind == "folk" and not _is_school_thing(document, at):
            if (
                token.lower in _PEOPLE_ONLY
                and not (after is not None and after.flags & (Word.KIN | Word.CHILD))
                and not (before is not None and before.lower in _SPEAKS)
            ):
                continue
            yield _origin(document, at, at + count - 1)


def _is_school_thing(document: Document, at: int) -> bool:
    """Tell the school subject "spansk" from a Spanish family, and a lesson about a land from coming from it."""
    token, after = document.tokens[at], document.after(at)
    if token.lower not in _SUBJECTS:
        return False
    if after is not None and (
        after.flags & (Word.KIN | Word.CHILD) or after.lower in ("familie", "bakgrunn", "opprinnelse", "mor", "far")
    ):
        return False
    near = document.tokens[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(t.lower in _SUBJECT_WORDS or t.lower in ("matte", "engelsk", "nynorsk") for t in near)


def _origin(document: Document, first: int, last: int) -> Hit:
    tokens = document.tokens
    replacement = "[et annet land]" if tokens[first].has_capital else "[et annet språk]"
    return quasi(
        tokens[first].start,
        tokens[last].end,
        "opprinnelse",
        "Opprinnelse eller språk peker på få familier i en liten kommune.",
        0.8,
        replacement,
    )


def _clubs_and_events(document: Document) -> Iterator[Hit]:
    yield from _clubs(document)
    for match in document.scan(_FAITH, *_FAITH_PARTS):
        yield _club(match.start(), match.end(), "Et trossamfunn peker på få familier.", 0.75)
    for match in document.scan(_EVENT, *_EVENT_PARTS):
        why = "En kjent hendelse kan røpe hvem det gjelder."
        yield quasi(match.start(), match.end(), "hendelse", why, 0.8, "[en hendelse]")
    for match in document.scan(_FEAST, *_FEAST_PARTS):
        why = "En kjent hendelse kan røpe hvem det gjelder."
        yield quasi(match.start(), match.end(), "hendelse", why, 0.7, "[en hendelse]")
    for match in (
        *document.scan(_LOCAL_FEAST, "bygd", "grend", "sogne", "krets", "havariet", "forliset"),
        *(document.scan(_ENGLISH_EVENT) if document.is_english else ()),
    ):
        why = "En kjent hendelse kan røpe hvem det gjelder."
        yield quasi(match.start(), match.end(), "hendelse", why, 0.7, "[en hendelse]")
    if document.has_digit:
        for match in document.scan(_TEAM):
            yield _club(match.start(), match.end(), "Et årsklasselag er få barn.", 0.6)


def _clubs(document: Document) -> Iterator[Hit]:
    why = "Laget eller foreningen peker på få barn."
    has_word = bool(document.words & _CLUB_WORDS)
    for match in document.scan(_CLUB, *(() if has_word else _CLUB_PARTS)):
        group = 1 if match.group(1) else 0
        first = match.group(group).split()[0].split("-")[0]
        if group == 0 or not document.flags_of(first) & (Word.SAFE | Word.FUNCTION | Word.FIRST):
            yield _club(match.start(group), match.end(group), why, 0.8)
    for match in document.scan(_MEMBER_OF, "korpset", "koret", "speid", "klubben", "4h"):
        yield _club(match.start(1), match.end(1), why, 0.6)
    for match in document.scan(_SPORT_SCHOOL, "skolen på", "skolen i", "skulen på", "skulen i", "skola ", "skula "):
        yield _club(match.start(), match.end(), why, 0.7)
    for match in document.scan(_OUR_CLUB, "bygd", "grendas", "kommunens", "stedets", " lokale "):
        yield _club(match.start(), match.end(), why, 0.7)
    for match in document.scan(_LOWER_CLUB) if has_word else ():
        if not document.is_known(match.group().split()[0]):
            yield _club(match.start(), match.end(), why, 0.75)


def _club(start: int, end: int, why: str, certainty: float) -> Hit:
    return quasi(start, end, "forening", why, certainty, "[foreningen]")


def _only_ones(document: Document) -> Iterator[Hit]:
    text = document.text
    if "eneste" in document.lower:
        for match in _ONLY.finditer(text):
            words = match.group().lower().split()
            following = words[words.index("eneste") + 1]
            is_many = following == "som" and words[0] in ("de", "dei", "dem", "er") and "de" in words[:3]
            if (following not in _NOT_PERSON or is_many) and not (
                "det" in words[:3]
                and following in _SUBJECT_NOUNS
                and not re.match(r" ?(?:på|i|med|fra|som|uten|ved)\b", text[match.end() : match.end() + 6])
            ):
                yield _only(text, match.start(), _clause_end(text, match.end()))
    yield from _nynorsk_only_ones(document)
    for match in document.scan(
        _MOST, "kommunen", "bygd", "skolen", "skulen", "hagen", "kullet", "trinnet", "avdeling", "grenda", "noen"
    ):
        yield _only(text, match.start(), match.end())
    for match in _ALONE.finditer(text) if document.words & {"én", "en", "ei", "ett", "1"} else ():
        yield _only(text, match.start(), match.end())
    for match in document.scan(_FEW, "bare", "berre", "kun"):
        yield _only(text, match.start(), match.end())
    yield from _english_only_ones(document)
    for match in document.scan(_NO_OTHERS, "ingen andre", "bare", "berre", "kun"):
        yield _only(text, match.start(), match.end())


def _english_only_ones(document: Document) -> Iterator[Hit]:
    for match in document.scan(_ENGLISH_ONLY, "the only") if document.is_english else ():
        yield _only(document.text, match.start(), match.end())


def _nynorsk_only_ones(document: Document) -> Iterator[Hit]:
    text = document.text
    for match in document.scan(_NYNORSK_ONLY, "einaste", "enaste"):
        if match.group().lower().split()[2] not in _NOT_PERSON:
            yield _only(text, match.start(), match.end())


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
    else:
        replacement = "en familie" if "famili" in found else "et barn"
    return quasi(start, end, "eneste", "Den eneste av sitt slag er lett å kjenne igjen.", 0.85, replacement)
