"""What administrators, leaders and editors do leaves a line in the audit trail, without content and without a name."""

from __future__ import annotations

from bot.domain.commands import ConnectChannel, ForgetPerson, ListTeamCases, TakeOutCases
from bot.domain.turn import Person, Place, PlaceKind
from bot.usecases.connect_channel import connect_channel
from bot.usecases.forget_person import forget_person
from bot.usecases.list_team_cases import list_team_cases
from bot.usecases.take_out_cases import take_out_cases
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock, clock

__all__ = ["clock"]

ALF = Person("00000000-0000-4000-8000-00000000000c", "Alf Prøve")
CHANNEL = Place(PlaceKind.CHANNEL, "19:saker", channel_id="19:saker", teams_team_id="19:team")


async def test_connecting_taking_out_and_forgetting_are_noted(clock: MovableClock) -> None:
    store = FakeStore(clock.now)
    async with store.unit_of_work(ALF) as uow:
        await connect_channel(ConnectChannel(ALF, CHANNEL, "stjordal/komp_0_18"), uow, clock)
        await list_team_cases(ListTeamCases(ALF, CHANNEL, "open"), uow, clock)
        await take_out_cases(TakeOutCases(ALF, CHANNEL, "stjordal/komp_0_18"), uow, clock)
        await forget_person(ForgetPerson(ALF), uow, clock)
        await uow.commit()
    noted = [(what, by) for what, _, by, _ in store.data.audit]
    assert noted == [
        ("channel.connected.stjordal/komp_0_18", ALF.id),
        ("cases.taken_out.stjordal/komp_0_18", ALF.id),
        ("person.forgotten", "system"),
    ]
    assert not any(ALF.name in str(entry) for entry in store.data.audit)
