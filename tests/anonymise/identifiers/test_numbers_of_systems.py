"""Numbers of systems, halves of a telephone number, paths of files and homes told by where they lie."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

NUMBERS = [
    ("i vigilo står hun med 48213", "48213"),
    ("ligger i visma som 774411", "774411"),
    ("profil 48213 i iskole", "48213"),
    ("vigilonr 48213", "48213"),
    ("ansattnr 40112 slår", "40112"),
    ("politisak 15423312", "15423312"),
    ("meldingen fikk nr 2231", "2231"),
    ("medlemsnummeret hans er 12345", "12345"),
]
HALVES = [
    ("nummeret begynner på 934 og slutter på 789", "934"),
    ("nummeret begynner på 934 og slutter på 789", "789"),
    ("nummeret er 93 45, resten er 67 89", "67 89"),
    ("mobil mor (+47) 41 60 - 77 38.", "(+47) 41 60 - 77 38"),
]
PATHS = [
    "/felles/elever/kverndal_ida/notat.odt",
    "K:\\elever\\kverndal ida\\notat.docx",
    "P:/8b/kverndal_ida",
    "felles/elever/ida_k.docx",
]
HOMES = [
    ("Han bor på hytta ved Storvatnet.", "adresse", "hytta ved Storvatnet"),
    ("bor i huset bak kirka", "sted", "huset bak kirka"),
    ("De bor i kårboligen på Nordgjerde.", "sted", "kårboligen på Nordgjerde"),
]
CALM = [
    "Vi bruker Visma fra 2025 i hele kommunen.",
    "Møtet varer fra mandag og/eller tirsdag/onsdag.",
    "Ligger i /felles/maler/skoleåret/plan.docx",
    "Saken har nummer 3 på lista.",
    "De første 200 elevene og de siste 100 elevene",
    "Hun bor i huset sammen med mor.",
    "Vi bruker Teams med 1200 ansatte.",
    "Vi kjøpte Showbie med 4500 lisenser.",
    "Møtet i Teams på 1430 er flyttet.",
    "De første er 12 og de siste er 20.",
    "De første 15 og de siste 20 oppgavene",
    "Mobilen kostet 4500, resten 500 i delbetaling.",
    "Familien bor i et stort borettslag.",
]


@each("case", NUMBERS)
def test_a_number_of_a_system(anonymiser: Anonymiser, case: tuple[str, str]) -> None:
    finds(anonymiser, case[0], "saksnummer", case[1])


@each("case", HALVES)
def test_a_part_of_a_telephone_number(anonymiser: Anonymiser, case: tuple[str, str]) -> None:
    finds(anonymiser, case[0], "telefon", case[1])


@each("path", PATHS)
def test_a_path_with_a_name(anonymiser: Anonymiser, path: str) -> None:
    finds(anonymiser, f"skal denne sendes: {path}", "filnavn", path)


def test_a_path_below_an_address_of_the_web(anonymiser: Anonymiser) -> None:
    finds(anonymiser, f"Les https://eksempel.no og se {PATHS[0]}", "filnavn", PATHS[0])
    told = "https://eksempel.no/skole-hjem/kverndal_ida.pdf"
    assert not [one for one in anonymiser.find(f"Les {told}") if one.type == "filnavn"]


@each("case", HOMES)
def test_a_home_by_where_it_lies(anonymiser: Anonymiser, case: tuple[str, str, str]) -> None:
    finds(anonymiser, *case)


@each("text", CALM)
def test_what_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@each("text", ["ring mor på 41, 60, 77, 38", "47 41 60 77 38", "(47) 41 60 77 38"])
def test_a_whole_telephone_number(anonymiser: Anonymiser, text: str) -> None:
    hidden = {at for f in anonymiser.find(text) if f.type == "telefon" for at in range(f.start, f.end)}
    assert all(at in hidden for at, sign in enumerate(text) if sign.isdigit())
