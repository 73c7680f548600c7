"""Who is called as a brand, an author or a dish is, stays hidden: rules for things let no child through."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "{Kari} {Stormberg} ringte.",
    "{Ola} {Bergans} er redd.",
    "{elena} {pavlova} er redd",
    "mor til {pavlova} ringte",
    "{Nike} er redd for far.",
    "{Moava} har grått hele dagen.",
    "{Putin} er sint på mor",
    "Far til {Chopin} slo.",
    "Jeg er bekymret for {Mikado}.",
]
NOBODY = [
    "Hun fikk nye Nike-sko til bursdagen.",
    "Han har fått ny jakke fra Bergans.",
    "Vi spiste pavlova på festen.",
    "Vi spiller Mikado på fredager.",
    "Vi lærer om Hitler og Stalin.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_somebody_with_the_name_of_a_thing_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_the_thing_itself_stops_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
