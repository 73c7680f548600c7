"""Names of the Bible's tales are asked about where the tale is taught, and stop everywhere else."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, names_nobody

TALES = [
    "Kan man bruke fortellingen om {Kain} og {Abel} i en time om søskenkrangel?",
    "Konfirmantene lurer på hvorfor brødrene solgte {Josef}.",
]


@pytest.mark.parametrize("marked", TALES)
def test_names_of_a_tale_are_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@pytest.mark.parametrize(
    "text", ["I kirka hjelper vi Josef og Maria med klær.", "Bekymret for Kain i 4b, presten ringte."]
)
def test_children_of_the_same_names_stop(anonymiser: Anonymiser, text: str) -> None:
    assert any(f.cls == "direct" for f in anonymiser.find(text))


def test_one_with_an_accent_is_nobody(anonymiser: Anonymiser) -> None:
    names_nobody(anonymiser, "Éi var så trøtt at ho ikkje ville gå. Det var éin til.")
