"""What may be done by words that are only nearly a button's, or by asking about it, and what must be said in full.

Each verb says it of itself, in the table of its dialog (`dialogs.dialog.Typed`).
"""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.by_words import MENU
from dialogs.dialog import Typed
from dialogs.verbs import verbs_that

OPENS = verbs_that(lambda one: one.typed is Typed.NEARLY)
SURE = verbs_that(lambda one: one.typed is Typed.SURE)
NEVER_BY_NUMBER = SURE | verbs_that(lambda one: one.typed is Typed.TITLE)


def may_be_loose(verb: str) -> bool:
    """Tell whether words that are nearly the title, or a part of it, are enough for this verb."""
    return verb in OPENS or verb.startswith(MENU)


def must_be_whole(pressed: Pressed) -> bool:
    """Tell whether the press does something, and was not typed in full. Fields that were typed are their own proof."""
    return pressed.is_loose and not pressed.values and not may_be_loose(pressed.verb)


def title_of(pressed: Pressed, state: ConversationState) -> str:
    """Return the title of the button as it was shown; empty when it is no longer known."""
    alike = [one for one in state.shown if one.verb == pressed.verb]
    return next((one.title for one in alike if one.id == pressed.id), alike[0].title if alike else "")
