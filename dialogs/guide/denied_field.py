"""Hears a no to one field of a checklist that is said with the words of its label: «ikke hjelp fra før»."""

from __future__ import annotations

import re
from typing import Any

from bot.content.guide import GuideStep, StepField
from dialogs.by_words import words_of
from dialogs.guide.told_fine import DENIES

NO = "nei"
"""Id of the choice that says no to its field."""
_PARTS = re.compile(r"(\s*[·;,.\n]\s*|\s+og\s+)")
_DENIES = DENIES | {"nei", "no", "null"}
_SMALL = frozenset({
    "barnet", "barn", "han", "hun", "ho", "hu", "hen", "det", "de", "den", "vi", "jeg", "eg", "æ", "je", "har", "ha",
    "får", "fått", "fikk", "er", "e", "noe", "noko", "noen", "nokon", "no", "fra", "frå", "før", "enda", "ennå", "enno",
    "i", "hos", "av", "meg", "oss", "som", "helst", "tidligere", "tidlegare", "så", "vidt", "vet", "veit", "kjent",
})  # fmt: skip


def without_denied(said: str, step: GuideStep) -> tuple[str, dict[str, Any]]:
    """Return the rest of what was typed, and field id → «nei» for each part that denies the one field its words are of:
    a word that denies, a word of the label, and nothing else but small words. Only a field with a no among its choices
    can be denied so."""
    denied: dict[str, Any] = {}
    rest: list[str] = []
    for part in _PARTS.split(said):
        field = _denied_by(part, step)
        if field is None:
            rest.append(part)
        else:
            denied[field.id] = NO
            del rest[-1:]  # the sign or «og» before it
    return "".join(rest).strip(" ·;,.\n") if denied else said, denied


def _denied_by(part: str, step: GuideStep) -> StepField | None:
    words = {*words_of(part)}
    telling = words - _DENIES - _SMALL
    if words.isdisjoint(_DENIES) or not telling:
        return None
    may_be = (one for one in step.fields if not one.several and any(choice.id == NO for choice in one.choices))
    fitting = [one for one in may_be if telling <= {*words_of(one.label)}]
    return fitting[0] if len(fitting) == 1 else None
