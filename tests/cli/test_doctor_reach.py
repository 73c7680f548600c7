"""What `doctor` says of what shows only on a bad day: nobody is told, or there is no room for all who write."""

from __future__ import annotations

import pytest

from bot.cli.doctor_reach import about_reach
from bot.domain.turn import Person, Place, PlaceKind
from bot.settings import Settings
from bot.store import SqlStore
from tests.cli.test_operator import OLD, about, production, within
from tests.fakes.postgres import new_migrated_database
from tests.fakes.stores import RING

__all__ = ["production"]

ALF = Person("11111111-0000-4000-8000-00000000000a", "Alf Prøve")
NOBODY = "Ingen administrator har skrevet til boten ennå"


async def write_to_the_bot(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.admin_chats.keep(ALF, Place(PlaceKind.PERSONAL, "a:alf"))
        await uow.commit()


@pytest.mark.usefixtures("production")
def test_that_no_administrator_would_be_told_is_said_until_one_has_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)

    async def nothing(store: SqlStore) -> None:
        pass

    within(nothing)
    assert not any(NOBODY in words for _, words in about()), "where there is none, that is told among the settings"
    monkeypatch.setenv("VEILEDEREN_ADMINS", ALF.id)
    assert [kind for kind, words in about() if NOBODY in words] == ["se"]
    within(write_to_the_bot)
    assert not any(NOBODY in words for _, words in about())


@pytest.mark.postgres
async def test_a_server_with_too_few_connections_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqlStore(await new_migrated_database(), RING)
    await store.open()
    async with store.database.engine.connect() as connection:
        for_all = int((await connection.exec_driver_sql("SHOW max_connections")).scalar_one())
    assert await store.replicas_that_fit() == (for_all - 3) // 35, "three are the owner's, 15 and 20 are each replica's"
    for fits, said in ((8, []), (4, []), (3, ["se"]), (1, ["feil"]), (None, [])):

        async def fit(given: int | None = fits) -> int | None:
            return given

        monkeypatch.setattr(store.database, "replicas_that_fit", fit)
        assert [kind for kind, _ in await about_reach(store, Settings(_env_file=None))] == said
    await store.close()
