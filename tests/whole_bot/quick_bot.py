"""`python -m tests.whole_bot.quick_bot`: the bot as `python -m bot serve` starts it, but sending as fast as it can."""

from __future__ import annotations

import bot.inside
from bot.cli.serve import serve
from bot.delivery import DeliverySettings
from bot.settings import Settings

AT_ONCE = DeliverySettings(
    client_timeout=2.0, lease=5.0, visibility_lag=0.2, conversation_windows=(), app_windows=((1.0, 1000),)
)


def at_once(_settings: Settings) -> DeliverySettings:
    """Return settings without the limits of Teams."""
    return AT_ONCE


if __name__ == "__main__":
    bot.inside._delivery = at_once
    serve()
