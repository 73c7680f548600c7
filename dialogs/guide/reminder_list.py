"""The list of what somebody is reminded of, and what a reminder without a concern is called: a case, or a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.content.texts import Texts
from bot.domain.case import code_in
from bot.domain.conversation import Concern, ConversationState
from bot.domain.norway import day_of
from bot.domain.outcomes import Outcome, RemindersAre
from bot.domain.reminder_kinds import KINDS, LATER, REPORT
from bot.domain.reply import Button, Card, Line, Row, Rows
from bot.domain.turn import Turn
from dialogs.days import long_day, month
from dialogs.dialog import Around, Step
from dialogs.guide.place import open_sitting
from dialogs.guide.reminders import STOP, asked_on

_REPORT_TOLD = re.compile(r"\bmelding-(\d{4}-\d{2}-\d{2})\b")


def without_case(around: Around) -> str:
    """Return what a report told of today is known by, where no case was sent: the day, which tells of nobody."""
    return f"melding-{around.today.isoformat()}"


def of_report_told(said: str) -> str:
    """Return the report without a case that a key or the id of a button names; empty where it names none."""
    named = _REPORT_TOLD.search(said)
    return named[0] if named and _day(named[1]) else ""


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def title_without_concern(of: str, texts: Texts) -> str:
    """Return what is said of a case by its code, or of a report by the day it was told of."""
    named = _REPORT_TOLD.fullmatch(of)
    told_on = _day(named[1]) if named else None
    if told_on is None:
        return texts("team.header_code", code=of)
    return texts("guide.reminder_of_report", day=f"{told_on.day}. {month(told_on)}")


def tell_all(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the reminders of the person's concerns and of what was reported: a row moves one, a button stops all of a
    concern."""
    text = around.text
    if not isinstance(outcome, RemindersAre):
        return Step()
    beside = dict.fromkeys(code_in(key) or of_report_told(key) for key in outcome.due_at)
    reported = (Concern(one, title_without_concern(one, text), "", "") for one in beside if one)
    of = (*(one for one in state.concerns if not one.practice), *reported)
    keys = {f"guide.{one.id}.{kind}": (one, kind) for one in of for kind in KINDS}
    to_come = [(*keys[key], day_of(at)) for key, at in outcome.due_at.items() if key in keys]
    if not to_come:
        return Step((Line(around.text("guide.reminders_none")), *asked_on(open_sitting("", state, around), state)))
    return Step((_all_card(to_come, around),))


def _all_card(to_come: Sequence[tuple[Concern, str, date]], around: Around) -> Card:
    text = around.text
    untitled = text("guide.reminder_untitled")
    rows = tuple(
        Row(
            str(number),
            text("guide.reminders_row", title=one.title or untitled, date=long_day(when)),
            text(f"guide.reminders_{kind}"),
            Button(text("guide.reminders_move", title=one.title or untitled), "guide_reminder", f"{one.id}.{kind}")
            if kind not in (REPORT, LATER)
            else None,
        )
        for number, (one, kind, when) in enumerate(to_come, 1)
    )
    concerns = {one.id: one for one, _, _ in to_come}.values()
    stop = (Button(text("guide.reminder_stop_of", title=one.title or untitled), STOP, one.id) for one in concerns)
    return Card(
        kind="guide_reminders",
        header=(text("common.bot_name"), ""),
        title=text("guide.reminders_title"),
        intro=text("guide.reminders_intro"),
        blocks=(Rows(rows),),
        buttons=tuple(stop),
    )
