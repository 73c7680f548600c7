"""What whoever runs the bot is told when something about the installation is wrong: the setting, and what to do."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import io
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from asyncpg import InsufficientPrivilegeError
from sqlalchemy.exc import DBAPIError

from bot.__main__ import COMMANDS, main
from bot.cli.backup import KEYS_NAME
from bot.cli.doctor import _about_settings
from bot.cli.doctor_roles import roles_for_nobody
from bot.cli.doctor_store import about_database
from bot.cli.open_store import opened_store
from bot.cli.trouble import words_for
from bot.content.knowledge import load_knowledge
from bot.settings import Settings, misspelt
from bot.store import SqlStore
from bot.store.database import StoreUnopened, kind_of
from bot.store.opening import async_url
from tests.store.people import a_case, requester
from tests.store.test_audit import fill, tamper

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW, WRONG = (f"{name}:{base64.b64encode(name[:1].encode() * 32).decode()}" for name in ("old", "new", "wrong"))
SOMEBODY = "11111111-2222-3333-4444-555555555555"


@pytest.fixture(autouse=True)
def production(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing but what a test sets, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"VEILEDEREN_{name.upper()}", raising=False)
    monkeypatch.setenv("VEILEDEREN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("VEILEDEREN_KNOWLEDGE", str(ROOT / "knowledge"))


def told(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """Run a command that cannot be done, and return what is said."""
    with pytest.raises(SystemExit) as stopped:
        main(command)
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


def within(do: Callable[[SqlStore], Awaitable[None]]) -> None:
    async def run() -> None:
        async with opened_store(Settings(), migrate=True) as store:
            await do(store)

    asyncio.run(run())


async def add_a_case(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()


async def read_the_case(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).text == a_case().text


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ENCRYPTION_KEY", "tull", "VEILEDEREN_ENCRYPTION_KEY kan ikke leses. Nøkkel nr. 1 mangler id"),
        ("ENCRYPTION_KEY_FILE", "/finnes/ikke", "VEILEDEREN_ENCRYPTION_KEY_FILE peker på en fil som ikke finnes"),
        ("CLIENT_SECRET_FILE", "/", "VEILEDEREN_CLIENT_SECRET_FILE peker på en fil som ikke finnes"),
        ("CERTIFICATE_FILE", "/dev/null", "VEILEDEREN_CERTIFICATE_FILE peker på en tom fil"),
        ("CERTIFICATE_FILE", "/etc/hostname", "VEILEDEREN_CERTIFICATE_FILE peker på en fil uten privat nøkkel"),
        ("CERTIFICATE_THUMBPRINT", "tull", "VEILEDEREN_CERTIFICATE_THUMBPRINT skal være avtrykket"),
        ("DATABASE_URL", "mysql://hemmelig@x", "VEILEDEREN_DATABASE_URL skal begynne med postgresql://"),
        ("DATABASE_URL", "postgresql://x:hemmelig@127.0.0.1:1/x", "Se på adressen i VEILEDEREN_DATABASE_URL"),
        (
            "DATABASE_URL",
            "postgresql://u:hemmelig#m/@ab@127.0.0.1:1/x",
            "VEILEDEREN_DATABASE_URL kan ikke leses. Er det",
        ),
        ("DATABASE_URL", "postgresql://u:hemmelig@127.0.0.1:abc/x", "VEILEDEREN_DATABASE_URL kan ikke leses. Er det"),
        ("DATABASE_URL", "postgresql://u:hemmelig@127.0.0.1:1/x?tull=1", "kjenner ikke det som står bak «?»"),
        ("DATABASE_URL", "sqlite:////dev/null/x.db", "Mappa til databasen er en fil. Se på VEILEDEREN_DATA"),
        ("APP_ID", "tull", "VEILEDEREN_APP_ID skal være en id som"),
        ("TENANTS", f"{SOMEBODY},kommune.no", "VEILEDEREN_TENANTS kan ikke brukes, nr. 2"),
        ("ADMINS", ":melhus", "VEILEDEREN_ADMINS kan ikke leses, nr. 1: skriv id"),
        ("MUNICIPALITIES", ",", "VEILEDEREN_MUNICIPALITIES skal ha minst én kommune"),
        ("PORT", "tull", "VEILEDEREN_PORT skal være et helt tall"),
        ("UNUSED_DAYS", "100", "VEILEDEREN_UNUSED_DAYS skal være mer enn"),
        ("DATA", "/proc/x", "Mappa til databasen kan ikke lages"),
        ("PORT", "99999", "VEILEDEREN_PORT kan ikke være mer enn 65535"),
        ("GRAPH", "kanskje", "VEILEDEREN_GRAPH skal være true eller false"),
        ("PLAYGROUND_PORTS", "tull", "VEILEDEREN_PLAYGROUND_PORTS skal være porter"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_do_and_never_repeated(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    monkeypatch.setenv(f"VEILEDEREN_{name}", value)
    said = told(capsys, "migrate")
    assert words in said
    assert "tull" not in said
    assert "hemmelig" not in said


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (OLD.partition(":")[2], "Nøkkel nr. 1 mangler id og kolon foran."),
        (f"{OLD},{NEW[:-5]}", "Nøkkel nr. 2 er ikke hel base64"),
        (f"{OLD};{NEW}", "Nøkkel nr. 1 er ikke hel base64: den er kanskje kuttet, eller skilt fra den neste"),
        ("old:aGVp", "Nøkkel nr. 1 er på 3 byte, og skal være på 32."),
        (f"{OLD},{OLD}", "Nøkkel nr. 2 har samme id som en annen"),
        ("x" * 300 + ":" + OLD.partition(":")[2], "Nøkkel nr. 1 har en altfor lang id."),
    ],
)
def test_a_wrong_key_is_told_by_its_number_and_what_is_wrong(
    value: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", value)
    said = told(capsys, "migrate")
    assert words in said
    assert not any(part in said for part in value.replace(",", ":").split(":") if len(part) > 3)


def test_a_misspelt_setting_is_told_of_also_beside_a_wrong_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_PORT", "tull")
    monkeypatch.setenv("VEILEDEREN_TENANT", SOMEBODY)
    monkeypatch.setenv("VEILEDEREN_FROKOST", "x")
    with pytest.raises(SystemExit):
        main(("doctor",))
    said = capsys.readouterr().out
    assert "VEILEDEREN_PORT skal være et helt tall" in said
    assert "VEILEDEREN_TENANT er ingen innstilling, og gjør ingenting. Mente du «VEILEDEREN_TENANTS»?" in said
    assert "VEILEDEREN_FROKOST er ingen innstilling, og gjør ingenting. Er navnet skrevet feil?" in said


@pytest.mark.parametrize(("typed", "is_sure"), [("ja\n", True), ("J\n", True), ("nei\n", False), ("", False)])
def test_whoever_forgets_somebody_is_asked_and_may_answer_in_norwegian(
    typed: str, is_sure: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    main_done(capsys, "migrate")
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert ("Fant ingenting om denne id-en" if is_sure else "Ingenting er slettet.") in told(capsys, "forget", SOMEBODY)


@pytest.mark.parametrize("command", ["migrate", "outbox", "stats", "lists", "backup"])
def test_without_a_key_no_command_makes_one_or_touches_the_database(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, command)
    assert "VEILEDEREN_ENCRYPTION_KEY mangler" in said
    assert "openssl rand" in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", ["outbox", "stats", "backup"])
def test_a_folder_without_a_database_is_told_and_stays_as_it_is(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    said = told(capsys, command)
    assert "Det er ingenting i databasen" in said
    assert "VEILEDEREN_DATA" in said
    assert not (tmp_path / "data").exists()


def test_only_its_owner_may_read_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    (tmp_path / "data").mkdir(mode=0o755)
    within(add_a_case)
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "data").glob("veilederen.db*")} == {0}


def test_a_file_that_is_no_database_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "veilederen.db").write_bytes(b"hei" * 1000)
    assert "Fila er ikke en hel database" in told(capsys, "migrate")


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    main_done(capsys, "migrate")
    (tmp_path / "fil").touch()
    said = told(capsys, "backup", "--to", str(tmp_path / "fil" / "kopi"))
    assert str(tmp_path / "fil") in said
    assert "ikke er en mappe" in said


@pytest.mark.parametrize(
    "command", [("lists",), ("graph", "--knowledge", "/finnes/ikke"), ("links", "--knowledge", "/finnes/ikke")]
)
def test_a_knowledge_folder_that_is_not_there_is_named(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    monkeypatch.setenv("VEILEDEREN_KNOWLEDGE", "/finnes/ikke")
    assert "VEILEDEREN_KNOWLEDGE" in told(capsys, *command)


def test_a_database_that_goes_away_in_the_middle_is_told() -> None:
    assert "VEILEDEREN_DATABASE_URL" in words_for(ConnectionResetError())


def test_what_nobody_foresaw_is_told_without_a_traceback_and_without_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(COMMANDS, "check", ("tests.cli.test_operator:fails", "feiler"))
    said = told(capsys, "check")
    assert "ZeroDivisionError, test_operator.py linje" in said
    assert "hemmelig" not in said
    monkeypatch.setenv("VEILEDEREN_DEVELOPMENT", "true")
    with pytest.raises(ZeroDivisionError):
        main(["check"])


def fails() -> None:
    raise ZeroDivisionError("hemmelig")


def main_done(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """Run a command that can be done, and return what is said."""
    with pytest.raises(SystemExit) as stopped:
        main(command)
    said = capsys.readouterr()
    assert stopped.value.code == 0, said.err
    return said.out


def test_a_change_of_key_is_followed_to_its_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    within(add_a_case)
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", f"{OLD},{NEW}")
    (said,) = [words for _, words in about() if "«new»" in words]
    assert "Er det den nye, er den ennå ikke i bruk: sett den først" in said
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", f"{NEW},{OLD}")
    assert ("se", "2 nøkler til saker er ennå") in [(kind, words[:26]) for kind, words in about()]
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", NEW)
    said = told(capsys, "outbox")
    assert "«old»" in said
    assert "Sett den inn igjen" in said
    assert [kind for kind, words in about() if "«old»" in words] == ["feil"]
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", f"{NEW},{OLD}")
    said = main_done(capsys, "migrate")
    assert "2 nøkler er pakket inn med den nye" in said
    assert "Ingen sak er låst med krypteringsnøkkelen «old»" in said
    assert "god" in [kind for kind, words in about() if "«old»" in words]
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", NEW)
    within(read_the_case)


def test_doctor_names_settings_that_are_none_and_which_database_it_looked_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    monkeypatch.setenv("VEILEDEREN_ADMIN", "x")
    (tmp_path / ".env").write_text("VEILEDEREN_DATABASE=x\nVEILEDEREN_PORT=3979\n")
    assert {"VEILEDEREN_ADMIN", "VEILEDEREN_DATABASE"} <= set(misspelt())
    assert "VEILEDEREN_PORT" not in misspelt()
    assert any("VEILEDEREN_ADMIN er ingen innstilling" in one.words for one in _about_settings(Settings()))
    within(add_a_case)
    assert any(f"SQLite-fila {tmp_path}/data/veilederen.db" in words for _, words in about())
    where = Settings(database_url="postgresql://u:hemmelig%40@vert:5432/saker?ssl=require").where
    assert where == "PostgreSQL på vert, databasen saker"


def test_a_database_of_a_newer_version_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    within(add_a_case)
    with contextlib.closing(sqlite3.connect(Settings().data / "veilederen.db")) as file, file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    for command in ("migrate", "outbox"):
        assert "Databasen er i versjon 9999" in told(capsys, command)


@pytest.mark.parametrize("options", ["ssl=require", "sslmode=require", "application_name=x&sslmode=require"])
def test_encryption_is_asked_for_as_azure_and_libpq_write_it(options: str) -> None:
    assert async_url(f"postgresql://u:p@h/x?{options}").endswith("ssl=require")
    assert "sslmode" not in async_url(f"postgresql://u:p@h/x?{options}")
    assert Settings(_env_file=None, database_url=f"postgresql://u:p%40@h:5432/x?{options}").url


def test_what_sqlalchemy_has_wrapped_is_told_as_what_it_is() -> None:
    """A user of PostgreSQL who may make no tables, as migrations run."""
    wrapped = RuntimeError("asyncpg's, as SQLAlchemy shows it")
    wrapped.__cause__ = InsufficientPrivilegeError("no")
    assert "ikke lov til å lage" in words_for(StoreUnopened(kind_of(DBAPIError("CREATE", None, wrapped))))


def test_a_copy_is_put_back_after_a_try_with_the_wrong_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    within(add_a_case)
    main_done(capsys, "backup", "--to", str(tmp_path / "kopi"))
    (rows,) = (path for path in (tmp_path / "kopi").iterdir() if path.name != KEYS_NAME)
    monkeypatch.setenv("VEILEDEREN_DATA", str(tmp_path / "other"))
    for wrong in (WRONG, WRONG.replace("wrong", "old")):
        monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", wrong)
        said = told(capsys, "restore", str(rows))
        assert "VEILEDEREN_ENCRYPTION_KEY passer ikke til kopien" in said
        assert "Ingenting er lagt tilbake" in said
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    assert "fila med nøkler" in told(capsys, "restore", str(rows.with_name(KEYS_NAME)))
    assert "Saker: 1." in main_done(capsys, "restore", str(rows))
    within(read_the_case)


def test_doctor_reminds_of_a_newer_database_that_is_accepted() -> None:
    found = [one.words for one in _about_settings(Settings(_env_file=None, newer_database="0012"))]
    assert [words for words in found if "VEILEDEREN_NEWER_DATABASE=0012" in words]
    assert not [one for one in _about_settings(Settings(_env_file=None)) if "NEWER_DATABASE" in one.words]


def about(told: tuple[int, str] | None = None) -> list[tuple[str, str]]:
    """Return what doctor says of the database."""
    knowledge = load_knowledge(ROOT / "knowledge")

    async def ask() -> list[tuple[str, str]]:
        return [said async for said in about_database(Settings(), knowledge, told)]

    return asyncio.run(ask())


def test_a_municipality_named_twice_is_offered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_MUNICIPALITIES", "stjordal,melhus,stjordal")
    assert Settings(_env_file=None).municipalities == ("stjordal", "melhus")


def test_doctor_says_that_somebody_has_changed_the_audit_trail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)

    async def note_and_change(store: SqlStore) -> None:
        await fill(store)
        await tamper(store, "UPDATE audit SET what = 'test.x' WHERE seq = 5")

    within(fill)
    assert [kind for kind, words in about() if "Revisjonssporet" in words] == ["god"]
    assert [words for kind, words in about(told=(12, "0000")) if kind == "feil" and "12:0000" in words]
    within(note_and_change)
    assert [words for kind, words in about() if "Revisjonssporet" in words and kind == "feil" and "nr. 5" in words]


def test_doctor_names_cases_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    within(add_a_case)
    within(lambda store: tamper(store, "UPDATE cases SET body = X'00'"))
    (said,) = [words for kind, words in about() if kind == "feil"]
    assert said.startswith(f"1 saker kan ikke leses: {a_case().code}.")


def test_roles_that_nobody_gets_are_told() -> None:
    profiles = load_knowledge(ROOT / "knowledge").profiles
    good = Settings(
        _env_file=None,
        admins=f"{SOMEBODY}, group:{SOMEBODY}",
        editors=f"{SOMEBODY.upper()}:melhus",
        leaders=f"{SOMEBODY}:stjordal/komp_0_18,group:{SOMEBODY}:frosta",
    )
    assert list(roles_for_nobody(good, profiles)) == []
    assert good.editors == (f"{SOMEBODY}:melhus",), "ids are compared as Teams writes them"
    wrong = Settings(
        _env_file=None,
        admins=f"ola@kommune.no,{SOMEBODY}:melhus",
        editors=f"{SOMEBODY}:trondheim,{SOMEBODY}:melhus/team",
        leaders=f"{SOMEBODY}:stjordal/tull",
    )
    found = list(roles_for_nobody(wrong, profiles))
    assert [words.partition(":")[0] for words in found] == [
        "VEILEDEREN_ADMINS, nr. 1",
        "VEILEDEREN_ADMINS, nr. 2",
        "VEILEDEREN_EDITORS, nr. 1",
        "VEILEDEREN_EDITORS, nr. 2",
        "VEILEDEREN_LEADERS, nr. 1",
    ]
    assert "komp_0_18" in found[-1]
