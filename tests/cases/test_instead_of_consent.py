"""Who chose the way with consent can go on without a name after all, and what they chose is not lost."""

from __future__ import annotations

import pytest

from tests.turns.desk import ABOUT, KARI, TEAM, Desk, kinds


async def at_consent(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    assert {"case_consent", "case_other_way"} & {*kinds(shown)}


@pytest.mark.parametrize(
    "said", ["Anonymt i stedet", "anonymt", "anonymt da", "nei, anonymt", "endre til anonymt", "jeg vil ha det anonymt"]
)
async def test_it_goes_on_with_what_was_chosen(desk: Desk, said: str) -> None:
    await at_consent(desk)
    assert "case_team" in kinds(await desk.say(KARI, said))
    case = (await desk.state(KARI)).case
    assert (case.age, case.arena, case.themes) == ("10-12", "skole", ("fravaer",))
    shown = await desk.press(KARI, "case_team", TEAM.partition("/")[2])
    assert kinds(shown) == ["case_gate"], "the duty to report is asked about as ever"


async def test_the_button_carries_what_was_chosen(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    await desk.say(KARI, "drøft en sak")
    assert "case_team" in kinds(await desk.push(KARI, shown, desk.text("case.instead")))


@pytest.mark.parametrize("said", ["takk", "hva er et gyldig samtykke", "er det anonymt?"])
async def test_anything_else_begins_nothing(desk: Desk, said: str) -> None:
    await at_consent(desk)
    assert not {"case_team", "case_about"} & {*kinds(await desk.say(KARI, said))}


@pytest.mark.parametrize("said", ["Endre svarene", "endre", "fortsett"])
async def test_where_no_team_takes_it_what_was_chosen_can_be_changed(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.press(KARI, "case_about", values={**ABOUT, "age": "over-20", "arena": "hjemme"})
    assert "case_other_way" in kinds(shown)
    assert kinds(await desk.say(KARI, said)) == ["case_about"]
    case = (await desk.state(KARI)).case
    assert (case.age, case.themes) == ("over-20", ("fravaer",))
    assert "case_team" in kinds(await desk.press(KARI, "case_about", values=ABOUT))
