"""The conversation through a guide, put together: its buttons, its ear, and how it tells what came of its commands."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.commands import ListReminders, SetReminder
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Said, Turn
from dialogs.dialog import Around, Dialog, Step, Typed, Verb
from dialogs.guide import keeping, reminder_list, reminders, taken_along
from dialogs.guide.answering import answer, back, change, show_answers
from dialogs.guide.keeping import FIRST_GUIDE, start_guide
from dialogs.guide.listening import listen
from dialogs.guide.place import asked_again_now, card_of, open_sitting
from dialogs.guide.sitting import NAME

__all__ = ["GUIDE", "card_of", "start_guide"]


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Start the guide the button names; what was typed below the door, «det er rektor», is an answer of it."""
    said = turn.what.own_words if isinstance(turn.what, Said) else ""
    return start_guide(state, around, pressed.id or FIRST_GUIDE, said)


def go_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the place again and go on from there; whoever went back is at the step they went back to."""
    sitting = open_sitting(pressed.id, state, around)
    if sitting is None:
        return keeping.nothing_open(pressed, state, around)
    is_here = state.active == NAME and state.open_concern == sitting.concern.id
    is_asked_here = is_here and asked_again_now(sitting) is not None
    return Step(keeping.where_left(sitting), state if is_asked_here else sitting.saved_in(state))


def keep(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Delete nothing: show the place again. Whoever is in the middle of something else stays there."""
    concern = state.concern(pressed.id)
    if concern is None:
        return go_on(turn, pressed, state, around)
    said = Line(around.text("guide.kept"))
    if state.active not in (None, NAME):
        return Step((said,), replace(state, shown=()))
    step = go_on(turn, pressed, state, around)
    return replace(step, replies=(said, *step.replies))


def is_offered(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether the words are, letter for letter, an answer to the step the person is asked now."""
    sitting = open_sitting("", state, around) if state.active == NAME else None
    shown = (asked_again_now(sitting) or sitting) if sitting else None
    options = shown.step.options if shown is not None and shown.step is not None else ()
    return said.strip().casefold() in {option.say.casefold() for option in options}


GUIDE = Dialog(
    name=NAME,
    verbs={
        "guide_start": Verb(start, Typed.NEARLY),
        "guide_answer": Verb(answer, Typed.NEARLY, is_answer=True),
        "guide_back": Verb(back, Typed.NEARLY),
        "guide_change": Verb(change, Typed.NEARLY, means="yes_alone"),
        "guide_answers": Verb(show_answers, Typed.NEARLY, is_command=True),
        "guide_go_on": Verb(go_on, Typed.NEARLY, is_command=True, goes_on=True),
        "guide_pause": Verb(keeping.pause, Typed.NEARLY),
        "guide_cancel": Verb(keeping.cancel, Typed.WHOLE),
        "guide_restart": Verb(keeping.restart, Typed.WHOLE),
        "guide_concerns": Verb(keeping.show_concerns, Typed.NEARLY, is_command=True),
        "guide_resume": Verb(keeping.resume, Typed.NEARLY),
        "guide_move": Verb(keeping.move, Typed.WHOLE),
        "guide_delete": Verb(keeping.ask_delete, Typed.NEARLY, is_command=True),
        "guide_delete_yes": Verb(keeping.delete, Typed.SURE),
        "guide_keep": Verb(keep, Typed.NEARLY, means="no_at_all"),
        "guide_keep_answer": Verb(go_on, Typed.NEARLY, means="no", goes_on=True),
        "guide_summary": Verb(taken_along.make_summary, Typed.NEARLY, is_command=True),
        "guide_document": Verb(taken_along.make_document, Typed.NEARLY),
        **reminders.VERBS,
    },
    listens=listen,
    told={ListReminders: reminder_list.tell_all, SetReminder: reminders.tell_set},
)
