"""Traits told in passing: ages, departments, siblings, jobs, employers and events, and what only looks like them."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("Lisa B. (9) kom med blåmerke.", "alder", "9"),
    ("Vi har en gutt, Prøve, på 4 år som ler.", "alder", "4 år"),
    ("Mor 19 år, far 24, begge hos NAV.", "alder", "24"),
    ("Far fyller førti neste uke.", "alder", "førti"),
    ("Jeg kjenner ham. Nå er han ni, og stille.", "alder", "ni"),
    ("Snart blir hun seks og stor.", "alder", "seks"),
    ("Kine e seksten å ha kjærest.", "alder", "seksten"),
    ("Hun er hjemme alene med fire barn.", "sosken", "fire barn"),
    ("Det er ei halvsøster på samme alder.", "sosken", "halvsøster på samme alder"),
    ("Renate på rød har prøvd alt.", "avdeling", "rød"),
    ("si det til de på blåbær", "avdeling", "blåbær"),
    ("hun blør neseblod, er på gul kom ned", "avdeling", "gul"),
    ("skjemaet lå i hylla på sommerfugl", "avdeling", "sommerfugl"),
    ("Vikar på blå trenger hjelp.", "avdeling", "blå"),
]
LEFT_ALONE = [
    "Møtedatoer for team: 12.1, 9.2, 9.3, 13.4, 11.5",
    "Møtedatoer høsten 2026: 5. september, 3. oktober og 7. november kl. 12-14.",
    "Møteplan:\n- 12.1\n- 9.2\n- 9.3",
    "Tverrfaglig team møtes 5/9, 3/10, 7/11 og 5/12.",
    "Planleggingsdager: 14.8, 2.1 og 3.1.",
    "Mor 50 %, far 100 %. Mor 12 timer.",
    "Nå er han inne og leker. Da var han to ganger ute.",
    "Hun var alene med fire barn på avdelingen.",
    "Da er han på rød og må ha pause. Han er mye på rød i samling.",
    "Vi stopper på rød mann. De maler på blå ark. Vi har sett på grønn og gul farge.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Møter med mor 15/9, 23/10 og 17/11.", "23/10"),
        ("Datoer for fravær: 12.1, 13.1, 14.1.", "13.1"),
        ("Møteplan: 12.1, 9.2. Født 3.5.2014.", "3.5.2014"),
    ],
)
def test_days_that_are_about_somebody_are_found_beside_the_calendar_of_a_team(
    anonymiser: Anonymiser, text: str, day: str
) -> None:
    start = text.index(day)
    assert any(f.start <= start < f.end for f in anonymiser.find(text))
