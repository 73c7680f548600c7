"""What every store promises about outbox rows: once, in order, one worker at a time."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.conversation import ConversationState
from bot.domain.outbox import Kind, OutboxItem, RowState
from tests.store.people import ANNEN, ANSATT, AT, CHANNEL, PERSONAL, a_case, an_item, requester

LATER = AT + timedelta(seconds=60)
LONG_AFTER = AT + timedelta(days=4000)


async def add(store: Any, *items: OutboxItem) -> None:
    async with store.unit_of_work() as uow:
        for item in items:
            await uow.outbox.add(item)
        await uow.commit()


async def lease(store: Any, owner: str = "w1", now: datetime = AT, until: datetime = LATER) -> list[Any]:
    async with store.unit_of_work() as uow:
        rows = await uow.queue.lease(owner, now, until, 10)
        await uow.commit()
        return list(rows)


async def do(store: Any, name: str, *given: Any, **named: Any) -> Any:
    async with store.unit_of_work() as uow:
        result = await getattr(uow.queue, name)(*given, **named)
        await uow.commit()
        return result


async def ask(store: Any, name: str, *given: Any) -> Any:
    async with store.unit_of_work() as uow:
        return await getattr(uow.outbox, name)(*given)


async def counts(store: Any) -> dict[RowState, int]:
    async with store.unit_of_work() as uow:
        return dict(await uow.queue.counts())


async def test_a_row_comes_back_as_it_was_added(store: Any) -> None:
    item = an_item(kind=Kind.REMINDER, case_id=None, payload={"text": "x", "æ": "ø"})
    await add(store, item)
    (row,) = await lease(store)
    assert (row.item, row.state, row.attempt) == (item, RowState.WAITING, 0)


async def test_the_same_key_is_added_once(store: Any) -> None:
    await add(store, an_item(payload={"n": "1"}), an_item(payload={"n": "2"}))
    await add(store, an_item(payload={"n": "3"}))
    (row,) = await lease(store)
    assert row.item.payload == {"n": "1"}


async def test_a_key_is_known_from_when_it_is_added_until_long_after_it_is_delivered(store: Any) -> None:
    item = an_item()
    assert not await ask(store, "is_known", item.dedupe_key)
    await add(store, item)
    assert await ask(store, "is_known", item.dedupe_key)
    (row,) = await lease(store)
    await do(store, "delivered", row.id, "a1", AT)
    assert await ask(store, "is_known", item.dedupe_key)
    assert not await ask(store, "is_known", "another")


async def test_which_message_a_row_became_is_known_once_it_is_delivered(store: Any) -> None:
    item = an_item()
    assert await ask(store, "activity_of", item.dedupe_key) is None
    await add(store, item)
    assert await ask(store, "activity_of", item.dedupe_key) is None
    (row,) = await lease(store)
    await do(store, "delivered", row.id, "a1", AT)
    assert await ask(store, "activity_of", item.dedupe_key) == "a1"


async def test_a_message_is_known_for_what_it_was_sent_as(store: Any) -> None:
    kinds = {"card": (Kind.CASE_CARD, "k1"), "line": (Kind.THREAD_LINE, "k1"), "post": (Kind.TEAM_POST, None)}
    for name, (kind, case_id) in kinds.items():
        await add(store, an_item(name, kind=kind, case_id=case_id))
        assert not await ask(store, "is_something_else", name, "k1"), "not before it is delivered"
        (row,) = await lease(store)
        await do(store, "delivered", row.id, name, AT)
    found = [await ask(store, "is_something_else", name, "k1") for name in (*kinds, "never sent")]
    assert found == [False, True, True, False]
    assert await ask(store, "is_something_else", "card", "k2"), "the card of another case"


async def test_a_row_is_not_leased_before_it_is_due(store: Any) -> None:
    await add(store, an_item(due_at=AT + timedelta(days=60)))
    assert await lease(store) == []
    assert len(await lease(store, now=AT + timedelta(days=60), until=AT + timedelta(days=61))) == 1


async def test_two_workers_never_get_the_same_row(store: Any) -> None:
    await add(store, *(an_item(f"k{n}", conversation=f"team:{n}") for n in range(30)))
    found = await asyncio.gather(*(lease(store, f"w{n}") for n in range(6)))
    ids = [row.id for rows in found for row in rows]
    assert len(ids) == len(set(ids)) == 30


async def test_a_lease_that_ran_out_is_taken_over(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store, "dead")
    assert await lease(store, "w2", now=LATER - timedelta(seconds=1)) == []
    (again,) = await lease(store, "w2", now=LATER, until=LATER + timedelta(minutes=1))
    assert again.id == row.id
    assert not await do(store, "start_attempt", row.id, "dead", LATER, LATER)
    assert await do(store, "start_attempt", row.id, "w2", LATER, LATER)


@pytest.mark.parametrize(
    ("done", "given"),
    [
        ("postpone", {"until": LONG_AFTER, "code": "429", "ambiguous": False}),
        ("postpone", {"until": LONG_AFTER, "code": "502", "ambiguous": True}),
        ("park", {"code": "403", "at": LATER}),
    ],
)
async def test_a_worker_whose_lease_has_gone_to_another_neither_puts_off_nor_parks_the_row(
    store: Any, done: str, given: dict[str, Any]
) -> None:
    await add(store, an_item())
    (row,) = await lease(store, "slow")
    await lease(store, "w2", now=LATER, until=LATER + timedelta(minutes=1))
    assert not await do(store, done, row.id, "slow", **given)
    assert await do(store, "start_attempt", row.id, "w2", LATER, LATER)
    assert await do(store, done, row.id, "w2", **given)


async def test_a_row_tells_the_channel_it_was_sent_to_until_it_is_known_whether_it_landed(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    assert row.sent_to is None
    await do(store, "start_attempt", row.id, "w1", AT, LATER, CHANNEL)
    await do(store, "postpone", row.id, "w1", AT, "502", ambiguous=True)
    (again,) = await lease(store)
    assert again.sent_to == CHANNEL
    await do(store, "park", row.id, "w1", "403", AT)
    await do(store, "retry", row.id, AT)
    (again,) = await lease(store)
    assert again.sent_to == CHANNEL
    await do(store, "postpone", row.id, "w1", AT, "429", ambiguous=False)
    (again,) = await lease(store)
    assert again.sent_to is None


async def test_an_attempt_that_nobody_ended_may_have_landed(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    await do(store, "start_attempt", row.id, "w1", AT, LATER)
    (again,) = await lease(store, "w2", now=LATER, until=LATER + timedelta(minutes=1))
    assert (again.state, again.attempt, again.last_attempt_at) == (RowState.AMBIGUOUS, 1, AT)


async def test_rows_of_one_lane_go_in_order(store: Any) -> None:
    await add(store, an_item("card", kind=Kind.CASE_CARD), an_item("line1"), an_item("line2"))
    (first,) = await lease(store)
    assert first.item.dedupe_key == "card"
    assert await lease(store, "w2") == []
    await do(store, "delivered", first.id, "a1", AT)
    (second,) = await lease(store)
    assert second.item.dedupe_key == "line1"


async def test_a_row_that_waits_for_another_try_holds_back_its_lane_but_no_other(store: Any) -> None:
    await add(store, an_item("a1"), an_item("a2"), an_item("b1", case_id="case2"))
    first, other = await lease(store)
    await do(store, "postpone", first.id, "w1", AT + timedelta(seconds=5), "429", ambiguous=False)
    assert other.item.dedupe_key == "b1"
    assert await lease(store) == []
    (again,) = await lease(store, now=AT + timedelta(seconds=5))
    assert (again.item.dedupe_key, again.last_code, again.state) == ("a1", "429", RowState.WAITING)


async def test_a_row_due_next_month_holds_nothing_back(store: Any) -> None:
    await add(store, an_item("later", due_at=AT + timedelta(days=30)), an_item("now"))
    (row,) = await lease(store)
    assert row.item.dedupe_key == "now"


async def test_a_parked_card_holds_back_its_lane_and_a_parked_line_does_not(store: Any) -> None:
    await add(store, an_item("card", kind=Kind.CASE_CARD), an_item("line1"))
    await add(store, an_item("line2", case_id="case2"), an_item("line3", case_id="case2"))
    card, line = await lease(store)
    await do(store, "park", card.id, "w1", "403", AT)
    await do(store, "park", line.id, "w1", "413", AT)
    assert [row.item.dedupe_key for row in await lease(store)] == ["line3"]
    assert await counts(store) == {RowState.PARKED: 2, RowState.WAITING: 2}


async def test_parked_rows_are_shown_and_can_be_tried_again(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    assert not await do(store, "retry", row.id, AT)
    async with store.unit_of_work() as uow:
        assert await uow.outbox.parked_about("case1") == []
    await do(store, "park", row.id, "w1", "403 BotDisabledByAdmin", AT)
    async with store.unit_of_work() as uow:
        (parked,) = await uow.outbox.parked()
        assert await uow.outbox.parked_about("case1") == [parked]
        assert await uow.outbox.parked_about("case2") == []
    assert (parked.id, parked.state, parked.last_code) == (row.id, RowState.PARKED, "403 BotDisabledByAdmin")
    assert await do(store, "retry", row.id, AT)
    assert [again.id for again in await lease(store)] == [row.id]
    assert not await do(store, "retry", "unknown", AT)


@pytest.mark.parametrize("reached", ["requester:case1", f"person:{ANSATT.pseudonym}"])
async def test_what_is_taken_in_tells_whether_something_did_not_reach_the_person(store: Any, reached: str) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.commit()
    own = f"person:{ANSATT.pseudonym}"
    async with store.unit_of_work() as uow:
        for conversation in ("team:t", "requester:case1"):
            item = OutboxItem(Kind.RELAYED_NOTICE, conversation, AT, conversation, "case1", {"notice": "answered"})
            await uow.outbox.add(item)
        await uow.outbox.add(OutboxItem(Kind.REMINDER, own, AT, own, None, {"text": "x"}))
        await uow.commit()
    told = []
    for number, parked in enumerate(("nothing", "team:t", reached)):
        async with store.unit_of_work() as uow:
            for row in await uow.queue.lease("w", AT, AT, 10):
                if row.item.dedupe_key == parked:
                    await uow.queue.park(row.id, "w", "403", AT)
            kept = await uow.inbox.take_in(f"activity-{number}", ANSATT, PERSONAL, AT)
            other = await uow.inbox.take_in(f"activity-{number}-other", ANNEN, PERSONAL, AT)
            told.append((kept.has_unreached, other.has_unreached))
            await uow.commit()
    assert told == [(False, False), (False, False), (True, False)]


async def test_what_was_refused_has_not_landed_when_it_is_tried_again_and_what_broke_off_may_have(store: Any) -> None:
    await add(store, an_item())
    for refused, state in ((False, RowState.AMBIGUOUS), (True, RowState.WAITING)):
        (row,) = await lease(store)
        await do(store, "start_attempt", row.id, "w1", AT, LATER)
        if refused:
            await do(store, "postpone", row.id, "w1", AT, "403", ambiguous=False)
        await do(store, "park", row.id, "w1", "403", AT)
        await do(store, "retry", row.id, AT)
        (again,) = await lease(store, now=AT, until=AT)
        assert again.state is state


async def test_an_ambiguous_row_stays_so_until_it_is_looked_for(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    await do(store, "start_attempt", row.id, "w1", AT, LATER)
    await do(store, "postpone", row.id, "w1", AT, "502", ambiguous=True)
    await do(store, "postpone", row.id, "w1", AT, "cannot_look", ambiguous=True, looked=True)
    (again,) = await lease(store)
    assert (again.state, again.looks, again.attempt) == (RowState.AMBIGUOUS, 1, 1)
    await do(store, "postpone", row.id, "w1", AT, "429", ambiguous=False)
    (clean,) = await lease(store)
    assert clean.state is RowState.WAITING


async def test_a_delivered_row_has_no_payload_and_its_key_stays_known(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    await do(store, "delivered", row.id, "a1", AT)
    await add(store, an_item())
    assert await lease(store) == []
    assert await counts(store) == {RowState.DELIVERED: 1}


async def test_a_cancelled_row_is_not_delivered_and_a_delivered_one_not_cancelled(store: Any) -> None:
    await add(store, an_item("k1"), an_item("k2", case_id="case2"))
    first, _ = await lease(store)
    await do(store, "delivered", first.id, None, AT)
    async with store.unit_of_work() as uow:
        for key in ("k1", "k2", "unknown"):
            await uow.outbox.cancel(key)
        await uow.commit()
    assert await lease(store, now=LATER) == []
    assert await counts(store) == {RowState.DELIVERED: 1, RowState.CANCELLED: 1}


async def test_rescheduling_moves_the_row_also_after_it_was_delivered(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    await do(store, "delivered", row.id, None, AT)
    async with store.unit_of_work() as uow:
        await uow.outbox.reschedule(an_item(due_at=AT + timedelta(days=1)))
        await uow.outbox.reschedule(an_item(due_at=AT + timedelta(days=2)))
        await uow.commit()
    assert await lease(store, now=AT + timedelta(days=1)) == []
    assert len(await lease(store, now=AT + timedelta(days=2))) == 1


async def test_what_is_delivered_is_known_to_be_sent_also_when_its_row_begins_anew(store: Any) -> None:
    await add(store, an_item())
    for days, name in enumerate(("sent-1", "sent-2"), start=1):
        (row,) = await lease(store, now=AT + timedelta(days=days))
        await do(store, "delivered", row.id, name, AT)
        async with store.unit_of_work() as uow:
            await uow.outbox.reschedule(an_item(due_at=AT + timedelta(days=days + 1)))
            await uow.commit()
    async with store.unit_of_work() as uow:
        assert {row.activity_id for row in await uow.outbox.sent_about("case1")} == {"sent-1", "sent-2"}
    assert await counts(store) == {RowState.DELIVERED: 2, RowState.WAITING: 1}


async def test_a_dropped_row_is_over(store: Any) -> None:
    await add(store, an_item())
    (row,) = await lease(store)
    await do(store, "drop", row.id, "requester_forgotten", AT)
    assert await counts(store) == {RowState.CANCELLED: 1}


async def test_forgetting_a_person_deletes_their_reminders(store: Any) -> None:
    mine = an_item("r1", kind=Kind.REMINDER, conversation=f"person:{ANSATT.pseudonym}", case_id=None)
    await add(store, mine, an_item("k2"))
    async with store.unit_of_work() as uow:
        await uow.conversations.forget(ANSATT)
        await uow.commit()
    assert [row.item.dedupe_key for row in await lease(store)] == ["k2"]


async def test_waiting_rows_are_listed_without_their_content(store: Any) -> None:
    await add(store, an_item("k1"), an_item("k2", due_at=LATER))
    async with store.unit_of_work() as uow:
        rows = await uow.queue.waiting()
        assert [dict(row.item.payload) for row in rows] == [{}, {}]


async def test_a_new_row_wakes_the_worker_at_once(store: Any) -> None:
    waiting = asyncio.create_task(store.wait_for_rows(20))
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await add(store, an_item())
        await waiting


@pytest.mark.parametrize(
    ("item", "is_told"),
    [
        (an_item(kind=Kind.REMINDER, conversation=f"person:{ANSATT.pseudonym}", case_id=None), True),
        (an_item(kind=Kind.REQUESTER_NOTICE, conversation="requester:case1"), True),
        (an_item(kind=Kind.RELAYED_NOTICE, conversation="requester:case1"), True),
        (an_item(kind=Kind.RECEIPT_UPDATE, conversation="requester:case1"), False),
        (an_item(kind=Kind.REQUESTER_NOTICE, conversation="requester:case2", case_id="case2"), False),
        (an_item(kind=Kind.REMINDER, conversation=f"person:{ANNEN.pseudonym}", case_id=None), False),
    ],
)
async def test_what_is_taken_in_tells_whether_the_person_was_told_anything_since(
    store: Any, item: OutboxItem, is_told: bool
) -> None:
    async def take_in(number: int) -> bool:
        async with store.unit_of_work() as uow:
            kept = await uow.inbox.take_in(f"activity-{number}", ANSATT, PERSONAL, AT)
            await uow.commit()
            return bool(kept.is_told_since)

    async def keep() -> None:
        async with store.unit_of_work() as uow:
            await uow.conversations.save(ANSATT, PERSONAL, ConversationState())
            await uow.commit()

    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "submission")
        await uow.commit()
    await keep()
    await add(store, item)
    assert not await take_in(1)
    (row,) = await lease(store, now=LONG_AFTER, until=LONG_AFTER)
    await do(store, "delivered", row.id, "activity", LONG_AFTER)
    assert await take_in(2) is is_told


async def test_the_reminders_of_a_person_are_told_until_they_have_come(store: Any) -> None:
    lane = f"person:{ANSATT.pseudonym}"
    reminder = {"kind": Kind.REMINDER, "conversation": lane, "case_id": None}
    later = an_item("later", due_at=LATER, **reminder)
    sooner = an_item("sooner", **reminder)
    others = [an_item("other", **{**reminder, "conversation": f"person:{ANNEN.pseudonym}"}), an_item("line")]
    await add(store, later, sooner, *others)

    async def to_come() -> list[str]:
        async with store.unit_of_work() as uow:
            return [row.item.dedupe_key for row in await uow.outbox.reminders_to_come(lane)]

    assert await to_come() == ["sooner", "later"]
    row = next(one for one in await lease(store) if one.item.dedupe_key == "sooner")
    await do(store, "delivered", row.id, "activity", AT)
    assert await to_come() == ["later"]
    async with store.unit_of_work() as uow:
        await uow.outbox.cancel("later")
        await uow.commit()
    assert await to_come() == []
