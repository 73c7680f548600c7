"""Traits that are told in passing, and departments and clubs in small letters."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

TOLD = [
    ("De er 6, 4 og 1. De er ofte alene.", "alder", "6, 4 og 1"),
    ("hainn e ætt å et halvt år", "alder", "ætt å et halvt år"),
    ("Ukrainskspråklig, lærer fort.", "opprinnelse", "Ukrainskspråklig"),
    ("Foreldrene er i reindrifta.", "yrke", "i reindrifta"),
    ("far jobber på samme skole, nordlia, og ser alt", "skole", "nordlia"),
    ("Barnet går på Dyreparken barnehage i byen.", "barnehage", "Dyreparken barnehage"),
    ("vikar på tigrene i dag", "avdeling", "tigrene"),
    ("en gutt på nøtteliten biter", "avdeling", "nøtteliten"),
    ("spiller kamp mot il varden", "forening", "il varden"),
    ("trener i ansnes idrettslag har sagt", "forening", "ansnes idrettslag"),
]
CALM = [
    "Reglene er 6, 4 og 1 i vedlegget.",
    "Ett og et halvt år siden sist møte.",
    "Minoritetsspråklig elev får støtte.",
    "Vi trenger et minoritetsspråklig tilbud.",
    "Åpen barnehage er fin.",
    "På vår skole, heldigvis, er det ro.",
]


@each("case", TOLD)
def test_a_trait(anonymiser: Anonymiser, case: tuple[str, str, str]) -> None:
    finds(anonymiser, *case)


@each("text", CALM)
def test_what_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
