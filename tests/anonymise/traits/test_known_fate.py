"""What everybody in a small place knows of a family is warned of; what is said of many is not."""

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.traits.known_fate import KNOWN
from tests.anonymise.tables import finds
from tests.each import each

FOUND = [
    ("Gutten er broren til han som døde i snøskuterulykken.", "hendelse", "snøskuterulykken"),
    ("Hun overlevde fergeulykka i 2019.", "hendelse", "fergeulykka i 2019"),
    ("Faren ble drept i fjor", "hendelse", "Faren ble drept i fjor"),
    ("Moren ble drept.", "hendelse", "Moren ble drept"),
    ("Pappa ble skutt i 2018.", "hendelse", "Pappa ble skutt i 2018"),
    ("Onkelen druknet i fjor.", "hendelse", "Onkelen druknet i fjor"),
    ("Broren til barnet omkom for to år siden.", "hendelse", "omkom for to år siden"),
    ("Søsteren tok livet sitt i fjor høst", "hendelse", "tok livet sitt i fjor høst"),
    ("Mora hennes begikk selvmord i 2020.", "hendelse", "begikk selvmord i 2020"),
    ("Fetteren hengte seg i mars.", "hendelse", "hengte seg i mars"),
    ("Faren ble funnet død i høst.", "hendelse", "funnet død i høst"),
    ("Storebroren ble dømt for drap i 2021", "hendelse", "dømt for drap i 2021"),
    ("Faren er siktet for bankran.", "hendelse", "siktet for bankran"),
    ("Faren sitter i Prøvdal fengsel", "hendelse", "Prøvdal fengsel"),
    ("Hun er transgutt", "eneste", "transgutt"),
    ("Eleven er en transjente.", "eneste", "transjente"),
    ("Barnet er ikke-binært.", "eneste", "ikke-binært"),
    ("Han har to mammaer", "eneste", "to mammaer"),
    ("Jenta bor med to pappaer.", "eneste", "to pappaer"),
    ("Hun er født med bare én arm", "diagnose", "med bare én arm"),
    ("Han er fødd utan venstre hand.", "diagnose", "utan venstre hand"),
    ("Gutten mangler en finger.", "diagnose", "mangler en finger"),
    ("Moren jobber her på skolen", "arbeidsgiver", "jobber her på skolen"),
    ("Faren er ansatt hos oss.", "arbeidsgiver", "er ansatt hos oss"),
    ("Mamma jobber i samme barnehage.", "arbeidsgiver", "jobber i samme barnehage"),
    ("Han er født i uke 12 i 2014", "dato", "uke 12 i 2014"),
    ("Sønnen er født i uke 3, 2015.", "dato", "uke 3, 2015"),
    ("Han er født to uker før jul i 2012", "dato", "to uker før jul i 2012"),
    ("Jenta er født rett etter påske 2015.", "dato", "rett etter påske 2015"),
    ("Bursdagen er rundt sankthans.", "dato", "rundt sankthans"),
]
LEFT_ALONE = [
    "Hva gjør vi når en elev har vært i en ulykke?",
    "Hun er redd for at faren skal ta livet sitt.",
    "Vi har to mammagrupper her på skolen.",
    "Hva sier loven om drap?",
    "Trafikkulykker er vanlige i dette landet.",
    "Moren jobber på skift, og faren jobber mye.",
    "Han mangler sko og klær.",
    "Vi møtes etter jul i uke 3.",
    "Barnet er født i uke 27 og er liten.",
    "Barnet har to hjem og to foreldre.",
    "Mor tar seg av barna, og faren er på jobb her i landet.",
    "Kriminalomsorgen har et fengsel i regionen.",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.why == KNOWN or f.type == "dato"]


def test_what_is_written_instead_reads_well(anonymiser: Anonymiser) -> None:
    texts = ("Hun er en transgutt.", "Han har to mammaer.", "Hun er født med bare én arm.", "Moren jobber her.")
    assert [anonymiser.rewrite(text, anonymiser.find(text)) for text in texts] == [
        "Hun er et barn.",
        "Han har foreldre.",
        "Hun er født med [en diagnose].",
        "Moren har en jobb.",
    ]
