"""Taking an invented case through the real guide. The concern carries the mark; while it is open nothing is sent."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import Concern, ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases import draft, question
from dialogs.dialog import Around, Step
from dialogs.guide.place import card_of
from dialogs.guide.sitting import sit_down_with
from dialogs.menu import menu_card
from dialogs.practice import cards
from dialogs.practice.progress import NAME, lesson_of
from dialogs.practice.story import practice_case

FEW_WORDS = 9
"""More words than this tell something, and are heard as always."""


def show_cases(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the invented cases, and let the one go that is practised on."""
    lesson = lesson_of(state, around)
    if lesson is None or not lesson.course.cases:
        return Step((Line(around.text("practice.none")),), state.without_practice().in_dialog(None))
    return Step((cards.cases_card(lesson, state, around),), state.without_practice().in_dialog(NAME))


def tell_what_is_meant(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say in plainer words what practising is, to who does not follow, and show the cases again."""
    return show_cases(turn, pressed, state, around).below((Line(around.text("practice.cases_meant")),))


def start(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Begin the real guide with the invented case, under a title that marks every card."""
    case = practice_case(pressed.id, around)
    guide = around.knowledge.guide(case.guide) if case else None
    if case is None or guide is None:
        return show_cases(turn, pressed, state, around)
    title = around.text("practice.case_title", title=case.title)
    today = around.today
    concern = Concern(f"ovelse-{case.id}", title, guide.id, guide.version, started_on=today, practice=case.id)
    sitting = sit_down_with(guide, concern, state, around)
    saved = sitting.saved_in(state.without_practice())
    return Step((Line(around.text("practice.started")), card_of(sitting)), saved)


def says_it_is_real(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a few words say that it is no practice: «nå har jeg en ekte sak», «dette er ikke en øvelse»."""
    is_denied = not texts.words("common.place_not").isdisjoint(words)
    is_practice = not texts.words("practice.words_practice").isdisjoint(words)
    told = f" {' '.join(words)} "
    is_real = any(f" {one} " in told for one in texts.listed("practice.words_real"))  # «snakket ordentlig» tells
    return len(words) <= FEW_WORDS and (is_practice if is_denied else is_real)


def for_real(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the ways out of a practice to who says that it is none; without one, the menu's way in is enough."""
    return held(state, around) if state.practised else Step((menu_card(state, around, first=False),))


def held(state: ConversationState, around: Around) -> Step:
    """Stop whatever would send something while a practice is open, and say how to do it for real."""
    concern = state.practised
    return Step((cards.held_card(concern.title if concern else "", around),))


def begin_case(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Start a real case from the menu or a command, unless a practice is open."""
    return held(state, around) if state.practised else question.begin(turn, state, around)


def to_case(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """End the practice, and begin a real case with nothing filled in."""
    return draft.start(turn, Pressed("menu_submit"), state.without_practice().in_dialog(None), around)
