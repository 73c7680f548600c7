"""Tells whether what stands around a name shows a figure, a thinker or an instrument: "kledd ut som", "-rammeverket".
Knows phrases, no names; `work_told` asks instead of stopping.
"""

import re

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words.word_classes import Word

_ROW = r"(?:(?:[A-ZÆØÅ][\w.\-]* ){1,3}?(?:og |å )?|(?:[A-ZÆØÅ][\w.\-]*,? ){1,4}(?:og |å ))?"
"""Others of the same kind before the name, tied by "og" or a comma."""
_PLAYED = re.compile(
    r"\b(?:(?:går|gikk|gjekk|gå) rundt som|kledd?(?:e|er)?(?: seg| sæ)? ut som|utkledd som|roll(?:e|en|a) som|"
    r"(?:leker|lekte|leikar|leika|leike|leke|later som|late som)(?: at)? (?:de|dei|dæm|han|hun|ho|hainn) (?:er|e|var)|"
    r"(?:[Hh]an|[Hh]un|[Hh]o|[Hh]ainn|[Dd]e|[Dd]ei|[Dd]æm|[Jj]enta|[Gg]utten|[Gg]uten|[Bb]arnet|[Bb]arna|"
    r"[Uu]ngene|[Oo]nga|"
    r"[Jj]entene|[Gg]uttene) (?:leker|lekte|leikar|leika|leike|leke)(?: ofte| alltid| gjerne| bare| berre)?|"
    r"(?:skuespill|rollespill|julespill|krybbespill|stykke|teaterstykke|drama|musikal)(?:et|en)? om) "
    rf"{_ROW}$"
)
"""Whom somebody plays: "kledd ut som Elsa", "leker at de er Maria og Josef", "jenta leker Elsa" (with whom one plays,
has "med" before it)."""
_TAUGHT = re.compile(
    r"(?:\b(?:[Hh]østens|[Vv]årens|[Åå]rets|[Mm]ånedens|[Mm]ånadens|[Uu]kas|[Uu]kens|[Vv]ekas) tema (?:er|var)|"
    r"\b(?!\w*-?\w*(?:lærer|læraren))"
    r"(?:K?RLE|[Hh]istorie\w*|[Ss]amfunnsfag\w*|[Nn]aturfag\w*|[Nn]orsk(?:timen|faget)|[Mm]usikk(?:timen|faget)|"
    r"[Rr]eligions?\w*|[Mm]ytologi\w*)[^.!?\n]{0,30} (?:lære|lært|lærte|lese|leser|les|lest|leste|las|"
    rf"lærer(?= [vde]))(?: (?:vi|me|de|dei|dæm|elevene|elevane|klassen|barna))? om) {_ROW}$"
)
"""Who is taught of: "i historie leser de om"."""
_MEDIA = re.compile(
    r"\b(?:lydbok|lydboka|lydboken|lydbøker|lydbøkene|bildebok|bildebøker|barnebok|barnebøker|ungdomsbok|tegnefilm|"
    r"tegnefilmer|teiknefilm|tegneserie|tegneserien|tv-serie|musikal|musikalen) (?:fra|frå|om|med) $"
)
"""What is listened to and looked at, and of whom it is."""
_APPEARS = re.compile(
    r"\b(?:foredrag|foredraget|podkast|podkasten|konsert|konserten|forestilling|forestillingen|film|filmen|serie|"
    r"serien|"
    r"intervju|intervjuet|show|showet) (?:med|av) $"
)
"""Where only somebody known appears, by the whole name: "foredrag med Prøve Prøvesen"."""
_SHARED = re.compile(
    r"\b(?:del(?:te|t|er|e)|la ut|legg(?:er|e) ut|lagt ut|send(?:te|t|er|e)|tok|tatt|ta|tar|spre(?:r|dte|dd)|har|"
    r"hadde|fikk|"
    r"ligger|ligg|så) (?:en |ei |ein |flere |nokre |nakne? |en naken |ute )?film(?:en|er|ar)? (?:med|av) $",
    re.IGNORECASE,
)
"""A film that pupils share is of somebody here: "de delte en film av"."""
_MADE = re.compile(
    r"\b(?:(?:sang|song|vise|låt)(?:er|ene|ane|ar)|dikt|dikta|diktene|musikk|musikken) (?:fra|frå|av|til) $"
)
"""What somebody has made: a given name may be a child's."""
_ENDS = (
    r"(?:rammeverket|profilen|skalaen|refleksen|testen|metoden|modellen|teorien|programmet|manualen|protokollen|"
    r"indeksen|"
    r"utvalget|effekten|erklæringen|erklæringa|konvensjonen|kommisjonen|prinsippet|studien|hypotesen|fenomenet|prisen|"
    r"stiftelsen|varianten|øvelsen|øvelsene|kampanjen|aksjonen|materialet|systemet|meldinga|meldingen|"
    r"syndromet|verdenen|universet|forestillingen|forestillinga|musikalen|kurset|opplegget)"
)
_INSTRUMENT = re.compile(rf"[\w\-]*-{_ENDS}(?!\w)")
_BOOK_OF_THE_BIBLE = re.compile(r"[\w]+-(?:evangeliet|evangelium|pasjonen|salmene|brevet|brevene|effekten)")
"""What is called by a given name and a hyphen: "Lukas-evangeliet", "Matteus-effekten"."""
_MEETING_ROOM = re.compile(r"\b(?:møterommet|møterom|grupperommet|samtalerommet) som (?:heter|heiter|heite) [«\"“]?$")
_BOOK_ABOUT = re.compile(r"s? (?:bok|roman|artikkel|podkast) om\b")
"""What a whole name owns that an author does: "Prøve Prøvesens bok om"."""
_NEEDS = needs_of(
    "rundt som", " ut som", "utkledd", "rolle", "leke", "lekt", "leik", "late", "skuesp", "julesp", "krybbe"
)
_NEEDS |= needs_of(
    "stykke", "drama", "musik", " tema ", "krle", "histor", "samfunn", "naturf", "norsk", "relig", "mytol"
)
_NEEDS |= needs_of(
    "lydb", "bildeb", "barneb", "ungdoms", "tegne", "teikne", "tv-s", "sang", "song", "vise", "låt", "dikt"
)
_NEEDS |= needs_of(
    "-ram", "-pro", "-ska", "-ref", "-test", "-met", "-mod", "-teo", "-man", "-ind", "-syn", "-ver", "-uni"
)
_NEEDS |= needs_of(
    "-eva",
    "-pas",
    "-sal",
    "-bre",
    "-for",
    "-utv",
    "-eff",
    "-erk",
    "-kon",
    "-kom",
    "-pri",
    "-stu",
    "-hyp",
    "-fen",
    "-sti",
    "-var",
    "-øve",
    "-kam",
    "-aks",
    "-mat",
    "-sys",
    "-mus",
    "-kur",
    "-opp",
    "møterom",
    "grupper",
    "samtaler",
    " bok om",
    " roman",
    "artik",
    "podk",
    "foredr",
    "konsert",
    "forestill",
    "film",
    "serie",
    "intervju",
    "show",
)
_REACH = 90
_AGED = re.compile(
    r" ?\(\d|,? \d{1,2} år\b| i (?:\d{1,2} ?[a-h]\b|"
    r"(?:loggen|elevloggen|mappa|mappen|saken|saka|journalen|referatet|notatet|meldinga|meldingen)\b)"
)
"""Behind the name of somebody of the case: an age, a class, or where it is written of them."""
_NEXT = re.compile(r" ([a-zæøå]+)")
_BEFORE = re.compile(r"([\w\-]+) $")


def is_shown(document: Document, hit: Hit) -> bool:
    """Tell whether the words beside the name show a figure, a thinker or an instrument, and nobody of the case."""
    if document.lacks(_NEEDS) or _is_somebody(document, hit):
        return False
    text = document.text
    head, named = text[max(0, hit.start - _REACH) : hit.start], text[hit.start : hit.end]
    if _PLAYED.search(head) or _TAUGHT.search(head) or _MEETING_ROOM.search(head):
        return True
    if " " in named:
        return _BOOK_ABOUT.match(text, hit.end) is not None or any(
            pattern.search(head) is not None for pattern in (_MEDIA, _APPEARS) if not _SHARED.search(head)
        )
    if _BOOK_OF_THE_BIBLE.fullmatch(named):
        return True
    if document.flags_of(named.split("-")[0]) & (Word.FIRST | Word.SURNAME) == Word.FIRST:
        return False
    return (
        _MEDIA.search(head) is not None
        or _MADE.search(head) is not None
        or _INSTRUMENT.match(text, hit.start) is not None
    )


def _is_somebody(document: Document, hit: Hit) -> bool:
    """Tell whether an age, a role or what only people do stands right beside the name."""
    follow, before = (
        _NEXT.match(document.text, hit.end),
        _BEFORE.search(document.text, max(0, hit.start - 30), hit.start),
    )
    if _AGED.match(document.text, hit.end):
        return True
    if follow is not None and follow.group(1) in document.vocabulary.classes["menneskeverb"]:
        return True
    role = Word.KIN | Word.CHILD | Word.STAFF
    return before is not None and bool(document.flags_of(before.group(1)) & role)
