"""What somebody is called: nicknames, and the word after "heter", "etternavn" or "nickname"."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Tussa er det bestemor kaller henne.", "kallenavn", "Tussa"),
    ("Hun kom sammen med Kompis, som hun kaller lillebroren.", "kallenavn", "Kompis"),
    ("Lykke er forresten navnet på søstera.", "kallenavn", "Lykke"),
    ("«Lillegull» er kjælenavnet hans.", "kallenavn", "Lillegull"),
    ("dæm kalle\x27n Professor", "kallenavn", "Professor"),
    ("barnet bytta etternavn fra prøvhaug til testberg", "navn", "prøvhaug"),
    ("The boy\x27s nickname is Rocket and he cannot read the books that we have at school.", "kallenavn", "Rocket"),
    ("gutten kalles storm av alle", "kallenavn", "storm"),
]
LEFT_ALONE = [
    "Problemet er det mor kaller trass.",
    "Metoden kalles Marte Meo, og kurset kalles det samme.",
    "Barnet har byttet etternavn.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
