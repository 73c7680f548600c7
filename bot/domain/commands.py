"""What a dialog asks to have done, in the imperative. Each command has a use case of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.domain.case import CaseForm, CaseText, Member, Pace, Task
from bot.domain.turn import Person, Place


@dataclass(frozen=True)
class Command:
    """Base of everything a dialog can ask to have done."""


@dataclass(frozen=True)
class SubmitCase(Command):
    """Send an approved, anonymised case to a consultation team."""

    requester: Person
    place: Place
    municipality: str
    team: str
    form: CaseForm
    text: CaseText
    submission_id: str
    """Same id on a repeated press of the same form: the case is made once."""
    due_at: datetime
    pace: Pace = field(default_factory=Pace)
    follows: str = ""
    """Code of an own earlier case about the same child; somebody else's is refused."""
    told: tuple[str, ...] = ()
    """Types of traits the team has read in it."""
    to_meeting: bool = False
    """Whether it waits for the team's next meeting, at `meeting_at` where that is known."""
    meeting_at: datetime | None = None
    receipt_id: str = ""
    """The message that becomes the receipt, when Teams tells which it is."""


@dataclass(frozen=True)
class OnCase(Command):
    """Base of everything done to one case: which, by whom, from where."""

    case_id: str
    by: Person
    place: Place


@dataclass(frozen=True)
class MarkSeen(OnCase):
    """A member has seen the case."""


@dataclass(frozen=True)
class ClaimCase(OnCase):
    """A member takes the case."""


@dataclass(frozen=True)
class GiveBackCase(OnCase):
    """The member who has the case lets it go."""


@dataclass(frozen=True)
class HandOverCase(OnCase):
    """The member who has the case gives it to another member."""

    to: Member


@dataclass(frozen=True)
class TakeOverCase(OnCase):
    """A member takes the case over from the one who has it, who may be away."""

    read: int
    """Version of the case on the card that was read, which named whose case it is."""


@dataclass(frozen=True)
class Recuse(OnCase):
    """A member is inhabil: hide the case from them."""


@dataclass(frozen=True)
class AskRequester(OnCase):
    """Relay a question to the requester, whose identity stays hidden."""

    question: str = field(repr=False)


@dataclass(frozen=True)
class AnswerCase(OnCase):
    """Give the team's recommendation; every part is required."""

    advice: str = field(repr=False)
    why: str = field(repr=False)
    tasks: tuple[Task, ...]
    come_back: str = field(repr=False)
    answered_by_role: str
    needs_decision: bool = False
    extended_meeting: bool = False


@dataclass(frozen=True)
class PutOnMeeting(OnCase):
    """Put the case on the agenda of a meeting."""

    meeting_at: datetime | None


@dataclass(frozen=True)
class TakeOffMeeting(OnCase):
    """Take the case off the agenda again."""


@dataclass(frozen=True)
class MarkNotAnonymous(OnCase):
    """Not anonymous enough: take the text away everywhere at once and ask the requester for a new one."""


@dataclass(frozen=True)
class RetireDouble(OnCase):
    """Somebody pressed a card of the case in the channel: if it is not the card of the case, it is a double."""

    card_id: str


@dataclass(frozen=True)
class CloseCase(OnCase):
    """Close with a result."""

    reason: str


@dataclass(frozen=True)
class ReopenCase(OnCase):
    """Open a closed case again."""

    meetings: Mapping[str, datetime | None] = field(default_factory=dict)
    """Team whose ordinary cases wait for its meeting → when the next one is, where it is known."""


@dataclass(frozen=True)
class ReplyToTeam(OnCase):
    """The requester answers the team's question."""

    question: str
    """Which question was read (`Case.question_key`): an old card answers no newer one."""
    text: str = field(repr=False)


@dataclass(frozen=True)
class AddInformation(OnCase):
    """The requester adds something, already checked for names."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class RenewCase(OnCase):
    """The requester sends a new, approved text for a case (before it is taken, or after «ikke anonym nok»)."""

    text: CaseText


@dataclass(frozen=True)
class WithdrawCase(OnCase):
    """The requester takes the case back; its text is deleted everywhere."""


@dataclass(frozen=True)
class ShowRequester(OnCase):
    """The requester chooses to be named to the team. Cannot be undone."""


@dataclass(frozen=True)
class ListMyCases(Command):
    """Find the cases this person has sent."""

    by: Person
    then: str = ""
    """What is to be done with one of them; means nothing to the use case."""
    about: object = field(default=None, repr=False)
    """What the dialog goes on with besides, perhaps somebody's words; means nothing to the use case either."""


@dataclass(frozen=True)
class ShowMyCase(Command):
    """Find one case this person has sent."""

    by: Person
    case_id: str
    then: str = ""
    """What the dialog goes on to show; means nothing to the use case."""
    about: object = field(default=None, repr=False)
    """What the dialog shows besides, perhaps somebody's words; means nothing to the use case either."""


@dataclass(frozen=True)
class ShowTeamCase(OnCase):
    """Find one case as the team sees it (asked for in the channel)."""

    then: str = ""
    """What the dialog goes on to show; means nothing to the use case."""


@dataclass(frozen=True)
class SeeIfAllowed(OnCase):
    """See that what a form is for may still be done before it is shown again; else that is said in its place."""

    action: str


Which = Literal["open", "mine", "meeting", "closed"]


@dataclass(frozen=True)
class ListTeamCases(Command):
    """Find cases of the team whose channel this is."""

    by: Person
    place: Place
    which: Which = "open"
    then: str = ""
    """What the dialog goes on to show; means nothing to the use case."""


@dataclass(frozen=True)
class AsMember(Command):
    """Base of what somebody asks for in their own chat as a member of a team: the roster is looked at first."""

    by: Person
    place: Place
    team: str


@dataclass(frozen=True)
class ListAgenda(AsMember):
    """Find the cases on the team's next meeting, for the document."""


@dataclass(frozen=True)
class ExportCase(AsMember):
    """Take a case out to the archive, before its text is deleted."""

    case_id: str


@dataclass(frozen=True)
class TakeOutCases(AsMember):
    """Take all cases of a team out, as fixed choices and dates."""

    as_text: bool = False
    """Shown on a card, where the person can't keep files."""


@dataclass(frozen=True)
class OfferCases(Command):
    """Find the teams whose cases somebody may take out: those of the channel, or in a chat of their own all."""

    by: Person
    place: Place
    only: frozenset[str] | None = None
    """The teams they lead; None = every team."""


@dataclass(frozen=True)
class OfferFile(Command):
    """Send a member, in a chat of their own, the button that makes a document; asked for in the team's channel."""

    by: Person
    place: Place
    team: str
    what: Literal["agenda", "case", "cases"]
    case_id: str = ""


@dataclass(frozen=True)
class FindOwnCase(Command):
    """Find an own earlier case by its code; somebody else's is as unknown as one that does not exist."""

    by: Person
    code: str


@dataclass(frozen=True)
class FindSubmitted(Command):
    """Find the case that a form was sent as, when it was."""

    by: Person
    submission_id: str
    about: object = field(default=None, repr=False)
    """What the dialog goes on with, perhaps somebody's words; means nothing to the use case."""


@dataclass(frozen=True)
class NoteChannel(Command):
    """Something happened to a channel or a team in Teams; `change` is `installed`, `removed` or Teams' event name."""

    place: Place
    change: str


@dataclass(frozen=True)
class FindChannels(Command):
    """Which of these teams have a channel that works?"""

    teams: tuple[str, ...]


@dataclass(frozen=True)
class AskOwnership(Command):
    """Find out whether this person owns this channel. Slow, so it is done before the commit: the step is then taken
    again."""


@dataclass(frozen=True)
class ConnectChannel(Command):
    """Connect this channel to a consultation team, after a check that the bot can post, update and read the roster."""

    by: Person
    place: Place
    team: str
    as_owner: bool = False
    """Done by an owner of the channel, who may not take over the cases of a team that has another channel."""
    readers: int = 0
    """How many people are in the channel; 0 = not known."""


@dataclass(frozen=True)
class DisconnectChannel(Command):
    """Nothing comes to this channel any more; until the person is sure, only tell what comes to it."""

    by: Person
    place: Place
    is_sure: bool = False
    shown: str = ""
    """Mark of all that was named on the card that was pressed: another list of it is asked about anew."""


@dataclass(frozen=True)
class SetReminder(Command):
    """Remind this person later, naming only the working title."""

    by: Person
    place: Place
    key: str
    """Same key = same reminder: setting it again moves it."""
    text_key: str
    values: tuple[tuple[str, str], ...]
    due_at: datetime
    is_wish: bool = False
    """Asked for in words that name no other day than the new one: a reminder it takes the place of is told of."""


@dataclass(frozen=True)
class CancelReminder(Command):
    """Take a reminder away because it is handled."""

    by: Person
    key: str


@dataclass(frozen=True)
class ListReminders(Command):
    """Find the reminders this person has asked for that have not come yet."""

    by: Person


@dataclass(frozen=True)
class PassQuestionOn(Command):
    """Send an anonymised question to the editors."""

    by: Person
    place: Place
    text: str = field(repr=False)
    municipality: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class RateAnswer(Command):
    """Thumbs up or down on an article."""

    by: Person
    article: str
    useful: bool
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class ForgetPerson(Command):
    """Delete everything kept about this person's conversations."""

    by: Person
