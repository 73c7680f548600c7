"""Names that are words, letters and pet names in small letters, where hardly anything but somebody stands."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("ongan veit det itj enno ifølg hu mormor anna", "anna"),
    ("han er kald. lærervikaren jo så store merker på ryggen", "jo"),
    ("ble det liv eller noah som fikk siste plassen", "liv"),
    ("saken fra i fjor, fjeld eller fjeldstad?", "fjeld"),
    ("ny vikar her, hvem er tassen?", "tassen"),
    ("alle roper på tassen og ingen kommer", "tassen"),
    ("dæm sei stubben te hainn, å det har dæm gjort lenge", "stubben"),
    ("fra a-k i resepsjonen: jakka ligger igjen", "a-k"),
    ("vaktlista: hb tidlig mm sein øk fri", "mm"),
    ("gruppe 1: k, m, t\ngruppe 2: s, p", "p"),
]
NOBODY = [
    "læreren vår har sagt det, og læreren hans sa det samme",
    "mormor er glad, og tante kommer på fredag",
    "vi skal heim på fredag, og vi ska ha det fint",
    "gym i 9c er avlyst",
    "fri eller arbeid, det er spørsmålet",
    "vi trenger en tidlig vakt og en sein vakt",
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_it_is_found_or_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_nothing_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    kinds = ("mulig_navn", "navn", "initialer", "kallenavn")
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.type in kinds]
