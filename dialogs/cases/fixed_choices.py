"""What the fixed choices of a case tell its team beside the words: the same on the team's card, and on what its sender
reads before and after it is sent."""

from __future__ import annotations

from bot.content.texts import Texts
from bot.domain.case import CaseForm
from bot.domain.reply import Paragraph
from dialogs.cases.words import done_of, named, themes_of


def about_line(form: CaseForm, text: Texts) -> Paragraph:
    """Return «10–12 år, skole · Skolefravær og utenforskap»."""
    child = f"{named('age', [form.age_band], text)}, {named('arena', [form.arena], text).lower()}"
    return Paragraph(f"{child} · {themes_of(form.themes, text)}")


def facts_of(form: CaseForm, text: Texts) -> tuple[tuple[str, str], ...]:
    """Return what was done before, and how urgent it is."""
    done = ((text("team.fact_done"), done_of(form.levels_done, text)),) if form.levels_done else ()
    return (*done, (text("team.fact_urgency"), text(f"names.urgency_{form.urgency}")))


def signs_of(form: CaseForm, text: Texts) -> tuple[Paragraph, ...]:
    """Return what worries and what works, of the ticks below the text."""
    ticked = (("risk", form.risk), ("protective", form.protective))
    return tuple(Paragraph(f"**{text(f'team.{name}')}:** {named(name, ids, text)}") for name, ids in ticked if ids)
