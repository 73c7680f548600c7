"""Every card of the introduction, as it is in each municipality, is a card Teams takes."""

from __future__ import annotations

import functools
import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from bot.domain.reply import Card
from bot.teams.cards import CardWriter
from bot.teams.connector import MAX_PAYLOAD, encode
from dialogs.as_text import as_text
from tests.fakes.knowledge import MUNICIPALITIES
from tests.practice.conftest import School
from tests.turns.desk import KARI

MOST_WORDS = 1000
"""Words of the whole course with its questions: under seven minutes at 150 words a minute, the rest is for thinking."""


@pytest.fixture(scope="session")
def validator() -> Any:
    schema = json.loads((files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
async def test_every_card_fits_in_teams(school: School, validator: Any, municipality: str) -> None:
    await school.works_in(municipality, "helse")
    school.staff = frozenset({"leader"})
    shown = [*await school.say(KARI, "ny her"), *await school.start()]
    for number, chapter in enumerate(school.course.chapters):
        shown += await school.press(KARI, "course_ask", chapter.id)
        wrong = next(one for one in chapter.quiz.choices if not one.right)
        shown += await school.press(KARI, "course_answer", f"{chapter.id}.{wrong.id}")
        shown += await school.pass_chapter(number)
    for verb, target in (
        ("practice_list", ""),
        ("course_counts", ""),
        ("practice_start", "merket"),
        ("menu_submit", ""),
    ):
        shown += await school.press(KARI, verb, target)
    texts = school.library.knowledge.texts
    writer = CardWriter(texts, functools.partial(as_text, texts=texts))
    kinds = set()
    for card in (one for one in shown if isinstance(one, Card)):
        written = writer.write(card)
        kinds.add(card.kind)
        assert list(validator.iter_errors(written)) == []
        assert len(encode(written) or b"") < MAX_PAYLOAD
        assert len(card.buttons) <= 6
    assert {
        "course_home",
        "course_chapter",
        "course_quiz",
        "course_receipt",
        "practice_cases",
        "practice_held",
    } <= kinds


async def test_it_takes_about_ten_minutes(school: School) -> None:
    words = 0
    for chapter in school.course.chapters:
        parts = [chapter.title, chapter.intro or "", *chapter.points, chapter.quiz.ask]
        parts += [point for one in chapter.local if "stjordal" in one.municipality for point in one.points]
        parts += [one.say for one in chapter.quiz.choices] + [one.because for one in chapter.quiz.choices if one.right]
        words += sum(len(part.split()) for part in parts)
    assert words <= MOST_WORDS
