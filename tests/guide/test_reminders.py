"""Reminders people ask for: at eight Norwegian time, whatever the clocks did, and once after a standstill."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import bot.inside
from bot.cli.chat import Chat, prepare
from bot.cli.terminal import Terminal
from bot.content.texts import load_texts
from bot.settings import Settings
from tests.fakes.knowledge import KNOWLEDGE
from tests.fakes.stores import _sqlite_template
from tests.transcripts.stage import FAST, FrozenClock, frozen_surroundings

TO_LEVEL_1 = ("jeg er bekymret", "nei", "nei", "1", "11 år, skole", "fravær", "ja", "barnet vil ha hjelp", "ja")
DUE = "Sak Blå: I dag skulle dere se om tiltaket virket."


class Play:
    """The whole bot on a laptop, started and stopped at chosen times."""

    def __init__(self, folder: Path, starts_at: datetime) -> None:
        self.clock = FrozenClock(starts_at)
        self.written: list[str] = []
        self.terminal = Terminal(load_texts(KNOWLEDGE), self.written.append)
        self.settings = Settings(_env_file=None, development=True, data=folder, knowledge=KNOWLEDGE)

    async def up(self, at: datetime, *said: str) -> str:
        """Start at that time, let the person say something, deliver what is due, stop; return what was shown."""
        self.clock.ahead = at.astimezone(UTC) - self.clock._starts_at
        self.written.clear()
        if not (self.settings.data / "veilederen.db").exists():
            shutil.copy(await asyncio.to_thread(_sqlite_template), self.settings.data / "veilederen.db")
        async with bot.inside.open_inside(self.settings, self.terminal, self.clock, FAST) as inside:
            await prepare(inside, inside.library.knowledge.served(), self.clock, "selbu", "skole")
            chat = Chat(inside, self.terminal, self.clock, number=int(at.timestamp()))
            for one in said:
                await chat.take(one)
            await inside.worker.deliver_due()
        return "\n".join(self.written)


@pytest.fixture
def whole() -> Iterator[None]:
    """The knowledge, read once."""
    with frozen_surroundings():
        yield


def utc(*when: int) -> datetime:
    """Return a moment in UTC."""
    return datetime(*when, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked_at", "day", "just_before", "due"),
    [
        (utc(2027, 3, 20, 12), "29. mars", utc(2027, 3, 29, 5, 59), utc(2027, 3, 29, 6, 1)),
        (utc(2027, 10, 20, 12), "1. november", utc(2027, 11, 1, 6, 59), utc(2027, 11, 1, 7, 1)),
        (utc(2026, 12, 7, 12), "18. januar", utc(2027, 1, 18, 6, 59), utc(2027, 1, 18, 7, 1)),
    ],
    ids=["summer time begins", "summer time ends", "over the new year"],
)
async def test_a_reminder_comes_at_eight_norwegian_time(
    whole: None, tmp_path: Path, asked_at: datetime, day: str, just_before: datetime, due: datetime
) -> None:
    play = Play(tmp_path, asked_at)
    said = await play.up(asked_at, *TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen", day)
    assert "Jeg minner deg på Sak Blå" in said
    assert DUE not in await play.up(just_before)
    assert DUE in await play.up(due)
    assert DUE not in await play.up(due.replace(hour=12))


async def test_after_weeks_of_standstill_the_reminder_comes_once(whole: None, tmp_path: Path) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    await play.up(asked_at, *TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen", "18. januar")
    first = await play.up(utc(2027, 3, 1, 10))
    assert first.count(DUE) == 1
    assert DUE not in await play.up(utc(2027, 3, 2, 10))


async def test_deleting_the_concern_takes_its_reminder_away(whole: None, tmp_path: Path) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    await play.up(asked_at, *TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen", "18. januar")
    said = await play.up(utc(2026, 12, 8, 10), "fortsett", "slett saken", "Ja, slett saken")
    assert "Sak Blå er slettet." in said
    assert DUE not in await play.up(utc(2027, 1, 19, 10))


@pytest.mark.parametrize(
    "said",
    ["Ikke minn meg", "nei ikke minn meg", "slett påminnelsen", "ikke minn meg på Sak Blå", "stopp alle påminnelser"],
)
async def test_a_reminder_that_is_stopped_never_comes(whole: None, tmp_path: Path, said: str) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    await play.up(asked_at, *TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen", "18. januar", said)
    assert DUE not in await play.up(utc(2027, 1, 19, 10))


async def test_a_no_to_the_question_which_to_stop_keeps_it(whole: None, tmp_path: Path) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    await play.up(asked_at, *TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen", "18. januar")
    await play.up(utc(2026, 12, 8, 10), "jeg er bekymret", "slett påminnelsen", "ja", "nei")
    assert DUE in await play.up(utc(2027, 1, 18, 10))


@pytest.mark.parametrize("said", ["nei vent, 21. januar", "heller 21. januar", "oi, jeg mente 21. januar"])
async def test_another_day_said_at_once_moves_the_reminder(whole: None, tmp_path: Path, said: str) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    told = await play.up(asked_at, *TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen", "18. januar", said)
    assert "torsdag 21. januar 2027" in told
    assert DUE not in await play.up(utc(2027, 1, 18, 10))
    assert DUE in await play.up(utc(2027, 1, 21, 10))


async def test_no_reminder_waits_longer_than_what_it_is_about_is_kept(whole: None, tmp_path: Path) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    asked = (*TO_LEVEL_1, "ja enige", "ja", "Minn meg på evalueringen")
    assert "Jeg minner deg på Sak Blå" not in (said := await play.up(asked_at, *asked, "18.1.2028"))
    assert "Velg en dag innen tirsdag 7. desember 2027" in said
    assert "Jeg minner deg på Sak Blå" in await play.up(asked_at.replace(hour=13), "7.12.2027")


REPORTED = ("jeg er bekymret", "nei", "2", "minn meg på svaret")
ANSWERED = "Sak Blå: Har barnevernet bekreftet"


@pytest.mark.parametrize("said", ["ja", "ja takk", "ja gjerne", "Minn meg begge ganger"])
async def test_a_yes_is_enough_to_be_reminded_of_the_answer_to_a_report(whole: None, tmp_path: Path, said: str) -> None:
    asked_at = utc(2026, 12, 7, 12)
    play = Play(tmp_path, asked_at)
    assert "28. desember 2026" in await play.up(asked_at, *REPORTED, said)
    assert ANSWERED in await play.up(utc(2026, 12, 28, 10))


async def test_a_no_sets_no_reminder_of_the_answer_to_a_report(whole: None, tmp_path: Path) -> None:
    play = Play(tmp_path, utc(2026, 12, 7, 12))
    assert "Ingen påminnelse" in await play.up(utc(2026, 12, 7, 12), *REPORTED, "nei")
    assert ANSWERED not in await play.up(utc(2026, 12, 28, 10))


async def test_a_day_of_ones_own_goes_instead_of_the_two_of_the_law(whole: None, tmp_path: Path) -> None:
    play = Play(tmp_path, utc(2026, 12, 7, 12))
    assert "fredag 18. desember 2026" in await play.up(utc(2026, 12, 7, 12), *REPORTED, "18. desember")
    assert "Sak Blå" in await play.up(utc(2026, 12, 18, 10))


@pytest.mark.parametrize(
    ("said", "told", "due"),
    [
        ("minn meg på Sak Blå om 5 dager", "Da er det en lørdag, så jeg minner deg på Sak Blå mandag 14. desember", 14),
        ("minn meg på Sak Blå lørdag", "lørdag 12. desember 2026, som du skrev. Det er en lørdag, så kanskje", 12),
        ("minn meg på Sak Blå 13. desember", "søndag 13. desember 2026, som du skrev. Det er en søndag", 13),
    ],
)
async def test_a_counted_day_is_a_working_day_and_a_named_one_stays(
    tmp_path: Path, whole: None, said: str, told: str, due: int
) -> None:
    play = Play(tmp_path, utc(2026, 12, 7, 9))
    shown = await play.up(utc(2026, 12, 7, 9), *TO_LEVEL_1, said)
    assert told in shown
    assert "Du ba meg minne deg" not in await play.up(utc(2026, 12, due - 1, 10))
    assert "Du ba meg minne deg" in await play.up(utc(2026, 12, due, 10))


async def test_a_day_off_may_be_moved_to_the_next_working_day(tmp_path: Path, whole: None) -> None:
    play = Play(tmp_path, utc(2026, 12, 7, 9))
    shown = await play.up(utc(2026, 12, 7, 9), *TO_LEVEL_1, "minn meg på Sak Blå 25. desember", "heller mandag")
    assert "Det er en helligdag" in shown
    assert "Jeg minner deg på Sak Blå mandag 28. desember" in shown
    assert "Du ba meg minne deg" not in await play.up(utc(2026, 12, 25, 10))
    assert "Du ba meg minne deg" in await play.up(utc(2026, 12, 28, 10))
