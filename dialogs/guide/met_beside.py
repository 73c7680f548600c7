"""How who writes something that answers nothing is met: thanks, a greeting, «vent litt», a swear word, «jeg har meldt».

The question stays where it is. Must not know how the words are heard.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.by_words import words_of, yes_or_no
from dialogs.dialog import Step
from dialogs.guide.asking_back import ask_to_confirm, is_of_danger, rings_first, waits_for_yes, with_choices
from dialogs.guide.outcome_card import next_button
from dialogs.guide.sitting import Sitting
from dialogs.report_words import is_to_barnevernet, ring_whom, tells_of_a_report

OFFERED = "guide_reminder_offered"
"""The verb of a reminder that is all that is offered, so that a yes takes it."""


def welcome_thanks(shown: Sitting, state: ConversationState) -> Step:
    """Say that it was nothing to who thanks, and ask on; below an outcome there is nothing more to ask."""
    if shown.outcome is not None:
        said = shown.around.text("answers.small_thanks")
        return Step((Line(f"{rings_first(shown)}{said}"),))
    return with_choices(shown, Line(shown.around.text("guide.thanked")), state)


def say_hello(shown: Sitting, state: ConversationState) -> Step:
    """Show the question again to who says hello or «ok» and nothing else: it is no answer, and no mistake."""
    return with_choices(shown, Line(shown.around.text("guide.greeted")), state)


def give_time(shown: Sitting, state: ConversationState) -> Step:
    """Let who writes «vent litt» take the time that is needed: nothing is moved, and danger is rung about first."""
    text, outcome = shown.around.text, shown.outcome
    if outcome is None:
        return with_choices(shown, Line(text("guide.waited")), state)
    return Step((Line(text("guide.waited_danger" if is_of_danger(shown) else "guide.waited_outcome")),))


def meet_swearing(shown: Sitting, state: ConversationState) -> Step:
    """Meet who only swears kindly, with what is asked; below an outcome as who asks for time."""
    if shown.outcome is not None:
        return give_time(shown, state)
    return with_choices(shown, Line(shown.around.text("guide.sworn")), state)


def meet_tired(shown: Sitting, state: ConversationState) -> Step:
    """Meet who has no strength left kindly: one may stop here, and nothing is lost."""
    line = Line(f"{rings_first(shown)}{shown.around.text('guide.tired')}")
    return Step((line,)) if shown.outcome is not None else with_choices(shown, line, state)


def tell_how_far(shown: Sitting, state: ConversationState) -> Step:
    """Say where it stands how far it is, and that one may stop; below an outcome, that nothing more is asked."""
    if shown.outcome is not None:
        return Step((Line(f"{rings_first(shown)}{shown.around.text('guide.how_far_done')}"),))
    return with_choices(shown, Line(shown.around.text("guide.how_far")), state)


def tell_of_no_skipping(shown: Sitting, state: ConversationState) -> Step:
    """Say that the step is needed, and how to answer it in doubt."""
    key = "no_skipping" if shown.step_asked.kind == "question" else "no_skipping_list"
    return with_choices(shown, Line(shown.around.text(f"guide.{key}")), state)


def tell_of_no_mail(shown: Sitting, state: ConversationState) -> Step:
    """Say that nothing is sent by mail, and how the summary is copied."""
    line = Line(shown.around.text("guide.not_mailed"))
    return Step((line,)) if shown.outcome is not None else with_choices(shown, line, state)


def tell_whom_to_ring(shown: Sitting, state: ConversationState) -> Step:
    """Say whom to ring to who will ring barnevernet first; the question waits."""
    whom = ring_whom(state, shown.around)
    if shown.outcome is not None:
        return Step((Line(whom),))
    return with_choices(shown, Line(f"{whom} {shown.around.text('guide.ring_waits')}"), state)


def no_danger_after_all(shown: Sitting, said: str, state: ConversationState) -> Step | None:
    """Tell who says no in a guide of danger, at a question that has no «nei», how they get out of it."""
    step, words = shown.step, words_of(said)
    asked = words_of(step.ask) if step is not None else []
    is_asked = step is not None and step.kind == "question" and not shown.concern.title
    has_no = any(words_of(one.say)[:1] == ["nei"] for one in (step.options if step is not None else ()))
    is_no = yes_or_no([word for word in words if word not in asked], shown.around.text) == "nei"
    if not is_asked or has_no or not is_no:
        return None
    return with_choices(shown, Line(shown.around.text("guide.no_danger_after_all")), state)


def has_reported(shown: Sitting, said: str) -> Step | None:
    """Answer «jeg har meldt» below an outcome: that it was right, and the reminder of the answer where there is one."""
    words, text, outcome = words_of(said), shown.around.text, shown.outcome
    if outcome is None or not tells_of_a_report(words, shown.around):
        return None
    if not is_to_barnevernet(words, shown.around):
        return Step((Line(text("case.reported_where")),))
    reminders = [one for one in outcome.next if one.do.startswith("reminder:")]
    today = shown.around.today.isoformat()  # the law counts from the report, not from a late yes
    offered = [replace(next_button(one.say, one.do, shown), verb=OFFERED) for one in reminders]
    buttons = tuple(replace(one, id=f"{one.id}.{today}") for one in offered)
    return Step((Line(f"{rings_first(shown)}{text('guide.reported')}", buttons),))


def has_reported_here(shown: Sitting, said: str, state: ConversationState) -> Step | None:
    """Meet who says at a step that they have reported; the question stays, and so does an answer that waits for a
    yes."""
    words, text = words_of(said), shown.around.text
    if shown.step is None or not tells_of_a_report(words, shown.around):
        return None
    key = "guide.reported_here" if is_to_barnevernet(words, shown.around) else "case.reported_where"
    waiting = waits_for_yes(shown, state)
    asked = ask_to_confirm(shown, waiting, state) if waiting else with_choices(shown, Line(text(key)), state)
    return asked.below((Line(text(key)),)) if waiting else asked
