"""Names that belong to a book, a storm, a doll, a room or an author are asked about; those of people still stop."""

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.anonymise.tables import finds, names_nobody
from tests.each import each

OF_A_WORK = [
    "Kan jeg låne boka om Emma som ikke vil dele?",
    "I boka heter gutten Jonas, og han blir mobbet.",
    "Hovedpersonen heter Nora og flytter mellom to hjem.",
    "Hånddukken vår, Kalle, hjelper barna å si hva de føler.",
    "- «Tærne i vannet» av Solrun Prøvesen og Stian Hulstad",
    "Kunnskapsminister Kari Testesen vil ha mobilen ut av skolen.",
    "Møterom: Lille Haug. Ta med kaffe.",
    "Orkanen Amy kommer i natt, så ingen uteskole.",
    "Ekstremværet Jakob gjorde at skolen stengte.",
    "Møterom Snøhetta er booket.",
    "Fikk et gavekort hos blomsterbutikken Rose & Ranke.",
    "Vi leser om Hans Testesen sine teorier.",
    "hainn Per å hu Kari i læseboka e fortsatt me",
    "Odin og Tor er pensum på mellomtrinnet.",
    "Ask og Embla i norrøn mytologi står på planen.",
    "Josef og Maria er rollene som mangler i julespillet.",
    "Hege er planta vi skal plante, lurer på om den tåler frost.",
    "Mai va lang og juni bli verre.",
    "En elev med CI klarer ikke å følge med.",
    "Les Drugli om tilknytning til torsdag.",
    "Trude Havik: lærerens rolle. Se kapittel 3.",
    "Vi har lest Trude Havik og Jo Magne Ingul, men de sier litt ulike ting.",
    "Vi bruker boka til Hedvig Montgomery på foreldremøtet.",
    "Jeg spilte inn et dikt av Hans Børli med gruppa mi.",
    "Vi er i gang med Tett på, og Tone i heftet likner på en vi har.",
    "Vi følger Dan Olweus sitt program mot mobbing.",
    "Vi jobber etter Ross Greene og prøver CPS.",
    "Jeg leste et sted at Ross Greene mener barn gjør det bra hvis de kan.",
    "Var dere på kurs med Bo Hejlskov i går?",
    "Kari Lamers rammeverk brukes hos oss.",
    "«Barn gjør det bra hvis de kan» (Ross W. Greene) er temaet.",
    "Jeg leser noe av Berit Bae om anerkjennelse i boka.",
    "April har vært en dårlig måned for gruppa.",
    "Iris sto i vase på bordet.",
    "Foreldrene krangler som Tom og Jerry.",
    "De begynte å krangle som Tom å Jerry.",
    "Han vil ha Helly Hansen-jakke og Kari Traa-ull.",
]
OF_SOMEBODY = [
    ("Eleven heter Maja Lunde og har skrevet en bok.", "Maja Lunde"),
    ("Bruker Maja Lunde hasj?", "Maja Lunde"),
    ("Far til gutten, Pål Roland, viste oss boka.", "Pål Roland"),
    ("Kontaktlærer Pål Roland leste en bok om mobbing.", "Pål Roland"),
    ("Jon Fosse slår i klassen, og leser bok.", "Jon Fosse"),
    ("Terje Ogden bruker boka og slår hjemme.", "Terje Ogden"),
    ("Vi leste Kari Lamer en bok før hun sovnet.", "Kari Lamer"),
    ("«Jeg er lei» av Maja Lunde hang på veggen i 4b.", "Maja Lunde"),
    ("Kilder: Lunde, Dahle. Begge elever i 10a.", "Dahle"),
    ("Vi leste et dikt av Emma Hansen i går.", "Emma Hansen"),
    ("I dag startet Emma leseklubb.", "Emma"),
    ("Det er Filip, Mathias K og «Bolla» som holder på.", "Bolla"),
    ("Lars Smith skal på kurs.", "Lars Smith"),
    ("Jeg er bekymret for Lars Smith, som bruker hasj.", "Lars Smith"),
    ("Vi følger Kari Lamer til bussen.", "Kari Lamer"),
    ("Peder Kjøs er faren til ei jente i klassen.", "Peder Kjøs"),
    ("Hedvig Montgomery er mor til gutten.", "Hedvig Montgomery"),
    ("Bo Hejlskov er læreren hans.", "Bo Hejlskov"),
    ("Vi leste brevet fra Peder Kjøs, som er faren.", "Peder Kjøs"),
    ("Mai har vært en urolig måned nå, hun slår de andre.", "Mai"),
    ("Juni har vært en vanskelig måned for henne og mor.", "Juni"),
    ("Elev Nordahl slo igjen, sier boka til læreren.", "Nordahl"),
    ("Emma Nordahl leser en bok i hjørnet.", "Emma Nordahl"),
    ("Kari Traaen har blåmerker på armen.", "Kari Traaen"),
    ("Helly Hansen gråter etter besøk hos far.", "Helly Hansen"),
    ("Herman sier at far slår. Jeg har skrevet det i kontaktboka.", "Herman"),
    ("Ifølge Herman slår far ham med belte.", "Herman"),
    ("I møtet sa Herman at boka var revet i stykker av far.", "Herman"),
    ("Mor til Perry drikker. Jeg har lest pensum om rus.", "Perry"),
    ("I dag var Nordahl borte igjen. Vi fant dagboka hans.", "Nordahl"),
    ("Kari Stefansen har ikke svart i beskjedboka.", "Kari Stefansen"),
    ("Lars Smith nekter å gå hjem. Jeg har notert det i loggboka.", "Lars Smith"),
    ("Linnea blomstrer når hun er alene med meg.", "Linnea"),
    ("Linnea står i hagen og gråter hver dag.", "Linnea"),
    ("April har vært en tid i beredskapshjem.", "April"),
    ("Juni har vært en lang tid borte fra skolen.", "Juni"),
    ("Trygghet, Liv og Storm er navna på dem.", "Storm"),
    ("Han var på fotballtrening med Emma i går.", "Emma"),
    ("De er med i Jonas sin gjeng.", "Jonas"),
    ("Håp, Storm og Ansvar var dratt hjem da far slo.", "Storm"),
    ("Han krangler som Tom og Jerry på avdelingen vår.", "Jerry"),
    ("Erling Roland har blåmerker, ifølge helsesykepleier.", "Erling Roland"),
    ("Jonas Drugli er redd for far. Vi leste kapittel 3.", "Jonas Drugli"),
    ("Far Roland drikker, vi leste en artikkel om det.", "Roland"),
    ("Trude Havik ringte i dag.", "Trude Havik"),
    ("April har vært en snill jente.", "April"),
    ("Storm, Liv og Glede slo i går.", "Glede"),
    ("Trygghet, Emma og Glede står på lista.", "Emma"),
    ("Mor, Far og Liv gråt.", "Liv"),
    ("Iris sto i gangen og gråt.", "Iris"),
    ("De som Tom og Jerry slo, er lei seg.", "Tom"),
    ("Tom å Jerry slo i går.", "Jerry"),
    ("Emma er tema på neste møte.", "Emma"),
    ("Jonas Berg er tema på teammøtet.", "Jonas Berg"),
    ("Emma Hansen sine tanker om skolen bør høres.", "Emma Hansen"),
    ("Nora Lund sitt program i uka er fullt.", "Nora Lund"),
    ("Filmen om Emma Hansen ble delt på Snap.", "Emma Hansen"),
    ("Boka om Emma Hansen ligger i skapet.", "Emma Hansen"),
    ("Fortellingen om Emma er at far slår.", "Emma"),
    ("Han skriver i boka om Emma at alt er bra.", "Emma"),
    ("Appen Emma bruker om natta er Snap.", "Emma"),
    ("Metoden Ola viste oss virker.", "Ola"),
    ("Kosedyret Emma har med seg er borte.", "Emma"),
    ("Vi skrev til Emma i kontaktboka om Emma.", "Emma"),
    ("Boka om Emma er fin. Emma gråt da mor gikk.", "Emma"),
    ("Kari og Emma i boka til læreren.", "Emma"),
    ("Emma er redd. Odin er tema hos oss.", "Emma"),
    ("Maria i julespillet gråt. Maria vil ikke hjem.", "Maria"),
]


@each("text", OF_A_WORK)
def test_it_does_not_stop(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each(("text", "name"), OF_SOMEBODY)
def test_somebody_beside_a_thing_stops(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)


def test_it_is_asked_about_unless_nothing_is_to_be_asked(anonymiser: Anonymiser) -> None:
    text = "Kan jeg låne boka om Emma som ikke vil dele?"
    assert [finding.type for finding in anonymiser.find(text)] == [POSSIBLE_NAME]
    assert anonymiser.find(text, asks=False) == []
