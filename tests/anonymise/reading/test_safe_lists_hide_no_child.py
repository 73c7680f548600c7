"""The safe expressions and the calendars of teams hide no child: names with verbs, dates of birth with years."""

import pytest

from bot.anonymise import Anonymiser


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thomas tog sekken til en annen.", "Thomas"),
        ("Thomas og vennene hans erter andre.", "Thomas"),
        ("Emil (fra fortnite) erter.", "Emil"),
        ("Nora (fra filmen) slo en annen.", "Nora"),
        ("Ola (fra youtube) slo", "Ola"),
        ("Spør Alexa hva hun så.", "Alexa"),
        ("elsa fra frost slo", "elsa"),
        ("siv med hammeren slo igjen", "siv"),
        ("Elsa og Anna krangler.", "Elsa"),
        ("Pål Roland er redd", "Pål Roland"),
        ("mor til Pål Roland ringte", "Pål Roland"),
        ("Berit Bae i 5b", "Berit Bae"),
        ("Kari Salto ringte", "Kari Salto"),
        ("Mari Ruble hentet henne", "Mari Ruble"),
    ],
)
def test_a_child_is_found_where_a_safe_expression_once_hid_the_name(
    anonymiser: Anonymiser, text: str, name: str
) -> None:
    assert any(name in text[f.start : f.end] for f in anonymiser.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "møter i teamet om Jonas: 3.5.2014, 12.6.2012",
        "nettverket har møte om gutten 3.5.2014 og 12.6.2012",
        "møtedatoer 12.05.2014, 13.06.2015 gutten er født den første",
    ],
)
def test_dates_with_a_year_are_never_hidden_as_a_calendar(anonymiser: Anonymiser, text: str) -> None:
    assert "2014" not in "".join(
        c for i, c in enumerate(text) if not any(f.start <= i < f.end for f in anonymiser.find(text))
    )


@pytest.mark.parametrize(
    "text", ["møtedatoer: 12. mai og 3. juni", "møtedatoer: 12.1, 9.2 og 9.3", "tor med hammeren er temaet"]
)
def test_what_belongs_to_a_team_or_a_myth_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.find(text) == []
