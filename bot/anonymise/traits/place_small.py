"""Finds towns and hamlets in small letters by the words that lead to them: "campingvogn ved hestvika", "heilt frå
oppstryn". Knows the post's list of towns and how hamlets end.
"""

from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_lists import words

_ENDS = tuple(
    words(
        "vågen våg fjorden fjord vika viken vik sundet sund nesset neset nes marka myra berget stranda strand "
        "dalen dal "
        "øya heia eidet stad heim elva elvdalen botn fossen foss bygda grenda grend lia bakken bakkan haugen haugan "
        "moen moan åsen vatnet vangen tangen odden holmen skogen kollen fjellet sletta jordet hammeren hamar haug berg "
        "dalsøra brekka voll vollen vollan lid rud"
    )
)
_ROADS = tuple(
    words("veien vegen gata gaten veita svingen stien kroken brinken tunet faret ringen allé trøa ekra enga flått")
)
"""How roads and farms end, which everyday words do as well: "lesekroken"."""
_YARDS = ("gården", "garden", "stua", "stuen")
_SIDES = ("nord", "sør", "aust", "øst", "vest", "øver", "øvre", "nedre", "oppi", "nedi", "midt", "inni", "ytter", "uti")
"""How farms end that are called by where they lie, and what they begin with: "nordgarden", "oppistua"."""
_EVERYDAY = tuple(
    words(
        "kose lese dukke dokke bok buss amme leke skjerm data ro sanse sofa hvile lego tv turn scene bil gang bak skol "
        "bonde besøk dyre bruk fisk lager folke lær foss utvikl jobb tren tegn mal skriv regn les over erkl regul "
        "vurder reg bløt hytte set sæter sving bar grav gård hus rett omsorg opp ned inn ut av under på til for fore "
        "an be ute sam lekeplass skul barn nabo heim hjem ake ski sommer vinter trille sykkel fotball park industri "
        "små ung stille hoved hovud side blind gå bade dag natt storstu liten aktivitet form bygg pute gjest fest møte "
        "mat røyk vakt kjør tur fri ven vent"
    )
)
"""What such a word begins with."""
_DERIVED = ("eringen", "æringen", "åringen", "øringen", "iringen")
"""What is done, and who is so old: "serviceerklæringen", "femtenåringen"."""
_GROUNDS = (
    *(
        "berget",
        "stranda",
        "strand",
        "elva",
        "skogen",
        "kollen",
        "fjellet",
        "sletta",
        "jordet",
        "haugen",
        "haug",
        "berg",
    ),
    *("bakken", "bakkan", "åsen", "vatnet", "myra", "øya", "dalen", "marka", "haugan"),
)
"""Of these what children play on is built too, «klatreberget»: somebody must be at home there."""
_AT_HOME = (
    *("bor", "bodd", "bur", "budd", "hus", "hytt", "campingvogn", "gård", "gard", "leilig", "leileg", "hybel", "hjem"),
    *("heim", "gjeng", "folk", "nabo", "naboer", "alle", "famili", "bestefor", "bestemor", "bestefar", "farmor"),
    *(
        "farfar",
        "mormor",
        "morfar",
        "far",
        "mor",
        "tante",
        "onkel",
        "fosterh",
        "fosterf",
        "jent",
        "gutt",
        "gut",
        "elev",
    ),
    *("seter", "fjøs", "bruk", "dem", "de", "dei", "mann", "dama", "kar"),
)
_COMMON_BEGINNINGS = tuple(
    words(
        "lekeplass skole skule barnehage gras plen nabo heim hjem ake ski hoved sommer vinter fjern ut inn barne bade "
        "slalåm hopp tomte bolig turist dag ung gutte jente klasse natur barn trille sykkel fotball park kirke "
        "kirkegård industri snø gamle stor små liten halv under over ute inne for etter mot bak fram frem "
        "opp ned av på til tivoli landsby middag arbeids matte norsk lese lekse sol vår høst"
    )
)
"""What an everyday word is built with: "akebakken", "nabobygda"."""
_STANDING = frozenset(words("i på ved utenfor utafor innpå oppi nedi borti utpå nedpå oppå nær bortpå"))
_LEADING = frozenset(words("fra frå ifra til te tell mot via gjennom over langs mellom innom rundt av"))
_PREPOSITIONS = _STANDING | _LEADING
_TRAVEL = (
    *("flytt", "reis", "kjør", "køyr", "buss", "ferg", "ferj", "båt", "drosj", "skyss", "tog", "sykl", "gikk", "gjekk"),
    *("kom", "kjem", "kjæm", "hjem", "heim", "vei", "veg", "tur", "heilt", "helt", "opprinn", "famili", "født", "fødd"),
    *("oppvoks", "ned", "opp", "ute", "inn", "sentrum", "over", "folk", "jent", "gutt", "gut", "mann", "elev"),
)
"""How a word begins that tells of a way or of who comes along it: "heile vegen frå"."""
_AT_SOMEBODY = frozenset(
    words(
        "sint sinna sur forbanna forbannet irritert lei redd sjalu glad forelska forelsket interessert slo slår "
        "tok tro "
        "kjeft banka sparka spark dytta dyttet bet beit klorte spyttet spytta peker pekte roper ropte ringe ring "
        "ringer "
        "venter vente ventet venta gjør stoler stole tenker tenke tenkt "
        "tråkker tråkka hopper hoppa faller falt datt sitter satt klatrer klatra lå ligger står sto stod gått går gå "
    )
)
"""What is done to somebody, or on a hill that is nobody's home: "står på skolebakken"."""
_ALL_ENDS = _ENDS + _ROADS + _YARDS
_LAST_LETTERS = frozenset(end[-3:] for end in _ALL_ENDS)
_SHORTEST_STEM = 2


@needing(needs_one_of(_PREPOSITIONS))
def find_small_places(document: Document) -> Iterator[Hit]:
    """Yield towns of the post's list, and words that are built as hamlets are and are no word of their own."""
    posted = document.places.posted
    built = {
        one for one in document.words if one[-3:] in _LAST_LETTERS and one.endswith(_ALL_ENDS)
    } | posted & document.words
    for at in document.where_any(built) if built else ():
        token = document.tokens[at]
        if at == 0 or token.has_capital or not _is_led(document, at):
            continue
        if token.lower in posted or _is_built_as_a_hamlet(document, token.lower):
            yield quasi(token.start, token.end, "sted", whys.HOME, 0.6, "[stedet]")


def _is_led(document: Document, at: int) -> bool:
    """Tell whether one is there, or on the way there or from it."""
    lower, preposition, earlier = document.tokens[at].lower, document.tokens[at - 1].lower, document.before(at, 2)
    if preposition in _STANDING and (lower in document.places.posted or not lower.endswith(_GROUNDS)):
        return earlier is None or earlier.lower not in _AT_SOMEBODY
    if preposition in _STANDING:
        return earlier is not None and earlier.lower.startswith(_AT_HOME) and earlier.lower not in _AT_SOMEBODY
    return preposition in _LEADING and earlier is not None and earlier.lower.startswith(_TRAVEL)


def _is_built_as_a_hamlet(document: Document, lower: str) -> bool:
    end = max((len(end) for end in _ALL_ENDS if lower.endswith(end)), default=0)
    if lower.endswith(_YARDS):
        return lower.startswith(_SIDES) and lower.isalpha() and not document.lexicon.is_plain_form(lower)
    is_road = lower.endswith(_ROADS)
    if lower.startswith(_EVERYDAY if is_road else _COMMON_BEGINNINGS) or (is_road and lower.endswith(_DERIVED)):
        return False
    if len(lower) < end + _SHORTEST_STEM or not lower.isalpha():
        return False
    return not document.flags_of(lower) and not document.lexicon.is_plain_form(lower)
