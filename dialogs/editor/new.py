"""A new answer: from nothing, or from a question nobody could answer."""

from __future__ import annotations

from bot.content.form_new import new_article, new_form
from bot.content.problem import KnowledgeError
from bot.domain.choices import chosen_in
from bot.domain.conversation import ConversationState
from bot.domain.published import CheckDraft
from bot.domain.reply import Button
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, edits_everything, own_municipalities
from dialogs.editor.drafts import with_changes
from dialogs.editor.form import form_card, kept
from dialogs.editor.preview import show_preview

TARGET = "new"


def new(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the empty form; a question that was asked stands in it already."""
    asked = pressed.values.get("text", "")[:300]
    ids = list(chosen_in(pressed.values.get("ids", "")))
    form = new_form({"asked_as": asked})
    return Step((form_card(form, around, send=_send(around)),), state.in_dialog(NAME, target=TARGET, questions=ids))


def _send(around: Around) -> Button:
    return Button(around.text("editors.check"), "edit_new_check", TARGET, style="positive")


def check_new(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Hold the new answer against every check."""
    values = {**kept(state, TARGET), **pressed.values}
    places = ["alle"] if edits_everything(around) else sorted(own_municipalities(around))
    try:
        path, content = new_article(values, around.knowledge.sources, places, around.today)
    except KnowledgeError as error:
        return _again(values, error, state, around)
    draft = with_changes(state, around, {path: content})
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, draft),))
    if around.looked.checked.errors:
        return _again(values, KnowledgeError(around.looked.checked.errors), state, around)
    return show_preview(draft, around.looked, state, around)


def _again(values: dict[str, str], error: KnowledgeError, state: ConversationState, around: Around) -> Step:
    names = [one.spec.name for one in new_form().fields]
    floor = {"target": TARGET, "values": {name: values[name] for name in names if name in values}}
    card = form_card(new_form(values), around, values, error.problems, send=_send(around))
    return Step(replaces=card, state=state.in_dialog(NAME, **floor, questions=state.data.get("questions", [])))
