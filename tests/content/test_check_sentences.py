"""A sentence that is called something else, or asks for what nobody knows, is told of by file, name and what to do, and
never comes into use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.content.check_sentences import LIST, sentences_wrong
from bot.turns.library import Library
from tests.content.knowledge_copy import KNOWLEDGE
from tests.content.sentences import as_list
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(KNOWLEDGE / "texts", tmp_path / "texts")
    return tmp_path


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def told(folder: Path) -> list[str]:
    return [str(one) for one in sentences_wrong(folder)]


def test_the_projects_own_sentences_are_right() -> None:
    assert sentences_wrong(KNOWLEDGE) == []


def test_the_list_of_what_the_program_asks_for_is_of_these_sentences() -> None:
    assert LIST.read_text("utf-8") == as_list(), "a sentence is new or gone: run python -m tests.content.sentences"


@pytest.mark.parametrize("standard", ["nb", "nn"])
def test_a_sentence_that_has_another_name_is_told_once_with_both_names(folder: Path, standard: str) -> None:
    change(folder, f"texts/{standard}/case.yaml", "\nnotice_claimed_own:", "\nhallo:")
    said = told(folder)
    assert said[0] == (
        f"texts/{standard}/case.yaml, «notice_claimed_own»: Setningen «notice_claimed_own» er borte. Boten trenger "
        "den. Heter den nå «hallo»? La navnet foran kolonet være «notice_claimed_own», og endre bare teksten etter det."
    )
    assert len(said) == 1


def test_a_sentence_that_is_taken_out_is_to_be_put_back(folder: Path) -> None:
    path = folder / "texts/nb/calls.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    gone = next(number for number, line in enumerate(lines) if line[:1].isalpha())
    path.write_text("".join(lines[:gone] + lines[gone + 1 :]), "utf-8")
    (said,) = told(folder)
    assert said.startswith("texts/nb/calls.yaml, «")
    assert said.endswith("er borte. Boten trenger den. Sett den inn igjen.")


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("notice_claimed_own: \"{code}:", "notice_claimed_own: \"{kode}:", " Mente du «code»?"),
        ("notice_claimed_own: \"{code}:", "notice_claimed_own: \"{barnet}:", " Her kan det stå {code}."),
        (
            "notice_taken_over_more: \"Alt",
            "notice_taken_over_more: \"{alt}",
            " I denne setningen kan det ikke stå noe i {krøllparentes}.",
        ),
    ],
)  # fmt: skip
def test_a_blank_that_nobody_can_fill_is_told_with_what_may_stand_there(
    folder: Path, old: str, new: str, hint: str
) -> None:
    change(folder, "texts/nb/case.yaml", old, new)
    said = told(folder)[0]
    assert said.startswith("texts/nb/case.yaml, linje ")
    assert f"Boten vet ikke hva den skal sette inn for {{{new.partition('{')[2].partition('}')[0]}}}." in said
    assert said.endswith(hint)


def test_a_blank_that_was_taken_out_may_be_put_back(folder: Path) -> None:
    change(folder, "texts/nb/case.yaml", 'notice_claimed_own: "{code}:', 'notice_claimed_own: "Sak:')
    assert told(folder) == [], "nor need it be taken out of the one in nynorsk too"
    change(folder, "texts/nn/case.yaml", 'notice_claimed_own: "{code}:', 'notice_claimed_own: "Sak:')
    assert told(folder) == []


def test_a_file_that_is_gone_is_told_of(folder: Path) -> None:
    (folder / "texts/nb/calls.yaml").unlink()
    assert "texts/nb/calls.yaml: Boten trenger denne fila. Den kan ikke slettes." in told(folder)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("texts/nb/case.yaml", "\nnotice_claimed_own:", "\nhallo:"),
        ("texts/nb/case.yaml", 'notice_claimed_own: "{code}:', 'notice_claimed_own: "{kode}:'),
        ("guides/bekymring.yaml", "\n  hva_na:", "\n  hva_naa:"),
    ],
)
async def test_a_folder_in_which_a_name_is_changed_never_replaces_the_one_in_use(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    shutil.copytree(KNOWLEDGE, tmp_path / "knowledge")
    change(tmp_path / "knowledge", file, old, new)
    library = Library(tmp_path / "knowledge", shelf(), (), lambda *_: frozenset(), MovableClock())
    assert await library.read_again() is False
    assert library.shelf is shelf()
    assert {one.file for one in library.problems} == {file}
