"""Who is called as a brand, an author, a god or a month is, stays hidden: rules for things let no child through."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

HIDDEN = [
    "gutten, {storm}, trist, sier at far slår",
    "gutten, {stein}, ensom, går alene",
    "barna, {storm}, {liv}, og {sol} er redde",
    "{Snorre} snorker. {Snorremammaen} tror det er polypper.",
    "Vi må snakke om {K r i s}, ja, ham.",
    "Ny elev på mandag: {Khadija bint Yusuf}, sier rektor.",
    "{Kari} {Stormberg} ringte.",
    "{Ola} {Bergans} er redd.",
    "{elena} {pavlova} er redd",
    "mor til {pavlova} ringte",
    "{Nike} er redd for far.",
    "{Moava} har grått hele dagen.",
    "{Putin} er sint på mor",
    "Far til {Chopin} slo.",
    "Jeg er bekymret for {Mikado}.",
    "I vikingtimen kranglet {Odin} og {Balder}.",
    "Vi har om vikinger, og {Odin} og {Tor} krangler hele tida.",
    "Vikinguka gikk fint, men {Odin} og {Balder} slåss.",
    "Vi har om vikingene og {Odin} og {Tor} krangler.",
    "I vikinguka snakket vi om {Odin} og {Balder}.",
    "Vi har vikinguke, {Odin} og {Balder} er syke.",
    "{Mai} er flyktning fra Syria.",
    "{Mai} er åtteåring og lei seg.",
    "{April} er førsteklassing.",
    "{Vår} er førsteklassing hos oss.",
    "{Juni} er niendeklassing.",
    "{Juni} er tvilling.",
    "{Mai} er utlending.",
    "Hun leste «Stygge {Emma}» på doveggen.",
    "Mor leste «Kjære {Jonas}» på lappen.",
    "Vi leste «Hei, {Jonas}» i meldingen.",
    "Jeg leste «Teite {Sofie}» i boka hennes.",
    "De leste «Stygge {Emma}» på tavla i samlingsstund.",
    "Vi leste «Dumme {Emma}».",
]
NOBODY = [
    "Hun fikk nye Nike-sko til bursdagen.",
    "Han har fått ny jakke fra Bergans.",
    "Vi spiste pavlova på festen.",
    "Vi spiller Mikado på fredager.",
    "Vi lærer om Hitler og Stalin.",
    "Vi har om vikingene og Odin, Frøya og Balder.",
    "Vi har om norrøn mytologi og Odin og Tor.",
    "Vi har vikinguke om Odin og Tor!",
    "Mai er kartlegging, juni er avslutning.",
    "Vi leste «Farvel, Rune» i samlingsstund.",
    "Er det noen som har prøvd Vexilo på mellomtrinnet?",
    "Har dere testet Vexilo med foreldregruppa?",
]


@each("marked", HIDDEN)
def test_somebody_with_the_name_of_a_thing_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_the_thing_itself_stops_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


def test_a_letter_behind_a_hyphen_belongs_to_the_house(anonymiser: Anonymiser) -> None:
    found = anonymiser.find("Kirkegata 5-b, der bor de.")
    assert [(one.type, one.start) for one in found] == [("adresse", 0)]
