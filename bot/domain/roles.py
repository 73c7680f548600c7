"""Who may do what besides being staff, as words: `admin`, `editor`, `editor:<kommune>`, `leader`, `leader:<team>`.

Everybody in the tenant is a reader. Members of a team are those on the roster of its channel; `owner` is the owner of a
team in Teams. Where the words come from (settings, Entra groups) is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.domain.turn import Place

ADMIN = "admin"
EDITOR = "editor"
LEADER = "leader"
UNCHECKED = "unchecked"
"""Groups could not be read for so long that nobody has a power from them: say so instead of «you may not»."""


@dataclass(frozen=True)
class RoleRule:
    """One line of the settings: this person, or everybody in this group, has this role."""

    role: str
    person: str = ""
    group: str = ""


def rule_from(entry: str, role: str) -> RoleRule:
    """Read `<id>`, `<id>:<kommune>`, `group:<id>` or `group:<id>:<kommune>`; raises ValueError for anything else."""
    is_group = entry.startswith("group:")
    who, colon, place = entry.removeprefix("group:").partition(":")
    if not who.strip() or ":" in place or (colon and not place.strip()):  # a place forgotten is not every place
        raise ValueError("write <id>, <id>:<place>, group:<id> or group:<id>:<place>")
    named = f"{role}:{place.strip()}" if place.strip() else role
    return RoleRule(named, group=who.strip()) if is_group else RoleRule(named, person=who.strip())


def roles_of(person: str, rules: Iterable[RoleRule], members: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the roles of a person, with the members of each group that is known now."""
    return frozenset(
        rule.role for rule in rules if person in (rule.person, *members.get(rule.group, frozenset())) and person
    )


def is_editor(roles: Iterable[str]) -> bool:
    """Tell whether somebody with these roles may edit anything at all."""
    return any(role == EDITOR or role.startswith(f"{EDITOR}:") for role in roles)


def takes_out_of(roles: Iterable[str]) -> frozenset[str] | None:
    """Return the teams (`<kommune>/<team>`) whose cases somebody may take out of the bot, as CSV or to the archive:
    those they lead; None = every team. Owning a channel in Teams, or editing answers, gives none."""
    held = frozenset(roles)
    if held & {ADMIN, LEADER}:
        return None
    return frozenset(role.removeprefix(f"{LEADER}:") for role in held if role.startswith(f"{LEADER}:"))


def may_take_out(team: str, roles: Iterable[str]) -> bool:
    """Tell whether somebody with these roles may take cases of the team out."""
    teams = takes_out_of(roles)
    return teams is None or team in teams


class Ownership(StrEnum):
    """Whether somebody owns a channel in Teams, as far as it is known in a turn."""

    CANNOT_ASK = "cannot_ask"
    """This installation has no way to ask."""
    NOT_ASKED = "not_asked"
    OWNER = "owner"
    NOT_OWNER = "not_owner"
    AWAY = "away"
    """Who asks cannot be answered now; trying again later may help."""
    DENIED = "denied"
    """The app may not see who owns this channel; trying again does not help."""


def led_municipalities(roles: frozenset[str], served: Sequence[str]) -> tuple[str, ...]:
    """Return the municipalities whose figures somebody with these roles may see: all, or where they lead a team."""
    if roles & {LEADER, ADMIN}:
        return tuple(served)
    led = {role.removeprefix(f"{LEADER}:").partition("/")[0] for role in roles if role.startswith(f"{LEADER}:")}
    return tuple(one for one in served if one in led)


class GroupDirectory(Protocol):
    """Who is in a group."""

    async def members(self, group: str) -> frozenset[str]:
        """Return the object ids of everybody in the group, also through groups in it. Raises GroupsAway."""


class OwnerDirectory(Protocol):
    """Who owns a channel."""

    async def owns(self, channel: Place, person_id: str) -> bool:
        """Tell whether the person is an owner of the channel. Raises GroupsAway."""


class GroupsAway(Exception):
    """A group, or who owns a channel, cannot be read now. `code` is a status or a fixed word, safe to log."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
