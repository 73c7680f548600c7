"""Reads `queries.sql`: named statements, the same for SQLite and PostgreSQL but for a few marked words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.store.case_row import COLUMNS

_NAME = re.compile(r"^-- :(\w+) .+$", re.MULTILINE)
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)")
_ONLY_IN_POSTGRES = {
    "{for update}": "FOR UPDATE",
    "{for key share}": "FOR KEY SHARE",
    "{skip locked}": "FOR UPDATE SKIP LOCKED",
}


@dataclass(frozen=True)
class NumberedQuery:
    """A statement as asyncpg wants it: $1, $2 … and the names in that order."""

    sql: str
    names: tuple[str, ...]


@cache
def named_queries() -> dict[str, str]:
    """Return every statement of the file by name, with `:name` parameters."""
    parts = _NAME.split(Path(__file__).with_name("queries.sql").read_text("utf-8"))
    names, bodies = parts[1::2], parts[2::2]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"queries.sql names {', '.join(sorted(twice))} twice; give each statement its own name")
    plain = ", ".join(f"c.{name}" for name in COLUMNS)
    whole = (body.strip().rstrip(";").replace("{case columns}", plain) for body in bodies)
    return dict(zip(names, whole, strict=True))


@cache
def for_sqlite() -> dict[str, str]:
    """Return the statements without what only PostgreSQL has."""
    return {name: _with_words(sql, dict.fromkeys(_ONLY_IN_POSTGRES, "")) for name, sql in named_queries().items()}


@cache
def for_postgres() -> dict[str, NumberedQuery]:
    """Return the statements with row locks and numbered parameters."""
    return {name: _numbered(_with_words(sql, _ONLY_IN_POSTGRES)) for name, sql in named_queries().items()}


def _with_words(sql: str, words: dict[str, str]) -> str:
    for mark, word in words.items():
        sql = sql.replace(mark, word)
    return sql


def _numbered(sql: str) -> NumberedQuery:
    names = tuple(dict.fromkeys(_PARAMETER.findall(sql)))
    return NumberedQuery(_PARAMETER.sub(lambda found: f"${names.index(found[1]) + 1}", sql), names)
