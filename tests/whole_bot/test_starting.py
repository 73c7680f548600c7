"""What goes wrong while the bot starts: it says so, and leaves no database open."""

from __future__ import annotations

import asyncio
import base64
import sys
from pathlib import Path
from typing import Any

import pytest

import bot.inside
import bot.main
from bot.domain.ports import StoreAway
from bot.inside import MunicipalityUnknown
from bot.settings import Settings
from bot.store.encryption import EncryptionError, KeyRing
from bot.store.sql_store import SqlStore
from bot.turns.publishing import PublishingDesk
from tests.fakes.connector import FakeConnector
from tests.fakes.knowledge import shelf
from tests.fakes.messenger import FakeMessenger
from tests.fakes.stores import MovableClock
from tests.store.people import a_case, requester
from tests.whole_bot.service import serving


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


async def test_a_municipality_that_nobody_has_described_stops_the_start(tmp_path: Path) -> None:
    misspelt = settings(tmp_path).model_copy(update={"municipalities": ("stjordal", "trondheim")})
    with pytest.raises(MunicipalityUnknown) as stopped:
        async with bot.inside.open_inside(misspelt, FakeMessenger(), MovableClock()):
            pass
    assert (stopped.value.said, "stjordal" in stopped.value.known) == ("«trondheim»", True)


async def test_the_bot_wraps_the_keys_of_cases_anew_so_that_the_old_key_can_go(
    tmp_path: Path, connector: FakeConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (f"{name}:{base64.b64encode(name[:1].encode() * 32).decode()}" for name in ("old", "new"))
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", old)
    store = SqlStore(f"sqlite:///{tmp_path}/veilederen.db", KeyRing.parse(old))
    await store.open()
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()
    await store.close()
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", f"{new},{old}")
    async with serving(tmp_path, connector):
        pass
    store = SqlStore(f"sqlite:///{tmp_path}/veilederen.db", KeyRing.parse(new))
    await store.open()
    async with store.unit_of_work() as uow:
        assert await uow.cases.get("case1") == a_case()
    await store.close()


async def test_rules_that_cannot_be_imported_end_nothing_and_stop_every_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "bot.anonymise.hits", None)
    stop = asyncio.Event()
    stop.set()
    await bot.main._settle_down(stop)
    assert "rules_not_imported" in caplog.messages
    (found,) = shelf().anonymiser.find("Kari er borte.", "stjordal")
    assert (found.type, found.start, found.end) == ("feil", 0, len("Kari er borte.")), "the whole text is stopped"
