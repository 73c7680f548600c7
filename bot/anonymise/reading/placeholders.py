"""Finds letters that stand for nobody: "elev A slår elev B" is how somebody writes who has taken the names away."""

import re

from bot.anonymise.reading.document import Document

_ROLE = (
    r"(?:[Ee]lev|[Bb]arn|[Gg]utt|[Gg]ut|[Jj]ente|[Pp]erson|[Ff]orelder|[Aa]nsatt|[Tt]ilsett|[Ll]ærer|[Ll]ærar|[Ff]amilie|"
    r"[Kk]ollega|[Dd]eltaker|[Uu]ngdom|[Mm]edelev|[Ss]østre?|[Bb]ror)(?:en|et)?"
)
_FIRST, _SECOND = (re.compile(rf"(?<![\w\-]){_ROLE} {letter}(?![\w.\-])") for letter in "AB")
_LETTER = re.compile(r"([A-H](?<![\w.\-/§].))(?:s|['’]s)?(?![\w\-])")


def placeholders(document: Document) -> list[tuple[int, int]]:
    """Return where such letters stand, with their genitive: A and B, each named so behind who it is, and those that
    follow them in the alphabet. One letter alone ("elev A", "elev K") may be an initial.
    """
    text = document.text
    if " A" not in text or " B" not in text or not (_FIRST.search(text) and _SECOND.search(text)):
        return []
    found = list(_LETTER.finditer(text))
    letters = {match.group(1) for match in found}
    last = next((letter for letter in "CDEFGH" if letter not in letters), "I")
    return [match.span() for match in found if match.group(1) < last]
