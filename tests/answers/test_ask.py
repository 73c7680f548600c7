from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.ask import Answers, answer_line, answer_lines, ask, load_answers


@pytest.fixture(scope="module")
def answers(knowledge: Path) -> Answers:
    loaded, problems = load_answers(knowledge)
    assert problems == []
    return loaded


def test_a_line_gives_slugs_refused_acute_and_score(answers: Answers) -> None:
    line = json.dumps({"id": "7", "q": "Når må jeg melde til barnevernet?", "kommune": "melhus", "rolle": "skole"})
    answer = answer_line(line, answers)
    assert list(answer) == ["id", "slugs", "refused", "acute", "score"]
    assert answer["id"] == "7"
    assert answer["slugs"][0] == "meldeplikt-naar"
    assert 0 < len(answer["slugs"]) <= 10
    assert (answer["refused"], answer["acute"]) == (False, False)
    assert 0 <= answer["score"] <= 1


def test_the_mark_that_windows_puts_first_stops_no_line(answers: Answers) -> None:
    assert answer_line('\ufeff{"id": 1, "q": "hei"}', answers)["refused"] is True


def test_danger_is_told_in_the_line(answers: Answers) -> None:
    assert answer_line('{"id": 1, "q": "han sier at pappa slo ham i går"}', answers)["acute"] is True


def test_small_talk_is_refused_without_articles(answers: Answers) -> None:
    answer = answer_line('{"id": 1, "q": "hei"}', answers)
    assert (answer["slugs"], answer["refused"]) == ([], True)


@pytest.mark.parametrize(
    "line", ["xx", "[1]", "{}", '{"q": 3}', '{"id": 1}', "null", '"tekst"', "[" * 50_000, "{" * 200_000]
)
def test_a_malformed_line_gives_an_error_object(answers: Answers, line: str) -> None:
    answer = answer_line(line, answers)
    assert set(answer) == {"id", "error"}


@pytest.mark.parametrize("wrong", [5, ["melhus"], {"a": 1}, None, ""])
def test_a_municipality_or_role_of_the_wrong_kind_is_ignored(answers: Answers, wrong: object) -> None:
    answer = answer_line(json.dumps({"id": 1, "q": "taushetsplikt", "kommune": wrong, "rolle": wrong}), answers)
    assert answer["slugs"]


def test_every_line_is_answered_in_order_and_empty_lines_are_skipped(answers: Answers) -> None:
    out = io.StringIO()
    answer_lines(['{"id": 1, "q": "hei"}\n', "\n", "xx\n", '{"id": 2, "q": "samtykke"}\n'], out, answers)
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == [1, None, 2]


@pytest.fixture
def read(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare a command reading what has been read for the tests before it."""
    monkeypatch.setattr("bot.cli.ask.load_answers", lambda _knowledge: (answers, []))


def _run(*arguments: str) -> str:
    app = typer.Typer()
    app.command()(ask)
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_a_question_gives_a_readable_answer_with_sources_and_date(knowledge: Path) -> None:
    text = _run("hva", "er", "stafettloggen", "--knowledge", str(knowledge), "--rolle", "skole")
    assert "Kilder:" in text
    assert "Sist kontrollert" in text


@pytest.mark.usefixtures("read")
def test_danger_is_met_with_the_card_of_the_chat(knowledge: Path) -> None:
    text = _run("far", "slår", "barnet", "--knowledge", str(knowledge), "--kommune", "stjordal")
    for part in ("112", "113", "116 111", "Barnevernvakt", "avverge"):
        assert part.lower() in text.lower()


@pytest.mark.usefixtures("read")
def test_explain_tells_words_scores_and_thresholds(knowledge: Path) -> None:
    text = _run("får foreldrene se mappa", "--explain", "--knowledge", str(knowledge))
    for part in ("Lest som:", "Begreper:", "Grenser:", "nærmeste", "grense"):
        assert part in text


@pytest.mark.usefixtures("read")
def test_explain_tells_what_was_taken_for_a_story_and_what_was_added(knowledge: Path) -> None:
    told = _run("jeg er bekymret for en elev som er mye borte", "--explain", "--knowledge", str(knowledge))
    assert "Fortelling: sier seg bekymret, spør ikke om annet enn hva som kan gjøres" in told
    assert "lagt til -0.15" in told
    assert "sure_of_a_theme 0.75" in told
    asked = _run("får foreldrene se mappa", "--explain", "--knowledge", str(knowledge))
    assert "Fortelling: nei" in asked
    assert "lagt til +0.00" in asked


def test_broken_word_lists_end_with_a_message_and_no_traceback(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(ask)
    result = CliRunner().invoke(app, ["hei", "--knowledge", str(tmp_path)])
    assert result.exit_code == 1
    assert "skrivematter.yaml" in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
