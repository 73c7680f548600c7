"""A replica for the tests of editors: a store, the real knowledge and a desk, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from bot.answers.preview import questions_in
from bot.content import (
    article_file,
    check_articles,
    versions_diff,
    versions_edit,
    versions_guides,
    versions_merge,
    versions_safety,
    versions_sentences,
    yaml_file,
)
from bot.content.knowledge import content_hash
from bot.content.problem import Problem
from bot.content.versions import Files, read_files
from bot.domain.turn import Person
from bot.store import SqlStore
from bot.turns import effects, publishing
from bot.turns.library import Library, Shelf
from bot.turns.publishing import PublishingDesk
from bot.turns.shown import ShownCount
from tests.fakes.knowledge import KNOWLEDGE, shelf
from tests.fakes.stores import POSTGRES, RING, MovableClock, clock, url_for

__all__ = ["clock"]

RITA = Person("00000000-0000-4000-8000-00000000000a", "Rita Prøve")
MARTE = Person("00000000-0000-4000-8000-00000000000b", "Marte Prøve")
MALIN = Person("00000000-0000-4000-8000-00000000000c", "Malin Prøve")
KARI = Person("00000000-0000-4000-8000-00000000000d", "Kari Prøve")
ROLES = {
    RITA.id: frozenset({"editor"}),
    MARTE.id: frozenset({"editor"}),
    MALIN.id: frozenset({"editor:melhus"}),
}
"""Rita and Marte edit everything, Malin only what is Melhus', Kari nothing."""


@dataclass
class Replica:
    """One process of the bot, as far as the knowledge goes."""

    store: SqlStore
    library: Library
    desk: PublishingDesk
    shown: ShownCount = field(default_factory=ShownCount)

    @property
    def files(self) -> Files:
        return self.library.shelf.files


def roles_of(person: Person, _place: object) -> frozenset[str]:
    return ROLES.get(person.id, frozenset())


OpenReplica = Callable[[], Awaitable[Replica]]


PARSERS = (
    article_file,
    versions_diff,
    versions_edit,
    versions_guides,
    versions_merge,
    versions_safety,
    versions_sentences,
    yaml_file,
)


SHELVES_KEPT = 2


@pytest.fixture(scope="session", autouse=True)
def each_file_is_read_once() -> Iterator[None]:
    """Remember what a text parses to, what is wrong with an article, and the shelves that were built last: a story
    reads the same two hundred files dozens of times, and nobody changes what comes out. A running bot does not
    remember, because of what it costs in memory."""
    once = lru_cache(4096)(yaml_file.parse_yaml)
    with pytest.MonkeyPatch.context() as patch:
        for module in PARSERS:
            patch.setattr(module, "parse_yaml", once)
        patch.setattr(article_file, "read_article", lru_cache(1024)(article_file.read_article))
        patch.setattr(check_articles, "_texts", lru_cache(1024)(_all_of(check_articles._texts)))
        patch.setattr(publishing, "read_shelf", _built_once(publishing.read_shelf))
        yield


def _all_of(told: Callable[..., Iterator[Problem]]) -> Callable[..., tuple[Problem, ...]]:
    return lambda *about: tuple(told(*about))


def _built_once(read: Callable[[Path, Shelf], Shelf]) -> Callable[[Path, Shelf], Shelf]:
    built: dict[str, Shelf] = {}

    def read_or_remembered(directory: Path, like: Shelf) -> Shelf:
        version = content_hash(directory)
        if version not in built:
            shelf = read(directory, like)
            for oldest in list(built)[:-SHELVES_KEPT]:
                del built[oldest]
            built[version] = shelf
        return built[version]

    return read_or_remembered


@pytest.fixture(autouse=True)
def few_questions_are_tried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every twentieth of the questions that show what a change does: all of them take seconds for each preview. Where
    a test is about what changes, it asks all."""
    if not request.node.get_closest_marker("every_question"):
        monkeypatch.setattr(effects, "questions_in", lambda file: questions_in(file)[::20])


@pytest.fixture(scope="session")
def files() -> Files:
    return read_files(KNOWLEDGE)


@pytest.fixture(params=["sqlite", POSTGRES])
async def replica(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[OpenReplica]:
    """Opens replicas that share one database."""
    clock.at = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # after the day the articles were checked
    url = await url_for(request.param, tmp_path)
    async with AsyncExitStack() as stack:
        number = 0

        async def open_one() -> Replica:
            nonlocal number
            number += 1
            store = SqlStore(url, RING, now=clock.now)
            await store.open()
            stack.push_async_callback(store.close)
            library = Library(KNOWLEDGE, shelf(), ("stjordal", "melhus"), roles_of, clock)
            return Replica(store, library, PublishingDesk(store, library, clock, tmp_path / f"shelves{number}"))

        yield open_one
