"""Names that are words before a class in words or a department, behind a friend, and where somebody is found."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "{tone} i fjerde klasse kommer aldri i gymmen",
    "{LIV} I SJUENDE HAR SLUTTET Å SPISE",
    "{TONE} I FØRSTE KLASSE GRÅTER NÅR MOR GÅR",
    "{rose} på avdeling skogen biter de andre",
    "{dag} i femte spiser ingenting",
    "jeg er redd fordi {vår} i tredje gråter hver dag",
    "æ e bekymra for {storm} i femte klasse, hainn slår",
    "bestevenninna til {vår} sier at hun ikke spiser",
    "lærarinna til {vår} seier at ho søv",
    "trenaren til {storm} ropar",
    "vi fant {vår} gråtende på do",
    "læreren fant {gro} på do",
    "tvillingene {liv} og {dag} har luer",
    "søstrene {sol} og {måne} er mye borte",
]
NOBODY = [
    "vår i fjerde klasse bruker vi til uteskole",
    "vår i tredje klasse er travel",
    "storm i andre etasje, vinduet står åpent",
    "liv i sjuende himmel",
    "tone i første linje i mailen er viktig",
    "dag i andre klasse begynner kl 8",
    "mai i tiende klasse har mange fridager",
    "lyng på avdeling skogen må ryddes",
    "VÅR I TREDJE KLASSE ER TRAVEL",
    "vi trenger en vikar til vår og sommer",
    "vi fant stein på do",
    "gi søsknene ro og fred",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
