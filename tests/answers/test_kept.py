"""What was read for an index is used again only when it is whole and was read from the same, by the same program."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.answers import index as index_module
from bot.answers import kept
from bot.answers.index import AnswerIndex, build_index
from bot.answers.kept import NAME, keep_material, kept_material
from bot.answers.lexicon import Lexicon
from bot.answers.material import Material
from bot.answers.result import SearchResult
from bot.content.article import Article
from bot.content.knowledge import content_hash
from bot.content.source import load_sources
from bot.content.versions import read_files, saved_stamp
from tests.answers.conftest import KNOWLEDGE

QUESTIONS = (
    "kan jeg snakke med helsesykepleier om en elev?",
    "når skal jeg melde til barnevernet",
    "taushetspligt for lærarar. hun er fjorten",
    "can I tell the teacher?",
    "takk skal du ha",
    "hvor mye er lønna mi",
    "§ 13-2",
    "zzz",
    "",
)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def few(articles: dict[str, Article]) -> dict[str, Article]:
    return {slug: articles[slug] for slug in sorted(articles)[:12]}


@pytest.fixture
def words(lexicon: Lexicon, few: dict[str, Article]) -> Lexicon:
    asked = tuple((slug, question) for slug, question in lexicon.more_questions if slug in few)
    return replace(lexicon, more_questions=asked, off_topic=lexicon.off_topic[:50])


def is_read(folder: Path, articles: dict[str, Article], words: Lexicon, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether the texts are read, and not what is kept of them."""
    read: list[object] = []

    def reading(*given: object) -> object:
        read.append(given)
        return read_material(*given)

    read_material = index_module.read_material
    with monkeypatch.context() as patched:
        patched.setattr(index_module, "read_material", reading)
        build_index(articles, words, kept_in=folder)
    return bool(read)


def found(index: AnswerIndex) -> list[SearchResult]:
    return [index.search(question, role="skole", municipality="stjordal") for question in QUESTIONS]


def test_an_index_of_what_is_kept_finds_the_same(
    tmp_path: Path, articles: dict[str, Article], lexicon: Lexicon, index: AnswerIndex
) -> None:
    first, second = (build_index(articles, lexicon, load_sources(KNOWLEDGE), kept_in=tmp_path) for _ in range(2))
    assert found(first) == found(second) == found(index)
    assert [second.explain(question) for question in QUESTIONS] == [index.explain(question) for question in QUESTIONS]


def test_what_is_the_same_is_read_once(
    tmp_path: Path, few: dict[str, Article], words: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_read(tmp_path, few, words, monkeypatch)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert not is_read(tmp_path, few, words, monkeypatch)


def test_what_has_changed_is_read_anew(
    tmp_path: Path, few: dict[str, Article], words: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = next(iter(few.values()))
    asked = {**few, one.slug: one.model_copy(update={"asked_as": (*one.asked_as, "en ny måte å spørre på")})}
    changes = (
        (asked, words),
        (few, replace(words, spellings={**words.spellings, "oppdiktetord": "barn"})),
        (few, replace(words, also_norwegian=words.also_norwegian | {"oppdiktetord"})),
        (few, replace(words, off_topic=(*words.off_topic, "hvor er nøkkelen til sykkelboden"))),
        (dict(list(few.items())[1:]), words),
    )
    for articles, lists in changes:
        build_index(few, words, kept_in=tmp_path)
        assert is_read(tmp_path, articles, lists, monkeypatch)
        assert not is_read(tmp_path, articles, lists, monkeypatch)


def test_another_program_reads_anew(
    tmp_path: Path, few: dict[str, Article], words: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(few, words, kept_in=tmp_path)
    monkeypatch.setattr(kept, "_program", lambda: b"a later one")
    assert is_read(tmp_path, few, words, monkeypatch)


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "of something else"])
def test_a_damaged_file_is_made_anew(
    damage: str, tmp_path: Path, few: dict[str, Article], words: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(few, words, kept_in=tmp_path)
    file = tmp_path / NAME
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    wrong = {"cut": file.read_bytes()[: len(content) // 2], "changed": bytes(content), "empty": b""}
    if damage in wrong:
        file.write_bytes(wrong[damage])
    else:
        with file.open("wb") as other:
            np.savez(other, stamp=np.array([object()], dtype=object))
    assert is_read(tmp_path, few, words, monkeypatch)
    assert not is_read(tmp_path, few, words, monkeypatch)


def test_whichever_byte_is_damaged_nothing_is_raised(tmp_path: Path) -> None:
    keep_material(tmp_path, "x", Material(*(np.arange(2, dtype=np.float32) for _ in Material._fields)))
    whole = (tmp_path / NAME).read_bytes()
    names = [at for at in range(len(whole)) if whole.startswith(b"PK", at)]
    for at in (one + beside for one in names for beside in range(12)):  # how each array is packed stands there
        for wrong in (0x01, 0xFF):
            (tmp_path / NAME).write_bytes(whole[:at] + bytes([whole[at] ^ wrong]) + whole[at + 1 :])
            kept_material(tmp_path, "x")


def test_where_nothing_can_be_written_it_is_read_every_time(
    tmp_path: Path, few: dict[str, Article], words: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_read(tmp_path / "none", few, words, monkeypatch)
    assert is_read(tmp_path / "none", few, words, monkeypatch)
    assert not list(tmp_path.iterdir())


def test_every_process_knows_it_again() -> None:
    """No order that is another one in each process is part of the stamp."""
    program = (
        "from pathlib import Path; from bot.answers.kept import stamp_of; from bot.answers.material import Told\n"
        "from bot.answers.lexicon import load_lexicon\n"
        "print(stamp_of(Told([0], ['en'], ['to'], 0), load_lexicon(Path('knowledge'))))"
    )
    stamps = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(stamps) == 1


def test_what_is_kept_is_no_knowledge(tmp_path: Path, few: dict[str, Article], words: Lexicon) -> None:
    (tmp_path / "topics.tsv").write_text("a\tb\n", encoding="utf-8")
    before = content_hash(tmp_path), saved_stamp(tmp_path), read_files(tmp_path)
    build_index(few, words, kept_in=tmp_path)
    assert (tmp_path / NAME).exists()
    assert (content_hash(tmp_path), saved_stamp(tmp_path), read_files(tmp_path)) == before
