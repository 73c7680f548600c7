"""Thousands of random steps beside a simple model: one owner at most, no text where it must be gone, nothing lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain import case_actions as do
from bot.domain.case import Case, CaseText, Member, Status
from bot.domain.errors import CaseError
from tests.domain.cases import ASE, AT, OLE, SIRI, a_case, an_answer

MEMBERS = (OLE, SIRI, ASE)
member = strategies.sampled_from(MEMBERS)
words = strategies.integers(0, 3).map(lambda number: f"Ord {number}.")


class CaseMachine(RuleBasedStateMachine):
    """One case and what we believe about it, kept in the plainest way."""

    @initialize()
    def submit(self) -> None:
        self.case: Case = a_case()
        self.owner: Member | None = None
        self.has_text = True
        self.said: list[tuple[str, str]] = []
        self.over = self.withdrawn = False
        self.inhabil: set[str] = set()

    def step(self, act: Callable[[], Case]) -> bool:
        """Take the step if it is allowed; a refused step changes nothing. Return whether something changed."""
        before = self.case
        try:
            self.case = act()
        except CaseError:
            assert self.case is before
            return False
        assert self.case.version in (before.version, before.version + 1)
        assert (self.case.version == before.version) == (self.case is before)
        return self.case is not before

    @rule()
    def post(self) -> None:
        if self.case.posted_at is None and not self.withdrawn:
            self.case = self.case.changed(posted_at=AT)

    @rule(by=member)
    def see(self, by: Member) -> None:
        self.step(lambda: do.seen(self.case, by, AT))

    @rule(by=member)
    def claim(self, by: Member) -> None:
        free = self.owner is None and not self.over and by.id not in self.inhabil
        if self.step(lambda: do.claimed(self.case, by, AT)):
            assert free
            self.owner = by
        else:
            assert not free

    @rule(by=member)
    def give_back(self, by: Member) -> None:
        if self.step(lambda: do.given_back(self.case, by)):
            assert self.owner == by
            self.owner = None

    @rule(by=member, to=member)
    def hand_over(self, by: Member, to: Member) -> None:
        if self.step(lambda: do.handed_over(self.case, by, to, AT)):
            assert self.owner == by
            self.owner = to

    @rule(by=member, behind=strategies.integers(0, 1))
    def take_over(self, by: Member, behind: int) -> None:
        owner = self.owner
        if self.step(lambda: do.taken_over(self.case, by, self.case.version - behind, AT)):
            assert owner not in (None, by)
            assert not behind, "taken over as it was read, or not at all"
            self.owner = by

    @rule(by=member)
    def recuse(self, by: Member) -> None:
        if self.step(lambda: do.recused(self.case, by)):
            self.inhabil.add(by.id)
            self.owner = None if self.owner == by else self.owner

    @rule(by=member, question=words)
    def ask(self, by: Member, question: str) -> None:
        if self.step(lambda: do.asked(self.case, by, question, AT)):
            assert self.owner == by
            self.said.append(("question", question))

    @rule(said=words)
    def reply(self, said: str) -> None:
        if self.step(lambda: do.replied(self.case, self.case.open_question_key, said, AT)):
            self.said.append(("reply", said))

    @rule(said=words)
    def add(self, said: str) -> None:
        if self.step(lambda: do.added(self.case, said, AT)):
            self.said.append(("information", said))

    @rule(by=member, advice=words)
    def answer(self, by: Member, advice: str) -> None:
        if self.step(lambda: do.answered(self.case, an_answer(by, advice))):
            assert self.owner == by
            assert self.case.status is Status.ANSWERED

    @rule(by=member)
    def meeting(self, by: Member) -> None:
        self.step(lambda: do.put_on_meeting(self.case, by, None))

    @rule(by=member)
    def off_meeting(self, by: Member) -> None:
        if self.step(lambda: do.taken_off_meeting(self.case, by, AT)):
            assert not self.case.on_next_meeting

    @rule(by=member)
    def close(self, by: Member) -> None:
        if self.step(lambda: do.closed(self.case, by, "meeting", AT)):
            assert self.owner == by
            self.over = True

    @rule(by=member)
    def reopen_in_the_channel(self, by: Member) -> None:
        if self.step(lambda: do.reopened(self.case, do.role_of(self.case, by), AT, AT, by)):
            assert self.over
            self.over = False

    @rule()
    def reopen_in_the_chat(self) -> None:
        if self.step(lambda: do.reopened(self.case, do.CaseRole.REQUESTER, AT, AT)):
            assert self.over
            self.over = False

    @rule()
    def withdraw(self) -> None:
        if self.step(lambda: do.withdrawn(self.case, AT)):
            self.over = self.withdrawn = True
            self.has_text, self.said = False, []

    @rule(by=member)
    def redact(self, by: Member) -> None:
        if self.step(lambda: do.redacted(self.case, by, AT, AT)):
            self.has_text, self.said = False, []

    @rule(seen=words)
    def renew(self, seen: str) -> None:
        if self.step(lambda: do.renewed(self.case, CaseText(seen, seen, seen, seen))):
            self.has_text = True

    @rule()
    def show(self) -> None:
        self.step(lambda: do.shown_as(self.case, "Kari Prøve"))

    @invariant()
    def there_is_at_most_one_owner_and_it_is_the_one_we_believe(self) -> None:
        held = self.case.status in (Status.CLAIMED, Status.ANSWERED)
        assert held == (self.owner is not None and not self.over)
        if held:
            assert self.case.claimed_by == self.owner
        assert self.case.claimed_by is None or self.case.claimed_by.id not in self.inhabil

    @invariant()
    def text_is_there_exactly_when_it_should_be_and_no_message_is_lost(self) -> None:
        assert (self.case.text is not None) == self.has_text
        assert [(one.kind, one.text) for one in self.case.messages] == self.said
        if self.withdrawn:
            assert (self.case.text, self.case.answer, self.case.messages) == (None, None, ())
            assert self.case.status is Status.WITHDRAWN

    @invariant()
    def the_case_is_over_exactly_when_we_believe_it(self) -> None:
        assert (self.case.status in (Status.CLOSED, Status.WITHDRAWN)) == self.over
        assert (self.case.id, self.case.code, self.case.form.age_band) == ("case1", "K7M-42P", "10-12")


CaseMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestCaseMachine = CaseMachine.TestCase


STEPS: Mapping[str, tuple[str, ...]] = {
    "post": (),
    "see": ("by",),
    "claim": ("by",),
    "give_back": ("by",),
    "hand_over": ("by", "to"),
    "take_over": ("by", "behind"),
    "recuse": ("by",),
    "ask": ("by", "words"),
    "reply": ("words",),
    "add": ("words",),
    "answer": ("by", "words"),
    "meeting": ("by",),
    "off_meeting": ("by",),
    "close": ("by",),
    "reopen_in_the_channel": ("by",),
    "reopen_in_the_chat": (),
    "withdraw": (),
    "redact": ("by",),
    "renew": ("words",),
    "show": (),
}
ENDS = ("withdraw", "recuse", "recuse")
"""Steps that narrow the rest of the walk; taken seldom, so that walks stay long and varied."""

OFTEN = tuple(name for name in STEPS if name not in ENDS)


def _given(what: str, luck: random.Random) -> Member | str | int:
    others = {"words": f"Ord {luck.randrange(4)}.", "behind": luck.randrange(2)}
    return others.get(what) or (0 if what == "behind" else luck.choice(MEMBERS))


def _walk(seed: int, steps: int) -> set[Status]:
    """Take random steps without hypothesis, which is a hundred times quicker; a failing seed is in the message."""
    luck = random.Random(seed)
    machine = CaseMachine()
    machine.submit()
    reached = set()
    for number in range(steps):
        name = luck.choice(ENDS if luck.random() < 0.01 else OFTEN)
        given = [_given(one, luck) for one in STEPS[name]]
        try:
            getattr(machine, name)(*given)
            machine.there_is_at_most_one_owner_and_it_is_the_one_we_believe()
            machine.text_is_there_exactly_when_it_should_be_and_no_message_is_lost()
            machine.the_case_is_over_exactly_when_we_believe_it()
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, step {number}: {name}") from error
        reached.add(machine.case.status)
    return reached


def test_every_step_of_the_machine_is_walked() -> None:
    rules = {name for name, value in vars(CaseMachine).items() if hasattr(value, "hypothesis_stateful_rule")}
    assert rules == set(STEPS)


@pytest.mark.slow
def test_a_hundred_thousand_random_steps_break_no_promise() -> None:
    reached = set[Status]().union(*(_walk(seed, 100) for seed in range(1000)))
    assert reached == set(Status), "the walk must come through every status"
