"""Questions that had no good answer, sealed, without who asked; and thumbs, counted per day."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.published import OpenQuestion
from bot.store.database import Run
from bot.store.keys import Keys, Purpose
from bot.store.moments import from_number, to_number
from bot.store.readable import readable


class SqlQuestions:
    """Questions and votes in the database."""

    def __init__(self, run: Run, keys: Keys) -> None:
        self._run = run
        self._sealer = keys.sealer(Purpose.QUESTION)

    async def add(self, text: str, municipality: str | None, role: str | None, kind: str, at: datetime) -> None:
        """Keep an anonymised question."""
        row_id = uuid.uuid4().hex
        sealed = self._sealer.seal(text.encode(), f"questions|{row_id}|question")
        facts = {"municipality": municipality, "role": role, "kind": kind, "at": to_number(at)}
        await self._run("add_question", id=row_id, question=sealed, **facts)

    async def vote(self, article: str, useful: bool, at: datetime) -> None:
        """Count a vote for the day."""
        day = at.date().isoformat()
        await self._run("add_vote", article=article, voted_on=day, useful=int(useful), not_useful=int(not useful))

    async def listed(self, since: datetime) -> Sequence[OpenQuestion]:
        """Return the questions asked since then, newest first."""
        return readable(await self._run("questions", since=to_number(since)), self._question, "questions")

    def _question(
        self, row_id: str, sealed: bytes, municipality: str | None, role: str | None, kind: str, at: int
    ) -> OpenQuestion:
        text = self._sealer.open(sealed, f"questions|{row_id}|question").decode()
        return OpenQuestion(row_id, text, municipality, role, kind, from_number(at))

    async def remove(self, row_id: str) -> None:
        """Delete a question that is dealt with."""
        await self._run("delete_question", id=row_id)

    async def votes(self, since: datetime) -> Mapping[str, tuple[int, int]]:
        """Return thumbs up and down since that day, by article."""
        rows = await self._run("votes", since=since.date().isoformat())
        return {article: (int(useful), int(not_useful)) for article, useful, not_useful in rows}
