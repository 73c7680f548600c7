"""Who says in the middle of a guide or a case who they are is told what is kept, and goes on where they were."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, is_line, kinds

BESIDE = "Du er registrert med Stjørdal, skole, og det bruker jeg her."


@pytest.mark.parametrize("said", ["jeg er helsesykepleier", "jeg er lærer", "jeg jobber i barnehage i melhus"])
async def test_in_a_guide_the_question_is_asked_again_below_what_is_kept(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    before = (await desk.state(KARI)).shown
    shown = await desk.say(KARI, said)
    assert BESIDE in desk.words(shown)
    assert kinds(shown) == ["line", "guide_choices"]
    assert {one.verb for one in before} == {one.verb for one in (await desk.state(KARI)).shown}


async def test_in_a_case_it_is_said_and_nothing_else_is_done(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    before = await desk.state(KARI)
    shown = await desk.say(KARI, "jeg er helsesykepleier")
    assert BESIDE in desk.words(shown)
    assert (await desk.state(KARI)).case == before.case


async def test_where_one_sees_the_child_may_be_ones_own_workplace(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert BESIDE not in desk.words(await desk.say(KARI, "jeg jobber på skole"))


async def test_at_the_gate_it_answers_no_duty(desk: Desk) -> None:
    await desk.to_gate()
    step = (await desk.state(KARI)).case.step
    assert BESIDE in desk.words(await desk.say(KARI, "jeg er helsesykepleier"))
    assert (await desk.state(KARI)).case.step == step


async def test_no_in_english_below_the_acute_card_is_asked_about_and_a_no_goes_on(desk: Desk) -> None:
    await desk.say(KARI, "far slår gutten med belte")
    assert is_line((await desk.say(KARI, "no"))[0], desk.text("acute.no_or_now"))
    assert "acute" not in kinds(await desk.say(KARI, "nei"))


@pytest.mark.parametrize("said", ["no thanks", "no, there is no danger"])
async def test_a_no_in_english_that_can_only_be_one_goes_on(desk: Desk, said: str) -> None:
    await desk.say(KARI, "far slår gutten med belte")
    assert "acute" not in kinds(await desk.say(KARI, said))


async def test_the_card_can_be_shown_again_below_the_question(desk: Desk) -> None:
    await desk.say(KARI, "far slår gutten med belte")
    await desk.say(KARI, "no")
    assert kinds(await desk.say(KARI, "vis kortet igjen")) == ["acute"]


@pytest.mark.parametrize("said", ["det ble bedre", "nå går det bedre", "det ordna seg"])
async def test_who_says_that_it_got_better_is_met_with_that(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("answers.small_better"))


async def test_a_no_in_english_is_told_how_it_is_written_in_the_guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "no")
    assert "If your answer is no, write «Nei, ikke nå»." in desk.words(await desk.say(KARI, "no"))
    assert "Steg 2 av 10" in desk.words(await desk.say(KARI, "nei, ikke nå"))


@pytest.mark.parametrize("said", ["what is barnevernet", "can I call without name"])
async def test_a_question_in_english_is_answered_in_the_guide(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("answers.english") in desk.words(await desk.say(KARI, said))
