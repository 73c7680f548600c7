"""Which files somebody may change: an editor of one municipality only what is that municipality's own.

The same for every way in. Must not know who the person is.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.versions_edit import head_value
from bot.domain.roles import ADMIN, EDITOR

_OF_ONE = f"{EDITOR}:"


def edits_everything(roles: frozenset[str]) -> bool:
    """Tell whether somebody with these roles may also change what several municipalities share."""
    return bool(roles & {ADMIN, EDITOR})


def own_municipalities(roles: Iterable[str]) -> frozenset[str]:
    """Return the municipalities somebody edits who may not edit everything."""
    return frozenset(role.removeprefix(_OF_ONE) for role in roles if role.startswith(_OF_ONE))


def may_edit(path: str, roles: frozenset[str], before: Files, after: Files | None = None) -> bool:
    """Tell whether somebody with these roles may change the file.

    For an answer both what stood there and what will must be theirs.
    """
    if edits_everything(roles):
        return True
    own = own_municipalities(roles)
    if path.startswith("kommuner/"):
        return path in {f"kommuner/{one}.yaml" for one in own}
    if not path.startswith("articles/"):
        return False
    both = [files[path] for files in (before, after) if files and path in files]
    return bool(both) and all(_belongs_to(raw, path, own) for raw in both)


def _belongs_to(raw: bytes, path: str, own: frozenset[str]) -> bool:
    try:
        named = head_value(raw, path, ("municipalities",))
    except (KnowledgeError, UnicodeDecodeError):
        return False
    return isinstance(named, list) and bool(named) and {str(one) for one in named} <= own
