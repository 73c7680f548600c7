"""What is kept by feature scores as what it was made of does."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answers.sparse import Postings, Rows


@pytest.mark.parametrize("seed", range(5))
def test_many_documents_score_as_their_rows_do(seed: int) -> None:
    dice = np.random.default_rng(seed)
    documents, features = 300, 40
    table = dice.random((documents, features)).astype(np.float32) * (dice.random((documents, features)) < 0.1)
    lengths, numbers = (table > 0).sum(axis=1), np.nonzero(table)[1].astype(np.int32)
    postings = Postings(Rows(lengths, numbers, table[table > 0]), features)
    asked = dice.choice(features, 7, replace=False).astype(np.int32)
    weights = dice.random(7).astype(np.float32)
    assert postings.scores((asked, weights)) == pytest.approx(table[:, asked] @ weights, abs=1e-3)
