"""Initials, nicknames and spelled-out names; known abbreviations are left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("A-S.H. slo en annen.", "initialer", "A-S.H."),
    ("J.H. slo en annen.", "initialer", "J.H."),
    ("Eleven MK slår.", "initialer", "MK"),
    ("Elev K vil ikke inn.", "initialer", "K"),
    ("Gutten (S.) er stille.", "initialer", "S."),
    ("De kaller ham «Tjukken».", "kallenavn", "Tjukken"),
    ("Hun kalles Lillegull hjemme.", "kallenavn", "Lillegull"),
    ("Gjelder HJK, som er gravid.", "initialer", "HJK"),
    ("Barn: E-L. Hun er stille.", "initialer", "E-L"),
    ("Hun har lest det. Hva gjør vi nå? KJ", "initialer", "KJ"),
    ("Hun har lest det nå.\nKJ", "initialer", "KJ"),
    ("Hilsen K. Prøve, lærer", "navn", "K. Prøve"),
    ("Kallenavnet hans er tassen.", "kallenavn", "tassen"),
    ("Skrevet E m m a for å lure oss.", "navn", "E m m a"),
]
LEFT_ALONE = [
    "Plan B. Barnet sier lite.",
    "PPT, BUP og NAV var på møte om IOP.",
    "Bl.a. har vi brukt f.eks. dagsplan osv.",
    "TV og PC hele natta. OK for mor.",
    "Kan dere hjelpe oss? OK",
    "Hun er hjemme hele dagen. TV",
    "Vi lurer på om DCM egner seg for de minste.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
