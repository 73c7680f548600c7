"""Every municipality of Norway is a place: no name of a person, and found in small letters too."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves


@pytest.mark.parametrize(
    "place",
    ["Stryn", "Modum", "Hemsedal", "Karmøy", "Nordre Follo", "Midtre Gauldal", "Vestvågøy", "Målselv", "Indre Fosen"],
)
def test_a_municipality_is_found_in_any_case(anonymiser: Anonymiser, place: str) -> None:
    finds(anonymiser, f"Familien flyttet hit fra {place} i fjor.", "sted", place)
    finds(anonymiser, f"de bodde i {place.lower()} før", "sted", place.lower())


@pytest.mark.parametrize("text", ["Han leker med hvaler.", "Det er grue for alle.", "Hun er redd for å råde ham."])
def test_a_word_that_looks_like_one_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
