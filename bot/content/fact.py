"""A local fact is a value, or an honest «må fylles ut av kommunen» with the question to answer. Guesses nothing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from bot.content.source import Certainty
from bot.content.strict import Id, Row, Strict, Text


class Candidate(Strict):
    """A value seen somewhere weak. Shown to editors only, until the municipality has confirmed it."""

    value: Text
    note: Text
    certainty: Certainty


class Unknown(Strict):
    """A fact the sources do not tell."""

    unknown: Literal["må fylles ut av kommunen"]
    ask: Text
    """The question the municipality must answer."""
    who_knows: Text
    until_then: Text | None = None
    """What the bot says meanwhile: the general route, nothing invented."""
    candidate: Candidate | None = None
    sources: tuple[Id, ...] = ()
    rows: tuple[Row, ...] = ()


KNOWN, UNKNOWN = "kjent", "ukjent"
"""Tags pydantic puts in the path of an error; taken out again before an editor sees it."""


def tag_of(value: Any) -> str:
    """Tell pydantic whether a fact is known."""
    return UNKNOWN if isinstance(value, Unknown) or (isinstance(value, dict) and "unknown" in value) else KNOWN


Fact = Annotated[Annotated[Text, Tag(KNOWN)] | Annotated[Unknown, Tag(UNKNOWN)], Discriminator(tag_of)]
"""One text, or unknown."""
ListFact = Annotated[Annotated[tuple[Text, ...], Tag(KNOWN)] | Annotated[Unknown, Tag(UNKNOWN)], Discriminator(tag_of)]
"""Several texts, or unknown."""
DateFact = Annotated[Annotated[date, Tag(KNOWN)] | Annotated[Unknown, Tag(UNKNOWN)], Discriminator(tag_of)]
"""One date, or unknown."""


def known(fact: str | Unknown | None) -> str | None:
    """Return the value of a fact, or None when it is unknown."""
    return fact if isinstance(fact, str) else None
