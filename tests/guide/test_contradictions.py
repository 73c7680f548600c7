"""The twelve contradictions of the source documents, each handled and each a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content.fact import Unknown
from bot.content.knowledge import Knowledge
from dialogs.dialog import Around
from tests.guide.conftest import KNOWLEDGE, shown_after

READY = {
    "trygg_na": "nei",
    "grunn_til_a_tro": "nei",
    "hvor_langt": "niva_1",
    "om_barnet": {"alder": "10-12", "arena": "skole"},
    "hva_har_du_sett": {"tema": ["fravaer"]},
    "niva_1_plan": {"plass": ["barnet_hort"], "stafettpinne": "leder"},
    "provd": {"tiltak": ["samtaler", "lokalt_team"]},
    "trenger_mer": "ja",
}


def guide_files() -> list[Path]:
    """Every file whose words staff read in guides and in «Hvor går jeg?»."""
    texts = [KNOWLEDGE / "texts" / "nb" / "guide.yaml", KNOWLEDGE / "texts" / "nb" / "where.yaml"]
    written = [path for path in (KNOWLEDGE / "guides").rglob("*.yaml") if path.parent.name != "archive"]
    return [*written, *(KNOWLEDGE / "kommuner").rglob("*.yaml"), *texts]


@pytest.mark.parametrize("path", guide_files(), ids=lambda path: path.name)
def test_1_a_level_is_never_written_without_saying_of_what(path: Path) -> None:
    """Handlingsveilederen and Tiltakstrappa count on two scales; the first level on a line names its own."""
    for line in path.read_text("utf-8").splitlines():
        if line.lstrip().startswith("#"):
            continue
        for sentence in re.split(r"[.:;](?=\s)", line):
            found = re.search(r"(?<!Handlingsveilederen )\b[nN]ivå [0-3]\b", sentence)
            assert found is None or "Handlingsveilederen" in line[: line.index(found.group())], line


def test_2_melhus_says_that_plan_and_website_disagree_and_asks_the_municipality(around: Around) -> None:
    team = around.knowledge.profiles["melhus"].team("droftingsteam")
    assert team is not None
    assert team.meets is not None
    assert isinstance(team.led_by, Unknown)
    assert isinstance(team.meets.rhythm, Unknown)
    shown = shown_after(around, "melhus", "skole", "bekymring", {**READY, "samtykke": "ja"})
    assert "Kilder er ikke enige" in shown
    assert "Planperioden 2022–2025 er ute" in shown
    assert team.may_send_anyway


def test_3_anonymous_is_the_rule_in_stjordal_and_consent_in_melhus(around: Around) -> None:
    stjordal, melhus = (around.knowledge.profiles[name] for name in ("stjordal", "melhus"))
    assert stjordal.team("komp_0_18").ways_in == ("anonymt",)
    assert melhus.team("droftingsteam").ways_in[0] == "med_samtykke"
    with_consent = shown_after(around, "melhus", "skole", "bekymring", {**READY, "samtykke": "ja"})
    assert "Send inn saken" not in with_consent
    anonymous = shown_after(around, "stjordal", "skole", "bekymring", {**READY, "samtykke": "anonymt"})
    assert "Send inn saken" in anonymous


def test_4_teams_with_like_names_are_found_within_the_own_municipality_only(knowledge: Knowledge) -> None:
    names = {name: {team.name for team in profile.teams} for name, profile in knowledge.profiles.items()}
    assert "Drøftingsteam barn og unge" in names["melhus"]
    assert "Drøftingsteam skole 6–18 år" in names["stjordal"]
    assert not names["melhus"] & names["stjordal"]
    assert not names["frosta"] & (names["stjordal"] | names["melhus"])


@pytest.mark.parametrize(("band", "team"), [("0-18-mnd", "tst"), ("19-mnd-5-ar", "komp_0_18"), ("16-17", "komp_0_18")])
def test_5_tst_counts_months_and_the_competence_team_years(knowledge: Knowledge, band: str, team: str) -> None:
    found = knowledge.profiles["stjordal"].team_for(band, "hjemme")
    assert found is not None
    assert found.id == team


def test_6_each_team_has_its_own_preconditions(knowledge: Knowledge) -> None:
    stjordal, frosta = knowledge.profiles["stjordal"], knowledge.profiles["frosta"]
    assert stjordal.team("komp_0_18").must_be_done_first == ("hv_niva_0", "hv_niva_1")
    assert "samtykke" in stjordal.team("droftingsteam_skole").must_be_done_first
    assert "lavterskel" in frosta.team("tverrfaglig_team").first_note
    ppt = stjordal.services["ppt"].must_be_done_first
    assert isinstance(ppt, tuple)
    assert ppt[0].startswith("Konsultasjon: ingenting")


def test_7_no_step_stands_before_a_report(around: Around) -> None:
    shown = shown_after(around, "meraker", "skole", "bekymring", {"trygg_na": "nei", "grunn_til_a_tro": "ja"})
    assert "Ikke vent på at nivåene i Handlingsveilederen er gjennomført" in shown
    assert "Gjør dette først" not in shown
    for profile in around.knowledge.profiles.values():
        first = profile.services["barnevern"].must_be_done_first
        assert isinstance(first, tuple)
        assert "Ingenting når du har plikt til å melde" in first[0]


def test_7_the_duty_is_wider_than_violence(knowledge: Knowledge) -> None:
    criteria = {one.id for one in knowledge.guides["bekymring"].steps["grunn_til_a_tro"].criteria}
    assert criteria == {"mishandling", "omsorgssvikt", "sykdom", "saerlige_behov", "egen_fare", "menneskehandel"}


@pytest.mark.parametrize("path", guide_files(), ids=lambda path: path.name)
def test_8_outdated_words_of_the_law_are_not_used(path: Path) -> None:
    words = "\n".join(line for line in path.read_text("utf-8").splitlines() if "note_for_editors" not in line)
    for old in ("avvergelsesplikt", "spesialundervisning", "atferdsproblemer", "§ 6-4", "§ 15-3"):
        assert old not in words


def test_9_shared_services_do_not_cover_frosta_where_the_plan_leaves_it_out(knowledge: Knowledge) -> None:
    frosta, tydal = knowledge.profiles["frosta"], knowledge.profiles["tydal"]
    assert not {"kommuneoverlege", "frisklivssentralen"} & set(frosta.services)
    assert {"kommuneoverlege", "frisklivssentralen", "tildelingskontor_selbu_tydal"} <= set(tydal.services)
    assert "forvaltningskontor_meraker_stjordal" not in tydal.services
    assert isinstance(frosta.services["forvaltningskontor_frosta"].who_may_contact, Unknown)


def test_10_internal_links_may_be_missing_or_dead_and_no_safelink_is_copied(knowledge: Knowledge) -> None:
    for profile in knowledge.profiles.values():
        for link in profile.links.values():
            assert link.if_dead
            assert isinstance(link.url, Unknown) or link.url.startswith("https://")
    everything = "".join(path.read_text("utf-8") for path in guide_files())
    for internal in ("safelinks", "sharepoint.com", "ksx.no", "@"):
        assert internal not in everything


def test_11_no_person_is_named_in_the_profiles(knowledge: Knowledge) -> None:
    """Teams and contacts are roles. The plan's project members are not taken in: no capitalised first and last name."""
    allowed = {"Ole Vig", "Bra mat", "Sov godt", "Mental Helse", "Statens barnehus", "Trygghet først"}
    for profile in knowledge.profiles.values():
        for team in profile.teams:
            for member in team.members:
                pairs = re.findall(r"\b[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+", member)
                assert set(pairs) <= allowed, member


def test_12_ppt_consultation_is_for_6_to_16_and_the_kindergarten_gets_another_way_early(around: Around) -> None:
    answers = {**READY, "hvor_langt": "ny", "barnet_hort": "for_lite", "droft_med_leder": "ja"}
    answers |= {"om_barnet": {"alder": "19-mnd-5-ar", "arena": "barnehage"}, "snakk_med_foreldre": "ja", "hva_na": "ja"}
    stjordal = shown_after(around, "stjordal", "barnehage", "bekymring", answers)
    assert "Drøftingsarena barnehage 0–5 år" in stjordal
    assert "For yngre barn er ingen konsultasjonstid beskrevet" in stjordal
    selbu = shown_after(around, "selbu", "barnehage", "bekymring", answers)
    assert "Drøftingsarena" not in selbu
    assert "Ta likevel tidlig kontakt med PPT" in selbu
