"""What is left alone (fixed phrases, published numbers) never hides a person, a number or an address."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

PERSONS = [
    ("Læreren snakket med Per i går og Per i dag.", "Per"),
    ("Avtalt møte med Per uke 38.", "Per"),
    ("Vi tror Even ikke sover om natta.", "Even"),
    ("Tante er redd for at Bo hos bestefar drikker.", "Bo"),
    ("Jeg ringte Tom for en time siden.", "Tom"),
    ("Hans og Grete krangler i friminuttet.", "Grete"),
    ("I dag slo Karsten og Petra hverandre.", "Petra"),
    ("Elsa og Anna gråter hver dag.", "Elsa"),
]
PHRASES = [
    "Vi leste eventyret om Hans og Grete.",
    "Klassen så filmen om Elsa og Anna.",
    "Boka om Karsten og Petra er fin.",
    "Vi har per i dag ingen plan.",
    "Per i dag er det ingen ledig plass.",
    "Det er liv og røre i gangen, og noe å bo på.",
    "Rapport per uke og per barn.",
    "Vi er tom for ideer.",
]
NUMBERS = [
    ("Kontakt HR 4123 4567 om saken.", "4123 4567"),
    ("I 4123 4567 kan du nå meg.", "4123 4567"),
    ("Mor LA 9123 4567 igjen på svareren.", "9123 4567"),
    ("Nummeret FOR 9123 4567 virker ikke.", "9123 4567"),
    ("Q-9123 4567", "9123 4567"),
    ("§41234567", "41234567"),
    ("tlf-41234567", "41234567"),
    ("far/41234567", "41234567"),
    ("-41234568 er nytt", "41234568"),
    ("sms/91234567", "91234567"),
    ("41234567/41234568", "41234568"),
]
CODES = [
    "Se HR-2019-2345-A, IS-2015/18 og § 25 andre ledd.",
    "Saken er 2019-2345 i listen.",
]


@pytest.mark.parametrize(("text", "words"), PERSONS)
def test_a_fixed_phrase_never_hides_a_person(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize("text", PHRASES)
def test_a_fixed_phrase_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(("text", "words"), NUMBERS)
def test_no_sign_and_no_code_before_a_phone_number_hides_it(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "telefon", words)


@pytest.mark.parametrize("text", CODES)
def test_published_numbers_hold_no_phone_number(anonymiser: Anonymiser, text: str) -> None:
    assert [f for f in anonymiser.find(text) if f.cls == "direct" and f.type == "telefon"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Timene er 20:15-21:30 i uke 21, 22, 23, 24.",
        "Det ble brukt 5000 + 3000 kroner.",
        "Det var 5000 (2023) og 2400; 2025.",
        "Resultatet er 1234567,89 i snitt.",
    ],
)
def test_clock_times_years_and_sums_are_no_numbers_of_persons(anonymiser: Anonymiser, text: str) -> None:
    assert [f for f in anonymiser.find(text) if f.cls == "direct"] == []
