"""Somebody everybody has heard of is asked about and stops nothing; who is called so in the case stops as before."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

FAR_AWAY = [
    "Han vil bli som Haaland, men skadet kneet.",
    "Hun vil være Elsa hver dag.",
    "Hainn prate bære om Haaland å Ødegaard.",
    "Putin kommer og tar oss, sier barnet.",
    "Han hater Trump og alle andre også.",
    "Han snakker hele tiden om Darth Vader.",
    "Barnet synger Alan Walker-sanger i samlingsstunden.",
    "Eleven så en film med Leonardo DiCaprio.",
    "Elevrådet vil invitere Leo Ajkic til skolen.",
    "Eleven liker Liverpool og går alltid i drakta.",
    "Hun elsker Frost og vil være Elsa hver dag.",
    "Barnet later som det er Elsa fra Frost.",
    "Vi bruker mye Karsten og Petra, men nå er han lei.",
    "Jentene hører på Marcus og Martinus og ler av henne.",
    "Gutten er fan av Zlatan.",
    "Idolet hans er Klæbo, og han trener for mye.",
    "Han har Ronaldo på drakta.",
    "Pensum er Bowlby, Ainsworth og Stern.",
    "I følge Magne Raundalen kan vi snakke om krigen.",
    "Barnet identifiserer seg med Pippi.",
    "Klassen har prosjekt om Thor Heyerdahl.",
    "Læreren har lest Nordahl og mener vi må jobbe med relasjoner.",
    "Rektor siterer Nordahl i hvert møte.",
    "Vi bruker den dialogiske samtalen, jf. Gamst.",
    "Vi leser boka «Emil og detektivene» i klassen.",
    "Boka «Charlie og sjokoladefabrikken» er favoritten.",
    "Stoltenberg-utvalget så på gutter og skole.",
    "Salamanca-erklæringen gir rett til å være med.",
    "Vi skal ha foredrag med Marco Prøvesen. Passer det?",
    "AV1-roboten heter Robbie, og eleven nekter å skru den på.",
    "Ferdig med Tolkien, og eleven lo for første gang.",
]
SOMEBODY = [
    "{Haaland} slo meg i dag.",
    "Læreren, {Haaland}, ringte.",
    "Mor {Haaland} er bekymret.",
    "Lærer {Haaland} var på møtet.",
    "Vi er bekymret for {Ronaldo}.",
    "{Ronaldo} har blåmerker.",
    "{Ronaldo} (sju) gråter.",
    "{Putin} slo {Kari}.",
    "{Jesus} er redd for far.",
    "{Jesus} har sluttet å spise.",
    "{Tolkien} ringte hjem i dag.",
    "Jeg snakket med {Grieg} om saken.",
    "{Zlatan} og {Emma} krangler.",
    "Broren heter {Zlatan}.",
    "Bror {Zlatan} slår.",
    "Vi hentet {Obama} på skolen.",
    "Rektor {Hamsun} svarte ikke.",
    "Hos {Haaland} lukter det røyk.",
    "{Haaland} sin mor ringte.",
    "e de noen som vet om en jente som kalles {pippi}",
    "{Elsa} gråter når vi ser film.",
    "{Elsa} er redd for {Anna}.",
    "Vi er bekymret for {Karsten} og {Petra}.",
    "Mor til {Marcus} og {Martinus} ringte.",
    "{Karsten} og {Petra} er søsken.",
    "Jeg snakket med {Hans} og {Grete}.",
    "Hun sier at hun bare vil være {Julle} igjen, sier {Julianne}.",
    "n {Ronaldo} slo ho {Kari}.",
    "Hun er sammen med {Muhammad} hver dag.",
    "{Aurora} vil ikke hjem, hun er redd.",
    "{Sigrid} heier på alle, men gråter hjemme.",
    "Læreren slo {Nordahl} i dag.",
    "Eleven {Nordahl} vil ikke hjem.",
    "Mor har lest «{Emma} er stygg» på doveggen.",
    "På pulten står det «{Charlie} må dø».",
    "Vi har snakket med {Marco Prøvesen}.",
    "Møtet med {Marco Prøvesen} er flyttet.",
    "{Nordahl-saken} er henlagt.",
    "Han leker med {Obama} hver dag.",
    "Gutten heter {Robbie}.",
]
ASKED = [
    "Hun vil være {Jonas}.",
    "{Grieg} er syk i dag.",
    "{Klæbo} henter alltid for seint.",
    "Han vil bli som {Adarsh}.",
]


@each("text", FAR_AWAY)
def test_nobody_is_stopped(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each("marked", SOMEBODY)
def test_somebody_of_the_case_is_found(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("marked", ASKED)
def test_when_in_doubt_it_is_asked(anonymiser: Anonymiser, marked: str) -> None:
    text, name = marked.replace("{", "").replace("}", ""), marked[marked.index("{") + 1 : marked.index("}")]
    assert name in [text[one.start : one.end] for one in anonymiser.find(text)]
