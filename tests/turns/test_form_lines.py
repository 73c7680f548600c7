"""Lines of a form that is typed: none is lost because it begins like the label of a field."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk

FILLED = "Hva har du sett: han er trist\nHva har barnet sagt: lite\nHva har du gjort så langt: samtaler\nRåd: hva nå"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Urolig: han går rundt i timen", "hva nå\nUrolig: han går rundt i timen"),
        ("Svar: helst på formiddagen", "hva nå\nSvar: helst på formiddagen"),
        ("Sagt: at han vil hjem tidlig", "lite\nat han vil hjem tidlig"),
    ],
)
async def test_a_line_that_only_begins_like_a_field_is_not_lost(desk: Desk, line: str, kept: str) -> None:
    await desk.to_form()
    assert kept in desk.words(await desk.say(KARI, f"{FILLED}\n{line}"))
