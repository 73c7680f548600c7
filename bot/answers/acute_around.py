"""Takes off a message what somebody only puts around what happened: that they heard or fear it, and what they ask to
do: «en nabo sier at far slår ham, skal jeg melde?» is read as «far slår ham».

Must not judge what is left: such words are neither dangerous nor calm.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_PIECE = re.compile(r"[^.!?,;:\n]*[.!?,;:\n]*")
_SENTENCES = re.compile(r"[^.!?\n]*[.!?\n]*\s*")
_ASKS = frozenset({
    "skal", "ska", "bør", "burde", "må", "måtte", "kan", "kunne", "får", "er", "e", "hva", "kva", "ka", "hvem",
    "kven", "kem", "hvor", "kor", "hvordan", "korleis", "koss", "haster", "hastar", "lurer", "lurar", "trenger",
    "treng", "hei", "hallo", "heisann", "takk", "spm", "spørsmål", "kort", "beklager", "unnskyld", "hjelp",
})  # fmt: skip
"""How what is only asked, or a greeting, begins."""
_BEGINS_ONE = frozenset({
    "skal", "ska", "bør", "burde", "må", "kan", "hva", "kva", "ka", "hvem", "kven", "kem", "hvor", "hvordan",
    "korleis", "koss",
})  # fmt: skip
"""How a question begins that stands behind what is told, with no sign between."""
_ASKS_WHAT = frozenset({
    "hva", "kva", "ka", "hvem", "kven", "kem", "hvor", "hvordan", "korleis", "koss", "hvilke", "hvilken", "hvilket",
    "når", "hvorfor", "kvifor", "korfor", "what", "which", "who", "how", "when",
})  # fmt: skip
"""How a sentence begins that is a question from its first word."""
_ABOUT_ASKING = _ASKS | frozenset({
    "jeg", "eg", "æ", "vi", "me", "mi", "man", "du", "dere", "dokker", "det", "dette", "den", "noe", "noko",
    "nokka", "nå", "no", "da", "så", "nu", "her", "om", "på", "til", "te", "med", "for", "hos", "i", "av", "fra",
    "ifra", "frå", "og", "å", "bli", "blir", "gjør", "gjøre", "gjer", "gjere", "ta", "tar", "tek", "tas", "ringe",
    "ringer", "ring", "melde", "melder", "meld", "meldes", "si", "seie", "sei", "sies", "varsle", "varsler",
    "varsles", "vente", "venter", "vent", "drøfte", "drøfter", "drøftes", "drøft", "snakke", "snakker", "spørre",
    "spør", "spørje", "først", "fyrst", "morgen", "mårra", "morgon", "dag", "mandag", "helga", "uka", "etter",
    "før", "rektor", "leder", "lederen", "leiaren", "styrer", "styreren", "sjefen", "inspektør", "barnevernet",
    "barnevern", "bv", "politiet", "ppt", "helsesykepleier", "helsesykepleieren", "foreldrene", "foreldra",
    "hjem", "rett", "riktig", "rette", "greit", "noen", "nokon", "råd", "tips", "videre", "vidare", "selv",
    "sjøl", "sjølv", "også", "óg", "bare", "berre", "gjelder", "mulig", "anonymt", "sak", "saken", "skrive",
    "skriver", "føre", "fører", "føres", "journal", "journalen", "mappa", "teamet", "team", "oss", "meg", "mæ",
    "opp", "et", "en", "ei", "ein", "enn", "når", "barnevernvakta", "vakta", "legevakta", "gjennom", "riktige",
    "rutine", "rutinen", "rutinene", "deg",
})  # fmt: skip
SHORT = 15
"""Words of a message in which what is asked is taken off: in a longer one the question tells what it is about."""
_FEWEST_ASKED, _FEWEST_TOLD = 3, 2
"""Words of a question with nothing before it, and of what must be left before one: «far slår ham skal jeg melde»."""
_SOMEBODY = (
    r"(?:(?:en|ein|ei|den|min|vår|ho|hun|han|hu) )?"
    r"(?:jeg|eg|æ|e|vi|me|hun|han|ho|hu|hain|de|dei|dem|det|noen|nokon|\w*(?:mor|mora|moren|far|faren|mamma|pappa|bror|broren"
    r"|søster|søstera|søsteren|søstra|foreldrene|foreldra|nabo|naboen|kollega|kollegaen|elev|eleven|medelev|medeleven"
    r"|venninne|venninna|venninnen|kompis|kompisen|lærer|læreren|læraren|vikar|vikaren|assistent|assistenten|rektor"
    r"|tante|tanta|onkel|onkelen|trener|treneren|helsesykepleier|helsesykepleieren|jenta|gutten|guten|barnet|ungen|tolken"
    r"|sjåføren|bussjåføren|ansatt|ansatte))"
)
_SAYS = (
    r"(?:(?:har |)(?:akkurat |nettopp |nå |også |jo |)(?:sier|sa|seier|sei|fortalte|forteller"
    r"|fortel|fortalt|fortæl|nevnte"
    r"|nemnde|skrev|skriver|skreiv|mener|meiner|påstår|hevder|hørte|høyrde|så|ser|såg|oppdaga|oppdaget|trur|tror|mistenker"
    r"|mistenkjer|frykter|fryktar|sies|melder|meldte|varslet|hvisket|hviska)|ringte og (?:sa|fortalte)"
    r"|kom og (?:sa|fortalte))"
)
_HEARD = re.compile(
    rf"^\s*(?:(?:hei|hallo|du|og|men|så|ja)\b[\s,.!:;–-]*)*(?:"
    rf"{_SOMEBODY} {_SAYS}(?: til (?:meg|oss|mæ|læreren)| meg| oss)?(?:,)? at"
    rf"|{_SOMEBODY} (?:er|e|blir) (?:så |litt |veldig |virkelig )?(?:redd|bekymra|bekymret|uroleg|urolig)(?: for)? at"
    r"|(?:(?:jeg|eg|æ|vi) )?(?:fikk|fekk|har fått)(?: nettopp| akkurat)? (?:vite|høre|høyre|veta|hør|beskjed om) at"
    rf"|i ?følge {_SOMEBODY},?(?: så)?"
    r"|(?:oppdaget|oppdaga|hørte|så|fant ut|merka|merket)(?: i dag| nå| nettopp| akkurat)? at"
    r")\s+",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(
    rf"[\s,]{{1,3}}(?:(?:tror|trur|mener|antar) (?:jeg|vi|eg|æ)"
    rf"|(?:sier|sa|seier|sei|fortalte|skriver|skrev) {_SOMEBODY}"
    r"|mens jeg skriver dette|akkurat nå når jeg skriver)(?=\s*[.!?,]*\s*$)",
    re.IGNORECASE,
)


def without_who_told(text: str) -> str | None:
    """Return a text without who told, heard or fears it; None when nobody does."""
    told = "".join(_SAID_BEHIND.sub("", _HEARD.sub("", sentence)) for sentence in _SENTENCES.findall(text))
    return None if len(told) == len(text) or not told.strip() else told


def without_what_is_asked(text: str) -> str | None:
    """Return a short text without what only asks what to do, and without who told it; None where nothing is asked
    so."""
    if len(text.split()) > SHORT:
        return None
    left = "".join(piece for piece in _PIECE.findall(text) if not only_asks(piece))
    left = "".join(map(_without_question_behind, _SENTENCES.findall(left)))
    return None if len(left) == len(text) or not left.strip(" ,;:\n") else without_who_told(left) or left


def only_asks(piece: str) -> bool:
    """Tell whether a piece of a message only asks what to do, and tells nothing."""
    words = _words(piece)
    if not words or not _ABOUT_ASKING.issuperset(words):
        return False
    return words[0] in _ASKS or "?" in piece or not _ASKS.isdisjoint(words[:3])


def _without_question_behind(sentence: str) -> str:
    """Return a sentence without the question it ends in: «far slår ham skal jeg melde»."""
    found = list(_WORD.finditer(sentence))
    words = [word[0].casefold() for word in found]
    if words and words[0] in _ASKS_WHAT:
        return sentence  # «hva slags forhold må vi melde om» is all one question
    at = len(words)
    while at > _FEWEST_TOLD and words[at - 1] in _ABOUT_ASKING:
        at -= 1
    begin = next((n for n in range(at, len(words) - _FEWEST_ASKED + 1) if words[n] in _BEGINS_ONE), None)
    return sentence if begin is None else sentence[: found[begin].start()] + ". "


def _words(piece: str) -> list[str]:
    return [word[0].casefold() for word in _WORD.finditer(piece)]
