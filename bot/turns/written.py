"""What somebody has written in a form that is pressed, as against what they chose or the card carries."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.acute import AGAIN, PASSED
from dialogs.cases.new_text import TRAITS
from dialogs.checked_text import BEFORE, KEEP, KEPT_THEN, SHOWN


def written(pressed: Pressed, state: ConversationState) -> tuple[str, ...]:
    """Return the free texts among the values: what belongs to a field with choices is ours, not theirs.

    Each is heard by itself: words of different answers, put together, say what nobody said.
    """
    fixed = {field.id for field in state.fields if field.choices} | {KEEP, KEPT_THEN, SHOWN, PASSED, AGAIN, TRAITS}
    return tuple(said for name, said in pressed.values.items() if name not in fixed and not name.startswith(BEFORE))
