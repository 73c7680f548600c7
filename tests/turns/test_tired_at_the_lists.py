"""Short words of somebody tired, below a list or a card: a no to a checklist, doubt said with a no, «bytt til den
første», «hva mener du» below a card that asks nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.turn import Pressed
from dialogs.by_words import words_of
from dialogs.editor.home import entry_asked, entry_named
from dialogs.guide.fields_heard import all_heard, as_age, fields_heard
from dialogs.guide.level_told import level_told
from tests.fakes.knowledge import shelf
from tests.turns.desk import CHANNEL, KARI, OLE, Desk

STEPS = shelf().knowledge.guides["bekymring"].steps
TEXTS = shelf().knowledge.texts
TODAY = date(2026, 11, 30)
TO_THE_LEVEL = ("jeg er bekymret", "nei, ikke nå", "nei")


async def say(desk: Desk, *said: str) -> str:
    shown = [await desk.say(KARI, one) for one in said]
    return desk.words(shown[-1])


@pytest.mark.parametrize(
    "said", ["14 år, skole, nei vet ikke", "14 år skole nei, vet ikke", "14 år, skole, nei det vet jeg ikke"]
)
def test_a_no_before_doubt_is_doubt(said: str) -> None:
    step = STEPS["om_barnet"]
    said = as_age(said, step)
    assert fields_heard(said, step, TODAY) == {"alder": "13-15", "arena": "skole", "vedtak": "vet_ikke"}
    assert all_heard(said, step, TODAY)


def test_a_no_alone_is_a_no() -> None:
    assert fields_heard("skole, nei", STEPS["om_barnet"], TODAY) == {"arena": "skole", "vedtak": "nei"}


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("samarbeider med en tjeneste", "niva_2"),
        ("en annen etat er inne", "niva_2"),
        ("to tenester", "niva_3"),
        ("ingen tjenester er med", ""),
        ("to elever", ""),
    ],
)
def test_how_many_services_are_with_them_is_heard(said: str, level: str) -> None:
    assert level_told(words_of(said), TEXTS) == level


async def test_a_no_to_a_checklist_is_told_what_is_needed(desk: Desk) -> None:
    await say(desk, *TO_THE_LEVEL, "2", "14 år, skole", "fravær")
    needed = desk.text("guide.none_here", label="Hvem har stafettpinnen nå", example="Ingen ennå")
    for _ in range(3):
        assert needed in await say(desk, "nei")


async def test_one_of_two_concerns_is_gone_on_with_by_its_place(desk: Desk) -> None:
    await say(desk, "jeg er bekymret", "nei, ikke nå", "fortsett senere", "jeg er bekymret", "fortsett senere")
    first, second = (one.title for one in (await desk.state(KARI)).concerns)
    assert first in await say(desk, "mine bekymringer", "bytt til den første")
    assert second in await say(desk, "mine bekymringer", "gå tilbake til den andre")


@pytest.mark.parametrize("said", ["fortsett med den første", "bytt til den første"])
async def test_what_is_gone_on_with_answers_no_question(desk: Desk, said: str) -> None:
    await say(desk, "jeg er bekymret", "nei, ikke nå")
    assert "Steg 2 av" in await say(desk, said)


async def test_a_no_and_doubt_take_no_age_back(desk: Desk) -> None:
    heard = await say(desk, *TO_THE_LEVEL, "2", "6 år skole, nei vet ikke")
    assert "Alder: 6–9 år; Hvor er barnet til daglig: Grunnskole; Har barnet hjelp fra før: Vet ikke" in heard


@pytest.mark.parametrize("said", ["hva mener du", "hæ", "hva gjør jeg nå"])
async def test_the_way_with_consent_is_told_in_plainer_words(desk: Desk, said: str) -> None:
    await say(desk, "drøft en sak", "8 år, skole, mobbing, med samtykke")
    assert desk.text("case.consent_meant", where="").split(" Har de ikke")[0].strip() in await say(desk, said)


@pytest.mark.parametrize("said", ["hva mener du", "hva gjør jeg nå", "har sagt det til rektor", "lederen vet det"])
async def test_who_does_not_follow_the_card_about_staff_is_led_step_by_step(desk: Desk, said: str) -> None:
    assert "Steg 1 av 3" in await say(desk, "mistanke mot en ansatt", said)


async def test_a_worry_that_is_told_to_a_leader_is_none_about_the_leader(desk: Desk) -> None:
    assert "ansatt eller kollega" not in await say(desk, "jeg er bekymret, har snakket med rektor")


async def test_who_does_not_follow_the_list_of_practice_is_told(desk: Desk) -> None:
    assert desk.text("practice.cases_meant") in await say(desk, "ny her", "øv på en sak", "hva mener du")


async def test_in_the_guide_what_is_meant_is_the_question_that_is_asked(desk: Desk) -> None:
    said = await say(desk, *TO_THE_LEVEL, "4", "14 år, skole", "fravær", "ingen ennå", "nei", "hva mener du")
    assert desk.text("guide.explained") in said
    assert "Kort sagt" not in said


async def test_whose_workplace_is_known_is_not_told_that_all_may_be_deleted(desk: Desk) -> None:
    shown = await desk.say(KARI, "mine bekymringer")
    assert desk.text("guide.concerns_none") in desk.words(shown)
    assert "har jeg slettet" not in desk.words(shown)
    assert desk.text("start.submit") in desk.words(shown)


@pytest.mark.parametrize(
    ("said", "pressed"),
    [
        ("hvilke spørsmål mangler svar", Pressed("edit_lists")),
        ("ny kontakt", Pressed("edit_pick", "contacts")),
        ("hvem kan redigere", Pressed("edit_who")),
    ],
)
def test_what_an_editor_asks_for_is_no_search(said: str, pressed: Pressed) -> None:
    heard = entry_asked(said, TEXTS)
    assert heard is not None
    assert (heard.verb, heard.id) == (pressed.verb, pressed.id)


def test_an_answer_to_be_deleted_is_looked_for_and_a_bare_one_may_be_ones_own() -> None:
    assert entry_named("slett svaret om samtykke", TEXTS) == Pressed(
        "edit_pick", "articles", values={"search": "samtykke"}
    )
    assert entry_named("slett svaret", TEXTS) is None
    assert entry_named("slett svaret mitt om samtykke", TEXTS) is None
    assert entry_named("slett ordet mobbing", TEXTS) is None


async def test_a_withdrawn_case_is_shown_to_who_wants_to_open_it_again(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    await desk.press(KARI, "my_withdraw_yes", case.id)
    said = desk.words(await desk.say(OLE, "Gjenåpne", CHANNEL))
    assert desk.text("team.no_text_withdrawn") in said
    assert "En annen har saken" not in said
