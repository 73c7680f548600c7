"""The requester's own cases: list, read, answer the team, add, withdraw. Every text is checked before it is sent."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.case import Case
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
from bot.domain.conversation import ConversationState
from bot.domain.outcomes import CaseIs, CasesAre, Outcome
from bot.domain.reply import Button, Card, Line, Paragraph, TextInput
from bot.domain.turn import Pressed, Turn
from dialogs.acute import AGAIN, carried_on
from dialogs.cases.form import LONGEST
from dialogs.cases.meeting import CALENDAR, invitation_file
from dialogs.cases.new_text import RENEW, opened
from dialogs.cases.requester_card import case_card, my_cases_card
from dialogs.checked_text import CheckedText, as_written, check, finding_blocks, keep_field, shown_on
from dialogs.dialog import Around, Step

WITHDRAW, SHOW = "withdraw", "show"
"""What is asked about once more when a case is shown for it."""


def my_cases(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the list."""
    return Step(commands=(ListMyCases(turn.person),))


def tell_my_cases(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the list, with concerns that are under way."""
    cases = outcome.cases if isinstance(outcome, CasesAre) else ()
    return Step((my_cases_card(cases, state.concerns, around),))


def my_case(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for one case."""
    return Step(commands=(ShowMyCase(turn.person, pressed.id),))


def tell_my_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case, or its text to be changed."""
    if not isinstance(outcome, CaseIs):
        return Step()
    case = outcome.case
    then = outcome.command.then if isinstance(outcome.command, ShowMyCase) else ""
    if then == RENEW:
        return opened(case, around)
    if then == CALENDAR:
        return Step((invitation_file(case, around) or Line(around.text("case.calendar_unknown")),))
    if then in (WITHDRAW, SHOW):
        return Step((_sure_card(then, case, around),))
    return Step((case_card(case, around),))


def calendar(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Give the meeting as a file for the calendar."""
    return Step(commands=(ShowMyCase(turn.person, pressed.id, CALENDAR),))


def _text_card(
    kind: str, pressed: Pressed, around: Around, checked: CheckedText | None = None, error: str = ""
) -> Card:
    """Return a card with one field (`add` or `reply`), with the findings of the last try and the suggestion put in."""
    text = around.text
    value = checked.suggestion["text"] if checked else ""
    field = TextInput(
        "text", text(f"case.{kind}_field"), value, multiline=True, required=True, max_length=LONGEST, error=error
    )
    return Card(
        kind=f"my_{kind}",
        header=(text("case.header"), ""),
        title=text("case.question_title" if kind == "reply" else "case.add_title"),
        intro=text("case.question_intro"),
        blocks=(
            *(finding_blocks(checked, around) if checked else ()),
            field,
            *(keep_field(checked, around) if checked else ()),
        ),
        buttons=(
            Button(
                text("case.send_text"),
                f"my_{kind}_send",
                pressed.id,
                pressed.version,
                "positive",
                carries=(*shown_on(checked), *carried_on(pressed)),
            ),
            Button(text("common.cancel"), "my_case", pressed.id, pressed.version, submits_inputs=False),
        ),
    )


def open_reply(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the field for the answer to the team's question."""
    return Step((_text_card("reply", pressed, around),))


def open_add(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the field for more information."""
    return Step((_text_card("add", pressed, around),))


def send_reply(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the answer and relay it."""
    return _send(
        "reply", turn, pressed, state, around, lambda said: ReplyToTeam(pressed.id, turn.person, turn.place, said)
    )


def send_unknown(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Relay «det vet jeg ikke»."""
    said = around.text("case.dont_know_text")
    return Step(commands=(ReplyToTeam(pressed.id, turn.person, turn.place, said),))


def send_add(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the information and relay it."""
    return _send(
        "add", turn, pressed, state, around, lambda said: AddInformation(pressed.id, turn.person, turn.place, said)
    )


def _send(
    kind: str, turn: Turn, pressed: Pressed, state: ConversationState, around: Around, command: Callable[[str], Command]
) -> Step:
    said = (pressed.values.get("text") or pressed.values.get("reply") or "").strip()
    if not said or len(said) > LONGEST:
        key = "case.too_long" if said else "case.missing"
        error = around.text(key, number=LONGEST)
        return Step(replaces=_text_card(kind, pressed, around, as_written({"text": said}), error))
    if AGAIN in pressed.values:
        return Step(replaces=_text_card(kind, pressed, around, as_written({"text": said})))
    checked = check({"text": said}, state.profile.municipality, around, pressed.values.get("keep", ""))
    if checked.failed:
        return Step(replaces=Line(around.text("case.check_failed")))
    if checked.must_be_shown(pressed.values):
        return Step(replaces=_text_card(kind, pressed, around, checked))
    return Step(commands=(command(checked.fields["text"]),))


def _ask(key: str) -> Callable[[Turn, Pressed, ConversationState, Around], Step]:
    """Return a handler that asks «er du sikker?» before something that can't be undone."""
    return lambda turn, pressed, _state, _around: Step(commands=(ShowMyCase(turn.person, pressed.id, key),))


def _sure_card(key: str, case: Case, around: Around) -> Card:
    """Return the question, which names the case it is about."""
    text = around.text
    return Card(
        kind=f"my_{key}",
        header=(text("case.header"), ""),
        title=text(f"case.{key}_title", code=case.code),
        intro=text(f"case.{key}_intro"),
        blocks=(Paragraph(text("case.always_report"), subtle=True),),
        buttons=(
            Button(text("common.cancel"), "my_case", case.id, case.version),
            Button(text(f"case.{key}_yes"), f"my_{key}_yes", case.id, case.version, "destructive"),
        ),
    )


def withdraw(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the case back."""
    return Step(commands=(WithdrawCase(pressed.id, turn.person, turn.place),))


def show(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Be named to the team."""
    return Step(commands=(ShowRequester(pressed.id, turn.person, turn.place),))


def reopen(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Open a closed case again."""
    return Step(commands=(ReopenCase(pressed.id, turn.person, turn.place),))


DONE: dict[type[Command], str] = {
    ReplyToTeam: "replied",
    AddInformation: "added",
    RenewCase: "renewed",
    WithdrawCase: "withdrawn",
    ShowRequester: "shown",
    ReopenCase: "reopened",
}


def tell_done(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say what was done, in the place of the card it was done on."""
    if not isinstance(outcome, CaseIs):
        return Step()
    key = DONE[type(outcome.command)]
    return Step(replaces=Line(around.text(f"case.{key}", code=outcome.case.code)))


ask_withdraw = _ask(WITHDRAW)
ask_show = _ask(SHOW)
