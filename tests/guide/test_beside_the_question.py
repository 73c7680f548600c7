"""A no that may be about something shown beside the question of a guide is asked about; the last answer is the one
that is regretted."""

from __future__ import annotations

import pytest

from tests.turns.conftest import clock, desk, store
from tests.turns.desk import KARI, Desk, kinds

__all__ = ["clock", "desk", "store"]

DANGER = "Har du grunn til å tro at barnet er i fare nå?"


async def answers(desk: Desk) -> tuple[tuple[str, object], ...]:
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return concern.answers


@pytest.mark.parametrize("said", ["nei", "vet ikke", "nei, tror ikke det", "Nei"])
@pytest.mark.parametrize(
    "beside", [("hva er taushetsplikt",), ("hva er taushetsplikt", "Ikke nyttig"), ("hva kan du",)]
)
async def test_a_no_below_something_else_does_not_answer_the_question_of_danger(
    desk: Desk, said: str, beside: tuple[str, ...]
) -> None:
    await desk.say(KARI, "jeg er bekymret")
    for typed in beside:
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert await answers(desk) == ()
    assert kinds(shown) == ["guide_confirm"]
    assert DANGER in desk.words(shown)
    await desk.say(KARI, "ja")
    assert [step for step, _ in await answers(desk)] == ["trygg_na"]


@pytest.mark.parametrize("said", ["nei", "vet ikke"])
async def test_neither_does_it_answer_the_duty_to_report(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "3", "kan jeg ringe barnevernet anonymt?"):
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, said)) == ["guide_confirm"]
    assert [step for step, _ in await answers(desk)] == ["trygg_na"]


async def test_a_regret_after_a_reminder_is_taken_away_answers_nothing(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "minn meg på evaluering 14. januar", "ikke minn meg"):
        await desk.say(KARI, typed)
    await desk.say(KARI, "nei")
    assert await answers(desk) == ()


async def test_a_yes_to_danger_is_taken_wherever_it_is_said(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "hva er taushetsplikt"):
        await desk.say(KARI, typed)
    await desk.say(KARI, "ja")
    assert [step for step, _ in await answers(desk)] == ["trygg_na"]


async def test_an_answer_typed_in_full_is_taken(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "hva er taushetsplikt", "Nei, ikke nå"):
        await desk.say(KARI, typed)
    assert await answers(desk) == (("trygg_na", "nei"),)


async def test_the_answer_regretted_is_the_one_given_last(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "vet ikke", "tilbake", "tilbake", "Nei, ikke nå"):
        await desk.say(KARI, typed)
    assert DANGER in desk.words(await desk.say(KARI, "beklager, jeg mente ja"))


@pytest.mark.parametrize("said", ["hva betyr usikker", "hva betyr usikker?", "hva mener du med vet ikke"])
async def test_what_doubt_means_is_explained_at_the_question(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_step"]
    assert DANGER in desk.words(shown)
