"""What an editor reads of a change: also far down a long list, and how much a change does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from bot.content.versions_diff import LONGEST, differences, readable
from bot.turns import effects
from bot.turns.library import Shelf

WORDS = [f"uttrykk nummer {number} i lista" for number in range(200)]


def files(words: list[str]) -> dict[str, bytes]:
    return {"words/acute.yaml": ("expressions:\n  vold: [" + ", ".join(words) + "]\n").encode()}


@pytest.mark.parametrize("place", [0, 100, len(WORDS)])
def test_what_is_added_to_a_long_list_is_read_wherever_it_stands(place: int) -> None:
    added = "fikk seg en trøkk av stefaren sin"
    assert len(", ".join(WORDS)) > 2 * LONGEST
    after = [*WORDS[:place], added, *WORDS[place:]]
    (line,) = readable(differences(files(WORDS), files(after)))
    assert added in line
    (back,) = readable(differences(files(after), files(WORDS)))
    assert added in back


@pytest.mark.parametrize(("each", "is_many"), [(100, False), (10, True)])
def test_a_change_that_meets_many_questions_in_another_way_says_so(
    monkeypatch: pytest.MonkeyPatch, each: int, *, is_many: bool
) -> None:
    shelves = [cast("Shelf", SimpleNamespace(answers=number, acute=number)) for number in (1, 2)]
    monkeypatch.setattr(effects, "_difference", lambda asked, *_: asked if int(asked) % each == 0 else "")
    monkeypatch.setattr(effects, "development_questions", lambda _: [str(number) for number in range(1, 301)])
    told = effects.effects_of(*shelves)
    assert ("Det er mange" in told[0]) is is_many
