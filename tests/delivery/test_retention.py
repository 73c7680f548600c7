"""What is deleted when its time is up, on every kind of store; and that nothing of it is left on the disk."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.delivery.forgetting import forget_everything
from bot.delivery.retention import Deleted, Keep, delete_what_is_due, run_retention
from bot.domain.case import CaseText, Member, Message, Pace, Status
from bot.domain.case_under_way import CaseUnderWay
from bot.domain.conversation import UNUSED_FOR, CaseDraft, Concern, ConversationState, Profile
from bot.domain.outbox import Kind
from bot.domain.sending import Ambiguous, Refused
from bot.domain.turn import Person
from bot.store import SqlStore
from tests.delivery.team import AT, Team
from tests.fakes.messenger import Fault
from tests.fakes.stores import RING, MovableClock, bytes_in
from tests.store.people import ANNEN, ANSATT, PERSONAL, a_case, requester

DAYS = timedelta(days=1)


async def close(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    await team.change(
        claimed_at=AT,
        claimed_by=Member("m1", "Test Veileder"),
        closed_at=AT,
        close_reason="raad_gitt",
        requester_shown_as="Test Ansatt",
        messages=(Message("question", "Hva?", AT),),
    )
    await team.deliver()


async def test_ninety_days_after_closing_only_the_fixed_choices_are_left(team: Team) -> None:
    await close(team)
    team.clock.advance(days=89)
    assert (await delete_what_is_due(team.store, team.clock)).texts == 0
    team.clock.advance(days=2)
    done = await delete_what_is_due(team.store, team.clock)
    assert (done.texts, done.requesters) == (1, 1)
    case = await team.case()
    assert (case.text, case.messages, case.answer, case.claimed_by, case.requester_shown_as) == (
        None,
        (),
        None,
        None,
        "",
    )
    assert (case.form, case.status) == (a_case().form, Status.CLOSED)
    assert case.text_deleted_at == team.clock.now()
    async with team.store.unit_of_work() as uow:
        assert await uow.cases.requester_of("case1") is None


async def test_the_card_in_the_channel_loses_the_text_too(team: Team) -> None:
    await close(team)
    team.clock.advance(days=91)
    await delete_what_is_due(team.store, team.clock)
    await team.deliver(2)
    (card,) = team.cards()
    assert card.reply.text.endswith("(uten tekst)")


async def test_running_it_again_deletes_nothing_more(team: Team) -> None:
    await close(team)
    team.clock.advance(days=91)
    await delete_what_is_due(team.store, team.clock)
    before = await team.case()
    assert await delete_what_is_due(team.store, team.clock) == Deleted()
    assert await team.case() == before


async def test_several_replicas_at_once_delete_each_text_once(team: Team) -> None:
    await close(team)
    team.clock.advance(days=91)
    done = await asyncio.gather(*(delete_what_is_due(team.store, team.clock) for _ in range(4)))
    assert sum(one.texts for one in done) == 1
    case = await team.case()
    assert (case.text, case.claimed_by) == (None, None)


async def test_an_open_case_keeps_its_text_however_old(team: Team) -> None:
    await team.submit()
    team.clock.advance(days=900)
    assert (await delete_what_is_due(team.store, team.clock)).texts == 0
    assert (await team.case()).text is not None


async def test_a_draft_is_emptied_after_a_day_and_the_profile_stays(store: Any, clock: MovableClock) -> None:
    state = ConversationState(profile=Profile("stjordal", "skole"), active="case_form", data={"theme": "x"})
    async with store.unit_of_work() as uow:
        await uow.conversations.save(ANSATT, PERSONAL, state)
        await uow.commit()
    clock.advance(hours=23)
    assert (await delete_what_is_due(store, clock)).drafts == 0
    clock.advance(hours=2)
    assert (await delete_what_is_due(store, clock)).drafts == 1
    async with store.unit_of_work() as uow:
        left = await uow.conversations.get(ANSATT, PERSONAL)
    assert (left.active, dict(left.data), left.profile) == (None, {}, state.profile)
    assert (await delete_what_is_due(store, clock)).drafts == 0


async def test_a_draft_of_a_case_goes_after_its_own_day_however_lately_somebody_wrote(
    store: Any, clock: MovableClock
) -> None:
    draft = CaseDraft(clock.now(), CaseUnderWay("review"), {"seen": "Kommer sent."})
    state = ConversationState(profile=Profile("stjordal", "skole"), active="case", case_draft=draft)

    async def keep() -> None:
        async with store.unit_of_work() as uow:
            await uow.conversations.save(ANSATT, PERSONAL, state)
            await uow.commit()

    async def left() -> ConversationState:
        async with store.unit_of_work() as uow:
            found: ConversationState = await uow.conversations.get(ANSATT, PERSONAL)
        return found

    await keep()
    clock.advance(hours=23)
    await keep()
    assert (await delete_what_is_due(store, clock)).drafts == 0
    assert (await left()).case_draft == draft
    clock.advance(hours=2)
    assert (await delete_what_is_due(store, clock, Keep(draft=7 * DAYS))).drafts == 1, "the card promised a day"
    gone = (await left()).draft_gone
    assert gone == draft.kept_at.date(), "a bare date, so that it can be told that the draft is gone"
    assert await left() == replace(state, case_draft=None, draft_gone=gone), "what else is under way stays"
    assert (await delete_what_is_due(store, clock)).drafts == 0
    clock.advance(hours=23)
    assert (await delete_what_is_due(store, clock)).drafts == 1
    assert (await left()).active is None, "untouched for a day by now"


async def test_who_has_not_written_for_two_years_has_no_profile_and_no_concerns(
    store: Any, clock: MovableClock
) -> None:
    state = ConversationState(Profile("stjordal", "skole"), concerns=(Concern("c1", "Sak Blå", "bekymring", "1"),))

    async def keep(*whose: Person) -> None:
        async with store.unit_of_work() as uow:
            for person in whose:
                await uow.conversations.save(person, PERSONAL, state)
            await uow.commit()

    await keep(ANSATT, ANNEN)
    clock.advance(days=729)
    await keep(ANNEN)
    assert (await delete_what_is_due(store, clock)).conversations == 0
    clock.advance(days=3)
    assert (await delete_what_is_due(store, clock)).conversations == 1
    async with store.unit_of_work() as uow:
        assert await uow.conversations.get(ANSATT, PERSONAL) == ConversationState()
        assert await uow.conversations.get(ANNEN, PERSONAL) == state, "who wrote the other day"
    assert (await delete_what_is_due(store, clock)).conversations == 0
    assert (await delete_what_is_due(store, clock, Keep(unused=1 * DAYS))).conversations == 1, "the setting decides"


async def test_no_conversation_is_unused_before_its_time_when_its_last_word_changed_nothing(
    store: Any, clock: MovableClock
) -> None:
    """What changed nothing is not kept anew within TOUCHED_EVERY: the time counts from there on."""
    async with store.unit_of_work() as uow:
        await uow.conversations.save(ANSATT, PERSONAL, ConversationState(Profile("stjordal", "skole")))
        await uow.commit()
    clock.advance(hours=23)
    async with store.unit_of_work() as uow:
        taken_in = await uow.inbox.take_in("a1", ANSATT, PERSONAL, clock.now())
    assert taken_in is not None
    assert not taken_in.is_long_ago
    clock.at += UNUSED_FOR - timedelta(hours=1)
    assert (await delete_what_is_due(store, clock)).conversations == 0
    clock.advance(hours=3)
    assert (await delete_what_is_due(store, clock)).conversations == 1


async def test_ids_from_teams_are_kept_for_a_week_and_delivered_rows_for_a_quarter(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        await uow.inbox.take_in("a1", ANSATT, PERSONAL, AT)
        await uow.commit()
    await team.submit()
    await team.tell(Kind.REMINDER, "r1", None, conversation_id="a:1", text="x")
    await team.deliver(2)
    team.clock.advance(days=6)
    assert await delete_what_is_due(team.store, team.clock) == Deleted()
    team.clock.advance(days=2)
    assert await delete_what_is_due(team.store, team.clock) == Deleted(inbox=1)
    team.clock.advance(days=90)
    assert (await delete_what_is_due(team.store, team.clock)).rows == 1, "rows of a case stay while it has text"


async def test_a_reminder_to_somebody_who_has_left_stands_fast_for_a_quarter_at_most(team: Team) -> None:
    team.messenger.faults = [Fault(Refused("403"))]
    await team.tell(Kind.REMINDER, "r1", None, conversation_id="a:1", text="x")
    await team.deliver()
    assert await team.counts() == {"parked": 1}
    team.clock.advance(days=89)
    assert (await delete_what_is_due(team.store, team.clock)).rows == 0
    team.clock.advance(days=2)
    assert (await delete_what_is_due(team.store, team.clock)).rows == 1
    assert await team.counts() == {}


async def test_the_municipality_decides_how_long(team: Team) -> None:
    await close(team)
    await team.change(pace=Pace(retention_days=7))
    team.clock.advance(days=8)
    assert (await delete_what_is_due(team.store, team.clock)).texts == 1


class AwayAtFirst:
    """A store whose database is away the first time it is asked."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self._is_away = True

    def unit_of_work(self) -> Any:
        if self._is_away:
            self._is_away = False
            raise OSError
        return self._store.unit_of_work()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


async def test_the_hourly_job_survives_a_database_that_is_away(team: Team) -> None:
    await close(team)
    team.clock.advance(days=91)
    stop = asyncio.Event()
    job = asyncio.create_task(run_retention(AwayAtFirst(team.store), team.clock, stop, every_seconds=0.05))
    async with asyncio.timeout(20):
        while (await team.case()).text is not None:  # noqa: ASYNC110 - the job has no event to wait for
            await asyncio.sleep(0.02)
        stop.set()
        await job


CANARIES = [f"kanarifugl-{number:03d}-gul-fjær" for number in range(100)]


async def test_after_deletion_not_one_secret_byte_is_in_the_file_or_beside_it(
    tmp_path: Path, clock: MovableClock
) -> None:
    store = SqlStore(f"sqlite:///{tmp_path}/bot.db", RING, now=clock.now)
    await store.open()
    sealed: list[bytes] = []
    for number, canary in enumerate(CANARIES):
        case = a_case(number, code=f"C{number}", text=CaseText(canary, canary, canary, canary, canary), closed_at=AT)
        async with store.unit_of_work() as uow:
            await uow.cases.add(case, requester(), f"s{number}")
            await uow.commit()
    async with store.database.transaction() as run:
        keys = dict(await run("case_keys_wrapped_otherwise", start=b"?", length=1))
        bodies = [(await run("case", id=f"case{number}"))[0][22] for number in range(100)]
        sealed = [body for body in bodies if body] + list(keys.values())
    assert len(sealed) == 300
    assert all(part[-40:] in bytes_in(tmp_path) for part in sealed), "the scan must see what is there before"
    clock.advance(days=91)
    assert (await delete_what_is_due(store, clock)).texts == 100
    left = bytes_in(tmp_path)
    assert [canary for canary in CANARIES if canary.encode() in left] == []
    assert [part for part in sealed if part[-40:] in left or part[:40] in left] == []
    await store.close()


async def test_one_record_that_cannot_be_opened_keeps_nothing_of_the_others(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    done = {"claimed_by": Member("m1", "Test Veileder"), "close_reason": "given"}
    for number in (1, 2):
        await team.submit(number)
        await team.deliver(2)
        await team.change(f"case{number}", claimed_at=clock.now(), closed_at=clock.now(), **done)
    draft = CaseDraft(clock.now(), CaseUnderWay("review"), {"seen": "SECRET"})
    async with sql_store.unit_of_work() as uow:
        await uow.cases.forget_sender(requester().person, clock.now())
        await uow.commit()
    async with sql_store.unit_of_work() as uow:
        for person in (ANSATT, ANNEN):
            await uow.conversations.save(person, PERSONAL, ConversationState(active="case", case_draft=draft))
        await uow.commit()
    async with sql_store.database.engine.begin() as connection:
        spoilt = {"spoilt": b"damaged"}
        await connection.execute(text("UPDATE cases SET body = :spoilt WHERE id = 'case1'"), spoilt)
        first = "UPDATE conversations SET state = :spoilt WHERE id = (SELECT min(id) FROM conversations)"
        await connection.execute(text(first), spoilt)
    clock.advance(days=95)
    deleted = await delete_what_is_due(sql_store, clock)
    assert (deleted.texts, deleted.requesters) == (2, 2)
    assert min(deleted.drafts, deleted.rows) > 0


async def _two_cases_of_which_the_first_is_damaged(sql_store: SqlStore, clock: MovableClock) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    await team.submit(1)
    await team.submit(2)
    async with sql_store.database.engine.begin() as connection:
        await connection.execute(text("UPDATE cases SET body = :spoilt WHERE id = 'case1'"), {"spoilt": b"damaged"})


async def test_one_case_that_cannot_be_opened_hides_none_of_the_others(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    await _two_cases_of_which_the_first_is_damaged(sql_store, clock)
    async with sql_store.unit_of_work() as uow:
        assert [case.id for case in await uow.cases.open_in(a_case().team)] == ["case2"]
        assert [case.id for case in await uow.cases.sent_by(ANSATT)] == ["case2"]


async def test_a_line_that_has_landed_unseen_is_emptied_when_its_text_has_gone_meanwhile(team: Team) -> None:
    await team.submit()
    await team.deliver()
    await team.change(messages=(Message("information", "Verst på mandager.", AT),))
    await team.deliver()
    await team.tell(Kind.RELAYED_LINE, "line", line="added", message="0")
    team.messenger.faults = [Fault(Ambiguous("502"), landed=True)]
    await team.deliver()
    assert "relayed_line K1M-42P v3 lagt_i_kanalen added" in team.texts()
    await team.change(messages=())
    team.clock.advance(seconds=40)
    await team.deliver(2)
    assert not [one for one in team.texts() if one.startswith("relayed_line")]


async def test_the_team_is_not_asked_how_it_went_when_nobody_is_known_any_more_who_answered(team: Team) -> None:
    await close(team)
    await team.change(pace=Pace(retention_days=30))
    team.clock.advance(days=31)
    key = "follow:case1:evaluate_team:"
    await team.tell(Kind.MEMBER_NOTICE, key, notice="evaluate_team", member_id="m1", member_name="Test Veileder")
    await delete_what_is_due(team.store, team.clock)
    await team.deliver(2)
    assert (await team.case()).claimed_by is None
    assert not [text for text in team.texts() if text.startswith("member_notice")]


async def test_who_is_forgotten_is_known_to_no_case_that_cannot_be_opened(
    sql_store: SqlStore, clock: MovableClock
) -> None:
    await _two_cases_of_which_the_first_is_damaged(sql_store, clock)
    await forget_everything(sql_store, clock, requester().person)
    async with sql_store.unit_of_work() as uow:
        assert await uow.cases.ids_sent_by(requester().person) == []


async def test_what_a_newer_version_sent_is_emptied_too(sql_store: SqlStore, clock: MovableClock) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    await close(team)
    await team.tell(Kind.THREAD_LINE, "later", "case1", line="x")
    await team.deliver(2)
    async with sql_store.database.engine.begin() as connection:
        newer = "UPDATE outbox SET kind = 'of_a_newer_version' WHERE kind = 'thread_line' AND delivered_at IS NOT NULL"
        await connection.execute(text(newer))
    clock.advance(days=95)
    assert (await delete_what_is_due(sql_store, clock)).texts == 1
    async with sql_store.unit_of_work() as uow:
        assert Kind.ERASE in {row.item.kind for row in await uow.queue.waiting()}
