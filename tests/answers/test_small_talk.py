"""Small talk of several parts is small talk when every part is, and never when one of them asks something."""

from __future__ import annotations

import pytest

from bot.answers.index import AnswerIndex
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


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("tusen takk for at du forklarte det så greit", {"takk"}),
        ("nå må jeg gå hjem, ha det bra", {"farvel"}),
        ("er det et ekte menneske som sitter og svarer meg?", {"hvem_er_du"}),
        ("kan andre enn meg lese det jeg skriver her inne", {"hva_lagrer_du"}),
        ("jeg er så utrolig sliten etter denne uka", {"sliten"}),
        ("jeg er litt usikker på hva jeg skal skrive", {"usikker"}),
        ("vet ikke helt", {"usikker"}),
        ("dette svaret hjalp meg ikke i det hele tatt", {"misfornoyd"}),
        ("du er en helt elendig robot", {"fornaermelse", "misfornoyd"}),
        ("æ skjønna itj det du skreiv no", {"forstar_ikke"}),
        ("can you answer me in english", {"engelsk"}),
    ],
)
def test_what_resembles_small_talk_and_no_article_is_small_talk(
    index: AnswerIndex, message: str, kinds: set[str]
) -> None:
    result = index.search(message, municipality="stjordal", role="skole")
    assert (result.verdict, result.kind in kinds) == ("small_talk", True), result.kind


@pytest.mark.parametrize(
    "message",
    [
        "hei, kan jeg si fra til barnevernet uten at mor vet det?",
        "takk, men hva med far da?",
        "jeg er sliten av å gå og bekymre meg for en elev",
        "usikker på om jeg har meldeplikt her",
        "forstår ikke helt hva jeg har lov til å si til PPT",
        "hvem kan lese stafettloggen",
        "Hei igjen, det har blitt verre med han i 4. klasse",
        "kan rektor lese det jeg skriver i elevmappa",
        "hun er så sliten hver morgen at hun sovner på pulten",
        "far er så sliten og lei for tida",
        "er dere trygge på at barnevernet ikke sier hvem som meldte",
    ],
)
def test_what_begins_like_small_talk_and_asks_or_tells_something_is_no_small_talk(
    index: AnswerIndex, message: str
) -> None:
    assert index.search(message, municipality="stjordal", role="skole").verdict != "small_talk"
