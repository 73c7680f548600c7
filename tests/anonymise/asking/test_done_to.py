"""Names that are words, in small letters, of whom something is done to, says something or is looked for."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("det va ola som begynte seier mons", "mons"),
    ("det var ikke meg sa sol", "sol"),
    ("mor er sint sa liv til meg", "liv"),
    ("ali dytta stein i trappa", "stein"),
    ("emil spytta på hauk", "hauk"),
    ("ine har klipt håret til fryd", "fryd"),
    ("noen må hente storm klokka to", "storm"),
    ("æ måtte hold hauk fast", "hauk"),
    ("er det noen som vet hvor storm er blitt av", "storm"),
    ("jeg så at ask og even dytta liv i trappa", "liv"),
    ("har dere sett rampen i dag? mor sendte han på bussen", "rampen"),
    ("Gruppe 1: Mio, Lo, Ea. Gruppe 2: Alv, Bo.", "Lo"),
]
NOBODY = [
    "vi så storm på havet fra vinduet",
    "han slo seg på en stein i trappa",
    "noen må hente ved til bålet",
    "har noen sett sol i dag, spør rektor",
    "vi trenger mer liv i timen",
    "har noen sett bamsen til klassen",
    "Oppgaver: Stein, saks, papir.",
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_somebody_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_a_thing_in_such_a_place_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
