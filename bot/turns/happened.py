"""What happens without anybody saying or pressing anything: the bot is added or removed, a channel changes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.commands import NoteChannel
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Installed, PlaceChanged, PlaceKind, Removed, Turn
from dialogs.cases.connect import welcome_channel
from dialogs.dialog import Around, Step
from dialogs.menu import welcome


def happened(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Welcome whoever added the bot, and note when a channel goes away, comes back or gets another name."""
    match turn.what:
        case Installed() if turn.place.kind is PlaceKind.PERSONAL:
            return welcome(state, around)
        case Installed() if turn.place.kind is PlaceKind.GROUP:
            return Step((Line(around.text("start.group_welcome")),))
        case Installed():
            return replace(welcome_channel(around), commands=(NoteChannel(turn.place, "installed"),))
        case Removed() if turn.place.kind is PlaceKind.CHANNEL:
            return Step(commands=(NoteChannel(turn.place, "removed"),))
        case PlaceChanged(change=change):
            return Step(commands=(NoteChannel(turn.place, change),))
    return Step()
