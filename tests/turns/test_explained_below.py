"""Who does not follow what was shown last is answered from it: an outcome, an answer, a card of danger or of a case."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from tests.turns.desk import KARI, WORDS, Desk, is_line, kinds

LOST = ("hva betyr det", "ka betyr det", "skjønner ikke", "forklar", "hæ")


async def at_outcome(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "2"):
        await desk.say(KARI, said)


@pytest.mark.parametrize("said", [*LOST, "hva gjør jeg nå", "ka ska æ gjør no"])
async def test_an_outcome_is_said_in_short_with_what_to_begin_with(desk: Desk, said: str) -> None:
    await at_outcome(desk)
    before = (await desk.state(KARI)).shown
    (line,) = await desk.say(KARI, said)
    assert "Kort sagt: Meld i dag. Begynn med dette: Meld skriftlig" in desk.words([line])
    assert (await desk.state(KARI)).shown == before


async def test_below_an_outcome_of_danger_the_number_comes_first(desk: Desk) -> None:
    for said in ("jeg er bekymret", "ja"):
        await desk.say(KARI, said)
    told = desk.words(await desk.say(KARI, "hva betyr det"))
    assert told.startswith(desk.text("guide.ring_first"))
    assert "Kort sagt: Ring nå." in told


async def test_what_is_read_since_is_what_is_meant(desk: Desk) -> None:
    await at_outcome(desk)
    await desk.say(KARI, "hva skal meldingen inneholde?")
    assert "answer_more" in kinds(await desk.say(KARI, "hva betyr det"))


async def test_who_has_reported_is_not_told_to_begin_with_that(desk: Desk) -> None:
    await at_outcome(desk)
    await desk.say(KARI, "jeg har meldt")
    assert "Kort sagt" not in desk.words(await desk.say(KARI, "hva skjer nå"))


@pytest.mark.parametrize("said", LOST)
async def test_an_answer_is_shown_whole(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hvem har meldeplikt")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "answer_more"]
    assert is_line(shown[0], desk.text("answers.explained"))
    meaning = desk.library.knowledge.articles["meldeplikt-hvem"].meaning
    assert meaning.splitlines()[0] in desk.words(shown)


@pytest.mark.parametrize("said", LOST)
async def test_the_acute_card_is_shown_again(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg tror noen slår barnet")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "acute"]


@pytest.mark.parametrize(("answer", "key"), [("ja, minst ett", "report_explained"), ("usikker", "ring_explained")])
@pytest.mark.parametrize("said", LOST)
async def test_a_card_that_has_stopped_a_case_is_said_in_other_words(
    desk: Desk, said: str, answer: str, key: str
) -> None:
    await desk.to_gate()
    await desk.say(KARI, answer)
    assert desk.words(await desk.say(KARI, said)) == desk.text(f"case.{key}")
    assert (await desk.state(KARI)).active == "case"


async def test_the_form_and_the_last_card_say_what_they_ask_for(desk: Desk) -> None:
    await desk.to_form()
    assert desk.words(await desk.say(KARI, "hva betyr det")) == desk.text("case.now_form")
    await desk.press(KARI, "case_review", values=WORDS)
    assert desk.words(await desk.say(KARI, "hva betyr det")) == desk.text("case.now_review")


async def test_below_a_list_of_services_one_is_chosen(desk: Desk) -> None:
    for said in ("hvor går jeg", "12 år, rus"):
        await desk.say(KARI, said)
    told = desk.words(await desk.say(KARI, "hva betyr det"))
    assert desk.text("where.choose_first") in told


async def test_who_follows_nothing_in_the_middle_of_nothing_is_met_as_ever(desk: Desk) -> None:
    assert desk.text("answers.small_simple") in desk.words(await desk.say(KARI, "hva betyr det"))


@pytest.mark.parametrize(
    "said", ["kan du forklare litt mer", "har du et eksempel", "kan du gi meg et eksempel", "si mer"]
)
async def test_below_an_answer_more_of_it_and_an_example_are_shown_to_who_asks(desk: Desk, said: str) -> None:
    await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "answer_more"]


@pytest.mark.parametrize("said", ["hva gjør jeg nå", "hva gjør jeg nå da", "hva er neste steg"])
async def test_below_an_answer_what_to_do_now_is_that_of_the_answer(desk: Desk, said: str) -> None:
    await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "answer_more"]
    assert desk.text("answers.explained_now") in desk.words(shown)


async def test_below_an_answer_nothing_is_sent_by_mail(desk: Desk) -> None:
    await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    assert desk.text("answers.no_mail") in desk.words(await desk.say(KARI, "kan jeg få det på mail"))


@pytest.mark.parametrize(
    "said",
    ["del", "del svaret", "Hvordan deler jeg svaret?", "kan jeg sende dette svaret til en kollega", "videresend"],
)
async def test_below_an_answer_it_is_told_how_it_is_shared_in_another_chat(desk: Desk, said: str) -> None:
    first = await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    (told,) = await desk.say(KARI, said)
    title = next(one.title for one in first if isinstance(one, Card))
    assert desk.words([told]) == desk.text("answers.share", title=title, name=desk.text("common.bot_name"))


@pytest.mark.parametrize("said", ["kan jeg dele dette med en kollega", "kan jeg dele det med rektor"])
async def test_what_may_be_shared_of_the_child_is_still_a_question(desk: Desk, said: str) -> None:
    await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    assert {"answer", "did_you_mean"} & {*kinds(await desk.say(KARI, said))}


async def test_below_an_answer_who_wants_it_as_a_file_is_told_where_the_text_is(desk: Desk) -> None:
    await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    assert desk.words(await desk.say(KARI, "last ned")) == desk.text("answers.no_file")


@pytest.mark.parametrize(
    "said", ["takk, men jeg har et spørsmål til", "en ting til", "kan jeg få spørre om en ting til"]
)
async def test_who_has_one_more_question_is_asked_for_it(desk: Desk, said: str) -> None:
    await desk.say(KARI, "må jeg melde når jeg bare er usikker")
    shown = desk.words(await desk.say(KARI, said))
    assert "Skriv spørsmålet ditt med egne ord" in shown
