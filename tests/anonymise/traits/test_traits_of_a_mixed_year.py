"""Traits of the family that two outside writers' sets showed: chains, fires, days, ages and grades in passing."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

TRAITS = [
    ("hun tolker når hun har fri fra Rema 1000", "arbeidsgiver", "Rema 1000"),
    ("mor fikk ikke fri fra salmar", "arbeidsgiver", "salmar"),
    ("mamma er ferdig på Kiwi klokka fire", "arbeidsgiver", "Kiwi"),
    ("hun er ferdig på Quality Hotel kvart over", "arbeidsgiver", "Quality Hotel"),
    ("Praksisplass på Biltema ble avbrutt", "arbeidsgiver", "Biltema"),
    ("læreplass hos Veidekke fra høsten", "arbeidsgiver", "Veidekke"),
    ("Her father is a lorry driver for Bring", "arbeidsgiver", "Bring"),
    ("han er lærling hos Aker Solutions", "arbeidsgiver", "Aker Solutions"),
    ("etter at fabrikken i bygda brant før jul", "hendelse", "fabrikken i bygda brant"),
    ("i veka då prestegarden brann", "hendelse", "prestegarden brann"),
    ("sagbruket brant i fjor", "hendelse", "sagbruket brant"),
    ("låven deres brente i sommer", "hendelse", "låven deres brente"),
    ("da kirka brant ned", "hendelse", "kirka brant"),
    ("husk 3/2 tverrfaglig møte", "dato", "3/2"),
    ("5/4 ansvarsgruppe kl 12", "dato", "5/4"),
    ("Protokoll 04.11: alle møtte", "dato", "04.11"),
    ("Utdrag fra møtebok, utvalget, 21.05: Alle kom", "dato", "21.05"),
    ("lærar på 2. steget", "trinn", "2. steget"),
    ("elev på 4. steg", "trinn", "4. steg"),
    ("trillinger på ti måneder", "alder", "ti måneder"),
    ("babyer på ti måneder", "alder", "ti måneder"),
    ("hu e 74 sa hu", "alder", "74"),
    ("Skole/klasse: Bjørnsund skole", "skole", "Bjørnsund"),
    ("Skole/trinn: Prøvlia skole, 4. trinn", "skole", "Prøvlia"),
    ("Barnehage/avd: Fjellbekk barnehage", "barnehage", "Fjellbekk"),
    ("His father, who is a scaffolder, came", "yrke", "scaffolder"),
]
NOTHING = [
    "vi har fri fra mandag",
    "hun er ferdig på skolen",
    "praksis på sykehjem",
    "lyset brant hele natta",
    "bålet brant",
    "han brant seg på ovnen",
    "brukte 3/4 av tida på møter",
    "1/2 time møte",
    "2/3 møtte opp",
    "vi møttes 14.30: alle kom",
    "steg 2 i tiltakstrappa",
    "på 2. steget i trappa",
    "vi ventet på ti måneder",
    "fra 3 til 4 dager",
    "Elles er språket fint",
    "halve snickersen sin",
    "Zonesplakaten har grønn og raud sone",
]


@each(("text", "kind", "expected"), TRAITS)
def test_a_trait_told_in_passing_is_found(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_trait_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
