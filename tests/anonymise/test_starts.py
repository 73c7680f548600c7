"""A pattern is tried only where it can begin, and finds the same."""

import random
import re
import sys

import pytest

from bench.anonymise.fuzz import random_text
from bot.anonymise.anonymiser import import_rules
from bot.anonymise.reading import starts as starts_module
from bot.anonymise.reading.needs import Sought
from bot.anonymise.reading.starts import Starts, begins_with
from tests.anonymise.bench_sets import READS_SETS, read_set

pytestmark = READS_SETS


def _patterns() -> list[re.Pattern[str]]:
    import_rules()
    found: list[object] = []
    for name, module in list(sys.modules.items()):
        if name.startswith("bot.anonymise."):
            for value in list(vars(module).values()):
                found.extend(value if isinstance(value, tuple) else [value])
    patterns = [one.pattern if isinstance(one, Sought) else one for one in found]
    return list({one: None for one in patterns if isinstance(one, re.Pattern)})


def test_every_pattern_finds_the_same_where_it_can_begin_as_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starts_module, "_SIGNS_FOR_A_TRY", 0)  # not searched everywhere where it can begin often
    cases = [item.text for name in ("development_3", "development_21", "development_24") for item in read_set(name)]
    chance = random.Random(7)
    long = ["\n".join(chance.sample(cases, 25)) for _ in range(4)]
    long += [random_text(random.Random(f"7-{number}"), 3_000) for number in range(40)]
    long += [long[0].upper(), long[1].lower(), "İstanbul ıkke SKAL ſkal KELVIN"]
    known = [pattern for pattern in _patterns() if begins_with(pattern) is not None]
    assert len(known) > 400
    differ = set()
    for text in long:
        starts = Starts(text)
        for pattern in known:
            if [one.span() for one in starts.matches(pattern)] != [one.span() for one in pattern.finditer(text)]:
                differ.add(pattern.pattern)
    assert not differ


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        (r"\b(?:mor|far) til", {"mo", "fa"}),
        (r"(?<![\w\-])(?:[Ss]øster)?bor", {"sø", "bo"}),
        (r"\b[A-ZÆØÅ]\w+ bor", {"capital"}),
        (r"[«\"]\w+", {"*«", '*"'}),
        (r"(?:^|(?<=[.] ))hun", {"first", "hu"}),
        (r"\b(?:jente|\d) år", {"je", "digit"}),
        (r"\b(?:mor |far, )?«", {"mo", "fa", "*«"}),
        (r"(?i)\b[1-3a]i?x", {"1i", "1x", "2i", "2x", "3i", "3x", "ai", "ax"}),
        (r"(?<!\d)\d\d", {"*digit"}),
        (r"(?i:\bi )gata", {"i "}),
    ],
)
def test_where_a_pattern_begins_is_read_from_it(pattern: str, names: set[str]) -> None:
    assert begins_with(re.compile(pattern)) == names


@pytest.mark.parametrize(
    "pattern",
    [r"\w+ til", r"mor til", r"\b\w+en", r"(?i)[A-Z]\d", r"(?m)^hun", r"x*", r"\b[^a]", r"\b[A-Z_]x", r"\b[A-Z\d]x"],
)
def test_a_pattern_that_can_begin_nearly_anywhere_is_searched_for_everywhere(pattern: str) -> None:
    assert begins_with(re.compile(pattern)) is None
