"""A case as a row: fixed choices and times in plain columns, everything else in one sealed body.

A field added to Case or its form goes into the body by itself, so it needs no migration, and it goes when the text is
deleted unless it is named in KEPT. The form's fields lie beside the case's own there, so no two may share a name.

So a version that does not have the field may meet it: a replica that has not been replaced yet, or one somebody went
back to. It keeps what it does not know (`Newer`) when it saves the case.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, get_args

from pydantic import TypeAdapter

from bot.domain.case import Case, CaseForm, Urgency
from bot.store.moments import from_number_or_none, to_number_or_none
from bot.store.newer import Newer, with_newer

_CASE: TypeAdapter[Case] = TypeAdapter(Case)
_PLAIN = ("id", "code", "municipality", "team", "version")
_CHOICES = ("age_band", "arena", "urgency")
_LISTS = ("themes", "risk", "protective", "levels_done")
_FORM_IN_BODY = tuple(one.name for one in fields(CaseForm) if one.name not in (*_CHOICES, *_LISTS))
_TIMES = (
    "created_at",
    "due_at",
    "posted_at",
    "seen_at",
    "claimed_at",
    "answered_at",
    "closed_at",
    "withdrawn_at",
    "redacted_at",
    "text_deleted_at",
)
COLUMNS = (*_PLAIN, *_CHOICES, *_LISTS, *_TIMES)
"""The plain columns, as `{case columns}` in queries.sql reads them; the body and the wrapped key follow."""

BOUND = ("team", "municipality")
"""Plain columns that stand in the sealed body too: whoever can write in the database, and has no key, brings no text
before another team by changing them."""
KEPT = frozenset(
    {
        "claimed_by",
        "recused",
        "on_next_meeting",
        "meeting_on",
        "meeting_hour",
        "requester_shown_as",
        "pace",
        "follows",
        "told",
        "asked_again_at",
    }
)
"""What stays in the body when the text is destroyed while the case lives on. Who it is with is not text."""


def to_columns(case: Case) -> dict[str, Any]:
    """Return the plain columns."""
    plain: dict[str, Any] = {name: getattr(case, name) for name in _PLAIN}
    plain |= {name: getattr(case.form, name) for name in _CHOICES}
    plain |= {name: json.dumps(getattr(case.form, name)) for name in _LISTS}
    return plain | {name: to_number_or_none(getattr(case, name)) for name in _TIMES}


def to_body(case: Case, *, keep_text: bool = True) -> bytes | None:
    """Return the rest as JSON; None when there is nothing but defaults. Without `keep_text` only KEPT is left."""
    rest = _CASE.dump_python(case, mode="json", exclude=set(_PLAIN) | set(_TIMES), exclude_defaults=True)
    form = rest.pop("form")
    rest |= {name: form[name] for name in _FORM_IN_BODY if name in form}
    left = {name: value for name, value in rest.items() if value not in (None, "", [], ())}
    if not keep_text:
        left = {name: value for name, value in left.items() if name in KEPT}
    elif left:
        left |= {name: getattr(case, name) for name in BOUND}
    return json.dumps(left, ensure_ascii=False).encode() if left else None


def readable_choices(row: Sequence[Any]) -> dict[str, Any]:
    """Return the fixed choices of a damaged row, without those that tell nothing any more."""
    columns = dict(zip(COLUMNS, row, strict=False))
    left = {name: columns[name] for name in _CHOICES} | {name: _readable_list(columns[name]) for name in _LISTS}
    return left | ({} if columns["urgency"] in get_args(Urgency) else {"urgency": get_args(Urgency)[0]})


def _readable_list(written: str) -> str:
    try:
        return written if isinstance(json.loads(written), list) else "[]"
    except ValueError:
        return "[]"


def from_plain(row: Sequence[Any]) -> Case:
    """Return what the plain columns tell of a case, also where a choice is damaged."""
    columns = dict(zip(COLUMNS, row, strict=False)) | readable_choices(row)
    return from_columns([columns[name] for name in COLUMNS], None)


def from_columns(row: Sequence[Any], body: bytes | None) -> Case:
    """Return the case of a row whose body is opened."""
    return opened(row, body)[0]


def opened(row: Sequence[Any], body: bytes | None) -> tuple[Case, Newer | None]:
    """Return the case of a row whose body is opened, and what a newer version has written in it."""
    return with_newer(_CASE, _whole(row, body), body or b"{}")


def _whole(row: Sequence[Any], body: bytes | None) -> dict[str, Any]:
    columns = dict(zip(COLUMNS, row, strict=False))
    rest: dict[str, Any] = json.loads(body) if body else {}
    if any(rest.pop(name, columns[name]) != columns[name] for name in BOUND):
        raise ValueError("the columns do not belong to the body")
    form = {name: columns.pop(name) for name in _CHOICES}
    form |= {name: json.loads(columns.pop(name)) for name in _LISTS}
    form |= {name: rest.pop(name) for name in _FORM_IN_BODY if name in rest}
    beside = rest.pop("reason", "")
    if beside and "text" in rest:  # where it lay until November 2026
        rest["text"]["reason"] = beside
    times = {name: from_number_or_none(columns.pop(name)) for name in _TIMES}
    return {"text": None, **columns, **times, **rest, "form": form}
