"""What must be done before a team, and when a service can be asked, is told alike by a guide and by the team's card."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ConversationState, Profile
from dialogs.as_text import as_text
from dialogs.dialog import Around
from dialogs.guide.outcome_card import team_lines
from dialogs.where.place_cards import about_team_card, service_card
from dialogs.where.team_words import beside_first, consultation_words, first_words
from tests.guide.conftest import walker_in

MUNICIPALITIES = ("stjordal", "melhus", "frosta")


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_a_guide_and_the_card_of_a_team_say_the_same_of_what_comes_first(around: Around, municipality: str) -> None:
    walker = walker_in(around, municipality)
    walker.start()
    state = ConversationState(profile=Profile(municipality, "skole"))
    profile = around.knowledge.profiles[municipality]
    assert profile.teams
    for team in profile.teams:
        said = " ".join(team_lines(team, walker.sitting))
        card = as_text(about_team_card(team, profile, state, around), around.text)
        for words in (*first_words(team, around), *beside_first(team, around)):
            assert words in said
            assert words in card


@pytest.mark.parametrize(
    ("times", "band", "said"),
    [
        ("torsdag 13.00 og fredag kl 09:30", "10-12", "torsdag 10. desember kl. 13.00 og fredag 11. desember"),
        ("etter avtale på tirsdager", "10-12", "etter avtale på tirsdager"),
        ("torsdag 13.00", "19-mnd-5-ar", "gjelder barn 6–16 år"),
    ],
)
def test_hours_are_told_as_days_or_as_they_are_filled_in(around: Around, times: str, band: str, said: str) -> None:
    profile = around.knowledge.profiles["stjordal"]
    ppt = next(one for one in profile.services.values() if one.consultation is not None)
    assert ppt.consultation is not None
    ppt = ppt.model_copy(update={"consultation": ppt.consultation.model_copy(update={"times": times})})
    words = consultation_words(ppt, band, around)
    assert said in words
    state = ConversationState(profile=Profile("stjordal", "skole"))
    assert words.replace("**", "") in as_text(
        service_card(ppt, profile, state, around, opened=f"ppt.{band}"), around.text
    )
