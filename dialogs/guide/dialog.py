"""The conversation through a guide: answer, back, change, summary, and free text. Keeps fixed choices only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.commands import ListReminders
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line, Reply
from bot.domain.turn import Pressed, Said, Turn
from dialogs.by_words import echo_answer, words_of
from dialogs.dialog import Around, Dialog, Handler, Step, Typed, Verb
from dialogs.guide import asking_back, concerns, keeping, reminder_list, reminders, taken_along
from dialogs.guide.answer_form import read_answer
from dialogs.guide.asked_beside import asks_to_wait
from dialogs.guide.asking_back import ECHOED, PARTLY, filled_in
from dialogs.guide.beside_call import beside_the_call, waits_for_a_call
from dialogs.guide.hear import (
    Heard,
    exactly_named,
    hear,
    hear_confirmation,
    words_for_mistaken,
)
from dialogs.guide.keeping import FIRST_GUIDE, start_guide
from dialogs.guide.not_reached import not_reached
from dialogs.guide.outcome_explained import outcome_explained
from dialogs.guide.place import asked_again_now, card_of, open_sitting
from dialogs.guide.sitting import DUTY_STEP, NAME, Sitting
from dialogs.guide.step_before import told_of_the_step_before
from dialogs.guide.step_card import step_card
from dialogs.guide.told_advice import told_advice, told_of_the_home
from dialogs.guide.wording import answer_words, question_words
from dialogs.guide.workplace_asked import ask_where, must_ask_where

__all__ = ["GUIDE", "card_of", "start_guide"]

WHICH = "told_which"
"""In the dialog's data: it was asked just now whether one may talk with the parents, or is to wait."""
ANSWERED_AGAIN = "answered_again"
"""In the dialog's data: the step whose answer was changed just now; the place the guide is at may lie far ahead."""


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Start the guide the button names; what was typed below the door, «det er rektor», is an answer of it."""
    said = turn.what.own_words if isinstance(turn.what, Said) else ""
    return start_guide(state, around, pressed.id or FIRST_GUIDE, said)


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
        return asking_back.not_known(shown, state)
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


WISHES: Mapping[str, Handler] = {
    "concerns": keeping.show_concerns,
    "answers": show_answers,
    "pause": keeping.pause,
    "summary": taken_along.make_summary,
    "another": another_answer,
}
"""What can be asked for in words at any step."""


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Answer free text: a date for a reminder, an answer in other words, a wish to change; None = not for the guide."""
    if state.data.get(reminders.WAITING):
        return reminders.hear_date(turn, said, state, around)
    sitting = open_sitting("", state, around)
    if sitting is None:
        return None
    shown = asked_again_now(sitting) or sitting
    waiting = asking_back.waits_for_yes(shown, state)
    below = asking_back.has_reported(shown, said) or not_reached(shown, said) or outcome_explained(shown, said, state)
    beside = below or _about_last_answer(turn, said, shown, state, around)
    if not waiting and beside is not None:
        return beside
    heard = (hear_confirmation(said, waiting, shown) if waiting else None) or hear(said, shown, sitting)
    if heard.kind in WISHES:
        return WISHES[heard.kind](turn, Pressed(""), state, around)
    if heard.kind == "answer" and asking_back.may_be_aside(said, heard.value, shown, state):
        return asking_back.ask_if_meant(shown, str(heard.value), state)
    return _take_heard(heard, said, shown, sitting, state)


def _about_last_answer(turn: Turn, said: str, shown: Sitting, state: ConversationState, around: Around) -> Step | None:
    """Hear that the last answer was understood or not, or that another was meant."""
    if waits_for_a_call(shown, words_of(said)):
        asked = back(turn, Pressed(""), state, around)
        return _told_below(said, asked, around) or asked.below((Line(around.text("guide.has_rung")),))
    echo = "" if "?" in said else _heard_echo(said, shown, state)
    if echo == "nei":
        return back(turn, Pressed("", shown.concern.id), state, around)
    if echo == "ja":
        return asking_back.ask_on(shown, state)
    return another_answer(turn, Pressed(""), state, around) if _means_another_answer(said, around) else None


def _told_below(said: str, asked: Step, around: Around) -> Step | None:
    """Take what they said for the answer to the question that an outcome waits for, which is asked again."""
    state = asked.state
    sitting = open_sitting("", state, around) if state is not None else None
    again = asked_again_now(sitting) if sitting is not None else None
    if state is None or sitting is None or again is None:
        return None
    return _told_what_they_said(said, again, sitting, state)


def _means_another_answer(said: str, around: Around) -> bool:
    """Tell whether somebody says, in nothing but words for that, that the last answer was wrong: «beklager, jeg mente
    ja», «oi, trykket feil»."""
    words = words_of(said)
    wrong, known = words_for_mistaken(around.text)
    return "?" not in said and not wrong.isdisjoint(words) and {*words} <= wrong | known


def _heard_echo(said: str, shown: Sitting, state: ConversationState) -> str:
    """Return the yes or no to «jeg forsto det som»; what is an answer to the step, word for word, is that."""
    step, words = shown.step, words_of(said)
    if step is not None and step.options and words and exactly_named(said, step.options) is not None:
        return ""
    is_echoed = bool(state.data.get(ECHOED))
    is_ringing = step is not None and asking_back.asks_of_a_call(step)
    if asks_to_wait(words, shown.around.text) and (is_ringing or not is_echoed):
        return ""  # who must ring needs the numbers; below what was understood «vent litt» says that it was wrong
    return echo_answer(words, shown.around.text, is_echoed=is_echoed)


ASKED_BACK: Mapping[str, Callable[[Sitting, ConversationState], Step]] = {
    "which": asking_back.ask_which,
    "doubt": asking_back.no_doubt_here,
    "again": asking_back.ask_again_shortly,
    "no_or_now": asking_back.ask_no_or_now,
    "explain": asking_back.explain,
    "thanks": asking_back.welcome_thanks,
    "hello": asking_back.say_hello,
    "wait": asking_back.give_time,
    "ring": asking_back.tell_whom_to_ring,
    "swears": asking_back.meet_swearing,
    "how_far": asking_back.tell_how_far,
    "skip": asking_back.tell_of_no_skipping,
    "mail": asking_back.tell_of_no_mail,
}
"""What is heard that is no answer yet."""


def _take_heard(heard: Heard, said: str, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step | None:
    if heard.kind == "answer":
        return take_heard_answer(heard, shown, sitting, state)
    if heard.kind in ASKED_BACK:
        return ASKED_BACK[heard.kind](shown, state)
    if heard.kind == "ahead":
        told = sitting.told_ahead(*heard.value)
        return Step((keeping.ahead_line(told, heard.value), card_of(shown)), told.saved_in(state))
    if heard.kind in ("change_now", "change"):
        change_it = ask_again if heard.kind == "change_now" else offer_change
        return change_it(sitting, str(heard.value), state)
    of_them = None if heard.kind == "elsewhere" else _told_of_barnevernet(said, shown, sitting, state)
    of_them = of_them or beside_the_call(words_of(said), shown, state)
    if of_them is not None or heard.kind == "elsewhere":
        return of_them
    met = asking_back.no_danger_after_all(shown, said, state) or _no_taken_back(said, sitting, state)
    met = met or told_of_the_step_before(said, shown, sitting, state)
    return met or asking_back.not_known(shown, state, said)


def _told_of_barnevernet(said: str, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step | None:
    """Hear what barnevernet said, or that it has been reported to."""
    advised = _told_what_they_said(said, shown, sitting, state)
    return advised or asking_back.has_reported_here(shown, said, state)


def _told_what_they_said(said: str, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step | None:
    """Take what barnevernet said, told in a sentence, for the answer it is; ask which of two it may be."""
    advice = told_advice(said, shown.step, shown.around)
    if not advice and state.data.get(WHICH):
        advice = told_of_the_home(said, shown.step, shown.around)
    if len(advice) == 1:
        return take_heard_answer(Heard("answer", advice[0], is_loose=True), shown, sitting, state)
    if not advice:
        return None
    asked = asking_back.with_choices(shown, Line(shown.around.text("guide.told_which")), state)
    after = asked.state or state
    return replace(asked, state=after.in_dialog(NAME, **{**after.data, WHICH: True}))


def _no_taken_back(said: str, sitting: Sitting, state: ConversationState) -> Step | None:
    """Ask whether the no still holds of somebody who has said that there is nothing to report, and tells of what may
    be neglect."""
    given = sitting.walk.answers.get(DUTY_STEP)
    option = sitting.guide.steps[DUTY_STEP].option(given) if isinstance(given, str) else None
    if option is None or option.meaning != "nei" or not sitting.around.neglect.may_be_in(said):
        return None
    told = Line(sitting.around.text("guide.neglect_told"))
    return offer_change(sitting, DUTY_STEP, state).below((told,))


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
    told={ListReminders: reminder_list.tell_all},
)
