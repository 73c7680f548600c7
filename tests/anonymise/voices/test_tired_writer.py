"""What a tired writer types: a number said in pairs, a role and letters below the text, and what is written instead."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Ring meg på nittien tjueto ti førti", "telefon", "nittien tjueto ti førti"),
    ("ring på nitti elleve tjueto tretti", "telefon", "nitti elleve tjueto tretti"),
    ("Mor kan nås på førti elleve nitti tolv.", "telefon", "førti elleve nitti tolv"),
    ("Han er redd. Hva gjør vi?\nKontaktlærer KM", "initialer", "KM"),
    ("Hva gjør vi nå? Assistent RT", "initialer", "RT"),
    ("Kan noen svare? Rektor LH.", "initialer", "LH"),
    ("T H har ikke kommet", "initialer", "T"),
    ("I dag slo han. M L har ikke spist.", "initialer", "M"),
]
LEFT_ALONE = [
    "Han teller ti, elleve, tolv og tretten.",
    "Han ringer ti, elleve, tolv, tretten ganger.",
    "Hva sier regelen? Lærer NN",
    "Vi er to. Lærer HR",
]
REWRITTEN = [
    ("Hun flyttet hit fra Mariupol", "fra [stedet]"),
    ("Familien kom fra Mariupol i fjor", "fra [stedet]"),
    ("Han er født i Mariupol", "i [stedet]"),
    ("De reiste til Mariupol", "til [stedet]"),
    ("Tegningen kom fra Ida", "fra [en person]"),
    ("gutten har eneste rullestol på skolen", "gutten har [noe få har]"),
    ("Hun hadde den eneste førerhunden i bygda.", "hadde [noe få har]"),
    ("Tjorvs mor ringte", "[Barnets] mor"),
    ("Emmas mor ringte", "[Barnets] mor"),
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_what_a_tired_writer_types_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_counting_and_offices_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(("text", "words"), REWRITTEN)
def test_what_is_written_instead_fits_the_place(anonymiser: Anonymiser, text: str, words: str) -> None:
    assert words in anonymiser.rewrite(text, anonymiser.find(text))


@pytest.mark.parametrize("text", ["jeg snakket med lærer Aas om dette", "Rektor Aas har ringt."])
def test_a_surname_that_ends_in_s_owns_nothing(anonymiser: Anonymiser, text: str) -> None:
    assert "barnets" not in anonymiser.rewrite(text, anonymiser.find(text)).lower()
