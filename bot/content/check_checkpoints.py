"""Holds the check-points of a guide against its steps and against what municipalities have switched on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.content.guide import Guide
from bot.content.model_problem import did_you_mean
from bot.content.problem import Problem
from bot.content.profile import MunicipalityProfile

Noting = Callable[..., Problem]


def check_checkpoints(guide: Guide, profiles: Mapping[str, MunicipalityProfile], note: Noting) -> Iterator[Problem]:
    """Every check-point is fulfilled by answers that exist; municipalities switch on only those there are."""
    for name, point in guide.checkpoints.items():
        if not point.done_when:
            text = f"Sjekkpunktet «{name}» sier ikke hvilke svar som oppfyller det. Fyll ut done_when."
            yield note(f"checkpoints.{name}", text)
        for answer in point.done_when:
            if not _exists(answer, guide):
                text = f"Sjekkpunktet «{name}» viser til svaret «{answer}», men det finnes ikke."
                yield note(f"checkpoints.{name}.done_when", text)
    for profile in profiles.values() if guide.checkpoints else ():
        for name in profile.checkpoints:
            if name not in guide.checkpoints:
                text = f"{profile.name} har slått på sjekkpunktet «{name}», men det finnes ikke."
                yield note("checkpoints", text + did_you_mean(name, guide.checkpoints))


def _exists(answer: str, guide: Guide) -> bool:
    where, _, wanted = answer.partition("=")
    step_id, _, field_id = where.partition(".")
    step = guide.steps.get(step_id)
    field = step.field(field_id) if step and field_id else None
    if step is None or (field_id and field is None):
        return False
    return wanted == "*" or wanted in {one.id for one in (field.choices if field else step.options)}
