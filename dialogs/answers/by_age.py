"""Answers that say the same for other ages: «og 12?» right after one of them is the one for that age."""

from __future__ import annotations

from bot.content.article import Article
from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from dialogs.by_words import words_of
from dialogs.dialog import Around

OLDEST, MOST_DIGITS = 20, 2
"""A higher number is no age of a child; and one of more digits is none at all, and may be too long to be read."""


def for_age(asked: str, state: ConversationState, around: Around) -> tuple[Article, int] | None:
    """Return the answer for the age that is all that is asked, «og hvis hun er 16?», and the age; None when anything
    else is asked, or was shown last."""
    age = only_age(asked, around.text)
    if age is None:
        return None
    rows = [row.split() for row in around.text.listed("answers.by_age")]
    found = next((slug for slug, first, last in rows if int(first) <= age <= int(last)), None)
    if age > OLDEST or found is None or state.last_article not in {slug for slug, _, _ in rows}:
        return None
    article = around.knowledge.articles.get(found)
    return (article, age) if article is not None else None


def only_age(asked: str, texts: Texts) -> int | None:
    """Return the age where nothing else is asked: «og hvis hun er 16?», «ka om hu e 3 år»."""
    words = words_of(asked)
    numbers = [word.removesuffix("åring").strip("-") for word in words if word[:1].isdecimal()]
    small = texts.words("answers.words_of_age")
    rest = {word for word in words if not word[:1].isdecimal()}
    if len(numbers) != 1 or not numbers[0].isdecimal() or len(numbers[0]) > MOST_DIGITS:
        return None
    return int(numbers[0]) if rest and small.issuperset(rest) else None
