"""What somebody is called by a title and a word, and titles of books and what a child says."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "«{Baba Joe}» skal hente på fredag.",
    "Mannen sa at han er «{Onkel Putte}».",
    "Ho fortel om ein «{Onkel Tusen}» som tek bilete.",
    "Jenta sier «{Onkel Sol}» har tatt på henne.",
    "Hun fikk gaver av «{Onkel Snill}».",
    "Dei går til «{Bestemor Bolle}» kvar dag.",
    "Gutten går hjem til «{Tante Lilla}» etter skolen.",
    "Hun sier at «{Doktor Kos}» er snill med henne.",
    "Han heter visst «{Mister Blå}».",
    'hainn kalle sæ "{onkel putte}" og gir ongan sukkertøy',
    "ho sei at «{onkel bart}» e snill med ho på låven",
    "De kaller ham {onkel krutt} i nabolaget.",
    "ein kar som kallar seg {onkel brus} sender henne pengar",
]
NOBODY = [
    "Barna leser om «Onkel Doktor» i boka.",
    "«Mamma Mø» er temaet på avdelingen.",
    "Han sier «Onkel kommer i morgen» hver dag.",
    "«Bestefar kommer» ropte han.",
    "Han roper «Onkel politi» når bilen kommer.",
    "Han sier bare «mormor vet» når vi spør.",
    "Sangen «Onkel Per» er fin.",
    "Kapittelet «Tante Sol» handler om sorg.",
    "Hun kaller henne tante selv om de ikke er i slekt.",
    "De kaller ham onkel hele tida.",
    "han kaller han bestefar når de er sammen",
    "Teaterstykket «Doktor Proktor» settes opp.",
    "Barna synger «Bestemor syr» og danser.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
