"""Departments, kindergartens, clubs, nicknames and initials as a quick hand writes them; pictures, games and shares are
nobody and nothing.
"""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds

FOUND = [
    ("kan noen ta en tur innom marihøna i dag", "avdeling", "marihøna"),
    ("gutten på gaupe har slått to ganger", "avdeling", "gaupe"),
    ("han rømte fra skogstua i går", "avdeling", "skogstua"),
    ("jenta i tyttebæret har tre ord", "avdeling", "tyttebæret"),
    ("barnet går i avdeling tusenbein", "avdeling", "tusenbein"),
    ("vi er i myra barnehage", "barnehage", "myra barnehage"),
    ("han spiller på prøvebyen il og liker det", "forening", "prøvebyen il"),
    ("det skjedde 12/3 på vei hjem", "dato", "12/3"),
    ("alle kaller ham zarvan og han liker det ikke", "kallenavn", "zarvan"),
    ("jeg kaller han bobben i resten av brevet", "kallenavn", "bobben"),
    ("Alle i gruppa sier Kaptein Krok til ham, og han hater det.", "kallenavn", "Kaptein Krok"),
    ("Alle er snille, unntatt Kaptein Krok, som heter Storm.", "kallenavn", "Kaptein Krok"),
    ("De kaller ham Mikke Mus.", "kallenavn", "Mikke Mus"),
    ("mvh b. nilsen", "navn", "b. nilsen"),
    ("ola n har lånt telefonen til ola k", "navn", "ola n"),
    ("Bekymring: EMK, gutt", "initialer", "EMK"),
    ("Kopi: Hanne W., Jørn-Erik, AKL", "initialer", "AKL"),
]
LEFT_ALONE = [
    "Vi hoppet på maurtua og lo.",
    "Vi leste om gutten i barskogen.",
    "De ser på Kaptein Krok på film.",
    "de kaller ham stygge ting",
    "Den som finner en grå hettegenser med hauk på ryggen, kan henge den opp.",
    "Vi spiller Uno i pausen, og Ludo, Uno og kort er fine spill.",
    "Finn fem feil-oppgavene mestrer han best. Kims lek går også fint.",
    "Han klarte 3/5 av oppgavene.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not [text[f.start : f.end] for f in anonymiser.find(text)]
