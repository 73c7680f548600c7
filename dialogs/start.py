"""First meeting, menu, help and settings put together; help, how it is written, and deleting stand here."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from bot.domain.commands import ForgetPerson
from bot.domain.conversation import FORGET_AFTER, ConversationState, Profile
from bot.domain.outcomes import Forgotten, Outcome
from bot.domain.reply import (
    Block,
    Box,
    Bullets,
    Button,
    Card,
    Line,
    Paragraph,
)
from bot.domain.roles import led_municipalities, takes_out_of
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Dialog, Handler, Step, Typed, Verb
from dialogs.editor.access import edits_everything, is_editor
from dialogs.guide_waits import LATER
from dialogs.menu import ON_MENU, menu
from dialogs.profile import NAME, ask_profile, keep_profile, listen, save_profile, set_profile, skip_profile


def help_(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say how to use me; the dialog under way keeps the floor."""
    text = around.text
    card = Card(
        kind="help",
        header=(text("common.bot_name"), ""),
        title=text("start.help_title"),
        intro=text("start.help_intro"),
        blocks=(
            Bullets(tuple(text(f"start.help_{number}") for number in range(1, 8))),
            *_help_of_roles(around),
            Box((Paragraph(text("start.help_privacy")),), "emphasis"),
        ),
        buttons=tuple(Button(text(f"start.{intent}"), f"menu_{intent}") for intent in ON_MENU),
    )
    return Step((card,))


def _help_of_roles(around: Around) -> list[Block]:
    """Return what only leaders, editors and administrators can ask for."""
    roles, text = around.staff_roles, around.text
    led = takes_out_of(roles)
    is_theirs = {
        "figures": bool(led_municipalities(roles, around.municipalities)),
        "cases": led is None or bool(led),
        "edit": is_editor(around),
        "connect": edits_everything(around),
    }
    lines = tuple(text(f"start.help_for_{name}") for name, is_so in is_theirs.items() if is_so)
    return [Bullets(lines, text("start.help_for_you"))] if lines else []


def write_in(standard: Literal["nb", "nn"]) -> Handler:
    """Return a handler that keeps how the person wants it written; whatever has the floor keeps it."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        chosen = replace(state, profile=replace(state.profile, standard=standard))
        return Step((Line(around.text(f"start.written_in_{standard}")),), chosen)

    return handler


def ask_forget(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask before everything kept about the person is deleted."""
    text = around.text
    is_of_it = {"start.forget_editor": is_editor(around), "start.forget_draft": state.draft is not None}
    card = Card(
        kind="forget",
        title=text("start.forget_title"),
        intro=text("start.forget_intro"),
        blocks=tuple(Paragraph(text(key)) for key, is_told in is_of_it.items() if is_told),
        buttons=(
            Button(text("common.cancel"), "menu"),
            Button(text("start.forget_yes"), "forget_yes", style="destructive"),
        ),
    )
    return Step((card,))


def forget(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Delete everything kept about the person."""
    return Step((), ConversationState(), (ForgetPerson(turn.person),))


def tell_forgotten(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say that it is done, and for how long a case that was sent still knows who sent it."""
    text, lines = around.text, [around.text("start.forgotten")]
    if isinstance(outcome, Forgotten) and outcome.open_cases:
        name = "start.forgotten_open_one" if outcome.open_cases == 1 else "start.forgotten_open_many"
        lines.append(text(name, number=outcome.open_cases, days=FORGET_AFTER.days))
    if isinstance(outcome, Forgotten) and outcome.over:
        lines.append(text("start.forgotten_over"))
    return Step((Line(" ".join(lines)),))


def settings(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let the person change municipality and role; from a card of a guide, which is shown again afterwards."""
    return ask_profile(state, around, then=pressed.id if pressed.id.startswith(LATER) else "")


def with_profile(state: ConversationState, municipality: str | None, role: str | None) -> ConversationState:
    """Return the state of somebody who works there (used by the terminal chat's flags)."""
    return replace(state, profile=Profile(municipality, role), welcomed=True)


START = Dialog(
    name=NAME,
    verbs={
        "menu": Verb(menu, Typed.NEARLY, is_command=True, in_channel="help"),
        "help": Verb(help_, Typed.NEARLY, is_command=True, in_channel="help"),
        "settings": Verb(settings, Typed.NEARLY, is_command=True, in_channel="help"),
        "profile_save": Verb(save_profile, Typed.NEARLY),
        "profile_skip": Verb(skip_profile, Typed.NEARLY),
        "profile_set": Verb(set_profile, Typed.NEARLY, means="yes"),
        "profile_keep": Verb(keep_profile, Typed.NEARLY, means="no_at_all"),
        "nynorsk": Verb(write_in("nn"), Typed.NEARLY, is_command=True),
        "bokmaal": Verb(write_in("nb"), Typed.NEARLY, is_command=True),
        "forget": Verb(ask_forget, Typed.NEARLY, is_command=True),
        "forget_yes": Verb(forget, Typed.SURE),
    },
    listens=listen,
    told={ForgetPerson: tell_forgotten},
)
