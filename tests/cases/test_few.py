"""«Tre av elevene» may be known to who reads it; «to uker», «3. trinn» and «en del elever» tell of nobody."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.content.texts import Texts, load_texts
from dialogs.few import tells_of_few
from tests.each import each

FEW = (
    "Tre av elevene ruser seg.",
    "To brødre slår.",
    "To søstre er borte fra skolen.",
    "Tre åttendeklassinger er borte.",
    "Tre fosterbarn.",
    "To flyktningfamilier trenger hjelp.",
    "Fire tilfeller av selvskading.",
    "To henvendelser om vold.",
    "Ett tilfelle.",
    "Tre av jentene i sjette.",
    "To asylsøkere",
    "Tvillingene",
    "Et søskenpar",
    "Vi har sett det hos 3.",
    "2-3 elever",
    "3stk",
    "En ungdom",
    "En av ungdommene",
    "Ei jente på tolv",
    "Begge guttene",
    "to av dem",
    "tre spedbarn",
    "Noen få elever (4)",
    "two girls",
    "Tre russiske og syriske elever",
    "to ungdomsskoleelever",
    "en liten gjeng på tre",
    "To møter ikke opp på skolen",
    "tre får ikke hjelp",
    "to bruker rus",
    "to på skolen ruser seg",
    "To bytter skole",
    "en av de eldste jentene",
    "ett tilfelle av overgrep",
    "en ny elev",
    "en tolv år gammel gutt",
    "en 12-åring",
    "hos én",
    "på nivå 2 familier",
    "en av dem",
    "Et overgrep",
    "To i tredje klasse",
    "en av fire elever",
    "3elever",
    "to skoleelever",
    "ein elev",
    "eit barn",
    "ei av jentene",
    "tre unge",
    "To 8-åringer slår.",
    "Det gjelder 2 unge gutter.",
    "En elev ruser seg.",
)
MANY = (
    "En del elever blir borte.",
    "Over 20 elever er borte.",
    "Alle fire skolene melder det samme.",
    "Barn 0–18 år",
    "de siste to ukene",
    "De to siste årene",
    "to ganger i uka",
    "1.–4. trinn",
    "3. trinn",
    "elever på 1. og 2. trinn",
    "4-åringer i barnehagen",
    "4.-klassinger",
    "fra 1. august",
    "på nivå 2 og 3",
    "i uke 3",
    "3 000 kroner",
    "2 500 elever",
    "to barnehager",
    "tre ungdomsskoler",
    "Skolene trenger et felles opplegg.",
    "en økning blant elever",
    "en økende andel elever",
    "en rekke barn",
    "et stort antall barn",
    "en gruppe unge",
    "to av skolene",
    "tre nye tiltak",
    "Vi trenger ett felles opplegg",
    "fire ganger så mange saker",
    "4b",
    "vg2",
    "begge kjønn",
    "Flere unge blir borte fra skolen etter ferien.",
    "en god del av elevene",
    "et tilbud til unge",
    "en til en-oppfølging",
    "tre prosent",
    "to til tre uker",
    "2-3 ganger",
    "halvannet til to år",
    "for første gang på to år",
    "Mange barn under 3 år",
    "elever i 8.–10. klasse",
    "en av grunnene er at foreldre strever",
    "et kurs for foreldre",
    "5 elever",
    "femti elever",
)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return load_texts(Path("knowledge"))


@each("said", FEW)
def test_so_few_are_found(texts: Texts, said: str) -> None:
    assert tells_of_few(said, texts)


@each("said", MANY)
def test_many_and_what_is_nobody_are_not(texts: Texts, said: str) -> None:
    assert tells_of_few(said, texts) == ""


@pytest.mark.parametrize(
    ("said", "few"),
    [
        ("Nå er tre av de nye elevene borte.", "tre av de nye elevene"),
        ("Vi har 3stk.", "3 stk"),
        ("Det er ei av jentene.", "ei av jentene"),
        ("Tvillingene er borte.", "tvillingene"),
    ],
)
def test_the_words_that_tell_of_few_are_named(texts: Texts, said: str, few: str) -> None:
    assert tells_of_few(said, texts) == few


def test_a_word_that_never_ends_takes_no_longer_than_its_length(texts: Texts) -> None:
    began = time.process_time()
    assert tells_of_few("x" * 100_000, texts) == ""
    assert time.process_time() - began < 1, "it took ten seconds once, and nobody else was answered meanwhile"
