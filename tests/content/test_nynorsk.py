"""What is written in nynorsk says what the bokmål says: the same numbers, laws and blanks; the rest falls back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.content.problem import KnowledgeError
from bot.content.texts import load_nynorsk, load_texts
from tests.each import each

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TEXTS = load_texts(KNOWLEDGE)
NYNORSK = load_nynorsk(KNOWLEDGE, TEXTS)
WRITTEN = sorted(key for key in TEXTS if NYNORSK.raw(key) != TEXTS.raw(key))
SAME = {
    f"acute.{one}"
    for one in (
        "english",
        "fire_brigade",
        "header",
        "police",
        "ambulance",
        "alarm",
        "duty_service",
        "suicide_2",
        "forced_4",
        "report",
        "own_child_more",
        "show_again",
        "answer",
    )
}
"""What is the same in both."""
BOKMAAL = {
    *("jeg", "ikke", "hva", "hvem", "hvor", "hvordan", "hvorfor", "hvilken", "hvilket", "hvis", "noe", "noen", "fra"),
    *("bare", "også", "en", "et", "hun", "dem", "dere", "annet", "annen", "voksen", "skole", "sted", "navn", "uten"),
    *("trenger", "skriver", "velger", "trykker", "kommer", "sier", "gjør", "gjelder", "bekymret"),
    *("være", "blitt", "tatt", "sendte", "lagret", "slettet", "avsluttet", "fortsatt", "fortsett", "saken", "selv"),
    *("dager", "timer", "måneder", "svarene", "foreldrene", "vold", "nødvendig", "hjemme", "mer", "da"),
}
"""Words that are only bokmål."""


@each("key", WRITTEN)
def test_numbers_and_what_stands_out_are_the_same(key: str) -> None:
    for what in (r"\d+", r"§+", r"\*\*", r"\{\w+\}", "«"):
        assert re.findall(what, NYNORSK.raw(key)) == re.findall(what, TEXTS.raw(key))


def test_what_stands_in_the_middle_of_a_case_and_a_guide_is_written() -> None:
    assert {"case.unsure_duty", "guide.neglect_told"} <= {*WRITTEN}


def test_no_word_is_left_in_bokmaal() -> None:
    words = {key: {*re.findall(r"[a-zæøå]+", NYNORSK.raw(key).casefold())} & BOKMAAL for key in WRITTEN}
    assert {key: left for key, left in words.items() if left} == {}


def test_a_name_is_known_in_both() -> None:
    assert NYNORSK.called("names.arena_skole") == ("Skule", "Skole")
    assert TEXTS.called("names.arena_skole") == ("Skole",)


def test_all_of_the_acute_card_is_written() -> None:
    shown = {one for one in TEXTS if one.startswith("acute.") and not one.startswith(("acute.words_", "acute.denied_"))}
    assert shown - {*WRITTEN} == SAME


def test_what_is_not_written_is_in_bokmaal_and_what_is_heard_is_the_same() -> None:
    assert NYNORSK("team.claim") == TEXTS("team.claim")
    assert NYNORSK.words("commands.menu") is TEXTS.words("commands.menu")


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("start", 'welcom: "Hei!"', "finnes ikke i texts/nb"),
        ("start", 'saved: "Lagra: {kommune}."', "krøllparentes"),
        ("acute", "words_not_acute: nei", "de samme for alle"),
        ("commands", "menu: meny", "de samme for alle"),
        ("start", "saved: [1]", "skal det stå en tekst"),
    ],
)
def test_what_could_not_stand_there_is_told(tmp_path: Path, file: str, line: str, said: str) -> None:
    folder = tmp_path / "texts" / "nn"
    shutil.copytree(KNOWLEDGE / "texts" / "nn", folder)
    (folder / f"{file}.yaml").write_text(line, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_nynorsk(tmp_path, TEXTS)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (f"texts/nn/{file}.yaml", 1)
    assert said in problem.message
