"""Ages, grades and dates told in few words, and the numbers that only look like them."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

AGES = [
    ("hainn bli passa tå brorn sin på 15, å de sett te tolv", "15"),
    ("Ungdommen på 17 forsørger resten.", "17"),
    ("Helmer, åtte, tegner hus.", "åtte"),
    ("Vi har en ny elev, Signe, tretten.", "tretten"),
    ("Ola 7, Kari 5, Nils 2. Det er Kari vi melder om.", "5"),
    ("Ola 7 og Kari 4 bor hos mor.", "4"),
    ("Barna er Mio og Lea, fire og ni.", "fire og ni"),
    ("Barna er 4, 7 og 12 år.", "4, 7 og 12 år"),
    ("Søsken på to, fem og åtte bor der.", "to, fem og åtte"),
    ("Theo er fem og et halvt.", "fem og et halvt"),
    ("Ho er tre og eit halvt og blid.", "tre og eit halvt"),
    ("Kven ler av ei på ti?", "ti"),
    ("Dei er kjærastar, tretten begge.", "tretten"),
    ("Begge er fjorten.", "fjorten"),
    ("Femten, eldst av to, og kjører moped.", "Femten"),
    ("Ni år, og ingen kom.", "Ni år"),
    ("Hun er alene hjemme med barnet, 5 uker. Hun gråter.", "5 uker"),
    ("Han har 4-årsdag på fredag.", "4-årsdag"),
    ("Prøve Nilsen (Prøve skilag, 14) har gått ned i vekt.", "14"),
    ("Enslig mindreårig, afghaner, 17, bor på hybel.", "17"),
    ("Ungdomen er 17 og skal flytte på hybel.", "17"),
    ("Den første er 14, den andre er tante.", "14"),
    ("tjorvulf er tolv. hvem ringer hjem", "tolv"),
    ("Yngstemann er 6 og begynner på skolen.", "6"),
    ("Hun er adoptert fra Colombia og 12 år.", "12 år"),
    ("Hei, ei jente 4 år på småbarn er lei seg.", "4 år"),
    ("Hainn går på skola å e 17.", "17"),
    ("Jeg måtte bruke Hawi på 12 år til å oversette.", "12 år"),
    ("Dennis fylte seksten for kort tid siden.", "seksten"),
    ("Hun fylte 9 på nasjonaldagen.", "9"),
    ("Han fyller ti på julaften", "ti"),
    ("Kæm har ansvar når hainn fyll atten i februar?", "atten"),
    ("Hainn Samson e bærre fæm år.", "fæm år"),
    ("Hun sier at barn på fem ikke mener det.", "fem"),
    ("Vår er tre, Dag snart seks.", "seks"),
    ("Hannah har bursdag (5!!) i dag", "5"),
    ("Far sier: la henne være 16.", "16"),
    ("Freyja, ni uker. Baldur har astma.", "ni uker"),
    ("Mia (tre måneder) sover lite.", "tre måneder"),
    ("Storesøster på 10 passer ham.", "10"),
    ("Nå har lillebror på fire begynt å si det.", "fire"),
    ("Babyen på ti uker skriker.", "ti uker"),
    ("Vi har en baby på 7 mnd her.", "7 mnd"),
    ("Jente 3 1/2, urolig.", "3 1/2"),
    ("Hun ble seks på søndag.", "seks"),
    ("Ho bli sju te våren.", "sju"),
    ("Jenta blir sju over nyttår.", "sju"),
    ("Ho e bære fir år.", "fir år"),
    ("Gutten har ei mor på 23 og en far på 41.", "23"),
    ("Datteren hans på seks gråt.", "seks"),
    ("gutten på 4 1/2 sa det", "4 1/2"),
    ("En gutt som er 3,5, har ikke sagt noe.", "3,5"),
    ("Vi har en tjueéntåring, altså en tjuåring, uten bolig.", "tjuåring"),
    ("De er bønder, 68 og 73, og slitne.", "73"),
    ("Hun går på Fjellglimt og 11 år, kommer sjelden.", "11 år"),
    ("Hun går på Fjellglimt og 11 år kommer sjelden.", "11 år"),
    ("Ho e i 6b på Fjellglimt å 11 år", "11 år"),
    ("ho e i 6b på fjellglimt å 11 år, kjem sjelden", "11 år"),
    ("Går på Solheimsberget og 14 år", "14 år"),
    ("Hun går i 6. trinn på skolen og 11 år.", "11 år"),
    ("Gutten går på skolen og åtte år, slår andre.", "åtte år"),
    ("Ho bor i Hegra å 9 år", "9 år"),
    ("Det er Ola og 11 år, og lei seg.", "11 år"),
    ("Hu e ælleve år", "ælleve år"),
    ("Hu e ellve år gammel", "ellve år gammel"),
]
LASTS = [
    "Vi ser dette etter 11 år på skolen.",
    "Dette var for 3 år siden.",
    "Hun har gått i barnehage og 3 år på SFO.",
    "Han har jobbet i Oslo og 3 år i Bergen.",
    "Hun bodde på Hamar og 2 år hos tante.",
    "Han har vært på Fjellglimt og 2 år som lærling.",
    "Skolen er stengt og 3 år senere åpnet den.",
    "Tilbudet er for barn mellom 3 og 5 år.",
    "Loven gjelder barnehager i Stjørdal og 10 år med tilsyn.",
]
GRADES = [
    ("Han er lang, åttende, og løper mye.", "åttende"),
    ("Tiande er snart over.", "Tiande"),
    ("Han hi sjette å kom sæ gjennom.", "sjette"),
    ("Læreren i femte itj vil ta imot råd.", "femte"),
    ("Trinn: 5", "5"),
    ("Klassetrinn: 8. Tema: fravær", "8"),
    ("Han på 8. har tatt med kniv.", "8."),
    ("Det gjelder lesing. 7. og leser sakte.", "7."),
]
DATES = [
    ("Notat telefon 4.3.: Mor ringte.", "4.3."),
    ("Notat fra telefon, 23.01: Farmor ringer.", "23.01"),
    ("Konsultasjon 22.11. Gutten har ingen ord.", "22.11."),
    ("Ikke svar før vi har møttes 9/2.", "9/2"),
    ("Referat fra møte 2.9.\nTema: fravær", "2.9."),
]
LEFT_ALONE = [
    "Vi blir fire før påske.",
    "Møtet blir sju etter jul.",
    "Er det lov når utredningen er to år gammel?",
    "Kan ein be om ny utgreiing når den førre er to år gamal?",
    "Vi har en tre år gammel rapport om dette.",
    "Sakkyndig vurdering fra i fjor er snart ett år gammel.",
    "De skal til utlandet en mnd. i vinter.",
    "Neste møte er i uke 6.",
    "Vi møtes onsdager fra 8.30 til 10.",
    "Karakterene har falt fra 5 til 2.",
    "Det skjer hver sjette uke.",
    "Klokka er tolv.",
    "Klokka er då 08.10.",
    "Tiltaket har vart i 4 måneder, og gikk bra de første 2.",
    "Mål 1, mål 2 og mål 3 er nådd.",
    "1. Les planen. 2. og siste punkt: ring oss.",
    "Det er den femte gangen i år.",
    "Se punkt 3.2. Her står det mer.",
    "De har 12 år til før de er ferdige.",
    "Gruppa på fem skal ut i dag.",
    "Tiltaket, ni uker, skal evalueres.",
    "Vi er tre, dere snart seks.",
    "Mor har ikke matet babyen på to dager.",
    "Han spiste 3 1/2 brødskive.",
    "Her er 14 barn, 3 voksne og en vikar.",
]


@each(("text", "words"), AGES)
def test_an_age_told_by_a_number_alone_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "alder", words)


@pytest.mark.parametrize(("text", "words"), GRADES)
def test_a_grade_without_its_noun_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "trinn", words)


@pytest.mark.parametrize(("text", "words"), DATES)
def test_a_date_of_two_numbers_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "dato", words)


@each("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize("text", LASTS)
def test_how_long_something_lasts_is_no_age(anonymiser: Anonymiser, text: str) -> None:
    assert "alder" not in {found.type for found in anonymiser.find(text)}
