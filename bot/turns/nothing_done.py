"""What is said where nothing is done: too little or too much was said, it is done already, or nothing can be undone."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Said, Turn
from bot.turns.chosen import BACK_TO_CASE, OWN_WORDS, asks_of_a_case, regrets, said_too_little
from bot.turns.in_channel import is_form_of_case
from bot.turns.routed import Ear, Routed
from dialogs.by_words import echo_answer, is_doubt, is_only_doubt, without_small, words_of, yes_or_no
from dialogs.cases.own_words import NOT_REPLY
from dialogs.cases.which_case import THIS
from dialogs.dialog import Around, Step

LONGEST_SAID = 20_000
"""Characters of a message that are looked at; longer ones are answered with how to shorten them."""
WITHDRAW = "my_withdraw"
TO_EDITORS = "pass_send"
"""What sends a question to the editors."""
DELETES = ("forget_yes",)
"""What deletes, and is over with a bare no."""
ASKED_OF_SENT = ("my_withdraw_yes", "my_show_yes", "my_reopen")
"""Verbs of what is asked about before it is done to a case that is sent."""
IN_LIST = "my_case"
"""The verb of a case in one's own list; other cards have it first only where they ask before something is done."""
EMPTY_LIST = ["menu_submit", "menu_worried"]
"""The verbs of one's own list without a case: the menu and the help begin with another one."""
CONCERN = "guide_resume"
"""The verb of a concern, which may stand on the same list."""


def too_little(_turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Answer a bare yes, no or doubt to what cannot be taken back with what must be typed, and that nothing is done.

    A yes below a list of cases, which «trekk saken» leads to when there are several, does nothing: one is chosen first.
    """
    if is_form_of_case(state):
        if _leaves_form(said, around):
            return Routed(Step((Line(around.text("team.form_left")),)))
        if yes_or_no(without_small(words_of(said), around.text), around.text) == "ja":
            return say_it_whole(state.shown[0].title, around)
    if state.shown and state.shown[0].verb == TO_EDITORS and _says_no_more(said, around):
        return say_it_whole(state.shown[0].title, around)
    sure = said_too_little(said, state, around.text)
    if sure is not None:
        late = too_late(sure.verb, sure.id, state, around)
        return late or _left_undone(sure, said, state, around) or say_it_whole(sure.title, around)
    key = _nothing_to_choose(state) if state.active is None and "?" not in said else ""
    is_yes = key and yes_or_no(without_small(words_of(said), around.text), around.text) == "ja"
    return Routed(Step((Line(around.text(key)),))) if is_yes else None


def _says_no_more(said: str, around: Around) -> bool:
    """Tell whether there is nothing but a yes, a no, an ok or a thanks: whoever says so may think that it is sent."""
    words, keys = words_of(said), ("words_yes", "words_no", "words_hello", "words_small")
    known = around.text.words("common.words_thanks", *(f"guide.{key}" for key in keys))
    return bool(words) and "?" not in said and known.issuperset(words)


def _left_undone(sure: ShownButton, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Say that nothing is done to who says a bare no to what deletes, or is asked about a case that is sent."""
    words, text = words_of(said), around.text
    is_no = yes_or_no(without_small(words, text), text) == "nei" or regrets(words, text)
    is_no = is_no and not is_doubt(words, text)
    if is_no and sure.verb in DELETES:
        return Routed(Step((Line(text("common.nothing_deleted")),), replace(state, shown=())))
    if state.active is not None or not is_no or sure.verb not in ASKED_OF_SENT:
        return None
    return Routed(Step((Line(text("case.left_undone")),)))


def said_undone(routed: Routed, pressed: Pressed, state: ConversationState, around: Around) -> Routed:
    """Say to a team that says no to «vil du ta over saken?» that nothing is done, beside the case it is led back to."""
    is_no = pressed.verb == BACK_TO_CASE and asks_of_a_case(state)
    return routed.beside(Line(around.text("team.left_undone"))) if is_no else routed


def _leaves_form(said: str, around: Around) -> bool:
    """Tell whether a team says no, that it doubts, or to wait, to the form that is open: «nei vent», «nei, behold»."""
    words, text = words_of(said), around.text
    is_no = yes_or_no(words, text) == "nei" or echo_answer(words, text, is_echoed=False) == "nei"
    return is_no or ("?" not in said and (regrets(words, text) or is_only_doubt(words, text)))


def _nothing_to_choose(state: ConversationState) -> str:
    """Return what is said to a yes below a list of cases, also an empty one; nothing below anything else."""
    verbs = [one.verb for one in state.shown] or [""]
    without = [verb for verb in verbs if verb != CONCERN]
    if NOT_REPLY in verbs and verbs[0] not in OWN_WORDS:
        return "case.wrong_yes"
    if verbs[0] == IN_LIST or verbs[0].endswith(THIS):
        return "case.list_yes"
    if without[: len(EMPTY_LIST)] != EMPTY_LIST:
        return ""
    return "case.list_empty_yes" if without == verbs else "case.list_yes"


def say_it_whole(title: str, around: Around) -> Routed:
    """Say what must be typed for it to be done, and that nothing is done; that the button is gone when it is."""
    line = around.text("common.say_it_whole", title=title) if title else around.text("common.unknown_button")
    return Routed(Step((Line(line),)))


def told_in_english(routed: Routed, said: str, around: Around) -> Routed:
    """Say first, to who writes English, that the guide is in Norwegian and which English words answer it."""
    if not around.answers.search(said).is_english:
        return routed
    return replace(routed, step=routed.step.below((Line(around.text("guide.english")),)))


def too_late(verb: str, id: str, state: ConversationState, around: Around) -> Routed | None:
    """Say that what a yes or no is about is done already, and what can be done now; None when it is not done."""
    if state.done is None or not state.has_done(verb, id):
        return None
    return Routed(Step((Line(around.text(f"case.done_{verb}", code=state.done.code)),)))


def regrets_what_is_done(turn: Turn, state: ConversationState, around: Around) -> bool:
    """Tell whether somebody who is in the middle of nothing types «angre»: there is no step to go back to."""
    said = words_of(turn.what.own_words) if isinstance(turn.what, Said) else []
    return state.active is None and not around.text.words("common.words_regret").isdisjoint(said)


def cancelled(state: ConversationState, around: Around) -> Line:
    """Return what «avbryt» has done; right below the receipt of a case, how what is sent is taken back."""
    if state.active:
        return Line(around.text("common.cancelled"))
    if state.done is not None:
        return Line(around.text(f"case.done_{state.done.verb}", code=state.done.code))
    is_sent = any(one.verb.startswith(WITHDRAW) for one in state.shown)
    return Line(around.text("case.cancel_when_sent" if is_sent else "common.nothing_to_cancel"))


def corrected(around: Around) -> Routed:
    """Tell that what was changed in a message is not read; danger in it is heard before."""
    return Routed(Step((Line(around.text("common.corrected")),)))


def hint(key: str) -> Ear:
    """Return an ear that answers everything with one line, without repeating a word of what was said."""
    return lambda _turn, _said, _state, around: Routed(Step((Line(around.text(key)),)))


def too_long(_turn: Turn, said: str, _state: ConversationState, around: Around) -> Routed | None:
    """Answer what is too long with how to shorten it; danger in the first part of it is heard before."""
    return Routed(Step((Line(around.text("common.too_long")),))) if len(said) > LONGEST_SAID else None
