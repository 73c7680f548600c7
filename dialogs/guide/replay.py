"""Finds where a person is in a guide by giving their answers again from the start. Must not know how anything is shown.

Answers are kept by step id, never by position: a changed guide or answer drops only what no longer applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.content.guide import Guide, GuideStep
from bot.content.profile import MunicipalityProfile
from bot.content.team import Team
from dialogs.guide.rules import RULES, TEAM_RULES, RuleFacts

Answers = Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class Workplace:
    """Where somebody works and as what: what rules may look at besides the answers."""

    profile: MunicipalityProfile | None = None
    role: str | None = None


@dataclass(frozen=True)
class Walk:
    """The way through a guide that the answers give."""

    place: str
    """The step or outcome reached."""
    given: tuple[tuple[str, Any], ...]
    """The answers that apply, in the order of the way."""
    dropped: tuple[str, ...] = ()
    """Steps whose answer no longer applies."""
    said: tuple[str, ...] = ()
    """What the guide says about steps that were skipped or answers that need a word, since the last answer."""

    @property
    def answers(self) -> dict[str, Any]:
        """Return the answers by step id."""
        return dict(self.given)


def walk(guide: Guide, answers: Answers, around: Workplace) -> Walk:
    """Give the answers from the start, step by step, as far as they lead.

    An answer the guide no longer knows ends the walk at its step, so that it is asked again.
    """
    known = dict(answers)
    given: dict[str, Any] = {}
    said: list[str] = []
    place = guide.start
    for _ in range(len(guide.steps) + 1):
        step = guide.steps.get(place)
        if step is None:
            break
        if not _is_shown(guide, step, given, around):
            assert step.otherwise is not None  # noqa: S101  (the model refuses one without the other)
            said += [step.otherwise.say] if step.otherwise.say else []
            place = _follow(guide, step.otherwise.go_to, step.otherwise.go_to_rule, given, around)
            continue
        if place not in known or not fits(step, known[place]):
            break
        answer = given[place] = known[place]
        option = step.option(answer) if isinstance(answer, str) else None
        said = [option.note] if option is not None and option.note else []
        go_to, rule = (option.go_to, option.go_to_rule) if option is not None else (step.go_to, step.go_to_rule)
        place = _follow(guide, go_to, rule, given, around)
    return Walk(place, tuple(given.items()), tuple(name for name, _ in answers if name not in given), tuple(said))


def with_answer(answers: Answers, step: str, answer: Any) -> Answers:
    """Return the answers with one more, or with one changed in its place: `walk` drops what no longer applies."""
    kept = [one for one in answers if one[0] != step]
    kept.insert(next((i for i, one in enumerate(answers) if one[0] == step), len(kept)), (step, answer))
    return kept


def fits(step: GuideStep, answer: Any) -> bool:
    """Tell whether the step (still) knows such an answer."""
    if step.kind == "question":
        return isinstance(answer, str) and step.option(answer) is not None
    if step.kind == "info":
        return True
    if not isinstance(answer, Mapping):
        return False
    return all(_field_fits(field, answer.get(field.id)) for field in step.fields)


def _field_fits(field: Any, value: Any) -> bool:
    if value in (None, "", (), []):
        return not field.required
    if field.kind == "date":
        return _is_date(value)
    choices = {choice.id for choice in field.choices}
    values = value if isinstance(value, (list, tuple)) else [value]
    return set(values) <= choices and (field.several or len(values) == 1)


def _is_date(value: Any) -> bool:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def rule_facts(guide: Guide, rule: str, answers: Mapping[str, Any], around: Workplace) -> RuleFacts:
    """Return what the rule may look at: only the steps its file says it reads."""
    named = guide.named_rules.get(rule)
    reads = named.reads if named else ()
    return RuleFacts({step: answers[step] for step in reads if step in answers}, around.profile, around.role)


def _is_shown(guide: Guide, step: GuideStep, answers: Mapping[str, Any], around: Workplace) -> bool:
    rule = step.show_when_rule_says_yes
    return rule is None or RULES[rule](rule_facts(guide, rule, answers, around)) == "ja"


def _follow(guide: Guide, go_to: str | None, rule: str | None, answers: Mapping[str, Any], around: Workplace) -> str:
    if rule is not None:
        return RULES[rule](rule_facts(guide, rule, answers, around))
    assert go_to is not None  # noqa: S101  (check_guides refuses an option that leads nowhere)
    return go_to


def team_of(guide: Guide, outcome_id: str, answers: Mapping[str, Any], around: Workplace) -> Team | None:
    """Return the team the outcome shows."""
    rule = guide.outcomes[outcome_id].team_rule
    return TEAM_RULES[rule](rule_facts(guide, rule, answers, around)) if rule else None


def steps_left(guide: Guide, walked: Walk, around: Workplace) -> int:
    """Count the steps an ordinary way from here still has, this one included: the «av 8» of the header."""
    answers, place, count = walked.answers, walked.place, 0
    while place in guide.steps and count <= len(guide.steps):
        step = guide.steps[place]
        if not _is_shown(guide, step, answers, around) and step.otherwise is not None:
            place = _follow(guide, step.otherwise.go_to, step.otherwise.go_to_rule, answers, around)
            continue
        count += 1
        place = _usual_next(guide, step, answers | {place: _usual_answer(guide, step)}, around)
    return count


def _usual_answer(guide: Guide, step: GuideStep) -> Any:
    """Return «nei» where the question decides, else the first answer that leads to another step."""
    if step.kind != "question":
        return {}
    onward = [option for option in step.options if option.go_to_rule or option.go_to in guide.steps]
    calm = [option for option in onward if option.meaning == "nei"] if step.decides else onward
    return (calm or onward or list(step.options))[0].id


def _usual_next(guide: Guide, step: GuideStep, answers: Mapping[str, Any], around: Workplace) -> str:
    place = next(name for name, known in guide.steps.items() if known is step)
    option = step.option(answers[place]) if step.options else None
    go_to, rule = (option.go_to, option.go_to_rule) if option is not None else (step.go_to, step.go_to_rule)
    return _follow(guide, go_to, rule, answers, around)
