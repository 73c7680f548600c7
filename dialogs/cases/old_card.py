"""A card of a case that is not being written any more: it does nothing, and says what became of the case.

Nobody may believe that a case is not sent when a team has it.
"""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.case_actions import may_change_text, needs_new_text
from bot.domain.commands import FindSubmitted
from bot.domain.conversation import ConversationState
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.reply import Card, Line, TextInput
from bot.domain.turn import Pressed, Turn
from dialogs.cases.form import LONGEST, TEXTS
from dialogs.cases.requester_card import case_card
from dialogs.cases.which_case import OVER
from dialogs.dialog import Around, Step

SAID = {"case_cancel": "cancel_sent", "case_discard": "cancel_sent", "case_send": "already_sent"}
"""What is said of a case that is sent, by the button; below any other its text was to be changed."""
ENDS = tuple(SAID)
"""Buttons that write nothing more: below them the card is used."""


def expired(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask whether the case whose card was pressed is sent; a card that names no case is only too old."""
    submission = pressed.id.rpartition(".")[2]
    if not submission:
        return _not_sent(pressed, state, around)
    return Step(commands=(FindSubmitted(turn.person, submission, pressed),))


def tell_submitted_before(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say that the case is sent, and show it with what may be done with it; or that the card is too old."""
    if not isinstance(outcome, CasesAre) or not isinstance(outcome.command, FindSubmitted):
        return Step()
    pressed = outcome.command.about if isinstance(outcome.command.about, Pressed) else Pressed("")
    if not outcome.cases:
        return _not_sent(pressed, state, around)
    (case,) = outcome.cases
    said = () if case.status in OVER else (_sent(case, pressed, around),)
    return Step((*said, case_card(case, around)))


def _sent(case: Case, pressed: Pressed, around: Around) -> Line:
    """Say that the team has the case; also in a window, which keeps what was written in it."""
    key = SAID.get(pressed.verb, "edit_sent")
    if key != "edit_sent":
        return Line(around.text(f"case.{key}", code=case.code))
    way = "new_text" if needs_new_text(case) else "change_text" if may_change_text(case) else "add"
    button = around.text(f"case.{way}")
    said = around.text("case.edit_sent", code=case.code, button=button)
    title = around.text("case.edit_sent_title", code=case.code)
    intro = around.text("case.edit_sent_window", code=case.code, button=button)
    return Line(said, in_window=_kept_card(title, intro, pressed, around))


def _not_sent(pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say below the card that it is too old to be used. It stays, also in a window of its own: what is written on it
    may lie nowhere else."""
    if pressed.verb in ENDS and state.active is None:
        return Step((Line(around.text("case.used")),))
    title, said = around.text("case.expired_title"), around.text("case.expired")
    return Step((Line(said, in_window=_kept_card(title, said, pressed, around)),))


def _kept_card(title: str, intro: str, pressed: Pressed, around: Around) -> Card | None:
    """Return what was written in a form that is too old, to be copied from the window it was written in."""
    fields = [(name, said) for name in TEXTS if (said := pressed.values.get(name, "")).strip()]
    if not fields:
        return None
    return Card(
        kind="case_expired",
        title=title,
        intro=intro,
        blocks=tuple(
            TextInput(name, around.text(f"case.{name}"), said, multiline=True, max_length=max(LONGEST, len(said)))
            for name, said in fields
        ),
        doors=False,
        in_dialog=True,
    )
