"""Small talk of several parts is small talk when every part is, and never when one of them asks something."""

from __future__ import annotations

import pytest

from bot.answers.lexicon import Lexicon
from bot.answers.small_talk import SmallTalk


@pytest.fixture(scope="module")
def small_talk(lexicon: Lexicon) -> SmallTalk:
    return SmallTalk(lexicon.small_talk)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Hei, er det noen her?", "hilsen"),
        ("God morgen! Hvordan går det med deg i dag?", "hvordan_gar_det"),
        ("Takk for hjelpen, du er flink!", "takk"),
        ("Supert, da skjønte jeg det!", "ok"),
        ("Takk, det hjalp ikke", "misfornoyd"),
        ("Det hjalp ikke. Takk.", "misfornoyd"),
        ("takk det er bra", "takk"),
        ("sorry feil", "ok"),
        ("ha god helg!", "farvel"),
        ("jeg ikke forstå", "forstar_ikke"),
        ("hæ?", "forstar_ikke"),
        ("can you help me in english please?", "engelsk"),
    ],
)
def test_several_parts_of_small_talk_are_small_talk(small_talk: SmallTalk, message: str, kind: str) -> None:
    assert small_talk.kind_of(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "Hei, må jeg melde?",
        "Takk! Og hvor sender jeg den?",
        "ok, men hva om mor nekter",
        "Ja, han slår",
        "Nei, hun gråt",
    ],
)
def test_a_part_that_asks_or_tells_something_is_not_small_talk(small_talk: SmallTalk, message: str) -> None:
    assert small_talk.kind_of(message) is None
