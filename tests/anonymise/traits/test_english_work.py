"""An English text: the jobs and employers of the family are found, those of the staff around the child are not."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = (
    ("Her father is a bus driver and is never at home.", "yrke", "bus driver"),
    ("Dad works as a welder and leaves before six.", "yrke", "welder"),
    ("Her mother is a nurse and works nights.", "yrke", "nurse"),
    ("They said that his dad, the baker, is not allowed to pick him up.", "yrke", "baker"),
    ("His father (crane operator) found him in the barn.", "yrke", "crane operator"),
    ("They called his mum a toilet cleaner when we were outside.", "yrke", "toilet cleaner"),
    ("His aunt is the school cook there, so everybody knows.", "yrke", "school cook"),
    ("The mother works at the salmon factory and starts at five.", "arbeidsgiver", "the salmon factory"),
    ("His mother was a teacher in Poland and now cleans at Prøvehotellet Nord.", "arbeidsgiver", "Prøvehotellet Nord"),
    ("The father, a well-known football coach, was informed.", "yrke", "football coach"),
    ("Her stepmother runs the bakery in the village.", "arbeidsgiver", "bakery in the village"),
)
LEFT = (
    "The teacher is worried and the nurse has talked to the mother.",
    "Dad is away a lot and mum is a bit tired.",
    "She wants to be a vet when she is big.",
    "The interpreter was late, so the doctor had to wait with the parents.",
    "How do we work at home with this, and who works in the office on Mondays?",
)


@pytest.mark.parametrize(("text", "kind", "expected"), FOUND)
def test_the_work_of_the_family_is_found_in_english(
    anonymiser: Anonymiser, text: str, kind: str, expected: str
) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize("text", LEFT)
def test_staff_and_wishes_in_english_are_left(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
