"""Plants that are sown, pairs that are shown, authors who disagree and things with a name are asked about."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, hides_just

ASKED = [
    "I skolehagen har vi sådd {iris}, {linnea} og {jasmin}, og nå graver en gjeng alt opp.",
    "I bedet står {iris} og {jasmin}.",
    "Vi vanner {jasmin} og {iris} hver dag.",
    "Har vi lov til å vise {Karsten} og {Petra} på julefesten, eller må NRK gi tillatelse?",
    "Har dere {Karsten} og {Petra} på dvd?",
    "Serien om {Amalie} og {Tobias} går på NRK.",
    "Vi prøver metoden, men synes {Kvello} og {Killén} sier forskjellige ting.",
    "{Sunniva} er navnet på den nye appen vi bruker.",
    "{Bodil-boller} i kantina i dag.",
    "{Jonas-opplegget} fungerer ikke lenger.",
    "kem tar {jonas-opplegget} i morra",
]
HIDDEN = [
    "{iris}, {linnea} og {jasmin} graver i bedet hver dag",
    "Jeg er bekymret for {iris} og {jasmin} som er alene i hagen.",
    "mor til {linnea} og {iris} ringte om hagen",
    "{karsten} og {petra} er ikke hentet",
    "{Sunniva} er navnet på jenta vi er redde for.",
]


@pytest.mark.parametrize("marked", ASKED)
def test_it_is_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)
