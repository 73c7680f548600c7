"""A meeting cancelled on its own day: told while it has not begun, and left alone where it may have been held."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.cases.delivering import Delivering
from tests.cases.test_waits_for_meeting import on_card, round_made, sent, set_team
from tests.turns.desk import Desk


@pytest.mark.parametrize("now_meets", [{"weekday_and_time": "tirsdag 09:00"}, {"not_on": ["2026-01-15"]}])
async def test_a_meeting_that_was_held_is_not_moved(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, now_meets: dict[str, Any]
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    desk.clock.at = datetime(2026, 1, 15, 11, 30, tzinfo=UTC)
    set_team(desk, monkeypatch, **now_meets)
    await round_made(desk, delivering)
    assert str((await desk.case(case.id)).meeting_on) == "2026-01-15"
    assert "kl. 09.00" not in on_card(desk)


@pytest.mark.parametrize("hour", [6, 10])
async def test_a_meeting_that_is_cancelled_on_its_own_day_is_told_to_both_sides_before_it_would_begin(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, hour: int
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    desk.clock.at = datetime(2026, 1, 15, hour, 30, tzinfo=UTC)
    await round_made(desk, delivering)
    told = len(desk.messenger.visible)
    set_team(desk, monkeypatch, not_on=["2026-01-15"])
    await round_made(desk, delivering)
    await round_made(desk, delivering)
    news = [desk.words([one.reply]) for one in list(desk.messenger.visible.values())[told:]]
    assert len(news) == 2
    assert desk.text("case.notice_meeting_moved", code=case.code) in "\n".join(news)
    assert all("torsdag 22. januar kl. 12.00" in one for one in news)


async def test_a_meeting_of_today_whose_hour_is_not_known_may_have_been_held(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    async with desk.store.unit_of_work() as uow:
        await uow.cases.save((await uow.cases.get(case.id)).changed(meeting_hour=None))
        await uow.commit()
    desk.clock.at = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
    set_team(desk, monkeypatch, not_on=["2026-01-15"])
    await round_made(desk, delivering)
    assert str((await desk.case(case.id)).meeting_on) == "2026-01-15"
