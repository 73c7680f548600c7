"""Ages, grades, many children, work, what happened and who is the only one, told in passing and in few words."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

AGES = [
    ("Jente ca. 14 som vanker ved senteret.", "14"),
    ("Gutt, omtrent 12, alene på stasjonen.", "12"),
    ("Gutten er ~6 og snakker ikke.", "~6"),
    ("Gutten er snart 16 om en måned.", "16"),
    ("Ahmed Nuur, 15 om to uker, har sluttet å komme.", "15"),
    ("Tre jenter, alle 13, drikker i helgene.", "13"),
    ("En mor i 17 års-alderen trenger hjelp.", "17 års-alderen"),
    ("Gutt i 14-årsalderen som ruser seg.", "14-årsalderen"),
    ("Kornelia er 18 i mai og vil flytte ut.", "18"),
    ("gutten heter sivert og er 7 han stikker av", "7"),
    ("Ho e 17 måna å går itj.", "17 måna"),
    ("Han e 8 månna å søv itj.", "8 månna"),
    ("Han é 2 og eit halvt, mora seier nei.", "2 og eit halvt"),
]
GRADES = [
    ("Ho har ikke snakket siden sjuende.", "sjuende"),
    ("Jeg hadde henne i fjerde, nå er alt annerledes.", "fjerde"),
    ("Klassen har 3. og 4. trinn saman.", "3. og 4. trinn"),
    ("Vi er fådelt med 1. og 2. trinn sammen.", "1. og 2. trinn"),
]
FAMILIES = [
    ("Mor er syk, far snekker, seks barn, den minste har knapt språk.", "seks barn"),
    ("Fem ungar, alle heime, far borte.", "Fem ungar"),
    ("Det er en far Abdirahman som har sju barn og sier nei.", "sju barn"),
    ("Mor med åtte barn ber om hjelp til strøm.", "åtte barn"),
    ("Jorunn sine fire ungar kjem utan mat.", "fire ungar"),
    ("Berg har fire onga å itj strøm.", "fire onga"),
    ("Hjemmebesøk: barn nr. 4, mor sliten.", "barn nr. 4"),
    ("De har fem barn, nr fire sliter.", "nr fire"),
    ("De to er fosterbrødre, alle veit det.", "fosterbrødre"),
]
WORK = [
    ("Foreldra er begge lækjarar og svarar sjeldan.", "yrke", "lækjarar"),
    ("Far er menighetsforstander, mor sier ingenting.", "yrke", "menighetsforstander"),
    ("Foreldran e fiskera begge to.", "yrke", "fiskera"),
    ("Pappan e på sjøen å mamman svare itj.", "yrke", "på sjøen"),
    ("Mora é frisør og har ikkje tid.", "yrke", "frisør"),
    ("Far leverer post i bygda og vet alt.", "yrke", "leverer post"),
    ("Ho skal ikkje heim før faren er ferdig på sagbruket.", "arbeidsgiver", "sagbruket"),
    ("Faren e på oppdrettsanlegget å e borte.", "arbeidsgiver", "oppdrettsanlegget"),
    ("Mor slutter på meieriet klokka fire.", "arbeidsgiver", "meieriet"),
    ("Far vil ta ham ut av skolen for å arbeide på gartneriet.", "arbeidsgiver", "gartneriet"),
]
EVENTS = [
    ("Ho va med da ferga gikk på grunn i fjor.", "ferga gikk på grunn"),
    ("Foreldrene er uvenner etter at kebabsjappa brant.", "kebabsjappa brant"),
    ("Etter at skolebussen kjørte i grøfta tør hun ikke.", "skolebussen kjørte i grøfta"),
    ("De filmet slåsskampen etter russetoget i fjor.", "russetoget i fjor"),
    ("Alle i bygda skal gå i fakkeltog for faren.", "fakkeltog"),
    ("Det var kniving på torget i høst, og broren var med.", "kniving på torget"),
    ("Faren ble reddet av helikopter i vinter.", "reddet av helikopter"),
    ("Moren vant i lotto og flyttet ut.", "vant i lotto"),
    ("Onkelen sto fram på tv med det.", "sto fram på tv"),
    ("E det han som brant ned klubbhuset?", "brant ned klubbhuset"),
    ("Familien ble kastet ut av campingen.", "kastet ut av campingen"),
]
OTHERS = [
    ("Hun er den første jenta på hockeylaget.", "eneste", "den første jenta"),
    ("Det er bygdas yngste mor.", "eneste", "bygdas yngste mor"),
    ("Vi har bare én elev med hijab.", "eneste", "én elev"),
    ("Far er sørsame.", "opprinnelse", "sørsame"),
    ("Halvannet år gammel og går ikke.", "alder", "Halvannet år gammel"),
    ("Han er sjuende barn i familien.", "sosken", "sjuende barn"),
    ("Mor har barn med tre ulike fedre.", "sosken", "barn med tre ulike fedre"),
    ("De er mange, og alle sju sover i stua.", "sosken", "alle sju"),
    ("Einaste jenta på fotballaget, og ingen vågar å spørje.", "eneste", "Einaste jenta"),
    ("Jente 10 år, Lågen Svøm, fryser.", "forening", "Lågen Svøm"),
    ("familien leter etter hus på reipå", "sted", "reipå"),
]
FOUND = [
    *((text, "alder", told) for text, told in AGES),
    *((text, "trinn", told) for text, told in GRADES),
    *((text, "sosken", told) for text, told in FAMILIES),
    *WORK,
    *((text, "hendelse", told) for text, told in EVENTS),
    *OTHERS,
]
LEFT_ALONE = [
    "Vi tok opp saken og sto på hele dagen.",
    "Barna ble hentet med buss og levert av foreldrene.",
    "Skolens første time er stille lesing.",
    "Alle fem sover etter maten.",
    "Hva passer når ungen er 4–5 år og foreldrene kjefter mye?",
    "Barnet er kanskje 9-10 år.",
    "Møtet varer ca. 30 minutter, og barn ca. 12 timer i uka.",
    "Gruppa har barn som alle 4 trenger hjelp.",
    "Det gikk på grunn av været.",
    "Båten var forsinket på grunn av tåke.",
    "Vi er usikre etter at bussen gikk fra oss.",
    "Siden tredje gang har vi sagt fra.",
    "Barn nr. 1 slo barn nr. 3, og vi skilte dem.",
    "Vi har fem barn på gruppa og to voksne.",
    "Bord 2 er for trangt til seks barn, og bord 3 til fire barn, sier styreren.",
    "Far er borte fra mottaket av post i dag.",
    "Faren forstår ikke lovverket.",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_months_are_months_in_dialect_too(anonymiser: Anonymiser) -> None:
    text = "Ho e 17 måna å går itj."
    assert anonymiser.rewrite(text, anonymiser.find(text)) == "Ho e i barnehagealder å går itj."


@pytest.mark.parametrize(
    "text",
    [
        "Dette er sju år gamalt, og ingen bruker det.",
        "Ingen har sett barnet på tre uker.",
        "Kva er neste steg når heim og skule er ueinige?",
        "Planen seier noko. Og kor mykje er rett å betale?",
        "Klokka 8 gråter han, klokka 10 ler han, klokka 12 slåss han.",
    ],
)
def test_what_is_no_trait_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
