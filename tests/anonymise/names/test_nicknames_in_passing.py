"""Nicknames that nobody explains: in quotation marks, shouted, introduced; and what is nobody."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody


@pytest.mark.parametrize(
    "marked",
    [
        "Han går under {Piraten} i klassen.",
        "«{Snuppa}» blant vennene er hun.",
        "Han er «{Kongen}» i gjengen.",
        "Far kaller sønnen sin {Sjefen}.",
        "På treninga heter han bare {Turbo}.",
        "Alle vet hvem {Turbo} er.",
        "Gutten («{Turbo}») slo igjen.",
        "«{Turbo}» (gutten i gruppa) slo igjen.",
        "Gutten, alias {Turbo}, slo igjen.",
        "Han har fått tilnavnet {Stanken}.",
        "De roper {stanken} etter ham.",
        "Noen skriker {Grisen} etter henne.",
        "Faren, «{Kapteinen}», hentet.",
        "På avdelinga kaller vi ham {Propellen}.",
        "{Spøkelset} som han kaller seg, vil ikke inn.",
        "Han presenterer seg som {Bobcat}.",
        "{Emilie} «{Milla}» {Prøvestad} er ny.",
    ],
)
def test_what_somebody_is_called_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize(
    "text",
    [
        "Han er kjent som en rolig gutt.",
        "Han går under radaren.",
        "Alle vet hvem som slår.",
        "Hun vil hete noe annet.",
        "Han presenterer seg som den eldste.",
        "De roper Stopp etter ham.",
        "Vi bruker navnet på skolen.",
        "Faren er kjent som streng.",
        "Gutten (rolig) satt inne.",
        "Hjemme heter det seg at alt er bra.",
    ],
)
def test_what_only_sounds_so_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
