"""Traits told in passing: ages, departments, siblings, jobs, employers and events, and what only looks like them."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = [
    ("Lisa B. (9) kom med blåmerke.", "alder", "9"),
    ("Vi har en gutt, Prøve, på 4 år som ler.", "alder", "4 år"),
    ("Mor 19 år, far 24, begge hos NAV.", "alder", "24"),
    ("Far fyller førti neste uke.", "alder", "førti"),
    ("Jeg kjenner ham. Nå er han ni, og stille.", "alder", "ni"),
    ("Snart blir hun seks og stor.", "alder", "seks"),
    ("Kine e seksten å ha kjærest.", "alder", "seksten"),
    ("Hun er hjemme alene med fire barn.", "sosken", "fire barn"),
    ("Det er ei halvsøster på samme alder.", "sosken", "halvsøster på samme alder"),
    ("Renate på rød har prøvd alt.", "avdeling", "rød"),
    ("si det til de på blåbær", "avdeling", "blåbær"),
    ("hun blør neseblod, er på gul kom ned", "avdeling", "gul"),
    ("skjemaet lå i hylla på sommerfugl", "avdeling", "sommerfugl"),
    ("Vikar på blå trenger hjelp.", "avdeling", "blå"),
    ("Prøve barnehage, avdeling Tusenfryd: barnet ler.", "avdeling", "Tusenfryd"),
    ("Far er lensmann i Surnadal og mor tannlege.", "yrke", "tannlege"),
    ("Han bor hos bygdas einaste snikkar.", "eneste", "bygdas einaste snikkar"),
    ("Hainn e einaste onga på øya å tar båt.", "eneste", "einaste onga"),
    ("Mora hennes (advokat) spør hver dag.", "yrke", "advokat"),
    ("Eg køyrer buss og ser dei andre. Sonen min ler.", "yrke", "buss"),
    ("Faren, han som e målar, kjem åleina.", "yrke", "målar"),
    ("Far selger skrap og mor er syk.", "arbeidsgiver", "skrap"),
    ("Han er storebroren og lærling på Felleskjøpet.", "yrke", "lærling"),
    ("Hun driver neglsalong og hadde stengt.", "arbeidsgiver", "neglsalong"),
    ("Det er Lise på Rema 1000 som kan kurdisk.", "arbeidsgiver", "Rema 1000"),
    ("Liv kan følge hvis far ikke rekker fra Posten.", "arbeidsgiver", "Posten"),
    ("de røyker bak europris. tobias sin mor jobber der også", "arbeidsgiver", "europris"),
    ("His father, Mr Prove, teaches at NTNU and reads everything about it.", "arbeidsgiver", "NTNU"),
    ("The parents work as carpenters for the same company, and the boy translates.", "yrke", "carpenters"),
    ("Kartlegging på dari er bestilt.", "opprinnelse", "dari"),
    ("Foreldrene kan russisk, mor også engelsk.", "opprinnelse", "engelsk"),
    ("Foreldrene er tsjekkiske.", "opprinnelse", "tsjekkiske"),
    ("Polsk mor, norsk far. Hun ler.", "opprinnelse", "norsk"),
    ("Hun har samisk på nett to timer i uka.", "opprinnelse", "samisk"),
    ("Det har gått rykter siden drukningen ved badeplassen i juni.", "hendelse", "drukningen ved badeplassen"),
    ("Han er redd etter kniphendelsen på juleballet i fjor.", "hendelse", "kniphendelsen på juleballet"),
    ("jenta har grått pga det som skjedde på julemarkedet", "hendelse", "det som skjedde på julemarkedet"),
    ("The boy has changed since the avalanche at the cabin field.", "hendelse", "avalanche at the cabin field"),
    ("Han drømmer om Rockheim ungdomsband.", "forening", "Rockheim ungdomsband"),
    ("vi i klubben (hangaren) har en gutt her", "forening", "hangaren"),
    ("My two boys go to the Prove homework club and they like it there.", "forening", "Prove homework club"),
    ("Gutten er meldt ut av skolen fra 1.12 på grunn av flytting.", "dato", "1.12"),
]
LEFT_ALONE = [
    "Klage til kommunedirektøren er sendt. Brev til ordføreren er skrevet.",
    "hva gjør man, er bare en vikarlærer her",
    "Jenta snakker om det som skjedde i gangen. Mobbeepisoden i garderoben er over.",
    "De lærer franske sanger og har spanske gloser i lekse. Norsk mat er godt.",
    "Hun kjører buss til skolen. Pakke fra Posten kom.",
    "They are teachers here, and we work with nurses and doctors every day.",
    "storm er meldt, og regn er ventet. fleire gang om dan. tannreg og pos 1",
    "Logoped har fire månader venteliste. veit ikkje kven av dei som tolkar",
    "Vi bruker Kvello-mal, Spence og Zones of Regulation. Lokomotivet Thomas er gøy, og Jif er tomt.",
    "Det er bygdas eneste skole, og kommunens eneste kino er stengt. Plikten gjelder til fylte 18.",
    "Karakteren gikk fra 1.12 til 1.14.",
    "Møtedatoer for team: 12.1, 9.2, 9.3, 13.4, 11.5",
    "Møtedatoer høsten 2026: 5. september, 3. oktober og 7. november kl. 12-14.",
    "Møteplan:\n- 12.1\n- 9.2\n- 9.3",
    "Tverrfaglig team møtes 5/9, 3/10, 7/11 og 5/12.",
    "Planleggingsdager: 14.8, 2.1 og 3.1.",
    "Mor 50 %, far 100 %. Mor 12 timer.",
    "Nå er han inne og leker. Da var han to ganger ute.",
    "Hun var alene med fire barn på avdelingen.",
    "Da er han på rød og må ha pause. Han er mye på rød i samling.",
    "Vi stopper på rød mann. De maler på blå ark. Vi har sett på grønn og gul farge.",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@each("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Møter med mor 15/9, 23/10 og 17/11.", "23/10"),
        ("Datoer for fravær: 12.1, 13.1, 14.1.", "13.1"),
        ("Møteplan: 12.1, 9.2. Født 3.5.2014.", "3.5.2014"),
    ],
)
def test_days_that_are_about_somebody_are_found_beside_the_calendar_of_a_team(
    anonymiser: Anonymiser, text: str, day: str
) -> None:
    start = text.index(day)
    assert any(f.start <= start < f.end for f in anonymiser.find(text))
