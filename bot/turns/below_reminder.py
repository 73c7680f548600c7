"""Hears a yes, a no or doubt to a reminder that came without a turn: whether barnevernet has answered, and whether it
worked.

The reminder itself is not known here, only that something was told since. Must come after danger and all that is shown
has been heard.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from dialogs.by_words import is_only_doubt, words_of, yes_or_no
from dialogs.dialog import Around, Step
from dialogs.guide.reminders import worked_buttons
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
    of_measure = _did_it_work(words, state, around) if is_free and "?" not in said and len(words) <= LONGEST else None
    is_of_another = (around.has_cases or bool(state.concerns)) and not _has_reported(state, around)
    if not (is_free and is_bare and (is_no or is_yes)) or (is_of_another and not is_no):
        return Step((of_measure,)) if of_measure is not None else None
    ways = (Button(text("calls.numbers_button"), "numbers"), Button(text("guide.reminded_concerns"), "guide_concerns"))
    told = Line(text("guide.reminded_no" if is_no else "guide.reminded_yes"), ways if is_no else ways[1:])
    return Step((told,) if of_measure is None else (told, of_measure))


def _did_it_work(words: Sequence[str], state: ConversationState, around: Around) -> Line | None:
    """Return the answers to whether the measure worked, for who only says yes, no, a little or that they doubt: the
    reminder asks no yes or no. Of whoever has a case, or has reported, it may be about that."""
    text = around.text
    is_answer = yes_or_no(words, text) or is_only_doubt(words, text)
    is_answer = is_answer or text.words("guide.words_partly").issuperset(words)
    open_worries = [one for one in state.concerns if one.title and not one.practice]
    if not is_answer or not open_worries or around.has_cases or _has_reported(state, around):
        return None
    if len(open_worries) > 1:
        return Line(text("guide.reminded_worked"), (Button(text("guide.reminded_concerns"), "guide_concerns"),))
    return Line(text("guide.reminded_worked"), worked_buttons(open_worries[0].id, text))


def _has_reported(state: ConversationState, around: Around) -> bool:
    """Tell whether the outcome of a worry is to report."""
    sittings = (sit_down(one, state, around) for one in state.concerns if one.outcome)
    return any(one.outcome is not None and bool(one.outcome.report) for one in sittings if one is not None)
