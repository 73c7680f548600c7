"""Figures for leaders: what is sent, how the guide is used, how many have learned it. Never so small that one shows."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from bot.domain.conversation import ConversationState
from bot.domain.counted import ShowFigures
from bot.domain.figures import SMALLEST
from bot.domain.month_report import MonthReport, Shown
from bot.domain.outcomes import FiguresAre, Outcome
from bot.domain.reply import Block, Card, Facts, Line, Paragraph
from bot.domain.roles import led_municipalities
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Dialog, Step, Typed, Verb

NAMES = {"themes": "names.theme_{}", "ages": "names.age_{}", "levels": "names.level_{}"}


def show_figures(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show a leader the figures of the municipalities they lead a team in; nobody else."""
    led = led_municipalities(around.staff_roles, around.municipalities)
    if not led:
        return Step((Line(around.refusal("figures.only_leaders")),))
    return Step((), state, (ShowFigures(led),))


def tell_figures(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show one card for each municipality."""
    reports = outcome.reports if isinstance(outcome, FiguresAre) else ()
    return Step(tuple(figures_card(one, around) for one in reports))


def figures_card(report: MonthReport, around: Around) -> Card:
    """Return the figures of the month, and of the year up to it."""
    text = around.text
    profile = around.knowledge.profiles.get(report.municipality)
    month = date.fromisoformat(f"{report.month}-01")
    blocks: list[Block] = [
        Paragraph(text("figures.month", month=format_date(month, "MMMM", locale="nb").capitalize()), strong=True),
        Facts(((text("figures.sent"), report.sent), (text("figures.begun"), report.begun))),
        Paragraph(text("figures.year", year=month.year), strong=True),
        Facts(
            (
                (text("figures.sent"), report.sent_this_year),
                (text("figures.begun"), report.begun_this_year),
                (text("figures.ended"), report.ended_this_year),
                (text("figures.learned"), report.learned_this_year),
            )
        ),
    ]
    for group in NAMES:
        blocks += _group(group, getattr(report, group), around)
    return Card(
        kind="figures",
        header=(text("figures.header"), profile.name if profile else report.municipality),
        title=text("figures.title", month=format_date(month, "MMMM yyyy", locale="nb")),
        intro=text("figures.intro", smallest=SMALLEST),
        blocks=blocks,
        doors=False,
        summary=text("figures.title", month=format_date(month, "MMMM yyyy", locale="nb")),
    )


def _group(group: str, shown: Shown, around: Around) -> list[Block]:
    """Return how the year's cases are spread; what is too small is as if there were none."""
    text = around.text
    heading = Paragraph(text(f"figures.{group}"), strong=True)
    if not shown:
        return [heading, Paragraph(text("figures.too_few", smallest=SMALLEST), subtle=True)]
    return [heading, Facts(tuple((_name(group, key, around), count) for key, count in shown))]


def _name(group: str, key: str, around: Around) -> str:
    name = NAMES[group].format(key)
    said = around.text(name) if name in around.knowledge.texts else key
    return said[0].upper() + said[1:]


FIGURES = Dialog(
    name="figures",
    verbs={"figures": Verb(show_figures, Typed.NEARLY, is_command=True)},
    told={ShowFigures: tell_figures},
)
