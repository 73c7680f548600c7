"""Time that passes is no age, children told apart by numbers are no ages, and what a label announces is found."""

import pytest

from bot.anonymise import Anonymiser


def found(anonymiser: Anonymiser, text: str) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in anonymiser.find(text, "stjordal")]


@pytest.mark.parametrize(
    "text",
    [
        "Mobbingen har foregått tre år.",
        "Mobbinga har pågått i fire år.",
        "Tilbudet har eksistert 10 år.",
        "Jeg har jobbet her 20 år.",
        "Planen gjelder tre år.",
        "Gutt 1 slo gutt 2.",
        "Elev 1 og elev 2 krangler, elev 3 ser på.",
        "Trinn 2 i opptrappingsplanen er prøvd.",
        "Vi er på trinn 3 i veilederen.",
        "Hun er ikke vant med slike krav.",
        "Vi vant kampen mot mobbing.",
        "Tiltaket: A. Vi prøver igjen.",
    ],
)
def test_time_that_passes_and_numbers_that_tell_apart_point_to_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert found(anonymiser, text) == []


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("jonas 7 år slår", "7 år"),
        ("Gutt 8, liker lego.", "8"),
        ("Hun går på trinn 3.", "trinn 3"),
        ("Han vant Norges Talenter i fjor.", "vant Norges Talenter"),
        ("De bor i Sørgardsvegen #12.", "Sørgardsvegen #12"),
        ("Adresse: Prøvegata, 12", "Prøvegata, 12"),
        ("insta heter hun blomst.jente", "blomst.jente"),
        ("Legg til prøvis#1234 der.", "prøvis#1234"),
        ("Fra: tone.prøve\nHei", "tone.prøve"),
        ("Takk, @Kari Prøvestad!", "@Kari Prøvestad"),
        ("Elev: E.", "E."),
        ("Barnets initialer: E P", "E P"),
        ("李小龙 er ny i gruppa.", "李小龙"),
        ("lærer bjørgen ringte hjem", "bjørgen"),
        ("mor til sandbakk ringte", "sandbakk"),
    ],
)
def test_what_a_label_a_sign_or_a_role_announces_is_found(anonymiser: Anonymiser, text: str, there: str) -> None:
    assert there in [said for _, said in found(anonymiser, text)]


def test_two_lands_narrow_more_than_one_and_one_land_said_twice_does_not(anonymiser: Anonymiser) -> None:
    def persons(text: str) -> float:
        return anonymiser.risk(text, municipality="stjordal", age_band="10-12", arena="skole").persons

    one = persons("Familien er fra Eritrea.")
    assert persons("Familien er fra Eritrea, og far fra Colombia.") < one
    assert persons("Familien er fra Eritrea. Farmor bor i Eritrea.") == one
