"""What is written short, in notes and in forms: what is a name or a trait there, and what is only an ordinary word."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, hides_just, leaves


@pytest.mark.parametrize(
    "text",
    [
        "U.t. kons. i skolehelsetj. Eleven kommer daglig.",
        "Selvskade lår, overfl. Hvordan går vi videre?",
        "Syn og hørsel u.a. Tonus ok.",
        "Bør vi ha samarb.møte?",
        "En mor sa i luka at det ikke er lett.",
        "Han har ikkje grete éin gong.",
        "kan dere svare på en rask ting, en elev spurte",
        "vi sang «vår beste dag». skal jeg si det?",
        "Hvem har lånt Bluetooth-høyttaleren?",
        "Fair Play-reglene kan han på rams.",
        "Modia-notatet mitt er på to linjer.",
        "Vi tar det opp på møtet i mai. Mai er kanskje for seint.",
        "Mai er full: samtaler, dugnad og tur.",
        "Mai, juni og august står på planen.",
        "Mai måned ble full av møter.",
        "August: oppstart. Oktober: kartlegging. April: overganger. Juni: evaluering.",
        "Svar: Glad i dyr. Punkt 5 er skrevet av assistenten.",
        "Fravær siden jan. Foreldre sep. Ønsker råd.",
    ],
)
def test_short_and_inflected_words_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    "marked",
    [
        "{Sunniva K-B}, tiende, tok kontakt.",
        "{Tuva} ({Tuppa} hjemme) leser ikke.",
        "Far {Stein Heim}. {Heim} (far) henvises.",
        "I journalen, {J-20117/19}, står det noe om far.",
        "Han fikk melding fra {kongen.av.kvartalet} på Telegram.",
        "i går traff han {vilde} over øyet",
        "fikk du tak i {mona} i dag",
        "{Mai} har bursdag i mai.",
        "{Mai} gråter. Vi ses i oktober.",
        "Snakket med {Odd}, ikke sant?",
        "{T} sin mor ringte, og {T} var lei seg.",
        "Elev {t} er ofte borte.",
    ],
)
def test_names_in_notes_are_found(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("vikaren på bekkestua ungdomsskole ringte", "skole", "bekkestua ungdomsskole"),
        ("Hilsen Marianne, Fjellhall videregående", "skole", "Fjellhall videregående"),
        ("går i 7a på nordlia.", "skole", "nordlia"),
        ("De flyttet inn, og sju barn deler to rom.", "sosken", "sju barn"),
        ("Økonomi i en familie med fire barn.", "sosken", "fire barn"),
        ("Mor er gravid med nummer seks.", "sosken", "nummer seks"),
        ("Benji på 15 hi begynt å kom", "alder", "15"),
        ("en elev som jeg tror er 12.", "alder", "12"),
        ("Rima, syrisk, 17, gravid", "alder", "17"),
        ("Gutn e fjorten å stille", "alder", "fjorten"),
        ("Isak og Elias er 4 år.", "alder", "4 år"),
        ("Mor mistet jobben på lakseslakteriet.", "arbeidsgiver", "lakseslakteriet"),
        ("Faren er tidligere landslagsspiller.", "yrke", "landslagsspiller"),
    ],
)
def test_traits_in_notes_are_found(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Gruppa har seks barn i dag.",
        "Skolen har en gruppe med seks barn.",
        "Etter videregående vil hun jobbe.",
        "Møtet er på 15 minutter.",
        "Barna går på tur.",
    ],
)
def test_what_is_no_trait_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
