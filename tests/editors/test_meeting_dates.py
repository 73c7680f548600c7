"""The days a team meets are written as people write them, and a day that has been is told of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.content import form_shapes
from bot.content.check_profiles import check_profiles
from bot.content.form_targets import changes_for, form_for
from bot.content.problem import KnowledgeError
from bot.content.profile import MunicipalityProfile
from bot.content.source import Source
from bot.content.versions import Files
from bot.content.versions_diff import differences, label_of
from bot.content.yaml_file import parse_yaml
from tests.fakes.knowledge import shelf

PROFILE = "kommuner/stjordal.yaml"
TARGET = f"meeting:{PROFILE}:teams/1"
TODAY = date(2026, 11, 29)


def test_dates_are_read_as_they_are_written_in_norway_and_as_in_the_file(files: Files) -> None:
    changed = changes_for(files, TARGET, {"dates": "15.01.2027\n2027-02-12\n 5.3.2027"})
    meets = parse_yaml(changed[PROFILE], PROFILE).data["teams"][1]["meets"]
    assert meets["dates"] == [date(2027, 1, 15), date(2027, 2, 12), date(2027, 3, 5)]
    form = form_for({**files, **changed}, TARGET)
    assert form is not None
    (field,) = [one for one in form.fields if one.spec.id == "dates"]
    assert field.value == "2027-01-15\n2027-02-12\n2027-03-05"
    assert "Møtedatoer: nytt: «2027-01-15, 2027-02-12, 2027-03-05»" in str(differences(files, {**files, **changed})[0])


@pytest.mark.parametrize("said", ["31.02.2027", "onsdag", "15.01.2027\nonsdag"])
def test_what_is_no_date_is_refused_with_how_one_is_written(said: str, files: Files) -> None:
    with pytest.raises(KnowledgeError, match=r"er ikke en dato\. Skriv den slik: 31\.12\.2026"):
        changes_for(files, TARGET, {"dates": said})


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([-30], "Alle møtedatoene er passert, den siste var 30.10.2026."),
        ([-400, 30], "Møtedatoen 25.10.2025 er for lenge siden. Er året riktig?"),
        ([-30, 30], ""),
        ([0], ""),
        ([], ""),
    ],
)
def test_days_that_have_been_are_told_of(days: list[int], said: str) -> None:
    told = [one.message for one in check_profiles(*_met(days), today=TODAY) if one.where == "teams[1].meets.dates"]
    assert [one.partition(" Skriv når")[0].partition(" Ellers")[0] for one in told] == ([said] if said else [])


def _met(days: list[int]) -> tuple[dict[str, MunicipalityProfile], dict[str, Source]]:
    profile = shelf().knowledge.profiles["stjordal"]
    team = profile.teams[1]
    assert team.meets is not None
    meets = team.meets.model_copy(update={"dates": tuple(TODAY + timedelta(days=one) for one in days)})
    teams = (profile.teams[0], team.model_copy(update={"meets": meets}), *profile.teams[2:])
    changed = profile.model_copy(update={"teams": teams})
    return {"stjordal": changed}, dict(shelf().knowledge.sources)


def test_every_field_of_a_municipality_that_has_a_form_has_a_name_in_what_changes() -> None:
    specs = [
        *form_shapes.MEETING,
        *form_shapes.PROFILE_DATES,
        *(one for of in form_shapes.RECORDS.values() for one in of),
    ]
    assert {str(one.path[-1]) for one in specs if label_of(str(one.path[-1])) == one.path[-1]} == set()
