"""What must reach somebody, and when. The outbox is also the schedule: a follow-up is a row with `due_at` ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol, TypedDict

from bot.domain.turn import Place


class Kind(StrEnum):
    """What is to be sent. The words are made at delivery time, from the case as it then is."""

    CASE_CARD = "case_card"
    """Post the case in the team's channel."""
    CASE_CARD_UPDATE = "case_card_update"
    """Bring the card in the channel up to date."""
    THREAD_LINE = "thread_line"
    """A line under the card: who did what."""
    RELAYED_LINE = "relayed_line"
    """A line under the card with words somebody wrote: emptied when the text must go."""
    REQUESTER_NOTICE = "requester_notice"
    """Tell the requester about a change in the case."""
    RECEIPT_UPDATE = "receipt_update"
    """Bring the requester's receipt up to date, in place of a notice about which nobody knows whether it landed."""
    RELAYED_NOTICE = "relayed_notice"
    """A notice to the requester with words the team wrote: emptied when the text must go."""
    MEMBER_NOTICE = "member_notice"
    """Tell one member of the team."""
    ERASE = "erase"
    """Empty a message that carried the text of a case; the payload names it."""
    TEAM_POST = "team_post"
    """A card in the team's channel that is about no single case; the payload names the card and the team."""
    REMINDER = "reminder"
    """A reminder somebody asked for."""
    COPY = "copy"
    """Nothing is sent so: a message in which somebody was shown the case, noted so that it is emptied with its text."""
    UNREADABLE = "unreadable"
    """Nothing is written so: what a row is read as that a newer version wrote, or that is damaged."""


STATUS_NOTICES = frozenset({"posted", "seen", "claimed", "given_back", "reopened"})
"""Notices to the requester that only tell where the case stands, which its receipt can tell as well."""


LEFT: Final = "left:"
"""Begins the name of a conversation with somebody whose case it was, and whom the bot has forgotten."""
ANEW: Final = "anew"
POSTED_AS: Final = "posted_as"
WRITTEN_IN: Final = "written_in"

Payload = TypedDict(
    "Payload",
    {
        # To the thread, the requester or a member. The words are keys in texts: `team.thread_<line>` and so on.
        "line": str,
        "notice": str,
        "who": str,  # names
        "to": str,
        "message": str,  # number of the message of the case whose words go along
        "replaces": str,  # the answer replaces an earlier one
        "member_id": str,  # whom to open a chat of their own with
        "member_name": str,
        # A follow-up
        "follow_up": str,
        "about": str,  # what tells one follow-up, or one file that is offered, from another
        "until": str,  # from when a later row says the same, so that this one need not be said as well
        # An update: draw the card although it shows this version of the case, for time has passed
        "anew": str,
        # What is emptied, and where: in the channel of the case, or (`moved`) in one that its team has left
        "activity_id": str,
        "double": str,  # a second card of the case
        "moved": str,
        "conversation_id": str,  # also where a reminder goes
        "reference": str,  # JSON
        "channel_id": str,
        "teams_team_id": str,
        "posted_as": str,  # instead of an id: the dedupe key of the row that posted it
        # A post that is about no single case
        "card": str,
        "team": str,
        "from": str,
        "counts": str,  # JSON
        "change": str,
        "words": str,
        "report": str,
        "restored": str,  # the moment the database is put back to
        "left": str,
        "duties": str,  # JSON
        # A reminder, or what staff of the bot are told
        "text": str,  # a key in texts
        "values": str,  # JSON
        "person_id": str,
        # Never kept: what is only known at delivery time
        "standing": str,  # whether what the team has sent has reached the requester
        "on_duty": str,  # JSON: who is called by name
        "busy": str,  # whoever a form is for is in the middle of a guide or a case, and gets one line instead
        "written_in": str,  # the written standard the receiver has chosen
    },
    total=False,
)
"""All that any row says besides its kind and its case. Rows of earlier versions have some keys less, so each but what
makes its kind what it is must be asked for with `get`; `PAYLOAD_VERSION` tells of changes that this cannot bear."""


class RowState(StrEnum):
    """Where a row stands."""

    WAITING = "waiting"
    AMBIGUOUS = "ambiguous"
    """Sent, but the answer does not say whether it landed: look before sending again."""
    DELIVERED = "delivered"
    PARKED = "parked"
    """Given up until a person looks at it; never dropped."""
    CANCELLED = "cancelled"


PAYLOAD_VERSION = 1
"""Version of the payloads written now; rows of older versions are brought up to date when they are delivered."""


@dataclass(frozen=True)
class OutboxItem:
    """One thing to deliver once. `dedupe_key` is unique: adding the same key again changes nothing."""

    kind: Kind
    dedupe_key: str
    due_at: datetime
    conversation: str
    """Where it goes, for order and rate limits: `team:<id>`, `requester:<case id>`, `left:<case id>` or
    `person:<pseudonym>`."""
    case_id: str | None = None
    payload: Payload = field(default_factory=Payload, repr=False)
    """Encrypted in the store. Ids, text keys and approved text; never raw text."""
    payload_version: int = PAYLOAD_VERSION


@dataclass(frozen=True)
class OutboxRow:
    """An item as the worker sees it, with what has happened to it so far."""

    id: str
    item: OutboxItem
    state: RowState
    attempt: int
    lease_until: datetime | None
    activity_id: str | None
    last_code: str | None
    last_attempt_at: datetime | None = None
    looks: int = 0
    """How often the channel was looked at, or could not be, since the last send that may have landed."""
    sent_to: Place | None = None
    """The channel of that send: its team may be in another one by now. None in a chat, which cannot be searched. Of a
    `COPY` the channel it stands in."""


class Outbox(Protocol):
    """Rows to deliver. Written in the same commit as what caused them."""

    async def add(self, item: OutboxItem) -> None:
        """Add the row unless its dedupe_key is known."""

    async def note_sent(self, item: OutboxItem, activity_id: str, channel: Place | None) -> None:
        """Add the row as delivered, unless its dedupe_key is known: it became this message, there or in a chat."""

    async def is_known(self, dedupe_key: str) -> bool:
        """Return whether there is a row with that key, delivered or not."""

    async def activity_of(self, dedupe_key: str) -> str | None:
        """Return the message that row became; None when it is not delivered, or not known any more."""

    async def is_something_else(self, activity_id: str, case_id: str) -> bool:
        """Return whether the message is known to have been sent as anything but a card of the case."""

    async def cancel(self, dedupe_key: str) -> None:
        """Cancel the row if it is not delivered yet."""

    async def reschedule(self, item: OutboxItem) -> None:
        """Add the row, or move the undelivered one with that key to the new time."""

    async def let_come_again(self, dedupe_key: str) -> None:
        """Let a row with that key be added although one is delivered, which stays among what is sent."""

    async def parked(self) -> Sequence[OutboxRow]:
        """Return rows that need a person."""

    async def parked_about(self, case_id: str) -> Sequence[OutboxRow]:
        """Return those of them that are about a case."""

    async def reminders_to_come(self, conversation: str) -> Sequence[OutboxRow]:
        """Return the reminders in that lane that have not been delivered, the next one first."""

    async def sent_about(self, case_id: str) -> Sequence[OutboxRow]:
        """Return the delivered rows about a case, with empty payloads."""
