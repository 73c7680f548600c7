"""The card of one step: one question or checklist, its definition, help and sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.content.fact import Unknown
from bot.content.guide import GuideStep, Option, StepField
from bot.domain.choices import as_value
from bot.domain.reply import (
    Block,
    Box,
    Bullets,
    Button,
    Card,
    Choice,
    ChoiceInput,
    DateInput,
    Folded,
    Paragraph,
    Rows,
    Tone,
)
from dialogs.guide.contact_rows import contact_rows, where_button
from dialogs.guide.sitting import LEVEL_STEP, Sitting
from dialogs.guide.wording import answer_words, footnote
from dialogs.practice.story import story_blocks

LEVELS = {"niva_1": 1, "niva_2": 2, "niva_3": 3}
"""Answer to how far they have come → level of Handlingsveilederen."""


def step_card(
    sitting: Sitting, *, errors: Mapping[str, str] | None = None, values: Mapping[str, Any] | None = None
) -> Card:
    """Return the card of the step that waits for an answer; `values` is what was filled in, `errors` what is wrong."""
    step = sitting.step_asked
    text = sitting.around.text
    number = len(sitting.walk.given) + 1
    before = values if values is not None else _kept(sitting)
    return Card(
        kind="guide_step",
        header=(header(sitting, step), text("guide.step_of", number=number, all=max(number, sitting.steps_in_all()))),
        title=step.ask,
        intro=step.why or "",
        blocks=tuple(_blocks(sitting, step, before, errors or {})),
        buttons=tuple(_buttons(sitting, step)),
        footnote=footnote(sitting.guide, step.sources, sitting.around, sitting.profile),
        speak=step.ask,
    )


def choices_card(sitting: Sitting, *, values: Mapping[str, Any] | None = None) -> Card:
    """Return the step in short: the question and its answers, without definitions, help and sources."""
    step = sitting.step_asked
    whole = step_card(sitting, values=values)
    before = values if values is not None else _kept(sitting)
    fields = [_input(field, before.get(field.id), "") for field in step.fields]
    return replace(whole, kind="guide_choices", intro="", blocks=(*_whole_answers(sitting, step), *fields), footnote=())


def answer_button(sitting: Sitting, option: Option) -> Button:
    """Return the button of one answer."""
    return Button(option.label, "guide_answer", _answer_id(sitting, option.id))


def _whole_answers(sitting: Sitting, step: GuideStep) -> list[Block]:
    """Return the answers in full where the buttons only have room for a part."""
    if not any(option.short for option in step.options):
        return []
    whole = tuple(option.say for option in step.options)
    return [Bullets(whole, sitting.around.text("guide.choose_number"), numbered=True)]


def header(sitting: Sitting, step: GuideStep) -> str:
    """Return the working title and where in the guide this is."""
    text = sitting.around.text
    level = level_of(sitting, step)
    where = step.heading or (text(f"guide.level_{level}") if level is not None else "")
    if not sitting.concern.title:
        return where or sitting.guide.title
    return text("guide.header", title=sitting.concern.title, where=where) if where else sitting.concern.title


def level_of(sitting: Sitting, step: GuideStep) -> int | None:
    """Return the level of Handlingsveilederen the step belongs to for this person: never lower than where they are."""
    if step.level is None:
        return None
    said = str(sitting.walk.answers.get(LEVEL_STEP, ""))
    return max(step.level, LEVELS.get(said, 0))


def local_wording(sitting: Sitting, key: str) -> Block:
    """Return the municipality's own words for a step, or say that they are not filled in."""
    text = sitting.around.text
    if sitting.profile is None:
        return Paragraph(text("guide.no_local_text_anywhere"), subtle=True)
    own = sitting.profile.local_text(key)
    if own is None:
        return Paragraph(text("guide.no_local_text", municipality=sitting.profile.name), subtle=True)
    title = text("guide.local_text", municipality=sitting.profile.name)
    return Box((Paragraph(title, strong=True), Paragraph(own)), "accent")


def _blocks(sitting: Sitting, step: GuideStep, before: Mapping[str, Any], errors: Mapping[str, str]) -> list[Block]:
    text = sitting.around.text
    blocks = story_blocks(sitting.concern, sitting.around, is_first=not sitting.walk.given)
    blocks += [Box((Paragraph(said),), "warning") for said in sitting.walk.said]
    if step.local_text and level_of(sitting, step) == step.level:
        blocks.append(local_wording(sitting, step.local_text))
    answer = _earlier_answer(sitting)
    if answer:
        blocks.append(Paragraph(text("guide.you_said", answer=answer), subtle=True))
    if step.criteria:
        blocks.append(Bullets(tuple(_criteria(sitting, step))))
    blocks += definition(sitting, step)
    if step.contacts:
        rows = contact_rows(step.contacts, sitting)
        blocks += [Paragraph(text("guide.contacts"), strong=True), Rows(rows, tone="attention")] if rows else []
    blocks += _whole_answers(sitting, step)
    blocks += [_input(field, before.get(field.id), errors.get(field.id, "")) for field in step.fields]
    return blocks + _folded(sitting, step)


def definition(sitting: Sitting, step: GuideStep) -> list[Block]:
    """Return what counts as a yes and as a no, or as the gravest answer where there is neither among the answers."""
    text = sitting.around.text
    tone: Tone = "attention" if step.heading else "accent"
    parts: list[Block] = []
    kind = "" if {one.id for one in step.options} & {"ja", "nei"} else "_grave"
    if step.count_as_yes:
        parts.append(Box((Bullets(step.count_as_yes, text(f"guide.count_as_yes{kind}")),), tone))
    if step.count_as_no:
        parts.append(Box((Bullets(step.count_as_no, text(f"guide.count_as_no{kind}")),), "emphasis"))
    return parts


def _criteria(sitting: Sitting, step: GuideStep) -> list[str]:
    lines = []
    for criterion in step.criteria:
        note = criterion.note_for
        extra = f" ({note.say})" if note and sitting.role in note.role else ""
        lines.append(f"{criterion.say}{extra}")
    return lines


def _folded(sitting: Sitting, step: GuideStep) -> list[Block]:
    text = sitting.around.text
    parts: list[Block] = []
    if step.help:
        parts.append(Paragraph(step.help, subtle=True))
    rules = _consents(sitting, step)
    if len(rules) == 1:
        parts.append(Paragraph(rules[0], subtle=True))
    elif rules:
        parts.append(Folded(text("guide.consents"), (Bullets(rules),)))
    if step.phrases:
        parts.append(Folded(text("guide.what_can_i_say"), (Bullets(step.phrases),)))
    return parts


def _consents(sitting: Sitting, step: GuideStep) -> tuple[str, ...]:
    """Return who consents to what, from what age, as the person's municipality has it (rows V78 and V79)."""
    text, lines = sitting.around.text, []
    for key in step.consents:
        one = sitting.profile.consent.get(key) if sitting.profile else None
        rule = one.rule if one else None
        if isinstance(rule, Unknown):
            rule = text("where.fill_in", text=rule.until_then) if rule.until_then else text("where.not_filled_in")
        if rule:
            lines.append(text("guide.consent_row", about=text(f"guide.consent_{key}"), rule=rule))
    return tuple(lines)


def _answer_id(sitting: Sitting, option: str = "") -> str:
    return ".".join(part for part in (sitting.concern.id, sitting.walk.place, option) if part)


def _buttons(sitting: Sitting, step: GuideStep) -> list[Button]:
    text = sitting.around.text
    buttons: list[Button] = []
    if step.kind == "question":
        buttons += [answer_button(sitting, option) for option in step.options]
    else:
        buttons.append(Button(text("guide.next"), "guide_answer", _answer_id(sitting), style="positive"))
    if sitting.walk.given:
        buttons.append(Button(text("guide.back"), "guide_back", sitting.concern.id, submits_inputs=False))
    if sitting.guide.has_titles:
        buttons.append(Button(text("guide.pause"), "guide_pause", sitting.concern.id, submits_inputs=False))
    buttons += where_button(sitting, has_numbers=bool(step.contacts))
    if step.article:
        buttons.append(Button(text("guide.read_more"), "article", step.article, submits_inputs=False))
    if step.exception_article:
        exception = Button(text("guide.read_exception"), "article", step.exception_article, submits_inputs=False)
        buttons.append(exception)
    return buttons


def _input(field: StepField, value: Any, error: str) -> Block:
    if field.kind == "date":
        return DateInput(field.id, field.label, str(value or ""), field.required, error)
    chosen: Sequence[str] = (value,) if isinstance(value, str) else tuple(value or ())
    choices = tuple(Choice(choice.id, choice.say) for choice in field.choices)
    value = as_value(chosen)
    return ChoiceInput(field.id, field.label, choices, value, field.several, field.required, field.compact, error)


def _old(sitting: Sitting) -> Any:
    """Return what was answered here before, when the step is asked again."""
    return dict(sitting.concern.answers).get(sitting.walk.place)


def _kept(sitting: Sitting) -> Mapping[str, Any]:
    old = _old(sitting)
    return old if isinstance(old, Mapping) else sitting.filled_ahead


def _earlier_answer(sitting: Sitting) -> str:
    old = _old(sitting)
    return answer_words(sitting.step, old) if sitting.step is not None and isinstance(old, str) else ""
