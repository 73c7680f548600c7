"""What all tests share: switches of the command line, how they are shared out over workers, and how a worker keeps its
memory. Fixtures live beside the tests that need them."""

from __future__ import annotations

import contextlib
import ctypes
import gc
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from xdist.remote import WorkerInteractor
from xdist.scheduler import LoadGroupScheduling
from xdist.workermanage import WorkerController

from tests.fakes.logs import as_before_logging

LOOKED_THROUGH = 50_000
"""New objects before they are looked through for something to throw away: the knowledge, which many tests share, is
large and stays, and looking through it again and again took a tenth of the time."""
TAKE_LONG = (
    "tests/end_to_end/",  # waits for its windows much of the time, so beside it stands what only reckons
    "tests/anonymise/test_",
    "tests/teams/render/",
    "tests/whole_bot/",
    "tests/delivery/",
    "tests/usecases/test_any_steps.py",
    "tests/turns/test_one_turn.py",
)


class Numbered(list[str]):
    """The names of all tests, each found at once and not by looking through the twenty thousand."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names)
        self._numbers = {name: number for number, name in enumerate(names)}

    def index(self, name: str, *_: Any) -> int:
        return self._numbers[name]


class FilesAndGroups(LoadGroupScheduling):
    """Gives a worker a file of tests at a time, or a group. One test at a time, of 19 000, costs the process that
    shares them out more than most tests cost: it looks through all that were shared out before."""

    def _split_scope(self, nodeid: str) -> str:
        return str(super()._split_scope(nodeid)).partition("::")[0]

    def add_node_collection(self, node: WorkerController, collection: Sequence[str]) -> None:
        super().add_node_collection(node, collection)
        if node in self.registered_collections:  # one that found other tests than the first worker is left out
            self.registered_collections[node] = Numbered(collection)

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Let go of the test: what is there is counted after each one."""
        super().mark_test_complete(node, item_index, duration)
        nodeid = self.registered_collections[node][item_index]
        del self.assigned_work[node][self._split_scope(nodeid)][nodeid]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FilesAndGroups | None:
    if config.option.dist != "loadgroup":
        return None
    config.option.loadscopereorder = False
    return FilesAndGroups(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that no worker is left alone with it at the end."""
    items.sort(
        key=lambda one: next((at for at, it in enumerate(TAKE_LONG) if one.nodeid.startswith(it)), len(TAKE_LONG))
    )


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(LOOKED_THROUGH)
    for worker in config.pluginmanager.get_plugins():
        if isinstance(worker, WorkerInteractor):
            _tell_what_counts(worker)


def _tell_what_counts(worker: WorkerInteractor) -> None:
    """Of a test that goes well, have the worker tell its result and its end, and not also its beginning, its place and
    that nothing was wrong before and after it: six messages a test cost more than most tests do."""
    send = worker.sendevent

    def send_some(name: str, **about: Any) -> None:
        report = about.get("data", {})
        is_beside = name == "testreport" and report["when"] != "call" and report["outcome"] == "passed"
        if not is_beside and name not in ("logstart", "logfinish"):
            send(name, **about)

    worker.sendevent = send_some


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


@pytest.fixture(scope="module", autouse=True)
def _log_is_as_before() -> Iterator[None]:
    """Undo what a file of tests has set up of the log, as the commands do: the next one hears it in its own way."""
    yield
    as_before_logging()
