"""What is kept of a concern: pause, resume, a newer version of the guide, begin again, delete."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.answers.story import tells_of_others
from bot.domain.commands import CancelReminder
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line, Reply
from bot.domain.turn import Pressed, Said, Turn
from dialogs.by_words import plain_words
from dialogs.dialog import Around, Step
from dialogs.guide import concerns, reminders
from dialogs.guide.hear import said_ahead
from dialogs.guide.place import asked_again_now, card_of, open_sitting
from dialogs.guide.sitting import NAME, Sitting, new_concern, sit_down_with
from dialogs.guide.told_story import BEGINS as TOLD
from dialogs.guide.told_story import told_by, told_in
from dialogs.guide.wording import answer_words, question_words
from dialogs.guide_waits import LATER, guide_that_waits
from dialogs.profile import ask_profile

FIRST_GUIDE = "bekymring"
BUTTON = "menu_worried"
"""The button that begins the guide from what was answered."""


def start_guide(
    state: ConversationState, around: Around, guide_id: str = FIRST_GUIDE, said: str = "", told: str = ""
) -> Step:
    """Start a guide from its first step. Callable by every dialog; never asks for anything first.

    `said` is what the person typed to get here, and `told` the id of a button that carries what a story told: «vi er på
    nivå 2 allerede» is remembered for when that is asked.
    """
    guide = around.knowledge.guide(guide_id)
    if guide is None:
        return Step((Line(around.text("guide.unknown_guide")),))
    concern = new_concern(guide, state, around)
    sitting = sit_down_with(guide, concern, state, around)
    ahead = told_by(told or told_in(said), guide)
    if (level := said_ahead(said, sitting)) is not None:
        ahead = (level, *(one for one in ahead if one[0] != level[0]))
    for step, answer in ahead:
        sitting = sitting.told_ahead(step, answer)
    hello = (around.text("guide.started"), around.text("guide.named", title=concern.title)) if concern.title else ()
    lines = (Line(" ".join(hello)),) if hello else ()
    lines = (*lines, ahead_line(sitting, *ahead)) if ahead else lines
    return Step((*lines, card_of(sitting)), sitting.saved_in(state))


def begin_guide(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Start Handlingsveilederen from the menu, a command or words that hold a worry. Said once more before anything is
    answered, or while they are asked where they work, it is the same worry; in a practice it is a real one."""
    told = _carried(turn, state)
    waiting = open_sitting(waits, state, around) if (waits := guide_that_waits(state)) else None
    if waiting is not None:
        line = Line(around.text("guide.begun_just_now", title=waiting.title))
        return ask_profile(state, around, then=f"{LATER}{waits}").below((line,))
    sitting = open_sitting("", state, around) if state.active == NAME else None
    is_begun = sitting is not None and sitting.concern.guide == FIRST_GUIDE and bool(sitting.concern.title)
    is_begun = is_begun and state.practised is None
    is_more = told or (sitting is not None and said_ahead(_typed(turn), sitting))
    if sitting is not None and is_begun and not sitting.walk.given and not is_more:
        line = Line(around.text("guide.begun_just_now", title=sitting.title))
        return Step((line, card_of(sitting)), sitting.saved_in(state))
    return start_guide(state, around, said=_typed(turn), told=told)


def _carried(turn: Turn, state: ConversationState) -> str:
    """Return what the button of the guide carries of a story, pressed, or typed in words that tell of nobody else."""
    if isinstance(turn.what, Pressed):
        return turn.what.id if turn.what.id.startswith(TOLD) else ""
    buttons = (one for one in state.shown if one.verb == BUTTON and one.id.startswith(TOLD))
    button = next(buttons, None)
    if button is None:
        return ""
    typed = _typed(turn)
    is_of_it = plain_words(typed) == plain_words(button.title) or not tells_of_others(typed)
    return button.id if is_of_it else ""


def _typed(turn: Turn) -> str:
    return turn.what.own_words if isinstance(turn.what, Said) else ""


def ahead_line(sitting: Sitting, *ahead: tuple[str, Any]) -> Line:
    """Say that the answers are remembered, and that the questions about safety come first all the same, where one of
    them is asked."""
    text, steps = sitting.around.text, sitting.guide.steps
    said = [answer_words(steps[step], answer) for step, answer in ahead]
    is_safety = sitting.step is not None and any(one.meaning for one in sitting.step.options)
    key = "guide.ahead" if is_safety else "guide.ahead_kept"
    return Line(text(key, said=f"» {text('guide.ahead_and')} «".join(said)))


def pause(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Leave the guide with everything kept."""
    return _leave("guide.paused", pressed.id, state, around)


def cancel(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Stop the guide; nothing is lost."""
    return _leave("guide.stopped", pressed.id, state, around)


def _leave(key: str, concern_id: str, state: ConversationState, around: Around) -> Step:
    sitting = open_sitting(concern_id, state, around)
    if sitting is None or not sitting.concern.title:
        return Step((Line(around.text("common.cancelled")),), state.in_dialog(None))
    return Step((Line(around.text(key, title=sitting.title)),), state.in_dialog(None))


def restart(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take all answers away and begin the open concern again, under the same title and the newest version."""
    concern = state.concern(pressed.id or None)
    guide = around.knowledge.guide(concern.guide) if concern else None
    if concern is None or guide is None:
        return start_guide(state, around)
    sitting = sit_down_with(guide, replace(concern, answers=(), outcome=None, asked_again=""), state, around)
    line = Line(around.text("guide.restarted", title=sitting.title))
    return Step((line, card_of(sitting)), sitting.saved_in(state))


def nothing_open(pressed: Pressed, state: ConversationState, around: Around, key: str = "") -> Step:
    """Say that a named concern is gone; when none was named, show the ones there are, with the line `key` above."""
    if pressed.id:
        return Step((Line(around.text("guide.old_concern")),))
    named = next((one.title for one in state.concerns if one.title), "")
    line = (Line(around.text(key, title=named)),) if key and named else ()
    return Step((*line, concerns.concerns_card(state, around)), state.in_dialog(NAME))


def show_concerns(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """List the concerns with a working title."""
    return Step((concerns.concerns_card(state, around),), state.in_dialog(NAME))


def where_left(sitting: Sitting) -> tuple[Reply, ...]:
    """Return the card of the place; whoever regretted an answer is asked that again, also after a pause."""
    asked = asked_again_now(sitting)
    if asked is None:
        return (card_of(sitting),)
    return (Line(sitting.around.text("guide.asked_again")), card_of(asked))


def resume(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on with a concern; when the guide was edited since, offer to move to the new version."""
    concern = state.concern(pressed.id)
    sitting = open_sitting(pressed.id, state, around)
    if concern is None or sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    current = around.knowledge.guide(concern.guide)
    if concern.guide_version != sitting.guide.version:
        line = Line(around.text("guide.new_version_gone"))
        return Step((line, *where_left(sitting)), sitting.saved_in(state))
    if current is not None and current.version != concern.guide_version:
        return Step((concerns.new_version_card(sitting, current.version),), sitting.saved_in(state))
    line = Line(around.text("guide.resumed", title=sitting.title))
    return Step((line, *where_left(sitting)), sitting.saved_in(state))


def move(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the concern over to the newest version of its guide."""
    concern = state.concern(pressed.id)
    guide = around.knowledge.guide(concern.guide) if concern else None
    sitting = open_sitting(pressed.id, state, around)
    if concern is None or guide is None or sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    before = [name for name, _ in sitting.walk.given]
    moved = sit_down_with(guide, concern, state, around)
    kept = replace(moved, concern=replace(moved.concern, answers=moved.walk.given))
    gone = [question_words(sitting.guide.steps[name]) for name in before if name not in moved.walk.answers]
    key = "guide.dropped_one" if len(gone) == 1 else "guide.dropped_many"
    named = ", ".join(f"«{one}»" for one in gone)
    lines = (Line(around.text(key, count=len(gone), questions=named)),) if gone else ()
    return Step((*lines, *where_left(kept)), kept.saved_in(state))


def ask_delete(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask once before a concern is deleted."""
    concern = state.concern(pressed.id or None)
    if concern is not None:
        return Step((concerns.delete_card(concern, around),))
    return nothing_open(pressed, state, around, "guide.delete_which")


def delete(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Delete a concern and its reminders."""
    concern = state.concern(pressed.id)
    if concern is None:
        return Step((Line(around.text("guide.old_concern")),))
    rest = tuple(one for one in state.concerns if one.id != concern.id)
    after = replace(state, concerns=rest, open_concern=None, concerns_begun=state.next_concern - 1)
    after = after.in_dialog(None) if state.active == NAME else after
    keys = reminders.keys_of(concern.id)
    cancels = tuple(CancelReminder(by=turn.person, key=key) for key in keys)
    title = concern.title or around.text("guide.nameless")
    kept = tuple(Line(around.text("guide.kept_beside", title=one.title)) for one in rest[-1:] if one.title)
    said = Line(_sentence(around.text("guide.deleted", title=title)))
    return Step((said, *(kept if not concern.title else ())), after, cancels)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
