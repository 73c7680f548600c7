"""National helplines are let through because they stand with a source among the contacts."""

import re
from pathlib import Path

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.words.helplines import read_helplines
from tests.anonymise.tables import finds, leaves

CONTACTS = Path(__file__).parents[3] / "knowledge" / "kommuner" / "felles" / "nasjonalt.yaml"


@pytest.mark.parametrize("written", ["47 80 90 50", "478 09 050", "47809050"])
def test_a_helpline_with_a_source_is_left_alone_however_it_is_written(anonymiser: Anonymiser, written: str) -> None:
    leaves(anonymiser, f"Vi ringte Kompetanseteamet på {written} i går.")


def test_the_neighbour_of_a_helpline_is_a_telephone_number(anonymiser: Anonymiser) -> None:
    finds(anonymiser, "Vi ringte 47 80 90 51 i går.", "telefon", "47 80 90 51")


def test_the_helplines_are_those_of_the_contacts() -> None:
    assert {"47809050", "22400040"} <= read_helplines(CONTACTS)


_EIGHT = re.compile(r"(?<![\d./-])[2-9](?: ?\d){7}(?![\d./-])")


def test_no_number_that_an_answer_gives_stops_a_text(anonymiser: Anonymiser) -> None:
    articles = (CONTACTS.parents[2] / "articles").glob("*.md")
    given = {number for path in articles for number in _EIGHT.findall(path.read_text(encoding="utf-8"))}
    assert {"47 80 90 50", "22 40 00 40", "815 55 201"} <= given
    for number in given:
        leaves(anonymiser, f"Vi ga eleven nummeret {number} i går.")


def test_a_number_without_a_source_or_of_a_municipality_is_not_let_through(tmp_path: Path) -> None:
    contacts = tmp_path / "numre.yaml"
    contacts.write_text(
        "numbers:\n"
        "  uten_kilde: {value: 47 80 90 50, scope: nasjonalt}\n"
        "  kommunens: {value: 47 80 90 51, scope: kommune, sources: [noen]}\n"
        "  kort: {value: 116 111, scope: nasjonalt, sources: [noen]}\n"
        "  nasjonalt: {value: 47 80 90 52, scope: nasjonalt, sources: [noen]}\n",
        encoding="utf-8",
    )
    assert read_helplines(contacts) == {"47809052"}


def test_without_contacts_nothing_is_let_through(tmp_path: Path) -> None:
    assert read_helplines(tmp_path / "mangler.yaml") == frozenset()
