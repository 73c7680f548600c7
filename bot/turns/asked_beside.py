"""Hears what is asked or told in a few words beside all else: of the answer shown last, where to go, and of calls.

Must come after danger and after commands.
"""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from bot.turns.asked import where_to_go
from bot.turns.asked_of_answer import asked_of_answer
from dialogs.calls import IN_VAIN, NOTHING_SENT, told_or_asked
from dialogs.dialog import Around
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.where.dialog import NAME as WHERE


def asked_beside(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return the button that is meant; in the middle of a guide, which hears of calls itself, whether something has
    come through is still answered."""
    about = asked_of_answer(said, state, around.text) or where_to_go(said, state, around)
    if about is not None or state.active not in (None, WHERE, GUIDE):
        return about
    told = told_or_asked(said, around)
    is_of_team = told == IN_VAIN and around.has_cases  # «ingen svarer» may be of the team, which is heard elsewhere
    is_heard = told == NOTHING_SENT or (told != "" and state.active != GUIDE and not is_of_team)
    return Pressed(told) if is_heard else None
