"""A girl who is with child may have been assaulted, and need not: it is heard under 16 however it is told, and told
otherwise than a fresh assault."""

from __future__ import annotations

import pytest

from bot.answers.acute import AcuteDetector

MAY_BE = [
    "elev i 10. klasse er gravid og vil ikke si det hjemme",
    "hun er 17 og gravid og tør ikke si det til foreldrene",
    "jente på 13 er gravid",
    "13 år gammel jente gravid",
    "jente på 15 har født",
    "elev i 9. klasse har fått baby",
    "jente 14 har positiv graviditetstest",
    "jente 14 år er gravid",
    "jente på 13 er gravid og vil ikke si det hjemme",
    "hun er 15 og gravid og tør ikke si det til far",
    "jente på 12 er gravid og vil ikke fortelle hvem faren er",
    "jente på 15 gravid, redd for å si det til mora",
    "elev i 8. klasse er gravid",
    "en elev i niende tror hun er gravid",
    "ei jente i niende e gravid",
    "hun er gravid og går i 9. klasse",
    "gravid elev på ungdomsskolen",
    "15-åring gravid",
    "a 13 year old student is pregnant",
    "she is pregnant and 15",
    "ei i niende e på tjukka",
    "jente på 14 er 12 uker gravid",
    "jente i 8. klasse er 10 uker gravid",
    "hun er 14 uker gravid og bare 13 år",
    "jente i 7. klasse er gravid i uke 10",
    "elev gravid 9. trinn",
    "elev i 8. klasse venter barn",
    "jente på 14 skal ta abort",
    "jente på 15 er gravid med kjæresten, vil ikke si det hjemme",
    "jente 14 trenger angrepille",
    "ei jente i niende treng angrepille",
    "elev i 9. klasse spør om nødprevensjon",
    "hvor får jeg angrepille til ei jente på 14?",
    "15-åring trenger angrepille",
    "jente 14 har hatt ubeskyttet sex",
    "jente 14 trenger angrepille, hun sa nei til å ringe mor",
    "jente 14 trenger angrepille, hun vil ikke si det hjemme",
    "jente 14 gravid, husker ikke når hun hadde mensen",
    "a 14 year old needs the morning after pill",
]
TOLD_OF_AN_ASSAULT = [
    "stefaren har gjort henne gravid",
    "hun ble voldtatt og er nå gravid",
    "hun er gravid etter voldtekt",
    "jenta er gravid og sier onkel har tatt på henne",
    "jente 15 gravid mot sin vilje",
    "15-åring gravid med kjæresten til mor",
    "jente i 9. klasse er gravid med faren sin",
    "jente på 14 er gravid med treneren",
    "jente på 15 gravid med kjæresten på 30",
    "gravid 15-åring, barnefaren er læreren",
    "gravid 15-åring med bestefar som far til barnet",
    "gravid 13-åring, redd for å si at det er stefar",
    "jente 14 gravid hun ble presset",
    "elev på 13 vil ikke fortelle hva treneren gjør i garderoben",
    "jente 15 trenger angrepille, kjæresten er 30",
    "jenta trenger angrepille, hun ble voldtatt",
    "jente på 14 trenger angrepille etter at stefar",
    "jente 14 trenger angrepille, fire gutter holdt henne",
    "jente 14 trenger angrepille, hun sa nei",
    "jente 14 trenger angrepille, hun husker ingenting fra festen",
    "jente 14 har hatt ubeskyttet sex, han ville ikke stoppe",
    "jente 14 har hatt ubeskyttet sex med treneren",
    "jente 14 gravid, hun sa nei",
]
OF_A_GROWN_UP = [
    "kollega er gravid",
    "hun er 14 uker gravid",
    "mor til elev i 8. klasse er gravid",
    "mor til jente 13 år er gravid",
    "lærer i 8. klasse er gravid",
    "elev i 8. klasse har gravid mor",
    "hun er gravid i uke 14",
    "my colleague is 14 weeks pregnant",
    "moren hans er gravid og går i niende måned",
    "kollega på ungdomsskolen venter barn",
]


@pytest.mark.parametrize("said", MAY_BE)
def test_a_young_girl_who_is_with_child_is_no_certain_assault(acute: AcuteDetector, said: str) -> None:
    found = acute.detect(said)
    assert found is not None
    assert found.kind == "gravid"


@pytest.mark.parametrize("said", TOLD_OF_AN_ASSAULT)
def test_an_assault_that_is_told_of_stays_one(acute: AcuteDetector, said: str) -> None:
    found = acute.detect(said)
    assert found is not None
    assert found.kind == "overgrep"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("hun er gravid og blir slått hjemme", "vold"),
        ("gravid jente på 14 vil ta livet sitt", "selvmord"),
        ("gravid elev i niende, mor slår henne", "vold"),
        ("gravid jente på 14 vil ikke leve", "selvmord"),
        ("gravid jente på 14 blør kraftig", "livsfare"),
    ],
)
def test_other_danger_beside_it_goes_first(acute: AcuteDetector, said: str, kind: str) -> None:
    found = acute.detect(said)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("said", OF_A_GROWN_UP)
def test_a_grown_up_who_is_with_child_is_no_danger(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is None
