"""The 24 vignettes: the expected outcome for each published version, shown as the person would see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.content.ages import BAND_MONTHS
from bot.content.knowledge import Knowledge
from bot.content.yaml_file import read_yaml
from dialogs.dialog import Around
from dialogs.guide import replay
from dialogs.guide.replay import Workplace
from tests.guide.conftest import shown_after
from tests.guide.vignette_page import vignette_page

FILE = Path(__file__).with_name("vignettes.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "vignettes.md"
DATA: dict[str, Any] = read_yaml(FILE, FILE.name).data
VIGNETTES: list[dict[str, Any]] = DATA["vignettes"]


def by_id(vignette: dict[str, Any]) -> str:
    """Name the test after the vignette."""
    return str(vignette["id"])


def test_there_are_24_different_vignettes() -> None:
    assert len({one["id"] for one in VIGNETTES}) == 24


def test_they_are_spread_over_ages_roles_municipalities_and_outcomes() -> None:
    assert {one["municipality"] for one in VIGNETTES} == {"melhus", "stjordal", "frosta", "meraker", "selbu", "tydal"}
    assert len({one["role"] for one in VIGNETTES}) >= 7
    assert len({one["expected_outcome"] for one in VIGNETTES}) >= 16


def test_the_vignettes_have_been_read_against_the_versions_that_are_published(knowledge: Knowledge) -> None:
    """A new version of a guide means that somebody reads the vignettes again and writes the version in the file."""
    assert DATA["checked_with"] == {name: knowledge.guides[name].version for name in DATA["checked_with"]}


@pytest.mark.parametrize("vignette", VIGNETTES, ids=by_id)
def test_a_vignette_ends_where_it_should_and_says_so(vignette: dict[str, Any], around: Around) -> None:
    guide_id = vignette.get("guide", "bekymring")
    guide = around.knowledge.guides[guide_id]
    profile = around.knowledge.profiles[vignette["municipality"]]
    walked = replay.walk(guide, tuple(vignette["answers"].items()), Workplace(profile, vignette["role"]))
    assert walked.place == vignette["expected_outcome"]
    assert walked.dropped == ()
    shown = shown_after(around, vignette["municipality"], vignette["role"], guide_id, vignette["answers"])
    for expected in vignette["must_show"]:
        wanted = profile.contact(expected).name if expected in profile.numbers else expected
        assert wanted in shown
    for unwanted in vignette["must_not_show"]:
        forbidden = profile.contact(unwanted).name if unwanted in profile.numbers else unwanted
        assert forbidden not in shown


@pytest.mark.parametrize("vignette", VIGNETTES, ids=by_id)
def test_what_is_also_right_is_stricter_or_as_near(vignette: dict[str, Any], knowledge: Knowledge) -> None:
    outcomes = knowledge.guides[vignette.get("guide", "bekymring")].outcomes
    assert set(vignette["also_right"]) <= set(outcomes)
    assert all(source in knowledge.sources for source in vignette["sources"])


@pytest.mark.parametrize("vignette", [one for one in VIGNETTES if "om_barnet" in one["answers"]], ids=by_id)
def test_the_age_band_chosen_is_the_age_in_the_story(vignette: dict[str, Any]) -> None:
    age = vignette["age"]
    months = age["months"] if "months" in age else age["years"] * 12
    first, past = BAND_MONTHS[vignette["answers"]["om_barnet"]["alder"]]
    assert first <= months < past


def test_the_page_in_docs_is_made_from_the_vignettes(knowledge: Knowledge) -> None:
    """Run `python -m tests.guide.vignette_page` when this fails."""
    assert PAGE.read_text("utf-8") == vignette_page(DATA, knowledge)
