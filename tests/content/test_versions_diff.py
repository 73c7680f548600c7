"""What an editor reads of a change: also far down a long list, and how much a change does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from bot.content.form_shapes import (
    ARTICLE_HEAD,
    CITED,
    COURSE_HEAD,
    KNOWN_CONTACT,
    MEETING,
    PRACTICE_CASE,
    PROFILE_DATES,
    RECORDS,
    VARIANT,
    chapter_specs,
    outcome_specs,
    step_specs,
)
from bot.content.phone import problem_with_number
from bot.content.versions_diff import LONGEST, differences, label_of, readable
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


def test_every_field_of_a_form_is_called_something_in_what_differs() -> None:
    many = (
        *KNOWN_CONTACT,
        *MEETING,
        *(one for record in RECORDS.values() for one in record),
        *PROFILE_DATES,
        *ARTICLE_HEAD,
        *CITED,
        *VARIANT,
        *COURSE_HEAD,
        *PRACTICE_CASE,
        *step_specs({"options": [{}]}),
        *outcome_specs({"do": [{}]}),
        *chapter_specs({}),
    )
    names = {str(part) for one in many for part in one.path if isinstance(part, str)} - {"remove"}
    assert sorted(name for name in names if label_of(name) == name) == []


@pytest.mark.parametrize(
    ("written", "is_wrong"),
    [
        ("7483abc", True),
        ("74 83 35 00", False),
        ("Rådhusgata 9a", False),
        ("post@kommune.no", False),
        ("74 83 35 00 tast 2", False),
        ("116117", False),
    ],
)
def test_letters_grown_on_to_a_number_are_told(written: str, is_wrong: bool) -> None:
    assert bool(problem_with_number(written)) is is_wrong
