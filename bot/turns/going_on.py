"""What «fortsett», «er tilbake», «tilbake» and «slett» press, by what was shown last or is open; knows no dialog."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed
from bot.turns.routed import Routed
from dialogs.dialog import Around
from dialogs.guide_waits import guide_that_waits
from dialogs.practice.progress import goes_on
from dialogs.verbs import verbs_that

GOES_ON = verbs_that(lambda one: one.goes_on)
RESUMED = "guide_resume"


def go_on_pressed(state: ConversationState) -> Pressed:
    """Return what «fortsett» means: the way on that was shown last, or else what is under way."""
    shown = next((one for one in state.shown if one.verb in GOES_ON), None)
    if shown is not None:
        return Pressed(shown.verb, shown.id)
    is_gone = (state.draft_gone is not None or state.case_gone is not None) and not state.concerns
    is_kept = state.case_left is not None or state.case_draft is not None
    is_left = state.active is None and (is_kept or is_gone)
    is_case = state.active == "case" or is_left
    return Pressed("course_go_on" if goes_on(state) else "case_go_on" if is_case else "guide_go_on")


def came_back(state: ConversationState, around: Around) -> Pressed:
    """Return what «er tilbake» shows: what is under way, else the list of what is open, else the menu."""
    titled = [one for one in state.concerns if one.title]
    is_begun = state.case_left is not None or state.case_draft is not None
    if state.active is not None or is_begun:
        return go_on_pressed(state)
    if around.has_cases or len(titled) > 1:
        return Pressed("my_cases")
    return Pressed(RESUMED, titled[0].id) if titled else Pressed("menu")


def welcomed_back(routed: Routed, around: Around) -> Routed:
    """Welcome somebody back above what is open; a concern that is taken up again does it itself."""
    if routed.pressed is not None and routed.pressed.verb == RESUMED:
        return routed
    said = Line(around.text("common.welcome_back"))
    return replace(routed, step=replace(routed.step, replies=(said, *routed.step.replies)))


def leaving(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return what «må hente ungan no» presses in a guide: it is paused. The steps of danger are shown once more."""
    concern = state.concern() if state.active == "guide" else None
    if concern is None or not around.answers.is_leaving(said):
        return None
    return Pressed("guide_pause" if concern.title else "guide_go_on", concern.id)


def back_pressed(state: ConversationState, around: Around) -> Pressed | None:
    """Return what «tilbake» means below what was shown aside: its button «Tilbake til …»; below the question where
    somebody works, the step of the guide before it. None where there is neither."""
    waiting = guide_that_waits(state)
    if waiting:
        return Pressed("guide_back", waiting)
    begins = around.text("common.way_back_button", title="")
    shown = next((one for one in state.shown if one.verb in GOES_ON and one.title.startswith(begins)), None)
    return Pressed(shown.verb, shown.id) if shown is not None else None


def shown_or(verb: str, otherwise: str, state: ConversationState) -> Pressed:
    """Return the button with that verb on what was shown last; else `otherwise`, a list to choose from."""
    shown = next((one for one in state.shown if one.verb == verb), None)
    return Pressed(shown.verb, shown.id, shown.version) if shown is not None else Pressed(otherwise)
