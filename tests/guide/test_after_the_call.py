"""Whoever is asked to ring barnevernet is told which answer to choose afterwards, by the words on the buttons; and
whoever says that they will ring it first is told whom."""

from __future__ import annotations

import re

import pytest

from tests.fakes.knowledge import shelf
from tests.guide.conftest import Walker


@pytest.mark.parametrize("name", ["ring_om_fare", "ring_i_dag"])
def test_every_answer_after_a_call_is_named_by_its_button_and_every_button_that_is_named_is_there(name: str) -> None:
    step = shelf().knowledge.guides["bekymring"].steps[name]
    told = " ".join([*step.count_as_yes, *step.count_as_no])
    buttons = {option.short or option.say for option in step.options}
    assert set(re.findall(r"«([^»]+)»", told)) == buttons


@pytest.mark.parametrize("said", ["ring barnevernet først", "jeg vil ringe barnevernet først"])
def test_who_rings_barnevernet_first_is_told_whom_at_every_step_and_at_the_result(walker: Walker, said: str) -> None:
    walker.start()
    for answers in ({}, {"trygg_na": "usikker"}):
        walker.answer_all(answers)
        before = walker.place
        assert "Bra. Ring barnevernets mottak" in (walker.type(said) or "")
        assert walker.place == before, "nothing is answered"
    walker.start()
    walker.answer_all({"trygg_na": "ja"})
    assert "Ring barnevernets mottak" in (walker.type(said) or "")
