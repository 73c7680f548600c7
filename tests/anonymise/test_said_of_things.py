"""What is said of a month, the weather, an animal or a tool is asked about and stops nothing."""

import pytest

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

THINGS = [
    "Mai er alltid travel på skolen, og da glipper oppfølgingen.",
    "August har vært tøff for hele personalgruppa.",
    "Juni går med til sommerfester og avslutninger.",
    "Mai kommer, og da skal toget øves inn.",
    "August startet med tre sykmeldinger.",
    "Vår er høysesong for vaksiner her hos oss.",
    "Mai er snart her, og vi manglar framleis vikar.",
    "Mai går alltid fort, og så er det ferie.",
    "August har vi planleggingsdager, så det må vente.",
    "April er framleis vinter her oppe.",
    "Mai har tre møte vi kan bruke.",
    "Juni kjæm fort, må få bestilt tolk.",
    "Juni fungerer dårlig for overgangsmøter.",
    "Vår er i gang, og allergien herjer.",
    "Vår betyr mer utelek og flere skrubbsår.",
    "Helga gikk bra, sa fostermor.",
    "Helga har vært rolig, takk som spør.",
    "Helga går med til ro, håper jeg.",
    "Storm har lagt seg litt nå, og barna får gå ut.",
    "Bjørn er sett bak skolen, så vi holder oss inne.",
    "Bjørn sover om vinteren, lærte barna.",
    "Hauk er årets tema på naturskolen.",
    "Rune er et skrifttegn vi lærte om i vikingtida.",
    "Vi har tatt i bruk Symwriter på tre trinn.",
    "Teamet bruker Mandometer i behandlingen.",
    "Barnet får Pivmecillinam i fem dager.",
    "Har noen erfaring med Kompasso for ungdom?",
    "Han spiller Roglix hele natta, sier mor.",
    "Legen har skrevet ut Zomranol, og vi skal gi den kl. 8.",
    "Kurset i Trivomestring starter i januar.",
    "Skal Arbeids- og velferdsetaten svare når vi spør?",
    "Kari, Ola og Per er bare eksempler i malen.",
    "han sto i luka og ropte at de var dumme",
]
SOMEBODY = [
    "{Mai} har vært borte i tre dager.",
    "{August} er redd for hunder og mørket.",
    "{August} har vært tøff mot lillesøster.",
    "{Juni} vil ikke hjem.",
    "{Juni} har ikke venner.",
    "{April} har fått juling.",
    "{August} kom gråtende til meg.",
    "{August} går til logoped.",
    "{Mai} kommer fra en familie med mye rus.",
    "{Mai} er snart her, mor er på vei med bilen.",
    "{Vår} har ADHD.",
    "{Vår} er så stille etter ferien.",
    "{Helga} har vært rolig siden mor flyttet ut, men spiser ikke.",
    "{Helga} ble hentet av politiet.",
    "{Storm} har lagt seg på gulvet og vil ikke opp.",
    "{Bjørn} er sett ruset ved skolen, han skulle hente.",
    "{Mai} er travel om dagen. {Mai} gråt da mor gikk.",
    "Vi brukte {Okonkwo} som tolk.",
    "Vi prøvde {Berhane} på telefon, han svarte ikke.",
    "Jeg får {Vasilisa} i gruppa fra mandag.",
    "{Kari} og {Ola} er eksempler på barn vi har sviktet.",
]


@pytest.mark.parametrize("text", THINGS)
def test_what_is_said_of_things_stops_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize("marked", SOMEBODY)
def test_what_is_said_of_somebody_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


def test_it_is_asked_about(anonymiser: Anonymiser) -> None:
    assert [one.type for one in anonymiser.find("Helga gikk bra, sa fostermor.")] == [POSSIBLE_NAME]
