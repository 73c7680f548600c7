"""Beside somebody who surely is the child, what anybody may do makes no child of another; who works is grown up."""

import pytest

from bot.anonymise import Anonymiser
from tests.each import each

BESIDE_A_SURE_CHILD = [
    ("Per er alene med Jonas (9).", "[En person] er alene med [barnet] (i barneskolealder)."),
    (
        "Per var alene med henne i garderoben. Jonas (9) så det.",
        "[En person] var alene med henne i garderoben. [Barnet] (i barneskolealder) så det.",
    ),
    ("Per klorte Jonas (9).", "[En person] klorte [barnet] (i barneskolealder)."),
    ("Per kastet stolen på Jonas (9).", "[En person] kastet stolen på [barnet] (i barneskolealder)."),
    (
        "Per er utagerende. Jonas (9) er redd ham.",
        "[En person] er utagerende. [Barnet] (i barneskolealder) er redd ham.",
    ),
    ("Kari ble slått av Jonas (9).", "[En person] ble slått av [barnet] (i barneskolealder)."),
    (
        "Anne har blåmerker etter at Jonas (9) slo.",
        "[En person] har blåmerker etter at [barnet] (i barneskolealder) slo.",
    ),
    ("Jonas (9) sier at far slår Anne.", "[Barnet] (i barneskolealder) sier at far slår [en person]."),
    ("Mora til Jonas ringte. Per klorte Jonas.", "Mora til [barnet] ringte. [En person] klorte [barnet]."),
    ("Jonas sin far ringte. Siv gråt.", "[Barnet] sin far ringte. [En person] gråt."),
    ("Eleven Jonas klorte Per. Per gråt.", "Eleven klorte [en person]. [En person] gråt."),
    ("Per og Jonas (9) var alene på rommet.", "[En person] og [barnet] (i barneskolealder) var alene på rommet."),
    ("Jonas går i 4b. Siv er redd.", "[Barnet] går i [klassen]. [En person] er redd."),
    ("Jonas er født i 2016. Siv er redd.", "[Barnet] er født i [årstall]. [En person] er redd."),
    ("Gutten (7) er redd. Per gråt.", "Gutten (i barneskolealder) er redd. [En person] gråt."),
    (
        "Gutten (7) er her. Vi er bekymret for Emil.",
        "Gutten (i barneskolealder) er her. Vi er bekymret for [barnet].",
    ),
    ("Barnet er redd. Per er utagerende.", "Barnet er redd. [En person] er utagerende."),
    ("Per er utagerende mot eleven.", "[En person] er utagerende mot eleven."),
    ("Gutten leker med Emil.", "Gutten leker med [en person]."),
    ("Jenta er stille. Gjelder: Emma", "Jenta er stille. Gjelder: [barnet]"),
    ("Siv er den barnet stoler på. Siv gråt.", "[En person] er den barnet stoler på. [En person] gråt."),
    ("Jonas er elev. Per klorte Jonas.", "[Barnet] er elev. [En person] klorte [barnet]."),
    ("Emma er den eneste jenta i 9c. Per gråt.", "[Barnet] er et barn i [klassen]. [En person] gråt."),
    ("Emma R. er 14 år. Siv gråt.", "[Barnet] er i ungdomsskolealder. [En person] gråt."),
    ("J.H. (9) slo. Per gråt.", "[Barnet] (i barneskolealder) slo. [En person] gråt."),
    (
        "Jonas (9) slår. Emma (8) er redd.",
        "[Barnet] (i barneskolealder) slår. [Et annet barn] (i barneskolealder) er redd.",
    ),
    ("Elevene Emma og Jonas kom. Jonas gråt.", "Elevene kom. [Barnet] gråt."),
    ("K.S. klorte J.H. (9).", "[en person] klorte [barnet] (i barneskolealder)."),
    ("Jonas (9) gråt. K.S. klorte ham.", "[Barnet] (i barneskolealder) gråt. [en person] klorte ham."),
]
GROWN_UP = [
    "{} sover på jobb.",
    "{} gråt litt på jobb i går.",
    "{} sover på vakt.",
    "{} har diagnose og er sykmeldt.",
    "{} er redd. Hun er sykmeldt.",
    "{} er slått av mannen sin.",
    "{} har fått juling av mannen.",
    "{} savner barna sine.",
    "{} er født 12.03.1984.",
    "{} er født i 1984.",
    "{}, f. 12.03.84, er redd.",
    "{} (41) gråt. {} er redd.",
    "{} er flink med barna.",
    "{} er alene med barna.",
    "{} er alene med ei jente.",
    "{} klorte jenta.",
    "{} kastet stolen på ham.",
    "{} klorte henne. Hun er 9.",
    "Jeg hentet jenta. {} stakk innom.",
    "Møte med {} 12.03.2014.",
    "{} er redd gutten.",
]
STILL_CHILDREN = [
    "{} er alene hjemme.",
    "{} er alene med far.",
    "{} er redd når mor er på jobb.",
    "{} gråter når mor slår mannen sin.",
    "{} er redd mannen til mor.",
    "{} er stille. Hun er på vakt hele tiden.",
    "{} er redd og alltid på vakt.",
    "{} gråt da far slo henne.",
    "{} sier at mora er sykmeldt, og {} sover dårlig.",
    "{} er redd. Faren er født i 1984.",
]


@each(("text", "expected"), BESIDE_A_SURE_CHILD)
def test_beside_a_sure_child_nobody_becomes_one_by_what_anybody_does(
    anonymiser: Anonymiser, text: str, expected: str
) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)).lower() == expected.lower()


@each("name", ["Anne", "Siv", "Fatima"])
@each("text", GROWN_UP)
def test_a_grown_up_is_never_written_as_a_child(anonymiser: Anonymiser, text: str, name: str) -> None:
    text = text.replace("{}", name)
    written = anonymiser.rewrite(text, anonymiser.find(text)).lower()
    assert "[en person]" in written
    assert "barnet]" not in written
    assert "barn]" not in written


@each("name", ["Emma", "Jonas", "Fatima"])
@each("text", STILL_CHILDREN)
def test_what_is_said_of_others_makes_no_grown_up_of_the_child(anonymiser: Anonymiser, text: str, name: str) -> None:
    text = text.replace("{}", name)
    assert "[barnet]" in anonymiser.rewrite(text, anonymiser.find(text)).lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sjefen min Anne fikk juling.", "Sjefen min fikk juling."),
        ("Sjefen heter Anne. Anne gråt.", "Sjefen heter [navn]. [En kollega] gråt."),
        ("Anne, kollegaen min, fikk juling.", "[En kollega], kollegaen min, fikk juling."),
        ("Sander gråt. Jeg ringte Sanders far.", "[Barnet] gråt. Jeg ringte [barnet] far."),
        ("Styrk Emil slo i dag.", "[En person] slo i dag."),
        ("Styrk Emil i leken.", "Styrk [en person] i leken."),
        ("Send Siv til legen.", "Send [en person] til legen."),
        ("Husk Siv har møte.", "Husk [en person] har møte."),
    ],
)
def test_who_is_told_of_at_work_or_by_two_names(anonymiser: Anonymiser, text: str, expected: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == expected
