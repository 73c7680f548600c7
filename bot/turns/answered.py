"""Answers what no command, button or dialog took, as a question. Must come after danger and all else has been heard."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Turn
from bot.turns.after_acute import kind_on_card
from dialogs.acute import card_again
from dialogs.answers.by_age import for_age
from dialogs.answers.cards import say_more_card
from dialogs.answers.dialog import answer, found_for, show
from dialogs.by_words import words_of
from dialogs.cases.own_words import perhaps_for_the_team
from dialogs.dialog import Around, Step
from dialogs.own_card import own_card, own_on_card

MOST_GOING_ON = 4
"""More words than this ask for something of their own."""


def answered(turn: Turn, asked: str, state: ConversationState, around: Around) -> Step:
    """Answer a question, and ask whether it is for a team that waits for an answer."""
    step = _unclear_below(asked, state, around) or _of_age(asked, state, around) or _of_last(asked, state, around)
    step = step or answer(turn, asked, state, around)
    return perhaps_for_the_team(turn, asked, step, state, around)


def _of_age(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Return the answer for the age that is all that is asked, «og hvis hun er 12?», after that for another age."""
    found = for_age(asked, state, around)
    return show(found[0], state, around, age=found[1]) if found is not None else None


def _of_last(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Offer the answer read last where nothing is found for a few words that go on from it: «og barnehagen?»."""
    words = words_of(asked)
    begins = around.text.words("answers.words_going_on")
    goes_on = not begins.isdisjoint((" ".join(words[:1]), " ".join(words[:2])))
    is_short = goes_on and len(words) <= MOST_GOING_ON and state.last_article is not None
    if not is_short or found_for(asked, state, around).verdict != "unknown":
        return None
    return Step((say_more_card(state, around),))


def _unclear_below(said: str, state: ConversationState, around: Around) -> Step | None:
    """Show the acute card again where nothing is found for what is said right below it: «hun gikk», «legevakta har kø».
    Whoever has rung or said that it is not acute has been answered since."""
    kind = kind_on_card(state)
    if kind is None or state.said_since or found_for(said, state, around).verdict != "unknown":
        return None
    own = own_on_card(state)
    return Step((own_card(own, state, around),)) if own else card_again("unclear", kind, state, around)
