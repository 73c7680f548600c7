"""What the anonymiser hands back: findings, and the risk of the whole. Knows no rules and no text beyond offsets."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Cls = Literal["direct", "quasi"]
Level = Literal["lav", "middels", "hoy"]
SENDER = "[den som skriver]"
"""What is written for who signs. A name that ends a text is not the child, whatever else the rules say of it."""
POSSIBLE_NAME = "mulig_navn"
"""Type of a word that no rule found and that stands where names do. It warns; it is no trait of anybody."""


class Finding(NamedTuple):
    """One thing that may point to a person.

    `start` and `end` count Unicode code points of the original input. `cls` is "direct" (must go) or "quasi" (should be
    made coarser). `why` is a short Norwegian sentence for the user. `certainty` is 0-1. `replacement` is what to write
    instead ("" = take it away). `may_keep` is False for what is never "not a person": national ids, phones, e-mail.
    """

    start: int
    end: int
    type: str
    cls: Cls
    why: str
    certainty: float
    replacement: str
    may_keep: bool = True


@dataclass(frozen=True, slots=True)
class Risk:
    """How many persons the remaining traits may fit, in figures and in Norwegian words; `persons` is cautious, not
    exact.
    """

    persons: float
    level: Level
    words: str
    worst: Finding | None
    advice: str


class Hit(NamedTuple):
    """A finding in the coordinates of the normalised text, before it is mapped back and merged."""

    start: int
    end: int
    type: str
    cls: Cls
    why: str
    certainty: float
    replacement: str = ""
    may_keep: bool = True


def direct(
    start: int, end: int, kind: str, why: str, certainty: float, replacement: str = "", *, may_keep: bool = True
) -> Hit:
    """Return a hit that blocks."""
    return Hit(start, end, kind, "direct", why, certainty, replacement, may_keep)


def quasi(start: int, end: int, kind: str, why: str, certainty: float, replacement: str = "") -> Hit:
    """Return a hit that warns."""
    return Hit(start, end, kind, "quasi", why, certainty, replacement)
