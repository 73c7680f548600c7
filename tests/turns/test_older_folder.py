"""A knowledge folder or an edition made for an earlier version of the program never keeps the bot from starting, nor
breaks off a turn: what it lacks is said as the program says it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.content.problem import KnowledgeError
from bot.content.versions import read_files, version_of
from bot.content.versions_merge import merged, with_todays_sentences
from bot.turns import library as library_module
from bot.turns.change_checks import ChangeChecks
from bot.turns.library import Library, Shelf, read_folder, read_shelf
from tests.content.knowledge_copy import KNOWLEDGE
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock

CASE = "texts/nb/case.yaml"
NEW = "notice_claimed_own"
"""A sentence that an earlier folder does not have."""
BLANK = "notice_taken_over_more"


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def without(folder: Path, file: str, key: str) -> None:
    lines = (folder / file).read_text("utf-8").splitlines(keepends=True)
    (folder / file).write_text("".join(line for line in lines if not line.startswith(f"{key}:")), "utf-8")


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of before: one sentence is not there yet, and another asks for what is no longer filled in."""
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    without(folder, CASE, NEW)
    without(folder, CASE.replace("/nb/", "/nn/"), NEW)
    change(folder, CASE, f'{BLANK}: "', f'{BLANK}: "{{before}} ')

    def quickly(directory: Path, like: Shelf | None = None) -> Shelf:
        return read_shelf(directory, like or shelf())

    monkeypatch.setattr(library_module, "read_shelf", quickly)
    return folder


def test_the_bot_starts_with_a_folder_of_before_and_the_programs_own_sentences(older: Path) -> None:
    started = read_folder(older)
    own = shelf().knowledge
    for key in (NEW, BLANK):
        assert started.knowledge.texts.raw(f"case.{key}") == own.texts.raw(f"case.{key}")
    assert started.knowledge.nynorsk is not None
    assert own.nynorsk is not None
    assert started.knowledge.nynorsk.raw(f"case.{NEW}") == own.nynorsk.raw(f"case.{NEW}")
    assert f"\n{NEW}:".encode() in started.files[CASE], "an editor can publish on top of it"
    assert {one.where for one in started.lacking} == {NEW, BLANK}


async def test_what_is_saved_later_in_such_a_folder_is_taken_unless_more_is_wrong(older: Path) -> None:
    library = Library(older, read_folder(older), (), lambda *_: frozenset(), MovableClock())
    change(older, CASE, "\nnotice_closed:", "\n# Et ord til redaktøren.\nnotice_closed:")
    assert await library.read_again() is True
    assert library.knowledge.texts.raw(f"case.{NEW}") == shelf().knowledge.texts.raw(f"case.{NEW}")
    in_use = library.shelf
    change(older, CASE, "\nnotice_closed:", "\nnotice_shut:")
    assert await library.read_again() is False
    assert library.shelf is in_use


def test_where_the_programs_own_folder_lacks_it_too_the_bot_does_not_start(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "OWN", older)
    with pytest.raises(KnowledgeError) as refused:
        read_folder(older)
    assert {one.where for one in refused.value.problems} == {NEW, BLANK}


def test_an_edition_of_before_is_used_with_the_sentences_that_are_in_use(older: Path, tmp_path: Path) -> None:
    library = Library(KNOWLEDGE, shelf(), (), lambda *_: frozenset(), MovableClock())
    checks = ChangeChecks(library, MovableClock(), tmp_path / "editions")
    read, problems = checks.tried(files := read_files(older), version_of(files))
    assert problems == ()
    assert read is not None
    assert read.knowledge.texts.raw(f"case.{NEW}") == shelf().knowledge.texts.raw(f"case.{NEW}")


def test_only_the_sentence_that_can_no_longer_be_filled_in_is_taken_from_an_editor(older: Path) -> None:
    change(older, CASE, '\nnotice_closed: "', '\nnotice_closed: "Kjære deg. ')
    own, theirs = shelf().files[CASE], (older / CASE).read_bytes()
    changes, kept = merged({CASE: "what both have changed since"}, {CASE: own}, {CASE: theirs})
    assert kept == [CASE]
    made = changes[CASE]
    assert made is not None
    assert b"{before}" not in made
    assert '\nnotice_closed: "Kjære deg. '.encode() in made
    assert f"\n{NEW}:".encode() in made


def test_an_edition_of_before_can_be_gone_back_to(older: Path) -> None:
    files = shelf().files
    back = with_todays_sentences(files, {CASE: (older / CASE).read_bytes()})[CASE]
    assert back is not None
    assert b"{before}" not in back
