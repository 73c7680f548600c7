"""The word lists under `knowledge/words` that are about content: references and words that must not be used.

Must not know what is searched; the lists for search are read by `bot.answers`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from bot.content.model_problem import build, unexpected_shape
from bot.content.problem import KnowledgeError, Problem
from bot.content.slow_pattern import is_slow
from bot.content.strict import Text
from bot.content.yaml_file import read_yaml

DEAD_REFERENCES = "words/dead_references.yaml"
LONGEST_SENTENCE = 2000
"""Letters of a sentence that are looked at: no sentence is longer, and an expression takes the square of it."""


class DeadReference(BaseModel):
    """Words that must not stand in an answer any more, and what to write instead."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Text
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    severity: Literal["feil", "advarsel"] = "feil"
    instead: Text
    why: Text

    @field_validator("pattern", "unless", mode="before")
    @classmethod
    def _compiled(cls, text: object) -> object:
        if not isinstance(text, str):
            return text
        try:
            return re.compile(text, re.IGNORECASE)
        except (re.error, RecursionError, OverflowError):  # no end of brackets, no end of a number
            raise ValueError("Uttrykket er ikke et gyldig regulært uttrykk.") from None

    @field_validator("pattern", "unless", mode="after")
    @classmethod
    def _quick(cls, compiled: re.Pattern[str] | None) -> re.Pattern[str] | None:
        if compiled is not None and is_slow(compiled.pattern):
            raise ValueError(
                "Uttrykket har en gjentakelse inni eller ved siden av en annen som kan ta det samme, eller viser "
                "tilbake til noe det har funnet. Det kan få boten til å stå stille. Sett (?>…) rundt det som gjentas."
            )
        return compiled

    def found_in(self, sentence: str) -> str | None:
        """Return the words found, or None when they are absent or excused."""
        looked_at = sentence[:LONGEST_SENTENCE]
        match = self.pattern.search(looked_at)
        if match is None or (self.unless is not None and self.unless.search(looked_at)):
            return None
        return match.group()


def load_dead_references(knowledge: Path) -> tuple[DeadReference, ...]:
    """Read the list. Raises KnowledgeError with every problem in it."""
    file = read_yaml(knowledge / DEAD_REFERENCES, DEAD_REFERENCES)
    entries = file.data.get("dead_references") if isinstance(file.data, dict) else None
    if not isinstance(entries, list):
        raise KnowledgeError(
            [unexpected_shape(file, (), "Fila skal begynne med «dead_references:» og ha en liste under.")]
        )
    problems: list[Problem] = []
    found: list[DeadReference] = []
    for index, entry in enumerate(entries):
        reference, wrong = build(DeadReference, entry, file, ("dead_references", index))
        problems += wrong
        if reference is not None:
            found.append(reference)
    if problems:
        raise KnowledgeError(problems)
    return tuple(found)
