"""A fixed phrase, a film in brackets or a team's calendar hides neither a child's name nor a date of birth."""

from __future__ import annotations

import pytest

from bot.anonymise import Anonymiser

NAMED = [
    "Thomas tog sekken til en annen.",
    "Thomas og vennene hans erter andre.",
    "Spør Alexa hva hun så.",
    "Emil (fra fortnite) erter.",
    "Ola (fra youtube) slår.",
    "Nora (fra filmen) gråter.",
    "elsa fra frost slo",
    "siv med hammeren slo",
    "Elsa og Anna krangler.",
]
BORN = [
    "møter i teamet om Jonas: 3.5.2014, 12.6.2012",
    "nettverket har møte om gutten 3.5.2014 og 12.6.2012",
    "møtedatoer 12.05.2014, 13.06.2015 gutten er født den første",
]
CALENDARS = ["møtedatoer: 12. mai og 3. juni", "Møtedatoer høsten 2026: 12.9, 3.10 og 7.11."]


@pytest.mark.parametrize("text", NAMED)
def test_a_name_beside_words_of_a_film_or_a_toy_is_found(anonymiser: Anonymiser, text: str) -> None:
    assert any(finding.type == "navn" for finding in anonymiser.find(text))


@pytest.mark.parametrize("text", BORN)
def test_a_date_that_may_be_of_birth_is_found_in_a_calendar_too(anonymiser: Anonymiser, text: str) -> None:
    assert sum("dato" in finding.type for finding in anonymiser.find(text)) >= 2


@pytest.mark.parametrize("text", CALENDARS)
def test_the_days_a_team_meets_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
