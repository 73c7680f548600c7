"""A theme ends where themes are taken up, and measures stand where one shall be tried (rows V61, V98, V99, V102)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ConversationState, Profile
from dialogs.as_text import as_text
from dialogs.cases.other_ways import theme_card
from dialogs.dialog import Around
from dialogs.where.cards import map_card
from tests.guide.conftest import shown_after

THEME = {"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "tema", "tema_gjelder": {"tema": ["rus"]}}
LEVEL_1 = {
    "trygg_na": "nei",
    "grunn_til_a_tro": "nei",
    "hvor_langt": "ny",
    "om_barnet": {"alder": "10-12", "arena": "skole"},
    "hva_har_du_sett": {"tema": ["utenforskap"]},
    "selvmord": "nei",
    "barnet_hort": "ikke_enna",
    "droft_med_leder": "ja",
    "snakk_med_foreldre": "ja",
    "hva_na": "ja",
}


@pytest.mark.parametrize("municipality", ["frosta", "meraker", "selbu", "tydal", "stjordal"])
def test_a_theme_goes_to_samordningsteamet_in_vaernesregionen(around: Around, municipality: str) -> None:
    shown = shown_after(around, municipality, "skole", "bekymring", THEME)
    assert "Samordningsteam barn og unge" in shown
    assert "ikke lagt inn noe team" not in shown


def test_a_theme_in_melhus_goes_to_the_networks_and_the_group(around: Around) -> None:
    shown = shown_after(around, "melhus", "skole", "bekymring", THEME)
    assert "Tverrfaglige nettverk" in shown
    assert "Tverrfaglig samarbeidsgruppe barn og unge" in shown
    assert "Ledes av: enhetsleder familie, forebygging og mestring" in shown


@pytest.mark.parametrize("municipality", ["melhus", "stjordal"])
def test_a_theme_shows_the_slt_coordinator_and_words_to_say_it_with(around: Around, municipality: str) -> None:
    shown = shown_after(around, municipality, "skole", "bekymring", THEME)
    assert "SLT-koordinator  Nummeret er ikke lagt inn" in shown
    assert "«Vi ser mer av … hos flere barn." in shown


FORUM_OF_THE_SCHOOL = "Drøftingsteam skole 6–18 år"
SEES_IT = [("skole", True), ("sfo_fritid", True), ("helse", True), (None, True), ("barnehage", False),
           ("privat_barnehage", False)]  # fmt: skip


@pytest.mark.parametrize(("role", "sees"), SEES_IT)
def test_a_theme_is_not_sent_to_a_forum_of_somebody_elses_workplace(
    around: Around, role: str | None, sees: bool
) -> None:
    """The outcome of the guide, its buttons, and the card that ends a case say the same."""
    guided = shown_after(around, "stjordal", role, "bekymring", THEME)
    ended = as_text(theme_card(ConversationState(profile=Profile("stjordal", role)), around), around.text)
    for shown in (guided, ended):
        assert (FORUM_OF_THE_SCHOOL in shown) == sees
        assert ("Drøftingsteamet ved skolen" in shown) == sees, "nor whom to ask about it"
        assert "Samordningsteam barn og unge" in shown


def test_whose_forum_it_is_stands_in_the_municipalitys_file_and_the_map_shows_all(around: Around) -> None:
    profile = around.knowledge.profiles["melhus"]
    forum = profile.structures["nettverk"].model_copy(update={"arenas": ("barnehage",)})
    changed = profile.model_copy(update={"structures": {**profile.structures, "nettverk": forum}})
    names = {role: [one.name for one in changed.theme_forums(role)] for role in ("barnehage", "skole", None)}
    assert forum.name in names["barnehage"]
    assert forum.name in names[None]
    assert forum.name not in names["skole"]
    state = ConversationState(profile=Profile("stjordal", "barnehage"))
    assert FORUM_OF_THE_SCHOOL in as_text(map_card(around.knowledge.profiles["stjordal"], state, around), around.text)


def test_conditions_for_one_child_are_not_asked_of_a_theme(around: Around) -> None:
    shown = shown_after(around, "stjordal", "skole", "bekymring", THEME)
    assert "STYRK-møtet" in shown
    assert "Samtykke er innhentet" not in shown


def test_what_shall_be_tried_stands_with_the_measures_of_the_municipality(around: Around) -> None:
    stjordal = shown_after(around, "stjordal", "skole", "bekymring", LEVEL_1)
    assert "Tiltakstrappa  Se hva kommunen kan tilby" in stjordal
    melhus = shown_after(around, "melhus", "skole", "bekymring", LEVEL_1)
    assert "Ungdomstorget" in melhus
    assert "(rødt)" not in melhus
    assert "Se hva kommunen kan tilby" not in shown_after(around, "frosta", "skole", "bekymring", LEVEL_1)


def shown_map(around: Around, municipality: str) -> str:
    state = ConversationState(profile=Profile(municipality, "leder"))
    return as_text(map_card(around.knowledge.profiles[municipality], state, around), around.text)


def test_routines_without_an_address_say_what_to_do_instead(around: Around) -> None:
    shown = shown_map(around, "stjordal")
    for expected in ("Rutiner og nettsider", "VærMed – medvirkning", "Felles foreldremøteplan", "Compilo"):
        assert expected in shown
    assert "Spør rektor eller styrer. (må fylles ut av kommunen)" in shown


def test_a_routine_with_an_address_opens_it_and_says_what_to_do_when_it_is_dead(around: Around) -> None:
    assert "Virker ikke lenka? Søk etter «samarbeid og forebygging på tvers»" in shown_map(around, "melhus")


def test_a_routine_behind_a_login_says_so(around: Around) -> None:
    profile = around.knowledge.profiles["stjordal"]
    opened = profile.links["nyansatte"].model_copy(update={"url": "https://eksempel.no/sjekkliste"})
    changed = profile.model_copy(update={"links": {**profile.links, "nyansatte": opened}})
    known = replace(around.knowledge, profiles={**around.knowledge.profiles, "stjordal": changed})
    assert "Lenka krever at du er logget inn" in shown_map(replace(around, knowledge=known), "stjordal")


COORDINATION = {
    "trygg_na": "nei",
    "grunn_til_a_tro": "nei",
    "hvor_langt": "niva_1",
    "om_barnet": {"alder": "16-17", "arena": "videregaende"},
    "hva_har_du_sett": {"tema": ["funksjonsnedsettelse"]},
    "niva_1_plan": {"plass": ["barnet_hort"], "stafettpinne": "leder"},
    "provd": {"tiltak": ["samtaler"]},
    "trenger_mer": "ja",
}


def test_the_own_municipalitys_rule_of_consent_stands_where_it_is_asked(around: Around) -> None:
    """Rows V78 and V79: in Stjørdal those of 16 to 18 neither consent nor refuse, and what they want weighs much."""
    stjordal = shown_after(around, "stjordal", "skole", "bekymring", COORDINATION)
    assert "Ungdom 16–18 år kan verken samtykke eller si nei, men ønsket skal veie tungt" in stjordal
    selbu = shown_after(around, "selbu", "skole", "bekymring", COORDINATION)
    assert "Foreldrene samtykker, eller den som samtykker for barnet" in selbu
    assert "16–18" not in selbu
    asked = shown_after(around, "selbu", "skole", "bekymring", {**COORDINATION, "koordinering": "nei"})
    assert "Hvem samtykker?" in asked
    assert "Spør både ungdommen og foreldrene til kommunen har bestemt en alder. (må fylles ut av kommunen)" in asked
