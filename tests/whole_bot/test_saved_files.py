"""A knowledge file that is saved in the folder is taken into use by a running bot, once, and again after trouble."""

from __future__ import annotations

import asyncio
import os
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import bot.main
from bot.content.versions import saved_stamp
from bot.settings import Settings
from bot.turns.library import Library
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name in ("texts.yaml", "articles/svar.md", "notes.tmp"):
        (tmp_path / name).write_text("x", "utf-8")
    return tmp_path


def save(path: Path, text: str = "x") -> None:
    """Save a file a moment later, so that its time differs however coarse the clock of the disk is."""
    later = (path.stat().st_mtime_ns if path.exists() else 0) + 10**9
    path.write_text(text, "utf-8")
    os.utime(path, ns=(later, later))


def test_the_stamp_of_a_folder_is_another_one_when_anything_in_it_was_saved_added_or_taken_away(folder: Path) -> None:
    stamps = [saved_stamp(folder)]
    for name in ("articles/svar.md", "articles/nytt.md"):
        save(folder / name)
        stamps.append(saved_stamp(folder))
    (folder / "texts.yaml").unlink()
    stamps.append(saved_stamp(folder))
    assert len(set(stamps)) == len(stamps)
    save(folder / "notes.tmp")
    assert saved_stamp(folder) == stamps[-1]


async def test_what_is_saved_is_read_once_and_tried_again_when_it_could_not_be_taken(folder: Path) -> None:
    calls: list[str] = []

    async def read_again() -> bool:
        calls.append("read")
        if len(calls) == 1:
            raise OSError
        return True

    library = SimpleNamespace(edition=0, read_again=read_again, problems=(), knowledge=SimpleNamespace(version="v"))
    inside: Any = SimpleNamespace(library=library)
    seen = saved_stamp(folder)
    look = bot.main._folder_watch(Settings(_env_file=None, development=True, knowledge=folder), inside, seen)
    await look()
    assert calls == []
    save(folder / "texts.yaml")
    with pytest.raises(OSError):
        await look()
    await look()
    await look()
    assert calls == ["read", "read"]


async def test_what_was_saved_while_the_bot_was_starting_is_taken_into_use(folder: Path) -> None:
    calls: list[str] = []

    async def read_again() -> None:
        calls.append("read")

    library = SimpleNamespace(edition=0, read_again=read_again, problems=())
    inside: Any = SimpleNamespace(library=library)
    before_reading = saved_stamp(folder)
    save(folder / "texts.yaml")
    await bot.main._folder_watch(Settings(_env_file=None, development=True, knowledge=folder), inside, before_reading)()
    assert calls == ["read"]


async def test_an_edition_published_while_the_folder_is_read_stays_in_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, published = threading.Event(), threading.Event()

    def slowly(*_: Any) -> Any:
        begun.set()
        assert published.wait(10)
        return shelf()

    monkeypatch.setattr("bot.turns.library.read_shelf", slowly)
    library = Library(folder, shelf(), (), lambda *_: frozenset(), MovableClock())
    reading = asyncio.ensure_future(library.read_again())
    await asyncio.to_thread(begun.wait, 10)
    edition = replace(shelf())
    library.put_up(edition, 1)
    published.set()
    assert await reading is False
    assert library.shelf is edition
