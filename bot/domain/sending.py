"""How a send can fail, told by what to do about it (Microsoft's status table for bot messages).

SendError
├── TryLater      412, 429, 503, token service down: nothing landed, try again after `after` seconds
├── Ambiguous     500, 502, 504, timeout, connection lost: it may have landed, look before sending again
├── Refused       400, 401, 403: will not work until somebody changes something, park it
├── Gone          404: the conversation or the message is not there any more
├── TooLarge      413: make it shorter
└── CannotLook    the channel cannot be searched for a marker now
"""

from __future__ import annotations


class SendError(Exception):
    """A send did not succeed. `code` is the status and Microsoft's error code, safe to log."""

    def __init__(self, code: str, *, after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.after = after
        """Seconds the receiver asked us to wait (Retry-After); None when it did not say."""


class TryLater(SendError):
    """Nothing landed; try again later."""


class Ambiguous(SendError):
    """It may have landed; look for the marker before sending again."""


class Refused(SendError):
    """Not allowed; park it and tell the admin."""


class Gone(SendError):
    """The conversation or message does not exist any more."""


class TooLarge(SendError):
    """The message is over the size limit."""


class CannotLook(SendError):
    """There is no way to search the channel now."""
