"""A child's own name stops beside somebody everybody knows, beside a label, or before what a case is told by."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, names_nobody
from tests.each import each

STOPS = [
    # children are called as footballers and figures too, and their nicknames are
    ("Deltok: Emil, Messi og Kari.", "Emil"),
    ("Uro rundt Kari, Ali og Messi i friminuttet.", "Ali"),
    ("Uroen i gruppa: Mirabel, Emil og Kari.", "Kari"),
    ("Emma og Messi, begge i 4b, skulker.", "Emma"),
    ("Vi var i Lillestrøm, Emil og jeg.", "Emil"),
    # what a note is about, and then of whom
    ("Fravær / Storm", "Storm"),
    ("Referat, Sol", "Sol"),
    ("Mobbing, Fredrik og Storm", "Storm"),
    ("Linnea, Torden og Eik mangler klær.", "Eik"),
    ("Søvn, Mat og Yosiab", "Yosiab"),
    # what a case is told of by
    ("Amira-utredningen er ferdig.", "Amira-utredningen"),
    ("Emma-fraværet øker.", "Emma-fraværet"),
    ("Jonas-greia må tas opp.", "Jonas-greia"),
    ("Emma-kompisene ruser seg.", "Emma-kompisene"),
    # who reads aloud, and who is in a class
    ("I timen leser Emil Berg høyt.", "Emil Berg"),
    ("Leser Emil Berg høyt, så stammer han.", "Emil Berg"),
    ("ROSE I 3A", "ROSE"),
    ("TONE I 9C", "TONE"),
]
ASKED_AT_MOST = [
    "Temaet er Harry Potter, Matilda og Ronja.",
    "Vi leser Dag Solstad høyt for klassen.",
    "Hun har fått Frost-koppen og Elsa-dukken.",
    "Glad, Sint og Redd er tema hele høsten.",
]


@each(("text", "name"), STOPS)
def test_somebodys_name_stops(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)


@each("text", ASKED_AT_MOST)
def test_works_and_things_stop_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
