"""What to do after a send failed, as a pure function. The table is Microsoft's, read with care for a child's case.

| what happened                           | landed?  | what we do                                                  |
|-----------------------------------------|----------|-------------------------------------------------------------|
| 412, 429, 503, token service down       | no       | wait as told (Retry-After), else full jitter up to 5 min     |
| 500, 502, 504, timeout, connection lost | unknown  | wait the visibility lag, look for the marker, then send      |
| 400, 401, 403, 404                      | no       | park and tell the admin: somebody must change something      |
| 413                                     | no       | cut the longest texts and send again at once; with nothing   |
|                                         |          | left to cut, park and tell the admin                         |
| the place cannot be searched            | unknown  | wait and look again; after N looks (see LOOKS): what only    |
|                                         |          | tells a status is left to the receipt, which is updated in   |
|                                         |          | place; all else is sent and says that it may have come before |

What a team's channel refuses with 401, 403 or 404 while its roster can be read is let go again each hour for two weeks,
and so is everything while the app is off (`try_refused_again`). An update replaces what is there, so it is repeated
without looking. Nothing is ever given up or dropped by itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from bot.delivery.settings import DeliverySettings
from bot.domain.outbox import STATUS_NOTICES, Kind, OutboxItem
from bot.domain.sending import Ambiguous, CannotLook, Gone, Refused, SendError, TooLarge, TryLater

LOOKS = {
    # A second card is visible to the whole team, so we look for about ten minutes before we risk it. But a card that
    # never comes means that nobody helps the child: then it is sent, and the admin is told that the search fails.
    Kind.CASE_CARD: 20,
    # A line told twice is a blemish.
    Kind.THREAD_LINE: 3,
    Kind.RELAYED_LINE: 3,
    # Personal chats can't be searched: no use in looking twice.
    Kind.REQUESTER_NOTICE: 1,
    Kind.RELAYED_NOTICE: 1,
    Kind.MEMBER_NOTICE: 1,
    Kind.TEAM_POST: 3,
    Kind.REMINDER: 1,
}
"""How often a row that may have landed is looked for in vain before it is sent once more."""

REPLACING = (Kind.CASE_CARD_UPDATE, Kind.ERASE, Kind.RECEIPT_UPDATE)
"""Kinds that replace a message that is there."""

_SPREAD = 0.1
"""Retry-After is lengthened by up to a tenth, so that all rows told the same do not come back at once."""


@dataclass(frozen=True)
class TryAgain:
    """Try again after `seconds`. `ambiguous`: look first. `looked`: this was a look that did not succeed."""

    seconds: float
    ambiguous: bool
    looked: bool = False


@dataclass(frozen=True)
class Park:
    """Keep the row until a person has looked at it."""


@dataclass(frozen=True)
class SendUnseen:
    """Send although nobody could see whether it is there already; the message says so."""


@dataclass(frozen=True)
class LeaveToReceipt:
    """Don't send again: the requester's receipt tells the same, and replacing it twice is the same as once."""


def after_failure(
    error: SendError, kind: Kind, attempt: int, settings: DeliverySettings, chance: Callable[[], float] = random.random
) -> TryAgain | Park:
    """Return what to do after a send of a row failed for the `attempt`-th time. `chance` gives 0 to 1."""
    match error:
        case TryLater(after=float() | int() as seconds):
            told = min(max(float(seconds), 0.0), settings.retry_after_cap)
            return TryAgain(told * (1 + _SPREAD * chance()), ambiguous=False)
        case TryLater():
            return TryAgain(backoff(attempt, settings, chance), ambiguous=False)
        case Refused() | Gone() | TooLarge():
            return Park()
        case Ambiguous() if kind in REPLACING:
            return TryAgain(backoff(attempt, settings, chance), ambiguous=False)
        case _:
            return TryAgain(settings.visibility_lag, ambiguous=True)


def after_vain_look(
    error: CannotLook, item: OutboxItem, looks: int, settings: DeliverySettings
) -> TryAgain | SendUnseen | LeaveToReceipt:
    """Return what to do when the place could not be searched, `looks` times before this one."""
    if looks + 1 >= LOOKS.get(item.kind, 1):
        is_status = item.kind is Kind.REQUESTER_NOTICE and item.payload.get("notice") in STATUS_NOTICES
        return LeaveToReceipt() if is_status else SendUnseen()
    wait = max(settings.visibility_lag, min(error.after or 0.0, settings.backoff_cap))
    return TryAgain(wait, ambiguous=True, looked=True)


def backoff(attempt: int, settings: DeliverySettings, chance: Callable[[], float] = random.random) -> float:
    """Return full jitter: anything between nothing and base × 2^attempt, capped."""
    ceiling: float = min(settings.backoff_cap, settings.backoff_base * 2 ** min(attempt, 30))
    return ceiling * chance()
