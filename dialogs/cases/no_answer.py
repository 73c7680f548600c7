"""What is told to who says that the team does not answer: how it stands with their case, and what to do meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.case import Case, Status
from bot.domain.commands import ListMyCases
from bot.domain.conversation import ConversationState
from bot.domain.follow_up import is_overdue
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.after_report import put_off
from dialogs.cases.meeting import waits_for_meeting
from dialogs.cases.requester_card import case_card, my_cases_card
from dialogs.cases.which_case import OVER
from dialogs.dialog import Around, Step

VERB = "my_no_answer"
AFTER_REPORT = "melding-tilbakemelding"
"""The article about the answer that comes from barnevernet: what else somebody may wait for."""


@dataclass(frozen=True)
class OfNoAnswer:
    """Somebody says that they have had no answer."""


def asked(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the case nobody has answered."""
    return Step(commands=(ListMyCases(turn.person, about=OfNoAnswer()),))


def tell(cases: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Show the only case that is open, with what it waits for and what happens when nobody takes it; the list where
    there are several. Who has sent none is told what else they may wait for, and how to send one."""
    text = around.text
    opened = [case for case in cases if case.status not in OVER]
    if len(opened) == 1:
        return Step((Line(text(f"case.no_answer_{_waits_for(opened[0], around)}")), case_card(opened[0], around)))
    if not opened and (told := put_off(cases, state, around)):
        return told
    if opened:
        return Step((Line(text("case.no_answer_several")), my_cases_card(cases, state, around)))
    article = around.knowledge.articles.get(AFTER_REPORT)
    after = (Button(article.title, "article", article.slug),) if article is not None else ()
    if any(one.outcome for one in state.concerns):  # whoever has reported is reminded of barnevernet's answer
        ways = (*after, Button(text("start.submit"), "menu_submit"))
        return Step((Line(text("case.no_answer_report"), ways),))
    return Step((Line(text("case.no_answer_none"), (Button(text("start.submit"), "menu_submit"), *after)),))


def _waits_for(case: Case, around: Around) -> str:
    """Return what an open case waits for, by the end of the key of its words."""
    if case.open_question is not None:
        return "asked"
    if case.has_its_answer:
        return "given"
    if waits_for_meeting(case):
        return "meeting"
    if is_overdue(case, around.now):
        return "late"
    return "taken" if case.status is Status.CLAIMED else "free"
