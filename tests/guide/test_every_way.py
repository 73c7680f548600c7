"""Property: every way through every guide ends well, and no way around the safety questions leads to a case request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.guide import Guide
from bot.domain.conversation import ROLES
from dialogs.as_text import as_text
from dialogs.dialog import Around
from dialogs.guide import replay
from dialogs.guide.dialog import card_of
from dialogs.guide.replay import Workplace
from dialogs.guide.sitting import Sitting
from tests.each import each
from tests.fakes.knowledge import MUNICIPALITIES
from tests.guide.conftest import walker_in
from tests.guide.every_way import End, EveryWay, possible_answers, safety_is_settled

GUIDES = ("bekymring", "akutt", "mistanke_mot_ansatt")


_FOUND: dict[tuple[str, str | None], list[End]] = {}


def ends_of(around: Around, guide_id: str, municipality: str | None) -> list[End]:
    """Return every end of a guide in a municipality, walked once for all tests."""
    key = (guide_id, municipality)
    if key not in _FOUND:
        profile = around.knowledge.profiles[municipality] if municipality else None
        _FOUND[key] = list(EveryWay(around.knowledge.guides[guide_id], Workplace(profile, "skole")).ends())
    return _FOUND[key]


@each("municipality", [*MUNICIPALITIES, None])
@each("guide_id", GUIDES)
def test_every_combination_of_answers_ends_in_an_outcome_with_a_contact_and_a_source(
    around: Around, guide_id: str, municipality: str | None
) -> None:
    guide = around.knowledge.guides[guide_id]
    ends = ends_of(around, guide_id, municipality)
    assert {end.place for end in ends} <= set(guide.outcomes)
    for name in {end.place for end in ends}:
        outcome = guide.outcomes[name]
        assert outcome.contacts, name
        assert outcome.sources, name
        assert all(source in around.knowledge.sources for source in outcome.sources), name


@each("municipality", [*MUNICIPALITIES, None])
@each("guide_id", GUIDES)
def test_no_way_reaches_a_case_request_with_an_unanswered_or_positive_safety_question(
    around: Around, guide_id: str, municipality: str | None
) -> None:
    guide = around.knowledge.guides[guide_id]
    requests = [end for end in ends_of(around, guide_id, municipality) if guide.outcomes[end.place].case_request]
    assert all(safety_is_settled(guide, dict(end.answers)) for end in requests)
    if guide_id == "bekymring" and municipality == "stjordal":
        assert requests, "no way leads to a case request at all, so this test proves nothing"


def test_all_outcomes_are_reached_somewhere(around: Around) -> None:
    for guide_id in GUIDES:
        reached = {end.place for kommune in MUNICIPALITIES for end in ends_of(around, guide_id, kommune)}
        assert reached == set(around.knowledge.guides[guide_id].outcomes)


def test_unsure_never_ends_milder_than_no_with_the_same_answers_otherwise(around: Around) -> None:
    """Follow «usikker» and «nei» with the same later answers, wherever both lead on.

    A danger found later stays a danger: «usikker» then ends in a danger too, the one that was asked about first.
    """
    guide = around.knowledge.guides["bekymring"]
    rank = {name: place for place, name in enumerate(guide.severity)}
    surroundings = Workplace(around.knowledge.profiles["stjordal"], "skole")
    for end in ends_of(around, "bekymring", "stjordal"):
        answers = dict(end.answers)
        for step_id, answer in end.answers:
            calm = guide.steps[step_id].option(answer) if isinstance(answer, str) else None
            unsure = next((one for one in guide.steps[step_id].options if one.meaning == "usikker"), None)
            if calm is None or calm.meaning != "nei" or unsure is None or not guide.steps[step_id].decides:
                continue
            given = replay.with_answer(tuple(answers.items()), step_id, unsure.id)
            other = replay.walk(guide, given, surroundings).place
            if other in rank and not guide.outcomes[other].danger:
                assert rank[other] >= rank[end.place], (step_id, answers, other)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_card_of_any_place_can_be_shown_to_anybody(around: Around, data: st.DataObject) -> None:
    """Random answers, role and municipality: a card with a title, and contacts or choices, and no placeholder left."""
    municipality = data.draw(st.sampled_from([*MUNICIPALITIES, None]))
    role = data.draw(st.sampled_from([*ROLES, None]))
    guide = around.knowledge.guides[data.draw(st.sampled_from(GUIDES))]
    walker = walker_in(around, municipality, role)
    walker.start(guide.id)
    for _ in range(data.draw(st.integers(0, 14))):
        step = walker.sitting.step
        if step is None:
            break
        answer = data.draw(st.sampled_from(possible_answers(step)))
        walker.answer_all({walker.place: answer})
    shown = as_text(card_of(walker.sitting), around.text)
    assert "{" not in shown
    assert walker.sitting.step or walker.sitting.outcome


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_changing_an_answer_and_changing_it_back_leads_to_the_same_place(around: Around, data: st.DataObject) -> None:
    guide = around.knowledge.guides["bekymring"]
    surroundings = Workplace(around.knowledge.profiles["melhus"], "barnehage")
    answers = _random_walk(guide, surroundings, data)
    if not answers:
        return
    step_id, old = data.draw(st.sampled_from(answers))
    new = data.draw(st.sampled_from(possible_answers(guide.steps[step_id])))
    changed = replay.walk(guide, replay.with_answer(answers, step_id, new), surroundings)
    assert set(changed.dropped) == {name for name, _ in answers} - {name for name, _ in changed.given}
    kept = [*changed.given, *_missing(answers, changed.answers)]
    again = replay.walk(guide, replay.with_answer(kept, step_id, old), surroundings)
    assert again.place == replay.walk(guide, answers, surroundings).place


def _missing(answers: tuple[tuple[str, Any], ...], kept: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(name, answer) for name, answer in answers if name not in kept]


def _random_walk(guide: Guide, surroundings: Workplace, data: st.DataObject) -> tuple[tuple[str, Any], ...]:
    answers: tuple[tuple[str, Any], ...] = ()
    for _ in range(data.draw(st.integers(1, 16))):
        place = replay.walk(guide, answers, surroundings).place
        if place not in guide.steps:
            break
        answers = (*answers, (place, data.draw(st.sampled_from(possible_answers(guide.steps[place])))))
    return answers


def test_a_sitting_never_keeps_free_text(around: Around) -> None:
    """Whatever is typed or filled in, only ids the guide knows are kept."""
    walker = walker_in(around, "stjordal")
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "ny"})
    walker.answer_all({"om_barnet": {"alder": "10-12", "arena": "Oppdiktet skole", "navn": "Oppdiktet Navn"}})
    assert "Oppdiktet" not in repr(walker.state)
    sitting: Sitting = walker.sitting
    assert sitting.walk.place == "om_barnet"
