"""Where somebody works is asked for once they have said that no child is in danger now, never before that."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line, Reply
from dialogs.dialog import Step
from dialogs.guide.asking_back import asks_of_a_call
from dialogs.guide.sitting import Sitting
from dialogs.guide_waits import LATER
from dialogs.profile import ask_profile, needs_profile


def must_ask_where(shown: Sitting, after: Sitting, state: ConversationState) -> bool:
    """Tell whether this answer settles the first question about safety, and the way goes on to what hangs on where
    somebody works. Who is to ring, or is at an outcome, is shown that first."""
    concern, first = after.concern, after.guide.safety[0]
    is_real = bool(concern.title) and not concern.practice
    is_settled = shown.walk.place in (first.step, *first.settled_by)
    goes_on = after.step is not None and not asks_of_a_call(after.step)
    return is_real and is_settled and goes_on and needs_profile(state, after.around)


def ask_where(after: Sitting, lines: Sequence[Reply], saved: ConversationState) -> Step:
    """Ask for municipality and role; the guide goes on below."""
    around = after.around
    asked = ask_profile(saved, around, then=f"{LATER}{after.concern.id}")
    return asked.below((*lines, Line(around.text("guide.where_first"))))
