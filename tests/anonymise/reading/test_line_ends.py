"""A finding ends with its line: what the next line says is of somebody else. Where it plainly goes on, it is one."""

from bot.anonymise import Anonymiser
from tests.each import each

ENDS = [
    "Mor jobber på sykehuset",
    "Far jobber på Aker",
    "mor jobber i kommunen",
    "mor jobber på Kiwi",
    "Far jobber i forsvaret",
    "Far er tannlege",
    "Mor jobber som lege",
    "Familien driver restaurant",
    "bor i Granvegen",
    "bor i Storgata 14",
    "hun bor i Hegra",
    "De kommer fra Eritrea",
    "lærer Kari",
    "Hei Kari Nordmann",
    "Barnet heter Emma",
    "Hilsen Emma",
    "han er den eneste",
    "den eneste jenta i klassen",
    "Han er 9 år",
    "Han er 9",
    "født 12.03.2015",
    "Møtet var 12. mars",
    "går i 4b",
    "går i 4. trinn",
    "Går på Vassbygd skole",
    "Går i Granbakken barnehage",
    "går på Tyttebær",
    "spiller fotball på Stjørdals-Blink",
    "Han er nummer tre av fem",
    "Ring meg på 412 34 567",
    "kari.prove@eksempel.no",
    "Hun kalles Tuppa",
    "Saksnr 2024/1234",
    "Det gjelder K.N.",
]
NEXT = ["Far drikker.", "Slår ikke, sier mor.", "Barnet er redd.", "barnet er ofte borte.", "Mor slår."]


@each("line", ENDS)
@each("following", NEXT)
@each("between", ["\n", "\n\n", "\r\n", "\n- "])
def test_what_the_next_line_says_is_left_as_it_stands(
    anonymiser: Anonymiser, line: str, following: str, between: str
) -> None:
    text = line + between + following
    written = anonymiser.rewrite(text, anonymiser.find(text, "stjordal"))
    assert written.endswith(between + following), written


@each(
    ("text", "written"),
    [
        ("Mor jobber på sykehuset\nFar drikker", "Mor jobber på [arbeidsplassen]\nFar drikker"),
        ("far jobber på Værnes\n\nMor er mye alene", "far jobber på [arbeidsplassen]\n\nMor er mye alene"),
        ("bor i Granvegen\nFar drikker", "bor i [adressen]\nFar drikker"),
        ("lærer Kari\nKari ringte", "lærer\n[En kollega] ringte"),
        ("Elever:\nKari\nOla\nPer", "Elever:\n[Navn]\n[En person]\n[En person]"),
        ("Mor bor i Granvegen\n2 barn hjemme", "Mor bor i [adressen]\n2 barn hjemme"),
    ],
)
def test_each_line_is_written_anew_by_itself(anonymiser: Anonymiser, text: str, written: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text, "stjordal")) == written


@each(
    ("text", "whole"),
    [
        ("Bor i Granvegen\n12 B.", "Granvegen\n12 B"),
        ("tlf 918\n40 227", "918\n40 227"),
        ("Møtet var 12.\nmars klokka ni", "12.\nmars"),
        ("Det gjelder Ola\nHansen i dag.", "Ola\nHansen"),
    ],
)
def test_what_plainly_goes_on_is_one(anonymiser: Anonymiser, text: str, whole: str) -> None:
    assert whole in [text[f.start : f.end] for f in anonymiser.find(text)]


@each("line", ENDS)
@each("following", ["412 34 567", "12 B", "Nordmann", "mars 2015", "år", "skole", "Elg"])
def test_nothing_crosses_an_empty_line(anonymiser: Anonymiser, line: str, following: str) -> None:
    text = f"{line}\n\n{following}"
    assert [text[f.start : f.end] for f in anonymiser.find(text) if "\n\n" in text[f.start : f.end]] == []
