"""Reads an answer to a step: an option id, or the fields of a checklist. Everything from outside is checked here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.content.guide import GuideStep, StepField
from bot.domain.choices import chosen_in
from dialogs.dialog import Around


def read_answer(step: GuideStep, given: Any, around: Around) -> tuple[Any, dict[str, str]]:
    """Return the answer to keep and what is wrong with it (field id → text). Free text is never kept."""
    if step.kind == "question":
        known = isinstance(given, str) and step.option(given) is not None
        return (given if known else ""), ({} if known else {"": around.text("guide.field_unknown")})
    values = given if isinstance(given, Mapping) else {}
    kept: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in step.fields:
        value, problem = _read_field(field, values.get(field.id), around)
        if value:
            kept[field.id] = value
        if problem:
            errors[field.id] = problem
    return kept, errors or _contradictions(step, kept)


def _contradictions(step: GuideStep, kept: Mapping[str, Any]) -> dict[str, str]:
    """Return what is said about answers that cannot both be true, at the later field."""
    chosen = [
        f"{field}.{one}" for field, value in kept.items() for one in ([value] if isinstance(value, str) else value)
    ]
    for conflict in step.conflicts:
        these = [one for one in chosen if one in conflict.these]
        others = [one for one in chosen if one in conflict.never_with]
        if these and others:
            fields = [field.id for field in step.fields]
            later = max((these[0], others[0]), key=lambda one: fields.index(one.partition(".")[0]))
            return {later.partition(".")[0]: conflict.say}
    return {}


def _read_field(field: StepField, value: Any, around: Around) -> tuple[Any, str]:
    if not value:
        return None, _missing(field, around) if field.required else ""
    if field.kind == "date":
        return _read_date(str(value), around)
    parts = chosen_in(value) if isinstance(value, str) else tuple(value)
    known = {choice.id for choice in field.choices}
    chosen = [part for part in parts if part in known]
    if not chosen or len(chosen) != len(parts) or (not field.several and len(chosen) > 1):
        return (chosen if field.several else None), around.text("guide.field_unknown")
    return (chosen if field.several else chosen[0]), ""


def _missing(field: StepField, around: Around) -> str:
    return around.text("guide.field_missing_several" if field.several else "guide.field_missing")


def _read_date(value: str, around: Around) -> tuple[str | None, str]:
    try:
        when = date.fromisoformat(value)
    except ValueError:
        return None, around.text("guide.date_wrong")
    if when < around.today:
        return None, around.text("guide.date_past")
    return when.isoformat(), ""
