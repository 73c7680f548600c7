"""What is typed at a step that asks somebody to ring barnevernet and then to say what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.dialog import Step
from dialogs.guide.asking_back import asks_of_a_call, with_choices
from dialogs.guide.not_reached import is_for_later
from dialogs.guide.sitting import Sitting
from dialogs.the_call import RUNG, asks_what_to_say, told_of_the_call


def beside_the_call(words: Sequence[str], shown: Sitting, state: ConversationState) -> Step | None:
    """Give the step's own words to who asks what to say, ask what was said of who has rung and chose nothing, and say
    whom to ring now to who will do it another day; None = about something else."""
    step, text = shown.step, shown.around.text
    if step is None or not asks_of_a_call(step):
        return None
    if asks_what_to_say(words, text):
        return with_choices(shown, Line(text("guide.say_it_so", phrases=" ".join(step.phrases))), state)
    if told_of_the_call(words, shown.around) == RUNG:
        return with_choices(shown, Line(text("guide.has_rung")), state)
    if is_for_later(" ".join(words), text):
        return with_choices(shown, Line(text("guide.ring_not_later")), state)
    return None
