"""Traits told by what is done, by a place in a row, and by what befell somebody."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import leaves


def touched(anonymiser: Anonymiser, text: str, there: str) -> bool:
    start = text.index(there)
    return any(f.start < start + len(there) and f.end > start for f in anonymiser.find(text))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Far er på sjøen.", "på sjøen"),
        ("Mora vaska på skolen.", "vaska"),
        ("Far snekrer.", "snekrer"),
        ("Pappa mekker biler.", "mekker biler"),
        ("Mor går med avisa.", "går med avisa"),
        ("Mor underviser på kulturskolen.", "underviser"),
        ("Far gjeter rein.", "gjeter rein"),
        ("Far flyr helikopter.", "flyr helikopter"),
        ("Han har en gruvearbeider til far.", "gruvearbeider"),
        ("Han elsker brannmannen som er pappa.", "brannmannen"),
        ("Faren til S. er lensmann.", "lensmann"),
        ("Hun er syvende av syv.", "syvende av syv"),
        ("Mor har fire gutter på rad.", "fire gutter på rad"),
        ("Det er seks unger i huset.", "seks unger i huset"),
        ("Familien mistet huset i brann.", "mistet huset i brann"),
        ("Pappa ble tatt for å ha svindlet laget.", "svindlet"),
        ("Faren ble utvist i vår.", "utvist"),
        ("Familien bor i campingvogn.", "campingvogn"),
        ("Ivar er norsk-iransk.", "norsk-iransk"),
        ("Gutten skriker på tamil.", "tamil"),
        ("Hun synger i konfirmantkoret.", "konfirmantkoret"),
        ("Storesøster, tretten siden påske, ordner middag.", "tretten"),
        ("Han er nett fylt elleve og gråter.", "elleve"),
        ("Halvbror på to er hos far.", "to"),
        ("Språktest ved 2;4 viste det.", "2;4"),
        ("Når blir fantasi et problem? 5 år, flink i alt.", "5 år"),
        ("Jenta i fjerde tisser på seg.", "fjerde"),
    ],
)
def test_it_is_touched(anonymiser: Anonymiser, text: str, there: str) -> None:
    assert touched(anonymiser, text, there)


@pytest.mark.parametrize(
    "text",
    [
        "Mor kjører ham til skolen.",
        "Far bygger lego med ham.",
        "Mor vasker klær hver dag.",
        "Mor syr på knapper.",
        "Mor klipper håret hans.",
        "Far trener med ham.",
        "Mor leder an.",
        "Han er på båt med bestefar i ferien.",
        "Tre barn hjemme i dag med feber.",
        "Det tredje av fem møter er ferdig.",
        "Fem barn i gruppa gråter.",
        "Vi fikk andre barn inn på lista.",
        "Han falt av sykkelen.",
        "Han sov i telt på turen.",
        "De lærer om krigen i historien.",
        "Klokka er snart seks på fredag.",
        "Møtet er fem i mars.",
        "Det er tre til jul.",
        "Vi har 9,4 årsverk.",
        "Hvordan trives barnet, 1–5?",
        "Han er i neste versjon (5.2).",
        "Far er på sjøen i sommer",
        "Mor jobber med rus",
        "mor selger lodd til klassetur",
        "krigen i 1940",
        "Vi var ti, åtte i mars",
        "Hun var den yngste, går i barnehage",
        "de to søstrene i eventyret",
        "bor i telt på leirskolen",
        "falt ned fra taket på lekehuset",
        "Laget vant 3;1",
    ],
)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize("text", ["Barnet er redd for storm, torden og bjørn.", "Heidi og Pippi er bøkene vi leser."])
def test_what_is_feared_or_read_is_asked_about_and_does_not_stop(anonymiser: Anonymiser, text: str) -> None:
    assert all(f.cls == "quasi" for f in anonymiser.find(text))


def test_children_told_of_stop(anonymiser: Anonymiser) -> None:
    text = "Mia, Ola og Per er barna vi har."
    assert any(f.cls == "direct" and text[f.start : f.end] == "Mia" for f in anonymiser.find(text))


DEEDS_OF_THE_GROWN_UP = [
    ("Pappaen brøyter veiene her oppe.", "yrke"),
    ("Han kjører taxien i bygda, så jeg treffer ham.", "yrke"),
    ("Hun driver et snekkerfirma med tre ansatte.", "yrke"),
    ("De har sau, over fire hundre.", "yrke"),
    ("Ho selge hudpleie på nett.", "yrke"),
    ("Han mjølkar for tre gardar.", "yrke"),
    ("Saken er at faren leder oppvekstutvalget.", "yrke"),
    ("Eleven bor alene med bestefar.", "sosken"),
    ("Oppvokst hos besteforeldre i en annen by.", "sosken"),
    ("Vi har ei jente på halvtainna år hos oss.", "alder"),
    ("Det var i ulukka med tømmerbilen i haust.", "hendelse"),
    ("Ho vart kjørt ned ta en firhjuling.", "hendelse"),
    ("Bestefaren druknet under garnfiske.", "hendelse"),
    ("Onkelen ble tatt for mordbrann.", "hendelse"),
    ("Hun fylte seks lørdag, og ingen kom.", "alder"),
]
DEEDS_OF_ANYBODY = [
    "Vi kjører skolebussen fram til porten når det er glatt.",
    "Hun driver butikklek med de andre, og han driver kafé i leken.",
    "Gutten selger lodd på nettet.",
    "Vi har sau på besøk i morgen.",
    "Han ble tatt for juks på prøven.",
    "Hun bor hos mormor nå.",
    "Barnet fylte seks ark med tegninger.",
    "Han ble kjørt av en taxi til skolen hver dag.",
    "Hun sitter i elevrådet.",
    "De driver en elevbedrift.",
]


@pytest.mark.parametrize(("text", "kind"), DEEDS_OF_THE_GROWN_UP)
def test_what_only_a_grown_up_or_a_rare_home_does_is_a_trait(anonymiser: Anonymiser, text: str, kind: str) -> None:
    assert kind in {one.type for one in anonymiser.find(text)}


@pytest.mark.parametrize("text", DEEDS_OF_ANYBODY)
def test_what_anybody_does_is_none(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
