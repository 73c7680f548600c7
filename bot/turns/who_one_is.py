"""Hears who somebody is and where they work. Must come after danger, and after what answers a question."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed, Turn
from bot.turns.routed import Routed
from dialogs.dialog import Around, Step
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.profile import NAME, is_asking, needs_profile, profile_changed, profile_said, told_beside
from dialogs.start import START
from dialogs.way_back import shown_again
from dialogs.where.asked_for import NAME as WHERE

OF_PROFILE = ("profile_set", "profile_keep")
"""The yes and the no to «skal jeg lagre …»."""


def who_one_is(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Hear that somebody works elsewhere now. In the middle of a guide or a case only a new job is asked about; who
    says in passing who they are is told what is kept, and asked the question again."""
    if needs_profile(state, around) and state.active == GUIDE:
        return _told_in_guide(turn, said, state, around)  # who is asked about danger first has not said it yet
    if needs_profile(state, around) or is_asking(state):
        return None  # where they work is being asked for
    step = profile_changed(said, state, around, is_free=state.active in (None, NAME, WHERE))
    if step is not None or state.active not in (GUIDE, CASE):
        return Routed(step, START) if step is not None else None
    line = told_beside(said, state, around, is_of_place=state.active == CASE)
    again = shown_again(turn, state, around) if state.active == GUIDE else Step()
    return Routed(again.below((line,))) if line is not None else None


def asked_on(pressed: Pressed, step: Step, turn: Turn, before: ConversationState, around: Around) -> Step:
    """Show the question of a guide or a case again below what became of «bytt til Selbu», which came in its way."""
    if pressed.verb not in OF_PROFILE or before.active not in (GUIDE, CASE):
        return step
    again = shown_again(turn, step.state or before, around)
    return replace(step, replies=(*step.replies, *again.replies), state=again.state or step.state)


def _told_in_guide(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Keep where somebody works as what, said whole in the middle of a guide, and show the place again."""
    step = profile_said(said, state.in_dialog(None), around)
    if step is None or step.replaces is None or step.state is None:
        return None
    after = replace(step.state, active=state.active, data=state.data)
    again = shown_again(turn, after, around)
    return Routed(replace(again.below((step.replaces,)), state=again.state or after))
