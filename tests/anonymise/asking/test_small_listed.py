"""Names that are words as well, in small letters: behind "hos", "ring til", "lekte med", a title, "jeg er"."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("broren spiller fiolin hos stein og har det helt fint", "stein"),
    ("han bor hos berg i helgene", "berg"),
    ("tirsdag: ok, lekte med sol og hauk", "sol"),
    ("far er borte. jeg er bjørn, miljøterapeut, og jeg svarte ikke", "bjørn"),
    ("vil ikke til lege. lege mo har sagt at det er sorg", "mo"),
    ("i mappen ligger notater om liv, halvsøsteren, som bor hos mormor", "liv"),
    ("jeg hører fra per. kan noen ringe?", "per"),
    ("hei, berge her, assistent i 3b", "berge"),
]
NOBODY = [
    "to per klasse, og noko anna. med hans hjelp går det",
    "jeg er glad, men sliten",
    "vi bor hos bestemor i helgene",
    "lærer sang og dans i timen",
    "hun lekte med bekk og pinner, og vi ringte til land og by",
    "i dag, mora som ringte er lei seg",
    "de er hos lege og tannlege",
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_it_is_found_or_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_nothing_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    kinds = ("mulig_navn", "navn", "initialer", "kallenavn")
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.type in kinds]
