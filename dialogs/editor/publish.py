"""Publish, try and discard a draft; history and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.content.versions import version_of
from bot.content.versions_diff import readable
from bot.domain.conversation import ConversationState
from bot.domain.outcomes import Outcome
from bot.domain.published import CheckDraft, Draft, EditionIs, PublishKnowledge
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.checked_text import what_was_found
from dialogs.dialog import Around, Looked, Step
from dialogs.editor.access import not_theirs
from dialogs.editor.drafts import mark_of
from dialogs.editor.preview import as_it_is_now, show_preview

LONGEST_WHY = 300
SURE = 0.8
"""The history is read by every editor: what surely points to somebody is not written there; doubt stops nobody."""


def publish(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check once more, and publish to everybody what the pressed card shows."""
    draft = state.draft
    if draft is None or pressed.id != mark_of(draft):
        return as_it_is_now(turn, state, around)
    why = " ".join(pressed.values.get("why", "").split())[:LONGEST_WHY]
    problem = _only_said(pressed, state, around) or _problem_with(why, around)
    if problem:
        return Step((Line(problem),))
    looked = around.looked
    if looked is None:
        return Step(commands=(CheckDraft(turn.person, draft),))
    strange = not_theirs((one.file for one in looked.checked.differences), around, looked.checked.files)
    if not looked.checked.is_sound or strange:
        return show_preview(draft, looked, state, around)
    if looked.newer and state.data.get("seen") != looked.number:
        return show_preview(draft, looked, state, around)  # published after the draft was last shown
    return Step(commands=(_command(turn, draft, looked, why, state, around),))


def _only_said(pressed: Pressed, state: ConversationState, around: Around) -> str:
    """Return what is missing where only a field was typed, «Hvorfor: nytt nummer»: nothing says yet that everybody is
    to see it."""
    shown = (one.title for one in state.shown if one.verb == pressed.verb)
    title = next(shown, around.text("editors.publish"))
    return around.text("editors.publish_said", button=title) if pressed.is_fields_only else ""


def _problem_with(why: str, around: Around) -> str:
    """Return what is wrong with the reason, in words; an empty string when nothing is."""
    if not why:
        return around.text("editors.why_missing")
    named = [one for one in around.anonymiser.find(why) if one.cls == "direct" and one.certainty >= SURE]
    return around.text("editors.why_names", what=what_was_found(named, around)) if named else ""


def _command(
    turn: Turn, draft: Draft, looked: Looked, why: str, state: ConversationState, around: Around
) -> PublishKnowledge:
    checked = looked.checked
    return PublishKnowledge(
        turn.person,
        looked.number,
        checked.files,
        checked.version,
        checked.is_sound,
        tuple(readable(checked.differences)),
        draft.way,
        why,
        looked.notes,
        {} if looked.number or version_of(around.files) == checked.version else around.files,
        tuple(state.data.get("questions", ())),
    )


def tell_published(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say that everybody sees it now, and let go of the draft."""
    if not isinstance(outcome, EditionIs):
        return Step()
    text = around.text
    said = Line(
        text("editors.published", number=outcome.edition.number),
        (Button(text("editors.part_history"), "edit_history"), Button(text("editors.more"), "edit")),
    )
    return Step((said,), replace(state.in_dialog(None), draft=None))


def try_draft(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let the editor meet the bot as it will be, perhaps on another day."""
    if state.draft is None:
        return Step((Line(around.text("editors.no_draft")),))
    try:
        given = pressed.values.get("as_of", "").strip()
        as_of = date.fromisoformat(given) if given else None
    except ValueError:
        return Step((Line(around.text("editors.no_date")),))
    trying = replace(state.in_dialog(None), draft=replace(state.draft, trying=True, as_of=as_of))
    day = f"{as_of:%d.%m.%Y}" if as_of else around.text("editors.today")
    return Step((Line(around.text("editors.trying", day=day)),), trying)


def stop_trying(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go back to the bot as everybody meets it; the draft stays."""
    if state.draft is None or not state.draft.trying:
        return Step((Line(around.text("editors.not_trying")),))
    text = around.text
    buttons = (Button(text("editors.see_draft"), "edit_preview"), Button(text("editors.discard"), "edit_discard"))
    kept = replace(state.in_dialog(None), draft=replace(state.draft, trying=False, as_of=None))
    return Step((Line(text("editors.stopped_trying"), buttons),), kept)


def discard(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let go of the draft the pressed card shows, or of the one there is where the card shows none."""
    if state.draft is not None and pressed.id not in ("", mark_of(state.draft)):
        return as_it_is_now(turn, state, around)
    key = "editors.discarded" if state.draft is not None else "editors.no_draft"
    return Step((Line(around.text(key)),), replace(state.in_dialog(None), draft=None))
