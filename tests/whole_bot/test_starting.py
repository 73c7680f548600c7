"""What goes wrong while the bot starts: it says so, and leaves no database open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import bot.inside
from bot.domain.ports import StoreAway
from bot.settings import Settings
from bot.store.encryption import EncryptionError
from bot.store.sql_store import SqlStore
from bot.turns.publishing import PublishingDesk
from tests.fakes.messenger import FakeMessenger
from tests.fakes.stores import MovableClock


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[SqlStore]:
    """Return the stores that have been closed."""
    stores: list[SqlStore] = []
    close = SqlStore.close

    async def noted(store: SqlStore) -> None:
        await close(store)
        stores.append(store)

    monkeypatch.setattr(SqlStore, "close", noted)
    return stores


def settings(folder: Path) -> Settings:
    return Settings(_env_file=None, development=True, data=folder, knowledge=Path("knowledge"))


async def start(folder: Path) -> None:
    async with bot.inside.open_inside(settings(folder), FakeMessenger(), MovableClock()):
        return


@pytest.mark.parametrize(("owner", "name"), [(bot.inside, "forget_former_staff"), (PublishingDesk, "follow")])
async def test_a_database_that_goes_away_while_the_bot_starts_is_closed(
    owner: Any, name: str, closed: list[SqlStore], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise StoreAway

    monkeypatch.setattr(owner, name, away)
    with pytest.raises(StoreAway):
        await start(tmp_path)
    assert len(closed) == 1


async def test_a_database_that_the_key_does_not_fit_is_closed(closed: list[SqlStore], tmp_path: Path) -> None:
    await start(tmp_path)
    (tmp_path / "development.key").unlink()
    with pytest.raises(EncryptionError):
        await start(tmp_path)
    assert len(closed) == 2
