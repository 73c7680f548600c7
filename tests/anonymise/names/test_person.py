"""Names of persons, in every way staff write them."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = [
    ("Emma slår.", "navn", "Emma"),
    ("emma slår", "navn", "emma"),
    ("Emmas mor ringte.", "navn", "Emmas"),
    ("Lars\x27 mor ringte.", "navn", "Lars\x27"),
    ("Jonas-saken må opp.", "navn", "Jonas"),
    ("Vi møtte Anne-Lise Hansen.", "navn", "Anne-Lise Hansen"),
    ("Emma H. og Emma L. krangler.", "navn", "Emma H."),
    ("Ali Hassan Mohamud er stille.", "navn", "Ali Hassan Mohamud"),
    ("Van Thi Nguyen er stille.", "navn", "Van Thi Nguyen"),
    ("Vi er bekymret for Dag.", "navn", "Dag"),
    ("Liv er sliten.", "navn", "Liv"),
    ("mor liv ringte", "navn", "liv"),
    ("ho Emma gret", "navn", "Emma"),
    ("n jonas slo", "navn", "jonas"),
    ("Kontaktlærer Berg sier det.", "navn", "Berg"),
    ("Haugen, Ole møtte ikke.", "navn", "Haugen, Ole"),
    ("Xhesika har det vondt.", "navn", "Xhesika"),
    ("snakket med zandrivel i dag", "navn", "zandrivel"),
    ("E\u200bmma gjemmer seg.", "navn", "E\u200bmma"),
    ("Еmmа med kyrilliske bokstaver slår.", "navn", "Еmmа"),
    ("EMMA SLO JONAS OG MOR BLE RINGT", "navn", "JONAS"),
    ("Sebastian er sint. sebatsian slår.", "navn", "sebatsian"),
    ("Mai sitter alene.", "navn", "Mai"),
    ("Hilsen Kari Nordmann", "navn", "Kari Nordmann"),
]
LEFT_ALONE = [
    "Liv og røre på skolen, dag og natt.",
    "Per dags dato er vår vurdering den samme.",
    "Marte Meo, Zippys venner og Mitt valg er prøvd.",
    "I mai og august er det ferie.",
    "Medikinet, Ritalin og Concerta er prøvd.",
    "Ungen e så sliten at\x27n søvne i timan.",
    "Eleven lyver, stjeler og slår.",
    "Handlingsveilederen, Stafettloggen og Kompetanseteamet hjelper.",
    "Skolen bruker Teams, Visma og Kahoot.",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("EMMA STRAND ER REDD FOR PAPPA OG MAMMA", "EMMA STRAND"),
        ("ELEV JONAS BERG SLÅR ANDRE ELEVER", "JONAS BERG"),
        ("VI ER BEKYMRET FOR NORA BAKKE PÅ SKOLEN", "NORA BAKKE"),
        ("I DAG KOM EMIL VIK, OG HAN GRÅT MYE", "EMIL VIK"),
    ],
)
def test_a_surname_that_is_a_word_belongs_to_the_name_in_capitals_too(
    anonymiser: Anonymiser, text: str, words: str
) -> None:
    finds(anonymiser, text, "navn", words)
