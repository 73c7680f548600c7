"""What forms, mails and minutes of staff showed: pet forms, letters, places, work and ages are found; towns, titles,
tools, gods and seasons are no names.
"""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, hides_just, names_nobody
from tests.each import each

HIDDEN = [
    "{Julianne} fikk diagnosen autisme. Hun vil bare være {Julle} igjen.",
    "{Mathias} er lei. Hjemme er han {Mattis}, sier mor.",
    "{Kristoffer} gråt. Gutta roper etter {Krissen} i gangen.",
    "{Guttongen}, som vi kalle'n, ha bit tre stykka i dag.",
    "{Knerten}, som vi kallern, er lei.",
    "Hei {Trude},\nhan har sett gutten alene klokka ti.\n{T}.",
    "Hallo!\nKan du ta den?\n{K}",
    "{m} har fortalt meg noe stygt om farfar",
    "jeg trenger råd. {t} har sagt at far slår",
    "{Kari} {Trysil} ringte i dag.",
    "{Ola} {Hardanger} slo.",
    "Hun bor i {Emilie} sitt hus.",
    "Vi leste «{Rune} slår meg» i boka hennes.",
    "Har du lest {Emma} om kvelden?",
    "I dag leste {Jonas} om dinosaurer.",
    "Vi har om vikinger i dag. {Odin} slo {Balder} i garderoben.",
    "{Mai} er en rar jente.",
    "{Storm} på fem slår de andre.",
    "{Bjørn} på ti er borte.",
    "{Mai} på åtte er redd.",
    "{Sol} på 4 har merker på halsen.",
    "{August} på seks og søsteren er redde.",
    "Hva gjør jeg når {storm} ikke spiser?",
    "om {dag} ikke spiser lunsj, sier vi fra",
    "{liv}, 8 år, gråter",
    "Bekymring for {storm} i 2. klasse",
    "Hun slo i {Bilal} så han falt.",
]
NO_NAMES = [
    "Han er hos bestemor i Mogadishu nå.",
    "I Garowe bor faren hennes.",
    "Jenta ble sendt til Kampala i sommer.",
    "Faren kommer fra Kharkiv.",
    "Bror i 7a følger med på henne i friminuttene.",
    "Emne: VS: Bekymring 5-åring",
    "Jeg sitter i luka på kontoret og ser hvem som kommer innom.",
    "Vi leste «Farvel, Rune» i samlingsstund.",
    "Har du lest Sommerschild om mestring?",
    "Nordahl sin artikkel om læringsmiljø er bra.",
    "Vi har om vikingene og Odin, Frøya og Balder.",
    "Har noen testet Vexilo eller Skolestudio?",
    "Er det noen som har prøvd Vexilo på mellomtrinnet?",
    "Hvordan logger jeg inn i Vexilo?",
    "Skal dette registreres i Vexilo?",
    "Modulen i Vexilo er borte.",
    "Vår er en tung tid for mange elever med allergi.",
    "April er selvmordsforebygging, mai er søvn.",
    "Vi bygger togbane, tar på ytterdress og har det bittesmå minutter.",
    "Elevene røyker Vuse, og noen tar Paralgin.",
    "Storm på sju meter i sekundet stopper turen.",
    "Stein på fem kilo er for tung.",
    "Bjørn på ti hundre kilo er sett.",
    "når sol ikke skinner, er vi inne",
    "hva gjør vi når storm ikke kommer",
    "mai, 12 timer, er mye",
    "bekymring for liv og helse i 3. etasje",
    "I've got a pupil who is sad. I'll call, and they’re home.",
]
TRAITS = [
    ("Vi flyttet fra Vestfold i fjor.", "sted", "Vestfold"),
    ("De flyttet til Innlandet i fjor.", "sted", "Innlandet"),
    ("Familien bor i Valdres.", "sted", "Valdres"),
    ("Han er hos bestemor i Mogadishu nå.", "sted", "Mogadishu"),
    ("han henger ved bruhagen senter om kvelden", "sted", "bruhagen senter"),
    ("Han venter hos Pizzabakeren, der far jobber.", "arbeidsgiver", "Pizzabakeren"),
    ("Mor (Linn Nymoen, politi) ringer.", "yrke", "politi"),
    ("foreldra er artister og er aldri der", "yrke", "artister"),
    ("mora ligg mykji, å farn e fesker", "yrke", "fesker"),
    ("Hvor er han? 15 år, far er lensmann.", "alder", "15 år"),
    ("alle vet det på hele sjette", "trinn", "sjette"),
    ("Fire barn, minste er 9 måneder.", "sosken", "Fire barn"),
    ("kwame har moyamoya", "diagnose", "moyamoya"),
]
NO_TRAITS = [
    "hun jobber på et senter",
    "hele femte etasje er stengt",
    "Vi har tre barn, og det holder.",
    "De er på jobb der far henter.",
    "Stå på senteret og vent, sa læreren.",
]


@each("marked", HIDDEN)
def test_whoever_is_named_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("text", NO_NAMES)
def test_what_is_nobody_stops_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize(("text", "kind", "expected"), TRAITS)
def test_a_trait_is_shown(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize("text", NO_TRAITS)
def test_what_is_no_trait_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.find(text) == []
