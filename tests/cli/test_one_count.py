"""What the municipality must fill in is counted once and in one way, and `doctor` looks at what is in use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.cli import check
from bot.cli.doctor import doctor
from bot.content.form_lists import missing
from bot.turns.digest import Asked, digest_lines
from tests.cli.test_knowledge_in_use import data, publish
from tests.fakes.knowledge import shelf

__all__ = ["data"]

FROSTA = "kommuner/frosta.yaml"
DECIDED = b"archive_decision: Sakene bevares i 90 dager.\nretention_days: 90\n"


def decided() -> dict[str, bytes]:
    """Frosta's file with the decision on retention filled in."""
    lines = shelf().files[FROSTA].splitlines(keepends=True)
    return {FROSTA: b"".join(DECIDED if one.startswith(b"archive_decision:") else one for one in lines)}


def doctor_says(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    with pytest.raises(SystemExit):
        doctor()
    return capsys.readouterr().out


def test_check_doctor_the_overview_and_the_editors_list_tell_the_same_number(
    data: Path, capsys: pytest.CaptureFixture[str], no_search_for_persons: None
) -> None:
    number = len(missing(shelf().files))
    check.command(kort=True)
    assert f", {number} må fylles ut av kommunen." in capsys.readouterr().out
    assert f"{number} må fylles ut av kommunen" in doctor_says(capsys)
    told = digest_lines(shelf().knowledge, shelf().files, Asked(), date(2026, 11, 27))
    assert any(one.startswith(f"{number} ") and "må fylles ut" in one for one in told)


def test_doctor_looks_at_what_editors_have_published(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = doctor_says(capsys)
    assert "terskelen" not in before
    assert "Ingenting er publisert" in before
    assert "Frosta (90 dager)" in before
    publish(decided())
    after = doctor_says(capsys)
    assert "utgave 1, den siste som er publisert" in after
    assert "Frosta (90 dager)" not in after
    assert f"{len(missing(shelf().files)) - 1} må fylles ut av kommunen" in after


@pytest.mark.parametrize(("theirs", "risk"), [("0.1", "blir fare oversett"), ("-0.9", "varsler boten oftere")])
def test_doctor_tells_of_a_threshold_of_danger_that_is_not_the_programs(
    data: Path, capsys: pytest.CaptureFixture[str], theirs: str, risk: str
) -> None:
    rules = shelf().files["words/acute.yaml"].decode()
    (before,) = (line for line in rules.splitlines() if line.startswith("threshold:"))
    publish({"words/acute.yaml": rules.replace(before, f"threshold: {theirs}").encode()})
    said = doctor_says(capsys)
    assert f"har publisert terskelen {theirs.replace('.', ',')} i words/acute.yaml" in said
    assert f"prøvd med {before.removeprefix('threshold: ').replace('.', ',')}" in said
    assert risk in said
