"""Commands look at what editors have published, and say what they look at."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import check, export, links
from bot.cli.knowledge_in_use import knowledge_in_use
from bot.cli.open_store import opened_store
from bot.content.versions import version_of
from bot.content.versions_edit import with_section
from bot.domain.published import Edition
from bot.settings import Settings
from tests.fakes.knowledge import shelf

ARTICLE = "articles/taushetsplikt-hva.md"
WORDS = "Testordet står bare i det som er publisert."


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VEILEDEREN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("VEILEDEREN_DEVELOPMENT", "true")
    return tmp_path / "data"


def publish(changes: Mapping[str, bytes] | None = None) -> None:
    """Publish the folder with changes; those of the answer when nothing else is asked for."""
    edited = {ARTICLE: with_section(shelf().files[ARTICLE], "Kort svar", WORDS)}
    files = {**shelf().files, **(changes or edited)}
    hashes = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}

    async def keep() -> None:
        async with opened_store(Settings(), migrate=True) as store, store.unit_of_work() as uow:
            edition = Edition(1, version_of(files), hashes, datetime.now(UTC), "skjema", "", ())
            await uow.editions.add(edition, files, None)
            await uow.commit()

    asyncio.run(keep())


def test_the_lawyer_gets_the_text_that_is_published(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish()
    export.export(out=tmp_path / "svar.md")
    assert "utgave 1, den siste som er publisert" in capsys.readouterr().out
    assert WORDS in (tmp_path / "svar.md").read_text(encoding="utf-8")
    export.export(out=tmp_path / "mappe.md", knowledge=Path("knowledge"))
    assert "ikke på det som er publisert" in capsys.readouterr().out
    assert WORDS not in (tmp_path / "mappe.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [lambda: check.command(only=ARTICLE, kort=True), lambda: links.links(offline=True)])
def test_the_check_and_the_links_say_which_knowledge_they_look_at(
    command: Callable[[], object], data: Path, capsys: pytest.CaptureFixture[str], no_search_for_persons: None
) -> None:
    command()
    assert "Ingenting er publisert" in capsys.readouterr().out
    publish()
    command()
    assert "utgave 1" in capsys.readouterr().out


def test_a_database_that_cannot_be_opened_is_said(data: Path) -> None:
    data.mkdir()
    (data / "veilederen.db").write_bytes(b"no database")
    with knowledge_in_use() as (folder, words):
        assert folder == Path("knowledge")
        assert "Databasen kan ikke åpnes" in words
