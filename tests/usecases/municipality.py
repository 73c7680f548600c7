"""An invented municipality for use cases: two staff, two teams with channels, members, and every command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain import commands as do
from bot.domain.case import Case, CaseForm, CaseText, Member, Task
from bot.domain.commands import Command
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.outcomes import CaseIs, Outcome
from bot.domain.ports import CardPosted, ChannelLink
from bot.domain.turn import Person, Place, PlaceKind
from bot.turns.perform import perform
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock

TEAM, OTHER_TEAM = "stjordal/komp_0_18", "melhus/drofting"
CHANNEL = Place(PlaceKind.CHANNEL, "19:kanal@thread.tacv2", {"tenant": "t"}, "lag-1", "19:kanal@thread.tacv2")
OTHER_CHANNEL = Place(PlaceKind.CHANNEL, "19:annen@thread.tacv2", {"tenant": "t"}, "lag-2", "19:annen@thread.tacv2")
THREAD = Place(PlaceKind.CHANNEL, f"{CHANNEL.conversation_id};messageid=17", {}, "lag-1", CHANNEL.channel_id)
KARI = Person("person-0f3c-kari", "Kari Prøve")
NILS = Person("person-77aa-nils", "Nils Prøve")
OLE = Person("member-1b2c-ole", "Ole Prøve")
SIRI = Person("member-9d8e-siri", "Siri Prøve")
CHAT = Place(PlaceKind.PERSONAL, "a:chat-kari-5551", {"service_url": "https://kari.example.invalid"})
NILS_CHAT = Place(PlaceKind.PERSONAL, "a:chat-nils-5552", {"service_url": "https://nils.example.invalid"})
GROUP = Place(PlaceKind.GROUP, "19:gruppe@thread.v2")
FORM = CaseForm("10-12", "skole", ("fravaer",), levels_done=("hv_niva_0", "hv_niva_1"))
TEXT = CaseText("Kommer sent.", "Sier lite.", "Fast voksen i fem uker.", "Hva prøver vi nå?")
NEW_TEXT = CaseText("Kommer ofte sent.", "Vil hjem.", "Fast voksen.", "Hva prøver vi?")


@dataclass
class Municipality:
    """The store, the clock, and what was done."""

    store: FakeStore
    clock: MovableClock
    done: list[Outcome] = field(default_factory=list)

    async def do(self, *commands: Command) -> Outcome:
        """Do the commands in one commit and return what came of the last one."""
        async with self.store.unit_of_work() as uow:
            for command in commands:
                self.done.append(await perform(command, uow, self.clock))
            await uow.commit()
        return self.done[-1]

    async def connect(self) -> None:
        async with self.store.unit_of_work() as uow:
            await uow.channels.link(ChannelLink(TEAM, CHANNEL, self.clock.now()))
            await uow.channels.link(ChannelLink(OTHER_TEAM, OTHER_CHANNEL, self.clock.now()))
            await uow.commit()

    async def submitted(self, submission: str = "s1") -> Case:
        """Return a case Kari has just sent."""
        outcome = await self.do(self.submission(submission))
        assert isinstance(outcome, CaseIs)
        return outcome.case

    async def taken(self) -> Case:
        """Return a case Kari has sent and Ole has taken, with the outbox rows so far put away."""
        case = await self.submitted()
        await self.do(do.ClaimCase(case.id, OLE, CHANNEL))
        self.new_rows()
        return self.case(case.id)

    async def card_stands(self, case: Case) -> None:
        """Let the card of a case have landed in its team's channel."""
        async with self.store.unit_of_work() as uow:
            await uow.channels.keep_card(CardPosted(case.id, CHANNEL, f"card-{case.id}", case.version))
            await uow.commit()

    def submission(self, submission: str = "s1", team: str = TEAM) -> do.SubmitCase:
        due = self.clock.now() + timedelta(days=2)
        return do.SubmitCase(KARI, CHAT, "stjordal", team, FORM, TEXT, submission, due)

    def case(self, case_id: str) -> Case:
        return self.store.data.cases[case_id]

    def rows(self) -> Sequence[OutboxItem]:
        """Return what goes out at once; follow-ups lie ahead and are left out."""
        return [one for one in self._all_rows() if not one.dedupe_key.startswith("follow:")]

    def _all_rows(self) -> Sequence[OutboxItem]:
        ordered = sorted(self.store.data.rows.values(), key=lambda kept: kept.number)
        return [kept.row.item for kept in ordered]

    def new_rows(self) -> list[tuple[Kind, str]]:
        """Return kind and what is said of the rows added since last asked."""
        before, self._counted = getattr(self, "_counted", 0), len(self.rows())
        added = self.rows()[before:]
        return [(one.kind, one.payload.get("line") or one.payload.get("notice") or "") for one in added]


def on_case(kind: type[do.OnCase], case: Case, by: Person = OLE, place: Place = CHANNEL) -> do.OnCase:
    """Return the command with whatever else it needs."""
    asked: dict[str, object] = {"question": case.open_question_key} if kind is do.ReplyToTeam else {}
    read: dict[str, object] = {"read": case.version} if kind is do.TakeOverCase else {}
    return kind(case.id, by, place, **asked, **read, **REST.get(kind, dict)())


TASKS = (Task("kontaktlærer", "avtale med barnet", date(2026, 12, 14)),)
REST: Mapping[type[do.OnCase], Callable[[], dict[str, object]]] = {
    do.HandOverCase: lambda: {"to": Member(SIRI.id, SIRI.name)},
    do.AskRequester: lambda: {"question": "Er det likt alle dager?"},
    do.AnswerCase: lambda: {
        "advice": "Fortsett.",
        "why": "Det virker.",
        "tasks": TASKS,
        "come_back": "Når fraværet øker.",
        "answered_by_role": "PPT",
    },
    do.PutOnMeeting: lambda: {"meeting_at": None},
    do.CloseCase: lambda: {"reason": "meeting"},
    do.ReplyToTeam: lambda: {"text": "Mest mandager."},
    do.AddInformation: lambda: {"text": "Det ble bedre."},
    do.RenewCase: lambda: {"text": NEW_TEXT},
}
BY_TEAM = (
    do.MarkSeen,
    do.ClaimCase,
    do.GiveBackCase,
    do.HandOverCase,
    do.TakeOverCase,
    do.Recuse,
    do.AskRequester,
    do.AnswerCase,
    do.PutOnMeeting,
    do.TakeOffMeeting,
    do.MarkNotAnonymous,
    do.CloseCase,
    do.ReopenCase,
    do.ShowTeamCase,
)
BY_REQUESTER = (
    do.ReplyToTeam,
    do.AddInformation,
    do.RenewCase,
    do.WithdrawCase,
    do.ShowRequester,
    do.ReopenCase,
)
