"""What is typed at a step that asks somebody to ring barnevernet and then to say what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.content.guide import GuideStep
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.by_words import words_of
from dialogs.call_words import RUNG, asks_what_to_say, told_of_the_call
from dialogs.denying import may_deny
from dialogs.dialog import Step
from dialogs.guide.asking_back import EMERGENCY, asks_of_a_call, rings_first, with_choices
from dialogs.guide.met_beside import tell_whom_to_ring
from dialogs.guide.not_reached import is_for_later, rang_in_vain
from dialogs.guide.sitting import Sitting

FEW = 8
"""More words than this tell of something else than that nobody has rung yet."""
BACK = "change_last_answer"
"""What the button of an outcome does that asks its last question again."""


def beside_the_call(words: Sequence[str], shown: Sitting, state: ConversationState) -> Step | None:
    """Give the step's own words to who asks what to say, ask what was said of who has rung and chose nothing, and say
    whom to ring now to who will do it another day; None = about something else."""
    step, text = shown.step, shown.around.text
    if step is None:
        return _below_outcome(words, shown) or _will_ring(words, shown, state)
    said = _told_at(step, words, shown)
    return with_choices(shown, Line(text(said, phrases=" ".join(step.phrases))), state) if said else None


def _told_at(step: GuideStep, words: Sequence[str], shown: Sitting) -> str:
    """Return the key of what is told at a step; empty where nothing is said of a call."""
    text = shown.around.text
    if _has_rung_for_help(words, step, shown):
        return "guide.has_rung_emergency"
    if not asks_of_a_call(step):
        return "guide.rang_in_vain" if rang_in_vain(words, text) else ""
    if asks_what_to_say(words, text):
        return "guide.say_it_so"
    if told_of_the_call(words, shown.around) == RUNG:
        return "guide.has_rung"
    if is_for_later(" ".join(words), text):
        return "guide.ring_not_later"
    is_of_ringing = len(words) <= FEW and not text.words("guide.words_ringing").isdisjoint(words)
    return "guide.call_waits" if is_of_ringing else ""


def waits_for_a_call(shown: Sitting, words: Sequence[str]) -> bool:
    """Tell whether somebody has rung below an outcome that waits for just that, «Jeg har ringt»: what was said there is
    asked for."""
    called = shown.around.text.words("case.words_called")
    ways = shown.outcome.next if shown.outcome is not None else ()
    is_awaited = any(one.do == BACK and not called.isdisjoint(words_of(one.say)) for one in ways)
    return is_awaited and told_of_the_call(words, shown.around) != ""


def _below_outcome(words: Sequence[str], shown: Sitting) -> Step | None:
    """Meet who has rung, and who asks what to say there, below what to do: whoever is in danger is rung about first."""
    text, first = shown.around.text, rings_first(shown)
    if asks_what_to_say(words, text):
        return Step((Line(f"{first}{text('guide.say_at_outcome')}"),))
    return Step((Line(f"{first}{text('guide.has_rung_outcome')}"),)) if told_of_the_call(words, shown.around) else None


def _will_ring(words: Sequence[str], shown: Sitting, state: ConversationState) -> Step | None:
    """Say whom to ring to who says, below what is to be done today, that they ring now: «ok ring barnevernet da». Who
    rings the home, «jeg ringer mor», is not told that this is well."""
    text, outcome = shown.around.text, shown.outcome
    is_said = len(words) <= FEW and not text.words("guide.words_ringing").isdisjoint(words)
    is_of_today = outcome is not None and bool(outcome.danger) and not may_deny(words, text)
    is_home = not text.words("guide.told_home").isdisjoint(words) and not _names_who_helps(words, shown)
    return tell_whom_to_ring(shown, state) if is_said and is_of_today and not is_home else None


def _names_who_helps(words: Sequence[str], shown: Sitting) -> bool:
    text = shown.around.text
    to = text.listed("case.words_reported_to")
    return not text.words("calls.words_emergency").isdisjoint(words) or any(word.startswith(to) for word in words)


def _has_rung_for_help(words: Sequence[str], step: GuideStep, shown: Sitting) -> bool:
    """Tell whether somebody has rung an emergency number that they name, or whom the step says first to ring."""
    text, told = shown.around.text, told_of_the_call(words, shown.around)
    called = text.words("case.words_called")
    before = [*takewhile(lambda word: word not in called, words)]  # «mor ringte 112» is not the writer
    is_own = len(before) < len(words) and text.words("case.words_beside_call").issuperset(before)
    is_named = is_own and not text.words("calls.words_emergency").isdisjoint(words)
    return told != "" and (is_named or (told == RUNG and step.contacts[:1] == (EMERGENCY,)))
