"""A made-up name is written wherever anything can be written, at random and for long; then it is looked for everywhere.

It may stand in the chat of whoever wrote it, and nowhere else: in no channel, no file, no log however much is logged.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.connector import FakeConnector
from tests.fakes.times import times
from tests.turns.test_any_press import FIELDS, GIVEN
from tests.whole_bot import test_many_steps
from tests.whole_bot.service import Service, connect_the_channel, serving
from tests.whole_bot.test_canaries import found_in
from tests.whole_bot.test_many_steps import TYPED, Crowd

STEPS = times(400)
NAME = "Torgeir Kvernmo"
MARKED = ("Torgeir", "Kvernmo", "412 34 567")
SAID = (
    f"{NAME} er stille i timen.",
    f"{NAME} kommer sent, ring 412 34 567.",
    f"Far slår {NAME}.",
    f"Vi ser flere saker om fravær, som {NAME}.",
    f"<at>{NAME}</at> [{NAME}](https://eksempel.no) **{NAME}**",
    "Tor\u200bgeir Kvern\u00admo er borte.",
)
IN_CHANNEL = tuple(f"{begins} {one}" for begins in ("spør innmelder:", "svar innmelder:", "trend:") for one in SAID)
WRITTEN_IN = (*FIELDS, "words", "change", "themes", "feedbackText")


class Heard(logging.Handler):
    """Keeps all that is logged as it was told, before anything is left out of it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words, the facts and the errors of a record."""
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self.told.append(f"{record.getMessage()} {vars(record).get('facts')} {trace}")


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Log everything there is to log."""
    handler, loggers = Heard(), (logging.getLogger(), logging.getLogger("veilederen.events"))
    before = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(handler)
        one.setLevel(logging.DEBUG)
    yield handler
    for one, level in zip(loggers, before, strict=True):
        one.removeHandler(handler)
        one.setLevel(level)


@pytest.mark.slow
async def test_a_name_stands_nowhere_but_in_the_chat_of_whoever_wrote_it(
    tmp_path: Path, connector: FakeConnector, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test_many_steps, "TYPED", (*TYPED, *SAID * 3, *IN_CHANNEL))
    monkeypatch.setattr(test_many_steps, "GIVEN", (*GIVEN, *SAID * 4))
    monkeypatch.setattr(test_many_steps, "FIELDS", WRITTEN_IN)
    async with serving(tmp_path, connector) as service:
        await connect_the_channel(service)
        for person in test_many_steps.STAFF[:2]:
            await service.send_a_case(person)
        crowd = Crowd(service, random.Random(29))
        for _ in range(STEPS):
            await crowd.step()
        files = _files(tmp_path)
    assert set(crowd.statuses) == {200}, crowd.statuses
    assert {name: found for name, content in files.items() if (found := found_in(content, MARKED))} == {}
    assert len(heard.told) > STEPS, "everything is logged, so this shows something"
    assert [one for one in heard.told if found_in(one.encode(), MARKED)] == []
    assert _read_by_others(service) == []


def _files(folder: Path) -> dict[str, bytes]:
    """Return every file. To read that of SQLite lets go of the locks this process has on it: nobody else may use it
    afterwards."""
    return {one.name: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def _read_by_others(service: Service) -> list[str]:
    """Return every message with the name in it that stands elsewhere than in the chat of one of the staff."""
    own = {f"a:{person}" for person in test_many_steps.STAFF}
    kept = service.connector.messages.values()
    return [one.text for one in kept if one.conversation not in own and found_in(one.text.encode(), MARKED)]
