"""Reads the fields of a checklist typed on one line, with or without labels: `Alder: 14 år`, `14 år, grunnskole`.

Keeps ids of choices only, never the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from bot.content.ages import OLDEST
from bot.content.guide import GuideStep, StepField
from bot.domain.case import AGE_BANDS
from dialogs import fields
from dialogs.by_words import begins_a_question, is_form_of, is_small_number, words_of
from dialogs.fields import FRAME, PARTS, Offered, choice_named, choices_named, is_titled_so, titled
from dialogs.guide.dates import read_date, read_working_date
from dialogs.guide.denied_field import DOUBT, without_denied
from dialogs.guide.lasting import as_lasting
from dialogs.guide.told_fine import leaves_out, told

LONGEST_RUN = 8
"""More words than this in a row are a story, and no choices."""
_AGE_OR_DATE = re.compile(r"\S+ (?:år|mnd|måneder|måned)(?: gammel)?|\d+\. \w+(?: \d{4})?|\w+ \d+\. \w+")
LONG_LABEL = 8
"""Letters of a word that says which field is meant: «stafettpinne», «evaluering»."""


def fields_heard(said: str, step: GuideStep, today: date) -> dict[str, Any]:
    """Return field id → what was typed for it, as ids; a date as an ISO date or, when it is none, as it was typed."""
    said, given = without_denied(said, step)
    for field, words in _pieces(said, step, today):
        value = value_heard(words, field, today)
        if value and field.several:
            given[field.id] = [*given.get(field.id, []), *(one for one in value if one not in given.get(field.id, []))]
        elif value:
            given[field.id] = value
    return given


_CHILD_OF = re.compile(
    r"\b((?:gutt?|jente?|elev|barn|unge?|onge?|ungdom)(?:a|en|et|an)?) på (\d{1,2})"
    r"(?![\d.]|\s*(?:år|mnd|md|mån|uke|vek|dag|trinn|klasse))",
    re.IGNORECASE,
)
"""«Gutt på 3»: an age where one is asked for."""
_FIRST = re.compile(r"^\W*(\d{1,2}),? ([a-zæøå]+)(?![a-zæøå])")
"""«13 skole»: an age first, and the name of another choice behind it."""


_IS_SO_OLD = re.compile(
    r"\b((?:han|hun|ho|hu|hen|barnet|eleven|gut+en|jent[ae]n?|ungen) (?:er|e|æ|ble|blei|fylte)) (\d{1,2})"
    r"(?=\W*$|,|\s+og\b)",
    re.IGNORECASE,
)
"""«Hun er 15»: an age, where nothing follows that is counted."""


def as_age(said: str, step: GuideStep) -> str:
    """Return a number alone, «14», or that of a child, «gutt på 3», as the age it is where one is asked for; anything
    else as it was said. One that counts a button never comes here."""
    number = said.strip(FRAME)
    asks_age = any(one.id in AGE_BANDS for field in step.fields for one in field.choices)
    if not asks_age:
        return said
    if is_small_number(number) and int(number) <= OLDEST:
        return f"{number} år"
    first = _FIRST.match(said.casefold())
    if first is not None and int(first[1]) <= OLDEST and _is_one_choice(first[2], step):
        said = f"{first[1]} år, {said[first.start(2) :]}"
    return _IS_SO_OLD.sub(r"\2 år", _CHILD_OF.sub(r"\1 \2 år", said))


def fields_unsure(step: GuideStep) -> dict[str, Any]:
    """Return the answer «vet ikke» to each field that has it among its choices."""
    unsure = [(field, [one.id for one in field.choices if "vet ikke" in one.say.casefold()]) for field in step.fields]
    return {field.id: ids if field.several else ids[0] for field, ids in unsure if ids}


def all_heard(said: str, step: GuideStep, today: date) -> bool:
    """Tell whether every part that was typed was taken for something."""
    rest, _ = without_denied(said, step)
    return all(_is_heard(line, step, today) for line in re.split(r"[·\n]", rest))


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
    parts = [part for part in _parts(line, step, today) if part.strip(FRAME)]
    return all((_labelled(part, step, today) or _owner(part, step, today)) is not None for part in parts)


def _pieces(said: str, step: GuideStep, today: date) -> Iterator[tuple[StepField, str]]:
    """Yield (field, words): the words behind a label, or words that fit a choice of exactly one field. «Vet ikke» fits
    several: it is said of one that has no answer yet, «13 år, skole, vet ikke»."""
    taken: set[str] = set()
    for line in re.split(r"[·\n]", said):
        label, colon, words = line.partition(":")
        named = field_named(label, step) if colon else None
        if named is not None:
            taken.add(named.id)
            yield named, told(words, _names([named])) if named.several else words
            continue
        line = told(line, _names(step.fields))
        parts = [line] if _is_one_choice(line, step) else _parts(line, step, today)
        for part in parts:
            owner, words = _labelled(part, step, today) or (_owner(part, step, today, taken), part)
            if owner is not None:
                taken.add(owner.id)
                yield owner, words


def _parts(line: str, step: GuideStep, today: date) -> Iterator[str]:
    """Yield what is written between signs; what is several choices in a row, «mobbing fravær noen uker», «5 mnd hjemme
    nei», as those."""
    for part in PARTS.split(line):
        words = part.split()
        is_one = any(is_titled_so(part, _choices(field)) for field in step.fields)
        is_run = 1 < len(words) <= LONGEST_RUN and not begins_a_question(words) and not is_one
        yield from (_run(words, step, today) if is_run else ()) or (part,)


def _labelled(part: str, step: GuideStep, today: date) -> tuple[StepField, str] | None:
    """Return the field and the choice of «stafettpinne koordinator»: a word of one label alone before what is named
    there; None for anything else."""
    label, _, rest = part.strip().partition(" ")
    held = [field for field in step.fields if any(is_form_of(label.casefold(), one) for one in words_of(field.label))]
    if len(label) < LONG_LABEL or len(held) != 1 or not rest:
        return None
    names_it = choice_named(rest, _choices(held[0])) if held[0].kind == "choice" else read_date(rest, today)
    return (held[0], rest) if names_it else None


def _run(words: Sequence[str], step: GuideStep, today: date) -> tuple[str, ...]:
    """Return the words as the fewest choices they can be, one after the other; nothing when a word is left, or when a
    field that takes one answer would get two."""
    best: dict[int, tuple[tuple[str, StepField], ...]] = {0: ()}
    for end in range(1, len(words) + 1):
        for start in (at for at in range(end) if at in best):
            part = " ".join(words[start:end])
            taken = [one.id for _, one in best[start]]
            owner = _owner(part, step, today, taken) if _is_one(part, step) else None
            if owner is None or (not owner.several and owner.id in taken):
                continue
            run = (*best[start], (part, owner))
            best[end] = min(best.get(end, run), run, key=len)
    return tuple(part for part, _ in best.get(len(words), ()))


def _is_one(part: str, step: GuideStep) -> bool:
    """Tell whether some words of a row may be one choice: a word, a title or its beginning, an age or a date. What is
    only nearly a title, «barnehage nei», is two."""
    is_titled = any(is_titled_so(part, _choices(field)) for field in step.fields)
    return " " not in part or is_titled or _AGE_OR_DATE.fullmatch(part) is not None


def _is_one_choice(line: str, step: GuideStep) -> bool:
    """Tell whether the whole line is one choice, such as «rektor eller styrer» or «hjemme, ikke i barnehage»."""
    return any(titled(line, _choices(field)) for field in step.fields)


def _owner(words: str, step: GuideStep, today: date, taken: Collection[str] = ()) -> StepField | None:
    """Return the only field the words fit. «Vet ikke» fits several: the first of them that has no answer yet is meant
    (`taken` = ids of the others), and none where all have, for it takes no answer away."""
    fitting = [field for field in step.fields if field.kind == "choice" and choice_named(words, _choices(field))]
    fitting = fitting or [field for field in step.fields if field.kind == "date" and read_date(words, today)]
    free = [field for field in fitting if field.several or field.id not in taken]
    return next(iter(free if len(fitting) > 1 else fitting), None)


def field_alone(part: str, step: GuideStep, today: date) -> str | None:
    """Return the id of the field that takes one choice and has what is said among its own; None for anything else, and
    for doubt, which several have."""
    if DOUBT.match(part.casefold()):
        return None
    owner = _owner(as_lasting(as_age(part, step), step, today), step, today) if part else None
    return owner.id if owner is not None and owner.kind == "choice" and not owner.several else None


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
