"""A hundred thousand random steps through the real use cases: submit, claim, give, ask, answer, close, reopen,
withdraw, leave the team, the same delivery again, a crash before the commit. Beside it a plain model."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field

import pytest

from bot.delivery import DeliverySettings, OutboxWorker
from bot.domain import commands as do
from bot.domain.case import Case, Member, Status
from bot.domain.outbox import OutboxRow, RowState
from bot.domain.outcomes import CaseIs
from bot.domain.reply import Line, Reply
from bot.domain.turn import Person, Place
from bot.turns.perform import perform
from bot.usecases.release_departed import release_departed
from tests.fakes.messenger import FakeMessenger
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.usecases.municipality import (
    BY_REQUESTER,
    BY_TEAM,
    CHANNEL,
    CHAT,
    FORM,
    KARI,
    NILS,
    NILS_CHAT,
    OLE,
    OTHER_CHANNEL,
    SIRI,
    TEAM,
    TEXT,
    Municipality,
    on_case,
)

ASE = Person("member-44cc-ase", "Åse Prøve")
MEMBERS = (OLE, SIRI, ASE)
STAFF = {KARI.id: (KARI, CHAT), NILS.id: (NILS, NILS_CHAT)}
HOLDS = (Status.CLAIMED, Status.ANSWERED)
FAST = DeliverySettings(visibility_lag=0, conversation_windows=(), app_windows=())


@dataclass
class Walk:
    """One team, two requesters, a few cases, and what we believe."""

    seed: int
    clock: MovableClock = field(default_factory=MovableClock)
    owner: dict[str, str | None] = field(default_factory=dict)
    sender: dict[str, str] = field(default_factory=dict)
    reached: set[Status] = field(default_factory=set)
    steps: int = 0
    last: tuple[do.Command, str] | None = None

    def __post_init__(self) -> None:
        self.luck = random.Random(self.seed)
        self.store = FakeStore(self.clock.now)
        self.messenger = FakeMessenger(roster=[Member(one.id, one.name) for one in MEMBERS])
        self.here = Municipality(self.store, self.clock)

    async def take(self, steps: int) -> None:
        await self.here.connect()
        for _ in range(steps):
            await self.step()
            self.steps += 1
        await self.deliver()
        self.all_is_told()

    async def step(self) -> None:
        """Do one thing, perhaps the same delivery as before, perhaps with a crash just before the commit."""
        self.clock.advance(minutes=self.luck.choice((1, 30, 600)))
        chance = self.luck.random()
        if chance < 0.02:
            await self.somebody_leaves()
        elif chance < 0.05:
            await self.deliver()
        elif chance < 0.15 and self.last is not None:
            await self.act(*self.last)  # Teams delivers the same activity again
        else:
            self.last = (self.command(), f"activity-{self.steps}")
            if self.luck.random() < 0.05:
                await self.act(*self.last, crash=True)
            await self.act(*self.last)
        self.nothing_is_wrong()

    def command(self) -> do.Command:
        """Return anything anybody could press, also where it does not belong."""
        if not self.sender or (len(self.sender) < 4 and self.luck.random() < 0.1):
            who, chat = self.luck.choice(list(STAFF.values()))
            due = self.clock.now()
            return do.SubmitCase(who, chat, "stjordal", TEAM, FORM, TEXT, f"s{self.luck.randrange(6)}", due)
        case = self.here.case(self.luck.choice(list(self.sender)))
        if self.luck.random() < 0.3:
            who, chat = self.luck.choice(list(STAFF.values()))
            return on_case(self.luck.choice(BY_REQUESTER), case, who, self.luck.choice((chat, chat, chat, CHANNEL)))
        kind = self.luck.choice(BY_TEAM)
        if kind in (do.Recuse,) and self.luck.random() < 0.8:
            kind = do.ClaimCase
        place = self.luck.choice((CHANNEL, CHANNEL, CHANNEL, CHANNEL, OTHER_CHANNEL))
        return on_case(kind, case, self.luck.choice(MEMBERS), place)

    async def act(self, command: do.Command, activity: str, *, crash: bool = False) -> None:
        """Do the command in one commit, unless its delivery was taken before."""
        place: Place = command.place
        async with self.store.unit_of_work() as uow:
            by = command.by if isinstance(command, do.OnCase) else command.requester
            if await uow.inbox.take_in(activity, by, place, self.clock.now()) is None:
                return
            outcome = await perform(command, uow, self.clock)
            if crash:
                return  # the process died: nothing of it may be seen
            await uow.commit()
        if isinstance(outcome, CaseIs):
            self.believe(command, outcome.case)

    def believe(self, command: do.Command, case: Case) -> None:
        by: Person = command.by if isinstance(command, do.OnCase) else command.requester
        match command:
            case do.SubmitCase():
                self.sender.setdefault(case.id, by.id)
                self.owner.setdefault(case.id, None)
            case do.ClaimCase() | do.TakeOverCase():
                is_asked_for = isinstance(command, do.TakeOverCase)
                assert is_asked_for or self.owner[case.id] in (None, by.id), "two owners"
                self.owner[case.id] = by.id
            case do.GiveBackCase():
                assert self.owner[case.id] == by.id
                self.owner[case.id] = None
            case do.HandOverCase(to=to):
                assert self.owner[case.id] == by.id
                self.owner[case.id] = to.id
            case do.Recuse() if self.owner[case.id] == by.id:
                self.owner[case.id] = None
            case do.AskRequester() | do.AnswerCase() | do.CloseCase():
                assert self.owner[case.id] == by.id
            case do.ReplyToTeam() | do.AddInformation() | do.RenewCase() | do.WithdrawCase() | do.ShowRequester():
                assert self.sender[case.id] == by.id, "somebody else's case"

    async def somebody_leaves(self) -> None:
        """A member is off the roster for a while; what they hold is free for the others."""
        gone = self.luck.choice(MEMBERS)
        stay = frozenset(one.id for one in MEMBERS if one is not gone)
        async with self.store.unit_of_work() as uow:
            await release_departed(TEAM, stay, uow, self.clock)
            await uow.commit()
        for case_id, owner in self.owner.items():
            if owner == gone.id and self.here.case(case_id).status not in (Status.CLOSED, Status.WITHDRAWN):
                self.owner[case_id] = None

    def nothing_is_wrong(self) -> None:
        """Every case has the owner and the sender we believe it has, and no text where it must be gone."""
        assert set(self.store.data.cases) == set(self.sender), "no case is lost and none comes by itself"
        for case in self.store.data.cases.values():
            self.reached.add(case.status)
            holder = case.claimed_by.id if case.claimed_by and case.status in HOLDS else None
            believed = self.owner[case.id] if case.status in HOLDS else None
            assert holder == believed, (case.status, holder, believed)
            assert self.store.data.requesters[case.id].person.id == self.sender[case.id]
            if case.status is Status.WITHDRAWN:
                assert (case.text, case.answer, case.messages) == (None, None, ())

    def present(self, row: OutboxRow, case: Case | None) -> Reply:
        code = case.code if case else ""
        return Line(f"{row.item.kind} {code} v{case.version if case else 0} {row.item.dedupe_key}")

    async def deliver(self) -> None:
        worker = OutboxWorker(self.store, self.messenger, self.clock, self.present, FAST)
        await worker.deliver_due()

    def all_is_told(self) -> None:
        """In the end every card shows its case, and nobody got a word about a case that is not theirs."""
        data = self.store.data
        now = self.clock.now()
        left = [kept.row for kept in data.rows.values() if kept.row.state in (RowState.WAITING, RowState.AMBIGUOUS)]
        assert [row for row in left if row.item.due_at <= now] == []
        for case in data.cases.values():
            card = data.cards.get(case.id)
            assert card is not None or case.withdrawn_at
            assert card is None or card.version == case.version
        codes = {person: {data.cases[one].code for one, by in self.sender.items() if by == person} for person in STAFF}
        for sent in self.messenger.visible.values():
            for person, (_, chat) in STAFF.items():
                if sent.place.conversation_id == chat.conversation_id:
                    assert sent.reply.text.split()[1] in codes[person], "an answer to the wrong requester"
        keys = [sent.reply.text.split()[3] for sent in self.messenger.visible.values()]
        once = [key for key in keys if not key.startswith("follow:")]  # what waits anew is reminded of anew
        assert len(once) == len(set(once)), "told twice"


def walk(seed: int, steps: int) -> Walk:
    walked = Walk(seed)
    try:
        asyncio.run(walked.take(steps))
    except AssertionError as error:
        raise AssertionError(f"seed {seed}, step {walked.steps}, {walked.last and type(walked.last[0])}") from error
    return walked


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("seed", range(10))
def test_random_steps_with_crashes_and_deliveries_that_come_again_break_no_promise(seed: int) -> None:
    walk(seed, 150)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("part", range(4))
def test_a_hundred_thousand_random_steps_break_no_promise(part: int) -> None:
    walks = [walk(1000 * (part + 1) + number, 250) for number in range(100)]
    assert sum(one.steps for one in walks) == 25_000
    assert set[Status]().union(*(one.reached for one in walks)) == set(Status)
