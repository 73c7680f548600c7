"""Sends the replies of a turn behind the HTTP answer, in order per conversation. Must not know what they say."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from bot.domain.case import Member
from bot.domain.event_log import EventLog
from bot.domain.ports import Messenger
from bot.domain.reply import Card, Line, Reply, with_words
from bot.domain.sending import Ambiguous, SendError, TooLarge, TryLater
from bot.domain.turn import PlaceKind, Pressed, Turn
from bot.teams.cards import ACUTE
from bot.teams.place_in_teams import thread_of
from bot.teams.sentences import Sentences

TRIES = 5
LONGEST_PAUSE = 30.0
"""Seconds. A person is waiting; what has not arrived after these tries is asked for again."""

MOST_UNCLEAR = 3
"""So often help in danger is sent anew when nobody knows whether it came, also where others read."""

log = EventLog(__name__)
T = TypeVar("T")

Sleep = Callable[[float], Awaitable[object]]
Note = Callable[[Turn, str, str], Awaitable[None]]
"""Told which message shows a case, by the ids of both."""


async def note_nothing(_turn: Turn, _case_id: str, _activity_id: str) -> None:
    """Keep nothing."""


class ReplyPost:
    """Carries replies to Teams in the background and can be emptied before the process ends."""

    def __init__(self, messenger: Messenger, words: Sentences, sleep: Sleep = asyncio.sleep) -> None:
        self._messenger = messenger
        self._words = words
        self._sleep = sleep
        self.note: Note = note_nothing
        self._last: dict[str, asyncio.Task[None]] = {}
        self._unsent: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()

    def post(self, turn: Turn, replies: Sequence[Reply], *, shown: Card | None = None) -> None:
        """Send the replies later, after those of earlier turns in the same conversation.

        `shown` is the card the presser already got as the answer to the button.
        """
        if replies:
            earlier = self._last.get(turn.place.conversation_id)
            self._stand_in_line(turn, self._send_after(earlier, self._send_all(turn, replies, shown)))

    def post_alone(self, turn: Turn, replies: Sequence[Reply]) -> None:
        """Send the replies to a press in a channel to who pressed, in their own chat: only they were to see them."""
        if replies:
            earlier = self._last.get(turn.place.conversation_id)
            self._stand_in_line(turn, self._send_after(earlier, self._send_alone(turn, replies)))

    def _stand_in_line(self, turn: Turn, sending: Coroutine[Any, Any, None]) -> None:
        key, who = turn.place.conversation_id, turn.person.id
        task = self.keep(sending)
        self._last[key] = task
        self._unsent[who] += 1

        def sent(done: asyncio.Task[None]) -> None:
            if self._last.get(key) is done:
                del self._last[key]
            self._unsent[who] -= 1
            if not self._unsent[who]:
                del self._unsent[who]

        task.add_done_callback(sent)

    def unsent_to(self, person_id: str) -> int:
        """Return how many turns of the person have replies that are not sent yet."""
        return self._unsent.get(person_id, 0)

    def keep(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run something in the background that `drain` waits for."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def drain(self, seconds: float) -> None:
        """Wait for everything under way, at most so long; what is left is stopped and counted in the log."""
        if not self._tasks:
            return
        _, left = await asyncio.wait(self._tasks, timeout=seconds)
        for task in left:
            task.cancel()
        if left:
            log.warning("replies_not_sent", count=len(left))

    async def _send_after(self, earlier: asyncio.Task[None] | None, sending: Coroutine[Any, Any, None]) -> None:
        try:
            if earlier is not None:
                await asyncio.wait({earlier})
            await sending
        finally:
            sending.close()  # given up while it stood in line

    async def _send_alone(self, turn: Turn, replies: Sequence[Reply]) -> None:
        who = Member(turn.person.id, turn.person.name)
        try:
            own = await self._persist(lambda _: self._messenger.open_personal(turn.place, who), may_repeat=1)
        except SendError as error:
            log.warning("reply_not_sent", kind="alone", code=error.code, error=type(error).__name__)
            return
        except Exception as error:  # a fault of ours: asyncio would log it whole, with what it holds
            log.error("reply_failed", kind="alone", error=type(error).__name__)
            return
        await self._send_all(replace(turn, place=own), replies, None)

    async def _send_all(self, turn: Turn, replies: Sequence[Reply], shown: Card | None) -> None:
        for reply in replies:
            try:
                await self._send_one(turn, reply, shown)
            except SendError as error:
                log.warning("reply_not_sent", kind=_kind(reply), code=error.code, error=type(error).__name__)
            except Exception as error:  # a fault of ours must not take the next reply with it
                log.error("reply_failed", kind=_kind(reply), error=type(error).__name__)

    async def _send_one(self, turn: Turn, reply: Reply, shown: Card | None) -> None:
        is_personal = turn.place.kind is PlaceKind.PERSONAL
        if reply is shown and not is_personal:
            return  # only the presser was to see it
        card_id = turn.what.card_id if isinstance(turn.what, Pressed) else None
        takes_its_place = is_personal and isinstance(reply, Card) and reply.in_place
        is_in_place = takes_its_place and card_id and await self._replaced(turn, card_id, reply)
        landed = card_id if is_in_place else await self._sent(turn, reply)
        if isinstance(reply, Card) and reply.case_shown and landed:
            await self.note(turn, reply.case_shown, landed)

    async def _replaced(self, turn: Turn, card_id: str, card: Reply) -> bool:
        """Put the card in the place of the pressed one; False when Teams will not, so that it is sent instead."""
        try:
            await self._persist(lambda _: self._messenger.update(turn.place, card_id, card), may_repeat=1)
        except SendError as error:
            log.info("card_not_replaced", kind=_kind(card), code=error.code)
            return False
        return True

    async def _sent(self, turn: Turn, reply: Reply) -> str | None:
        """Return the id of the message, where Teams tells it."""
        thread = thread_of(turn.place.conversation_id)
        is_help = isinstance(reply, Card) and reply.kind == ACUTE
        may_repeat = MOST_UNCLEAR if is_help else int(turn.place.kind is PlaceKind.PERSONAL)

        async def send(unclear: int) -> str | None:
            said = with_words(reply, self._words("teams.may_have_come")) if unclear else reply
            return await self._messenger.send(turn.place, said, reply_to=thread)

        try:
            return await self._persist(send, may_repeat=may_repeat)
        except TooLarge:
            log.error("reply_too_large", kind=_kind(reply))
            await self._messenger.send(turn.place, Line(self._words("teams.too_large")), reply_to=thread)
            return None

    async def _persist(self, send: Callable[[int], Awaitable[T]], *, may_repeat: int) -> T:
        """Try until it is sent, and return what `send` does; it is told how often nobody knew whether it was.

        Unclear is tried once more in a 1:1 chat, where silence is worse than a repeat that says it is one, and help in
        danger more often, wherever it is.
        """
        unclear, tried = 0, 0
        while True:
            try:
                return await send(unclear)
            except (TryLater, Ambiguous) as error:
                unclear += isinstance(error, Ambiguous)
                if unclear > may_repeat or tried == TRIES - 1:
                    raise
                await self._sleep(min(error.after if error.after is not None else 0.5 * 2**tried, LONGEST_PAUSE))
            tried += 1


def _kind(reply: Reply) -> str:
    return reply.kind if isinstance(reply, Card) else "line"
