"""Hears a yes or a no to a reminder that came without a turn: whether barnevernet has answered.

The reminder itself is not known here, only that something was told since. Must come after danger and all that is shown
has been heard.
"""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from dialogs.by_words import words_of
from dialogs.dialog import Around, Step
from dialogs.guide.sitting import sit_down

LONGEST = 8
"""More words than this tell something of their own."""


def below_reminder(said: str, state: ConversationState, around: Around) -> Step | None:
    """Return what to do where barnevernet has not answered, or has, for who says nothing but that right after they were
    told something unasked. With a case a yes may be to its team, and with a worry to what was tried, unless one has led
    to a report; of a no, what to do where it is of barnevernet is said all the same."""
    words, text = words_of(said), around.text
    yes, no, small = (text.words(f"guide.{key}") for key in ("words_yes", "words_no", "words_reminded_small"))
    denies = no | text.words("common.words_deny")
    is_bare = 0 < len(words) <= LONGEST and "?" not in said and (yes | denies | small).issuperset(words)
    is_no, is_yes = not denies.isdisjoint(words), words[:1] != [] and words[0] in yes
    is_free = around.is_told_since and state.active is None
    is_of_another = (around.has_cases or bool(state.concerns)) and not _has_reported(state, around)
    if not (is_free and is_bare and (is_no or is_yes)) or (is_of_another and not is_no):
        return None
    ways = (Button(text("calls.numbers_button"), "numbers"), Button(text("guide.reminded_concerns"), "guide_concerns"))
    return Step((Line(text("guide.reminded_no" if is_no else "guide.reminded_yes"), ways if is_no else ways[1:]),))


def _has_reported(state: ConversationState, around: Around) -> bool:
    """Tell whether the outcome of a worry is to report."""
    sittings = (sit_down(one, state, around) for one in state.concerns if one.outcome)
    return any(one.outcome is not None and bool(one.outcome.report) for one in sittings if one is not None)
