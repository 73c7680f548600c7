"""Given names that are words as well, in small letters, where notes, questions and drivers speak of somebody."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("oppfølging av ask etter ferien", "ask"),
    ("bekymringsmelding på lerke", "lerke"),
    ("vi har prøvd å ta opp stein med rektor", "stein"),
    ("hvordan følger vi opp bjørk", "bjørk"),
    ("hvorfor er perle så stille", "perle"),
    ("får selje mat hjemme", "selje"),
    ("jeg henter bjørn hver dag", "bjørn"),
    ("jeg kjører august til skolen", "august"),
    ("eleven min lerke", "lerke"),
    ("gutten vår dag", "dag"),
    ("både eik og mor", "eik"),
    ("stein og de andre gutta", "stein"),
    ("pil på avdelinga mi biter", "pil"),
    ("oppnavn dragen, alle ler", "dragen"),
    ("han er kjent som dragen i bygda", "dragen"),
    ("alle kjenner han som dragen", "dragen"),
]
NOBODY = [
    "vi plukker stein i skogen og tar med hjem",
    "det er både sol og regn i dag",
    "hvorfor er sol så viktig for barn",
    "plan for mai og juni",
    "melding om storm i natt",
    "vi henter ved hver dag",
    "får jo hjelp av noen",
    "er det dag eller natt",
    "si fra om lenka ikke virker",
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_it_is_found_or_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_nothing_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.type in ("mulig_navn", "navn")]
