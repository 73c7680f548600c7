"""The twelve contradictions of the source documents, each handled and each a test."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from bot.content.fact import Unknown
from bot.content.knowledge import Knowledge
from bot.content.routing import teams_for
from bot.domain.conversation import ConversationState, Profile
from dialogs.as_text import as_text
from dialogs.dialog import Around
from dialogs.where.age_words import age_in_months
from dialogs.where.dialog import start_where
from dialogs.where.place_cards import about_team_card
from tests.guide.conftest import KNOWLEDGE, shown_after
from tests.guide.test_where import press, typed

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


def articles() -> list[Path]:
    return sorted((KNOWLEDGE / "articles").glob("*.md"))


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.stem)
def test_1_an_answer_never_writes_a_level_or_a_step_without_saying_of_what(path: Path) -> None:
    """What people ask may be bare; what they read is not, and a colour is never a number."""
    body = path.read_text("utf-8").split("\n---\n", 1)[1]
    for paragraph in re.split(r"\n\s*\n|\n(?=[-*\d])", body):
        for scale, name in (("nivå", "Handlingsveilederen"), ("trinn", "Tiltakstrappa")):
            found = re.search(rf"\b{scale} [0-3]\b", paragraph, re.IGNORECASE)
            assert found is None or name in paragraph[: found.start()], paragraph
        assert not re.search(r"\b(grønt|gult|rødt) nivå [0-3]", paragraph)


def test_2_melhus_says_that_plan_and_website_disagree_and_asks_the_municipality(around: Around) -> None:
    team = around.knowledge.profiles["melhus"].team("droftingsteam")
    assert team is not None
    assert team.meets is not None
    assert isinstance(team.led_by, Unknown)
    assert isinstance(team.meets.rhythm, Unknown)
    shown = shown_after(around, "melhus", "skole", "bekymring", {**READY, "samtykke": "ja"})
    assert "Kildene er ikke enige" in shown
    assert "gjaldt til 31.12.2025" in shown
    assert "Kommunens nettside sier noe annet enn planen" in shown
    assert "Planen gir rom for å sende likevel" in shown
    assert team.secure_form is not None
    assert "BankID" in (team.secure_form.until_then or "")


def test_2_leader_and_meetings_are_what_the_municipality_writes_and_never_code(around: Around) -> None:
    melhus = around.knowledge.profiles["melhus"]
    team = melhus.team("droftingsteam")
    assert team is not None
    assert team.meets is not None
    meets = team.meets.model_copy(update={"until_then": "Teamet møtes hver andre tirsdag."})
    filled = team.model_copy(update={"led_by": "barnekoordinator", "meets": meets, "must_be_done_first": ()})
    shown = as_text(
        about_team_card(filled, melhus, ConversationState(profile=Profile("melhus", "skole")), around), around.text
    )
    assert "Ledes av: barnekoordinator" in shown.replace("**", "")
    assert "Teamet møtes hver andre tirsdag." in shown
    assert "Tiltak er prøvd" not in shown


def test_3_anonymous_is_the_rule_in_stjordal_and_consent_in_melhus(around: Around) -> None:
    stjordal, melhus = (around.knowledge.profiles[name] for name in ("stjordal", "melhus"))
    assert stjordal.team("komp_0_18").ways_in == ("anonymt",)
    assert melhus.team("droftingsteam").ways_in[0] == "med_samtykke"
    with_consent = shown_after(around, "melhus", "skole", "bekymring", {**READY, "samtykke": "ja"})
    assert "Send inn saken" not in with_consent
    assert "Ikke send saken på e-post eller i Teams" in with_consent
    in_stjordal = shown_after(around, "stjordal", "skole", "bekymring", {**READY, "samtykke": "ja"})
    assert "Send inn saken" not in in_stjordal
    for municipality in ("stjordal", "melhus"):
        anonymous = shown_after(around, municipality, "skole", "bekymring", {**READY, "samtykke": "anonymt"})
        assert "Send inn saken" in anonymous
        assert "sikre skjema" not in anonymous


def test_4_teams_with_like_names_are_found_within_the_own_municipality_only(knowledge: Knowledge) -> None:
    names = {name: {team.name for team in profile.teams} for name, profile in knowledge.profiles.items()}
    assert "Drøftingsteam barn og unge" in names["melhus"]
    assert "Drøftingsteam skole 6–18 år" in names["stjordal"]
    assert not names["melhus"] & names["stjordal"]
    assert not names["frosta"] & (names["stjordal"] | names["melhus"])


def test_4_the_same_word_leads_to_the_team_of_the_own_municipality_and_without_one_the_bot_asks(around: Around) -> None:
    assert "Drøftingsteam barn og unge" in (typed("drøftingsteamet", around, "melhus") or "")
    assert "Drøftingsteam skole 6–18 år" in (typed("drøftingsteam", around, "stjordal") or "")
    assert "Tverrfaglig team" in (typed("drøftingsteam", around, "frosta") or "")
    without = start_where(ConversationState(profile=Profile(None, "skole")), around)
    assert "Velg kommune" in "\n".join(as_text(one, around.text) for one in without.replies)


@pytest.mark.parametrize(("said", "months"), [("18 måneder", 18), ("18 mnd", 18), ("18 år", 216)])
def test_5_months_and_years_are_told_apart_when_typed(said: str, months: int) -> None:
    assert age_in_months(said) == months


@pytest.mark.parametrize(("band", "team"), [("0-18-mnd", "tst"), ("19-mnd-5-ar", "komp_0_18"), ("16-17", "komp_0_18")])
def test_5_tst_counts_months_and_the_competence_team_years(knowledge: Knowledge, band: str, team: str) -> None:
    assert teams_for(knowledge.profiles["stjordal"].teams, band, "hjemme")[0].id == team


def test_6_each_team_has_its_own_preconditions(knowledge: Knowledge) -> None:
    stjordal, frosta = knowledge.profiles["stjordal"], knowledge.profiles["frosta"]
    assert stjordal.team("komp_0_18").must_be_done_first == ("hv_niva_0", "hv_niva_1")
    assert "samtykke" in stjordal.team("droftingsteam_skole").must_be_done_first
    for place in ("frosta", "meraker", "selbu", "tydal"):  # the plan does not say which steps
        assert knowledge.profiles[place].team("tverrfaglig_team").must_be_done_first == ("hv_trinn",)
    assert "lavterskel" in frosta.team("tverrfaglig_team").first_note
    ppt = stjordal.services["ppt"].must_be_done_first
    assert isinstance(ppt, tuple)
    assert ppt[0].startswith("Konsultasjon: ingenting")


def test_6_what_pulls_both_ways_is_shown_and_not_chosen_for_people(around: Around) -> None:
    team = press("where_team", around, "frosta", "tverrfaglig_team")
    assert "Trinnene i Handlingsveilederen skal følges før saken tas opp" in team
    assert "lavterskel drøftingsarena" in team
    ppt = press("where_service", around, "selbu", "ppt")
    assert "Konsultasjon: ingenting" in ppt
    assert "Før PPT kobles inn i skolen: trinnene i Handlingsveilederen er fulgt" in ppt
    school = shown_after(around, "stjordal", "skole", "bekymring", {**READY, "samtykke": "ja"})
    assert "Samtykke er innhentet" in school


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


def test_8_people_who_use_the_old_words_are_understood_and_answers_use_the_new() -> None:
    words = yaml.safe_load((KNOWLEDGE / "words" / "skrivematter.yaml").read_text("utf-8"))
    assert any("avvergelsesplikt" in spellings for group in words.values() for spellings in group.values())
    refused = yaml.safe_load((KNOWLEDGE / "words" / "dead_references.yaml").read_text("utf-8"))["dead_references"]
    assert {"avvergelsesplikt", "spesialundervisning"} <= {one["id"] for one in refused}


def test_8_the_paragraph_on_impartiality_is_watched_until_the_new_law_is_in_force(knowledge: Knowledge) -> None:
    assert "Ny forvaltningslov" in (knowledge.sources["fvl-6"].watch or "")


def test_9_shared_services_do_not_cover_frosta_where_the_plan_leaves_it_out(knowledge: Knowledge) -> None:
    frosta, tydal = knowledge.profiles["frosta"], knowledge.profiles["tydal"]
    assert not {"kommuneoverlege", "frisklivssentralen"} & set(frosta.services)
    assert {"kommuneoverlege", "frisklivssentralen", "tildelingskontor_selbu_tydal"} <= set(tydal.services)
    assert "forvaltningskontor_meraker_stjordal" not in tydal.services
    assert isinstance(frosta.services["forvaltningskontor_frosta"].who_may_contact, Unknown)


def test_9_nobody_in_frosta_is_sent_to_a_service_that_does_not_cover_it(around: Around) -> None:
    frosta, tydal = (press("where_show", around, one, theme="fysisk_helse", age="13-15") for one in ("frosta", "tydal"))
    assert "Frisklivssentralen" in tydal
    assert "Frisklivssentralen" not in frosta


def test_10_internal_links_may_be_missing_or_dead_and_no_safelink_is_copied(knowledge: Knowledge) -> None:
    for profile in knowledge.profiles.values():
        for link in profile.links.values():
            assert link.if_dead
            assert isinstance(link.url, Unknown) or link.url.startswith("https://")
    everything = "".join(path.read_text("utf-8") for path in guide_files())
    for internal in ("safelinks", "sharepoint.com", "ksx.no", "@"):
        assert internal not in everything


def everything() -> list[Path]:
    """Every file of knowledge that can reach a screen; the word lists of the anonymiser are names by nature."""
    files = [*KNOWLEDGE.rglob("*.yaml"), *KNOWLEDGE.rglob("*.md")]
    return [path for path in files if "anonymising" not in path.parts]


def test_10_no_internal_address_and_no_employees_mail_is_copied_anywhere() -> None:
    for path in everything():
        for internal in ("safelinks", "sharepoint.com", "ksx.no", "varnesregionen.no"):
            assert internal not in path.read_text("utf-8"), path.name


NAMED_IN_THE_PLANS = frozenset(
    [
        "0bc40375d0a4e06b",
        "1fb6dd20d89f6c54",
        "273b125bb8785ee3",
        "2cb6900ec02a8831",
        "3ea1f79ed03d64c7",
        "45a2879f5fb45243",
        "5b6aa685382bb6c1",
        "6aeb032aaf499995",
        "88f9e6bca38dbca2",
        "ae05580a13561c17",
        "b04421bf2bb88740",
        "bb9fb4e122474cc8",
        "c26c61a5d4ba2eb0",
        "d859c83d9079c8b0",
        "e408b7e3828abc06",
        "efdd12e678c67764",
        "fde12f2f30e00f82",
    ]
)
"""Digests of first and last name of those the plans name, so that the test knows them and nobody can read them."""


def digest(first: str, last: str) -> str:
    return sha256(f"{first} {last}".lower().encode()).hexdigest()[:16]


def named_in(text: str) -> set[str]:
    """Return the digests of all pairs of capitalised words at most two words apart."""
    words = re.findall(r"[A-ZÆØÅ][a-zæøå]+|\S", text)
    return {digest(one, other) for at, one in enumerate(words) for other in words[at + 1 : at + 5] if len(other) > 1}


def test_11_nobody_the_plans_name_is_named_anywhere() -> None:
    """The plan of Melhus names its project members, and a link in the other plan an employee."""
    assert named_in("Snakk med Kari Ting Prøve.") >= {digest("Kari", "Prøve")}
    for path in everything():
        assert not named_in(path.read_text("utf-8")) & NAMED_IN_THE_PLANS, path.name


def test_11_teams_and_contacts_are_roles(knowledge: Knowledge) -> None:
    allowed = {"Ole Vig", "Bra mat", "Sov godt", "Mental Helse", "Statens barnehus", "Trygghet først"}
    for profile in knowledge.profiles.values():
        for member in [member for team in profile.teams for member in team.members]:
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
