"""What people asked without an answer, and what they voted down, become changes an editor can see the effect of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.answers.same_question import grouped
from bot.content.form_lists import missing as forms_missing
from bot.content.form_targets import with_phrasing
from bot.content.links import LinkReport
from bot.content.versions import Files
from bot.domain.links import LinkKnown
from bot.domain.published import OpenQuestion
from bot.domain.turn import Pressed, Searched
from bot.store.answers_shown import SqlAnswersShown
from bot.store.database import StoreBusy
from bot.usecases.show_links import keep_links
from tests.editors.conftest import KARI, MALIN, ON_ONE_DATABASE, RITA, OpenReplica, Replica
from tests.editors.people import Chat
from tests.fakes.stores import MovableClock

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = (
    "Kan vi bruke privat mobil til å ta bilder av tegninger?",
    "bruke privat mobil til bilder av tegningene",
    "Hvor mange hjelmer trenger vi?",
    "kan man bruke privat mobil for å ta bilde av tegninger",
)


def open_question(number: int, text: str) -> OpenQuestion:
    return OpenQuestion(str(number), text, "stjordal", "skole", "unanswered", AT)


def test_questions_that_ask_for_the_same_stand_together() -> None:
    groups = grouped([open_question(number, text) for number, text in enumerate(ASKED)])
    assert [len(group.questions) for group in groups] == [3, 1]
    assert set(groups[0].ids) == {"0", "1", "3"}
    assert groups[0].wording == ASKED[1]


async def ask(replica: Replica, clock: MovableClock) -> None:
    async with replica.store.unit_of_work() as uow:
        for text in ASKED:
            await uow.questions.add(text, "stjordal", "skole", "unanswered", clock.now())
        await uow.commit()


@pytest.mark.every_question
async def test_a_question_becomes_a_phrasing_and_leaves_the_list_when_it_is_published(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    await ask(one, clock)
    rita, kari = Chat(one, RITA, clock), await Chat(one, KARI, clock).works_in("stjordal")
    await rita.take(Pressed("edit_lists"))
    shown = await rita.push("Spørsmål uten svar")
    assert "3×" in shown
    assert "1×" in shown
    one_group = await rita.push("bruke privat mobil")
    assert all(text in one_group for text in (ASKED[0], ASKED[3]))
    preview = await rita.take(Pressed("edit_phrase", "taushetsplikt-epost-teams", values=dict(_carried(rita))))
    assert "Prøvd på" in preview
    assert "blir møtt på en annen måte" in preview
    assert "Publisert" in await rita.push("Publiser", {"why": "mange spør"})
    await rita.take(Pressed("edit_lists"))
    left = await rita.push("Spørsmål uten svar")
    assert "privat mobil" not in left
    assert "hjelmer" in left
    answer = await kari.say(ASKED[1])
    assert one.library.knowledge.articles["taushetsplikt-epost-teams"].title in answer


def _carried(chat: Chat) -> tuple[tuple[str, str], ...]:
    buttons = [one for reply in chat.shown for one in getattr(reply, "buttons", ())]
    return next(one.carries for one in buttons if one.carries)


def test_an_answer_with_enough_phrasings_gets_more_in_the_list_beside_it(files: Files) -> None:
    full = {
        **files,
        "articles/x.md": b"---\nslug: x\nasked_as: [" + b", ".join(b"q%d" % n for n in range(15)) + b"]\n---\n",
    }
    change = with_phrasing(full, "articles/x.md", "enda en  måte")
    assert list(change) == ["words/flere_sporsmal.tsv"]
    assert change["words/flere_sporsmal.tsv"].endswith("\nx\tenda en måte\n".encode())
    assert with_phrasing(full, "articles/x.md", "q3") == {}


async def test_an_editor_of_one_municipality_sees_only_what_was_asked_there(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    await ask(one, clock)
    malin = Chat(one, MALIN, clock)
    await malin.take(Pressed("edit_lists"))
    assert "tom" in await malin.push("Spørsmål uten svar")
    assert "Stjørdal" not in await malin.take(Pressed("edit_pick", "missing"))
    assert "gjelder flere" in await malin.take(Pressed("edit_phrase", "taushetsplikt-hva", values={"text": "x y"}))


async def test_a_vote_down_with_its_reason_reaches_the_editor_without_who(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    kari, rita = await Chat(one, KARI, clock).works_in("stjordal"), Chat(one, RITA, clock)
    await kari.say("hva er taushetsplikt")
    await kari.push("Ikke nyttig")
    assert "ikke hvem" in await kari.push("Det var vanskelig å forstå")
    await rita.take(Pressed("edit_lists"))
    shown = await rita.push("Stemt ned")
    assert "0 opp, 1 ned. 1× Det var vanskelig å forstå" in shown
    assert "Kari" not in shown
    assert "Kort svar" in await rita.push("Hva er taushetsplikt")


@ON_ONE_DATABASE
async def test_a_new_answer_is_begun_from_a_question_and_all_that_is_missing_is_told_at_once(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita, kari = Chat(one, RITA, clock), await Chat(one, KARI, clock).works_in("stjordal")
    await rita.take(Pressed("edit_new", values={"text": ASKED[2], "ids": ""}))
    told = await rita.push(
        "Se hva som endres", {"title": "Hvor mange sykkelhjelmer må vi ha?", "source": "stjordal-plann"}
    )
    assert "Mente du «Forebyggende plan for barn og unge i Værnesregionen, lokal del Stjørdal»?" in told
    assert "Hva det betyr" in told
    assert ASKED[2] in told
    phrasings = "\n".join(f"{ASKED[2].rstrip('?')} variant {word}" for word in "abcdefghij")
    filled = {
        "asked_as": phrasings,
        "section_short_answer": "En sykkelhjelm til hvert barn.",
        "section_meaning": "Alle barn på sykkeltur trenger hjelm.",
        "section_example": "Ti barn på tur, ti hjelmer.",
        "section_limits": "Hvor dere kjøper dem.",
        "section_do_now": "1. Tell hjelmene.",
        "source": "stjordal-plan",
        "source_says": "Planen sier ikke noe om hjelm (prøve).",
        "certainty": "lokal",
        "checked_by": "Rita Prøve",
    }
    preview = await rita.push("Se hva som endres", filled)
    assert "articles/hvor-mange-sykkelhjelmer-ma-vi-ha.md" in preview
    assert "Publisert" in await rita.push("Publiser", {"why": "nytt svar"})
    assert "En sykkelhjelm til hvert barn" in await kari.say(ASKED[2])
    await rita.take(Pressed("edit_roll", "1"))
    await rita.push("Publiser", {"why": "angrer"})
    assert "En sykkelhjelm til hvert barn" not in await kari.say(ASKED[2])


async def test_links_that_lead_nowhere_are_listed_with_where_they_stand_for_those_who_may_mend_them(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    since = AT.date()
    links = (
        LinkKnown("https://a.example/borte", "gone", "404", since, ("kommuner/stjordal.yaml, linje 12",)),
        LinkKnown("https://b.example/inne", "behind_login", "403", since, ("articles/mobbing.md, linje 3",)),
        LinkKnown("https://c.example", "works", "200", since, ("articles/mobbing.md, linje 4",)),
    )
    async with one.store.unit_of_work() as uow:
        await keep_links(LinkReport(since, links), uow)
        await uow.commit()
    rita, malin = Chat(one, RITA, clock), Chat(one, MALIN, clock)
    await rita.take(Pressed("edit_lists"))
    shown = await rita.push("Lenker som ikke virker")
    assert "https://a.example/borte" in shown
    assert "kommuner/stjordal.yaml, linje 12" in shown
    assert "404" in shown
    assert "Bak innlogging" in shown
    assert "c.example" not in shown
    await malin.take(Pressed("edit_lists"))
    assert "a.example" not in await malin.push("Lenker som ikke virker")


async def test_an_answer_nobody_is_shown_is_listed_and_what_two_replicas_have_shown_is_added_up(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    rita = Chat(one, RITA, clock)
    (slug, title), (_, next_title) = [(key, one.title) for key, one in one.library.knowledge.articles.items()][:2]
    await rita.take(Pressed("edit_lists"))
    assert "Ingen svar er vist siden tellingen begynte" in await rita.push("Ubrukte svar")
    for at in (one, other, other):
        kari = await Chat(at, KARI, clock).works_in("stjordal")
        assert title in await kari.take(Pressed("article", slug))
        await kari.push("Les mer")
    await kari.take(Searched("avvergeplikt"))
    for at in (one, other):
        await at.shown.keep(at.store)
        await at.shown.keep(at.store)
    async with one.store.unit_of_work() as uow:
        shown = await uow.answers_shown.since(clock.now())
    assert (shown.since, dict(shown.times)) == ("2026-11", {slug: 3}), "a list of hits is not an answer"
    clock.at = datetime(2027, 1, 10, 9, 0, tzinfo=UTC)
    await rita.take(Pressed("edit_lists"))
    early = await rita.push("Ubrukte svar")
    assert "bare telt siden november 2026" in early
    assert title not in early
    assert next_title in early
    assert "1–15 av" in early, "a card holds only so many"
    assert "16–30 av" in await rita.push("Neste 15")
    clock.at = datetime(2027, 6, 10, 9, 0, tzinfo=UTC)
    await rita.take(Pressed("edit_lists"))
    later = await rita.push("Ubrukte svar")
    assert "bare telt" not in later
    assert title in later, "it was last shown more than half a year ago"
    assert "siden desember 2026" in later


async def test_what_an_editor_tries_is_not_counted_and_counts_outlive_a_database_that_is_away(
    replica: OpenReplica, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()
    rita = await Chat(one, RITA, clock).works_in("stjordal")
    await rita.take(
        Pressed("edit_check", "article:taushetsplikt-hva", values={"section_short_answer": "Du tier. Prøvetekst."})
    )
    await rita.push("Prøv utkastet")
    assert "Prøvetekst" in await rita.say("hva er taushetsplikt")
    await rita.say("avslutt prøving")
    await rita.say("hva er taushetsplikt")
    with monkeypatch.context() as patch:
        patch.setattr(SqlAnswersShown, "add", _goes_away)
        with pytest.raises((ConnectionError, StoreBusy)):
            await one.shown.keep(one.store)
    await one.shown.keep(one.store)
    async with one.store.unit_of_work() as uow:
        assert dict((await uow.answers_shown.since(clock.now())).times) == {"taushetsplikt-hva": 1}


async def _goes_away(*_: object) -> None:
    raise ConnectionError


async def test_answers_for_a_lawyer_are_listed_with_the_reason(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita, malin = Chat(one, RITA, clock), Chat(one, MALIN, clock)
    waiting = [article for article in one.library.knowledge.articles.values() if article.review_list]
    assert f"{len(waiting)}" in await rita.take(Pressed("edit_lists"))
    listed = " ".join((await rita.push("Til jurist")).split())
    for article in sorted(waiting, key=lambda one: one.checked_on)[:15]:
        assert article.title in listed
        assert " ".join((article.certainty_note or "").split()) in listed
    assert f"1–15 av {len(waiting)}" in listed
    await malin.take(Pressed("edit_lists"))
    assert waiting[0].title not in await malin.push("Til jurist"), "she may not change what belongs to everybody"


async def test_an_answer_that_is_looked_for_by_what_it_is_about_is_among_what_is_found(
    replica: OpenReplica, clock: MovableClock
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_pick", "articles"))
    shown = await rita.say("taushetsplikt")
    assert "Hva er taushetsplikt, og hvem gjelder den for?" in shown


async def test_what_is_missing_is_listed_with_whose_it_is(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    shown = await rita.take(Pressed("edit_pick", "missing:kommuner/stjordal.yaml"))
    missed = [one for one in forms_missing(one.files) if one.file == "kommuner/stjordal.yaml"]
    same = [one for one in missed if [other.ask for other in missed].count(one.ask) > 1]
    assert len({one.owner for one in same}) > 1
    assert all(one.owner in shown for one in same[:2])


async def test_who_types_publish_in_a_form_or_without_a_draft_reads_that_nothing_is_published(
    replica: OpenReplica, clock: MovableClock
) -> None:
    rita = Chat(await replica(), RITA, clock)
    texts = rita.replica.library.knowledge.texts
    assert await rita.say("publiser") == texts("editors.no_draft")
    await rita.take(Pressed("edit_new", values={"text": "", "ids": ""}))
    assert await rita.say("publiser") == texts("editors.publish_form")


async def test_a_new_answer_says_by_its_own_writer_how_sure_it_is_and_what_is_empty_by_its_label(
    replica: OpenReplica, clock: MovableClock
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_new", values={"text": "", "ids": ""}))
    told = await rita.push("Se hva som endres", {"title": "Hvor mange hjelmer?", "source": "bvl-13-2"})
    texts = rita.replica.library.knowledge.texts
    for field in ("certainty", "asked_as", "source_says", "checked_by"):
        assert f"«{texts(f'editors.field_{field}')}»: Feltet er tomt" in told
        assert f"«{field}»" not in told
