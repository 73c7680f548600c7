"""Meets who says that they have reported with the reminder of barnevernet's answer, as below an outcome of the guide:
for the case that a team closed with that it must be reported, or for the report itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.case import Case, code_in
from bot.domain.case_actions import TO_REPORT
from bot.domain.commands import ListMyCases
from bot.domain.conversation import ConversationState
from bot.domain.reminder_kinds import REPORT
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import is_negated, words_of
from dialogs.contacts import contact_rows
from dialogs.dialog import Around, Step
from dialogs.guide.asking_back import EMERGENCY
from dialogs.guide.not_reached import IN_ITS_PLACE, is_for_later, open_now_card
from dialogs.guide.reminder_list import of_report_told, title_without_concern, without_case
from dialogs.guide.reminders import STOP, of_report, told_day
from dialogs.report_words import is_to_barnevernet, only_tells_of_it, tells_of_a_report

TOLD, REMIND = "my_reported", "my_reported_remind"
"""The verbs of having reported, and of the reminder of the answer."""


LATELY = timedelta(days=14)
"""How long after a team has said it somebody who puts something off may mean the report."""
LONGEST = 8
"""More words than this tell something else."""
_SENTENCE = re.compile(r"[.!?\n]")


@dataclass(frozen=True)
class OfReport:
    """The cases are asked for because somebody says that they have reported."""


def told_of_report(said: str, state: ConversationState, around: Around) -> str | None:
    """Return what meets who says, in the middle of nothing, that they have reported: of who has sent no case, in
    nothing but words for that."""
    words = words_of(said)
    is_meant = state.active is None and "?" not in said and (around.has_cases or only_tells_of_it(words, around))
    is_told = is_meant and tells_of_a_report(words, around) and is_to_barnevernet(words, around)
    return TOLD if is_told else None


def reported(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the cases, to find the one that was to be reported."""
    return Step(commands=(ListMyCases(turn.person, about=OfReport()),))


def tell(cases: Sequence[Case], around: Around) -> Step:
    """Say that it was right to report, with the reminder of the answer for the case that was closed for it last, or for
    the report itself where no case was sent."""
    closed = [case for case in cases if case.close_reason == TO_REPORT and case.closed_at is not None]
    last = max(closed, key=lambda case: case.closed_at or case.created_at, default=None)
    return Step((Line(around.text("guide.reported"), reminder_offered(around, last.code if last else "")),))


def reminder_offered(around: Around, code: str = "") -> tuple[Button, Button]:
    """Return the reminder of barnevernet's answer, for a case by its code or else for the report that was told of
    today, and what happens now. The law counts from the report, not from a late yes."""
    text, id = around.text, f"{code or without_case(around)}.{around.today.isoformat()}"
    remind = Button(text("case.remind_of_answer"), REMIND, id)
    return remind, Button(text("case.after_report"), "article", "melding-saksgang")


def perhaps_put_off(said: str, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Return who can be reached now, for who puts off what a team said lately is to be reported: «jeg gjør det på
    mandag». None for anything else."""
    is_put_off = len(words_of(said)) <= LONGEST and is_for_later(said, around.text)
    return put_off(cases, state, around) if is_put_off else None


def put_off(cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Return who can be reached now, where a team said lately that a case is to be reported; None where none did."""
    text = around.text
    if not any(_is_to_be_reported(case, around) for case in cases):
        return None
    rows = contact_rows((*IN_ITS_PLACE, EMERGENCY), state, around)
    return Step((open_now_card(text("case.put_off_title"), rows, text, is_reported=True),))


def _is_to_be_reported(case: Case, around: Around) -> bool:
    """Tell whether the team closed the case for a report, or says in its advice, without a condition, to make one."""
    said_at = case.closed_at or (case.answer.at if case.answer is not None else None)
    if case.withdrawn_at is not None or said_at is None or around.now - said_at > LATELY:
        return False
    return is_said_to_be_reported(case, around)


def is_said_to_be_reported(case: Case, around: Around) -> bool:
    """Tell the same of a case whenever it was closed or answered."""
    advice = case.answer.advice if case.answer is not None else ""
    return case.close_reason == TO_REPORT or any(_says_report(one, around) for one in _SENTENCE.split(advice))


def _says_report(sentence: str, around: Around) -> bool:
    words, text = words_of(sentence), around.text
    reports, sends, at_once, unsure = (
        not text.words(f"case.words_{key}").isdisjoint(words)
        for key in ("to_report", "send_report", "at_once", "unsure_report")
    )
    if unsure or is_negated(words, text):
        return False
    is_to = any(word.startswith(tuple(text.words("case.words_reported_to"))) for word in words)
    return (reports and (is_to or at_once)) or (sends and is_to)


def remind(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Set both reminders of barnevernet's answer, counted from the day the report was told of; they name the code of
    the case, or that day, and nothing else."""
    named, _, day = pressed.id.partition(".")
    of, text = code_in(named) or of_report_told(named), around.text
    if not of:
        return Step((Line(text("common.unknown_button")),))
    done, commands = of_report(turn, of, title_without_concern(of, text), told_day(day, around), around)
    stop = (Button(text("guide.reminder_stop"), STOP, f"{of}.{REPORT}"),) if commands else ()
    return Step((Line(done, stop),), commands=commands)
