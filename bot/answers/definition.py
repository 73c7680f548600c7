"""Reads a question of what a word means as one of what it is: «hva betyr samtykke» and «hva er samtykke» ask the same.

Must not know the articles. What the words of a law mean, «hva betyr ordene», is asked as it stands.
"""

from __future__ import annotations

import re

_MEANS = re.compile(
    r"(?P<before>\W*(?:hei\W+)?)(?:hva|ka|kva|ke)\s+"
    r"(?:betyr|betyder|tyder|(?:menes|meines|menast)\s+med|(?:mener|meiner|meine)\s+(?:du|dere|de|dokker|dokk|dykk)\s+med)\s+"
    r"(?:(?:egentlig|eigentleg)\s+)?(?:(?:ordet|begrepet|omgrepet|uttrykket)\s+)?(?!(?:det|dette|ordene|orda)\b)(?=\w)",
    re.IGNORECASE,
)


def as_definition(question: str) -> str:
    """Return the question with what asks for a meaning replaced by what asks for the thing; any other as it is."""
    means = _MEANS.match(question)  # to put in looks for a beginning at each sign
    return f"{means['before']}hva er {question[means.end() :]}" if means else question
