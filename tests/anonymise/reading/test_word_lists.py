"""The lists are complete, say where they come from, and a missing one stops the start with its name."""

import shutil
from pathlib import Path

import pytest

from bot.anonymise import load_anonymiser
from bot.anonymise.words.vocabulary import WordListMissing
from tests.anonymise.conftest import KNOWLEDGE


def test_every_list_stands_in_the_readme_with_its_source() -> None:
    readme = (KNOWLEDGE / "README.md").read_text(encoding="utf-8")
    missing = [path.name for path in KNOWLEDGE.iterdir() if path.is_file() and path.name not in readme]
    assert missing == ["README.md"]


def test_the_lists_together_stay_under_three_megabytes() -> None:
    assert sum(path.stat().st_size for path in KNOWLEDGE.rglob("*") if path.is_file()) < 3_000_000


@pytest.mark.parametrize("name", ["fornavn.txt", "ordliste.txt", "ord.yaml", "trygge-uttrykk.txt", "land.txt"])
def test_a_missing_list_is_named(tmp_path: Path, name: str) -> None:
    copy = tmp_path / "lists"
    shutil.copytree(KNOWLEDGE, copy)
    (copy / name).unlink()
    with pytest.raises(WordListMissing, match=name):
        load_anonymiser(copy)


def test_all_six_municipalities_have_places_with_a_source() -> None:
    for name in ("melhus", "stjordal", "frosta", "meraker", "selbu", "tydal"):
        text = (KNOWLEDGE / "steder" / f"{name}.yaml").read_text(encoding="utf-8")
        assert "source:" in text
        assert "må bekreftes av kommunen" in text
