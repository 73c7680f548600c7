"""Answers that want a look: past their date, waiting for a lawyer, shown to nobody. And how every list looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from bot.content.article import Article
from bot.content.profile import MunicipalityProfile
from bot.domain.published import ShownAnswers, month_of
from bot.domain.reply import Block, Button, Card, Paragraph, Row
from dialogs.days import month_and_year
from dialogs.dialog import Around
from dialogs.editor.access import may_edit
from dialogs.pages import Page, paged

SINCE = timedelta(days=180)
"""How far back the lists and the monthly overview look."""
SOON = timedelta(days=30)
"""How long before its date an answer is named."""


def list_card(
    kind: str, title: str, blocks: tuple[Block, ...], around: Around, *buttons: Button, intro: str = ""
) -> Card:
    """Return a card of the lists with the way back."""
    text = around.text
    back = (
        Button(text("editors.part_lists"), "edit_lists")
        if kind != "edit_lists"
        else Button(text("editors.back"), "edit")
    )
    header = (text("editors.header"), text("editors.part_lists"))
    return Card(kind, title, header, intro, blocks, (*buttons, back), doors=False)


def rows_card(name: str, rows: Sequence[Row], around: Around, page: int, *before: Block, intro: str = "") -> Card:
    """Return a page of a list below what is said `before`, or the good news that it is empty."""
    empty = () if rows else (Paragraph(around.text("editors.list_empty")),)
    card = list_card(f"edit_{name}", around.text(f"editors.list_{name}"), (*before, *empty), around, intro=intro)
    return paged(card, rows, Page("edit_list", name, page), around)


def to_review(around: Around) -> list[tuple[str, str, str]]:
    """Return date, name and target of what is past its date or soon will be, the oldest first."""
    limit = around.today + SOON
    found = [
        (one.review_by.isoformat(), one.title, f"article:{slug}")
        for slug, one in _own_articles(around).items()
        if one.review_by <= limit
    ]
    found += [
        (_first_date(one).isoformat(), one.name, f"dates:kommuner/{one.id}.yaml:")
        for one in around.knowledge.profiles.values()
        if _first_date(one) <= limit and may_edit(f"kommuner/{one.id}.yaml", around)
    ]
    return sorted(found)


def _first_date(profile: MunicipalityProfile) -> date:
    until = profile.valid_until
    return min(profile.review_by, until) if isinstance(until, date) else profile.review_by


def _own_articles(around: Around) -> dict[str, Article]:
    return {slug: one for slug, one in around.knowledge.articles.items() if may_edit(f"articles/{slug}.md", around)}


def _review_card(around: Around, page: int) -> Card:
    rows = [Row(day, title, press=Button(title[:60], "edit_form", target)) for day, title, target in to_review(around)]
    return rows_card("review", rows, around, page, intro=around.text("editors.review_intro"))


def for_lawyer(around: Around) -> list[Article]:
    """Return the answers a lawyer should read, those that were read longest ago first."""
    return sorted((one for one in _own_articles(around).values() if one.review_list), key=lambda one: one.checked_on)


def _lawyer_card(around: Around, page: int) -> Card:
    text = around.text
    rows = [
        Row(
            str(number),
            one.title,
            one.certainty_note or text(f"answers.certainty_{one.certainty}"),
            Button(one.title[:60], "edit_form", f"article:{one.slug}"),
        )
        for number, one in enumerate(for_lawyer(around), 1)
    ]
    return rows_card("lawyer", rows, around, page, intro=text("editors.lawyer_intro"))


def unused(shown: ShownAnswers, around: Around) -> list[Article]:
    """Return the answers nobody was shown in the time the lists look back."""
    own = _own_articles(around)
    return [own[slug] for slug in shown.unused(own)]


def unused_card(shown: ShownAnswers, around: Around, page: int) -> Card:
    """Return the answers nobody was shown, and since when that is counted."""
    text = around.text
    first = month_of(around.now - SINCE)
    rows = [
        Row(str(number), one.title, press=Button(one.title[:60], "edit_form", f"article:{one.slug}"))
        for number, one in enumerate(unused(shown, around), 1)
    ]
    since = month_and_year(max(first, shown.since)) if shown.since else ""
    if not since:
        nothing = (Paragraph(text("editors.unused_nothing_counted")),)
        return list_card("edit_unused", text("editors.list_unused"), nothing, around)
    early = (Paragraph(text("editors.unused_early", since=since), strong=True),) if shown.since > first else ()
    return rows_card("unused", rows, around, page, *early, intro=text("editors.unused_intro", since=since))


IN_FILES: Mapping[str, Callable[[Around, int], Card]] = {"review": _review_card, "lawyer": _lawyer_card}
"""Lists that need no look in the store."""
