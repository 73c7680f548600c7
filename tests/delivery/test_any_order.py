"""Submissions, changes, faults, kills and passing time in any order: people end up seeing exactly what is true."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.case import Status
from bot.domain.outbox import Kind
from bot.domain.reply import Line
from bot.domain.sending import Ambiguous, TryLater
from tests.delivery.team import Team
from tests.delivery.test_crash import KillableMessenger, KillableStore, Killed, Points
from tests.fakes.messenger import FakeMessenger, Fault
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.fakes.times import times
from tests.store.people import PERSONAL

FAULTS = st.lists(
    st.one_of(
        st.none(),
        st.builds(
            Fault,
            st.sampled_from([Ambiguous("502"), Ambiguous("500"), TimeoutError()]),
            st.booleans(),
        ),
        st.builds(Fault, st.sampled_from([TryLater("429", after=2), TryLater("503")])),
    ),
    max_size=4,
)
CASES = st.integers(1, 3)


class AnyOrder(RuleBasedStateMachine):
    """Three cases, one channel, three requesters; workers come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.points = Points()
        self.messenger = KillableMessenger()
        self.messenger.points = self.points
        self.clock = MovableClock()
        self.team = Team(KillableStore(FakeStore(self.clock.now), self.points), self.clock, self.messenger)
        self.submitted: set[int] = set()
        self.receipts: dict[int, str] = {}
        self.told: Counter[int] = Counter()
        self.do(self.team.connect())

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    @rule(number=CASES)
    def somebody_submits_a_case_perhaps_again(self, number: int) -> None:
        if number not in self.submitted:
            self.receipts[number] = self.do(FakeMessenger.send(self.messenger, PERSONAL, Line("kvittering")))
            self.do(self.team.submit(number, receipt_id=self.receipts[number]))
            self.submitted.add(number)

    @precondition(lambda self: self.submitted)
    @rule(number=CASES)
    def a_member_sees_the_case_and_both_sides_are_told(self, number: int) -> None:
        if number not in self.submitted or self.status(number) is Status.WITHDRAWN:
            return
        case = self.do(self.team.change(f"case{number}", seen_at=self.clock.now()))
        self.do(
            self.team.tell(Kind.THREAD_LINE, f"thread:{number}:{case.version}", case.id, line=f"line{case.version}")
        )
        self.do(self.team.tell(Kind.REQUESTER_NOTICE, f"n:{number}:{case.version}", case.id, notice="seen"))
        self.told[number] += 1

    @precondition(lambda self: self.submitted)
    @rule(number=CASES)
    def the_requester_withdraws(self, number: int) -> None:
        if number in self.submitted and self.status(number) is not Status.WITHDRAWN:
            self.do(self.team.change(f"case{number}", withdrawn_at=self.clock.now(), text=None))

    @rule(faults=FAULTS, kill_after=st.integers(0, 12))
    def a_worker_runs_among_faults_and_is_perhaps_killed(self, faults: list[Fault | None], kill_after: int) -> None:
        self.messenger.faults = list(faults)
        self.points.passed, self.points.kill_at = 0, kill_after or None
        try:
            self.do(self.team.deliver())
        except Killed:
            self.clock.advance(seconds=1)
        self.points.kill_at = None
        self.messenger.faults = []

    @rule(seconds=st.sampled_from([1, 29, 61, 400]))
    def time_passes(self, seconds: int) -> None:
        self.clock.advance(seconds=seconds)

    @invariant()
    def no_case_has_two_cards(self) -> None:
        for number in self.submitted:
            assert len(self.seen(number, "case_card")) <= 1

    @invariant()
    def no_line_and_no_notice_is_seen_twice(self) -> None:
        rows = [sent.marker for sent in self.all_but_cards()]
        assert len(rows) == len(set(rows))

    def teardown(self) -> None:
        self.points.kill_at = None
        try:
            self.do(self.team.deliver(12, seconds=400))
            for number in self.submitted:
                self.ends_well(number)
            assert set(self.do(self.team.counts())) <= {"delivered", "cancelled"}
        finally:
            self.runner.close()

    def ends_well(self, number: int) -> None:
        case = self.do(self.team.case(f"case{number}"))
        cards = self.seen(number, "case_card")
        receipt = self.messenger.visible[self.receipts[number]].reply.text
        notices = [one for one in self.seen(number, "requester_notice") if one.reply.text.endswith("seen")]
        assert len(notices) == self.told[number] or receipt.startswith("receipt_update"), "told nowhere"
        if case.status is Status.WITHDRAWN and not cards:
            return
        assert [card.reply.text.split()[2:4] for card in cards] == [[f"v{case.version}", case.status.value]]
        if case.status is Status.WITHDRAWN:
            assert cards[0].reply.text.endswith("(uten tekst)")
        assert self.do(self.team.card_of(case.id)).activity_id == cards[0].id

    def status(self, number: int) -> Status:
        status: Status = self.do(self.team.case(f"case{number}")).status
        return status

    def seen(self, number: int, kind: str) -> list[Any]:
        every = self.messenger.visible.values()
        return [one for one in every if one.reply.text.startswith(kind) and f"K{number}M-42P" in one.reply.text]

    def all_but_cards(self) -> list[Any]:
        every = self.messenger.visible.values()
        return [one for one in every if one.marker and not one.reply.text.startswith("case_card")]


AnyOrder.TestCase.settings = settings(
    max_examples=times(60), stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
test_in_any_order_people_see_what_is_true = AnyOrder.TestCase
