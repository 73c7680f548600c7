"""Two kinds of documents are told apart by the best line there is, not by a line near it."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answers.separate import HELD_BACK, regress, separate
from bot.answers.sparse import Doc, Floats, Rows


def made(seed: int, documents: int = 80, features: int = 12) -> tuple[Rows, Floats]:
    """Return documents whose kind depends on their features, now and then wrongly told."""
    dice = np.random.default_rng(seed)
    truth = dice.normal(size=features)
    docs: list[Doc] = []
    answers = []
    for _ in range(documents):
        numbers = np.sort(dice.choice(features, 5, replace=False)).astype(np.int32)
        values = dice.random(5).astype(np.float32)
        docs.append((numbers, values))
        answers.append(1.0 if values @ truth[numbers] + dice.normal() * 0.3 > 0.2 else -1.0)
    return Rows.of(docs), np.array(answers, np.float32)


def loss(weights: np.ndarray[tuple[int], np.dtype[np.float64]], rows: Rows, answers: Floats, worth: Floats) -> float:
    """Return what `separate` makes as small as can be."""
    scores = np.bincount(rows.owners(), rows.values * weights[rows.numbers], len(answers)) + weights[-1]
    short = np.maximum(0.0, 1.0 - answers * scores)
    return float(weights @ weights / 2 + (worth * short**2).sum() / (2 * HELD_BACK))


@pytest.mark.parametrize("seed", range(5))
def test_no_step_in_any_direction_makes_it_better(seed: int) -> None:
    rows, answers = made(seed)
    worth = np.random.default_rng(seed).uniform(0.2, 1.0, len(answers)).astype(np.float32)
    weights = separate(rows, 12, answers, worth)
    best = loss(weights, rows, answers, worth)
    for number in range(len(weights)):
        for step in (-0.05, 0.05):
            moved = weights.copy()
            moved[number] += step
            assert loss(moved, rows, answers, worth) > best


def test_most_documents_are_on_their_own_side() -> None:
    rows, answers = made(9)
    weights = separate(rows, 12, answers, np.ones(len(answers), np.float32))
    scores = np.bincount(rows.owners(), rows.values * weights[rows.numbers], len(answers)) + weights[-1]
    assert (np.sign(scores) == answers).mean() > 0.85


def test_a_document_that_is_worth_little_decides_little() -> None:
    rows = Rows.of([(np.array([0], np.int32), np.array([1.0], np.float32))] * 2)
    answers = np.array([1.0, -1.0], np.float32)
    weights = separate(rows, 1, answers, np.array([1.0, 0.1], np.float32))
    assert weights[0] + weights[-1] > 0.3


def test_when_nearly_all_are_of_one_kind_an_unknown_text_is_of_that_kind() -> None:
    rows, answers = made(3)
    answers = np.where(np.arange(len(answers)) < 4, answers, -1.0).astype(np.float32)
    assert separate(rows, 12, answers, np.ones(len(answers), np.float32))[-1] < -0.2


def test_a_ridge_regression_comes_near_to_the_answers() -> None:
    rows, answers = made(5)
    weights = regress(rows, 12, answers)
    scores = np.bincount(rows.owners(), rows.values * weights[rows.numbers], len(answers))
    assert np.corrcoef(scores, answers)[0, 1] > 0.6


def test_documents_put_together_and_picked_out_are_the_same_documents() -> None:
    rows, _ = made(2, documents=6)
    both = rows.followed_by(rows)
    assert both.lengths.tolist() == [*rows.lengths.tolist(), *rows.lengths.tolist()]
    last = both.only(np.arange(12) >= 6)
    assert (last.numbers.tolist(), last.values.tolist()) == (rows.numbers.tolist(), rows.values.tolist())
