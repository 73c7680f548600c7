"""A desk whose outbox is delivered with the bot's own words, and what everybody has received, as Teams would get it."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.delivery import DeliverySettings, OutboxWorker
from bot.domain.case import Case
from bot.domain.outbox import OutboxRow
from bot.domain.reply import Reply
from bot.domain.turn import Person, Place
from bot.teams.cards import CardWriter
from bot.teams.write_activity import ActivityWriter
from dialogs.as_text import as_text
from dialogs.cases.deliver import words_for
from tests.fakes.messenger import FakeMessenger
from tests.turns.desk import Desk, chat

ADMIN = Person("person-admin", "Alf Prøve")
"""The administrator who is told in the tests that use `watched`."""
AT_ONCE = DeliverySettings(visibility_lag=0, conversation_windows=(), app_windows=())


@dataclass
class Recording(FakeMessenger):
    """Remembers everything that was ever sent, also what was updated since."""

    sent: list[tuple[str, Reply]] = field(default_factory=list)

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        self.sent.append((place.conversation_id, reply))
        return await super().send(place, reply, marker=marker, reply_to=reply_to)

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        self.sent.append((place.conversation_id, reply))
        await super().update(place, activity_id, reply)


@dataclass
class Delivering:
    """Delivers what is due, with a new worker each time, as after a restart."""

    desk: Desk

    def present(self, row: OutboxRow, case: Case | None) -> Reply:
        return words_for(row.item, case, self.desk.library.around_delivery())

    async def deliver(self) -> None:
        desk = self.desk
        await OutboxWorker(desk.store, desk.messenger, desk.clock, self.present, AT_ONCE).deliver_due()

    @functools.cached_property
    def writer(self) -> ActivityWriter:
        texts = self.desk.library.knowledge.texts
        shown = functools.partial(as_text, texts=texts)
        return ActivityWriter(CardWriter(texts, shown, dialogs=True), texts)

    def as_sent(self, replies: Sequence[Reply]) -> Iterator[str]:
        """Yield each reply as the JSON that goes to Teams."""
        for reply in replies:
            yield json.dumps(self.writer.write(reply), ensure_ascii=False)

    def received(self, *, by_team: bool) -> list[str]:
        """Return all that was ever sent to the channel and the members' chats, or to the chats of the staff."""
        assert isinstance(self.desk.messenger, Recording)
        mine = [reply for conversation, reply in self.desk.messenger.sent if _is_team(conversation) is by_team]
        return list(self.as_sent(mine))

    def visible_to_team(self) -> str:
        """Return what stands in the channel and the members' chats now."""
        mine = [one.reply for one in self.desk.messenger.visible.values() if _is_team(one.place.conversation_id)]
        return "\n".join(self.as_sent(mine))


def told_admin(desk: Desk) -> str:
    """Return what stands in the administrator's chat."""
    mine = [one.reply for one in desk.messenger.visible.values() if one.place == chat(ADMIN)]
    return desk.words(mine)


def _is_team(conversation: str) -> bool:
    return conversation.startswith("19:") or "member-" in conversation
