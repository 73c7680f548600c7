"""Remembers whether the list that asks which case is meant carries what was written to a team, so that whoever types
its number is told that the words are on that card alone.

Must keep no word of it: what nobody has read over and approved is stored nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Card, Reply
from dialogs.as_text import all_buttons
from dialogs.cases.which_case import LISTS
from dialogs.dialog import Step

TEXT = "text"
"""What the buttons of the list carry the words as."""


def with_listed_words(state: ConversationState, step: Step) -> ConversationState:
    """Return the state that knows whether the list shown last carries words. What shows nothing that can be pressed
    leaves the list the last one."""
    replies = (*step.replies, step.replaces) if step.replaces is not None else tuple(step.replies)
    last = next((one for one in reversed(replies) if all_buttons(one)), None)
    carries = last is not None and _carries(last, all_buttons(last))
    return state if last is None or carries is state.words_listed else replace(state, words_listed=carries)


def _carries(shown: Reply, buttons: Sequence[Button]) -> bool:
    if not (isinstance(shown, Card) and shown.kind == LISTS):
        return False
    return any(name == TEXT and said for one in buttons for name, said in one.carries)
