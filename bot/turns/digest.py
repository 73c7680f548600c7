"""The monthly overview for editors: what waits for them, in numbers and titles. No word of a case or a question."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.answers.same_question import grouped
from bot.content.article import Article
from bot.content.form_lists import missing
from bot.content.knowledge import Knowledge
from bot.content.links import LinkReport
from bot.content.texts import Texts
from bot.content.versions import Files
from bot.domain.norway import OSLO
from bot.domain.ports import Clock, Store
from bot.domain.published import OpenQuestion, ShownAnswers
from bot.usecases.show_links import show_links
from bot.usecases.tell_editors import anybody_is_untold, tell_editors
from dialogs.editor.answer_lists import SINCE, SOON

SENT_ON = range(1, 8)
"""Days of the month: who first writes to the bot later waits for the next one."""
HOURS = range(7, 16)
WEEKDAYS = range(5)
LOOKS_BACK = timedelta(days=90)
NAMED = 5


async def send_digest(store: Store, knowledge: Knowledge, files: Files, clock: Clock) -> bool:
    """Queue the overview of the month to every editor; each gets it once, however many replicas and rounds. Returns
    whether it is the time for it; it is worked out only when somebody has not got it."""
    now = clock.now()
    if not is_due(now):
        return False
    local = now.astimezone(OSLO)
    about = f"digest:{local:%Y-%m}"
    async with store.unit_of_work() as uow:
        if not await anybody_is_untold(about, uow):
            return True
    asked = await what_was_asked(store, now)
    lines = await asyncio.to_thread(lambda: list(digest_lines(knowledge, files, asked, local.date())))
    told = "\n".join(f"- {line}" for line in lines) or knowledge.texts("library.digest_nothing")
    async with store.unit_of_work() as uow:
        await tell_editors("library.digest", about, uow, now, lines=told)
        await uow.commit()
    return True


@dataclass(frozen=True)
class Asked:
    """What the store knows about how the answers are used."""

    questions: Sequence[OpenQuestion] = ()
    votes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    shown: ShownAnswers = field(default_factory=ShownAnswers)
    links: LinkReport = field(default_factory=LinkReport)


async def what_was_asked(store: Store, now: datetime) -> Asked:
    """Read it in one short unit; nothing is worked out meanwhile."""
    async with store.unit_of_work() as uow:
        return Asked(
            questions=await uow.questions.listed(now - LOOKS_BACK),
            votes=await uow.questions.votes(now - LOOKS_BACK),
            shown=await uow.answers_shown.since(now - SINCE),
            links=await show_links(uow),
        )


def digest_lines(knowledge: Knowledge, files: Files, asked: Asked, today: date, named: int = NAMED) -> Iterator[str]:
    """Yield one line for each thing that waits; at most so many of each are named."""
    text, articles = knowledge.texts, knowledge.articles
    unanswered = [one for one in asked.questions if one.kind != "voted_down"]
    if unanswered:
        groups = str(len(grouped(unanswered)))
        yield text("library.digest_questions", number=str(len(unanswered)), groups=groups)
    worst = sorted((down, slug) for slug, (_, down) in asked.votes.items() if down and slug in articles)[::-1]
    if worst:
        yield _named(text, named, "library.digest_down", [f"{articles[slug].title} ({down})" for down, slug in worst])
    yield from _reviews(text, tuple(articles.values()), today, named)
    if to_fill := len(missing(files)):
        yield text("library.digest_fill_in", number=str(to_fill))
    if asked.links.dead:
        dead = [f"{one.url} ({one.places[0]})" for one in asked.links.dead]
        yield _named(text, named, "library.digest_links", dead)
    for_lawyer = [one.title for one in articles.values() if one.review_list]
    if for_lawyer:
        yield _named(text, named, "library.digest_lawyer", for_lawyer)
    yield from _unused(text, articles, asked.shown, today, named)


def _unused(
    text: Texts, articles: Mapping[str, Article], shown: ShownAnswers, today: date, named: int
) -> Iterator[str]:
    """Name what nobody was shown, once there are counts for the whole of the time that is looked at."""
    limit = f"{today - SINCE:%Y-%m}"
    unused = [articles[slug].title for slug in shown.unused(articles)]
    if unused and shown.since <= limit:
        yield _named(text, named, "library.digest_unused", unused)


def _reviews(text: Texts, articles: Sequence[Article], today: date, named: int) -> Iterator[str]:
    by_date = sorted(articles, key=lambda one: (one.review_by, one.slug))
    past = [one.title for one in by_date if one.is_past_review(today)]
    soon = [one.title for one in by_date if not one.is_past_review(today) and one.is_past_review(today + SOON)]
    if past:
        yield _named(text, named, "library.digest_past", past)
    if soon:
        yield _named(text, named, "library.digest_soon", soon)


def _named(text: Texts, named: int, key: str, names: Sequence[str]) -> str:
    more = "" if len(names) <= named else text("library.digest_more", number=str(len(names) - named))
    return text(key, number=str(len(names)), names="; ".join(names[:named]) + more)


def is_due(now: datetime) -> bool:
    """Tell whether the overview may be sent at this moment."""
    local = now.astimezone(OSLO)
    return local.day in SENT_ON and local.hour in HOURS and local.weekday() in WEEKDAYS
