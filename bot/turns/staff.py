"""Who is what besides staff: from the settings, and from groups that are read again every minute.

A power that comes from a group lasts five minutes at the most after the group was last read; then it is gone, and
people are told that it could not be checked. Must not know where groups are kept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.domain.again import again_and_again
from bot.domain.event_log import EventLog
from bot.domain.lately import is_lately
from bot.domain.ports import Clock, Store
from bot.domain.roles import ADMIN, UNCHECKED, GroupDirectory, GroupsAway, RoleRule, is_editor, roles_of
from bot.usecases.tell_admins import tell_admins

READ_EVERY = 60.0
"""Seconds between two readings."""
LASTS = timedelta(minutes=5)
"""How long what was read counts: who is taken out of a group has lost its power by then."""

log = EventLog(__name__)


class Staff:
    """Roles of this installation. `directory` is None where no group is named or none can be read (a laptop)."""

    def __init__(self, rules: Iterable[RoleRule], directory: GroupDirectory | None, clock: Clock) -> None:
        self._rules = tuple(rules)
        self._directory = directory
        self._clock = clock
        self._groups = tuple(sorted({rule.group for rule in self._rules if rule.group}))
        self._read: dict[str, tuple[datetime, frozenset[str]]] = {}

    @property
    def is_checked(self) -> bool:
        """Tell whether every group was read recently enough."""
        return len(self._members()) == len(self._groups)

    def roles_of(self, person_id: str) -> frozenset[str]:
        """Return the roles that hold now, with `unchecked` when some may be missing."""
        members = self._members()
        roles = roles_of(person_id, self._rules, members)
        return roles if len(members) == len(self._groups) else roles | {UNCHECKED}

    def _members(self) -> Mapping[str, frozenset[str]]:
        now = self._clock.now()
        return {group: members for group, (at, members) in self._read.items() if is_lately(at, now, LASTS)}

    async def read_groups(self) -> str:
        """Read every group; return the code of what went wrong, or an empty string. What can't be read grows old."""
        wrong = ""
        for group in self._groups:
            asked_at = self._clock.now()
            try:
                if self._directory is None:
                    raise GroupsAway("no_directory")
                self._read[group] = (asked_at, await self._directory.members(group))
            except GroupsAway as error:
                wrong = error.code
                log.warning("roles.group_not_read", code=error.code)
        return wrong

    async def keep_reading(self, store: Store, stop: asyncio.Event, every_seconds: float = READ_EVERY) -> None:
        """Read the groups again and again until `stop` is set; say so to the administrators when powers are off."""
        if self._groups:
            await again_and_again(lambda: self._read_once(store), stop, every_seconds, "roles.round_failed")

    async def _read_once(self, store: Store) -> None:
        code = await self.read_groups()
        if self.is_checked:
            await forget_former_staff(store, self)
        elif code:
            await self._tell(store, code)

    async def _tell(self, store: Store, code: str) -> None:
        now = self._clock.now()
        async with store.unit_of_work() as uow:
            await tell_admins("library.roles_away", f"roles_away:{now:%Y-%m-%d}", uow, now, code=code)
            await uow.commit()


async def forget_former_staff(store: Store, staff: Staff) -> None:
    """Only those who are administrators or editors now are told anything."""
    if not staff.is_checked:
        return
    async with store.unit_of_work() as uow:
        for person, _ in await uow.admin_chats.all():
            if ADMIN not in staff.roles_of(person.id):
                await uow.admin_chats.forget(person)
        for person, _ in await uow.editor_chats.all():
            if not is_editor(staff.roles_of(person.id)):
                await uow.editor_chats.forget(person)
        await uow.commit()
