"""Late on a Friday nobody is met with less than they need: no button is found, a number is dead, strength runs out, and
what to do is asked right below what was told."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from dialogs.dialog import ACUTE_CARD
from tests.turns.desk import KARI, Desk, kinds

TOLD = "en gutt på klubben sier han hater å være hjemme"
NO_BUTTON = ["finner ikke knappen", "knappen virker ikke", "hvor trykker jeg", "kor e knappen", "får ikke trykt"]


@pytest.mark.parametrize("before", ["", "jeg er bekymret", "drøft en sak"])
@pytest.mark.parametrize("said", NO_BUTTON)
async def test_who_finds_no_button_is_told_that_all_can_be_typed(desk: Desk, before: str, said: str) -> None:
    if before:
        await desk.say(KARI, before)
    assert desk.text("answers.small_button") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("before", ["", "jeg er bekymret"])
@pytest.mark.parametrize("said", ["kan jeg spørre deg om noe", "får jeg spørre om noe", "kan æ spør dæ om nokka"])
async def test_who_asks_whether_they_may_ask_is_told_that_they_may(desk: Desk, before: str, said: str) -> None:
    if before:
        await desk.say(KARI, before)
    assert desk.text("answers.small_ask") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("before", ["", "jeg er bekymret", "drøft en sak"])
@pytest.mark.parametrize("said", ["nummeret virker ikke", "det nummeret er feil", "kommer ikke gjennom på nummeret"])
async def test_who_has_a_dead_number_is_shown_whom_to_ring(desk: Desk, before: str, said: str) -> None:
    if before:
        await desk.say(KARI, before)
    shown = await desk.say(KARI, said)
    assert "numbers" in kinds(shown)
    assert desk.text("calls.wrong_number") in desk.words(shown)


@pytest.mark.parametrize("said", ["hva er nummeret", "riktig nummer", "jeg fikk nummeret"])
async def test_a_number_that_nobody_calls_wrong_is_no_dead_one(desk: Desk, said: str) -> None:
    assert desk.text("calls.wrong_number") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hva gjør jeg", "hva gjør jeg med dette", "ok så hva nå", "ka gjør æ"])
async def test_what_to_do_asked_below_a_worry_leads_through_it(desk: Desk, said: str) -> None:
    await desk.say(KARI, TOLD)
    before = (await desk.state(KARI)).shown
    assert desk.text("answers.say_more_worry_title") in desk.words(await desk.say(KARI, said))
    assert [(one.verb, one.id) for one in (await desk.state(KARI)).shown] == [(one.verb, one.id) for one in before]
    await desk.say(KARI, "ja")
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize(
    "said",
    [
        "det gjelder en jente i 6. klasse som har trukket seg veldig tilbake etter jul",
        "en gutt i 3. klasse er blitt så stille etter sommeren",
    ],
)
async def test_what_is_told_of_a_child_is_never_outside(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert "off_topic" not in kinds(shown)
    assert "menu_worried" in {one.verb for one in (await desk.state(KARI)).shown}


@pytest.mark.parametrize("said", ["jeg orker ikke mer av dette", "æ orke itj mer av det her", "jeg er utslitt"])
async def test_in_a_guide_who_has_no_strength_left_may_stop(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, said)
    assert desk.text("guide.tired") in desk.words(shown)
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize(
    "said",
    ["hvor mange spørsmål er det igjen", "er det langt igjen", "kor mange steg er det att", "hvor lenge tar dette"],
)
async def test_in_a_guide_how_far_it_is_is_told(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("guide.how_far") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["det e fleire tenesta me", "vi har mange tjenester med", "flere etater er inne"])
async def test_several_services_are_heard_without_their_names(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei", "nei"):
        await desk.say(KARI, typed)
    await desk.say(KARI, said)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert ("niva_3" in dict(concern.answers).values()) is True


async def test_the_age_of_a_child_is_heard_where_it_is_asked_for(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei", "nei", "1"):
        await desk.say(KARI, typed)
    assert "19 måneder–5 år" in desk.words(await desk.say(KARI, "gutt på 3, i barnehagen"))


@pytest.mark.parametrize("said", ["jeg vil drøfte det med noen likevel", "vil drøfte saken likevel"])
async def test_who_wants_to_discuss_it_after_all_begins_a_case(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "case"


async def test_nynorsk_is_met_the_next_day(desk: Desk) -> None:
    await desk.say(KARI, "hei")
    assert "menu" in kinds(await desk.say(KARI, "hei att"))


@pytest.mark.parametrize(
    "said", ["hva skal jeg gjøre med henne", "ka ska æ gjør med ho", "hun er 14 og vil ha p-piller uten at mor vet"]
)
async def test_a_question_about_her_is_no_danger(desk: Desk, said: str) -> None:
    assert ACUTE_CARD not in kinds(await desk.say(KARI, said))


async def test_danger_beside_it_is_heard(desk: Desk) -> None:
    said = "hun er 14 og vil ha p-piller uten at mor vet, onkel har tatt på henne"
    assert ACUTE_CARD in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hva gjør jeg nå", "hva nå", "ka gjør æ no"])
async def test_who_has_reported_and_asks_what_now_reads_what_happens(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg har meldt en sak til barnevernet i dag")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer"]
    assert (await desk.state(KARI)).last_article == "melding-saksgang"


async def test_no_answer_after_a_worry_that_is_done_is_first_of_all_of_barnevernet(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei", "usikker", "de ba meg melde"):
        await desk.say(KARI, said)
    desk.clock.advance(days=22)
    await desk.say(KARI, "avbryt")
    assert desk.text("case.no_answer_report") in desk.words(await desk.say(KARI, "ikke fått svar"))


@pytest.mark.parametrize("said", ["han er 14", "e 14 år", "hun er 14 år", "14"])
async def test_the_age_told_below_a_worry_is_taken_along(desk: Desk, said: str) -> None:
    await desk.say(KARI, "en elev luktet alkohol i dag")
    assert desk.text("answers.worry_age") in desk.words(await desk.say(KARI, said))
    assert "13–15 år" in desk.words(await desk.say(KARI, "ja"))


@pytest.mark.parametrize(
    "worry", ["en jente er ofte sulten og kommer uten mat", "en elev er lei seg hver dag og gråter"]
)
async def test_so_is_the_age_below_the_answer_to_a_worry(desk: Desk, worry: str) -> None:
    assert kinds(await desk.say(KARI, worry)) == ["answer"]
    shown = await desk.say(KARI, "han er 9")
    assert desk.text("answers.worry_age") in desk.words(shown)
    assert not [one for one in all_buttons(shown[0]) if one.verb.startswith("vote_")]
    assert "6–9 år" in desk.words(await desk.say(KARI, "ja"))


@pytest.mark.parametrize("said", ["han er 14", "hun er 9 år"])
async def test_the_age_told_below_danger_shows_whom_to_ring_once_more(desk: Desk, said: str) -> None:
    await desk.say(KARI, "en gutt i klassen har blåmerker og er stille")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "acute"]


async def test_what_is_told_on_below_a_worry_leads_through_it(desk: Desk) -> None:
    await desk.say(KARI, "en elev luktet alkohol i dag")
    assert desk.text("answers.worry_more") in desk.words(await desk.say(KARI, "det var etter skolen"))
    await desk.say(KARI, "ja")
    assert (await desk.state(KARI)).active == "guide"


async def test_a_question_below_a_worry_is_answered(desk: Desk) -> None:
    await desk.say(KARI, "en elev luktet alkohol i dag")
    assert desk.text("answers.worry_more") not in desk.words(await desk.say(KARI, "hva er taushetsplikt"))


async def test_below_the_menu_nothing_was_told_of_a_child(desk: Desk) -> None:
    await desk.say(KARI, "meny")
    shown = desk.words(await desk.say(KARI, "hva mente hun med det?"))
    assert desk.text("answers.say_more_worry_title") not in shown
    assert desk.text("answers.say_more_title") in shown


async def test_the_age_of_a_grown_up_below_a_worry_is_no_question_of_the_rules(desk: Desk) -> None:
    await desk.say(KARI, "mor til et barn på 8 har det veldig tungt etter skilsmissen")
    assert desk.text("answers.worry_more") in desk.words(await desk.say(KARI, "hun er 34"))


async def test_a_question_in_known_words_is_no_command_that_is_only_like_it(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    words = desk.words(await desk.say(KARI, "er det sendt nå"))
    assert desk.text("acute.numbers_title") not in words
    assert desk.text("acute.numbers_title") in desk.words(await desk.say(KARI, "er det åpent nå"))


async def test_below_a_danger_that_is_denied_what_to_do_how_old_and_a_yes_lead_through_the_worry(desk: Desk) -> None:
    await desk.say(KARI, "en gutt på sfo sa at pappa slår ham")
    assert kinds(await desk.say(KARI, "nei")) == ["went_on"]
    assert desk.text("answers.say_more_worry_title") in desk.words(await desk.say(KARI, "hva gjør jeg da"))
    assert desk.text("answers.worry_age") in desk.words(await desk.say(KARI, "hun er 7"))
    await desk.say(KARI, "ja")
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize("said", ["en elev", "det gjelder et barn", "et barn i barnehagen"])
async def test_who_names_a_child_and_nothing_more_is_asked_to_tell_on(desk: Desk, said: str) -> None:
    assert desk.text("answers.say_more_title") in desk.words(await desk.say(KARI, said))
