"""Finds two or three capitals that the text itself shortens to their first letter: "det med KRB: kan eg skrive at K.
er". Knows phrases, no letters.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_CAPITAL_INSIDE
from bot.anonymise.words.word_classes import Word

_ONE_LETTER = re.compile(
    r"([A-ZÆØÅ](?<![\w.\-/].))\. (?=(?:er|e|har|hadde|vil|ville|skal|må|kan|kom|kommer|sier|sa|seier|slo|slår|ble|blir|"
    r"går|gikk|fikk|får|ikke|ikkje|itj|selv|sjølv|og)\b)"
)
_CAPITALS = re.compile(r"[A-ZÆØÅ]{2,3}(?![\w\-/]|\.\w)")
_TOLD_OF = re.compile(
    r"\b(?:det|saka|saken|sak|møte|møtet|samtale|snakka|snakket|bekymra|bekymret|uroa|gjelder|gjeld|ang|vedr)\.?"
    r"(?: (?:med|om|for|til|rundt|av))? $"
)
"""What stands before somebody: "det med KRB"."""
_LONGEST = 24


@needing(A_CAPITAL_INSIDE)
def find_shortened_letters(document: Document) -> Iterator[Hit]:
    """Yield such capitals; what the lists know as an office or a word is left."""
    text = document.text
    letters = {match.group(1) for match in document.scan(_ONE_LETTER, ". ")}
    for match in document.matches(_CAPITALS) if letters else ():
        whole = match.group()
        is_free = whole[0] in letters and (match.start() == 0 or not text[match.start() - 1].isalnum())
        if not is_free or document.flags_of(whole) & (Word.SAFE | Word.SAFE_IN_CAPS):
            continue
        if _TOLD_OF.search(text, max(0, match.start() - _LONGEST), match.start()):
            yield initials_hit(*match.span(), 0.65)
