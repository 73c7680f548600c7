"""Says an outcome in short to who asks right below it what it means, or what to do now."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.by_words import words_of
from dialogs.dialog import Step
from dialogs.guide.asked_beside import asks_what_now, is_lost
from dialogs.guide.asking_back import rings_first
from dialogs.guide.sitting import Sitting

ON_OUTCOME = "guide_answers"
"""The button that changes an answer: it stands on every outcome, and on what is said beside one."""


def outcome_explained(shown: Sitting, said: str, state: ConversationState) -> Step | None:
    """Return the outcome in one sentence and what to begin with, to who asks «hva betyr det» or «hva gjør jeg nå» below
    it; None for everything else, and where something else was shown since. The buttons stay those of the outcome."""
    outcome, text, words = shown.outcome, shown.around.text, words_of(said)
    is_last = any(one.verb == ON_OUTCOME for one in state.shown)
    if outcome is None or not outcome.do or not is_last:
        return None
    if not (is_lost(words, text) or asks_what_now(words, text)):
        return None
    begin = outcome.do[0]
    first = text("guide.do_row", what=begin.what, who=begin.who, by=begin.by)
    told = text("guide.outcome_explained", title=outcome.title, first=first)
    return Step((Line(rings_first(shown) + told),))
