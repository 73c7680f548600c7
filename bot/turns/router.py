"""Who answers: buttons, the doors and danger first, then commands, the dialog with the floor, last the answers."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.plain_question import is_plain_question
from bot.domain.conversation import ConversationState
from bot.domain.read_once import while_answering
from bot.domain.reply import Line
from bot.domain.turn import Corrected, PlaceKind, Pressed, Said, Searched, Turn
from bot.turns.after_acute import answer_at_staff_door, answer_to_acute, better_below, is_acute_card, no_below
from bot.turns.answered import answered
from bot.turns.asked import asked_beside
from bot.turns.chosen import chosen, with_the_rest
from bot.turns.command_done import Commands
from bot.turns.command_meant import command_meant
from bot.turns.form_under_way import typed_in_form_under_way
from bot.turns.going_on import leaving
from bot.turns.happened import happened
from bot.turns.in_channel import (
    behind_label,
    code_unknown,
    help_in_channel,
    hint_in_channel,
    in_public,
    meant_in_channel,
    named_in_public,
    typed_in_channel,
    unknown_case,
)
from bot.turns.nothing_done import (
    LONGEST_SAID,
    corrected,
    hint,
    said_undone,
    say_it_whole,
    told_in_english,
    too_little,
    too_long,
)
from bot.turns.own_worry import danger_heard, of_oneself, own_worry
from bot.turns.presses import OPEN_TO_ALL, Presses
from bot.turns.quiet_danger import is_harmless, is_quiet_danger
from bot.turns.recognised import recognised
from bot.turns.refused import not_a_member
from bot.turns.routed import Ear, Hear, Routed
from bot.turns.spelt import spelt_right
from bot.turns.tired import tired
from bot.turns.typed import (
    beside_withdrawing,
    going_out,
    typed_button,
    typed_command,
    typed_form,
    typed_title,
    worry_about_staff,
)
from bot.turns.who_one_is import who_one_is
from bot.turns.words_for_sending import is_of_form, sending_meant
from bot.turns.written import passed
from dialogs.answers.dialog import found_for, warned_of_names
from dialogs.cases.after_report import told_of_report
from dialogs.cases.draft import told_of_the_gone, without_what_its_card_tells
from dialogs.cases.evaluation_words import said_below_form
from dialogs.cases.left import put_aside
from dialogs.cases.mine import asked_in_words
from dialogs.cases.own_words import perhaps_not_heard
from dialogs.dialog import Around, Dialog, Step
from dialogs.editor.access import NAME as EDITING
from dialogs.editor.access import is_editor
from dialogs.editor.dialog import EDITOR
from dialogs.editor.files import is_for_the_knowledge, received
from dialogs.editor.home import entry_asked
from dialogs.guide.reminders import hear_wish
from dialogs.pages import leafed_to
from dialogs.profile import needs_profile, profile_said
from dialogs.search import search
from dialogs.verbs import BUTTON_COMMANDS, DIALOG_NAMED
from dialogs.where.asked_for import NAME as WHERE
from dialogs.where.dialog import is_search

ABOUT_A_CHILD = ("guide", "case")
"""Dialogs in which people write about a child, also beside what is asked."""
EDIT_COMMANDS = BUTTON_COMMANDS & {*EDITOR.verbs}


class Router:
    """Finds who answers a turn. Decides nothing itself, and does nothing."""

    def __init__(self) -> None:
        self._presses = Presses()
        self._press = self._presses.press
        self._commands = Commands(self._presses)

    def route(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Return the step for the turn."""
        with while_answering():
            return self._routed(turn, state, around)

    def _routed(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        match turn.what:
            case Pressed() as pressed:
                before = without_what_its_card_tells(pressed, state)
                return _case_kept(self._press(turn, pressed, before, around), before, around)
            case Said() as said:
                return _case_kept(self._said(turn, said, state, around, self._hear), state, around)
            case Corrected(text=text):
                return self._danger(text, state, around) or corrected(around)
            case Searched(query=query):
                return Routed(search(turn, query, state, around), DIALOG_NAMED.get("team"))
            case _:
                return _case_kept(Routed(happened(turn, state, around)), state, around)

    def _said(self, turn: Turn, said: Said, state: ConversationState, around: Around, hear: Hear) -> Routed:
        """Hear the words, then tell what becomes of a file that came with them. Whoever edits the knowledge writes
        about the file they send: of their words only danger is heard."""
        text, own = said.text.strip(), said.own_words.strip()
        if said.file is None:
            danger = self._danger_here(turn, text, state, around) if own != text else None
            return danger or hear(turn, own, state, around)
        told = received(turn, said, said.file, state, around)
        if text and not is_for_the_knowledge(turn, said.file, around):
            heard = self._said(turn, replace(said, file=None), state, around, hear)
            return replace(heard, step=replace(heard.step, replies=(*heard.step.replies, *told.replies)))
        danger = self._hear_danger(turn, text, state, around)
        return Routed(told.below(danger.step.replies) if danger else told, DIALOG_NAMED.get(EDITING))

    def _hear(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
        heard = (ear(turn, said, state, around) for ear in self._ears(turn.place.kind))
        routed = next((one for one in heard if one is not None), None)
        routed = routed or self._hear_spelt_right(turn, said, state, around) or self._listen(turn, said, state, around)
        return routed.beside(Line(around.text("acute.faint"))) if is_quiet_danger(said, state, around) else routed

    def _hear_spelt_right(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear once more what nobody heard, with what is misspelt put right: as a command, a choice or a way out."""
        right = spelt_right(said, state, around) if turn.place.kind is PlaceKind.PERSONAL else None
        ears = (own_worry, self._hear_command, self._hear_choice, self._hear_withdrawal, self._hear_report)
        heard = (ear(turn, right, state, around) for ear in (*ears, self._hear_way_out) if right is not None)
        return next((one for one in heard if one is not None), None)

    def _ears(self, kind: PlaceKind) -> tuple[Ear, ...]:
        """Return who may answer a typed message, in turn; danger is heard everywhere."""
        doors = (self._hear_door, self._hear_danger)
        if kind is PlaceKind.GROUP:
            return (*doors, self._hear_not_acute, hint("start.group_hint"))
        if kind is PlaceKind.CHANNEL:
            own = (in_public(self._hear_in_channel), *map(behind_label, doors), self._hear_not_acute)
            own = (*own, in_public(unknown_case), sending_meant, recognised)
            return (*own, self._hear_choice, in_public(self._hear_meant), help_in_channel, too_little, hint_in_channel)
        return (
            self._hear_button,  # before danger: what a button says is the bot's own words
            self._hear_editor,  # before danger: what an editor writes of danger in an answer is none
            self._hear_title,  # before danger: the whole message is the name the bot gave a concern
            own_worry,  # before danger: «jeg tør ikke melde» sounds like it; nothing but known words is heard
            *doors,
            self._hear_not_acute,  # after danger: what is said below its card may tell of it anew
            too_long,  # after danger: a message that is not answered may tell of it
            tired(self._hear),  # after danger: «orker ikke mer» may tell of it
            self._hear_evaluation,  # before commands: all of it answers the form that stands last
            self._hear_code,  # before commands: «svar på sak …» names which case
            self._hear_command,  # before fields and choices: it means the same in the middle of anything
            self._hear_form,  # before choices: «Felt: verdi» names its field
            sending_meant,  # before choices: «send da» is about the text that waits, and sends nothing
            self._hear_choice,
            too_little,  # after choices: a yes that answers something has been heard
            self._hear_withdrawal,
            self._hear_report,
            self._hear_way_out,
            who_one_is,  # last: a role or a place is first of all an answer to what was asked
        )

    def _hear_button(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = typed_button(said, state.shown)
        is_loose = pressed is not None and pressed.is_loose
        is_command = is_loose and typed_command(said, around.text) in ("cancel", "came_back")
        return self._press(turn, pressed, state, around) if pressed and not is_command else None

    def _hear_title(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = typed_title(said, state, around.text)
        return self._press(turn, pressed, state, around) if pressed else None

    def _hear_door(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        command = "staff" if worry_about_staff(said, around.text) else typed_command(said, around.text)
        return self._press(turn, Pressed(command), state, around) if command in ("acute", "staff") else None

    def _hear_danger(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        is_asking = turn.place.kind is PlaceKind.PERSONAL and state.active is None
        if is_harmless(said, state, around):
            return None
        return self._danger_here(turn, said, state, around, is_asking=is_asking)

    def _hear_not_acute(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        is_alone = turn.place.kind is PlaceKind.PERSONAL
        pressed = answer_to_acute(said, state, around.text, is_alone=is_alone)
        pressed = pressed or answer_at_staff_door(said, state, around.text)
        if pressed and is_acute_card(state) and (told := no_below(said, pressed, state, around)):
            return told
        return self._press(turn, pressed, state, around) if pressed else better_below(said, state, around)

    def _hear_command(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        command = command_meant(said, state, around)
        if command in ("my_change", "my_renew", "my_withdraw") and state.active == "case":
            return None  # of the case that is being written, which has buttons of its own, and of none that is sent
        if command in ("cancel", "restart") and "?" in said:
            return say_it_whole(said.strip(" ?"), around)
        if not command:
            about = asked_beside(said, state, around)
            return self._press(turn, about, state, around) if about else None
        routed = self._commands.do(command, turn, state, around)
        return told_in_english(routed, said, around) if command == "worried" else routed

    def _hear_withdrawal(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Ask whether the case is taken back, said with a reason, which is heard for danger by itself."""
        is_sent = around.has_cases and state.active != "case"
        reasons = beside_withdrawing(said, around.text) if is_sent else None
        if reasons is None:
            return None
        dangers = (self._danger(one, state, around) for one in reasons)
        danger = next((one for one in dangers if one is not None), None)
        return danger or self._press(turn, Pressed("my_withdraw"), state, around)

    def _hear_report(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        told = told_of_report(said, state, around)
        return self._press(turn, Pressed(told), state, around) if told else None

    def _hear_way_out(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        command = going_out(said, around.text, is_under_way=state.active is not None)
        return self._commands.go_out(command, turn, state, around) if command else None

    def _hear_code(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear «svar på sak K7M-42P», «åpne den igjen» and «minn meg på evaluering 14. januar»; in the middle of a case
        they are an answer of its form."""
        if state.active == "case":
            return None
        step, wish = asked_in_words(turn, said, state, around), hear_wish(turn, said, state, around)
        return Routed(step or wish or Step(), DIALOG_NAMED.get("case" if step else "guide")) if step or wish else None

    def _hear_form(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        form = leafed_to(said, state) or typed_form(said, state)
        form = form or said_below_form(said, state, around.text, is_whole=False)
        form = form or typed_in_form_under_way(turn, said, state, around)
        return self._press(turn, form, state, around) if form else None

    def _hear_evaluation(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        form = said_below_form(said, state, around.text, is_whole=True)
        return self._press(turn, form, state, around) if form else None

    def _hear_choice(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Hear «den andre» or «usikker» as one of the answers that were offered last, and «må hjem» in a guide."""
        pressed = chosen(said, state, around.text) or leaving(said, state, around)
        if pressed is None:
            return None
        done = with_the_rest(self._press(turn, pressed, state, around), said, state, around)
        return said_undone(done, pressed, state, around)

    def _hear_editor(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        """Take what an editor types for what it is: words about danger in an answer are no danger."""
        if not is_editor(around):
            return None
        command = typed_command(said, around.text)
        if command in EDIT_COMMANDS:
            return self._press(turn, Pressed(command), state, around)
        if state.active in (None, EDITING) and (entry := entry_asked(said, around.text)):
            return self._press(turn, entry, state, around)
        return self._hear_form(turn, said, state, around) if state.active == EDITING else None

    def _hear_in_channel(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = typed_in_channel(said, state, around)
        return self._press(turn, pressed, state, around) if pressed else None

    def _hear_meant(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        pressed = meant_in_channel(said, state, around)
        return self._press(turn, pressed, state, around) if pressed else None

    def route_outsider(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        """Return the step for somebody in the channel who is not on its roster: the doors, and why nothing else."""
        with while_answering():
            return self._routed_outside(turn, state, around)

    def _routed_outside(self, turn: Turn, state: ConversationState, around: Around) -> Routed:
        match turn.what:
            case Pressed(verb=verb) if verb in OPEN_TO_ALL:
                return self._routed(turn, state, around)
            case Said() as said:
                return self._said(turn, said, state, around, self._hear_outsider)
            case Searched(query=query):
                return Routed(search(turn, query, state, around, is_outsider=True))
            case _:
                return not_a_member(turn, state, around)

    def _hear_outsider(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
        open_door = self._hear_door(turn, said, state, around) or self._hear_danger(turn, said, state, around)
        pressed = typed_in_channel(said, state, around) or chosen(said, state, around.text)
        pressed = pressed or meant_in_channel(said, state, around)
        is_of_case = pressed is None and bool(code_unknown(said, around) or recognised(turn, said, state, around))
        is_theirs = not is_of_case and (pressed is None or pressed.verb in OPEN_TO_ALL)
        return open_door or (self._hear(turn, said, state, around) if is_theirs else not_a_member(turn, state, around))

    def _danger_here(
        self, turn: Turn, said: str, state: ConversationState, around: Around, *, is_asking: bool = False
    ) -> Routed | None:
        """Stop for danger in one's own chat, or where others read it."""
        danger = self._danger(said, state, around, asking=turn if is_asking else None)
        is_public = danger is not None and turn.place.kind is not PlaceKind.PERSONAL
        return named_in_public(danger, said, state, around) if danger and is_public else danger

    def _danger(
        self, said: str, state: ConversationState, around: Around, *, asking: Turn | None = None
    ) -> Routed | None:
        """Stop everything when the words signal danger. Who has said that one is not acute is not stopped again for a
        faint sign of the same kind; a clear one in new words may be about another child. Whoever is `asking`, in the
        middle of nothing, is answered when it is a plain question that only sounds so."""
        sign = around.acute.detect(said[:LONGEST_SAID]) if said.strip() else None
        if sign is None or (sign.is_faint and sign.kind in passed(state)):
            return None
        found = found_for(said, state, around) if asking else None
        if asking and found and is_plain_question(said, sign, around.acute, found, around.knowledge.articles):
            return self._answered(asking, said, state, around).beside(Line(around.text("acute.faint")))
        return of_oneself(said, state, around) or Routed(danger_heard(sign.kind, said, state, around))

    def _listen(self, turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
        """Let what has the floor hear what the sender wrote; what else came along is answered like a question."""
        asked = turn.what.text.strip() if isinstance(turn.what, Said) else said
        floor = WHERE if state.active is None and is_search(said, state, around) else state.active or ""
        dialog = DIALOG_NAMED.get(floor) if said or not asked else None
        if dialog is not None and dialog.listens is not None and not is_of_form(said, state, around):
            meant = (spelt_right(said, state, around) if dialog.name in ABOUT_A_CHILD else None) or said
            step = dialog.listens(turn, meant, state, around)
            if step is not None:
                return self._listened(
                    self._presses.and_then(step, turn, state, around), dialog, turn, said, state, around
                )
        if not asked:
            return self._press(turn, Pressed("menu"), state, around)
        if said and needs_profile(state, around) and (own := profile_said(said, state, around)) is not None:
            return Routed(own, DIALOG_NAMED.get("start"))
        return self._answered(turn, asked, state, around)

    def _answered(self, turn: Turn, asked: str, state: ConversationState, around: Around) -> Routed:
        step = answered(turn, asked, state, around)
        return Routed(step, DIALOG_NAMED.get("case" if step.commands else "answers"))

    def _listened(
        self, step: Step, dialog: Dialog, turn: Turn, said: str, state: ConversationState, around: Around
    ) -> Routed:
        """Say beside what a dialog answered what is to be said of the words themselves."""
        if dialog.name not in ABOUT_A_CHILD:
            return Routed(step, dialog)
        told = perhaps_not_heard(turn, said, warned_of_names(step, said, state, around), state, around)
        return Routed(told, dialog if told.commands == step.commands else DIALOG_NAMED.get("case"))


def _case_kept(routed: Routed, before: ConversationState, around: Around) -> Routed:
    """Keep a case that something else takes the floor from, and tell of a draft whose day was over."""
    aside = put_aside(routed.step, routed.dialog.name if routed.dialog else "", before, around)
    return replace(routed, step=told_of_the_gone(aside, before, around))
