"""Finds known events: accidents, local feasts, what stood in the paper."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import IN_ENGLISH, needs_as_sought, needs_of, sought
from bot.anonymise.words import whys
from bot.anonymise.words.months import MONTHS
from bot.anonymise.words.word_lists import words

_DISASTER = re.compile(
    r"\b[a-zæøå]{2,20}(?:ulykken|ulykka|ulukka|brannen|skredet|raset|drapet|stikkinga|stikkingen|"
    r"skytinga|drukninga|drukningen|kollisjonen|utforkjøringa|utforkjøringen|utforkøyringa|velten|"
    r"veltet) (?:på|i|ved|utenfor|utanfor|nedafor|mellom) [\wæøåÆØÅ\-]{3,25}(?: i (?:fjor|haust|høst|"
    rf"vår|vinter|sommar|sommer|{MONTHS}))?(?!\w)",
    re.IGNORECASE,
)
_DISASTERS = tuple(
    words("ulykk ulukk brannen skredet raset drapet stikkinga stikkingen skytinga drukning kollisjon utfork velte")
)
_INCIDENT = re.compile(
    r"\b(?:[a-zæøå]{3,20}(?:hendelsen|hendinga|episoden)|det som (?:skjedde|hendte|hende|skjedd|skjed)) (?:på|i|ved|"
    r"under) "
    r"(?:[a-zæøå]{2,20}(?:markedet|marknaden|festen|ballet|konserten|turen|leiren|avslutningen|avslutninga|cupen|"
    r"kampen|"
    r"stevnet|revyen|forestillingen|forestillinga|messa|rittet|rennet|festivalen|diskoteket|bursdagen|bussen)|"
    r"(?-i:[A-ZÆØÅ])[\wæøå]{2,20})(?: i (?:fjor|sommer|sommar|vinter|vår|høst|haust))?(?!\w)",
    re.IGNORECASE,
)
"""Something that happened at a feast or a place: "kniphendelsen på juleballet", "det som skjedde på julemarkedet"."""
_INCIDENTS = ("hendelsen", "hendinga", "episoden", "skjed", "hendte", "hende ")
_LOCAL_FEAST = re.compile(
    r"\b(?:bygde?|grende|bygda|sogne|krets)(?:dagen|dagan|dagane|mesterskapet|meisterskapet|festen|revyen|spelet|"
    r"marknaden|martnaden|konkurransen|kampen|stevnet)"
    r"(?: (?:i|på) [a-zæøå]+)?(?!\w)|\b(?:havariet|forliset)\b",
    re.IGNORECASE,
)
_ENGLISH_EVENT = re.compile(
    r"\bthe (?:[a-z]+ )?(?:accident|fire|murder|shooting|landslide|avalanche|crash|drowning|stabbing|flood|explosion) "
    r"(?:(?:at|in|near|on|by) (?:[A-ZÆØÅ][\wæøå]+|the [a-z]{3,15}(?: [a-z]{3,12})?)|"
    r"last (?:[A-ZÆØÅa-z][a-z]{2,11})|this (?:spring|summer|autumn|fall|winter|year)|(?:a year|two years) ago)"
)
_EVENT = re.compile(
    r"\b(?:(?:dødsbrannen|brannen|ulykken|ulykka|dødsulykken|bussulykken|bussulykka|bilulykken|bilulykka|"
    r"trafikkulykken|båtulykken|drukningen|drukninga|påkjørselen|kollisjonen|drukningsulykken|drukningsulykka|skredet|"
    r"raset|snøskredet|leirskredet|"
    r"kvikkleireskredet|drapet|drapssaken|knivstikkingen|skuddepisoden|skytingen|flommen|togulykken|"
    r"helikopterulykken|"
    r"snøscooterulykken|scooterulykken|traktorulykken|eksplosjonen|ranet|voldtektssaken|overgrepssaken|selvmordet|"
    r"dødsfallet|låvebrannen|husbrannen|hyttebrannen|skolebrannen|razziaen)"
    r"(?: (?:på|i|ved|utenfor|fra|til) (?:[A-ZÆØÅ]?[\wæøåÆØÅ\-]{2,25})(?: (?:i|på|ved) (?:fjor|[\wæøå]{3,12}))?| "
    r"sist [a-zæøå]+| i fjor(?: [a-zæøå]+)?)?"
    r"|(?:[a-zæøå]{0,16}(?:huset|låven|låva|hytta|fjøset|gården|garden|skolen|skulen|butikken|naustet|fabrikken|bruket|"
    r"kirka|kirken|kyrkja|hallen|hotellet|brygga|verkstedet|verkstaden|saga|stallen|barnehagen|bygget))"
    r"(?: (?:deres|hans|hennes|hennar|vår|våres|i (?:bygda|grenda|sentrum)|til (?:dem|familien)))? "
    r"(?:brant|brann|brente|ble tatt)(?: (?:ned|opp|før jul|etter jul|i [a-zæøå]+))?(?!\w)"
    r"|(?:stod|sto|står|omtalt|skrevet om|var|vært|på forsida|skrev om|skreiv om)"
    r"(?: (?:det|saken|han|hun|ho|vi|dei|de|mye))? (?:i|på|av) (?:avisen?|avisa|"
    r"lokalavisa|lokalavisen|Adressa|Adresseavisen|Stjørdalens Blad|Nea Radio|Selbyggen|Trønderbladet|Bladet|"
    r"nyhetene|NRK|TV|TV ?2|VG|Dagbladet|Nettavisen|Aftenposten|media|Dagsrevyen|riksmedia)(?!\w)(?: (?:etter|"
    r"på grunn av|fordi|da) [\wæøå]+(?: (?:på|i|ved) "
    r"[\wæøå]+)?)?"
    r"|kåret til [\wæøåÆØÅ]+(?: [\wæøåÆØÅ]+){0,4}|på (?:forsiden|forsida) av [\wæøåÆØÅ]+|"
    r"vant (?-i:[A-ZÆØÅ])[\wæøå]+(?: "
    r"(?-i:[A-ZÆØÅ])[\wæøå]+){1,3}|viral(?:t)? på (?:TikTok|Snap|Facebook|nett))",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b[a-zæøå]{0,20}(?:festen|festivalen|dagene|dagane|mesterskapet|cupen|revyen|turneringen|turneringa|leiren|"
    r"leiran|"
    r"konserten|rittet|rennet|spelet|stevnet|stemnet|marknaden|messa|løpet) (?:på|i|ved) [A-ZÆØÅ][\wæøå\-]{1,30}"
)
_FEAST_THEN = re.compile(
    r"\b[a-zæøå]{3,20}(?:leiren|leiran|leira|stevnet|stemnet|cupen|festivalen|revyen) (?:i|på) (?:fjor|sommer|sommar|"
    r"vinter|høst|"
    r"haust|vår|påsken?|juni|juli|august|september|oktober|november|desember|januar|februar|mars|april|mai)(?![\wæøå])|"
    r"\b(?:russe|hjemme|heime|bygde|ungdoms|aleine|halloween|hytte|bursdags|badstue|strand)(?:festen|fest) (?:i|på) "
    r"(?:grustaket|steinbruddet|hytta|parken|bygda|grendehuset|samfunnshuset|ungdomshuset|idrettshallen|stranda|"
    r"campingen|brygga|kaia|låven|skogen|gapahuken)(?![\wæøå])"
)
"""A feast or a camp with its place or time: "russefesten i grustaket", "speiderleiren i sommer"."""
_FEAST_PARTS = (
    *("fest i", "fest på"),
    *words(
        "festen festival dagene dagane mesterskap cupen revyen turnering leiren leiran konserten rittet rennet spelet "
        "stevnet stemnet marknaden messa løpet leira"
    ),
)
_FATAL = (
    r"(?:kvelnings|drukne|drukning|bade|båt|snøskuter|scooter|moped|trampoline|hest|ride|klatre|ski|brann|jakt|arbeids|"
    r"traktor|ATV-?|sykkel|fall)(?:ulykke|ulukke)"
)
_BEFELL = re.compile(
    rf"\b{_FATAL} (?:på|i|ved|under|med|forrige|sist)(?: (?!en |ei |et )[\wæøåÆØÅ]{{2,20}}){{1,2}}"
    r"|\b(?:falt|datt|ramla|ramlet|styrta|styrtet) (?:ned |ut |inn |utfor )?(?:fra|frå|av|gjennom|i|på) (?:en |et |ei |"
    r"isen |[a-zæøå]+ på )?(?:taket(?! (?:på|av|i) (?:leke|dokke|dukke|snø))|"
    r"låvetaket|hustaket|låven|tårnet|stigen|stigen|stillaset|balkongen|vinduet|"
    r"broa|brua|"
    r"elva|brønnen|traktoren|høyloftet|kaia|kornsiloen|siloen|gjødselkjelleren|råket)(?: på [\wæøå]+)?"
    r"|\b(?:funnet|funne|reddet|redda|hentet|henta) (?:på|i|under|ut av|ned fra|opp av|opp fra) (?:taket|raset|skredet|"
    r"snøskredet|elva|sjøen|isen|brønnen|siloen|kornsiloen|vannet|brannen|fjellet)(?: (?:av|på) [\wæøå]+)?"
    r"|\b(?:mistet|mista|misset) (?:huset|hjemmet|heimen|gården|garden|låven|alt|båten) i (?:en )?[a-zæøå]*"
    r"(?:brann|brannen|flom|flommen|flaum|ras|raset|skred|skredet|konkurs|konkursen)"
    r"|\b(?:tatt|siktet|sikta|anmeldt|meldt|arrestert|pågrepet|dømt|dømd|etterforsket|etterforsket) for (?:å ha "
    r")?(?:svindl\w+|"
    r"underslag|underslått|bedrageri|tyveri|innbrudd|fyllekjøring|promillekjøring|smugling|narkotika|heleri|"
    r"hærverk|ran)"
    r"(?: [\wæøå]+)?"
    r"|\b[a-zæøåA-ZÆØÅ]{3,20} (?:tok fyr|grunnstøtte|forliste|havarerte|kantret|kantra|fikk slagside)(?: i [\wæøå]+)?"
    r"|\b(?:sagbruket|bruket|fabrikken|hotellet|verkstedet|butikken|campingen) (?:brant|brann|gikk konkurs|ble "
    r"lagt ned)"
    r"|\b(?:faren|far|moren|mora|mor|broren|familien|pappa|mamma) (?:ble|blei|vart|er|var|skal bli) (?:utvist|"
    r"deportert|"
    r"sendt ut av landet|arrestert|pågrepet)"
    r"|\bkrigen i (?:(?:199|20\d)\d|(?-i:[A-ZÆØÅ])[\wæøå]+)"
    r"|\b(?:forlovet|gifta|giftet bort|gift) mot sin vil[lj][ej]a?",
    re.IGNORECASE,
)
"""What befell somebody and was talked about: "mistet huset i brann", "falt ned fra låven", "faren ble utvist"."""
_VESSEL = (
    r"(?:[a-zæøå]{0,12}(?:ferga|fergen|ferja|båten|hurtigbåten|skipet|tråleren|trålern|sjarken|skøyta|skøyten|"
    r"jolla|yachten|"
    r"seilbåten|cruiseskipet))"
)
_BUILDING = (
    r"(?:[a-zæøå]{0,16}(?:sjappa|sjappen|kafeen|kroa|puben|kiosken|garasjen|uthuset|bua|bedehuset|grendehuset|"
    r"leiligheten|"
    r"leilegheita|blokka|rekkehuset|campingvogna|bilen|båten|bussen|bakeriet|salongen|senteret|lageret|sagbruket))"
)
_HAPPENED = re.compile(
    rf"\b{_VESSEL}(?: (?:vår|deres|hans|hennes|dems))? (?:gikk|gjekk|gikk rett|gjekk rett|gjikk|for|rente|kjørte|"
    rf"køyrde) "
    r"(?:på (?:grunn(?! av)|skjæret|land|fjellet|kaia|kaien|brua|moloen)|ned|under)(?!\w)|"
    rf"\b{_VESSEL} (?:sank|kantra|kantret|velta|veltet|brant|forliste|havarerte)(?!\w)|"
    rf"\b(?:etter at|då|da|sia|siden|sidan|den gangen|om natta) {_BUILDING}(?: (?:vår|deres|hans|hennes|dems|"
    rf"i bygda))? "
    r"(?:brant|brann|brente|tok fyr|gikk konkurs|vart rana|ble ranet|ble rana|eksploderte)(?: ned)?(?!\w)|"
    r"\b(?:[a-zæøå]{0,10}bussen|skolebussen|skulebussen|drosja|taxien|toget|ambulansen|lastebilen|traileren) "
    r"(?:kjørte|køyrde|kjøre|for|gikk|havnet|havna|velta|veltet|skle|skled|krasja|krasjet|sporet av|"
    r"spora av)(?: (?:av|i|utfor|"
    r"ut i|inn i|ut) (?:veien|vegen|grøfta|grøften|elva|sjøen|skråninga|autovernet|fjellveggen|brua))(?!\w)",
    re.IGNORECASE,
)
"""What happened to a boat, a bus or a house that all saw: "ferga gikk på grunn", "etter at kebabsjappa brant"."""
_GATHERING = (
    r"(?:russetoget|rånertreffet|rånetreffet|bilsamlinga|bygdetinget|slåttedugnaden|slåttonna|reinskillinga|"
    r"reinskillingen|saueskillinga|tamreinskillingen|eldhusfesten|låvefesten|sommarfesten|havnefesten|olsokspelet|"
    r"grendadugnaden|grendedugnaden|bygdedugnaden|elgjakta)"
)
_GATHERED = re.compile(
    rf"\b(?:under|på|i|etter|ved|siden|sidan|sia|fra|frå) ({_GATHERING}(?: (?:i|på) (?:fjor|sommer|sommar|høst|"
    rf"haust|vinter|"
    r"vår|år|[A-ZÆØÅ][\wæøå]+))?)(?!\w)|"
    r"\b((?:gå|går|gikk|gjekk|gjikk|skal|holde|holdt|heldt|ble|arrangere|arrangert|arrangerte) (?:i |"
    r"med i )?(?:et |eit )?"
    r"(?:fakkeltog|minnemarkering|lysmarkering|stille marsj)(?:et|en)?)(?= (?:for|til|etter|i|på|mot)\b|"
    r"[.,;!?\n]|$| og\b)",
    re.IGNORECASE,
)
"""A gathering that everybody remembers: "slåsskampen etter russetoget i fjor", "skal gå i fakkeltog for"."""
_WHERE = r"[\wæøåÆØÅ]{3,20}(?: (?:i (?:fjor|sommer|sommar|høst|haust|vinter|vår|[a-zæøå]{3,9})|sist [a-zæøå]{3,8}))?"
_SEEN = re.compile(
    rf"\b(?:kniving(?:a|en)?|knivstikking(?:a|en)?|masseslagsmål(?:et)?|skudd(?:et)?|skyting(?:a|en)?|væpna ran(?:et)?|"
    rf"gisseldrama(?:et)?|politiaksjon(?:en)?|razzia(?:en)?|voldshendelse(?:n)?) (?:på|i|ved|utenfor|utafor|bak) "
    rf"{_WHERE}(?!\w)|"
    r"\b(?:skolen|skulen|barnehagen|hotellet|senteret|sykehjemmet|bussen|brua|tunnelen) (?:ble|blei|vart|måtte) "
    r"(?:evakuert|evakueres|stengt etter|sperra av|sperret av)(?: i [a-zæøå]{3,9})?(?!\w)|"
    r"\b(?:vant|vann|vunnet|vunne) (?:i |stort i )?(?:lotto|vikinglotto|tipping|eurojackpot|millioner|"
    r"en million)(?!\w)|"
    r"\b(?:(?:ble|blei|vart|er) )?(?:reddet|redda|hentet|henta|berga|berget|plukket opp|plukka opp) (?:av|med|"
    r"ut av|opp av|"
    r"opp med) (?:et |eit )?(?:helikopter(?:et)?|redningshelikopter(?:et)?|redningsskøyta|redningsskøyten|"
    r"luftambulansen|"
    r"redningsmannskap(?:er)?|sivilforsvaret|brannvesenet)(?!\w)|"
    r"\b(?:sto|stod|står|stilte|stilt) (?:fram|frem|opp) (?:i|på) (?:tv|TV|avisa|avisen|radio|radioen|lokalavisa|"
    r"nrk|NRK|media|"
    r"en podkast|ein podkast)(?!\w)|"
    r"\b(?:kastet|kasta|hevet|heva|slengt|utestengt|utestengt) (?:ut )?(?:av|fra|frå) (?:campingen|hotellet|"
    r"huset|menigheten|"
    r"menigheta|klubben|laget|bygda|moskeen|krisesenteret|gården)(?!\w)|"
    r"\b(?:brant|brann|brente|satte fyr på|sette fyr på|tente på) (?:ned |opp )?[a-zæøå]{0,12}(?:huset|låven|"
    r"skolen|skulen|hytta|"
    r"naustet|fjøset|bua|butikken|garasjen|bilen|containeren)(?: i (?:fjor|[a-zæøå]{3,9}))?(?!\w)|"
    r"\b(?:kaia|brua|taket|huset|skråninga|veien|vegen|tunnelen) (?:raste|rast|rasa|kollapset|kollapsa)(?: (?:ut|"
    r"ned|sammen|"
    r"saman))?(?!\w)",
    re.IGNORECASE,
)
"""What stood in the paper or was seen by many: "kniving på torget", "reddet av helikopter", "vant i lotto"."""
_BEFALLEN = (
    *(
        "ulykk",
        "ulukk",
        "falt",
        "datt",
        "raml",
        "styrt",
        "funne",
        "redd",
        "hentet",
        "henta",
        "miste",
        "mista",
        "misset",
    ),
    *(
        "tatt for",
        "siktet for",
        "sikta for",
        "meldt for",
        "dømt for",
        "dømd for",
        "forsket for",
        "tok fyr",
        "grunnst",
        "forliste",
        "havarer",
        "kantr",
        "slagside",
        " brant",
        " brann",
        "konkurs",
    ),
    *("lagt ned", "utvist", "deport", "sendt ut", "arrester", "pågrep", "krigen i", " mot sin"),
)
_EVENT_PARTS = tuple(
    words(
        "kåret forsid vant brann brant brente ulykk skred raset drap stikking kollisjon påkjørsel drukning skudd "
        "skyting flom eksplosjon ranet saken "
        "selvmordet "
        "dødsfall avis adressa blad selbyggen vg aftenposten nrk tv media viral nyhet razzia radio"
    )
)
_LOCAL_PARTS = ("bygd", "grend", "sogne", "krets", "havariet", "forliset")
_ON_THE_WAY = (
    *(
        "på grunn",
        "på skj",
        "på land",
        "på fj",
        "på kai",
        "på bru",
        "på mol",
        " ned",
        " under",
        " sank",
        "kantr",
        " velt",
    ),
    *(" brant", " brann", " brente", "tok fyr", "konkurs", " rana", " ranet", "eksplod", "forlist", "havarer"),
    *("veien", "vegen", "grøft", "elva", "sjøen", "skrånin", "autov", "fjellv", "brua"),
)
_GATHERINGS = (
    *("toget", "treffet", "bilsam", "bygdeting", "dugnaden", "slåtton", "skilling", "festen", "olsoksp", "elgjakt"),
    *("fakkel", "minnem", "lysmark", "marsj"),
)
_SEEN_PARTS = (
    *(
        "kniv",
        "masseslag",
        "skudd",
        "skyting",
        "væpna",
        "gissel",
        "politiaksj",
        "razzia",
        "voldshend",
        "evakuer",
        "stengt ",
    ),
    *("sperr", "lotto", "tipping", "jackpot", "million", "helikopter", "redning", "ambulansen", "sivilf", "brannv"),
    *(
        "fram i",
        "fram på",
        "frem i",
        "frem på",
        "opp i",
        "opp på",
        "ut av",
        "utesteng",
        "ned ",
        "fyr på",
        "tente på",
        "rast",
    ),
    *("kollaps", "brant", "brann", "brente"),
)
_KNOWN = sought(_EVENT, *_EVENT_PARTS)
_TALKED_OF = (
    sought(_DISASTER, *_DISASTERS),
    sought(_BEFELL, *_BEFALLEN),
    sought(_HAPPENED, *_ON_THE_WAY),
    sought(_GATHERED, *_GATHERINGS),
    sought(_SEEN, *_SEEN_PARTS),
    sought(_FEAST, *_FEAST_PARTS),
    sought(_FEAST_THEN, *_FEAST_PARTS),
    sought(_LOCAL_FEAST, *_LOCAL_PARTS),
    sought(_INCIDENT, *_INCIDENTS),
)
_NEEDS = needs_of(*_BEFALLEN, *_EVENT_PARTS, *_DISASTERS, *_FEAST_PARTS, *_LOCAL_PARTS, *_INCIDENTS) | needs_as_sought(
    *_ON_THE_WAY, *_GATHERINGS, *_SEEN_PARTS
)


@needing(_NEEDS | IN_ENGLISH)
def find_events(document: Document) -> Iterator[Hit]:
    """Yield accidents, local feasts and what stood in the paper."""
    for match in document.scan_each(_KNOWN):
        yield quasi(match.start(), match.end(), "hendelse", whys.EVENT, 0.8, "[en hendelse]")
    in_english = document.scan(_ENGLISH_EVENT) if document.is_english else ()
    for match in (*document.scan_each(*_TALKED_OF), *in_english):
        start, end = match.span(match.lastindex or 0)
        yield quasi(start, end, "hendelse", whys.EVENT, 0.7, "[en hendelse]")
