"""A word that may be two words in one is asked about where it owns a relative."""

from bot.anonymise import Anonymiser
from tests.each import each

NAMES = ("Mjølvars mor er syk", "tjorvalds far drikker", "Vårlins bror slo ham", "mjølvars mamma ringte")
NOBODY = [
    "Guttens mor er syk",
    "femteklassings mor ringte",
    "et fosterbarns mor er syk",
    "klassevenns bror henter",
    "barnehagebarns foreldre",
    "fredagens mor var travel",
    "kompis mor henter",
]


@each("text", NAMES)
def test_who_has_a_mother_is_somebody(anonymiser: Anonymiser, text: str) -> None:
    assert any(one.start == 0 for one in anonymiser.find(text))


@each("text", NOBODY)
def test_what_somebody_is_is_no_name(anonymiser: Anonymiser, text: str) -> None:
    assert not any(one.type in ("navn", "mulig_navn") for one in anonymiser.find(text))
