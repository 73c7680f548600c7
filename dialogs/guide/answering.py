"""What an answer does in a guide: taken, said back, changed, asked again. Keeps fixed choices only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line, Reply
from bot.domain.turn import Pressed, Said, Turn
from dialogs.dialog import Around, Step
from dialogs.guide import asking_back, concerns, keeping, not_understood
from dialogs.guide.answer_form import read_answer
from dialogs.guide.asking_back import ECHOED, PARTLY, filled_in
from dialogs.guide.hear import Heard
from dialogs.guide.place import asked_again_now, card_of, open_sitting
from dialogs.guide.sitting import NAME, Sitting
from dialogs.guide.step_card import step_card
from dialogs.guide.wording import answer_words, question_words
from dialogs.guide.workplace_asked import ask_where, must_ask_where

ANSWERED_AGAIN = "answered_again"
"""In the dialog's data: the step whose answer was changed just now; the place the guide is at may lie far ahead."""


def answer(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take one answer. An old card is explained and changes nothing."""
    concern_id, _, rest = pressed.id.partition(".")
    step_id, _, option = rest.partition(".")
    sitting = open_sitting(concern_id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    asked = asked_again_now(sitting)
    if step_id == (asked.walk.place if asked else sitting.walk.place):
        typed = turn.what.own_words if isinstance(turn.what, Said) else ""
        if asking_back.may_be_aside(typed, option, asked or sitting, state):
            return asking_back.ask_if_meant(asked or sitting, option, state)
        heard = Heard("answer", option or pressed.values, is_loose=pressed.is_loose)
        return take_heard_answer(heard, asked or sitting, sitting, state)
    if step_id in sitting.walk.answers and option:
        return offer_change(sitting, step_id, state)
    return Step((Line(around.text("guide.old_card")), card_of(asked or sitting)))


def take_heard_answer(heard: Heard, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step:
    """Take an answer; one in other words is said back, and one that would calm is asked for once more."""
    asked = _asked_before(heard, shown, sitting, state)
    if asked is not None:
        return asked
    step, given = shown.step, heard.value
    before = sitting.walk.answers.get(shown.walk.place) or {}  # of who has gone back to it
    if heard.is_rest:
        given = {**given, **before, **filled_in(shown, state)}
    elif heard.is_loose and isinstance(given, Mapping):  # one field in words: the others stand as they were
        given = {**before, **filled_in(shown, state), **given}
    if step is None or not heard.is_loose:
        return take_answer(shown, sitting, given, state)
    if given == asking_back.waits_for_yes(shown, state):
        confirmed = take_answer(shown, sitting, given, state)
        return replace(confirmed, replies=(asking_back.confirmed(step, given, shown.around), *confirmed.replies))
    if asking_back.must_confirm(step, given):
        return asking_back.ask_to_confirm(shown, given, state)
    taken = take_answer(shown, sitting, given, state)
    value, _ = read_answer(step, given, shown.around)
    if not value:
        return taken
    said_back = asking_back.understood(step, value, shown.around, is_whole=heard.is_whole)
    after = taken.state or state
    echoed = after.in_dialog(NAME, **{**after.data, ECHOED: True}) if after.active == NAME else after
    return replace(taken, replies=(said_back, *taken.replies), state=echoed)


def _asked_before(heard: Heard, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step | None:
    """Ask about what may be no answer to the question, or says that something is fine and not what."""
    if heard.is_of_another:
        return asking_back.ask_if_meant(shown, str(heard.value), state, is_of_another=True)
    if not heard.is_fine_alone:
        return None
    before = sitting.walk.answers.get(shown.walk.place) or {}
    return asking_back.ask_what_is_fine(shown, {**before, **filled_in(shown, state), **heard.value}, state)


def take_answer(shown: Sitting, sitting: Sitting, given: Any, state: ConversationState) -> Step:
    """Go on with the answer to the step that is shown, or show it again with what is wrong."""
    step, text = shown.step, shown.around.text
    if step is None:
        return Step((card_of(shown),))
    partly = filled_in(shown, state)
    value, errors = read_answer(step, partly | dict(given) if isinstance(given, Mapping) else given, shown.around)
    if errors and not isinstance(value, dict):
        return not_understood.not_known(shown, state)
    if errors:
        saved = sitting.saved_in(state).in_dialog(NAME, **{PARTLY: {shown.walk.place: value}})
        return Step((step_card(shown, errors=errors, values=value),), saved)
    before = [name for name, _ in sitting.walk.given]
    was_given = shown.walk.place in before
    after = sitting.answered(shown.walk.place, value)
    lines: list[Reply] = []
    if was_given and shown.walk.answers != sitting.walk.answers:
        lines = _told_of_change(before, after, sitting.walk.answers.get(shown.walk.place) != value)
    folded = text("guide.you_answered", question=question_words(step), answer=answer_words(step, value))
    kept = {ANSWERED_AGAIN: shown.walk.place} if was_given else {}
    saved = after.saved_in(state).in_dialog(NAME, **kept)
    if not was_given and must_ask_where(shown, after, saved):
        return replace(ask_where(after, lines, saved), collapses_to=folded)
    return Step((*lines, card_of(after)), saved, collapses_to=folded)


def _told_of_change(before: list[str], after: Sitting, is_different: bool) -> list[Reply]:
    """Name the answers that no longer apply."""
    text = after.around.text
    kept = after.walk.answers
    gone = [f"«{question_words(after.guide.steps[name])}»" for name in before if name not in kept]
    if not gone:
        return [Line(text("guide.changed"))] if is_different else []
    key = "guide.dropped_one" if len(gone) == 1 else "guide.dropped_many"
    return [Line(text(key, count=len(gone), questions=", ".join(gone)))]


def back(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask the step before this one again; its answer is shown and kept until another is given."""
    sitting = open_sitting(pressed.id, state, around)
    if sitting is None:
        return keeping.nothing_open(pressed, state, around)
    names = [name for name, _ in sitting.walk.given]
    asked = asked_again_now(sitting)
    place = asked.walk.place if asked else sitting.walk.place
    earlier = names[: names.index(place)] if place in names else names
    if not earlier:
        return Step((Line(around.text("guide.back_at_start")), card_of(asked or sitting)))
    return ask_again(sitting, earlier[-1], state)


def ask_again(sitting: Sitting, step_id: str, state: ConversationState) -> Step:
    """Show a step that has an answer, so that it can be changed."""
    asked = sitting.asked_again(step_id)
    return Step((step_card(asked),), asked.saved_in(state))


def change(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask again the step the button names, or show all answers when it has none."""
    concern_id, _, step_id = pressed.id.partition(".")
    sitting = open_sitting(concern_id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    if step_id not in sitting.walk.answers:
        return Step((concerns.answers_card(sitting),), sitting.saved_in(state))
    return ask_again(sitting, step_id, state)


def offer_change(sitting: Sitting, step_id: str, state: ConversationState) -> Step:
    """Ask whether an earlier answer should be changed."""
    return Step((concerns.offer_card(sitting, step_id),), sitting.saved_in(state))


def show_answers(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show «svarene dine»."""
    sitting = open_sitting(pressed.id, state, around)
    if sitting is None:
        return keeping.nothing_open(pressed, state, around)
    return Step((concerns.answers_card(sitting),), sitting.saved_in(state))


def another_answer(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask the question before again, for who says that its answer was wrong; there is none before the first."""
    sitting, earlier = open_sitting(pressed.id, state, around), back(turn, pressed, state, around)
    last = str(state.data.get(ANSWERED_AGAIN, "")) if state.active == NAME else ""
    if sitting is not None and last in sitting.walk.answers:
        earlier = ask_again(sitting, last, state)
    place = (asked_again_now(sitting) or sitting).walk.place if sitting is not None else ""
    if sitting is None or place != sitting.guide.start:
        return replace(earlier, replies=(Line(around.text("guide.meant_another")), *earlier.replies))
    return replace(earlier, replies=(Line(around.text("guide.meant_another_first")), *earlier.replies[1:]))
