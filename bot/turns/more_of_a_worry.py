"""Hears what is told on, in a message of its own, right below a worry: how old the child is, or what no answer is
about.

What was told before is kept nowhere, so nothing of it can be searched together. Must come after danger.
"""

from __future__ import annotations

from bot.answers.result import BARE
from bot.answers.story import only_tells
from bot.answers.telling import names_rules_or_papers
from bot.answers.wording import fold
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from dialogs.answers.by_age import OLDEST, only_age
from dialogs.answers.dialog import found_for
from dialogs.answers.unanswered_cards import is_below_a_worry, ways_on
from dialogs.by_words import is_small_number
from dialogs.dialog import Around, Step
from dialogs.guide.told_story import with_age

VOTES = ("vote_up", "vote_down")
"""What is thought of the answer above, and is no way on from it."""


def more_of_a_worry(said: str, state: ConversationState, around: Around) -> Step | None:
    """Return the ways on from the worry again, the first with the age where that is told; None where something is
    asked, or another answer is found."""
    if "?" in said or not is_below_a_worry(state):
        return None
    age = _age_told(said, state, around)
    first, *others = (one for one in ways_on(state, around) if one.verb not in VOTES)
    if age is not None and age <= OLDEST:
        carrying = Button(first.title, first.verb, with_age(first.id, age))
        return Step((Line(around.text("answers.worry_age"), (carrying, *others)),))
    is_told = only_tells(said) and not names_rules_or_papers(fold(said))
    found = found_for(said, state, around) if is_told and age is None else None
    if age is None and (found is None or found.verdict != "unknown" or found.kind == BARE):
        return None  # the age of a grown-up, «hun er 34», is told as well
    return Step((Line(around.text("answers.worry_more"), (first, *others)),))


def _age_told(said: str, state: ConversationState, around: Around) -> int | None:
    """Return the age that is all that is told; a number alone, «15», is one where no button has it."""
    number = said.strip().rstrip(".")
    is_no_button = is_small_number(number) and len(state.shown) < int(number) <= OLDEST
    return int(number) if is_no_button else only_age(said, around.text)
