"""Whoever is asked to ring barnevernet is told which answer to choose afterwards, by the words on the buttons."""

from __future__ import annotations

import re

import pytest

from tests.fakes.knowledge import shelf


@pytest.mark.parametrize("name", ["ring_om_fare", "ring_i_dag"])
def test_every_answer_after_a_call_is_named_by_its_button_and_every_button_that_is_named_is_there(name: str) -> None:
    step = shelf().knowledge.guides["bekymring"].steps[name]
    told = " ".join([*step.count_as_yes, *step.count_as_no])
    buttons = {option.short or option.say for option in step.options}
    assert set(re.findall(r"«([^»]+)»", told)) == buttons
