"""Understands free text while a guide has the floor: an answer, a correction, a wish. Keeps none of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from bot.content.guide import GuideStep, Option, StepField
from dialogs.guide.dates import read_date
from dialogs.guide.sitting import Sitting

Kind = Literal["answer", "change", "concerns", "answers", "pause", "summary", "elsewhere", "unclear"]
ALIKE = 88
"""rapidfuzz ratio (0–100) from which typed words are taken for the label of an answer."""
QUESTION_WORDS = (
    "hva",
    "hvordan",
    "hvem",
    "hvorfor",
    "når",
    "må",
    "kan",
    "skal",
    "hvor",
    "korleis",
    "kven",
    "kva",
    "ka",
)
LONGEST_ANSWER = 12
"""More words than this are no answer to a choice."""


@dataclass(frozen=True)
class Heard:
    """What the words meant."""

    kind: Kind
    value: Any = None


def hear(said: str, shown: Sitting, whole: Sitting) -> Heard:
    """Return what the words mean at the step that is shown; `whole` knows all answers given."""
    words = _words(said)
    wishes: tuple[Kind, ...] = ("concerns", "answers", "pause", "summary")
    for kind in wishes:
        if said.casefold().strip(" .!") in _listed(f"guide.words_{kind}", shown):
            return Heard(kind)
    answer = _answer(said, words, shown)
    if answer is not None:
        return Heard("answer", answer)
    wrong = _correction(words, said, whole)
    if wrong is not None:
        return Heard("change", wrong)
    is_question = said.rstrip().endswith("?") or (words[:1] and words[0] in QUESTION_WORDS and len(words) > 2)
    return Heard("elsewhere" if is_question else "unclear")


def _answer(said: str, words: Sequence[str], shown: Sitting) -> Any:
    step = shown.step
    if step is None or not words:
        return None
    if step.kind != "question":
        return _fields(said, step, shown)
    if len(words) > LONGEST_ANSWER:
        return None
    option = _named(said, step.options) or _meant(words, step, shown)
    return option.id if option else None


def _named(said: str, options: Sequence[Option]) -> Option | None:
    text = said.casefold().strip(" .!«»[]")
    exact = next((option for option in options if text in (option.say.casefold(), option.label.casefold())), None)
    scored = [
        (max(fuzz.ratio(text, one.casefold()) for one in (option.say, option.label)), option) for option in options
    ]
    best = max(scored, key=lambda pair: pair[0])
    return exact or (best[1] if best[0] >= ALIKE else None)


def _meant(words: Sequence[str], step: GuideStep, shown: Sitting) -> Option | None:
    """Return the option that «ja», «nei» or «usikker» means here, when exactly one does."""
    joined = " ".join(words)
    level = re.search(r"\bniv[åa] ([0-3])\b", joined)
    if level:
        return step.option("ny" if level[1] == "0" else f"niva_{level[1]}")
    for meaning, key in (("usikker", "unsure"), ("ja", "yes"), ("nei", "no")):
        listed = _listed(f"guide.words_{key}", shown)
        said_so = joined in listed or (meaning == "usikker" and any(word in joined for word in listed if len(word) > 4))
        if said_so:
            fitting = [option for option in step.options if option.meaning == meaning]
            plain = [option for option in fitting if option.id == meaning]
            return (plain or fitting)[0] if plain or len(fitting) == 1 else None
    return None


def _fields(said: str, step: GuideStep, shown: Sitting) -> Mapping[str, Any] | None:
    """Return the fields typed on one line: `Tema: fravær · Hvor lenge: noen uker`, or just `fravær, mobbing`."""
    given: dict[str, Any] = {}
    for part in re.split(r"[·;\n]", said):
        label, colon, value = part.partition(":")
        field = _field_named(label, step) if colon else None
        if field is not None:
            given[field.id] = _value(value, field, shown)
    if not given and step.fields:
        first = step.fields[0]
        value = _value(said, first, shown)
        given = {first.id: value} if value else {}
    return given or None


def _field_named(label: str, step: GuideStep) -> StepField | None:
    wanted = label.casefold().strip(" ?*[]").replace(" ", "_")
    for field in step.fields:
        name = field.label.casefold().strip(" ?*").replace(" ", "_")
        if wanted and (wanted in (field.id, name) or (len(wanted) > 3 and name.startswith(wanted))):
            return field
    return None


def _value(said: str, field: StepField, shown: Sitting) -> Any:
    if field.kind == "date":
        found = read_date(said, shown.around.now.date())
        return found.isoformat() if found else said.strip()
    parts = [part.strip(" .[]").casefold() for part in re.split(r",| og ", said)]
    whole = said.strip(" .[]").casefold()
    chosen = [one.id for one in field.choices if one.say.casefold() in (*parts, whole) or one.id in parts]
    return chosen if field.several else (chosen[0] if chosen else None)


def _correction(words: Sequence[str], said: str, whole: Sitting) -> str | None:
    """Return the earlier step the person seems to take back: «oi, jeg har jo ikke snakka med eleven»."""
    signs = set(_listed("guide.wrong_words", whole, split=" "))
    if not signs & set(words):
        return None
    best, score = None, 0
    for name, _ in whole.walk.given:
        key = f"guide.hint_{name}"
        hints = set(_listed(key, whole, split=" ")) if key in whole.around.text else set()
        hints |= {word for word in _words(whole.guide.steps[name].short or "") if len(word) > 4}
        hits = len(hints & set(words))
        if hits > score:
            best, score = name, hits
    return best


def _words(said: str) -> list[str]:
    return re.findall(r"[a-zæøåéèôü0-9]+", said.casefold())


def _listed(key: str, sitting: Sitting, split: str = ",") -> tuple[str, ...]:
    return tuple(word.strip() for word in sitting.around.text.raw(key).split(split) if word.strip())
