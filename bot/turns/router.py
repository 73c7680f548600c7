"""Who answers: buttons, the doors and danger first, then commands, the dialog with the floor, last the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answers.acute import AcuteFinding
from bot.domain.conversation import ConversationState
from bot.domain.reply import Card, Line
from bot.domain.turn import Corrected, PlaceKind, Pressed, Said, Searched, Turn
from bot.turns.after_acute import answer_to_acute, still_acute
from bot.turns.asked import asked_command
from bot.turns.chosen import chosen, with_the_rest
from bot.turns.ears import (
    LONGEST_SAID,
    cancelled,
    corrected,
    help_in_channel,
    hint,
    not_a_member,
    say_it_whole,
    too_little,
    too_long,
    typed_in_channel,
)
from bot.turns.form_under_way import typed_in_form_under_way
from bot.turns.going_on import back_pressed, came_back, go_on_pressed, leaving, shown_or, welcomed_back
from bot.turns.happened import happened
from bot.turns.routed import Begin, Ear, Hear, Routed
from bot.turns.said_whole import must_be_whole, title_of
from bot.turns.typed import typed_button, typed_command, typed_form, typed_worry
from bot.turns.written import passed, written
from dialogs.acute import GO_ON, acute_heard, acute_in_form, form_before, go_on, passed_in, went_on
from dialogs.answers.dialog import answer, warned_of_names
from dialogs.by_words import listed
from dialogs.cases import draft
from dialogs.cases.left import put_aside, taken_up
from dialogs.cases.mine import asked_in_words
from dialogs.cases.own_words import perhaps_for_the_team, perhaps_not_heard
from dialogs.dialog import ACUTE_CARD, Around, Dialog, Step
from dialogs.editor.access import NAME as EDITOR
from dialogs.editor.access import is_editor
from dialogs.editor.files import is_for_the_knowledge, received
from dialogs.editor.pages import leafed_to
from dialogs.guide.dialog import is_offered
from dialogs.guide.reminders import hear_wish
from dialogs.practice.practising import held
from dialogs.search import search
from dialogs.start import ask_profile, needs_profile, profile_said

OPEN_TO_ALL = ("acute", "staff", "numbers", "acute_go_on", "article", "article_more", "source")
"""Buttons of the two doors and what they lead to: they work everywhere and for everybody, and show no case."""
ABOUT_A_CHILD = ("guide", "case")
"""Dialogs in which people write about a child, also beside what is asked."""
EDIT_COMMANDS = ("edit", "edit_stop")
HEARD_BEFORE = ("case_use", "case_edit", "case_unsure", "case_send", "my_renew_yes")
"""Buttons that only carry on what was heard for danger when it was written, with words of ours put in («[barnet]»)."""


class Router:
    """Finds who answers a turn. Decides nothing itself, and does nothing."""

    def __init__(self, dialogs: Sequence[Dialog], intents: Mapping[str, Begin]) -> None:
        self._owner = {verb: dialog for dialog in dialogs for verb in dialog.verbs}
        self._by_name = {dialog.name: dialog for dialog in dialogs}
        self._intents = intents
        """What the menu leads to, by name: `worried`, `submit`, `where`."""

    def route(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Return the step for the turn."""
        match turn.what:
            case Pressed() as pressed:
                return _case_kept(self._press(turn, pressed, state, around), state, around)
            case Said() as said:
                return _case_kept(self._said(turn, said, state, around, self._hear), state, around)
            case Corrected(text=text):
                return self._danger(text, state, around) or corrected(around)
            case Searched(query=query):
                return Routed(search(turn, query, state, around), self._by_name.get("team"))
            case _:
                return Routed(happened(turn, state, around))

    def _press(self, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
        return replace(self._press_as_meant(turn, pressed, state, around), pressed=pressed)

    def _press_as_meant(self, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
        if pressed.verb == GO_ON and pressed.is_loose:  # nothing but the whole words says that it is not acute
            return self._press(turn, still_acute(pressed), state, around)
        if must_be_whole(pressed):
            return say_it_whole(title_of(pressed, state), around)
        before = form_before(pressed) if turn.place.kind is PlaceKind.PERSONAL else None
        if before is not None:
            return self._press_again(turn, pressed, before, state, around)
        dialog = self._owner.get(pressed.verb)
        refusal = self._no_press(turn, pressed, dialog, around)
        if refusal is not None or dialog is None:
            return refusal or self._from_menu(turn, pressed, state, around)
        is_new = pressed.verb not in (*OPEN_TO_ALL, *HEARD_BEFORE) and not _edits(dialog, around)
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
        routed = self._press(turn, form, after, around)
        is_again = any(isinstance(one, Card) and one.kind == ACUTE_CARD for one in routed.step.replies)
        said = () if is_again else (went_on(pressed, around),)
        step = replace(routed.step, replies=(*said, *routed.step.replies), state=routed.step.state or after)
        return replace(routed, step=step)

    def _from_menu(self, turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
        if turn.place.kind is not PlaceKind.PERSONAL:
            return Routed(Step((Line(around.text("common.wrong_place")),)))
        return Routed(self._begin(pressed.verb.removeprefix("menu_"), turn, state, around))

    def _pressed(
        self, dialog: Dialog, turn: Turn, pressed: Pressed, state: ConversationState, around: Around
    ) -> Routed:
        if state.practised is not None and pressed.verb.startswith("case_"):
            return Routed(held(state, around), dialog)
        here = taken_up(pressed, state)
        step = dialog.verbs[pressed.verb](turn, pressed, here, around)
        step = replace(step, state=here) if here is not state and step.state is None else step
        return Routed(self._and_then(step, turn, here, around), dialog)

    def _press_heard(
        self, dialog: Dialog, turn: Turn, pressed: Pressed, state: ConversationState, around: Around
    ) -> Routed:
        """Press a button of a form after listening to what is written in it.

        A form describes a child at length, and whoever fills it in has been asked about danger first. So a clear sign
        stops it, and a faint one is said beside the answer: a form that stops for every bruised knee teaches people
        to go on without reading.
        """
        heard = [(said, self._sign(said, state, around)) for said in written(pressed, state)]
        signs = [sign for _, sign in heard if sign is not None and sign.kind not in passed_in(pressed)]
        for sign in signs:
            if not sign.is_faint:
                return Routed(acute_in_form(sign.kind, pressed, state, around))
        routed = self._pressed(dialog, turn, pressed, state, around)
        if not signs:
            return routed
        beside = Line(around.text("acute.faint"))
        return replace(routed, step=replace(routed.step, replies=(beside, *routed.step.replies)))

    def _said(self, turn: Turn, said: Said, state: ConversationState, around: Around, hear: Hear) -> Routed:
        """Hear the words, then tell what becomes of a file that came with them. Whoever edits the knowledge writes
        about the file they send: of their words only danger is heard."""
        text = said.text.strip()
        if said.file is None:
            return hear(turn, text, state, around)
        told = received(turn, said, said.file, state, around)
        if text and not is_for_the_knowledge(turn, said.file, around):
            heard = hear(turn, text, state, around)
            return replace(heard, step=replace(heard.step, replies=(*heard.step.replies, *told.replies)))
        danger = self._hear_danger(turn, text, state, around)
        return Routed(told.below(danger.step.replies) if danger else told, self._by_name.get(EDITOR))

    def _hear(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
        heard = (ear(turn, said, state, around) for ear in self._ears(turn.place.kind))
        return next((one for one in heard if one is not None), None) or self._listen(turn, said, state, around)

    def _ears(self, kind: PlaceKind) -> tuple[Ear, ...]:
        """Return who may answer a typed message, in turn; danger is heard everywhere."""
        doors = (self._hear_door, self._hear_danger)
        if kind is PlaceKind.GROUP:
            return (*doors, self._hear_not_acute, hint("start.group_hint"))
        if kind is PlaceKind.CHANNEL:
            heard = (self._hear_in_channel, *doors, self._hear_not_acute, self._hear_choice)
            return (*heard, help_in_channel, too_little, hint("start.channel_hint"))
        first = (self._hear_button, self._hear_editor, self._hear_title)
        return (
            *first,
            *doors,
            self._hear_not_acute,
            too_long,
            self._hear_code,
            self._hear_command,
            self._hear_form,
            self._hear_choice,
            too_little,
        )

    def _hear_button(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = typed_button(said, state.shown)
        is_command = pressed is not None and pressed.is_loose and typed_command(said, around.text) == "cancel"
        return self._press(turn, pressed, state, around) if pressed and not is_command else None

    def _hear_title(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear the working title the bot gave a concern, «Sak Blå», or its colour alone; «slett Sak Blå» asks first."""
        first, _, rest = said.strip(" .!«»").casefold().partition(" ")
        is_deleted = first in listed("commands.delete_begins", around.text)
        title = (rest if is_deleted else f"{first} {rest}").strip(" «»")
        titled = ((one, one.title.casefold()) for one in state.concerns if title and one.title)
        concern = next((one for one, own in titled if title in (own, own.partition(" ")[2])), None)
        verb = "guide_delete" if is_deleted else "guide_resume"
        return self._press(turn, Pressed(verb, concern.id), state, around) if concern else None

    def _hear_door(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        command = typed_command(said, around.text)
        return self._press(turn, Pressed(command), state, around) if command in ("acute", "staff") else None

    def _hear_danger(self, _turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear danger, but not in an answer the guide itself offers, word for word: it has its own way on. «Må hjem nå»
        is said by whoever leaves, not of a child."""
        is_harmless = is_offered(said, state, around) or around.answers.only_leaves(said)
        return None if is_harmless else self._danger(said, state, around)

    def _hear_not_acute(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = answer_to_acute(said, state, around.text)
        return self._press(turn, pressed, state, around) if pressed else None

    def _hear_command(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        command = typed_command(said, around.text) or typed_worry(said, state, around.text)
        command = command or asked_command(said, around)
        if command in ("my_change", "my_renew") and state.active == "case":
            return None  # the text that is being written, which has buttons of its own
        if command in ("cancel", "restart") and "?" in said:
            return say_it_whole(said.strip(" ?"), around)
        return self._command(command, turn, state, around) if command else None

    def _hear_code(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear «svar på sak K7M-42P», «åpne den igjen» and «minn meg på evaluering 14. januar»; in the middle of a case
        they are an answer of its form."""
        if state.active == "case":
            return None
        step, wish = asked_in_words(turn, said, around), hear_wish(turn, said, state, around)
        return Routed(step or wish or Step(), self._by_name.get("case" if step else "guide")) if step or wish else None

    def _hear_form(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        form = leafed_to(said, state) or typed_form(said, state) or typed_in_form_under_way(turn, said, state, around)
        return self._press(turn, form, state, around) if form else None

    def _hear_choice(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear «den andre», «kompetanseteamet» or «usikker» as one of the answers that were offered last, and «må hjem»
        in a guide."""
        pressed = chosen(said, state, around.text) or leaving(said, state, around)
        return with_the_rest(self._press(turn, pressed, state, around), said, state, around) if pressed else None

    def _hear_editor(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Take what an editor types for what it is: words about danger in an answer are no danger."""
        if not is_editor(around):
            return None
        command = typed_command(said, around.text)
        if command in EDIT_COMMANDS:
            return self._press(turn, Pressed(command), state, around)
        wanted = said.casefold().removeprefix(around.text.raw("commands.download_begins"))
        if wanted != said.casefold():
            return self._press(turn, Pressed("edit_download", wanted.strip()), state, around)
        return self._hear_form(turn, said, state, around) if state.active == EDITOR else None

    def _hear_in_channel(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = typed_in_channel(said, state, around)
        return self._press(turn, pressed, state, around) if pressed else None

    def route_outsider(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Return the step for somebody in the channel who is not on its roster: the doors, and why nothing else."""
        match turn.what:
            case Pressed(verb=verb) if verb in OPEN_TO_ALL:
                return self.route(turn, state, around)
            case Said() as said:
                return self._said(turn, said, state, around, self._hear_outsider)
            case Searched(query=query):
                return Routed(search(turn, query, state, around, is_outsider=True))
            case _:
                return not_a_member(around)

    def _hear_outsider(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
        open_door = self._hear_door(turn, said, state, around) or self._hear_danger(turn, said, state, around)
        pressed = typed_in_channel(said, state, around) or chosen(said, state, around.text)
        is_theirs = pressed is None or pressed.verb in OPEN_TO_ALL
        return open_door or (self._hear(turn, said, state, around) if is_theirs else not_a_member(around))

    def _danger(self, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Stop everything when the words signal danger. Who has said that one is not acute is not stopped again for a
        faint sign of the same kind; a clear one in new words may be about another child."""
        sign = around.acute.detect(said[:LONGEST_SAID]) if said.strip() else None
        if sign is None or (sign.is_faint and sign.kind in passed(state)):
            return None
        return Routed(acute_heard(sign.kind, said, state, around))

    def _sign(self, said: str, state: ConversationState, around: Around) -> AcuteFinding | None:
        """Return the sign of danger in what a form says, unless the person has said that this kind is not acute."""
        finding = around.acute.detect(said[:LONGEST_SAID]) if said.strip() else None
        return None if finding is not None and finding.kind in passed(state) else finding

    def _command(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        if command in self._intents or command == "question":
            return Routed(self._begin(command, turn, state, around))
        if command == "guide_go_on":
            return self._press(turn, go_on_pressed(state), state, around)
        if command == "came_back":
            return welcomed_back(self._press(turn, came_back(state, around), state, around), around)
        if command == "guide_delete":
            return self._delete(turn, state, around)
        if command in ("back", "cancel", "restart"):
            return self._go_out(command, turn, state, around)
        return self._press(turn, Pressed(command), state, around)

    def _go_out(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Go back, stop or begin again in what has the floor; «tilbake» below what was shown aside leads to it."""
        aside = back_pressed(state, around) if command == "back" else None
        if aside is not None:
            return self._press(turn, aside, state, around)
        own = f"{state.active}_{command}"
        if own in self._owner:
            return self._press(turn, Pressed(own), state, around)
        return self._leave(command, turn, state, around)

    def _delete(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Ask before deleting what «slett» means: the case shown, one being written, a concern, one on a list."""
        pressed = shown_or("my_withdraw", "guide_delete" if state.concerns else "my_cases", state)
        if pressed.verb != "my_withdraw" and state.active == "case":
            return Routed(Step((Line(around.text("case.delete_how")),)))
        return self._press(turn, pressed, state, around)

    def _leave(self, command: str, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Step out of whatever has the floor; «tilbake» without a way back leads to the menu."""
        if command == "cancel":
            return Routed(Step((cancelled(state, around),), state.in_dialog(None)))
        return self._press(turn, Pressed("menu"), state.in_dialog(None), around)

    def _begin(self, intent: str, turn: Turn, state: ConversationState, around: Around) -> Step:
        if intent == "question" or intent not in self._intents:
            return Step((Line(around.text("start.ask_question")),), state.in_dialog(None))
        if needs_profile(state, around):
            return ask_profile(state, around, then=intent)
        return self._intents[intent](turn, state, around)

    def _listen(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
        dialog = self._by_name.get(state.active or "")
        if dialog is not None and dialog.listens is not None:
            step = dialog.listens(turn, said, state, around)
            if step is not None:
                return self._listened(self._and_then(step, turn, state, around), dialog, turn, said, state, around)
        if not said:
            return self._press(turn, Pressed("menu"), state, around)
        if needs_profile(state, around) and (own := profile_said(said, state, around)) is not None:
            return Routed(own, self._by_name.get("start"))
        answered = answer(turn, said, state, around)
        step = perhaps_for_the_team(turn, said, answered, state, around)
        return Routed(step, self._by_name.get("case" if step.commands else "answers"))

    def _listened(
        self, step: Step, dialog: Dialog, turn: Turn, said: str, state: ConversationState, around: Around
    ) -> Routed:
        """Say beside what a dialog answered what is to be said of the words themselves."""
        if dialog.name not in ABOUT_A_CHILD:
            return Routed(step, dialog)
        told = perhaps_not_heard(turn, said, warned_of_names(step, said, state, around), state, around)
        return Routed(told, dialog if told.commands == step.commands else self._by_name.get("case"))

    def _and_then(self, step: Step, turn: Turn, before: ConversationState, around: Around) -> Step:
        """After municipality and role are settled, go on with what the person wanted in the first place."""
        wanted = str(before.data.get("then", "")) if before.active == "start" else ""
        after = step.state
        if not wanted or after is None or after.active is not None:
            return step
        if wanted == "submit" and needs_profile(after, around):
            return step
        further = self._intents[wanted](turn, after, around) if wanted in self._intents else Step()
        return replace(
            further,
            replies=(*step.replies, *further.replies),
            replaces=step.replaces or further.replaces,
            state=further.state or after,
            commands=(*step.commands, *further.commands),
        )


def _case_kept(routed: Routed, before: ConversationState, around: Around) -> Routed:
    """Keep a case that something else takes the floor from."""
    step = put_aside(routed.step, routed.dialog.name if routed.dialog else "", before, around)
    return replace(routed, step=step) if step is not routed.step else routed


def _edits(dialog: Dialog, around: Around) -> bool:
    """Tell whether an editor writes content: what stands in an answer about danger is not said by somebody in it."""
    return dialog.name == EDITOR and is_editor(around)


def begin_case(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Start a case from the menu, a command or another dialog."""
    return held(state, around) if state.practised else draft.start(turn, Pressed("menu_submit"), state, around)
