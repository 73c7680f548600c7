"""Buttons: Action.Execute with an Action.Submit fallback and one payload for both. Must not know what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from bot.domain.reply import Button
from bot.teams.card_text import Element

MAX_ACTIONS = 6
"""Teams shows six buttons in a row set and hides the rest."""
CARRIED_TWICE = 1_200
"""Characters up to which a button carries a text in its fallback too. A longer one would make the card of a long form
too large for Teams; a client so old that it takes the fallback is told that the text lies on the card only."""
OPENED_FROM = "opened_from"
"""What a button in a dialog carries beside its payload: id of the message whose button opened the dialog."""


def action(button: Button, *, card_has_inputs: bool, dialogs: bool = False) -> Element:
    """Return the action of one button; with `dialogs` a button that may open a window does."""
    if button.url:
        return _styled({"type": "Action.OpenUrl", "title": button.title, "url": button.url}, button)
    data = {**dict(button.carries), "verb": button.verb, "id": button.id, "version": button.version}
    if dialogs and button.dialog != "no":
        return _opening(button, data)
    is_long = sum(len(said) for _, said in button.carries) > CARRIED_TWICE
    older = {"verb": button.verb, "id": button.id, "version": button.version} if is_long else data
    return _execute(button, data, older, card_has_inputs=card_has_inputs)


def can_be_shown(button: Button, *, dialogs: bool) -> bool:
    """Tell whether the button can work: a verb, or an address on the web; and a window, where it needs one."""
    if button.dialog == "only" and not dialogs:
        return False
    return urlsplit(button.url).scheme == "https" if button.url else bool(button.verb)


def for_dialog(element: Any, opened_from: str) -> Any:
    """Return the card as a dialog takes it: Submit only, and each button tells which message the dialog is from."""
    if isinstance(element, list):
        return [for_dialog(one, opened_from) for one in element]
    if not isinstance(element, dict):
        return element
    if element.get("type") == "Action.Execute":
        alone = {name: one for name, one in element.items() if name not in ("verb", "fallback")}
        submit = {**alone, "type": "Action.Submit"}
        return {**submit, "data": {**submit["data"], OPENED_FROM: opened_from}} if opened_from else submit
    return {name: for_dialog(one, opened_from) for name, one in element.items()}


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


def _execute(button: Button, data: Mapping[str, Any], older: Mapping[str, Any], *, card_has_inputs: bool) -> Element:
    """Return the action; clients that know no Action.Execute send what stands in `older`."""
    alone: Element = {"title": button.title, "data": dict(data)}
    if card_has_inputs and not button.submits_inputs:
        alone["associatedInputs"] = "none"
    submit = _styled({"type": "Action.Submit", **alone, "data": dict(older)}, button)
    return _styled({"type": "Action.Execute", "verb": button.verb, **alone, "fallback": submit}, button)


def _opening(button: Button, data: Mapping[str, Any]) -> Element:
    """Return an action that asks for a dialog. A client without dialogs sends it as an ordinary Submit."""
    asked = {**data, "msteams": {"type": "task/fetch"}}
    return _styled({"type": "Action.Submit", "title": button.title, "data": asked, "associatedInputs": "none"}, button)


def _styled(shown: Element, button: Button) -> Element:
    return shown if button.style == "default" else {**shown, "style": button.style}
