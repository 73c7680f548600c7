"""Tells a question about the rules, which only sounds like danger, from danger that is told. Must not know what is
shown.

The line between danger and calm (decision 28) has seen no articles. Where it is in doubt, and the search is sure that
an article answers which has nothing to do with danger, a question is taken for what it is: «kan jeg snakke med mannen
min om en elev». What an editor listed, and whatever sounds clearly like danger, is danger all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.answers.acute import AcuteDetector, AcuteFinding
from bot.answers.index import AnswerIndex
from bot.answers.result import SearchResult
from bot.answers.story import is_asked
from bot.content.article import Article

IN_DOUBT_BELOW = 0.1
"""Score of danger below which the search is asked. Of 1 979 dangers by outside writers none more is overheard, of 875
questions about calm topics .034 alarm instead of .047; with .2 one danger is."""
SURE, CERTAIN = 0.6, 0.955
"""How sure the search must be of a question, and of what is none: «det er fem uker siden vi sendte meldingen». At .95
one of 4 119 dangers more is hidden; .955 raises no calm message more."""
FEWEST_WORDS = 3
"""Words of a clause that may tell a danger by itself."""
_CLAUSE = re.compile(r"\b(?:når|at|hvis|viss|dersom|om|fordi|men|for|siden|etter)\b|[,.;:!?]", re.IGNORECASE)
"""What stands before a clause that somebody asks about."""


def danger_told(
    said: str,
    acute: AcuteDetector,
    index: AnswerIndex,
    articles: Mapping[str, Article],
) -> AcuteFinding | None:
    """Return the danger that a question to the bot tells, whoever asks; None also when it only sounds so."""
    sign = acute.detect(said)
    if sign is None or sign.score >= IN_DOUBT_BELOW:
        return sign
    found = index.search(said)
    return None if is_plain_question(said, sign, acute, found, articles) else sign


def is_plain_question(
    said: str, sign: AcuteFinding, acute: AcuteDetector, found: SearchResult, articles: Mapping[str, Article]
) -> bool:
    """Tell whether what sounds like danger is a question about something else, by what was found for it and by what
    each of its clauses says alone: a calm frame pulls a danger down («må begge samtykke når mor sier at …»)."""
    article = articles.get(found.best or "")
    if sign.score >= IN_DOUBT_BELOW or found.verdict != "answer" or article is None or article.deals_with_danger:
        return False
    if found.score < (SURE if is_asked(said) else CERTAIN):
        return False
    clauses = (part for part in _CLAUSE.split(said)[1:] if len(part.split()) >= FEWEST_WORDS)
    return all(acute.detect(clause) is None for clause in clauses)
