"""Finds clubs, teams and congregations: few children belong to each."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, IN_ENGLISH, needs_as_sought, needs_one_of, sought
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_FAITH = re.compile(
    r"\b(?:[Pp]insemenigheten|[Mm]enigheten|[Mm]oskeen|[Ff]rikirk(?:a|en)|[Mm]isjonskirk(?:a|en)|[Bb]aptistkirk(?:a|"
    r"en)|[Mm]etodistkirk(?:a|en)|[Mm]isjonsforbundet|[Ss]ynagogen|[Ff]relsesarmeen|[Kk]atolske kirka|"
    r"[Kk]atolske kirken)(?: "
    r"[A-ZÆØÅ][\wæøå]{2,25})?|\b(?:[Jj]ehovas vitner?|[Ss]miths venner|[Bb]runstad(?: [Cc]hristian [Cc]hurch)?|"
    r"[Ll]æstadian\w*|[Aa]dventist\w*|[Mm]ormon\w*|[Ss]cientolog\w*|[Pp]insevenn\w*)(?!\w)"
)
_FAITH_PARTS = tuple(
    words(
        "menighet mosk frikirk misjonskirk baptistkirk metodistkirk "
        "misjonsforb frelsesarm katolsk synagog jehova venner brunstad æstadian adventist mormon scientolog pinseven"
    )
)
_CLUB = re.compile(
    r"(?<!\w)(?:(?<!\w-)(?:[A-ZÆØÅ][\wæøåÆØÅ\-]{1,30}+[ ]|[A-ZÆØÅ][\wæøåÆØÅ]{1,30}-){1,3}"
    r"(?:IL|FK|HK|IF|SK|BK|TIL|IK|BBK|idrettslag|[A-ZÆØÅa-zæøå][a-zæøå]{2,16}klubb|skilag|skolekorps|musikkorps|korps|"
    r"turnforening|turn|danseskole|speidergruppe|speidere|ungdomslag|bygdekvinnelag|skytterlag|ungdomsband|skoleband|"
    r"jazzband|dansegruppe|danselag|båtforening|kor|barnekor|jentekor|guttekor|teaterlag|revylag|orienteringslag|4H|"
    r"innebandy|friidrett|misjonshus|menighet|bedehus|moské|frikirke|pinsemenighet)(?!\w)"
    r"|(?:IL|FK|IF|SK) [A-ZÆØÅ][\wæøå\-]{2,30}|4H-?klubben [A-ZÆØÅ«][\wæøå»\-]{2,30}|(?:spiller|spelar|"
    r"spælle|spelle|speler|spele|spill|trener|trenar|trene|"
    r"går|danser|synger|spilte|begynt|meldt|sluttet) (?:[a-zæøå]+ ){0,2}(?:på|i|for|hos|med) "
    r"([A-ZÆØÅ][\wæøå\-]{1,30}(?:[ \-][A-ZÆØÅ][\wæøå\-]{1,20})? ?(?:IL|FK|fotball|håndball|ski|turn|G\d\d|J\d\d|"
    r"gutter|jenter)?)(?!\w))"
)
_LOWER_CLUB = re.compile(
    r"(?<![\w])[a-zæøå]{3,20}(?:ing|dal|vik|strand|øy|bygd|rand|ås|sund)?s? (?:idrettslag|skolekorps|fotballklubb|"
    r"håndballklubb|skiklubb|turnforening|skytterlag|rideklubb|skolemusikk|ungdomslag|bondelag|grendelag|ballklubb|"
    r"idrettsforening|svømmeklubb|danseklubb|musikkorps|musikklag|barnekor|ungdomskor|speidergruppe|il)(?!\w)"
)
_TEAM_FIRST = re.compile(r"\b(?:på|for|hos|med|til|fra|frå|i|mot|av|ved) ((?:il|fk|hk) ([a-zæøå]{3,20}))(?![\w\-])")
"""The same the other way round: "trener i il prøve"."""
_SMALL_TEAM = re.compile(r"\b(?:på|for|hos|med|til|fra|frå|i|mot|av|ved) ([a-zæøå]{3,20}) (?:il|fk|hk)(?![\w\-])")
"""A club in small letters, whatever its first word is: "spiller på vestbyen il"."""
_OUR_CLUB = re.compile(
    r"\b(?:bygdas|bygdens|grendas|kommunens|stedets|den lokale|det lokale|bygda sitt|bygda sin) "
    r"(?:[a-zæøå]{0,20}(?:lag|laget|korps|korpset|kor|koret|klubb|klubben|forening|foreningen|trupp|gruppe|"
    r"gruppa))(?!\w)",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\b(?:[Ff]amilien|[Ff]oreldrene|[Ff]oreldra|[Mm]or|[Ff]ar|[Dd]e|[Dd]ei) (?:tilhører|tilhøyrer|"
    r"er medlem av|er medlemmer av|er medlemmer i|er med i) "
    r"([A-ZÆØÅ][\wæøå\-]{1,20}(?: [\wæøå]{2,20}){0,4}?)"
    r"(?=[.,;!?]| som\b|$)"
)
"""What a family belongs to: "familien tilhører Vennenes krets"."""
_TRAINS = re.compile(
    r"\b(?:fotball|håndball|handball|turn|svømme|ski|hockey|ishockey|basket|volleyball|karate|judo|danse|friidretts|"
    r"innebandy|korps)(?:trening|treninga|treningen|kamp|kampen|øving|øvelse|laget) i "
    r"((?-i:[A-ZÆØÅ])[\wæøå\-]{2,20})(?!\w)",
    re.IGNORECASE,
)
"""Where somebody trains: "på håndballtrening i Prøven"."""
_SPORT_NAMED = re.compile(
    r"(?<![\w\-])(?!\w{3,5}dag )([A-ZÆØÅ][\wæøå\-]{2,25}) (?:Svøm|Volley|Bordtennis|Tennis|Golf|Klatring|"
    r"Bueskyting|Roklubb|"
    r"Padling|Fotballag|Skilag|Ungdomslag|Musikklag|Spelemannslag|Fekting|Hockey|Ishockey|Håndball|Handball|"
    r"Fotball|Friidrett|"
    r"Basket|Volleyball|"
    r"Svømming|Turn|Cheer|Alpin|Judo|Karate|Taekwondo|Bryting|Sykkel|Orientering|Innebandy|Bandy|Skøyter|Dans|"
    r"Ballett|Kampsport|Skyttere|Rideklubb|Trial|Motocross|E-sport|Esport)(?![\wæøå])"
)
"""A club by its place and its sport: "Rosenborg Hockey"."""
_SPORTS = (
    "hockey", "åndball", "andball", "fotball", "friidr", "basket", "volley", "svømm", "turn", "cheer", "alpin", "judo",
    "karate", "taekwon", "bryting", "sykkel", "orienter", "bandy", "skøyt", "dans", "ballett", "kampsp", "trial",
    "motocr", "sport", "skytter", "rideklubb", "svøm", "tennis", "golf", "klatr", "buesk", "roklub", "padl", "lag",
    "fekt",
)  # fmt: skip
_IN_THE_BAND = re.compile(
    r"\b(?:spiller|spelar|spill|spelle|spælle|speler|synger|syng|"
    r"med|begynt|trommer|kornett) i ((?:korpset|koret|kor|korps))(?!\w)",
    re.IGNORECASE,
)
_SPORT_SCHOOL = re.compile(
    r"\b(?:ride|danse|ski|svømme|bokse|turn|ballett|teater|motor|golf|tennis|segl|seil)"
    r"(?:skol|skul)(?:en|a)(?: (?:på|i) [A-ZÆØÅ][\wæøå]+)(?!\w)",
    re.IGNORECASE,
)
_MEMBER_OF = re.compile(
    r"(?:\b(?:på|i|med i|med|og|styrer|leder|leiar|driver|fra|frå|(?:i|på) [\w\-]{2,20} og)|,) ((?:skole|skule|bygde|"
    r"jente|gutte|barne|ungdoms|konfirmant|ten|aspirant|junior)(?:korpset|koret)|(?:samme|same) (?:menighet|"
    r"bedehus|moské)(?!\w)|"
    r"(?:speidar|speider)(?:troppen|gruppa|gruppen)|(?:bokse|ride|skøyte|svømme|bryte|sjakk|judo|"
    r"karate|turn|ski|trav|motor|snøskuter|skuter|foto|båt|hunde|sykkel)klubben|(?:skytter|bygdekvinne|bygdeungdoms|ungdoms|"
    r"revy|teater|"
    r"spelemanns|spelmanns|sogelaget|historie|jeger- og fisker|jakt- og fiske|pensjonist|bonde|sau- og "
    r"geits)lag(?:et|e)|"
    r"hjelpekorpset|(?:manns|dame|kvinne|kirke|kyrkje|bygde|gospel|sanglag)koret|sanglaget|songlaget|hornmusikken|"
    r"skolemusikken|skulemusikken|janitsjaren|storbandet|sanitetsforening(?:en|a)|søndagsskol(?:en|a)|"
    r"travlaget|4H(?=[ .,])|speideren|speidaren|(?!fritids|ungdoms|ongdoms|junior|leks|lese|bok|skole|skule|"
    r"kvelds|nærings|måltids|"
    r"frokost|vaffel|mat|dialog|jente|gutte|baby|barsel|natt|natte|etter|sommer|diskusjons|trim|spill|film|familie|mandags|"
    r"tirsdags|onsdags|torsdags|fredags|lørdags|vi)[a-zæøå]{3,18}klubben|(?:jakt|ski|turn|revy|hesteskyss|løpe|sykkel)laget)(?!\w)",
    re.IGNORECASE,
)
_BANDS = ("musikken", "bandet", "janitsjar", "sanitetsforening", "søndagsskol")
_NAMED_SO = re.compile(
    r"(?<![\w])[A-ZÆØÅ][\wæøå]{2,25}(?:brass|storband|janitsjar|musikkorps|skolekorps|mannskor|damekor|jentekor|"
    r"guttekor|"
    r"barnekor|spelemannslag|spellag)(?!\w)|(?<![\w])[A-ZÆØÅ][\wæøå]{0,20}-?(?:gjengen|klikken)(?!\w)"
)
_CLUB_IN_BRACKETS = re.compile(
    r"\b(?:klubben|ungdomsklubben|fritidsklubben|juniorklubben|laget|korpset|koret|menigheten|bandet) "
    r"\((?:som heter |kalt |heter )?([\wæøåÆØÅ\-]{3,25})\)"
)
"""The name of the club in brackets: "klubben (hangaren)"."""
_ENGLISH_CLUB = re.compile(
    r"\b((?!The|Our|We|Her|His|In|At|My)[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}(?: [a-z]{3,12}){0,2} "
    r"(?:club|choir|band|congregation|church|mosque|orchestra|scouts))\b"
)
_CONDUCTS = re.compile(
    r"\b(?:dirigent|dirigerer|dirigerar|trommeslager|trommeslagar|trompetist|vokalist|gitarist|kasserer|kasserar|"
    r"keeper|målvakt) "
    r"(?:i|for|på|hos) ([A-ZÆØÅ][\wæøå\-]{2,25})(?!\w)"
)
_TEAM = re.compile(r"[GJ](?<!\w.) ?(?:1[0-9]|[6-9])(?:-laget)?\b")
_CLUB_WORDS = words(
    "il fk hk if sk bk til ik bbk tif idrettslag ballklubb fotballklubb håndballklubb skiklubb skilag "
    "skolekorps musikkorps korps turnforening turn svømmeklubb danseklubb danseskole speidergruppe "
    "ungdomslag skytterlag rideklubb skolemusikk motorklubb trialklubb kor barnekor 4h-klubben 4hklubben "
    "spiller spelar spælle spelle speler spele spill trenar trene trener går danser synger spilte begynt meldt "
    "sluttet menighet bedehus"
)
_CLUB_WORDS_NEEDED = needs_one_of(_CLUB_WORDS)
_SMALL_CLUBS = (
    "idrettslag",
    "korps",
    "klubb",
    "forening",
    "skytterlag",
    "ungdomslag",
    "bondelag",
    "grendelag",
    "skolemusikk",
    " il",
)
_CLUB_PARTS = (
    *("klubb", "lag", "korps", "forening", "menighet", "4h", "kor", "friidr", "bandy", "speider", "misjonsh", "mosk"),
    *("frikirk", "band", "danse", "-il", "-fk", "-hk", "-if", "-sk", "-bk", "-til", "-ik", "-bbk"),
)
_BAND_NAMES = ("brass", "rband", "janitsjar", "korps", "nskor", "mekor", "tekor", "nekor", "nslag", "llag")
_GANGS = ("gjengen", "klikken")


_HYPHENED = re.compile(
    r"(?<![\w\-])((?:ju-?jutsu|ju-?jitsu|jiu-?jitsu|judo|sjakk|karate|taekwondo|aikido|kickboxing|kampsport|bokse|"
    r"bryte|"
    r"stupe|dart|bowling|tennis|badminton|bordtennis|volleyball|basket|hockey|bandy|fekte|dykke|klatre|padle|kajakk|"
    r"seil|"
    r"alpin|skate|bmx|golf|motocross|cross|gokart|skyte|pistol|bueskytter|innebandy|cheer|drill|e-sport)"
    r"-?klubben)(?!\w)",
    re.IGNORECASE,
)
"""What children belong to by its sport: "jujutsu-klubben", "klatreklubben"."""
_OTHERS = (
    sought(_HYPHENED, "klubben"),
    sought(_MEMBER_OF, "korpset", "koret", "speid", "klubben", "4h", "laget", " menighet", "bedehus", "moské", *_BANDS),
    sought(_IN_THE_BAND, " i kor"),
    sought(_SPORT_SCHOOL, "skolen på", "skolen i", "skulen på", "skulen i", "skola ", "skula "),
    sought(_OUR_CLUB, "bygd", "grendas", "nens ", "edets ", " lokale "),
    sought(_CLUB_IN_BRACKETS, "klubben (", "laget (", "korpset (", "koret (", "heten (", "bandet ("),
    sought(_BELONGS, "tilhør", "tilhøy", "er medlem", "er med i "),
    sought(_TRAINS, "trening", "kamp", "øving", "øvelse", "laget "),
    sought(_CONDUCTS, "dirig", "tromme", "trompet", "vokalist", "gitarist", "kasser", "keeper", "målvakt"),
)
_WHOLE = (_SPORT_SCHOOL, _OUR_CLUB)
"""What is taken away whole; of the others, the name in it."""
_MAY_BE_SOMEBODY = (_BELONGS, _TRAINS)
_NAMED_BY_SPORT = sought(_SPORT_NAMED, *_SPORTS)
_BANDS_AND_GANGS = sought(_NAMED_SO, *_BAND_NAMES, *_GANGS)
_CLUB_NEEDS = needs_as_sought(*_CLUB_PARTS)
_NEEDS = needs_as_sought(
    *_FAITH_PARTS, *_SPORTS, *_BAND_NAMES, *_GANGS, *(word for one in _OTHERS for word in one.words)
)
"""Every word but those of `_clubs`."""


@needing(A_DIGIT | IN_ENGLISH | _NEEDS | _CLUB_NEEDS | needs_one_of(_CLUB_WORDS))
def find_clubs(document: Document) -> Iterator[Hit]:
    """Yield clubs, teams of a year and congregations."""
    yield from _clubs(document)
    if not document.lacks(_NEEDS):
        yield from _members_and_bands(document)
        for match in document.scan(_FAITH, *_FAITH_PARTS):
            yield _club(match.start(), match.end(), "Et trossamfunn peker på få familier.", 0.75)
    for match in document.scan(_ENGLISH_CLUB) if document.is_english else ():
        yield _club(match.start(1), match.end(1), "Laget eller foreningen peker på få barn.", 0.6)
    if document.has_digit:
        for match in document.scan(_TEAM):
            yield _club(match.start(), match.end(), "Et årsklasselag er få barn.", 0.6)


def _clubs(document: Document) -> Iterator[Hit]:
    why = "Laget eller foreningen peker på få barn."
    has_word = document.holds & _CLUB_WORDS_NEEDED
    if not has_word and document.lacks(_CLUB_NEEDS):
        return
    for match in document.scan(_CLUB, *(() if has_word else _CLUB_PARTS)):
        group = 1 if match.group(1) else 0
        first = match.group(group).split()[0].split("-")[0]
        if _is_no_club(document, match, first):
            continue
        if group and names_an_institution(first.lower()):
            continue  # "går på Ungdomsskolen"
        is_called_so = document.flags_of(first) & Word.FIRST and first.lower() not in document.places.single
        if is_called_so and match.group().endswith("klubb") and match.group().count(" ") == 1:
            continue  # "i dag startet Emma leseklubb"
        if group == 0 or not document.flags_of(first) & (Word.SAFE | Word.FUNCTION | Word.FIRST):
            yield _club(match.start(group), match.end(group), why, 0.8)
    yield from _in_small_letters(document) if has_word else ()


def _is_no_club(document: Document, match: re.Match[str], first: str) -> bool:
    """Tell whether small words or a heading look like one: "Og kor mykje", "HVA ØNSKER DERE HJELP TIL?"."""
    found = match.group()
    if found.endswith(" kor") and document.flags_of(first) & Word.FUNCTION:
        return True
    if document.shouts and found.endswith("TIL"):
        return True  # "DERSOM HAN KOMMER TIL", in a text that is all capitals
    return found.endswith(" TIL") and found.isupper() and found.count(" ") > 1


def _in_small_letters(document: Document) -> Iterator[Hit]:
    """Yield "prøvedal skolekorps" and "på vestbyen il"."""
    why = "Laget eller foreningen peker på få barn."
    for match in document.scan(_LOWER_CLUB, *_SMALL_CLUBS):
        if _is_a_place(document, match.group().split()[0]):
            yield _club(match.start(), match.end(), why, 0.75)
    barred = Word.FUNCTION | Word.VERB | Word.SAFE | Word.CHILD | Word.KIN
    rows = ((_SMALL_TEAM, 1), (_TEAM_FIRST, 2))
    for match, named in ((match, group) for one, group in rows for match in document.scan(one, " il", " fk", " hk")):
        if not document.flags_of(match.group(named)) & barred:
            yield _club(match.start(1), match.end(), why, 0.7)


def _is_a_place(document: Document, lower: str) -> bool:
    """Tell whether the word is no Norwegian one, or a village that only looks like one: "nordbygda"."""
    is_village = lower.endswith(("bygda", "grenda", "dalen", "marka", "vika", "åsen", "haugen"))
    if lower in document.places.posted or not document.is_known(lower):
        return True
    return is_village and not document.lexicon.is_headword(lower)


def _members_and_bands(document: Document) -> Iterator[Hit]:
    why = "Laget eller foreningen peker på få barn."
    for match in document.scan_each(*_OTHERS):
        group = 0 if match.re in _WHOLE else 1
        if match.re in _MAY_BE_SOMEBODY and document.flags_of(match.group(group).split()[0]) & Word.FIRST:
            continue
        yield _club(match.start(group), match.end(group), why, 0.65)
    for match in document.scan_each(_NAMED_BY_SPORT):
        first = document.flags_of(match.group(1))
        if not (first & (Word.SAFE | Word.FUNCTION | Word.FIRST | Word.VERB) or document.shouts):
            yield _club(match.start(), match.end(), why, 0.6)
    for match in document.scan_each(_BANDS_AND_GANGS):
        is_a_word = "-" not in match.group() and document.is_known(match.group().lower())
        if not (document.shouts or is_a_word):
            yield _club(match.start(), match.end(), why, 0.6)


def _club(start: int, end: int, why: str, certainty: float) -> Hit:
    return quasi(start, end, "forening", why, certainty, "[foreningen]")
