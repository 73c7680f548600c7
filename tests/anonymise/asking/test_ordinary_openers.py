"""What two sentences are both about is no person for that: "Fraværet har økt. Fraværet er tatt opp"."""

import pytest

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from bot.anonymise.words.word_lists import words
from tests.each import each

_NOUNS = words(
    "Fraværet Uroen Gråten Matpakken Søvnen Humøret Blåmerket Samarbeidet Kontakten Oppmøtet Klærne Lukta Trivselen "
    "Konflikten Mobbinga Sinnet Angsten Hygienen Rusen Tausheten Språket Leken Skrivingen Motivasjonen Tennene Huden "
    "Mobbing Skolevegring Kartleggingen Hjemmet Reglene Boka"
)


def asked(anonymiser: Anonymiser, text: str) -> list[str]:
    return [text[one.start : one.end] for one in anonymiser.find(text) if one.type in ("navn", POSSIBLE_NAME)]


@each("noun", sorted(_NOUNS))
@each(
    ("first", "second"),
    [
        ("har økt i høst", "er tatt opp med hjemmet to ganger"),
        ("ble verre etter ferien", "varer hele dagen"),
        ("begynte i september", "kommer etter helga"),
    ],
)
def test_a_noun_that_opens_two_sentences_is_not_asked_about(
    anonymiser: Anonymiser, noun: str, first: str, second: str
) -> None:
    assert asked(anonymiser, f"{noun} {first}.\n\n{noun} {second}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gi beskjed når dere har sett på dette. Gi oss et møte snart.",
        "Henvist til PPT i mai. Henvist til BUP i høst.",
        "Møte med hjemmet er holdt. Møte med PPT er avtalt.",
    ],
)
def test_so_is_no_other_word_that_opens_two(anonymiser: Anonymiser, text: str) -> None:
    assert asked(anonymiser, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bamse er blitt en vits på hele skolen. Bamse er sliten.",
        "Bamsen har slått to andre. Bamsen gråter mye.",
        "Tindra kan ta buss. Tindra er sliten.",
        "«Ludde e itj så snill som du trur.» «Ludde e 5.»",
    ],
)
def test_a_bare_noun_that_is_or_does_something_twice_still_is(anonymiser: Anonymiser, text: str) -> None:
    assert len(asked(anonymiser, text)) == 2
