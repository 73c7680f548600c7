"""What a tired member of a team types in its channel: who sent it, taking it in dialect, advice before it is taken."""

from __future__ import annotations

import pytest

from bot.domain.case import Status
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, is_line


@pytest.mark.parametrize(
    "said", ["hvem er det som har sendt", "kven har sendt denne saka?", "kan vi få navnet på innmelder"]
)
@pytest.mark.parametrize("is_shown", [True, False])
async def test_who_asks_who_sent_it_is_told_that_the_name_is_not_shown(desk: Desk, said: str, is_shown: bool) -> None:
    await desk.sent()
    if is_shown:
        await desk.say(OLE, "saker", CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert is_line(shown[0], desk.text("team.who_sent"))
    assert KARI.name not in desk.words(shown)


@pytest.mark.parametrize("said", ["æ tar n", "jeg tar denne", "æ tek saka"])
async def test_a_case_is_taken_in_dialect_too(desk: Desk, said: str) -> None:
    case = await desk.sent()
    for typed in ("saker", "1", said):
        await desk.say(OLE, typed, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLAIMED


@pytest.mark.parametrize("said", ["Råd: Faste avtaler om morgenen.", "prøv faste avtaler om morgenen"])
async def test_advice_typed_below_a_case_nobody_has_is_told_not_to_reach_anybody(desk: Desk, said: str) -> None:
    await desk.sent()
    for typed in ("saker", "1"):
        await desk.say(OLE, typed, CHANNEL)
    assert is_line((await desk.say(OLE, said, CHANNEL))[-1], desk.text("team.not_taken_yet"))


async def test_svar_innmelder_below_a_case_nobody_has_is_told_to_take_it_first(desk: Desk) -> None:
    await desk.sent()
    for typed in ("saker", "1"):
        await desk.say(OLE, typed, CHANNEL)
    assert "Ta saken" in desk.words(await desk.say(OLE, "svar innmelder", CHANNEL))
