"""What all tests share: switches of the command line, and how a worker keeps its memory. Fixtures live beside the tests
that need them."""

from __future__ import annotations

import contextlib
import ctypes
import gc
from collections.abc import Iterator

import pytest

LOOKED_THROUGH = 50_000
"""New objects before they are looked through for something to throw away: the knowledge, which many tests share, is
large and stays, and looking through it again and again took a tenth of the time."""


def pytest_configure() -> None:
    gc.set_threshold(LOOKED_THROUGH)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-transcripts",
        action="store_true",
        help="Rewrite the bot's lines in transcripts that do not match; review the difference in git.",
    )
    parser.addoption(
        "--renew-screenshots",
        action="store_true",
        help="Write the pictures of the README and of the journey on a phone anew, from the real client.",
    )


def pytest_collection_finish() -> None:
    """Never again look through what was collected for something to throw away: the tests stay to the end, in every
    worker, and are more than a million objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def _memory_is_given_back() -> Iterator[None]:
    """Give back what a file of tests has let go: one that reads the whole knowledge anew leaves hundreds of megabytes
    free inside the process, which the next never fills."""
    yield
    with contextlib.suppress(OSError, AttributeError):  # other C libraries give memory back by themselves
        ctypes.CDLL(None).malloc_trim(0)
