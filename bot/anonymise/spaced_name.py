"""Finds names written letter by letter ("E m m a", "J-o-n-a-s")."""

import re
from collections.abc import Iterator

from bot.anonymise.document import Document
from bot.anonymise.finding import Hit, direct
from bot.anonymise.word_classes import Word

_GAPS = re.compile(r"(?<![\w])[^\W\d_](?:([ .\-_*])[^\W\d_])(?:\1[^\W\d_]){1,14}(?![\w])")


def find_spaced_names(document: Document) -> Iterator[Hit]:
    """Letters set apart ("E m m a", "J-o-n-a-s") that make a name when joined."""
    for match in _GAPS.finditer(document.text):
        joined = match.group().replace(match.group(1), "").lower()
        flags = document.vocabulary.flags.get(joined, 0)
        if flags & (Word.FIRST | Word.SURNAME) and len(joined) > 2:
            yield direct(match.start(), match.end(), "navn", "Et navn skrevet med mellomrom.", 0.85, "[barnet]")
