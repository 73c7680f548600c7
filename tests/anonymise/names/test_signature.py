"""Who signs a text: a name or letters as its last words."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, hides_just, leaves, names_nobody
from tests.each import each

FOUND = [
    ("Hun er stille. Hva gjør vi? Storm", "navn", "Storm"),
    ("Vi vet ikke hva vi skal gjøre. Liv, helsestasjonen", "navn", "Liv"),
    ("Vi trenger råd. Are, SFO", "navn", "Are"),
    ("Det gjelder en gutt.\nEven", "navn", "Even"),
    ("Hva gjør vi? Storm\n\nSier at skolen er kjedelig.", "navn", "Storm"),
    ("vil ikke snakke med oss. hilsen ola p", "navn", "ola p"),
    ("vi er redd for det. hilsen rb på kontoret", "initialer", "rb"),
    ("kan dere ringe? mvh tl, sfo", "initialer", "tl"),
    ("Signert: hk/elm. Neste møte er mandag.", "initialer", "elm"),
    ("Ringer tilbake i morgen. /tbl", "initialer", "tbl"),
    ("fosterfaren skrev under som p. a. gråbrekk", "navn", "p. a. gråbrekk"),
    ("mora skreiv under med t. snøbekk på skjemaet", "navn", "t. snøbekk"),
    ("He has been away from school for three weeks. Can we talk tomorrow? Sue", "navn", "Sue"),
]
LEFT_ALONE = [
    "Han er stille. Takk",
    "Kan dere hjelpe? Hilsen",
    "Vi lurer på det. Hilsen læreren",
    "Vi lurer på det. hilsen mor",
    "Hva skal vi gjøre? Bekymret",
    "Takk for hjelpen! Ha en fin helg. Hei",
    "Det går helt greit. Supert",
    "hilsen vi på skolen",
    "Signert: mor. Det kommer på sms/mail.",
    "Takk for hjelpen. /mor",
    "mor skrev under med en gang",
    "mor skrev under som verge",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@each(
    "text",
    [
        "Vi ringte mor i går. Eh,",
        "Det er greit.\n\nHm,",
        "Da gjør vi det.\nOk,",
        "Jeg vet ikke. Eh",
        "Vi prøver. Hmm",
        "Han slo igjen. Øh",
        "Hva gjør vi nå? Æsj",
        "Han gikk ut. Åja",
        "Han slo. Jaja",
        "Vi lurer fælt. Uff",
        "Kan du hjelpe? Plis",
        "Han spiste ikke. Tja",
        "Det gikk bra. Jepp",
        "Han kom ikke. Sukk",
        "Vi prøver igjen. Joda",
        "Han er tilbake. Hurra",
        "Han er redd. Håper",
        "Kan noen svare? Snarest",
        "Kan du svare? Asap",
        "Ikke lett. Puh.",
        "Han kom hjem. Oi",
        "Han falt. Au",
        "Da avtaler vi det. Supert",
        "Vi tar det på møtet. Ciao",
        "Det går bra. Mhm",
        "Vi sees. Nemlig",
        "Vi avventer. Ehm,",
        "Vi avventer.\n\nEh",
        "Vi avventer.\nHmf",
        "Han lo. Haha",
        "Han lo. Lol",
        "Nei, det går ikke. Huff!",
        "Ja.\nMja",
        "Han slo. Ups",
        "Vi venter.\n\nOki",
        "Vi venter.\n\nOkidoki",
        "Vi venter. Njæ",
        "Vi venter. Æh",
        "Vi venter. Asså",
        "Vi venter. Yes",
        "Vi venter. Jess",
        "Vi venter. Nope",
        "Vi venter. Serr",
        "Vi ser. Ehh",
        "Vi ser. Hæ",
        "Vi ser. Hæ?",
    ],
)
def test_a_cry_at_the_end_is_no_signature(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize(
    "marked",
    [
        "Vi ser. {Liv}",
        "Vi ser. {Sol}",
        "Vi tar det. {Eskil}",
        "Kan du ringe?\n\n{Edon}",
        "Han slo igjen. {Jo}",
        "Vi avtaler. {Bo},",
        "Hva gjør vi? {Åge}",
        "Hva gjør vi? {Ea}",
        "Hva gjør vi? {Eir}",
        "Hva gjør vi? {Odd}",
    ],
)
def test_a_short_name_at_the_end_is_a_signature(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)
