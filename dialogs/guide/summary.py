"""The summary to take along: outcome, answers, what to have ready, agenda and minutes. Never a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.reply import Block, Bullets, Button, Card, Paragraph, Row
from dialogs.days import short_date
from dialogs.guide.checkpoints import checkpoint_lines, parents_must_wait
from dialogs.guide.contact_rows import contact_rows
from dialogs.guide.outcome_card import team_lines
from dialogs.guide.sitting import Sitting
from dialogs.guide.wording import answer_words, footnote, question_words, todo_of

AGENDA, MINUTES = 7, 7
"""Points of the agenda and of the minutes in the texts."""


@dataclass(frozen=True)
class Part:
    """One headed part of the summary."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """The summary as plain data: shown on a card, copied as text, or written to a document."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    footnote: tuple[str, ...]

    def as_text(self) -> str:
        """Return everything as text to copy."""
        lines = [self.title, self.intro, ""]
        for part in self.parts:
            lines += [part.title, *(f"- {line}" for line in part.lines), ""]
        return "\n".join((*lines, *self.footnote))


def summary_of(sitting: Sitting) -> Summary:
    """Build the summary from the answers."""
    text, outcome = sitting.around.text, sitting.outcome
    reached = outcome.title if outcome else text("guide.summary_no_outcome")
    made = short_date(sitting.around.today)
    intro = text("guide.summary_date", date=made, guide=sitting.guide.title, version=sitting.guide.version)
    sources = outcome.sources if outcome else ()
    return Summary(
        text("guide.summary_header", title=sitting.title, outcome=reached),
        intro,
        tuple(part for part in _parts(sitting) if part.lines),
        footnote(sitting.guide, sources, sitting.around, sitting.profile) if sources else (),
    )


def _parts(sitting: Sitting) -> Iterator[Part]:
    text, outcome, guide = sitting.around.text, sitting.outcome, sitting.guide
    if outcome:
        if parents_must_wait(sitting):
            yield Part(text("guide.do_not"), (text("guide.parents_wait"),))
        do = tuple(text("guide.do_row", what=one.what, who=one.who, by=one.by) for one in outcome.do)
        yield Part(text("guide.do_this"), do)
        yield Part(text("guide.do_not"), outcome.do_not)
        yield Part(text("guide.who_to_ring"), tuple(_contact(row) for row in contact_rows(outcome.contacts, sitting)))
        if outcome.carries_todo:
            yield Part(text("guide.todo"), todo_of(guide, sitting.walk.answers))
        yield Part(text("guide.summary_have_ready"), (*outcome.first, *outcome.write_down))
        if sitting.team:
            yield Part(text("guide.team", name=sitting.team.name), tuple(team_lines(sitting.team, sitting)))
    if outcome and not outcome.danger:
        yield Part(text("guide.checkpoints"), checkpoint_lines(sitting))
    given = [(guide.steps[name], answer) for name, answer in sitting.walk.given]
    answers = tuple(f"{question_words(step)}: {answer_words(step, answer)}" for step, answer in given)
    yield Part(text("guide.summary_answers"), answers)
    ends = guide.every_outcome_ends_with
    yield Part(text("guide.summary_remember"), (*((outcome.duty,) if outcome and outcome.duty else ()), ends.duty))
    disagree, ways = ends.disagreeing(danger=outcome is not None and outcome.danger)
    yield Part(text("guide.summary_disagree"), (disagree, *ways, text("guide.summary_reason")))
    if outcome and not outcome.danger and guide.has_titles:
        yield Part(text("guide.summary_meeting"), tuple(text(f"guide.agenda_{n}") for n in range(1, AGENDA + 1)))
        yield Part(text("guide.summary_minutes"), tuple(text(f"guide.minutes_{n}") for n in range(1, MINUTES + 1)))


def _contact(row: Row) -> str:
    number = f"{row.left} " if row.left[:1].isdigit() else ""
    return f"{number}{row.title}. {row.note}".strip()


def summary_card(sitting: Sitting) -> Card:
    """Return the summary as a card whose text can be copied."""
    text, summary = sitting.around.text, summary_of(sitting)
    blocks: list[Block] = [Paragraph(summary.title, strong=True), Paragraph(summary.intro, subtle=True)]
    blocks += [Bullets(part.lines, part.title) for part in summary.parts]
    return Card(
        kind="guide_summary",
        header=(sitting.title, ""),
        title=text("guide.summary_title", title=sitting.title),
        intro=text("guide.summary_intro"),
        blocks=tuple(blocks),
        buttons=(
            Button(text("guide.document"), "guide_document", sitting.concern.id, submits_inputs=False),
            Button(text("guide.continue"), "guide_go_on", sitting.concern.id, submits_inputs=False),
            Button(text("guide.change"), "guide_answers", sitting.concern.id, submits_inputs=False),
        ),
        footnote=summary.footnote,
    )
