"""The check-points the plans demand, held against the answers: in place, missing, or to wait with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from bot.content.guide import Checkpoint
from dialogs.guide import replay
from dialogs.guide.rules import RULES
from dialogs.guide.sitting import Sitting

Status = Literal["done", "missing", "wait"]
PARENTS = "kan_snakke_med_foreldre"
"""The rule that says no while barnevernet has asked the person to wait with the parents."""


def checkpoints_of(sitting: Sitting) -> Iterator[tuple[Checkpoint, Status]]:
    """Yield the check-points that were asked about on this way: the required ones and those the municipality has on."""
    switched_on = sitting.profile.checkpoints if sitting.profile else ()
    for name, point in sitting.guide.checkpoints.items():
        is_on = point.required or name in switched_on
        steps = {one.partition("=")[0].partition(".")[0] for one in point.done_when}
        was_asked = bool(steps & set(sitting.walk.answers))
        if is_on and (was_asked or (point.unless_rule_says_no and _says_no(point.unless_rule_says_no, sitting))):
            yield point, _status(point, sitting)


def checkpoint_lines(sitting: Sitting) -> tuple[str, ...]:
    """Return one line for each check-point."""
    text = sitting.around.text
    return tuple(text(f"guide.checkpoint_{status}", say=point.say) for point, status in checkpoints_of(sitting))


def parents_must_wait(sitting: Sitting) -> bool:
    """Tell whether barnevernet has asked the person to wait with the parents."""
    return PARENTS in sitting.guide.named_rules and _says_no(PARENTS, sitting)


def _status(point: Checkpoint, sitting: Sitting) -> Status:
    if any(_is_given(one, sitting.walk.answers) for one in point.done_when):
        return "done"
    rule = point.unless_rule_says_no
    return "wait" if rule is not None and _says_no(rule, sitting) else "missing"


def _says_no(rule: str, sitting: Sitting) -> bool:
    facts = replay.rule_facts(sitting.guide, rule, sitting.walk.answers, sitting.workplace)
    return RULES[rule](facts) == "nei"


def _is_given(name: str, answers: dict[str, Any]) -> bool:
    where, _, wanted = name.partition("=")
    step, _, field = where.partition(".")
    answer = answers.get(step)
    value = answer.get(field) if field and isinstance(answer, dict) else answer
    if wanted == "*":
        return bool(value)
    return wanted in (value if isinstance(value, list | tuple) else (value,))
