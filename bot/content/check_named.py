"""Steps, outcomes, fields and answers that the program knows by name must be called what it calls them.

Must not know what the program does with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.content.guide import Guide, GuideStep
from bot.content.model_problem import did_you_mean
from bot.content.problem import Problem


def check_named(guides: Mapping[str, Guide], needed: Iterable[str]) -> Iterator[Problem]:
    """Yield each name that is gone. Names are written `guide`, and after a colon a step or an outcome,
    `bekymring:hvor_langt`, with an answer, `bekymring:samtykke=ja`, or a field, `bekymring:om_barnet.alder`, and its
    choice, `bekymring:provd.tiltak=lokalt_team`."""
    for name in needed:
        guide_id, _, inside = name.partition(":")
        guide = guides.get(guide_id)
        if guide is None:
            yield Problem(f"guides/{guide_id}.yaml", "", "Boten trenger denne veilederen. Sett fila inn igjen.")
        elif inside:
            yield from _inside(guide, inside)


def _inside(guide: Guide, name: str) -> Iterator[Problem]:
    place, _, answer = name.partition("=")
    step_id, _, field_id = place.partition(".")
    step = guide.steps.get(step_id)
    if step is None:
        if step_id not in guide.outcomes:
            yield _gone(guide, "steps", step_id, [*guide.steps, *guide.outcomes])
        return
    if field_id and step.field(field_id) is None:
        yield _gone(guide, f"steps.{step_id}.fields", field_id, [one.id for one in step.fields])
    elif answer and answer not in (answers := _answers(step, field_id)):
        where = f"steps.{step_id}.fields" if field_id else f"steps.{step_id}.options"
        yield _gone(guide, where, answer, answers)


def _answers(step: GuideStep, field_id: str) -> list[str]:
    field = step.field(field_id) if field_id else None
    return [one.id for one in (field.choices if field else step.options)]


def _gone(guide: Guide, where: str, name: str, known: Iterable[str]) -> Problem:
    text = f"«{name}» er borte. Boten kjenner det på det navnet, så la det hete {name}, og endre bare teksten."
    return Problem(f"guides/{guide.id}.yaml", where, text + did_you_mean(name, known))
