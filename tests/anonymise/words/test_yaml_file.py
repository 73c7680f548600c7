"""The editor lists are read as words."""

from pathlib import Path

import pytest

from bot.anonymise.words.yaml_file import read_yaml


def test_words_that_old_yaml_takes_for_truth_are_words(tmp_path: Path) -> None:
    """«No» is nynorsk for now: as a truth value it would never be found in anybody's text."""
    (tmp_path / "ord.yaml").write_text("a: [no, No, yes, on, off, true, False]", "utf-8")
    assert read_yaml(tmp_path / "ord.yaml") == {"a": ["no", "No", "yes", "on", "off", True, False]}


def test_a_file_without_keys_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ord.yaml").write_text("- a", "utf-8")
    with pytest.raises(ValueError, match=r"ord\.yaml"):
        read_yaml(tmp_path / "ord.yaml")
