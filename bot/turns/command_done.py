"""What a command does once it is known which one is meant: begin something, go on, come back, delete or go out.

Must not know which words mean it; that is `command_meant.py`.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from bot.turns.going_on import back_pressed, came_back, go_on_pressed, shown_or, welcomed_back
from bot.turns.nothing_done import cancelled, regrets_what_is_done
from bot.turns.presses import Presses, is_intent
from bot.turns.routed import Routed
from dialogs.cases.own_words import NOT_REPLY
from dialogs.cases.which_case import NEITHER
from dialogs.dialog import Around, Step
from dialogs.verbs import DIALOG_NAMED, VERBS, WAYS_OUT
from dialogs.way_back import shown_again


class Commands:
    """Does what a command means by pressing the button it stands for, or by leaving what has the floor."""

    def __init__(self, presses: Presses) -> None:
        self._press, self._begin = presses.press, presses.begin

    def do(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Return what the command leads to: one of the menu, what is under way, or a button that is also typed."""
        if is_intent(command):
            begun = self._begin(command, turn, state, around)  # what is said with it may lead on: to which team
            return Routed(begun, DIALOG_NAMED.get((begun.state or state).active or ""))
        if command == "guide_go_on":
            return self._press(turn, go_on_pressed(state), state, around)
        if command in ("came_back", "where_we_were"):
            return self._come_back(command, turn, state, around)
        if command == "guide_delete":
            return self._delete(turn, state, around)
        if command in WAYS_OUT:
            return self.go_out(command, turn, state, around)
        return self._press(turn, Pressed(command), state, around)

    def _come_back(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Welcome who is back to what is open. «Hvor var vi» shows what is under way again; what is paused, or the
        menu, to who is in the middle of nothing."""
        if command == "came_back":
            return welcomed_back(self._press(turn, came_back(state, around), state, around), around)
        again = shown_again(turn, state, around)
        if again != Step():
            here = Line(around.text("common.here_we_were"))
            return Routed(again.below((here,)), DIALOG_NAMED.get(state.active or ""))
        routed = self._press(turn, came_back(state, around), state, around)
        nothing = Line(around.text("common.in_the_middle_of_nothing"))
        is_menu = routed.pressed is not None and routed.pressed.verb == "menu"
        return replace(routed, step=routed.step.below((nothing,))) if is_menu else routed

    def go_out(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Go back, stop or begin again in what has the floor; «tilbake» below what was shown aside leads to it."""
        aside = back_pressed(state, around) if command == "back" else None
        if aside is not None:
            return self._press(turn, aside, state, around)
        own = f"{state.active}_{command}"
        if own in VERBS:
            return self._press(turn, Pressed(own), state, around)
        return self._leave(command, turn, state, around)

    def _delete(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Ask before deleting what «slett» means: the case shown, one being written, a concern, one on a list."""
        pressed = shown_or("my_withdraw", "guide_delete" if state.concerns else "my_cases", state)
        if pressed.verb != "my_withdraw" and state.active == "case":
            return Routed(Step((Line(around.text("case.delete_how")),)))
        return self._press(turn, pressed, state, around)

    def _leave(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Step out of whatever has the floor; «tilbake» without a way back leads to the menu. Below what asks whether
        something is to be sent or put right, or which case is meant, it is the no of that."""
        no = next((one.verb for one in state.shown if one.verb in (NOT_REPLY, NEITHER)), None)
        if command == "cancel" and no is not None and state.active is None:
            return self._press(turn, Pressed(no), state, around)
        if command == "cancel" or regrets_what_is_done(turn, state, around):
            return Routed(Step((cancelled(state, around),), state.in_dialog(None)))
        return self._press(turn, Pressed("menu"), state.in_dialog(None), around)
