"""The conversation through a guide: answers in many forms, back, change, pause, delete, old cards, bad input."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.commands import CancelReminder, SetReminder
from dialogs.dialog import Around
from dialogs.guide.prefill import case_values
from tests.guide.conftest import Walker, walker_in

TO_THEMES = {
    "trygg_na": "nei",
    "grunn_til_a_tro": "nei",
    "hvor_langt": "ny",
    "om_barnet": {"alder": "10-12", "arena": "skole"},
    "hva_har_du_sett": {"tema": ["fravaer"]},
}
LEVEL_0 = {
    **TO_THEMES,
    "barnet_hort": "ja",
    "barnets_syn": "vil_ikke",
    "droft_med_leder": "ja",
    "snakk_med_foreldre": "ja",
}


def test_the_first_question_is_about_safety_and_the_concern_gets_a_neutral_title(walker: Walker) -> None:
    shown = walker.start()
    assert "Har du grunn til å tro at barnet er i fare nå?" in shown
    assert "«Sak Blå»" in shown
    assert "Skriv aldri navn" in shown


def test_two_concerns_at_the_same_time_have_different_titles(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei"})
    walker.start()
    assert [concern.title for concern in walker.state.concerns] == ["Sak Blå", "Sak Lilla"]


def test_titles_do_not_use_the_colours_of_the_prevention_levels(walker: Walker) -> None:
    for _ in range(25):
        walker.start()
    titles = [concern.title for concern in walker.state.concerns]
    assert len(set(titles)) == 25
    assert not {"Sak Grønn", "Sak Gul", "Sak Rød"} & set(titles)


@pytest.mark.parametrize("words", ["Nei, ikke nå", "nei", "NEI", "nei ikke nå"])
def test_an_answer_can_be_typed_in_several_ways(walker: Walker, words: str) -> None:
    walker.start()
    walker.type(words)
    assert walker.place == "grunn_til_a_tro"


@pytest.mark.parametrize("words", ["usikker", "jeg veit ikke", "vet ikke helt", "tja"])
def test_doubt_in_any_words_is_doubt(walker: Walker, words: str) -> None:
    walker.start()
    walker.type(words)
    assert walker.place == "ring_om_fare"


def test_an_unclear_answer_gets_the_choices_again_and_nothing_is_guessed(walker: Walker) -> None:
    walker.start()
    shown = walker.type("banan")
    assert shown is not None
    assert "Det svaret kjente jeg ikke igjen. Skriv 1, 2 eller 3, eller «hjelp»." in shown
    assert walker.place == "trygg_na"


def test_yes_is_not_taken_for_one_of_two_kinds_of_yes(walker: Walker) -> None:
    """«ja» on the duty to report asks which: violence and other neglect differ in what parents may be told."""
    walker.start()
    walker.answer_all({"trygg_na": "nei"})
    assert "Hvilket passer?" in (walker.type("ja") or "")
    assert walker.place == "grunn_til_a_tro"


def test_a_question_in_the_middle_is_left_to_the_answers(walker: Walker) -> None:
    walker.start()
    assert walker.type("hva betyr stafettpinne?") is None
    assert walker.place == "trygg_na"


def test_a_checklist_can_be_typed_on_one_line(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "ny"})
    walker.type("Alder: 10–12 år · Hvor er barnet: Grunnskole")
    assert walker.sitting.walk.answers["om_barnet"] == {"alder": "10-12", "arena": "skole"}


def test_a_checklist_without_what_is_required_is_shown_again_with_what_was_filled_in(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "ny"})
    shown = walker.answer_all({"om_barnet": {"alder": "6-9"}})
    assert "Velg ett svar her" in shown
    assert "6–9 år" in shown
    assert walker.place == "om_barnet"


def test_back_shows_the_earlier_answer_and_keeps_it_until_another_is_given(walker: Walker) -> None:
    walker.start()
    walker.answer_all(LEVEL_0)
    shown = walker.press_verb("guide_back")
    assert "Har du snakket med foreldrene om uroen din?" in shown
    assert "Du svarte: Ja, og vi er enige om veien videre" in shown
    assert walker.place == "hva_na"
    walker.answer_all({"snakk_med_foreldre": "ja"})
    assert walker.place == "hva_na"


def test_back_twice_goes_two_steps_back_and_back_at_the_start_says_so(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei"})
    walker.press_verb("guide_back")
    assert "fare nå" in walker.press_verb("guide_back")
    assert "første spørsmålet" in walker.press_verb("guide_back")


def test_a_correction_in_free_text_offers_to_change_the_right_answer(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**TO_THEMES, "barnet_hort": "ja", "barnets_syn": "vil_ikke"})
    shown = walker.type("oi jeg har jo ikke snakka med eleven, bare med mora")
    assert shown is not None
    assert "Vil du endre svaret ditt på «Har du snakket med barnet om hvordan det har det?»" in shown
    walker.press("Endre det")
    shown = walker.answer_all({"barnet_hort": "ikke_enna"})
    assert "Jeg tok bort ett svar som ikke gjelder lenger: «Barnets syn»" in shown
    assert walker.place == "droft_med_leder"


def test_keeping_the_answer_goes_on_where_one_was(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**TO_THEMES, "barnet_hort": "ja", "barnets_syn": "vil_ikke"})
    walker.type("oi, jeg har jo snakka med barnet")
    walker.press("Nei, gå videre")
    assert walker.place == "droft_med_leder"


def test_any_answer_can_be_changed_from_the_list_of_answers(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**LEVEL_0, "hva_na": "ja"})
    shown = walker.press("Endre et svar")
    assert "Fortsatt urolig" in shown
    walker.press("Fare nå")
    walker.answer_all({"trygg_na": "ja"})
    assert walker.place == "utfall_akutt"


def test_an_old_card_changes_nothing_but_offers_to(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei"})
    shown = walker.press_verb("guide_answer", "k1.trygg_na.usikker")
    assert "Vil du endre svaret ditt" in shown
    assert walker.sitting.walk.answers["trygg_na"] == "nei"


@pytest.mark.parametrize("target", ["k1.finnes_ikke.ja", "k1.hva_na.ja", "k1..", "", "k9.trygg_na.ja", "k1.trygg_na"])
def test_a_tampered_button_is_explained_and_changes_nothing(walker: Walker, target: str) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei"})
    before = walker.state.concerns
    assert walker.press_verb("guide_answer", target)
    assert walker.state.concerns[0].answers == before[0].answers


def test_pause_and_resume_weeks_later(walker: Walker, around: Around) -> None:
    walker.start()
    walker.answer_all(TO_THEMES)
    assert "lagret" in walker.press("Fortsett senere")
    assert walker.state.active is None
    walker.press_verb("guide_concerns")
    shown = walker.press("Sak Blå")
    assert "Velkommen tilbake til Sak Blå" in shown
    assert walker.place == "barnet_hort"


def test_restart_keeps_the_title_and_takes_the_answers_away(walker: Walker) -> None:
    walker.start()
    walker.answer_all(TO_THEMES)
    walker.press_verb("guide_restart")
    assert (walker.place, walker.sitting.title) == ("trygg_na", "Sak Blå")


def test_deleting_asks_once_and_takes_the_reminders_too(walker: Walker) -> None:
    walker.start()
    walker.answer_all(TO_THEMES)
    assert "Slette Sak Blå?" in walker.press_verb("guide_delete", "k1")
    assert walker.state.concerns
    walker.press("Ja, slett saken")
    assert walker.state.concerns == ()
    assert {type(command) for command in walker.commands} == {CancelReminder}


def test_a_guide_that_was_edited_is_offered_and_the_answers_move_along(walker: Walker) -> None:
    walker.start()
    walker.answer_all(LEVEL_0)
    walker.press("Fortsett senere")
    knowledge = walker.around.knowledge
    old = knowledge.guides["bekymring"]
    steps = {name: step for name, step in old.steps.items() if name != "barnets_syn"}
    heard = steps["barnet_hort"]
    options = (heard.options[0].model_copy(update={"go_to": "droft_med_leder"}), *heard.options[1:])
    steps["barnet_hort"] = heard.model_copy(update={"options": options})
    new = old.model_copy(update={"version": "2027-01-01.1", "steps": steps})
    kept = {(guide.id, guide.version): guide for guide in (old, new)}
    walker.around = replace(
        walker.around, knowledge=replace(knowledge, guides={**knowledge.guides, "bekymring": new}, kept_guides=kept)
    )
    shown = walker.press_verb("guide_resume", "k1")
    assert "fra 2026-11-30.1 til 2027-01-01.1" in shown
    assert walker.sitting.guide.version == "2026-11-30.1"
    shown = walker.press("Bruk den nye")
    assert "«Barnets syn»" in shown
    assert walker.sitting.guide.version == "2027-01-01.1"
    assert walker.place == "hva_na"


def test_a_version_that_is_gone_is_said_and_the_answers_are_kept_as_far_as_they_fit(walker: Walker) -> None:
    walker.start()
    walker.answer_all(TO_THEMES)
    old = replace(walker.state.concerns[0], guide_version="2020-01-01.1")
    walker.state = replace(walker.state, concerns=(old,))
    assert "finnes ikke lenger" in walker.press_verb("guide_resume", "k1")
    assert walker.place == "barnet_hort"


def test_several_worries_are_looked_at_the_heaviest_first_and_a_danger_stops_the_round(walker: Walker) -> None:
    walker.start()
    themes = ["mobbing", "psykisk_helse", "rus", "sosial_kontroll", "fysisk_helse", "hjemmeforhold"]
    walker.answer_all({**TO_THEMES, "hva_har_du_sett": {"tema": themes}})
    order = []
    for _ in range(6):
        order.append(walker.place)
        walker.answer_all({walker.place: "nei"})
    assert order == ["selvmord", "kontroll", "helse", "hjemme", "egen_fare", "barn_mot_barn"]
    assert walker.place == "barnet_hort"
    walker.press_verb("guide_change", "k1.helse")
    walker.answer_all({"helse": "ja"})
    assert walker.place == "utfall_helse_i_dag"


def test_the_criterion_that_is_not_in_the_kindergarten_act_says_so_to_private_kindergartens(around: Around) -> None:
    private, school = walker_in(around, "stjordal", "privat_barnehage"), walker_in(around, "stjordal", "skole")
    private.start()
    school.start()
    note = "Står ikke i barnehageloven"
    assert note in private.answer_all({"trygg_na": "nei"})
    assert note not in school.answer_all({"trygg_na": "nei"})


def test_without_a_municipality_everything_still_ends_in_advice(around: Around) -> None:
    walker = walker_in(around, None, None)
    walker.start()
    shown = walker.answer_all({**LEVEL_0, "hva_na": "usikker"})
    assert "Du har ikke valgt kommune" in shown
    assert "Plikten din er ikke over" in shown


def test_dont_know_everywhere_still_ends_in_a_useful_step(around: Around) -> None:
    walker = walker_in(around, "tydal", "annet")
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "niva_1"})
    walker.answer_all({"om_barnet": {"alder": "vet_ikke", "arena": "annet", "vedtak": "vet_ikke"}})
    walker.answer_all({"hva_har_du_sett": {"tema": ["annet"], "risiko": ["vet_ikke"], "hvor_lenge": "vet_ikke"}})
    walker.answer_all(
        {"niva_1_plan": {"stafettpinne": "ingen"}, "provd": {"tiltak": ["annet"], "resultat": "vet_ikke"}}
    )
    walker.answer_all({"trenger_mer": "usikker", "koordinering": "usikker"})
    shown = walker.answer_all({"samtykke": "ikke_spurt"})
    assert walker.place == "utfall_team_ta_kontakt"
    assert "må fylles ut av kommunen" in shown
    assert "Ingen ennå. Bestem det først." in shown


def test_a_date_in_the_past_is_refused_and_the_rest_is_kept(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**TO_THEMES, "hvor_langt": "niva_1"})
    walker.press_verb("guide_change", "k1.hvor_langt")
    walker.answer_all({"hvor_langt": "niva_1"})
    plan = {"plass": ["mal"], "stafettpinne": "leder", "evaluering": "2026-12-01"}
    shown = walker.answer_all({"niva_1_plan": plan})
    assert "Den datoen har vært" in shown
    assert walker.place == "niva_1_plan"
    walker.answer_all({"niva_1_plan": {**plan, "evaluering": "2027-01-18"}})
    assert walker.sitting.walk.answers["niva_1_plan"]["evaluering"] == "2027-01-18"


def test_the_plan_of_level_1_shows_who_holds_the_baton_and_when_it_is_evaluated(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**TO_THEMES, "hvor_langt": "niva_1"})
    walker.answer_all({"niva_1_plan": {"stafettpinne": "kontaktlaerer", "evaluering": "2027-01-18"}})
    shown = walker.answer_all({"provd": {"tiltak": ["samtaler"]}, "trenger_mer": "nei"})
    assert "Kontaktlærer eller pedagogisk leder" in shown
    assert "mandag 18. januar 2027" in shown
    assert "Bli enige om ett tydelig mål" in shown


def test_the_summary_holds_outcome_answers_version_and_agenda_and_no_name(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**LEVEL_0, "hva_na": "ja"})
    shown = walker.press("Lag oppsummering")
    for expected in (
        "Fare nå: Nei, ikke nå",
        "utgave 2026-11-30.1",
        "Dagsorden",
        "Plikten din er ikke over",
        "Er du uenig?",
    ):
        assert expected in shown
    assert "Oppdiktet Ansatt" not in shown


def test_a_danger_outcome_has_no_meeting_agenda(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "ja_vold"})
    assert "Dagsorden" not in walker.press("Lag oppsummering")


def test_reminders_of_barnevernets_feedback_are_two_and_name_only_the_title(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "ja"})
    walker.press("Minn meg på svaret")
    shown = walker.press("Minn meg begge ganger")
    first, later = walker.commands
    assert isinstance(first, SetReminder)
    assert isinstance(later, SetReminder)
    assert f"{first.due_at:%Y-%m-%d %H:%M} {later.due_at:%Y-%m-%d %H:%M}" == "2026-12-28 08:00 2027-04-04 08:00"
    assert dict(first.values) == {"title": "Sak Blå", "concern": walker.state.concerns[0].id}
    assert "mandag 28. desember 2026" in shown


def test_a_reminder_can_be_typed_and_the_offset_follows_norwegian_time(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**LEVEL_0, "hva_na": "ja"})
    walker.press("Minn meg på evalueringen")
    assert "Hvilken dag? Skriv" in (walker.type("snart") or "")
    walker.type("1. juli")
    (command,) = walker.commands
    assert isinstance(command, SetReminder)
    assert command.due_at.isoformat() == "2027-07-01T08:00:00+02:00"


def test_a_question_while_a_date_is_asked_for_is_left_to_the_answers(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**LEVEL_0, "hva_na": "ja"})
    walker.press("Minn meg på evalueringen")
    assert walker.type("hvor lenge bør man egentlig prøve et tiltak?") is None


def test_a_reminder_about_a_member_of_staff_does_not_say_what_it_is_about(walker: Walker) -> None:
    walker.start("mistanke_mot_ansatt")
    walker.answer_all({"fare_na": "nei", "hvem": "kollega", "hva_skjedde": "ja"})
    walker.press("Minn meg på svaret")
    shown = walker.press("Minn meg begge ganger")
    assert "ansatt" not in shown
    assert all("ansatt" not in dict(command.values)["title"] for command in walker.commands)


@pytest.mark.parametrize(
    ("words", "level"),
    [("jeg er på nivå 2 allerede", "niva_2"), ("nivå 0", "ny"), ("Handlingsveilederen nivå 3", "niva_3")],
)
def test_the_guide_can_be_entered_at_any_level_in_words(walker: Walker, words: str, level: str) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei"})
    walker.type(words)
    assert walker.sitting.walk.answers["hvor_langt"] == level


def test_a_case_form_is_filled_with_the_choices_that_led_to_it(walker: Walker, around: Around) -> None:
    walker.start()
    walker.answer_all({**TO_THEMES, "hvor_langt": "niva_1"})
    concern = walker.state.concerns[0].id
    assert case_values(concern, walker.state, around) == {}
    walker.press_verb("guide_change", "k1.hvor_langt")
    walker.answer_all({"hvor_langt": "niva_1", "niva_1_plan": {"stafettpinne": "leder"}})
    walker.answer_all({"provd": {"tiltak": ["samtaler"]}, "trenger_mer": "ja", "samtykke": "anonymt"})
    assert case_values("", walker.state, around) == {}, "nothing is known of a case begun anywhere else"
    assert case_values(concern, walker.state, around) == {
        "age": "10-12",
        "arena": "skole",
        "themes": "fravaer",
        "way": "anonymt",
    }


def test_danger_from_a_member_of_staff_is_never_told_to_the_one_it_is_about(walker: Walker) -> None:
    walker.start("mistanke_mot_ansatt")
    shown = walker.type("ja") or ""
    assert "Er det en leder det gjelder, går du over lederen" in shown
    assert "Ikke si noe til den det gjelder" in shown
    assert "Fortell lederen din" not in shown
    walker.press("Barnet er trygt nå")
    walker.answer_all({"fare_na": "nei", "hvem": "leder", "hva_skjedde": "ja"})
    assert walker.place == "utfall_ansatt_vold_eier"
