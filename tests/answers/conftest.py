from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.acute import AcuteDetector, load_acute
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import Lexicon, load_lexicon
from bot.content.article import Article
from bot.content.article_file import load_articles
from bot.content.source import load_sources

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="session")
def knowledge() -> Path:
    return KNOWLEDGE


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(KNOWLEDGE)


@pytest.fixture(scope="session")
def articles() -> dict[str, Article]:
    return load_articles(KNOWLEDGE)


@pytest.fixture(scope="session")
def index(articles: dict[str, Article], lexicon: Lexicon) -> AnswerIndex:
    return build_index(articles, lexicon, load_sources(KNOWLEDGE))


@pytest.fixture(scope="session")
def acute(lexicon: Lexicon) -> AcuteDetector:
    return load_acute(KNOWLEDGE, lexicon)
