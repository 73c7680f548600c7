"""Who tells of a child where an answer is asked for is met kindly; who leaves a guide is told what is kept."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from dialogs.guide.not_understood import is_telling
from tests.turns.desk import KARI, Desk, kinds


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("gutten i 4. har aldri matpakke og gråter", True),
        ("han er trist", True),
        ("sover på pulten nesten hver eneste dag", True),
        ("blabla", False),
        ("det tredje svaret", False),
        ("ja nei", False),
        ("", False),
    ],
)
def test_a_message_that_names_somebody_or_is_long_tells(said: str, tells: bool) -> None:
    assert is_telling(said) is tells


@pytest.mark.parametrize("said", ["gutten i 4. har aldri matpakke og er lei seg", "han er trist"])
@pytest.mark.parametrize("before", [[], ["3"]])
async def test_a_story_at_a_question_is_thanked_for_and_an_answer_is_still_asked_for(
    desk: Desk, said: str, before: list[str]
) -> None:
    for answer in ("jeg er bekymret", *before):
        await desk.say(KARI, answer)
    kept = (await desk.state(KARI)).concerns
    shown = await desk.say(KARI, said)
    assert "Takk for at du forteller" in desk.words(shown)
    assert "Er du i tvil, velger du «" in desk.words(shown)
    assert "kjente jeg ikke igjen" not in desk.words(shown)
    assert (await desk.state(KARI)).concerns == kept


async def test_danger_in_a_story_comes_first(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, "gutten i 4. har aldri matpakke og pappa slår ham"))[:1] == ["acute"]


async def test_what_tells_nothing_is_still_said_not_to_be_known(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "kjente jeg ikke igjen" in desk.words(await desk.say(KARI, "blabla"))


@pytest.mark.parametrize(
    "said", ["gutten i 4. som aldri har matpakke", "det gjelder et annet barn", "begge to", "jenta er borte hele tida"]
)
async def test_a_story_below_an_outcome_is_offered_a_new_concern_or_a_change(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "1")
    shown = await desk.say(KARI, said)
    assert [(one.verb, one.title) for one in all_buttons(shown[0])] == [
        ("menu_worried", "Ny bekymring"),
        ("guide_answers", "Endre Sak Blå"),
    ]
    assert "ringer du først" in desk.words(shown), "the outcome says to ring now"
    before = await desk.state(KARI)
    await desk.say(KARI, "1")
    after = await desk.state(KARI)
    assert len(after.concerns) == len(before.concerns) + 1
    assert before.concerns[0] in after.concerns, "the first child's answers stand"


@pytest.mark.parametrize("said", ["må hjem nå", "må hente ungan no", "hadet", "jeg må gå"])
async def test_who_leaves_a_guide_is_told_that_it_is_kept(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("guide.paused", title="Sak Blå") in desk.words(await desk.say(KARI, said))
    assert kinds(await desk.say(KARI, "fortsett")) == ["guide_step"]


async def test_nobody_leaves_the_steps_of_danger_by_going_home(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "1")
    await desk.say(KARI, "Hva gjelder det?")
    assert "112" in desk.words(await desk.say(KARI, "må hjem nå"))
