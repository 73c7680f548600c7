"""Hears what answers the checklist before the question that is shown: «flere måneder», once the guide has gone on."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.dialog import Step
from dialogs.guide.answer_form import read_answer
from dialogs.guide.asking_back import in_short
from dialogs.guide.fields_heard import all_heard, fields_heard
from dialogs.guide.lasting import as_lasting
from dialogs.guide.sitting import Sitting
from dialogs.guide.wording import answer_words

LONGEST = 12
"""More words than this tell of the child."""


def told_of_the_step_before(said: str, shown: Sitting, sitting: Sitting, state: ConversationState) -> Step | None:
    """Add what is said to the checklist that was answered just before, and ask on; None where all of it is no answer
    of that, or the way would be another one."""
    if shown.step is None or shown.walk != sitting.walk or not sitting.walk.given or len(said.split()) > LONGEST:
        return None
    name, before = sitting.walk.given[-1]
    step, today = sitting.guide.steps[name], sitting.around.today
    said = as_lasting(said, step, today)
    if not isinstance(before, Mapping) or step.kind == "question" or not all_heard(said, step, today):
        return None
    more = {field: value for field, value in fields_heard(said, step, today).items() if not before.get(field)}
    value, errors = read_answer(step, {**before, **more}, sitting.around)
    after = sitting.answered(name, value) if more and not errors else sitting
    if after.walk.answers == sitting.walk.answers or after.walk.place != sitting.walk.place:
        return None
    told = Line(sitting.around.text("guide.added_before", answer=answer_words(step, more)))
    saved = after.saved_in(state)
    return Step((told, in_short(after, saved)), saved)
