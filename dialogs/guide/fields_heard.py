"""Reads the fields of a checklist typed on one line, with or without labels: `Alder: 14 år`, `14 år, grunnskole`.

Keeps ids of choices only, never the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from bot.content.ages import band_of
from bot.content.guide import FieldChoice, GuideStep, StepField
from bot.domain.case import AGE_BANDS
from dialogs.guide.dates import read_date
from dialogs.where.age_words import age_in_months

ALIKE = 86
"""rapidfuzz ratio (0–100) from which a typed word is taken for a choice with a typing error."""
SHORTEST_START = 4
"""So many letters of a long choice are enough, when no other choice starts the same way."""
HEAD = 5
"""Letters of a choice that may stand last in a compound word."""
_PARTS = re.compile(r"[·;,\n]| og | i ")
_FRAME = " .!?*[]«»\"'"


def fields_heard(said: str, step: GuideStep, today: date) -> dict[str, Any]:
    """Return field id → what was typed for it, as ids; a date as an ISO date or, when it is none, as it was typed."""
    given: dict[str, Any] = {}
    for field, words in _pieces(said, step, today):
        value = value_heard(words, field, today)
        if value and field.several:
            given[field.id] = [*given.get(field.id, []), *(one for one in value if one not in given.get(field.id, []))]
        elif value:
            given[field.id] = value
    return given


def fields_unsure(step: GuideStep) -> dict[str, Any]:
    """Return the answer «vet ikke» to each field that has it among its choices."""
    unsure = [(field, [one.id for one in field.choices if "vet ikke" in one.say.casefold()]) for field in step.fields]
    return {field.id: ids if field.several else ids[0] for field, ids in unsure if ids}


def all_heard(said: str, step: GuideStep, today: date) -> bool:
    """Tell whether every part that was typed was taken for something."""
    return all(_is_heard(line, step, today) for line in re.split(r"[·\n]", said))


def _is_heard(line: str, step: GuideStep, today: date) -> bool:
    label, colon, words = line.partition(":")
    named = field_named(label, step) if colon else None
    if named is not None and (named.kind == "date" or _choice(words, named.choices)):
        return True
    if named is None and _is_one_choice(line, step):
        return True
    parts = [part for part in _PARTS.split(words if named else line) if part.strip(_FRAME)]
    if named is not None:
        return all(_choice(part, named.choices) for part in parts)
    return all(_owner(part, step, today) is not None for part in parts)


def _pieces(said: str, step: GuideStep, today: date) -> Iterator[tuple[StepField, str]]:
    """Yield (field, words): the words behind a label, or words that fit a choice of exactly one field."""
    for line in re.split(r"[·\n]", said):
        label, colon, words = line.partition(":")
        named = field_named(label, step) if colon else None
        if named is not None:
            yield named, words
            continue
        parts = [line] if _is_one_choice(line, step) else _PARTS.split(line)
        yield from ((owner, part) for part in parts if (owner := _owner(part, step, today)) is not None)


def _is_one_choice(line: str, step: GuideStep) -> bool:
    """Tell whether the whole line is one choice, such as «rektor eller styrer» or «hjemme, ikke i barnehage»."""
    return any(_by_name(line, field.choices) for field in step.fields)


def _owner(words: str, step: GuideStep, today: date) -> StepField | None:
    """Return the only field the words fit; the first one when they fit several, such as «vet ikke»."""
    fitting = [field for field in step.fields if field.kind == "choice" and _choice(words, field.choices)]
    fitting = fitting or [field for field in step.fields if field.kind == "date" and read_date(words, today)]
    return fitting[0] if fitting else None


def field_named(label: str, step: GuideStep) -> StepField | None:
    """Return the field with that label, its first words, or words that stand in no other label."""
    wanted = label.casefold().strip(_FRAME).replace("_", " ")
    names = [(field, field.label.casefold().strip(_FRAME)) for field in step.fields]
    exact = [field for field, name in names if wanted and wanted in (field.id.replace("_", " "), name)]
    begins = [field for field, name in names if len(wanted) > 3 and name.startswith(wanted)]
    holds = [field for field, name in names if len(wanted) > 5 and wanted in name]
    return next(iter(exact or begins or (holds if len(holds) == 1 else [])), None)


def value_heard(said: str, field: StepField, today: date) -> Any:
    """Return the id, the ids or the date typed for one field."""
    if field.kind == "date":
        found = read_date(said, today)
        return found.isoformat() if found else said.strip()
    whole = _choice(said, field.choices)
    parts = [said] if whole else _PARTS.split(said)
    chosen = [choice.id for part in parts if (choice := _choice(part, field.choices)) is not None]
    return chosen if field.several else (chosen[0] if chosen else None)


def _choice(said: str, choices: Sequence[FieldChoice]) -> FieldChoice | None:
    return _by_name(said, choices) or _band(said.casefold(), choices)


def _by_name(said: str, choices: Sequence[FieldChoice]) -> FieldChoice | None:
    words = said.casefold().strip(_FRAME).replace("-", "–")
    if not words:
        return None
    names = [(choice, _names(choice)) for choice in choices]
    exact = next((choice for choice, known in names if words in known), None)
    begins = [choice for choice, known in names if any(_begins(name, words) for name in known)]
    alike = [(max(fuzz.ratio(words, name) for name in known), choice) for choice, known in names]
    best = max(alike, key=lambda pair: pair[0], default=(0, None))
    near = best[1] if len(words) > 3 and best[0] >= ALIKE else None
    begun = begins[0] if len(begins) == 1 else None
    return exact or begun or near or _by_some_words(words, choices) or _by_head(words, choices)


def _by_head(word: str, choices: Sequence[FieldChoice]) -> FieldChoice | None:
    """Return the only choice that a compound word is a kind of: «skolefravær» is «fravær»."""
    fitting = [one for one in choices if any(len(name) >= HEAD and word.endswith(name) for name in _names(one))]
    return fitting[0] if word.isalpha() and len(fitting) == 1 else None


def _by_some_words(said: str, choices: Sequence[FieldChoice]) -> FieldChoice | None:
    """Return the only choice that has all the words, when there are at least two: «tydelig mål». Never for numbers."""
    words = set() if any(letter.isdigit() for letter in said) else set(said.split())
    fitting = [choice for choice in choices if words <= set(choice.say.casefold().replace(",", " ").split())]
    return fitting[0] if len(words) > 1 and len(fitting) == 1 else None


def _names(choice: FieldChoice) -> tuple[str, ...]:
    said = (choice.id, choice.say, *choice.also)
    return tuple(one.casefold().replace("-", "–") for one in said)


def _begins(name: str, words: str) -> bool:
    return len(words) >= SHORTEST_START and name.startswith(words)


def _band(words: str, choices: Sequence[FieldChoice]) -> FieldChoice | None:
    """Return the age band of «14 år» or «18 mnd», in a field that asks for one."""
    if not {choice.id for choice in choices} & set(AGE_BANDS):
        return None
    months = age_in_months(words)
    return next((choice for choice in choices if months is not None and choice.id == band_of(months)), None)
