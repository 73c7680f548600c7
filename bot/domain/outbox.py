"""What must reach somebody, and when. The outbox is also the schedule: a follow-up is a row with `due_at` ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

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
    UNREADABLE = "unreadable"
    """Nothing is written so: what a row is read as that a newer version wrote, or that is damaged."""


STATUS_NOTICES = frozenset({"posted", "seen", "claimed", "given_back", "reopened"})
"""Notices to the requester that only tell where the case stands, which its receipt can tell as well."""


ANEW = "anew"
"""In the payload of an update: draw the card although it shows this version of the case, for time has passed."""
POSTED_AS = "posted_as"
"""In the payload of what empties a post that is about no case: the dedupe key of the row that posted it."""
WRITTEN_IN = "written_in"
"""What is told of the receiver at delivery time, besides the payload: the written standard they have chosen."""


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
    """Where it goes, for order and rate limits: `team:<id>`, `requester:<case id>` or `person:<pseudonym>`."""
    case_id: str | None = None
    payload: Mapping[str, str] = field(default_factory=dict, repr=False)
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
    """The channel of that send: its team may be in another one by now. None in a chat, which cannot be searched."""
