"""How much longer than usual the tests of loss, abuse and random play run: `make test-long` sets it."""

from __future__ import annotations

import os

TIMES = float(os.environ.get("VEILEDEREN_TEST_TIMES", "1"))


def times(usual: int) -> int:
    """Return so many cases, steps or examples, times `VEILEDEREN_TEST_TIMES`."""
    return round(usual * TIMES)
