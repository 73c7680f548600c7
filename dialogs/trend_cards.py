"""The cards of what teams have told: in the samordningsteam's channel, on the list, and to be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.figures import SMALLEST
from bot.domain.outbox import Payload
from bot.domain.reply import Block, Button, Card, Facts, Line, Paragraph, Row, Rows, UserText
from bot.domain.trend import WITHDRAWN, Trend, TrendsAre
from dialogs.cases.which_team import name_of_team
from dialogs.cases.words import day
from dialogs.dialog import Around

SHOW, TAKE_BACK, WITHDRAW = "trends", "trend_back", "trend_withdraw"
LISTED = 10
"""More than these make a card nobody reads; older ones are in the channel."""


def told_card(payload: Payload, around: Around) -> Card | Line:
    """Return what stands in the samordningsteam's channel, with what the figures may tell of the same themes; once it
    is withdrawn, only that."""
    text, team = around.text, name_of_team(payload["from"], around.knowledge)
    if payload["card"] == WITHDRAWN:
        return Line(text("trend.withdrawn_told", team=team))
    counts = [(theme, count or text("trend.not_yet")) for theme, count in json.loads(payload["counts"])]
    themes = [theme for theme, _ in counts]
    facts = Facts(tuple((names_of([theme], text), count) for theme, count in counts))
    return Card(
        kind="trend_told",
        header=(text("trend.header"), ""),
        title=text(f"trend.told_{payload['change']}", team=team),
        blocks=(
            Paragraph(names_of(themes, text), strong=True),
            UserText(payload["words"]),
            Paragraph(text("trend.figures"), strong=True),
            facts,
            Paragraph(text("trend.figures_note", smallest=SMALLEST), subtle=True),
        ),
        buttons=(Button(text("trend.show"), SHOW),),
        doors=False,
        summary=text(f"trend.told_{payload['change']}", team=team),
    )


def list_card(trends: Sequence[Trend], around: Around) -> Card:
    """Return what was told, newest first."""
    text = around.text
    blocks: list[Block] = []
    for one in trends[:LISTED]:
        said, themes = told_of(one, around)
        blocks += [Paragraph(said, subtle=True), Paragraph(themes, strong=True), UserText(one.words)]
    if len(trends) > LISTED:
        blocks.append(Paragraph(text("trend.older", number=LISTED), subtle=True))
    return Card(
        kind="trends",
        header=(text("trend.header"), ""),
        title=text("trend.list_title"),
        intro=text("trend.list_intro" if trends else "trend.list_none"),
        blocks=blocks,
        doors=False,
    )


def names_of(themes: Sequence[str], text: Texts) -> str:
    """Return the names of some themes."""
    return ", ".join(text(f"names.theme_{one}") for one in themes)


def to_take_back(outcome: TrendsAre, around: Around) -> Card | Line:
    """Return the question about the one that is meant, a list to choose from, or that there is none."""
    text, wanted = around.text, outcome.command.withdraw
    own = [one for one in outcome.trends if one.team in outcome.teams and wanted in ("", one.id)][:LISTED]
    if not own:
        return Line(text("trend.take_back_none"))
    if len(own) > 1:
        rows = (
            Row(str(n), *told_of(one, around), Button(text("trend.choose"), TAKE_BACK, one.id))
            for n, one in enumerate(own, 1)
        )
        return Card(kind="trend_which", title=text("trend.take_back_which"), blocks=(Rows(tuple(rows)),), doors=False)
    (one,) = own
    return Card(
        kind="trend_back",
        title=text("trend.take_back_title"),
        intro=text("trend.take_back_intro"),
        blocks=(Paragraph(" ".join(told_of(one, around)), strong=True), UserText(one.words)),
        buttons=(
            Button(text("trend.take_back_yes"), WITHDRAW, one.id, style="destructive"),
            Button(text("trend.show"), SHOW),
        ),
        doors=False,
    )


def told_of(one: Trend, around: Around) -> tuple[str, str]:
    """Return when and by whom it was told, and of what."""
    text = around.text
    change, team = text(f"trend.{one.change}"), name_of_team(one.team, around.knowledge)
    return text("trend.listed", date=day(one.told_on), change=change, team=team), names_of(one.themes, text)
