"""What the router finds: a step and whose it is, and the kinds of function that find one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Dialog, Step


@dataclass(frozen=True)
class Routed:
    """What was decided, and the dialog that decided it (it is told what came of its commands)."""

    step: Step
    dialog: Dialog | None = None
    pressed: Pressed | None = None
    """The button that was pressed or typed."""

    def beside(self, line: Line) -> Routed:
        """Return the same with a line said first."""
        return replace(self, step=replace(self.step, replies=(line, *self.step.replies)))


Ear = Callable[[Turn, str, ConversationState, Around], Routed | None]
"""Answers a typed message, or leaves it to the next."""
Hear = Callable[[Turn, str, ConversationState, Around], Routed]
"""Answers a typed message, whatever it says."""
