"""Keeps, sealed and until something else is shown, the words that a list which asks for their case carries, so that a
typed number finds them as a press does.

Must keep nothing in which the check finds anything: then a typed number opens an empty field, and says where the words
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.conversation import ConversationState, WordsListed
from bot.domain.reply import Button, Card, Reply
from dialogs.as_text import all_buttons
from dialogs.cases.which_case import LISTS
from dialogs.checked_text import check
from dialogs.dialog import Around, Step

TEXT = "text"
"""What the buttons of the list carry the words as."""


def with_listed_words(state: ConversationState, step: Step, at: datetime, around: Around) -> ConversationState:
    """Return the state with the words of the list that was shown last, and with none when that is no list. What shows
    nothing that can be pressed leaves the list the last one."""
    replies = (*step.replies, step.replaces) if step.replaces is not None else tuple(step.replies)
    last = next((one for one in reversed(replies) if all_buttons(one)), None)
    if last is None:
        return state
    said = _carried(last, all_buttons(last))
    if state.words_listed is not None and state.words_listed.said == said:
        return state
    is_clean = bool(said) and _finds_nothing(said, state, around)
    return replace(state, words_listed=WordsListed(at, said if is_clean else "") if said else None)


def _carried(shown: Reply, buttons: Sequence[Button]) -> str:
    if not (isinstance(shown, Card) and shown.kind == LISTS):
        return ""
    return next((said for one in buttons for name, said in one.carries if name == TEXT), "")


def _finds_nothing(said: str, state: ConversationState, around: Around) -> bool:
    checked = check({TEXT: said}, state.profile.municipality, around)
    return not (checked.failed or checked.findings)
