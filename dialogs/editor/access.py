"""Who may change what: an editor of one municipality only what is that municipality's own. Must not know how."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.versions_edit import head_value
from bot.domain.conversation import ConversationState
from bot.domain.published import NoteEditing
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Handler, Step

NAME = "editor"
EVERYTHING = frozenset({"editor", "admin"})
OF_ONE = "editor:"


def is_editor(around: Around) -> bool:
    """Tell whether the person may change anything at all."""
    return edits_everything(around) or bool(own_municipalities(around))


def edits_everything(around: Around) -> bool:
    """Tell whether the person may also change what several municipalities share."""
    return bool(around.staff_roles & EVERYTHING)


def own_municipalities(around: Around) -> frozenset[str]:
    """Return the municipalities somebody edits who may not edit everything."""
    return frozenset(role.removeprefix(OF_ONE) for role in around.staff_roles if role.startswith(OF_ONE))


def may_edit(path: str, around: Around, after: Files | None = None) -> bool:
    """Tell whether the person may change the file; for an answer both what stood there and what will must be theirs."""
    if edits_everything(around):
        return True
    own = own_municipalities(around)
    if path.startswith("kommuner/"):
        return path in {f"kommuner/{one}.yaml" for one in own}
    if not path.startswith("articles/"):
        return False
    both = [files[path] for files in (around.files, after) if files and path in files]
    return bool(both) and all(_belongs_to(raw, path, own) for raw in both)


def _belongs_to(raw: bytes, path: str, own: frozenset[str]) -> bool:
    try:
        named = head_value(raw, path, ("municipalities",))
    except (KnowledgeError, UnicodeDecodeError):
        return False
    return isinstance(named, list) and bool(named) and set(named) <= own


def not_theirs(paths: Iterable[str], around: Around, after: Files | None = None) -> list[str]:
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
    return Step((Line(around.text(key)),), commands=(NoteEditing(turn.person, "refused"),))
