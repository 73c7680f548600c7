"""Hears «send da» and «ikke nå» where a text waits to be sent: they are about the text, and are never sent instead.

Nothing is sent by them: what is to be sent lies on its card only. Must come after danger.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Turn
from bot.turns.chosen import LONGEST_ANSWER
from bot.turns.routed import Routed
from dialogs.by_words import words_of
from dialogs.cases.draft import offer_draft
from dialogs.cases.duty import REPORTED, RING_FIRST
from dialogs.cases.own_words import is_below_form
from dialogs.cases.taken_back import AROUND_SENDING, says_send, takes_back, what_is_right
from dialogs.dialog import Around, Step
from dialogs.guide.dialog import is_offered
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.verbs import verbs_that

SENDS = verbs_that(lambda one: one.sends != "")
FEW_WORDS = verbs_that(lambda one: one.sends in ("words", "answer"))
"""Verbs that send a few words: «må gå nå» below them is about the words."""


def sending_meant(_turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Say where the text is and that it is not sent, to who says that it is to be sent, or that it is not yet."""
    words = words_of(said)
    if "?" in said or not 0 < len(words) <= LONGEST_ANSWER:
        return None
    if state.active == CASE and state.case.step in (REPORTED, RING_FIRST) and says_send(words, around.text):
        return _line("case.stopped_not_sent", around)
    button = next((one for one in state.shown if one.verb in SENDS), None)
    if button is not None and says_send(words, around.text):
        return _line("case.send_press", around, button=button.title)
    if button is not None and button.verb in FEW_WORDS and _not_now(said, words, around):
        return _line("case.own_words_kept", around)
    draft = state.case_draft if state.active != CASE else None
    if button is None and draft is not None and says_send(words, around.text):
        line = Line(around.text("case.draft_not_sent"))
        return Routed(Step((line, offer_draft(draft, around))))
    is_asked_of_cases = state.active is None and around.has_cases
    is_of_nothing = state.active in (None, GUIDE) and not is_asked_of_cases
    is_of_nothing = is_of_nothing and button is None and says_send(words, around.text)
    return _line("case.send_nothing", around) if is_of_nothing else None


def is_of_form(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether words are of the form for a text to a team that was shown last, and not of the guide behind it: its
    own answer in several words, letter for letter, is the guide's."""
    is_of_guide = len(words_of(said)) > 1 and is_offered(said, state, around)
    return is_below_form(state) and not is_of_guide


def _line(key: str, around: Around, **values: object) -> Routed:
    return Routed(Step((Line(around.text(key, **values)),)))


def _not_now(said: str, words: Sequence[str], around: Around) -> bool:
    """Tell whether the text was wrong, or is to wait, with nothing told in its place: «nei det var feil», «svarer i
    morgen», «må gå nå»."""
    text = around.text
    if takes_back(said, text) and not what_is_right(said, text):
        return True
    later, small = text.words("case.words_later"), text.words("case.words_around_later")
    known = {word for key in (*AROUND_SENDING, "guide.words_no") for word in text.listed(key)} | small
    is_later = not later.isdisjoint(words) and {*words} <= known | later
    return is_later or around.answers.is_leaving(said) or around.answers.is_pause(said)
