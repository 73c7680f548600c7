"""A parent or a sibling who is dead, in prison or gravely ill narrows the circle; grandparents and questions do not."""

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.traits.known_fate import KNOWN
from tests.anonymise.tables import finds

FOUND = [
    ("far sitter i fengsel, men det vet ikke jenta", "hendelse", "sitter i fengsel"),
    ("Pappa skal inn i fengsel.", "hendelse", "skal inn i fengsel"),
    ("Faren ble varetektsfengslet.", "hendelse", "ble varetektsfengslet"),
    ("Storebroren soner dom nå.", "hendelse", "soner dom"),
    ("Mor hans døde i fjor.", "hendelse", "døde"),
    ("Moren er død.", "hendelse", "er død"),
    ("Faren til eleven omkom i høst.", "hendelse", "omkom"),
    ("far e dø, og mor slit", "hendelse", "e dø"),
    ("Han har mistet mor sin i en ulykke.", "hendelse", "mistet mor sin"),
    ("Mora er enke.", "hendelse", "enke"),
    ("Guttens mor har fått kreft.", "hendelse", "har fått kreft"),
    ("mor har ms og blir verre", "hendelse", "har ms"),
    ("Søsteren har hjernesvulst.", "hendelse", "har hjernesvulst"),
    ("We worry about this girl because her dad is in prison.", "hendelse", "is in prison"),
]
LEFT_ALONE = [
    "Hva gjør vi når en forelder sitter i fengsel?",
    "Bestefar døde i sommer, og hunden er død.",
    "Mor dør av skam når hun hører dette.",
    "Faren er død sliten etter natta.",
    "Mor er gått bort i butikken.",
    "Han leker at dukken er i fengsel.",
    "Hva sier loven om barn som pårørende?",
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.why == KNOWN]


def test_what_is_written_instead_reads_well(anonymiser: Anonymiser) -> None:
    texts = ("Mor døde i fjor.", "Faren er død.", "Pappa sitter i fengsel nå.", "Mor har fått kreft.", "Mora er enke.")
    assert [anonymiser.rewrite(text, anonymiser.find(text)) for text in texts] == [
        "Mor ble borte i fjor.",
        "Faren er borte.",
        "Pappa er borte nå.",
        "Mor er syk.",
        "Mora er alene.",
    ]


def test_the_risk_counts_it(anonymiser: Anonymiser) -> None:
    text = "Jenta er mye alene etter at faren sitter i fengsel."
    plain = "Jenta er mye alene etter at faren flyttet."
    told, untold = (
        anonymiser.risk(one, municipality="stjordal", age_band="10-12", arena="skole", themes=())
        for one in (text, plain)
    )
    assert told.persons < untold.persons
