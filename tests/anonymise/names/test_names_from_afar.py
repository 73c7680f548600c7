"""Names with particles and letters of other languages, and surnames on lists of those who meet."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just
from tests.each import each

WHOLE = [
    "En mor, {Jocelyn de la Rosa}, har spurt meg om hjelp.",
    "Jeg snakket med {Pieter van den Heuvel} i går.",
    "Gjelder {Thiago da Silva e Costa}.",
    "{trần văn} kom alene til tannlegen",
    "bekymret for {gülşen}",
    "- {beate kvisler} ppt",
    "til stede: {beate kvisler}, ppt og rektor",
    "møte med {ola brattrein} ppt",
]


@each("marked", WHOLE)
def test_the_whole_name_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("marked", ["{emma} de kom for seint", "- {emma} trenger ppt", "{jonas} du må komme nå"])
def test_what_goes_on_behind_a_name_stays(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)
