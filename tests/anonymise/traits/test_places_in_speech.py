"""Places as dialect points them out, small clubs, ages of a "guttunge", and a time that is no age."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("ungan nedi gammelfjæra plage hverandre", "sted", "gammelfjæra"),
    ("han bor med besta oppi storvollan", "sted", "storvollan"),
    ("han søv i lavvoen når far er på øvre suolo", "sted", "øvre suolo"),
    ("det vart filma på nordbygda ungdomslag", "forening", "nordbygda ungdomslag"),
    ("E det normalt at en guttunge på seks år ikkje kan det?", "alder", "seks år"),
]
LEFT = ["vi leika oppi akebakken", "de er på nedre trinn", "Ingen ville høre. Det tok oss to år."]


@pytest.mark.parametrize(("text", "kind", "expected"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
