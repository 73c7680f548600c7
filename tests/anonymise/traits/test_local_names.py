"""Hamlets, halls, clubs and days that only the lists of the municipalities know, in small letters and in talk."""

from pathlib import Path

from bot.anonymise import Anonymiser
from bot.anonymise.words.lexicon import Lexicon
from bot.anonymise.words.vocabulary import read_vocabulary
from bot.anonymise.words.word_lists import words
from bot.anonymise.words.yaml_file import read_yaml
from tests.anonymise.tables import finds, leaves
from tests.each import each

LISTS = Path(__file__).parents[3] / "knowledge" / "anonymising"
FOUND = [
    ("han bor i neabyen med mor", "sted", "neabyen"),
    ("de flytta fra aungrenda i fjor", "sted", "aungrenda"),
    ("jenta fra nævsgrenda har vært borte", "sted", "nævsgrenda"),
    ("han trener i horghallen hver tirsdag", "sted", "horghallen"),
    ("vi var på ler putballpark i går", "sted", "ler putballpark"),
    ("bestefar bor på pundsgrenda", "sted", "pundsgrenda"),
    ("de møttes ved hyttvang etter skolen", "sted", "hyttvang"),
    ("hun bor på husbymarka", "sted", "husbymarka"),
    ("gutten fra beistadgrenda vil ikke hjem", "sted", "beistadgrenda"),
    ("de sto ved kimenparken", "sted", "kimenparken"),
    ("han bor i kluksdalen", "sted", "kluksdalen"),
    ("familien på fossgrubba har flyttet", "sted", "fossgrubba"),
    ("hun bor i linsvekleiva", "sted", "linsvekleiva"),
    ("det skjedde i magnushallen", "sted", "magnushallen"),
    ("han spiller i rødde fk", "forening", "rødde fk"),
    ("hun går i skatval skolemusikklag", "forening", "skatval skolemusikklag"),
    ("han er med i il varden meråker", "forening", "il varden meråker"),
    ("det var på melhuscup at det skjedde", "hendelse", "melhuscup"),
    ("de kranglet på frostadan", "hendelse", "frostadan"),
]
LEFT_ALONE = [
    "Barna gikk over vollen og ned til leira.",
    "De lekte i lia, ved myra og på haugen.",
    "Vi bygde hytte av stokkan og gikk rundt berget.",
    "Ungene samlet egga og gikk til setran.",
    "Noen velger yrkesvegen, andre ikke.",
    "Losen kom om bord, sto det i boka.",
]

PLACES_ALL_THE_SAME = words("brekka brenna frosta grova halsen henfallet innbygda korsvegen rolset sjøbygda sona")
"""Words spelt like an inflected noun, but seldom or never meant as one."""


@each(("text", "kind", "place"), FOUND)
def test_a_place_that_only_the_lists_know_is_found_in_small_letters(
    anonymiser: Anonymiser, text: str, kind: str, place: str
) -> None:
    finds(anonymiser, text, kind, place)


@each("text", LEFT_ALONE)
def test_words_that_are_farms_as_well_are_no_places(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_no_inflected_everyday_word_is_listed_as_a_place() -> None:
    """Such a place is found in small letters in every text: "haugen", "leira", "berget"."""
    lexicon = read_vocabulary(LISTS)[1]
    files = [read_yaml(path) for path in (LISTS / "steder").glob("*.yaml")]
    listed = {name.lower() for file in files for name in file["bygder"] if " " not in name}
    everyday = {name for name in listed if not lexicon.is_headword(name) and _is_inflected(lexicon, name)}
    assert everyday <= PLACES_ALL_THE_SAME


def _is_inflected(lexicon: Lexicon, name: str) -> bool:
    """Tell whether the definite form of a listed noun is spelt like the place."""
    nouns = (name[:-2] if name.endswith(("en", "et")) else "", name[:-1] if name.endswith("a") else "")
    return any(len(noun) > 2 and lexicon.is_headword(noun) for noun in nouns)
