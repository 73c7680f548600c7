"""`koble til` and `koble fra`: what comes to this channel, and the welcome that explains how cases arrive."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.commands import AskOwnership, ConnectChannel, DisconnectChannel
from bot.domain.conversation import ConversationState
from bot.domain.month_report import FIGURES, gets_figures
from bot.domain.outcomes import ChannelIs, Outcome
from bot.domain.reply import Bullets, Button, Card, Choice, ChoiceInput, Line, Paragraph
from bot.domain.roles import ADMIN, EDITOR, Ownership
from bot.domain.turn import Pressed, Turn
from bot.usecases.disconnect_channel import mark_of
from bot.usecases.monthly_meeting import MARK, is_reminded, reminder_key, takes_cases
from dialogs.cases.about import channel_key
from dialogs.cases.on_duty import show_button
from dialogs.cases.which_team import name_of_team
from dialogs.dialog import Around, Step

MONTHLY = "en gang i måneden"
"""What a team's `rhythm` says when its channel may be reminded."""
REFUSALS = {
    Ownership.CANNOT_ASK: "team.connect_not_allowed",
    Ownership.NOT_OWNER: "team.connect_not_owner",
    Ownership.AWAY: "team.connect_owner_away",
    Ownership.DENIED: "team.connect_owner_denied",
}


def _has_role(around: Around) -> bool:
    return bool(around.staff_roles & {"owner", ADMIN, EDITOR})


def _refusal(around: Around) -> Step | None:
    """Return why the person may not connect the channel, or the question whether they own it; None when they may."""
    if _has_role(around) or around.ownership is Ownership.OWNER:
        return None
    if around.ownership is Ownership.NOT_ASKED:
        return Step(commands=(AskOwnership(),))
    return Step((Line(around.refusal(REFUSALS[around.ownership])),))


def open_connect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask which team works in this channel."""
    return _refusal(around) or Step((_connect_card(around),))


def _connect_card(around: Around, error: str = "") -> Card:
    text = around.text
    choices = tuple(Choice(key, name) for key, name in _connectable(around).items())
    return Card(
        kind="connect",
        title=text("team.connect_title"),
        intro=text("team.connect_intro"),
        blocks=(ChoiceInput("team", text("team.connect_field"), choices, required=True, error=error, compact=True),),
        buttons=(Button(text("team.connect_send"), "connect_send", style="positive"),),
        doors=False,
    )


def send_connect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Connect the channel to the chosen team."""
    team = pressed.values.get("team", "")
    if (refusal := _refusal(around)) is not None:
        return refusal
    if team not in _connectable(around):
        return Step((_connect_card(around, around.text("case.not_a_choice" if team else "case.missing")),))
    if around.channel_problem:
        return Step(replaces=Line(around.text(around.channel_problem)))
    if is_reminded(team):
        team = reminder_key(team, turn.place)
    readers = len(around.members)
    return Step(commands=(ConnectChannel(turn.person, turn.place, team, not _has_role(around), readers),))


def open_disconnect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask what comes to this channel, before anybody is asked whether it is to end."""
    return _refusal(around) or Step(commands=(DisconnectChannel(turn.person, turn.place),))


def send_disconnect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Disconnect the channel."""
    command = DisconnectChannel(turn.person, turn.place, is_sure=True, shown=pressed.id)
    return _refusal(around) or Step(commands=(command,))


def cancel_disconnect(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Leave the channel as it is. The yes of the card can't be typed any more."""
    return Step(replaces=Line(around.text("team.disconnect_cancelled")), state=_nothing_shown(state))


def tell_disconnected(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Name what would end and ask, or say that nothing comes here any more."""
    if not isinstance(outcome, ChannelIs):
        return Step()
    if outcome.connected:
        return Step((_disconnect_card(outcome.also, around),))
    return Step(replaces=Line(around.text("team.disconnected")), state=_nothing_shown(state))


def _disconnect_card(teams: tuple[str, ...], around: Around) -> Card:
    """Name what ends. Cases follow their team to another channel, a reminder stays: every school has its own."""
    text = around.text
    after = [text("team.disconnect_after")] if any(takes_cases(team) for team in teams) else []
    after += [text("team.disconnect_after_reminder")] if any(is_reminded(team) for team in teams) else []
    return Card(
        kind="disconnect",
        title=text("team.disconnect_title"),
        intro=text("team.disconnect_intro"),
        blocks=(Bullets(tuple(_what_comes(team, around) for team in teams)), *(Paragraph(one) for one in after)),
        buttons=(
            Button(text("common.cancel"), "disconnect_cancel"),
            Button(text("team.disconnect_send"), "disconnect_send", mark_of(teams), style="destructive"),
        ),
        doors=False,
    )


def _what_comes(team: str, around: Around) -> str:
    """Return in words what comes to a channel that is connected with this key."""
    if municipality := gets_figures(team):
        profile = around.knowledge.profiles.get(municipality)
        return around.text("team.comes_figures", municipality=profile.name if profile else municipality)
    if reminded := is_reminded(team):
        return around.text("team.comes_reminder", team=name_of_team(reminded, around.knowledge))
    return around.text("team.comes_cases", team=name_of_team(team, around.knowledge))


def _nothing_shown(state: ConversationState) -> ConversationState:
    return replace(state, shown=(), fields=())


def _figures(around: Around) -> dict[str, str]:
    """Return what stands for a channel that gets the figures of a municipality and no cases (row M63)."""
    keys = (channel_key(one, FIGURES) for one in around.municipalities)
    return {key: name_of_team(key, around.knowledge) for key in keys}


def _monthly(around: Around) -> dict[str, str]:
    """Return what stands for a channel that is reminded of a monthly meeting and gets no cases (row M38)."""
    profiles = [around.knowledge.profiles[one] for one in around.municipalities]
    teams = ((one, team) for one in profiles for team in one.teams if team.meets and not team.takes_in_channel)
    keys = (channel_key(one.id, team.id) + MARK for one, team in teams if team.meets and team.meets.rhythm == MONTHLY)
    return {key: name_of_team(key, around.knowledge) for key in keys}


def _connectable(around: Around) -> dict[str, str]:
    """Return what may come to a channel, and how it is offered: first the teams that take cases there."""
    profiles = [around.knowledge.profiles[one] for one in around.municipalities]
    teams = {
        channel_key(profile.id, team.id): f"{team.name}, {profile.name}"
        for profile in profiles
        for team in profile.teams
        if team.takes_in_channel
    }
    return teams | _figures(around) | _monthly(around)


def tell_connected(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say what the self-check found."""
    if not isinstance(outcome, ChannelIs) or not isinstance(outcome.command, ConnectChannel):
        return Step()
    if municipality := gets_figures(outcome.command.team):
        name = around.knowledge.profiles[municipality].name
        return Step(replaces=Line(_and_cases(around.text("figures.connected", municipality=name), outcome, around)))
    if reminded := is_reminded(outcome.command.team):
        team = name_of_team(reminded, around.knowledge)
        return Step(replaces=Line(_and_cases(around.text("team.monthly_connected", team=team), outcome, around)))
    name = name_of_team(outcome.command.team, around.knowledge)
    moved = around.text("team.connected_moved", number=outcome.moved) if outcome.moved else ""
    readers = around.text("team.connected_readers", number=outcome.command.readers) if outcome.command.readers else ""
    said = (around.text("team.connected", team=name), moved, readers)
    return Step(replaces=Line(" ".join(one for one in said if one)))


def _and_cases(said: str, outcome: ChannelIs, around: Around) -> str:
    """Add whether cases come to the channel as well."""
    teams = [name_of_team(one, around.knowledge) for one in outcome.also if takes_cases(one)]
    cases = around.text("team.cases_still", team=", ".join(teams)) if teams else around.text("team.no_cases_here")
    return f"{said} {cases}"


def welcome_channel(around: Around) -> Step:
    """Say once, when the bot is added to a team, how cases arrive and how to connect the channel."""
    text = around.text
    may_look = around.ownership is not Ownership.CANNOT_ASK  # the same setting: the app has its permissions in the team
    parts = ("1", "2", "3", *(("connect_owner", "hears") if may_look else ("connect",)))
    card = Card(
        kind="channel_welcome",
        header=(text("common.bot_name"), ""),
        title=text("start.channel_welcome_title"),
        intro=text("start.channel_welcome_intro"),
        blocks=tuple(Paragraph(text(f"start.channel_welcome_{part}")) for part in parts),
    )
    return Step((card,))


def channel_help(around: Around) -> Card:
    """Return what can be written in a team's channel."""
    text = around.text
    return Card(
        kind="channel_help",
        header=(text("common.bot_name"), ""),
        title=text("start.channel_help_title"),
        blocks=(Bullets(tuple(text(f"start.channel_help_{number}") for number in range(1, 10))),),
        buttons=(show_button(text),),
    )
