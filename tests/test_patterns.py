"""No pattern of the bot can be cut in ever more ways: «ja, ja, ja, …» once stopped it for everybody."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import bot
import dialogs

TIMES = 16
"""How often a bit of a pattern is repeated: with two ways to cut each, that is sixty-five thousand ways."""
SECONDS = 0.0015
"""Of the processor; what goes over the text once, or once for each place in it, takes a tenth."""
SEPARATORS = (" ", ", ", "", ". ")
MOST_BITS = 60
NOT_IMPORTED = ("bot.store.migrations", "bot.__main__")
"""What runs when it is imported."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns that stand in modules, also in mappings and rows there, each once, by where they stand."""
    seen: set[re.Pattern[str]] = set()
    for package in (bot, dialogs):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.startswith(NOT_IMPORTED):
                continue
            for name, held in vars(importlib.import_module(found.name)).items():
                rows = held.values() if isinstance(held, dict) else held if isinstance(held, tuple | list) else (held,)
                for one in rows:
                    if isinstance(one, re.Pattern) and isinstance(one.pattern, str) and one not in seen:
                        seen.add(one)
                        yield f"{found.name}:{name}", one


def bits_of(pattern: re.Pattern[str]) -> list[str]:
    """Return words that stand in a pattern, and signs any may have."""
    plain = re.sub(r"\\[a-zA-Z]", "", pattern.pattern)
    return [*list(dict.fromkeys(re.findall(r"[^\W\d_]+", plain)))[:MOST_BITS], "a", "1", "1.", "-", "«", " "]


def is_slow(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether looking through a text takes long each of three times: something else may have had the processor."""
    for _ in range(3):
        began = time.thread_time()
        for _ in pattern.finditer(text):
            pass
        if time.thread_time() - began < SECONDS:
            return False
    return True


def test_one_that_can_be_cut_in_many_ways_is_noticed() -> None:
    assert is_slow(re.compile(r"^(?:\s*ja\b[\s,]*)*at"), "ja, " * TIMES + "\x01")


def test_no_pattern_can_be_cut_in_ever_more_ways() -> None:
    found = list(patterns())
    slow = {
        f"{where}: {bit!r}"
        for where, one in found
        for bit in bits_of(one)
        for separator in SEPARATORS
        if is_slow(one, (bit + separator) * TIMES + "\x01")
    }
    assert len(found) > 1_000
    assert slow == set()
