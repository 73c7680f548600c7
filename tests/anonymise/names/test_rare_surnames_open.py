"""Rare surnames and first names that look like compounds are hidden first in a sentence as well."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just

NAMES = ["Ostby", "Ostlund", "Togstad", "Toghaug", "Bålstad", "Nødberg", "Marekos", "Takos", "Grimstog"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_like_a_compound_is_hidden(anonymiser: Anonymiser, name: str) -> None:
    hides_just(anonymiser, f"{{{name}}} slår de andre barna.")
    hides_just(anonymiser, f"{{{name}}} sa at far slår.")
