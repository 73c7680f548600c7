"""Ten thousand follow-ups over a simulated year: clock jumps, summer time, deploys, thirty days away. Each once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from bot.domain.outbox import RowState
from tests.delivery.a_year import Year


async def lived(seed: int, cases: int, *, answers_get_lost: bool = False) -> Year:
    year = Year(seed, cases, answers_get_lost)
    await year.live()
    return year


def each_is_kept(year: Year) -> None:
    """Check every promise about what was heard."""
    often = Counter(key for key, _, _ in year.heard)
    assert [key for key, times in often.items() if times > 1] == [], "each exactly once"
    assert year.said_again.total() <= year.unclear, "once more only after a lost answer, and it says so"
    assert [key for key, at, due in year.heard if at < due] == [], "none before it is due"
    rows = [kept.row for kept in year.store.data.rows.values() if kept.row.item.dedupe_key.startswith("follow:")]
    now = year.clock.now()
    waiting = [row for row in rows if row.state in (RowState.WAITING, RowState.AMBIGUOUS) and row.item.due_at < now]
    assert waiting == [], "nothing that was due is left"
    assert [row for row in rows if row.state is RowState.PARKED] == []
    assert [key for key in often if _twin(key) in often and year.last(key) == year.last(_twin(key))] == [], "no pairs"
    delivered = {row.item.dedupe_key for row in rows if row.state is RowState.DELIVERED}
    assert delivered <= set(often), "what counts as delivered has arrived"


def _twin(key: str) -> str:
    """Return the key of the reminder that says the same once more."""
    follow, case, name, about = key.split(":", 3)
    return f"{follow}:{case}:{name}_again:{about}"


def evaluations_came(year: Year) -> None:
    """Check by a second way of counting: every answered case is asked about after two months, and reminded once.

    After the time away the reminder alone; who sent a case, and who answered it, may be forgotten before it (90 days),
    not before the first.
    """
    ends = year.clock.now() - timedelta(days=100)
    due = {case for case, at in year.answered.items() if at < ends}
    heard = {tuple(key.split(":")[1:3]) for key, _, _ in year.heard}
    withdrawn = {key for key, case in year.store.data.cases.items() if case.withdrawn_at is not None}
    kept = due - withdrawn  # also those that are deleted by now
    for names in (
        {"evaluate_again"},
        {"evaluate_later", "evaluate_later_again"},
        {"evaluate_team", "evaluate_team_again"},
    ):
        assert [case for case in kept if not {(case, name) for name in names} & heard] == [], names


def nobody_is_asked_on_holiday(year: Year) -> None:
    """Check that no evaluation is due in July or the week of Christmas."""
    asked = [due for key, _, due in year.heard if ":evaluate_" in key]
    assert len(asked) > 75
    assert [at for at in asked if (at.month, at.day) >= (12, 23) or (at.month, at.day) <= (1, 2)] == []
    assert [at for at in asked if at.month == 7] == []


@pytest.mark.parametrize("seed", range(11, 36))
async def test_ten_thousand_follow_ups_come_once_each_and_none_early(seed: int) -> None:
    """Twenty-five towns, each more than four hundred: twice as many in one town take four times as long."""
    year = await lived(seed, cases=120)
    each_is_kept(year)
    evaluations_came(year)
    nobody_is_asked_on_holiday(year)
    assert year.deploys > 10
    assert year.cut_short, "new versions came in the middle of a delivery"
    assert len(year.heard) >= 400, "twenty-five of these are ten thousand"
    assert year.said_again.total() == 0


async def test_when_teams_loses_answers_a_follow_up_may_come_again_but_then_it_says_so() -> None:
    """A personal chat cannot be looked through (decision 11): at most one repeat for each lost answer, and marked."""
    year = await lived(seed=21, cases=135, answers_get_lost=True)
    each_is_kept(year)
    evaluations_came(year)
    assert year.unclear > 10
