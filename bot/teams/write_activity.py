"""Turns a semantic reply into the activity Teams understands. Must not know how it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot.domain.reply import Card, File, Line, Reply
from bot.domain.sending import TooLarge
from bot.teams.card_text import clean_line, is_tame, keep_sections_together
from bot.teams.cards import CONTENT_TYPE, CardWriter
from bot.teams.connector import encode
from bot.teams.file_cards import consent
from bot.teams.json_bytes import json_bytes
from bot.teams.mentions import People, called
from bot.teams.sentences import Sentences

MAX_SUGGESTED = 3
OURS_ALONE = ("answer", "answer_more", "source")
"""Cards made of our own texts alone. Such a card is written once for all who get it, and remembered: no word of
anybody's is kept by that."""
KNOWN = 200
"""So many are remembered: a little more than there are answers, at five kilobytes each."""

Activity = dict[str, Any]
NOBODY: People = {}


class ActivityWriter:
    """Writes outgoing activities."""

    def __init__(self, cards: CardWriter, words: Sentences) -> None:
        self._cards = cards
        self._words = words
        self._known = lru_cache(maxsize=KNOWN)(lambda card: json_bytes(self._card(card)))

    def write(self, reply: Reply, *, marker: str = "", personal: bool = True, people: People = NOBODY) -> Activity:
        """Return the activity; a card that is too large for Teams loses its fallback text before it is given up.

        Of those a line calls by name, only the `people` are called so that Teams tells them.
        """
        if isinstance(reply, Line):
            return self._line(reply, marker, people, personal=personal)
        if isinstance(reply, File):
            return {**consent(reply), "summary": self._words("teams.notification")}
        return self._card(reply, marker)

    def as_json(self, reply: Reply, *, marker: str = "", personal: bool = True, people: People = NOBODY) -> bytes:
        """Return the activity as it is sent."""
        if isinstance(reply, Card) and reply.kind in OURS_ALONE and not reply.is_own and not marker:
            return self._known(reply)
        return json_bytes(self.write(reply, marker=marker, personal=personal, people=people))

    def content(self, card: Card) -> dict[str, Any]:
        """Return only the card itself, for an answer to a button."""
        content: dict[str, Any] = self.write(card)["attachments"][0]["content"]
        return content

    def dialog(self, card: Card, opened_from: str) -> dict[str, Any]:
        """Return the card for a dialog."""
        return self._cards.write_dialog(card, opened_from)

    def shared(self, card: Card) -> dict[str, Any]:
        """Return the card for a chat the bot is not part of."""
        return self._cards.write(card, shared=True)

    def _card(self, card: Card, marker: str = "") -> Activity:
        content = self._cards.write(card, marker=marker)
        written: Activity = {
            "type": "message",
            "summary": card.summary or self._words("teams.notification"),
            "attachments": [{"contentType": CONTENT_TYPE, "content": content}],
        }
        if is_too_large(written):
            content["fallbackText"] = card.title
        return written

    def _line(self, line: Line, marker: str, people: People, *, personal: bool) -> Activity:
        text, entities = called(line, people)
        if marker:
            content = self._cards.line(text, marker, entities)
            notification = self._words("teams.notification")
            return {
                "type": "message",
                "summary": notification,
                "attachments": [{"contentType": CONTENT_TYPE, "content": content}],
            }
        if entities:
            return {"type": "message", "text": text, "textFormat": "markdown", "entities": entities}
        written: Activity = {"type": "message", **_text(text)}
        if line.buttons and personal:
            choices = [
                {"type": "imBack", "title": button.title, "value": button.title}
                for button in line.buttons[:MAX_SUGGESTED]
            ]
            written["suggestedActions"] = {"actions": choices}
        return written


def _text(text: str) -> Mapping[str, str]:
    if "**" in text and is_tame(text):
        return {"text": keep_sections_together(text), "textFormat": "markdown"}
    shown = "\n".join(clean_line(line) for line in text.replace("**", "").split("\n"))
    return {"text": keep_sections_together(shown), "textFormat": "plain"}


def is_too_large(activity: Mapping[str, Any]) -> bool:
    """Tell whether Teams would refuse the activity for its size."""
    try:
        encode(activity)
    except TooLarge:
        return True
    return False
