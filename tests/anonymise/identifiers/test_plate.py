"""Number plates in any case; ordinary two-letter words before a number are no plate."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Bilen er SU 12345.", "bilskilt", "SU 12345"),
    ("kjører su12345 til skolen", "bilskilt", "su12345"),
    ("Skiltet VD-41221 er notert.", "bilskilt", "VD-41221"),
    ("Mopeden har skilt AB 1234.", "bilskilt", "AB 1234"),
]
LEFT_ALONE = [
    "Det kostet ca 12000 og tok to 10000-meter.",
    "Han har gått på 12345 skritt.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
