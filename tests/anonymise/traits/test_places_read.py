"""The lists of local names say which names were read in an open source, where and when; the rest is marked as not."""

from pathlib import Path

import pytest

from bot.anonymise.words.yaml_file import read_yaml

FOLDER = Path(__file__).parents[3] / "knowledge" / "anonymising" / "steder"
KINDS = ("skoler", "barnehager", "bygder", "veier", "foreninger", "hendelser")
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_name_that_was_read_stands_in_a_list_with_source_address_and_date(path: Path) -> None:
    data = read_yaml(path)
    listed = {name for kind in KINDS for name in data.get(kind, ())}
    assert data["lest"], "at least one source was read for every municipality"
    for source in data["lest"]:
        assert source["source"]
        assert source["url"].startswith("http")
        assert source["checked_on"].year >= 2026
        assert set(source["names"]) <= listed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_not_read_is_still_for_the_municipality_to_confirm(path: Path) -> None:
    assert "må bekreftes av kommunen" in read_yaml(path)["source"]
