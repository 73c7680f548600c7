"""Homes without a figure, and user names right behind a site."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

HOMES = [
    ("bor i elvegata fire", "elvegata fire"),
    ("bor i elvegata nummer fire", "elvegata nummer fire"),
    ("bor i nummer 14 i granlia", "14 i granlia"),
    ("bor på gården nordre berg", "nordre berg"),
]
ACCOUNTS = [
    ("insta-bruker m1llah", "m1llah"),
    ("på facebook heter hun Mamma Til Tre", "Mamma Til Tre"),
    ("yt kanal guttene fra bygda", "guttene fra bygda"),
]
CALM = [
    "bor i nedre del av bygda",
    "bor i øvre etasje",
    "vi snakker om tiktok trender og snap streaks",
    "har du sett på youtube kids",
    "insta story i går",
]


@each("case", HOMES)
def test_a_home(anonymiser: Anonymiser, case: tuple[str, str]) -> None:
    finds(anonymiser, case[0], "adresse", case[1])


@each("case", ACCOUNTS)
def test_an_account(anonymiser: Anonymiser, case: tuple[str, str]) -> None:
    finds(anonymiser, case[0], "handle", case[1])


@each("text", CALM)
def test_what_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_a_part_of_a_farm_is_a_place(anonymiser: Anonymiser) -> None:
    finds(anonymiser, "de bor på øvre haugan", "sted", "øvre haugan")
