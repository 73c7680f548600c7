"""The ear of a guide: what is typed while it has the floor is an answer, a correction, a wish, or for somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.answers.dialog import found_for
from dialogs.by_words import echo_answer, words_of
from dialogs.dialog import Around, Handler, Step
from dialogs.guide import asking_back, keeping, met_beside, not_understood, reminders, taken_along
from dialogs.guide.answering import another_answer, ask_again, back, offer_change, show_answers, take_heard_answer
from dialogs.guide.asked_beside import OF_THE_BOT, TIRED, asks_to_wait
from dialogs.guide.asking_back import ECHOED
from dialogs.guide.beside_call import beside_the_call, waits_for_a_call
from dialogs.guide.fields_heard import field_alone
from dialogs.guide.hear import Heard, hear, hear_confirmation, words_for_mistaken
from dialogs.guide.looked_up import is_looked_up, may_be_about, of_the_report
from dialogs.guide.not_reached import not_reached
from dialogs.guide.option_named import exactly_named
from dialogs.guide.outcome_explained import outcome_explained
from dialogs.guide.place import asked_again_now, card_of, open_sitting
from dialogs.guide.sitting import DUTY_STEP, NAME, Sitting
from dialogs.guide.step_before import told_of_the_step_before
from dialogs.guide.told_advice import told_advice, told_of_the_home
from dialogs.second_thought import begun_anew, put_right

WHICH = "told_which"
"""In the dialog's data: it was asked just now whether one may talk with the parents, or is to wait."""

WISHES: Mapping[str, Handler] = {
    "concerns": keeping.show_concerns,
    "answers": show_answers,
    "pause": keeping.pause,
    "summary": taken_along.make_summary,
    "share": taken_along.share_summary,
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
    below = met_beside.has_reported(shown, said) or of_the_report(said, shown, state) or not_reached(shown, said)
    below = below or outcome_explained(shown, said, state)
    beside = below or _about_last_answer(turn, said, shown, state, around)
    if not waiting and beside is not None:
        return beside
    heard = hear_confirmation(said, waiting, shown) if waiting else None
    heard = heard or hear(_without_taken_back(said, shown, state), shown, sitting)
    heard = Heard("unclear") if waiting and heard.kind == "ahead" else heard  # the answer that waits is not lost for it
    if heard.kind in WISHES:
        return WISHES[heard.kind](turn, Pressed(""), state, around)
    if heard.kind == "answer" and asking_back.may_be_aside(said, heard.value, shown, state):
        return asking_back.ask_if_meant(shown, str(heard.value), state)
    return _take_heard(heard, said, shown, sitting, state)


def _without_taken_back(said: str, shown: Sitting, state: ConversationState) -> str:
    """Return what is said at a checklist without what is taken back in the same breath, or what it takes back there:
    «12 år, nei 13 år», «nei vent, 13 år»."""
    step = shown.step
    if step is None or step.kind == "question":
        return said
    field_of = partial(field_alone, step=step, today=shown.around.today)
    before = {**(shown.walk.answers.get(shown.walk.place) or {}), **asking_back.filled_in(shown, state)}
    return begun_anew(put_right(said, field_of), field_of, before)


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
    "none_here": asking_back.none_here,
    "again": asking_back.ask_again_shortly,
    "no_or_now": asking_back.ask_no_or_now,
    "explain": asking_back.explain,
    "thanks": met_beside.welcome_thanks,
    "hello": met_beside.say_hello,
    "wait": met_beside.give_time,
    "ring": met_beside.tell_whom_to_ring,
    "swears": met_beside.meet_swearing,
    "how_far": met_beside.tell_how_far,
    "skip": met_beside.tell_of_no_skipping,
    "mail": met_beside.tell_of_no_mail,
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
    met = met_beside.no_danger_after_all(shown, said, state) or _no_taken_back(said, sitting, state)
    met = met or told_of_the_step_before(said, shown, sitting, state)
    met = met or _unsure_below(said, shown, state)
    kind = _small_talk(said, shown, state) if met is None else None
    is_for_others = met is None and (kind in OF_THE_BOT or is_looked_up(said, shown, state))
    met = met or (met_beside.meet_tired(shown, state) if kind == TIRED else None)
    is_thanks = kind == "takk" and not _has_yes_or_no(said, shown)
    thanked = met_beside.welcome_thanks(shown, state) if is_thanks else None
    return None if is_for_others else met or thanked or _not_known(said, shown, state)


def _not_known(said: str, shown: Sitting, state: ConversationState) -> Step:
    """Say that it was not understood, beside the answer to what may have been asked."""
    return not_understood.not_known(shown, state, said, may_be_about(said, shown, state))


def _small_talk(said: str, shown: Sitting, state: ConversationState) -> str | None:
    """Return the kind of small talk in the middle of the questions: it answers none of them, and is no mistake."""
    found = found_for(said, state, shown.around) if shown.step is not None else None
    return found.kind if found is not None and found.verdict == "small_talk" else None


def _has_yes_or_no(said: str, shown: Sitting) -> bool:
    """Tell whether a yes or a no is in it: «ja takk», asked whether the child is in danger, is no mere thanks."""
    return not shown.around.text.words("guide.words_yes", "guide.words_no").isdisjoint(words_of(said))


def _unsure_below(said: str, shown: Sitting, state: ConversationState) -> Step | None:
    """Say with whom to talk it over to who is only unsure, below an outcome: what is to be done there stands."""
    if shown.outcome is None:
        return None
    found = found_for(said, state, shown.around)
    if (found.verdict, found.kind) != ("small_talk", "usikker"):
        return None
    return Step((Line(f"{asking_back.rings_first(shown)}{shown.around.text('guide.unsure_outcome')}"),))


def _told_of_barnevernet(said: str, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step | None:
    """Hear what barnevernet said, or that it has been reported to."""
    advised = _told_what_they_said(said, shown, sitting, state)
    return advised or met_beside.has_reported_here(shown, said, state)


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
