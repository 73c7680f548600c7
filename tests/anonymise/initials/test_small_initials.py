"""Initials in small letters, and a letter with a figure that stands for somebody."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("hadde møte m/ p.t.r og k.l samt mor", "p.t.r"),
    ("hadde møte m/ p.t.r og k.l samt mor", "k.l"),
    ("eleven t.h griner på skolen", "t.h"),
    ("snakka med b.w i går", "b.w"),
    ("k slo i dag, men b skrek", "b"),
    ("vakta skriver: t spiste litt. r sov.", "r"),
    ("gjelder k (9) som ikke vil inn", "k"),
    ("snakka om ø , 10 i friminuttet", "ø"),
    ("hos t 8 år er det vanskelig", "t"),
    ("Derfor skriver jeg M3 om den det gjelder. Det er M3 som er stille.", "M3"),
    ("så gråt vi, og tl gråt lenge. vi tok med tl ut", "tl"),
    ("i dag slo t igjen, og så sa t at det var gøy", "t"),
    ("jonas, heretter kalt j, er lei. j ble sendt hjem", "j"),
    ("tk sin mor ringte, og mora til tk var sint", "tk"),
    ("m.h sin far ringte", "m.h"),
    ("Eleven, K, er sint.", "K"),
    ("Hva gjør vi nå? vh K.", "K."),
    ("K2 sin mor er urolig.", "K2"),
    ("bekymra for t i 3a, ho søv i timen", "t"),
    ("vi er urolig for m i 7. klasse", "m"),
    ("kan dere se på s i 4c", "s"),
    ("jeg snakka med j i tredje", "j"),
    ("hva gjør jeg med t når han kaster stoler", "t"),
    ("far til j drikker", "j"),
]
LEFT_ALONE = [
    "pga. s.u må dere svare, o.s.v og i.f.t det, m.a.o dette.",
    "d er sant. n sa det, og d sier n hver gang",
    "Språket er på nivå B1 og E6 er stengt.",
    "tlf ringer og bhg klager. kl slo tolv.",
    "Se s. 12 og punkt b, 10 dager.",
    "Vi har hatt avtale om 3 timer, s. 9.",
    "hva gjør jeg med d når han nekter",
    "jeg må ha med t i 3. etasje",
    "vi har mat på d når vi kan",
]


@pytest.mark.parametrize(("text", "letters"), FOUND)
def test_letters_that_stand_for_somebody_are_found(anonymiser: Anonymiser, text: str, letters: str) -> None:
    covered = {text[f.start : f.end] for f in anonymiser.find(text) if f.type == "initialer"}
    assert letters in covered


def test_they_are_found_wherever_they_stand(anonymiser: Anonymiser) -> None:
    text = "p våken 01-03, p spiste brød, p spurte etter mor. l sov. m sov."
    found = [text[f.start : f.end] for f in anonymiser.find(text) if f.type == "initialer"]
    assert found == ["p", "p", "p", "l", "m"]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_letters_of_words_and_levels_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_a_letter_with_an_age_is_somebody(anonymiser: Anonymiser) -> None:
    for letter in ("E", "V", "T"):
        finds(anonymiser, f"Det gjelder to søsken, og {letter} (6) har sluttet å snakke.", "initialer", letter)
    text = "Vedlegg B (4) er lagt ved."
    assert not [f for f in anonymiser.find(text) if f.type == "initialer"]
