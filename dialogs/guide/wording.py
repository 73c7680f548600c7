"""Words for answers, sources and dates in a guide. Must not know where on a card they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.content.guide import Guide, GuideStep, StepField
from bot.content.profile import MunicipalityProfile
from bot.content.source import Source, told_in
from dialogs.days import short_date
from dialogs.dialog import Around

SOURCES_SHOWN = 5
"""More than this is counted, not listed; «Les mer» has them all."""


def answer_words(step: GuideStep, answer: Any) -> str:
    """Return an answer in the words the person saw."""
    if step.kind == "question":
        option = step.option(answer) if isinstance(answer, str) else None
        return option.say if option else ""
    return "; ".join(_field_words(step, answer)) if isinstance(answer, Mapping) else ""


def _field_words(step: GuideStep, answer: Mapping[str, Any]) -> Iterator[str]:
    for field in step.fields:
        value = answer.get(field.id)
        if not value:
            continue
        if field.kind == "date":
            yield f"{_label(field)}: {short_date(date.fromisoformat(value))}"
            continue
        chosen = (value,) if isinstance(value, str) else tuple(value)
        words = [choice.say for choice in field.choices if choice.id in chosen]
        yield f"{_label(field)}: {', '.join(words)}"


def _label(field: StepField) -> str:
    return field.label.split("?")[0]


def question_words(step: GuideStep) -> str:
    """Return the question in a few words."""
    return step.short or step.ask


def todo_of(guide: Guide, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the answers left undone, in the order of the guide."""
    left: list[str] = []
    for name, answer in answers.items():
        step = guide.steps[name]
        option = step.option(answer) if isinstance(answer, str) else None
        if option is not None and option.todo:
            left.append(option.todo)
        if isinstance(answer, Mapping):
            left += _unticked(step, answer)
    return tuple(dict.fromkeys(left))


def _unticked(step: GuideStep, answer: Mapping[str, Any]) -> Iterator[str]:
    for field in step.fields:
        ticked = answer.get(field.id) or ()
        yield from (todo for choice, todo in field.todo_unless.items() if choice not in ticked)


def source_line(ids: Sequence[str], around: Around) -> str:
    """Return «Kilder: …», laws with the day they were read, weak sources marked."""
    known = [around.knowledge.sources[one] for one in ids if one in around.knowledge.sources]
    names = list(dict.fromkeys(_source(one, around) for one in known))
    more = [around.text("guide.sources_more", count=len(names) - SOURCES_SHOWN)] if len(names) > SOURCES_SHOWN else []
    return around.text("guide.sources", sources=" · ".join((*names[:SOURCES_SHOWN], *more)))


def _source(source: Source, around: Around) -> str:
    together = " " if source.section.startswith("§") else ", "
    name = f"{source.title}{together}{source.section}".replace("§ ", "§\N{NO-BREAK SPACE}")
    if source.certainty == "svak":
        return around.text("guide.source_weak", source=name)
    if source.certainty == "lovtekst" and source.text_not_newer_than:
        return around.text("guide.source_read", source=name, date=short_date(source.text_not_newer_than))
    return name


def footnote(guide: Guide, ids: Sequence[str], around: Around, profile: MunicipalityProfile | None) -> tuple[str, ...]:
    """Return sources, who checked, and a warning when the next check is overdue."""
    lines = [
        source_line(told_in(profile.id if profile else None, ids, around.knowledge.sources), around),
        around.text("guide.checked", date=short_date(guide.checked_on), who=guide.checked_by, version=guide.version),
    ]
    if around.today > guide.review_by:
        lines.append(around.text("guide.past_review", date=short_date(guide.review_by)))
    return tuple(lines)
