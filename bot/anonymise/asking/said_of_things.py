"""Asks about a name instead of stopping it where what is said fits a month, the days off, an animal or a tool and
nobody: "Vår er høysesong", "Helga gikk bra", "Hauk er årets tema", "tatt i bruk Symwriter".

What may be said of a child as well ("Mai er i fare", "Bjørn er observert", "Storm er meldt") stops as before.

Only where the same name stands nowhere else in the text as somebody. Knows phrases, no persons.
"""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.asking.row_of_things import TOWARDS
from bot.anonymise.asking.thing_told import is_told_as_a_thing
from bot.anonymise.asking.work_told import as_a_question
from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_TIMES = words("vår helga april mai juni juli august")
_WILD = words("bjørn bjørnen ulv ulven gaupe rev hauk ravn ørn elg hjort rune")
_IS = r"(?:er|e|blir|ble|blei|vart|var|va) (?:alltid |nå |så |ofte |som regel |jo |framleis |fortsatt |fremdeles )?"
_ENDS = r"(?=[.,!]|$)"
_OF_TIME = re.compile(
    rf" (?:{_IS}(?:høysesong\b|(?:en|ein) [a-zæøå]+ (?:måned|månad)\b(?! gam)|vinter\b|årstida\b"
    rf"|(?:en|ein|ei) (?:[a-zæøå]+ )?(?:tid|periode|årstid|sesong)\b"
    rf"|[a-zæøå]{{3,}}(?:bygging|legging|levering|[^aæå]ering|trening|avslutning|utdanning|måned|månad|uke)\b)"
    r"|(?:har vært|har vore|ha vorre) (?:en|ein) [a-zæøå]+ (?:måned|månad)\b(?! gam)"
    r"(?![^.!?\n]*\b(?:hun|ho|han|henne|ham|hans|hennes|mor|mora|far|faren)\b)"
    rf"|(?:går|gikk|gjekk) med til (?:ro|planlegging|avslutninger|rapportering)\b"
    rf"|har (?:vært|vore|vorre|vørri) (?:tung|lang|travel|hektisk|stri|kald|mørk)\w* for (?:oss|alle|mange)\b"
    rf"|nærmer seg med stormskritt|står for døra{_ENDS}"
    rf"|har (?:vi|me) (?:planleggingsdag\w*|eksamen|høstferie|sommerferie){_ENDS})"
)
"""What is said of a month, a season or the days off, and of nobody."""
_OF_DAYS_OFF = re.compile(
    rf" (?:(?:gikk|gjekk) (?:bra|fint|greit|dårlig|itj bra|ikke bra|ikkje bra){_ENDS}"
    rf"|(?:er|e|var|va) (?:snart |endelig )?(?:over|forbi){_ENDS}|har vært \w{{3,9}},? takk som spør\b)"
)
"""What is said of "helga", the days off."""
_OF_US = re.compile(
    r"(?:(?<=\bmy) (?:e|må|har|ha|hi|ska|kan|kainn|sei|sett|ser|vil|treng|gjær|gjør|trur|lure|veit)(?!\w)"
    r"| (?:e|er) (?:(?:bare|berre|bærre) )?[a-zæø]{2,5} (?:vaksne|voksne|ansatte|tilsette|stykka)\b)"
)
"""What "my" (we) does in the dialects of Trøndelag: "my må hjelpes åt", "My e bare tri vaksne"."""
_OF_NATURE = re.compile(r" (?:er|e) (?:årets tema|(?:et|eit) skrifttegn)\b")
"""What is taught of animals and signs."""
_PLANTS = words(
    "iris rose lilje viol hassel linnea bregne lotus syrin jasmin ask selje eik furu lind alm rogn bjørk hegg einer "
    "gran timian salvie basilikum rosmarin fiol erika melissa kamille dahlia hortensia magnolia veronika myrte peon "
    "narsiss karse dill hyasint nellik"
)
_GROWN = words(
    "sådd plantet planta plante planter bed bedet bedene hagen hage skolehagen skolehage blomst blomster blomstene "
    "blomsterbedet potte potter potta vanne vanner vannet vanna luke luker luket frø frøene vase vasen bukett krydder "
    "krydderurter urter treslag trær trærne skogen busker buskene gro gror spirer spirte sår"
)
"""What is said where plants are told of; one of these stands beside a row of them."""
_OF_PLANTS = re.compile(
    r" (?:sto|står|stod|stend) i (?:en |ei )?(?:vase|vasen|krukke|krukka|bedet|blomst)(?:[.,!]|$| på bordet\b)"
)
"""What is said of flowers."""
_OF_THE_LAW = re.compile(
    r" (?:seier|sier) (?:at (?:barn|born|borna|foreldre|skulen|skolen|kommunen|alle|tilsette|ansatte|ein|"
    r"den som|dei som)\b|(?:ingenting|lite|mykje|mye|klart|tydelig|tydeleg)\b)"
    r"| (?:krev|krever|gjev|gir|opnar|åpner|pålegg|pålegger|gjeld|gjelder|forbyr) "
    r"(?:at|oss|rett|for|samtykke|alle|barn|born)\b"
)
"""What is said of "lova", the law in nynorsk, and of no child: "lova seier at barn over 15 år"."""
_TOOL_BEFORE = re.compile(
    r"\b(?:(?:ta|tar|tatt|tok) i bruk|kjøpt? inn|kjøper inn|kjøpte inn|lisens(?:er)? på|resept på|last\w{1,4} ned|"
    r"(?:kurs|kurset|opplæring|opplæringa|sertifisert|sertifisering|skolering) i|"
    r"(?:logg|logge|logger|logga|logget) (?:(?:seg|meg|oss|deg|jeg|vi|dere|man) )?(?:inn )?(?:i|på)|"
    r"(?:føre|føres|føring|registrere|registreres|registrert|dokumentere|dokumenteres|arkivere|arkiveres|arkivert|lagre|"
    r"lagres|journalføre|journalføres) (?:det |dette |alt )?(?:inn )?i|"
    r"(?:en|ei|et|ein|eit) (?:app|bok|film|serie|program|verktøy|metode|spill|spel|kurs|hefte|test|sang|song|modell) "
    r"som (?:heter|heiter)|"
    r"(?:skjema|skjemaet|modulen|fanen|feltet|meldingene|passordet|brukeren) (?:mitt |min |vår )?i) $",
    re.IGNORECASE,
)
"""What is done with a tool or a medicine and to nobody: "tatt i bruk Symwriter", "resept på Zomranol"."""
_USED = re.compile(
    r"\b(?:bruke|brukt|bruk|spille|spiller|spilte|spilt|spele|speler) (?:mye |ofte |også |[a-zæøå]+ og )?$",
    re.IGNORECASE,
)
"""What is done with a game or a book that is a word as well, and seldom to somebody: "bruke Alias", "spiller Uno"."""
_AS_SOMEBODY = re.compile(
    r"s\b|,? som\b| på telefon| på \d| ?\(| til å |,? (?:han|hun|ho|faren|moren|mora|far|mor)\b| (?:sin|si|sitt|fra|"
    r"frå) |"
    r" i (?:\d|klasse)|\? (?:[Ff]ar|[Mm]or|[Hh]an|[Hh]un)| og [A-ZÆØÅ]"
)
"""What makes it somebody after all: "kurset i Okonkwo sin regi"."""
_TESTED = re.compile(
    r"\b(?:noen|dere|dokker|andre) (?:som )?(?:har |hadde )?(?:testet|testa|(prøvd|prøvd ut)|erfaring med|brukt) $"
)
_WITH_A_GROUP = re.compile(
    r" (?:til|for|med) (?:elever|elevene|barn|barna|småtrinnet|mellomtrinnet|ungdomstrinnet|ungdomsskolen|"
    r"førsteklassingene|foreldregruppa|foreldregruppene|personalet)\b(?! (?:i|på) \d)"
)
"""What others are asked whether they have tried, and with whom: "noen som har testet Skoolin med foreldregruppa". A
child is tested in a subject and in a class: "testet Adarsh i lesing".
"""
_AT_A_LEVEL = re.compile(r" på (?:småtrinnet|mellomtrinnet|ungdomstrinnet|ungdomsskolen)\b")
"""Where only a thing is tried: "har prøvd Vexilo på mellomtrinnet"."""
_HEAD = re.compile(r"(?:,| og| eller) (?=([A-ZÆØÅ][\wæøå\-]+))")
_EXAMPLES = re.compile(
    r"(?:(?:, | og | eller )[A-ZÆØÅ][\wæøå]{1,15}){0,3} (?:er|e) (?:jo )?(?:bare|berre|bærre|kun) "
    r"(?:eksempler|døme|oppdikta|oppdiktede)(?:[.,!]|$| i (?:malen|teksten|skjemaet|boka|oppgaven))"
)
"""Names that are said to be examples: "Kari, Ola og Per er bare eksempler"."""
_BOOKS = re.compile(
    r"(?:(?:, | og | eller )[A-ZÆØÅ][\wæøå]{1,15}(?: [A-ZÆØÅ][\wæøå]{1,15})?){0,4} (?:er|e|var) "
    r"(?:bøkene|filmene|eventyrene|sangene|seriene|spillene) (?:vi|som|barna|de|klassen)\b"
)
"""Who is told of in books: "Heidi, Pippi og Albert Åberg er bøkene vi leser"."""
_FEARED = re.compile(r"\b(?:redd|ræd|skremt) (?:for|av) (?:(?:[a-zæøå]+)(?:, | og | eller )){0,4}$")
_FEARS = re.compile(r"(?:redd|ræd|skremt) (?:for|av) ((?:[a-zæøå]+(?:, | og | eller )){1,5}[a-zæøå]+)")
_OTHER_MONTH = re.compile(r"\b(?:Feb|Mars|Apr|Aug|Sept?|Okt|Nov|Des)[:.]")
_IS_A_DAY = re.compile(r"\.?[:–-]|\. (?:og|til|\d)|\. ?$|,? (?:og )?(?:ons|fre)\b|\.(?=,)")
_OTHER_DAY = re.compile(r"\b(?:[Mm]an|[Tt]irs?|[Oo]ns|[Ff]re|[Ff]red|[Ll]ør|[Ss]øn)\.?(?:[:–-]|,| (?:og|til) |\. )")
"""Other days in short beside Thursday: "tirs: fin dag, tor: syk"."""
_HALF = re.compile(r"- (?:og|eller|å|samt) [a-zæøå]{3}")
"""The first half of a compound: "Arbeids- og velferdsetaten"."""
_OF_THE_FEAST = re.compile(r"(?:,| og| eller) (?:jul(?!i)|nisse|advent|gudstjeneste|grøt|pepperkake|luciatog)[a-zæøå]*")
"""What a day in December stands beside in a plan: "Lucia, nissegrøt og karakterer"."""
_TEAM_BEFORE = re.compile(
    r"\b(?:holder|heier|heie|heia|kamp|kampen) (?:med|på|mot) $|\b(?:fan|supporter) av $|"
    r"\b(?:taper|tapte|tapt|vinner|vant|spilte|spiller) mot $|"
    r"\b(?:når|da|at|om|hvis|fordi|hver gang|i går) (?:(?:taper|tapte|vinner|vant|spiller|spilte) )?$"
)
_TEAM_AFTER = re.compile(
    r" (?:taper|tapte|vinner|vant|spiller|spilte|rykker|rykket|scorer|scoret)\b(?! (?:på|med|i)\b)"
)
"""A town far away or a club that plays: "når Liverpool taper"."""
_BROTHERS = words("brødrene brødre søsknene søsken søstrene tvillingene")
_CLUBS = words("tottenham vålerenga rosenborg lillestrøm sandefjord sarpsborg strømsgodset juventus bayern")
_IN_A_ROW = re.compile(r"(?:(?:, |,? (?:og|eller|å) )[a-zæøå]+){1,6}")
_ROW_BEFORE = re.compile(r"(?:[A-ZÆØÅa-zæøå]+(?:, |,? (?:og|eller|å) )){1,6}$")
_TOLD = (
    (_TIMES, _OF_TIME),
    (words("helga"), _OF_DAYS_OFF),
    (words("my"), _OF_US),
    (_WILD, _OF_NATURE),
    (_PLANTS, _OF_PLANTS),
    (words("lucia"), _OF_THE_FEAST),
    (words("lova"), _OF_THE_LAW),
)
"""Words that are names as well, and what is said of what else they are."""
_REACH = 40
_WORD = re.compile(r"[a-zæøå]+")


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
    if any(word in said_of and told.match(text, hit.end) for said_of, told in _TOLD) or _BOOKS.match(text, hit.end):
        return True
    is_january = word == "jan" and text[hit.end : hit.end + 1] in (":", ".") and _OTHER_MONTH.search(text) is not None
    if (
        is_january
        or (word == "tor" and _IS_A_DAY.match(text, hit.end) and _OTHER_DAY.search(text))
        or any(
            is_one(document, hit) for is_one in (_is_feared, _is_an_animal, _is_a_plant, _is_a_team, is_told_as_a_thing)
        )
    ):
        return True
    flags = document.flags_of(word)
    if _HALF.match(text, hit.end):
        return not flags & (Word.FIRST | Word.SURNAME)
    if _EXAMPLES.match(text, hit.end) is not None or (not flags and _is_a_tool(document, hit)):
        return True
    return bool(flags & (Word.ORDINARY | Word.AMBIGUOUS)) and _is_used(text, hit)


def _is_used(text: str, hit: Hit) -> bool:
    head = text[max(0, hit.start - _REACH) : hit.start]
    return _USED.search(head) is not None and _AS_SOMEBODY.match(text, hit.end) is None


def _is_feared(document: Document, hit: Hit) -> bool:
    """Tell whether a word in small letters stands in a row of what is feared: "redd for storm og torden"."""
    head = document.text[max(0, hit.start - 2 * _REACH) : hit.start]
    if not document.text[hit.start].islower() or (led := _FEARED.search(head)) is None:
        return False
    row = _FEARS.match(document.text, hit.start - len(head) + led.start())
    others = [] if row is None else [word for word in re.split(r", | og | eller ", row.group(1)) if word]
    return any(document.is_known(word) and not document.flags_of(word) & (Word.FIRST | Word.SURNAME) for word in others)


def _is_an_animal(document: Document, hit: Hit) -> bool:
    """Tell whether two other animals or plants stand in the same row, in small letters: "med bjørn, rev og ulv"."""
    if _word(document, hit) not in _WILD or not document.text[hit.start].islower():
        return False
    before = _ROW_BEFORE.search(document.text, max(0, hit.start - 2 * _REACH), hit.start)
    after = _IN_A_ROW.match(document.text, hit.end)
    row = " ".join(one.group() for one in (before, after) if one is not None)
    if _is_beside_kin(document, hit):
        return False
    kinds = document.vocabulary.classes["avdelingsord"] | _WILD
    return len(set(_WORD.findall(row.lower())) & kinds) > 1


def _is_a_plant(document: Document, hit: Hit) -> bool:
    """Tell whether another plant stands in the same row, where something is sown or grows: "sådd iris og linnea". A row
    that opens a sentence, or somebody turns to, is of children."""
    text = document.text
    if _GROWN.isdisjoint(document.words) or _word(document, hit) not in _PLANTS or _is_beside_kin(document, hit):
        return False
    before = _ROW_BEFORE.search(text, max(0, hit.start - 2 * _REACH), hit.start)
    after = _IN_A_ROW.match(document.lower, hit.end)
    start, end = hit.start if before is None else before.start(), hit.end if after is None else after.end()
    if len(set(_WORD.findall(document.lower[start:end])) & _PLANTS) < _FEWEST:
        return False
    opens = _OPENS.search(text, max(0, start - 2), start) is not None or start == 0
    return not opens and TOWARDS.search(text, max(0, start - _REACH), start) is None


_FEWEST = 2
_OPENS = re.compile(r"[.!?\n] ?$")


def _is_a_team(document: Document, hit: Hit) -> bool:
    """Tell whether a town far away or a club plays, and nobody has it as a given name."""
    word = _word(document, hit)
    if not (word in _CLUBS or word in document.places.abroad) or document.flags_of(word) & Word.FIRST:
        return False
    head = document.text[max(0, hit.start - _REACH) : hit.start]
    before = _TEAM_BEFORE.search(head)
    if before is not None and "med" in before.group():
        return not _is_beside_kin(document, hit)  # "faren holder med London når de krangler"
    return before is not None and _TEAM_AFTER.match(document.text, hit.end) is not None


def _is_beside_kin(document: Document, hit: Hit) -> bool:
    """Tell whether somebody's kin stands near: "brødrene hauk, ravn og bjørn", "far slo bjørn, rune og rev"."""
    near = document.text[max(0, hit.start - 2 * _REACH) : hit.end + _REACH]
    return any(document.flags_of(word) & Word.KIN or word in _BROTHERS for word in _WORD.findall(near.lower()))


def _is_a_tool(document: Document, hit: Hit) -> bool:
    """Tell whether a word that no list knows is bought, taught, prescribed, logged in to or tried in a class."""
    head = document.text[max(0, hit.start - _REACH) : hit.start]
    if tested := _TESTED.search(head):
        group = tested.group(1) and _AT_A_LEVEL.match(document.text, hit.end)
        group = group or _WITH_A_GROUP.match(document.text, hit.end)
        return group is not None or _is_beside_a_tool(document, hit)
    return _TOOL_BEFORE.search(head) is not None and _AS_SOMEBODY.match(document.text, hit.end) is None


def _is_beside_a_tool(document: Document, hit: Hit) -> bool:
    """Tell whether the next thing in the row is one that everybody knows: "testet Bookbites eller Skolestudio"."""
    other = _HEAD.match(document.text, hit.end)
    return other is not None and bool(document.flags_of(other.group(1)) & Word.SAFE)
