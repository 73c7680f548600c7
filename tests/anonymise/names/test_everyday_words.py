"""What looks like a name in Norwegian and is none: dialect, inflected words, methods, sentences turned around."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

LEFT_ALONE = [
    "I april og mai har han vært borte mye. Hn sier itj så my.",
    "Hvem har ansvar for «Stine Sofies Barnehagepakke»?",
    "Han e så sint førr tia. Heissan tia går! tia går så fort",
    "Det varte i halvannan tim, og i andre tim sov han.",
    "Det er mest steinar og pinnar i lommene.",
    "Vi skriv IOP når eleven går frå GN til vanleg norsk.",
    "gutten knuste ruta i går, og vi bytta ruta i dag",
    "HAN HAR KNUST RUTA I GANGEN OG VIL IKKE SNAKKE OM DET.",
    "Takk til dåkk. Nånn sa det, og an legg sæ på gølvet.",
    "Han et berre knækkbrød. Hun får hjæmmeundervisning.",
    "Vi e itj istainn til det.",
    "neeeei, det er sååå rart. heeeelt klart",
    "Saksnr skal stå på, og Refnr også.",
    "Stig spenninga, går vi ut. Iver og glede har han nok av.",
    "Storm og uvær har vi hatt nok av.",
    "Ha ha. Nei, men det er sant.",
    "Ola Nordmann-eksempler hjelper ikke oss.",
    "p.s. Vi trenger svar. p.p.s. Takk for sist.",
    "Snart er det lucia, og alle skal gå i tog.",
    "Skolen bruker Numicon, CatchUp, Trageton og STL+ til vanlig.",
    "NEPSY-II og TROG-2 er tatt, og FM-utstyr er kjøpt.",
    "Klassen bruker Læringsløpet og Elevportalen. Kosegruppa, Sirkelgruppa og Lesegruppa er delt.",
    "Diwali og Karneval ble feiret. Lucia-dagen også.",
    "Ring rundt rosa og Hoderystedansen går på repeat.",
    "Barnet får utslett av Weetabix og Nugatti.",
    "Tja. Hurra! Yess. Oisann. Hhv. tolv ganger.",
    "Se vedlegg A, B og C. Det er punkt A og B. i planen.",
    "Ståstativet er for stort til rommet.",
]
STILL_FOUND = [
    ("tia slo meg i dag", "tia"),
    ("Vi har snakka med Tia om det.", "Tia"),
    ("tim slo meg i friminuttet", "tim"),
    ("Stig slo en annen. Det er alvorlig.", "Stig"),
    ("Iver og mamma har vi møtt.", "Iver"),
    ("Iver og hunden har vi ikke sett.", "Iver"),
    ("Steinar har det vondt.", "Steinar"),
    ("Saaara var her i dag.", "Saaara"),
    ("vi tok en samtale med jan i går", "jan"),
    ("Lucia slo en annen.", "Lucia"),
    ("Mvh Kari Nordmann", "Kari Nordmann"),
]


@each("text", LEFT_ALONE)
def test_everyday_words_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(("text", "name"), STILL_FOUND)
def test_the_same_words_as_names_are_found(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)


def test_a_month_in_short_is_no_name_beside_the_name(anonymiser: Anonymiser) -> None:
    text = "Jan skal ha samtalen i jan., og Mai skal ha den i mai."
    assert [text[f.start : f.end] for f in anonymiser.find(text)] == ["Jan", "Mai"]


def test_letters_that_mean_something_else_are_somebody_when_they_cry(anonymiser: Anonymiser) -> None:
    finds(anonymiser, "LK gråt hele dagen.", "initialer", "LK")
    leaves(anonymiser, "HR skriver brev, og MR viser ingenting.")
