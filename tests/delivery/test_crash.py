"""Killed at every commit and every call to Teams, one after the other; afterwards all is as it should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.delivery.worker import OutboxWorker
from bot.domain.case import Status
from bot.domain.outbox import Kind
from bot.domain.reply import Card, Line, UserText
from bot.domain.sending import TooLarge
from bot.domain.turn import PlaceKind
from tests.delivery.team import AT, Team
from tests.fakes.messenger import FakeMessenger, Fault, Sent
from tests.store.people import LINK, PERSONAL, a_case, requester


class Killed(BaseException):
    """Stands for kill -9: no handler of the program may see it."""


class Points:
    """Counts the places where a kill can come, and kills at one of them."""

    def __init__(self) -> None:
        self.kill_at: int | None = None
        self.passed = 0
        self.names: list[str] = []

    def reach(self, name: str) -> None:
        self.passed += 1
        if self.passed == self.kill_at:
            self.names.append(name)
            raise Killed


class KillableStore:
    """The store under test, with a place to be killed before and after every commit."""

    def __init__(self, store: Any, points: Points) -> None:
        self._store = store
        self._points = points

    def unit_of_work(self) -> Any:
        uow = self._store.unit_of_work()
        commit: Callable[[], Awaitable[None]] = uow.commit

        async def killable_commit() -> None:
            self._points.reach("before commit")
            await commit()
            self._points.reach("after commit")

        uow.commit = killable_commit
        return uow

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class KillableMessenger(FakeMessenger):
    """Killed before a call goes out, or after Teams has it and before the answer is read."""

    points: Points

    async def send(self, *given: Any, **named: Any) -> str | None:
        self.points.reach("before send")
        sent = await super().send(*given, **named)
        self.points.reach("after send")
        return sent

    async def update(self, *given: Any, **named: Any) -> None:
        self.points.reach("before update")
        await super().update(*given, **named)
        self.points.reach("after update")


async def story(team: Team, number: int) -> None:
    """A case is submitted, seen by the team, and both sides are told. Every step may be done again after a kill."""
    case = a_case(number)
    receipt = Sent(f"receipt{number}", PERSONAL, Line("kvittering"))
    team.messenger.visible[receipt.id] = receipt
    await again_after_a_kill(team, lambda: submit(team, number))
    await again_after_a_kill(team, team.deliver)
    await again_after_a_kill(team, lambda: see(team, case.id))
    for _ in range(3):
        await again_after_a_kill(team, team.deliver)
        team.clock.advance(seconds=100)


async def again_after_a_kill(team: Team, step: Callable[[], Awaitable[None]]) -> None:
    try:
        await step()
    except Killed:
        team.clock.advance(seconds=100)  # the lease runs out, what was sent can be seen
        await step()


async def submit(team: Team, number: int) -> None:
    async with team.store.unit_of_work() as uow:
        sender = replace(requester(), receipt_id=f"receipt{number}")
        case = await uow.cases.add(a_case(number), sender, f"press-{number}")
        await uow.outbox.add(team.row(Kind.CASE_CARD, f"card:{case.id}", case.id))
        await uow.commit()


async def see(team: Team, case_id: str) -> None:
    async with team.store.unit_of_work() as uow:
        case = await uow.cases.get(case_id)
        if case.seen_at:
            return
        seen = case.changed(seen_at=AT)
        await uow.cases.save(seen)
        await uow.outbox.add(team.row(Kind.CASE_CARD_UPDATE, f"card:{case_id}:v{seen.version}", case_id))
        await uow.outbox.add(team.row(Kind.THREAD_LINE, f"thread:{case_id}", case_id, line="seen"))
        await uow.outbox.add(team.row(Kind.REQUESTER_NOTICE, f"notice:{case_id}:seen", case_id, notice="seen"))
        await uow.commit()


async def test_a_kill_at_any_commit_or_call_loses_nothing_and_repeats_nothing(store: Any, clock: Any) -> None:
    points = Points()
    messenger = KillableMessenger()
    messenger.points = points
    team = Team(KillableStore(store, points), clock, messenger)
    async with store.unit_of_work() as uow:
        await uow.channels.link(LINK)
        await uow.commit()
    await story(team, 1)
    kills_to_try = points.passed
    assert kills_to_try > 25, "the story has fewer places to be killed than it used to"
    for number in range(2, kills_to_try + 2):
        points.passed, points.kill_at = 0, number - 1
        await story(team, number)
        points.kill_at = None
        await check(team, number)
    assert len(points.names) == kills_to_try
    assert set(points.names) == {
        f"{when} {what}" for when in ("before", "after") for what in ("commit", "send", "update")
    }


async def check(team: Team, number: int) -> None:
    seen = [sent for sent in team.messenger.visible.values() if f"K{number}M-42P" in sent.reply.text]
    kinds = Counter(sent.reply.text.split()[0] + ("" if sent.reply_to is None else " under card") for sent in seen)
    assert (kinds["case_card_update"], kinds["thread_line under card"]) == (1, 1), number
    told = [sent.marker for sent in seen if sent.reply.text.startswith("requester_notice")]
    assert len(told) == len(set(told)), number
    assert len(told) == 2 or kinds["receipt_update"] == 1, "a notice nobody could vouch for is told by the receipt"
    case, card = await team.case(f"case{number}"), await team.card_of(f"case{number}")
    assert (case.status, case.posted_at is not None) == (Status.SEEN, True)
    assert card.version == case.version
    (shown,) = [sent for sent in seen if sent.id == card.activity_id]
    assert f"v{case.version} sett" in shown.reply.text
    async with team.store.unit_of_work() as uow:
        assert await uow.queue.waiting() == []
        assert await uow.outbox.parked() == []


async def test_two_workers_on_one_case_leave_one_card(team: Team) -> None:
    """The lease runs out while the POST of the first worker still runs; both land, one is taken back."""
    team.settings = replace(team.settings, client_timeout=20)
    await team.submit()
    original = team.messenger.send

    async def send_late(*given: Any, **named: Any) -> str | None:
        team.messenger.send = original
        team.clock.advance(seconds=100)
        await team.worker().deliver_due()
        return await original(*given, **named)

    team.messenger.send = send_late
    await team.deliver()
    assert len(team.cards()) == 1
    assert (await team.card_of()).activity_id == team.cards()[0].id


LONG = Card(kind="case_card", title="t", blocks=(UserText("a" * 900),))


async def test_another_worker_does_not_take_a_message_that_is_being_cut(team: Team) -> None:
    """Three sends of forty seconds are longer than one lease."""
    original, sends = team.messenger.send, 0

    def worker() -> OutboxWorker:
        return OutboxWorker(team.store, team.messenger, team.clock, lambda _row, _case: LONG, team.settings)

    async def send_late(*given: Any, **named: Any) -> str | None:
        nonlocal sends
        sends += 1
        team.clock.advance(seconds=40)
        if sends == 3:
            await worker().deliver_due()
        return await original(*given, **named)

    team.messenger.send = send_late
    team.messenger.faults = [Fault(TooLarge("413")), Fault(TooLarge("413"))]
    await team.tell(Kind.TEAM_POST, "post", None, team="drofting", text="lang")
    await worker().deliver_due()
    assert sends == 3
    assert len(team.messenger.visible) == 1


async def test_a_kill_between_two_tries_to_make_it_short_enough_loses_nothing_and_repeats_nothing(
    store: Any, clock: Any
) -> None:
    points = Points()
    messenger = KillableMessenger()
    messenger.points = points
    team = Team(KillableStore(store, points), clock, messenger)
    await team.connect()

    async def deliver() -> None:
        await OutboxWorker(team.store, messenger, clock, lambda _row, _case: LONG, team.settings).deliver_due()

    async def one(number: int) -> None:
        await team.submit(number)
        points.passed = 0
        messenger.faults = [Fault(TooLarge("413")), Fault(TooLarge("413"))]
        points.kill_at = number or None
        await again_after_a_kill(team, deliver)
        points.kill_at = None

    await one(0)
    for number in range(1, points.passed + 1):
        await one(number)
        in_channel = [sent for sent in messenger.visible.values() if sent.place.kind is PlaceKind.CHANNEL]
        assert len(in_channel) == number + 1, number
        assert (await team.card_of(f"case{number}")).activity_id == in_channel[-1].id
    assert len(points.names) == points.passed


async def test_rows_written_before_an_upgrade_are_delivered_after_it(team: Team, monkeypatch: Any) -> None:
    from bot.delivery import payloads

    async with team.store.unit_of_work() as uow:
        old = replace(
            team.row(Kind.REMINDER, "old", None, chat="a:1", text="gammel"), payload_version=payloads.PAYLOAD_VERSION
        )
        await uow.outbox.add(old)
        await uow.commit()
    monkeypatch.setattr(payloads, "PAYLOAD_VERSION", payloads.PAYLOAD_VERSION + 1)
    renamed = {(Kind.REMINDER, payloads.PAYLOAD_VERSION - 1): lambda p: {**p, "conversation_id": p["chat"]}}
    monkeypatch.setattr(payloads, "STEPS", renamed)
    await team.deliver()
    assert team.texts() == ["reminder gammel"]


async def test_rows_written_by_a_newer_version_wait_for_it(team: Team) -> None:
    async with team.store.unit_of_work() as uow:
        item = team.row(Kind.REMINDER, "new", None, conversation_id="a:1", text="ny")
        await uow.outbox.add(replace(item, payload_version=99))
        await uow.commit()
    await team.deliver(2, seconds=60)
    assert team.texts() == []
    assert await team.counts() == {"waiting": 1}


async def test_a_fault_on_every_other_call_still_gives_one_of_each(team: Team) -> None:
    from bot.domain.sending import Ambiguous, TryLater

    faults = [Fault(Ambiguous("502"), landed=True), Fault(TryLater("429", after=1)), Fault(Ambiguous("504"))]
    team.messenger.faults = [fault for pair in zip(faults * 9, [None] * 27, strict=True) for fault in pair]
    for number in range(1, 9):
        receipt = Sent(f"receipt{number}", PERSONAL, Line("kvittering"))
        team.messenger.visible[receipt.id] = receipt
        await team.submit(number, receipt.id)
    await team.deliver(12, seconds=40)
    assert sorted(text.split()[1] for text in team.texts() if text.startswith("case_card")) == [
        f"K{number}M-42P" for number in range(1, 9)
    ]
    for number in range(1, 9):
        told = [text.split()[0] for text in team.texts() if f"K{number}M-42P" in text]
        assert told.count("requester_notice") <= 1
        assert {"requester_notice", "receipt_update"} & set(told)
