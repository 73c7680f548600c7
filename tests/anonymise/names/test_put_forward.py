"""Names that are put forward or explained, and surnames with their children, in quick writing."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import names_nobody

FOUND = [
    ("Vi har ei jente her, rose altså, som gråter hver dag", "rose"),
    ("den gutten i 5b (storm altså) slo igjen", "storm"),
    ("det er bjørk det gjelder", "bjørk"),
    ("nei, det er tor det handler om", "tor"),
    ("i dag var det sol som gråt", "sol"),
    ("i går var det bjørn som slo", "bjørn"),
    ("det var enten even eller tor som slo", "tor"),
    ("det var enten dag eller per som beit", "per"),
    ("obs på liv i dag", "liv"),
    ("hils på bo fra meg", "bo"),
    ("hvem er primær for liv?", "liv"),
    ("hvem tar timen? jeg eller dag?", "dag"),
    ("han har slått hauk i magen", "hauk"),
    ("Bergs unger er ofte trøtte", "Bergs"),
    ("berg-ungene er ofte trøtte", "berg-ungene"),
    ("haugen-guttene krangler", "haugen-guttene"),
    ("nå må noen ta tak i even-greia", "even-greia"),
    ("Sandermor ringte i dag", "Sandermor"),
    ("noramor sier nei", "noramor"),
]
NOBODY = [
    "det er liv og død det gjelder",
    "var det sol som varmet i dag?",
    "obs på is og storm på veien",
    "Skolens unger er trøtte. Nabolagets gutter er her.",
    "skole-saken og by-barna",
    "godmor og storebror sier nei",
    "bror til han som sluttet, og bror hass",
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_a_name_put_forward_or_explained_is_found(anonymiser: Anonymiser, text: str, name: str) -> None:
    start = text.index(name)
    assert any(f.start <= start and f.end >= start + len(name) for f in anonymiser.find(text))


@pytest.mark.parametrize("text", NOBODY)
def test_things_put_forward_are_nobody(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
