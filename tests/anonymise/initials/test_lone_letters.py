"""One letter that nothing explains is somebody, wherever it stands; what explains one is tried beside it."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

SOMEBODY = [
    "Vi tenker på {E} hele tiden.",
    "Det gjelder {K.}\nHan slår.",
    "Mor til {M.}\n\nSamtaler med {T.}\n\nMøter hver uke.",
    "Det er {T} jeg er redd for, ikke søsteren.",
    "Storesøsteren passer {P} om kvelden.",
    "I friminuttet sto {M} alene ved gjerdet.",
    "Når far henter, gjemmer {H} seg.",
    "I helga var {L} hos faren sin, og siden har hun ikke snakket.",
    "Hun ({T}) sier at han ({O}) dytter henne.",
    "Både {N} og lillebroren kommer uten mat.",
    "Det er {Ks} sekk som ligger igjen.",
    "Vi ser at {A} trekker seg unna.",
    "Har dere hørt noe om {W}?",
    "læreren tok med seg {p} ut",
    "far kom og hentet {g} kl 14",
    "Logg: 08.20 {R} kommer, 08.45 {R} under bordet.",
    "{A} og {B} slåss ved ballbingen, og det var {A} som begynte.",
    "{KH} gråter mye. Alt ligger i {KH}-mappa.",
    "kan noen ringe meg ang {k}",
    "han der {b} i klassen",
    "{l} {b} har sagt at hun vil dø",
    "Vi tok {E} ut av klassen i går.",
    "Mor hadde {C} hjemme i går.",
    "Team: {M} ble slått i går.",
    "Søsknene {K}, {L} og {M} kommer uten mat.",
    "Vennene {K} og {L} slåss igjen.",
    "I timen {K} slo en annen elev.",
    "There is a boy, {S}., who only eats with me. Should we give {S} more time?",
]
TOLD_OF = [
    "{T} går til logoped og slår de andre barna.",
    "Vi er bekymret for {T}, det betyr mye at dere svarer.",
    "{T} slo mæ i dag",
    "{H} gret i dag, mæ og ho snakka",
    "{E} kommer ofte for sent. {E} vil ikke hjem.",
    "{Y} har vondt i magen. {Y} vil ikke hjem til far.",
    "Vi kaller han {Y} i dette brevet. {Y} er redd.",
    "{A} og {B} sloss i friminuttet. {A} fikk neseblod.",
    "eleven {t} er ofte borte",
    "at {f} ikke spiser er nytt",
    "heretter kalt {m}. {m} er sju år",
    "kaller ham {d} i denne teksten. {d} slår",
    "Slagsmål mellom {T} og {R} i går, begge går til logoped.",
    "Hei {K}! Vi fulgte planen for uttale.",
    "{T} sin mor ringte. Logopeden kom.",
    "Logopeden kom, og så hentet far {T} på torget.",
    "Har {E} noen venner?",
    "Mor til {A} sier at {B} plager.",
    "Gi {A} en fast voksen. Flytt {T} til en annen gruppe.",
    "{E} kom ikke i går.",
    "Far fikk {A} hjem etter konflikten.",
    "Vi fulgte plan {K} i høst. Nå er det {K} det handler om.",
    "Gjelder: {B}, som er redd hjemme.",
]
"""What is told of the letter beside it is stronger than any explanation elsewhere in the text."""
NOBODY = [
    "Alle på møterom K skal flyttes, og vi deler klassen i gruppe D, E og F.",
    "Karakter: E. Str. L passer best.",
    "Vi valgte B.",
    "Svaret er C.",
    "Det er B som gjelder.",
    "Fra A til Å handler det om tillit.",
    "Vi har tre mål: T for trygghet, R for ro og G for glede.",
    "Ordet begynner på s, og det slutter på r.",
    "Vi trener på å si r.",
    "Hun fikk O i oppførsel.",
    "Kom til time B på helsestasjonen, og gjør øvelse F.",
    "Elevene lærer om C, H og O i kjemi.",
    "bra, k",
    "Hun kan lydene M, S, I og O.",
    "Han skriver speilvendt S og Z.",
    "Han handler på Circle K hver dag.",
    "En elev fikk en F, og hun var glad for en B.",
    "R-lyden og S er vanskelig for henne.",
    "Hun lærer akkorder nå, mest G og D.",
    "Vi bruker vurderingene O, S og H. En elev har fått O på alt.",
    "Boka er av Ross W. Greene.",
    "Kolonne G i regnearket er tom, og den står i bygg K.",
    "Vi måler 5 V på batteriet.",
    "E har prøvd alt. D va ei mor her.",
    "D) og E) er riktige svar.",
    "Hun speilvender og blander b og d.",
    "han tar vitamin k, og det sto rom g på døra",
    "§ 13 b og c gjelder her",
    "Kapittel F handler om overganger, og sone G er røykfri.",
    "Buss R og tog L går ikke i romjula.",
    "Punktene P og Q ligger på linja.",
    "Nivåene er L, M og H.",
    "Vi bruker skalaen U, L, M og H.",
    "Filmen M er for gammel for dem.",
    "SMS med teksten K betyr ok.",
    "Hylla merket K er tom.",
    "Han skriver H som N, og hun sier t i stedet for k.",
    "Gutten blander b og d, og p og q.",
    "Han strever med r og l.",
    "Vi møtes på rom C2 og D.",
    "Vi tok opp G og H i sang.",
    "Barnehagen har base A, B og D.",
    "Vi legger det i perm H, og bruker nøkkel G.",
    "Trafikklys: R, G og B.",
    "Vi kalte tiltaket K i planen.",
    "V i k t i g: husk møtet.",
    "C-vitamin og D-vitamin er viktig.",
]


@pytest.mark.parametrize("marked", SOMEBODY + TOLD_OF)
def test_a_letter_that_nothing_explains_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_a_letter_that_something_explains_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
