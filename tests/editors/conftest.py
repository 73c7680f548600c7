"""A replica for the tests of editors: a store, the real knowledge and a desk, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from bot.content import (
    article_file,
    versions_diff,
    versions_edit,
    versions_guides,
    versions_merge,
    versions_safety,
    versions_sentences,
    yaml_file,
)
from bot.content.versions import Files, read_files
from bot.domain.turn import Person
from bot.store import SqlStore
from bot.turns.library import Library
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


@pytest.fixture(scope="session", autouse=True)
def each_text_is_parsed_once() -> Iterator[None]:
    """Remember what a text parses to: a story reads the same two hundred files dozens of times, and nobody changes
    what comes out. A running bot does not remember, because of what it costs in memory."""
    once = lru_cache(4096)(yaml_file.parse_yaml)
    with pytest.MonkeyPatch.context() as patch:
        for module in PARSERS:
            patch.setattr(module, "parse_yaml", once)
        yield


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
