"""The journeys: at least 60, enough for each municipality; together they walk every step and option of every guide."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from bot.content.knowledge import Knowledge
from dialogs.guide import replay
from dialogs.guide.replay import Workplace
from tests.guide.journey_scripts import FOLDER, all_journeys, script_of

JOURNEYS = all_journeys()


def by_id(journey: dict[str, Any]) -> str:
    """Name the test after the journey."""
    return str(journey["id"])


def test_there_are_at_least_60_and_enough_for_each_municipality() -> None:
    counted = Counter(journey["municipality"] for journey in JOURNEYS)
    assert len(JOURNEYS) >= 60
    assert len({journey["id"] for journey in JOURNEYS}) == len(JOURNEYS)
    assert min(counted["melhus"], counted["stjordal"]) >= 10
    assert min(counted[name] for name in ("frosta", "meraker", "selbu", "tydal")) >= 5


@pytest.mark.parametrize("journey", JOURNEYS, ids=by_id)
def test_a_journey_ends_where_it_says(journey: dict[str, Any], knowledge: Knowledge) -> None:
    guide = knowledge.guides[journey["guide"]]
    around = Workplace(knowledge.profiles[journey["municipality"]], journey["role"])
    walked = replay.walk(guide, tuple(journey["answers"].items()), around)
    assert (walked.place, walked.dropped) == (journey["ends_in"], ())


@pytest.mark.parametrize("journey", JOURNEYS, ids=by_id)
def test_a_journey_has_a_transcript_with_its_inputs_and_its_end(journey: dict[str, Any], knowledge: Knowledge) -> None:
    """Run `python -m tests.guide.journey_scripts` and rewrite the transcripts when this fails."""
    guide = knowledge.guides[journey["guide"]]
    written = (FOLDER / f"{journey['id']}.txt").read_text("utf-8")
    inputs = [line for line in script_of(journey, guide).splitlines() if line.startswith("Kari: ")]
    assert [line for line in written.splitlines() if line.startswith("Kari: ")] == inputs
    assert guide.outcomes[journey["ends_in"]].title in written


def test_every_step_and_option_is_walked_by_a_transcript(knowledge: Knowledge) -> None:
    walked = {
        (journey["guide"], step, answer)
        for journey in JOURNEYS
        for step, answer in journey["answers"].items()
        if isinstance(answer, str)
    }
    steps = {(journey["guide"], step) for journey in JOURNEYS for step in journey["answers"]}
    ends = {(journey["guide"], journey["ends_in"]) for journey in JOURNEYS}
    for guide in knowledge.guides.values():
        missing = [
            (guide.id, name, option.id)
            for name, step in guide.steps.items()
            for option in step.options
            if (guide.id, name, option.id) not in walked
        ]
        assert missing == []
        assert [name for name in guide.steps if (guide.id, name) not in steps] == []
        assert [name for name in guide.outcomes if (guide.id, name) not in ends] == []
