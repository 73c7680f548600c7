"""The kill test at full size: `python -m bench.kill.run [--submissions 1000] [--replicas 3]`. Prints a table."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from dataclasses import replace

from tests.delivery.kill_harness import Plan, Result, run
from tests.fakes.postgres import new_migrated_database

SECONDS_EACH = 1
"""Added to an hour for each submission, so that a longer run is not called failed for its length alone."""
COLUMNS = (
    "accepted",
    "kills",
    "restarts",
    "posts",
    "lost",
    "duplicates",
    "told_nowhere",
    "notices_twice",
    "questions_lost",
    "questions_twice",
    "said_again",
    "not_drained",
    "seconds",
)

MUST_BE_NONE = (
    "lost",
    "duplicates",
    "told_nowhere",
    "notices_twice",
    "questions_lost",
    "questions_twice",
    "not_drained",
)


async def measure(plan: Plan, database: str, replicas: int) -> Result:
    """Run once on a fresh database."""
    with tempfile.TemporaryDirectory(prefix="kill") as folder:
        url = f"sqlite:///{folder}/kill.db" if database == "sqlite" else await new_migrated_database()
        return await run(replace(plan, replicas=replicas), url)


def main() -> int:
    """Measure SQLite with one process and PostgreSQL with several; exit 1 when anything was lost or seen twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--replicas", type=int, default=3, help="processes on PostgreSQL")
    parser.add_argument("--teams", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--restart-after", type=float, nargs=2, help="seconds between two restarts of PostgreSQL: 5 40")
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    given = parser.parse_args()
    patience = 3600 + given.submissions * SECONDS_EACH
    plan = Plan(given.submissions, teams=given.teams, seed=given.seed, patience=patience)
    print(f"{'database':10}{'processes':>10}" + "".join(f"{name:>16}" for name in COLUMNS))
    is_good = True
    for database, replicas in (("sqlite", 1), ("postgres", given.replicas)):
        if given.only in (None, database):
            restart_after = tuple(given.restart_after) if given.restart_after and database == "postgres" else None
            result = asyncio.run(measure(replace(plan, restart_after=restart_after), database, replicas))
            figures = (getattr(result, name) for name in COLUMNS)
            shown = "".join(f"{figure:>16.0f}" for figure in figures)
            print(f"{database:10}{replicas:>10}{shown}", flush=True)
            is_good = is_good and result.accepted == plan.submissions
            is_good = is_good and not any(getattr(result, name) for name in MUST_BE_NONE)
    return 0 if is_good else 1


if __name__ == "__main__":
    raise SystemExit(main())
