"""Rare diagnoses, clubs, events and only-ones; common diagnoses and activities are left alone."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Far er kven og mor er herfra.", "opprinnelse", "kven"),
    ("Har Prader-Willi syndrom.", "diagnose", "Prader-Willi syndrom"),
    ("Ho er syrar og redd.", "opprinnelse", "syrar"),
    ("Mistanke om Ehlers-Danlos.", "diagnose", "Ehlers-Danlos"),
    ("Han spiller i Melhus IL.", "forening", "Melhus IL"),
    ("Han kjører i Grana Motorklubb.", "forening", "Grana Motorklubb"),
    ("Mentoren i Målselv traktorpullingklubb ringte.", "forening", "Målselv traktorpullingklubb"),
    ("Hun er den første ved skolen som bytter kjønn.", "eneste", "den første ved skolen"),
    ("Hun har åtte unger og ingen å snakke med.", "sosken", "åtte unger"),
    ("Hun går i Skatval skolekorps.", "forening", "Skatval skolekorps"),
    ("Etter bussulykken i fjor sover han dårlig.", "hendelse", "bussulykken"),
    ("Saken sto i Adressa.", "hendelse", "sto i Adressa"),
    ("Den eneste familien fra Eritrea har tre barn.", "eneste", "Den eneste familien"),
    ("Hun er eneste jente i klassen.", "eneste", "eneste jente"),
]
LEFT_ALONE = [
    "Kor fort må vi handle, og kven skal snakke med kven?",
    "Barnet har ADHD, Downs syndrom, Asperger og Tourettes.",
    "Det eneste som hjelper er å gå en tur.",
    "Læreren er flink. Hun har seks barn i gruppa si.",
    "Grønn, gul og rød sone: Vi har laget plakat.",
    "Kan dere legge ut Tegn på omsorgssvikt-plakaten på engelsk og polsk?",
    "Starter han på skolen ett år utsatt?",
    "Han spiller fotball og går på svømming.",
    "han ba om tyrkisk pepper, dansk rugbrød og italiensk is",
    "Eleven har epilepsi, astma og diabetes.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
