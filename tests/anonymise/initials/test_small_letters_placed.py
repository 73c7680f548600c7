"""Small letters with full stops where somebody stands, and letters that number or shorten something."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

HIDDEN = [
    "{e.} vil ikke ha kontakt med far, som bor i nord",
    "{m.} ropar i søvne på eit språk vi ikkje kan",
    "det går bedre nå. {o.} sover hele natta",
    "elev: {e.}, 3. trinn",
    "pasient: {k.-a. s.}",
    "elevens navn: {v.}",
    "rektor ({k. t.}) mener nei",
    "drøftet anonymt i dag: {j. h.}, gutt, 2. klasse",
    "bestemor til {e.} ringjer kvar dag",
    "samtale med mor til {o}: hun sover lite",
    "eleven, {n}, kaster stoler",
    "saken gjelder mor {s.}, far {o.} og deres barn",
    "hainn {j} klatra over gjerdet igjen i dag",
    "han {j} vart så sinna i går",
    "elev {e} vil ikke inn",
    "æ e bekymra før {mk}, ho går heim sjøl",
    "{ts} fra 6c har ikke hatt med gymtøy",
]
NOBODY = [
    "a. skriv navn b. skriv dato c. lever",
    "vi møtes kl 10. e d greit?",
    "jf. s. 12 og f. eks. tabellen",
    "t. d. kan vi bruke bilder",
    "bl. a. dette, o. l. ting, m. m.",
    "p. g. a. sykdom er det stengt",
    "han e sint. ho e trist",
    "han d va itj bra",
    "mor e sjuk, far e borte",
    "klasse: a",
    "barn: to",
    "barn: når bør vi vente? d er mange",
    "barn: ja",
    "elev: nei",
    "gruppe a. er best i fotball",
    "vitamin d. er viktig",
    "punkt a. er viktig. b. er ikke",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
