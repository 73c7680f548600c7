"""What is bought, has an article, or tells where and when is asked about; who stands in the same place is found."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

THINGS = [
    "Mor kjøper ikke Zomrax mot lus.",
    "Jeg fant snus av merket Grublo i sekken.",
    "Hun har en Fitbrix og går rundt i ring.",
    "Vi smurte med Kloderm, men det hjalp ikke.",
    "Eleven bruker Rollstolex i klasserommet.",
    "Barnet gjemte seg i Skogen og ville ikke inn.",
    "Gutten stakk av og ble funnet ved Elva.",
    "Barnet leker ved Gjerdet.",
    "Etter Jul kom han ikke tilbake.",
    "Eleven stammer mer nå enn før Jul.",
    "Barnet er urolig på Mandager.",
    "Jenta teller Kalorier.",
    "Han har fått Skinner på beina.",
    "Lucia og Juleverksted er vanskelig for han.",
    "Vi snakket om Fem fingre og Kroppen er min.",
    "Jeg sier Ja, han sier Nei.",
    "På Småbarn er det urolig etter lunsj.",
    "Hun har med seg en bamse som heter Teddy.",
    "Noen roper «Allahu akbar» i gangen.",
    "Ho drikk Red Bull kvar dag.",
]
SOMEBODY = [
    "Han klorte i {Haugen}.",
    "Vi snakket med {Skogen} i går.",
    "{Skogen} ringte.",
    "Lærer {Skogen} er syk.",
    "Hun bor hos {Bakken}.",
    "Per {Skogen} kom.",
    "Vi er bekymret for {Adarsh}.",
    "Barnet leker med {Adarsh}.",
    "Fosterfar ba om at vi bruker {Dembélé}.",
    "Jeg så {Lillegutt} slå.",
    "Ho {Besta} hentet.",
    "Ho {Nusset}, som vi si, har fått ny pappa.",
    "Hun roper {Per}.",
    "Jeg sier {Jo}.",
    "Vi tok {Skinner} i hånda, han gråt.",
    "Jeg tror at {Sjefen} slo.",
    "{Rainer} biter.",
    "{Haugen} sin mor ringte.",
    "{Frost} slo meg.",
    "Mor til {Elva} ringte.",
    "Eleven heter {Werner}.",
    "Hun er redd for {Bakken}, som bor der.",
]
MARKS = str.maketrans("", "", "{}")


@each("text", THINGS)
def test_nothing_is_stopped(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each("marked", SOMEBODY)
def test_somebody_is_found_or_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    text, name = marked.translate(MARKS), marked[marked.index("{") + 1 : marked.index("}")]
    assert any(name in text[one.start : one.end] for one in anonymiser.find(text))


def test_who_does_something_stops(anonymiser: Anonymiser) -> None:
    for marked in ("{Skogen} ringte.", "Lærer {Skogen} er syk.", "{Frost} slo meg.", "Vi snakket med {Skogen} i går."):
        hides_just(anonymiser, marked)
