"""What is danger by who does what to whom, however it is put, beside calm messages in nearly the same words."""

from __future__ import annotations

from bot.answers.acute import LISTED, AcuteDetector
from tests.answers.told_by_parts import BY_PARTS, CALM_BESIDE_PARTS
from tests.answers.told_of_going_home import CALM_GOING_HOME, GOING_HOME
from tests.answers.told_plainly import CALM_BESIDE_PLAIN, PLAINLY_TOLD
from tests.each import each


@each("text", [*BY_PARTS, *PLAINLY_TOLD, *GOING_HOME])
def test_what_the_parts_tell_of_is_heard(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.why == LISTED


@each("text", [*CALM_BESIDE_PARTS, *CALM_BESIDE_PLAIN, *CALM_GOING_HOME])
def test_a_calm_message_with_the_same_parts_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None
