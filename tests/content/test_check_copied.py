"""What a municipality's file took along from the one it was copied from is told of, and the files of ours name no
other."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.content.check_copied import check_copied
from bot.content.profile_file import load_profiles
from tests.content.knowledge_copy import KNOWLEDGE


def told(folder: Path) -> list[str]:
    return [str(one) for one in check_copied(folder, load_profiles(folder))]


def test_none_of_our_files_names_another_municipality() -> None:
    assert told(KNOWLEDGE) == []


def test_a_copied_file_is_told_of_where_the_name_still_stands(tmp_path: Path) -> None:
    for part in ("kommuner", "sources"):
        shutil.copytree(KNOWLEDGE / part, tmp_path / part)
    own = tmp_path / "kommuner" / "eksempelvik.yaml"
    text = (tmp_path / "kommuner" / "frosta.yaml").read_text("utf-8")
    text = text.replace("municipality: frosta", "municipality: eksempelvik").replace(
        "name: Frosta", "name: Eksempelvik"
    )
    own.write_text(text, "utf-8")
    found = told(tmp_path)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "Frosta" in line and line[0] != "#"]
    assert found
    assert [f"kommuner/eksempelvik.yaml, linje {number}: Her står «Frosta»" for number in lines] == [
        one.partition(",")[0] + "," + one.partition(",")[2].partition(", som")[0] for one in found
    ]
