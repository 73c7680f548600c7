"""The fields of a card: label, kept value, and an error that says what to do. Must not know what is asked."""

from __future__ import annotations

from bot.domain.reply import ChoiceInput, DateInput, Input, TextInput
from bot.teams.card_text import Element, own_text
from bot.teams.sentences import Sentences


def field(one: Input, words: Sentences) -> list[Element]:
    """Return the elements of one field; a server-side error stands over it in words and colour."""
    shown = _typed(one)
    shown["label"] = one.label
    if one.required:
        shown["isRequired"] = True
        shown["errorMessage"] = one.error or words("teams.required")
    if isinstance(one, ChoiceInput) and one.compact:
        shown["placeholder"] = words("teams.choose")
    if isinstance(one, DateInput):  # without it clients say «Select a date…» in their own language
        shown["placeholder"] = words("teams.choose_date")
    if not one.error:
        return [shown]
    return [own_text(one.error, color="Attention", weight="Bolder", size="Small", spacing="Medium"), shown]


def _typed(one: Input) -> Element:
    if isinstance(one, TextInput):
        return _text(one)
    if isinstance(one, ChoiceInput):
        return _choices(one)
    return _date(one)


def _text(one: TextInput) -> Element:
    shown: Element = {"type": "Input.Text", "id": one.id, "maxLength": one.max_length, "isMultiline": one.multiline}
    if one.hint:
        shown["placeholder"] = one.hint
    return shown | ({"value": one.value} if one.value else {})


def _choices(one: ChoiceInput) -> Element:
    shown: Element = {
        "type": "Input.ChoiceSet",
        "id": one.id,
        "style": "compact" if one.compact else "expanded",
        "wrap": True,
        "choices": [{"title": choice.title, "value": choice.value} for choice in one.choices],
    }
    if one.several:
        shown["isMultiSelect"] = True
    return shown | ({"value": one.value} if one.value else {})


def _date(one: DateInput) -> Element:
    return {"type": "Input.Date", "id": one.id} | ({"value": one.value} if one.value else {})
