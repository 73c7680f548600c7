"""What is danger in a few everyday words, beside calm messages in nearly the same words."""

from __future__ import annotations

from bot.answers.acute import LISTED, AcuteDetector
from tests.answers.calm_shortly import CALM_BESIDE_SHORT
from tests.answers.told_shortly import SHORTLY_TOLD
from tests.each import each


@each("text", SHORTLY_TOLD)
def test_a_danger_told_shortly_is_heard(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.why == LISTED


@each("text", CALM_BESIDE_SHORT)
def test_what_is_calm_in_such_words_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None
