"""Dates of two numbers in logs, rows and ranges, and days told by their number alone; times and shares are none."""

import re

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = [
    ("3.11: Gråt ved levering.\n4.11: Rolig dag.", "4.11"),
    ("3/11: Sov lite. 4/11: Sov godt. 5.11: Sov ikke.", "5.11"),
    ("2.9 første skoledag, møtte ikke. 14.9 møtte.", "2.9"),
    ("16.11 glemt, 17.11 gitt, 18.11 nektet.", "17.11"),
    ("Fravær: 2.9, 14.9, 22.10 og 3.11.", "22.10"),
    ("Innlagt 05.11, utskrevet 09.11.", "05.11"),
    ("Utsatt fra 1.12 til 3.12.", "3.12"),
    ("Møter 20.11, 11.12 og 15.1.", "15.1"),
    ("Besøk 20.11 kl 12. Alle var hjemme.", "20.11"),
    ("Journalnotat 18.09, skrevet av lege.", "18.09"),
    ("Hun kommer 30.11. Kan noen være med?", "30.11."),
    ("Innkalling 24.11 til begge foreldre.", "24.11"),
    ("tir 3.11 var han borte", "3.11"),
    ("lør. 7.11 ble han hentet", "7.11"),
    ("1/9-5/9: tilvenning.", "1/9-5/9"),
    ("Leirskole 10.11–12.11, han ble hjemme.", "10.11–12.11"),
    ("Det skjedde natt til 4. og politiet var der.", "natt til 4."),
    ("Natta mot 12. sov han ute.", "Natta mot 12."),
    ("Fri fra og med 5. til og med 9.", "fra og med 5."),
    ("Syk f.o.m. 3. og ut uka", "f.o.m. 3."),
    ("fre 13. gikk alarmen", "fre 13."),
    ("lørdag kveld 7. ble det bråk", "lørdag kveld 7."),
    ("Den 11. ds. fikk vi melding.", "11. ds"),
    ("Han kom 11. dennes.", "11. dennes"),
    ("Utsettes fra 26. til 30. november.", "26."),
    ("Fri 7., 8. og 9. desember.", "7."),
    ("Avtalt til 27.11 kl. 8.30.", "27.11"),
    ("31.10 (halloween) var han ute.", "31.10"),
    ("Mandag den 2 var det bråk.", "Mandag den 2"),
    ("Overlapp 5.11:\n- sov kl 23", "5.11"),
    ("Vakttelefon 8.11 kl 02.15: ringer selv.", "8.11"),
    ("Møter: 2/9, 30/9 og 28/10.", "2/9"),
    ("Hun gråt 5.11. Taxien kostet 12.50.", "5.11."),
    ("Mor ringte 5.11. Gutten gråt 9.11. Taxi 12.50.", "5.11."),
    ("Mor ringte 5.11. Gutten gråt 9.11. Taxi 12.50.", "9.11."),
    ("Logg\n5.11 slo\n9.11 beit\nPris 12.50", "9.11"),
    ("Logg\n5.11 slo\n9.11 beit\nBilletten var 12.50 kr", "5.11"),
    ("Hun gråt 5.11. Hun fikk 25.50 av mor.", "5.11."),
    ("Hun gråt 5.11. Nå veier hun 14.50 kg.", "5.11."),
    ("Hun gråt 5.11.\nI dag gikk hun 11.45.", "5.11."),
]
LEFT_ALONE = [
    "Vi har ute 8.15, mat 9.10 og hvile 11.05.",
    "Kom 8.10, gikk 11.45.",
    "Han kom 8.10. Gikk 11.45.",
    "Ute 8.15\nmat 9.10\nhvile 11.05",
    "1.1 Formål\n1.2 Mål\n2.1 Tiltak",
    "Skår 3.2 og 4.2 på prøven.",
    "Han drikker 1.5 og 2.5 liter om dagen.",
    "Vekt 14.9 kg, i fjor 12.2 kg.",
    "Se punkt 3.2 og punkt 4.2 i planen.",
    "Vi møtes onsdager fra 8.30 til 10.",
    "Vi har fri fra og med 5. time.",
    "Det er den 3. gangen i dag.",
    "Halvparten, 1/2, av timene.",
    "Vi er mellom 1.2 og 1.4 voksne per barn.",
    "Versjon 1.2 og versjon 2.3 av skjemaet.",
]


@each(("text", "words"), FOUND)
def test_a_day_in_a_log_a_row_or_a_range_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "dato", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_times_shares_and_headings_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    "text",
    [
        "møteplan for kari: 3.5, 10.5 og 17.5",
        "møtedatoer emil: 12.1, 9.2",
        "møteplan bekymring ola: 3.5, 10.5",
        "møtekalender hodan: 12.1, 9.2",
        "møtedatoer ansvarsgruppe: 12.1, 9.2",
        "møtedager for sol: 12.1, 9.2",
        "møteplan for line: 12.1, 9.2",
        "møteplan til odd: 12.1, 9.2",
        "møtedatoer for fru lien: 12.1, 9.2",
        "møtedatoer for lille p: 12.1, 9.2",
    ],
)
def test_the_meetings_about_one_child_are_dates(anonymiser: Anonymiser, text: str) -> None:
    days = [text[f.start : f.end] for f in anonymiser.find(text) if f.type == "dato"]
    assert days == re.findall(r"\d+\.\d+", text)


@pytest.mark.parametrize(
    "text",
    [
        "møtekalender vår 26: 12.1, 9.2 og 9.3",
        "møteplan for teamet: 12.1, 9.2",
        "møteplan for styret: 12.1, 9.2",
        "Møtekalender: personalmøter 12.1, 9.2",
        "planleggingsdager 2026: 3.1, 4.1",
        "Møteplan for skoleåret 25/26: 12.1, 9.2",
        "frister for søknad: 1.3, 1.10",
        "møtedager i teamet: 12.1, 9.2",
        "møteplan for teamet: 12. sep, 10. okt, 14. nov.",
    ],
)
def test_the_meetings_of_a_team_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)


@pytest.mark.parametrize("text", ["Møtedatoer: 12.1, 3.5.14 og 9.2", "møtedatoer: 3.5.14", "emma, 3.5.14"])
def test_a_year_of_two_digits_in_a_calendar_may_be_a_birthday(anonymiser: Anonymiser, text: str) -> None:
    assert "3.5.14" in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize(
    "text", ["f.3.5.14", "f. 03.05.14", "F.03.05.14", "født 3.5.14", "f 3/5-14", "emma (f. 3.5.14)"]
)
def test_a_birthday_with_a_year_of_two_digits_is_direct(anonymiser: Anonymiser, text: str) -> None:
    assert any(f.type == "fodselsdato" and f.cls == "direct" for f in anonymiser.find(text))
