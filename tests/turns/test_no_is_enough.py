"""Where a team is only asked whether something is to be done with a case, a no in any words is enough."""

from __future__ import annotations

import pytest

from tests.turns.desk import CHANNEL, OLE, SIRI, Desk, kinds
from tests.turns.test_said_in_channel import NO, taken


@pytest.mark.parametrize("opened", ["case_redact", "case_recuse"])
@pytest.mark.parametrize("said", NO)
async def test_a_no_is_enough_where_a_team_is_only_asked(desk: Desk, opened: str, said: str) -> None:
    case = await taken(desk)
    before = await desk.case(case.id)
    await desk.press(OLE, opened, case.id, place=CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert "team_case_tatt" in kinds(shown)
    assert desk.text("team.left_undone") in desk.words(shown)
    assert await desk.case(case.id) == before


async def test_a_no_to_taking_a_case_over_leads_back_to_it(desk: Desk) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_take_over", case.id, place=CHANNEL)
    assert desk.text("team.left_undone") in desk.words(await desk.say(SIRI, "nei", CHANNEL))
    has_it = (await desk.case(case.id)).claimed_by
    assert has_it is not None
    assert has_it.id == OLE.id


@pytest.mark.parametrize("said", ["ja, ta over", "nei vet ikke"])
async def test_nothing_but_a_no_is_one(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_take_over", case.id, place=CHANNEL)
    assert desk.text("team.left_undone") not in desk.words(await desk.say(SIRI, said, CHANNEL))
