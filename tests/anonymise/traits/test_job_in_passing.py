"""Jobs and employers told in passing, and the roles and words that are none."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

JOBS = [
    ("Mor er ikke renholder, men noe annet.", "renholder"),
    ("Mor er pleier, og kveldene er lange.", "pleier"),
    ("Faren bor i byen og er oppdretter.", "oppdretter"),
    ("Mormor henter (hun er postbud).", "postbud"),
    ("Han er hos Steinar, smed på Moen.", "smed på Moen"),
    ("Solfrid Nes, drosjeeigar, melder frå.", "drosjeeigar"),
    ("Onkelen heter Arve (som også er treneren og rørlegger).", "rørlegger"),
    ("Torkil e fiskar på øya.", "fiskar"),
    ("Liv er snekker, og de har bygd hundehus.", "snekker"),
    ("Han var før fotballtrener for halve klassen.", "fotballtrener"),
    ("Naboen er Arnfinn, han som var ordfører.", "ordfører"),
    ("Mødrene, Trine og Monica (begge hjelpepleiere), er venner.", "hjelpepleiere"),
    ("RK er dørvakt og kommer rett fra jobb.", "dørvakt"),
    ("Alenemor, skiftleder.", "skiftleder"),
    ("Ho heiter Kjellfrid og sit i kommunestyret.", "kommunestyret"),
    ("Bestemora er valgt inn i formannskapet.", "formannskapet"),
    ("Han kjører tankbil og er borte lenge.", "tankbil"),
    ("Pappa kjører buss for Vestbuss.", "buss for Vestbuss"),
    ("Jeg er ingeniør, men står uten jobb.", "ingeniør"),
    ("Far hass, Lars, har gård og treng han heime.", "gård"),
    ("Hun er tanten hennes og lærer på Moen.", "lærer på Moen"),
    ("Mor er tannhelsesekretær og sliten.", "tannhelsesekretær"),
    ("Faren, pinsepastor i bygda, er streng.", "pinsepastor"),
    ("Farmor, som er pensjonert barnelege, mener det.", "barnelege"),
    ("Mor, som selv er psykiatrisk sykepleier, ser det.", "sykepleier"),
    ("Far på jobb (forskalingssnekker). Fin leilighet.", "forskalingssnekker"),
    ("Far er på jobb (murer).", "murer"),
    ("Mor har begynt som vekter.", "vekter"),
    ("Far er taubåtskipper, mor jordmor.", "jordmor"),
    ("Mor sykepleier, far bonde.", "sykepleier"),
    ("Leseren vår, en pensjonert bibliotekar ved navn Ottar, kommer.", "bibliotekar"),
    ("Som fysioterapeut og tante til gutten skriver jeg dette.", "fysioterapeut"),
    ("Jeg er mor til en jente, og lærer selv.", "lærer"),
    ("Eg er sjølv bioingeniør, og dottera mi er sjuk.", "bioingeniør"),
    ("Foreldra, som båe er drosjesjåførar, er redde.", "drosjesjåførar"),
    ("Faren, han er visstnok vekter.", "vekter"),
    ("Mor hennar er regnskapsførar.", "regnskapsførar"),
    ("Far har mistet jobben som sveiser.", "sveiser"),
    ("Far er selvstendig næringsdrivende (rørlegger).", "rørlegger"),
]
EMPLOYERS = [
    ("Mor tar vakter på sykehjemmet.", "sykehjemmet"),
    ("Faren er snill. Han jobber på fiskemottaket og rekker ikke møtet.", "fiskemottaket"),
    ("Faren har Joker-butikken her ute.", "Joker-butikken"),
    ("far skulle rett på jobb på coop", "coop"),
    ("mora jobbe på bunnpris", "bunnpris"),
    ("Han står i kassa på Spar hver dag.", "Spar"),
    ("Mor sitter i kassen på Rema 1000.", "Rema 1000"),
    ("Hun er ansatt hos Felleskjøpet.", "Felleskjøpet"),
    ("Mor ringte fra Coop Prix i pausen.", "Coop Prix"),
    ("Vi så ham utenfor Biltema i går, der far jobber.", "Biltema"),
    ("De har begynt å stjele på bunnpris.", "bunnpris"),
    ("Hun har rød Posten-jakke.", "Posten"),
    ("Mor vasker på Scandic.", "Scandic"),
    ("Leder, Fjellbygg AS", "Fjellbygg AS"),
    ("Hun er frisør og eier Salong Lokk i byen.", "Salong Lokk"),
    ("Han sa at mor var på Kiwi.", "Kiwi"),
    ("mor e på rema nå", "rema"),
    ("Hils Ståle på AtB", "AtB"),
    ("Foreldra har gatekjøkken i sentrum.", "gatekjøkken"),
    ("De driver en kebabsjappe nede i gata.", "kebabsjappe"),
    ("Mor har nå eget hundepensjonat hjemme.", "hundepensjonat"),
    ("Far har sjark og er mye borte.", "sjark"),
]
LEFT_ALONE = [
    "Mor pleier å gå tur om kvelden.",
    "Far er ikke hjemme. Mor er ikke fornøyd.",
    "Til stede: mor, far, helsesykepleier, PPT og rektor.",
    "Til stede: mor, far, kontaktlærer og tolk på telefon.",
    "Han er tolk for de andre.",
    "Gutten er leder i gruppa.",
    "Jeg er saksbehandler i NAV.",
    "Hun kjører buss til skolen.",
    "Han kjører taxi til skolen hver dag.",
    "Han er målvakt.",
    "Vi arbeider på extra oppgaver.",
    "Vi arbeider for en trygg skole.",
    "Den eldste oversetter for mor.",
    "Vi søker en vikar, gjerne en lærer.",
    "Eleven har AS, og det er kjent.",
    "Saken skal opp i kommunestyret.",
    "Som lærer og kollega skriver jeg dette.",
    "Hun er en flink leder i gruppa.",
    "Vi har en dyktig lærer og en god rektor.",
    "Hun er spesialpedagogisk rådgiver.",
    "Far er på tide hver dag.",
    "Jeg er pianolærer i kulturskolen.",
    "Eg er ruskonsulent og treng råd.",
    "De driver Zippys venner i klassen.",
    "Gutten er flink fordi lærer selv er stolt.",
]


@each(("text", "words"), JOBS)
def test_a_job_told_in_passing_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "yrke", words)


@each(("text", "words"), EMPLOYERS)
def test_an_employer_told_in_passing_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "arbeidsgiver", words)


@each("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Til stede: mor Beata, far, helsesykepleier Tone.", "helsesykepleier"),
        ("Samtale med Dawit og foreldrene, tolk Yonas på telefon.", "tolk"),
        ("Mor og rektor Nilsen er enige.", "rektor"),
    ],
)
def test_a_role_beside_a_name_of_the_staff_is_no_job_of_a_parent(anonymiser: Anonymiser, text: str, role: str) -> None:
    assert all(role not in text[f.start : f.end] for f in anonymiser.find(text) if f.type == "yrke")
