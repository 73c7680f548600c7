"""«Hvor går jeg?»: danger first, the right team for age and place, what must be done first, and honest gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.content.profile import THEMES
from bot.domain.case import AGE_BANDS
from bot.domain.conversation import ROLES, ConversationState, Profile
from bot.domain.turn import Pressed, Said, Turn
from dialogs.as_text import as_text
from dialogs.dialog import Around, Step
from dialogs.where.asked_for import place_asked
from dialogs.where.cards import ARTICLES
from dialogs.where.dialog import WHERE, read_wish, start_where
from tests.each import each
from tests.fakes.knowledge import MUNICIPALITIES, shelf
from tests.guide.conftest import KNOWLEDGE, PERSON, PLACE


def state_in(municipality: str | None, role: str = "skole") -> ConversationState:
    """Return the state of a member of staff."""
    return ConversationState(profile=Profile(municipality, role))


def text_of(step: Step | None, around: Around) -> str:
    """Return all that was shown."""
    assert step is not None
    return "\n".join(as_text(reply, around.text) for reply in step.replies)


def press(verb: str, around: Around, municipality: str, target: str = "", role: str = "skole", **values: str) -> str:
    """Press a button of the dialog."""
    pressed = Pressed(verb, target, 0, values)
    turn = Turn("aktivitet", PERSON, PLACE, pressed, around.now)
    return text_of(WHERE.verbs[verb].handler(turn, pressed, state_in(municipality, role), around), around)


def typed(words: str, around: Around, municipality: str) -> str | None:
    """Type words while the search has the floor; None when it leaves them to others."""
    assert WHERE.listens is not None
    turn = Turn("aktivitet", PERSON, PLACE, Said(words), around.now)
    step = WHERE.listens(turn, words, state_in(municipality), searching(around))
    return None if step is None else text_of(step, around)


@pytest.mark.parametrize(
    ("said", "age"),
    [("7. klasse", "10-12"), ("skolefravær, 10. trinn", "13-15"), ("sjuende klasse", "10-12"), ("13. trinn", None)],
)
def test_a_grade_of_the_primary_school_is_an_age(around: Around, said: str, age: str | None) -> None:
    assert read_wish(said, around).get("age") == age


@pytest.mark.parametrize("theme", ["vold", "omsorg", "sosial_kontroll"])
def test_a_theme_of_danger_shows_who_to_call_and_no_team(around: Around, theme: str) -> None:
    for municipality in MUNICIPALITIES:
        shown = press("where_show", around, municipality, theme=theme, age="10-12", arena="skole")
        assert "112" in shown
        assert "Team\n" not in shown
        assert "Tverrfaglig kompetanseteam" not in shown


@each("municipality", MUNICIPALITIES)
@each("theme", THEMES)
def test_every_theme_has_a_useful_next_step_everywhere(around: Around, municipality: str, theme: str) -> None:
    for age in ("", "0-18-mnd", "13-15", "over-20"):
        shown = press("where_show", around, municipality, theme=theme, age=age)
        assert "Vet du ikke hvor? Spør her" in shown
        assert "{" not in shown


def test_no_municipality_is_shown_the_team_of_another(around: Around) -> None:
    names = {name: {team.name for team in around.knowledge.profiles[name].teams} for name in MUNICIPALITIES}
    for municipality in MUNICIPALITIES:
        others = {team for name, teams in names.items() for team in teams} - names[municipality]
        for theme in ("sprak", "fravaer", "psykisk_helse"):
            shown = press("where_show", around, municipality, theme=theme, age="6-9", arena="skole")
            assert not [team for team in others if team in shown]


def test_without_a_theme_the_search_is_shown_again(around: Around) -> None:
    shown = press("where_show", around, "stjordal", age="6-9")
    assert "Velg et tema" in shown
    assert "6–9 år" in shown


def test_tampered_values_are_not_believed(around: Around) -> None:
    assert "Velg et tema" in press("where_show", around, "stjordal", theme="../../x")
    shown = press("where_show", around, "stjordal", theme="sprak", age="tusen", arena="månen")
    assert "Språk: hit kan du gå" in shown
    assert "Hvor går jeg?" in press("where_team", around, "stjordal", "finnes_ikke")
    assert "Hvor går jeg?" in press("where_service", around, "frosta", "frisklivssentralen.6-9")


def test_the_kindergarten_gets_its_arena_before_the_competence_team(around: Around) -> None:
    shown = press("where_show", around, "stjordal", theme="sprak", age="19-mnd-5-ar", arena="barnehage")
    assert shown.index("Drøftingsarena barnehage") < shown.index("Tverrfaglig kompetanseteam 0–18 år")


def test_a_team_card_says_way_in_members_what_first_and_what_it_is_not_for(around: Around) -> None:
    shown = press("where_team", around, "stjordal", "komp_0_18")
    for expected in ("uten at barnet kan kjennes igjen", "Handlingsveilederen nivå 0 og 1", "Ikke for", "barnevern"):
        assert expected in shown
    assert "Drøft en sak" in shown
    melhus = press("where_team", around, "melhus", "lokalt_team")
    assert "rektor eller styrer" in melhus
    assert "Drøft en sak" not in melhus
    assert "Planen gjaldt til 31.12.2025" in melhus


@pytest.mark.parametrize("municipality", [one for one in MUNICIPALITIES if one != "melhus"])
def test_an_end_of_the_plan_that_no_source_tells_is_never_claimed(around: Around, municipality: str) -> None:
    team = shelf().knowledge.profiles[municipality].teams[0].id
    next_year = replace(around, now=around.now + timedelta(days=60))
    for when in (around, next_year):
        shown = press("where_team", when, municipality, team)
        assert "Planen er fra 2023, og skal rulleres minst hvert fjerde år." in shown
        assert "Planen gjelder" not in shown
        assert "Planen gjaldt" not in shown
        assert ("skulle vært kontrollert på nytt" in shown) == (when is next_year)


def test_a_service_card_says_what_is_not_known_instead_of_guessing(around: Around) -> None:
    shown = press("where_service", around, "tydal", "ppt.6-9")
    assert "må fylles ut av kommunen" in shown
    assert "Tidene er ikke lagt inn ennå" in shown
    assert "Frosta, Meråker, Selbu, Stjørdal, Tydal" in shown
    young = press("where_service", around, "tydal", "ppt.0-18-mnd")
    assert "Konsultasjonstiden gjelder barn 6–16 år" in young


def test_the_psychologists_card_promises_no_treatment(around: Around) -> None:
    assert "De behandler ikke barn i enkeltsaker" in press("where_service", around, "selbu", "psykologer.13-15")


def test_the_next_two_consultation_times_are_shown_once_the_municipality_has_filled_them_in(around: Around) -> None:
    profile = around.knowledge.profiles["tydal"]
    ppt = profile.services["ppt"]
    assert ppt.consultation is not None
    known = ppt.model_copy(
        update={"consultation": ppt.consultation.model_copy(update={"times": "tirsdag 09:00 og torsdag 13:00"})}
    )
    filled = profile.model_copy(update={"services": {**profile.services, "ppt": known}})
    profiles = {**around.knowledge.profiles, "tydal": filled}
    there = replace(around, knowledge=replace(around.knowledge, profiles=profiles))
    shown = press("where_service", there, "tydal", "ppt.6-9")
    assert "tirsdag 8. desember kl. 09.00 og torsdag 10. desember kl. 13.00" in shown


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("skolefravær, 14 år", "Skolefravær: hit kan du gå"),
        ("språk hos ei på 4 år i barnehagen", "Språk: hit kan du gå"),
        ("kompetanseteamet", "Tverrfaglig kompetanseteam 0–18 år"),
        ("Drøftingsteam skole 6–18 år", "Drøftingsteam skole 6–18 år"),
    ],
)
def test_the_search_can_be_typed(around: Around, words: str, expected: str) -> None:
    shown = typed(words, around, "stjordal")
    assert shown is not None
    assert expected in shown


@pytest.mark.parametrize("theme", ["fravaer", "rus", "sprak", "psykisk_helse"])
@pytest.mark.parametrize(
    ("role", "its_own"),
    [("skole", "Drøftingsteam skole 6–18 år"), ("barnehage", "Drøftingsarena barnehage 0–5 år"), ("helse", "")],
)
def test_without_an_age_it_is_asked_for_and_the_teams_for_most_ages_are_shown(
    around: Around, theme: str, role: str, its_own: str
) -> None:
    shown = press("where_show", around, "stjordal", role=role, theme=theme)
    assert "Hvor gammelt er barnet? Teamene er delt etter alder." in shown
    assert "Tverrfaglig kompetanseteam 0–18 år" in shown
    assert "Tverrfaglig samarbeidsteam (TST)" not in shown
    assert its_own in shown
    told = press("where_show", around, "stjordal", theme, role=role, age="10-12")
    assert "Hvor gammelt er barnet?" not in told
    assert "Tverrfaglig kompetanseteam 0–18 år" in told
    assert "Tverrfaglig kompetanseteam 18 år" not in told


def test_the_age_is_not_asked_for_where_the_teams_are_for_all_or_the_matter_is_danger(around: Around) -> None:
    assert "Hvor gammelt er barnet?" not in press("where_show", around, "frosta", theme="fravaer")
    assert "Hvor gammelt er barnet?" not in press("where_show", around, "stjordal", theme="vold")


def test_the_place_of_the_last_search_is_kept_when_its_age_is_chosen(around: Around) -> None:
    searched = state_in("stjordal").in_dialog("where", theme="fravaer", age="", arena="videregaende")
    pressed = Pressed("where_show", "fravaer", 0, {"age": "16-17"})
    turn = Turn("aktivitet", PERSON, PLACE, pressed, around.now)
    shown = text_of(WHERE.verbs["where_show"].handler(turn, pressed, searched, around), around)
    assert "Elevtjenesten" in shown
    assert "Drøftingsteam skole" not in shown


def test_old_names_of_teams_lead_to_the_new_ones(around: Around) -> None:
    for old in ("forebyggende team", "småbarnsteam", "ressursteam"):
        shown = typed(old, around, "melhus")
        assert shown is not None
        assert "Lokalt tverrfaglig team" in shown


def test_a_question_is_left_to_the_answers(around: Around) -> None:
    assert typed("må jeg ha samtykke?", around, "stjordal") is None


def test_the_map_tells_cases_and_themes_apart(around: Around) -> None:
    shown = press("where_map", around, "melhus")
    assert shown.index("Når det gjelder ett barn") < shown.index("Når det gjelder et tema")
    for expected in (
        "Tverrfaglige nettverk",
        "SLT og politiråd",
        "Helse- og velferdskontoret",
        "Drøftingsteam barn og unge",
    ):
        assert expected in shown


def test_tiltakstrappa_says_what_is_missing_and_where_to_look(around: Around) -> None:
    shown = press("where_ladder", around, "stjordal")
    assert "noe annet enn nivåene i Handlingsveilederen" in shown
    assert "må fylles ut av kommunen" in shown
    melhus = press("where_ladder", around, "melhus")
    assert "Ungdomstorget" in melhus
    assert "Trinn" not in melhus


def test_without_a_municipality_one_is_asked_to_choose(around: Around) -> None:
    assert "innstillinger" in text_of(start_where(state_in(None), around), around)


def test_every_theme_article_exists_among_the_topics() -> None:
    topics = {
        line.split("\t")[1] for line in (KNOWLEDGE / "topics.tsv").read_text("utf-8").splitlines()[1:] if "\t" in line
    }
    assert set(ARTICLES.values()) <= topics


@pytest.mark.parametrize("role", ROLES)
def test_every_role_and_age_finds_something(around: Around, role: str) -> None:
    values: dict[str, Any] = {"theme": "psykisk_helse"}
    for age in AGE_BANDS:
        assert "hit kan du gå" in press("where_show", around, "stjordal", role=role, age=age, **values)


def searching(around: Around) -> Around:
    """Return what may be looked at with all answers and the search among them."""
    return replace(around, answers=shelf().answers, knowledge=shelf().knowledge)


ASKED = {
    "hvordan får jeg tak i helsesøster": ("where_number", "helsestasjon"),
    "jeg vil snakke med helsesykepleier": ("where_number", "helsestasjon"),
    "nummeret til ppt": ("where_service", "ppt"),
    "hvem er ppt?": ("where_service", "ppt"),
    "hvordan kontakter jeg barnevernet": ("where_service", "barnevern"),
    "hvor finner jeg nummeret til barnevernet": ("where_service", "barnevern"),
    "korleis får eg tak i helsesjukepleiaren": ("where_number", "helsestasjon"),
    "kan jeg snakke med helsesøster": ("where_number", "helsestasjon"),
    "kontakt til TST": ("where_team", "tst"),
    "nummeret til ot": ("where_team", "elevtjenesten_vgs"),
    "når er legevakta åpen": ("where_number", "legevakt"),
}
ASKED_FOR_MORE = (
    "kan jeg snakke med helsesykepleier om en elev",
    "hva gjør jeg når ppt ikke svarer",
    "hvordan ringer jeg barnevernet om en elev",
    "kan jeg ringe barnevernet",
    "må jeg kontakte barnevernet",
    "hva kan jeg si til helsesykepleier",
    "nummeret til krisesenteret",  # a sure answer tells how it is reached
    "barnevernvakta nummer",
    "hvem er TST",  # a sure answer has TST in its title
    "helsesykepleier",
    "jeg er helsesykepleier",
    "hva kan nav hjelpe med",  # a sure answer has NAV in its title
    "når ringer jeg barnevernet",
    "hvem ringer barnevernet",
    "hvem skal kontakte legevakta",
    "hva gjør jeg når barnevernet ringer",
    "når kommer politiet",
    "han er redd for politiet",
)


@pytest.mark.parametrize(("said", "opens"), ASKED.items())
def test_who_is_asked_for_by_name_has_a_card(around: Around, said: str, opens: tuple[str, str]) -> None:
    pressed = place_asked(said, state_in("stjordal"), searching(around))
    assert pressed is not None
    assert (pressed.verb, pressed.id) == opens


@pytest.mark.parametrize("said", ASKED_FOR_MORE)
def test_what_asks_for_more_than_one_of_them_is_searched(around: Around, said: str) -> None:
    assert place_asked(said, state_in("stjordal"), searching(around)) is None


def test_after_a_card_a_sure_answer_and_an_answer_to_something_else_are_not_searched_for_here(around: Around) -> None:
    for said in ("ja send", "Nei, ikke nå", "taushetsplikt"):
        assert typed(said, searching(around), "selbu") is None
    assert "116 111" in (typed("tlf barnevernvakta", around, "selbu") or "")
    assert "Mental Helse" in (typed("mental helse", around, "selbu") or "")


def test_a_number_that_is_not_filled_in_says_so_and_what_to_do(around: Around) -> None:
    shown = press("where_number", around, "stjordal", "helsestasjon")
    assert "må fylles ut av kommunen" in shown
    assert around.text("where.no_more") in shown
    assert around.text("where.no_more") not in press("where_number", around, "stjordal", "legevakt")
