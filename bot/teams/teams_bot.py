"""Takes one activity through a turn and gives Teams the answer it waits for. Must not know what is said in the turn."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext

from bot.domain.ports import Clock
from bot.domain.reply import Card, Line, Reply
from bot.domain.turn import PlaceKind, Turn
from bot.teams.activity import IncomingActivity
from bot.teams.invoke_answers import InvokeAnswers
from bot.teams.read_activity import read_activity
from bot.teams.reply_post import ReplyPost
from bot.teams.taking_turns import TakeTurn
from bot.teams.write_activity import ActivityWriter

INCOMING = "veilederen.incoming"
ANSWER = "veilederen.answer"
MESSAGE_SECONDS = 10.0
INVOKE_SECONDS = 4.0
"""Teams gives a turn 15 s and shows an error on a button after some 5 to 10: answer before, and go on behind."""

log = structlog.get_logger(__name__)


class TurnFailed(Exception):
    """The turn could not be committed. Answer 503, so that Teams tells the person or delivers again."""


class TeamsBot(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """One handler for everything Teams sends."""

    def __init__(
        self, take_turn: TakeTurn, post: ReplyPost, writer: ActivityWriter, answers: InvokeAnswers, clock: Clock
    ) -> None:
        super().__init__()
        self._take_turn = take_turn
        self._post = post
        self._writer = writer
        self._answers = answers
        self._clock = clock

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """A typed message or an Action.Submit."""
        await self._take_and_post(turn_context)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """The bot was added or removed."""
        await self._take_and_post(turn_context)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Members, channels or teams changed. (The SDK's own dispatch would call Teams for each new member.)"""
        await self._take_and_post(turn_context)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """A button, a search or a dialog: Teams waits for the body."""
        incoming: IncomingActivity = turn_context.turn_state[INCOMING]
        turn = read_activity(incoming, self._clock.now())
        if turn is None:
            return InvokeResponse(status=400, body={"error": "unknown_invoke"})
        replies = await self._replies(turn, INVOKE_SECONDS)
        if replies is None:
            return InvokeResponse(status=200, body=self._answers.late(incoming.name))
        return InvokeResponse(status=200, body=self._invoke_body(incoming.name, turn, replies))

    def _invoke_body(self, name: str | None, turn: Turn, replies: Sequence[Reply]) -> object:
        if name == "composeExtension/query":
            return self._answers.found(replies)
        if name in ("task/fetch", "task/submit"):
            body, used = self._answers.dialog(replies)
            self._post.post(turn, [reply for reply in replies if reply is not used])
            return body
        if name != "adaptiveCard/action":
            self._post.post(turn, replies)
            return {}
        shown = next((reply for reply in replies if isinstance(reply, Card) and reply.in_place), None)
        if turn.place.kind is PlaceKind.PERSONAL:
            self._post.post(turn, replies, shown=shown)
            return self._answers.pressed(shown)
        lines = [reply for reply in replies if isinstance(reply, Line)]
        self._post.post(turn, [reply for reply in replies if reply not in lines], shown=shown)
        return self._answers.pressed(shown, lines)

    async def _take_and_post(self, turn_context: TurnContext) -> None:
        incoming: IncomingActivity = turn_context.turn_state[INCOMING]
        turn = read_activity(incoming, self._clock.now())
        if turn is None:
            return
        replies = await self._replies(turn, MESSAGE_SECONDS)
        if replies is None:
            return
        if incoming.delivery_mode == "expectReplies":
            personal = turn.place.kind is PlaceKind.PERSONAL
            written = [self._writer.write(reply, personal=personal) for reply in replies]
            turn_context.turn_state[ANSWER] = {"activities": written}
            return
        self._post.post(turn, replies)

    async def _replies(self, turn: Turn, seconds: float) -> Sequence[Reply] | None:
        """Return the replies of the committed turn; None when it takes longer and they follow by themselves."""
        collected: list[Reply] = []

        async def send(replies: Sequence[Reply]) -> None:
            collected.extend(replies)

        task = asyncio.ensure_future(self._take_turn(turn, send))
        done, _ = await asyncio.wait({task}, timeout=seconds)
        if not done:
            self._post.keep(self._late(turn, task, collected))
            return None
        _raise_failure(task)
        return collected

    async def _late(self, turn: Turn, task: asyncio.Future[None], collected: Sequence[Reply]) -> None:
        await asyncio.wait({task})
        try:
            _raise_failure(task)
        except TurnFailed:
            return
        self._post.post(turn, collected)


def _raise_failure(task: asyncio.Future[None]) -> None:
    error = task.exception()
    if error is not None:
        log.error("turn_failed", error=type(error).__name__)
        raise TurnFailed from None
