"""Filled-in evaluations, without who filled them in: answering again replaces the first answer."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

from bot.domain.evaluation import Answers, Evaluation, EvaluationKind, counted
from bot.domain.norway import day_of
from bot.domain.turn import Person
from bot.store.database import Run
from bot.store.keys import Keys


class SqlEvaluations:
    """Evaluations in the database. Only the yearly one needs `by`: a keyed hash of person and year finds the first."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._keys = keys

    async def keep(self, evaluation: Evaluation, by: Person) -> None:
        """Keep the form; an earlier one about the same case, or of the same person in the same year, is replaced."""
        about = evaluation.code or f"{evaluation.team} {day_of(evaluation.at).year} {by.id}"
        await self._run(
            "keep_evaluation",
            id=self._keys.index("evaluation", evaluation.kind, about),
            kind=evaluation.kind,
            municipality=evaluation.municipality,
            team=evaluation.team,
            code=evaluation.code,
            answered_on=day_of(evaluation.at).isoformat(),
            answers=json.dumps(dict(evaluation.answers), sort_keys=True),
        )

    async def is_kept(self, kind: EvaluationKind, code: str) -> bool:
        """Return whether the form about a case is filled in, and not counted and deleted yet."""
        return bool(await self._run("evaluation_kept", id=self._keys.index("evaluation", kind, code)))

    async def of_team(self, team: str, year: int) -> Answers:
        """Return how many gave each answer about the team in one year: in forms, and in those counted before."""
        rows = await self._run("evaluations_of_team", team=team, first=f"{year}-01-01", last=f"{year}-12-31")
        answers = counted(form_of(team, *row) for row in rows)
        for kind, question, answer, number in await self._run("answer_counts", team=team, year=str(year)):
            answers[EvaluationKind(kind), question, answer] += number
        return answers


def form_of(team: str, kind: str, municipality: str, code: str, day: str, answers: str) -> Evaluation:
    """Return the form that lies in a row."""
    return Evaluation(EvaluationKind(kind), municipality, team, _at(day), json.loads(answers), code)


def _at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)
