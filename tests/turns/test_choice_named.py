"""What is typed into a field with choices: the title of one is never taken for another that looks like it."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ShownField
from dialogs.fields import field_value

LEVELS = ShownField(
    "done",
    "Dette må være gjort først",
    (
        ("level_0", "Handlingsveilederen nivå 0 er gjennomgått"),
        ("level_1", "Handlingsveilederen nivå 1 er gjennomgått"),
    ),
)
AGES = ShownField("age", "Aldersgruppe", (("a", "6–9 år"), ("b", "10–12 år"), ("c", "13–15 år"), ("d", "16–17 år")))


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Handlingsveilederen nivå 1 er gjennomgått", LEVELS, "level_1"),
        ("handlingsveilederen nivå 0 er gjenomgått", LEVELS, "level_0"),
        ("handlingsveilederen nivå 1 er gjenomgått", LEVELS, "level_1"),
        (
            "Handlingsveilederen nivå 0 er gjennomgått, Handlingsveilederen nivå 1 er gjennomgått",
            LEVELS,
            "level_0,level_1",
        ),
        ("13-15 år", AGES, "c"),
        ("16–18 år", AGES, "16–18 år"),
        ("12–15 år", AGES, "12–15 år"),
    ],
)
def test_a_choice_is_the_one_whose_title_was_typed(said: str, field: ShownField, value: str) -> None:
    assert field_value(said, field) == value


BANDS = ShownField("age", "Aldersgruppe", (("0-18-mnd", "0–18 måneder"), ("6-9", "6–9 år"), ("13-15", "13–15 år")))


@pytest.mark.parametrize(
    ("said", "value"),
    [("14 år", "13-15"), ("seksåring", "6-9"), ("17 mnd", "0-18-mnd"), ("1 år", "1 år"), ("13-15 år", "13-15")],
)
def test_an_age_names_its_band_on_every_card_as_in_a_guide(said: str, value: str) -> None:
    """Of a child of one year it is asked: the first band ends at 19 months."""
    assert field_value(said, BANDS) == value


@pytest.mark.parametrize("said", ["nivå 0", "handlingsveilederen nivå 2 er gjennomgått"])
def test_what_several_choices_begin_with_or_another_number_names_none(said: str) -> None:
    assert field_value(said, LEVELS) == said


@pytest.mark.parametrize(("choices", "value"), [(2, "a,b"), (3, "begge")])
def test_both_are_the_two_there_are(choices: int, value: str) -> None:
    offered = (("a", "Krever vedtak"), ("b", "Utvidet møte"), ("c", "Noe annet"))[:choices]
    assert field_value("begge", ShownField("more", "Følger det noe mer?", offered, several=True)) == value
