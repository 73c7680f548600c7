"""Real processes, kill -9 about every second, a connector full of faults: nothing is lost, no card is seen twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.delivery.kill_harness import Plan, run
from tests.fakes.postgres import new_migrated_database
from tests.fakes.times import times


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("sqlite", Plan(submissions=times(70))),
        pytest.param("postgres", Plan(submissions=times(50), replicas=2), marks=pytest.mark.postgres),
    ],
)
async def test_killed_every_second_nothing_is_lost_and_no_card_is_seen_twice(
    kind: str, plan: Plan, tmp_path: Path
) -> None:
    url = await new_migrated_database() if kind == "postgres" else f"sqlite:///{tmp_path}/kill.db"
    result = await run(plan, url)
    assert result.kills >= 3, "the processes were hardly killed, so this run shows nothing"
    assert result.posts > plan.submissions * 2, "no send was tried again, so this run shows nothing"
    assert (result.accepted, result.lost, result.duplicates) == (plan.submissions, 0, 0)
    assert (result.told_nowhere, result.notices_twice, result.not_drained) == (0, 0, 0)
    assert (result.questions_lost, result.questions_twice) == (0, 0)


@pytest.mark.slow
@pytest.mark.postgres
async def test_with_the_database_cut_off_and_started_again_all_along_nothing_is_lost_either() -> None:
    plan = Plan(submissions=times(25), replicas=2, kill_after=(3.0, 6.0), restart_after=(2.0, 5.0))
    result = await run(plan, await new_migrated_database())
    assert result.restarts >= 2, "the database was hardly restarted, so this run shows nothing"
    assert (result.accepted, result.lost, result.duplicates) == (plan.submissions, 0, 0)
    assert (result.told_nowhere, result.notices_twice, result.not_drained) == (0, 0, 0)
    assert (result.questions_lost, result.questions_twice) == (0, 0)
