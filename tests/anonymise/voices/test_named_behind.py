"""A kindergarten or a school named behind what it is, and two letters behind the pupil they stand for."""

import pytest

from bot.anonymise import Anonymiser


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Barnet går i barnehagen Tårnet.", "Barnet går i barnehagen."),
        ("Er hun i barnehagen Tårnet?", "Er hun i barnehagen?"),
        ("SFO på Fjellsiden", "SFO på [stedet]"),
        ("SFO-en på Fjellsiden", "SFO-en på [stedet]"),
        ("Skolen på Fjellsiden", "Skolen på [stedet]"),
        ("Eleven kh kom for sent", "Eleven [barnet] kom for sent"),
    ],
)
def test_the_name_behind_goes(anonymiser: Anonymiser, text: str, after: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == after


@pytest.mark.parametrize(
    "text",
    [
        "Vi har møte med skolen på Teams.",
        "Han er glad i barnehagen. Tårnet er fint.",
        "Eleven mv har behov for ro.",
        "Hun spiste i barnehagen i går.",
    ],
)
def test_nothing_else_there_does(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == text
