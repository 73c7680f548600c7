"""Each follow-up has a time when it is due and words for whoever gets it, so that a new one cannot lack them."""

from __future__ import annotations

import pytest

from bot.domain.follow_up import Episode, FollowUp
from bot.usecases.follow_ups import _row
from dialogs.cases.deliver import words_for
from tests.cases.test_longest_delivery import full
from tests.domain.cases import a_case
from tests.turns.desk import Desk


@pytest.mark.parametrize("follow_up", FollowUp)
def test_each_is_due_later_and_has_its_words(desk: Desk, follow_up: FollowUp) -> None:
    case = full(desk, a_case(), "å")
    row = _row(case, Episode(follow_up), case.created_at)
    assert row.due_at > case.created_at
    assert words_for(row, case, desk.library.around_delivery())
