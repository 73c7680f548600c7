"""Tells whether capitals that may mean something else are said to be a person: "MB sin mamma", "søster LK"."""

import re

from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SERVICES = words(
    "bv pp hr ks it ikt tv pc ps ok ai sv ap vg nb nav ppt bup nrk sfo dps pst sms rtg mr ct fri dj cp me"
)
"""Abbreviations that may stand right after a mother or own something."""
_HAS_SOMEBODY = re.compile(r" (?:sin|sitt|sine|si|sie) ([a-zæøå]+)|s? ([a-zæøå]+)")
_NEXT = re.compile(r" ([a-zæøå]+)")
_OFFICES_DO = words(
    "snakker snakka snakket snakkar prater prata pratet pratar ringer ringte ringt ringjer nekter nekta nektet "
    "nektar vet veit visste ønsker ønska ønsket ønskjer synes syns syntes klager klaga klaget klagar løp løper "
    "truer trua truet slår slo"
)
_RELATIVE = re.compile(
    r"\b(?:(?:lille|store|tvilling|halv|ste|små|vesle)?(?:bror|søster|syster)(?:en|a)?|brødrene|søstrene|søsknene|"
    r"kusina|kusine|fetter|søskenbarn|tvillingene|kompis(?:en)?|venninna|venninne|bestevenn(?:en)?|"
    r"(?:mor|mora|moren|mamma|far|faren|pappa|foreldrene|foreldra|søster|bror|søsken) (?:til|te|åt)) $",
    re.IGNORECASE,
)
_THREE = 3
_BESIDE = re.compile(r"(?:\b[mv]/ ?|\b(?:ang|vedr)\.? |\b(?:kjære|hei|hallo) )$", re.IGNORECASE)
"""Right before somebody in quick notes: "m/ AH", "ang. JB"."""
_IS_KIN = re.compile(
    r"(?:\.?, som)? (?:er|e|va|var) (?:(?:jo|altså|visst) )?(?:(?:moren|mora|mammaen|mamman|faren|pappaen|"
    r"pappan|stefaren|stemora|"
    r"stemoren|fostermora|fostermoren|fosterfaren|broren|brora|søsteren|søstera|bestemora|bestefaren|eleven|barnet|"
    r"jenta|gutten|guten)(?= i saka?en?\b|[.,;!?)]|$)|"
    r"(?:mor|far|mamma|pappa|bror|søster|onkel|tante|bestemor|bestefar) (?:til|te|åt)\b)"
)
"""Who somebody is: "PM er moren.", "KL er bror til"."""
_IS_FELT = re.compile(
    r" (?:er|e|va|var|blir|ble) (?:så |veldig |ofte |alltid |mye |nå |jo |litt |fortsatt )?"
    r"(?:redd|ræd|trist|lei seg|sint|sinna|sliten|sulten|trøtt|gravid|født|utrygg|ensom)"
    r"(?= (?:for|i|på|når|og|av|hver|hele|om|nå)\b|[.,!?]|$)"
)
"""How somebody is and no office: "KH er redd i timene"."""
_AMONG = re.compile(
    r" (?:blant (?:venner|vennene|vener)|i notatene?|i notata|i teksten|i loggen|heretter|i rapporten|i referatet)\b"
)
_ONE_NAME = re.compile(r"(?<![\w\-])([^\W\d_][\w\-]{1,20}) \($")
_ROW = re.compile(r"\b(?:[Tt]il ?stede|[Dd]eltakere|[Mm]øtt|[Ff]orfall): ?([^\n]{2,160})")
_BETWEEN = re.compile(r"[,;/&(]| og ")
_DOTS = re.compile(r"(?:[A-ZÆØÅ]\.){2,3}")
_LETTERS = re.compile(r"[A-ZÆØÅ]{2,3}")
_FULL_NAME = re.compile(r"((?:[A-ZÆØÅ][\w\-]{1,20} ){1,4})\($")


def is_said_to_be_somebody(document: Document, start: int, letters: str) -> bool:
    """Tell whether the words around capitals make them a person, whatever else the letters may mean."""
    if letters.lower() in _SERVICES:
        return False
    text, end = document.text, start + len(letters)
    head = text[max(0, start - 90) : start]
    is_unknown = not document.flags_of(letters)
    return (
        (is_unknown and _BESIDE.search(head[-10:]) is not None)
        or _owns_a_relative(document, end)
        or _RELATIVE.search(head[-24:]) is not None
        or _AMONG.match(text, end) is not None
        or _IS_KIN.match(text, end) is not None
        or _shortens_a_name(document, head, letters)
        or _begins_like_the_name(document, head, letters, end)
        or does_what_a_body_does(document, end)
        or _IS_FELT.match(text, end) is not None
    )


def people_in_a_row(document: Document) -> set[str]:
    """Return the capitals among those present, when some of the row are nothing else: "Til stede: K.S., AMT"."""
    people: set[str] = set()
    for match in document.scan(_ROW, "stede:", "deltakere:", "møtt:", "forfall:"):
        row = [part.strip() for part in _BETWEEN.split(match.group(1))]
        letters = [one for one in row if _LETTERS.fullmatch(one) and one.lower() not in _SERVICES]
        if any(_DOTS.fullmatch(one) for one in row) or any(_means_nothing_else(document, one) for one in letters):
            people.update(one for one in letters if not document.flags_of(one) & (Word.SAFE | Word.SAFE_IN_CAPS))
    return people


def _means_nothing_else(document: Document, letters: str) -> bool:
    return not (document.flags_of(letters) or document.lexicon.is_headword(letters.lower()))


def does_what_a_body_does(document: Document, end: int) -> bool:
    """Tell whether what follows is done by people and by no office: "LK slo", and not "HR skriver"."""
    follow = _NEXT.match(document.text, end)
    classes = document.vocabulary.classes
    if follow is None or follow.group(1) not in classes["menneskeverb"]:
        return False
    return follow.group(1) not in classes["sieverb"] and follow.group(1) not in _OFFICES_DO


def _owns_a_relative(document: Document, end: int) -> bool:
    """Tell whether a relative of those letters follows: "MB sin mamma", "MBs mor"."""
    owned = _HAS_SOMEBODY.match(document.text, end)
    if owned is None:
        return False
    word = owned.group(1) or owned.group(2)
    is_genitive = owned.group(1) is not None or document.text[end] == "s"
    return is_genitive and bool(document.flags_of(word) & Word.KIN)


def _begins_like_the_name(document: Document, head: str, letters: str, end: int) -> bool:
    """Tell whether brackets hold three letters, of which the first is that of the given name before: "lotte (LBS)"."""
    named = _ONE_NAME.search(head) if len(letters) == _THREE and document.text[end : end + 1] == ")" else None
    if named is None or named.group(1)[0].upper() != letters[0]:
        return False
    barred = Word.SAFE | Word.SAFE_IN_CAPS
    flags = document.flags_of(named.group(1))
    is_name = flags & Word.FIRST and (named.group(1)[0].isupper() or not flags & Word.ORDINARY)
    return bool(is_name) and not document.flags_of(letters) & barred


def _shortens_a_name(document: Document, head: str, letters: str) -> bool:
    """Tell whether the letters in brackets are the first letters of the name before them: "Kjersti Marie (KM"."""
    named = _FULL_NAME.search(head)
    if named is None:
        return False
    parts = named.group(1).split()[-len(letters) :]
    initials = "".join(part[0] for part in parts)
    return initials == letters and bool(document.flags_of(parts[0]) & Word.FIRST)
