"""National ids and other long numbers, in every way people write them."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Fnr 01011212345 er oppgitt.", "fodselsnummer", "01011212345"),
    ("fnr 010112 12345", "fodselsnummer", "010112 12345"),
    ("Tallet 01.01.12.12345 stod der.", "fodselsnummer", "01.01.12.12345"),
    ("0 1 0 1 1 2 1 2 3 4 5", "fodselsnummer", "0 1 0 1 1 2 1 2 3 4 5"),
    ("Limt inn: ０１０１１２１２３４５", "fodselsnummer", "０１０１１２１２３４５"),
    ("Skjult: 010112\u200b12345 her", "fodselsnummer", "010112\u200b12345"),
    ("Arabiske sifre: ٠١٠١١٢١٢٣٤٥", "fodselsnummer", "٠١٠١١٢١٢٣٤٥"),
    ("O1O112 l2345 med bokstaver for tall", "fodselsnummer", "O1O112 l2345"),
    ("D-nummer 41011212345", "fodselsnummer", "41011212345"),
    ("Personnummer 12345 står i skjemaet.", "fodselsnummer", "12345"),
    ("fem siste er 98765", "fodselsnummer", "98765"),
    ("Personnummeret hans slutter på 98765.", "fodselsnummer", "98765"),
    ("Kontonummer 1234 56 78901", "fodselsnummer", "1234 56 78901"),
    ("DUF-nummer 201212 345612", "fodselsnummer", "201212 345612"),
]
LEFT_ALONE = [
    "Skoleårene 2023 2024 og 2024 2025 var tunge.",
    "Det kostet 1 200 000 kr i året.",
    "Fraværet er 12 345 timer til sammen i kommunen.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
