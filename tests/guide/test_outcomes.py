"""Outcomes: the right door for the child, what each danger must say, check-points, and parents who must wait."""

from __future__ import annotations

from typing import Any

import pytest

from bot.content.guide import Outcome
from bot.content.knowledge import Knowledge
from dialogs.dialog import Around
from tests.guide.conftest import shown_after, walker_in

SAFE = {"trygg_na": "nei", "grunn_til_a_tro": "nei"}
LEVEL_3: dict[str, Any] = {
    **SAFE,
    "hvor_langt": "niva_3",
    "om_barnet": {"alder": "13-15", "arena": "skole"},
    "hva_har_du_sett": {"tema": ["fravaer"]},
    "niva_3_plan": {"plass": ["mal"], "stafettpinne": "koordinator"},
    "koordinering": "nei",
    "samtykke": "ja",
}
VS_VENT = {"trygg_na": "nei", "grunn_til_a_tro": "usikker", "ring_i_dag": "folg_med_foreldre_vent"}


def dangers(knowledge: Knowledge) -> dict[str, Outcome]:
    """Return every outcome that stops a guide because a child may be in danger."""
    guides = knowledge.guides.values()
    return {name: one for guide in guides for name, one in guide.outcomes.items() if one.danger}


def test_what_must_be_reported_is_never_to_be_discussed_in_the_team_first(around: Around) -> None:
    to_the_team = "Drøft i teamet"
    danger = shown_after(around, "stjordal", "skole", "bekymring", {"trygg_na": "nei", "grunn_til_a_tro": "ja_vold"})
    assert "Er du uenig?" in danger
    assert to_the_team not in danger
    assert to_the_team in shown_after(around, "stjordal", "skole", "bekymring", LEVEL_3)


def test_every_danger_says_whom_to_call_what_not_to_do_the_duty_and_what_to_write_down(knowledge: Knowledge) -> None:
    found = dangers(knowledge)
    assert len(found) >= 12
    for name, outcome in found.items():
        assert outcome.contacts, name
        assert outcome.do_not, name
        assert outcome.write_down, name
        assert outcome.duty, name
        assert any(word in f"{outcome.do}" for word in ("Ring", "ring", "Koble på")), name


def test_every_danger_about_violence_tells_to_report_and_to_avert(knowledge: Knowledge) -> None:
    names = ("utfall_akutt", "utfall_meld_vold", "utfall_overgrep_na", "utfall_sosial_kontroll", "utfall_barn_mot_barn")
    for name in (*names, "utfall_ansatt_akutt", "utfall_ansatt_vold", "utfall_ansatt_vold_eier"):
        outcome = dangers(knowledge)[name]
        said = f"{outcome.do} {outcome.duty}".casefold()
        assert "meld" in said, name
        assert "hindre" in said, name


@pytest.mark.parametrize("name", ["utfall_akutt", "utfall_selvmord"])
def test_danger_of_death_is_told_to_ring_113(knowledge: Knowledge, name: str) -> None:
    first = dangers(knowledge)[name].do[0].what
    assert first.startswith("Ring 113")
    assert name == "utfall_selvmord" or ("fare for liv" in first and "barnet vil dø" in first and "112" in first)


def test_parents_are_not_told_when_a_child_may_be_sent_abroad_or_cut(knowledge: Knowledge) -> None:
    said = " ".join(dangers(knowledge)["utfall_akutt"].do_not)
    assert all(word in said for word in ("vold", "overgrep", "tvang", "kjønnslemlestelse", "ut av landet"))


def test_who_is_sent_to_barnevernvakta_also_gets_the_number_of_the_day(knowledge: Knowledge) -> None:
    guides = knowledge.guides.values()
    places = [(name, one.contacts) for guide in guides for name, one in (*guide.steps.items(), *guide.outcomes.items())]
    at_night = {name: contacts for name, contacts in places if "barnevernvakt" in contacts}
    assert len(at_night) > 8
    assert [name for name, contacts in at_night.items() if "barnevern_mottak" not in contacts] == []


@pytest.mark.parametrize(
    ("role", "outcome"), [("privat_barnehage", "Ring barnevernet i dag"), ("barnehage", "Meld i dag")]
)
def test_what_the_child_has_done_is_no_duty_in_a_private_kindergarten(around: Around, role: str, outcome: str) -> None:
    child = {"alder": "6-9", "arena": "skole"}
    seen = {"hvor_langt": "ny", "om_barnet": child, "hva_har_du_sett": {"tema": ["atferd"]}, "egen_fare": "ja"}
    assert outcome in shown_after(around, "stjordal", role, "bekymring", {**SAFE, **seen})


def test_no_danger_names_a_step_that_must_be_done_first(knowledge: Knowledge) -> None:
    assert all(not outcome.first and not outcome.carries_todo for outcome in dangers(knowledge).values())


def test_coordination_never_goes_to_a_team_for_one_illness(around: Around) -> None:
    shown = shown_after(around, "stjordal", "skole", "bekymring", LEVEL_3)
    assert "Hit kan dere gå: Velferdsveiledning (koordinerende enhet)" in shown
    assert "palliativt" not in shown


def test_grave_illness_also_shows_the_palliative_team(around: Around) -> None:
    answers = {**LEVEL_3, "hva_har_du_sett": {"tema": ["funksjonsnedsettelse"]}, "koordinering": "ja"}
    shown = shown_after(around, "stjordal", "helse", "bekymring", answers)
    assert "Hit kan dere gå: Velferdsveiledning (koordinerende enhet)" in shown
    assert "Kan også gi råd: Barnepalliativt ressursteam" in shown


def test_a_child_with_a_barnekoordinator_is_not_told_to_get_one(around: Around) -> None:
    child = {"alder": "6-9", "arena": "skole", "vedtak": "barnekoordinator"}
    answers = {**LEVEL_3, "om_barnet": child, "hva_har_du_sett": {"tema": ["funksjonsnedsettelse"]}}
    answers.pop("koordinering")
    shown = shown_after(around, "tydal", "skole", "bekymring", answers)
    assert "Barnet har barnekoordinator. Ta kontakt der først" in shown
    assert "har rett til barnekoordinator" not in shown


def test_the_municipal_ppt_is_not_shown_for_upper_secondary(around: Around) -> None:
    answers = {
        **SAFE,
        "hvor_langt": "niva_1",
        "om_barnet": {"alder": "16-17", "arena": "videregaende"},
        "hva_har_du_sett": {"tema": ["fravaer"]},
        "niva_1_plan": {"stafettpinne": "leder"},
        "provd": {"tiltak": ["ingenting"]},
        "trenger_mer": "nei",
    }
    assert "PPT" not in shown_after(around, "stjordal", "skole", "bekymring", answers)


@pytest.mark.parametrize("level", ["ny", "niva_1", "niva_2"])
def test_while_barnevernet_says_wait_every_result_says_so(around: Around, level: str) -> None:
    walker = walker_in(around, "selbu", "skole")
    walker.start()
    walker.answer_all({**VS_VENT, "hvor_langt": level, "om_barnet": {"alder": "6-9", "arena": "skole"}})
    rest: dict[str, dict[str, Any]] = {
        "ny": {"barnet_hort": "ikke_enna", "droft_med_leder": "ja", "hva_na": "nei"},
        "niva_1": {
            "niva_1_plan": {"stafettpinne": "leder"},
            "provd": {"tiltak": ["samtaler"]},
            "trenger_mer": "ja",
            "samtykke": "ikke_spurt",
        },
        "niva_2": {"niva_2_plan": {"stafettpinne": "var_tjeneste"}, "enige": "ja", "trenger_flere": "nei"},
    }
    shown = walker.answer_all({"hva_har_du_sett": {"tema": ["fravaer"]}, **rest[level]})
    assert walker.sitting.outcome is not None
    assert "Barnevernet ba deg vente med foreldrene" in shown
    assert "Vent: Foreldrene er med" in shown
    assert "Mangler: Foreldrene er med" not in shown


def test_check_points_say_what_is_in_place_and_what_is_missing(around: Around) -> None:
    shown = shown_after(around, "stjordal", "skole", "bekymring", LEVEL_3)
    assert "På plass: Tiltaket har et tydelig mål" in shown
    assert "Mangler: Dato for evaluering er satt" in shown
    assert "Mangler: Barnet er spurt om hvem som bør samordne" in shown


def test_a_municipality_switches_check_points_on_in_its_own_file(around: Around) -> None:
    shown = shown_after(around, "melhus", "skole", "bekymring", LEVEL_3)
    assert "Mangler: Barnet og foreldrene er med i møtet" in shown
    assert "hvem som bør samordne" not in shown.partition("Sjekkpunkter")[2]


def test_no_danger_card_sends_anybody_to_a_leader_who_may_be_the_one_suspected(knowledge: Knowledge) -> None:
    to_a_leader = ("Fortell lederen din", "Si fra til lederen din", "Si fra til rektor, styrer eller lederen din")
    asked_who = ("utfall_ansatt_vold",)  # the leader is not the one it is about: that is asked before
    no_suspect = ("utfall_meld", "utfall_selvmord")
    for name, outcome in dangers(knowledge).items():
        told = [one.what for one in outcome.do if one.what.startswith(to_a_leader)]
        if told and name not in (*asked_who, *no_suspect):
            assert all("lederen det gjelder" in one or "en leder det gjelder" in one for one in told), name
            assert any("den du mistenker" in one or "den det gjelder" in one for one in outcome.do_not), name


@pytest.mark.parametrize("role", ["helse", "nav", "ppt"])
@pytest.mark.parametrize("what", ["ja", "nei"])
def test_who_suspects_a_leader_outside_school_and_kindergarten_is_told_where_to_go(
    around: Around, role: str, what: str
) -> None:
    answers = {"fare_na": "nei", "hvem": "leder", "hva_skjedde": what}
    assert "lederens leder" in shown_after(around, "stjordal", role, "mistanke_mot_ansatt", answers)


def test_advice_to_wait_and_see_never_ends_the_duty(around: Around) -> None:
    shown = shown_after(around, "stjordal", "skole", "akutt", {"hva_haster": "usikker", "ring_na": "folg_med"})
    assert "melder du i dag, også om de ba deg følge med" in shown
    assert "Barnevernet sier at barnet er trygt" not in shown


def test_the_door_for_what_is_urgent_names_both_numbers_first(knowledge: Knowledge) -> None:
    ask = knowledge.guides["akutt"].steps["hva_haster"].ask
    assert "112" in ask
    assert "113" in ask
