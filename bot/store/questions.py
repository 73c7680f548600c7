"""Questions that had no good answer, sealed, without who asked; and thumbs, counted per day."""

from __future__ import annotations

import uuid
from datetime import datetime

from bot.store.database import Run
from bot.store.keys import Keys, Purpose
from bot.store.moments import to_number


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
