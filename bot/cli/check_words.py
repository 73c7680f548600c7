"""What `bot check` asks the detector of danger and the search: can the lists be read that they hear by?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.answers.acute_words import load_acute_words
from bot.answers.lexicon import load_lexicon
from bot.answers.own_danger import load_own_danger
from bot.content.problem import KnowledgeError, Problem


def check_words(knowledge: Path) -> list[Problem]:
    """Return what is wrong with the lists in `words/`, each once. An edition without them has none to read."""
    if not (knowledge / "words").is_dir():
        return []
    reads: tuple[Callable[[Path], object], ...] = (load_lexicon, _danger, load_own_danger)
    return list(dict.fromkeys(problem for read in reads for problem in _problems(read, knowledge)))


def _danger(knowledge: Path) -> object:
    return load_acute_words(knowledge, load_lexicon(knowledge))


def _problems(read: Callable[[Path], object], knowledge: Path) -> tuple[Problem, ...]:
    try:
        read(knowledge)
    except KnowledgeError as error:
        return tuple(error.problems)
    return ()
