"""Walks every way through a guide that answers can take, as the real rules decide it.

Two ways that no later rule and no safety question can tell apart are walked once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.content.guide import Guide, GuideStep
from bot.content.guide_ways import Ways
from dialogs.guide import replay
from dialogs.guide.replay import Workplace
from dialogs.guide.rules import RULES

DECIDES_NOTHING = ("hvor_lenge", "risiko", "beskyttelse", "resultat", "plass", "stafettpinne")
"""Fields no rule reads: one value is as good as another."""


@dataclass(frozen=True)
class End:
    """An end of a way: where, and by which answers."""

    place: str
    answers: tuple[tuple[str, Any], ...]


def possible_answers(step: GuideStep) -> list[Any]:
    """Return every option of a question; of a checklist every single choice of a field, none, and all."""
    if step.kind == "question":
        return [option.id for option in step.options]
    filled: list[dict[str, Any]] = [{}]
    for field in step.fields:
        if field.kind == "date":
            continue
        ids = [choice.id for choice in field.choices]
        values: list[Any] = [[one] for one in ids] + [ids] if field.several else list(ids)
        values += [] if field.required else [None]
        if field.id in DECIDES_NOTHING:
            values = values[:1]
        filled = [{**old, **({field.id: value} if value else {})} for old in filled for value in values]
    return filled


class EveryWay:
    """Every way through one guide for one person."""

    def __init__(self, guide: Guide, around: Workplace) -> None:
        self._guide, self._around = guide, around
        ways = Ways(guide)
        self._ahead = {name: ways.reachable(name) & set(guide.steps) for name in guide.steps}
        self._rules = {name: self._rules_of(ahead) for name, ahead in self._ahead.items()}
        teams = around.profile.teams if around.profile else ()
        self._themes_choose_teams = any(team.themes for team in teams if "enkeltsak" in team.purpose)

    def ends(self) -> Iterator[End]:
        """Yield an end for every combination of answers that can be told apart."""
        waiting: list[tuple[tuple[str, Any], ...]] = [()]
        seen: set[Hashable] = set()
        while waiting:
            answers = waiting.pop()
            place = replay.walk(self._guide, answers, self._around).place
            if place not in self._guide.steps:
                yield End(place, answers)
                continue
            here = self._what_matters(place, dict(answers))
            if here not in seen:
                seen.add(here)
                waiting += [(*answers, (place, one)) for one in possible_answers(self._guide.steps[place])]

    def _what_matters(self, place: str, answers: dict[str, Any]) -> Hashable:
        kept: dict[str, Any] = {}
        for rule in sorted(self._rules[place]):
            named = self._guide.named_rules[rule]
            if set(named.reads) & self._ahead[place]:
                kept |= {step: answers[step] for step in named.reads if step in answers}
            else:
                facts = replay.rule_facts(self._guide, rule, answers, self._around)
                kept[f"rule {rule}"] = RULES[rule](facts)
        if not self._themes_choose_teams and "hva_har_du_sett" not in self._ahead[place]:
            kept.pop("hva_har_du_sett", None)
        if "om_barnet" in kept:
            kept["om_barnet"] = {name: one for name, one in kept["om_barnet"].items() if name != "vedtak"}
        if "provd" in kept:
            tried = kept["provd"].get("tiltak", [])
            kept["provd"] = (tried in ([], ["ingenting"]), "lokalt_team" in tried)
        settled = tuple(_status(self._guide, index, answers) for index in range(len(self._guide.safety)))
        return (place, settled, repr(sorted(kept.items())))

    def _rules_of(self, places: set[str]) -> set[str]:
        rules: set[str] = set()
        for place in places:
            step = self._guide.steps[place]
            otherwise = step.otherwise.go_to_rule if step.otherwise else None
            names = (step.go_to_rule, step.show_when_rule_says_yes, otherwise)
            rules |= {rule for rule in (*names, *(option.go_to_rule for option in step.options)) if rule}
        return rules


def _status(guide: Guide, index: int, answers: Mapping[str, Any]) -> bool:
    safety = guide.safety[index]
    given = answers.get(safety.step)
    settled = any(answers.get(step) in safe for step, safe in safety.settled_by.items())
    return given in safety.safe or (given == "usikker" and settled)


def safety_is_settled(guide: Guide, answers: Mapping[str, Any]) -> bool:
    """Tell whether every safety question is answered as safe, or its doubt settled with barnevernet."""
    return all(_status(guide, index, answers) for index in range(len(guide.safety)))
