"""A messenger into memory: what is visible in each place, and faults that happen before or after a message lands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.case import Member
from bot.domain.reply import Reply
from bot.domain.sending import CannotLook, Gone
from bot.domain.turn import Place, PlaceKind


@dataclass(frozen=True)
class Sent:
    """One message as it is seen now."""

    id: str
    place: Place
    reply: Reply
    marker: str = ""
    reply_to: str | None = None


@dataclass(frozen=True)
class Fault:
    """What goes wrong in one call. `landed`: the message is there all the same."""

    error: BaseException
    landed: bool = False


@dataclass
class FakeMessenger:
    """`visible` is what people see. `faults` are used up one per call of send or update, None = goes well."""

    visible: dict[str, Sent] = field(default_factory=dict)
    faults: list[Fault | None] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    can_look: bool = True
    roster: Sequence[Member] = ()
    roster_fault: BaseException | None = None
    before_call: Callable[[str], None] = lambda _name: None
    _count: int = 0

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        fault = self._called("send")
        if reply_to is not None and not self._stands_in(place, reply_to):
            raise Gone("404 ActivityNotFoundInConversation")
        if fault is None or fault.landed:
            self._count += 1
            sent = Sent(f"activity{self._count}", place, reply, marker, reply_to)
            self.visible[sent.id] = sent
        if fault is not None:
            raise fault.error
        return sent.id

    async def update(self, place: Place, activity_id: str, reply: Reply) -> None:
        fault = self._called("update")
        if not self._stands_in(place, activity_id):
            raise Gone("404 ActivityNotFoundInConversation")
        if fault is None or fault.landed:
            self.visible[activity_id] = replace(self.visible[activity_id], reply=reply)
        if fault is not None:
            raise fault.error

    async def delete(self, place: Place, activity_id: str) -> None:
        self._called("delete", uses_fault=False)
        if not self._stands_in(place, activity_id):
            raise Gone("404 ActivityNotFoundInConversation")
        del self.visible[activity_id]

    async def find(self, place: Place, marker: str) -> str | None:
        self._called("find", uses_fault=False)
        if not self.can_look:
            raise CannotLook("403")
        if place.kind is PlaceKind.PERSONAL:
            raise CannotLook("no_graph")
        here = (sent for sent in self.visible.values() if sent.place.room == place.room)
        return next((sent.id for sent in here if sent.marker == marker), None)

    async def members(self, place: Place) -> Sequence[Member]:
        if self.roster_fault is not None:
            raise self.roster_fault
        return self.roster

    async def open_personal(self, place: Place, member: Member) -> Place:
        self._called("open_personal", uses_fault=False)
        return Place(PlaceKind.PERSONAL, f"a:{member.id}")

    def _stands_in(self, place: Place, activity_id: str) -> bool:
        sent = self.visible.get(activity_id)
        return sent is not None and sent.place.room == place.room

    def _called(self, name: str, *, uses_fault: bool = True) -> Fault | None:
        self.calls.append(name)
        self.before_call(name)
        return self.faults.pop(0) if uses_fault and self.faults else None
