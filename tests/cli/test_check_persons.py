"""The check refuses persons in published content, and names the lists nobody has held against a source. That nobody is
named in the knowledge itself is what `make check` looks for."""

from pathlib import Path

import pytest

from bot.anonymise import WeightsMissing
from bot.cli.check_persons import check_persons

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


def copied(tmp_path: Path, practice: str) -> Path:
    (tmp_path / "anonymising").symlink_to(KNOWLEDGE / "anonymising")
    (tmp_path / "articles").mkdir()
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "ny-her.yaml").write_text(practice, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("named", ["Kari Hansen", "Edon", "en elev født 12.03.2014", "en elev i Storgata 5"])
def test_an_invented_person_in_a_practice_case_is_refused(tmp_path: Path, named: str) -> None:
    practice = (KNOWLEDGE / "practice" / "ny-her.yaml").read_text(encoding="utf-8")
    assert "En elev på ti år" in practice
    problems = check_persons(copied(tmp_path, practice.replace("En elev på ti år", named, 1)))
    wrong = [one for one in problems if one.severity == "feil"]
    assert [one.file for one in wrong] == ["practice/ny-her.yaml"]
    assert wrong[0].where.endswith(".story")
    assert named not in str(wrong[0])


@pytest.mark.parametrize("place", ["asked_as:\n", "## Eksempel\n"])
def test_a_person_in_the_head_or_the_body_of_an_answer_is_refused(tmp_path: Path, place: str) -> None:
    article = (KNOWLEDGE / "articles" / "meldeplikt-naar.md").read_text(encoding="utf-8")
    assert place in article
    named = "  - Gutten er født 12.03.2014\n" if place.startswith("asked") else "\nGutten er født 12.03.2014.\n"
    folder = copied(tmp_path, "")
    for text, wrong in ((article, 0), (article.replace(place, place + named, 1), 1)):
        (folder / "articles" / "meldeplikt-naar.md").write_text(text, encoding="utf-8")
        assert len([one for one in check_persons(folder) if one.file.startswith("articles/")]) == wrong


def test_the_lists_without_a_read_source_are_named_for_the_municipality(tmp_path: Path) -> None:
    waiting = {one.file for one in check_persons(copied(tmp_path, "")) if one.severity == "advarsel"}
    places = {f"anonymising/steder/{path.name}" for path in (KNOWLEDGE / "anonymising" / "steder").glob("*.yaml")}
    assert waiting == places | {"anonymising/befolkning.yaml"}


def test_a_folder_without_the_lists_has_nothing_to_check(tmp_path: Path) -> None:
    assert check_persons(tmp_path) == []


def test_weights_that_do_not_fit_are_said_by_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_old() -> None:
        raise WeightsMissing("possible_names.bin")

    monkeypatch.setattr("bot.anonymise.anonymiser.read_weights", too_old)
    (problem,) = check_persons(KNOWLEDGE)
    assert (problem.file, problem.severity) == ("bot/anonymise/asking/possible_names.bin", "feil")
    assert "bench.anonymise.learn_names" in problem.message
