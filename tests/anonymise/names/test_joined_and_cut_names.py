"""Names, numbers and user names that are cut up, joined to something or put in brackets are found or asked about."""

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.asking.clear_slot import WHY
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = [
    ("K a r i N o r d m a n n har det vondt.", "navn", "K a r i N o r d m a n n"),
    ("O l a P r ø v e er syk.", "navn", "O l a P r ø v e"),
    ("K/a/r/i har det vondt.", "navn", "K/a/r/i"),
    ("J·o·n·a·s er syk.", "navn", "J·o·n·a·s"),
    ("Gjelder E|m|m|a og T~o~r~g~e~i~r", "navn", "E|m|m|a"),
    ("Gjelder E+m+m+a", "navn", "E+m+m+a"),
    ("k a r i o l s e n har det vondt", "navn", "k a r i o l s e n"),
    ("emil12år sliter", "navn", "emil12år"),
    ("sara9år har blåmerker", "navn", "sara9år"),
    ("Eleven (kall ham J) gråter.", "initialer", "J"),
    ("Vi kan kalle henne M her.", "initialer", "M"),
    ("Ring mor på 9 1 2 - 3 4 - 5 6 7", "telefon", "9 1 2 - 3 4 - 5 6 7"),
    ("Ring meg gjerne på 4 1 2 - 3 4 - 5 6 7 i kveld.", "telefon", "4 1 2 - 3 4 - 5 6 7"),
    ("Tlf:nitti-tolv-trettifire-femtiseks", "telefon", "nitti-tolv-trettifire-femtiseks"),
    ("Mobil førtien-tjueto-trettitre-femti", "telefon", "førtien-tjueto-trettitre-femti"),
    ("ni-en-to-tre-fire-fem-seks-sju", "telefon", "ni-en-to-tre-fire-fem-seks-sju"),
    ("Tlf 9I2 34 567", "telefon", "9I2 34 567"),
    ("Tlf 9l2 34 567", "telefon", "9l2 34 567"),
    ("mobil: 9O1 23 4S6", "telefon", "9O1 23 4S6"),
    ("ring far på 9o1 2l 334", "telefon", "9o1 2l 334"),
    ("Feide: kanor001", "handle", "kanor001"),
    ("Feide-bruker: kanor001", "handle", "kanor001"),
    ("Feidenavnet er olpro12", "handle", "olpro12"),
    ("Logg inn med kanor001", "handle", "kanor001"),
    ("Hun logger seg inn som proola07.", "handle", "proola07"),
    ("bruker-id: siprov2", "handle", "siprov2"),
    ("Kontakt: gro@", "epost", "gro@"),
    ("Skriv til per.prøve@, så svarer han.", "epost", "per.prøve@"),
]
ASKED = [
    ("Nordmannfamilien trenger hjelp.", "Nordmannfamilien"),
    ("Nordmann-familien trenger hjelp.", "Nordmann-familien"),
    ("nordmannfamilien trenger hjelp", "nordmannfamilien"),
    ("Nordmanngutten slår.", "Nordmanngutten"),
    ("Vi kjenner Bergfamilien godt.", "Bergfamilien"),
    ("Bergjentene krangler.", "Bergjentene"),
    ("De andre er redde for Haugegutten.", "Haugegutten"),
    ("Barnet (Iv) gråter.", "Iv"),
    ('Barnet "El" gråter', "El"),
    ("Eleven «Lo» slår.", "Lo"),
    ("Sønnen (Bris) sover dårlig.", "Bris"),
]
LEFT_ALONE = [
    "Feide: alle elever bruker dette.",
    "Logg inn med Feide eller BankID.",
    "Ring legevakten på 116 117.",
    "Hun teller en-to-tre-fire-fem når hun er redd.",
    "Ring meg 08.15-09.45 i morgen.",
    "Fosterfamilien og storfamilien hjelper.",
    "Nabogutten og nabojenta slåss. Skoleungene også.",
    "Barnehagebarna leker. Bygdejenta ler.",
    "Eleven (se vedlegg) og mor (BUP) er her.",
    "Innvandrerfamilien trenger tolk.",
    "Sjømannsfamilien er sterk.",
    "A B C D E F og 1 2 3",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize(("text", "word"), ASKED)
def test_it_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    finds(anonymiser, text, "mulig_navn", word)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.why == WHY]


@pytest.mark.parametrize(
    "text", ["Solbritt vil ikke hjem.", "solbritt vil ikke hjem til far", "Maibritt gråter.", "Lysgerd er redd."]
)
def test_a_made_name_that_ends_as_only_names_do_is_no_compound(anonymiser: Anonymiser, text: str) -> None:
    finds(anonymiser, text, "navn", text.split()[0])
