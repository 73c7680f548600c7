"""Understands free text while a guide has the floor: an answer, a correction, a wish. Keeps none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from bot.content.guide import GuideStep, Option
from dialogs.guide.fields_heard import fields_heard
from dialogs.guide.sitting import LEVEL_STEP, OSLO, Sitting

Kind = Literal["answer", "ahead", "change", "concerns", "answers", "pause", "summary", "delete", "elsewhere", "unclear"]
ALIKE = 88
"""rapidfuzz ratio (0–100) from which typed words are taken for the label of an answer."""
TELLING_WORD = 4
"""Letters of a word that can tell one option from another; «ja» and «nei» cannot."""
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
    wishes: tuple[Kind, ...] = ("concerns", "answers", "pause", "summary", "delete")
    for kind in wishes:
        if said.casefold().strip(" .!") in _listed(f"guide.words_{kind}", shown):
            return Heard(kind)
    answer = _answer(said, words, shown)
    if answer is not None:
        return Heard("answer", answer)
    ahead = said_ahead(said, whole)
    if ahead is not None:
        return Heard("ahead", ahead)
    wrong = _other_level(said, whole) or _correction(words, said, whole)
    if wrong is not None:
        return Heard("change", wrong)
    asks = words[:1] and words[0] in QUESTION_WORDS and len(words) > 2
    is_question = said.rstrip().endswith("?") or asks or " ".join(words) in _listed("guide.words_law", shown)
    return Heard("elsewhere" if is_question else "unclear")


def level_said(said: str) -> str | None:
    """Return the answer to «hvor langt har dere kommet» that words such as «jeg er på nivå 2 allerede» hold."""
    level = re.search(r"\b(?:niv[åa]|trinn) ?([0-3])\b", said.casefold())
    return ("ny" if level[1] == "0" else f"niva_{level[1]}") if level else None


def said_ahead(said: str, whole: Sitting) -> tuple[str, str] | None:
    """Return (step, answer) when the words answer a step that comes later: the level they are on, or a theme."""
    step = whole.guide.steps.get(LEVEL_STEP)
    if step is None or LEVEL_STEP in whole.walk.answers or said.rstrip().endswith("?"):
        return None
    text = said.casefold()
    is_theme = any(words in text for words in _listed("guide.words_theme", whole))
    level = "tema" if is_theme else level_said(text)
    return (LEVEL_STEP, level) if level and step.option(level) else None


def _other_level(said: str, whole: Sitting) -> str | None:
    """Return the step that asks for the level, when another level is named than the one answered there."""
    level = level_said(said)
    return LEVEL_STEP if level and whole.walk.answers.get(LEVEL_STEP, level) != level else None


def _answer(said: str, words: Sequence[str], shown: Sitting) -> Any:
    step = shown.step
    if step is None or not words:
        return None
    if step.kind != "question":
        return fields_heard(said, step, shown.around.now.astimezone(OSLO).date()) or None
    if len(words) > LONGEST_ANSWER:
        return None
    option = named_option(said, step.options) or _meant(words, step, shown)
    return option.id if option else None


def named_option(said: str, options: Sequence[Option]) -> Option | None:
    """Return the option whose words were typed: all of them, nearly, or some that stand in no other option."""
    text = said.casefold().strip(" .!«»[]")
    exact = next((one for one in options if text in _said_as(one)), None)
    scored = [
        (max(fuzz.ratio(text, one.casefold()) for one in (option.say, option.label)), option) for option in options
    ]
    best = max(scored, key=lambda pair: pair[0])
    return exact or (best[1] if best[0] >= ALIKE else None) or _by_some_words(set(_words(said)), options)


def _said_as(option: Option) -> tuple[str, ...]:
    return tuple(one.casefold() for one in (option.say, option.label, option.id, *option.also))


def _by_some_words(words: set[str], options: Sequence[Option]) -> Option | None:
    if len(words) < 2 or not any(len(word) >= TELLING_WORD for word in words):
        return None
    fitting = [option for option in options if words <= {*_words(option.say), *_words(option.label)}]
    return fitting[0] if len(fitting) == 1 else None


def _meant(words: Sequence[str], step: GuideStep, shown: Sitting) -> Option | None:
    """Return the option that «ja», «nei» or «usikker» means here, when exactly one does."""
    joined = " ".join(words)
    level = level_said(joined)
    if level:
        return step.option(level)
    for meaning, key in (("usikker", "unsure"), ("ja", "yes"), ("nei", "no")):
        listed = _listed(f"guide.words_{key}", shown)
        said_so = joined in listed or (meaning == "usikker" and any(word in joined for word in listed if len(word) > 4))
        if said_so:
            fitting = [option for option in step.options if option.meaning == meaning]
            plain = [option for option in fitting if option.id == meaning]
            return (plain or fitting)[0] if plain or len(fitting) == 1 else None
    return None


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
