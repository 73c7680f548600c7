"""A whole Adaptive Card (1.5) from a semantic card, in one fixed order. Must not know what the card is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.domain.reply import Block, Box, Button, Card, ChoiceInput, DateInput, Folded, Reply, TextInput
from bot.teams.card_actions import MAX_ACTIONS, action, action_sets, can_be_shown, for_dialog
from bot.teams.card_parts import Parts, doors, footnote, header, title
from bot.teams.card_text import Element, lifeless, own_text
from bot.teams.sentences import Sentences

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
ACUTE = "acute"
"""Kind of the card that warns of danger: red head, and no door to itself."""


class CardWriter:
    """Writes cards. `as_text` gives the whole card as text for clients that cannot draw it."""

    def __init__(self, words: Sentences, as_text: Callable[[Reply], str], *, dialogs: bool = False) -> None:
        self._words = words
        self._as_text = as_text
        self._dialogs = dialogs
        """Whether buttons may open windows (dialogs) in this client."""

    def write(self, card: Card, *, marker: str = "", shared: bool = False) -> Element:
        """Return the card as JSON. `shared` = shown in a chat the bot is not part of: nothing on it can be pressed."""
        return self._write(card, marker, shared=shared, dialogs=self._dialogs)

    def write_dialog(self, card: Card, opened_from: str) -> Element:
        """Return the card for a dialog; no button on it opens another."""
        shown: Element = for_dialog(self._write(card, "", shared=False, dialogs=False), opened_from)
        return shown

    def _write(self, card: Card, marker: str, *, shared: bool, dialogs: bool) -> Element:
        parts = Parts(self._words)
        head = _head(card)
        body = [*head, *parts.blocks(card.blocks)]
        body += action_sets(_actions(card, parts, shared=shared, dialogs=dialogs))
        body += footnote(card.footnote)
        if card.doors:
            body.append(doors(self._words, acute=card.kind != ACUTE, can_be_tapped=not shared))
        if marker:
            body[0] = {**body[0], "id": marker}
        return {
            "$schema": SCHEMA,
            "type": "AdaptiveCard",
            "version": "1.5",
            "lang": "nb",
            "fallbackText": self._fallback(card),
            "speak": card.speak or f"{card.title} {card.intro}".strip().replace("**", ""),
            "body": body,
        }

    def _fallback(self, card: Card) -> str:
        """Return the whole message as text; the emergency number stands in it whatever the card is about."""
        text = lifeless(self._as_text(card))
        return text if "112" in text else f"{text}\n{self._words('teams.door_acute').replace('**', '')}"

    def line(self, text: str, marker: str, mentions: Sequence[Element] = ()) -> Element:
        """Return one line of text as a card, so that it can carry a marker nobody sees, and mentions."""
        written = {"type": "TextBlock", "text": text, "wrap": True} if mentions else own_text(text)
        body = [{**written, "id": marker}]
        called = {"msteams": {"entities": list(mentions)}} if mentions else {}
        return {
            **called,
            "$schema": SCHEMA,
            "type": "AdaptiveCard",
            "version": "1.5",
            "fallbackText": lifeless(text),
            "body": body,
        }


def _head(card: Card) -> list[Element]:
    head = header(*card.header)
    if card.title:
        head.append(title(card.title))
    if card.intro:
        head.append(own_text(card.intro, spacing="Small"))
    if card.kind != ACUTE:
        return head
    return [{"type": "Container", "style": "attention", "bleed": True, "items": head}]


def _actions(card: Card, parts: Parts, *, shared: bool, dialogs: bool) -> list[Element]:
    can_work = [button for button in card.buttons if can_be_shown(button, dialogs=dialogs)]
    buttons = [button for button in can_work if button.url or not shared]
    has_inputs = any(_inputs(card.blocks))
    shown = [action(button, card_has_inputs=has_inputs, dialogs=dialogs) for button in buttons]
    toggles_at = _place_for_toggles(buttons, is_form=has_inputs)
    return [*shown[:toggles_at], *parts.toggles, *shown[toggles_at:]]


def _place_for_toggles(buttons: Sequence[Button], *, is_form: bool) -> int:
    """Return where buttons that unfold stand: after what helps, before what destroys."""
    if len(buttons) >= MAX_ACTIONS:
        return len(buttons)
    ordinary = sum(button.style != "destructive" for button in buttons)
    return min(1 if is_form else 2, ordinary)


def _inputs(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, TextInput | ChoiceInput | DateInput):
            yield block
        elif isinstance(block, Box | Folded):
            yield from _inputs(block.blocks)
