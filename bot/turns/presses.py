"""What a button does, pressed or typed: where it works, danger in what is written in its form, and what comes after.

Must not know how words are heard as a button.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answers.acute import AcuteFinding
from bot.domain.conversation import ConversationState
from bot.domain.reply import Card, Line
from bot.domain.turn import PlaceKind, Pressed, Turn
from bot.turns.after_acute import still_acute
from bot.turns.nothing_done import say_it_whole, too_late
from bot.turns.own_worry import own_in_form
from bot.turns.routed import Routed
from bot.turns.said_whole import must_be_whole, title_of
from bot.turns.who_one_is import asked_on
from bot.turns.written import passed, told_together, written
from dialogs.acute import acute_in_form, form_before, go_on, passed_in, went_on
from dialogs.cases.left import taken_up
from dialogs.dialog import ACUTE_CARD, GO_ON, Around, Dialog, Step
from dialogs.editor.access import NAME as EDITOR
from dialogs.editor.access import is_editor
from dialogs.practice.practising import held
from dialogs.profile import ask_profile, needs_profile
from dialogs.verbs import INTENTS, OWNERS, verbs_that

OPEN_TO_ALL = verbs_that(lambda one: one.is_for_all)
"""Buttons of the two doors and what they lead to: they work everywhere and for everybody, and show no case."""
WORRIED = "worried"
BY_SOMEBODY = ("vold", "overgrep", "trussel", "tvangsekteskap", "kjonnslemlestelse", "barn_i_fare")
"""Kinds of danger that somebody else is the cause of, who may be named in another answer."""
HEARD_BEFORE = verbs_that(lambda one: one.is_heard_before)


class Presses:
    """Finds what a button does, and what the menu and the commands begin."""

    def press(self, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
        """Return what the press leads to, and which it was; a loose one does nothing that cannot be taken back."""
        return replace(self._press_as_meant(turn, pressed, state, around), pressed=pressed)

    def _press_as_meant(self, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
        if pressed.verb == GO_ON and pressed.is_loose:  # nothing but the whole words says that it is not acute
            return self.press(turn, still_acute(pressed), state, around)
        if must_be_whole(pressed):
            late = too_late(pressed.verb, pressed.id, state, around)
            return late or say_it_whole(title_of(pressed, state), around)
        before = form_before(pressed) if turn.place.kind is PlaceKind.PERSONAL else None
        if before is not None:
            return self._press_again(turn, pressed, before, state, around)
        dialog = OWNERS.get(pressed.verb)
        refusal = self._no_press(turn, pressed, dialog, around)
        if refusal is not None or dialog is None:
            return refusal or self._from_menu(turn, pressed, state, around)
        is_new = pressed.verb not in OPEN_TO_ALL | HEARD_BEFORE and not _edits(dialog, around)
        if turn.place.kind is PlaceKind.PERSONAL and is_new:
            return self._press_heard(dialog, turn, pressed, state, around)
        return self._pressed(dialog, turn, pressed, state, around)

    def _no_press(self, turn: Turn, pressed: Pressed, dialog: Dialog | None, around: Around) -> Routed | None:
        """Return why the button does nothing here; None when it does something."""
        here = "channel" if turn.place.kind is PlaceKind.CHANNEL else "personal"
        key = ""
        if turn.place.kind is PlaceKind.GROUP and pressed.verb not in OPEN_TO_ALL:
            key = "start.group_hint"
        elif dialog is None and not pressed.verb.startswith("menu_"):
            key = "common.unknown_button"
        elif dialog is not None and pressed.verb not in OPEN_TO_ALL and dialog.place not in ("both", here):
            key = "common.wrong_place_team" if dialog.place == "channel" else "common.wrong_place"
        return Routed(Step((Line(around.text(key)),))) if key else None

    def _press_again(
        self, turn: Turn, pressed: Pressed, form: Pressed, state: ConversationState, around: Around
    ) -> Routed:
        """Press the form that the acute card came in the way of: the person has said that it is not acute."""
        after = (go_on(turn, pressed, state, around).state if state.active else None) or state
        routed = self.press(turn, form, after, around)
        is_again = any(isinstance(one, Card) and one.kind == ACUTE_CARD for one in routed.step.replies)
        said = () if is_again else (went_on(pressed, around),)
        step = replace(routed.step, replies=(*said, *routed.step.replies), state=routed.step.state or after)
        return replace(routed, step=step)

    def _from_menu(self, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
        if turn.place.kind is not PlaceKind.PERSONAL:
            return Routed(Step((Line(around.text("common.wrong_place")),)))
        return Routed(self.begin(pressed.verb.removeprefix("menu_"), turn, state, around))

    def _pressed(
        self, dialog: Dialog, turn: Turn, pressed: Pressed, state: ConversationState, around: Around
    ) -> Routed:
        if state.practised is not None and pressed.verb.startswith("case_"):
            return Routed(held(state, around), dialog)
        here = taken_up(pressed, state)
        step = dialog.verbs[pressed.verb].handler(turn, pressed, here, around)
        step = replace(step, state=here) if here is not state and step.state is None else step
        step = asked_on(pressed, step, turn, here, around)
        is_left = pressed.verb == "menu"  # who asks for the menu there wants something else
        return Routed(step if is_left else self.and_then(step, turn, here, around), dialog)

    def _press_heard(
        self, dialog: Dialog, turn: Turn, pressed: Pressed, state: ConversationState, around: Around
    ) -> Routed:
        """Press a button of a form after listening to what is written in it.

        A form describes a child at length, and whoever fills it in has been asked about danger first. So a clear sign
        stops it, and a faint one is said beside the answer: a form that stops for every bruised knee teaches people
        to go on without reading.
        """
        heard = [(said, self._sign(said, state, around)) for said in written(pressed, state)]
        signs = [(said, sign) for said, sign in heard if sign is not None and sign.kind not in passed_in(pressed)]
        for said, sign in signs:
            if not sign.is_faint:
                own = own_in_form(said, sign, around)
                return Routed(acute_in_form(sign.kind, pressed, state, around, own=own))
        told = told_together(pressed, state)
        together = self._sign_together(told, pressed, state, around)
        is_both = {*told} <= {said for said, _ in signs}  # one alone is as faint beside a few more words
        if together is not None and is_both and not together.is_faint:
            return Routed(acute_in_form(together.kind, pressed, state, around))
        routed = self._pressed(dialog, turn, pressed, state, around)
        if not signs and together is None:
            return routed
        return routed.beside(Line(around.text("acute.faint")))

    def _sign_together(
        self, told: tuple[str, ...], pressed: Pressed, state: ConversationState, around: Around
    ) -> AcuteFinding | None:
        """Return the sign of what somebody does to a child in what was seen and what the child said, read as one. It
        stops nobody by itself, only where both are signs already."""
        sign = self._sign("\n".join(told), state, around) if told else None
        return sign if sign is not None and sign.kind in BY_SOMEBODY and sign.kind not in passed_in(pressed) else None

    def _sign(self, said: str, state: ConversationState, around: Around) -> AcuteFinding | None:
        """Return the sign of danger in what a form says, unless the person has said that this kind is not acute."""
        finding = around.acute.detect(said)
        return None if finding is not None and finding.kind in passed(state) else finding

    def begin(self, intent: str, turn: Turn, state: ConversationState, around: Around) -> Step:
        """Begin what the menu leads to; municipality and role are asked for first where it needs them, but never before
        the question whether a child is in danger."""
        if intent == "question" or intent not in INTENTS:
            return Step((Line(around.text("start.ask_question")),), state.in_dialog(None))
        if needs_profile(state, around) and intent != WORRIED:
            return ask_profile(state, around, then=intent)
        return INTENTS[intent](turn, state, around)

    def and_then(self, step: Step, turn: Turn, before: ConversationState, around: Around) -> Step:
        """After municipality and role are settled, go on with what the person wanted in the first place."""
        wanted = str(before.data.get("then", "")) if before.active == "start" else ""
        after = step.state
        if not wanted or after is None or after.active is not None:
            return step
        if wanted == "submit" and needs_profile(after, around):
            return step
        further = self._wanted(wanted, turn, after, around)
        return replace(
            further,
            replies=(*step.replies, *further.replies),
            replaces=step.replaces or further.replaces,
            state=further.state or after,
            commands=(*step.commands, *further.commands),
        )

    def _wanted(self, wanted: str, turn: Turn, state: ConversationState, around: Around) -> Step:
        """Return what an intent, or a button with what it is about («where_service.ppt»), leads to."""
        if wanted in INTENTS:
            return INTENTS[wanted](turn, state, around)
        verb, _, id = wanted.partition(".")
        return OWNERS[verb].verbs[verb].handler(turn, Pressed(verb, id), state, around) if verb in OWNERS else Step()


def is_intent(command: str) -> bool:
    """Tell whether a command begins something the menu leads to."""
    return command in INTENTS or command == "question"


def _edits(dialog: Dialog, around: Around) -> bool:
    """Tell whether an editor writes content: what stands in an answer about danger is not said by somebody in it."""
    return dialog.name == EDITOR and is_editor(around)
