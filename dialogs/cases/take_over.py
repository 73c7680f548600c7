"""«Ta over saken»: a member asks for a case a colleague has, who may be ill or on holiday; the card that asks whether
they mean it says whose it is."""

from __future__ import annotations

from bot.domain.case import BEFORE_TAKEN, Case, Member
from bot.domain.case_actions import Action, require, role_of
from bot.domain.commands import TakeOverCase
from bot.domain.conversation import ConversationState
from bot.domain.errors import CaseError
from bot.domain.follow_up import is_unanswered
from bot.domain.reply import Button, Card, Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.team_card import TAKE_OVER
from dialogs.cases.team_forms import form, on
from dialogs.dialog import Around, Step


def take_over_form(case: Case, turn: Turn, around: Around) -> Card:
    """Return the card that names whoever has the case, and asks whether it is taken over."""
    who = case.claimed_by.name if case.claimed_by else ""
    key = "take_over_held" if is_unanswered(case) else "take_over_answered"
    return form("take_over", on(case), around, (), note=around.text(f"team.{key}", who=who))


def send_take_over(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the case over as it was on the card."""
    return Step(commands=(TakeOverCase(pressed.id, turn.person, turn.place, pressed.version),))


def no_take_over(case: Case, turn: Turn, around: Around) -> tuple[Line, ...]:
    """Return why the person may not take the case over: it is theirs, nobody has it, or it is over; nothing where they
    may."""
    member = Member(turn.person.id, turn.person.name)
    try:
        require(case, Action.TAKE_OVER, role_of(case, member), member)
    except CaseError as refused:
        is_theirs = case.claimed_by is not None and case.claimed_by.id == member.id and case.ended_at is None
        key = "team.take_over_own" if is_theirs else refused.text_key
        key = "team.take_over_free" if case.status in BEFORE_TAKEN else key
        return (Line(around.text(key, button=around.text("team.give_back"), **refused.about)),)
    return ()


def take_over_button(case: Case, around: Around) -> Button:
    """Return the button below a reminder that a case waits for somebody who may be away."""
    return Button(around.text("team.take_over"), TAKE_OVER, case.id, case.version)
