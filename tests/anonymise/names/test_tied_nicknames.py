"""Two words tied together that somebody is called by, a name and a trade, and one letter with a full stop."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, hides_just, names_nobody

HIDDEN = [
    "det er {gamle-per} som kjører dem hjem om kvelden",
    "mora er kjent som {hunde-anna} i bygda",
    "sønnen til {lange-odd} går hos oss",
    "i går var det stille, men så skriker {bolle-knut} igjen",
    "jeg så {d'angelo} i går",
    "{knut kebab} gir dem mat og penger",
    "{gale mads} går rundt med kniv",
    "{n}. sin far har ikke svart",
    "hva gjør vi med {a}. når {h}. er borte",
    "vi har avtalt at {e.l}. skal sitte alene",
    "kan noen ta {j.h} på mandag",
    "Han {j}. e borte å ho {m}. gret.",
    "{Kj}. vil ikke hjem.",
    "tok opp med {tm} at det må skje",
]
NOBODY = [
    "Vi tar en dag-per-dag vurdering.",
    "Vi går opp f. eks. på mandag.",
    "Se kap. 4, jf. s. 12, og f. eks. vedlegg.",
    "Vi har drop-in og e-sport hver uke.",
    "Hun d'itj å svar, og han d'va stille.",
    "St. meld. 24 og Dr. har sagt det.",
]


@pytest.mark.parametrize("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize(
    "marked",
    ["hun sier at onkel {skjegg} slo henne", "bestefar {båt} henter på torsdager", "pappa {tjukken} kommer i natt"],
)
def test_what_a_relative_is_called_is_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@pytest.mark.parametrize("text", ["mamma ofte er sliten", "sa til pappa maten er ferdig"])
def test_what_stands_behind_a_relative_by_chance_is_not(anonymiser: Anonymiser, text: str) -> None:
    asks_about_just(anonymiser, text)
