"""Hears what barnevernet said, told in the middle of nothing: «de sa jeg skulle melde». In a guide a step asks.

Must come after danger. Nothing that is told is kept.
"""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from dialogs.answers.cards import worry_buttons
from dialogs.by_words import words_of
from dialogs.dialog import Around, Step
from dialogs.guide.told_advice import REPORT, URGENT, advice_told

HOW = "melding-hvordan"
"""The article that tells how a report is sent."""


def told_after_call(said: str, state: ConversationState, around: Around) -> Step | None:
    """Return what is done now: the report is sent today, or it is watched and rung again. None where a case is with a
    team that may be meant, or nothing of it is told."""
    texts = around.text
    is_named = any(word.startswith(tuple(texts.words("case.words_rung"))) for word in words_of(said))
    if state.active is not None or (around.has_cases and not is_named):
        return None
    advice = advice_told(said, around)
    if not advice:
        return None
    how = around.knowledge.articles.get(HOW)
    if advice[0] not in (REPORT, URGENT):
        return Step((Line(texts("calls.told_watch"), worry_buttons(around)[:1]),))
    button = (Button(how.title, "article", HOW),) if how is not None else ()
    return Step((Line(texts("calls.told_urgent" if advice[0] == URGENT else "calls.told_report"), button),))
