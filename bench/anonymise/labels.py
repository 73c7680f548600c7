"""Reads the labelled texts: `id|language|text with {code:span}`. Knows the codes and the labelling policy, no rules."""

import re
from dataclasses import dataclass
from pathlib import Path

DIRECT = {
    "n": "navn", "i": "initialer",
    "k": "kallenavn", "f": "nummer", "t": "telefon", "e": "epost", "a": "adresse",
    "p": "bilskilt", "h": "handle", "u": "url", "d": "fodselsdato", "c": "saksnummer", "x": "filnavn",
}  # fmt: skip
QUASI = {
    "S": "skole", "B": "barnehage", "A": "avdeling", "P": "sted", "D": "dato", "Y": "alder", "T": "trinn",
    "K": "klasse", "J": "yrke", "W": "arbeidsgiver", "O": "opprinnelse", "G": "diagnose", "Q": "sosken",
    "F": "forening", "H": "hendelse", "E": "eneste",
}  # fmt: skip
LINE_BREAK = "↵"  # stands for a line break inside a text, which must be on one line of the file
_MARK = re.compile(r"\{([A-Za-z]):([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled span; offsets count code points of the text without marks."""

    start: int
    end: int
    type: str
    cls: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its spans."""

    id: str
    language: str
    text: str
    spans: tuple[Gold, ...]


def read_set(path: Path) -> list[Labelled]:
    """Read one file of labelled texts; raises OSError or ValueError with the line number."""
    found: list[Labelled] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("|", 2)
        if len(parts) != 3:
            raise ValueError(f"{path.name} line {number}: expected id|language|text")
        found.append(parse(*parts))
    return found


def parse(identity: str, language: str, marked: str) -> Labelled:
    """Take the marks out of one text; raises KeyError for an unknown code."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        code = match.group(1)
        is_direct = code in DIRECT
        kind = DIRECT[code] if is_direct else QUASI[code]
        spans.append(Gold(len(text), len(text) + len(match.group(2)), kind, "direct" if is_direct else "quasi"))
        text += match.group(2)
        at = match.end()
    return Labelled(identity, language, (text + marked[at:]).replace(LINE_BREAK, "\n"), tuple(spans))
