"""Nicknames that nobody explains: in quotation marks, shouted, introduced; and what is nobody."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each


@each(
    "marked",
    [
        "Han går under {Piraten} i klassen.",
        "{Spyttkobra'n}, ja, dæm kaille'n det.",
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
        "{Kaptein} e han {Ola Prøve} altså, vi kaill han det.",
        "Han er {Sprutefisken}. Økenavnet har fulgt ham siden i fjor.",
        "{Bassen}, {Tulla} og {Spretten}, kaller hun søsknene sine.",
        "Han har «{Kongen}» skrevet på sekken, og alle kaller ham det.",
        "Hver dag får han {Prøve-Pus} ropt etter seg.",
        "Hun er «{Rosinen}» for faren sin.",
        "Navnet hans i klassen er {Ostepop}.",
        "«{Rosinen}» – klassen fant på navnet, og han liker det ikke.",
        "Hun signerer med {Stjerna} på tegningene.",
        "Gutten sier at han heter {Batman} nå.",
        "Lapp fra jenta: «Ikke si det til noen. {L.}»",
        "snakket med {hussein al-prøvi} i går",
    ],
)
def test_what_somebody_is_called_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize(
    "text",
    [
        "Han er kjent som en rolig gutt.",
        "Han går under radaren.",
        "Kaptein er han ikke lenger på laget.",
        "Boller, pølser og brus, kaller han det.",
        "Barna har «Min dag» hengende ved døra.",
        "Hun signerer med BankID.",
        "«Vi har to planer. Plan B.»",
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
