"""Names told by a row, a rota or a letter behind them, and words that stand where they do."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds


def names(anonymiser: Anonymiser, text: str) -> list[str]:
    return [text[one.start : one.end] for one in anonymiser.find(text) if one.type in ("navn", "initialer")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vaktliste: berg tidlig, lie sen, strand natt", ["berg", "lie", "strand"]),
        ("haugen tidleg, moen seint og bakken natt", ["haugen", "moen", "bakken"]),
        ("lund dagvakt\nvik kveldsvakt\nsund fri", ["lund", "vik", "sund"]),
        ("man: bakken, tir: haugen, ons: lie", ["bakken", "haugen", "lie"]),
        ("mandag: strand\ntirsdag: berg\nonsdag: vik", ["strand", "berg", "vik"]),
        ("vi har even s og even t i gruppa, det er even t som strever", ["even s", "even t", "even t"]),
        ("storm k slo storm v", ["storm k", "storm v"]),
        ("det var liv b, ikke liv m", ["liv b", "liv m"]),
        ("EN, JO og AB i samme lek, AB gråt etterpå", ["EN", "JO", "AB", "AB"]),
        ("s var trist i dag. s ville ikke spise", ["s", "s"]),
        ("s er redd for timen. s har ikke sovet", ["s", "s"]),
    ],
)
def test_the_row_or_the_letter_tells_that_it_is_somebody(
    anonymiser: Anonymiser, text: str, expected: list[str]
) -> None:
    assert names(anonymiser, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "mandag: sol, tirsdag: vind, onsdag: regn og sludd",
        "regn tidlig, snø seint",
        "Hvem er barnet trygg på?",
        "Er gutten trygg i klassen?",
        "Var jenta glad på tur?",
        "Jeg kan ikke snakke om det med andre enn andres mor.",
        "De lytter til andres meninger.",
        "D kjæm an på dagen.",
        "D hjelp itj å mas.",
        "Mandan e verst, onsdan går fint, å fredan e alle trøtt.",
        "Torsdan va itj så ille som tirsdan.",
        "s. 4 og s. 5 i boka, s 6 er tom",
    ],
)
def test_what_only_looks_so_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert names(anonymiser, text) == []


def test_today_is_no_name_in_a_row(anonymiser: Anonymiser) -> None:
    assert names(anonymiser, "gjelder natt til i dag, Sirin og Delan ble hentet") == ["Sirin", "Delan"]
    assert names(anonymiser, "vi ses neste dag, Emma og Jonas blir med") == ["Emma", "Jonas"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hun er fra landet, har seks barn, og er sliten.", "seks barn"),
        ("Mor er alene og har fem unger.", "fem unger"),
        ("Fem barn, den ene er eldst.", "Fem barn"),
        ("Seks barn, og hun er mellomst.", "Seks barn"),
        ("Ida er mellombarnet i familien.", "mellombarnet"),
        ("Han e mellombarn.", "mellombarn"),
    ],
)
def test_many_children_are_told_in_more_ways(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "sosken", words)


def test_who_begins_anew_behind_many_is_kept_in_the_sentence(anonymiser: Anonymiser) -> None:
    text = "Fem barn, Rami er eldst."
    assert anonymiser.rewrite(text, anonymiser.find(text)) == "Flere barn, [barnet] er eldst."


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ida er med Bjørkegruppa i dag.", "avdeling", "Bjørkegruppa"),
        ("Vi to har Blåklokkegruppen nå", "avdeling", "Blåklokkegruppen"),
        ("Jenta heter Emma Ås, er 14, og spiser ikke.", "alder", "14"),
        ("Jonas, er åtte og bor hos far.", "alder", "åtte"),
        ("Prinsessa gråt i dag.", "mulig_navn", "Prinsessa"),
        ("bamsen ville ikke hjem", "mulig_navn", "bamsen"),
        ("jeg henter gullet kl 15", "mulig_navn", "gullet"),
    ],
)
def test_more_that_only_the_group_knows_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "Vi foreslo Vennegruppa for mor.",
        "Møtet i Foreldregruppa er avlyst.",
        "Gruppe A: de store. Gruppe B: de små.",
        "bamsen hans er borte",
        "Hun fikk gullet i sjakk.",
    ],
)
def test_what_a_group_is_for_and_a_label_are_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
