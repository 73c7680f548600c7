"""Reads the question sets of this folder. Must not know how questions are answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "questions"
KINDS = {
    "p": "vanlig",
    "c": "muntlig",
    "s": "situasjon",
    "n": "nynorsk",
    "d": "dialekt",
    "t": "skrivefeil",
    "o": "ett ord",
    "e": "engelsk",
    "x": "utenfor tema",
    "m": "småprat",
}
"""Letter before each question → what kind it is."""
REFUSED = frozenset("xm")
"""Kinds that no article answers."""


@dataclass(frozen=True)
class Question:
    """One question: its kind, the slug that answers it (empty when none does) and the words."""

    kind: str
    slug: str
    text: str
    also: tuple[str, ...] = ()
    """Other slugs that answer it as well."""

    def is_answered_by(self, slug: str | None) -> bool:
        """Tell whether this article answers it."""
        return bool(self.slug) and slug in (self.slug, *self.also)


def read_questions(name: str) -> list[Question]:
    """Return the questions of `dev`, `test`, `dev_calm` (stories), `dev_english`, `test_english`, or `dev_2`, `test_2`,
    `test_3` to `test_12` (by outside writers)."""
    questions: list[Question] = []
    slugs: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            slugs = line[2:].split()
        elif line.strip():
            kind, text = line[0], line[2:].strip()
            slug, *also = [""] if kind in REFUSED else slugs
            questions.append(Question(kind, slug, text, tuple(also)))
    return questions


def read_acute() -> list[tuple[bool, str]]:
    """Return the held-back messages and whether each is acute."""
    found: list[tuple[bool, str]] = []
    acute = False
    for line in (FOLDER / "acute.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            acute = line[2:].strip() == "akutt"
        elif line.strip():
            found.append((acute, line.strip()))
    return found


OUTSIDE = (
    "acute_outside",
    "acute_outside_2",
    "acute_outside_3",
    "acute_outside_4",
    "acute_outside_5",
    "acute_outside_6",
    "acute_outside_7",
    "acute_outside_8",
    "acute_outside_9",
    "acute_outside_10",
    "acute_outside_11",
    "acute_outside_12",
    "acute_outside_13",
    "acute_outside_14",
    "acute_outside_15",
    "acute_outside_16",
    "acute_outside_17",
    "acute_outside_18",
    "acute_outside_19",
    "acute_outside_20",
    "acute_outside_21",
    "acute_outside_22",
    "acute_outside_23",
    "acute_outside_24",
    "acute_outside_25",
    "acute_outside_26",
    "acute_outside_27",
)
"""Messages by twenty-six writers who had seen neither the program nor its examples."""


def read_outside(name: str) -> dict[str, list[str]]:
    """Return the messages of an outside writer by what they are: `akutt`, `høres slik ut`, `annet`."""
    found: dict[str, list[str]] = {}
    label = ""
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            label = line[2:].strip()
        elif line.strip() and not line.startswith("##"):
            found.setdefault(label, []).append(line.strip())
    return found


def read_danger() -> dict[str, str]:
    """Return the held-back questions that tell of danger: `akutt`, or `grense` where both can be defended."""
    found: dict[str, str] = {}
    label = ""
    for line in (FOLDER / "test_danger.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            label = line[2:].strip()
        elif line.strip():
            found[line.strip()] = label
    return found
