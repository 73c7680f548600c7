"""A name or a number is found through the codes and the tags of a web page or a mail."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

CODED = [
    ("K&aring;re gråter.", "navn", "K&aring;re"),
    ("Vi snakket med &Aring;se i går.", "navn", "&Aring;se"),
    ("Vi snakket med Kari&nbsp;Nordmann i går.", "navn", "Kari&nbsp;Nordmann"),
    ("H&#229;kon gråter.", "navn", "H&#229;kon"),
    ("Ring 412&nbsp;34&nbsp;567 i dag.", "telefon", "412&nbsp;34&nbsp;567"),
    ('Ka<span style="x">ri</span> gråter.', "navn", 'Ka<span style="x">ri'),
    ('Em<b class="y">ma</b> gråter.', "navn", 'Em<b class="y">ma'),
]


@pytest.mark.parametrize(("text", "kind", "words"), CODED)
def test_codes_and_tags_hide_nothing(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", ["R&oslash;de Kors &amp; venner.", "A & B; og & igjen", "&nbsp;", "&&&aring;;;"])
def test_codes_alone_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
