"""Everybody is told the same day: the guide, the card of the team, the gate of a case, and the team's own channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.content.team import Meets
from bot.domain.conversation import ConversationState, Profile
from bot.domain.reply import Line
from bot.domain.turn import Person, Place, PlaceKind, Said, Turn
from dialogs.as_text import as_text
from dialogs.cases.gate import gate_card
from dialogs.cases.meeting import put_on
from dialogs.dialog import Around
from dialogs.guide.outcome_card import team_lines
from dialogs.where.place_cards import about_team_card
from tests.guide.conftest import walker_in
from tests.store.people import a_case

CHANNEL = Place(PlaceKind.CHANNEL, "kanal")
STATE = ConversationState(profile=Profile("stjordal", "skole"))
NOT_ON = {"not_on": ["2026-12-10"]}


def with_meetings(around: Around, changes: dict[str, Any]) -> Around:
    """Fill in when the team meets, as a municipality will."""
    meets = Meets.model_validate(
        {"rhythm": "hver uke", "weekday_and_time": "torsdag 12:00", "until_then": "Spør."} | changes
    )
    stjordal = around.knowledge.profiles["stjordal"]
    teams = tuple(one.model_copy(update={"meets": meets}) if one.id == "komp_0_18" else one for one in stjordal.teams)
    profiles = {**around.knowledge.profiles, "stjordal": stjordal.model_copy(update={"teams": teams})}
    return replace(around, knowledge=replace(around.knowledge, profiles=profiles))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "torsdag 10. desember kl. 12.00"),
        (NOT_ON, "torsdag 17. desember kl. 12.00"),
        ({"dates": ["2026-12-16"]}, "onsdag 16. desember kl. 12.00"),
        ({"rhythm": "annenhver uke", "starts_on": "2026-12-03"}, "torsdag 17. desember kl. 12.00"),
        ({"weekday_and_time": "torsdag kl. 12"}, "torsdag 10. desember kl. 12.00"),
        ({"deadline_before_meeting": "fire arbeidsdager"}, "torsdag 17. desember kl. 12.00"),
        ({"rhythm": "hver fjerde uke"}, "Spør."),
    ],
)
def test_every_card_names_the_same_next_meeting(around: Around, changes: dict[str, Any], said: str) -> None:
    filled = with_meetings(around, changes)
    profile = filled.knowledge.profiles["stjordal"]
    team = next(one for one in profile.teams if one.id == "komp_0_18")
    walker = walker_in(filled, "stjordal")
    walker.start()
    turn = Turn("a", Person("p", "Test Leder"), CHANNEL, Said(""), filled.now)
    (line,) = put_on(a_case(team="stjordal/komp_0_18"), turn, filled).replies
    assert isinstance(line, Line)
    cards = [about_team_card(team, profile, STATE, filled), gate_card(team, {}, STATE, filled)]
    guide = team_lines(team, walker.sitting)
    for shown in (*(as_text(card, filled.text) for card in cards), " ".join(guide), line.text):
        assert said in shown
