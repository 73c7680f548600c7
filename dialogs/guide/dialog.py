"""The conversation through a guide: start, answer, back, change, pause, resume, delete. Keeps fixed choices only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.domain.commands import CancelReminder
from bot.domain.conversation import ConversationState
from bot.domain.reply import Card, Line, Reply
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Dialog, Step
from dialogs.guide import concerns, reminders, summary
from dialogs.guide.answer_form import read_answer
from dialogs.guide.hear import hear
from dialogs.guide.outcome_card import outcome_card
from dialogs.guide.sitting import NAME, Sitting, new_concern, sit_down
from dialogs.guide.step_card import step_card
from dialogs.guide.wording import answer_words, question_words

FIRST_GUIDE = "bekymring"
CHANGING = "changing"
"""In the dialog's data: the step that is asked again although it has an answer."""


def start_guide(state: ConversationState, around: Around, guide_id: str = FIRST_GUIDE) -> Step:
    """Start a guide from its first step. Callable by every dialog; never asks for anything first."""
    guide = around.knowledge.guide(guide_id)
    if guide is None:
        return Step((Line(around.text("guide.unknown_guide")),))
    concern = new_concern(guide, state, around)
    sitting = sit_down(concern, state, around)
    assert sitting is not None  # noqa: S101  (the guide was found above)
    hello = (around.text("guide.started"), around.text("guide.named", title=concern.title)) if concern.title else ()
    lines = (Line(" ".join(hello)),) if hello else ()
    return Step((*lines, card_of(sitting)), sitting.saved_in(state))


def card_of(sitting: Sitting) -> Card:
    """Return the card of the place the person is at."""
    return step_card(sitting) if sitting.step is not None else outcome_card(sitting)


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Start the guide the button names."""
    return start_guide(state, around, pressed.id or FIRST_GUIDE)


def answer(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take one answer. An old card is explained and changes nothing."""
    concern_id, _, rest = pressed.id.partition(".")
    step_id, _, option = rest.partition(".")
    sitting = _sitting(concern_id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    asked = _asked_again(sitting, state)
    if step_id == (asked.walk.place if asked else sitting.walk.place):
        return take_answer(asked or sitting, sitting, option or pressed.values, state)
    if step_id in sitting.walk.answers and option:
        return offer_change(sitting, step_id, state)
    return Step((Line(around.text("guide.old_card")), card_of(asked or sitting)))


def take_answer(shown: Sitting, sitting: Sitting, given: Any, state: ConversationState) -> Step:
    """Go on with the answer to the step that is shown, or show it again with what is wrong."""
    step, text = shown.step, shown.around.text
    if step is None:
        return Step((card_of(shown),))
    value, errors = read_answer(step, given, shown.around)
    if errors:
        return Step((step_card(shown, errors=errors, values=value),)) if isinstance(value, dict) else not_known(shown)
    before = [name for name, _ in sitting.walk.given]
    was_given = shown.walk.place in before
    after = sitting.answered(shown.walk.place, value)
    lines: list[Reply] = []
    if was_given and shown.walk.answers != sitting.walk.answers:
        lines = _told_of_change(before, after, sitting.walk.answers.get(shown.walk.place) != value)
    folded = text("guide.you_answered", question=question_words(step), answer=answer_words(step, value))
    return Step((*lines, card_of(after)), after.saved_in(state), collapses_to=folded)


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
    sitting = _sitting(pressed.id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    names = [name for name, _ in sitting.walk.given]
    asked = _asked_again(sitting, state)
    place = asked.walk.place if asked else sitting.walk.place
    earlier = names[: names.index(place)] if place in names else names
    if not earlier:
        return Step((Line(around.text("guide.back_at_start")), card_of(asked or sitting)))
    return ask_again(sitting, earlier[-1], state)


def ask_again(sitting: Sitting, step_id: str, state: ConversationState) -> Step:
    """Show a step that has an answer, so that it can be changed."""
    saved = sitting.saved_in(state).in_dialog(NAME, **{CHANGING: step_id})
    return Step((step_card(sitting.asked_again(step_id)),), saved)


def change(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask again the step the button names, or show all answers when it has none."""
    concern_id, _, step_id = pressed.id.partition(".")
    sitting = _sitting(concern_id, state, around)
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
    sitting = _sitting(pressed.id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    return Step((concerns.answers_card(sitting),), sitting.saved_in(state))


def go_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the place again and go on from there."""
    sitting = _sitting(pressed.id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    return Step((card_of(sitting),), sitting.saved_in(state))


def pause(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Leave the guide with everything kept."""
    return _leave("guide.paused", pressed.id, state, around)


def cancel(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Stop the guide; nothing is lost."""
    return _leave("guide.stopped", pressed.id, state, around)


def _leave(key: str, concern_id: str, state: ConversationState, around: Around) -> Step:
    sitting = _sitting(concern_id, state, around)
    if sitting is None or not sitting.concern.title:
        return Step((Line(around.text("common.cancelled")),), state.in_dialog(None))
    return Step((Line(around.text(key, title=sitting.title)),), state.in_dialog(None))


def restart(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take all answers away and begin the open concern again, under the same title and the newest version."""
    concern = state.concern(pressed.id or None)
    guide = around.knowledge.guide(concern.guide) if concern else None
    if concern is None or guide is None:
        return start_guide(state, around)
    sitting = sit_down(replace(concern, answers=(), outcome=None, guide_version=guide.version), state, around)
    assert sitting is not None  # noqa: S101
    line = Line(around.text("guide.restarted", title=sitting.title))
    return Step((line, card_of(sitting)), sitting.saved_in(state))


def show_concerns(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """List the concerns with a working title."""
    return Step((concerns.concerns_card(state, around),), state.in_dialog(NAME))


def resume(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on with a concern; when the guide was edited since, offer to move to the new version."""
    concern = state.concern(pressed.id)
    sitting = _sitting(pressed.id, state, around)
    if concern is None or sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    current = around.knowledge.guide(concern.guide)
    if concern.guide_version != sitting.guide.version:
        line = Line(around.text("guide.new_version_gone"))
        return Step((line, card_of(sitting)), sitting.saved_in(state))
    if current is not None and current.version != concern.guide_version:
        return Step((concerns.new_version_card(sitting, current.version),), sitting.saved_in(state))
    line = Line(around.text("guide.resumed", title=sitting.title))
    return Step((line, card_of(sitting)), sitting.saved_in(state))


def move(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the concern over to the newest version of its guide."""
    concern = state.concern(pressed.id)
    guide = around.knowledge.guide(concern.guide) if concern else None
    sitting = _sitting(pressed.id, state, around)
    if concern is None or guide is None or sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    before = [name for name, _ in sitting.walk.given]
    moved = sit_down(replace(concern, guide_version=guide.version), state, around)
    assert moved is not None  # noqa: S101
    kept = replace(moved, concern=replace(moved.concern, answers=moved.walk.given))
    gone = [question_words(sitting.guide.steps[name]) for name in before if name not in moved.walk.answers]
    key = "guide.dropped_one" if len(gone) == 1 else "guide.dropped_many"
    named = ", ".join(f"«{one}»" for one in gone)
    lines = (Line(around.text(key, count=len(gone), questions=named)),) if gone else ()
    return Step((*lines, card_of(kept)), kept.saved_in(state))


def ask_delete(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask once before a concern is deleted."""
    concern = state.concern(pressed.id)
    if concern is None:
        return Step((Line(around.text("guide.old_concern")),))
    return Step((concerns.delete_card(concern, around),))


def delete(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Delete a concern and its reminders."""
    concern = state.concern(pressed.id)
    if concern is None:
        return Step((Line(around.text("guide.old_concern")),))
    rest = tuple(one for one in state.concerns if one.id != concern.id)
    after = replace(state, concerns=rest, open_concern=None).in_dialog(None)
    keys = reminders.keys_of(concern.id)
    cancels = tuple(CancelReminder(by=turn.person, key=key) for key in keys)
    return Step((Line(around.text("guide.deleted", title=concern.title)),), after, cancels)


def make_summary(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the summary as text to copy."""
    sitting = _sitting(pressed.id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    return Step((summary.summary_card(sitting),), sitting.saved_in(state))


def not_known(sitting: Sitting) -> Step:
    """Say that the answer was not known, and show the choices again."""
    step, text = sitting.step, sitting.around.text
    if step is None:
        return Step((card_of(sitting),))
    if step.kind != "question":
        field = step.fields[0]
        said = field.choices[0].say if field.choices else "18. januar"
        example = f"{field.label.rstrip('?')}: {said}"
        return Step((Line(text("guide.not_known_list", example=example)), step_card(sitting)))
    numbers = [str(number) for number in range(1, len(step.options) + 1)]
    either = text("guide.or_number", first=", ".join(numbers[:-1]), last=numbers[-1])
    return Step((Line(text("guide.not_known", numbers=either)), step_card(sitting)))


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Answer free text: a date for a reminder, an answer in other words, a wish to change; None = not for the guide."""
    if state.data.get(reminders.WAITING):
        return reminders.hear_date(turn, said, state, around)
    sitting = _sitting("", state, around)
    if sitting is None:
        return None
    shown = _asked_again(sitting, state) or sitting
    heard = hear(said, shown, sitting)
    wishes = {"concerns": show_concerns, "answers": show_answers, "pause": pause, "summary": make_summary}
    if heard.kind in wishes:
        return wishes[heard.kind](turn, Pressed(""), state, around)
    if heard.kind == "answer":
        return take_answer(shown, sitting, heard.value, state)
    if heard.kind == "change":
        return offer_change(sitting, str(heard.value), state)
    return None if heard.kind == "elsewhere" else not_known(shown)


def _sitting(concern_id: str, state: ConversationState, around: Around) -> Sitting | None:
    concern = state.concern(concern_id or None)
    return sit_down(concern, state, around) if concern else None


def _asked_again(sitting: Sitting, state: ConversationState) -> Sitting | None:
    """Return the sitting at the step that is asked again, while the person is changing an answer."""
    step = state.data.get(CHANGING) if state.active == NAME and state.open_concern == sitting.concern.id else None
    return sitting.asked_again(step) if step in sitting.walk.answers else None


GUIDE = Dialog(
    name=NAME,
    verbs={
        "guide_start": start,
        "guide_answer": answer,
        "guide_back": back,
        "guide_change": change,
        "guide_answers": show_answers,
        "guide_go_on": go_on,
        "guide_pause": pause,
        "guide_cancel": cancel,
        "guide_restart": restart,
        "guide_concerns": show_concerns,
        "guide_resume": resume,
        "guide_move": move,
        "guide_delete": ask_delete,
        "guide_delete_yes": delete,
        "guide_summary": make_summary,
        **reminders.VERBS,
    },
    listens=listen,
)
