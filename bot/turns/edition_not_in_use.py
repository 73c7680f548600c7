"""An edition that is published and not in use, and why."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.problem import Problem

NO_ROOM = Problem("", "", "Filene lar seg ikke legge fram: disken er full, eller den kan ikke skrives til.")
DAMAGED = Problem("", "", "Utgaven er endret eller skadet i databasen. Legg tilbake en kopi (deploy/README.md).")


@dataclass(frozen=True)
class NotInUse:
    """The newest edition, when this process answers from something else."""

    number: int
    problems: tuple[Problem, ...]

    @property
    def may_pass(self) -> bool:
        """Tell whether it is the disk and not the edition: it is worth trying again."""
        return NO_ROOM in self.problems
