"""Municipalities and roles are known by their ids and by their names, however they are written."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
import typer

from bot.anonymise import load_anonymiser
from bot.cli import anonymise
from bot.cli.ask import answer_line, load_answers
from bot.cli.written_ids import municipality_id, municipality_option, role_id, role_option

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.mark.parametrize(
    ("written", "id"),
    [("stjordal", "stjordal"), ("Stjørdal", "stjordal"), (" MERÅKER kommune", "meraker"), ("Trondheim", "trondheim")],
)
def test_a_municipality_is_known_by_its_name(written: str, id: str) -> None:
    assert municipality_id(written) == id


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Skole", "skole"),
        ("SFO", "sfo_fritid"),
        ("privat barnehage", "privat_barnehage"),
        ("Barnehage", "barnehage"),
        ("tannlege", "tannlege"),
    ],
)
def test_a_role_is_known_by_its_name_or_a_word_of_it(written: str, id: str) -> None:
    assert role_id(written) == id


def test_what_nobody_knows_is_met_with_what_can_be_chosen() -> None:
    assert municipality_option(None, ("melhus",)) is None
    with pytest.raises(typer.BadParameter, match="«Narnia» finnes ikke"):
        municipality_option("Narnia", ("melhus",))
    with pytest.raises(typer.BadParameter, match="«tannlege» finnes ikke"):
        role_option("tannlege")


def test_a_question_is_answered_for_the_municipality_that_is_named() -> None:
    answers, _ = load_answers(KNOWLEDGE)
    asked = {"id": "1", "q": "Hvem er med i teamet?"}
    by_id, by_name, by_none = (
        answer_line(json.dumps({**asked, **there}), answers)["slugs"]
        for there in ({"kommune": "melhus", "rolle": "skole"}, {"kommune": "Melhus", "rolle": "Skole"}, {})
    )
    assert by_name == by_id != by_none


def test_a_text_is_read_for_the_municipality_that_is_named() -> None:
    text = {"id": "1", "text": "Bor i mebonden, og går på skolen der."}
    told = [StringIO(), StringIO()]
    anonymiser = load_anonymiser(KNOWLEDGE / "anonymising")
    for out, there in zip(told, ("selbu", "Selbu kommune"), strict=True):
        anonymise.answer_lines(anonymiser, [json.dumps({**text, "kommune": there})], out)
    assert told[0].getvalue() == told[1].getvalue()
    assert "spans" in told[0].getvalue()
