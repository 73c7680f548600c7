"""Which guide goes on once somebody has said where they work. Kept in the data of the dialog that asks it."""

from __future__ import annotations

from bot.domain.conversation import ConversationState

ASKS = "start"
"""The dialog that asks where somebody works."""
LATER = "guide_go_on."
"""Begins the intent `then` of who is asked in the middle of a guide: its concern follows."""


def guide_that_waits(state: ConversationState) -> str:
    """Return the concern whose guide goes on then; an empty string for none."""
    then = str(state.data.get("then", "")) if state.active == ASKS else ""
    return then.removeprefix(LATER) if then.startswith(LATER) else ""
