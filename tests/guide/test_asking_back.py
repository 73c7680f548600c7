"""Loose words are said back, and never end a question about danger with «no danger» before they are confirmed."""

from __future__ import annotations

import pytest

from bot.content.knowledge import Knowledge
from bot.domain.reply import Card
from dialogs.as_text import as_text
from dialogs.guide.asking_back import calms
from dialogs.guide.step_card import definition
from tests.each import each
from tests.guide.conftest import Walker

LOOSE_NO = (
    "nei det tror jeg ikke",
    "nei, ikke slik jeg vet",
    "nope",
    "neei",
    "trur ikkje det",
    "itj som æ veit",
    "no i dont think so",
    "nei ikke nåå",
)
DOUBT = ("ikke helt sikker", "veit ikkje", "nei, vet ikke", "det vet jeg ikke", "not sure", "ikke vet jeg", "tja")
SAFETY = (("trygg_na", "grunn_til_a_tro"), ("grunn_til_a_tro", "hvor_langt"))


def at(walker: Walker, step: str) -> Walker:
    """Take the person to one of the two safety questions."""
    walker.start()
    if step == "grunn_til_a_tro":
        walker.answer_all({"trygg_na": "nei"})
    return walker


@pytest.mark.parametrize("words", LOOSE_NO[:-1])
@pytest.mark.parametrize(("step", "after"), SAFETY)
def test_a_loose_no_goes_on_only_after_a_yes(walker: Walker, step: str, after: str, words: str) -> None:
    shown = at(walker, step).type(words)
    assert "Stemmer det?" in (shown or "")
    assert walker.place == step
    walker.type("ja")
    assert walker.place == after


@each("words", LOOSE_NO[:-1])
@each("step", ["trygg_na", "grunn_til_a_tro"])
@each("reply", ["nei", "hm", "nope", "neei"])
def test_anything_but_a_yes_leaves_the_question_open(walker: Walker, step: str, words: str, reply: str) -> None:
    at(walker, step).type(words)
    walker.type(reply)
    assert walker.place == step


@pytest.mark.parametrize(("step", "after"), SAFETY)
def test_a_bare_yes_to_the_question_back_is_told_as_what_it_answered(walker: Walker, step: str, after: str) -> None:
    """The last thing that is asked is whether it is right, and who meant the question itself sees what was kept."""
    asked = walker.around.knowledge.guides["bekymring"].steps[step].ask
    shown = at(walker, step).type("nope") or ""
    assert shown.index(asked) < shown.index("Stemmer det?")
    assert asked not in shown[shown.index("Stemmer det?") :]
    told = walker.type("ja") or ""
    assert walker.place == after
    assert "Er det feil, skriv «tilbake»" in told
    assert "Nei" in told.split("Er det feil")[0]


@pytest.mark.parametrize("words", DOUBT)
@pytest.mark.parametrize(("step", "after"), [("trygg_na", "ring_om_fare"), ("grunn_til_a_tro", "ring_i_dag")])
def test_doubt_in_any_words_is_never_a_no(walker: Walker, step: str, after: str, words: str) -> None:
    assert "Jeg forsto det som: «Jeg er usikker»" in (at(walker, step).type(words) or "")
    assert walker.place == after


@pytest.mark.parametrize("words", ["ja, noe kan skje nå", "ja det har jeg", "ja for han er alene", "ja, han er skada"])
def test_a_yes_and_what_it_is_about_is_a_yes(walker: Walker, words: str) -> None:
    assert "Jeg forsto det som: «Ja»" in (at(walker, "trygg_na").type(words) or "")
    assert walker.place != "trygg_na"


@pytest.mark.parametrize(
    "words",
    ["ja, men han er trygg nå", "ja eller nei", "ja hva betyr det", "ja, ikke nå", "ja, det er lenge siden", "ja ok"],
)
def test_a_yes_that_is_taken_half_back_is_for_the_person_to_choose(walker: Walker, words: str) -> None:
    at(walker, "trygg_na").type(words)
    assert walker.place == "trygg_na"


def test_no_loose_answer_to_a_deciding_question_calms_unconfirmed(walker: Walker, knowledge: Knowledge) -> None:
    """Every calming answer of both safety questions, with a letter too many in each place."""
    for step_id, _ in SAFETY:
        step = knowledge.guides["bekymring"].steps[step_id]
        for option in (one for one in step.options if calms(step, one)):
            for place in range(len(option.say)):
                at(walker, step_id).type(option.say[:place] + "x" + option.say[place:])
                assert walker.place in (step_id, "ring_om_fare", "ring_i_dag", "utfall_akutt", "utfall_meld_vold")


@pytest.mark.parametrize("words", ["Nei, ikke nå", "nei ikke nå", "nei"])
def test_exact_words_are_not_asked_about(walker: Walker, words: str) -> None:
    assert "forsto" not in (at(walker, "trygg_na").type(words) or "")
    assert walker.place == "grunn_til_a_tro"


def test_the_numbers_of_the_question_back_are_those_of_the_step(walker: Walker) -> None:
    walker.start()
    step = [one.id for one in walker.shown if one.verb == "guide_answer"]
    walker.type("nope")
    assert [one.id for one in walker.shown] == step
    assert "ja" not in [one.title.casefold() for one in walker.shown]


def test_a_yes_of_two_kinds_is_asked_about(walker: Walker) -> None:
    assert "Hvilket passer?" in (at(walker, "grunn_til_a_tro").type("ja") or "")
    assert walker.place == "grunn_til_a_tro"


def test_unknown_words_get_only_the_answers_and_the_third_time_people(walker: Walker) -> None:
    shown = at(walker, "grunn_til_a_tro").type("banan") or ""
    assert "Regn som ja hvis" not in shown
    assert "Ja, noe annet på lista" in shown
    walker.type("banan")
    assert "snakk med noen i stedet" in (walker.type("banan") or "")


def test_a_list_where_several_may_be_chosen_says_at_least_one(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "tema"})
    assert "Velg minst ett svar her" in walker.answer_all({"tema_gjelder": {"tema": []}})


def test_a_question_without_yes_or_no_among_its_answers_does_not_ask_to_count_as_yes(walker: Walker) -> None:
    """«Hva ble dere enige om?» has no yes: what is meant is the gravest answer."""
    walker.start()
    sitting, texts = walker.sitting, walker.around.text
    for guide in walker.around.knowledge.guides.values():
        for name, step in guide.steps.items():
            shown = as_text(Card("", title="", blocks=definition(sitting, step)), texts)
            has_yes = any(option.say.startswith(("Ja", "Nei")) for option in step.options)
            if step.count_as_yes:
                assert (texts("guide.count_as_yes") in shown) == has_yes, name


def test_where_two_answers_are_grave_no_heading_says_which_one_to_choose(walker: Walker) -> None:
    """«De sa at det haster, eller at du skal melde» is two answers: headings say what is grave only."""
    walker.start()
    step = walker.around.knowledge.guides["bekymring"].steps["ring_om_fare"]
    assert sum(option.meaning == "ja" for option in step.options) == 2
    shown = as_text(Card("", title="", blocks=definition(walker.sitting, step)), walker.around.text)
    assert walker.around.text("guide.count_as_yes_grave") in shown
    headings = [line for line in shown.splitlines() if not line.startswith("·")]
    assert not any("Velg" in line for line in headings), "each line below names its own answer"
