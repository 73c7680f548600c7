"""A picture of counts: bars with their words, as SVG, which needs no library and stays sharp in Word and PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap

from bot.domain.reply import Bars

WIDTH, MARGIN, LABELS, LONGEST = 800, 24, 260, 440
"""In pixels: the picture, its margin, the words before a bar, and the longest bar; its count stands behind it."""
LINE, THICK = 30, 16
FITS = 100
"""Characters of a line of small text."""
BAR, TEXT, QUIET = "#4F52B2", "#242424", "#616161"
"""Bars are three times as dark as the ground at least, words more."""


@dataclass(frozen=True)
class Chart:
    """What is drawn under each other: a title, a note, and each group of bars with its heading."""

    title: str
    note: str
    groups: Sequence[tuple[str, Bars]]
    empty: str
    """What stands in a group without bars."""


@dataclass
class _Picture:
    top: int = MARGIN
    drawn: list[str] = field(default_factory=list)

    def down(self, by: int) -> None:
        self.top += by

    def words(self, said: str, size: int, *, left: int = MARGIN, colour: str = TEXT, weight: int = 400) -> None:
        style = f'font-size="{size}" font-weight="{weight}" fill="{colour}"'
        self.drawn.append(f'<text x="{left}" y="{self.top}" {style}>{escape(said)}</text>')

    def bar(self, long: int) -> None:
        where = f'x="{MARGIN + LABELS}" y="{self.top - THICK + 3}"'
        self.drawn.append(f'<rect {where} width="{long}" height="{THICK}" fill="{BAR}"/>')


def svg_of(charts: Sequence[Chart]) -> str:
    """Return the picture, with the same words for whoever has it read aloud."""
    picture = _Picture()
    for chart in charts:
        _draw(chart, picture)
    picture.down(LINE)
    size = f'width="{WIDTH}" height="{picture.top}" viewBox="0 0 {WIDTH} {picture.top}"'
    read = escape(" ".join(_read_aloud(chart) for chart in charts))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" font-family="Segoe UI, Arial, sans-serif" {size}>',
            f"<title>{escape(charts[0].title)}</title><desc>{read}</desc>",
            f'<rect width="{WIDTH}" height="{picture.top}" fill="#FFFFFF"/>',
            *picture.drawn,
            "</svg>\n",
        )
    )


def _draw(chart: Chart, picture: _Picture) -> None:
    picture.down(LINE)
    picture.words(chart.title, 20, weight=600)
    for part in wrap(chart.note, FITS):
        picture.down(20)
        picture.words(part, 13, colour=QUIET)
    for heading, group in chart.groups:
        picture.down(LINE + 10)
        picture.words(heading, 16, weight=600)
        longest = max((length for _, _, length in group.bars), default=0)
        for name, count, length in group.bars:
            picture.down(LINE)
            picture.words(name, 14)
            picture.bar(long := LONGEST * length // longest)
            picture.words(count, 14, left=MARGIN + LABELS + long + 8, weight=600)
        if not group.bars:
            picture.down(LINE)
            picture.words(chart.empty, 14, colour=QUIET)


def _read_aloud(chart: Chart) -> str:
    told = [f"{chart.title}."]
    for heading, group in chart.groups:
        counts = ", ".join(f"{name} {count}" for name, count, _ in group.bars)
        told.append(f"{heading}: {counts}." if counts else f"{heading}: {chart.empty}")
    return " ".join(told)
