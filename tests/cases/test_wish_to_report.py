"""Who would rather report than ask the team is told how, wherever the duty to report is asked about."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

WISHES = [
    "jeg vil heller melde",
    "jeg melder til barnevernet",
    "da sender jeg en bekymringsmelding",
    "ja, vi melder i dag",
]


@pytest.mark.parametrize("said", WISHES)
async def test_at_the_gate_it_is_a_yes(desk: Desk, said: str) -> None:
    await desk.to_gate()
    assert kinds(await desk.say(KARI, said)) == ["line", "case_report"]


@pytest.mark.parametrize("said", WISHES)
async def test_below_what_must_be_done_first_it_is_a_yes_too(desk: Desk, said: str) -> None:
    await desk.to_gate()
    assert kinds(await desk.press(KARI, "case_gate", "all_no")) == ["case_unmet"]
    assert kinds(await desk.say(KARI, said)) == ["line", "case_report"]


@pytest.mark.parametrize("said", ["jeg vil ikke melde", "mor vil melde", "må jeg melde?", "kollegaen melder"])
async def test_anything_else_is_no_yes(desk: Desk, said: str) -> None:
    await desk.to_gate()
    assert "case_report" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["jeg har ringt", "jeg har snakket med barnevernet"])
async def test_a_call_told_of_at_the_gate_is_asked_for_the_answer(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "Hva er svaret ditt?" in desk.words(shown)


async def test_done_with_all_of_it_is_ticked(desk: Desk) -> None:
    await desk.to_gate()
    shown = desk.words(await desk.say(KARI, "ferdig med alt"))
    assert desk.text("case.gate_ticked") in shown


async def test_who_has_reported_is_let_out_of_the_case(desk: Desk) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, "jeg har meldt til barnevernet")
    assert desk.words(shown).startswith(desk.text("case.reported"))
    assert (await desk.state(KARI)).active is None


async def test_who_has_told_a_leader_has_not_reported(desk: Desk) -> None:
    await desk.to_gate()
    assert desk.words(await desk.say(KARI, "jeg har meldt det til rektor")) == desk.text("case.reported_where")
    assert (await desk.state(KARI)).active == "case"
