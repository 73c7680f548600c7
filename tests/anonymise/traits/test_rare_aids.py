"""A rare illness and an aid that everybody sees point at a child; a common diagnosis is not shown."""

import pytest

from bot.anonymise import Anonymiser

SHOWN = (
    ("Hun sitter i rullestol og er mye alene.", "rullestol"),
    ("Hun har høreapparat på begge ører.", "høreapparat"),
    ("Han får sondemat klokka elleve.", "sondemat"),
    ("Hun har Crohns sykdom.", "Crohns sykdom"),
    ("Gutten har cerebral parese og går med krykker.", "cerebral parese"),
    ("Han ble født med leppe-ganespalte.", "leppe-ganespalte"),
    ("Gutten har FAS.", "FAS"),
    ("Ho er eineborn.", "eineborn"),
)
NOT_SHOWN = (
    "Gutten har ADHD, dysleksi og astma.",
    "Vi snakket om autisme og Downs syndrom på kurset.",
    "Vi må fas inn i den nye planen.",
    "Rullestolrampa må måkes.",
    "Hepatitt B-vaksinen tas på skolen.",
)


@pytest.mark.parametrize(("text", "words"), SHOWN)
def test_it_is_shown(anonymiser: Anonymiser, text: str, words: str) -> None:
    found = {text[finding.start : finding.end] for finding in anonymiser.find(text)}
    assert words in found


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)


def test_an_aid_is_written_as_an_aid(anonymiser: Anonymiser) -> None:
    (finding,) = anonymiser.find("Hun sitter i rullestol og er mye alene.")
    assert (finding.type, finding.replacement) == ("diagnose", "[et hjelpemiddel]")
