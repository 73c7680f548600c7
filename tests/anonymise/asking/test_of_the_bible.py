"""Names of the Bible's tales are asked about where the tale is taught, and stop everywhere else."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, names_nobody

TALES = [
    "Kan man bruke fortellingen om {Kain} og {Abel} i en time om søskenkrangel?",
    "Vi leste om {Adam} og {Eva} i religion.",
    "Konfirmantene lurer på hvorfor brødrene solgte {Josef}.",
]


@pytest.mark.parametrize("marked", TALES)
def test_names_of_a_tale_are_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@pytest.mark.parametrize(
    "text",
    [
        "I kirka hjelper vi Josef og Maria med klær.",
        "Bekymret for Kain i 4b, presten ringte.",
        "Bekymret for Josef i 4b. Vi leste fortellingen om Josef og brødrene i KRLE. Josef blir slått hjemme.",
        "Vi leste om Adam og Eva i religion. Adam gråter når han skal hjem.",
        "Presten har hørt om Daniel og Jakob som blir slått hjemme.",
        "KRLE-læreren har lest om Maria, Ola og Per i loggen.",
    ],
)
def test_children_of_the_same_names_stop(anonymiser: Anonymiser, text: str) -> None:
    assert any(f.cls == "direct" for f in anonymiser.find(text))


def test_one_with_an_accent_is_nobody(anonymiser: Anonymiser) -> None:
    names_nobody(anonymiser, "Éi var så trøtt at ho ikkje ville gå. Det var éin til.")
