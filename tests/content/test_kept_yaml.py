"""What was parsed is used again only for the same bytes, by the same program, and gives exactly the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.content import kept_yaml as kept
from bot.content import yaml_file
from bot.content.kept_yaml import NAME, kept_yaml
from bot.content.knowledge import content_hash, load_knowledge
from bot.content.problem import KnowledgeError
from bot.content.versions import read_files, saved_stamp
from bot.content.yaml_file import parse_yaml

KNOWLEDGE = Path("knowledge")
TEXT = "a: 1\nb: [ja, 'nei', 2026-11-27, ~, 1.5, '2026-11-27', 'true', true]\nc: {æ: \"én\\ntil\"}\n"
DATA = {"a": 1, "b": ["ja", "nei", date(2026, 11, 27), None, 1.5, "2026-11-27", "true", True], "c": {"æ": "én\ntil"}}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is parsed, and not taken from what is kept."""
    texts: list[str] = []
    parse = yaml_file._parsed
    monkeypatch.setattr(yaml_file, "_parsed", lambda text, *rest: texts.append(text) or parse(text, *rest))
    return texts


def read(folder: Path, *texts: str, is_all: bool = True) -> list[Any]:
    with kept_yaml(folder, is_all=is_all):
        return [parse_yaml(text.encode(), "prøve.yaml").data for text in texts]


def test_what_is_kept_is_what_was_parsed(tmp_path: Path, parsed: list[str]) -> None:
    assert [repr(read(tmp_path, TEXT, "")) for _ in range(2)] == [repr([DATA, None])] * 2
    assert parsed == [TEXT, ""]


def test_the_knowledge_is_the_same_from_what_is_kept(tmp_path: Path, parsed: list[str]) -> None:
    for path, raw in read_files(KNOWLEDGE).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    both = []
    for _ in range(2):
        parsed.clear()
        with kept_yaml(tmp_path):
            knowledge = load_knowledge(tmp_path)
            texts = {"texts": vars(knowledge.texts), "nynorsk": vars(knowledge.nynorsk)}
            both.append({**vars(knowledge), **texts})
    assert not parsed
    assert both[0] == both[1]


def test_other_bytes_are_parsed(tmp_path: Path, parsed: list[str]) -> None:
    read(tmp_path, TEXT)
    parsed.clear()
    assert read(tmp_path, TEXT.replace("1", "2", 1)) == [{**DATA, "a": 2}]
    assert len(parsed) == 1


@pytest.mark.parametrize("text", ["2: to\n", "a: 2026-11-27 10:00:00\n", '"\\0date": "2026-11-27"\n'])
def test_what_json_would_change_is_not_kept(text: str, tmp_path: Path, parsed: list[str]) -> None:
    assert read(tmp_path, text) == read(tmp_path, text)
    assert parsed == [text] * 2


def test_another_program_parses_anew(tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path, TEXT)
    monkeypatch.setattr(kept, "_program", lambda: b"a later one")
    read(tmp_path, TEXT)
    read(tmp_path, TEXT)
    assert parsed == [TEXT] * 2


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "of something else"])
def test_a_damaged_file_is_made_anew(damage: str, tmp_path: Path, parsed: list[str]) -> None:
    read(tmp_path, TEXT)
    whole = (tmp_path / NAME).read_bytes()
    changed = whole.replace(b"nei", b"nej")
    wrong = {"cut": whole[:-5], "changed": changed, "empty": b"", "of something else": b"\xff\n\n"}
    (tmp_path / NAME).write_bytes(wrong[damage])
    assert [read(tmp_path, TEXT) for _ in range(2)] == [[DATA]] * 2
    assert parsed == [TEXT] * 2
    assert (tmp_path / NAME).read_bytes() == whole


def test_what_is_no_longer_there_goes_when_all_is_read(tmp_path: Path, parsed: list[str]) -> None:
    read(tmp_path, TEXT, "a: 1")
    read(tmp_path, "a: 1", "a: 2", is_all=False)
    read(tmp_path, TEXT, "a: 1", "a: 2")
    assert parsed == [TEXT, "a: 1", "a: 2"]
    read(tmp_path, "a: 1")
    read(tmp_path, TEXT)
    assert parsed == [TEXT, "a: 1", "a: 2", TEXT]


def test_where_nothing_is_read_nothing_is_left_and_the_next_start_reads(tmp_path: Path, parsed: list[str]) -> None:
    read(tmp_path, TEXT)
    assert read(tmp_path) == []
    assert read(tmp_path, TEXT) == [DATA]
    assert parsed == [TEXT] * 2


def test_a_file_with_an_error_is_told_of_every_time(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(KnowledgeError):
            read(tmp_path, TEXT, "a: *b")
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_written_it_is_parsed_every_time(tmp_path: Path, parsed: list[str]) -> None:
    assert read(tmp_path / "none", TEXT) == read(tmp_path / "none", TEXT) == [DATA]
    assert parsed == [TEXT] * 2
    assert not list(tmp_path.iterdir())


def test_what_is_kept_is_no_knowledge(tmp_path: Path) -> None:
    (tmp_path / "topics.tsv").write_text("a\tb\n", encoding="utf-8")
    before = content_hash(tmp_path), saved_stamp(tmp_path), read_files(tmp_path)
    read(tmp_path, TEXT)
    assert (tmp_path / NAME).exists()
    assert (content_hash(tmp_path), saved_stamp(tmp_path), read_files(tmp_path)) == before
