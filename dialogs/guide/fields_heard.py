"""Reads the fields of a checklist typed on one line, with or without labels: `Alder: 14 år`, `14 år, grunnskole`.

Keeps ids of choices only, never the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bot.content.ages import OLDEST
from bot.content.guide import GuideStep, StepField
from bot.domain.case import AGE_BANDS
from dialogs import fields
from dialogs.by_words import is_small_number
from dialogs.fields import FRAME, PARTS, Offered, choice_named, choices_named, titled
from dialogs.guide.dates import read_date, read_working_date
from dialogs.guide.told_fine import leaves_out, told

LONGEST_RUN = 6
"""More words than this in a row are a story, and no two choices."""


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


def as_age(said: str, step: GuideStep) -> str:
    """Return a number alone, «14», as the age it is where one is asked for; anything else as it was said. One that
    counts a button never comes here."""
    number = said.strip(FRAME)
    asks_age = any(one.id in AGE_BANDS for field in step.fields for one in field.choices)
    return f"{number} år" if asks_age and is_small_number(number) and int(number) <= OLDEST else said


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
    names = _names([named] if named else step.fields)
    if leaves_out(words if named else line, names):
        return False
    line, words = told(line, names), told(words, names)
    if named is not None and (named.kind == "date" or choice_named(words, _choices(named))):
        return True
    if named is None and _is_one_choice(line, step):
        return True
    if named is not None:
        parts = [part for part in PARTS.split(words) if part.strip(FRAME)]
        return all(choice_named(part, _choices(named)) for part in parts)
    return all(_owner(part, step, today) is not None for part in _parts(line, step, today) if part.strip(FRAME))


def _pieces(said: str, step: GuideStep, today: date) -> Iterator[tuple[StepField, str]]:
    """Yield (field, words): the words behind a label, or words that fit a choice of exactly one field."""
    for line in re.split(r"[·\n]", said):
        label, colon, words = line.partition(":")
        named = field_named(label, step) if colon else None
        if named is not None:
            yield named, told(words, _names([named])) if named.several else words
            continue
        line = told(line, _names(step.fields))
        parts = [line] if _is_one_choice(line, step) else _parts(line, step, today)
        yield from ((owner, part) for part in parts if (owner := _owner(part, step, today)) is not None)


def _parts(line: str, step: GuideStep, today: date) -> Iterator[str]:
    """Yield what is written between signs; what is no choice and is two of different fields, «mobbing noen uker», as
    those two."""
    for part in PARTS.split(line):
        words = part.split()
        cut = range(1, len(words)) if len(words) <= LONGEST_RUN and _owner(part, step, today) is None else ()
        pairs = ((" ".join(words[:at]), " ".join(words[at:])) for at in cut)
        owned = ((pair, [_owner(one, step, today) for one in pair]) for pair in pairs)
        both = next(
            (pair for pair, (one, two) in owned if one is not None and two is not None and one is not two), None
        )
        yield from both or (part,)


def _is_one_choice(line: str, step: GuideStep) -> bool:
    """Tell whether the whole line is one choice, such as «rektor eller styrer» or «hjemme, ikke i barnehage»."""
    return any(titled(line, _choices(field)) for field in step.fields)


def _owner(words: str, step: GuideStep, today: date) -> StepField | None:
    """Return the only field the words fit; the first one when they fit several, such as «vet ikke»."""
    fitting = [field for field in step.fields if field.kind == "choice" and choice_named(words, _choices(field))]
    fitting = fitting or [field for field in step.fields if field.kind == "date" and read_date(words, today)]
    return fitting[0] if fitting else None


def field_named(label: str, step: GuideStep) -> StepField | None:
    """Return the field with that label, its first words, or words that stand in no other label."""
    wanted = label.casefold().strip(FRAME)
    holds = [field for field in step.fields if len(wanted) > 5 and wanted in field.label.casefold()]
    return fields.field_named(label, step.fields) or (holds[0] if len(holds) == 1 else None)


def value_heard(said: str, field: StepField, today: date) -> Any:
    """Return the id, the ids or the date typed for one field."""
    if field.kind == "date":
        found = read_working_date(said, today)
        return found.isoformat() if found else said.strip()
    chosen = [one.id for one in choices_named(said, _choices(field))]
    return chosen if field.several else (chosen[0] if chosen else None)


def _names(of: Iterable[StepField]) -> list[str]:
    return [name for field in of for one in _choices(field) for name in one.names]


def _choices(field: StepField) -> tuple[Offered, ...]:
    return tuple(Offered(one.id, one.say, one.also) for one in field.choices)
