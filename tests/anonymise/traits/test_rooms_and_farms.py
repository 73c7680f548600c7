"""Names of departments, farms and known events, where no word says what they are."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

ROOMS = [
    ("De går på hver sin avdeling, Rev og Gaupe.", "Gaupe"),
    ("Pjokken hi fått ny avdeling no, Tusseladdan, å e fra sæ.", "Tusseladdan"),
    ("Vi har ei jente 4 år på maurtua her.", "maurtua"),
    ("dag er her hver dag. begge i revehiet nå", "revehiet"),
    ("Gjelder barna: Emil Humla.", "Humla"),
    ("Kan dere svare?\nWenche, Blåbærtua, Fosslia barnehage", "Blåbærtua"),
    ("Jostein her, frå Fjøra.", "Fjøra"),
]
KINDERGARTENS = [
    ("Overgang Skjermvegen → Flora skole.", "Skjermvegen"),
    ("hei, ronja her fra tua bhg", "tua bhg"),
]
PLACES = [
    ("Han er ofte hos farmor på Øvre Leirfall.", "Øvre Leirfall"),
    ("De holder til på Haugland ytre.", "Haugland ytre"),
    ("Far hold på med gard'n, Øver-Moan, og trives.", "Øver-Moan"),
    ("Jenta er hos besteforeldrene på gården Nordgjerdet.", "Nordgjerdet"),
    ("De kommer fra Nedre Svartvik.", "Nedre Svartvik"),
    ("Ho er frå Tveiten nigard.", "Tveiten nigard"),
]
EVENTS = [
    ("Faren omkom i båtulykka ved Stad i haust.", "båtulykka ved Stad i haust"),
    ("Han var med på knivstikkinga på torget i mai.", "knivstikkinga på torget i mai"),
    ("Far omkom i sprengningsulykken på veianlegget.", "sprengningsulykken på veianlegget"),
]
SIBLINGS = ["Hun har omsorg for alle fem søsknene.", "Dæm e fem søskjen."]
LEFT_ALONE = [
    "Barna fant ei maurtue og pirket i maurtua.",
    "Vi så på maurtua i skogen.",
    "Bilen sto utenfor bhg i to timer.",
    "Ventelista er på fem måneder.",
    "Vi møtte ledelsen i Nord-Trøndelag.",
    "Mappa er flyttet: Barnehagen → skolen.",
    "De er halvsøsken.",
    "Vi har lært om brann og ulykker.",
]


@pytest.mark.parametrize(("text", "words"), ROOMS)
def test_a_department_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "avdeling", words)


@pytest.mark.parametrize(("text", "words"), KINDERGARTENS)
def test_a_kindergarten_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "barnehage", words)


@pytest.mark.parametrize(("text", "words"), PLACES)
def test_a_farm_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "sted", words)


@pytest.mark.parametrize(("text", "words"), EVENTS)
def test_a_known_event_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "hendelse", words)


@pytest.mark.parametrize("text", SIBLINGS)
def test_siblings_in_any_spelling_are_found(anonymiser: Anonymiser, text: str) -> None:
    assert any(f.type == "sosken" for f in anonymiser.find(text))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_the_title_above_a_firm_is_a_job(anonymiser: Anonymiser) -> None:
    finds(anonymiser, "Vi snakkes.\nSalgssjef, Fjellbil AS", "yrke", "Salgssjef")


def test_the_job_of_named_kin_is_found_even_if_the_staff_have_it_too(anonymiser: Anonymiser) -> None:
    finds(anonymiser, "Eivor (mormor) ringte. Eivor er tidligere jordmor.", "yrke", "jordmor")
