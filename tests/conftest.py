"""What all tests share: switches of the command line, how they are shared out over workers, and how a worker keeps its
memory. Fixtures live beside the tests that need them."""

from __future__ import annotations

import contextlib
import ctypes
import gc
from collections.abc import Iterator
from typing import Any

import pytest
from xdist.scheduler import LoadGroupScheduling

LOOKED_THROUGH = 50_000
"""New objects before they are looked through for something to throw away: the knowledge, which many tests share, is
large and stays, and looking through it again and again took a tenth of the time."""
TAKE_LONG = ("tests/end_to_end/", "tests/teams/render/", "tests/whole_bot/", "tests/delivery/")


class FilesAndGroups(LoadGroupScheduling):
    """Gives a worker a file of tests at a time, or a group. One test at a time, of 19 000, costs the process that
    shares them out more than most tests cost: it looks through all that were shared out before."""

    def _split_scope(self, nodeid: str) -> str:
        return str(super()._split_scope(nodeid)).partition("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FilesAndGroups | None:
    if config.option.dist != "loadgroup":
        return None
    config.option.loadscopereorder = False
    return FilesAndGroups(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that no worker is left alone with it at the end."""
    items.sort(key=lambda one: not one.nodeid.startswith(TAKE_LONG))


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
