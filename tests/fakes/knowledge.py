"""The real knowledge of the project, read once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

import pytest

from bot.content import (
    article_file,
    check_articles,
    form_article,
    form_lists,
    versions_diff,
    versions_edit,
    versions_guides,
    versions_lists,
    versions_merge,
    words,
    yaml_file,
)
from bot.content.problem import Problem
from bot.turns.library import Shelf, read_shelf

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
MUNICIPALITIES = ("melhus", "stjordal", "frosta", "meraker", "selbu", "tydal")
"""The municipalities of the project's own knowledge, as they are offered."""
PARSERS = (
    article_file,
    form_article,
    form_lists,
    versions_diff,
    versions_edit,
    versions_guides,
    versions_merge,
    versions_lists,
    yaml_file,
)
"""Who parses a text."""
read_once = cache(read_shelf)


def shelf() -> Shelf:
    """Return the knowledge with its search and detectors."""
    return read_once(KNOWLEDGE)


@contextmanager
def files_parsed_once() -> Iterator[pytest.MonkeyPatch]:
    """Remember what a text parses to and what is wrong with an article, for tests that read the whole knowledge again
    and again: nobody changes what comes out. A running bot does not, because of what it costs in memory."""
    once = lru_cache(4096)(yaml_file.parse_yaml)
    with pytest.MonkeyPatch.context() as patch:
        for module in PARSERS:
            patch.setattr(module, "parse_yaml", once)
        patch.setattr(article_file, "read_article", lru_cache(1024)(article_file.read_article))
        patch.setattr(check_articles, "_texts", lru_cache(1024)(_all_of(check_articles._texts)))
        patch.setattr(words, "is_slow", lru_cache(256)(words.is_slow))
        yield patch


def _all_of(told: Callable[..., Iterator[Problem]]) -> Callable[..., tuple[Problem, ...]]:
    return lambda *about: tuple(told(*about))
