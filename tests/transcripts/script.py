"""Reads and writes transcripts: readable conversations where every line of a person is an input and every other line is
what must come of it. Knows nothing of the bot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

SPEAKERS = {
    "Kari": "ansatt",
    "Nils": "ansatt2",
    "Ole": "team",
    "Siri": "team2",
    "Uvedkommende": "utenfor",
    "Rita": "redaktor",
    "Lena": "leder",
    "Alf": "admin",
}
"""First names of the people in the terminal chat (`bot/cli/terminal_people.py`), all invented."""
ANY = "..."
"""A line of its own that stands for any number of lines."""
_SAID = re.compile(rf"^({'|'.join(SPEAKERS)})(?: og ({'|'.join(SPEAKERS)}) samtidig)?: (.*)$")
_PASSED = re.compile(r"^\.\.\. (\d+) (dag|dager|time|timer|minutt|minutter) senere \.\.\.$")
WHOLE_LAST = "siste hele"
"""In `Vis: 4, siste hele`: what the last line leads to is written out, everything before it with four lines each."""
_LONG = re.compile(r"<(\d+) tegn>")
_RESTART = "... boten starter på nytt ..."
_SETTING = re.compile(r"^(Klokka|Kommune|Rolle|Kanal|Vis): (.+)$")
_MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()  # noqa: SIM905
)
_DAYS = "mandag tirsdag onsdag torsdag fredag lørdag søndag".split()  # noqa: SIM905


@dataclass(frozen=True)
class Move:
    """One thing that happens, the line it stands on, and what must come of it."""

    line: str
    number: int
    who: tuple[str, ...] = ()
    """Ids of the people who act; several act at once."""
    said: str = ""
    minutes: int = 0
    is_restart: bool = False
    expected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """A whole transcript."""

    head: tuple[str, ...]
    settings: Mapping[str, str]
    moves: tuple[Move, ...]

    @property
    def starts_at(self) -> datetime:
        """Return the time on the line `Klokka: mandag 7. desember 2026 14.10` (Norwegian time)."""
        return read_time(self.settings.get("Klokka", "mandag 7. desember 2026 14.10"))


def read_time(said: str) -> datetime:
    """Return the time; raises ValueError when the weekday does not fit the date."""
    weekday, day, month, year, clock = said.split()
    hour, minute = (int(part) for part in re.split("[.:]", clock))
    at = datetime(
        int(year), _MONTHS.index(month) + 1, int(day.rstrip(".")), hour, minute, tzinfo=ZoneInfo("Europe/Oslo")
    )
    if _DAYS[at.weekday()] != weekday:
        raise ValueError(f"{day} {month} {year} is a {_DAYS[at.weekday()]}, not a {weekday}")
    return at


def read_script(path: Path) -> Script:
    """Read a transcript; raises ValueError with the line number for what can't be read."""
    head: list[str] = []
    settings: dict[str, str] = {}
    moves: list[Move] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        move = _read_move(line, number)
        setting = _SETTING.match(line)
        if move is not None:
            moves.append(move)
        elif moves and line:
            moves[-1] = replace(moves[-1], expected=(*moves[-1].expected, line))
        elif not moves:
            head.append(line)
            if setting:
                settings[setting[1]] = setting[2]
            elif line and not line.startswith("#"):
                raise ValueError(f"{path.name}, line {number}: the head holds comments and settings only: {line}")
    return Script(tuple(head), settings, tuple(moves))


def _read_move(line: str, number: int) -> Move | None:
    said = _SAID.match(line)
    if said:
        who = tuple(SPEAKERS[name] for name in said.groups()[:2] if name)
        return Move(line, number, who, _LONG.sub(_long, said[3]).replace(" // ", "\n"))
    passed = _PASSED.match(line)
    if passed:
        each = {"d": 24 * 60, "t": 60, "m": 1}[passed[2][0]]
        return Move(line, number, minutes=int(passed[1]) * each)
    return Move(line, number, is_restart=True) if line == _RESTART else None


def _long(written: re.Match[str]) -> str:
    """Return so many characters of text, where a transcript says `<1300 tegn>`."""
    return ("mye tekst " * (int(written[1]) // 10 + 1))[: int(written[1])]


def matches(expected: Sequence[str], actual: Sequence[str]) -> bool:
    """Return whether the lines are as expected; a line with only `...` stands for any number of lines."""
    places = {0}
    for line in expected:
        if line.strip() == ANY:
            places = {place for first in places for place in range(first, len(actual) + 1)}
        else:
            places = {place + 1 for place in places if place < len(actual) and actual[place] == line}
    return len(actual) in places


def shortened(lines: Sequence[str], keep: int) -> tuple[str, ...]:
    """Return each message with its first `keep` lines and its buttons; the rest stands as `...`."""
    messages: list[list[str]] = []
    for line in lines:
        if line.startswith(" ") and messages:
            messages[-1].append(line)
        else:
            messages.append([line])
    return tuple(line for message in messages for line in _short(message, keep))


def _short(message: Sequence[str], keep: int) -> Sequence[str]:
    if len(message) <= keep + 2:
        return message
    return [*message[:keep], f"    {ANY}", message[-1]]


def written(script: Script, outcomes: Sequence[Sequence[str]]) -> str:
    """Return the transcript with what came of each move; what matched already stays as it was written."""
    setting = script.settings.get("Vis", "1000")
    keep, whole_last = int(setting.partition(",")[0]), setting.endswith(WHOLE_LAST)
    lines = [*script.head]
    while lines and not lines[-1]:
        lines.pop()
    for number, (move, actual) in enumerate(zip(script.moves, outcomes, strict=True), 1):
        is_whole = whole_last and number == len(script.moves)
        is_kept = bool(move.expected) and matches(move.expected, actual)
        lines += ["", move.line]
        lines += move.expected if is_kept else shortened(actual, 1000 if is_whole else keep)
    return "\n".join(lines) + "\n"
