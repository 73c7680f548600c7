"""The way back to what somebody was in the middle of: said on what is shown beside it, and shown when they return.

A question asked on the way through a guide is answered, and nobody is lost by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Card, Paragraph, Reply
from bot.domain.turn import Pressed, Turn
from dialogs.as_text import all_buttons
from dialogs.cases import draft
from dialogs.dialog import Around, Handler, Step
from dialogs.guide.asking_back import in_short
from dialogs.guide.dialog import go_on as guide_go_on
from dialogs.guide.place import asked_again_now, card_of, open_sitting
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.guide_waits import guide_that_waits
from dialogs.practice.dialog import ask as course_ask
from dialogs.practice.dialog import go_on as course_go_on
from dialogs.practice.progress import ASKING, CHAPTER, goes_on
from dialogs.practice.progress import NAME as COURSE
from dialogs.where.asked_for import NAME as WHERE
from dialogs.where.dialog import shown_where

ASIDE = (
    *("answer", "answer_more", "source", "did_you_mean", "unknown", "help", "menu", "profile", "my_cases", "my_case"),
    *("staff", "numbers", "figures", "course_home", "say_more", "guide_reminders"),
    *("where", "where_result", "where_team", "where_service", "where_number", "where_map", "where_ladder"),
)
"""Screens that are no part of a guide, a case or the introduction: whoever was in one is told the way back."""
SAY_MORE = "say_more"
"""The screen that meets a question that names nothing: what is under way may be what was meant."""
_GO_ON: Mapping[str, Handler] = {
    "guide_go_on": guide_go_on,
    "course_go_on": course_go_on,
    "case_go_on": draft.go_on_here,
}


@dataclass(frozen=True)
class WayBack:
    """What is said, and the button that does the same."""

    said: str
    button: Button


def way_back(state: ConversationState, around: Around) -> WayBack | None:
    """Return the way back to what is under way, or None; it leads where «fortsett» leads."""
    text = around.text
    if state.active == CASE:
        return _to(text("common.way_back_case"), "case_go_on", "", around)
    if goes_on(state):
        return _to(text("common.way_back_course"), "course_go_on", "", around)
    sitting = open_sitting("", state, around)
    if sitting is None or (sitting.outcome is not None and state.active != GUIDE):
        return None
    back = _to(sitting.title, "guide_go_on", sitting.concern.id, around)
    shown = asked_again_now(sitting) or sitting
    if shown.step is None:
        return back
    return replace(back, said=text("common.way_back_step", title=sitting.title, number=len(shown.walk.given) + 1))


def _to(title: str, verb: str, target: str, around: Around) -> WayBack:
    button = Button(around.text("common.way_back_button", title=title), verb, target, submits_inputs=False)
    return WayBack(around.text("common.way_back", title=title), button)


def with_way_back(step: Step, before: ConversationState, around: Around) -> Step:
    """Put the way back on the last screen shown, when it is no part of what is under way.

    It stands on the card itself: a line with a button after it would take the numbers of the card's own buttons.
    """
    after = step.state or before
    if any(isinstance(one, Card) and one.kind == SAY_MORE for one in step.replies):
        return _with_what_may_be_meant(step, after, around)
    back = way_back(after, around) if _is_told(step, after) else None
    if back is None:
        return step
    if step.replaces is not None:
        return replace(step, replaces=_told(step.replaces, back))
    return replace(step, replies=_last_told(step.replies, back))


def _is_told(step: Step, after: ConversationState) -> bool:
    """Tell whether the way back is told: where somebody works is asked on the way, and its card leads on by itself."""
    is_asked = any(isinstance(one, Card) and one.kind == "profile" for one in step.replies)
    return not after.data.get("then") or (bool(guide_that_waits(after)) and not is_asked)


def _with_what_may_be_meant(step: Step, after: ConversationState, around: Around) -> Step:
    """Show the step of the guide again below «hva mener de med det?», and tell the way back to a case or a course."""
    sitting = open_sitting("", after, around) if after.active == GUIDE else None
    if sitting is not None:
        shown = asked_again_now(sitting) or sitting
        again = in_short(shown, after) if shown.step is not None else card_of(shown)
        return replace(step, replies=(*step.replies, again))
    is_left = after.active is None and after.case_left is not None
    back = way_back(after.in_dialog(CASE) if is_left else after, around)
    return replace(step, replies=_last_told(step.replies, back)) if back is not None else step


def _last_told(replies: Sequence[Reply], back: WayBack) -> tuple[Reply, ...]:
    last = max((i for i, one in enumerate(replies) if isinstance(one, Card)), default=-1)
    return tuple(_told(one, back) if i == last else one for i, one in enumerate(replies))


def _told(reply: Reply, back: WayBack) -> Reply:
    if not isinstance(reply, Card) or reply.kind not in ASIDE:
        return reply
    has_button = any(one.verb in _GO_ON or one.id == back.button.id != "" for one in all_buttons(reply))
    buttons = reply.buttons if has_button else (*reply.buttons, back.button)
    return replace(reply, blocks=(*reply.blocks, Paragraph(back.said)), buttons=buttons, is_own=True)


def gone_back(turn: Turn, state: ConversationState, around: Around) -> Step | None:
    """Go back to what is paused, as «fortsett» does; None when nothing is."""
    back = way_back(state, around)
    return _GO_ON[back.button.verb](turn, Pressed("", back.button.id), state, around) if back else None


def shown_again(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Show where the person was: in a guide the question and its answers, without what they have read before."""
    if state.active == CASE:
        return draft.go_on_here(turn, Pressed(""), state, around)
    if state.active == WHERE:
        return shown_where(turn, state, around)
    if state.active == COURSE:
        shows = course_ask if state.data.get(ASKING) else course_go_on
        return shows(turn, Pressed("", str(state.data.get(CHAPTER, ""))), state, around)
    sitting = open_sitting("", state, around) if state.active == GUIDE else None
    if sitting is None:
        return Step()
    shown = asked_again_now(sitting) or sitting
    return Step((in_short(shown, state) if shown.step is not None else card_of(shown),))
