"""The monthly overview comes once to each editor, says what waits, and holds no word of a question or a case."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.content.links import LinkReport
from bot.domain.links import LinkKnown
from bot.domain.published import ShownAnswers
from bot.domain.turn import Person, Place, PlaceKind
from bot.store import SqlStore
from bot.turns import digest
from bot.turns.digest import Asked, digest_lines, is_due, send_digest
from bot.usecases.show_links import keep_links
from tests.fakes.knowledge import shelf
from tests.fakes.store import FakeStore
from tests.fakes.stores import POSTGRES, RING, MovableClock, clock, url_for

__all__ = ["clock"]

RITA, MARTE = (Person(f"00000000-0000-4000-8000-00000000000{n}", f"{name} Prøve") for n, name in ("aR", "bM"))
SECRET = "Hva gjør jeg med Kari Prøve?"
DEAD = LinkKnown("https://x.example", "gone", "404", date(2026, 11, 20), ("sources/a.yaml, linje 3",), 5)


async def test_it_is_worked_out_once_and_again_for_an_editor_who_is_new(
    clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, worked_out = FakeStore(clock.now), []

    async def asked(*_: object) -> Asked:
        worked_out.append(1)
        return Asked()

    monkeypatch.setattr(digest, "what_was_asked", asked)
    clock.at = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    for editors in ((), (RITA,), (RITA, MARTE)):
        async with store.unit_of_work() as uow:
            for one in editors:
                await uow.editor_chats.keep(one, Place(PlaceKind.PERSONAL, f"a:{one.name}"))
            await uow.commit()
        for _ in range(3):
            assert await send_digest(store, shelf().knowledge, shelf().files, clock)
        assert len(worked_out) == len(editors)


@pytest.mark.parametrize("kind", ["sqlite", POSTGRES])
async def test_each_editor_gets_it_once_a_month_however_many_replicas_ask(
    kind: str, tmp_path: Path, clock: MovableClock
) -> None:
    url = await url_for(kind, tmp_path)
    stores = [SqlStore(url, RING, now=clock.now) for _ in range(2 if kind == "postgres" else 1)]
    for store in stores:
        await store.open()
    clock.at = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    async with stores[0].unit_of_work() as uow:
        await uow.editor_chats.keep(RITA, Place(PlaceKind.PERSONAL, "a:rita"))
        await uow.editor_chats.keep(MARTE, Place(PlaceKind.PERSONAL, "a:marte"))
        await uow.admin_chats.keep(RITA, Place(PlaceKind.PERSONAL, "a:rita"))
        await uow.questions.add(SECRET, "melhus", "skole", "unanswered", clock.now())
        await uow.questions.vote("akutt-barnevernvakt", False, clock.now())
        await keep_links(LinkReport(date(2026, 11, 30), (DEAD,)), uow)
        await uow.commit()
    knowledge = shelf().knowledge
    assert not await send_digest(stores[0], knowledge, shelf().files, clock)
    for day in (1, 1, 2, 3):
        clock.at = datetime(2026, 12, day, 9, 0, tzinfo=UTC)
        assert all(await asyncio.gather(*(send_digest(store, knowledge, shelf().files, clock) for store in stores * 2)))
    async with stores[0].unit_of_work() as uow:
        rows = await uow.queue.lease("t", clock.now(), clock.now(), 50)
    assert sorted(row.item.payload["person_id"] for row in rows) == [RITA.id, MARTE.id]
    said = knowledge.texts(rows[0].item.payload["text"], **json.loads(rows[0].item.payload["values"]))
    assert "1 spørsmål" in said
    assert "Hvordan når jeg barnevernvakta? (1)" in said
    assert "https://x.example (sources/a.yaml, linje 3)" in said
    assert "må fylles ut av kommunen" in said
    assert "Kari" not in said
    clock.at = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    assert await send_digest(stores[0], knowledge, shelf().files, clock)
    async with stores[0].unit_of_work() as uow:
        assert len(await uow.queue.waiting()) == 4
    for store in stores:
        await store.close()


def test_answers_past_and_soon_past_their_date_are_named_and_the_rest_is_counted() -> None:
    knowledge = shelf().knowledge
    slugs = list(knowledge.articles)[:9]
    days = {slug: date(2026, 11, 1) if number < 7 else date(2026, 12, 20) for number, slug in enumerate(slugs)}
    articles = {slug: knowledge.articles[slug].model_copy(update={"review_by": day}) for slug, day in days.items()}
    told = list(digest_lines(replace(knowledge, articles=articles), {}, Asked(), date(2026, 12, 1)))
    assert told[0].startswith("7 svar skulle vært kontrollert på nytt")
    assert told[0].endswith("… og 2 til")
    assert told[1].startswith("2 svar må kontrolleres på nytt innen en måned")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 12, 1, 9, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 1, 4, 0, tzinfo=UTC), False),
        (datetime(2026, 12, 5, 9, 0, tzinfo=UTC), False),
        (datetime(2026, 12, 8, 9, 0, tzinfo=UTC), False),
        (datetime(2027, 7, 1, 5, 30, tzinfo=UTC), True),
    ],
    ids=["first", "night", "saturday", "too late in the month", "summer time"],
)
def test_it_comes_in_working_hours_in_the_first_week(now: datetime, due: bool) -> None:
    assert is_due(now) is due


def test_answers_nobody_was_shown_are_named_once_there_are_counts_for_half_a_year() -> None:
    knowledge = shelf().knowledge
    used = dict.fromkeys(list(knowledge.articles)[1:], 4)
    title = next(iter(knowledge.articles.values())).title

    def told(since: str, today: date = date(2026, 12, 1)) -> str:
        return "\n".join(digest_lines(knowledge, {}, Asked(shown=ShownAnswers(since, used)), today))

    assert f"1 svar er ikke vist til noen på et halvt år. Kanskje ingen finner dem? {title}" in told("2026-06")
    assert "ikke vist" not in told("2026-07"), "before that, an answer may only have been too young to be counted"
    assert "ikke vist" not in told(""), "nothing is counted yet"
    assert "bør leses av en jurist" in told("")


async def test_the_overview_is_worked_out_between_two_short_units(clock: MovableClock) -> None:
    """While the lines are made no unit is open, and not in the loop everybody's turns run in."""
    store = FakeStore(clock.now)
    async with store.unit_of_work() as uow:
        await uow.editor_chats.keep(RITA, Place(PlaceKind.PERSONAL, "a:rita"))
        await uow.commit()
    open_units, worked_in = [], []

    async def asked(one: FakeStore, now: datetime) -> Asked:
        return Asked()

    def lines(*_: object) -> list[str]:
        open_units.append(store.writing.locked())
        worked_in.append(threading.current_thread())
        return ["x"]

    clock.at = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(digest, "what_was_asked", asked)
        patch.setattr(digest, "digest_lines", lines)
        assert await send_digest(store, shelf().knowledge, shelf().files, clock)
    assert open_units == [False]
    assert worked_in[0] is not threading.current_thread()
