"""The answer Teams waits for after an invoke: a card, a search result, a dialog. Must not know why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.reply import Box, Card, Line, Paragraph, Reply
from bot.teams.card_text import lifeless
from bot.teams.cards import CONTENT_TYPE
from bot.teams.sentences import Sentences
from bot.teams.write_activity import ActivityWriter

MESSAGE = "application/vnd.microsoft.activity.message"
PREVIEW = "application/vnd.microsoft.card.thumbnail"
MAX_RESULTS = 10

Body = dict[str, Any]


class InvokeAnswers:
    """Writes the answers Teams waits for."""

    def __init__(self, writer: ActivityWriter, words: Sentences) -> None:
        self._writer = writer
        self._words = words

    def pressed(self, card: Card | None, lines: Sequence[Line] = ()) -> Body:
        """Answer a button: with the card that takes its place, else with a word that it arrived.

        `lines` are for the presser alone (in a channel): they stand on the card, or are the word.
        """
        told = [line.text for line in lines]
        if card is None:
            return {"statusCode": 200, "type": MESSAGE, "value": " ".join(told) or self._words("teams.pressed")}
        if told:
            card = replace(card, blocks=[Box([Paragraph(text) for text in told], "warning"), *card.blocks])
        return {"statusCode": 200, "type": CONTENT_TYPE, "value": self._writer.content(card)}

    def line(self, key: str) -> Line:
        """Return one of the edge's own sentences."""
        return Line(self._words(key))

    def instead(self, name: str | None, key: str) -> Body:
        """Answer an invoke with one of the edge's own sentences: its turn takes too long, and the replies follow as
        messages, or it is not taken at all."""
        word = self._words(key)
        if name == "adaptiveCard/action":
            return {"statusCode": 200, "type": MESSAGE, "value": word}
        if name == "composeExtension/query":
            return {"composeExtension": {"type": "message", "text": word}}
        return {"task": {"type": "message", "value": word}} if name in ("task/fetch", "task/submit") else {}

    def dialog(self, card: Card, lines: Sequence[Line], opened_from: str) -> Body:
        """Open a dialog with the card, or go on in it; what is said beside the card stands on it."""
        if lines:
            card = replace(card, blocks=[Box([Paragraph(line.text) for line in lines], "warning"), *card.blocks])
        shown = {"contentType": CONTENT_TYPE, "content": self._writer.dialog(card, opened_from)}
        size = {"height": "large", "width": "medium"}
        return {"task": {"type": "continue", "value": {"title": card.title, "card": shown, **size}}}

    def dialog_closed(self, words: str) -> Body | None:
        """Close a dialog, with a word when there is one to say."""
        return {"task": {"type": "message", "value": words}} if words else None

    def found(self, replies: Sequence[Reply]) -> Body:
        """Answer a search with cards to share, nothing on them to press."""
        cards = [reply for reply in replies if isinstance(reply, Card)][:MAX_RESULTS]
        if not cards:
            line = next((reply.text for reply in replies if isinstance(reply, Line)), self._words("teams.search_empty"))
            return {"composeExtension": {"type": "message", "text": line}}
        attachments = [self._result(card) for card in cards]
        return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}

    def _result(self, card: Card) -> Body:
        # a preview is a card of the older kind, in which HTML comes alive
        preview = {"title": lifeless(card.title), "text": lifeless(card.intro.replace("**", ""))}
        return {
            "contentType": CONTENT_TYPE,
            "content": self._writer.shared(card),
            "preview": {"contentType": PREVIEW, "content": preview},
        }
