"""A team's cases as a file for a spreadsheet, for whoever leads the team; as text on a card where files do not work.

Fixed choices and dates only: no text, no member, no requester. The offer is `files.offer_card`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.case import Case
from bot.domain.commands import OfferCases, TakeOutCases
from bot.domain.conversation import ConversationState
from bot.domain.errors import TeamNotLed
from bot.domain.norway import day_of
from bot.domain.outcomes import CasesAre, Outcome, TeamsAre
from bot.domain.reply import Button, Card, File, Line, Paragraph, Row, Rows, UserText
from bot.domain.roles import may_take_out, takes_out_of
from bot.domain.turn import PlaceKind, Pressed, Turn
from dialogs.cases.files import offer_card
from dialogs.cases.which_team import name_of_team
from dialogs.cases.words import named, themes_of
from dialogs.dialog import Around, Dialog, Handler, Step, Typed, Verb
from dialogs.spreadsheet import file_of, rows_written

FILE = "cases_file"
ON_CARD = 100
"""More cases than this make a card Teams refuses; the file has them all."""
COLUMNS = (
    "kode",
    "team",
    "status",
    "mottatt",
    "tatt",
    "besvart",
    "avsluttet",
    "alder",
    "arena",
    "tema",
    "haster",
)


def ask(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask which teams somebody leads, in a channel or in their own chat; one team when the button names it."""
    of = takes_out_of(around.staff_roles)
    if (of is not None and not of) or (pressed.id and not may_take_out(pressed.id, around.staff_roles)):
        return Step((Line(around.refusal(TeamNotLed.text_key)),))
    only = frozenset({pressed.id}) if pressed.id else of
    return Step(commands=(OfferCases(turn.person, turn.place, only),))


def tell_teams(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say where the file comes; in the chat where it does, offer it, or let whoever leads several teams choose."""
    if not isinstance(outcome, TeamsAre):
        return Step()
    text, teams = around.text, outcome.teams
    if turn.place.kind is PlaceKind.CHANNEL:
        return Step((Line(text("team.file_on_its_way")),))
    if len(teams) == 1:
        return Step((offer_card({"card": "cases", "team": teams[0], "about": ""}, around),))
    rows = tuple(_row_of_team(number, team, around) for number, team in enumerate(teams, 1))
    return Step((Card(kind="cases_of", title=text("team.csv_which"), blocks=(Rows(rows),), doors=False),))


def _row_of_team(number: int, team: str, around: Around) -> Row:
    name, profile = name_of_team(team, around.knowledge), around.knowledge.profiles.get(team.partition("/")[0])
    return Row(str(number), name, profile.name if profile else "", Button(name, "cases_offer", team))


def take_out(*, as_text: bool) -> Handler:
    """Return a handler that takes the cases out; the card that offers them may be old: the role is looked at again."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        if not may_take_out(pressed.id, around.staff_roles):
            return Step((Line(around.refusal(TeamNotLed.text_key)),))
        return Step(commands=(TakeOutCases(turn.person, turn.place, pressed.id, as_text),))

    return handler


def tell_cases(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Give the file, or the same on a card."""
    if not isinstance(outcome, CasesAre) or not isinstance(outcome.command, TakeOutCases):
        return Step()
    text, team = around.text, outcome.command.team
    if not outcome.cases:
        return Step((Line(text("team.csv_none")),))
    if outcome.command.as_text:
        return Step((_text_card(outcome.cases, around),))
    name = text("team.csv_name", team=team.replace("/", "-"), date=around.today.isoformat())
    about = text("team.csv_about", team=name_of_team(team, around.knowledge))
    return Step((File(name, about, FILE, team, csv_file(outcome.cases, around)),))


def _text_card(cases: Sequence[Case], around: Around) -> Card:
    text, left = around.text, len(cases) - ON_CARD
    more = (Paragraph(text("team.csv_more", number=left)),) if left > 0 else ()
    return Card(
        kind="team_csv",
        title=text("team.csv_title"),
        intro=text("team.csv_intro"),
        blocks=(UserText(csv_text(cases[:ON_CARD], around)), *more),
        doors=False,
    )


def csv_text(cases: Sequence[Case], around: Around) -> str:
    """Return the cases as CSV to read on a card.

    The names of the columns have a space between them, so that the line breaks on a phone.
    """
    return "; ".join(COLUMNS) + "\n" + rows_written((_row(case, around) for case in cases), "\n")


def csv_file(cases: Sequence[Case], around: Around) -> bytes:
    """Return the cases for a spreadsheet."""
    return file_of(COLUMNS, (_row(case, around) for case in cases))


def _row(case: Case, around: Around) -> list[str]:
    text = around.text
    times = (case.created_at, case.claimed_at, case.answered_at, case.closed_at)
    days = [day_of(at).isoformat() if at else "" for at in times]
    age, arena = named("age", [case.form.age_band], text), named("arena", [case.form.arena], text)
    status = text(f"case.status_{case.status}")
    team, themes = name_of_team(case.team, around.knowledge), themes_of(case.form.themes, text)
    urgency = text(f"names.urgency_{case.form.urgency}")
    return [case.code, team, status, *days, age, arena, themes, urgency]


ASK = Dialog(
    name="cases_out_ask",
    verbs={"team_csv": Verb(ask, Typed.NEARLY, is_command=True)},
    told={OfferCases: tell_teams},
    place="both",
)
"""Heard in a channel and in a chat."""
CASES_OUT = Dialog(
    name="cases_out",
    verbs={
        "cases_offer": Verb(ask, Typed.NEARLY),
        FILE: Verb(take_out(as_text=False), Typed.NEARLY),
        "cases_text": Verb(take_out(as_text=True), Typed.NEARLY),
    },
    told={OfferCases: tell_teams, TakeOutCases: tell_cases},
)
"""Pressed in somebody's own chat only: a channel can't be given files, and a list of cases is for one person."""
