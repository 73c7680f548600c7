"""Every sentence the code asks for exists with the placeholders it is given, and none lies unused.

Read from the code itself: keys written out, keys built as f-strings, and the ids that names are made for.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from bot.content.profile import THEMES
from bot.content.team import Arena
from bot.content.texts import Texts, load_texts
from bot.domain.case import AGE_BANDS, Status
from bot.domain.conversation import ROLES
from bot.domain.reminder_kinds import KINDS, SET_BY_PERSON
from dialogs.cases.deliver import EVALUATIONS
from dialogs.cases.form import PROTECTIVE, RISKS
from dialogs.cases.team_card import TONES
from dialogs.verbs import COMMANDS

ROOT = Path(__file__).parents[2]
TEXTS = load_texts(ROOT / "knowledge")
KEYS = frozenset(TEXTS)
AREAS = frozenset(key.partition(".")[0] for key in KEYS)
HOLE = "\0"
"""Stands for what an f-string fills in."""
JOINED = r"[_-]|(?<=[a-z])(?=\d)"
"""What stands between the parts of a key: «role2», «untouched_answered»."""


@cache
def _code() -> tuple[tuple[str, ast.AST], ...]:
    """Return the calls and the strings of the code with their places; the rest of the tree is let go."""
    files = sorted(path for folder in ("bot", "dialogs") for path in (ROOT / folder).rglob("*.py"))
    return tuple(
        (f"{path.relative_to(ROOT)}:{node.lineno}", node)
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call | ast.Constant | ast.JoinedStr)
    )


@pytest.fixture(scope="module", autouse=True)
def _let_go() -> Iterator[None]:
    """Let the code go when the file is through: it is a hundred megabytes of a worker's memory."""
    yield
    _code.cache_clear()


def _pattern(node: ast.AST) -> str:
    """Return a string constant, or an f-string with HOLE where something is filled in; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values)
    return ""


@cache
def _written() -> dict[str, str]:
    """Return every string and f-string of the code, with where it stands first."""
    found: dict[str, str] = {}
    for where, node in _code():
        written = _pattern(node)
        if written:
            found.setdefault(written, where)
    return found


def _keys_asked_for() -> dict[str, str]:
    """Return what looks like a key of ours: an area, a stop, and a name with letters."""
    shape = re.compile(rf"(?:{'|'.join(AREAS)})\.[a-z0-9_\-{HOLE}]+")
    asked = {written: where for written, where in _written().items() if shape.fullmatch(written)}
    return {f"{key}{HOLE}" if key.endswith("_") else key: where for key, where in asked.items() if key not in _noted()}


@cache
def _noted() -> frozenset[str]:
    """Return the names of audit entries, which have the shape of keys."""
    calls = (node for _, node in _code() if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    noted = {_pattern(one.args[0]) for one in calls if one.func.attr == "note" and one.args}
    return frozenset(name for name in noted if HOLE not in name)


def _matching(pattern: str) -> frozenset[str]:
    expression = re.compile("[a-z0-9_-]+".join(re.escape(part) for part in pattern.split(HOLE)))
    return frozenset(key for key in KEYS if expression.fullmatch(key))


def test_a_list_of_words_is_told_apart_by_its_own_sign_without_spaces_and_gaps() -> None:
    texts = Texts({"a.words": "ja, , nei ,  kanskje | senere"})
    assert texts.listed("a.words") == ("ja", "nei", "kanskje | senere")
    assert texts.listed("a.words", "|") == ("ja, , nei ,  kanskje", "senere")
    assert texts.listed("a.words") is texts.listed("a.words")


def test_a_list_of_words_says_each_once() -> None:
    named = [key for key in KEYS if re.match(r"commands\.|\w+\.(words|parts)_|\w+\.\w+_small$", key)]
    lists = {key: [word.casefold() for word in TEXTS.listed(key)] for key in named}
    assert len(lists) > 300
    assert {key: words for key, words in lists.items() if len(words) > len(set(words))} == {}


def test_every_key_the_code_asks_for_exists() -> None:
    missing = {key: where for key, where in _keys_asked_for().items() if not _matching(key)}
    assert not missing


@cache
def _known() -> frozenset[str]:
    """Return what a hole may be filled with: words of the code, and words and ids of guides and municipalities."""
    files = [path for folder in ("guides", "kommuner") for path in (ROOT / "knowledge" / folder).rglob("*.yaml")]
    ids = {one for path in files if "archive" not in path.parts for one in re.findall(r"[a-z0-9_-]+", path.read_text())}
    named = {one for names in NAMED.values() for one in names}
    return frozenset(ids | named | {part for one in _written() for word in one.split(HOLE) for part in word.split()})


def _are_built(keys: Iterable[str], pattern: str) -> Iterator[str]:
    """Yield the keys that are the pattern with each hole filled with what is known; where the pattern says more than
    the area, with several of those put together too."""
    say_more = bool(pattern.partition(".")[2].partition(HOLE)[0])
    for hole in ("([a-z0-9_-]+?)", "([a-z0-9_-]+)"):
        expression = re.compile(hole.join(re.escape(part) for part in pattern.split(HOLE)))
        for match in filter(None, map(expression.fullmatch, keys)):
            parts = (re.split(JOINED, one) if say_more and one not in _known() else [one] for one in match.groups())
            if {one for several in parts for one in several} <= _known():
                yield match.string


def test_no_sentence_lies_unused() -> None:
    asked = _keys_asked_for()
    whole = {key.partition(".")[0] for key in asked if key.partition(".")[2] == HOLE}
    built = [one for one in _written() if HOLE in one and "." not in one and one.strip(HOLE)]
    patterns = [key for key in asked if HOLE in key and key.partition(".")[2] != HOLE]
    patterns += [f"{area}.{one}" for area in whole for one in built]
    unused = KEYS - set(asked)
    unused -= {key for key in unused if key.partition(".")[0] in whole and key.partition(".")[2] in _known()}
    for pattern in patterns:
        unused -= set(_are_built(unused, pattern))
    assert not unused, " ".join(sorted(unused))


def _placeholders(key: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(TEXTS.raw(key)) if name}


def _calls() -> Iterator[tuple[str, str, set[str]]]:
    """Yield where, key and the names given for every call that asks for one sentence by its written key."""
    for where, node in _code():
        if not isinstance(node, ast.Call) or not node.args or any(one.arg is None for one in node.keywords):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        key = _pattern(node.args[0])
        if name in ("text", "texts", "_texts", "_text") and key in KEYS:
            yield where, key, {one.arg or "" for one in node.keywords}


def test_every_placeholder_is_filled_where_the_sentence_is_asked_for() -> None:
    wrong = [
        f"{where}: {key} needs {_placeholders(key) - given}"
        for where, key, given in _calls()
        if not _placeholders(key) <= given
    ]
    assert not wrong


def test_the_scan_sees_the_calls() -> None:
    assert len(list(_calls())) > 200, "the functions that give sentences have other names now: teach this test"


NAMED = {
    "age": AGE_BANDS,
    "theme": THEMES,
    "arena": get_args(Arena),
    "role": ROLES,
    "in_role": ROLES,
    "risk": RISKS,
    "protective": PROTECTIVE,
    "urgency": ("vanlig", "haster"),
    "precondition": ("hv_trinn", "hv_niva_0", "hv_niva_1", "samtykke", "tiltak_provd", "lokalt_team"),
    "level": ("hv_trinn", "hv_niva_0", "hv_niva_1", "samtykke", "tiltak_provd", "lokalt_team"),
}


@pytest.mark.parametrize("kind", NAMED)
def test_every_fixed_choice_has_a_name_and_no_name_is_left_over(kind: str) -> None:
    others = [f"names.{other}_" for other in NAMED if other != kind and len(other) > len(kind)]
    named = {key.removeprefix(f"names.{kind}_") for key in KEYS if key.startswith(f"names.{kind}_")}
    named -= {key.removeprefix(f"names.{kind}_") for key in KEYS if any(key.startswith(one) for one in others)}
    assert set(NAMED[kind]) <= named
    assert named <= set(NAMED[kind])


@pytest.mark.parametrize("status", Status)
def test_every_status_is_said_to_both_sides_and_has_its_colour(status: Status) -> None:
    assert f"case.status_{status}" in TEXTS
    assert f"team.status_{status}" in TEXTS
    assert status in TONES


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_reminder_is_asked_for_listed_and_told_when_it_is_due(kind: str) -> None:
    assert {f"guide.reminders_{kind}", f"guide.reminder_{kind}"} <= KEYS
    assert kind not in SET_BY_PERSON or f"guide.reminder_title_{kind}" in KEYS


def test_every_command_has_words() -> None:
    assert {f"commands.{command}" for command in COMMANDS} <= KEYS


def _told(function: str) -> Iterator[str]:
    for where, node in _code():
        is_call = isinstance(node, ast.Call) and getattr(node.func, "id", "") == function
        if is_call and where.startswith("bot/usecases") and _pattern(node.args[1]):
            yield _pattern(node.args[1])


def test_every_line_and_notice_a_use_case_queues_has_its_words() -> None:
    lines, notices = set(_told("tell_thread")), set(_told("tell_requester"))
    assert len(lines) > 10
    assert {f"team.thread_{line}" for line in lines} <= KEYS
    for notice in notices:
        own = notice in EVALUATIONS
        assert own or f"case.notice_{notice}" in KEYS or f"case.notice_{notice}_title" in KEYS


def test_no_sentence_promises_more_than_avidentifisert() -> None:
    said = {key: TEXTS.raw(key).lower() for key in KEYS}
    assert not [key for key, words in said.items() if re.search(r"\b(helt|garantert|fullstendig) anonym", words)]


def test_words_of_several_lists_are_one_set_that_is_put_together_once() -> None:
    texts = Texts({"a.yes": "ja, jo , ja", "a.no": "nei,"})
    assert texts.words("a.yes", "a.no") == {"ja", "jo", "nei"}
    assert texts.words("a.yes", "a.no") is texts.words("a.yes", "a.no")
    assert texts.words("a.yes") == {"ja", "jo"}


def test_nothing_that_is_read_can_mean_that_secrecy_is_unlawful() -> None:
    """«Ikke lov å holde det hemmelig» is both «do not promise» and «not legal»; «ikke lov barnet å» is only one."""
    folders = [ROOT / "knowledge" / name for name in ("articles", "texts", "guides", "kommuner", "practice")]
    files = [path for folder in folders for path in folder.rglob("*.*") if "archive" not in path.parts]
    double = re.compile(r"\bikke lov å (?:holde|tie)\b", re.IGNORECASE)
    assert not [path.name for path in files if double.search(path.read_text("utf-8"))]
