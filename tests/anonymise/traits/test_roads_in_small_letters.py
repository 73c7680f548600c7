"""Roads and farms in small letters and without a number, and the everyday words that end as they do."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("de har hus i bjørkesvingen", "bjørkesvingen"),
    ("politiet var i solbakkveien i natt", "solbakkveien"),
    ("naboene i storgata har sagt fra", "storgata"),
    ("leiligheten deres i fagertunet er kald", "fagertunet"),
    ("familien på nordgarden har det vanskelig", "nordgarden"),
    ("de har sauer på øvergården", "øvergården"),
    ("vi var hjemme hos dem på vestre hembre", "vestre hembre"),
]
EVERYDAY = [
    "de sitter i lesekroken og i kosekroken",
    "ballen ligger i bakgården",
    "det står i serviceerklæringen",
    "vi snakket med foreldrene på skoleveien",
    "han var på bondegården med klassen",
    "det ble bråk i skolegården",
    "de er med i omsorgsringen",
]


@pytest.mark.parametrize(("text", "place"), FOUND)
def test_a_road_is_found(anonymiser: Anonymiser, text: str, place: str) -> None:
    finds(anonymiser, text, "sted", place)


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_words_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
