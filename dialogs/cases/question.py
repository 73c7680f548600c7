"""A question without an answer that somebody takes to a team: carried by their cards to the form, and never stored.

Names and traits are taken out before the first card has it. In the form it is a text like any other: its writer sees
it, may change it, and it is checked before anybody else can read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.as_text import all_buttons
from dialogs.by_words import words_of
from dialogs.cases.draft import start
from dialogs.cases.form import LONGEST, QUESTION, question_in
from dialogs.checked_text import check
from dialogs.dialog import Around, Step


def take_along(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin a case with the question the card carries; typed, the button carries none, and the form is empty."""
    asked = _without_names(pressed.values, state, around)
    values = {QUESTION: asked} if asked else {}
    step = start(turn, Pressed("menu_submit", values=values), state, around)
    told = _told_of(step)
    if told == "question_taken" and step.state is not None:
        step = replace(step, state=step.state.writing(replace(step.state.case, brings=True)))
    return step.below((Line(around.text(f"case.{told}")),)) if told else step


def begin(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Begin a case from the menu or a command; once the workplace is saved, with the question that its card carried."""
    what = turn.what
    values = dict(question_in(what.values)) if isinstance(what, Pressed) and what.verb == "profile_save" else {}
    return take_along(turn, Pressed("menu_submit", values={"asked": values.get(QUESTION, "")}), state, around)


def _told_of(step: Step) -> str:
    """Return the key of what is said of the question, by which button of what is shown carries it: nothing while the
    workplace is asked for, for typed the question would not come along."""
    shown = (*step.replies, *([step.replaces] if step.replaces is not None else []))
    verbs = {one.verb for reply in shown for one in all_buttons(reply) if QUESTION in dict(one.carries)}
    if "case_draft_new" in verbs:
        return "question_if_anew"
    return "question_taken" if "case_about" in verbs else ""


def _without_names(values: Mapping[str, str], state: ConversationState, around: Around) -> str:
    """Return the question with what was found in it put in other words; nothing when it could not be checked."""
    asked = values.get("asked", "").strip()[:LONGEST]
    checked = check({"asked": asked}, state.profile.municipality, around)
    is_one_word = len(words_of(asked)) < 2  # «neste» is no question
    return "" if checked.failed or is_one_word else checked.suggestion["asked"].strip()[:LONGEST]
