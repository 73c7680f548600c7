"""The bot was away for long: of a reminder and the one that repeats it only the later is sent, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.delivery import OutboxWorker
from bot.domain import commands as do
from bot.domain.case import Case
from bot.domain.follow_up import FollowUp
from bot.domain.outbox import OutboxRow
from bot.domain.reply import Line, Reply
from bot.usecases.follow_ups import THEN
from tests.delivery.a_year import FAST
from tests.fakes.messenger import FakeMessenger
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.usecases.municipality import Municipality, on_case

STORIES: dict[str, tuple[Sequence[type[do.OnCase]], str]] = {
    "nobody has taken it": ((), "overdue_free"),
    "somebody has it": ((do.ClaimCase,), "overdue_taken"),
    "it was on a meeting": ((do.PutOnMeeting,), "meeting_over"),
    "asked about after two months": ((do.ClaimCase, do.AnswerCase), "evaluate_later"),
    "the member is asked after two months": ((do.ClaimCase, do.AnswerCase), "evaluate_team"),
}


class Away:
    """A case, a worker that can be away, and what arrives."""

    def __init__(self) -> None:
        self.clock = MovableClock()
        self.store = FakeStore(self.clock.now)
        self.messenger = FakeMessenger()
        self.here = Municipality(self.store, self.clock)

    async def begins(self, steps: Sequence[type[do.OnCase]], *, delivered: bool = True) -> None:
        await self.here.connect()
        case = await self.here.submitted()
        await self.arrives()
        for step in steps:
            await self.here.do(on_case(step, self.here.case(case.id)))
        if delivered:
            await self.arrives()

    async def arrives(self) -> list[str]:
        """Deliver with a new worker, as after a start; return what came, by name."""
        before = set(self.messenger.visible)
        await OutboxWorker(self.store, self.messenger, self.clock, named, FAST).deliver_due()
        return [sent.reply.text for name, sent in self.messenger.visible.items() if name not in before]


def named(row: OutboxRow, _case: Case | None) -> Reply:
    payload = row.item.payload
    return Line(payload.get("line") or payload.get("notice") or row.item.kind.value)


@pytest.mark.parametrize("story", STORIES)
async def test_after_a_long_time_away_only_the_last_of_the_two_reminders_comes(story: str) -> None:
    steps, name = STORIES[story]
    away = Away()
    await away.begins(steps)
    away.clock.advance(days=120)
    heard = await away.arrives()
    assert heard.count(f"{name}_again") == 1
    assert name not in heard
    away.clock.advance(days=60)
    assert [one for one in await away.arrives() if one.startswith(name)] == [], "and it stays gone"


@pytest.mark.parametrize("story", STORIES)
async def test_when_the_bot_was_there_all_the_time_both_come_each_in_its_time(story: str) -> None:
    steps, name = STORIES[story]
    away = Away()
    await away.begins(steps)
    heard: list[tuple[int, str]] = []
    for hour in range(24 * 120):
        away.clock.advance(hours=1)
        heard += [(hour, one) for one in await away.arrives() if one in (name, f"{name}_again")]
    assert [one for _, one in heard] == [name, f"{name}_again"]
    assert heard[1][0] - heard[0][0] >= 24


async def test_an_evaluation_that_could_not_be_sent_for_weeks_comes_once() -> None:
    away = Away()
    await away.begins((do.ClaimCase, do.AnswerCase), delivered=False)
    away.clock.advance(days=20)
    heard = await away.arrives()
    assert [one for one in heard if one.startswith("evaluate")] == ["evaluate_again"]
    assert "answered" in heard, "the answer itself always comes"


async def test_a_few_hours_away_change_nothing() -> None:
    away = Away()
    await away.begins((do.ClaimCase, do.AnswerCase), delivered=False)
    away.clock.advance(hours=6)
    assert [one for one in await away.arrives() if one.startswith("evaluate")] == ["evaluate_now"]


async def test_what_goes_to_different_people_is_sent_to_each() -> None:
    away = Away()
    await away.begins((do.ClaimCase, do.AskRequester))
    away.clock.advance(days=30)
    assert {"question_waits", "question_unanswered"} <= set(await away.arrives())


async def test_a_row_of_an_older_version_is_sent_as_it_was() -> None:
    away = Away()
    await away.begins(())
    for kept in away.store.data.rows.values():
        kept.row.item.payload.pop("until", None) if isinstance(kept.row.item.payload, dict) else None
    away.clock.advance(days=30)
    assert {"overdue_free", "overdue_free_again"} <= set(await away.arrives())


def test_every_reminder_that_repeats_another_overtakes_it() -> None:
    """EVALUATE_AGAIN repeats what is sent with the answer, which is no follow-up."""
    repeats = {one for one in FollowUp if one.endswith("_again")} - {FollowUp.EVALUATE_AGAIN}
    assert set(THEN.values()) == repeats
    assert all(f"{first}_again" == then for first, then in THEN.items())
