"""Who is too tired to read on and asks what to do is told just that. Must come after danger."""

from __future__ import annotations

from functools import wraps

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Turn
from bot.turns.routed import Ear, Hear, Routed
from dialogs.by_words import says_only, words_of
from dialogs.dialog import Around, Step
from dialogs.menu import menu_card
from dialogs.where.asked_for import NAME as WHERE


def asks_though_tired(said: str, texts: Texts) -> bool:
    """Tell whether somebody is too tired for more of this and asks what to do, in nothing but words for that: «orker
    ikke mer i dag, kan du bare si hva jeg skal gjøre». «Orker ikke mer, hva skal jeg gjøre» may mean life itself."""
    plain = f" {' '.join(words_of(said))} "
    asks = [f" {one} " for one in texts.listed("answers.words_tired_asks") if f" {one} " in plain]
    named, small = ("answers.words_tired", "answers.words_tired_of"), ("answers.words_tired_small",)
    return any(says_only(plain.replace(one, " ", 1).split(), texts, *named, beside=small) for one in asks)


def tired(hears: Hear) -> Ear:
    """Return the ear that shows the menu with a kind word, and in the middle of something what is asked there, as
    `hears` tells it to who asks what to do now."""

    @wraps(hears)
    def ear(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        text = around.text
        if not asks_though_tired(said, text):
            return None
        if state.active in (None, WHERE):
            return Routed(Step((Line(text("answers.tired_asks")), menu_card(state, around, first=False))))
        asked = text.listed("answers.words_tired_asks")[0]
        return hears(turn, asked, state, around).beside(Line(text("answers.tired_asks_here")))

    return ear
