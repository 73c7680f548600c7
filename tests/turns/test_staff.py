"""Roles from settings and groups: a removal counts within five minutes, and without Graph the powers are gone."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.content.editing_rights import may_edit
from bot.domain.roles import GroupsAway, roles_of, rule_from, takes_out_of
from bot.domain.turn import Person, Place, PlaceKind
from bot.settings import Settings
from bot.store import SqlStore
from bot.turns.staff import LASTS, Staff, forget_former_staff
from tests.fakes.store import FakeStore
from tests.fakes.stores import RING, MovableClock, clock, url_for

__all__ = ["clock"]

RITA, MARTE, ALF = (Person(f"00000000-0000-4000-8000-00000000000{n}", "Prøve") for n in "abc")
EDITORS, MELHUS = "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002"


class Directory:
    def __init__(self) -> None:
        self.groups = {EDITORS: {RITA.id}, MELHUS: {MARTE.id}}
        self.problem = ""
        self.asked = asyncio.Event()

    async def is_asked(self, times: int) -> None:
        for _ in range(times):
            self.asked.clear()
            await self.asked.wait()

    async def members(self, group: str) -> frozenset[str]:
        self.asked.set()
        if self.problem:
            raise GroupsAway(self.problem)
        return frozenset(self.groups[group])


@pytest.fixture
def directory() -> Directory:
    return Directory()


@pytest.fixture
def staff(directory: Directory, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Staff:
    monkeypatch.setenv("VEILEDEREN_EDITORS", f"group:{EDITORS}, group:{MELHUS}:melhus")
    monkeypatch.setenv("VEILEDEREN_ADMINS", ALF.id)
    monkeypatch.setenv("VEILEDEREN_LEADERS", f"{ALF.id}:stjordal/komp_0_18")
    return Staff(Settings(_env_file=None).role_rules(), directory, clock)


async def test_roles_come_from_ids_and_from_groups(staff: Staff) -> None:
    await staff.read_groups()
    assert staff.roles_of(RITA.id) == {"editor"}
    assert staff.roles_of(MARTE.id) == {"editor:melhus"}
    assert staff.roles_of(ALF.id) == {"admin", "leader:stjordal/komp_0_18"}
    assert staff.roles_of("") == staff.roles_of("somebody") == frozenset()


async def test_who_is_taken_out_of_the_group_loses_the_power_at_the_next_reading(
    staff: Staff, directory: Directory, clock: MovableClock
) -> None:
    await staff.read_groups()
    directory.groups[EDITORS] = set()
    clock.advance(minutes=1)
    await staff.read_groups()
    assert staff.roles_of(RITA.id) == frozenset()


async def test_no_power_lasts_because_the_clock_was_ahead(
    staff: Staff, directory: Directory, clock: MovableClock
) -> None:
    clock.advance(days=1)
    await staff.read_groups()
    clock.advance(days=-1)
    directory.problem = "503"
    await staff.read_groups()
    assert staff.roles_of(RITA.id) == {"unchecked"}


async def test_without_graph_a_power_lasts_five_minutes_and_is_then_gone_and_said_to_be_unchecked(
    staff: Staff, directory: Directory, clock: MovableClock
) -> None:
    assert "unchecked" in staff.roles_of(RITA.id), "before the first reading too"
    await staff.read_groups()
    directory.problem = "503"
    for _ in range(4):
        clock.advance(minutes=1)
        assert await staff.read_groups() == "503"
        assert staff.roles_of(RITA.id) == {"editor"}
    clock.advance(minutes=1)
    assert LASTS.total_seconds() == 300
    assert staff.roles_of(RITA.id) == {"unchecked"}
    assert staff.roles_of(ALF.id) == {"admin", "leader:stjordal/komp_0_18", "unchecked"}, "who is named keeps theirs"
    directory.problem = ""
    await staff.read_groups()
    assert staff.roles_of(RITA.id) == {"editor"}


async def test_a_group_without_anybody_to_ask_gives_nobody_a_power(clock: MovableClock) -> None:
    staff = Staff([rule_from(f"group:{EDITORS}", "editor")], None, clock)
    assert await staff.read_groups() == "no_directory"
    assert staff.roles_of(RITA.id) == {"unchecked"}
    assert Staff([rule_from(RITA.id, "editor")], None, clock).roles_of(RITA.id) == {"editor"}


async def test_administrators_are_told_once_a_day_and_chats_of_former_editors_are_forgotten(
    staff: Staff, directory: Directory, clock: MovableClock, tmp_path: Path
) -> None:
    store = SqlStore(await url_for("sqlite", tmp_path), RING, now=clock.now)
    await store.open()
    chat = Place(PlaceKind.PERSONAL, "a:1")
    async with store.unit_of_work() as uow:
        for person in (RITA, MARTE):
            await uow.editor_chats.keep(person, chat)
        await uow.admin_chats.keep(ALF, chat)
        await uow.admin_chats.keep(RITA, chat)
        await uow.commit()
    directory.problem = "403"
    stop = asyncio.Event()
    reading = asyncio.create_task(staff.keep_reading(store, stop, every_seconds=0.01))
    await directory.is_asked(8)
    async with store.unit_of_work() as uow:
        assert len(await uow.editor_chats.all()) == 2, "nobody is forgotten while the groups are unknown"
        rows = await uow.queue.lease("t", clock.now(), clock.now(), 50)
    assert {row.item.payload["person_id"] for row in rows} == {ALF.id, RITA.id}
    assert len(rows) == 2
    assert json.loads(rows[0].item.payload["values"]) == {"code": "403"}
    directory.problem = ""
    directory.groups[EDITORS] = set()
    await directory.is_asked(6)
    stop.set()
    await reading
    async with store.unit_of_work() as uow:
        assert [person.id for person, _ in await uow.editor_chats.all()] == [MARTE.id]
        assert [person.id for person, _ in await uow.admin_chats.all()] == [ALF.id]
    await store.close()


async def test_a_database_that_is_away_stops_no_reading(staff: Staff, directory: Directory) -> None:
    class Broken(FakeStore):
        def unit_of_work(self, by: Person | None = None) -> object:
            raise ConnectionError

    stop = asyncio.Event()
    reading = asyncio.create_task(staff.keep_reading(Broken(), stop, every_seconds=0.01))
    await directory.is_asked(6)
    stop.set()
    await reading
    assert staff.roles_of(RITA.id) == {"editor"}


async def test_who_was_forgotten_is_told_nothing(clock: MovableClock) -> None:
    store = FakeStore(clock.now)
    async with store.unit_of_work() as uow:
        await uow.editor_chats.keep(RITA, Place(PlaceKind.PERSONAL, "a:1"))
        await uow.commit()
    async with store.unit_of_work() as uow:
        await uow.conversations.forget(RITA)
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.editor_chats.all() == []
    await forget_former_staff(store, Staff([], None, clock))


def article(*municipalities: str) -> dict[str, bytes]:
    return {"articles/x.md": f"---\nmunicipalities: [{', '.join(municipalities)}]\n---\n".encode()}


@pytest.mark.parametrize(
    ("path", "roles", "may"),
    [
        ("kommuner/melhus.yaml", {"editor:melhus"}, True),
        ("kommuner/stjordal.yaml", {"editor:melhus"}, False),
        ("kommuner/stjordal.yaml", {"editor"}, True),
        ("kommuner/melhus.yaml", {"leader", "unchecked"}, False),
        ("guides/melhus.yaml", {"editor:melhus"}, False),
        ("articles/x.md", {"editor:melhus"}, False),
        ("articles/x.md", {"editor:melhus", "editor:selbu"}, True),
        ("articles/y.md", {"editor:melhus"}, False),
        ("articles/x.md", {"admin"}, True),
        ("articles/x.md", set(), False),
    ],
)
def test_an_editor_of_one_municipality_changes_only_what_is_its_own(path: str, roles: set[str], may: bool) -> None:
    assert may_edit(path, frozenset(roles), article("melhus", "selbu")) is may
    assert not may_edit("articles/x.md", frozenset({"editor:melhus"}), article("melhus"), article("alle"))


def test_a_leader_of_one_team_takes_out_only_what_is_that_teams() -> None:
    own = frozenset({"leader:stjordal/komp_0_18", "editor", "owner"})
    assert takes_out_of(own) == {"stjordal/komp_0_18"}
    assert takes_out_of({"leader"}) is takes_out_of({"admin"}) is None
    assert takes_out_of({"owner", "editor", "editor:stjordal"}) == frozenset()


@pytest.mark.parametrize("entry", ["group:", ":melhus", "group::melhus", "a:b:c", "group:a:b:c"])
def test_a_role_that_names_nobody_stops_the_start(entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_EDITORS", entry)
    with pytest.raises(ValidationError, match="skriv id, id:sted"):
        Settings(_env_file=None)


def test_nobody_has_a_role_by_having_no_id() -> None:
    assert roles_of("", [rule_from("x", "admin")], {"": frozenset({""})}) == frozenset()
