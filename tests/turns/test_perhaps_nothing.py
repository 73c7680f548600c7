"""Who is not sure that there is anything in it is met kindly and led on, whatever they say to the way through it."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

WORRY = "han gråter når bestefar henter"


@pytest.mark.parametrize(
    "said",
    [
        "jeg vet ikke om det er noe",
        "æ veit itj om det e nå",
        "det er sikkert ingenting",
        "overreagerer jeg?",
        "er det bare jeg som overreagerer",
        "ser jeg spøkelser",
        "am I overreacting?",
    ],
)
async def test_who_doubts_is_told_that_wondering_is_enough(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert desk.text("answers.small_doubts") in desk.words(shown)
    assert "Steg 1 av" in desk.words(await desk.say(KARI, "ja"))


async def test_in_the_middle_of_the_guide_it_leads_to_no_other_concern(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, "er det bare jeg som overreagerer")
    assert desk.text("start.worried_row") not in desk.words(shown)
    assert len((await desk.state(KARI)).concerns) == 1


@pytest.mark.parametrize(
    "said", ["ok jeg begynner", "la oss begynne", "ja vi går gjennom det", "ta det steg for steg sammen"]
)
async def test_whoever_says_that_they_begin_is_asked_the_first_question(desk: Desk, said: str) -> None:
    await desk.say(KARI, WORRY)
    assert "Steg 1 av" in desk.words(await desk.say(KARI, said))


async def test_the_steps_below_an_answer_are_begun_in_words(desk: Desk) -> None:
    shown = await desk.say(KARI, "bekymring for skolefravær")
    assert kinds(shown) == ["answer"]
    assert "Steg 1 av" in desk.words(await desk.say(KARI, "ja, vi går gjennom det sammen"))


@pytest.mark.parametrize("said", ["nei det er ikke fare", "det haster ikke", "nei, ikke akutt nå", "ikkje farleg no"])
@pytest.mark.parametrize("before", ["mor har ikke råd til mat", "hva er samtykke", WORRY])
async def test_that_there_is_no_danger_is_no_question(desk: Desk, before: str, said: str) -> None:
    await desk.say(KARI, before)
    shown = desk.words(await desk.say(KARI, said))
    assert shown == desk.text("answers.no_danger")


@pytest.mark.parametrize("said", ["fare nå", "barnet er i fare no", "det er ikke trygt", "det haster"])
async def test_danger_is_never_heard_as_none(desk: Desk, said: str) -> None:
    assert desk.text("answers.no_danger") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hva gjør jeg først", "ka gjør æ no", "hvor begynner jeg", "hva nå"])
async def test_below_danger_who_asks_where_to_begin_gets_the_steps(desk: Desk, said: str) -> None:
    await desk.say(KARI, "far slår barna")
    assert "Akutt · Steg 1" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["han begynner på skolen", "begynner barnet å gråte"])
async def test_what_begins_for_the_child_begins_no_guide(desk: Desk, said: str) -> None:
    await desk.say(KARI, WORRY)
    assert "Steg 1 av" not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("worry", [WORRY, "hun er bare trist"])
async def test_a_no_below_the_way_through_keeps_it_open_and_is_no_question_without_an_answer(
    desk: Desk, worry: str
) -> None:
    await desk.say(KARI, worry)
    assert desk.words(await desk.say(KARI, "nei")) == desk.text("answers.not_now")


async def test_none_of_these_still_tells_whom_to_ask(desk: Desk) -> None:
    await desk.say(KARI, WORRY)
    assert "unknown" in kinds(await desk.say(KARI, desk.text("answers.none_of_these")))


@pytest.mark.parametrize("said", ["jeg er vikar og har aldri brukt dette", "jeg har aldri brukt dette før"])
async def test_whoever_is_new_to_it_is_told_what_it_is_for(desk: Desk, said: str) -> None:
    assert desk.text("answers.small_can") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["jeg meldte for en uke siden og angrer", "kan jeg trekke meldingen"])
async def test_who_regrets_a_report_reads_of_being_wrong_and_not_of_reporting_late(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article == "melding-feil"


@pytest.mark.parametrize("said", ["sitter på do på jobb og griner", "jeg sitter i bilen og griner", "æ sitt å græt"])
async def test_whose_own_tears_it_is_reads_a_kind_word_and_whom_to_talk_to(desk: Desk, said: str) -> None:
    assert desk.text("answers.small_tired") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hun sitter og gråter", "mor sitter her og gråter", "gutten sitter på do og griner"])
async def test_the_tears_of_somebody_else_are_told_of_a_child(desk: Desk, said: str) -> None:
    assert desk.text("answers.small_tired") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["sitter og gråter", "Sitter her og griner", "bare gråter", "er helt knust", "sit og græt"]
)
async def test_whose_tears_they_are_is_not_taken_for_granted(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert desk.text("answers.small_whose") in desk.words(shown)
    assert "menu_worried" in {one.verb for one in (await desk.state(KARI)).shown}
