"""The menu: the four things the bot does, and the first welcome."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Button, Card, Paragraph, Row, Rows
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.access import is_editor

ON_MENU = ("worried", "question", "where", "submit")
"""What the four buttons of the menu lead to: verbs `menu_<intent>` in the router's table."""


def welcome(state: ConversationState, around: Around) -> Step:
    """Say what I can do, what I never do, and where to ring when it is urgent."""
    return Step((menu_card(state, around, first=True),), replace(state, welcomed=True, active=None, data={}))


def menu(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the four things I do."""
    return Step(
        (menu_card(state, around, first=not state.welcomed),), replace(state, welcomed=True, active=None, data={})
    )


def menu_card(state: ConversationState, around: Around, *, first: bool) -> Card:
    """Return the menu; the first time with what I never do."""
    text = around.text
    rows = tuple(
        Row(
            str(number),
            text(f"start.{intent}_row" if f"start.{intent}_row" in text else f"start.{intent}"),
            text(f"start.{intent}_note"),
        )
        for number, intent in enumerate(ON_MENU, 1)
    )
    blocks: list[Block] = [Rows(rows)]
    if first:
        promises = (Paragraph(text("start.never_names")), Paragraph(text("start.never_guess")))
        blocks.append(Box(promises, "emphasis"))
    blocks.append(Paragraph(about_profile(state, around), subtle=True))
    return Card(
        kind="welcome" if first else "menu",
        header=(text("common.bot_name"), ""),
        title=text("start.welcome_title" if first else "start.menu_title"),
        intro=text("start.welcome_intro"),
        blocks=blocks,
        buttons=(
            *(
                Button(
                    text(f"start.{intent}"), f"menu_{intent}", style="positive" if intent == "worried" else "default"
                )
                for intent in ON_MENU
            ),
            *((Button(text("editors.menu"), "edit"),) if is_editor(around) else ()),
            *((Button(text("start.newcomer"), "menu_newcomer"),) if _is_new(state, around) else ()),
        ),
        speak=text("start.welcome_intro"),
    )


def _is_new(state: ConversationState, around: Around) -> bool:
    """Tell whether the introduction is worth a button: until the person has been through it once."""
    is_done = state.course is not None and state.course.done_on is not None
    return bool(around.knowledge.courses) and not is_done


def about_profile(state: ConversationState, around: Around, key: str = "where_you_are") -> str:
    """Return where somebody is registered and how it is changed, or that it is asked for once."""
    profile = around.municipality(state)
    if profile is None or state.profile.role is None:
        return around.text("start.asks_once")
    role = around.text(f"names.in_role_{state.profile.role}")
    return around.text(f"start.{key}", municipality=profile.name, role=role)
