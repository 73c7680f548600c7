"""Rare surnames and first names that look like compounds are hidden first in a sentence as well."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just

NAMES = ["Ostby", "Ostlund", "Togstad", "Toghaug", "Bålstad", "Nødberg", "Marekos", "Takos", "Grimstog", "Skolevold"]
OLD_GIVEN_NAMES = [
    "Sakarias",
    "Syvert",
    "Torsten",
    "Klemet",
    "Reinert",
    "Hjalte",
    "Skule",
    "Dyre",
    "Hemming",
    "Stener",
    "Palmer",
]
THINGS = [
    "Avlastningsfamilien sier opp.",
    "Hjemlandet savner han.",
    "Skoleledelsen sier nei.",
    "Skule og heim samarbeider.",
    "Ville du meldt dette?",
    "Lage mat liker han.",
    "Faste tider hjelper.",
    "Dyre gaver er ikke lov.",
    "Han kaster stener på de andre.",
    "Vi så palmer på ferien.",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_like_a_compound_is_hidden(anonymiser: Anonymiser, name: str) -> None:
    hides_just(anonymiser, f"{{{name}}} slår de andre barna.")
    hides_just(anonymiser, f"{{{name}}} sa at far slår.")


@pytest.mark.parametrize("name", OLD_GIVEN_NAMES)
def test_an_old_given_name_that_looks_like_a_form_of_a_word_is_hidden(anonymiser: Anonymiser, name: str) -> None:
    hides_just(anonymiser, f"{{{name}}} gråter på skolen.")
    hides_just(anonymiser, f"Vi er bekymret for {{{name}}}.")


@pytest.mark.parametrize("text", THINGS)
def test_words_like_these_are_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert not [finding for finding in anonymiser.find(text) if finding.type == "navn"]
