"""Holds the words of a guide against a phone screen and a tired reader. Must not know where any step leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.content.guide import SHORT, Guide, GuideStep
from bot.content.problem import Problem

MAX_TITLE, MAX_ITEM, MAX_ITEMS, MAX_OPTIONS = 70, 150, 5, 7
"""Characters of a title and a list item, items of a list, options of a question: what fits a phone."""

Noting = Callable[..., Problem]


def check_words(guide: Guide, note: Noting) -> Iterator[Problem]:
    """Yield texts that do not fit, that a comma has cut, or that name a level without saying of what."""
    for where, title in _titles(guide):
        if len(title) > MAX_TITLE and "?" not in title:
            yield note(where, f"Teksten er på {len(title)} tegn. Kortet har plass til {MAX_TITLE}.", "advarsel")
        yield from _bare_level(where, title, note)
    for where, items in _lists(guide):
        yield from _items(where, items, note)
    for name, step in guide.steps.items():
        yield from _labels(name, step, note)
        if len(step.options) > MAX_OPTIONS:
            text = f"{len(step.options)} svar er for mange. Sju er det meste."
            yield note(f"steps.{name}.options", text, "advarsel")


def _labels(name: str, step: GuideStep, note: Noting) -> Iterator[Problem]:
    for index, option in enumerate(step.options):
        if len(option.label) > SHORT:
            text = f"«{option.say}» er for lang for en knapp ({SHORT} tegn). Skriv en kort versjon i short."
            yield note(f"steps.{name}.options[{index}]", text)
    labels = [option.label for option in step.options]
    if len(set(labels)) != len(labels):
        yield note(f"steps.{name}.options", "To knapper har samme tekst. Gi den ene en annen.")


def _bare_level(where: str, title: str, note: Noting) -> Iterator[Problem]:
    for number in (0, 1, 2, 3):
        if f"nivå {number}" in title and f"Handlingsveilederen nivå {number}" not in title:
            yield note(where, f"Skriv aldri bare «nivå {number}». Skriv «Handlingsveilederen nivå {number}».")


def _items(where: str, items: tuple[str, ...], note: Noting) -> Iterator[Problem]:
    if len(items) > MAX_ITEMS:
        yield note(where, f"Lista har {len(items)} punkter. Fem er nok på en telefon.", "advarsel")
    for item in items:
        if item[:1].islower():
            yield note(where, f"«{item}» er trolig kuttet av et komma. Sett hele setningen i anførselstegn.")
        if len(item) > MAX_ITEM:
            yield note(where, f"«{item[:30]} …» er på {len(item)} tegn. Kort den ned.", "advarsel")


def _titles(guide: Guide) -> Iterator[tuple[str, str]]:
    yield from ((f"steps.{name}.ask", step.ask) for name, step in guide.steps.items())
    yield from ((f"outcomes.{name}.title", outcome.title) for name, outcome in guide.outcomes.items())


def _lists(guide: Guide) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, step in guide.steps.items():
        for field in ("count_as_yes", "count_as_no", "phrases"):
            yield f"steps.{name}.{field}", getattr(step, field)
    for name, outcome in guide.outcomes.items():
        for field in ("do_not", "first", "write_down", "say"):
            yield f"outcomes.{name}.{field}", getattr(outcome, field)
        yield f"outcomes.{name}.do", tuple(one.what for one in outcome.do)
