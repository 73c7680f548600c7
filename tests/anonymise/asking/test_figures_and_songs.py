"""Figures of a book the text names, authors, songs and books of the Bible are asked about; a child called so stops."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, hides_just, names_nobody

ASKED = [
    "Vi leser Ronja Røverdatter høyt, og en av guttene gråter hver gang {Mattis} roper.",
    "Dei har lese ei bok av {Tony Attwood} og er heilt sikre.",
    "Vi prøver {Ross Greene} sin problemløsning nå.",
    "{Lukas-evangeliet}, julekrybbe og nisse i samme uke.",
    "{Matteus-effekten} er kjent, men hva gjør vi?",
    "Korsang hver torsdag. Barna får velge mellom «{Imagine}» og en annen.",
    "Hun sier at pappa {tjukken} kommer i natt.",
]
STOPPED = [
    "Vi leser Ronja Røverdatter. {Mattis} i 4b har begynt å slå.",
    "Vi leser Ronja Røverdatter, og moren til {Mattis} er redd.",
    "{Mattis} roper i gangen hver dag.",
    "Vi har kurs med {Kari Nordmann} på fredag.",
    "De delte en film av {Kari Nordmann} i går.",
    "Hun bor her og kalles {radio randi}.",
    "Eg har berre skreve {m}. i dei.",
    "Barna hans, {Rahel} og {Abel}, går her.",
]
NOBODY = [
    "Ronja Røverdatter-opplegget gikk så det suste.",
    "Elev A slår elev B, elev B tier. B sier det ikke har skjedd, og A sier ingenting.",
    "Skrev navnet hennes feil, og nå finner vi ikke svaret.",
    "Ongen vil itj ha på sæ sokka. E det sansegreier?",
    "Hørru, ka gjær vi no?",
    "Hej, æ har bare æit spørsmål.",
    "Barna synger «Å leva, det er å elska» i kveld.",
    "Blir kalt stygge ting i skolegården.",
    "Når mamma plutselig er borte, gråter hun.",
]


@pytest.mark.parametrize("marked", ASKED)
def test_it_is_only_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@pytest.mark.parametrize("marked", STOPPED)
def test_it_is_stopped(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize("text", ["Elev A er borte.", "Elev K og elev B er borte.", "Vi snakket med A og B om det."])
def test_a_letter_that_may_be_an_initial_is_stopped(anonymiser: Anonymiser, text: str) -> None:
    assert any(found.type == "initialer" for found in anonymiser.find(text))
