"""A year in a team's life: cases are sent, taken, asked about, answered, closed or left alone; time jumps, the bot is
away, new versions come in the middle of a delivery. Whoever receives a follow-up writes down which and when."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.delivery import DeliverySettings, OutboxWorker
from bot.delivery.errand import Otherwise
from bot.delivery.retention import delete_what_is_due
from bot.domain import commands as do
from bot.domain.case import Case
from bot.domain.errors import DomainError
from bot.domain.outbox import OutboxRow, RowState
from bot.domain.reply import Line, Reply
from bot.domain.sending import Ambiguous, TryLater
from bot.turns.perform import perform
from tests.fakes.messenger import FakeMessenger, Fault
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.usecases.municipality import CHANNEL, CHAT, KARI, OLE, Municipality, on_case

STEP = timedelta(hours=7)
"""No part of a day, so that every hour of it comes."""
DOWN = range(150, 180)
"""Days of the year the bot is away altogether."""
FAST = DeliverySettings(visibility_lag=0, conversation_windows=(), app_windows=(), backoff_base=0.001, concurrency=50)


REPEATED = "again "


def say_that_it_repeats(reply: Reply) -> Reply:
    """Mark a message that may have come before, as the real words do."""
    assert isinstance(reply, Line)
    return replace(reply, text=f"{REPEATED}{reply.text}")


@dataclass
class Year:
    """One simulated year. `heard` is every follow-up that arrived: which, when by the bot's clock, and when due.

    With `answers_get_lost` Teams now and then keeps the message and loses the answer, so that nobody knows.
    """

    seed: int
    cases: int
    answers_get_lost: bool = False
    clock: MovableClock = field(default_factory=MovableClock)
    heard: list[tuple[str, datetime, datetime]] = field(default_factory=list)
    said_again: Counter[str] = field(default_factory=Counter)
    """What came once more after an unclear answer, and said so (a personal chat cannot be looked through)."""
    unclear: int = 0
    answered: dict[str, datetime] = field(default_factory=dict)
    deploys: int = 0
    cut_short: int = 0
    """How many deploys came before the work was done."""

    def __post_init__(self) -> None:
        self.luck = random.Random(self.seed)
        self.store = FakeStore(self.clock.now)
        self.messenger = FakeMessenger()
        self.here = Municipality(self.store, self.clock)
        self.worker = self.new_worker()

    def new_worker(self) -> OutboxWorker:
        """Return a worker as after a deploy: it knows nothing but what is in the store."""
        self.deploys += 1
        return OutboxWorker(
            self.store, self.messenger, self.clock, self.present, FAST, otherwise=Otherwise(say_that_it_repeats)
        )

    def present(self, row: OutboxRow, _case: Case | None) -> Reply:
        """Make words that tell which row it was and when it was due."""
        return Line(f"{row.item.dedupe_key} {row.item.due_at.isoformat()}")

    async def live(self) -> None:
        """Let the year pass in steps of a few hours."""
        await self.here.connect()
        begins = self.clock.at
        sent_at = sorted(begins + timedelta(days=self.luck.uniform(0, 360)) for _ in range(self.cases))
        days, number = 0, 0
        while days < 365 + 120:
            days = (self.clock.at - begins).days
            while number < len(sent_at) and sent_at[number] <= self.clock.at:
                await self.a_case(number)
                number += 1
            if days not in DOWN:
                await self.some_hours()
            self.clock.at += STEP

    async def some_hours(self) -> None:
        """Deliver; now and then the clock jumps and comes back, a new version comes, or Teams is in trouble."""
        jump = self.luck.choice((0, 0, 0, 0, -24, -1, 1)) if self.luck.random() < 0.05 else 0
        self.clock.at += timedelta(hours=jump)
        if self.luck.random() < 0.05:
            self.trouble()
        if self.luck.random() < 0.05:
            await self.deploy()
        await self.worker.deliver_due()
        self.hear()
        self.clock.at -= timedelta(hours=jump)
        if self.luck.random() < 0.02:
            await delete_what_is_due(self.store, self.clock)

    def trouble(self) -> None:
        """Let Teams refuse the next message, and, where answers get lost, keep the one after it without saying so."""
        self.messenger.faults = [Fault(TryLater("429", after=1))]
        if self.answers_get_lost:
            self.messenger.faults.append(Fault(Ambiguous("502"), landed=True))
            self.unclear += 1

    async def deploy(self) -> None:
        """Stop the worker somewhere in its work, as a new version does (SIGTERM), and start the next one."""
        stop = asyncio.Event()
        running = asyncio.create_task(self.worker.run(stop))
        for _ in range(self.luck.randrange(40)):
            await asyncio.sleep(0)
        stop.set()
        await running
        rows = (kept.row for kept in self.store.data.rows.values())
        self.cut_short += any(row.state is RowState.WAITING and row.item.due_at <= self.clock.at for row in rows)
        self.worker = self.new_worker()

    def hear(self) -> None:
        """Write down what has arrived, and clear the screens."""
        if not self.messenger.calls:
            return
        self.messenger.calls.clear()
        for sent in self.messenger.visible.values():
            key, _, due = sent.reply.text.removeprefix(REPEATED).rpartition(" ")
            if sent.reply.text.startswith(REPEATED) and any(key == one for one, _, _ in self.heard):
                self.said_again[key] += 1
            elif key.startswith("follow:"):
                self.heard.append((key, self.clock.now(), datetime.fromisoformat(due)))
        kept = {card.activity_id for card in self.store.data.cards.values()}
        self.messenger.visible = {name: one for name, one in self.messenger.visible.items() if name in kept}

    async def a_case(self, number: int) -> None:
        """Send a case and let things happen to it, most of them at once, as far as they may."""
        case = await self.here.submitted(f"s{number}")
        steps: Sequence[type[do.OnCase]] = self.luck.choice(LIVES)
        for step in steps:
            await self.take(step, case.id)
        if do.AnswerCase in steps:
            self.answered[case.id] = self.clock.now()

    async def take(self, step: type[do.OnCase], case_id: str) -> None:
        requesters = step in (do.ReplyToTeam, do.WithdrawCase)
        by, place = (KARI, CHAT) if requesters else (OLE, CHANNEL)
        async with self.store.unit_of_work() as uow:
            try:
                await perform(on_case(step, self.here.case(case_id), by, place), uow, self.clock)
            except DomainError:
                return
            await uow.commit()

    def last(self, key: str) -> datetime:
        """Return when it was heard."""
        return next(at for heard, at, _ in reversed(self.heard) if heard == key)


LIVES: Sequence[Sequence[type[do.OnCase]]] = (
    (),
    (do.MarkSeen,),
    (do.ClaimCase,),
    (do.ClaimCase, do.AskRequester),
    (do.ClaimCase, do.AskRequester, do.ReplyToTeam, do.AnswerCase),
    (do.ClaimCase, do.AnswerCase),
    (do.ClaimCase, do.AnswerCase, do.CloseCase),
    (do.ClaimCase, do.AnswerCase, do.CloseCase),
    (do.PutOnMeeting,),
    (do.ClaimCase, do.PutOnMeeting, do.AnswerCase, do.CloseCase),
    (do.ClaimCase, do.WithdrawCase),
)
"""What happens to cases, from left alone to closed."""
