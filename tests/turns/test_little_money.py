"""That a family has little money is no danger: help is found, and no alarm is raised."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

LITTLE = (
    "mor si hun ikke penge",
    "mor sier hun ikke har penger",
    "hun sier hun ikke har penger",
    "dem har itj penga te vinterklær",
    "mor har ikke penger til turen",
    "familien har dårlig råd",
    "klienten har ikke penger til husleie og har to barn",
)
DANGER = (
    "far tok pengene og slo mor",
    "hun har ikke penger og vil dø",
    "de har ikke råd, han slår barna",
)


@pytest.mark.parametrize("said", LITTLE)
async def test_little_money_raises_no_alarm(desk: Desk, said: str) -> None:
    assert "acute" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", DANGER)
async def test_danger_told_beside_it_does(desk: Desk, said: str) -> None:
    assert "acute" in kinds(await desk.say(KARI, said))
