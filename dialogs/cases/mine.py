"""The requester's own cases: listed, opened, withdrawn, shown with the name; `words_to_team` has what is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.case import Case, Status
from bot.domain.commands import (
    AddInformation,
    Command,
    ListMyCases,
    RenewCase,
    ReopenCase,
    ReplyToTeam,
    ShowMyCase,
    ShowRequester,
    WithdrawCase,
)
from bot.domain.conversation import ConversationState, Done
from bot.domain.outcomes import CaseIs, CasesAre, NotAnswering, Outcome
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.meeting import CALENDAR, invitation_file, meetings_waited_for
from dialogs.cases.new_text import opened
from dialogs.cases.nothing_to_do import why_nothing
from dialogs.cases.requester_card import case_card, my_cases_card, name_seen
from dialogs.cases.sure import reopen_card, sure_card
from dialogs.cases.which_case import (
    ADD,
    CHANGE,
    OPEN,
    OVER,
    RENEW,
    REOPEN,
    REPLY,
    SHOW,
    WITHDRAW,
    Leafed,
    OfCode,
    OfTheme,
    asks_for_another,
    asks_to_reopen,
    carries_words,
    is_typed,
    may_be_meant,
    row_of_no_list,
    says_yes_first,
    typed_code,
    typed_row,
    typed_theme,
    which_card,
)
from dialogs.cases.words import lower_first
from dialogs.cases.words_to_team import Tried, newer_question, text_card
from dialogs.checked_text import (
    as_written,
)
from dialogs.dialog import Around, Step


def my_cases(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the list."""
    return Step(commands=(ListMyCases(turn.person),))


def tell_my_cases(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the list, with concerns that are under way; or do what was typed with the only case it can be about."""
    if not isinstance(outcome, CasesAre):
        return Step()
    command = outcome.command
    verb = command.then if isinstance(command, ListMyCases) else ""
    about = command.about if isinstance(command, ListMyCases) else None
    if isinstance(about, ReplyToTeam):
        return _replied_to_the_only(about, outcome.cases, around)
    if isinstance(about, OfCode | OfTheme):
        return named_case(verb, about, outcome.cases, state, around)
    leafed = about if isinstance(about, Leafed) else Leafed()
    meant = may_be_meant(verb, outcome.cases) if verb else ()
    if len(meant) == 1:
        return _opened(verb, meant[0], around)
    if meant:
        return Step((which_card(verb, meant, around, leafed),))
    shown = my_cases_card(outcome.cases, state, around, leafed.number, outcome.forms)
    return Step((*why_nothing(verb, outcome.cases, around), shown))


def named_case(
    verb: str, about: OfCode | OfTheme, cases: Sequence[Case], state: ConversationState, around: Around
) -> Step:
    """Do what was typed with the case that was named. A case about something else is never taken for one of a theme
    that none has."""
    if isinstance(about, OfCode):
        of_code = may_be_meant(verb, [case for case in cases if case.code == about.code])
        return _with_said(_opened_by_code(verb, about.code, cases, state, around), verb, of_code, state, around)
    of_theme = [case for case in cases if about.theme in case.form.themes]
    meant = may_be_meant(verb, of_theme)
    if len(meant) > 1:
        return Step((which_card(verb, meant, around),))
    if meant or len(of_theme) == 1:
        step = _opened_by_code(verb, (*meant, *of_theme)[0].code, cases, state, around)
        return _with_said(step, verb, meant, state, around)
    key = "case.theme_not_now" if of_theme else "case.theme_unknown"
    told = Line(around.text(key, theme=lower_first(around.text(f"names.theme_{about.theme}"))))
    draft = (Line(around.text("case.draft_not_sent")),) if state.case_draft and not of_theme else ()
    return Step((told, *draft, my_cases_card(cases, state, around)))


def _with_said(step: Step, verb: str, meant: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Say beside the step where what was written lies, when a case was named below the list that asked which."""
    is_lost = meant and verb in (REPLY, ADD) and carries_words(state)
    return step.below((Line(around.text("case.which_copy")),)) if is_lost else step


def _replied_to_the_only(reply: ReplyToTeam, cases: Sequence[Case], around: Around) -> Step:
    """Relay an answer that was typed when no other case waits for one: fields of several cards have the same name."""
    if [case.id for case in may_be_meant(REPLY, cases)] == [reply.case_id]:
        return Step(commands=(reply,))
    return Step((Line(around.text("case.which_reply")),))


def _opened_by_code(verb: str, code: str, cases: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Do what was typed with the case of that code; a code of somebody else's is as unknown as none."""
    case = next((one for one in cases if one.code == code), None)
    if case is None:
        unknown = Line(around.text("case.code_unknown", code=code))
        return Step((unknown, my_cases_card(cases, state, around)))
    if may_be_meant(verb, (case,)):
        return _opened(verb, case, around)
    key = "case.code_no_question" if verb == REPLY else "case.code_not_now"
    if case.status in OVER:
        key = "case.code_withdrawn" if case.status is Status.WITHDRAWN else "case.code_closed"
        key = "case.none_reopened" if case.text_deleted_at else key
    said = () if verb == OPEN else (Line(around.text(key, code=code)),)
    return Step((*said, case_card(case, around)))


def asked_in_words(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Ask for the case that was named by code or theme, or is to be opened again, and what is to be done with it."""
    if (named := _named_in_words(turn, said, state, around)) is not None:
        return named
    if around.has_cases and asks_for_another(said, state.shown, around.text):
        return Step(commands=(ListMyCases(turn.person),))
    if not asks_to_reopen(said, around.text):
        return None
    asked = next((one for one in state.shown[:1] if one.verb == REOPEN), None)
    if asked is not None and says_yes_first(said, around.text):  # «ja, åpne den igjen», below the question itself
        return reopen(turn, Pressed(REOPEN, asked.id, asked.version), state, around)
    return Step(commands=(ListMyCases(turn.person, REOPEN),))


def _named_in_words(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Ask for the case that was named by its code, its row of the list shown last or its theme."""
    if coded := typed_code(said, around.text, state.shown) or typed_row(said, state.shown, around.text):
        verb, code = coded
        return Step(commands=(ListMyCases(turn.person, verb, OfCode(code)),))
    if not around.has_cases:
        return None
    if state.active is None and (of_row := row_of_no_list(said, state.shown, around.text)):
        return Step(commands=(ListMyCases(turn.person, of_row),))
    if themed := typed_theme(said, state.shown, around.text):
        verb, theme = themed
        return Step(commands=(ListMyCases(turn.person, verb, OfTheme(theme)),))
    return None


def my_case(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for one case."""
    return Step(commands=(ShowMyCase(turn.person, pressed.id),))


def tell_my_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case, or its text to be changed."""
    if not isinstance(outcome, CaseIs):
        return Step()
    case = outcome.case
    then = outcome.command.then if isinstance(outcome.command, ShowMyCase) else ""
    if then == CALENDAR:
        return Step((invitation_file(case, around) or Line(around.text("case.calendar_unknown")),))
    tried = outcome.command.about if isinstance(outcome.command, ShowMyCase) else None
    if isinstance(tried, Tried):
        return Step(replaces=text_card(then, case, around, tried))
    return _opened(then, case, around)


def _opened(verb: str, case: Case, around: Around) -> Step:
    """Show the form or the question the button leads to, which names its case; the case itself for any other."""
    if verb in (RENEW, CHANGE):
        return opened(case, around)
    if verb in (REPLY, ADD):
        return Step((text_card(verb, case, around),))
    if verb == REOPEN:
        return Step((reopen_card(case, around),))
    return Step((sure_card(verb, case, around) if verb in (WITHDRAW, SHOW) else case_card(case, around),))


def calendar(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Give the meeting as a file for the calendar."""
    return Step(commands=(ShowMyCase(turn.person, pressed.id, CALENDAR),))


def _open(verb: str, *, is_chosen: bool = False) -> Callable[[Turn, Pressed, ConversationState, Around], Step]:
    """Return a handler that opens the form, or asks «er du sikker?» before something that can't be undone.

    Words are about the only case they can be about; a button, or a row of the list that asked which (`is_chosen`),
    about its own.
    """

    def opens(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        if is_typed(turn) and not is_chosen:
            return Step(commands=(ListMyCases(turn.person, verb),))
        if not is_chosen or verb not in (REPLY, ADD):
            return Step(commands=(ShowMyCase(turn.person, pressed.id, verb),))
        # own words that were not sent: the list that asked which case carries them, and a typed number does not
        said = pressed.values.get("text")
        written = Tried(pressed, as_written({"text": said})) if said else None
        lost = (Line(around.text("case.which_copy")),) if is_typed(turn) and carries_words(state) else ()
        return Step(lost, commands=(ShowMyCase(turn.person, pressed.id, verb, written),))

    return opens


def disagree(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say that one may disagree with the team, and ask for the case to add it to."""
    return Step((Line(around.text("case.may_disagree")),), commands=(ListMyCases(turn.person, ADD),))


def withdraw(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the case back."""
    return Step(commands=(WithdrawCase(pressed.id, turn.person, turn.place),))


def show(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Be named to the team."""
    return Step(commands=(ShowRequester(pressed.id, turn.person, turn.place),))


def reopen(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Open a closed case again; a row of the list that asked which asks first."""
    if pressed.verb != REOPEN:
        return Step(commands=(ShowMyCase(turn.person, pressed.id, REOPEN),))
    return Step(commands=(ReopenCase(pressed.id, turn.person, turn.place, meetings_waited_for(around)),))


DONE: dict[type[Command], str] = {
    ReplyToTeam: "replied",
    AddInformation: "added",
    RenewCase: "renewed",
    WithdrawCase: "withdrawn",
    ShowRequester: "shown",
    ReopenCase: "reopened",
}
ASKED: dict[type[Command], str] = {
    RenewCase: f"{RENEW}_yes",
    WithdrawCase: f"{WITHDRAW}_yes",
    ShowRequester: f"{SHOW}_yes",
    ReopenCase: REOPEN,
}
"""Verbs of what is asked about before it is done."""


def tell_done(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say what was done, in the place of the card it was done on; or ask what the team asks by now."""
    if isinstance(outcome, NotAnswering):
        return Step(replaces=newer_question(outcome, around))
    if not isinstance(outcome, CaseIs):
        return Step()
    key = DONE[type(outcome.command)]
    case = outcome.case
    more = (Button(around.text("case.replied_add"), ADD, case.id, case.version),) if key == "replied" else ()
    asked = ASKED.get(type(outcome.command))
    after = replace(state, done=Done(asked, case.id, case.code)) if asked else None
    said = around.text(f"case.{key}", code=case.code, name=name_seen(case, around.text))
    return Step(replaces=Line(said, more), state=after)


open_reply, open_reply_this = _open(REPLY), _open(REPLY, is_chosen=True)
open_renew, open_renew_this = _open(RENEW), _open(RENEW, is_chosen=True)
open_change, open_change_this = _open(CHANGE), _open(CHANGE, is_chosen=True)
open_add, open_add_this = _open(ADD), _open(ADD, is_chosen=True)
ask_withdraw, ask_withdraw_this = _open(WITHDRAW), _open(WITHDRAW, is_chosen=True)
ask_show, ask_show_this = _open(SHOW), _open(SHOW, is_chosen=True)
