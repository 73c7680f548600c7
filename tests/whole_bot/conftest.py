"""One served bot with SQLite and a connected channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.connector import FakeConnector
from tests.whole_bot.service import MEMBERS, Service, connect_the_channel, serving


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as fake:
        fake.people = list(MEMBERS)
        yield fake


@pytest.fixture
async def service(tmp_path: Path, connector: FakeConnector) -> AsyncIterator[Service]:
    async with serving(tmp_path, connector) as running:
        await connect_the_channel(running)
        yield running
