"""Small letters, and letters with a hyphen, in phrases of notes where only somebody can stand."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

SOMEBODY = [
    ("jenta, hb, vil ikke hjem", "hb"),
    ("kontaktlærer til gl", "gl"),
    ("har tatt opp jb med rektor", "jb"),
    ("til rs: ring meg", "rs"),
    ("har du hørt noe om jbh", "jbh"),
    ("hva gjør vi med sn?", "sn"),
    ("oppfølging k-l", "k-l"),
    ("elev K-L er borte mye", "K-L"),
    ("bekymret for e-m", "e-m"),
]
NOBODY = [
    "ring mor til kl 10 i morgen",
    "vitamin b-d i barnehagen",
    "hva gjør vi med tv i sfo?",
    "møte om ppt i morgen",
    "oppfølging av tlf fra i går",
    "vi lærer a-å i dag",
]


@each("case", SOMEBODY)
def test_letters_of_somebody(anonymiser: Anonymiser, case: tuple[str, str]) -> None:
    finds(anonymiser, case[0], "initialer", case[1])


@each("text", NOBODY)
def test_letters_of_nobody(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_they_are_found_again(anonymiser: Anonymiser) -> None:
    text = "jenta, hb, vil ikke hjem. lurer på om hb sover nok"
    assert [text[f.start : f.end] for f in anonymiser.find(text) if f.type == "initialer"] == ["hb", "hb"]


@each("text", ["snakket med m i dag", "samtale med m i går", "oppfølging m"])
def test_a_letter_that_may_be_a_small_word(anonymiser: Anonymiser, text: str) -> None:
    assert [text[f.start : f.end] for f in anonymiser.find(text) if f.type == "initialer"] == ["m"]
