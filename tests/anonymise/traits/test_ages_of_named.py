"""Ages right behind somebody, behind who is of that age or behind the word itself, and numbers that count."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

AGES = [
    ("Det er Balder Mo Kristensen, 10, på Bakke.", "10"),
    ("tor 8 og liv 6 bor hos mormor nå", "6"),
    ("gjelder t, 11", "11"),
    ("Nora, snart fem, bor hos far.", "fem"),
    ("T, 9, har blåmerker.", "9"),
    ("OJ, 14, ruser seg.", "14"),
    ("Vesle Tor på fem.", "fem"),
    ("han på 4 slår alle i gruppa", "4"),
    ("Vi er bekymret for en på 5 som ikke snakker.", "5"),
    ("En krabat på tre som klatrer på alt.", "tre"),
    ("Tenåring på fjorten, ute hver natt.", "fjorten"),
    ("Eldstemann er ti og den minste bare to.", "to"),
    ("Vi har tre søsken i huset: 4, 6 og 9 år.", "4, 6 og 9 år"),
    ("Navn: ikke oppgitt. Alder: sju. Kjønn: gutt.", "sju"),
    ("I en alder av elleve er hun den som lager middag.", "elleve"),
    ("Hun var bare ni den gangen.", "ni"),
    ("Fra han var tre har han bodd i fem hjem.", "tre"),
    ("Hun er halvannet og går ikke.", "halvannet"),
    ("Ho va tri da faren dro.", "tri"),
    ("Jenta e sjøtten.", "sjøtten"),
    ("Ungdommen (17 1/2) flytter på hybel.", "17 1/2"),
    ("She is seven and hides food under her bed.", "seven"),
]
COUNTS = [
    "Fraværsliste uke 9: Malin 3 dager, Jakub 5, Oliver S. 1, Oliver T. 4.",
    "Saksliste: 1) Adrian, 2) Maja B., 3) Kristoffer, 4) ny sak fra 5. time",
    "Emma møtte Ola 14.30, og Nora, 4. trinn, var med.",
    "en på 5 timer som er alene",
    "Vi fikk Kari 2 ganger på telefon.",
]
INITIALS = [("T, 9, har blåmerker.", "T"), ("OJ, 14, ruser seg.", "OJ")]


@each(("text", "age"), AGES)
def test_an_age_is_found(anonymiser: Anonymiser, text: str, age: str) -> None:
    finds(anonymiser, text, "alder", age)


@pytest.mark.parametrize("text", COUNTS)
def test_what_is_counted_is_no_age(anonymiser: Anonymiser, text: str) -> None:
    assert "alder" not in {found.type for found in anonymiser.find(text)}


@pytest.mark.parametrize(("text", "letters"), INITIALS)
def test_letters_with_an_age_are_somebody(anonymiser: Anonymiser, text: str, letters: str) -> None:
    finds(anonymiser, text, "initialer", letters)


def test_the_age_of_who_only_may_be_somebody_is_shown_too(anonymiser: Anonymiser) -> None:
    found = {finding.type for finding in anonymiser.find("tor 8 og liv 6 bor hos mormor nå")}
    assert {"mulig_navn", "alder"} <= found
