"""Refusals. The docstring is the message to developers; `text_key` names the sentence the person gets.

DomainError
├── CaseError
│   ├── AnotherQuestion
│   ├── CaseNotFound
│   ├── CaseAlreadyClaimed
│   ├── ActionNotAllowed
│   │   ├── ChangedSinceRead
│   │   └── NotTakenYet
│   ├── CaseChanged
│   └── CaseRecused
├── NotAMember
├── RosterAway
├── TeamNotConnected
│   └── ChannelNotConnected
├── TeamHasChannel
├── TeamNotLed
└── NotPermitted
"""

from __future__ import annotations

from datetime import datetime


class DomainError(Exception):
    """The action cannot be done. Tell the person why and what they can do instead."""

    text_key = "error.general"

    def __init__(self, **about: str) -> None:
        super().__init__(self.__doc__)
        self.about = about
        """Values for the placeholders of the text; never case text."""


class CaseError(DomainError):
    """Something about a case stops the action."""


class AnotherQuestion(CaseError):
    """The answer was given to another question than the one that waits. Send nothing, show the question that waits."""

    text_key = "case.another_question"


class CaseNotFound(CaseError):
    """No case has that code or id in this place. Say so without telling whether it exists elsewhere."""

    text_key = "error.case_not_found"


class CaseAlreadyClaimed(CaseError):
    """The case was claimed by someone else first. Show who, and offer the next open case."""

    text_key = "error.case_already_claimed"


class ActionNotAllowed(CaseError):
    """The state table does not list this action for this state and role. Show the case as it is now."""

    text_key = "error.action_not_allowed"


class ChangedSinceRead(ActionNotAllowed):
    """The case has changed since the card was read on which somebody takes it over: it may be in other hands, or be
    answered. Say who has it, and show the case as it is."""

    text_key = "error.changed_since_read"


class CaseWithdrawn(ActionNotAllowed):
    """The requester has taken the case back, and its text is deleted: nothing is left to do. Say so."""

    text_key = "error.case_withdrawn"


class NotTakenYet(ActionNotAllowed):
    """Only who has taken the case may do it, and nobody has. Show the case, on which it can be taken."""

    text_key = "error.not_taken"


class NotAnswered(CaseError):
    """A case can't be closed as answered while the requester has got no answer. Show the case as it is."""

    text_key = "error.not_answered"


class CaseChanged(CaseError):
    """The card is older than the case. Show the case as it is now; nothing was done."""

    text_key = "error.case_changed"


class CaseRecused(CaseError):
    """The member has said they are inhabil in this case, so it is hidden from them."""

    text_key = "error.case_recused"


class NotAMember(DomainError):
    """Only members of the consultation team may act, whatever the card says (roster checked)."""

    text_key = "error.not_a_member"


class RosterAway(DomainError):
    """Teams could not tell who is on the roster just now: nothing is done, and nobody is said to be no member."""

    text_key = "error.roster_away"


class TeamNotConnected(DomainError):
    """No channel is connected to the team, so a case would reach nobody. Say so before the person types."""

    text_key = "error.team_not_connected"


class ChannelNotConnected(TeamNotConnected):
    """No team works in this channel, so it has no cases. Say how to connect it."""

    text_key = "error.channel_not_connected"


class TrendUnreached(DomainError):
    """No channel of the samordningsteam is connected, so nobody would be told. Say so before the team writes."""

    text_key = "trend.unreached"


class TeamHasChannel(DomainError):
    """The team gets its cases elsewhere: the owner of just any channel must not be able to have them sent there."""

    text_key = "error.team_has_channel"


class NobodyWatches(DomainError):
    """An owner of just any channel would be the only one to know that a team's cases come there: no administrator has
    a chat with the bot in which they are told."""

    text_key = "error.nobody_watches"


class CasesHere(DomainError):
    """A team has open cases in the channel: they go along when the team is connected to another, and are not left."""

    text_key = "error.cases_here"


class TeamNotLed(DomainError):
    """Only whoever leads the team, or runs the bot, takes its cases out as CSV. Say who can."""

    text_key = "error.team_not_led"


class NotPermitted(DomainError):
    """The person's role does not allow this."""

    text_key = "error.not_permitted"


class CaseUnreadable(Exception):
    """The case cannot be opened: it is damaged, or of a newer version, or its key is missing. No refusal, but a
    fault. What stands beside the text is known all the same."""

    def __init__(self, code: str, municipality: str, ended_at: datetime | None) -> None:
        super().__init__(self.__doc__)
        self.code = code
        self.municipality = municipality
        self.ended_at = ended_at
        """When it was withdrawn or closed; None while it is open."""
