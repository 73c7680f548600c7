"""What people press and type to find their way is never taken for danger, unless it names danger itself."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.answers.acute import AcuteDetector
from bot.content.yaml_file import read_yaml
from bot.domain.case import CODE_DIGITS as DIGITS
from bot.domain.case import CODE_LETTERS as LETTERS
from tests.answers.conftest import KNOWLEDGE
from tests.each import each

NAMES_DANGER = re.compile(
    r"fare|akutt|barn borte|vold|overgrep|selvmord|selvskad|mishandl|slår|slått|livet|dø\b|skade|11[23]\b|"
    r"tvangsekteskap|lemlest|lege|redd|utnytt",
    re.IGNORECASE,
)
OWN = ("staff_did", "staff_drunk", "staff_grips", "staff_where", "staff_done", "staff_home")
SHORT = 40
"""Longer texts are read, not pressed or typed."""
WORD_LIST = re.compile(r"[\w-]+(, [\w-]+){2,}")
"""Words that are looked for in what is typed: one of them alone is something somebody may write."""
_LABELS = frozenset({"label", "say", "title", "short", "button"})


def _commands() -> list[str]:
    """Return what is typed; danger done by staff stands in lists of its own."""
    table = read_yaml(KNOWLEDGE / "texts/nb/commands.yaml", "commands.yaml").data
    return [words.strip() for key, value in table.items() if key not in OWN for words in value.split(",")]


def _texts() -> list[str]:
    """Return what is shown; commands and other lists of words are no text, and are looked at one by one."""
    files = sorted(file for file in (KNOWLEDGE / "texts/nb").glob("*.yaml") if file.name != "commands.yaml")
    found = [text for file in files for text in _strings(read_yaml(file, file.name).data)]
    texts = [one for text in found for one in (text.split(", ") if WORD_LIST.fullmatch(text) else [text])]
    return [re.sub(r"\{\w+\}", "", text) for text in texts if len(text) <= SHORT]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _options(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (text for key, text in value.items() if key in _LABELS and isinstance(text, str))
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _options(inner)


def _guides() -> list[str]:
    folder = KNOWLEDGE / "guides"
    files: list[Path] = [*folder.glob("*.yaml"), *(folder / "felles").glob("*.yaml")]
    return sorted({text for file in files for text in _options(read_yaml(file, file.name).data)})


@pytest.mark.parametrize("labels", [_commands(), _texts(), _guides()], ids=["commands", "texts", "guides"])
def test_no_command_button_or_option_is_acute_unless_it_names_danger(acute: AcuteDetector, labels: list[str]) -> None:
    assert len(labels) > 50
    assert [label for label in labels if acute.detect(label) and not NAMES_DANGER.search(label)] == []


@each(
    "text",
    [
        ".",
        "?",
        "!",
        "-",
        "1",
        "12",
        "2026",
        "ok",
        "aaa",
        "x",
        "ja",
        "nei",
        "Kari",
        "Kari Prøve",
        "Ole Prøve og Testine Oppdiktet",
        "A8H-99C",
        "SAK-2K7",
        "14.01.2026",
        "2026-01-14T10:00",
        "klokka 14.30",
        "kl. 8",
        "900 00 000",
        "https://www.example.no/side?id=9&x=abc",
        "kari.prove@example.no",
        "550e8400-e29b-41d4-a716-446655440000",
        "mine saker",
        "Sak Blå",
        "Sak Rød",
        "3",
        "tilbake",
        "nivå 2",
        "§ 13-2",
        "bvl. § 13-2",
        "Stjørdal",
        "melhus",
        "lærer",
        "😀",
        "Hei!",
        "på mandag",
        "neste uke",
        "hjelp",
    ],
)
def test_a_short_or_odd_message_is_never_acute(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


def test_a_case_code_is_never_acute_however_it_is_typed(acute: AcuteDetector) -> None:
    luck = random.Random(1)
    for _ in range(1_000):
        first, second = (f"{luck.choice(LETTERS)}{luck.choice(DIGITS)}", f"{luck.choice(DIGITS)}{luck.choice(DIGITS)}")
        code = f"{first}{luck.choice(LETTERS)}-{second}{luck.choice(LETTERS)}"
        for typed in (code, code.lower(), code.lower().replace("-", " "), code.replace("-", "")):
            assert acute.detect(typed) is None, typed


def test_single_ordinary_words_are_not_acute(acute: AcuteDetector) -> None:
    words = (KNOWLEDGE / "anonymising/ordliste.txt").read_text("utf-8").split("\n")[1::101]
    alarming = [word for word in words if word and acute.detect(word)]
    assert len(alarming) <= len(words) * 0.01, alarming
