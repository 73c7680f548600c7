"""Documents: the meeting for the calendar, the agenda without a written word, a case for the archive; and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar

from bot.content.meetings import next_meeting
from bot.content.team import Meets
from bot.domain import commands as do
from bot.domain.case import Case, Status
from bot.domain.outbox import Kind, RowState
from bot.domain.reply import Card, File, Line, Reply
from bot.turns.perform import perform
from dialogs.cases.case_documents import case_docx
from dialogs.cases.deliver import words_for
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, NILS, OLE, SIRI, STRANGER, TEAM, Desk
from tests.usecases.municipality import REST

MEETS = Meets.model_validate(
    {
        "rhythm": "hver uke",
        "where": "Teams",
        "weekday_and_time": "torsdag 12:00",
        "deadline_before_meeting": "1 arbeidsdag",
        "minutes": 60,
        "link": "https://teams.microsoft.com/l/meetup-join/oppdiktet",
        "until_then": "Spør.",
    }
)


def with_meetings(desk: Desk) -> None:
    """Fill in when the team meets, as a municipality will."""
    known = desk.library._shelf.knowledge
    stjordal = known.profiles["stjordal"]
    teams = tuple(one.model_copy(update={"meets": MEETS}) if one.id == "komp_0_18" else one for one in stjordal.teams)
    profiles = {**known.profiles, "stjordal": stjordal.model_copy(update={"teams": teams})}
    desk.library._shelf = replace(desk.library._shelf, knowledge=replace(known, profiles=profiles))


def words_in(content: bytes) -> str:
    return "\n".join(one.text for one in Document(BytesIO(content)).paragraphs)


async def act(desk: Desk, command: do.Command) -> None:
    async with desk.store.unit_of_work() as uow:
        await perform(command, uow, desk.clock)
        await uow.commit()


def delivered(desk: Desk, kind: Kind) -> list[Reply]:
    """Return what the rows of a kind say when they are delivered; one that is called off says nothing."""
    rows = [kept.row for kept in desk.store.data.rows.values() if kept.row.state is not RowState.CANCELLED]
    items = [row.item for row in rows if row.item.kind is kind]
    cases = desk.store.data.cases
    return [words_for(one, cases.get(one.case_id or ""), desk.library.around_delivery()) for one in items]


async def closed(desk: Desk) -> Case:
    """Return a case that was taken, asked about, answered and closed."""
    case = await desk.sent()
    await act(desk, do.ClaimCase(case.id, OLE, CHANNEL))
    await act(desk, do.AskRequester(case.id, OLE, CHANNEL, "Er det likt alle dager?"))
    await act(desk, do.AnswerCase(case.id, OLE, CHANNEL, **REST[do.AnswerCase]()))
    await act(desk, do.CloseCase(case.id, OLE, CHANNEL, "given"))
    return await desk.case(case.id)


# --- the calendar --------------------------------------------------------------------------------------------------


async def test_the_requester_is_invited_with_time_place_link_and_a_file_for_the_calendar(desk: Desk) -> None:
    with_meetings(desk)
    case = await desk.sent()
    await desk.press(SIRI, "case_meeting", case.id, place=CHANNEL)
    invitation = next(one for one in delivered(desk, Kind.REQUESTER_NOTICE) if "møte" in desk.words([one]))
    assert isinstance(invitation, Card)
    said = desk.words([invitation])
    assert "torsdag 15. januar kl. 12.00" in said
    assert [one.url for one in invitation.buttons if one.url] == [MEETS.link]
    (file,) = await desk.push(KARI, [invitation], desk.text("case.calendar"))
    assert isinstance(file, File)
    (event,) = Calendar.from_ical(file.content).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2026-01-15T11:00:00+00:00"
    assert event.decoded("duration", None) or event.decoded("dtend").isoformat() == "2026-01-15T12:00:00+00:00"
    assert case.code in str(event["summary"])
    for word in (case.text.seen if case.text else "", "Kari"):
        assert word not in file.content.decode()


async def test_nobody_else_gets_the_calendar_file_and_an_unknown_time_is_said(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(SIRI, "case_meeting", case.id, place=CHANNEL)
    shown = await desk.press(KARI, "my_calendar", case.id)
    assert shown == [Line(desk.text("case.calendar_unknown"))]
    with_meetings(desk)
    assert not any(isinstance(one, File) for one in await desk.press(NILS, "my_calendar", case.id))


# --- the agenda ----------------------------------------------------------------------------------------------------


async def test_a_member_gets_the_agenda_in_their_own_chat_without_a_word_anybody_wrote(desk: Desk) -> None:
    with_meetings(desk)
    case = await desk.sent()
    await desk.press(SIRI, "case_meeting", case.id, place=CHANNEL)
    (agenda,) = await desk.press(OLE, "team_meeting", place=CHANNEL)
    assert isinstance(agenda, Card)
    assert TEAM in [one.id for one in agenda.buttons]
    told = await desk.press(OLE, "team_agenda_file", TEAM, place=CHANNEL)
    assert desk.text("team.file_on_its_way") in desk.words(told)
    (offer,) = delivered(desk, Kind.TEAM_POST)
    (file,) = await desk.push(OLE, [offer], desk.text("team.file_get"))
    assert isinstance(file, File)
    said = words_in(file.content)
    assert case.code in said
    assert "torsdag 15. januar kl. 12.00" in said
    assert case.text is not None
    for word in (case.text.seen, case.text.child, case.text.advice_wanted):
        assert word not in said


async def test_a_case_a_member_is_inhabil_in_is_not_in_their_agenda(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(SIRI, "case_meeting", case.id, place=CHANNEL)
    await desk.press(OLE, "case_recuse_send", case.id, place=CHANNEL)
    (file,) = await desk.press(OLE, "agenda_file", TEAM)
    assert isinstance(file, File)
    assert case.code not in words_in(file.content)


@pytest.mark.parametrize("person", [STRANGER, KARI], ids=lambda one: one.id)
@pytest.mark.parametrize("verb", ["agenda_file", "case_file"])
async def test_nobody_outside_the_roster_gets_a_document_whatever_the_button_says(
    desk: Desk, verb: str, person: Any
) -> None:
    desk.staff = frozenset({"leader", "admin", "owner"})
    case = await closed(desk)
    shown = await desk.press(person, verb, TEAM if verb == "agenda_file" else f"{TEAM}/{case.id}")
    assert shown == [Line(desk.text("error.not_a_member"))]


async def test_when_teams_cannot_tell_who_is_a_member_nobody_gets_a_document(desk: Desk) -> None:
    desk.messenger.roster = []
    assert await desk.press(OLE, "agenda_file", TEAM) == [Line(desk.text("error.not_a_member"))]


async def test_a_team_without_a_channel_has_no_members(desk: Desk) -> None:
    shown = await desk.press(OLE, "agenda_file", "melhus/droftingsteam")
    assert shown == [Line(desk.text("error.not_a_member"))]


async def test_another_channel_cannot_ask_for_the_teams_documents(desk: Desk) -> None:
    shown = await desk.press(OLE, "team_agenda_file", TEAM, place=ELSEWHERE)
    assert desk.text("error.not_permitted") in desk.words(shown)
    assert delivered(desk, Kind.TEAM_POST) == []


# --- the archive ---------------------------------------------------------------------------------------------------


async def exported(desk: Desk, case: Case) -> Sequence[Reply]:
    await desk.press(OLE, "case_archive", f"{TEAM}/{case.id}", place=CHANNEL)
    (offer,) = delivered(desk, Kind.TEAM_POST)
    return await desk.push(OLE, [offer], desk.text("team.file_get"))


async def test_the_leader_takes_a_closed_case_out_before_its_text_is_deleted_and_it_is_logged(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    case = await closed(desk)
    assert case.status is Status.CLOSED
    (file,) = await exported(desk, case)
    assert isinstance(file, File)
    said = words_in(file.content)
    assert case.text is not None
    for word in (case.code, case.text.seen, case.text.advice_wanted, "Er det likt alle dager?", "Fortsett.", "PPT"):
        assert word in said
    assert KARI.name not in said
    assert KARI.id.encode() not in file.content
    noted = [(what, by, about) for what, _, by, about in desk.store.data.audit]
    assert ("case.exported", OLE.id, case.id) in noted


async def test_a_case_received_after_midnight_on_new_years_eve_is_of_the_new_year(desk: Desk) -> None:
    case = await closed(desk)
    received = replace(case, created_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert "1. januar kl. 00.30 2027" in words_in(case_docx(received, desk.library.around_delivery()))


async def test_a_member_who_does_not_lead_the_team_takes_nothing_out(desk: Desk) -> None:
    case = await closed(desk)
    for verb, place in (("case_archive", CHANNEL), ("case_file", None)):
        shown = await desk.press(OLE, verb, f"{TEAM}/{case.id}", place=place)
        assert desk.text("team.archive_not_allowed") in desk.words(shown)
    assert delivered(desk, Kind.TEAM_POST) == []


async def test_a_case_of_another_team_is_not_found(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    async with desk.store.unit_of_work() as uow:
        link = await uow.channels.of_team(TEAM)
        await uow.channels.link(replace(link, team="melhus/droftingsteam"))
        await uow.commit()
    case = await closed(desk)
    shown = await desk.press(OLE, "case_file", f"melhus/droftingsteam/{case.id}")
    assert not any(isinstance(one, File) for one in shown)


async def test_after_deletion_the_document_says_that_the_text_is_gone(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    case = await closed(desk)
    bare = replace(case, text=None, answer=None, messages=(), text_deleted_at=desk.clock.now())
    desk.store.data.cases[case.id] = bare
    (file,) = await desk.press(OLE, "case_file", f"{TEAM}/{case.id}")
    assert isinstance(file, File)
    assert desk.text("team.doc_no_text") in words_in(file.content)


async def test_after_deletion_the_card_says_only_that_the_text_is_gone_and_offers_nothing_to_open(desk: Desk) -> None:
    case = await closed(desk)
    open_card = desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))
    assert desk.text("team.reopen") in open_card
    bare = replace(case, text=None, answer=None, messages=(), text_deleted_at=desk.clock.now())
    desk.store.data.cases[case.id] = bare
    shown = desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))
    assert desk.text("team.no_text_deleted") in shown
    assert "Teksten slettes" not in shown
    assert desk.text("team.reopen") not in shown


async def test_control_characters_in_a_case_do_not_stop_the_document(desk: Desk) -> None:
    desk.staff = frozenset({"leader"})
    case = await closed(desk)
    assert case.text is not None
    odd = replace(case, text=replace(case.text, seen="Kommer\x0b sent\x1b[31m <at>Alle</at>\ud83d"))
    desk.store.data.cases[case.id] = odd
    (file,) = await desk.press(OLE, "case_file", f"{TEAM}/{case.id}")
    assert isinstance(file, File)
    assert "<at>Alle</at>" in words_in(file.content)


# --- when the team meets -------------------------------------------------------------------------------------------


def test_the_day_of_the_document_is_the_next_working_meeting() -> None:
    found = next_meeting(MEETS, datetime(2026, 3, 31, 8, 0, tzinfo=UTC))  # skjærtorsdag is 2 April 2026
    assert found is not None
    assert found.at.date() == date(2026, 4, 9)
