"""Who may take cases out of the bot, as CSV or to the archive: one rule, every role and every way."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.case import Case
from bot.domain.month_report import FIGURES
from bot.domain.norway import OSLO
from bot.domain.outbox import Kind
from bot.domain.ports import ChannelLink
from bot.domain.reply import File, Reply
from bot.domain.turn import Person, Place
from dialogs.cases.cases_out import COLUMNS, ON_CARD
from tests.turns.desk import CHANNEL, ELSEWHERE, GROUP, KARI, OLE, STRANGER, TEAM, Desk, kinds

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
WAYS = ("csv", "csv_here", "csv_file", "csv_text", "archive", "document")
OFFERS = ("csv", "csv_here", "archive")
"""Ways that end at a button in the member's own chat: nothing is taken out yet."""


async def tried(desk: Desk, way: str, case: Case, person: Person = OLE) -> Sequence[Reply]:
    """Try to take the case out one way."""
    about = f"{TEAM}/{case.id}"
    match way:
        case "csv":
            return await desk.say(person, "saker csv", CHANNEL)
        case "csv_here":
            return await desk.say(person, "saker csv")
        case "csv_file":
            return await desk.press(person, "cases_file", TEAM)
        case "csv_text":
            return await desk.press(person, "cases_text", TEAM)
        case "archive":
            return await desk.press(person, "case_archive", about, place=CHANNEL)
        case _:
            return await desk.press(person, "case_file", about)


def got(desk: Desk, way: str, case: Case, shown: Sequence[Reply]) -> bool:
    """Tell whether it worked: the button for the file, the file, or the same on a card."""
    if way in ("csv", "archive"):
        return any(kept.row.item.kind is Kind.TEAM_POST for kept in desk.store.data.rows.values())
    if way == "csv_here":
        return "file_cases" in kinds(shown)
    if way == "csv_text":
        return case.code in desk.words(shown)
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
    noted = [what for what, _, _, _ in desk.store.data.audit if what.startswith(("case.exported", "cases.taken_out"))]
    assert bool(noted) is (ROLES[roles] and way not in OFFERS), "what is taken out is noted, and nothing else"
    if not ROLES[roles]:
        refusals = ("error.team_not_led", "team.archive_not_allowed", "library.roles_unchecked")
        assert desk.words(shown) in [desk.text(key) for key in refusals], "said once, and in one sentence"
    if roles == ("unchecked",):
        assert desk.words(shown) == desk.text("library.roles_unchecked")


@pytest.mark.parametrize("way", [way for way in WAYS if way != "csv_here"])
async def test_no_role_helps_somebody_who_is_not_on_the_roster(desk: Desk, way: str) -> None:
    case = await desk.sent()
    desk.staff = frozenset({"admin", "leader", "owner", "editor", f"leader:{TEAM}"})
    shown = await tried(desk, way, case, STRANGER)
    assert not got(desk, way, case, shown)
    assert desk.text("error.not_a_member") in desk.words(shown)


async def with_another_team(desk: Desk) -> Case:
    """Send a case, and let another team, with a case of its own, work in the same channel."""
    case = await desk.sent()
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(OTHER, CHANNEL, desk.clock.now()))
        await uow.cases.add(
            replace(case, id="another", code="K-9999", team=OTHER), await uow.cases.requester_of(case.id), "s2"
        )
        await uow.commit()
    return case


def rows_of(shown: Sequence[Reply]) -> list[list[str]]:
    """Return the rows of the one file, read as a spreadsheet reads it."""
    (file,) = shown
    assert isinstance(file, File)
    return list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""), delimiter=";"))


async def test_in_a_channel_of_two_teams_a_leader_of_one_is_offered_that_ones_cases(desk: Desk) -> None:
    await with_another_team(desk)
    for roles, teams in (
        ({f"leader:{TEAM}"}, {TEAM}),
        ({f"leader:{OTHER}"}, {OTHER}),
        ({"leader"}, {TEAM, OTHER}),
    ):
        desk.staff = frozenset(roles)
        desk.store.data.rows.clear()
        shown = await desk.say(OLE, "saker csv", CHANNEL)
        assert desk.words(shown) == desk.text("team.file_on_its_way"), "nothing of it is shown in the channel"
        offered = {kept.row.item.payload["team"] for kept in desk.store.data.rows.values()}
        assert offered == teams
        to = {kept.row.item.payload["member_id"] for kept in desk.store.data.rows.values()}
        assert to == {OLE.id}


async def test_whoever_leads_several_teams_chooses_and_gets_one_teams_file(desk: Desk) -> None:
    await with_another_team(desk)
    desk.staff = frozenset({"admin"})
    shown = await desk.say(OLE, "saker csv")
    assert kinds(shown) == ["cases_of"]
    offered = await desk.say(OLE, "2")
    assert kinds(offered) == ["file_cases"]
    head, *rows = rows_of(await desk.push(OLE, offered, desk.text("team.file_get")))
    assert head == list(COLUMNS)
    assert [row[0] for row in rows] == ["K-9999"], "the second team in order"


async def test_a_leader_of_one_team_cannot_press_their_way_to_another(desk: Desk) -> None:
    await with_another_team(desk)
    desk.staff = frozenset({f"leader:{TEAM}"})
    for verb in ("cases_offer", "cases_file", "cases_text"):
        shown = await desk.press(OLE, verb, OTHER)
        assert desk.words(shown) == desk.text("error.team_not_led")


async def test_the_file_opens_in_columns_in_norwegian_excel_and_holds_no_word_anybody_wrote(desk: Desk) -> None:
    desk.clock.advance(hours=14)  # 23.00 in London, the day after in Norway
    case = await desk.sent()
    desk.staff = frozenset({f"leader:{TEAM}"})
    (file,) = await desk.press(OLE, "cases_file", TEAM)
    assert isinstance(file, File)
    assert file.content.startswith(b"\xef\xbb\xbf"), "without the mark Excel takes æ, ø and å for something else"
    assert file.content.count(b"\r\n") == file.content.count(b"\n") == 2
    assert file.name.endswith(".csv")
    head, row = rows_of([file])
    assert head == list(COLUMNS)
    assert len(row) == len(COLUMNS)
    assert row[0] == case.code
    assert "år" in row[COLUMNS.index("alder")]
    assert row[COLUMNS.index("mottatt")] == case.created_at.astimezone(OSLO).date().isoformat()
    said = file.content.decode()
    assert case.text is not None
    for word in (case.text.seen, case.text.child, case.text.done, case.text.advice_wanted, KARI.name, KARI.id):
        assert word not in said


async def test_where_files_do_not_work_the_same_stands_on_a_card_and_a_long_list_says_what_is_left(desk: Desk) -> None:
    case = await desk.sent()
    desk.staff = frozenset({f"leader:{TEAM}"})
    offered = await desk.say(OLE, "saker csv")
    shown = await desk.push(OLE, offered, desk.text("team.csv_as_text"))
    assert kinds(shown) == ["team_csv"]
    assert case.code in desk.words(shown)
    async with desk.store.unit_of_work() as uow:
        requester = await uow.cases.requester_of(case.id)
        for number in range(ON_CARD):
            await uow.cases.add(replace(case, id=f"c{number}", code=f"C-{number}"), requester, f"s{number}")
        await uow.commit()
    shown = await desk.push(OLE, offered, desk.text("team.csv_as_text"))
    assert desk.text("team.csv_more", number=1) in desk.words(shown)
    assert len(rows_of(await desk.press(OLE, "cases_file", TEAM))) == ON_CARD + 2


@pytest.mark.parametrize("verb", ["cases_offer", "cases_file", "cases_text"])
@pytest.mark.parametrize("place", [CHANNEL, GROUP], ids=["channel", "group"])
async def test_the_list_is_for_one_person_and_never_shown_where_others_read(
    desk: Desk, verb: str, place: Place
) -> None:
    case = await desk.sent()
    desk.staff = frozenset({"leader", "admin"})
    shown = await desk.press(OLE, verb, TEAM, place=place)
    assert not {"team_csv", "file_cases"} & set(kinds(shown))
    assert not any(isinstance(one, File) for one in shown)
    assert case.code not in desk.words(shown)


async def test_a_case_the_leader_is_inhabil_in_is_not_taken_out(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_recuse_send", case.id, place=CHANNEL)
    desk.staff = frozenset({"leader"})
    assert desk.words(await desk.press(OLE, "cases_file", TEAM)) == desk.text("team.csv_none")


async def test_a_channel_for_figures_has_no_cases_to_take_out(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(f"stjordal/{FIGURES}", ELSEWHERE, desk.clock.now()))
        await uow.commit()
    desk.staff = frozenset({"admin"})
    assert kinds(await desk.say(OLE, "saker csv")) == ["file_cases"], "there is one team only"
    shown = await desk.say(OLE, "saker csv", ELSEWHERE)
    assert desk.words(shown) == desk.text("error.team_not_led")


async def test_in_a_channel_of_no_team_it_is_said_once(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    shown = await desk.say(OLE, "saker csv", ELSEWHERE)
    assert desk.words(shown) == desk.text("error.channel_not_connected")


@pytest.mark.parametrize("verb", ["cases_file", "cases_text"])
async def test_a_team_without_cases_is_told_so_instead_of_nothing(desk: Desk, verb: str) -> None:
    desk.staff = frozenset({"leader"})
    assert desk.words(await desk.press(OLE, verb, TEAM)) == desk.text("team.csv_none")
