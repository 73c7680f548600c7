"""The team's channel: what members do to a case, and which form opens in the place of its card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

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
    SeeIfAllowed,
    ShowTeamCase,
    TakeOffMeeting,
    TakeOverCase,
)
from bot.domain.conversation import ConversationState
from bot.domain.errors import CaseError
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from bot.usecases.tell_nobody_able import is_free
from dialogs.cases import on_duty
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
from dialogs.cases.meeting import OFF_MEETING, agenda, meetings_waited_for, off_meeting, put_on
from dialogs.cases.take_over import no_take_over, send_take_over, take_over_form
from dialogs.cases.team_card import FROM_POSTED, TAKE_OVER, team_card
from dialogs.cases.team_forms import (
    ask_form,
    close_form,
    on,
    pass_on_form,
    send_ask,
    send_close,
    send_pass_on,
    sure_form,
    told_behind,
)
from dialogs.cases.team_list import MEANT, listed, tell_cases
from dialogs.dialog import Around, Handler, Step, Teller, Typed, Verb

Opening = Callable[[Case, Turn, Around], Step]

MEETING_MEANT: Mapping[str, str] = {"case_meeting": "on_meeting", OFF_MEETING: "off_meeting"}
"""What a case is shown with to who meant its meeting, where the card that was shown had no button for that."""
ALSO_MEANT: Mapping[str, Action] = {
    "case_claim": Action.CLAIM,
    "case_pass_on": Action.HAND_OVER,
    "case_ask": Action.ASK,
    "case_answer": Action.ANSWER,
    "case_close": Action.CLOSE,
    "case_recuse": Action.RECUSE,
    "case_reopen": Action.REOPEN,
}
"""What else somebody may mean by a few words without its button in sight, and the action it is."""
OPENS: Mapping[str, tuple[Action, Opening]] = {
    "ask": (
        Action.ASK,
        lambda case, turn, around: Step(replaces=ask_form(on(case), around, told_behind(turn, around))),
    ),
    "answer": (
        Action.ANSWER,
        lambda case, turn, around: Step(replaces=form_for(case, around, told_behind(turn, around))),
    ),
    "pass_on": (Action.HAND_OVER, lambda case, turn, around: Step(replaces=pass_on_form(case, turn, around))),
    "take_over": (Action.TAKE_OVER, lambda case, turn, around: Step(replaces=take_over_form(case, turn, around))),
    "close": (Action.CLOSE, lambda case, _turn, around: Step(replaces=close_form(case, around))),
    "meeting": (Action.MEETING, put_on),
    "redact": (Action.REDACT, lambda case, _turn, around: Step(replaces=sure_form("redact", case, around))),
    "recuse": (Action.RECUSE, lambda case, _turn, around: Step(replaces=sure_form("recuse", case, around))),
}
"""What opens once the case is looked up, and the action it is for."""


def _at_once(command: type[OnCase]) -> Handler:
    """Return a handler that does one thing to the case on the card."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        return Step(commands=(command(pressed.id, turn.person, turn.place),))

    return handler


def reopen(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Open a closed case again; one that waits for an answer waits for the meeting where the team promises that."""
    return Step(commands=(ReopenCase(pressed.id, turn.person, turn.place, meetings_waited_for(around)),))


def _open(what: str = "") -> Handler:
    """Return a handler that looks the case up, to show it or to open a form on it. Who meant something by it, where
    the button for that was not shown, reads that nothing is done."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        meant = pressed.values.get(MEANT, "")
        then = what or MEETING_MEANT.get(meant, meant if meant in ALSO_MEANT else "")
        return Step(commands=(ShowTeamCase(pressed.id, turn.person, turn.place, then),))

    return handler


def tell_shown(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case, or the form; nobody fills in a form about a case somebody else has."""
    if not isinstance(outcome, CaseIs) or not isinstance(outcome.command, ShowTeamCase):
        return Step()
    case = outcome.case
    card = team_card(case, around.knowledge, around.now, standing=outcome.standing, reader=turn.person.id)
    then = outcome.command.then
    if then not in OPENS:
        said = _of_meant(then, case, turn, around) if then in ALSO_MEANT else _of_meeting(then, case, turn, around)
        return Step(said, replaces=card)
    action, opening = OPENS[then]
    may_not = no_take_over if action is Action.TAKE_OVER else partial(_refused, action)
    refused = may_not(case, turn, around)
    return Step(refused, replaces=card) if refused else opening(case, turn, around)


def _refused(action: Action, case: Case, turn: Turn, around: Around) -> tuple[Line, ...]:
    """Return why the person may not do that to the case now; nothing where they may."""
    member = Member(turn.person.id, turn.person.name)
    try:
        require(case, action, role_of(case, member), member)
    except CaseError as refused:
        return (Line(around.text(refused.text_key, **refused.about)),)
    return ()


def _of_meant(verb: str, case: Case, turn: Turn, around: Around) -> tuple[Line, ...]:
    """Return what is said above a case that somebody meant something by, where its card had no button for that."""
    is_theirs = case.claimed_by is not None and case.claimed_by.id == turn.person.id
    if verb == "case_claim" and is_theirs:
        return ()
    return _refused(ALSO_MEANT[verb], case, turn, around) or (Line(around.text("team.meant_here")),)


def _of_meeting(meant: str, case: Case, turn: Turn, around: Around) -> tuple[Line, ...]:
    """Return what is said above a case that somebody meant to put on the meeting, or to take off it, where its card
    had no button for that: it is there already, or is not there; somebody else has it; or that nothing is done yet."""
    if meant not in MEETING_MEANT.values():
        return ()
    is_on = case.on_next_meeting or case.meeting_on is not None
    key = {("on_meeting", True): "meeting_on_already", ("off_meeting", False): "meeting_not_on"}.get((meant, is_on))
    refused = _refused(Action.MEETING, case, turn, around) if key is None else ()
    return refused or (Line(around.text(f"team.{key or 'meant_here'}")),)


def tell_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case as it now is, in the place of the card that was pressed."""
    if not isinstance(outcome, CaseIs):
        return Step()
    if isinstance(outcome.command, Recuse):
        able = {one.id for one in around.members} - {*outcome.case.recused}
        is_last = bool(around.members) and not able and is_free(outcome.case)
        return Step((Line(around.text("team.recused_all" if is_last else "team.recused")),))
    case, standing = outcome.case, outcome.standing
    return Step(replaces=team_card(case, around.knowledge, around.now, standing=standing, reader=turn.person.id))


def _while_allowed(action: Action, handler: Handler) -> Handler:
    """Return the handler of a form: what is wrong in it is said only to who may still send it."""

    def handled(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        step = handler(turn, pressed, state, around)
        still = SeeIfAllowed(pressed.id, turn.person, turn.place, action)
        return step if step.commands else replace(step, commands=(still,))

    return handled


def _retiring_doubles(handler: Handler) -> Handler:
    """Return the handler of a button on the posted card: a press on a double tells which message is one too many."""

    def handled(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        step = handler(turn, pressed, state, around)
        if dict(FROM_POSTED).items() <= dict(pressed.values).items() and pressed.card_id:
            double = RetireDouble(pressed.id, turn.person, turn.place, pressed.card_id)
            return replace(step, commands=(*step.commands, double))
        return step

    return handled


_VERBS: Mapping[str, Verb] = {
    "case_seen": Verb(_at_once(MarkSeen), Typed.WHOLE),
    "case_claim": Verb(_at_once(ClaimCase), Typed.WHOLE, in_channel="meant"),
    "case_give_back": Verb(_at_once(GiveBackCase), Typed.WHOLE),
    "case_pass_on": Verb(_open("pass_on"), Typed.NEARLY, in_channel="meant"),
    TAKE_OVER: Verb(_open("take_over"), Typed.NEARLY, in_channel="meant"),
    "case_take_over_send": Verb(send_take_over, Typed.NEARLY, means="yes"),
    "case_pass_on_send": Verb(send_pass_on, Typed.WHOLE),
    "case_show": Verb(_open(), Typed.NEARLY),
    "case_reopen": Verb(reopen, Typed.WHOLE, in_channel="meant"),
    "case_meeting": Verb(_open("meeting"), Typed.WHOLE, in_channel="meant"),
    OFF_MEETING: Verb(off_meeting, Typed.WHOLE),
    "case_ask": Verb(_open("ask"), Typed.NEARLY, in_channel="meant"),
    "case_ask_send": Verb(_while_allowed(Action.ASK, send_ask), Typed.WHOLE),
    "case_answer": Verb(_open("answer"), Typed.NEARLY, in_channel="meant"),
    "case_answer_send": Verb(_while_allowed(Action.ANSWER, send_answer), Typed.WHOLE),
    "case_close": Verb(_open("close"), Typed.NEARLY, in_channel="meant"),
    "case_close_send": Verb(send_close, Typed.WHOLE),
    "case_redact": Verb(_open("redact"), Typed.NEARLY),
    "case_redact_send": Verb(_at_once(MarkNotAnonymous), Typed.SURE),
    "case_recuse": Verb(_open("recuse"), Typed.NEARLY, in_channel="meant"),
    "case_recuse_send": Verb(_at_once(Recuse), Typed.WHOLE),
    "team_cases": Verb(listed("open"), Typed.NEARLY, is_command=True),
    "team_mine": Verb(listed("mine"), Typed.NEARLY, is_command=True),
    "team_meeting": Verb(agenda, Typed.NEARLY, is_command=True),
    "team_closed": Verb(listed("closed"), Typed.NEARLY, is_command=True),
    "team_agenda_file": Verb(offer_agenda, Typed.NEARLY),
    "case_archive": Verb(offer_case, Typed.WHOLE),
    "connect": Verb(open_connect, Typed.NEARLY, is_command=True),
    "connect_send": Verb(send_connect, Typed.WHOLE),
    "disconnect": Verb(open_disconnect, Typed.NEARLY, is_command=True),
    "disconnect_send": Verb(send_disconnect, Typed.SURE),
    "disconnect_cancel": Verb(cancel_disconnect, Typed.NEARLY),
}
VERBS = {name: verb.through(_retiring_doubles) for name, verb in _VERBS.items()} | {**on_duty.VERBS}
_CHANGES: tuple[type[Command], ...] = (
    MarkSeen,
    ClaimCase,
    GiveBackCase,
    HandOverCase,
    TakeOverCase,
    ReopenCase,
    PutOnMeeting,
    TakeOffMeeting,
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
    **on_duty.TOLD,
}
