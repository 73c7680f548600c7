"""Takes one activity through a turn and gives Teams the answer it waits for. Must not know what is said in the turn."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from bot.domain.event_log import EventLog
from bot.domain.ports import Clock
from bot.domain.reply import Card, File, Line, Reply
from bot.domain.turn import Corrected, PlaceKind, Pressed, Said, Searched, Turn
from bot.teams import file_cards
from bot.teams.activity import IncomingActivity
from bot.teams.cards import ACUTE
from bot.teams.invoke_answers import InvokeAnswers
from bot.teams.read_activity import read_activity, read_place
from bot.teams.reply_post import ReplyPost
from bot.teams.sdk import ActivityHandler, InvokeResponse, TurnContext
from bot.teams.taking_turns import TakeTurn
from bot.teams.too_late import for_own_chat, with_windows
from bot.teams.uploads import Uploads
from bot.teams.waiting_turns import TurnedAway, WaitingTurns
from bot.teams.write_activity import ActivityWriter

INCOMING = "veilederen.incoming"
ANSWER = "veilederen.answer"
OPENING = "task/fetch"
DIALOG = (OPENING, "task/submit")
MESSAGE_SECONDS = 10.0
INVOKE_SECONDS = 4.0
"""Teams gives a turn 15 s and shows an error on a button after some 5 to 10: answer before, and go on behind."""

log = EventLog(__name__)


class TurnFailed(Exception):
    """The turn could not be committed. Answer 503, so that Teams tells the person or delivers again."""


class TeamsBot(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """One handler for everything Teams sends."""

    def __init__(
        self,
        take_turn: TakeTurn,
        post: ReplyPost,
        writer: ActivityWriter,
        answers: InvokeAnswers,
        uploads: Uploads,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._take_turn = take_turn
        self._post = post
        self._writer = writer
        self._answers = answers
        self._uploads = uploads
        self._clock = clock
        self._waiting = WaitingTurns()

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """A typed message or an Action.Submit."""
        await self._take_and_post(turn_context)

    async def on_message_update_activity(self, turn_context: TurnContext) -> None:
        """A message was changed or brought back."""
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
        if incoming.name == file_cards.INVOKE and read_place(incoming).kind is not PlaceKind.PERSONAL:
            # Teams asks for consent in 1:1 chats only: elsewhere somebody made it up, to put a word or a file of their
            # own in the place of a card others see
            return InvokeResponse(status=400, body={"error": "unknown_invoke"})
        if incoming.name == file_cards.INVOKE and not file_cards.is_accepted(_mapping(incoming.value)):
            self._decline(incoming)
            return InvokeResponse(status=200)
        turn = read_activity(incoming, self._clock.now())
        if turn is None:
            return InvokeResponse(status=400, body={"error": "unknown_invoke"})
        try:
            replies, instead = await self._replies(turn, INVOKE_SECONDS, incoming.name), _late(turn)
        except TurnedAway:
            replies, instead = None, "teams.too_many"
        if replies is None:
            return InvokeResponse(status=200, body=self._answers.instead(incoming.name, instead))
        if incoming.name == file_cards.INVOKE:
            self._keep_file(incoming, turn, replies)
            return InvokeResponse(status=200)
        return InvokeResponse(status=200, body=self._invoke_body(incoming.name, turn, replies))

    def _decline(self, incoming: IncomingActivity) -> None:
        who = incoming.from_.aad_object_id or ""

        async def declined() -> None:
            try:
                await self._uploads.declined(read_place(incoming), incoming.reply_to_id)
            finally:
                self._waiting.leave(who)

        with suppress(TurnedAway):
            self._waiting.enter(who, self._post.unsent_to(who))
            self._post.keep(declined())

    def _keep_file(self, incoming: IncomingActivity, turn: Turn, replies: Sequence[Reply]) -> None:
        """Upload the file that was accepted and made anew; whatever else came of the turn is posted."""
        file = next((reply for reply in replies if isinstance(reply, File)), None)
        self._post.post(turn, [reply for reply in replies if reply is not file])
        if file is not None:
            upload = file_cards.upload_of(incoming.value)
            self._post.keep(self._uploads.keep(turn.place, incoming.reply_to_id, file, upload))

    def _invoke_body(self, name: str | None, turn: Turn, replies: Sequence[Reply]) -> object:
        if name == "composeExtension/query":
            return self._answers.found(replies)
        if name in DIALOG:
            return self._dialog_body(name, turn, replies)
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

    def _dialog_body(self, name: str | None, turn: Turn, replies: Sequence[Reply]) -> object:
        """Go on in the dialog while there is a form to fill in; else close it, and let the chat show what came of it.

        In a channel the words are for the presser only, and the card everybody sees is brought up to date by itself.
        """
        cards = [reply for reply in replies if isinstance(reply, Card)]
        lines = [reply for reply in replies if isinstance(reply, Line)]
        is_personal = turn.place.kind is PlaceKind.PERSONAL
        goes_on = next((card for card in cards if _goes_on(card, is_first=name == OPENING)), None)
        kept = next((line for line in lines if line.in_window), None) if goes_on is None else None
        if kept is not None and kept.in_window is not None:
            return self._answers.dialog(kept.in_window, [one for one in lines if one is not kept], "")
        self._post.post(turn, _beside_the_dialog(replies, goes_on, is_personal=is_personal))
        if goes_on is not None:
            opened_from = turn.what.card_id if isinstance(turn.what, Pressed) else None
            return self._answers.dialog(goes_on, lines, opened_from or "")
        said = [*(line.text for line in lines), *(card.intro for card in cards if card.in_place)]
        return self._answers.dialog_closed("" if is_personal and cards else " ".join(one for one in said if one))

    async def _take_and_post(self, turn_context: TurnContext) -> None:
        incoming: IncomingActivity = turn_context.turn_state[INCOMING]
        turn = read_activity(incoming, self._clock.now())
        if turn is None:
            return
        try:
            replies = await self._replies(turn, MESSAGE_SECONDS)
        except TurnedAway:
            if not self._waiting.must_be_told(_sender(turn)):
                return
            replies = (self._answers.line("teams.too_many"),)
        if replies is None:
            self._tell_that_it_is_slow(turn)
            return
        if incoming.delivery_mode == "expectReplies":
            personal = turn.place.kind is PlaceKind.PERSONAL
            written = b",".join(self._writer.as_json(reply, personal=personal) for reply in replies)
            turn_context.turn_state[ANSWER] = b'{"activities":[%b]}' % written
            return
        self._post.post(turn, replies)

    def _tell_that_it_is_slow(self, turn: Turn) -> None:
        """Tell whoever wrote, once, that the answer comes later: a database that hangs says nothing for a minute, and
        what was written may be that a child is in danger."""
        is_said = isinstance(turn.what, Said) and turn.place.kind is PlaceKind.PERSONAL
        if is_said and self._waiting.must_hear_of_it(_sender(turn)):
            self._post.post(turn, (self._answers.line("teams.slow"),))

    async def _replies(self, turn: Turn, seconds: float, invoked: str | None = None) -> Sequence[Reply] | None:
        """Return the replies of the committed turn; None when it takes longer and they follow by themselves.

        Raises TurnedAway when the person has too much waiting, and TurnFailed.
        """
        self._waiting.enter(_sender(turn), self._post.unsent_to(turn.person.id))
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[Sequence[Reply] | None] = loop.create_future()
        self._post.keep(self._take(turn, answered, invoked))
        too_late = loop.call_later(seconds, _wait_no_longer, answered)
        try:
            return await answered
        finally:
            too_late.cancel()

    async def _take(self, turn: Turn, answered: asyncio.Future[Sequence[Reply] | None], invoked: str | None) -> None:
        """Take the turn, and give its replies to whoever waits for them; when nobody does any more, they are sent."""
        replies: list[Reply] = []

        async def send(more: Sequence[Reply]) -> None:
            replies.extend(more)

        try:
            await self._take_turn(turn, send)
        except Exception as error:
            log.error("turn_failed", error=type(error).__name__)
            if not answered.done():
                answered.set_exception(TurnFailed())
            return
        finally:
            self._waiting.leave(_sender(turn))
        if answered.done():
            self._post_late(turn, replies, invoked)
        else:
            answered.set_result(replies)

    def _post_late(self, turn: Turn, replies: Sequence[Reply], invoked: str | None) -> None:
        """Send what nobody waits for any more to those who were to see it: what a search found was for who searched,
        wherever that was, and what a press in a channel shows for who pressed (decision 5)."""
        if isinstance(turn.what, Searched):
            log.info("search_too_late")
        elif invoked and turn.place.kind is not PlaceKind.PERSONAL:
            alone = for_own_chat(replies, in_window=invoked in DIALOG)
            self._post.post_alone(turn, (self._answers.line("teams.late_where"), *alone) if alone else ())
        else:
            self._post.post(turn, with_windows(replies) if invoked in DIALOG else replies)


def _late(turn: Turn) -> str:
    """Return what is said to whoever waits too long for the answer to an invoke: where they will find it."""
    if isinstance(turn.what, Searched):
        return "teams.late_search"
    return "teams.late" if turn.place.kind is PlaceKind.PERSONAL else "teams.late_alone"


def _sender(turn: Turn) -> str:
    """Return who sent it; nobody, where Teams tells of a place."""
    return turn.person.id if isinstance(turn.what, Said | Corrected | Pressed | Searched) else ""


def _wait_no_longer(answered: asyncio.Future[Sequence[Reply] | None]) -> None:
    if not answered.done():
        answered.set_result(None)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _goes_on(card: Card, *, is_first: bool) -> bool:
    return is_first or card.in_dialog or card.kind == ACUTE


def _beside_the_dialog(replies: Sequence[Reply], goes_on: Card | None, *, is_personal: bool) -> Sequence[Reply]:
    """Return what the conversation behind the dialog is to show: help in danger stays when the dialog is closed."""
    cards = [reply for reply in replies if isinstance(reply, Card) and not (reply is goes_on and reply.in_dialog)]
    cards = [card.beside_window or card if card is goes_on else card for card in cards]
    if not is_personal:
        return [card for card in cards if not card.in_place and card is not goes_on]
    return cards if goes_on is not None or not cards else replies
