"""Which of the person's own cases is meant by words. A message about another case may have come since one was shown, so
it is never guessed: words mean a case when there is only one they can mean."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.case import Case, Status
from bot.domain.reply import Card, Rows
from bot.domain.turn import Said, Turn
from dialogs.cases.requester_card import my_row
from dialogs.dialog import Around

REPLY, ADD, SHOW, WITHDRAW = "my_reply", "my_add", "my_show", "my_withdraw"
"""Verbs of what is done with one case, and may be typed without saying which."""
THIS = "_this"
"""What the verb ends with on the list that asks which: there the case is chosen by its code."""
OVER = (Status.CLOSED, Status.WITHDRAWN)


def is_typed(turn: Turn) -> bool:
    """Tell whether the button was typed, with nothing that says which card was read."""
    return isinstance(turn.what, Said)


def may_be_meant(verb: str, cases: Sequence[Case]) -> tuple[Case, ...]:
    """Return the open cases the words may be about: an answer is about one with a question."""
    is_reply = verb.startswith(REPLY)
    return tuple(case for case in cases if case.status not in OVER and (case.open_question or not is_reply))


def which_card(verb: str, cases: Sequence[Case], around: Around) -> Card:
    """Ask which case is meant."""
    text = around.text
    rows = tuple(my_row(number, case, text, f"{verb}{THIS}") for number, case in enumerate(cases, 1))
    return Card(
        kind="my_which",
        header=(text("case.header"), ""),
        title=text("case.which_title"),
        intro=text("case.which_intro"),
        blocks=(Rows(rows),),
    )
