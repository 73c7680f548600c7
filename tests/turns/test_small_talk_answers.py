"""Every kind of small talk has an answer."""

from __future__ import annotations

from bot.answers.lexicon import TALK_KINDS
from bot.answers.small_talk import EMOJI, EMPTY
from dialogs.answers.dialog import _SMALL_TALK


def test_every_kind_of_small_talk_has_an_answer() -> None:
    assert set(_SMALL_TALK) == {*TALK_KINDS, EMPTY, EMOJI}
