"""The year somebody came to the country in is asked to be made coarser; those of laws and letters are left."""

from bot.anonymise import Anonymiser
from tests.each import each

ARRIVED = [
    ("dæm kom fra Eritrea i 2022", "i 2022"),
    ("De kom til Norge i 2022.", "i 2022"),
    ("Familien kom til Norge i 2019 og bor trangt.", "i 2019"),
    ("Familien flyktet fra Syria i 2015.", "i 2015"),
    ("Familien flykta frå Syria 2015.", "2015"),
    ("Kom fra Ukraina mars 2022.", "mars 2022"),
    ("Barnet er adoptert fra Colombia i 2014.", "i 2014"),
    ("Hun kom hit høsten 2021.", "høsten 2021"),
    ("De flyttet hit fra Polen i 2018, mor gravid.", "i 2018"),
    ("Mor er fra Thailand, kom i 2017.", "i 2017"),
    ("De kom som flyktninger i 2016.", "i 2016"),
    ("far kom te norge 2012, jobber mye", "2012"),
    ("dei kom frå Somalia som overføringsflyktningar i 2011", "i 2011"),
    ("Ankomst Norge: april 2023", "april 2023"),
    ("Ankomstår: 2019", "2019"),
    ("Bosatt: 2019", "2019"),
    ("I Norge siden 2015.", "2015"),
    ("foreldra rømte fra Afghanistan i 2001", "i 2001"),
    ("Faren innvandret i 1998.", "i 1998"),
    ("mora kåm hit i 2020", "i 2020"),
]
OTHER_YEARS = [
    "Ny forskrift kom i 2022.",
    "Loven kom i august 2024, og vi er usikre.",
    "Rapporten kom fra Udir i 2021.",
    "Skolen flyttet i 2019 inn i nytt bygg.",
    "Vi kom ikke i mål i 2023.",
    "Elevundersøkelsen 2022 kom nettopp.",
    "Det kom et brev i 2020 om mobbing.",
    "Vi flyttet møtet til 2026.",
]


@each(("text", "year"), ARRIVED)
def test_the_year_is_found(anonymiser: Anonymiser, text: str, year: str) -> None:
    assert (year, "quasi") in [(text[one.start : one.end], one.cls) for one in anonymiser.find(text)]


@each("text", OTHER_YEARS)
def test_other_years_are_left(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)


def test_the_sentence_reads_as_well_without_it(anonymiser: Anonymiser) -> None:
    text = "Dæm kom fra Eritrea i 2022, og mor lærer norsk."
    safer = anonymiser.rewrite(text, anonymiser.find(text))
    assert safer == "Dæm kom fra [et annet land] for noen år siden, og mor lærer norsk."
    assert not anonymiser.find(safer)
