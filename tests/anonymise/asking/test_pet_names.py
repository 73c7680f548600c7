"""Words of endearment that stand for a child, wherever they stand, and the same words where nobody is called so."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("Snuppa på avdelingen gråter hver gang hun skal hjem.", "Snuppa"),
    ("tulla var sliten i dag, sovna i sofakroken", "tulla"),
    ("så kom knerten løpende og kasta stolen", "knerten"),
    ("Hos oss er Trollet blitt mer urolig etter jul.", "Trollet"),
    ("Nusse grein heile dagen, å ho va itj sulten", "Nusse"),
    ("Veslegut har ikkje vore i barnehagen sidan måndag.", "Veslegut"),
    ("moren er tannpleier så ikke gi bittelille saft, hun lukter det", "bittelille"),
    ("når støvet legger seg e d alltid knøttis som står igjen", "knøttis"),
]
NOBODY = [
    "de tulla hele timen, og han tulla mest",
    "Det er ei lita snuppe hos oss, og alle de andre tulla.",
    "kongen på haugen lekte de i friminuttet",
    "Vi leste om trollet og om kongen, og prinsessen på kjolen er rosa.",
    "Så kom regnet dundrende og bamsen hans ble våt.",
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_a_word_of_endearment_is_asked_about_wherever_it_stands(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


def test_what_is_somebody_once_is_so_everywhere(anonymiser: Anonymiser) -> None:
    text = "har dere sett rampen? rampen slo meg i dag"
    assert [text[f.start : f.end] for f in anonymiser.find(text)] == ["rampen", "rampen"]


@pytest.mark.parametrize("text", NOBODY)
def test_the_same_word_as_a_thing_or_a_verb_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
