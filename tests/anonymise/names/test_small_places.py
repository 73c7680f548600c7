"""Names as tired people in small places write them: small letters, dialect, farms as surnames, letters for persons."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import asks_about_just, finds, hides_just, leaves, names_nobody
from tests.each import each

HIDDEN = [
    # a surname no list holds, right behind a given name
    "hilsen {kari oterholm}",
    "mormor til {elias brekkhus} ringte",
    "eleven {julian sæther-holm} har vært borte",
    "jeg heter {rakel stokke-lie}",
    "har en gutt som heter {jørn tore} han biter andre barn",
    "{jonas} klatrevegg er fin",
    "gjelder {sindre a}\ndeltakere: rektor",
    # two names tied by a hyphen
    "pedagogisk leder {ann-magritt} mener det går over",
    "familien {al-khatib} ble flyttet",
    "mor {odd-veig} ringte",
    "barnet {mei-lin} deltok",
    "signert {krogh-sæther} i dag",
    # what somebody is known by, in front of the name
    "{traktor leif} har fått besøk igjen",
    "det var {pølse roger} som ringte",
    "kjøpt sykkel av {skraphandler kalle} og nå",
    # a new sentence without its full stop
    "jeg er redd for {sol} hun kommer med samme genser hver dag",
    "kan noen snakke med {juni} hun sier hun vil dø",
    "hjemmebesøk hos {fjeld}, det luktet hasj",
    "jeg tenker på {rose} i fjerde, hun har sluttet å le",
    # letters
    "bekymra før {KJ}. Han er ofte borte.",
    "{EH} skal hentes av tante, ikke far.",
    "{TS} fra 6c har ikke gymtøy",
    "{a.m} og {l.m} er søsken og begge sover i timene",
    "ungdomsklubben har {m.h}. han ville ikke hjem",
    "elev: {s.k}., 9c. fravær",
    # roads and cases in small letters
    "familien i {fiolstien 4} bråker",
    "bor hos farmor, {wessels veg 71}",
    "vi var i {øvre rognli 34} i går",
    "mvh styreren, {skoleveien 41}",
    "journalnummer hos oss er {ppt-2023-0456}",
    "dette er {sak-0042/25} ja",
    "saka er {24/bv/00093} hos oss",
]
CALLED = [
    "vi kaller han {pusen} her i garderoben",
    "hainn der som vi kalle {tassen} har itj spist",
    "dæm kalle'n {skruen}. han bli plaga",
    "bare kall han {bamse}, han svarer ikke",
    "det e han {raringen}, han som gjekk på taket",
    "alle sier {bamsen} og han hater det",
    "ho {solla} bli ho kalla",
    "hvis {kleiva} junior kommer full",
]
NOBODY = [
    "de kaller ham dum og stygg hele tida",
    "da tok han ballen, og gikk",
    "rommet vi kaller båten er stort",
    "Dei seier alle at dei er mette.",
    "Skal vi bry oss, ella går det over?",
    "Ej har ein elev som ikkje vil ete.",
    "Berg- og dalbane er ordet de bruker.",
    "STORM I MAGEN\nSlik beskriver de det.",
    "Plus-Plus er for smått for de minste.",
    "Varenummer 4410 2290 finnes i mindre størrelse.",
    "i barnehagen 3 av 5 dager",
    "på skoleveien 2 ganger i uka",
    "øvre grense 25",
    "det står i rundskriv is-17/2015",
    "han kom for sent p.g.a. bussen",
    "gymtøy, sekk m.v. er borte",
    "klær, sko m.v. har ikke blitt vasket",
    "vanskar, m.a. han har ikkje sove",
    "møte med n.n. har ikke blitt holdt",
]
ASKED_AT_MOST = [
    "Barna vil at Rose, Lilje og Fiol skal være temaet.",
    "Ro, Trygghet og Glede står det på plakaten vår.",
    "Vi har hatt både Glad og Sinna i samling.",
    "Barnet drikker bare av Elsa-koppen.",
    "Nora-samtaler er et opplegg vi liker.",
    "Dag Solstad står på pensum.",
    "tirs: fin dag\ntor: syk\nfre: hentet kl 11",
]
SOMEBODY = [
    ("Rose, Lilje og Fiol slo hverandre.", "Rose"),
    ("Elevene Storm, Sol og Fiol er uvenner.", "Storm"),
    ("Hei, Tone! Kan du komme?", "Tone"),
    ("Elsa drakk av Elsa-koppen.", "Elsa"),
    ("Jonas-saken er meldt.", "Jonas"),
    ("Jeg ringte mor til Sol og Fiol.", "Sol"),
]


@each("marked", HIDDEN)
def test_it_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("marked", CALLED)
def test_what_somebody_is_called_is_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@each("text", NOBODY)
def test_nobody_is_named(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_what_lies_by_the_water_is_not_asked_about(anonymiser: Anonymiser) -> None:
    assert anonymiser.find("ny leider på kaia, den kommer mandag") == []


@each("text", ASKED_AT_MOST)
def test_it_does_not_stop(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each(("text", "name"), SOMEBODY)
def test_somebody_in_a_row_or_beside_a_thing_stops(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)
