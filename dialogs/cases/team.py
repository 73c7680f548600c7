"""The team's channel: what members do to a case, the forms that open in the card's place, the list, and `koble til`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.case import Member, Task
from bot.domain.case_actions import Action, require, role_of
from bot.domain.commands import (
    AnswerCase,
    AskRequester,
    ClaimCase,
    CloseCase,
    Command,
    ConnectChannel,
    GiveBackCase,
    ListTeamCases,
    MarkNotAnonymous,
    MarkSeen,
    OnCase,
    PutOnMeeting,
    Recuse,
    ReopenCase,
    ShowTeamCase,
)
from bot.domain.conversation import ConversationState
from bot.domain.errors import CaseError
from bot.domain.outcomes import CaseIs, CasesAre, ChannelIs, Outcome
from bot.domain.reply import (
    Button,
    Card,
    Choice,
    ChoiceInput,
    DateInput,
    Input,
    Line,
    Paragraph,
    Row,
    Rows,
    TextInput,
)
from bot.domain.turn import Pressed, Turn
from dialogs.cases.about import channel_key
from dialogs.cases.team_card import team_card
from dialogs.cases.words import day_and_time, themes_of
from dialogs.checked_text import CheckedText, check, finding_blocks, keep_field, what_was_found
from dialogs.dialog import Around, Handler, Step, Teller

LONGEST = 1200
CLOSE_REASONS = ("given", "meeting", "reported", "elsewhere")
ANSWER_TEXTS = ("advice", "why", "role", "what", "come_back", "own_role")
"""The parts of an answer; all are required, so that no answer is half."""


def _at_once(command: type[OnCase]) -> Handler:
    """Return a handler that does one thing to the case on the card."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        return Step(commands=(command(pressed.id, turn.person, turn.place),))

    return handler


def meeting(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Put the case on the next meeting; the day is shown when the municipality has filled it in."""
    return Step(commands=(PutOnMeeting(pressed.id, turn.person, turn.place, None),))


def tell_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case as it now is, in the place of the card that was pressed."""
    if not isinstance(outcome, CaseIs):
        return Step()
    if isinstance(outcome.command, Recuse):
        return Step((Line(around.text("team.recused")),))
    return Step(replaces=team_card(outcome.case, around.knowledge))


def _form(
    kind: str,
    pressed: Pressed,
    around: Around,
    fields: tuple[Input, ...],
    checked: CheckedText | None = None,
    note: str = "",
) -> Card:
    text = around.text
    return Card(
        kind=f"team_{kind}",
        title=text(f"team.{kind}_title"),
        intro=note or text(f"team.{kind}_intro"),
        blocks=(
            *(finding_blocks(checked, around) if checked else ()),
            *fields,
            *(keep_field(checked, around) if checked else ()),
        ),
        buttons=(
            Button(text(f"team.{kind}_send"), f"case_{kind}_send", pressed.id, pressed.version, "positive"),
            Button(text("team.back_to_case"), "case_show", pressed.id, pressed.version, submits_inputs=False),
        ),
        doors=False,
    )


def ask_form(
    pressed: Pressed, around: Around, value: str = "", checked: CheckedText | None = None, note: str = ""
) -> Card:
    """Return the form for a question to the requester."""
    field = TextInput(
        "question", around.text("team.ask_field"), value, multiline=True, required=True, max_length=LONGEST
    )
    return _form("ask", pressed, around, (field,), checked, note)


def send_ask(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the question for names and relay it."""
    said = pressed.values.get("question", "").strip()
    if not said:
        note = around.text("team.field_missing", field=around.text("team.ask_field"))
        return Step(replaces=ask_form(pressed, around, note=note))
    checked = check({"question": said}, _municipality(around), around, pressed.values.get("keep", ""))
    if _blocks(checked, pressed):
        note = around.text("team.names_found", what=what_was_found((*checked.must_go, *checked.should_go), around))
        return Step(replaces=ask_form(pressed, around, checked.suggestion["question"], checked, note))
    return Step(commands=(AskRequester(pressed.id, turn.person, turn.place, checked.fields["question"]),))


def _blocks(checked: CheckedText, pressed: Pressed) -> bool:
    return checked.failed or bool(checked.must_go) or (bool(checked.should_go) and "keep" not in pressed.values)


def _municipality(around: Around) -> str | None:
    return around.municipalities[0] if len(around.municipalities) == 1 else None


def answer_form(
    pressed: Pressed, around: Around, values: Mapping[str, str], checked: CheckedText | None = None, note: str = ""
) -> Card:
    """Return the form for the recommendation, with what is written already."""
    text = around.text

    def field(name: str, *, multiline: bool = False) -> TextInput:
        label = text(f"team.answer_{name}")
        return TextInput(name, label, values.get(name, ""), multiline=multiline, required=True, max_length=LONGEST)

    more = tuple(Choice(one, text(f"team.answer_{one}")) for one in ("needs_decision", "extended"))
    fields: tuple[Input, ...] = (
        field("advice", multiline=True),
        field("why", multiline=True),
        field("role"),
        field("what"),
        DateInput("by", text("team.answer_by"), values.get("by", ""), required=True),
        field("come_back"),
        field("own_role"),
        ChoiceInput("more", text("team.answer_more"), more, values.get("more", ""), several=True),
    )
    return _form("answer", pressed, around, fields, checked, note)


def send_answer(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Refuse half answers, check for names, and send it to the requester."""
    values = {name: pressed.values.get(name, "").strip() for name in (*ANSWER_TEXTS, "by", "more")}
    problem = _answer_problem(values, around)
    if problem:
        return Step(replaces=answer_form(pressed, around, values, note=problem))
    checked = check(
        {name: values[name] for name in ANSWER_TEXTS}, _municipality(around), around, pressed.values.get("keep", "")
    )
    if _blocks(checked, pressed):
        note = around.text("team.names_found", what=what_was_found((*checked.must_go, *checked.should_go), around))
        return Step(replaces=answer_form(pressed, around, {**values, **checked.suggestion}, checked, note))
    said = checked.fields
    answer = AnswerCase(
        pressed.id,
        turn.person,
        turn.place,
        advice=said["advice"],
        why=said["why"],
        tasks=(Task(said["role"], said["what"], date.fromisoformat(values["by"])),),
        come_back=said["come_back"],
        answered_by_role=said["own_role"],
        needs_decision="needs_decision" in values["more"].split(","),
        extended_meeting="extended" in values["more"].split(","),
    )
    return Step(commands=(answer,))


def _answer_problem(values: Mapping[str, str], around: Around) -> str:
    missing = [name for name in (*ANSWER_TEXTS[:4], "by", *ANSWER_TEXTS[4:]) if not values[name]]
    if missing:
        return around.text("team.field_missing", field=around.text(f"team.answer_{missing[0]}"))
    try:
        day = date.fromisoformat(values["by"])
    except ValueError:
        return around.text("team.field_missing", field=around.text("team.answer_by"))
    return around.text("team.past_date") if day < around.now.date() else ""


def close_form(pressed: Pressed, around: Around) -> Card:
    """Return the form that asks for the result before the case is closed."""
    choices = tuple(Choice(one, around.text(f"team.close_{one}")) for one in CLOSE_REASONS)
    field = ChoiceInput("reason", around.text("team.close_field"), choices, "given", required=True)
    return _form("close", pressed, around, (field,))


def send_close(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Close with the chosen result."""
    reason = pressed.values.get("reason", "")
    known = reason if reason in CLOSE_REASONS else "given"
    return Step(commands=(CloseCase(pressed.id, turn.person, turn.place, known),))


OPENS = "opens"
"""In the dialog's data, within one turn: the form that was asked for."""
FORMS: Mapping[str, tuple[Action, Callable[[Pressed, Around], Card]]] = {
    "ask": (Action.ASK, ask_form),
    "answer": (Action.ANSWER, lambda pressed, around: answer_form(pressed, around, {})),
    "close": (Action.CLOSE, close_form),
}


def _open(kind: str = "") -> Handler:
    """Return a handler that looks the case up, to show it or to open a form on it."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        asked = state.in_dialog(None, **{OPENS: kind})
        return Step(state=asked, commands=(ShowTeamCase(pressed.id, turn.person, turn.place),))

    return handler


def tell_shown(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the case, or the form; nobody fills in a form about a case somebody else has."""
    if not isinstance(outcome, CaseIs):
        return Step()
    case, after = outcome.case, state.in_dialog(None)
    card = team_card(case, around.knowledge)
    if state.data.get(OPENS) not in FORMS:
        return Step(replaces=card, state=after)
    action, form = FORMS[state.data[OPENS]]
    member = Member(turn.person.id, turn.person.name)
    try:
        require(case, action, role_of(case, member), member)
    except CaseError as refused:
        return Step((Line(around.text(refused.text_key, **refused.about)),), after, replaces=card)
    return Step(replaces=form(Pressed("", case.id, case.version), around), state=after)


def _sure(kind: str) -> Handler:
    """Return a handler that asks «er du sikker?» in the card's place."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        return Step(replaces=_form(kind, pressed, around, ()))

    return handler


def cases(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the team's open cases."""
    return Step(commands=(ListTeamCases(turn.person, turn.place),))


def tell_cases(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the team's open cases, oldest first."""
    text = around.text
    found = outcome.cases if isinstance(outcome, CasesAre) else ()
    rows = tuple(
        Row(
            str(number),
            text(
                "team.list_row",
                code=case.code,
                themes=themes_of(case.form.themes, text),
                status=text(f"case.status_{case.status}"),
            ),
            text("team.list_due", due=day_and_time(case.due_at)),
            Button(case.code, "case_show", case.id, case.version),
        )
        for number, case in enumerate(found, 1)
    )
    title = "team.list_title_none" if not found else "team.list_title_one" if len(found) == 1 else "team.list_title"
    return Step((Card(kind="team_cases", title=text(title, number=len(found)), blocks=(Rows(rows),) if rows else ()),))


def open_connect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask which team works in this channel."""
    text = around.text
    if not around.staff_roles & {"owner", "admin", "editor"}:
        return Step((Line(text("team.connect_not_allowed")),))
    choices = tuple(
        Choice(channel_key(one, team.id), f"{team.name}, {profile.name}")
        for one in around.municipalities
        if (profile := around.knowledge.profiles.get(one)) is not None
        for team in profile.teams
        if team.takes_anonymous
    )
    card = Card(
        kind="connect",
        title=text("team.connect_title"),
        intro=text("team.connect_intro"),
        blocks=(ChoiceInput("team", text("team.connect_field"), choices, required=True, compact=True),),
        buttons=(Button(text("team.connect_send"), "connect_send", style="positive"),),
        doors=False,
    )
    return Step((card,))


def send_connect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Connect the channel to the chosen team."""
    team = pressed.values.get("team", "")
    if not around.staff_roles & {"owner", "admin", "editor"}:
        return Step((Line(around.text("team.connect_not_allowed")),))
    if team not in _connectable(around):
        return open_connect(turn, pressed, state, around)
    if around.channel_problem:
        return Step(replaces=Line(around.text(around.channel_problem)))
    return Step(commands=(ConnectChannel(turn.person, turn.place, team),))


def _connectable(around: Around) -> Mapping[str, str]:
    return {
        channel_key(one, team.id): team.name
        for one in around.municipalities
        if (profile := around.knowledge.profiles.get(one)) is not None
        for team in profile.teams
    }


def tell_connected(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say what the self-check found."""
    if not isinstance(outcome, ChannelIs) or not isinstance(outcome.command, ConnectChannel):
        return Step()
    name = _connectable(around).get(outcome.command.team, "")
    return Step(replaces=Line(around.text("team.connected", team=name)))


def welcome_channel(around: Around) -> Step:
    """Say once, when the bot is added to a team, how cases arrive and how to connect the channel."""
    text = around.text
    card = Card(
        kind="channel_welcome",
        header=(text("common.bot_name"), ""),
        title=text("start.channel_welcome_title"),
        intro=text("start.channel_welcome_intro"),
        blocks=tuple(Paragraph(text(f"start.channel_welcome_{part}")) for part in ("1", "2", "3", "connect")),
    )
    return Step((card,))


VERBS: Mapping[str, Handler] = {
    "case_seen": _at_once(MarkSeen),
    "case_claim": _at_once(ClaimCase),
    "case_give_back": _at_once(GiveBackCase),
    "case_show": _open(),
    "case_reopen": _at_once(ReopenCase),
    "case_meeting": meeting,
    "case_ask": _open("ask"),
    "case_ask_send": send_ask,
    "case_answer": _open("answer"),
    "case_answer_send": send_answer,
    "case_close": _open("close"),
    "case_close_send": send_close,
    "case_redact": _sure("redact"),
    "case_redact_send": _at_once(MarkNotAnonymous),
    "case_recuse": _sure("recuse"),
    "case_recuse_send": _at_once(Recuse),
    "team_cases": cases,
    "connect": open_connect,
    "connect_send": send_connect,
}
TOLD: dict[type[Command], Teller] = dict.fromkeys(
    (
        MarkSeen,
        ClaimCase,
        GiveBackCase,
        ReopenCase,
        PutOnMeeting,
        AskRequester,
        AnswerCase,
        CloseCase,
        MarkNotAnonymous,
        Recuse,
    ),
    tell_case,
)
TOLD[ShowTeamCase] = tell_shown
