"""How fast, how patient and how careful the delivery is: figures with their reasons and sources."""

from __future__ import annotations

from dataclasses import dataclass

Windows = tuple[tuple[float, int], ...]
"""Pairs of seconds and the highest number of sends in any stretch of that length."""

TEAMS_CONVERSATION: Windows = ((1.0, 4), (30.0, 30), (3600.0, 1700))
"""Teams allows 7/1 s, 60/30 s and 1800/3600 s per conversation and bot (bots/how-to/rate-limit.md). We stay well under,
one a second over half a minute, because answers to presses in the same conversation count too."""

TEAMS_APP: Windows = ((1.0, 25),)
"""Teams allows 30 a second per app and tenant in the oldest version of the same page."""


@dataclass(frozen=True)
class DeliverySettings:
    """Times in seconds."""

    client_timeout: float = 20.0
    """How long one send may take: the 15 seconds Teams is given to answer, and 5 for the roster before a line that
    calls somebody by name. Longer, and nobody knows whether it landed."""
    lease: float = 60.0
    """How long a row is one worker's own. Must hold a look and a send, so at least twice `client_timeout`; begins anew
    with each attempt."""
    visibility_lag: float = 30.0
    """How long a message may take to be seen by a search of the channel. Not documented by Microsoft; measure it."""
    poll_every: float = 1.0
    """How often the outbox is looked at when nothing wakes the worker."""
    concurrency: int = 20
    """Rows on their way at the same time."""
    drain: float = 25.0
    """How long rows on their way may take to finish when the program is told to stop: a send that takes its whole time
    and is noted. The platform gives 90 seconds for all that ends (`deploy/azure.bicep`)."""
    backoff_base: float = 1.0
    backoff_cap: float = 300.0
    """Tries are spread at random between nothing and base × 2^attempt, never more than five minutes apart."""
    retry_after_cap: float = 3600.0
    """The longest Retry-After that is believed."""
    conversation_windows: Windows = TEAMS_CONVERSATION
    app_windows: Windows = TEAMS_APP

    def __post_init__(self) -> None:
        if self.lease < 2 * self.client_timeout:
            raise ValueError("the lease must be at least twice the client timeout, or two workers send the same row")
        if self.drain <= self.client_timeout:
            raise ValueError(
                "rows on their way need longer than one send to finish, or nobody knows whether they landed"
            )
