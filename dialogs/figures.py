"""Figures for leaders: what is sent, how the guide is used, how many have learned it. Never so small that one shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from bot.domain.conversation import ConversationState
from bot.domain.counted import ShowFigures
from bot.domain.figures import SMALLEST
from bot.domain.month_report import MonthReport, Shown
from bot.domain.norway import MONTHS
from bot.domain.outcomes import FiguresAre, Outcome
from bot.domain.reply import Bars, Block, Button, Card, Facts, File, Line, Paragraph
from bot.domain.roles import led_municipalities
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import words_of
from dialogs.chart import Chart, svg_of
from dialogs.days import month, month_and_year
from dialogs.dialog import Around, Dialog, Handler, Step, Typed, Verb
from dialogs.spreadsheet import file_of

OF, EARLIER = "of", "earlier"
"""What the button carries: which municipality is asked for, and that another time than the latest month is."""
FILE, IMAGE = "figures_csv", "figures_image"
Shape = Literal["card", "csv", "image"]
COLUMNS = ("kommune", "periode", "hva", "gruppe", "antall")
NAMES = {"themes": "names.theme_{}", "ages": "names.age_{}", "levels": "names.level_{}"}


def show_figures(shape: Shape) -> Handler:
    """Return a handler that shows a leader the figures of the municipalities they lead a team in; nobody else."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        led = led_municipalities(around.staff_roles, around.municipalities)
        if not led:
            return Step((Line(around.refusal("figures.only_leaders")),))
        of = pressed.values.get(OF, "")
        only = (Line(around.text("figures.only_latest")),) if pressed.values.get(EARLIER) else ()
        return Step(only, state, (ShowFigures((of,) if of in led else led, shape),))

    return handler


def figures_named(said: str, around: Around) -> Pressed | None:
    """Return the button for the figures to a leader who says of which municipality or when: «tall for Stjørdal», «tall
    for oktober». None for any other word, and for everybody else."""
    words, text = words_of(said), around.text
    if not led_municipalities(around.staff_roles, around.municipalities) or len(words) < 2:
        return None
    when, small = text.words("figures.words_when") | {*MONTHS}, text.words("figures.words_small")
    places = {around.knowledge.profiles[one].name.casefold(): one for one in around.municipalities}
    is_known = all(one in small or one in when or one in places or one.isdecimal() for one in words[1:])
    if words[0] not in text.words("figures.words_named") or not is_known:
        return None
    of = [places[one] for one in words if one in places]
    is_earlier = any(one in when or one.isdecimal() for one in words)
    values = {OF: of[0]} if len(of) == 1 else {}
    return Pressed("figures", values=values | ({EARLIER: "yes"} if is_earlier else {}))


def tell_figures(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show one card for each municipality, or give the same figures as one file."""
    if not isinstance(outcome, FiguresAre):
        return Step()
    shape = outcome.command.shape if isinstance(outcome.command, ShowFigures) else "card"
    if shape == "card":
        cards = [figures_card(one, around) for one in outcome.reports]
        return Step((*cards[:-1], *(replace(last, buttons=_as_files(around)) for last in cards[-1:])))
    return Step((_file(outcome.reports, around) if shape == "csv" else _image(outcome.reports, around),))


def _as_files(around: Around) -> tuple[Button, ...]:
    """Return the ways to the same figures as a file; in the channel of the month they would be nobody's to press."""
    return (Button(around.text("figures.image"), IMAGE), Button(around.text("figures.csv"), FILE))


def _file(reports: Sequence[MonthReport], around: Around) -> File:
    name = around.text("figures.csv_name", month=reports[0].month)
    rows = (row for one in reports for row in figure_rows(one, around))
    return File(name, around.text("figures.csv_about"), FILE, "", file_of(COLUMNS, rows))


def _image(reports: Sequence[MonthReport], around: Around) -> File:
    name = around.text("figures.image_name", month=reports[0].month)
    charts = [chart_of(one, around) for one in reports]
    return File(name, around.text("figures.image_about"), IMAGE, "", svg_of(charts).encode())


def chart_of(report: MonthReport, around: Around) -> Chart:
    """Return what the card draws: the year's cases, by each group that may be shown."""
    text = around.text
    too_few = text("figures.too_few", smallest=SMALLEST)
    groups = [(text(f"figures.{one}"), _bars(one, getattr(report, one), around)) for one in NAMES]
    title = text("figures.image_title", place=_place(report, around), month=month_and_year(report.month))
    return Chart(title, text("figures.intro", smallest=SMALLEST), groups, too_few)


def figure_rows(report: MonthReport, around: Around) -> Iterator[tuple[str, ...]]:
    """Yield the figures of the card, in its order: municipality, period, what is counted, of which group, how many."""
    text, place = around.text, _place(report, around)
    year = report.month.partition("-")[0]
    of_month = {"sent": report.sent, "begun": report.begun}
    of_year = {
        "sent": report.sent_this_year,
        "begun": report.begun_this_year,
        "ended": report.ended_this_year,
        "learned": report.learned_this_year,
    }
    for period, counts in ((report.month, of_month), (year, of_year)):
        yield from ((place, period, text(f"figures.{name}"), "", count) for name, count in counts.items())
    for group in NAMES:
        about = text(f"figures.{group}")
        yield from ((place, year, about, _name(group, key, around), count) for key, count in getattr(report, group))


def _place(report: MonthReport, around: Around) -> str:
    profile = around.knowledge.profiles.get(report.municipality)
    return profile.name if profile else report.municipality


def figures_card(report: MonthReport, around: Around) -> Card:
    """Return the figures of the month, and of the year up to it."""
    text = around.text
    first = date.fromisoformat(f"{report.month}-01")
    blocks: list[Block] = [
        Paragraph(text("figures.month", month=month(first).capitalize()), strong=True),
        Facts(((text("figures.sent"), report.sent), (text("figures.begun"), report.begun))),
        Paragraph(text("figures.year", year=first.year), strong=True),
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
        header=(text("figures.header"), _place(report, around)),
        title=text("figures.title", month=month_and_year(report.month)),
        intro=text("figures.intro", smallest=SMALLEST),
        blocks=blocks,
        doors=False,
        summary=text("figures.title", month=month_and_year(report.month)),
    )


def _group(group: str, shown: Shown, around: Around) -> list[Block]:
    """Return how the year's cases are spread; what is too small is as if there were none."""
    text = around.text
    heading = Paragraph(text(f"figures.{group}"), strong=True)
    if not shown:
        return [heading, Paragraph(text("figures.too_few", smallest=SMALLEST), subtle=True)]
    return [heading, _bars(group, shown, around)]


def _bars(group: str, shown: Shown, around: Around) -> Bars:
    return Bars(tuple((_name(group, key, around), count, int(count)) for key, count in shown))


def _name(group: str, key: str, around: Around) -> str:
    name = NAMES[group].format(key)
    said = around.text(name) if name in around.knowledge.texts else key
    return said[0].upper() + said[1:]


FIGURES = Dialog(
    name="figures",
    verbs={
        "figures": Verb(show_figures("card"), Typed.NEARLY, is_command=True),
        FILE: Verb(show_figures("csv"), Typed.NEARLY, is_command=True),
        IMAGE: Verb(show_figures("image"), Typed.NEARLY, is_command=True),
    },
    told={ShowFigures: tell_figures},
)
