"""A replica for the tests of editors: a store, the real knowledge and a desk, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from bot.answers import index, material
from bot.answers.kept import stamp_of
from bot.answers.lexicon import Lexicon
from bot.answers.preview import questions_in
from bot.answers.wording import Reader
from bot.content import versions_check
from bot.content.versions import Files, read_files, version_of
from bot.domain.turn import Person
from bot.store import SqlStore, editions
from bot.turns import effects
from bot.turns.change_checks import ChangeChecks
from bot.turns.library import Library, Shelf
from bot.turns.publishing import PublishingDesk
from bot.turns.shown import ShownCount
from tests.fakes.knowledge import KNOWLEDGE, files_parsed_once, shelf
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


SHELVES_KEPT = 3
LEXICONS_KEPT = 2
CHECKS_KEPT = 30


@pytest.fixture(scope="package", autouse=True)
def each_file_is_read_once() -> Iterator[None]:
    """Remember also what a file is packed as, and what was checked, read for search, built and asked last: a story
    reads the same two hundred files dozens of times, then once more with the other database."""
    with files_parsed_once() as patch:
        patch.setattr(editions, "zlib", Packer())
        patch.setattr(ChangeChecks, "read", _made_once(ChangeChecks.read, _version, SHELVES_KEPT))
        patch.setattr(versions_check, "_check", _made_once(versions_check._check, _checked, CHECKS_KEPT))
        patch.setattr(effects, "_met", _asked_once(effects._met))
        texts = TextsRead()
        patch.setattr(index, "_read", _made_once(texts.by_one_lexicon(index._read), _stamp, SHELVES_KEPT * 2))
        patch.setattr(material, "_read_shared", texts.read_once(material._read_shared))
        patch.setattr(material, "names_of", texts.named_once(material.names_of))
        yield


class TextsRead:
    """What each text is read as and counted as by the lexicons that were used last: an article that is changed leaves
    eleven thousand others as they were."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[dict[str, Any], dict[Any, Any]]] = {}
        self._now = threading.local()

    def by_one_lexicon(self, read: Callable[..., Any]) -> Callable[..., Any]:
        def reading(reader: Reader, told: index.Told, lexicon: Lexicon, *rest: Any) -> Any:
            of = stamp_of(index.Told((), (), (), 0), lexicon)
            if of not in self._known:
                for oldest in list(self._known)[: 1 - LEXICONS_KEPT]:
                    del self._known[oldest]
            self._now.readings, self._now.names = self._known.setdefault(of, ({}, {}))
            return read(reader, told, lexicon, *rest)

        return reading

    def read_once(self, read: Callable[..., Any]) -> Callable[..., Any]:
        def once(reader: Reader, text: str) -> Any:
            readings = self._now.readings
            if text not in readings:
                readings[text] = read(reader, text)
            return readings[text]

        return once

    def named_once(self, names_of: Callable[..., Any]) -> Callable[..., Any]:
        def once(reading: Any, reader: Reader) -> Any:
            names = self._now.names
            if reading not in names:
                names[reading] = names_of(reading, reader)
            return names[reading]

        return once


class Packer:
    """Packs each file once."""

    def __init__(self) -> None:
        self.compress = lru_cache(1024)(zlib.compress)
        self.decompress = lru_cache(1024)(zlib.decompress)


def _version(_checks: ChangeChecks, _files: Files, version: str) -> str:
    return version


def _asked_once(met: Callable[[str, Shelf], str]) -> Callable[[str, Shelf], str]:
    """Remember how questions are met by the shelves that were asked last: what is in use is asked at each change."""
    by_the_same = lru_cache(SHELVES_KEPT)(lambda _answers, _acute: {})

    def asked(question: str, shelf: Shelf) -> str:
        known = by_the_same(shelf.answers, shelf.acute)
        if question not in known:
            known[question] = met(question, shelf)
        return known[question]

    return asked


def _checked(files: Files, today: date, *names: tuple[str, ...]) -> Hashable:
    return version_of(files), today, names


def _stamp(_reader: object, told: index.Told, lexicon: Lexicon, _kept_in: object) -> Hashable:
    return stamp_of(told, lexicon)


def _made_once(make: Callable[..., Any], made_of: Callable[..., Hashable], most: int) -> Callable[..., Any]:
    """Remember the last ones that were made, by what they were made of."""
    known: dict[Hashable, Any] = {}

    def remembered(*given: Any) -> Any:
        of = made_of(*given)
        if of not in known:
            made = make(*given)
            for oldest in list(known)[: 1 - most]:
                del known[oldest]
            known[of] = made
        return known[of]

    return remembered


@pytest.fixture(autouse=True)
def few_questions_are_tried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every twentieth of the questions that show what a change does: all of them take seconds for each preview. Where
    a test is about what changes, it asks all."""
    if not request.node.get_closest_marker("every_question"):
        monkeypatch.setattr(effects, "questions_in", lambda file: questions_in(file)[::20])


@pytest.fixture(scope="session")
def files() -> Files:
    return read_files(KNOWLEDGE)


ON_ONE_DATABASE = pytest.mark.parametrize("replica", ["sqlite"], indirect=True)
"""What does not depend on the database is tried on one: every round holds all of the knowledge against every check."""


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
