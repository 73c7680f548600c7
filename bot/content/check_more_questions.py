"""Holds each line of `words/flere_sporsmal.tsv` against the answers there are: a line for none helps nobody.

Must not read the lines for the search, nor judge their shape (`answers.lexicon` does).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.content.model_problem import did_you_mean
from bot.content.problem import Problem

MORE_QUESTIONS = "words/flere_sporsmal.tsv"


def check_more_questions(knowledge: Path, articles: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each line whose answer is not there. The file may be missing: others tell of that."""
    try:
        lines = (knowledge / MORE_QUESTIONS).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for number, line in enumerate(lines, 1):
        slug, tab, question = line.partition("\t")
        if tab and not line.startswith("#") and slug.strip() not in articles:
            text = f"Svaret «{slug}» finnes ikke, så spørsmålet fører ingen steder.{did_you_mean(slug, articles)}"
            yield Problem(MORE_QUESTIONS, question.strip()[:40], text, number, severity="advarsel")
