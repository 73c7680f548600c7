"""Named schools, kindergartens and departments; just any school is left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Ved Fjellglimt skole er det uro.", "skole", "Fjellglimt skole"),
    ("han går på fosslia skole", "skole", "fosslia skole"),
    ("I Solsikken barnehage", "barnehage", "Solsikken barnehage"),
    ("jobber i solsikken barnehage", "barnehage", "solsikken barnehage"),
    ("På avdeling Maurtua", "avdeling", "avdeling Maurtua"),
    ("Hun går på Ole Vig videregående skole.", "skole", "Ole Vig videregående skole"),
]
LEFT_ALONE = [
    "Barnet går på en vanlig skole.",
    "Denne barnehagen er liten, og skolen er stor.",
    "Hver skole og hver barnehage må ha rutiner.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
