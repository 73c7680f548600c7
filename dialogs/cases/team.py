"""The team's channel: what members do to a case, and which form opens in the place of its card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.case import Case, Member
from bot.domain.case_actions import Action, require, role_of
from bot.domain.commands import (
    AnswerCase,
    AskRequester,
    ClaimCase,
    CloseCase,
    Command,
    ConnectChannel,
    DisconnectChannel,
    GiveBackCase,
    HandOverCase,
    ListTeamCases,
    MarkNotAnonymous,
    MarkSeen,
    OfferFile,
    OnCase,
    PutOnMeeting,
    Recuse,
    ReopenCase,
    RetireDouble,
    ShowTeamCase,
)
from bot.domain.conversation import ConversationState
from bot.domain.errors import CaseError
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.answer_form import form_for, send_answer
from dialogs.cases.connect import (
    cancel_disconnect,
    open_connect,
    open_disconnect,
    send_connect,
    send_disconnect,
    tell_connected,
    tell_disconnected,
)
from dialogs.cases.files import offer_agenda, offer_case, tell_offered
from dialogs.cases.meeting import agenda, put_on
from dialogs.cases.team_card import FROM_POSTED, team_card
from dialogs.cases.team_forms import ask_form, close_form, on, pass_on_form, send_ask, send_close, send_pass_on, sure
from dialogs.cases.team_list import listed, tell_cases
from dialogs.dialog import Around, Handler, Step, Teller

Opening = Callable[[Case, Turn, Around], Step]

OPENS: Mapping[str, tuple[Action, Opening]] = {
    "ask": (Action.ASK, lambda case, _turn, around: Step(replaces=ask_form(on(case), around))),
    "answer": (Action.ANSWER, lambda case, _turn, around: Step(replaces=form_for(case, around))),
    "pass_on": (Action.HAND_OVER, lambda case, turn, around: Step(replaces=pass_on_form(case, turn, around))),
    "close": (Action.CLOSE, lambda case, _turn, around: Step(replaces=close_form(case, around))),
    "meeting": (Action.MEETING, put_on),
}
"""What opens once the case is looked up, and the action it is for."""


def _at_once(command: type[OnCase]) -> Handler:
    """Return a handler that does one thing to the case on the card."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        return Step(commands=(command(pressed.id, turn.person, turn.place),))

    return handler


def _open(what: str = "") -> Handler:
    """Return a handler that looks the case up, to show it or to open a form on it."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        return Step(commands=(ShowTeamCase(pressed.id, turn.person, turn.place, what),))

    return handler


def tell_shown(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case, or the form; nobody fills in a form about a case somebody else has."""
    if not isinstance(outcome, CaseIs) or not isinstance(outcome.command, ShowTeamCase):
        return Step()
    case = outcome.case
    card = team_card(case, around.knowledge, around.now)
    if outcome.command.then not in OPENS:
        return Step(replaces=card)
    action, opening = OPENS[outcome.command.then]
    member = Member(turn.person.id, turn.person.name)
    try:
        require(case, action, role_of(case, member), member)
    except CaseError as refused:
        return Step((Line(around.text(refused.text_key, **refused.about)),), replaces=card)
    return opening(case, turn, around)


def tell_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case as it now is, in the place of the card that was pressed."""
    if not isinstance(outcome, CaseIs):
        return Step()
    if isinstance(outcome.command, Recuse):
        return Step((Line(around.text("team.recused")),))
    return Step(replaces=team_card(outcome.case, around.knowledge, around.now))


def _retiring_doubles(handler: Handler) -> Handler:
    """Return the handler of a button on the posted card: a press on a double tells which message is one too many."""

    def handled(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        step = handler(turn, pressed, state, around)
        if dict(FROM_POSTED).items() <= dict(pressed.values).items() and pressed.card_id:
            double = RetireDouble(pressed.id, turn.person, turn.place, pressed.card_id)
            return replace(step, commands=(*step.commands, double))
        return step

    return handled


_VERBS: Mapping[str, Handler] = {
    "case_seen": _at_once(MarkSeen),
    "case_claim": _at_once(ClaimCase),
    "case_give_back": _at_once(GiveBackCase),
    "case_pass_on": _open("pass_on"),
    "case_pass_on_send": send_pass_on,
    "case_show": _open(),
    "case_reopen": _at_once(ReopenCase),
    "case_meeting": _open("meeting"),
    "case_ask": _open("ask"),
    "case_ask_send": send_ask,
    "case_answer": _open("answer"),
    "case_answer_send": send_answer,
    "case_close": _open("close"),
    "case_close_send": send_close,
    "case_redact": sure("redact"),
    "case_redact_send": _at_once(MarkNotAnonymous),
    "case_recuse": sure("recuse"),
    "case_recuse_send": _at_once(Recuse),
    "team_cases": listed("open"),
    "team_mine": listed("mine"),
    "team_meeting": agenda,
    "team_closed": listed("closed"),
    "team_agenda_file": offer_agenda,
    "case_archive": offer_case,
    "connect": open_connect,
    "connect_send": send_connect,
    "disconnect": open_disconnect,
    "disconnect_send": send_disconnect,
    "disconnect_cancel": cancel_disconnect,
}
VERBS = {verb: _retiring_doubles(handler) for verb, handler in _VERBS.items()}
_CHANGES: tuple[type[Command], ...] = (
    MarkSeen,
    ClaimCase,
    GiveBackCase,
    HandOverCase,
    ReopenCase,
    PutOnMeeting,
    AskRequester,
    AnswerCase,
    CloseCase,
    MarkNotAnonymous,
    Recuse,
)
TOLD: Mapping[type[Command], Teller] = {
    **dict.fromkeys(_CHANGES, tell_case),
    ShowTeamCase: tell_shown,
    ListTeamCases: tell_cases,
    ConnectChannel: tell_connected,
    DisconnectChannel: tell_disconnected,
    OfferFile: tell_offered,
}
