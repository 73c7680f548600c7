"""What is said of a month, the weather, an animal or a tool is asked about and stops nothing."""

import pytest

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

THINGS = [
    "Vår er høysesong for vaksiner her hos oss.",
    "August har vi planleggingsdager, så det må vente.",
    "April er framleis vinter her oppe.",
    "Mai er en travel måned for oss.",
    "Juni nærmer seg med stormskritt.",
    "Mai har vore tung for oss.",
    "Kan vi lære å bruke Trygg i bruk?",
    "Jeg spiller fotball og Uno med dem.",
    "De skriver dagbok i en app som heter Daylio.",
    "Kan dokker svar? My e bare tri vaksne her.",
    "Helga gikk bra, sa fostermor.",
    "Helga har vært rolig, takk som spør.",
    "Helga går med til ro, håper jeg.",
    "Hauk er årets tema på naturskolen.",
    "Rune er et skrifttegn vi lærte om i vikingtida.",
    "Vi har tatt i bruk Symwriter på tre trinn.",
    "Barnet har resept på Zomranol, og vi skal gi den kl. 8.",
    "Vi lager sosial historie med bjørn, rev og ulv.",
    "De leker ulv, gaupe og bjørn i skogen.",
    "Pappa slår når Liverpool taper.",
    "Far ble sint da Rosenborg tapte igjen.",
    "Han holder med Barcelona.",
    "Desember er fylt opp med Lucia, nissegrøt og karakterer.",
    "Tiltak: 1) Samme voksen. 2) Avslutt før det går galt. 3) Ring hjem når noe har vært bra.",
    "Vi har orientert mor. mor inform. pr tlf i dag.",
    "Tidslinje\naugust: starter på skolen, glad\nuke 37: første fravær",
    "Kurset i Trivomestring starter i januar.",
    "Skal Arbeids- og velferdsetaten svare når vi spør?",
    "Kari, Ola og Per er bare eksempler i malen.",
    "lova seier at barn over 15 år har partsrettar",
    "Det er redsla for Santa Lucia-toget.",
    "Bukkane Bruse vert spela kvar fredag.",
    "han sto i luka og ropte at de var dumme",
]
SOMEBODY = [
    "Vi måtte bruke {Hawi} på 12 år til å oversette.",
    "Her er bruker {Kristoffer Aas}, som er far til to.",
    "{Mai} har vært borte i en uke.",
    "{My} har blåmerker på armen.",
    "{My} e redd for far.",
    "{My} må få hjelp, hun er sju år.",
    "Jeg snakket med {bjørn}, far og mor.",
    "{bjørn} slo rev og ulv i stykker.",
    "Hun sa at {Emma} vinner.",
    "Hun er redd når {Paris} spiller på PC.",
    "Jeg sa det til {Barcelona} i går.",
    "Vi snakket om {Lucia}, mor og far.",
    "{Lucia}, {julie} og broren var her.",
    "Brødrene {hauk}, {ravn} og {bjørn} kommer uten mat.",
    "Faren holder med {London} når de krangler.",
    "Hun jobber hos {Adarshi} og passer barna.",
    "1) {Siri} slo. 2) {Stig} kom hjem.",
    "Det var mor {Kevin}. sa ja, jeg kommer.",
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
    "{Mai} er i fare.",
    "{Mai} er ei jente.",
    "{Mai} forsvant fra skolen.",
    "{Mai} nærmer seg de andre med kniv.",
    "{Mai} har flere dager uten mat.",
    "{Mai} har vi ikke sett på tre dager.",
    "{Mai} går med til skolen hver dag.",
    "{Mai} er snart her, og vi mangler vikar.",
    "{Mai} holder seg unna de andre.",
    "{August} starter med gråt hver morgen.",
    "{August} har vært tøff for hele gruppa.",
    "{Juni} er ofte våt.",
    "{Juni} krever mye av de voksne.",
    "{Vår} er fin, men spiser ikke.",
    "{Helga} ble full på fest.",
    "{Helga} gikk over til naboen midt på natta.",
    "{Storm} har løyet om volden.",
    "{Storm} har lagt seg nå.",
    "{Rune} er meldt savnet.",
    "{Bjørn} er observert med blåmerker.",
    "{Bjørn} er sett ved skolen med kniv.",
    "{Bjørn} ble skutt i går.",
    "{Bjørn} sover om vinteren hos mor.",
    "{lova} seier at ho ikkje vil heim",
    "{Lova} seier ho er redd for far.",
    "{Bjørn} ligger i hi på rommet sitt.",
    "{Bjørn} er fredet av de andre fordi far er farlig.",
    "{August} er over, vi fant ham på badet.",
    "{Rune} er en rovfugl på nettet.",
    "{Bjørn} er et dyr når han drikker.",
    "{Lin} ble meldt til barnevernet i fjor.",
    "Medisinen {Tharmini} får virker ikke.",
    "Barnevernet vurderer {Tharmini} til beredskapshjem.",
    "Oversetteren {Adarsh} sier at mor lyver.",
    "{Amina} og {Ola} er bare eksempler på barn vi har sviktet.",
]


@pytest.mark.parametrize("text", ["August: slår og biter. Uke 42 var verst.", "Mai: gråter mye denne uka. Juni: slår."])
def test_a_month_before_a_colon_may_be_a_child_and_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert text.split(":")[0] in [text[f.start : f.end] for f in anonymiser.find(text) if f.type == POSSIBLE_NAME]


@each("text", THINGS)
def test_what_is_said_of_things_stops_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each("marked", SOMEBODY)
def test_what_is_said_of_somebody_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


def test_it_is_asked_about(anonymiser: Anonymiser) -> None:
    assert [one.type for one in anonymiser.find("Helga gikk bra, sa fostermor.")] == [POSSIBLE_NAME]
