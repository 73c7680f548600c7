"""Who may take cases out of the bot, as CSV or to the archive: one rule, every role and every way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.case import Case
from bot.domain.outbox import Kind
from bot.domain.ports import ChannelLink
from bot.domain.reply import File, Reply
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, OLE, STRANGER, TEAM, Desk

OTHER = "stjordal/komp_18"
ROLES = {
    (): False,
    ("owner",): False,
    ("editor",): False,
    ("editor:stjordal",): False,
    ("unchecked",): False,
    (f"leader:{OTHER}",): False,
    ("owner", "editor", f"leader:{OTHER}"): False,
    (f"leader:{TEAM}",): True,
    ("leader",): True,
    ("admin",): True,
    ("admin", "unchecked"): True,
}
WAYS = ("csv", "archive", "document")


@pytest.fixture
async def desk() -> Desk:
    clock = MovableClock()
    return await Desk(FakeStore(clock.now), clock).open()


async def tried(desk: Desk, way: str, case: Case, person: object = OLE) -> Sequence[Reply]:
    """Try to take the case out one way."""
    if way == "csv":
        return await desk.say(person, "saker csv", CHANNEL)
    about = f"{TEAM}/{case.id}"
    if way == "archive":
        return await desk.press(person, "case_archive", about, place=CHANNEL)
    return await desk.press(person, "case_file", about)


def got(desk: Desk, way: str, case: Case, shown: Sequence[Reply]) -> bool:
    """Tell whether it worked: rows of CSV, the button for the document, or the document."""
    if way == "csv":
        return case.code in desk.words(shown)
    if way == "archive":
        return any(kept.row.item.kind is Kind.TEAM_POST for kept in desk.store.data.rows.values())
    return any(isinstance(one, File) for one in shown)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("roles", ROLES)
async def test_only_who_leads_the_team_or_runs_the_bot_takes_cases_out(
    desk: Desk, roles: tuple[str, ...], way: str
) -> None:
    case = await desk.sent()
    desk.staff = frozenset(roles)
    shown = await tried(desk, way, case)
    assert got(desk, way, case, shown) is ROLES[roles]
    noted = [what for what, _, _, _ in desk.store.data.audit if what in ("case.exported", "cases.taken_out")]
    assert bool(noted) is (ROLES[roles] and way != "archive"), "what is taken out is noted, and nothing else"
    if not ROLES[roles]:
        refusals = ("error.team_not_led", "team.archive_not_allowed", "library.roles_unchecked")
        assert desk.words(shown) in [desk.text(key) for key in refusals], "said once, and in one sentence"
    if roles == ("unchecked",):
        assert desk.words(shown) == desk.text("library.roles_unchecked")


@pytest.mark.parametrize("way", WAYS)
async def test_no_role_helps_somebody_who_is_not_on_the_roster(desk: Desk, way: str) -> None:
    case = await desk.sent()
    desk.staff = frozenset({"admin", "leader", "owner", "editor", f"leader:{TEAM}"})
    shown = await tried(desk, way, case, STRANGER)
    assert not got(desk, way, case, shown)
    assert desk.text("error.not_a_member") in desk.words(shown)


async def test_in_a_channel_of_two_teams_a_leader_of_one_gets_that_ones_rows(desk: Desk) -> None:
    case = await desk.sent()
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(OTHER, CHANNEL, desk.clock.now()))
        await uow.cases.add(
            replace(case, id="another", code="K-9999", team=OTHER), await uow.cases.requester_of(case.id), "s2"
        )
        await uow.commit()
    for roles, codes in (
        ({f"leader:{TEAM}"}, {case.code}),
        ({f"leader:{OTHER}"}, {"K-9999"}),
        ({"leader"}, {case.code, "K-9999"}),
    ):
        desk.staff = frozenset(roles)
        shown = await desk.say(OLE, "saker csv", CHANNEL)
        assert {code for code in (case.code, "K-9999") if code in desk.words(shown)} == codes
        assert not any(isinstance(one, File) for one in shown)


async def test_in_a_channel_of_no_team_it_is_said_once(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    shown = await desk.say(OLE, "saker csv", ELSEWHERE)
    assert desk.words(shown) == desk.text("error.channel_not_connected")


async def test_a_team_without_cases_is_told_so_instead_of_nothing(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    shown = await desk.say(OLE, "saker csv", CHANNEL)
    for which in ("open", "closed"):
        assert desk.text(f"team.list_{which}_none") in desk.words(shown)
