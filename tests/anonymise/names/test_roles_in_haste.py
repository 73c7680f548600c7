"""A word for somebody at work that has lost a vowel is no name; a name beside it is found as before."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

ROLES = ["rektr sier vi skal vente", "helsesøstr har snakka med ho", "lærern sa det", "vikarn ringte", "assistentr slo"]
SOMEBODY = [
    "{adarsh} slo meg, rektr ringte",
    "{rexhep} sier vi skal vente",
    "{kacpr} slo meg",
    "n {ola} slo rektr",
    "{astr} slo meg i dag, sa ho {kari}",
]


@each("text", ROLES)
def test_the_role_is_no_name(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each("marked", SOMEBODY)
def test_a_name_is_found(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)
