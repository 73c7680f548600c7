"""Where a person is in a guide, and its card. Must not know how they got there."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.reply import Card
from dialogs.dialog import Around
from dialogs.guide.outcome_card import outcome_card
from dialogs.guide.sitting import Sitting, sit_down
from dialogs.guide.step_card import step_card


def card_of(sitting: Sitting) -> Card:
    """Return the card of the place the person is at."""
    return step_card(sitting) if sitting.step is not None else outcome_card(sitting)


def asked_again_now(sitting: Sitting) -> Sitting | None:
    """Return the sitting at the step that is asked again: its answer was regretted, also before a pause."""
    step = sitting.concern.asked_again
    return sitting.asked_again(step) if step in sitting.walk.answers else None


def open_sitting(concern_id: str, state: ConversationState, around: Around) -> Sitting | None:
    """Return the sitting of that concern, or of the open one."""
    concern = state.concern(concern_id or None)
    return sit_down(concern, state, around) if concern else None
