"""What a change does to how questions are met: the same questions asked before and after.

Must not know what was changed.
"""

from __future__ import annotations

from bot.answers.plain_question import danger_told
from bot.answers.preview import DEVELOPMENT, questions_in
from bot.turns.library import Shelf

SHOWN = 25
MANY = 0.03
"""Share of the questions from which more than was meant is probably met in another way: of a word that danger is told
by, each is an alarm for somebody who only asked."""


def effects_of(before: Shelf, after: Shelf) -> tuple[str, ...]:
    """Return the number of questions tried and one readable line for each that is met differently. Slow: seconds."""
    asked = development_questions(before)
    if before.answers is after.answers and before.acute is after.acute:
        return ()
    told = [line for question in asked if (line := _difference(question, before, after))]
    head = f"Prøvd på {len(asked)} spørsmål: {len(told)} blir møtt på en annen måte."
    if len(told) > MANY * len(asked):
        head += " Det er mange: Les dem nøye. Er ikke alle ment, gjør du uttrykket eller teksten smalere."
    more = [f"… og {len(told) - SHOWN} til."] if len(told) > SHOWN else []
    return (head, *told[:SHOWN], *more)


def development_questions(shelf: Shelf) -> list[str]:
    """Return the development questions; where they are not installed, the phrasings of the articles."""
    if DEVELOPMENT.exists():
        return questions_in(DEVELOPMENT)
    return [phrasing for article in shelf.knowledge.articles.values() for phrasing in article.asked_as]


def _difference(question: str, before: Shelf, after: Shelf) -> str:
    old, new = _met(question, before), _met(question, after)
    return f"«{question}»: {old} → {new}" if old != new else ""


def _met(question: str, shelf: Shelf) -> str:
    finding = danger_told(question, shelf.acute, shelf.answers, shelf.knowledge.articles)
    if finding is not None:
        return f"akuttkort ({finding.kind})"
    result = shelf.answers.search(question)
    return f"{_VERDICTS.get(result.verdict, result.verdict)} {result.best or ''}".strip()


_VERDICTS = {
    "answer": "svar:",
    "did_you_mean": "mente du:",
    "unknown": "vet ikke",
    "small_talk": "småprat",
}
