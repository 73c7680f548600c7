"""What cannot be read, a conversation or a row, keeps nothing else from anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.delivery.retention import Keep, delete_what_is_due
from bot.delivery.rounds import make_rounds
from bot.domain.case import Message
from bot.domain.outbox import Kind
from bot.inside import _alert
from bot.store import SqlStore
from tests.delivery.team import AT, Team
from tests.fakes.stores import MovableClock
from tests.store.people import ANNEN, PERSONAL, VEILEDER, a_case


async def test_a_conversation_that_cannot_be_opened_keeps_no_answer_from_the_requester(
    team: Team, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await team.submit()
    await team.deliver(2)
    told = next(sent for sent in team.messenger.visible.values() if sent.place == PERSONAL)
    async with team.store.unit_of_work() as uow:
        conversations = type(uow.conversations)

    async def damaged(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(conversations, "get", damaged)
    await team.tell(Kind.REQUESTER_NOTICE, "answered", notice="answered")
    async with team.store.unit_of_work() as uow:
        erase = team.row(Kind.ERASE, "erase", "case1", activity_id=told.id)
        await uow.outbox.add(replace(erase, conversation="requester:case1"))
        await uow.commit()
    await team.deliver(2)
    assert any(one.endswith("answered") for one in team.texts())
    assert await team.counts() == {"delivered": 4}
    assert "delivery.conversation_not_opened" in [one.getMessage() for one in caplog.records]


@pytest.mark.parametrize(
    ("spoil", "how"),
    [
        ("UPDATE outbox SET kind = :how WHERE case_id = 'case1'", "of_a_newer_version"),
        ("UPDATE outbox SET payload = :how WHERE case_id = 'case1'", b"damaged"),
    ],
)
async def test_a_row_that_cannot_be_read_stops_no_other_and_is_parked_after_an_hour(
    sql_store: SqlStore, clock: MovableClock, spoil: str, how: str | bytes
) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    await team.submit(1)
    await team.submit(2)
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text(spoil), {"how": how})
    await team.deliver()
    assert len(team.cards()) == 1
    async with sql_store.unit_of_work() as uow:
        (waiting,) = await uow.queue.waiting()
    assert waiting.last_code == "broken RowUnreadable 1"
    await team.deliver(62, seconds=60)
    assert team.alerts == ["unreadable broken RowUnreadable"]
    async with sql_store.unit_of_work() as uow:
        assert [row.id for row in await uow.outbox.parked()] == [waiting.id]


async def test_a_row_that_was_due_long_ago_waits_an_hour_too_for_the_version_that_knows_it(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    await team.submit()
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text("UPDATE outbox SET kind = 'of_a_newer_version' WHERE case_id = 'case1'"))
    clock.advance(hours=5)  # as what is queued late, or has waited for its channel
    await team.deliver(30, seconds=60)
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text("UPDATE outbox SET kind = 'case_card' WHERE case_id = 'case1'"))
    await team.deliver(2)
    assert (team.alerts, len(team.cards())) == ([], 1)


BODY = "UPDATE cases SET body = :spoilt WHERE id = 'case1'"
KEY = "UPDATE case_keys SET wrapped = (SELECT wrapped FROM case_keys WHERE case_id = 'case2') WHERE case_id = 'case1'"
CHOICES = "UPDATE cases SET themes = 'skadd', urgency = 'skadd' WHERE id = 'case1'"


async def _spoil(store: SqlStore, spoil: str) -> None:
    async with store.database.engine.begin() as connection:
        await connection.execute(text(spoil), {"spoilt": b"damaged"} if ":spoilt" in spoil else {})


async def _a_team_with_two_cases(store: SqlStore, clock: MovableClock) -> Team:
    team = Team(store, clock)
    await team.connect()
    await team.submit(1)
    await team.submit(2)
    await team.deliver(2)
    async with store.unit_of_work() as uow:
        await uow.admin_chats.keep(ANNEN, PERSONAL)
        await uow.commit()
    return team


@pytest.mark.parametrize("spoil", [BODY, KEY, CHOICES])
async def test_a_closed_case_that_cannot_be_read_loses_its_text_in_its_time_and_the_admins_are_told(
    sql_store: SqlStore, clock: MovableClock, spoil: str, caplog: pytest.LogCaptureFixture
) -> None:
    team = await _a_team_with_two_cases(sql_store, clock)
    await team.change(messages=(Message("information", "Verst på mandager.", AT),))
    await team.tell(Kind.RELAYED_LINE, "line", line="added", message="0")
    await team.deliver(2)
    await team.change(closed_at=AT)
    await team.deliver()
    await _spoil(sql_store, spoil)
    keep = Keep(unreadable_in=lambda municipality: timedelta(days=30 if municipality == "stjordal" else 1))
    clock.advance(days=29)
    assert (await delete_what_is_due(sql_store, clock, keep)).texts == 0
    clock.advance(days=2)
    assert (await delete_what_is_due(sql_store, clock, keep)).texts == 1
    await team.deliver(3)
    case = await team.case()
    assert (case.text, case.text_deleted_at, case.closed_at, case.form.age_band) == (None, clock.now(), AT, "6-9")
    async with sql_store.database.engine.connect() as connection:
        left = "SELECT body FROM cases WHERE id = 'case1' AND body IS NOT NULL UNION ALL "
        keys = "SELECT wrapped FROM case_keys WHERE case_id = 'case1'"
        assert (await connection.execute(text(left + keys))).all() == []
    assert not [one for one in team.texts() if "K1M-42P" in one and (a_case().text.seen in one or "added" in one)]
    assert [one for one in team.texts() if one.startswith("reminder")] == ["reminder team.admin_unreadable_deleted"]
    assert "retention.case_unreadable" in [one.getMessage() for one in caplog.records]
    clock.advance(days=700)
    assert (await delete_what_is_due(sql_store, clock, keep)).cases >= 1, "what is left goes too, and is counted"
    async with sql_store.unit_of_work() as uow:
        assert await uow.audit.verify() is None


async def test_the_admins_are_told_once_of_an_open_case_that_cannot_be_read_and_it_stops_no_other(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    team = await _a_team_with_two_cases(sql_store, clock)
    async with sql_store.unit_of_work() as uow:
        await uow.channels.retire_card("case1")
        await uow.channels.retire_card("case2")
        await uow.commit()
    await _spoil(sql_store, BODY)
    clock.advance(hours=1)
    team.messenger.roster = [VEILEDER]
    assert (await make_rounds(sql_store, team.messenger, clock)).cases_without_card == ("case2",)
    await make_rounds(sql_store, team.messenger, clock)
    await team.deliver(2)
    assert team.texts().count("reminder team.admin_unreadable") == 1
    assert (await team.card_of("case2")) is not None


async def test_a_notice_about_a_case_that_cannot_be_read_is_parked_in_the_end(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    team = await _a_team_with_two_cases(sql_store, clock)
    await team.tell(Kind.REQUESTER_NOTICE, "answered", notice="answered")
    await _spoil(sql_store, BODY)
    await team.deliver(62, seconds=60)
    assert team.alerts == ["requester_notice broken CaseUnreadable"]
    async with sql_store.unit_of_work() as uow:
        (parked,) = await uow.outbox.parked()
    await _alert(sql_store, clock)(parked, "broken CaseUnreadable")
    await team.deliver()
    assert "reminder team.admin_parked_case" in team.texts()


async def test_who_sent_a_case_that_cannot_be_read_of_keeps_its_text_from_nobody(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    team = await _a_team_with_two_cases(sql_store, clock)
    await team.change(closed_at=AT)
    await _spoil(sql_store, "UPDATE requesters SET requester = :spoilt WHERE case_id = 'case1'")
    clock.advance(days=91)
    assert (await delete_what_is_due(sql_store, clock)).texts == 1


async def test_a_case_whose_sender_a_newer_version_wrote_keeps_no_other_text_from_being_deleted(
    team: Team, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for number in (1, 2):
        await team.submit(number)
    await team.deliver(2)
    for number in (1, 2):
        await team.change(f"case{number}", closed_at=AT, close_reason="raad_gitt")
    await team.deliver()
    async with team.store.unit_of_work() as uow:
        cases = type(uow.cases)
    requester_of = cases.requester_of

    async def newer(self: Any, case_id: str) -> Any:
        if case_id == "case1":
            raise ValueError
        return await requester_of(self, case_id)

    monkeypatch.setattr(cases, "requester_of", newer)
    team.clock.advance(days=92)
    done = await delete_what_is_due(team.store, team.clock)
    assert (done.texts, done.requesters) == (1, 1)
    assert (await team.case("case2")).text is None
    assert "retention.case_failed" in [one.getMessage() for one in caplog.records]
