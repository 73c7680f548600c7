"""Municipalities are data: what is known has a source, what is unknown says so, and a seventh one is one more file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.check_profiles import check_profile
from bot.content.fact import Unknown
from bot.content.form_lists import missing
from bot.content.form_targets import changes_for, form_for
from bot.content.knowledge import content_hash
from bot.content.profile import MunicipalityProfile
from bot.content.profile_file import load_profiles
from bot.content.routing import teams_for
from bot.content.versions import read_files
from bot.domain.case import AGE_BANDS
from tests.content.knowledge_copy import KNOWLEDGE, Copy
from tests.fakes.knowledge import MUNICIPALITIES

INVENTED = """
municipality: fjordvik
name: Fjordvik
plan: {title: Oppdiktet plan, year: 2026, source: vr-plan}
valid_until: 2028-01-01
checked_on: 2026-11-22
checked_by: test
review_by: 2027-11-22
dont_know_contact: sentralbord
coordinating_unit: koordinerende_enhet
teams:
  - id: fjordteam
    name: Fjordteamet
    for: Enkeltsaker
    ways_in: [anonymt]
    must_be_done_first: [hv_niva_0]
    not_for: [Mistanke om vold eller overgrep]
    sources: [vr-plan]
services:
  barnevern:
    {name: Barnevernet, they_do: Råd, who_may_contact: Alle, contact: barnevern_mottak, sources: [vr-plan]}
numbers:
  barnevern_mottak: {name: Mottak, value: "00 00 00 00", sources: [vr-plan]}
  barnevernvakt:
    {name: Vakt, unknown: må fylles ut av kommunen, ask: Nummer, who_knows: barnevernet, until_then: Ring 116 111.}
  sentralbord: {name: Sentralbord, value: "00 00 00 01", sources: [vr-plan]}
  koordinerende_enhet: {name: Enheten, role: true}
  helsestasjon: {name: Helsestasjon, role: true}
consent:
  helsehjelp: {rule: Fra 16 år, from_years: 16, sources: [vr-plan]}
  opplaering: {rule: Fra 15 år, from_years: 15, sources: [vr-plan]}
  barnekoordinator: {rule: Foreldrene, sources: [vr-plan]}
  stafettlogg: {rule: Foreldrene, sources: [vr-plan]}
guide_texts: {hv_niva_0: Se først., hv_niva_1: Prøv noe., hv_niva_2: Samarbeid., hv_niva_3: Samordne.}
"""


@pytest.fixture(scope="module")
def profiles() -> dict[str, MunicipalityProfile]:
    """The six real municipalities."""
    return load_profiles(KNOWLEDGE)


def test_all_six_municipalities_are_described(profiles: dict[str, MunicipalityProfile]) -> None:
    assert set(profiles) == set(MUNICIPALITIES)


def test_adding_a_seventh_municipality_is_adding_a_file(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "knowledge")
    (copy.folder / "kommuner" / "fjordvik.yaml").write_text(INVENTED, "utf-8")
    assert copy.errors() == ""
    fjordvik = load_profiles(copy.folder)["fjordvik"]
    assert fjordvik.contact("alarmtelefonen").value == "116 111"
    assert teams_for(fjordvik.teams, "6-9", "skole")[0].id == "fjordteam"
    assert "ppt" not in fjordvik.services


@pytest.mark.parametrize(
    ("quiet", "told"),
    [
        ("[[01-01, 12-31]]", True),
        ("[[01-01, 06-30], [07-01, 12-31]]", True),
        ("[[07-31, 07-01]]", True),
        ("[[06-20, 08-15], [12-20, 01-05]]", False),
        ("[]", False),
    ],
)
def test_a_year_with_no_room_for_evaluation_is_told_before_it_is_used(tmp_path: Path, quiet: str, told: bool) -> None:
    copy = Copy(tmp_path)
    said = INVENTED.replace("    not_for:", f"    clock: {{quiet_periods: {quiet}}}\n    not_for:")
    (tmp_path / "kommuner/fjordvik.yaml").write_text(said, "utf-8")
    assert ("dager på rad uten evaluering" in copy.errors()) == told
    assert told or copy.errors() == ""


@pytest.mark.parametrize(("region", "told"), [("region: vaernesregionen", True), ("", False)])
def test_a_municipality_that_no_service_of_its_region_is_for_is_told(tmp_path: Path, region: str, told: bool) -> None:
    copy = Copy(tmp_path)
    (tmp_path / "kommuner/fjordvik.yaml").write_text(f"{INVENTED}{region}\n", "utf-8")
    said = [str(one) for one in copy.problems() if one.where == "region"]
    assert ["fjordvik i shared_by i felles/vaernesregionen.yaml" in one for one in said] == [True] * told


def test_every_child_has_a_way_in_every_municipality(profiles: dict[str, MunicipalityProfile]) -> None:
    for profile in profiles.values():
        for band in AGE_BANDS[:6]:
            for arena in ("barnehage", "skole", "videregaende", "hjemme", "annet", None):
                assert teams_for(profile.teams, band, arena), (profile.id, band, arena)


@pytest.mark.parametrize(
    ("municipality", "band", "arena", "teams"),
    [
        ("stjordal", "0-18-mnd", "hjemme", ["tst", "komp_0_18"]),
        ("stjordal", "19-mnd-5-ar", "barnehage", ["droftingsarena_barnehage", "komp_0_18"]),
        ("stjordal", "10-12", "skole", ["droftingsteam_skole", "komp_0_18"]),
        ("stjordal", "16-17", "videregaende", ["elevtjenesten_vgs", "komp_0_18"]),
        ("stjordal", "18-20", "annet", ["komp_18"]),
        ("stjordal", "over-20", "annet", ["komp_18"]),
        ("melhus", "6-9", "skole", ["lokalt_team", "droftingsteam"]),
        ("melhus", "18-20", "annet", ["droftingsteam"]),
        ("melhus", "over-20", "annet", []),
        ("frosta", "6-9", "skole", ["tverrfaglig_team"]),
    ],
)
def test_the_routing_table_of_the_plans(
    profiles: dict[str, MunicipalityProfile], municipality: str, band: str, arena: str, teams: list[str]
) -> None:
    assert [team.id for team in teams_for(profiles[municipality].teams, band, arena)] == teams


def test_the_team_on_overweight_is_for_health_staff_only(profiles: dict[str, MunicipalityProfile]) -> None:
    stjordal = profiles["stjordal"]
    asked = {
        role: [
            team.id for team in teams_for(stjordal.teams, "6-9", "helse", ("fysisk_helse",), purpose="raad", role=role)
        ]
        for role in ("helse", "skole")
    }
    assert asked["helse"][0] == "komp_overvekt"
    assert "komp_overvekt" not in asked["skole"]


def test_an_unknown_number_says_what_to_do_until_then_and_shows_no_candidate(
    profiles: dict[str, MunicipalityProfile],
) -> None:
    for profile in profiles.values():
        vakt = profile.contact("barnevernvakt")
        assert vakt.unknown
        assert vakt.value is None
        assert "116 111" in vakt.until_then
        assert "02800" not in repr(vakt)


def test_every_unknown_has_a_question_and_somebody_to_ask() -> None:
    found = missing(read_files(KNOWLEDGE))
    assert len(found) > 50
    for one in found:
        assert "?" in one.ask, one
        assert one.who_knows, one


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "ways_in: [anonymt]                               #",
            "ways_in: [anonym]  #",
            "«anonym» er ikke et gyldig valg. Mente du «anonymt»?",
        ),
        ("contact: velferdsveiledning", "contact: velferdsveiledningen", "Mente du «velferdsveiledning»?"),
        ("route_before: [komp_0_18, droftingsarena_barnehage]", "route_before: [komp_0_19]", "Mente du «komp_0_18»?"),
        ("themes: [fysisk_helse]", "themes: [fysiskhelse]", "Mente du «fysisk_helse»?"),
        ("  - id: komp_0_18\n", "  - id: tall\n", "«tall» er navnet på kanalen som får tall og ingen saker"),
        ("region: vaernesregionen", "region: verdalsregionen", "Regionen «verdalsregionen» har ingen fil"),
        ("rhythm: hver uke", "rytme: hver uke", "Feltet «rytme» finnes ikke."),
        ("checked_on: 2026-11-22", "checked_on: neste år", "er ikke en dato"),
        (
            "until_then: Ring kommunens sentralbord., rows: [V74]}",
            "rows: [V74]}",
            "Et ukjent nummer må ha ask, who_knows og until_then.",
        ),
        ('url: "https://www.stjordal', 'url: "http://www.stjordal', "Adressen må begynne med https://"),
        ("order: 2 ", "retention_days: 0\norder: 2 ", "Tallet skal være minst 1."),
        ("order: 2 ", "retention_days: 99999\norder: 2 ", "Tallet skal være høyst 3650."),
        (
            "elevtjenesten: {name: Elevtjenesten ved den videregående skolen, unknown: må fylles ut av kommunen,",
            "elevtjenesten: {name: Elevtjenesten, sources: [stjordal-plan], value: 74000001,",
            "Sett nummeret i anførselstegn",
        ),
    ],
)
def test_a_broken_profile_is_explained_in_norwegian(tmp_path: Path, old: str, new: str, told: str) -> None:
    copy = Copy(tmp_path / "knowledge")
    copy.change("kommuner/stjordal.yaml", old, new)
    errors = copy.errors()
    assert told in errors
    assert "kommuner/stjordal.yaml" in errors


def test_the_end_of_a_plan_is_a_date_or_said_to_be_unknown(
    profiles: dict[str, MunicipalityProfile], tmp_path: Path
) -> None:
    ends = {name: one.valid_until for name, one in profiles.items()}
    assert ends.pop("melhus") == date(2025, 12, 31)
    assert {type(one) for one in ends.values()} == {Unknown}
    gaps = [one for one in missing(read_files(KNOWLEDGE)) if one.where == "valid_until"]
    assert {one.target for one in gaps} == {f"dates:kommuner/{name}.yaml:" for name in ends}
    copy = Copy(tmp_path / "knowledge")
    copy.change("kommuner/melhus.yaml", "valid_until: 2025-12-31", "valid_until: neste år")
    assert "er ikke en dato" in copy.errors()


def test_the_end_of_a_plan_is_filled_in_beside_the_other_dates() -> None:
    files, target = read_files(KNOWLEDGE), "dates:kommuner/frosta.yaml:"
    form = form_for(files, target)
    assert form is not None
    (field,) = [one for one in form.fields if one.spec.id == "valid_until"]
    assert (field.value, field.asks) == ("", "Hvor lenge gjelder den forebyggende planen fra 2023?")
    left_empty = changes_for(files, target, {"valid_until": "", "review_by": "2027-06-01"})
    assert b"unknown: " in left_empty[form.file].split(b"checked_on")[0]
    filled = changes_for(files, target, {"valid_until": "30.6.2027"})
    assert b"\nvalid_until: 2027-06-30" in filled[form.file]


def test_a_candidate_number_without_confirmation_cannot_be_a_value_too(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "knowledge")
    copy.change("kommuner/felles/nasjonalt.yaml", 'value: "116 111"', 'value: "116 111"\n    role: true')
    assert "Skriv enten value (nummeret), role: true" in copy.errors()


def test_the_version_of_the_knowledge_is_its_content(tmp_path: Path) -> None:
    one, two = Copy(tmp_path / "en"), Copy(tmp_path / "to")
    assert content_hash(one.folder) == content_hash(two.folder)
    two.change("kommuner/tydal.yaml", "name: Tydal", "name: Tydalen")
    assert content_hash(one.folder) != content_hash(two.folder)


@pytest.mark.parametrize(
    ("decision", "days", "is_told"),
    [
        ("Sakene slettes 30 dager etter at de er lukket.", 90, True),
        ("Sakene slettes 30 dager etter at de er lukket.", 30, False),
        ("Bevares i 3 måneder, og overføres så til arkivet.", 90, False),
        ("Bevares i 1 år.", 90, True),
        ("Bevares i 1 år.", 365, False),
        ("Sakene bevares ikke.", 90, False),
    ],
)
def test_a_decision_that_says_something_else_than_the_bot_does_is_told(
    profiles: dict[str, MunicipalityProfile], decision: str, days: int, is_told: bool
) -> None:
    decided = profiles["frosta"].model_copy(update={"archive_decision": decision, "retention_days": days})
    found = [one for one in check_profile(decided, {}, today=date(2026, 11, 27)) if one.where == "retention_days"]
    assert [one.severity for one in found] == (["advarsel"] if is_told else [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('value: "112"', 'value: "121"', "Nummeret er 112 i hele landet"),
        ('value: "116 111"', 'value: "116 117"', "Nummeret er 116 111 i hele landet"),
        ('value: "116 117"', 'value: "116 111"', "Nummeret er 116 117 i hele landet"),
        ('value: "116 006"', 'value: "22 22 22 22"', "Nummeret er 116 006 i hele landet"),
        ("Ambulanse 113", "Ambulanse 131", "Nummeret til ambulanse, 113, er borte"),
    ],
)
def test_the_numbers_somebody_in_danger_calls_are_the_same_everywhere(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    copy = Copy(tmp_path)
    assert copy.errors() == ""
    copy.change("kommuner/felles/nasjonalt.yaml", old, new)
    assert copy.errors().count(said) == len(MUNICIPALITIES)


def test_no_municipality_has_an_emergency_number_of_its_own(profiles: dict[str, MunicipalityProfile]) -> None:
    frosta = profiles["frosta"]
    own = frosta.numbers["nodnummer"].model_copy(update={"value": ("74 00 00 00",), "note": None})
    changed = frosta.model_copy(update={"numbers": {**frosta.numbers, "nodnummer": own}})
    found = [one for one in check_profile(changed, {}, today=date(2026, 11, 27)) if one.where.startswith("numbers.nod")]
    wanted = ["numbers.nodnummer.value", "numbers.nodnummer.note", "numbers.nodnummer.note"]
    assert [one.where for one in found if "hele landet" in one.message or "er borte" in one.message] == wanted
