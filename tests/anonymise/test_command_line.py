"""`python -m bot anonymise --jsonl`: one answer per line, offsets in code points, a bad line never stops it."""

import io
import json

import pytest

from bot.anonymise import Anonymiser
from bot.cli.anonymise import answer_lines, in_words


def answers(anonymiser: Anonymiser, *lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    answer_lines(anonymiser, lines, out)
    return [json.loads(line) for line in out.getvalue().split("\n") if line]


def test_a_line_is_answered_with_spans_text_and_risk(anonymiser: Anonymiser) -> None:
    text = "😀 Emma (412 34 567) bor i Tydal."
    (answer,) = answers(anonymiser, json.dumps({"id": "a1", "text": text, "kommune": "tydal"}))
    assert answer["id"] == "a1"
    spans = answer["spans"]
    assert isinstance(spans, list)
    assert [(text[s["start"] : s["end"]], s["type"], s["class"]) for s in spans] == [
        ("Emma", "navn", "direct"),
        ("412 34 567", "telefon", "direct"),
        ("Tydal", "sted", "quasi"),
    ]
    assert all(set(s) == {"start", "end", "type", "class", "replacement"} for s in spans)
    assert "Emma" not in str(answer["text"])
    assert answer["risk"]


@pytest.mark.parametrize("line", ["not json", "[1]", '{"id": 2}', '{"id": 3, "text": 7}', "[" * 5000])
def test_a_bad_line_gives_an_error_and_the_next_is_answered(anonymiser: Anonymiser, line: str) -> None:
    bad, good = answers(anonymiser, line, '{"id": 9, "text": "Emma"}')
    assert "error" in bad
    assert good["id"] == 9


def test_half_characters_do_not_stop_it(anonymiser: Anonymiser) -> None:
    (answer,) = answers(anonymiser, '{"id": 1, "text": "Emma \\ud800 slår"}')
    assert answer["spans"]


def test_the_mark_that_windows_puts_first_stops_no_line(anonymiser: Anonymiser) -> None:
    (answer,) = answers(anonymiser, '\ufeff{"id": 1, "text": "Emma"}')
    assert answer["spans"]


def test_an_empty_line_is_passed_over(anonymiser: Anonymiser) -> None:
    assert answers(anonymiser, "", "  \n") == []


def test_a_person_reads_reasons_and_a_proposal(anonymiser: Anonymiser) -> None:
    shown = in_words(anonymiser, "Emma gråter.", "tydal")
    assert "Må bort: «Emma»" in shown
    assert "Forslag: [Barnet] gråter." in shown


def test_no_findings_still_ask_the_person_to_read(anonymiser: Anonymiser) -> None:
    assert "Les likevel" in in_words(anonymiser, "Barnet er urolig.", None)
