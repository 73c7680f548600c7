"""A team that leaves no day for evaluation: its answers are given all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.follow_up import EVALUATIONS, FollowUp
from bot.usecases.follow_ups import due_time
from tests.domain.cases import a_case


@pytest.mark.parametrize(
    "quiet",
    [
        (("01-01", "12-31"),),
        (("01-01", "06-30"), ("07-01", "12-31")),
        (("07-02", "06-30"),),
        (("04-20", "12-31"),),
    ],
)
def test_a_team_that_is_quiet_all_year_stops_no_answer_and_is_never_asked_before_it(
    quiet: tuple[tuple[str, str], ...],
) -> None:
    case, at = a_case(), datetime(2026, 5, 2, 12, tzinfo=UTC)
    case = replace(case, pace=replace(case.pace, quiet=quiet))
    due = {one: due_time(case, one, at) for one in EVALUATIONS}
    assert due[FollowUp.EVALUATE_LATER].date().isoformat() == "2026-07-01"
    assert all(at < one for one in due.values())
