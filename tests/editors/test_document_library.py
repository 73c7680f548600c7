"""A file is edited in SharePoint: refused, mended, published, asked about, renamed, deleted, rolled back; on two
replicas, with every fault of the network in between, nothing is half-published and nothing is published twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from io import BytesIO

import aiohttp
import pytest
from docx import Document

from bot.content.versions_edit import with_value
from bot.domain.document_library import LibraryAway, LibraryClosed, LibraryFile
from bot.domain.roles import UNCHECKED
from bot.domain.turn import Person
from bot.store import SqlStore
from bot.turns.document_library import HELD, Rounded
from tests.editors.conftest import MARTE, ON_ONE_DATABASE, RITA, OpenReplica
from tests.editors.office import (
    ARTICLE,
    CHAT,
    IN_LIBRARY,
    PROFILE,
    Office,
    base_files,
    graph,
    new_article,
    new_number,
    number_in_use,
    office,
    roll_back,
    session,
    short_answer,
    uploaded,
    with_answer,
)
from tests.fakes.graph import FakeGraph, GraphFault
from tests.fakes.stores import MovableClock

__all__ = ["graph", "office", "session"]
pytestmark = pytest.mark.slow


async def test_edited_refused_mended_published_asked_about_and_rolled_back(
    office: Office, graph: FakeGraph, replica: OpenReplica, session: aiohttp.ClientSession, clock: MovableClock
) -> None:
    other = Office(await replica(), graph, session, clock)
    await uploaded(office, graph)
    before = short_answer(office)

    graph.put(IN_LIBRARY, with_answer(office, "Ring.").replace(b"## Eksempel", b"## Eksempler"))
    broken = await office.round()
    assert broken.edition is None
    (told,) = await office.told()
    assert ARTICLE in told
    assert "Mente du «Eksempel»?" in told
    assert "linje" in told
    assert "Den gamle utgaven gjelder fortsatt" in told
    assert short_answer(office) == before
    assert (await office.round()).refused == {}, "what has not changed is not looked at again"
    assert (await other.round()).refused == {}
    assert await office.told() == [], "and not told about again"

    graph.put(IN_LIBRARY, with_answer(office, "Ring barnevernvakta, prøve en."))
    published = await office.round()
    assert published.edition is not None
    assert published.edition.who == "Rita Prøve"
    assert any("prøve en" in line for line in published.edition.changes)
    assert short_answer(office) == "Ring barnevernvakta, prøve en."
    assert (await other.round()).edition is None
    assert short_answer(other) == "Ring barnevernvakta, prøve en.", "the other replica serves it too"
    assert len(await office.editions()) == 1
    found = other.replica.library.shelf.answers.search("hvem ringer jeg når barnevernet er stengt")
    assert found.best == "akutt-barnevernvakt"
    assert "er publisert fra SharePoint" in "".join(await office.told())

    await roll_back(other, published.edition.number - 1, clock)
    await office.replica.desk.follow()
    assert short_answer(office) == before
    assert (await office.round()).edition is None, "a roll back is not undone by a file nobody has touched"
    assert short_answer(office) == before


async def test_two_replicas_at_once_publish_one_edition(
    office: Office, graph: FakeGraph, replica: OpenReplica, session: aiohttp.ClientSession, clock: MovableClock
) -> None:
    other = Office(await replica(), graph, session, clock)
    await uploaded(office, graph)
    for number in range(3):
        graph.put(IN_LIBRARY, with_answer(office, f"Ring barnevernvakta, prøve {number}."))
        rounds = await asyncio.gather(office.round(), other.round())
        assert len(await office.editions()) == number + 1
        assert len([one for one in rounds if one.edition]) == 1
        await asyncio.gather(office.replica.desk.follow(), other.replica.desk.follow())
        assert short_answer(office) == short_answer(other) == f"Ring barnevernvakta, prøve {number}."


async def test_no_turn_waits_for_a_slow_library_and_a_round_whose_time_is_up_publishes_nothing(
    office: Office,
    graph: FakeGraph,
    replica: OpenReplica,
    session: aiohttp.ClientSession,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = Office(await replica(), graph, session, clock)
    await uploaded(office, graph)
    graph.put(IN_LIBRARY, with_answer(office, "Ring barnevernvakta, prøve."))
    slow, go_on = asyncio.Event(), asyncio.Event()
    read = office.shared._library.read

    async def read_slowly(key: str) -> LibraryFile:
        slow.set()
        await go_on.wait()
        return await read(key)

    monkeypatch.setattr(office.shared._library, "read", read_slowly)
    opened: list[object] = []
    one_turn = SqlStore.one_turn
    monkeypatch.setattr(SqlStore, "one_turn", lambda *args: opened.append(args) or one_turn(*args))
    first = asyncio.create_task(office.round())
    await slow.wait()
    assert opened == [], "no lock is held while the network is slow"
    assert (await other.round()).edition is None, "another replica leaves it to the first"
    clock.at += HELD + timedelta(seconds=1)
    published = await other.round()
    assert published.edition is not None, "the first is thought dead once its time is up"
    go_on.set()
    assert (await first).is_unfinished
    assert len(await office.editions()) == 1, "what is late is not published over what came meanwhile"


@ON_ONE_DATABASE
async def test_one_broken_file_does_not_hold_up_the_others(office: Office, graph: FakeGraph) -> None:
    await uploaded(office, graph)
    graph.put(IN_LIBRARY, b"---\nslug: akutt-barnevernvakt\n")
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 01"))
    rounded = await office.round()
    assert rounded.edition is not None
    assert number_in_use(office) == "74 00 00 01"
    assert [one.path for one in rounded.refused.values()] == [ARTICLE]
    told = "".join(await office.told())
    assert ARTICLE in told
    assert "74 00 00 01" in told
    graph.put(IN_LIBRARY, with_answer(office, "Ring barnevernvakta nå."))
    assert (await office.round()).edition is not None
    assert short_answer(office) == "Ring barnevernvakta nå."


async def test_faults_of_the_network_publish_nothing_half_and_lose_nothing(office: Office, graph: FakeGraph) -> None:
    await uploaded(office, graph)
    graph.put(IN_LIBRARY, with_answer(office, "Ring barnevernvakta, igjen."))
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 02"))
    graph.faults = [GraphFault(429, "600", path="delta")]
    with pytest.raises(LibraryAway):
        await office.round()
    graph.faults = [GraphFault(403, path="/items/")]
    with pytest.raises(LibraryClosed):
        await office.round()
    graph.faults = [GraphFault(503, path="/items/")] * 4
    with pytest.raises(LibraryAway):
        await office.round()
    assert await office.editions() == []
    graph.cut_downloads = 3
    rounded = await office.round()
    assert rounded.is_unfinished
    assert (await office.round()).edition is not None
    assert (short_answer(office), number_in_use(office)) == ("Ring barnevernvakta, igjen.", "74 00 00 02")
    assert [one for one in await office.told() if "ikke tatt i bruk" in one] == []


@ON_ONE_DATABASE
async def test_an_old_cursor_starts_from_scratch_and_sees_what_was_deleted_meanwhile(
    office: Office, graph: FakeGraph
) -> None:
    extra = "articles/prove-uten-lenker.md"
    await uploaded(office, graph)
    graph.put(f"Veilederen/{extra}", new_article(office, extra))
    assert (await office.round()).edition is not None
    assert "prove-uten-lenker" in office.replica.library.knowledge.articles
    graph.delete(f"Veilederen/{extra}")
    graph.forget_cursors()
    assert (await office.round()).edition is not None
    assert "prove-uten-lenker" not in office.replica.library.knowledge.articles
    assert ARTICLE in office.replica.files


@ON_ONE_DATABASE
async def test_a_renamed_file_and_a_moved_folder_are_followed_by_id(office: Office, graph: FakeGraph) -> None:
    await uploaded(office, graph)
    first, second = "articles/prove-en.md", "articles/prove-to.md"
    graph.put(f"Veilederen/{first}", new_article(office, first))
    await office.round()
    graph.rename(f"Veilederen/{first}", "prove-to.md")
    refused = await office.round()
    assert "slug" in str(next(iter(refused.refused.values())).problems[0])
    assert first in office.replica.files, "the old one stays until the new one is sound"
    graph.put(f"Veilederen/{second}", new_article(office, second))
    assert (await office.round()).edition is not None
    assert first not in office.replica.files
    assert second in office.replica.files
    graph.rename("Veilederen/articles", "gamle-svar")
    moved = await office.round()
    assert moved.edition is None
    assert ARTICLE in office.replica.files
    assert second in office.replica.files, "a folder with another name is not a deletion of everything in it"
    assert moved.refused
    graph.rename("Veilederen/gamle-svar", "articles")
    assert (await office.round()).edition is None
    assert await office.round() == Rounded()


@ON_ONE_DATABASE
async def test_a_deleted_article_that_others_point_to_stays_and_the_editor_is_told_where(
    office: Office, graph: FakeGraph
) -> None:
    await uploaded(office, graph)
    graph.delete(IN_LIBRARY)
    rounded = await office.round()
    assert rounded.edition is None
    assert ARTICLE in office.replica.files
    (told,) = await office.told()
    assert "akutt-barnevernvakt" in told
    graph.delete(f"Veilederen/{PROFILE}")
    await office.round()
    assert PROFILE in office.replica.files
    assert any("boten trenger den" in one for one in await office.told())


@ON_ONE_DATABASE
async def test_many_deleted_at_once_are_taken_for_a_mistake(office: Office, graph: FakeGraph) -> None:
    articles = [path for path in office.replica.files if path.startswith("articles/") and "README" not in path][:12]
    await uploaded(office, graph, *articles)
    graph.delete("Veilederen/articles")
    rounded = await office.round()
    assert len(rounded.refused) == 12
    assert "12 filer er borte" in str(next(iter(rounded.refused.values())).problems[0])
    assert set(articles) <= set(office.replica.files)


@ON_ONE_DATABASE
async def test_what_somebody_changed_elsewhere_is_not_undone_by_an_older_file_until_it_is_saved_again(
    office: Office, graph: FakeGraph, clock: MovableClock
) -> None:
    await uploaded(office, graph)
    await office.replica.desk.bring("skjema", {PROFILE: new_number(office, "74 00 00 03")}, "")
    stale = (await base_files(office))[PROFILE] + b"# merknad fra SharePoint\n"
    graph.put(f"Veilederen/{PROFILE}", stale)
    rounded = await office.round()
    assert rounded.edition is None
    assert number_in_use(office) == "74 00 00 03"
    assert any("Hent den nyeste fra boten" in one for one in await office.told())
    graph.put(f"Veilederen/{PROFILE}", stale)
    assert (await office.round()).edition is not None, "saved once more after the warning, so it is meant"
    assert number_in_use(office) != "74 00 00 03"
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 04"))
    assert (await office.round()).edition is not None
    assert number_in_use(office) == "74 00 00 04"


@ON_ONE_DATABASE
async def test_a_library_that_is_older_than_what_is_in_use_changes_nothing_when_it_is_connected(
    office: Office, graph: FakeGraph
) -> None:
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 99 99 99"))
    rounded = await office.round()
    assert rounded.edition is None
    assert [one.path for one in rounded.refused.values()] == [PROFILE]


@ON_ONE_DATABASE
async def test_only_an_editor_of_the_municipality_changes_its_file(office: Office, graph: FakeGraph) -> None:
    await uploaded(office, graph)
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 05"), (MARTE.id, "Marte Prøve"))
    rounded = await office.round()
    assert rounded.edition is None
    assert any("ikke redaktør" in one for one in await office.told())
    office.roles[MARTE.id] = frozenset({"editor:melhus"})
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 06"), (MARTE.id, "Marte Prøve"))
    assert (await office.round()).edition is None
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 07"), None)
    assert (await office.round()).edition is None, "who saved it must be known"
    office.roles[MARTE.id] = frozenset({UNCHECKED})
    graph.put(f"Veilederen/{PROFILE}", new_number(office, "74 00 00 08"), (MARTE.id, "Marte Prøve"))
    with pytest.raises(LibraryAway, match="roles_unchecked"):
        await office.round()
    office.roles[MARTE.id] = frozenset({"editor:stjordal"})
    rounded = await office.round()
    assert rounded.edition is not None
    assert rounded.edition.who == "Marte Prøve"
    graph.put(IN_LIBRARY, with_answer(office, "Ring noen andre."), (MARTE.id, "Marte Prøve"))
    assert (await office.round()).edition is None, "an article belongs to everybody"


@ON_ONE_DATABASE
async def test_the_text_of_an_article_may_come_from_word(office: Office, graph: FakeGraph) -> None:
    document = Document()
    for heading, words in (
        ("Kort svar", "Ring barnevernvakta, sier Word."),
        ("Hva det betyr", "På dagtid ringer du mottaket."),
        ("Eksempel", "Kari Prøve ringer en lørdag."),
        ("Dette svarer ikke på", "Hva som skjer etterpå."),
        ("Gjør dette nå", "Ring 112 hvis det er fare nå, 113 ved sykdom, ellers 116 111 eller 116 117."),
    ):
        document.add_heading(heading, level=2)
        document.add_paragraph(words, style="List Number" if heading == "Gjør dette nå" else "Normal")
    written = BytesIO()
    document.save(written)
    word = IN_LIBRARY.replace(".md", ".docx")
    graph.put(word, written.getvalue()[:-300])
    rounded = await office.round()
    assert "skadet" in str(next(iter(rounded.refused.values())).problems[0])
    graph.put(word, written.getvalue())
    assert (await office.round()).edition is not None
    assert short_answer(office) == "Ring barnevernvakta, sier Word."
    assert b"asked_as:" in office.replica.files[ARTICLE], "the fields stay"
    graph.put(word.replace("akutt-barnevernvakt", "finnes-ikke"), written.getvalue())
    rounded = await office.round()
    assert "Det finnes ikke noe svar" in str(next(iter(rounded.refused.values())).problems[0])
    graph.put(IN_LIBRARY, office.replica.files[ARTICLE])
    rounded = await office.round()
    assert any("Slett den ene" in str(one.problems[0]) for one in rounded.refused.values())
    graph.delete(word)
    await office.round()
    assert short_answer(office) == "Ring barnevernvakta, sier Word.", "deleting the Word file deletes no answer"


@ON_ONE_DATABASE
async def test_temporary_files_and_what_lies_outside_the_folder_are_left_alone(
    office: Office, graph: FakeGraph
) -> None:
    graph.put("Noe annet/articles/x.md", b"x")
    graph.put("Veilederen/articles/~$akutt.docx", b"x")
    graph.put("Veilederen/articles/.hidden.md", b"x")
    graph.put("Veilederen/bilde.png", b"x")
    assert await office.round() == Rounded()
    assert not [path for path, _ in graph.calls if "/items/" in path]


@ON_ONE_DATABASE
async def test_a_guide_saved_twice_with_the_number_it_had_gets_a_new_one_each_time(
    office: Office, graph: FakeGraph
) -> None:
    path = "guides/akutt.yaml"
    await uploaded(office, graph, path)
    first = office.replica.files[path]
    versions = {office.replica.library.knowledge.guides["akutt"].version}
    for number in (1, 2):
        graph.put(f"Veilederen/{path}", with_value(first, path, ("title",), f"Akutt – hva gjør jeg nå, prøve {number}"))
        assert (await office.round()).edition is not None
        guide = office.replica.library.knowledge.guides["akutt"]
        assert guide.title.endswith(f"prøve {number}")
        versions.add(guide.version)
    assert len(versions) == 3
    for version in versions:
        assert office.replica.library.knowledge.guide("akutt", version) is not None


@ON_ONE_DATABASE
async def test_administrators_are_told_once_a_day_that_the_library_is_closed(
    office: Office, graph: FakeGraph, clock: MovableClock
) -> None:
    async with office.replica.store.unit_of_work() as uow:
        await uow.admin_chats.keep(Person(RITA.id, RITA.name), CHAT)
        await uow.commit()
    graph.faults = [GraphFault(403)] * 2
    assert await office.rounds.once() == 0.0
    await office.rounds.once()
    assert len([one for one in await office.told() if "403" in one]) == 1
    graph.faults = [GraphFault(429, "900")]
    assert await office.rounds.once() == 900.0
    assert await office.told() == []
    clock.advance(hours=25)
    graph.faults = [GraphFault(429, "900")]
    await office.rounds.once()
    assert len([one for one in await office.told() if "ikke svart på et døgn" in one]) == 1
    await office.rounds.once()
    assert await office.told() == []
