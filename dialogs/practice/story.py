"""What a practice puts on the cards of the real guide: the story, and at the end where it should have led."""

from __future__ import annotations

from bot.content.course import PracticeCase
from bot.content.guide import Guide
from bot.domain.conversation import Concern
from bot.domain.reply import Block, Box, Button, Folded, Paragraph
from dialogs.dialog import Around


def practice_case(case_id: str, around: Around) -> PracticeCase | None:
    """Return the invented case with that id."""
    return next((case for one in around.knowledge.courses.values() for case in one.cases if case.id == case_id), None)


def story_blocks(concern: Concern, around: Around, *, is_first: bool) -> list[Block]:
    """Return the story: open on the first step, then folded; nothing when this is no practice."""
    case = practice_case(concern.practice, around) if concern.practice else None
    if case is None:
        return []
    if is_first:
        return [Box((Paragraph(around.text("practice.invented"), strong=True), Paragraph(case.story)), "accent")]
    return [Folded(around.text("practice.story"), (Paragraph(case.story),))]


def verdict_blocks(concern: Concern, reached: str, guide: Guide, around: Around) -> list[Block]:
    """Return whether the way led where it should, and why; nothing when this is no practice."""
    if not concern.practice:
        return []
    text, case = around.text, practice_case(concern.practice, around)
    lines = [Paragraph(text("practice.nothing_sent"), strong=True)]
    if case is not None:
        best = guide.outcomes[case.outcomes[0]].title if case.outcomes[0] in guide.outcomes else ""
        is_right = reached in case.outcomes
        said = text("practice.verdict_right") if is_right else text("practice.verdict_other", outcome=best)
        lines += [Paragraph(said), Paragraph(case.why)]
    return [Box(tuple(lines), "accent")]


def practice_buttons(concern: Concern, around: Around) -> list[Button]:
    """Return the buttons of the last card of a practice: none of them sends or reminds of anything."""
    text = around.text
    return [
        Button(text("practice.end"), "practice_end", style="positive", submits_inputs=False),
        Button(text("practice.try_again"), "practice_start", concern.practice, submits_inputs=False),
        Button(text("guide.change"), "guide_answers", concern.id, submits_inputs=False),
    ]
