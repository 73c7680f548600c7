"""The commands for operations, run on a database in a folder of their own. They show no content and no names."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from bot.__main__ import main
from bot.cli.backup import KEYS_NAME, backup, restore
from bot.cli.forget import LEFT_IN_CASES, forget
from bot.cli.migrate import migrate
from bot.cli.open_store import opened_store
from bot.cli.outbox import outbox
from bot.delivery.forgetting import Forgotten, forget_everything
from bot.domain.outbox import Kind
from bot.settings import Settings
from bot.store import SqlStore
from tests.fakes.stores import MovableClock
from tests.store.people import ANNEN, ANSATT, AT, PERSONAL, a_case, an_item, requester
from tests.store.test_contract import STATE

Do = Callable[[SqlStore], Awaitable[None]]


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VEILEDEREN_DEVELOPMENT", "true")
    for name in ("VEILEDEREN_DATABASE_URL", "VEILEDEREN_ENCRYPTION_KEY", "VEILEDEREN_ENCRYPTION_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def within(data: Path, do: Do) -> None:
    async def run() -> None:
        async with opened_store(Settings(data=data), migrate=True) as store:
            await do(store)

    asyncio.run(run())


async def fill(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.conversations.save(ANSATT, PERSONAL, STATE)
        await uow.outbox.add(an_item("stuck", kind=Kind.CASE_CARD, payload={"who": "Test Ansatt"}))
        await uow.outbox.add(an_item("waits", payload={"line": "hemmelig"}))
        (row,) = await uow.queue.lease("w", AT, AT, 9)
        await uow.queue.park(row.id, "w", "403 BotDisabledByAdmin", AT)
        await uow.commit()


async def parked_id(store: SqlStore) -> str:
    async with store.unit_of_work() as uow:
        return str((await uow.outbox.parked())[0].id)


def test_migrate_makes_the_database_and_can_be_run_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    migrate(data)
    migrate(data)
    assert capsys.readouterr().out.count("Databasen er i versjon") == 2
    assert (data / "veilederen.db").exists()


def test_outbox_refuses_an_empty_database_in_words(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["outbox", "--data", str(data)])
    assert "python -m bot migrate" in capsys.readouterr().err


def test_outbox_shows_what_stands_fast_and_no_content(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    within(data, fill)
    outbox("", data)
    shown = capsys.readouterr().out
    assert "STÅR FAST: 1" in shown
    assert "venter: 1" in shown
    assert "403" in shown
    assert "hemmelig" not in shown
    assert "Test Ansatt" not in shown


def test_outbox_takes_a_message_out_of_parking(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found: list[str] = []

    async def fill_and_find(store: SqlStore) -> None:
        await fill(store)
        found.append(await parked_id(store))

    within(data, fill_and_find)
    outbox(found[0], data)
    assert "prøvd på nytt" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        outbox(found[0], data)
    assert "Ingen melding" in capsys.readouterr().err


@pytest.mark.parametrize("mark", ["", "…"])
def test_the_start_of_an_id_is_enough_and_it_must_be_of_one_message_only(
    data: Path, capsys: pytest.CaptureFixture[str], mark: str
) -> None:
    found: list[str] = []

    async def fill_and_find(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            for number in range(17):  # more than there are first digits: two begin alike
                await uow.outbox.add(an_item(f"row{number}", conversation=f"team:{number}"))
            for row in await uow.queue.lease("w", AT, AT, 99):
                await uow.queue.park(row.id, "w", "403:BotDisabledByAdmin", AT)
            found.extend(row.id for row in await uow.outbox.parked())
            await uow.commit()

    within(data, fill_and_find)
    first = next(one[0] for one in found if sum(other.startswith(one[0]) for other in found) > 1)
    with pytest.raises(SystemExit):
        outbox(first, data)
    assert "Skriv mer av den" in capsys.readouterr().err
    outbox(found[0][:12] + mark, data)
    assert "prøvd på nytt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("403:BotDisabledByAdmin", "Slå den på igjen"),
        ("403", "Teams slipper ikke boten inn"),
        ("404:ConversationNotFound", "koble til"),
        ("own_limit", "for stor"),
        ("broken KeyError", "vedlikeholder"),
        ("team_not_connected", "Teamet har ingen kanal"),
    ],
)
def test_outbox_shows_whole_ids_norwegian_time_and_what_the_code_means(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, code: str, told: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TZ", "America/New_York")
    found: list[str] = []

    async def fill_and_find(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.outbox.add(an_item("stuck", kind=Kind.CASE_CARD))
            (row,) = await uow.queue.lease("w", AT, AT, 9)
            await uow.queue.park(row.id, "w", code, AT)
            await uow.commit()
            found.append(row.id)

    within(data, fill_and_find)
    outbox("", data)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == found[0]
    assert AT.astimezone(ZoneInfo("Europe/Oslo")).strftime("%d.%m.%Y kl. %H.%M") in lines[1]
    assert told in lines[2]


def test_outbox_says_why_a_row_waits_for_a_token(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def fill_and_fail(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.outbox.add(an_item("waits", kind=Kind.CASE_CARD))
            (row,) = await uow.queue.lease("w", AT, AT, 9)
            await uow.queue.postpone(row.id, "w", AT, "token:invalid_client", ambiguous=False)
            await uow.commit()

    within(data, fill_and_fail)
    outbox("", data)
    assert "VEILEDEREN_CLIENT_SECRET" in capsys.readouterr().out


def test_what_has_its_day_later_is_counted_and_hides_nothing_that_waits(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fill_both(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.outbox.add(an_item("late"))
            for number in range(120):
                later = an_item(f"later{number}", due_at=datetime.now(UTC) + timedelta(days=1), kind=Kind.REMINDER)
                await uow.outbox.add(later)
            await uow.commit()

    within(data, fill_both)
    outbox("", data)
    told = capsys.readouterr().out
    assert (told.count("linje under kortet"), told.count("påminnelse ·")) == (1, 0)
    assert "120 til har sin dag senere" in told
    assert "venter: 121" in told


def test_an_empty_outbox_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    migrate(data)
    outbox("", data)
    assert "Utboksen er tom." in capsys.readouterr().out


def test_a_backup_can_be_put_back_into_an_empty_database(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    within(data, fill)
    backup(tmp_path / "copies", data)
    other = tmp_path / "other"
    other.mkdir()
    (other / "development.key").write_bytes((data / "development.key").read_bytes())
    (rows,) = [path for path in (tmp_path / "copies").iterdir() if path.name != KEYS_NAME]
    restore(rows, None, other)
    said = capsys.readouterr().out
    assert "Saker: 1." in said
    assert "Nøklene er fra samme øyeblikk" in said, "what was withdrawn since is back, and newer keys would help"

    async def check(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            assert (await uow.cases.get("case1")).text == a_case().text

    within(other, check)
    with pytest.raises(SystemExit):
        restore(rows, None, other)
    assert "er tatt i bruk" in capsys.readouterr().err


def test_restore_says_what_is_wrong_with_the_files(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        restore(tmp_path / "none.gz", None, data)
    assert "Finner ikke fila" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        restore(tmp_path, None, data)
    assert "er en mappe" in capsys.readouterr().err
    for name in ("rows.gz", KEYS_NAME):
        (tmp_path / name).write_bytes(b"hei")
    with pytest.raises(SystemExit):
        restore(tmp_path / "rows.gz", None, data)
    assert "ikke en hel kopi" in capsys.readouterr().err


def test_forget_deletes_conversations_reminders_and_the_link_to_cases(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    within(data, fill)
    forget(ANSATT.id, True, data)
    told = capsys.readouterr().out
    assert "1 saker er ikke lenger knyttet" in told
    assert "meldinger med tekst" not in told, "none is known"
    assert "Resten av chatten i Teams" in told
    assert LEFT_IN_CASES in told
    with pytest.raises(SystemExit):
        forget(ANSATT.id, True, data)
    told = capsys.readouterr().err
    assert "Fant ingenting om denne id-en" in told
    assert LEFT_IN_CASES in told, "of a member of a team who has only had cases nothing else is found"

    async def check(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            assert await uow.cases.sent_by(ANSATT) == []
            assert (await uow.conversations.get(ANSATT, PERSONAL)).active is None
            assert (await uow.cases.get("case1")).text is not None

    within(data, check)


def test_forget_says_which_messages_are_emptied_and_which_cannot_be(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fill_two(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            for number in (1, 2):
                await uow.cases.add(a_case(number), replace(requester(ANSATT), receipt_id=f"r{number}"), f"s{number}")
            await uow.commit()
        async with store.database.engine.begin() as connection:
            await connection.execute(text("UPDATE cases SET body = 'x' WHERE id = 'case2'"))

    within(data, fill_two)
    forget(ANSATT.id, True, data)
    told = capsys.readouterr().out
    assert "2 saker er ikke lenger knyttet" in told
    assert "1 meldinger med tekst fra sakene, i chatten til personen, tømmer boten når den kjører" in told
    assert "1 av sakene kan ikke leses" in told


async def test_a_name_shown_to_the_team_is_forgotten_too_and_the_card_changed(store: Any, clock: MovableClock) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(1, requester_shown_as="Test Ansatt"), requester(ANSATT), "s1")
        await uow.cases.add(a_case(2), requester(ANNEN), "s2")
        await uow.commit()
    assert await forget_everything(store, clock, ANSATT) == Forgotten(things=0, cases=1, open_cases=1)
    async with store.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).requester_shown_as == ""
        assert await uow.cases.requester_of("case2") == requester(ANNEN)
        (row,) = await uow.queue.lease("w", clock.now(), clock.now(), 9)
        assert row.item.kind is Kind.CASE_CARD_UPDATE


@pytest.mark.parametrize("is_readable", [True, False])
def test_one_case_is_followed_without_a_word_of_it(
    data: Path, capsys: pytest.CaptureFixture[str], is_readable: bool
) -> None:
    async def fill_and_deliver(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.cases.add(a_case(posted_at=AT), requester(), "s1")
            await uow.outbox.add(an_item("card", kind=Kind.CASE_CARD, payload={"who": "Test Ansatt"}))
            await uow.outbox.add(an_item("line"))
            await uow.outbox.add(an_item("other", case_id="case2", conversation="team:other"))
            (card, _) = await uow.queue.lease("w", AT, AT, 9)
            await uow.queue.start_attempt(card.id, "w", AT, AT)
            await uow.queue.delivered(card.id, "a1", AT)
            if not is_readable:
                await uow.cases._run("replace_body", id="case1", body=b"damaged")
            await uow.commit()

    within(data, fill_and_deliver)
    outbox("", data, a_case().code.lower().replace("-", ""))
    told = capsys.readouterr().out
    assert a_case().code in told.splitlines()[0]
    assert "sendt 12.01.2026 kl. 10.00" in told
    assert "lagt i kanalen 12.01.2026 kl. 10.00" in told
    assert "Saken har ikke noe kort i kanalen." in told
    assert [told.count(words) for words in ("levert · ny sak", "venter · linje under", "sist forsøkt")] == [1, 1, 1]
    for secret in ("Test Ansatt", a_case().text.seen):
        assert secret not in told
    with pytest.raises(SystemExit):
        outbox("", data, "AAA-AAA")
    assert "Ingen sak har koden" in capsys.readouterr().err
