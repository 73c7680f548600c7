"""Buttons: Action.Execute with an Action.Submit fallback and one payload for both. Must not know what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from bot.domain.reply import Button
from bot.teams.card_text import Element

MAX_ACTIONS = 6
"""Teams shows six buttons in a row set and hides the rest."""


def action(button: Button, *, card_has_inputs: bool) -> Element:
    """Return the action of one button."""
    if button.url:
        return _styled({"type": "Action.OpenUrl", "title": button.title, "url": button.url}, button)
    data = {"verb": button.verb, "id": button.id, "version": button.version}
    return _execute(button, {**dict(button.carries), **data}, card_has_inputs=card_has_inputs)


def can_be_shown(button: Button) -> bool:
    """Tell whether the button can work: a verb, or an address on the web."""
    return urlsplit(button.url).scheme == "https" if button.url else bool(button.verb)


def pressed_by_tapping(verb: str, title: str) -> Element:
    """Return the action of something that is not a button but may be tapped."""
    return action(Button(title, verb, submits_inputs=False), card_has_inputs=True)


def action_sets(actions: Sequence[Element]) -> list[Element]:
    """Return the buttons in sets of at most six."""
    return [
        {
            "type": "ActionSet",
            "spacing": "Small" if start else "Medium",
            "actions": list(actions[start : start + MAX_ACTIONS]),
        }
        for start in range(0, len(actions), MAX_ACTIONS)
    ]


def unfolding(title: str, target: str) -> Element:
    """Return a button that shows or hides a folded part."""
    return {"type": "Action.ToggleVisibility", "title": title, "targetElements": [target]}


def _execute(button: Button, data: Mapping[str, Any], *, card_has_inputs: bool) -> Element:
    alone: Element = {"title": button.title, "data": dict(data)}
    if card_has_inputs and not button.submits_inputs:
        alone["associatedInputs"] = "none"
    submit = _styled({"type": "Action.Submit", **alone}, button)
    return _styled({"type": "Action.Execute", "verb": button.verb, **alone, "fallback": submit}, button)


def _styled(shown: Element, button: Button) -> Element:
    return shown if button.style == "default" else {**shown, "style": button.style}
