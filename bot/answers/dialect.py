"""Reads `words/dialekt.tsv` and writes dialects and nynorsk in bokmål, word by word. Must not know what is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.content.problem import Problem

DIALECT = "words/dialekt.tsv"
_WORD = re.compile(r"[^\W\d_]+")
_HOW = "Skriv: ord på dialekt eller nynorsk, tabulator, det samme ordet på bokmål."


def read_dialect(knowledge: Path, problems: list[Problem]) -> dict[str, str]:
    """Return word → the same word in bokmål. The file may be missing: what was published before it was invented is
    whole without it."""
    found: dict[str, str] = {}
    try:
        text = (knowledge / DIALECT).read_text("utf-8-sig")
    except FileNotFoundError:
        return found
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(DIALECT, "", "Fila kan ikke leses, eller er ikke lagret som UTF-8."))
        return found
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        word, _, bokmal = (part.strip().casefold() for part in line.partition("\t"))
        if not _WORD.fullmatch(word) or not _WORD.fullmatch(bokmal) or word == bokmal:
            problems.append(Problem(DIALECT, line[:40], _HOW, number))
        elif found.setdefault(word, bokmal) != bokmal:
            text = f"«{word}» står også som «{found[word]}». Behold den på ett sted."
            problems.append(Problem(DIALECT, word, text, number))
    return found


def in_bokmal(folded: str, dialect: Mapping[str, str]) -> str:
    """Return a text in lower case with each word that is listed as it is in bokmål."""
    if dialect.keys().isdisjoint(_WORD.findall(folded)):  # most texts hold none, and to put in each word takes longer
        return folded
    return _WORD.sub(lambda word: dialect.get(word[0], word[0]), folded)


def also_in_bokmal(lists: Mapping[str, Iterable[str]], dialect: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return lists of words and expressions with what they become where a text is written in bokmål first."""
    return {
        name: tuple(dict.fromkeys([*words, *(in_bokmal(word, dialect) for word in words)]))
        for name, words in lists.items()
    }
