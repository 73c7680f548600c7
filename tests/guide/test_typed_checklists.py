"""Checklists typed as people type them on a phone, answers said before they are asked, and answers that contradict."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.content.knowledge import Knowledge
from dialogs.guide.fields_heard import all_heard, as_age, fields_heard
from dialogs.guide.option_named import exactly_named, named_in_part, nearly_named
from tests.content.knowledge_copy import Copy
from tests.guide.conftest import Walker

TODAY = date(2026, 12, 7)
SAFE = {"trygg_na": "nei", "grunn_til_a_tro": "nei"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("14 år, ungdomsskolen", {"alder": "13-15", "arena": "skole"}),
        ("13-15 år, grunnskole, vedtak", {"alder": "13-15", "arena": "skole", "vedtak": "vedtak"}),
        ("Alder: 13–15 år · Hvor er barnet: vgs", {"alder": "13-15", "arena": "videregaende"}),
        ("Alder: 14 år · Hjelp fra før: vedtak", {"alder": "13-15", "vedtak": "vedtak"}),
        ("19 år, et annet sted", {"alder": "18-20", "arena": "annet"}),
        ("5 år, barnehagen", {"alder": "19-mnd-5-ar", "arena": "barnehage"}),
        ("18 år", {"alder": "18-20"}),
        ("18 mnd", {"alder": "0-18-mnd"}),
        ("17 mnd og hjemme", {"alder": "0-18-mnd", "arena": "hjemme"}),
        ("17 år, vgs, individuell plan", {"alder": "16-17", "arena": "videregaende", "vedtak": "ansvarsgruppe"}),
        ("fireåring i barnehagen", {"alder": "19-mnd-5-ar", "arena": "barnehage"}),
        ("4 år\nbarnehagen", {"alder": "19-mnd-5-ar", "arena": "barnehage"}),
        ("grunskole, 8 år", {"alder": "6-9", "arena": "skole"}),
        ("vet ikke", {"alder": "vet_ikke"}),
    ],
)
def test_age_and_place_are_read_without_labels(knowledge: Knowledge, said: str, expected: dict[str, str]) -> None:
    step = knowledge.guides["bekymring"].steps["om_barnet"]
    assert fields_heard(said, step, TODAY) == expected


@pytest.mark.parametrize(
    ("step", "said", "expected"),
    [
        ("hva_har_du_sett", "fravær, mobbing og språk", {"tema": ["fravaer", "mobbing", "sprak"]}),
        ("hva_har_du_sett", "skolefravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "ikke fravær", {}),
        ("hva_har_du_sett", "trivsel ok, fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "hjemmeforhold ok, fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "Hva gjelder det: hjemmeforhold ok, fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "hjemme er bra, men fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "trivsel og vennskap er bra, fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "trivsel ok og fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "ikke mobbing, men fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "itj mobbing men fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "ikke rus, mobbing, men fravær", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "fravær, ikke mobbing og rus", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "fravær, men trivsel ok", {"tema": ["fravaer"]}),
        ("hva_har_du_sett", "fravær, hjemmeforhold ikke så bra", {"tema": ["fravaer", "hjemmeforhold"]}),
        ("hva_har_du_sett", "hjemmeforhold er ikke helt ok, fravær", {"tema": ["hjemmeforhold", "fravaer"]}),
        ("hva_har_du_sett", "ikkje særleg bra hjemmeforhold", {"tema": ["hjemmeforhold"]}),
        ("hva_har_du_sett", "hjemmeforhold aldri bra og fravær", {"tema": ["hjemmeforhold", "fravaer"]}),
        ("hva_har_du_sett", "trivsel er ikke bra, fravær", {"tema": ["utenforskap", "fravaer"]}),
        ("hva_har_du_sett", "fravær, men også mobbing", {"tema": ["fravaer", "mobbing"]}),
        ("hva_har_du_sett", "fravær, vet ikke", {"tema": ["fravaer"], "hvor_lenge": "vet_ikke"}),
        ("om_barnet", "5 mnd hjemme nei", {"alder": "0-18-mnd", "arena": "hjemme", "vedtak": "nei"}),
        ("om_barnet", "4 år barnehage nei", {"alder": "19-mnd-5-ar", "arena": "barnehage", "vedtak": "nei"}),
        ("om_barnet", "14 år gammel", {"alder": "13-15"}),
        ("hva_har_du_sett", "psykisk hesle", {"tema": ["psykisk_helse"]}),
        ("om_barnet", "7. klasse, grunnskole", {"alder": "10-12", "arena": "skole"}),
        ("om_barnet", "4 år, hjemme, ikke i barnehage", {"alder": "19-mnd-5-ar", "arena": "hjemme"}),
        ("om_barnet", "10 år, grunnskole, ingen vedtak", {"alder": "10-12", "arena": "skole", "vedtak": "nei"}),
        ("provd", "ikke startet", {"hvor_lenge": "ikke_startet"}),
        ("hva_har_du_sett", "fravær, noen uker", {"tema": ["fravaer"], "hvor_lenge": "noen_uker"}),
        ("hva_har_du_sett", "Mobbing, venner", {"tema": ["mobbing"], "beskyttelse": ["venner"]}),
        ("hva_har_du_sett", "sykdom eller funksjonsnedsettelse", {"tema": ["funksjonsnedsettelse"]}),
        ("provd", "Samtaler med barnet, omtrent likt", {"tiltak": ["samtaler"], "resultat": "likt"}),
        ("niva_3_plan", "stafettpinne koordinator", {"stafettpinne": "koordinator"}),
        ("niva_3_plan", "evaluering 20. januar", {"evaluering_dato": "2027-01-20"}),
        ("niva_3_plan", "hva er en ansvarsgruppe", {}),
        ("niva_1_plan", "stafettpinnen rektor", {"stafettpinne": "leder"}),
        ("niva_1_plan", "tydelig mål, rektor", {"plass": ["mal"], "stafettpinne": "leder"}),
        ("provd", "Arbeid i gruppa eller klassen", {"tiltak": ["miljo"]}),
        ("niva_1_plan", "rektor eller styrer, 18. januar", {"stafettpinne": "leder", "evaluering": "2027-01-18"}),
    ],
)
def test_other_checklists_are_read_the_same_way(
    knowledge: Knowledge, step: str, said: str, expected: dict[str, Any]
) -> None:
    assert fields_heard(said, knowledge.guides["bekymring"].steps[step], TODAY) == expected


def test_a_checklist_can_be_typed_one_field_at_a_time(walker: Walker) -> None:
    walker.start()
    walker.answer_all({**SAFE, "hvor_langt": "ny"})
    shown = walker.type("14 år")
    assert shown is not None
    assert "Alder*: 13–15 år" in shown
    walker.type("grunnskole")
    assert walker.sitting.walk.answers["om_barnet"] == {"alder": "13-15", "arena": "skole"}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"alder": "6-9", "arena": "videregaende"}, "Alderen passer ikke med videregående skole"),
        ({"alder": "0-18-mnd", "arena": "skole"}, "Alderen passer ikke med grunnskolen"),
        ({"alder": "13-15", "arena": "barnehage"}, "Alderen passer ikke med barnehagen"),
    ],
)
def test_an_age_that_does_not_fit_the_place_is_asked_about(walker: Walker, answer: dict[str, str], said: str) -> None:
    walker.start()
    shown = walker.answer_all({**SAFE, "hvor_langt": "ny", "om_barnet": answer})
    assert said in shown
    assert walker.place == "om_barnet"
    walker.type("vet ikke")
    walker.type("Hvor er barnet: et annet sted")
    assert walker.place == "hva_har_du_sett"


def test_nothing_tried_and_something_tried_is_asked_about(walker: Walker) -> None:
    walker.start()
    answers = {**SAFE, "hvor_langt": "niva_1", "om_barnet": {"alder": "10-12", "arena": "skole"}}
    walker.answer_all({**answers, "hva_har_du_sett": {"tema": ["fravaer"]}, "niva_1_plan": {"stafettpinne": "leder"}})
    shown = walker.answer_all({"provd": {"tiltak": ["ingenting", "samtaler"]}})
    assert "Behold bare det ene" in shown
    walker.answer_all({"provd": {"tiltak": ["samtaler"]}})
    assert walker.place == "trenger_mer"


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("jeg er på nivå 2 allerede", "niva_2"),
        ("vi er på nivå 1", "niva_1"),
        ("vi står på nivå 3 nå", "niva_3"),
        ("det gjelder et tema, ikke ett barn", "tema"),
    ],
)
def test_a_level_said_before_it_is_asked_is_remembered_but_safety_comes_first(
    walker: Walker, words: str, level: str
) -> None:
    walker.start()
    shown = walker.type(words)
    assert shown is not None
    assert "Det husker jeg" in shown
    assert walker.place == "trygg_na"
    walker.answer_all(SAFE)
    assert walker.sitting.walk.answers["hvor_langt"] == level
    walker.press_verb("guide_back")
    assert walker.place != "hvor_langt"
    walker.answer_all({"hvor_langt": "ny"})
    assert walker.sitting.walk.answers["hvor_langt"] == "ny"


def test_a_danger_ends_the_round_whatever_level_was_said(walker: Walker) -> None:
    walker.start()
    walker.type("vi er på nivå 3 allerede")
    walker.answer_all({"trygg_na": "ja"})
    assert walker.place == "utfall_akutt"


def test_the_header_never_shows_a_lower_level_than_the_person_is_on(walker: Walker) -> None:
    walker.start()
    child = {"alder": "10-12", "arena": "skole"}
    assert "Handlingsveilederen nivå 0" in walker.answer_all({**SAFE, "hvor_langt": "ny", "om_barnet": child})
    walker.press_verb("guide_change", "k1.hvor_langt")
    shown = walker.answer_all({"hvor_langt": "niva_2"})
    assert "Handlingsveilederen nivå 2" in shown
    assert "nivå 0" not in shown


def test_a_conflict_that_names_an_unknown_choice_is_refused(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "knowledge")
    copy.change("guides/bekymring.yaml", "never_with: [arena.barnehage]", "never_with: [arena.barnehagen]")
    assert "conflicts nevner «arena.barnehagen»" in copy.errors()


@pytest.mark.parametrize(
    ("step", "words", "option"),
    [
        ("hvor_langt", "ny", "ny"),
        ("hvor_langt", "nettopp urolig", "ny"),
        ("hvor_langt", "vi prøver tiltak", "niva_1"),
        ("hvor_langt", "flere tjenester", "niva_3"),
        ("barnet_hort", "for lite", "for_lite"),
        ("barnet_hort", "ikke ennå", "ikke_enna"),
        ("barnets_syn", "redd for vold", "noe_alvorlig"),
        ("snakk_med_foreldre", "ja enige", "ja"),
        ("samtykke", "familien vil være med", "ja_deltar"),
    ],
)
def test_some_words_of_an_answer_are_enough_when_they_fit_no_other(
    knowledge: Knowledge, step: str, words: str, option: str
) -> None:
    options = knowledge.guides["bekymring"].steps[step].options
    found = exactly_named(words, options) or nearly_named(words, options, knowledge.texts)
    found = found or named_in_part(words, options, knowledge.texts)
    assert found is not None
    assert found.id == option


@pytest.mark.parametrize("words", ["barnet", "er det", "vi", "redd"])
def test_words_that_fit_several_answers_are_never_guessed_from(knowledge: Knowledge, words: str) -> None:
    options = knowledge.guides["bekymring"].steps["snakk_med_foreldre"].options
    assert (exactly_named(words, options) or nearly_named(words, options, knowledge.texts)) is None


@pytest.mark.parametrize("said", ["usikker", "vet ikke", "nei, vet ikke"])
def test_doubt_at_a_step_one_went_back_to_takes_nothing_away(walker: Walker, said: str) -> None:
    walker.start()
    answer = {"alder": "6-9", "arena": "skole", "vedtak": "nei"}
    walker.answer_all({**SAFE, "hvor_langt": "ny", "om_barnet": answer})
    before = walker.sitting.walk.answers["om_barnet"]
    walker.press_verb("guide_back")
    walker.type(said)
    assert walker.sitting.walk.answers["om_barnet"] == before


@pytest.mark.parametrize(("said", "age"), [("8 år", "6-9"), ("11 år", "10-12")])
def test_who_changes_one_field_in_words_keeps_the_others(walker: Walker, said: str, age: str) -> None:
    walker.start()
    walker.answer_all({**SAFE, "hvor_langt": "ny"})
    walker.type("7 år, grunnskole")
    walker.press_verb("guide_change", f"{walker.sitting.concern.id}.om_barnet")
    walker.type(said)
    given = walker.sitting.walk.answers["om_barnet"]
    assert (given["alder"], given["arena"]) == (age, "skole")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("mobbing noen uker", {"Mobbing", "noen uker"}),
        ("fravær flere måneder", {"Fravær", "flere måneder"}),
        ("fravær psykisk helse flere måneder", {"Fravær", "Psykisk helse", "flere måneder"}),
        ("mobbing utenforskap flere måneder venner", {"Mobbing", "Trivsel og vennskap", "flere måneder", "venner"}),
        ("fravær noen uker flere måneder", set()),
        ("fravær han er", set()),
        ("hva er rus", set()),
    ],
)
def test_choices_without_a_sign_between_them_are_all_heard(walker: Walker, said: str, heard: set[str]) -> None:
    step = walker.around.knowledge.guides["bekymring"].steps["hva_har_du_sett"]
    given = fields_heard(said, step, walker.around.today)
    names = {one.id: one.say for field in step.fields for one in field.choices}
    chosen = [one for value in given.values() for one in ([value] if isinstance(value, str) else value)]
    assert {names[one] for one in chosen} == heard


def test_a_story_of_many_words_is_not_cut_into_choices(walker: Walker) -> None:
    step = walker.around.knowledge.guides["bekymring"].steps["hva_har_du_sett"]
    assert fields_heard("han er plaget av andre og mister venner noen dager hver uke", step, walker.around.today) == {}


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("gutt på 3", "gutt 3 år"),
        ("barn på 8 uker", "barn på 8 uker"),
        ("barn på 5 mnd", "barn på 5 mnd"),
        ("elev på 10. trinn", "elev på 10. trinn"),
    ],
)
def test_the_number_of_a_child_is_an_age_in_years_unless_it_counts_something_else(
    knowledge: Knowledge, said: str, heard: str
) -> None:
    steps = knowledge.guides["bekymring"].steps.values()
    assert heard in {as_age(said, step) for step in steps}
    assert {as_age(said, step) for step in steps} <= {said, heard}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ikke hjelp fra før", {"vedtak": "nei"}),
        ("har ikke fått noe hjelp", {"vedtak": "nei"}),
        ("nei, ikke hjelp", {"vedtak": "nei"}),
        ("har itj hjelp fra før", {"vedtak": "nei"}),
        ("10 år, skole, ikke hjelp fra før", {"alder": "10-12", "arena": "skole", "vedtak": "nei"}),
        ("10 år og ingen hjelp enda", {"alder": "10-12", "vedtak": "nei"}),
        ("ikke i barnehage", {}),
        ("hjelp fra før: vet ikke", {"vedtak": "vet_ikke"}),
        ("vet ikke om barnet har hjelp fra før", {"vedtak": "vet_ikke"}),
        ("10 år, skole, hjelp fra før vet jeg ikke", {"alder": "10-12", "arena": "skole", "vedtak": "vet_ikke"}),
        ("ikke hjelp så vidt jeg vet", {"vedtak": "nei"}),
        ("ikke hjelp hjemme", {}),
        ("hjelp fra før", {}),
    ],
)
def test_a_no_in_the_words_of_a_label_answers_that_field(
    knowledge: Knowledge, said: str, expected: dict[str, str]
) -> None:
    step = knowledge.guides["bekymring"].steps["om_barnet"]
    assert fields_heard(said, step, TODAY) == expected
    assert all_heard(said, step, TODAY) or not expected


@pytest.mark.parametrize("said", ["ja og nei", "både ja og nei", "litt ja og litt nei"])
def test_yes_and_no_at_a_checklist_is_doubt_and_answers_no_field(walker: Walker, said: str) -> None:
    walker.start()
    walker.answer_all({**SAFE, "hvor_langt": "ny"})
    walker.type(said)
    assert walker.place == "om_barnet"
    assert "om_barnet" not in walker.sitting.walk.answers


@pytest.mark.parametrize("said", ["ja og nei", "både ja og nei"])
def test_yes_and_no_to_a_question_is_doubt(walker: Walker, said: str) -> None:
    walker.start()
    walker.type(said)
    assert walker.sitting.walk.answers == {"trygg_na": "usikker"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("13 år, skole, vet ikke", {"alder": "13-15", "arena": "skole", "vedtak": "vet_ikke"}),
        ("13 skole vet ikke", {"alder": "13-15", "arena": "skole", "vedtak": "vet_ikke"}),
        ("13, skole, vet ikke, vet ikke", {"alder": "13-15", "arena": "skole", "vedtak": "vet_ikke"}),
        ("13 år, skole, vedtak, vet ikke", {"alder": "13-15", "arena": "skole", "vedtak": "vedtak"}),
        ("13 år, skole, vedtak, 14 år", {"alder": "13-15", "arena": "skole", "vedtak": "vedtak"}),
        ("12 år, 13 år, skole", {"alder": "13-15", "arena": "skole"}),
        ("8 skole nei", {"alder": "6-9", "arena": "skole", "vedtak": "nei"}),
        ("5, barnehage", {"alder": "19-mnd-5-ar", "arena": "barnehage"}),
        ("vet ikke, skole", {"alder": "vet_ikke", "arena": "skole"}),
        ("4 ganger i uka", {}),
        ("5 mnd hjemme", {"alder": "0-18-mnd", "arena": "hjemme"}),
    ],
)
def test_doubt_is_of_what_has_no_answer_yet_and_a_number_first_is_the_age(
    knowledge: Knowledge, said: str, expected: dict[str, str]
) -> None:
    step = knowledge.guides["bekymring"].steps["om_barnet"]
    assert fields_heard(as_age(said, step), step, TODAY) == expected
