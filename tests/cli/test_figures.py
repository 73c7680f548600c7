"""Figures can never identify anyone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table

from bot.cli.stats import pace_table, report
from bot.content.texts import load_texts
from bot.domain.figures import SMALLEST, CaseCount, CaseFigure, shown_count


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0"), (1, "færre enn 5"), (4, "færre enn 5"), (5, "5"), (12, "10"), (13, "15")]
)
def test_a_small_count_is_hidden_and_the_rest_is_rounded(count: int, shown: str) -> None:
    assert shown_count(count) == shown


@given(st.integers(min_value=1, max_value=10_000), st.integers(min_value=1, max_value=4))
def test_no_single_case_can_be_found_by_subtraction(many: int, few: int) -> None:
    shown = [shown_count(many + few), shown_count(many), shown_count(few)]
    assert shown[2] == f"færre enn {SMALLEST}"
    assert all(not number.isdigit() or int(number) % SMALLEST == 0 for number in shown)


def test_a_case_counts_once_under_each_of_its_themes() -> None:
    one = CaseFigure(
        "stjordal", "stjordal/komp_0_18", "10-12", ("fravaer", "mobbing"), "tatt", datetime(2026, 12, 7, tzinfo=UTC)
    )
    assert list(one.keys("theme")) == ["fravaer", "mobbing"]
    assert list(one.keys("month")) == ["2026-12"]


@pytest.mark.parametrize(("answered", "shown"), [(4, "færre enn 5"), (5, "2 timer i arbeidstida")])
def test_how_long_a_team_takes_is_a_median_and_hidden_while_the_cases_are_few(answered: int, shown: str) -> None:
    sent = datetime(2026, 12, 7, 8, tzinfo=UTC)
    figures = [
        CaseFigure("stjordal", "stjordal/komp_0_18", "10-12", (), "besvart", sent, sent + timedelta(hours=2))
    ] * answered
    waiting = CaseFigure("stjordal", "stjordal/komp_0_18", "10-12", (), "tatt", sent)
    table = pace_table([*figures, waiting], load_texts(Path("knowledge")))
    assert list(table.columns[1].cells) == [shown]


def test_without_cases_one_sentence_is_said_and_no_empty_table() -> None:
    texts = load_texts(Path("knowledge"))
    assert list(report([], texts)) == ["Ingen saker er sendt ennå, så det er ingen tall å vise."]
    assert list(report([], texts, "melhus")) == [
        "Ingen saker er sendt fra kommunen «melhus», så det er ingen tall å vise."
    ]


def test_no_table_is_ever_empty_and_unanswered_cases_have_no_pace() -> None:
    sent = datetime(2026, 12, 7, 8, tzinfo=UTC)
    waiting = CaseFigure("stjordal", "stjordal/komp_0_18", "10-12", ("fravaer",), "tatt", sent)
    *counted, pace = report([waiting], load_texts(Path("knowledge")))
    assert all(isinstance(one, Table) and one.row_count for one in counted)
    assert pace == "Ingen saker er besvart ennå, så tid til svar vises ikke."


def test_where_cases_are_deleted_it_is_not_said_that_none_was_answered() -> None:
    deleted = CaseCount("stjordal", "2025", "status", "avsluttet", 12)
    sent = datetime(2026, 12, 7, 8, tzinfo=UTC)
    waiting = CaseFigure("stjordal", "stjordal/komp_0_18", "10-12", ("fravaer",), "tatt", sent)
    for figures in ([], [waiting]):
        *_, pace = report(figures, load_texts(Path("knowledge")), counted=[deleted])
        assert (
            pace
            == "Tid til svar vises ikke: Den er ikke tatt vare på for saker som er slettet, og ingen andre er besvart."
        )
