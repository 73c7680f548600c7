"""Counts how often each answer is shown, in memory, and adds it to the database now and then: a turn costs no more.

Knows the article and the month, never the person. What a process has counted is lost if it is killed; the list it is
for asks for months without a single showing, so a quarter of an hour does not matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from bot.domain.ports import Store
from bot.domain.published import month_of
from bot.domain.reply import Reply
from dialogs.answers.cards import article_shown_on


class ShownCount:
    """What this process has shown and not yet told the database."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    def note(self, replies: Iterable[Reply], at: datetime) -> None:
        """Count the answers among what is shown."""
        for reply in replies:
            if slug := article_shown_on(reply):
                self._counts[slug, month_of(at)] += 1

    async def keep(self, store: Store) -> None:
        """Add the counts to the database; when it is away they are kept for the next time."""
        counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            async with store.unit_of_work() as uow:
                await uow.answers_shown.add(counts)
                await uow.commit()
        except BaseException:
            self._counts.update(counts)
            raise
