"""Hears a no, or doubt, to one field of a checklist that is said with the words of its label: «ikke hjelp fra før»."""

from __future__ import annotations

import re
from typing import Any

from bot.content.guide import GuideStep
from dialogs.by_words import words_of
from dialogs.guide.told_fine import DENIES

NO = "nei"
"""Id of the choice that says no to its field."""
UNSURE = "vet_ikke"
"""Id of the choice that says one does not know."""
_PARTS = re.compile(r"(\s*[·;,.\n]\s*|\s+og\s+)")
_DENIES = DENIES | {"nei", "no", "null"}
_SMALL = frozenset({
    "barnet", "barn", "han", "hun", "ho", "hu", "hen", "det", "de", "den", "vi", "jeg", "eg", "æ", "je", "har", "ha",
    "får", "fått", "fikk", "er", "e", "noe", "noko", "noen", "nokon", "no", "fra", "frå", "før", "enda", "ennå", "enno",
    "i", "hos", "av", "meg", "oss", "som", "helst", "tidligere", "tidlegare", "så", "vidt", "vet", "veit", "kjent",
})  # fmt: skip
DOUBT = re.compile(
    r"\b(?:(?:vet|veit|aner|anar)(?: (?:jeg|eg|æ|e|vi|me|mi))?(?: (?:helt|heilt|sikkert|egentlig))?"
    r" (?:ikke|ikkje|ikkj|ikj|itj|ittj|itte)|(?:ikke|ikkje|ikkj|ikj|itj|ittj|itte) (?:vet|veit|aner|anar))\b"
)
"""«Hjelp fra før: vet ikke»: its «ikke» denies nothing of the label."""
_NO_AND_DOUBT = re.compile(rf"(?<!:)(?<!: )[\s,.]*\bnei\b[\s,.…]+(?={DOUBT.pattern}\W*(?:[,·;.\n]|$))", re.IGNORECASE)
"""«Skole, nei, vet ikke»: a no that is taken back by the doubt behind it, of the field that has both."""


def without_denied(said: str, step: GuideStep) -> tuple[str, dict[str, Any]]:
    """Return the rest of what was typed, and field id → «nei» for each part that denies the one field its words are of:
    a word that denies, a word of the label, and nothing else but small words. Only a field with a no among its choices
    can be denied so; of one that is doubted so, «hjelp fra før: vet ikke», it is what it has for doubt."""
    said = _NO_AND_DOUBT.sub(", nei ", said)
    denied: dict[str, Any] = {}
    rest: list[str] = []
    for part in _PARTS.split(said):
        heard = _denied_by(part, step)
        if heard is None:
            rest.append(part)
        else:
            denied |= heard
            del rest[-1:]  # the sign or «og» before it
    return "".join(rest).strip(" ·;,.\n") if denied else said, denied


def _denied_by(part: str, step: GuideStep) -> dict[str, str] | None:
    said = " ".join(words_of(part))
    plain, doubts = DOUBT.subn(" ", said)
    telling = {*plain.split()} - _DENIES - _SMALL - ({"om"} if doubts else set())
    is_of_both = not telling and bool(doubts) and said.startswith(f"{NO} ")
    if _DENIES.isdisjoint(said.split()) or not (telling or is_of_both):
        return None
    value = UNSURE if doubts else NO
    may_be = (one for one in step.fields if not one.several and {NO, value} <= {choice.id for choice in one.choices})
    fitting = [one for one in may_be if telling <= {*words_of(one.label)}]
    return {fitting[0].id: value} if len(fitting) == 1 else None
