"""Nobody makes the bot slow with one long message: what is read from its start is read of its beginning alone."""

from __future__ import annotations

import pytest

from dialogs import workplace
from dialogs.workplace import LONGEST_OF_ONESELF, behind_who_one_is
from tests.turns.desk import Desk


async def test_who_one_is_is_looked_for_in_the_beginning_of_a_message(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    around, asked = desk.library.around_delivery(), []
    real = workplace.in_passing
    monkeypatch.setattr(
        workplace, "in_passing", lambda said, *given, **named: asked.append(said) or real(said, *given, **named)
    )
    long = "1. a\n2. b\n" * 2_000
    assert behind_who_one_is(long, around) == long
    assert len(asked) < 200
    assert max(map(len, asked)) <= LONGEST_OF_ONESELF
    wish = "vil drøfte et barn som " + "kommer sent, " * 1_000
    assert behind_who_one_is(f"jeg er lærer i Stjørdal og {wish}", around) == wish
