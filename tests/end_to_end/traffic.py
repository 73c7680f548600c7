"""Everything that went between the bot and one Playground, as the Playground itself logs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, WebSocket

Json = dict[str, Any]
BOT = "User Application"
"""What the Playground calls the bot in its log."""


class Traffic:
    """Listens to the Playground's own streams: its messages and its log of requests with their answers."""

    def __init__(self, page: Page) -> None:
        self.messages: dict[str, Json] = {}
        """The newest version of every message, by its id."""
        self.updates: list[str] = []
        """Ids of messages that were replaced, in order."""
        self.log: list[Json] = []
        page.on("websocket", self._open)

    def _open(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._take)

    def _take(self, frame: str | bytes) -> None:
        told: Json = json.loads(frame)
        if "log" in told:
            self.log.append(told["log"])
        elif "message" in told:
            message = told["message"] | {"conversation": told["actionConversationId"]}
            self.messages[message["messageId"]] = message
            if told["action"] == "updateMessage":
                self.updates.append(message["messageId"])

    def failures(self) -> list[str]:
        """Return every request that was not answered with success, and every warning of the Playground."""
        failed = [
            f"{one.get('activityName')} {one['response']['statusCode']}"
            for one in self.log
            if one.get("response") and int(one["response"]["statusCode"]) >= 400
        ]
        return failed + [f"{one['level']}: {one.get('displayText')}" for one in self.log if one.get("level")]

    def said(self, words: str) -> int:
        """Return how many messages with just these words the person at the screen has sent, mentions by their name."""
        return sum(one.get("to") == BOT and _plain(one.get("displayText")) == words for one in self.log)

    def newest_requests(self) -> list[str]:
        """Return the last requests between the two, what each said and was answered, to tell when something fails."""
        told = [one for one in self.log if one.get("response")][-8:]
        return [
            f"{one['to']}: {one['activityName']} {one['response']['statusCode']} {one.get('displayText', '')[:60]}"
            for one in told
        ]

    def answer_to(self, activity_id: str) -> Json | None:
        """Return what the bot answered to an invoke: the body with the card that takes the pressed one's place."""
        for one in self.log:
            if one.get("messageId") == activity_id and one.get("response"):
                body: Json = one["response"]["body"]
                return body
        return None

    def newest(self, words: str) -> Json | None:
        """Return the newest message from the bot that holds the words, somewhere in it, if one has come."""
        held = [one for one in self.messages.values() if words in json.dumps(one, ensure_ascii=False)]
        return held[-1] if held else None

    def in_channel(self) -> Iterator[Json]:
        """Return the messages of all channels and threads."""
        return (one for one in self.messages.values() if one["conversation"].startswith("19:"))

    def case_card(self, code: str) -> tuple[str, Json] | None:
        """Return the message id and the card of a case in the channel, as everybody sees it now, if it has come."""
        for one in self.in_channel():
            for attachment in one.get("attachments") or ():
                content = attachment.get("content") or {}
                if f"Sak {code}" in json.dumps(content, ensure_ascii=False) and button_data(content):
                    return str(one["messageId"]), content
        return None


def _plain(words: object) -> str:
    return re.sub(r"</?at>", "", str(words or "")).strip()


def button_data(card: Any) -> dict[str, Json]:
    """Return what each button of a card carries, by title, with the verb it calls."""
    if isinstance(card, list):
        return {title: data for one in card for title, data in button_data(one).items()}
    if not isinstance(card, dict):
        return {}
    found = {title: data for one in card.values() for title, data in button_data(one).items()}
    if card.get("type") == "Action.Execute":
        found[card["title"]] = {**card["data"], "verb": card["verb"]}
    return found


def inputs_of(card: Any) -> Json:
    """Return what stands in the fields of a card when nobody has touched them."""
    if isinstance(card, list):
        return {name: value for one in card for name, value in inputs_of(one).items()}
    if not isinstance(card, dict):
        return {}
    found = {name: value for one in card.values() for name, value in inputs_of(one).items()}
    if str(card.get("type", "")).startswith("Input."):
        found[card["id"]] = card.get("value", "")
    return found


def words_of(card: Any) -> str:
    """Return all text on a card or in an answer, without its `fallbackText`."""
    if isinstance(card, list):
        return " ".join(words_of(one) for one in card)
    if not isinstance(card, dict):
        return ""
    own = [str(card[name]) for name in ("text", "value", "title") if isinstance(card.get(name), str)]
    inside = [words_of(one) for name, one in card.items() if name != "fallback"]
    return re.sub(r"\s+", " ", " ".join([*own, *inside])).strip()
