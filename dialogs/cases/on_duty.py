"""«Jeg har vakt»: a member of a team says so in its channel, until when, takes it over or lets it go; who has it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.content.texts import Texts
from bot.domain.commands import Command
from bot.domain.conversation import ConversationState
from bot.domain.norway import WEEKDAYS
from bot.domain.on_duty import GoOffDuty, GoOnDuty, OnDutyIs, ShowOnDuty
from bot.domain.outbox import Payload
from bot.domain.outcomes import Outcome
from bot.domain.reply import Box, Button, Card, Line, Paragraph
from bot.domain.turn import Pressed, Turn
from dialogs.cases.on_duty_words import ASKS, LATER, LEAVES, TAKES, TAKES_OVER, TODAY, WEEK, WHICH, last_day
from dialogs.cases.which_team import team_by_key
from dialogs.cases.words import day, listing
from dialogs.dialog import Around, Handler, Step, Teller, Typed, Verb

Duty = tuple[str, date]
"""Who has it, and the last day."""


def take(*, alone: bool = False) -> Handler:
    """Return a handler that notes who says it until the day that the button, or what was typed, tells."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        today = around.today
        if pressed.id in (LATER, WHICH):
            in_a_week = today + timedelta(days=7)
            return Step((Line(around.text(f"team.duty_{pressed.id}", later=day(in_a_week))),))
        last_on = last_day(pressed.id, today)
        if last_on is None:
            return Step((Line(around.text("team.duty_too_long")),))
        is_pressed = isinstance(turn.what, Pressed)
        is_day_said = bool(pressed.id) or not alone
        return Step(commands=(GoOnDuty(turn.person, turn.place, last_on, alone, is_day_said, is_pressed),))

    return handler


def leave(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Note that whoever says it has no duty any more."""
    return Step(commands=(GoOffDuty(turn.person, turn.place, isinstance(turn.what, Pressed)),))


def show(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask who has duty here."""
    return Step(commands=(ShowOnDuty(turn.person, turn.place),))


def tell(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say in one line who has duty now and until when; asked for, with buttons to change it."""
    if not isinstance(outcome, OnDutyIs):
        return Step()
    now_on = [(one.member.name, one.last_on) for one in outcome.on_duty]
    match outcome.command:
        case GoOffDuty() if not outcome.left:
            had_none = around.text("team.duty_had_none", who=turn.person.name)
            return Step((Line(f"{had_none} {_who(now_on, around)}"),))
        case GoOnDuty() | GoOffDuty():
            is_on = isinstance(outcome.command, GoOnDuty)
            leave_it = (Button(around.text("team.duty_leave"), LEAVES),) if is_on else ()
            was = around.text("team.duty_was", day=day(outcome.was_until)) if outcome.was_until else ""
            return Step((Line(f"{told(now_on, outcome.left, around)} {was}".strip(), leave_it),))
    return Step((_card(outcome, _each(now_on, around), around),))


def told(now_on: Sequence[Duty], left: Sequence[str], around: Around) -> str:
    """Return the line that tells the channel who has duty now, and who has it no more."""
    if left:
        return f"{around.text('team.duty_left', who=listing(left))} {_who(now_on, around)}"
    return f"{_who(now_on, around)} {around.text('team.duty_told')}"


def told_channel(payload: Payload, around: Around) -> str:
    """Return the same from what was noted when it was pressed."""
    duties = [(who, date.fromisoformat(on)) for who, on in json.loads(payload["duties"])]
    return told(duties, payload["left"].splitlines(), around)


def _card(outcome: OnDutyIs, now_on: Sequence[str], around: Around) -> Card:
    text = around.text
    roles = dict.fromkeys(_role_today(team, around) for team in outcome.teams)
    named = [text("team.on_duty", role=role) for role in roles if role]
    change = (
        Button(text("team.duty_over"), TAKES_OVER),
        Button(text("team.duty_leave"), LEAVES),
    )
    return Card(
        kind="team_on_duty",
        title=text("team.duty_show"),
        blocks=(
            Box(tuple(Paragraph(one) for one in (*now_on, *named)), "accent" if outcome.on_duty else "warning"),
            Paragraph(text("team.duty_how"), subtle=True),
        ),
        buttons=(
            Button(text("team.duty_today"), TAKES, TODAY, style="positive"),
            Button(text("team.duty_week"), TAKES, WEEK),
            *(change if outcome.on_duty else ()),
        ),
        doors=False,
    )


def show_button(text: Texts) -> Button:
    """Return the button that leads to who has duty."""
    return Button(text("team.duty_show"), ASKS)


def _who(duties: Sequence[Duty], around: Around) -> str:
    return " ".join(_each(duties, around))


def _each(duties: Sequence[Duty], around: Around) -> Sequence[str]:
    """Return a sentence for each, or that nobody has said that they have it."""
    today, text = around.today, around.text
    said = [
        text("team.duty_is_today", who=who) if last_on == today else text("team.duty_is", who=who, day=day(last_on))
        for who, last_on in duties
    ]
    return said or [text("team.duty_nobody")]


def _role_today(key: str, around: Around) -> str:
    """Return the role that the municipality's file names for today; empty when it names none."""
    team, today = team_by_key(key, around.knowledge), WEEKDAYS[around.today.weekday()]
    return next((role for name, role in team.on_duty.items() if name == today), "") if team else ""


VERBS: Mapping[str, Verb] = {
    TAKES: Verb(take(), Typed.WHOLE),
    TAKES_OVER: Verb(take(alone=True), Typed.WHOLE),
    LEAVES: Verb(leave, Typed.WHOLE),
    ASKS: Verb(show, Typed.NEARLY),
}
TOLD: Mapping[type[Command], Teller] = dict.fromkeys((GoOnDuty, GoOffDuty, ShowOnDuty), tell)
