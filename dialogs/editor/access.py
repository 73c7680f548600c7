"""Who may change what: an editor of one municipality only what is that municipality's own. Must not know how."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content import editing_rights
from bot.content.versions import Files
from bot.domain.conversation import ConversationState
from bot.domain.published import NoteEditing
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Handler, Step

NAME = "editor"


def is_editor(around: Around) -> bool:
    """Tell whether the person may change anything at all."""
    return edits_everything(around) or bool(own_municipalities(around))


def edits_everything(around: Around) -> bool:
    """Tell whether the person may also change what several municipalities share."""
    return editing_rights.edits_everything(around.staff_roles)


def own_municipalities(around: Around) -> frozenset[str]:
    """Return the municipalities somebody edits who may not edit everything."""
    return editing_rights.own_municipalities(around.staff_roles)


def may_edit(path: str, around: Around, after: Files | None = None) -> bool:
    """Tell whether the person may change the file."""
    return editing_rights.may_edit(path, around.staff_roles, around.files, after)


def not_theirs(paths: Iterable[str], around: Around, after: Files | None) -> list[str]:
    """Return the files the person may not change."""
    return sorted({path for path in paths if not may_edit(path, around, after)})


def for_editors(handler: Handler) -> Handler:
    """Return the handler, closed to everybody who edits nothing."""

    def guarded(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        return handler(turn, pressed, state, around) if is_editor(around) else refuse(turn, around)

    return guarded


def refuse(turn: Turn, around: Around, *, path: str = "") -> Step:
    """Say kindly that this is for somebody else, and note it."""
    key = "editors.not_yours" if path and is_editor(around) else "editors.not_editor"
    return Step((Line(around.refusal(key)),), commands=(NoteEditing(turn.person, "refused"),))
