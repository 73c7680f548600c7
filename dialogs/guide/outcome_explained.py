"""Says an outcome in short to who asks right below it what it means, or what to do now."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.source import told_in
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.by_words import says_only, words_of
from dialogs.dialog import Step
from dialogs.guide.asked_beside import asks_what_now, is_lost
from dialogs.guide.asking_back import rings_first
from dialogs.guide.place import card_of
from dialogs.guide.sitting import Sitting
from dialogs.guide.wording import source_line
from dialogs.source_words import asks_for_source

ON_OUTCOME = "guide_answers"
"""The button that changes an answer: it stands on every outcome, and on what is said beside one."""


def outcome_explained(shown: Sitting, said: str, state: ConversationState) -> Step | None:
    """Return the outcome in one sentence and what to begin with, to who asks «hva betyr det», «må jeg det», «kan jeg
    vente», «er det noe jeg har glemt» or «hva gjør jeg nå» below it; where it stands, and what who disagrees can do.
    None for everything else. The buttons stay those of the outcome; where something else was shown since, only who
    asks what to do now, or whether it must be, is answered, and the outcome is shown again."""
    outcome, text, words = shown.outcome, shown.around.text, words_of(said)
    is_last = any(one.verb == ON_OUTCOME for one in state.shown)
    if outcome is None or not outcome.do:
        return None
    if not is_last:
        return Step((card_of(shown),)) if asks_what_now(words, text) or _asks_if_it_must(words, shown) else None
    if asks_for_source(words, text):
        here = told_in(shown.profile.id if shown.profile else None, outcome.sources, shown.around.knowledge.sources)
        return Step((Line(source_line(here, shown.around)),))
    if says_only(words, text, "commands.against", beside=("commands.against_small",)):
        told, _ = shown.guide.every_outcome_ends_with.disagreeing(danger=outcome.danger)
        return Step((Line(rings_first(shown) + told),))
    asks_for_rest = says_only(words, text, "guide.words_rest", beside=("guide.words_rest_small",))
    if not (asks_for_rest or is_lost(words, text) or asks_what_now(words, text) or _asks_if_it_must(words, shown)):
        return None
    begin = outcome.do[0]
    first = text("guide.do_row", what=begin.what, who=begin.who, by=begin.by)
    told = text("guide.outcome_explained", title=outcome.title, first=first)
    return Step((Line(rings_first(shown) + told),))


def _asks_if_it_must(words: Sequence[str], shown: Sitting) -> bool:
    """Tell whether somebody asks whether it must be done, or may be done later, and names nothing: «må jeg det», «kan
    jeg vente til i morgen»; below what is to be done today also «kan jeg ringe i morgen»."""
    texts = shown.around.text
    asks, later, must, small = (f"guide.words_must_{key}" for key in ("asks", "later", "must", "small"))
    ring = ("guide.words_ringing",) if shown.outcome is not None and shown.outcome.danger else ()
    is_asked = len(words) > 1 and words[0] in texts.words(asks)
    return is_asked and any(says_only(words, texts, one, beside=(asks, small, *ring)) for one in (later, must, *ring))
